import type { Tx } from '../platform/db.ts'

export type ShownEvent = {
  readonly id: string
  readonly kind: string
  readonly at: Date
  readonly fileId: string | null
  readonly fileNumber: string | null
  readonly actorKind: 'person' | 'system' | 'visitor'
  readonly actorId: string | null
  readonly body: string
}

/**
 * Events of a department, newest first. What applicants do stays out until closing: one could count them. `before` is the
 * id of the last event of the page before; ids sort by time.
 */
export async function listEvents(
  tx: Tx,
  { departmentId, fileId, before, most }: { departmentId: string; fileId?: string; before?: string; most: number },
): Promise<ShownEvent[]> {
  return tx
    .selectFrom('historyEvents')
    .leftJoin('requests', 'requests.id', 'historyEvents.fileId')
    .where('historyEvents.departmentId', '=', departmentId)
    .$if(fileId !== undefined, (query) => query.where('fileId', '=', fileId ?? null))
    .$if(before !== undefined, (query) => query.where('historyEvents.id', '<', before ?? ''))
    .where((event) =>
      event.not(
        event.and([
          event('kind', 'like', 'application.%'),
          event.exists(
            event
              .selectFrom('opportunities')
              .select('opportunities.id')
              .where('opportunities.state', 'in', ['open', 'held'])
              .where((open) =>
                open.or([
                  open('opportunities.requestId', '=', open.ref('historyEvents.fileId')),
                  // Before closing an applicant's acts belong to no file: the application says where.
                  open.exists(
                    open
                      .selectFrom('applications')
                      .select('applications.id')
                      .whereRef('applications.opportunityId', '=', 'opportunities.id')
                      .whereRef('applications.id', '=', 'historyEvents.subjectId'),
                  ),
                ]),
              ),
          ),
        ]),
      ),
    )
    .select(['historyEvents.id', 'kind', 'at', 'fileId', 'requests.number as fileNumber'])
    .select(['actorKind', 'actorId', 'body'])
    .orderBy('historyEvents.id', 'desc')
    .limit(most)
    .execute()
}

export const findFileByNumber = (tx: Tx, number: string): Promise<{ id: string } | undefined> =>
  tx.selectFrom('requests').select('id').where('number', '=', number).executeTakeFirst()

/** The file that an opportunity belongs to. */
export const findFileOf = (
  tx: Tx,
  opportunityId: string,
): Promise<{ requestId: string; number: string; titleEn: string; titleFr: string } | undefined> =>
  tx
    .selectFrom('opportunities')
    .select(['requestId', 'number', 'titleEn', 'titleFr'])
    .where('id', '=', opportunityId)
    .executeTakeFirst()

/** Who of these ever held a role in the department: everybody else is a supplier, and is not named. */
export async function staffAmong(tx: Tx, departmentId: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('people')
    .innerJoin('roleGrants', 'roleGrants.personId', 'people.id')
    .where('roleGrants.departmentId', '=', departmentId)
    .where('people.id', 'in', [...new Set(ids)])
    .select(['people.id', 'people.name'])
    .distinct()
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
