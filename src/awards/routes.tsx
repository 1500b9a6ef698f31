import { forStaff, forSupplier, type Routes } from '../accounts/routing.ts'
import { type Staff, type StaffRole, type Supplier, scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { type Asked, type Crumb, page, type Reply, seeOther, unknown } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { acceptOffer, declineOffer, recordSignOff } from './commands.answers.ts'
import { acceptForm, declineForm, signOffForm } from './forms.ts'
import { offerPage, staffOfferPage } from './pages.ts'
import type { AcceptRefusal } from './rules.ts'
import { offerTexts, staffOfferTexts } from './texts.pages.ts'
import { acceptRefusals, declineRefusals, signOffRefusals } from './texts.ts'
import { StaffOfferView } from './views.staff.tsx'
import { DeclineView, OfferView } from './views.tsx'

/** Everybody of the department’s staff reads the offers of the files that they may see. */
const readers: readonly StaffRole[] = [
  'client',
  'program_team',
  'procurement',
  'section_32',
  'section_34',
  'finance',
  'signatory',
  'observer',
]

export const awardRoutes = {
  'GET /offers/:id': forSupplier((app, request) => offerReply(app, request, 200, [])),
  'POST /offers/:id': forSupplier(createAcceptance),
  'GET /offers/:id/refusal': forSupplier((app, request) => declineReply(app, request, 200, [])),
  'POST /offers/:id/refusal': forSupplier(createRefusal),
  'GET /files/:id/offer': forStaff(readers, (app, request) => staffReply(app, request, 200, [])),
  'POST /files/:id/offer': forStaff(['program_team'], createSignOff),
} satisfies Routes

async function createAcceptance(app: App, request: Asked<Supplier>): Promise<Reply> {
  const { id = '' } = request.params
  const asked = parseForm(acceptForm, request.form)
  if (!asked.ok) return offerReply(app, request, 422, asked.problems)
  if (!isId(id)) return unknown

  const { payment, paymentDetail, taxNumber, signatory, termsRead } = asked.value
  const acceptance = { payment, paymentDetail, taxNumber, signatory, termsRead }
  const decision = await acceptOffer(app, request.actor, { offerId: id, ...acceptance })
  if (!decision.ok) {
    const field = refusedFields[decision.because] ?? ''
    return offerReply(app, request, 409, [{ field, text: acceptRefusals[decision.because] }])
  }
  return seeOther(path('/offers/:id', request.language, { id }))
}

/** Refusals that a field can repair. */
const refusedFields: Partial<Record<AcceptRefusal, string>> = {
  method_not_offered: 'payment',
  detail_missing: 'paymentDetail',
  card_number: 'paymentDetail',
  name_differs: 'signatory',
  terms_changed: 'agreeTerms',
}

async function offerReply(
  app: App,
  { actor, params: { id }, form, language }: Asked<Supplier>,
  status: 200 | 409 | 422,
  problems: Problems,
): Promise<Reply> {
  if (!isId(id)) return unknown
  const shown = await app.read(scopeOf(actor), (tx) => offerPage(tx, actor, id))
  if (!shown) return unknown
  const view = <OfferView page={shown} language={language} filled={form} problems={problems} />
  return page(status, offerTexts.titleOf(shown.opportunity.title[language])[language], view, {
    crumbs: supplierCrumbs(language),
  })
}

async function createRefusal(app: App, request: Asked<Supplier>): Promise<Reply> {
  const { id = '' } = request.params
  const asked = parseForm(declineForm, request.form)
  if (!asked.ok) return declineReply(app, request, 422, asked.problems)
  if (!isId(id)) return unknown

  const decision = await declineOffer(app, request.actor, { offerId: id, because: asked.value.because })
  if (!decision.ok) return declineReply(app, request, 409, [{ field: '', text: declineRefusals[decision.because] }])
  return seeOther(path('/offers/:id', request.language, { id }))
}

async function declineReply(
  app: App,
  { actor, params: { id }, form, language }: Asked<Supplier>,
  status: 200 | 409 | 422,
  problems: Problems,
): Promise<Reply> {
  if (!isId(id)) return unknown
  const shown = await app.read(scopeOf(actor), (tx) => offerPage(tx, actor, id))
  if (!shown) return unknown
  if (!shown.canDecline && status === 200) return seeOther(path('/offers/:id', language, { id }))
  const view = <DeclineView page={shown} language={language} filled={form} problems={problems} />
  const crumbs = [
    ...supplierCrumbs(language),
    { label: offerTexts.title[language], href: path('/offers/:id', language, { id }) },
  ]
  return page(status, offerTexts.declineTitle[language], view, { crumbs })
}

async function createSignOff(app: App, request: Asked<Staff>): Promise<Reply> {
  const { actor, language, params, form } = request
  const { id } = params
  if (!isId(id)) return unknown
  const asked = parseForm(signOffForm, form)
  if (!asked.ok) return staffReply(app, request, 422, asked.problems)

  const standing = await app.read(scopeOf(actor), (tx) => staffOfferPage(tx, actor, id))
  if (!standing?.standing) return unknown
  const { reference } = asked.value
  const decision = await recordSignOff(app, actor, { offerId: standing.standing.id, reference })
  if (!decision.ok) return staffReply(app, request, 409, [{ field: '', text: signOffRefusals[decision.because] }])
  return seeOther(path('/files/:id/offer', language, { id }))
}

async function staffReply(
  app: App,
  { actor, params: { id }, form, language }: Asked<Staff>,
  status: 200 | 409 | 422,
  problems: Problems,
): Promise<Reply> {
  if (!isId(id)) return unknown
  const shown = await app.read(scopeOf(actor), (tx) => staffOfferPage(tx, actor, id))
  if (!shown) return unknown
  const view = <StaffOfferView page={shown} language={language} filled={form} problems={problems} />
  return page(status, `${shown.opportunity.number} – ${staffOfferTexts.title[language]}`, view, {
    crumbs: [
      { label: staffOfferTexts.file(shown.opportunity.number)[language], href: path('/files/:id', language, { id }) },
    ],
  })
}

const supplierCrumbs = (language: Language): readonly Crumb[] => [
  { label: offerTexts.applications[language], href: path('/applications', language) },
]
