import { holds, type Staff } from '../accounts/rules.ts'
import type { Waiting } from '../accounts/waiting.ts'
import { findOpportunity } from '../opportunities/store.ts'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { addDays, dayOf, instantAt } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import { heldDuties } from '../requests/duties.store.ts'
import { methodOf } from './commands.shared.ts'
import { actOf } from './pages.ts'
import type { Invoice } from './rules.ts'
import { invoicesIn } from './store.ts'
import { waitingTexts } from './texts.pages.ts'

/** Invoices that wait for this person: to certify, to enter, to pay. Due at the end of the last day of the promise. */
export async function waitingForPayments(tx: Tx, actor: Staff, language: Language): Promise<Waiting[]> {
  if (!holds(actor, 'section_34', 'finance', 'cardholder')) return []
  const policy = await policyOf(tx, actor.departmentId, await tx.now())
  const waiting: Waiting[] = []
  for (const { invoice, number, title } of await invoicesIn(tx, actor, ['sent', 'certified', 'entered'])) {
    const opportunity = await findOpportunity(tx, invoice.opportunityId)
    if (!opportunity) continue
    const held = await heldDuties(tx, opportunity.requestId, opportunity.id)
    const payment = await methodOf(tx, { id: invoice.contractId })
    const act = actOf(invoice, { actor, opportunity, held }, { payment, paymentMethods: policy.paymentMethods })
    if (!act || !('sentAt' in invoice)) continue
    const due = addDays(dayOf(invoice.sentAt, policy.zone), policy.paymentDays.promise)
    waiting.push({
      text: waitingTexts[act],
      about: { en: `${number} – ${title.en}`, fr: `${number} – ${title.fr}` },
      href: path('/files/:id/payment', language, { id: opportunity.id }),
      since: sinceOf(invoice, invoice.sentAt),
      due: instantAt(due, '23:59', policy.zone),
    })
  }
  return waiting
}

function sinceOf(invoice: Invoice, sentAt: Date): Date {
  if ('entered' in invoice) return invoice.cardDocument?.at ?? invoice.entered.at
  return 'certified' in invoice ? invoice.certified.at : sentAt
}
