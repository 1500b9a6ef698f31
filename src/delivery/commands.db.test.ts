import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptAs, arrangeOffered, arrangeRunning, CLOSES, type Running } from '../../test/arrange.awards.ts'
import { given } from '../../test/arrange.evaluation.ts'
import { openWorld, type World } from '../../test/world.ts'
import { system } from '../accounts/rules.ts'
import { offersOf } from '../awards/store.ts'
import { criteriaOf } from '../opportunities/store.ts'
import { day } from '../platform/day.ts'
import { decideNext, terminateContract } from './commands.ending.ts'
import { askAboutLateness, askExtension, checkLate, decideExtension, declareUnable } from './commands.exceptions.ts'
import { countersignTerms, decideWork, deliverWork } from './commands.ts'
import { deliveriesOf, findContract } from './store.ts'
import { waitingForDelivery } from './waiting.ts'

let world: World
beforeAll(async () => {
  world = await openWorld(CLOSES)
})
afterAll(() => world.close())

const three = ['Ana Roy', 'Bo Sol', 'Cy Tran'].map((name) => ({ name }))
const read = <T>(ask: Parameters<typeof world.app.read<T>>[1]) => world.app.read('everything', ask)
const contractOf = async ({ offerId }: { offerId: string }) => {
  const contract = await read((tx) => findContract(tx, offerId))
  if (!contract) throw new Error('there is no contract')
  return contract
}
const shown = (id: string) =>
  read((tx) =>
    tx
      .selectFrom('publication.opportunities')
      .select(['status', 'winnerName', 'repositoryUrl'])
      .where('opportunityId', '=', id)
      .executeTakeFirst(),
  )
const stateOf = (id: string) =>
  read((tx) =>
    tx.selectFrom('opportunities').select(['state', 'outcome']).where('id', '=', id).executeTakeFirstOrThrow(),
  )
const eventsOf = (fileId: string) =>
  read((tx) =>
    tx.selectFrom('historyEvents').select(['kind', 'body', 'at']).where('fileId', '=', fileId).orderBy('at').execute(),
  )
const steps = async (fileId: string) =>
  (await eventsOf(fileId))
    .filter(({ kind }) => kind.startsWith('step.'))
    .map(({ kind, body }) => `${kind.slice(5)} ${JSON.parse(body).step}`)
const letters = (kind: string, about: string) =>
  read((tx) =>
    tx
      .selectFrom('outboxMessages')
      .select(['toAddress', 'facts'])
      .where('kind', '=', kind)
      .where('dedupeKey', 'like', `%${about}%`)
      .execute(),
  )
const work = { repositoryUrl: 'https://code.example/keys', pullRequestUrl: '', note: 'Try it', language: 'en' } as const
const deliver = (file: Running) => deliverWork(world.app, file.supplier, { contractId: file.offerId, ...work })
const marksOf = async (file: Running, met: boolean) =>
  (await read((tx) => criteriaOf(tx, file.id, 'work'))).map(({ id }) => ({
    ...{ criterionId: id, met, comment: met ? '' : 'The key does nothing yet.' },
  }))
/** The day after the delivery date, at ten in the morning. */
const AFTER = new Date('2027-02-13T15:00:00Z')

