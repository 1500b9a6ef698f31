import { type HeldDuty, mayTake } from '../accounts/duties.ts'
import { type Actor, holds, type Staff, type StaffRole, type Supplier } from '../accounts/rules.ts'
import { type Payment, paymentOf } from '../awards/rules.ts'
import { type Contract, type Delegation, payableOf } from '../delivery/rules.ts'
import { type Opportunity, opportunityLifecycle } from '../opportunities/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Cents } from '../platform/money.ts'
import { lifecycle, type StatesOf } from '../platform/states.ts'
import type { PaymentMethod } from '../policy/rules.ts'
import { holdsCardNumber } from './rules.card.ts'
import type { Charges } from './rules.charges.ts'

/** From the draft that the system writes to the money. */
export const invoiceLifecycle = lifecycle({
  drafted: { send: 'sent' },
  sent: { return: 'returned', certify: 'certified' },
  returned: { send: 'sent' },
  certified: { enter: 'entered' },
  entered: { pay: 'paid' },
  paid: {},
})
export type InvoiceState = StatesOf<typeof invoiceLifecycle>

/** What staff do with an invoice, in this order. */
export const paymentActs = ['certify', 'enter', 'document', 'pay'] as const
export type PaymentAct = (typeof paymentActs)[number]

export type Signed = { readonly by: string; readonly at: Date }
export type CardDocument = { readonly number: string; readonly at: Date }
export type Paid = Signed & { readonly method: Payment; readonly reference: string }

type Common = Charges & {
  readonly id: string
  readonly departmentId: string
  readonly opportunityId: string
  readonly contractId: string
  readonly supplierId: string
  /** The supplier’s own number; empty until they send it. */
  readonly invoiceNumber: string
  /** The GST/HST number, or nothing for a small supplier that is not registered. */
  readonly taxNumber: string
  /** Of the supplier, for the measure of regions. */
  readonly postalCode: string
  readonly reservationNumber: string
  readonly draftedAt: Date
}
type Sent = Common & { readonly sentAt: Date }
type Certified = Sent & { readonly certified: Signed }
export type DraftedInvoice = Common & { readonly state: 'drafted' }
export type SentInvoice = Sent & { readonly state: 'sent' }
export type ReturnedInvoice = Sent & { readonly state: 'returned'; readonly returnedBecause: string }
export type CertifiedInvoice = Certified & { readonly state: 'certified' }
export type EnteredInvoice = Certified & {
  readonly state: 'entered'
  readonly entered: Signed
  readonly cardDocument: CardDocument | null
}
export type PaidInvoice = Certified & {
  readonly state: 'paid'
  readonly entered: Signed
  readonly cardDocument: CardDocument | null
  readonly paid: Paid
  readonly confirmedAt: Date | null
}
export type Invoice = DraftedInvoice | SentInvoice | ReturnedInvoice | CertifiedInvoice | EnteredInvoice | PaidInvoice

type File = Pick<Opportunity, 'departmentId'>
const inRole = (actor: Actor, file: File, ...roles: StaffRole[]): actor is Staff =>
  holds(actor, ...roles) && actor.departmentId === file.departmentId

/** Who may do what; state is the lifecycle’s business. */
export const can = {
  draft: (actor: Actor): boolean => actor.kind === 'system',
  /** The supplier’s own invoice. */
  send: (actor: Actor, invoice: Pick<Invoice, 'supplierId'>): actor is Supplier =>
    actor.kind === 'supplier' && actor.id === invoice.supplierId,
  see: (actor: Actor, file: File): actor is Staff =>
    inRole(actor, file, 'program_team', 'section_34', 'finance', 'cardholder', 'observer'),
  certify: (actor: Actor, file: File): actor is Staff => inRole(actor, file, 'section_34'),
  enter: (actor: Actor, file: File): actor is Staff => inRole(actor, file, 'finance'),
  createCardDocument: (actor: Actor, file: File): actor is Staff => inRole(actor, file, 'cardholder'),
  /** The cardholder pays; a deposit, which is made elsewhere, finance may record too. */
  pay: (actor: Actor, file: File, method: Payment): actor is Staff =>
    method === 'direct_deposit' ? inRole(actor, file, 'cardholder', 'finance') : inRole(actor, file, 'cardholder'),
}

