import { afterAll, beforeAll, expect, it } from 'vitest'
import { acceptAs, arrangeDrawn } from '../../test/arrange.awards.ts'
import { given } from '../../test/arrange.evaluation.ts'
import { openWorld, type World } from '../../test/world.ts'
import { system } from '../accounts/rules.ts'
import { makeOffer } from '../awards/commands.ts'
import { decideNext, terminateContract } from './commands.ending.ts'
import { declareUnable } from './commands.exceptions.ts'
import { countersignTerms } from './commands.ts'

const closed = new Date('2021-07-12T23:59:59-04:00')
let world: World
beforeAll(async () => {
  world = await openWorld(closed)
})
afterAll(() => world.close())

// One of four passed, both signed, the supplier said that they could not deliver: closeout report, section 2.
it('goes as the pilot went in 2021, on its own clock, and pays nothing', async () => {
  const four = ['Ana Roy', 'Bo Sol', 'Cy Tran', 'Di Ung'].map((name) => ({ name }))
  const file = await arrangeDrawn(world, 1, four, closed)
  const [supplier] = file.ranked
  if (!supplier) throw new Error('nobody was ranked')
  const { signatory, program } = world.staff
  world.now = new Date('2021-07-15T16:00:00-04:00')
  const asked = given(await makeOffer(world.worker, system, { opportunityId: file.id }))
  const contractId = 'offerId' in asked ? asked.offerId : ''
  await acceptAs(world, supplier, file)
  world.now = new Date('2021-07-19T16:00:00-04:00')
  given(await countersignTerms(world.app, signatory, { opportunityId: file.id, workingDays: null }))
  world.now = new Date('2021-07-26T10:00:00-04:00')
  given(await declareUnable(world.app, supplier, { contractId, because: 'The work is beyond me.' }))
  const because = 'Not delivered.'
  given(await terminateContract(world.app, signatory, { contractId, kind: 'default', because, percentage: null }))
  expect(await decideNext(world.app, program, { contractId, step: 'next', deliveryDay: null })).toEqual({
    ...{ ok: false, because: 'nobody_left' },
  })
  given(await decideNext(world.app, program, { contractId, step: 'end', deliveryDay: null }))

  const [opportunity, shown, events] = await world.app.read('everything', async (tx) => [
    await tx.selectFrom('opportunities').select(['state', 'outcome', 'endedAt']).where('id', '=', file.id).execute(),
    await tx.selectFrom('publication.opportunities').select(['status', 'winnerName']).execute(),
    await tx
      .selectFrom('historyEvents')
      .select(['kind', 'at', 'body'])
      .where('fileId', '=', file.fileId)
      .orderBy('at')
      .execute(),
  ])
  expect(opportunity).toEqual([
    { state: 'unsuccessful', outcome: 'ended_without_delivery', endedAt: new Date('2021-07-26T14:00:00Z') },
  ])
  expect(shown).toEqual([{ status: 'ended_without_delivery', winnerName: null }])
  const terms = events.filter(({ body }) => JSON.parse(body).step === 'terms-agreed')
  expect(terms.map(({ kind, at }) => [kind, at.toISOString()])).toEqual([
    ['step.started', '2021-07-15T20:00:00.000Z'],
    ['step.ended', '2021-07-19T20:00:00.000Z'],
  ])
  const kinds = events.map(({ kind }) => kind)
  expect(kinds).toContain('funds.to_release')
  expect(kinds.filter((kind) => kind.startsWith('invoice.'))).toEqual([])
  const letters = await world.app.read('everything', (tx) =>
    tx.selectFrom('outboxMessages').select('kind').where('kind', 'like', 'contract.terminated%').execute(),
  )
  expect(letters.length).toBeGreaterThan(1)
})