describe('Canada’s signature', () => {
  it('starts the contract once, introduces both, names the winner and closes the step', async () => {
    const file = await arrangeOffered(world, 2, three)
    const [supplier] = file.ranked
    if (!supplier) throw new Error('nobody was ranked')
    const { signatory, client, observer } = world.staff
    const sign = (actor = signatory) => countersignTerms(world.app, actor, { opportunityId: file.id, workingDays: 0.5 })
    expect(await sign()).toEqual({ ok: false, because: 'not_accepted' })
    await acceptAs(world, supplier, file)
    expect(await sign(observer)).toEqual({ ok: false, because: 'not_allowed' })
    const waiting = await read((tx) => waitingForDelivery(tx, signatory, 'en'))
    expect(waiting.map(({ href }) => href)).toContain(`/en/files/${file.id}/terms`)
    const both = await Promise.all([sign(), sign()])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, because: 'not_accepted' })

    expect(await contractOf(file)).toMatchObject({ state: 'in_progress', price: 650_000, deliveryDay: '2027-02-12' })
    expect(await stateOf(file.id)).toMatchObject({ state: 'awarded' })
    expect(await shown(file.id)).toMatchObject({ status: 'awarded', winnerName: supplier.name })
    expect(await steps(file.fileId)).toEqual(
      expect.arrayContaining(['ended terms-agreed', 'skipped contract-written', 'skipped purchase-order-created']),
    )
    const [toClient] = await letters('contract.started_client', file.offerId)
    const [toSupplier] = await letters('contract.started_supplier', file.offerId)
    expect(toClient).toMatchObject({ toAddress: client.email })
    expect(JSON.parse(toClient?.facts ?? '{}')).toMatchObject({ name: supplier.name, email: supplier.email })
    expect(JSON.parse(toSupplier?.facts ?? '{}')).toMatchObject({ name: client.name, email: client.email })
    const duties = await read((tx) =>
      tx.selectFrom('fileDuties').select('personId').where('duty', '=', 'signed_terms').execute(),
    )
    expect(duties.map(({ personId }) => personId)).toContain(signatory.id)
  })

  it('needs a delegation that is in force and covers the price with tax', async () => {
    const file = await arrangeOffered(world, 1, three)
    const [supplier] = file.ranked
    if (!supplier) throw new Error('nobody was ranked')
    await acceptAs(world, supplier, file)
    const { signatory } = world.staff
    const limit = (limitCents: number, untilDay: string | null) =>
      world.worker.transaction('everything', (tx) =>
        tx.updateTable('roleGrants').set({ limitCents, untilDay }).where('personId', '=', signatory.id).execute(),
      )
    const sign = () => countersignTerms(world.app, signatory, { opportunityId: file.id })
    await limit(700_000, null)
    expect(await sign()).toEqual({ ok: false, because: 'over_delegation' })
    await limit(2_500_000, '2026-11-01')
    expect(await sign()).toEqual({ ok: false, because: 'no_delegation' })
    await limit(2_500_000, null)
    given(await sign())
  })
})

describe('the work', () => {
  it('is revised, delivered again and accepted once; the invoice is asked for and the steps run', async () => {
    const file = await arrangeRunning(world, 1, three)
    const { client, program, program2 } = world.staff
    const decide = (actor: typeof client, met: boolean, newDay: ReturnType<typeof day> | null) =>
      marksOf(file, met).then((marks) =>
        decideWork(world.app, actor, { contractId: file.offerId, marks, newDay, workingDays: 0.25 }),
      )
    expect(await decide(client, true, null)).toEqual({ ok: false, because: 'wrong_state' })
    given(await deliver(file))
    expect(await deliver(file)).toEqual({ ok: false, because: 'wrong_state' })
    expect(await decide(client, false, null)).toEqual({ ok: false, because: 'new_date_missing' })
    given(await decide(client, false, day('2027-03-01')))
    expect(await contractOf(file)).toMatchObject({ state: 'revision_asked', deliveryDay: '2027-03-01' })
    given(await deliver(file))
    const both = await Promise.all([decide(program, true, null), decide(program2, true, null)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, because: 'wrong_state' })

    expect(await contractOf(file)).toMatchObject({ state: 'accepted' })
    const deliveries = await read((tx) => deliveriesOf(tx, file.offerId))
    expect(deliveries.map(({ number, answer }) => [number, answer?.said])).toEqual([
      [1, 'revision_asked'],
      [2, 'accepted'],
    ])
    expect(deliveries[0]?.marks[0]).toMatchObject({ met: false, comment: 'The key does nothing yet.' })
    expect(await shown(file.id)).toMatchObject({ status: 'delivered', repositoryUrl: work.repositoryUrl })
    const ran = await steps(file.fileId)
    expect(ran.filter((step) => step.endsWith('work-evaluated'))).toHaveLength(4)
    expect(ran).toContain('started invoice-received')
    const duties = await read((tx) =>
      tx.selectFrom('fileDuties').select('duty').where('requestId', '=', file.fileId).execute(),
    )
    expect(duties.filter(({ duty }) => duty === 'accepted_work')).toHaveLength(1)
  })

  it('is asked about once for each date, and the date moves when the program team grants it', async () => {
    const file = await arrangeRunning(world, 1, three)
    const contractId = file.offerId
    const { program, client, observer } = world.staff
    expect(await askAboutLateness(world.app, client, { contractId })).toEqual({ ok: false, because: 'not_late' })
    world.now = AFTER
    expect((await read((tx) => waitingForDelivery(tx, client, 'en'))).map(({ href }) => href)).toContain(
      `/en/files/${file.id}/work`,
    )
    await checkLate(world.worker, { contractId })
    await checkLate(world.worker, { contractId })
    expect(await letters('contract.late', contractId)).toHaveLength(1)
    expect(await askAboutLateness(world.app, program, { contractId })).toEqual({ ok: false, because: 'already_asked' })

    const asking = { contractId, day: day('2027-02-26'), because: 'A flood', language: 'en' } as const
    given(await askExtension(world.app, file.supplier, asking))
    expect(await askExtension(world.app, file.supplier, asking)).toEqual({ ok: false, because: 'already_asked' })
    const grant = { contractId, decision: 'granted', reply: '' } as const
    expect(await decideExtension(world.app, observer, grant)).toEqual({ ok: false, because: 'not_allowed' })
    given(await decideExtension(world.app, program, grant))
    expect(await decideExtension(world.app, program, grant)).toEqual({ ok: false, because: 'nothing_asked' })
    expect(await contractOf(file)).toMatchObject({ deliveryDay: '2027-02-26' })
    world.now = new Date('2027-02-27T15:00:00Z')
    given(await askAboutLateness(world.worker, system, { contractId }))
    expect(await letters('contract.late', contractId)).toHaveLength(2)
  })
})

