import type { Tx } from '../platform/db.ts'

/** One round of letters about the answers with these numbers. */
export type Round = {
  readonly opportunityId: string
  readonly departmentId: string
  readonly round: number
  readonly first: number
  readonly last: number
  readonly begunAt: Date
  readonly doneAt: Date | null
}

/** The last round of a posting, locked; nothing before the first. */
export async function lastRound(tx: Tx, opportunityId: string): Promise<Round | undefined> {
  const row = await tx
    .selectFrom('answerRounds')
    .selectAll()
    .where('opportunityId', '=', opportunityId)
    .orderBy('round', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const { firstNumber: first, lastNumber: last, departmentId, round, begunAt, doneAt } = row
  return { opportunityId, departmentId, round, first, last, begunAt, doneAt }
}

/** Begins a round. Two at once: the second fails on the number of the round, and is run again. */
export async function insertRound(tx: Tx, { first, last, ...round }: Round): Promise<void> {
  await tx
    .insertInto('answerRounds')
    .values({ ...round, firstNumber: first, lastNumber: last })
    .execute()
}

export const finishRound = (tx: Tx, { opportunityId, round }: Pick<Round, 'opportunityId' | 'round'>, at: Date) =>
  tx
    .updateTable('answerRounds')
    .set({ doneAt: at })
    .where('opportunityId', '=', opportunityId)
    .where('round', '=', round)
    .execute()
