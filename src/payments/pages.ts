import { holds, type Staff, type Supplier } from '../accounts/rules.ts'
import { type Department, findDepartment, peopleById, signingLimit } from '../accounts/store.ts'
import { papersShown, type ShownPapers } from '../approvals/showPapers.tsx'
import { type AcceptedOffer, type Payment, payments, type SignedOffer } from '../awards/rules.ts'
import { type Chosen, chosenOf } from '../awards/store.ts'
import type { Contract } from '../delivery/rules.ts'
import { type Delivery, deliveriesOf } from '../delivery/store.ts'
import type { Criterion, Opportunity } from '../opportunities/rules.ts'
import { criteriaOf, findOpportunity } from '../opportunities/store.ts'
import type { Day } from '../platform/day.ts'
import type { Tx } from '../platform/db.ts'
import type { Decision } from '../platform/decision.ts'
import { addDays, dayOf, daysBetween, type Zone } from '../platform/time.ts'
import type { Policy } from '../policy/rules.ts'
import { policyOf } from '../policy/store.ts'
import { heldDuties } from '../requests/duties.store.ts'
import { agreedOf, boundsOf, chargesToday, contractOf } from './commands.shared.ts'
import type { Charges } from './rules.charges.ts'
import * as rules from './rules.ts'
import { type CertifyRefusal, can, type Invoice, type PaymentAct, type ReviewRefusal } from './rules.ts'
import { findInvoice, invoiceOn } from './store.ts'

/** What an invoice says, whoever reads it. */
export type InvoiceFacts = {
  readonly invoice: Invoice
  /** What it asks for: today’s while it is not sent, then what was sent. */
  readonly charges: Charges
  readonly opportunity: Opportunity
  readonly contract: Contract
  readonly offer: AcceptedOffer | SignedOffer
  readonly chosen: Chosen
  readonly department: Department
  readonly zone: Zone
  readonly today: Day
  readonly promise: PaymentPromise | null
}

/** From the invoice to the money: the promise in calendar days, and how much of it is used. */
export type PaymentPromise = { readonly days: number; readonly due: Day; readonly used: number; readonly late: boolean }

export type InvoicePage = InvoiceFacts & { readonly canSend: boolean; readonly canConfirm: boolean }

/**
 * The supplier’s own invoice; anybody else’s is nothing. `taxNumber` is what they typed, when they did: the taxes on the
 * page are then those of that number.
 */
export async function invoicePage(
  tx: Tx,
  actor: Supplier,
  id: string,
  taxNumber?: string,
): Promise<InvoicePage | undefined> {
  const invoice = await findInvoice(tx, id)
  if (!invoice || !can.send(actor, invoice)) return undefined
  const facts = await factsOf(tx, invoice, taxNumber)
  return {
    ...facts,
    canSend: rules.invoiceLifecycle.allows(invoice, 'send'),
    canConfirm: invoice.state === 'paid' && invoice.confirmedAt === null,
  }
}

/** One work acceptance criterion and how it was marked. */
export type Checked = { readonly criterion: Criterion; readonly met: boolean; readonly comment: string }

export type PaymentPage = InvoiceFacts & {
  /** On what the department’s authority to pay rests. */
  readonly papers: ShownPapers
  readonly delivery: Delivery | undefined
  readonly checked: readonly Checked[]
  /** Names of those who signed, by id. */
  readonly names: ReadonlyMap<string, string>
  /** What this person can do now, if anything. */
  readonly act: PaymentAct | null
  /** Why this person, whose role it is, may not review; nothing for everybody else. */
  readonly barred: ReviewRefusal | null
  /** Would a certification by this person stand, at this moment? */
  readonly certification: Decision<unknown, CertifyRefusal>
  readonly delegation: number | null | undefined
}

/** A file without an invoice yet, as staff see it. */
export type NoInvoicePage = { readonly opportunity: Opportunity; readonly invoice: null }

