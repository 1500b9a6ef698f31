import { describe, expect, it } from 'vitest'
import type { Staff, Supplier } from '../accounts/rules.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { day } from '../platform/day.ts'
import { dollars } from '../platform/money.ts'
import { textProblems } from '../platform/typography.ts'
import {
  type AcceptedOffer,
  type AcceptRefusal,
  accept,
  can,
  type DeclineRefusal,
  decline,
  fateOf,
  type LapseRefusal,
  lacksSignOff,
  lapse,
  type MadeOffer,
  next,
  type Offer,
  type OfferRefusal,
  offerLifecycle,
  recordSignOff,
  type SignedOffer,
  type SignOffRefusal,
} from './rules.ts'
import { acceptRefusals, declineRefusals, offerStateNames, signOffRefusals } from './texts.ts'

const now = new Date('2026-11-20T15:00:00Z')
const supplier: Supplier = { kind: 'supplier', id: 's', name: 'Ana Roy', email: 'ana@example.ca' }
const stranger: Supplier = { ...supplier, id: 'x' }
const staffOf = (...roles: Staff['roles'][number][]): Staff => ({
  ...{ kind: 'staff', id: roles.join(), name: 'Staff', email: 'staff@waterways.example' },
  ...{ departmentId: 'd', departmentCode: 'DW', timeZone: 'America/Toronto', roles },
})
const program = staffOf('program_team')
const common = {
  ...{ id: 'o', departmentId: 'd', opportunityId: 'p', applicationId: 'a1', supplierId: 's', token: 'T', rank: 1 },
  ...{ language: 'en' as const, price: dollars(6_500), deliveryDay: day('2027-02-12'), madeAt: now },
  respondBy: new Date('2026-11-26T04:59:59Z'),
} satisfies Omit<MadeOffer, 'state'>
const made: MadeOffer = { ...common, state: 'made' }
const accepted: AcceptedOffer = {
  ...{
    ...common,
    state: 'accepted',
    answeredAt: now,
    payment: 'paypal',
    paymentDetail: 'paypal.me/ana',
    taxNumber: '',
  },
  ...{ terms: { version: '1', sha256: 'f' }, supplierSignedAt: now, supplierSignatory: 'Ana Roy', signOff: null },
}
const signed: SignedOffer = {
  ...accepted,
  state: 'terms_signed',
  canadaSignedAt: now,
  canadaSignatoryId: 'c',
  endedAt: null,
}
const ended: SignedOffer = { ...signed, endedAt: now }
const lapsed: Offer = { ...common, state: 'lapsed' }
const opportunity = (state: string) =>
  ({
    ...{ id: 'p', departmentId: 'd', clientId: 'c', state, closedAt: now, deliveryDay: day('2027-02-12') },
  }) as unknown as Opportunity
const file = { departmentId: 'd', clientId: 'c' }

describe('the next offer', () => {
  const ranking = [
    { rank: 2, applicationId: 'a2', token: 'U' },
    { rank: 1, applicationId: 'a1', token: 'T' },
  ]
  const ask = (change: Partial<Parameters<typeof next>[1]> = {}, state = 'drawn') =>
    next(opportunity(state), { after: 'draw', ranking, offers: [], today: day('2026-11-20'), ...change })

  it('goes to the first who was not asked', () => {
    expect(ask()).toMatchObject({ ok: true, value: { entry: { applicationId: 'a1' }, deliveryDay: '2027-02-12' } })
    expect(ask({ offers: [lapsed] }, 'offering')).toMatchObject({ value: { entry: { applicationId: 'a2' } } })
    const after = { after: 'default', offers: [ended], deliveryDay: day('2027-03-31') } as const
    expect(ask(after, 'awarded')).toMatchObject({
      value: { entry: { applicationId: 'a2' }, deliveryDay: '2027-03-31' },
    })
  })

  const refused: Record<Exclude<OfferRefusal, 'not_allowed'>, [Partial<Parameters<typeof next>[1]>, string]> = {
    wrong_state: [{}, 'awarded'],
    offer_stands: [{ offers: [made] }, 'offering'],
    nobody_left: [{ offers: [lapsed, { ...lapsed, applicationId: 'a2' }] }, 'offering'],
    delivery_in_past: [{ after: 'default', offers: [ended], deliveryDay: day('2026-11-20') }, 'awarded'],
  }
  for (const [because, [change, state]] of Object.entries(refused))
    it(`is refused: ${because}`, () => expect(ask(change, state)).toEqual({ ok: false, because }))

  it('is made by the system or the program team of the department', () => {
    expect([can.makeOffer({ kind: 'system' }, file), can.makeOffer(program, file)]).toEqual([true, true])
    expect(can.makeOffer({ ...program, departmentId: 'e' }, file)).toBe(false)
    expect(can.makeOffer(staffOf('client'), file)).toBe(false)
  })
})

