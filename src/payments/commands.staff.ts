import type { Actor } from '../accounts/rules.ts'
import { findDepartment, signingLimit } from '../accounts/store.ts'
import { clientOf, holdersOn, writeOn } from '../awards/letters.ts'
import type { Payment } from '../awards/rules.ts'
import { clientAndProgram, tellSupplier } from '../delivery/commands.shared.ts'
import type { Delegation } from '../delivery/rules.ts'
import { deliveriesOf } from '../delivery/store.ts'
import { record } from '../history/record.ts'
import { setPublicStatus } from '../opportunities/notice.ts'
import { setOpportunityState } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import { type Decision, yes } from '../platform/decision.ts'
import { path } from '../platform/paths.ts'
import { dayOf, daysBetween } from '../platform/time.ts'
import { heldDuties, takeDuty } from '../requests/duties.store.ts'
import { boundsOf, methodOf, type OnInvoice, onInvoice, recordOn, stepEnds, stepStarts } from './commands.shared.ts'
import {
  invoicePaid,
  invoicePaidForClient,
  invoicePaidForTeam,
  invoiceReturned,
  invoiceReturnedForStaff,
  invoiceToEnter,
  invoiceToPay,
} from './emails.ts'
import type { CardDocumentRefusal, CertifyRefusal, EnterRefusal, PayRefusal, ReturnRefusal } from './rules.ts'
import * as rules from './rules.ts'
import { saveCardDocument, saveCertified, saveEntered, savePaid, saveReturned } from './store.ts'

type Worked = { readonly workingDays?: number | null }

/** Section 34: a manager certifies the invoice with their delegation as it stands at this instant; finance is asked next. */
export function certifyInvoice(
  app: App,
  actor: Actor,
  input: { invoiceId: string } & Worked,
): Promise<Decision<{ by: string }, CertifyRefusal>> {
  return onInvoice(app, actor, input.invoiceId, async (on) => {
    const { tx, opportunity, invoice, contract, policy, now } = on
    const decision = rules.certify(invoice, {
      ...{ actor, opportunity, contract, held: await heldOn(on), bounds: boundsOf(opportunity, policy) },
      delegation: await delegationOn(on),
    })
    if (!decision.ok) return decision

    const { by } = decision.value
    const { id, total } = invoice
    await saveCertified(tx, id, { by, at: now })
    await takeDuty(tx, app, { ...fileOf(on), duty: 'certified_34', personId: by, at: now })
    await recordOn(on, 'invoice.certified', id, { total })
    await stepEnds(on, 's34-certified', input.workingDays ?? null)
    await stepStarts(on, 'invoice-entered')
    await writeOn(tx, app, invoiceToEnter, {
      ...{ opportunity, to: await holdersOn(tx, opportunity, ['finance'], now), once: id, at: now },
      ...{ page: ['/files/:id/payment', { id: opportunity.id }], facts: (about) => ({ ...about, totalCents: total }) },
    })
    return yes({ by })
  })
}

/** The manager sends the invoice back with a reason; the supplier repairs it and sends it again. */
export function returnInvoice(
  app: App,
  actor: Actor,
  input: { invoiceId: string; because: string } & Worked,
): Promise<Decision<{ by: string }, ReturnRefusal>> {
  return onInvoice(app, actor, input.invoiceId, async (on) => {
    const { tx, opportunity, invoice, contract, now } = on
    const { because } = input
    const decision = rules.sendBack(invoice, { actor, opportunity, held: await heldOn(on), because })
    if (!decision.ok) return decision

    const { id } = invoice
    await saveReturned(tx, id, because)
    await recordOn(on, 'invoice.returned', id)
    await stepEnds(on, 's34-certified', input.workingDays ?? null)
    await stepStarts(on, 'invoice-received')
    const once = `${id}:${now.toISOString()}`
    await tellSupplier(tx, contract, (to) =>
      writeOn(tx, app, invoiceReturned, {
        ...{ opportunity, to, page: ['/invoices/:id', { id }], once, at: now },
        facts: (about) => ({ ...about, because }),
      }),
    )
    await writeOn(tx, app, invoiceReturnedForStaff, {
      ...{ opportunity, to: await clientAndProgram(tx, opportunity, now), once, at: now },
      ...{ page: ['/files/:id/work', { id: opportunity.id }], facts: (about) => ({ ...about, because }) },
    })
    return yes({ by: decision.value.by })
  })
}

/** Finance has entered the certified invoice in the financial system; the cardholder is asked next. */
export function enterInvoice(
  app: App,
  actor: Actor,
  input: { invoiceId: string } & Worked,
): Promise<Decision<{ at: Date }, EnterRefusal>> {
  return onInvoice(app, actor, input.invoiceId, async (on) => {
    const { tx, opportunity, invoice, contract, now } = on
    const decision = rules.enter(invoice, { actor, opportunity, held: await heldOn(on) })
    if (!decision.ok) return decision

    const { id, total } = invoice
    const { by: personId } = decision.value
    await saveEntered(tx, id, { by: personId, at: now })
    await takeDuty(tx, app, { ...fileOf(on), duty: 'entered_invoice', personId, at: now })
    await recordOn(on, 'invoice.entered', id, { total })
    await stepEnds(on, 'invoice-entered', input.workingDays ?? null)
    const deposit = (await methodOf(tx, contract)) === 'direct_deposit'
    await stepStarts(on, deposit ? 'paid-by-receiver-general' : 'card-document-created')
    await writeOn(tx, app, invoiceToPay, {
      ...{
        opportunity,
        to: await holdersOn(tx, opportunity, [deposit ? 'finance' : 'cardholder'], now),
        once: id,
        at: now,
      },
      ...{ page: ['/files/:id/payment', { id: opportunity.id }], facts: (about) => ({ ...about, totalCents: total }) },
    })
    return yes({ at: now })
  })
}

