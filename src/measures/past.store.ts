import { sql } from 'kysely'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

/**
 * Letters that this transaction wrote leave at once, to nobody: the people of a replay do not exist. What is written in
 * place of an error says so.
 */
export async function letLettersGo(tx: Tx): Promise<void> {
  await tx
    .updateTable('outboxMessages')
    .set({ sentAt: sql`opportune_now()`, lastError: 'simulated: not sent' })
    .where('sentAt', 'is', null)
    .where(sql<boolean>`xmin = pg_current_xact_id()::xid`)
    .execute()
}

/** The number under which an evaluator knows each supplier's application. */
export async function numbersOfSuppliers(tx: Tx, opportunityId: string): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('applications')
    .select(['supplierId', 'anonymousNumber'])
    .where('opportunityId', '=', opportunityId)
    .execute()
  return new Map(
    rows.flatMap(({ supplierId, anonymousNumber }) =>
      anonymousNumber === null ? [] : [[supplierId, anonymousNumber] as const],
    ),
  )
}

/** A department's own setting from a day on. */
export async function insertSetting(
  tx: Tx,
  app: Pick<App, 'random'>,
  row: { departmentId: string; setting: string; fromDay: string; value: string; source: string },
  at: Date,
): Promise<void> {
  await tx
    .insertInto('policySettings')
    .values({ id: newId(at, app.random), ...row })
    .execute()
}
