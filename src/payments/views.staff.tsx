import { PapersList } from '../approvals/showPapers.tsx'
import { paperTexts } from '../approvals/texts.papers.ts'
import { formatDay, formatInstant, formatMoney } from '../platform/format.ts'
import type { Problems } from '../platform/forms.ts'
import type { Form as Filled } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { type Cents, cents } from '../platform/money.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { gstNumberDoubt, parseGstNumber } from '../policy/taxNumbers.ts'
import { Checks } from '../ui/board.tsx'
import { Clock } from '../ui/clocks.tsx'
import { ErrorSummary } from '../ui/form.tsx'
import { CriteriaList, Facts, Fold, Note, Price, StatusBox, Steps } from '../ui/parts.tsx'
import type { NoInvoicePage, PaymentPage } from './pages.ts'
import { paymentTexts as words } from './texts.pages.ts'
import { invoiceStateNames, staffRefusals } from './texts.ts'
import { ActForm } from './views.acts.tsx'
import { InvoiceDocument, payeeOf, taxText } from './views.parts.tsx'

export type Shown = {
  page: PaymentPage
  language: Language
  /** The name under a signature. */
  signer: string
  filled?: Filled
  problems?: Problems
}

/** The payment of a file: one page, one decision for whose turn it is. */
export function PaymentView({ page, language, signer, filled = {}, problems = [] }: Shown) {
  const { opportunity, invoice, act, barred, certification } = page
  const problem = act === 'certify' && !certification.ok ? certification.because : null
  const doubtful = invoice.taxNumber !== '' && !fits(invoice.taxNumber)
  return (
    <div class="narrow">
      <Eyebrow opportunity={opportunity} language={language} />
      <h1>{(act ? words.titles[act] : words.title)[language]}</h1>
      {!act && <ErrorSummary language={language} errors={problems} />}
      <PaymentStatus page={page} language={language} />
      {barred && (
        <Note tone="warn" head={words.barred[language]} level={2}>
          <p>{staffRefusals[barred][language]}</p>
        </Note>
      )}
      {problem && (
        <Note tone="bad" head={words.blocked[language]} level={2}>
          <p>{staffRefusals[problem][language]}</p>
        </Note>
      )}
      <h2>{words.what[language]}</h2>
      <WhatIsPaid page={page} language={language} />
      <PromiseClock page={page} language={language} />
      <h2>{words.checks[language]}</h2>
      <Checked page={page} language={language} />
      {act === 'certify' && doubtful && (
        <Note tone="info" head={words.doubt[language]}>
          <p>{gstNumberDoubt[language]}</p>
        </Note>
      )}
      <Fold label={words.invoice[language]}>
        <InvoiceDocument facts={page} language={language} level={3} />
      </Fold>
      <Acceptance page={page} language={language} />
      <Fold label={paperTexts.title[language]} count={page.papers.standing.length}>
        <PapersList papers={page.papers} language={language} />
      </Fold>
      {invoice.state === 'returned' && (
        <Fold label={words.sentBack[language]} open>
          <p>{invoice.returnedBecause}</p>
        </Fold>
      )}
      {act && <ActForm page={page} language={language} signer={signer} filled={filled} problems={problems} />}
      <History page={page} language={language} />
      {'certified' in invoice && (
        <p>
          <a href={path('/files/:id/payment/form', language, { id: opportunity.id })}>{words.form[language]}</a>
        </p>
      )}
    </div>
  )
}

/** Before there is an invoice. */
export function NoInvoiceView({ page: { opportunity }, language }: { page: NoInvoicePage; language: Language }) {
  return (
    <div class="narrow">
      <Eyebrow opportunity={opportunity} language={language} />
      <h1>{words.title[language]}</h1>
      <StatusBox
        language={language}
        tone="waiting"
        happening={{ what: words.none[language], more: <p>{words.noneMore[language]}</p> }}
        next={{ what: words.waitsFor.paid[language] }}
        by={{ what: words.noDate[language] }}
      />
    </div>
  )
}

function Eyebrow({
  opportunity: { number, team },
  language,
}: Pick<PaymentPage, 'opportunity'> & { language: Language }) {
  const file = words.file(number)[language]
  return <p class="eyebrow">{team[language] ? `${file} · ${team[language]}` : file}</p>
}

type Part = { page: PaymentPage; language: Language }

function PaymentStatus({ page, language }: Part) {
  const { invoice, act, promise, delivery, zone } = page
  const accepted = delivery?.answer && words.acceptedOn(dayText(delivery.answer.at, zone, language))[language]
  const due = promise && invoice.state !== 'paid' ? formatDay(promise.due, language) : words.noDate[language]
  const late = promise?.late && invoice.state !== 'paid'
  return (
    <StatusBox
      language={language}
      tone={invoice.state === 'paid' ? 'done' : late ? 'late' : act ? 'you' : 'waiting'}
      happening={{
        what: invoiceStateNames.staff[invoice.state][language],
        more: accepted && <p>{accepted}</p>,
      }}
      next={
        act
          ? { what: words.next[act][language], more: <p>{words.nextMore[act][language]}</p> }
          : { what: words.waitsFor[invoice.state][language] }
      }
      by={{
        what: invoice.state === 'paid' ? formatInstant(invoice.paid.at, zone, language) : due,
        more: promise && invoice.state !== 'paid' && <p>{words.promised[language]}</p>,
      }}
    />
  )
}

