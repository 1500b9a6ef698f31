import { describe, expect, test } from 'vitest'
import { conflicts, duties, type HeldDuty } from '../accounts/duties.ts'
import { type Actor, type Staff, type StaffRole, system } from '../accounts/rules.ts'
import type { Contract } from '../delivery/rules.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { type Cents, dollars } from '../platform/money.ts'
import { paymentMethods } from '../policy/rules.ts'
import { holdsCardNumber } from './rules.card.ts'
import { chargesOn, parsePostalCode, placeOf, provinceOf } from './rules.charges.ts'
import type {
  CardDocumentRefusal,
  CertifiedInvoice,
  CertifyRefusal,
  ConfirmRefusal,
  DraftRefusal,
  EnteredInvoice,
  EnterRefusal,
  Invoice,
  PaidInvoice,
  PayRefusal,
  ReturnRefusal,
  SendRefusal,
  SentInvoice,
} from './rules.ts'
import * as rules from './rules.ts'

const DEPARTMENT = '00000000-0000-7000-8000-0000000000d0'
const at = new Date('2026-11-26T15:00:00Z')
const staff = (id: string, ...roles: StaffRole[]): Staff => ({
  ...{ kind: 'staff', id, name: id, email: `${id}@example.ca`, departmentId: DEPARTMENT, departmentCode: 'DW' },
  ...{ timeZone: 'America/Toronto', roles },
})
const supplier: Actor = { kind: 'supplier', id: 'supplier', name: 'Ana Roy', email: 'ana@example.ca' }
const stranger: Actor = { ...supplier, id: 'stranger' }
const manager = staff('manager', 'section_34')
const finance = staff('finance', 'finance')
const cardholder = staff('cardholder', 'cardholder')
const elsewhere: Staff = { ...manager, departmentId: 'other' }
const paidThemselves = (...roles: StaffRole[]) => staff('supplier', ...roles)

const opportunity = {
  ...{ id: 'o', departmentId: DEPARTMENT, requestId: 'r', clientId: 'client', state: 'awarded' },
} as Opportunity
const contract = {
  ...{ id: 'c', departmentId: DEPARTMENT, supplierId: 'supplier', price: dollars(6500), state: 'accepted' },
} as Contract

const drafted: Invoice = {
  ...{ id: 'i', departmentId: DEPARTMENT, opportunityId: 'o', contractId: 'c', supplierId: 'supplier' },
  ...{ invoiceNumber: '', taxNumber: '', postalCode: '', reservationNumber: 'FR-7', draftedAt: at },
  ...{ price: dollars(6500), taxes: [], total: dollars(6500), state: 'drafted' },
}
const sent: SentInvoice = { ...drafted, state: 'sent', sentAt: at, invoiceNumber: '7', postalCode: 'K1A 0A1' }
const returned: Invoice = { ...sent, state: 'returned', returnedBecause: 'Wrong number' }
const certified: CertifiedInvoice = { ...sent, state: 'certified', certified: { by: manager.id, at } }
const entered: EnteredInvoice = {
  ...{ ...certified, state: 'entered', entered: { by: finance.id, at }, cardDocument: null },
}
const documented: EnteredInvoice = { ...entered, cardDocument: { number: 'CD-1', at } }
const paid: PaidInvoice = {
  ...{ ...documented, state: 'paid', confirmedAt: null },
  paid: { by: cardholder.id, at, method: 'card', reference: 'T-1' },
}

const bounds = { reserved: dollars(7475), limit: dollars(10_000) }
const CARD = '4111 1111 1111 1111'

describe('drafting', () => {
  const refused: Record<DraftRefusal, [Contract, Actor, boolean]> = {
    not_allowed: [contract, manager, false],
    already_drafted: [contract, system, true],
    nothing_to_pay: [{ ...contract, state: 'in_progress' } as Contract, system, false],
  }
  test.each(Object.entries(refused))('refuses: %s', (because, [of, actor, isDrafted]) => {
    expect(rules.draft(of, { actor, drafted: isDrafted })).toEqual({ ok: false, because })
  })

  test('takes the price, or the share of a contract ended for convenience', () => {
    expect(rules.draft(contract, { actor: system, drafted: false })).toEqual({ ok: true, value: dollars(6500) })
    const termination = { kind: 'convenience', because: '', at, by: 'x', percentage: 40 } as const
    const ended = { ...contract, state: 'terminated', termination } as Contract
    expect(rules.draft(ended, { actor: system, drafted: false })).toEqual({ ok: true, value: dollars(2600) })
    const nothing = { ...ended, termination: { ...termination, kind: 'default', percentage: null } } as Contract
    expect(rules.draft(nothing, { actor: system, drafted: false })).toMatchObject({ because: 'nothing_to_pay' })
  })
})

