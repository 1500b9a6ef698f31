import type { Selectable } from 'kysely'
import type { Tx } from '../platform/db.ts'
import type { Referrals } from '../platform/tables.ts'
import type { Referral, ReferralDecision } from './rules.referrals.ts'

/** Adds the referral of a request once; false when it is there already. */
export async function insertReferral(tx: Tx, referral: Omit<Referral, 'decided'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('referrals')
    .values(referral)
    .onConflict((conflict) => conflict.column('fromRequestId').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function findReferral(tx: Tx, id: string): Promise<Referral | undefined> {
  const row = await tx.selectFrom('referrals').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Holds the row until the transaction ends. */
export async function lockReferral(tx: Tx, id: string): Promise<Referral | undefined> {
  const row = await tx.selectFrom('referrals').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

/** What was handed to a department, newest first. */
export async function referralsTo(tx: Tx, departmentId: string, most = 50): Promise<Referral[]> {
  const rows = await tx
    .selectFrom('referrals')
    .selectAll()
    .where('departmentId', '=', departmentId)
    .orderBy('receivedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(fromRow)
}

export async function saveDecided(
  tx: Tx,
  id: string,
  decided: { decision: ReferralDecision; note: string; decidedBy: string; decidedAt: Date },
): Promise<void> {
  await tx.updateTable('referrals').set(decided).where('id', '=', id).execute()
}

function fromRow({ decision, note, decidedBy, decidedAt, ...row }: Selectable<Referrals>): Referral {
  const decided = decision && decidedBy && decidedAt ? { decision, note, by: decidedBy, at: decidedAt } : null
  return { ...row, decided }
}
