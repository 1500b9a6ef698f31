import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { given } from '../../test/arrange.evaluation.ts'
import { arrangeInvoice, invoiceNow, sending } from '../../test/arrange.payments.ts'
import { openWorld, type World } from '../../test/world.ts'
import { type Staff, system } from '../accounts/rules.ts'
import { stepDurations } from '../history/durations.ts'
import { stepEventsOf } from '../history/steps.store.ts'
import { weekdayCalendar } from '../platform/calendar.ts'
import { takeDuty } from '../requests/duties.store.ts'
import { certifyInvoice, createCardDocument, enterInvoice, recordPayment, returnInvoice } from './commands.staff.ts'
import { confirmReceipt, draftInvoice, sendInvoice } from './commands.ts'
import { paymentJobs } from './jobs.ts'
import { invoiceLifecycle } from './rules.ts'
import { waitingForPayments } from './waiting.ts'

const START = new Date('2026-11-17T19:00:00Z')
const DAY = 86_400_000

let world: World
beforeAll(async () => {
  world = await openWorld(START)
})
afterAll(() => world.close())

const kindsOf = async (fileId: string, subjectType: string) =>
  (
    await world.app.read('everything', (tx) =>
      tx
        .selectFrom('historyEvents')
        .select('kind')
        .where('fileId', '=', fileId)
        .where('subjectType', '=', subjectType)
        .orderBy('at')
        .orderBy('id')
        .execute(),
    )
  ).map(({ kind }) => kind)

const lettersTo = async (address: string, about: string) =>
  (
    await world.app.read('everything', (tx) =>
      tx.selectFrom('outboxMessages').select(['kind', 'facts']).where('toAddress', '=', address).execute(),
    )
  )
    .filter(({ kind, facts }) => kind.startsWith('invoice.') && facts.includes(about))
    .map(({ kind }) => kind)

const waitsFor = (actor: Staff, id: string) =>
  world.app.read({ department: world.departmentId }, async (tx) =>
    (await waitingForPayments(tx, actor, 'en')).filter(({ href }) => href.includes(id)).map(({ text }) => text.en),
  )