describe('sending', () => {
  type Given = { seenTotal?: Cents; total?: Cents; reserved?: Cents | null; limit?: Cents; invoiceNumber?: string }
  const send = (invoice: Invoice, actor: Actor, given: Given = {}) => {
    const { seenTotal = null, total = dollars(6500), reserved = bounds.reserved, limit = bounds.limit } = given
    const charges = { price: dollars(6500), taxes: [], total }
    const { invoiceNumber = '7' } = given
    return rules.send(invoice, { actor, charges, seenTotal, bounds: { reserved, limit }, invoiceNumber })
  }
  const refused: Record<SendRefusal, [Invoice, Actor, Given?]> = {
    not_allowed: [drafted, stranger],
    wrong_state: [sent, supplier],
    card_number: [drafted, supplier, { invoiceNumber: CARD }],
    total_changed: [drafted, supplier, { seenTotal: dollars(7345) }],
    not_reserved: [drafted, supplier, { reserved: null }],
    over_reserved: [drafted, supplier, { total: dollars(7475.01) }],
    over_limit: [drafted, supplier, { total: dollars(10_000.01), reserved: dollars(20_000) }],
  }
  test.each(Object.entries(refused))('refuses: %s', (because, [invoice, actor, given]) => {
    expect(send(invoice, actor, given)).toEqual({ ok: false, because })
  })

  test('a draft and a returned invoice go out; what is reserved to the cent may be asked', () => {
    expect(send(drafted, supplier, { total: dollars(7475), seenTotal: dollars(7475) })).toMatchObject({ ok: true })
    expect(send(returned, supplier)).toMatchObject({ ok: true })
    for (const invoice of [certified, entered, paid]) expect(send(invoice, supplier).ok).toBe(false)
  })
})

const acted = (duty: HeldDuty['duty'], personId: string): HeldDuty[] => [{ duty, personId }]

describe('section 34', () => {
  type Given = Partial<Parameters<typeof rules.certify>[1]>
  const certify = (invoice: Invoice, actor: Actor, given: Given = {}) =>
    rules.certify(invoice, { actor, opportunity, held: [], contract, bounds, delegation: dollars(6500), ...given })
  const refused: Record<CertifyRefusal, [Invoice, Actor, Given?]> = {
    not_allowed: [sent, elsewhere],
    wrong_state: [certified, manager],
    separation_of_duties: [sent, manager, { held: acted('accepted_work', manager.id) }],
    beneficiary: [sent, paidThemselves('section_34')],
    work_not_accepted: [sent, manager, { contract: { ...contract, state: 'delivered' } as Contract }],
    price_differs: [{ ...sent, price: dollars(6400) }, manager],
    not_reserved: [sent, manager, { bounds: { ...bounds, reserved: null } }],
    over_reserved: [sent, manager, { bounds: { ...bounds, reserved: dollars(6499.99) } }],
    over_limit: [sent, manager, { bounds: { ...bounds, limit: dollars(6499.99) } }],
    no_delegation: [sent, manager, { delegation: undefined }],
    delegation_too_low: [sent, manager, { delegation: dollars(6499.99) }],
  }
  test.each(Object.entries(refused))('refuses to certify: %s', (because, [invoice, actor, given]) => {
    expect(certify(invoice, actor, given)).toEqual({ ok: false, because })
  })

  test('is signed up to the delegation to the cent, or without limit', () => {
    expect(certify(sent, manager)).toEqual({ ok: true, value: { invoice: sent, by: manager.id } })
    expect(certify(sent, manager, { delegation: null }).ok).toBe(true)
  })

  const back = (invoice: Invoice, actor: Actor, because: string, held: HeldDuty[] = []) =>
    rules.sendBack(invoice, { actor, opportunity, held, because })
  const notBack: Record<ReturnRefusal, [Invoice, Actor, string, HeldDuty[]?]> = {
    not_allowed: [sent, finance, 'Wrong'],
    wrong_state: [drafted, manager, 'Wrong'],
    separation_of_duties: [sent, manager, 'Wrong', acted('evaluated', manager.id)],
    beneficiary: [sent, paidThemselves('section_34'), 'Wrong'],
    reason_missing: [sent, manager, '  '],
    card_number: [sent, manager, `Pay ${CARD} instead`],
  }
  test.each(Object.entries(notBack))('refuses to return: %s', (because, [invoice, actor, why, held]) => {
    expect(back(invoice, actor, why, held)).toEqual({ ok: false, because })
  })
  test('goes back with a reason', () => expect(back(sent, manager, 'The number is wrong').ok).toBe(true))
})

