import { system } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { cents } from '../platform/money.ts'
import { addDays, dayOf } from '../platform/time.ts'
import { policiesOf, policyOf } from '../policy/store.ts'
import { atNight, isUntold, recordFlag, settleFiles, tellProcurement } from './commands.ts'
import { bunching } from './rules.bunching.ts'
import { yardstickOf } from './rules.compare.ts'
import { flagLifecycle } from './rules.ts'
import { nearLimit } from './store.compared.ts'
import { departmentFlag, flagsIn, insertFlag, lockFlags, setFlagState, updateFlag } from './store.flags.ts'
import { claimNight, endNight, fileIds, nightsDue } from './store.night.ts'
import { keepPurchases } from './store.purchases.ts'

/** From this hour on, where the department is, its night's check is due. */
const NIGHT_HOUR = 2
/** Files in one transaction: short enough that nobody waits for it. */
const BATCH = 250
const YEAR_IN_DAYS = 365

/** Looks every second whether a department's check is due, and makes it; one process makes each. */
export async function nightlyChecks(app: App): Promise<number> {
  const due = await app.read('everything', (tx) => nightsDue(tx, NIGHT_HOUR))
  for (const { departmentId, night } of due) {
    const mine = await app.transaction('everything', (tx) => claimNight(tx, departmentId, night))
    if (mine) await checkDepartment(app, departmentId, night)
  }
  return due.length
}

export type Night = { readonly files: number; readonly opened: number }

/** Compares every file of a department with the others, and the department with the others. Can run twice. */
export async function checkDepartment(app: App, departmentId: string, night: string): Promise<Night> {
  const ids = await app.read('everything', (tx) => fileIds(tx, departmentId))
  const batches = Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, at) =>
    ids.slice(at * BATCH, (at + 1) * BATCH),
  )
  for (const batch of batches)
    await app.transaction('everything', async (tx) => {
      const policies = await policiesOf(tx, departmentId)
      await keepPurchases(tx, departmentId, { ids: batch, saved: false, at: await tx.now(), policies })
    })
  let opened = 0
  for (const batch of batches)
    opened += await app.transaction('everything', async (tx) => {
      const at = await tx.now()
      return settleFiles(tx, app, atNight(departmentId, at, await policiesOf(tx, departmentId)), batch, false)
    })
  await app.transaction('everything', async (tx) => {
    const at = await tx.now()
    await settleDepartment(app, tx, departmentId, at)
    const untold = (await flagsIn(tx, departmentId)).filter(isUntold)
    await tellProcurement(tx, app, departmentId, untold, at)
    await endNight(tx, { departmentId, night, files: ids.length, at })
  })
  return { files: ids.length, opened }
}

/** S6, for information: nobody is written to. */
async function settleDepartment(
  app: App,
  tx: Parameters<typeof flagsIn>[0],
  departmentId: string,
  at: Date,
): Promise<void> {
  const policy = await policyOf(tx, departmentId, at)
  const yardstick = yardstickOf(policy)
  const since = addDays(dayOf(at, policy.zone), -YEAR_IN_DAYS)
  const { own, others } = await nearLimit(tx, departmentId, { since, yardstick })
  const found = bunching(own, others)
  await lockFlags(tx, departmentId)
  const flag = await departmentFlag(tx, departmentId)
  const on = { actor: system, at }
  if (!found) {
    if (!flag || !flagLifecycle.allows(flag, 'lapse')) return
    await setFlagState(tx, flag, 'lapsed')
    return recordFlag(tx, app, 'splitting.lapsed', flag, on)
  }
  const facts = { found: { rule: 'S6' as const, bunching: found }, sum: cents(0), limit: yardstick.limit, members: [] }
  if (!flag) {
    const raised = { ...facts, departmentId, opportunityId: null, occasion: 'night' as const }
    return recordFlag(tx, app, 'splitting.raised', await insertFlag(tx, app, raised, at), on)
  }
  if (!flagLifecycle.allows(flag, 'reopen')) {
    if (JSON.stringify(flag.found) !== JSON.stringify(facts.found))
      await updateFlag(tx, flag, { state: flag.state, ...facts })
    return
  }
  if (flag.state === 'explained') return
  await updateFlag(tx, flag, { state: flagLifecycle.after(flag.state, 'reopen'), raisedAt: at, ...facts })
  await recordFlag(tx, app, 'splitting.reopened', flag, on)
}
