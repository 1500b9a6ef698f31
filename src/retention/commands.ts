import { system } from '../accounts/rules.ts'
import { listDepartments } from '../accounts/store.ts'
import { record } from '../history/record.ts'
import type { App } from '../platform/app.ts'
import type { Day } from '../platform/day.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { dayOf } from '../platform/time.ts'
import { policyInForce } from '../policy/inForce.ts'
import { policyOf } from '../policy/store.ts'
import { hostDepartment } from '../subscribers/store.postings.ts'
import { type Erased, fileLimits, houseLimits, roundOf, sumOf, total } from './rules.ts'
import { claimRun, countOver, deleteOver, finishRun, overInFiles, overInHouse } from './store.ts'

/** Looks every second whether the round of this night is due, and does it: once a day, whichever process is first. */
export async function eraseDaily(app: App): Promise<void> {
  const day = dayOf(roundOf(await app.read('nothing', (tx) => tx.now())), 'UTC')
  if (lastSeen.get(app) === day) return
  const claimed = await app.transaction('nothing', async (tx) => claimRun(tx, day, await tx.now()))
  lastSeen.set(app, day)
  if (claimed) await eraseWhatIsOver(app, day)
}

/** What this process knows to be done: the database is asked once a day. */
const lastSeen = new WeakMap<App, Day>()

/**
 * Deletes what was kept as long as the policy says, department by department, and writes down how much of each class
 * went. What is not over stays; run again it finds nothing.
 */
export async function eraseWhatIsOver(app: App, day: Day): Promise<Erased> {
  const departments = await app.read('everything', listDepartments)
  let erased: Erased = {}
  for (const { id } of departments)
    erased = sumOf(erased, await app.transaction('everything', async (tx) => eraseIn(tx, app, id)))
  return app.transaction('everything', async (tx) => {
    const now = await tx.now()
    const inHouse = await deleteOver(tx, await overInHouseNow(tx, now))
    await note(tx, app, { departmentId: null, erased: inHouse, at: now })
    const all = sumOf(erased, inHouse)
    await finishRun(tx, day, all, now)
    return all
  })
}

/** What the next round would delete, were it now; nothing is changed. */
export const rehearse = (app: App): Promise<Erased> =>
  app.read('everything', async (tx) => {
    const now = await tx.now()
    let over = await countOver(tx, await overInHouseNow(tx, now))
    for (const { id } of await listDepartments(tx)) over = sumOf(over, await countOver(tx, await overIn(tx, id, now)))
    return over
  })

async function eraseIn(tx: Tx, app: App, departmentId: string): Promise<Erased> {
  const now = await tx.now()
  const erased = await deleteOver(tx, await overIn(tx, departmentId, now))
  await note(tx, app, { departmentId, erased, at: now })
  return erased
}

const overIn = async (tx: Tx, departmentId: string, now: Date) =>
  overInFiles(departmentId, fileLimits(await policyOf(tx, departmentId, now), now))

/** What is no department’s follows the policy of the one in whose name the installation writes. */
async function overInHouseNow(tx: Tx, now: Date) {
  const host = await hostDepartment(tx)
  return overInHouse(houseLimits(host ? await policyOf(tx, host, now) : policyInForce([], dayOf(now, 'UTC')), now))
}

/** In the record: how many of what; nothing when nothing went. */
async function note(
  tx: Tx,
  app: App,
  { departmentId, erased, at }: { departmentId: string | null; erased: Erased; at: Date },
): Promise<void> {
  if (total(erased) === 0) return
  await record(tx, app.random, {
    ...{ departmentId, kind: 'record.erased', fileId: null, actor: system, at },
    subject: { type: 'retention', id: newId(at, app.random) },
    facts: Object.fromEntries(Object.entries(erased).filter(([, count]) => count > 0)),
  })
}
