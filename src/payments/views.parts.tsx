import { formatDay, formatMoney, formatPercent } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { dayOf } from '../platform/time.ts'
import { taxNames } from '../policy/taxes.ts'
import { Pairs, Panel } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import type { InvoiceFacts } from './pages.ts'
import type { TaxCharged } from './rules.charges.ts'
import { documentTexts } from './texts.pages.ts'

/** The name that an invoice carries: the legal one, and the operating one when there is one. */
export const payeeOf = ({ chosen: { legalName, operatingName } }: Pick<InvoiceFacts, 'chosen'>): string =>
  operatingName && operatingName !== legalName ? `${operatingName} (${legalName})` : legalName

/** A tax with its rate: `HST (13%)`. */
export const taxText = ({ tax, rate }: TaxCharged, language: Language): string =>
  `${taxNames[tax][language]} (${formatPercent(rate / 100_000, language)})`

/** The invoice as a document that one reads: who, to whom, for what, how much. */
export function InvoiceDocument({
  facts,
  language,
  level = 2,
}: {
  facts: InvoiceFacts
  language: Language
  level?: 2 | 3
}) {
  const { invoice, charges, opportunity, department, zone } = facts
  const words = documentTexts
  const sent = 'sentAt' in invoice
  const number = invoice.taxNumber
  return (
    <Panel head={(sent ? words.head : words.draftHead)[language]} id="invoice" level={level} tint={false}>
      <Pairs
        items={[
          ...(invoice.invoiceNumber ? [{ label: words.number[language], value: invoice.invoiceNumber }] : []),
          ...(sent
            ? [
                {
                  label: words.date[language],
                  value: formatDay(dayOf(invoice.sentAt, zone), language, { weekday: false }),
                },
              ]
            : []),
          { label: words.from[language], value: payeeOf(facts) },
          { label: words.to[language], value: `${department.name[language]}, ${department.postalAddress}` },
          { label: words.for[language], value: `${opportunity.title[language]} (${opportunity.number})` },
          { label: words.reservation[language], value: invoice.reservationNumber },
          ...(number && sent ? [{ label: words.taxNumber[language], value: number }] : []),
        ]}
      />
      <FoldTable
        caption={words.head[language]}
        captionHidden
        columns={[{ label: words.what[language] }, { label: words.amount[language], numeric: true }]}
        rows={[
          [words.price[language], formatMoney(charges.price, language)],
          ...charges.taxes.map((tax) => [taxText(tax, language), formatMoney(tax.cents, language)]),
        ]}
        foot={[words.total[language], <strong key="total">{formatMoney(charges.total, language)}</strong>]}
      />
      {charges.taxes.length === 0 && <p class="small quiet">{words.noTax[language]}</p>}
    </Panel>
  )
}