describe('a payment from acceptance to the money', () => {
  test('is drafted once, sent, certified, entered, documented, paid and confirmed; the file completes', async () => {
    const { staff, app } = world
    const file = await arrangeInvoice(world, 'drafted')
    const { invoiceId, supplier } = file
    expect(await invoiceNow(world, invoiceId)).toMatchObject({
      ...{ state: 'drafted', price: 650_000, total: 650_000, taxes: [], reservationNumber: 'FR-7' },
    })
    await paymentJobs['invoice.draft'](world.worker, { contractId: file.offerId })
    expect(await draftInvoice(world.worker, system, { contractId: file.offerId })).toMatchObject({
      because: 'already_drafted',
    })

    const sentAt = world.now
    given(await sendInvoice(app, supplier, { invoiceId, ...sending }))
    expect(await waitsFor(staff.section34, file.id)).toEqual(['Certify (section 34)'])
    expect(await waitsFor(staff.finance, file.id)).toEqual([])
    world.now = new Date(sentAt.getTime() + DAY)
    given(await certifyInvoice(app, staff.section34, { invoiceId, workingDays: 0.25 }))
    expect(await waitsFor(staff.finance, file.id)).toEqual(['Enter the invoice'])
    given(await enterInvoice(app, staff.finance, { invoiceId }))
    expect(await waitsFor(staff.cardholder, file.id)).toEqual(['Create the card document'])
    given(await createCardDocument(app, staff.cardholder, { invoiceId, number: 'CD-5001' }))
    expect(await waitsFor(staff.cardholder, file.id)).toEqual(['Pay the supplier'])
    world.now = new Date(sentAt.getTime() + 3 * DAY)
    const paying = { invoiceId, method: 'paypal', reference: '8AB12345CD678901E' } as const
    expect(given(await recordPayment(app, staff.cardholder, paying))).toEqual({ paidDays: 3 })
    expect(await waitsFor(staff.cardholder, file.id)).toEqual([])
    given(await confirmReceipt(app, supplier, { invoiceId }))

    const shown = await app.read('everything', async (tx) => ({
      file: await tx
        .selectFrom('opportunities')
        .select(['state', 'outcome'])
        .where('id', '=', file.id)
        .executeTakeFirst(),
      open: await tx
        .selectFrom('publication.opportunities')
        .select(['status', 'repositoryUrl', 'paidDays'])
        .where('opportunityId', '=', file.id)
        .executeTakeFirst(),
      steps: (await stepEventsOf(tx, [file.fileId])).get(file.fileId) ?? [],
    }))
    expect(shown.file).toEqual({ state: 'completed', outcome: 'delivered' })
    expect(shown.open).toEqual({
      ...{ status: 'delivered', paidDays: 3, repositoryUrl: 'https://code.example.ca/waterways/focus' },
    })
    const durations = stepDurations(shown.steps, weekdayCalendar, 'America/Toronto')
    for (const step of [
      'invoice-received',
      's34-certified',
      'invoice-entered',
      'card-document-created',
      'paid-by-card',
    ] as const)
      expect([step, durations.get(step)?.openSince, durations.get(step)?.runs.length]).toEqual([step, null, 1])
    expect(durations.get('s34-certified')).toMatchObject({ elapsed: 1, working: 0.25 })
    expect((await kindsOf(file.fileId, 'invoice')).toSorted()).toEqual([
      ...['invoice.card_document_created', 'invoice.certified', 'invoice.drafted', 'invoice.entered'],
      ...['invoice.paid', 'invoice.receipt_confirmed', 'invoice.sent'],
    ])
    expect(await kindsOf(file.fileId, 'opportunity')).toContain('opportunity.completed')
    expect(await lettersTo(supplier.email, invoiceId)).toEqual(['invoice.drafted', 'invoice.paid'])
    expect(await lettersTo(staff.client.email, 'feedback?for=client')).toContain('invoice.paid_client')
    expect(await lettersTo(staff.program.email, file.id)).toContain('invoice.paid_staff')
  })

  test('a registered supplier adds the tax of the department’s place; what changed since they looked is refused', async () => {
    const file = await arrangeInvoice(world, 'drafted')
    const { invoiceId, supplier } = file
    const asked = { invoiceId, ...sending, taxNumber: '123456782 RT0001' }
    const seen = (await invoiceNow(world, invoiceId))?.total ?? null
    expect(await sendInvoice(world.app, supplier, { ...asked, seenTotal: seen })).toMatchObject({
      because: 'total_changed',
    })
    expect(given(await sendInvoice(world.app, supplier, asked))).toEqual({ total: 734_500 })
    expect(await invoiceNow(world, invoiceId)).toMatchObject({ taxes: [{ tax: 'hst', rate: 13_000, cents: 84_500 }] })
  })

  test('a total above the reservation is never sent, nor certified when the reservation shrank', async () => {
    const file = await arrangeInvoice(world, 'sent')
    const shrink = (amount: number) =>
      world.app.transaction('everything', (tx) =>
        tx.updateTable('opportunities').set({ reservationCents: amount }).where('id', '=', file.id).execute(),
      )
    await shrink(649_999)
    expect(await certifyInvoice(world.app, world.staff.section34, file)).toMatchObject({ because: 'over_reserved' })
    await shrink(650_000)
    given(await returnInvoice(world.app, world.staff.section34, { ...file, because: 'Add your tax number' }))
    const withTax = { ...file, ...sending, taxNumber: '123456782 RT0001' }
    expect(await sendInvoice(world.app, file.supplier, withTax)).toMatchObject({ because: 'over_reserved' })
  })

  test('sent back, it is repaired and sent again, and the days count anew', async () => {
    const file = await arrangeInvoice(world, 'sent')
    const { invoiceId, supplier, fileId } = file
    const because = 'The number is that of last year.'
    given(await returnInvoice(world.app, world.staff.section34, { invoiceId, because }))
    expect(await invoiceNow(world, invoiceId)).toMatchObject({ state: 'returned', returnedBecause: because })
    expect(await lettersTo(supplier.email, invoiceId)).toContain('invoice.returned')
    world.now = new Date(world.now.getTime() + 2 * DAY)
    given(await sendInvoice(world.app, supplier, { invoiceId, ...sending, invoiceNumber: '2026-08' }))
    expect(await invoiceNow(world, invoiceId)).toMatchObject({ state: 'sent', sentAt: world.now })
    const steps = await world.app.read('everything', (tx) => stepEventsOf(tx, [fileId]))
    const durations = stepDurations(steps.get(fileId) ?? [], weekdayCalendar, 'America/Toronto')
    expect(durations.get('s34-certified')?.openSince).toEqual(world.now)
    expect(durations.get('invoice-received')?.openSince).toBeNull()
  })

  test('a delegation is that of the moment', async () => {
    const file = await arrangeInvoice(world, 'sent')
    const { section34 } = world.staff
    const limit = (cents: number | null, untilDay: string | null = null) =>
      world.app.transaction('everything', (tx) =>
        tx
          .updateTable('roleGrants')
          .set({ limitCents: cents, untilDay })
          .where('personId', '=', section34.id)
          .execute(),
      )
    await limit(649_999)
    expect(await certifyInvoice(world.app, section34, file)).toMatchObject({ because: 'delegation_too_low' })
    await limit(null, '2026-01-01')
    expect(await certifyInvoice(world.app, section34, file)).toMatchObject({ because: 'no_delegation' })
    await limit(650_000)
    expect(await certifyInvoice(world.app, section34, file)).toMatchObject({ ok: true })
    await limit(2_500_000)
  })

  test('a deposit is recorded by finance, without a card document', async () => {
    const file = await arrangeInvoice(world, 'entered')
    expect(await waitsFor(world.staff.finance, file.id)).toEqual([])
    await world.app.transaction('everything', (tx) =>
      tx.updateTable('offers').set({ paymentMethod: 'direct_deposit' }).where('id', '=', file.offerId).execute(),
    )
    expect(await waitsFor(world.staff.finance, file.id)).toEqual(['Pay the supplier'])
    expect(await waitsFor(world.staff.cardholder, file.id)).toEqual(['Pay the supplier'])
    await world.app.transaction('everything', (tx) =>
      tx.updateTable('offers').set({ paymentMethod: 'card' }).where('id', '=', file.offerId).execute(),
    )
    const deposit = { ...file, method: 'direct_deposit', reference: 'RG-55' } as const
    given(await recordPayment(world.app, world.staff.finance, deposit))
    const steps = await world.app.read('everything', (tx) => stepEventsOf(tx, [file.fileId]))
    const durations = stepDurations(steps.get(file.fileId) ?? [], weekdayCalendar, 'America/Toronto')
    expect([...durations.values()].filter(({ openSince }) => openSince !== null)).toEqual([])
  })
})

