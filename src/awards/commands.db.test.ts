import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptAs, arrangeDrawn, arrangeOffered, CLOSES } from '../../test/arrange.awards.ts'
import { given } from '../../test/arrange.evaluation.ts'
import { openWorld, type World } from '../../test/world.ts'
import { system } from '../accounts/rules.ts'
import { acceptOffer, declineOffer, lapseOffer, recordSignOff } from './commands.answers.ts'
import { tellAll } from './commands.results.ts'
import { makeOffer } from './commands.ts'
import { termsOn } from './signing.ts'
import { offersOf } from './store.ts'

let world: World
beforeAll(async () => {
  world = await openWorld(CLOSES)
})
afterAll(() => world.close())

const three = ['Ana Roy', 'Bo Sol', 'Cy Tran'].map((name) => ({ name }))
const read = <T>(ask: Parameters<typeof world.app.read<T>>[1]) => world.app.read('everything', ask)
const offers = (id: string) => read((tx) => offersOf(tx, id))
const stateOf = (id: string) =>
  read((tx) =>
    tx.selectFrom('opportunities').select(['state', 'outcome']).where('id', '=', id).executeTakeFirstOrThrow(),
  )
const letters = (kind: string, about: string) =>
  read((tx) =>
    tx
      .selectFrom('outboxMessages')
      .select(['toAddress', 'language', 'facts'])
      .where('kind', '=', kind)
      .where('dedupeKey', 'like', `%${about}%`)
      .orderBy('toAddress')
      .execute(),
  )
const eventsOf = (fileId: string) =>
  read((tx) =>
    tx.selectFrom('historyEvents').select(['kind', 'body']).where('fileId', '=', fileId).orderBy('id').execute(),
  )
const steps = async (fileId: string) =>
  (await eventsOf(fileId))
    .filter(({ kind }) => kind.startsWith('step.'))
    .map(({ kind, body }) => `${kind} ${JSON.parse(body).step}`)
const yes = (name: string) =>
  ({ payment: 'card', paymentDetail: '', taxNumber: '123456782 RT0001', signatory: name }) as const

