import type { Tx } from '../platform/db.ts'
import type { Declined, DeclineReason } from './rules.ts'

/** A question that was declined and taken up again. */
export type Reopening = {
  readonly id: string
  readonly because: DeclineReason
  /** What its asker had been told in words. */
  readonly explained: string
  readonly reason: string
  readonly at: Date
}

/** The question waits for its answer again; what had been said of it is kept beside. */
export async function saveReopened(
  tx: Tx,
  { id: questionId, departmentId, because, explanation }: Declined,
  { id, reason, by, at }: { id: string; reason: string; by: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('questionReopenings')
    .values({
      ...{ id, questionId, departmentId, reason, reopenedBy: by, reopenedAt: at },
      ...{ wasDeclinedBecause: because, wasExplained: explanation },
    })
    .execute()
  await tx
    .updateTable('questions')
    .set((row) => ({
      ...{ state: 'asked' as const, declinedBecause: null, explanation: '', decidedBy: null, decidedAt: null },
      version: row('version', '+', 1),
    }))
    .where('id', '=', questionId)
    .execute()
}

/** How often a question was taken up again, and why, the first time first. */
export async function reopeningsOf(tx: Tx, questionId: string): Promise<Reopening[]> {
  const rows = await tx
    .selectFrom('questionReopenings')
    .select(['id', 'wasDeclinedBecause as because', 'wasExplained as explained', 'reason', 'reopenedAt as at'])
    .where('questionId', '=', questionId)
    .orderBy('reopenedAt')
    .orderBy('id')
    .execute()
  return rows
}
