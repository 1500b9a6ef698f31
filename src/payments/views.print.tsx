import { paymentNamesForStaff } from '../awards/texts.ts'
import { formatInstant } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Pairs } from '../ui/parts.tsx'
import type { PaymentPage } from './pages.ts'
import { documentTexts, paymentTexts, printedTexts as words } from './texts.pages.ts'
import { InvoiceDocument, payeeOf } from './views.parts.tsx'

/** The form that justifies a payment by card or PayPal, filled in from the file, for the printer. */
export function PaymentFormView({ page, language }: { page: PaymentPage; language: Language }) {
  const { opportunity, invoice, offer, department, delivery, zone, names } = page
  const { s32, reservation } = opportunity.gates
  const at = (instant: Date | undefined | null, who?: string) =>
    instant
      ? `${formatInstant(instant, zone, language)}${who && names.has(who) ? `, ${names.get(who)}` : ''}`
      : words.open[language]
  const document = 'cardDocument' in invoice ? invoice.cardDocument : null
  const paid = 'paid' in invoice ? invoice.paid : null
  const certified = 'certified' in invoice ? invoice.certified : null
  return (
    <div class="narrow">
      <p class="eyebrow">{paymentTexts.file(opportunity.number)[language]}</p>
      <h1>{words.title[language]}</h1>
      <p>{words.lead[language]}</p>
      <h2>{words.purchase[language]}</h2>
      <Pairs
        items={[
          { label: words.department[language], value: department.name[language] },
          { label: documentTexts.for[language], value: opportunity.title[language] },
          { label: paymentTexts.payee[language], value: payeeOf(page) },
          { label: paymentTexts.asked[language], value: paymentNamesForStaff[offer.payment][language] },
          ...(offer.paymentDetail ? [{ label: paymentTexts.where[language], value: offer.paymentDetail }] : []),
          { label: paymentTexts.cardDocument[language], value: document?.number ?? words.open[language] },
        ]}
      />
      <h2>{words.why[language]}</h2>
      <p>{words.whyText[language]}</p>
      <InvoiceDocument facts={page} language={language} />
      <h2>{words.authorities[language]}</h2>
      <Pairs
        items={[
          { label: words.commitment[language], value: at(s32?.at, s32?.by) },
          { label: documentTexts.reservation[language], value: reservation?.number ?? words.open[language] },
          { label: words.terms[language], value: at('canadaSignedAt' in offer ? offer.canadaSignedAt : null) },
          { label: words.received[language], value: at(delivery?.answer?.at, delivery?.answer?.by) },
          { label: paymentTexts.signed[language], value: at(certified?.at, certified?.by) },
          {
            label: paymentTexts.entered[language],
            value: at(
              'entered' in invoice ? invoice.entered.at : null,
              'entered' in invoice ? invoice.entered.by : undefined,
            ),
          },
          {
            label: paymentTexts.paid[language],
            value: paid ? `${at(paid.at, paid.by)}, ${paid.reference}` : words.open[language],
          },
        ]}
      />
      <p class="noprint">
        <a href={path('/files/:id/payment', language, { id: opportunity.id })}>{words.back[language]}</a>
      </p>
    </div>
  )
}
