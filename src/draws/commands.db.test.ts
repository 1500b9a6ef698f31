import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrangeConfirmed, arrangeOpened, given, type ToEvaluate } from '../../test/arrange.evaluation.ts'
import { openWorld, type World } from '../../test/world.ts'
import { confirmValue, enterValue, prepareDraw, rejectValue } from './commands.ts'
import { parseDrawJson, rankDraw, verifyDraw } from './protocol.ts'
import { valueKnownFrom } from './rules.ts'
import { commitSeed, openSeed } from './seed.ts'
import { findManifest, findPublicDraw, findRoster, rankingOf } from './store.ts'
import { transcriptOf } from './transcript.ts'

const CLOSES = new Date('2026-11-17T19:00:00Z')
const NUMBERS = '9.18.26.34.41.45.'

let world: World
beforeAll(async () => {
  world = await openWorld(CLOSES)
})
afterAll(() => world.close())

const six = ['Ana Roy', 'Bo Sol', 'Cy Tran', 'Di Ung', 'Ed Vau', 'Fay Wu'].map((name) => ({ name }))
const stateOf = async (file: ToEvaluate) =>
  await world.app.read('everything', (tx) =>
    tx.selectFrom('opportunities').select(['state', 'outcome']).where('id', '=', file.id).executeTakeFirstOrThrow(),
  )