/** The payment of a file; a file that this person may not see is nothing. */
export async function paymentPage(
  tx: Tx,
  actor: Staff,
  opportunityId: string,
): Promise<PaymentPage | NoInvoicePage | undefined> {
  const opportunity = await findOpportunity(tx, opportunityId)
  if (!opportunity || !can.see(actor, opportunity)) return undefined
  const invoice = await invoiceOn(tx, opportunityId)
  if (!invoice) return { opportunity, invoice: null }

  const facts = await factsOf(tx, invoice)
  const { contract, department, zone, today } = facts
  const policy = await policyOf(tx, department.id, await tx.now())
  const held = await heldDuties(tx, opportunity.requestId, opportunity.id)
  const on = { personId: actor.id, role: 'section_34', departmentId: department.id, day: today } as const
  const delegation = await signingLimit(tx, on)
  const acting = { actor, opportunity, held }
  const bounds = boundsOf(opportunity, policy)
  const review = rules.review(invoice, acting)
  const accepted = (await deliveriesOf(tx, contract.id)).findLast(({ answer }) => answer?.said === 'accepted')
  return {
    ...facts,
    ...{ zone, delivery: accepted, delegation },
    checked: checkedIn(await criteriaOf(tx, opportunityId, 'work'), accepted),
    names: await namesOn(tx, invoice, accepted),
    papers: await papersShown(tx, department.id, policy, today),
    act: actOf(invoice, acting, { payment: facts.offer.payment, paymentMethods: policy.paymentMethods }),
    barred: review.ok || invoice.state !== 'sent' || review.because === 'not_allowed' ? null : review.because,
    certification: rules.certify(invoice, { ...acting, contract, bounds, delegation }),
  }
}

async function factsOf(tx: Tx, invoice: Invoice, taxNumber = invoice.taxNumber): Promise<InvoiceFacts> {
  const opportunity = await findOpportunity(tx, invoice.opportunityId)
  const contract = await contractOf(tx, invoice)
  const chosen = await chosenOf(tx, contract.applicationId)
  const department = await findDepartment(tx, invoice.departmentId)
  if (!opportunity || !chosen || !department) throw new Error(`invoice ${invoice.id} lacks its file`)

  const now = await tx.now()
  const policy = await policyOf(tx, invoice.departmentId, now)
  const today = dayOf(now, policy.zone)
  const open = rules.invoiceLifecycle.allows(invoice, 'send')
  const { price, departmentId } = invoice
  return {
    ...{ invoice, opportunity, contract, chosen, department, zone: policy.zone, today },
    charges: open ? await chargesToday(tx, { price, departmentId, taxNumber, policy, now }) : invoice,
    offer: await agreedOf(tx, contract),
    promise: promiseOf(invoice, policy, today),
  }
}

/** The promise counts calendar days from the day on which the invoice was last sent. */
export function promiseOf(invoice: Invoice, policy: Policy, today: Day): PaymentPromise | null {
  if (invoice.state === 'drafted' || invoice.state === 'returned') return null
  const { zone, paymentDays } = policy
  const sent = dayOf(invoice.sentAt, zone)
  const until = invoice.state === 'paid' ? dayOf(invoice.paid.at, zone) : today
  const used = daysBetween(sent, until)
  return { days: paymentDays.promise, due: addDays(sent, paymentDays.promise), used, late: used > paymentDays.promise }
}

/**
 * Whose turn it is: what this person may do with the invoice as it is, asked of the rules themselves with an answer that
 * fits. A deposit needs no card document; the cardholder may pay in another way than the one agreed, finance may not.
 */
export function actOf(
  invoice: Invoice,
  acting: Parameters<typeof rules.review>[1],
  { payment, paymentMethods: allowed }: { payment: Payment } & Pick<Policy, 'paymentMethods'>,
): PaymentAct | null {
  const fits = { ...acting, reference: 'reference', allowed, number: 'number' }
  if (rules.review(invoice, acting).ok) return 'certify'
  if (rules.enter(invoice, acting).ok) return 'enter'
  if (payment !== 'direct_deposit' && rules.createCardDocument(invoice, fits).ok) return 'document'
  const ways = holds(acting.actor, 'cardholder') ? payments : [payment]
  return ways.some((method) => rules.pay(invoice, { ...fits, method }).ok) ? 'pay' : null
}

const checkedIn = (criteria: readonly Criterion[], delivery: Delivery | undefined): Checked[] =>
  criteria.flatMap((criterion) => {
    const mark = delivery?.marks.find(({ criterionId }) => criterionId === criterion.id)
    return mark ? [{ criterion, met: mark.met, comment: mark.comment }] : []
  })

async function namesOn(tx: Tx, invoice: Invoice, delivery: Delivery | undefined): Promise<Map<string, string>> {
  const signers = [
    ...('certified' in invoice ? [invoice.certified.by] : []),
    ...('entered' in invoice ? [invoice.entered.by] : []),
    ...('paid' in invoice ? [invoice.paid.by] : []),
    ...(delivery?.answer ? [delivery.answer.by] : []),
  ]
  const people = await peopleById(tx, signers)
  return new Map([...people].map(([id, { name }]) => [id, name]))
}
