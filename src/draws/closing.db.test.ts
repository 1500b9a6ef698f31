import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrangeOpen, arrangeSuppliers, contentFrom, type Scene, sceneOf } from '../../test/arrange.applications.ts'
import { type Round, raceTheClosing } from '../../test/race.ts'
import { openWorld, type World } from '../../test/world.ts'
import { type Supplier, system } from '../accounts/rules.ts'
import { openDatabase } from '../platform/db.ts'

const ROUNDS = 20
const LEAD_IN_MS = 400

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('the race for the closing', () => {
  let scene: Scene
  let suppliers: Supplier[]
  const opened: { close(): Promise<void> }[] = []
  beforeAll(async () => {
    const clock = () => new Date()
    const web = openDatabase({ url: world.database.appUrl, role: 'opportune_web', poolSize: 60 })
    const worker = openDatabase({ url: world.database.appUrl, role: 'opportune_worker', poolSize: 4 })
    opened.push(web, worker)
    scene = {
      ...sceneOf(world),
      app: { ...world.app, clock, read: web.read, transaction: web.transaction },
      worker: { ...world.worker, clock, read: worker.read, transaction: worker.transaction },
    }
    suppliers = await arrangeSuppliers(scene.app, 1_000)
  })
  afterAll(async () => {
    for (const database of opened) await database.close()
  })

  it('bites: without the lock, acknowledged applications are missing from the roster', {
    timeout: 120_000,
  }, async () => {
    const restore = await withoutLock(world.database.ownerUrl)
    const rounds: Round[] = []
    do rounds.push(await raceTheClosing(scene, suppliers, { leadMs: LEAD_IN_MS }))
    while (missing(rounds) === 0 && rounds.length < ROUNDS)
    await restore()
    expect(missing(rounds)).toBeGreaterThan(0)
  })

  it(`${ROUNDS} closings against 500 submitters: nothing late, nothing lost`, { timeout: 180_000 }, async () => {
    const rounds: Round[] = []
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push(await raceTheClosing(scene, suppliers, { leadMs: LEAD_IN_MS }))
    expect(rounds.filter(({ missing, late, unheard }) => missing + late + unheard > 0)).toEqual([])
    expect(rounds.filter(({ closingMs }) => closingMs >= 1_000)).toEqual([])
    // The race was a race: in every round some were in time, and over all rounds many were not.
    expect(rounds.every(({ acknowledged }) => acknowledged > 0)).toBe(true)
    expect(rounds.reduce((sum, { refused }) => sum + refused, 0)).toBeGreaterThan(ROUNDS)
  })
})

const missing = (rounds: readonly Round[]): number => rounds.reduce((sum, round) => sum + round.missing, 0)

/** The same function with the one line that matters taken out; answers how to put it back. */
async function withoutLock(ownerUrl: string): Promise<() => Promise<void>> {
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ text: string }>(
    `select pg_get_functiondef('submit_application'::regproc) as text`,
  )
  const text = rows[0]?.text ?? ''
  const unlocked = text.replace(/perform pg_advisory_xact_lock_shared\([^;]*;/, '')
  expect(unlocked).not.toBe(text)
  await owner.query(unlocked)
  return async () => {
    await owner.query(text)
    await owner.end()
  }
}
