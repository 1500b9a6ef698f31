import { forStaff, forSupplier, type Routes } from '../accounts/routing.ts'
import { type Staff, type StaffRole, type Supplier, scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { type Asked, type Crumb, page, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { parseGstNumber } from '../policy/taxNumbers.ts'
import { certifyInvoice, createCardDocument, enterInvoice, recordPayment, returnInvoice } from './commands.staff.ts'
import { confirmReceipt, sendInvoice } from './commands.ts'
import { cardDocumentForm, certificationForm, entryForm, invoiceForm, paymentForm } from './forms.ts'
import { invoicePage, paymentPage } from './pages.ts'
import { type PaymentAct, paymentActs, type SendRefusal } from './rules.ts'
import { invoiceTexts, paymentTexts, printedTexts } from './texts.pages.ts'
import { confirmRefusals, sendRefusals, staffRefusals } from './texts.ts'
import { PaymentFormView } from './views.print.tsx'
import { NoInvoiceView, PaymentView } from './views.staff.tsx'
import { InvoiceView } from './views.tsx'

const readers: readonly StaffRole[] = ['program_team', 'section_34', 'finance', 'cardholder', 'observer']

export const paymentRoutes = {
  'GET /invoices/:id': forSupplier((app, request) => invoiceReply(app, request, 200, [])),
  'POST /invoices/:id': forSupplier(createInvoice),
  'GET /invoices/:id/receipt': forSupplier(async (_, { language, params: { id = '' } }) => backToInvoice(language, id)),
  'POST /invoices/:id/receipt': forSupplier(createReceipt),
  'GET /files/:id/payment': forStaff(readers, (app, request) => paymentReply(app, request, 200, [])),
  'POST /files/:id/payment': forStaff(['section_34', 'finance', 'cardholder'], createAct),
  'GET /files/:id/payment/form': forStaff(readers, showPrinted),
} satisfies Routes

async function createInvoice(app: App, request: Asked<Supplier>): Promise<Reply> {
  const { actor, language, params, form } = request
  const { id = '' } = params
  if (!isId(id)) return unknown
  const asked = parseForm(invoiceForm, form)
  if (!asked.ok) return invoiceReply(app, request, 422, asked.problems)

  const { correct: _, ...said } = asked.value
  const decision = await sendInvoice(app, actor, { invoiceId: id, ...said })
  if (!decision.ok) {
    const field = refusedFields[decision.because] ?? ''
    return invoiceReply(app, request, 409, [{ field, text: sendRefusals[decision.because] }])
  }
  return backToInvoice(language, id)
}

/** Refusals that a field can repair. */
const refusedFields: Partial<Record<SendRefusal, string>> = { card_number: 'invoiceNumber', total_changed: 'correct' }

async function createReceipt(app: App, request: Asked<Supplier>): Promise<Reply> {
  const { id = '' } = request.params
  if (!isId(id)) return unknown
  const decision = await confirmReceipt(app, request.actor, { invoiceId: id })
  if (!decision.ok) return invoiceReply(app, request, 409, [{ field: '', text: confirmRefusals[decision.because] }])
  return backToInvoice(request.language, id)
}

async function invoiceReply(
  app: App,
  { actor, params: { id }, form, language }: Asked<Supplier>,
  status: 200 | 409 | 422,
  problems: Problems,
): Promise<Reply> {
  if (!isId(id)) return unknown
  const number = parseGstNumber(typed(form, 'taxNumber'))
  const typedNumber = 'taxNumber' in form ? (number.ok ? number.value.number : '') : undefined
  const shown = await app.read(scopeOf(actor), (tx) => invoicePage(tx, actor, id, typedNumber))
  if (!shown) return unknown
  const view = <InvoiceView page={shown} language={language} filled={form} problems={problems} />
  const crumbs = [{ label: invoiceTexts.applications[language], href: path('/applications', language) }]
  return page(status, `${invoiceTexts.title[language]} – ${shown.opportunity.title[language]}`, view, { crumbs })
}

const backToInvoice = (language: Language, id: string): Reply => seeOther(path('/invoices/:id', language, { id }))

type Request = Asked<Staff>

async function createAct(app: App, request: Request): Promise<Reply> {
  const { actor, language, params, form } = request
  const { id } = params
  const act = paymentActs.find((known) => known === typed(form, 'act'))
  if (!isId(id)) return unknown
  const shown = await app.read(scopeOf(actor), (tx) => paymentPage(tx, actor, id))
  if (!shown?.invoice) return unknown
  if (!act) return paymentReply(app, request, 409, [{ field: '', text: staffRefusals.wrong_state }])

  const problems = await doAct[act](app, request, shown.invoice.id)
  if (problems.status !== 303) return paymentReply(app, request, problems.status, problems.problems)
  return seeOther(path('/files/:id/payment', language, { id }))
}

type Done = { readonly status: 303 } | { readonly status: 409 | 422; readonly problems: Problems }
type Does = (app: App, request: Request, invoiceId: string) => Promise<Done>

const doAct: Record<PaymentAct, Does> = {
  async certify(app, { actor, form }, invoiceId) {
    const asked = parseForm(certificationForm, form)
    if (!asked.ok) return { status: 422, problems: asked.problems }
    const { decision, because, working: workingDays } = asked.value
    return done(
      decision === 'yes'
        ? await certifyInvoice(app, actor, { invoiceId, workingDays })
        : await returnInvoice(app, actor, { invoiceId, because, workingDays }),
      { reason_missing: 'because', card_number: 'because' },
    )
  },
  async enter(app, { actor, form }, invoiceId) {
    const asked = parseForm(entryForm, form)
    if (!asked.ok) return { status: 422, problems: asked.problems }
    return done(await enterInvoice(app, actor, { invoiceId, workingDays: asked.value.working }))
  },
  async document(app, { actor, form }, invoiceId) {
    const asked = parseForm(cardDocumentForm, form)
    if (!asked.ok) return { status: 422, problems: asked.problems }
    const { cardDocument: number, working: workingDays } = asked.value
    const decision = await createCardDocument(app, actor, { invoiceId, number, workingDays })
    return done(decision, { card_number: 'cardDocument' })
  },
  async pay(app, { actor, form }, invoiceId) {
    const asked = parseForm(paymentForm, form)
    if (!asked.ok) return { status: 422, problems: asked.problems }
    const { method, reference, working: workingDays } = asked.value
    const decision = await recordPayment(app, actor, { invoiceId, method, reference, workingDays })
    return done(decision, { card_number: 'reference', method_not_offered: 'method', no_card_document: 'method' })
  },
}

type Refusal = keyof typeof staffRefusals

function done(
  decision: { ok: true } | { ok: false; because: Refusal },
  fields: Partial<Record<Refusal, string>> = {},
): Done {
  if (decision.ok) return { status: 303 }
  const { because } = decision
  return { status: 409, problems: [{ field: fields[because] ?? '', text: staffRefusals[because] }] }
}

async function paymentReply(
  app: App,
  { actor, params: { id }, form, language }: Request,
  status: 200 | 409 | 422,
  problems: Problems,
): Promise<Reply> {
  if (!isId(id)) return unknown
  const shown = await app.read(scopeOf(actor), (tx) => paymentPage(tx, actor, id))
  if (!shown) return unknown
  const { opportunity } = shown
  const view = shown.invoice ? (
    <PaymentView page={shown} language={language} signer={actor.name} filled={form} problems={problems} />
  ) : (
    <NoInvoiceView page={shown} language={language} />
  )
  return page(status, `${opportunity.number} – ${paymentTexts.title[language]}`, view, {
    crumbs: crumbsTo(language, opportunity),
  })
}

async function showPrinted(app: App, { actor, params: { id }, language }: Request): Promise<Reply> {
  if (!isId(id)) return unknown
  const shown = await app.read(scopeOf(actor), (tx) => paymentPage(tx, actor, id))
  if (!shown?.invoice) return unknown
  const { opportunity } = shown
  const crumbs = [
    ...crumbsTo(language, opportunity),
    { label: paymentTexts.title[language], href: path('/files/:id/payment', language, { id }) },
  ]
  const view = <PaymentFormView page={shown} language={language} />
  return page(200, `${opportunity.number} – ${printedTexts.title[language]}`, view, { crumbs })
}

const crumbsTo = (language: Language, { id, number }: { id: string; number: string }): readonly Crumb[] => [
  { label: paymentTexts.file(number)[language], href: path('/files/:id', language, { id }) },
]
