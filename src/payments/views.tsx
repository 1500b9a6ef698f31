import { paymentNames } from '../awards/texts.ts'
import { formatDay, formatDays, formatInstant, formatMoney } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Filled, typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Checkbox } from '../ui/choices.tsx'
import { Hidden, TextField } from '../ui/fields.tsx'
import { Button, ErrorSummary, Form } from '../ui/form.tsx'
import { Note, Pairs, StatusBox } from '../ui/parts.tsx'
import type { InvoicePage } from './pages.ts'
import { invoiceTexts as words } from './texts.pages.ts'
import { invoiceStateNames } from './texts.ts'
import { InvoiceDocument } from './views.parts.tsx'

type Shown = { page: InvoicePage; language: Language; filled?: Filled; problems?: Problems }

/** The supplier’s own invoice: where it stands, the document, and the form while it is theirs to send. */
export function InvoiceView({ page, language, filled = {}, problems = [] }: Shown) {
  const { invoice, opportunity, department } = page
  return (
    <div class="narrow">
      <p class="eyebrow">
        {department.name[language]} · {opportunity.title[language]}
      </p>
      <h1>{words.title[language]}</h1>
      {!page.canSend && <ErrorSummary language={language} errors={problems} />}
      <InvoiceStatus page={page} language={language} />
      {invoice.state === 'returned' && (
        <Note tone="warn" head={words.returned[language]} level={2}>
          <p>{invoice.returnedBecause}</p>
        </Note>
      )}
      {invoice.state === 'drafted' && <p>{words.drafted[language]}</p>}
      <InvoiceDocument facts={page} language={language} />
      {page.canSend && <SendForm page={page} language={language} filled={filled} problems={problems} />}
      <Payment page={page} language={language} />
    </div>
  )
}

function InvoiceStatus({ page, language }: Shown) {
  const { invoice, promise, zone } = page
  const happening = { what: invoiceStateNames.supplier[invoice.state][language] }
  switch (invoice.state) {
    case 'drafted':
    case 'returned':
      return (
        <StatusBox
          language={language}
          tone="you"
          happening={happening}
          next={{
            what: (invoice.state === 'drafted' ? words.check : words.repair)[language],
            more: <p>{words.checkMore[language]}</p>,
          }}
          by={{ what: words.noDate[language], more: <p>{words.countsFrom[language]}</p> }}
        />
      )
    case 'paid': {
      const days = formatDays(promise?.used ?? 0, language)
      return (
        <StatusBox
          language={language}
          tone="done"
          happening={{
            ...happening,
            more: <p>{words.paidMore(days)[language]}</p>,
          }}
          next={
            page.canConfirm
              ? { what: words.confirmNext[language] }
              : { what: words.nothing[language], more: <p>{words.confirmed[language]}</p> }
          }
          by={{ what: formatInstant(invoice.paid.at, zone, language) }}
          action={
            page.canConfirm && (
              <Form action={path('/invoices/:id/receipt', language, { id: invoice.id })} language={language}>
                <Button>{words.confirm[language]}</Button>
              </Form>
            )
          }
        />
      )
    }
    case 'sent':
    case 'certified':
    case 'entered':
      return (
        <StatusBox
          language={language}
          tone={promise?.late ? 'late' : 'waiting'}
          happening={happening}
          next={{ what: words.wait[language] }}
          by={{
            what: promise ? formatDay(promise.due, language) : words.noDate[language],
            more: <p>{(promise?.late ? words.late : words.promised)[language]}</p>,
          }}
        />
      )
  }
}

function SendForm({ page, language, filled = {}, problems = [] }: Shown) {
  const { invoice, charges } = page
  const at = (name: string) => problemAt(problems, name, language)
  const value = (name: string, known: string) => (name in filled ? typed(filled, name) : known)
  return (
    <>
      <h2>{(invoice.state === 'returned' ? words.formAgain : words.form)[language]}</h2>
      <Form action={path('/invoices/:id', language, { id: invoice.id })} language={language} errors={problems}>
        <TextField
          language={language}
          name="invoiceNumber"
          label={words.number[language]}
          hint={words.numberHint[language]}
          value={value('invoiceNumber', invoice.invoiceNumber)}
          error={at('invoiceNumber')}
          width="m"
          spellcheck={false}
        />
        <TextField
          language={language}
          name="taxNumber"
          label={words.tax[language]}
          hint={words.taxHint[language]}
          value={value('taxNumber', invoice.taxNumber)}
          error={at('taxNumber')}
          width="m"
          spellcheck={false}
          optional
        />
        <TextField
          language={language}
          name="postalCode"
          label={words.postal[language]}
          hint={words.postalHint[language]}
          value={value('postalCode', invoice.postalCode)}
          error={at('postalCode')}
          width="s"
          autocomplete="postal-code"
          spellcheck={false}
        />
        <Hidden name="seenTotal" value={String(charges.total)} />
        <Checkbox
          language={language}
          name="correct"
          label={words.correct(formatMoney(charges.total, language))[language]}
          checked={false}
          error={at('correct')}
        />
        <Button full>{words.send[language]}</Button>
        <p class="small quiet after">{words.after[language]}</p>
      </Form>
    </>
  )
}

function Payment({ page, language }: Shown) {
  const { invoice, zone, department } = page
  if (invoice.state !== 'paid') return null
  const feedback = `${path('/feedback', language)}?for=winner&department=${encodeURIComponent(department.code)}`
  return (
    <>
      <h2>{words.payment[language]}</h2>
      <Pairs
        items={[
          { label: words.method[language], value: paymentNames[invoice.paid.method][language] },
          { label: words.on[language], value: formatInstant(invoice.paid.at, zone, language) },
          { label: words.reference[language], value: invoice.paid.reference },
        ]}
      />
      <p>
        <a href={feedback}>{words.feedback[language]}</a>
      </p>
    </>
  )
}
