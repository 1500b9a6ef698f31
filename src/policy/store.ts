import type { Tx } from '../platform/db.ts'
import { dayOf } from '../platform/time.ts'
import { policyInForce, type SettingRow } from './inForce.ts'
import type { Policy } from './rules.ts'

/** The policy in force for a department at an instant: its own dated rows where it has some, else the default. */
export async function policyOf(tx: Tx, departmentId: string, at: Date): Promise<Policy> {
  const { timeZone } = await tx
    .selectFrom('departments')
    .select('timeZone')
    .where('id', '=', departmentId)
    .executeTakeFirstOrThrow()
  return policyInForce(await settingRowsOf(tx, departmentId), dayOf(at, timeZone))
}

/** A department's own settings as they are stored, oldest first. */
export async function settingRowsOf(tx: Tx, departmentId: string): Promise<SettingRow[]> {
  return tx
    .selectFrom('policySettings')
    .select(['setting', 'fromDay', 'value', 'source'])
    .where('departmentId', '=', departmentId)
    .orderBy('setting')
    .orderBy('fromDay')
    .execute()
}