export type DraftRefusal = 'not_allowed' | 'already_drafted' | 'nothing_to_pay'

/** One invoice for each contract, drafted as soon as something is to be paid. */
export function draft(
  contract: Contract,
  { actor, drafted }: { actor: Actor; drafted: boolean },
): Decision<Cents, DraftRefusal> {
  if (!can.draft(actor)) return no('not_allowed')
  if (drafted) return no('already_drafted')
  const payable = payableOf(contract)
  if (payable <= 0) return no('nothing_to_pay')

  return yes(payable)
}

/** What may be spent on the file, tax included: what was reserved, and the limit of the department. */
export type Bounds = { readonly reserved: Cents | null; readonly limit: Cents }
export type BoundsRefusal = 'not_reserved' | 'over_reserved' | 'over_limit'

/** A total, tax included, is never above what was reserved for the file, nor above the limit. */
export function withinBounds(total: Cents, { reserved, limit }: Bounds): Decision<Cents, BoundsRefusal> {
  if (reserved === null) return no('not_reserved')
  if (total > reserved) return no('over_reserved')
  if (total > limit) return no('over_limit')

  return yes(total)
}

export type SendRefusal = 'not_allowed' | 'wrong_state' | 'card_number' | 'total_changed' | BoundsRefusal

/** The supplier checks the draft and sends it: the total is the one they saw. Sent back, it is sent again. */
export function send(
  invoice: Invoice,
  {
    actor,
    charges,
    seenTotal,
    bounds,
    invoiceNumber,
  }: {
    actor: Actor
    charges: Charges
    /** The total on the page, when there was a page. */
    seenTotal: Cents | null
    bounds: Bounds
    invoiceNumber: string
  },
): Decision<DraftedInvoice | ReturnedInvoice, SendRefusal> {
  if (!can.send(actor, invoice)) return no('not_allowed')
  if (!invoiceLifecycle.allows(invoice, 'send')) return no('wrong_state')
  if (holdsCardNumber(invoiceNumber)) return no('card_number')
  if (seenTotal !== null && seenTotal !== charges.total) return no('total_changed')
  const bounded = withinBounds(charges.total, bounds)
  if (!bounded.ok) return bounded

  return yes(invoice)
}

type Acting = { readonly actor: Actor; readonly opportunity: Opportunity; readonly held: readonly HeldDuty[] }

export type ReviewRefusal = 'not_allowed' | 'wrong_state' | 'separation_of_duties' | 'beneficiary'

/** Who may look at an invoice for section 34: nobody who asked for, evaluated, accepted or would be paid for the work. */
export function review(
  invoice: Invoice,
  { actor, opportunity, held }: Acting,
): Decision<{ invoice: SentInvoice; by: string }, ReviewRefusal> {
  if (!can.certify(actor, opportunity)) return no('not_allowed')
  if (!invoiceLifecycle.allows(invoice, 'certify')) return no('wrong_state')
  if (isBeneficiary(actor, invoice)) return no('beneficiary')
  if (isClient(actor, opportunity) || !mayTake('certified_34', actor.id, held).ok) return no('separation_of_duties')

  return yes({ invoice, by: actor.id })
}

export type CertifyRefusal =
  | ReviewRefusal
  | 'work_not_accepted'
  | 'price_differs'
  | BoundsRefusal
  | 'no_delegation'
  | 'delegation_too_low'

/**
 * Section 34: the work was received, the price is the one agreed, the payee is entitled, and the manager’s delegation
 * is valid at this instant and covers the total. Source: Financial Administration Act, s. 34; mission M23.
 */
export function certify(
  invoice: Invoice,
  acting: Acting & { contract: Contract; bounds: Bounds; delegation: Delegation },
): Decision<{ invoice: SentInvoice; by: string }, CertifyRefusal> {
  const reviewed = review(invoice, acting)
  if (!reviewed.ok) return reviewed
  const { contract, bounds, delegation } = acting
  const payable = payableOf(contract)
  if (payable <= 0 || contract.supplierId !== invoice.supplierId) return no('work_not_accepted')
  if (invoice.price !== payable) return no('price_differs')
  const bounded = withinBounds(invoice.total, bounds)
  if (!bounded.ok) return bounded
  if (delegation === undefined) return no('no_delegation')
  if (delegation !== null && delegation < invoice.total) return no('delegation_too_low')

  return reviewed
}