describe('races', () => {
  const fifty = Array.from({ length: 50 }, (_, place) => place)

  test('certified by fifty at once, certified once', async () => {
    const file = await arrangeInvoice(world, 'sent')
    const answers = await Promise.all(fifty.map(() => certifyInvoice(world.app, world.staff.section34, file)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await kindsOf(file.fileId, 'invoice')).filter((kind) => kind === 'invoice.certified')).toHaveLength(1)
  })

  test('paid by fifty at once, paid once', async () => {
    const file = await arrangeInvoice(world, 'documented')
    const { cardholder } = world.staff
    const answers = await Promise.all(
      fifty.map((place) => recordPayment(world.app, cardholder, { ...file, method: 'card', reference: `T-${place}` })),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.because === 'wrong_state')).toHaveLength(49)
    expect((await kindsOf(file.fileId, 'invoice')).filter((kind) => kind === 'invoice.paid')).toHaveLength(1)
  })

  test('drafted by ten jobs at once, drafted once', async () => {
    const file = await arrangeInvoice(world, 'drafted')
    await world.app.transaction('everything', (tx) =>
      tx.deleteFrom('invoices').where('id', '=', file.invoiceId).execute(),
    )
    const jobs = fifty.slice(0, 10).map(() => draftInvoice(world.worker, system, { contractId: file.offerId }))
    expect((await Promise.all(jobs)).filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('separation of duties on a file', () => {
  const plus = (actor: Staff, ...roles: Staff['roles']): Staff => ({ ...actor, roles: [...actor.roles, ...roles] })

  test('client, evaluator and accepter neither certify nor pay; the certifier does not pay', async () => {
    const { client, client2, program, section34, cardholder } = world.staff
    const waiting = await arrangeInvoice(world, 'sent', { accepter: program })
    for (const person of [client, client2, program])
      expect(await certifyInvoice(world.app, plus(person, 'section_34'), waiting)).toMatchObject({
        because: 'separation_of_duties',
      })
    given(await certifyInvoice(world.app, section34, waiting))
    given(await enterInvoice(world.app, world.staff.finance, waiting))
    given(await createCardDocument(world.app, cardholder, { ...waiting, number: 'CD-1' }))
    const paying = { ...waiting, method: 'card', reference: 'T-1' } as const
    for (const person of [client, client2, program, section34])
      expect(await recordPayment(world.app, plus(person, 'cardholder'), paying)).toMatchObject({
        because: 'separation_of_duties',
      })
    expect(await recordPayment(world.app, cardholder, paying)).toMatchObject({ ok: true })
  })

  test('another department’s people see and do nothing', async () => {
    const file = await arrangeInvoice(world, 'sent')
    const other = { ...world.staff.section34, departmentId: world.newId() }
    expect(await certifyInvoice(world.app, other, file)).toMatchObject({ because: 'not_allowed' })
  })

  test('the database refuses what the rules would have refused', async () => {
    const file = await arrangeInvoice(world, 'documented')
    const { section34, client } = world.staff
    const write = (set: Record<string, unknown>) =>
      world.app.transaction('everything', (tx) =>
        tx.updateTable('invoices').set(set).where('id', '=', file.invoiceId).execute(),
      )
    const paid = { state: 'paid', paidAt: world.now, paymentMethod: 'card', paymentReference: 'T-1' }
    await expect(write({ ...paid, paidBy: section34.id })).rejects.toThrow('check')
    await expect(write({ ...paid, paidBy: file.supplier.id })).rejects.toThrow('check')
    await expect(write({ certifiedBy: file.supplier.id })).rejects.toThrow('check')
    await expect(write({ state: 'paid' })).rejects.toThrow('check')
    const { departmentId } = world
    for (const duty of ['certified_34', 'paid'] as const)
      await expect(
        world.app.transaction('everything', (tx) =>
          takeDuty(tx, world.app, {
            ...{ departmentId, requestId: file.fileId, opportunityId: file.id, duty, personId: client.id },
            at: world.now,
          }),
        ),
      ).rejects.toThrow('conflicting duty')
  })

  test('the database knows the states of the lifecycle and no others', async () => {
    const { Client } = await import('pg')
    const owner = new Client({ connectionString: world.database.ownerUrl })
    await owner.connect()
    const { rows } = await owner.query<{ said: string }>(
      `select pg_get_constraintdef(oid) as said from pg_constraint
       where conrelid = 'invoices'::regclass and pg_get_constraintdef(oid) like 'CHECK ((state = ANY%drafted%'`,
    )
    await owner.end()
    const states = [...(rows[0]?.said.matchAll(/'(\w+)'::text/g) ?? [])].map(([, state]) => state)
    expect(states.toSorted()).toEqual(invoiceLifecycle.states.toSorted())
  })
})