describe('entry and card document', () => {
  const held: HeldDuty[] = []
  const notEntered: Record<EnterRefusal, [Invoice, Actor]> = {
    not_allowed: [certified, cardholder],
    wrong_state: [sent, finance],
    beneficiary: [certified, paidThemselves('finance')],
  }
  test.each(Object.entries(notEntered))('refuses to enter: %s', (because, [invoice, actor]) => {
    expect(rules.enter(invoice, { actor, opportunity, held })).toEqual({ ok: false, because })
  })

  const noDocument: Record<CardDocumentRefusal, [Invoice, Actor, string]> = {
    not_allowed: [entered, finance, 'CD-1'],
    wrong_state: [certified, cardholder, 'CD-1'],
    already_created: [documented, cardholder, 'CD-2'],
    beneficiary: [entered, paidThemselves('cardholder'), 'CD-1'],
    card_number: [entered, cardholder, '4111-1111-1111-1111'],
  }
  test.each(Object.entries(noDocument))('refuses a card document: %s', (because, [invoice, actor, number]) => {
    expect(rules.createCardDocument(invoice, { actor, opportunity, held, number })).toEqual({ ok: false, because })
  })

  test('finance enters, the cardholder creates', () => {
    expect(rules.enter(certified, { actor: finance, opportunity, held }).ok).toBe(true)
    expect(rules.createCardDocument(entered, { actor: cardholder, opportunity, held, number: 'CD-1' }).ok).toBe(true)
  })
})

describe('paying', () => {
  type Given = Partial<Parameters<typeof rules.pay>[1]>
  const pay = (invoice: Invoice, actor: Actor, given: Given = {}) =>
    rules.pay(invoice, {
      ...{ actor, opportunity, held: [], method: 'card', reference: 'T-1', allowed: paymentMethods },
      ...given,
    })
  const both = staff('manager', 'section_34', 'cardholder')
  const refused: Record<PayRefusal, [Invoice, Actor, Given?]> = {
    not_allowed: [documented, finance],
    wrong_state: [paid, cardholder],
    separation_of_duties: [documented, both],
    beneficiary: [documented, paidThemselves('cardholder')],
    method_not_offered: [documented, cardholder, { allowed: ['paypal'] }],
    no_card_document: [entered, cardholder],
    card_number: [documented, cardholder, { reference: CARD }],
  }
  test.each(Object.entries(refused))('refuses: %s', (because, [invoice, actor, given]) => {
    expect(pay(invoice, actor, given)).toEqual({ ok: false, because })
  })

  test('the cardholder pays by card or PayPal; finance may record a deposit, which needs no card document', () => {
    expect(pay(documented, cardholder).ok).toBe(true)
    expect(pay(documented, cardholder, { method: 'paypal', reference: '8AB12345CD678901E' }).ok).toBe(true)
    expect(pay(entered, finance, { method: 'direct_deposit' }).ok).toBe(true)
    expect(pay(documented, finance, { method: 'paypal' })).toMatchObject({ because: 'not_allowed' })
  })

  test('nothing is paid on a file that is not awarded', () => {
    const ended = { ...opportunity, state: 'unsuccessful' } as Opportunity
    expect(pay(documented, cardholder, { opportunity: ended })).toMatchObject({ because: 'wrong_state' })
  })
})