function WhatIsPaid({ page, language }: Part) {
  const { charges, opportunity } = page
  return (
    <Facts
      items={[
        { label: words.toPay[language], value: <Price>{formatMoney(charges.total, language)}</Price> },
        {
          label: words.madeUp[language],
          value: (
            <>
              {formatMoney(charges.price, language)}
              {charges.taxes.map((tax) => (
                <span key={tax.tax}>
                  <br />
                  {`+ ${formatMoney(tax.cents, language)} ${taxText(tax, language)}`}
                </span>
              ))}
            </>
          ),
        },
        { label: words.payee[language], value: payeeOf(page) },
        { label: words.for[language], value: opportunity.title[language] },
      ]}
    />
  )
}

/** How many of the promised days are used. */
function PromiseClock({ page: { promise, invoice }, language }: Part) {
  if (!promise) return null
  const { used, days, late } = promise
  const text =
    invoice.state === 'paid' ? words.took(used, days) : late ? words.over(used - days) : words.day(used, days)
  return (
    <>
      <h2>{words.clock[language]}</h2>
      <p>
        <Clock used={used} estimate={days} text={text[language]} />
      </p>
    </>
  )
}

function Checked({ page, language }: Part) {
  const { delivery, contract, offer, charges, zone, names, opportunity, invoice } = page
  const { act, certification, delegation } = page
  const { reservation } = opportunity.gates
  const answer = delivery?.answer
  const agreed = 'canadaSignedAt' in offer ? offer.canadaSignedAt : offer.supplierSignedAt
  const money = (amount: Cents) => formatMoney(amount, language)
  return (
    <Checks
      items={[
        ...(answer && contract.state === 'accepted'
          ? [
              {
                head: words.received[language],
                detail: words.receivedMore(names.get(answer.by) ?? '', dayText(answer.at, zone, language))[language],
              },
            ]
          : []),
        ...(contract.state === 'terminated'
          ? [
              {
                head: words.ended[language],
                detail: words.endedMore(contract.termination.percentage ?? 0)[language],
              },
            ]
          : []),
        {
          head: words.priceAgreed[language],
          detail: words.priceMore(dayText(agreed, zone, language), money(contract.price))[language],
        },
        ...(reservation && charges.total <= reservation.amount
          ? [
              {
                head: words.reserved[language],
                detail: words.reservedMore(money(charges.total), money(reservation.amount), reservation.number)[
                  language
                ],
              },
            ]
          : []),
        {
          head: words.entitled[language],
          detail: (invoice.taxNumber ? words.entitledTax(invoice.taxNumber) : words.entitledMore)[language],
        },
        ...(act === 'certify' && certification.ok && delegation !== undefined
          ? [
              {
                head: words.maySign[language],
                detail: words.maySignMore(delegation === null ? null : money(cents(delegation)))[language],
              },
            ]
          : []),
      ]}
    />
  )
}

/** The acceptance record: each criterion with its mark, and where the work is. */
function Acceptance({ page: { checked, delivery }, language }: Part) {
  if (!delivery) return null
  return (
    <Fold label={words.criteria[language]} count={checked.length}>
      <CriteriaList
        kind="work"
        language={language}
        items={checked.map(({ criterion, met, comment }) => ({
          head: criterion.text[language],
          number: criterion.position,
          text: `${(met ? words.met : words.notMet)[language]}${comment ? `. ${comment}` : ''}`,
        }))}
      />
      <p>
        <a href={delivery.repositoryUrl} rel="noreferrer">
          {words.repository[language]}
        </a>
        {delivery.pullRequestUrl && (
          <>
            {' · '}
            <a href={delivery.pullRequestUrl} rel="noreferrer">
              {words.pullRequest[language]}
            </a>
          </>
        )}
      </p>
    </Fold>
  )
}

function History({ page: { invoice, zone, names }, language }: Part) {
  const at = (instant: Date, who?: string) =>
    `${formatInstant(instant, zone, language)}${who ? ` · ${names.get(who) ?? ''}` : ''}`
  const items = [
    ...('sentAt' in invoice ? [{ head: words.sent[language], text: at(invoice.sentAt) }] : []),
    ...('certified' in invoice
      ? [{ head: words.signed[language], text: at(invoice.certified.at, invoice.certified.by) }]
      : []),
    ...('entered' in invoice
      ? [{ head: words.entered[language], text: at(invoice.entered.at, invoice.entered.by) }]
      : []),
    ...('cardDocument' in invoice && invoice.cardDocument
      ? [
          {
            head: `${words.cardDocument[language]} ${invoice.cardDocument.number}`,
            text: at(invoice.cardDocument.at),
          },
        ]
      : []),
    ...('paid' in invoice
      ? [{ head: words.paid[language], text: `${at(invoice.paid.at, invoice.paid.by)} · ${invoice.paid.reference}` }]
      : []),
    ...('confirmedAt' in invoice && invoice.confirmedAt
      ? [{ head: words.confirmed[language], text: at(invoice.confirmedAt) }]
      : []),
  ]
  if (items.length === 0) return null
  return (
    <>
      <h2>{words.history[language]}</h2>
      <Steps items={items.map((item) => ({ ...item, state: 'past' }))} />
    </>
  )
}

const dayText = (instant: Date, zone: string, language: Language): string =>
  formatDay(dayOf(instant, zone), language, { weekday: false })

function fits(taxNumber: string): boolean {
  const parsed = parseGstNumber(taxNumber)
  return parsed.ok && parsed.value.checkDigitFits
}
