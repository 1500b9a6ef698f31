import { z } from 'zod'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { NoticeAmendment } from './notice.ts'

const changes = z.array(
  z.object({
    field: z.string(),
    before: z.object({ en: z.string(), fr: z.string() }),
    after: z.object({ en: z.string(), fr: z.string() }),
  }),
)

/** The numbered amendments of a posting, oldest first. */
export async function amendmentsOf(tx: Tx, opportunityId: string): Promise<NoticeAmendment[]> {
  const rows = await tx
    .selectFrom('amendments')
    .select(['number', 'kind', 'reasonEn', 'reasonFr', 'changes', 'publishedAt'])
    .where('opportunityId', '=', opportunityId)
    .where('state', '=', 'posted')
    .orderBy('number')
    .execute()
  return rows.flatMap(({ number, kind, reasonEn, reasonFr, changes: stored, publishedAt }) =>
    number === null || publishedAt === null
      ? []
      : [
          {
            ...{ number, kind, publishedAt, reason: { en: reasonEn, fr: reasonFr } },
            changes: changes.parse(JSON.parse(stored)),
          },
        ],
  )
}

/** Adds the next amendment and answers its number. Call it with the opportunity locked. */
export async function addAmendment(
  tx: Tx,
  app: Pick<App, 'random'>,
  file: { readonly id: string; readonly departmentId: string },
  amendment: Omit<NoticeAmendment, 'number'> & { readonly madeBy: string },
): Promise<number> {
  const { kind, reason, madeBy, publishedAt } = amendment
  const { last } = await tx
    .selectFrom('amendments')
    .select((made) => made.fn.max('number').as('last'))
    .where('opportunityId', '=', file.id)
    .executeTakeFirstOrThrow()
  const number = (last ?? 0) + 1
  await tx
    .insertInto('amendments')
    .values({
      ...{ id: newId(publishedAt, app.random), departmentId: file.departmentId, opportunityId: file.id },
      ...{ number, kind, reasonEn: reason.en, reasonFr: reason.fr, madeBy, publishedAt },
      changes: JSON.stringify(amendment.changes),
    })
    .execute()
  return number
}