describe('separation of duties', () => {
  const everybody = staff('one', 'section_34', 'finance', 'cardholder')
  const certifies = (held: HeldDuty[]) => rules.review(sent, { actor: everybody, opportunity, held }).ok
  const pays = (held: HeldDuty[]) =>
    rules.pay(documented, {
      ...{ actor: everybody, opportunity, held, method: 'card', reference: 'T-1', allowed: paymentMethods },
    }).ok
  const conflicting = (duty: string, own: string) =>
    conflicts.some((pair) => pair.some((one) => one === duty) && pair.some((one) => one === own) && duty !== own)

  test.each(duties)('who did this on the file certifies and pays only if no pair forbids it: %s', (own) => {
    expect(certifies(acted(own, everybody.id))).toBe(!conflicting('certified_34', own))
    expect(pays(acted(own, everybody.id))).toBe(!conflicting('paid', own))
    expect(certifies(acted(own, 'somebody else')) && pays(acted(own, 'somebody else'))).toBe(true)
  })

  test.each(['requested', 'evaluated', 'accepted_work'] as const)('%s keeps from both', (own) => {
    expect([certifies(acted(own, everybody.id)), pays(acted(own, everybody.id))]).toEqual([false, false])
  })

  test('the client of the file neither certifies nor pays, whatever else they hold', () => {
    const client = staff('client', 'client', 'section_34', 'cardholder')
    expect(rules.review(sent, { actor: client, opportunity, held: [] })).toMatchObject({
      because: 'separation_of_duties',
    })
    const paying = { method: 'card', reference: 'T-1', allowed: paymentMethods } as const
    expect(rules.pay(documented, { actor: client, opportunity, held: [], ...paying })).toMatchObject({
      because: 'separation_of_duties',
    })
  })
})

describe('the supplier confirms', () => {
  const refused: Record<ConfirmRefusal, [Invoice, Actor]> = {
    not_allowed: [paid, stranger],
    wrong_state: [documented, supplier],
    already_confirmed: [{ ...paid, confirmedAt: at }, supplier],
  }
  test.each(Object.entries(refused))('refuses: %s', (because, [invoice, actor]) => {
    expect(rules.confirmReceipt(invoice, actor)).toEqual({ ok: false, because })
  })
  test('once', () => expect(rules.confirmReceipt(paid, supplier).ok).toBe(true))
})

describe('card numbers', () => {
  test.each([
    ['4111111111111111', true],
    ['4111 1111 1111 1111', true],
    ['4111-1111-1111-1111', true],
    ['4111\u00a01111\u00a01111\u00a01111', true],
    ['4111.1111.1111.1111', true],
    ['Visa: 4111 1111 1111 1111, exp. 12/27', true],
    ['20 4111 1111 1111 1111', true],
    ['378282246310005', true],
    ['6304000000000000', true],
    ['0004111111111111111100', true],
    ['4111111111111112', false],
    ['411111111111', false],
    ['2026-11-26 T-4471', false],
    ['8AB12345CD678901E', false],
    ['', false],
  ])('%s: %s', (text, expected) => {
    expect(holdsCardNumber(text)).toBe(expected)
  })
})

describe('taxes and places', () => {
  const exemptFrom = ['BC', 'MB', 'SK'] as const
  const on = '2026-11-26' as Parameters<typeof chargesOn>[1]['on']
  test.each([
    ['ON', true, 734_500],
    ['QC', true, 747_338],
    ['BC', true, 682_500],
    ['NS', true, 741_000],
    ['ON', false, 650_000],
  ] as const)('in %s, registered %s: %i cents', (place, registered, total) => {
    const charges = chargesOn(dollars(6500), { place, on, registered, exemptFrom: [...exemptFrom] })
    expect(charges.total).toBe(total)
    expect(charges.price + charges.taxes.reduce((sum, tax) => sum + tax.cents, 0)).toBe(total)
  })

  test('the department’s policy says where, else its address, else the highest rate', () => {
    expect(placeOf({ placeOfSupply: 'QC' }, 'Ottawa ON K1A 0A1')).toBe('QC')
    expect(placeOf({ placeOfSupply: 'highest' }, '1 Quay Street, Ottawa ON K1A 0A1')).toBe('ON')
    expect(placeOf({ placeOfSupply: 'highest' }, 'somewhere')).toBe('highest')
    expect(['X0A 0H0', 'X1A 1A1', 'h2x1y4', 'Y1A 1A1'].map(provinceOf)).toEqual(['NU', 'NT', 'QC', 'YT'])
  })

  test('a postal code is one of Canada', () => {
    expect([' k1a-0a1 ', 'H2X1Y4'].map(parsePostalCode)).toEqual(['K1A 0A1', 'H2X 1Y4'])
    expect(['D1A 0A1', '90210', 'K1A 0A', ''].map(parsePostalCode)).toEqual(Array(4).fill(undefined))
  })
})