describe('a contract that ends early', () => {
  const byDefault = { kind: 'default', because: 'Nothing was delivered.', percentage: null } as const

  it('is terminated once by one of two at once; the name leaves the public pages; the next is offered the work', async () => {
    const file = await arrangeRunning(world, 2, three)
    const contractId = file.offerId
    const { signatory, program } = world.staff
    const end = () => terminateContract(world.app, signatory, { contractId, ...byDefault })
    expect(await end()).toEqual({ ok: false, because: 'no_default_yet' })
    given(await declareUnable(world.app, file.supplier, { contractId, because: 'I fell ill.' }))
    const both = await Promise.all([end(), end()])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, because: 'wrong_state' })
    expect(await shown(file.id)).toMatchObject({ status: 'closed', winnerName: null })
    expect((await read((tx) => waitingForDelivery(tx, program, 'fr'))).map(({ href }) => href)).toContain(
      `/fr/dossiers/${file.id}/travail/suite`,
    )

    const next = (deliveryDay: ReturnType<typeof day> | null) =>
      decideNext(world.app, program, { contractId, step: 'next', deliveryDay })
    expect(await next(null)).toEqual({ ok: false, because: 'day_missing' })
    expect(await next(day('2026-01-05'))).toEqual({ ok: false, because: 'delivery_in_past' })
    given(await next(day('2027-04-30')))
    expect(await stateOf(file.id)).toMatchObject({ state: 'offering' })
    const offers = await read((tx) => offersOf(tx, file.id))
    expect(offers.map(({ state, deliveryDay }) => [state, deliveryDay])).toEqual([
      ['terms_signed', '2027-02-12'],
      ['made', '2027-04-30'],
    ])
    const second = file.ranked[1]
    if (!second) throw new Error('two should be ranked')
    await acceptAs(world, second, file)
    given(await countersignTerms(world.app, signatory, { opportunityId: file.id }))
    expect(await shown(file.id)).toMatchObject({ status: 'awarded', winnerName: second.name })
  })

  it('ends without delivery when nobody is left, unpaid and unnamed, and finance releases the funds', async () => {
    const file = await arrangeRunning(world, 1, three)
    const contractId = file.offerId
    const { signatory, program, client } = world.staff
    world.now = AFTER
    given(await terminateContract(world.app, signatory, { contractId, ...byDefault }))
    const decide = (actor: typeof program, step: 'next' | 'end') =>
      decideNext(world.app, actor, { contractId, step, deliveryDay: day('2027-04-30') })
    expect(await decide(client, 'end')).toEqual({ ok: false, because: 'not_allowed' })
    expect(await decide(program, 'next')).toEqual({ ok: false, because: 'nobody_left' })
    given(await decide(program, 'end'))
    expect(await decide(program, 'end')).toEqual({ ok: false, because: 'wrong_state' })
    expect(await stateOf(file.id)).toEqual({ state: 'unsuccessful', outcome: 'ended_without_delivery' })
    expect(await shown(file.id)).toEqual({
      ...{ status: 'ended_without_delivery', winnerName: null, repositoryUrl: null },
    })
    expect(await letters('funds.to_release', file.id)).toHaveLength(1)
    expect((await eventsOf(file.fileId)).map(({ kind }) => kind)).toContain('funds.to_release')
  })

  it('for convenience leaves a share to be paid, and the file to the payment', async () => {
    const file = await arrangeRunning(world, 2, three)
    const contractId = file.offerId
    const { signatory, program } = world.staff
    const end = (percentage: number | null) =>
      terminateContract(world.app, signatory, { contractId, kind: 'convenience', because: 'No need', percentage })
    expect(await end(null)).toEqual({ ok: false, because: 'percentage_missing' })
    given(await end(40))
    expect(await decideNext(world.app, program, { contractId, step: 'end', deliveryDay: null })).toEqual({
      ...{ ok: false, because: 'to_be_paid' },
    })
    expect(await shown(file.id)).toMatchObject({ status: 'ended_without_delivery', winnerName: null })
  })
})