const jobs = async (name: string, file: ToEvaluate) => {
  const { Client } = await import('pg')
  const owner = new Client({ connectionString: world.database.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query('select key from graphile_worker.jobs where key = $1', [`${name} ${file.id}`])
  await owner.end()
  return rows.length
}

async function locked(passing: number, applying = six): Promise<ToEvaluate> {
  const file = await arrangeOpened(world, applying, { closesAt: CLOSES })
  await arrangeConfirmed(world, file, passing)
  return file
}

/** Several passed, the manifest is out and the number is known. */
async function waitingForNumber(): Promise<ToEvaluate> {
  const file = await locked(5)
  await prepareDraw(world.worker, { opportunityId: file.id })
  const manifest = await world.app.read('everything', (tx) => findManifest(tx, file.id))
  if (manifest) world.now = valueKnownFrom(manifest)
  return file
}

describe('the commitment', () => {
  it('is made once, seals a seed that the worker alone opens, and is public', async () => {
    const file = await arrangeOpened(world, six, { closesAt: CLOSES })
    const shown = await world.app.read('nothing', (tx) => findPublicDraw(tx, file.slug))
    const again = await world.app.transaction('everything', async (tx) =>
      commitSeed(
        tx,
        world.app,
        { opportunityId: file.id, departmentId: world.departmentId, slug: file.slug },
        world.now,
      ),
    )
    expect(again).toEqual({ ok: true, value: shown?.commitment })
    expect(shown).toMatchObject({ seed: null, manifest: null, beaconSource: 'lotto-649' })
    await expect(world.app.read('everything', (tx) => openSeed(tx, world.app, file.id))).rejects.toThrow(
      'cannot be opened',
    )
    expect(await world.worker.read('everything', (tx) => openSeed(tx, world.worker, file.id))).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('the manifest', () => {
  it('is published with the seed, mailed to everybody who applied, and made once by two jobs at once', async () => {
    const file = await locked(5)
    const answers = await Promise.all([1, 2].map(() => prepareDraw(world.worker, { opportunityId: file.id })))
    expect(answers.toSorted()).toEqual(['already_prepared', 'several'])
    const shown = await world.app.read('nothing', (tx) => findPublicDraw(tx, file.slug))
    expect(shown).toMatchObject({ beaconRef: 'lotto-649 2026-11-21', needed: true, beaconValue: null })
    expect(shown?.drawsAt?.toISOString()).toBe('2026-11-19T17:00:00.000Z')
    expect(shown?.seed).toMatch(/^[0-9a-f]{64}$/)
    const mails = await world.app.read('everything', (tx) =>
      tx
        .selectFrom('outboxMessages')
        .select('facts')
        .where('kind', '=', 'draw.manifest')
        .where('facts', 'like', `%${file.slug}%`)
        .execute(),
    )
    const tokens = (await world.app.read('everything', (tx) => findRoster(tx, file.id)))?.received.map(
      ({ token }) => token,
    )
    expect(mails.map(({ facts }) => JSON.parse(facts).token).toSorted()).toEqual(tokens)
    expect(mails.every(({ facts }) => JSON.parse(facts).manifestHash === shown?.manifestHash)).toBe(true)
  })

  it('asks for no number when one passed: the order of one is there at once', async () => {
    const file = await locked(1)
    expect(await prepareDraw(world.worker, { opportunityId: file.id })).toBe('only_one')
    expect(await stateOf(file)).toMatchObject({ state: 'drawn' })
    const shown = await world.app.read('nothing', (tx) => findPublicDraw(tx, file.slug))
    expect(shown).toMatchObject({ beaconRef: 'none', beaconValue: 'none', needed: false })
    expect(shown?.ranking).toHaveLength(1)
    expect(await jobs('award.offer', file)).toBe(1)
    expect(await prepareDraw(world.worker, { opportunityId: file.id })).toBe('not_locked')
  })

  it('is not made when nobody passed: the opportunity ends and applicants are to be told', async () => {
    const file = await locked(0)
    expect(await prepareDraw(world.worker, { opportunityId: file.id })).toBe('nobody')
    expect(await stateOf(file)).toEqual({ state: 'unsuccessful', outcome: 'none_passed' })
    expect(await jobs('award.tell_all', file)).toBe(1)
    expect(await jobs('award.offer', file)).toBe(0)
  })
})

describe('the public number', () => {
  it('is refused before it exists, from an evaluator, outside the grammar, and twice', async () => {
    const file = await locked(5)
    const { program, program2, client, procurement } = world.staff
    const enter = (actor: typeof program, value: string) =>
      enterValue(world.app, actor, { opportunityId: file.id, value })
    expect(await enter(program, NUMBERS)).toEqual({ ok: false, because: 'no_manifest' })
    await prepareDraw(world.worker, { opportunityId: file.id })
    expect(await enter(program, NUMBERS)).toEqual({ ok: false, because: 'too_early' })
    world.now = new Date('2026-11-21T20:00:00Z')
    expect(await enter(program, NUMBERS)).toEqual({ ok: false, because: 'too_early' })
    world.now = new Date('2026-11-22T03:30:00Z')
    expect(await enter(program, '9.18.26.34.41.51.')).toEqual({ ok: false, because: 'bad_lottery_numbers' })
    expect(await enter(client, NUMBERS)).toEqual({ ok: false, because: 'is_evaluator' })
    expect(await enter(procurement, NUMBERS)).toEqual({ ok: false, because: 'not_allowed' })
    const both = await Promise.all([enter(program, NUMBERS), enter(program2, NUMBERS)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ because: 'already_waiting' })
  })

  it('is confirmed by somebody else, once, by one of two at once; the order is that of the method', async () => {
    const file = await waitingForNumber()
    const { program, program2, procurement } = world.staff
    const opportunityId = file.id
    expect(await confirmValue(world.app, program, { opportunityId })).toEqual({ ok: false, because: 'nothing_waiting' })
    given(await enterValue(world.app, program, { opportunityId, value: NUMBERS }))
    expect(await confirmValue(world.app, program, { opportunityId })).toEqual({ ok: false, because: 'same_person' })
    const both = await Promise.all(
      [program2, procurement].map((actor) => confirmValue(world.app, actor, { opportunityId })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ because: 'wrong_state' })
    expect(await confirmValue(world.app, procurement, { opportunityId })).toEqual({ ok: false, because: 'wrong_state' })

    expect(await stateOf(file)).toMatchObject({ state: 'drawn' })
    expect(await jobs('award.offer', file)).toBe(1)
    const shown = await world.app.read('nothing', (tx) => findPublicDraw(tx, file.slug))
    const transcript = shown && transcriptOf(shown)
    expect(transcript).toBeDefined()
    const parsed = given(parseDrawJson(JSON.stringify(transcript)))
    const ours = given(rankDraw(parsed))
    const stored = await world.app.read('everything', (tx) => rankingOf(tx, file.id))
    expect(stored.map(({ token, ticket }) => ({ token, ticket }))).toEqual(ours.ranking)
    expect(stored.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5])
    expect(shown?.ranking).toEqual(ours.ranking)
    const published = {
      commitment: shown?.commitment ?? '',
      rosterHash: shown?.rosterHash ?? '',
      manifestHash: shown?.manifestHash ?? '',
    }
    expect(verifyDraw(parsed)).toEqual({ ok: false, because: 'not_checked' })
    expect(verifyDraw({ ...parsed, published })).toMatchObject({ ok: true })
    checkedElsewhere({ ...transcript, published })
  })

  it('is typed in again after a mistake, and gives the order of the right number', async () => {
    const file = await waitingForNumber()
    const { program, program2, procurement } = world.staff
    const opportunityId = file.id
    given(await enterValue(world.app, program, { opportunityId, value: '1.2.3.4.5.6.' }))
    expect(await rejectValue(world.app, program, { opportunityId })).toEqual({ ok: false, because: 'same_person' })
    given(await rejectValue(world.app, procurement, { opportunityId }))
    expect(await rejectValue(world.app, program2, { opportunityId })).toEqual({ ok: false, because: 'nothing_waiting' })
    given(await enterValue(world.app, program, { opportunityId, value: NUMBERS }))
    given(await confirmValue(world.app, program2, { opportunityId }))
    const shown = await world.app.read('nothing', (tx) => findPublicDraw(tx, file.slug))
    expect(shown?.beaconValue).toBe(NUMBERS)
    const values = await world.app.read('everything', (tx) =>
      tx
        .selectFrom('drawValues as v')
        .innerJoin('drawManifests as m', 'm.id', 'v.manifestId')
        .select(['v.value', 'v.confirmedAt', 'v.rejectedAt'])
        .where('m.opportunityId', '=', opportunityId)
        .execute(),
    )
    expect(values).toHaveLength(2)
    await expect(
      world.app.transaction('everything', (tx) => tx.updateTable('drawValues').set({ value: NUMBERS }).execute()),
    ).rejects.toThrow('entered once')
  })
})

/** The same answer from the check written apart, where there is one and a python3. */
function checkedElsewhere(draw: object): void {
  const script = join(
    process.env.REFERENCE_CHECKS ?? join(import.meta.dirname, '../../../shared/checks'),
    'verify-draw.py',
  )
  if (!existsSync(script)) return void console.log('skipped: the published draw compared with verify-draw.py')
  const run = spawnSync('python3', [script, 'verify'], { input: JSON.stringify(draw), encoding: 'utf8' })
  if (run.error) return void console.log('skipped: no python3')
  expect(run.stderr).toBe('')
  expect(run.status).toBe(0)
}
