import { type Actor, scopeOf } from '../accounts/rules.ts'
import { holdersOn, writeOn } from '../awards/letters.ts'
import { tellSupplier } from '../delivery/commands.shared.ts'
import { findContract } from '../delivery/store.ts'
import { lockOpportunity } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { newId } from '../platform/ids.ts'
import type { Cents } from '../platform/money.ts'
import { policyOf } from '../policy/store.ts'
import { agreedOf, boundsOf, chargesToday, onInvoice, recordOn, stepEnds, stepStarts } from './commands.shared.ts'
import { invoiceDrafted, invoiceToCertify } from './emails.ts'
import type { ConfirmRefusal, DraftRefusal, SendRefusal } from './rules.ts'
import * as rules from './rules.ts'
import { insertInvoice, invoiceOfContract, saveConfirmed, saveSent } from './store.ts'

/**
 * Drafts the supplier’s invoice from what is known: what is to be paid, today’s taxes where the department is when the
 * supplier gave a GST/HST number, and the fund reservation. The supplier is asked to check and send it.
 */
export function draftInvoice(
  app: App,
  actor: Actor,
  input: { contractId: string },
): Promise<Decision<{ invoiceId: string }, DraftRefusal>> {
  return app.transaction(scopeOf(actor), async (tx): Promise<Decision<{ invoiceId: string }, DraftRefusal>> => {
    const found = await findContract(tx, input.contractId)
    if (!found) return no('nothing_to_pay')
    const opportunity = await lockOpportunity(tx, found.opportunityId)
    const contract = (await findContract(tx, input.contractId)) ?? found
    const drafted = (await invoiceOfContract(tx, contract.id)) !== undefined
    const decision = rules.draft(contract, { actor, drafted })
    if (!decision.ok) return decision

    const now = await tx.now()
    const policy = await policyOf(tx, contract.departmentId, now)
    const { taxNumber } = await agreedOf(tx, contract)
    const { departmentId, opportunityId, supplierId } = contract
    const charges = await chargesToday(tx, { price: decision.value, departmentId, taxNumber, policy, now })
    const id = newId(now, app.random)
    const reservationNumber = opportunity.gates.reservation?.number ?? ''
    await insertInvoice(tx, {
      ...{ id, departmentId, opportunityId, contractId: contract.id, supplierId, taxNumber, reservationNumber },
      ...{ ...charges, draftedAt: now },
    })
    const on = { app, tx, actor, opportunity, now }
    await recordOn(on, 'invoice.drafted', id, { price: charges.price, total: charges.total })
    // Accepted work has started this step; a contract that ended early has not.
    if (contract.state === 'terminated') await stepStarts(on, 'invoice-received')
    await tellSupplier(tx, contract, (to) =>
      writeOn(tx, app, invoiceDrafted, {
        ...{ opportunity, to, page: ['/invoices/:id', { id }], once: id, at: now },
        facts: (about) => ({ ...about, totalCents: charges.total }),
      }),
    )
    return yes({ invoiceId: id })
  })
}

/** The supplier sends the invoice, or sends it again after it came back: the promise of payment counts from now. */
export function sendInvoice(
  app: App,
  actor: Actor,
  input: {
    invoiceId: string
    invoiceNumber: string
    taxNumber: string
    postalCode: string
    /** The total on the page that was sent; absent when there was no page. */
    seenTotal?: Cents | null
  },
): Promise<Decision<{ total: Cents }, SendRefusal>> {
  return onInvoice(app, actor, input.invoiceId, async (on) => {
    const { tx, opportunity, invoice, policy, now } = on
    const { invoiceNumber, taxNumber, postalCode, seenTotal = null } = input
    const { price, departmentId, id } = invoice
    const charges = await chargesToday(tx, { price, departmentId, taxNumber, policy, now })
    const bounds = boundsOf(opportunity, policy)
    const decision = rules.send(invoice, { actor, charges, seenTotal, bounds, invoiceNumber })
    if (!decision.ok) return decision

    await saveSent(tx, id, { invoiceNumber, taxNumber, postalCode, charges }, now)
    await recordOn(on, 'invoice.sent', id, { price, total: charges.total, again: invoice.state === 'returned' })
    await stepEnds(on, 'invoice-received')
    await stepStarts(on, 's34-certified')
    await writeOn(tx, app, invoiceToCertify, {
      ...{ opportunity, to: await holdersOn(tx, opportunity, ['section_34'], now) },
      ...{ page: ['/files/:id/payment', { id: opportunity.id }], once: `${id}:${now.toISOString()}`, at: now },
      facts: (about) => ({ ...about, totalCents: charges.total }),
    })
    return yes({ total: charges.total })
  })
}

/** The supplier says that the money arrived. */
export function confirmReceipt(
  app: App,
  actor: Actor,
  input: { invoiceId: string },
): Promise<Decision<{ at: Date }, ConfirmRefusal>> {
  return onInvoice(app, actor, input.invoiceId, async (on) => {
    const { tx, invoice, now } = on
    const decision = rules.confirmReceipt(invoice, actor)
    if (!decision.ok) return decision

    await saveConfirmed(tx, invoice.id, now)
    await recordOn(on, 'invoice.receipt_confirmed', invoice.id)
    return yes({ at: now })
  })
}
