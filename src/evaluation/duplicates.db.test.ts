import { afterAll, beforeAll, expect, it } from 'vitest'
import { arrangeMarked, arrangeOpened, given } from '../../test/arrange.evaluation.ts'
import { openWorld, type World } from '../../test/world.ts'
import type { Staff } from '../accounts/rules.ts'
import { openDatabase } from '../platform/db.ts'
import { compareApplications, waitingForDuplicates } from './commands.duplicates.ts'
import { confirmEvaluation, lockEvaluation } from './commands.lock.ts'
import { nameEvaluators } from './commands.ts'
import { resemblancesOf } from './duplicates.store.ts'
import { fieldOf } from './views.duplicates.tsx'

const CLOSES = new Date('2026-11-17T19:00:00Z')
let world: World
beforeAll(async () => {
  world = await openWorld(CLOSES)
})
afterAll(() => world.close())

it('takes a second application of the same supplier out before results are confirmed', async () => {
  const applying = [
    { name: 'Zoé Lavoie', operatingName: 'Ateliers Élan inc.' },
    { name: 'Bo Sol' },
    { name: 'Di Ung', operatingName: 'ATELIERS ELAN' },
  ]
  const file = await arrangeOpened(world, applying, { closesAt: CLOSES })
  const { client, program, procurement } = world.staff
  expect(await compareApplications(world.worker, { opportunityId: file.id })).toBe(1)
  expect(await compareApplications(world.worker, { opportunityId: file.id })).toBe(0)
  await arrangeMarked(world, file, 3)
  const address = `/en/files/${file.id}/duplicates`
  const pairs = () => world.app.read('everything', (tx) => resemblancesOf(tx, file.id))
  const [pair] = await pairs()
  if (!pair) throw new Error('no pair')

  expect((await world.as(client).get(address)).status).toBe(404)
  const evaluator = openDatabase({ url: world.database.appUrl, role: 'opportune_evaluator', poolSize: 1 })
  await expect(evaluator.read('everything', (tx) => resemblancesOf(tx, file.id))).rejects.toThrow('permission denied')
  await evaluator.close()
  const shown = await world.as(program).get(address)
  expect([shown.status, /Ateliers Élan/.test(shown.body), /ATELIERS ELAN/.test(shown.body)]).toEqual([200, true, true])

  const grant = {
    departmentId: world.departmentId,
    personId: procurement.id,
    role: 'client',
    fromDay: '2020-01-01',
  } as const
  await world.app.transaction('everything', (tx) =>
    tx
      .insertInto('roleGrants')
      .values({ id: world.newId(), ...grant })
      .execute(),
  )
  const named = { opportunityId: file.id, evaluators: [procurement.id] }
  expect(await nameEvaluators(world.app, client, named)).toEqual({ ok: false, because: 'has_seen_identities' })

  given(await lockEvaluation(world.app, client, { opportunityId: file.id }))
  expect(await confirmEvaluation(world.app, procurement, { opportunityId: file.id })).toEqual({
    ...{ ok: false, because: 'duplicates_undecided' },
  })
  await world.app.transaction('everything', (tx) =>
    tx.deleteFrom('evaluationLocks').where('opportunityId', '=', file.id).execute(),
  )

  const as = (values: Record<string, string>) => ({
    pair: pair.id,
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [fieldOf(name, pair.id), value])),
  })
  const judged = { says: pair.secondId, because: 'same_supplier' }
  expect((await world.as(program).post(address, as({ ...judged, note: '' }))).status).toBe(409)
  expect((await world.as(program).post(address, as({ ...judged, says: '', note: 'Same.' }))).status).toBe(422)
  expect((await world.as(program).post(address, as({ ...judged, because: '', note: 'Same.' }))).status).toBe(422)
  expect((await world.as(program).post(address, as({ ...judged, note: 'The same person.' }))).status).toBe(303)
  expect((await world.as(program).post(`${address}/confirmation`, { pair: pair.id })).status).toBe(404)
  expect((await world.as(procurement).get(`/fr/dossiers/${file.id}/doublons`)).body).toContain('Exclure')
  expect((await world.as(procurement).post(`${address}/confirmation`, { pair: pair.id })).status).toBe(303)
  expect((await pairs()).map(({ state }) => state)).toEqual(['excluded'])
  const state = () =>
    world.app.read('everything', (tx) =>
      tx.selectFrom('applications').select('state').where('id', '=', pair.secondId).executeTakeFirstOrThrow(),
    )
  expect(await state()).toEqual({ state: 'excluded' })
  const told = (kind: string) =>
    world.app.read('everything', (tx) =>
      tx.selectFrom('outboxMessages').select('id').where('kind', '=', kind).execute(),
    )
  expect(await told('evaluation.excluded')).toHaveLength(1)

  const waits = (who: Staff) =>
    world.app.read('everything', async (tx) => (await waitingForDuplicates(tx, who, 'en')).map(({ text }) => text.en))
  const back = `${address}/readmission`
  const post = async (who: Staff, to: string, values = {}) => (await world.as(who).post(to, as(values))).status
  expect(await post(program, back, { back: '' })).toBe(409)
  expect(await post(program, back, { back: 'Two firms of one name.' })).toBe(303)
  expect(await post(program, back, { back: 'Two firms of one name.' })).toBe(409)
  expect(await post(program, `${back}/confirmation`)).toBe(404)
  expect(await waits(procurement)).toEqual(['Decide whether an exclusion is taken back'])
  expect(await post(procurement, `${back}/return`)).toBe(303)
  expect(await post(procurement, `${back}/confirmation`)).toBe(409)
  expect(await post(program, back, { back: 'Two firms of one name.' })).toBe(303)
  expect(await post(procurement, `${back}/confirmation`)).toBe(303)
  expect([(await state()).state, (await pairs()).map((each) => each.state)]).toEqual(['opened', ['found']])
  expect(await told('evaluation.readmitted')).toHaveLength(1)
  world.now = new Date(world.now.getTime() + 1_000)
  expect(await post(program, address, { ...judged, note: 'They are one after all.' })).toBe(303)
  expect(await post(procurement, `${address}/confirmation`)).toBe(303)
  expect([(await state()).state, (await told('evaluation.excluded')).length]).toEqual(['excluded', 2])
  given(await lockEvaluation(world.app, client, { opportunityId: file.id }))
  given(await confirmEvaluation(world.app, procurement, { opportunityId: file.id }))
})
