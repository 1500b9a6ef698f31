import { type Duty, duties, type HeldDuty } from '../accounts/duties.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

export type TakenDuty = {
  readonly departmentId: string
  /** The request that opened the file. */
  readonly requestId: string
  /** The posting the duty is about; absent when it is about the request itself. */
  readonly opportunityId?: string | null
  readonly duty: Duty
  readonly personId: string
  readonly at: Date
}

/**
 * Writes down who did what on a file, in the act's own transaction; every later rule on separation of duties reads it.
 * Ask `mayTake` in the rule first: the database refuses a conflicting duty with an error.
 */
export async function takeDuty(tx: Tx, app: Pick<App, 'random'>, taken: TakenDuty): Promise<void> {
  const { departmentId, requestId, opportunityId = null, duty, personId, at } = taken
  await tx
    .insertInto('fileDuties')
    .values({ id: newId(at, app.random), departmentId, requestId, opportunityId, duty, personId, at })
    .execute()
}

/** What somebody approved on a posting went back to be written anew: the approval stands on record, and binds nobody. */
export async function voidDuty(tx: Tx, opportunityId: string, duty: Duty, at: Date): Promise<void> {
  await tx
    .updateTable('fileDuties')
    .set({ voidSince: at })
    .where('opportunityId', '=', opportunityId)
    .where('duty', '=', duty)
    .where('voidSince', 'is', null)
    .execute()
}

/**
 * Who did what on a file so far, oldest first. With an opportunity, what was done on its other postings is left out,
 * as the database leaves it out when it looks for conflicts, and staff who applied to it are named.
 */
export async function heldDuties(tx: Tx, requestId: string, opportunityId?: string): Promise<readonly HeldDuty[]> {
  const rows = await tx
    .selectFrom('fileDuties')
    .select(['duty', 'personId'])
    .where('requestId', '=', requestId)
    .where('voidSince', 'is', null)
    .$if(opportunityId !== undefined, (query) =>
      query.where((has) => has.or([has('opportunityId', 'is', null), has('opportunityId', '=', opportunityId ?? '')])),
    )
    .orderBy('at')
    .orderBy('id')
    .execute()
  const held = rows.map(({ duty, personId }): HeldDuty => ({ duty: knownDuty(duty), personId }))
  return opportunityId === undefined ? held : [...held, ...(await staffWhoApplied(tx, opportunityId))]
}

/** Applications were refused to whoever worked in the department; somebody may have got a role since. */
async function staffWhoApplied(tx: Tx, opportunityId: string): Promise<HeldDuty[]> {
  const rows = await tx
    .selectFrom('applications')
    .innerJoin('roleGrants', (on) =>
      on
        .onRef('roleGrants.personId', '=', 'applications.supplierId')
        .onRef('roleGrants.departmentId', '=', 'applications.departmentId'),
    )
    .select('supplierId')
    .distinct()
    .where('opportunityId', '=', opportunityId)
    .where('applications.state', 'not in', ['draft', 'withdrawn'])
    .execute()
  return rows.map(({ supplierId }) => ({ duty: 'applied', personId: supplierId }))
}

function knownDuty(text: string): Duty {
  const duty = duties.find((known) => known === text)
  if (!duty) throw new Error(`an unknown duty is on a file: ${text}`)
  return duty
}