describe('a yes', () => {
  const acceptance = {
    payment: 'paypal',
    paymentDetail: 'paypal.me/ana',
    taxNumber: '',
    signatory: 'ana  róy',
  } as const
  type Facts = Parameters<typeof accept>[1]
  const facts: Facts = {
    ...{ actor: supplier, opportunity: opportunity('offering'), acceptance, allowed: ['paypal', 'card-terminal'], now },
    ...{ signatoryName: 'Ana Roy', withinLimit: true, termsSha256: 'f' },
  }
  it('is taken until the answer is due, in whatever way the name is written', () => {
    expect(accept(made, facts)).toEqual({ ok: true, value: made })
    expect(accept(made, { ...facts, now: new Date(made.respondBy.getTime() - 1) }).ok).toBe(true)
  })
  const refused: Record<AcceptRefusal, [Offer, Partial<Facts>]> = {
    not_allowed: [made, { actor: stranger }],
    already_answered: [accepted, {}],
    too_late: [made, { now: made.respondBy }],
    file_ended: [made, { opportunity: opportunity('withdrawn') }],
    method_not_offered: [made, { acceptance: { ...acceptance, payment: 'direct_deposit' } }],
    detail_missing: [made, { acceptance: { ...acceptance, paymentDetail: ' ' } }],
    card_number: [made, { acceptance: { ...acceptance, paymentDetail: '4111 1111 1111 1111' } }],
    name_differs: [made, { acceptance: { ...acceptance, signatory: 'Bo Sol' } }],
    too_expensive: [made, { withinLimit: false }],
    terms_changed: [made, { acceptance: { ...acceptance, termsRead: 'e' } }],
  }
  for (const [because, [offer, change]] of Object.entries(refused))
    it(`is refused: ${because}`, () => expect(accept(offer, { ...facts, ...change })).toEqual({ ok: false, because }))
  it('comes too late once the offer lapsed', () =>
    expect(accept(lapsed, facts)).toEqual({ ok: false, because: 'too_late' }))
})

describe('a no', () => {
  it('is taken before the answer is due, and after a yes until Canada signs', () => {
    expect(decline(made, { actor: supplier, now }).ok).toBe(true)
    expect(decline(accepted, { actor: supplier, now: new Date('2027-01-01T00:00:00Z') }).ok).toBe(true)
  })
  const refused: Record<DeclineRefusal, [Offer, Supplier, Date]> = {
    not_allowed: [made, stranger, now],
    already_answered: [signed, supplier, now],
    too_late: [made, supplier, made.respondBy],
  }
  for (const [because, [offer, actor, at]] of Object.entries(refused))
    it(`is refused: ${because}`, () => expect(decline(offer, { actor, now: at })).toEqual({ ok: false, because }))
})

describe('no answer', () => {
  it('lapses the offer at the very instant', () => expect(lapse(made, made.respondBy).ok).toBe(true))
  const refused: Record<LapseRefusal, [Offer, Date]> = {
    already_answered: [accepted, made.respondBy],
    not_due: [made, new Date(made.respondBy.getTime() - 1)],
  }
  for (const [because, [offer, at]] of Object.entries(refused))
    it(`is refused: ${because}`, () => expect(lapse(offer, at)).toEqual({ ok: false, because }))
})

describe('the sign-off of a public servant', () => {
  const withSignOff: AcceptedOffer = { ...accepted, signOff: { by: 'p', at: now, reference: 'HR-1' } }
  it('is recorded by the program team between the two signatures', () => {
    expect(recordSignOff(accepted, { actor: program, file, publicServant: true }).ok).toBe(true)
    expect([lacksSignOff(accepted, true), lacksSignOff(accepted, false)]).toEqual([true, false])
    expect(lacksSignOff(withSignOff, true)).toBe(false)
  })
  const refused: Record<SignOffRefusal, [Offer, Staff, boolean]> = {
    not_allowed: [accepted, staffOf('client'), true],
    wrong_state: [made, program, true],
    not_needed: [accepted, program, false],
    already_recorded: [withSignOff, program, true],
  }
  for (const [because, [offer, actor, publicServant]] of Object.entries(refused))
    it(`is refused: ${because}`, () =>
      expect(recordSignOff(offer, { actor, file, publicServant })).toEqual({ ok: false, because }))
})

describe('names and reasons', () => {
  it('names the chosen one only to those who may know, and when', () => {
    const client = { ...staffOf('client'), id: 'c' }
    const sees = (actor: Staff) =>
      (['made', 'accepted', 'terms_signed'] as const).map((s) => can.seeName(actor, file, s))
    expect(sees(program)).toEqual([false, true, true])
    expect(sees(staffOf('signatory'))).toEqual([false, true, true])
    expect(sees(client)).toEqual([false, false, true])
    expect(sees(staffOf('client'))).toEqual([false, false, false])
    expect(sees({ ...program, departmentId: 'e' })).toEqual([false, false, false])
  })

  it('tells each applicant the one reason that is theirs', () => {
    const fate = (passed: boolean, ranked: boolean, offered: boolean, state = 'awarded') =>
      fateOf({ passed, ranked, offered }, { state: state as Opportunity['state'] })
    expect(fate(false, false, false)).toBe('not_passed')
    expect(fate(true, true, false)).toBe('not_drawn')
    expect(fate(true, false, false)).toBe('not_ranked')
    expect(fate(true, true, true)).toBeUndefined()
    expect(fate(true, true, false, 'unsuccessful')).toBe('ended')
    expect(fate(false, false, false, 'unsuccessful')).toBe('not_passed')
  })

  it('says every refusal and state in two good languages', () => {
    const texts = [acceptRefusals, declineRefusals, signOffRefusals, offerStateNames.supplier, offerStateNames.staff]
    expect(texts.flatMap((table) => Object.values(table)).flatMap(textProblems)).toEqual([])
    expect(Object.keys(offerStateNames.staff)).toEqual(offerLifecycle.states)
  })
})
