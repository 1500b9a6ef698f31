import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

/** What somebody said of a field, with the answers to it, oldest first. */
export type Comment = {
  readonly id: string
  readonly field: string
  readonly body: string
  readonly madeBy: string
  readonly madeAt: Date
  readonly resolvedAt: Date | null
  readonly answers: readonly Answer[]
}
export type Answer = { readonly id: string; readonly body: string; readonly madeBy: string; readonly madeAt: Date }

/** Every comment on a statement, oldest first, open or not. */
export async function commentsOf(tx: Tx, opportunityId: string): Promise<Comment[]> {
  const rows = await tx
    .selectFrom('statementComments')
    .select(['id', 'field', 'answers', 'body', 'madeBy', 'madeAt', 'resolvedAt'])
    .where('opportunityId', '=', opportunityId)
    .orderBy('madeAt')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ answers, ...comment }) =>
    answers === null
      ? [
          {
            ...comment,
            answers: rows
              .filter((each) => each.answers === comment.id)
              .map(({ id, body, madeBy, madeAt }) => ({ id, body, madeBy, madeAt })),
          },
        ]
      : [],
  )
}

/** Those that nobody has called settled. */
export const openComments = async (tx: Tx, opportunityId: string): Promise<Comment[]> =>
  (await commentsOf(tx, opportunityId)).filter(({ resolvedAt }) => resolvedAt === null)

export async function insertComment(
  tx: Tx,
  app: Pick<App, 'random'>,
  { id: opportunityId, departmentId }: { id: string; departmentId: string },
  said: { field: string; answers: string | null; body: string; by: string; at: Date },
): Promise<string> {
  const { field, answers, body, by: madeBy, at: madeAt } = said
  const id = newId(madeAt, app.random)
  await tx
    .insertInto('statementComments')
    .values({ id, departmentId, opportunityId, field, answers, body, madeBy, madeAt })
    .execute()
  return id
}

/** The open comment of this file with this id. */
export const findOpenComment = (tx: Tx, opportunityId: string, id: string) =>
  tx
    .selectFrom('statementComments')
    .select(['id', 'field', 'madeBy'])
    .where('opportunityId', '=', opportunityId)
    .where('id', '=', id)
    .where('answers', 'is', null)
    .where('resolvedAt', 'is', null)
    .executeTakeFirst()

export async function saveResolved(tx: Tx, id: string, by: { id: string; at: Date }): Promise<void> {
  await tx.updateTable('statementComments').set({ resolvedAt: by.at, resolvedBy: by.id }).where('id', '=', id).execute()
}