describe('an offer', () => {
  it('goes to the first of the ranking, once, for three business days, with one letter and both steps', async () => {
    const file = await arrangeDrawn(world, 2, three)
    const both = await Promise.all([1, 2].map(() => makeOffer(world.worker, system, { opportunityId: file.id })))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, because: 'offer_stands' })
    const [offer] = await offers(file.id)
    // The draw's number is known on Saturday evening; three business days later is Wednesday.
    expect(offer).toMatchObject({ rank: 1, state: 'made', supplierId: file.ranked[0]?.id, price: 650_000 })
    expect(offer?.respondBy.toISOString()).toBe('2026-11-26T04:59:59.000Z')
    expect(await stateOf(file.id)).toEqual({ state: 'offering', outcome: null })
    expect(await letters('offer.made', offer?.id ?? '')).toHaveLength(1)
    expect((await steps(file.fileId)).slice(-2).toSorted()).toEqual([
      'step.ended supplier-selected',
      'step.started terms-agreed',
    ])
    expect(await makeOffer(world.app, world.staff.client, { opportunityId: file.id })).toEqual({
      ...{ ok: false, because: 'not_allowed' },
    })
  })

  it('is accepted once, with the exact text of the terms; the signatory is asked', async () => {
    const file = await arrangeOffered(world, 1, three)
    const [supplier] = file.ranked
    if (!supplier) throw new Error('nobody was ranked')
    const accept = () => acceptOffer(world.app, supplier, { offerId: file.offerId, ...yes(supplier.name) })
    const both = await Promise.all([accept(), accept()])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, because: 'already_answered' })
    const [offer] = await offers(file.id)
    expect(offer).toMatchObject({ state: 'accepted', payment: 'card', taxNumber: '123456782 RT0001' })
    const { version, sha256 } = termsOn('2026-11-17' as never)
    expect(offer).toMatchObject({ terms: { version, sha256 }, supplierSignatory: supplier.name })
    expect((await letters('terms.to_sign', file.offerId)).map(({ toAddress }) => toAddress)).toContain(
      world.staff.signatory.email,
    )
    const [other] = file.failed
    if (!other) throw new Error('everybody passed')
    expect(await declineOffer(world.app, other, { offerId: file.offerId, because: 'Not mine' })).toEqual({
      ...{ ok: false, because: 'not_allowed' },
    })
  })

  it('is either accepted or lapsed when both happen at once', async () => {
    const file = await arrangeOffered(world, 1, three)
    const [supplier] = file.ranked
    const [offer] = await offers(file.id)
    if (!supplier || !offer) throw new Error('nothing was offered')
    world.now = new Date(offer.respondBy.getTime() - 1)
    const accepts = () => acceptOffer(world.app, supplier, { offerId: offer.id, ...yes(supplier.name) })
    const early = await Promise.all([accepts(), lapseOffer(world.worker, system, { offerId: offer.id })])
    expect(early.map(({ ok }) => ok)).toEqual([true, false])

    const late = await arrangeOffered(world, 1, three)
    const [second] = late.ranked
    const [standing] = await offers(late.id)
    if (!second || !standing) throw new Error('nothing was offered')
    world.now = standing.respondBy
    const answers = await Promise.all([
      acceptOffer(world.app, second, { offerId: standing.id, ...yes(second.name) }),
      lapseOffer(world.worker, system, { offerId: standing.id }),
    ])
    expect(answers.map(({ ok }) => ok)).toEqual([false, true])
    expect(answers[0]).toEqual({ ok: false, because: 'too_late' })
  })

  it('goes down the ranking after a no and after no answer, and ends the file when nobody is left', async () => {
    const file = await arrangeOffered(world, 2, three)
    const [first, second] = file.ranked
    if (!first || !second) throw new Error('two should be ranked')
    given(await declineOffer(world.app, first, { offerId: file.offerId, because: 'Another job' }))
    const after = await offers(file.id)
    expect(after.map(({ state, supplierId }) => [state, supplierId])).toEqual([
      ['declined', first.id],
      ['made', second.id],
    ])
    const next = after[1]
    if (!next) throw new Error('the second was not asked')
    expect(await lapseOffer(world.worker, system, { offerId: next.id })).toEqual({ ok: false, because: 'not_due' })
    world.now = next.respondBy
    given(await lapseOffer(world.worker, system, { offerId: next.id }))
    expect(await stateOf(file.id)).toEqual({ state: 'unsuccessful', outcome: 'none_accepted' })
    expect(await letters('funds.to_release', file.id)).toHaveLength(1)
    expect(await letters('opportunity.ended', file.id)).toHaveLength(3)
    const shown = await read((tx) =>
      tx
        .selectFrom('publication.opportunities')
        .select(['status', 'winnerName'])
        .where('opportunityId', '=', file.id)
        .executeTakeFirst(),
    )
    expect(shown).toEqual({ status: 'unsuccessful', winnerName: null })
    expect((await steps(file.fileId)).at(-1)).toBe('step.ended terms-agreed')
    const recorded = (await eventsOf(file.fileId)).map(({ kind }) => kind)
    expect(recorded).toEqual(expect.arrayContaining(['funds.to_release', 'opportunity.unsuccessful']))
  })

  it('steps back from a yes until Canada signs', async () => {
    const file = await arrangeOffered(world, 2, three)
    const [first] = file.ranked
    if (!first) throw new Error('nobody was ranked')
    await acceptAs(world, first, file)
    given(await declineOffer(world.app, first, { offerId: file.offerId, because: 'I fell ill' }))
    expect((await offers(file.id)).map(({ state }) => state)).toEqual(['declined', 'made'])
  })

  it('waits for the sign-off of a public servant, recorded once by the program team', async () => {
    const file = await arrangeOffered(world, 1, three)
    const [supplier] = file.ranked
    if (!supplier) throw new Error('nobody was ranked')
    await world.worker.transaction('everything', (tx) =>
      tx
        .updateTable('applicationIdentities')
        .set({ publicServant: true })
        .where('applicationId', 'in', (of) =>
          of.selectFrom('applications').select('id').where('supplierId', '=', supplier.id),
        )
        .execute(),
    )
    await acceptAs(world, supplier, file)
    const { program, program2, client } = world.staff
    const recording = { offerId: file.offerId, reference: 'HR-12' }
    expect(await recordSignOff(world.app, client, recording)).toEqual({ ok: false, because: 'not_allowed' })
    const both = await Promise.all([program, program2].map((actor) => recordSignOff(world.app, actor, recording)))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, because: 'already_recorded' })
  })
})

describe('the others', () => {
  it('are told once, each in their language: which criterion and why, or that another was drawn first', async () => {
    const file = await arrangeOffered(world, 2, [...three, { name: 'Éva Roy', language: 'fr' }])
    await world.worker.transaction('everything', (tx) =>
      tx.updateTable('opportunities').set({ state: 'awarded' }).where('id', '=', file.id).execute(),
    )
    await tellAll(world.worker, { opportunityId: file.id })
    await tellAll(world.worker, { opportunityId: file.id })
    const addresses = async (kind: string) =>
      (
        await read((tx) =>
          tx.selectFrom('outboxMessages').select(['toAddress', 'facts']).where('kind', '=', kind).execute(),
        )
      ).filter(({ toAddress }) => file.suppliers.some(({ email }) => email === toAddress))
    expect((await addresses('award.not_drawn')).map(({ toAddress }) => toAddress)).toEqual([file.ranked[1]?.email])
    const failed = await addresses('award.not_passed')
    expect(failed.map(({ toAddress }) => toAddress).toSorted()).toEqual(
      file.failed.map(({ email }) => email).toSorted(),
    )
    const facts = JSON.parse(failed[0]?.facts ?? '{}')
    expect(JSON.parse(facts.unmet)).toMatchObject([{ position: 2 }])
    // Thirty working days, holidays of the season left out.
    expect(facts.complainBy).toBe('2027-01-06')
  })

  it('are told nothing while the choice is open', async () => {
    const file = await arrangeOffered(world, 1, three)
    await tellAll(world.worker, { opportunityId: file.id })
    const [failed] = file.failed
    const sent = await read((tx) =>
      tx
        .selectFrom('outboxMessages')
        .select('kind')
        .where('toAddress', '=', failed?.email ?? '')
        .where('kind', 'like', 'award.%')
        .execute(),
    )
    expect(sent).toEqual([])
  })
})
