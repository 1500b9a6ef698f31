import type { ComponentChild } from 'preact'
import { forSupplier, type Routes } from '../accounts/routing.ts'
import { type Supplier, scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { type Asked, page, type Reply, seeOther, unknown } from '../platform/http.ts'
import type { Text } from '../platform/i18n.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { askExtension, declareUnable } from './commands.exceptions.ts'
import { deliverWork } from './commands.ts'
import { deliverForm, extensionForm, unableForm } from './forms.ts'
import { type SupplierWorkPage, supplierWorkPage } from './pages.ts'
import { supplierTexts, workTexts } from './texts.pages.ts'
import { askExtensionRefusals, deliverRefusals, unableRefusals } from './texts.ts'
import { AskExtensionView, ContractView, UnableView } from './views.supplier.tsx'

export const supplierWorkRoutes = {
  'GET /contracts/:id': forSupplier((app, request) => reply(app, request, 200, [], work)),
  'POST /contracts/:id': forSupplier(createDelivery),
  'GET /contracts/:id/extension': forSupplier((app, request) => reply(app, request, 200, [], extension)),
  'POST /contracts/:id/extension': forSupplier(createExtension),
  'GET /contracts/:id/difficulty': forSupplier((app, request) => reply(app, request, 200, [], difficulty)),
  'POST /contracts/:id/difficulty': forSupplier(createDifficulty),
} satisfies Routes

type Request = Asked<Supplier>
type Page = {
  readonly title: Text
  /** Below the page of the work, and gone with the work that it is about. */
  readonly open: ((shown: SupplierWorkPage) => boolean) | null
  readonly view: (shown: SupplierWorkPage, request: Request, problems: Problems) => ComponentChild
}

const work: Page = {
  title: workTexts.work,
  open: null,
  view: (shown, { language, form }, problems) => (
    <ContractView page={shown} language={language} filled={form} problems={problems} />
  ),
}
const extension: Page = {
  title: supplierTexts.askExtension,
  open: ({ canAsk }) => canAsk,
  view: (shown, { language, form }, problems) => (
    <AskExtensionView page={shown} language={language} filled={form} problems={problems} />
  ),
}
const difficulty: Page = {
  title: supplierTexts.sayUnable,
  open: ({ canSayUnable }) => canSayUnable,
  view: (shown, { language, form }, problems) => (
    <UnableView page={shown} language={language} filled={form} problems={problems} />
  ),
}

async function createDelivery(app: App, request: Request): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return unknown
  const asked = parseForm(deliverForm, request.form)
  if (!asked.ok) return reply(app, request, 422, asked.problems, work)

  const delivered = { ...asked.value, language: request.language }
  const decision = await deliverWork(app, request.actor, { contractId: id, ...delivered })
  if (!decision.ok) return reply(app, request, 409, refused(deliverRefusals[decision.because]), work)
  return seeOther(path('/contracts/:id', request.language, { id }))
}

async function createExtension(app: App, request: Request): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return unknown
  const asked = parseForm(extensionForm, request.form)
  if (!asked.ok) return reply(app, request, 422, asked.problems, extension)

  const { language, actor } = request
  const decision = await askExtension(app, actor, { contractId: id, ...asked.value, language })
  if (!decision.ok) {
    const field = decision.because === 'day_not_later' ? 'day' : ''
    return reply(app, request, 409, refused(askExtensionRefusals[decision.because], field), extension)
  }
  return seeOther(path('/contracts/:id', language, { id }))
}

async function createDifficulty(app: App, request: Request): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return unknown
  const asked = parseForm(unableForm, request.form)
  if (!asked.ok) return reply(app, request, 422, asked.problems, difficulty)

  const decision = await declareUnable(app, request.actor, { contractId: id, because: asked.value.because })
  if (!decision.ok) return reply(app, request, 409, refused(unableRefusals[decision.because]), difficulty)
  return seeOther(path('/contracts/:id', request.language, { id }))
}

async function reply(
  app: App,
  request: Request,
  status: 200 | 409 | 422,
  problems: Problems,
  { title, open, view }: Page,
): Promise<Reply> {
  const { actor, params, language } = request
  const { id } = params
  if (!isId(id)) return unknown
  const shown = await app.read(scopeOf(actor), (tx) => supplierWorkPage(tx, actor, id))
  if (!shown) return unknown
  const toWork = path('/contracts/:id', language, { id })
  if (status === 200 && open && !open(shown)) return seeOther(toWork)
  return page(status, `${title[language]} – ${shown.opportunity.title[language]}`, view(shown, request, problems), {
    crumbs: [
      { label: workTexts.applications[language], href: path('/applications', language) },
      ...(open ? [{ label: workTexts.work[language], href: toWork }] : []),
    ],
  })
}

const refused = (text: Text, field = ''): Problems => [{ field, text }]