export type ReturnRefusal = ReviewRefusal | 'reason_missing' | 'card_number'

/** The same manager sends the invoice back, always with a reason that the supplier can repair. */
export function sendBack(
  invoice: Invoice,
  acting: Acting & { because: string },
): Decision<{ invoice: SentInvoice; by: string }, ReturnRefusal> {
  const reviewed = review(invoice, acting)
  if (!reviewed.ok) return reviewed
  if (acting.because.trim() === '') return no('reason_missing')
  if (holdsCardNumber(acting.because)) return no('card_number')

  return reviewed
}

export type EnterRefusal = 'not_allowed' | 'wrong_state' | 'beneficiary'

/** Finance enters the certified invoice in the financial system. */
export function enter(
  invoice: Invoice,
  { actor, opportunity }: Acting,
): Decision<{ invoice: CertifiedInvoice; by: string }, EnterRefusal> {
  if (!can.enter(actor, opportunity)) return no('not_allowed')
  if (!invoiceLifecycle.allows(invoice, 'enter')) return no('wrong_state')
  if (isBeneficiary(actor, invoice)) return no('beneficiary')

  return yes({ invoice, by: actor.id })
}

export type CardDocumentRefusal = 'not_allowed' | 'wrong_state' | 'already_created' | 'beneficiary' | 'card_number'

/** The cardholder creates the document that stands for the card in the financial system: its number, never the card’s. */
export function createCardDocument(
  invoice: Invoice,
  { actor, opportunity, number }: Acting & { number: string },
): Decision<EnteredInvoice, CardDocumentRefusal> {
  if (!can.createCardDocument(actor, opportunity)) return no('not_allowed')
  if (invoice.state !== 'entered') return no('wrong_state')
  if (isBeneficiary(actor, invoice)) return no('beneficiary')
  if (invoice.cardDocument) return no('already_created')
  if (holdsCardNumber(number)) return no('card_number')

  return yes(invoice)
}

export type PayRefusal =
  | 'not_allowed'
  | 'wrong_state'
  | 'separation_of_duties'
  | 'beneficiary'
  | 'method_not_offered'
  | 'no_card_document'
  | 'card_number'

/**
 * The payment made at the supplier’s own terminal, PayPal link or account is recorded, once: never by who asked for,
 * evaluated, accepted or certified the work, nor by whom it pays. Source: Financial Administration Act, s. 33; mission M23.
 */
export function pay(
  invoice: Invoice,
  {
    actor,
    opportunity,
    held,
    method,
    reference,
    allowed,
  }: Acting & { method: Payment; reference: string; allowed: readonly PaymentMethod[] },
): Decision<{ invoice: EnteredInvoice; by: string }, PayRefusal> {
  if (!can.pay(actor, opportunity, method)) return no('not_allowed')
  if (!invoiceLifecycle.allows(invoice, 'pay') || !opportunityLifecycle.allows(opportunity, 'complete'))
    return no('wrong_state')
  if (isBeneficiary(actor, invoice)) return no('beneficiary')
  if (isClient(actor, opportunity) || !mayTake('paid', actor.id, held).ok) return no('separation_of_duties')
  if (invoice.certified.by === actor.id) return no('separation_of_duties')
  if (!allowed.some((offered) => paymentOf[offered] === method)) return no('method_not_offered')
  if (method !== 'direct_deposit' && !invoice.cardDocument) return no('no_card_document')
  if (holdsCardNumber(reference)) return no('card_number')

  return yes({ invoice, by: actor.id })
}

export type ConfirmRefusal = 'not_allowed' | 'wrong_state' | 'already_confirmed'

/** The supplier says that the money arrived, if they wish. */
export function confirmReceipt(invoice: Invoice, actor: Actor): Decision<PaidInvoice, ConfirmRefusal> {
  if (!can.send(actor, invoice)) return no('not_allowed')
  if (invoice.state !== 'paid') return no('wrong_state')
  if (invoice.confirmedAt) return no('already_confirmed')

  return yes(invoice)
}

/** Does this person benefit from the payment? */
const isBeneficiary = (actor: Staff, invoice: Pick<Invoice, 'supplierId'>): boolean => actor.id === invoice.supplierId

const isClient = (actor: Staff, { clientId }: Pick<Opportunity, 'clientId'>): boolean => actor.id === clientId
