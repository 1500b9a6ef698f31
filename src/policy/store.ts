import type { Day } from '../platform/day.ts'
import type { Tx } from '../platform/db.ts'
import { dayOf } from '../platform/time.ts'
import { policyInForce, type SettingRow } from './inForce.ts'
import type { Policy } from './rules.ts'

/** The policy in force for a department at an instant: its own dated rows where it has some, else the default. */
export async function policyOf(tx: Tx, departmentId: string, at: Date): Promise<Policy> {
  return (await policiesOf(tx, departmentId)).at(at)
}

/** The policies of a department, read once: the one in force on a day, or at an instant where the department is. */
export type Policies = {
  readonly timeZone: string
  readonly on: (day: Day) => Policy
  readonly at: (instant: Date) => Policy
}

export async function policiesOf(tx: Tx, departmentId: string): Promise<Policies> {
  const { timeZone } = await tx
    .selectFrom('departments')
    .select('timeZone')
    .where('id', '=', departmentId)
    .executeTakeFirstOrThrow()
  const settings = await settingRowsOf(tx, departmentId)
  const on = (day: Day): Policy => policyInForce(settings, day)
  return { timeZone, on, at: (instant) => on(dayOf(instant, timeZone)) }
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