/** The cardholder has created the document of the card purchase; the payment itself comes next. */
export function createCardDocument(
  app: App,
  actor: Actor,
  input: { invoiceId: string; number: string } & Worked,
): Promise<Decision<{ at: Date }, CardDocumentRefusal>> {
  return onInvoice(app, actor, input.invoiceId, async (on) => {
    const { tx, opportunity, invoice, contract, now } = on
    const { number, workingDays = null } = input
    const decision = rules.createCardDocument(invoice, { actor, opportunity, held: await heldOn(on), number })
    if (!decision.ok) return decision

    await saveCardDocument(tx, invoice.id, number, now)
    await recordOn(on, 'invoice.card_document_created', invoice.id)
    await stepEnds(on, stepBeforeCard(await methodOf(tx, contract)), workingDays)
    await stepStarts(on, 'paid-by-card')
    return yes({ at: now })
  })
}

/**
 * Records a payment that was made at the supplier’s own terminal, PayPal link or account: the file is complete, the
 * public sees how many days it took, and supplier, client and program team are told. Exactly one payment is ever recorded.
 */
export function recordPayment(
  app: App,
  actor: Actor,
  input: { invoiceId: string; method: Payment; reference: string } & Worked,
): Promise<Decision<{ paidDays: number }, PayRefusal>> {
  return onInvoice(app, actor, input.invoiceId, async (on) => {
    const { tx, opportunity, invoice, contract, policy, now } = on
    const { method, reference, workingDays = null } = input
    const decision = rules.pay(invoice, {
      ...{ actor, opportunity, held: await heldOn(on), method, reference, allowed: policy.paymentMethods },
    })
    if (!decision.ok) return decision

    const { by } = decision.value
    const { id, total, sentAt, cardDocument } = decision.value.invoice
    const paidDays = daysBetween(dayOf(sentAt, policy.zone), dayOf(now, policy.zone))
    await savePaid(tx, id, { by, at: now, method, reference })
    await takeDuty(tx, app, { ...fileOf(on), duty: 'paid', personId: by, at: now })
    await recordOn(on, 'invoice.paid', id, { total, method, paidDays })
    await stepEnds(on, cardDocument ? 'paid-by-card' : stepBeforeCard(await methodOf(tx, contract)), workingDays)
    await complete(on, paidDays)
    await tellOfPayment(on, paidDays)
    return yes({ paidDays })
  })
}

/** Accepted work is delivered; a share that was paid after a termination is not. */
async function complete(on: OnInvoice, paidDays: number): Promise<void> {
  const { app, tx, opportunity, contract, actor, now } = on
  const { id, departmentId, requestId: fileId } = opportunity
  const delivered = contract.state === 'accepted'
  const outcome = delivered ? 'delivered' : 'ended_without_delivery'
  await setOpportunityState(tx, opportunity, 'complete', { outcome })
  const repositoryUrl = delivered ? (await deliveriesOf(tx, contract.id)).at(-1)?.repositoryUrl : undefined
  await setPublicStatus(tx, id, outcome, { paidDays, ...(repositoryUrl ? { repositoryUrl } : {}) })
  await record(tx, app.random, {
    ...{ departmentId, fileId, actor, at: now, kind: 'opportunity.completed', facts: { outcome, paidDays } },
    subject: { type: 'opportunity', id },
  })
}

async function tellOfPayment(on: OnInvoice, paidDays: number): Promise<void> {
  const { app, tx, opportunity, invoice, contract, now } = on
  const { id, total: totalCents } = invoice
  const department = await findDepartment(tx, opportunity.departmentId)
  const feedback = `?for=client&department=${department?.code ?? ''}`
  await tellSupplier(tx, contract, (to) =>
    writeOn(tx, app, invoicePaid, {
      ...{ opportunity, to, page: ['/invoices/:id', { id }], once: id, at: now },
      facts: (about) => ({ ...about, totalCents }),
    }),
  )
  await writeOn(tx, app, invoicePaidForClient, {
    ...{ opportunity, to: await clientOf(tx, opportunity), page: ['/feedback', {}], once: id, at: now },
    facts: (about, language) => ({ ...about, link: path('/feedback', language) + feedback, paidDays }),
  })
  await writeOn(tx, app, invoicePaidForTeam, {
    ...{ opportunity, to: await holdersOn(tx, opportunity, ['program_team'], now), once: id, at: now },
    ...{ page: ['/files/:id/payment', { id: opportunity.id }], facts: (about) => ({ ...about, totalCents, paidDays }) },
  })
}

/** Which clock runs between the entry and a card document: that of the way the supplier asked to be paid. */
const stepBeforeCard = (method: Payment) =>
  method === 'direct_deposit' ? 'paid-by-receiver-general' : 'card-document-created'

const heldOn = ({ tx, opportunity }: OnInvoice) => heldDuties(tx, opportunity.requestId, opportunity.id)

const fileOf = ({ opportunity: { departmentId, requestId, id } }: OnInvoice) => ({
  ...{ departmentId, requestId, opportunityId: id },
})

/** Up to how much this person certifies on this day. */
async function delegationOn({ tx, actor, opportunity, policy, now }: OnInvoice): Promise<Delegation> {
  if (actor.kind !== 'staff') return undefined
  const { departmentId } = opportunity
  return signingLimit(tx, { personId: actor.id, role: 'section_34', departmentId, day: dayOf(now, policy.zone) })
}
