import type { ComponentChild } from 'preact'
import { forStaff, type Routes } from '../accounts/routing.ts'
import { type Staff, type StaffRole, scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { type Asked, page, type Reply, seeOther, unknown } from '../platform/http.ts'
import type { Text } from '../platform/i18n.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { decideNext, terminateContract } from './commands.ending.ts'
import { askAboutLateness, decideExtension } from './commands.exceptions.ts'
import { countersignTerms, decideWork } from './commands.ts'
import {
  countersignForm,
  extensionAnswerForm,
  markNames,
  nextForm,
  parseWorkAnswer,
  terminationForm,
  type WorkAnswer,
} from './forms.ts'
import { type StaffWorkPage, staffWorkPage, termsPage, type Work } from './pages.ts'
import { supplierWorkRoutes } from './routes.supplier.tsx'
import type { DecideExtensionRefusal, NextRefusal, TerminateRefusal } from './rules.exceptions.ts'
import type { DecideWorkRefusal } from './rules.ts'
import { staffTexts, termsTexts, workTexts } from './texts.pages.ts'
import {
  countersignRefusals,
  decideExtensionRefusals,
  decideWorkRefusals,
  latenessRefusals,
  nextRefusals,
  terminateRefusals,
} from './texts.ts'
import { ExtensionView, NextView, TerminationView } from './views.exceptions.tsx'
import { TermsView } from './views.terms.tsx'
import { StaffWorkView } from './views.work.tsx'

const readers: readonly StaffRole[] = [
  'client',
  'program_team',
  'procurement',
  'section_32',
  'section_34',
  'finance',
  'cardholder',
  'signatory',
  'observer',
]
const deciders: readonly StaffRole[] = ['client', 'program_team']
const datekeepers: readonly StaffRole[] = ['program_team', 'signatory']

export const deliveryRoutes = {
  ...supplierWorkRoutes,
  'GET /files/:id/terms': forStaff(readers, (app, request) => termsReply(app, request, 200, [])),
  'POST /files/:id/terms': forStaff(['signatory'], createSignature),
  'GET /files/:id/work': forStaff(readers, (app, request) => workReply(app, request, 200, [], work)),
  'POST /files/:id/work': forStaff(deciders, createDecision),
  'GET /files/:id/work/lateness': forStaff(deciders, toWork),
  'POST /files/:id/work/lateness': forStaff(deciders, createLateness),
  'GET /files/:id/work/extension': forStaff(datekeepers, (app, request) => workReply(app, request, 200, [], extension)),
  'POST /files/:id/work/extension': forStaff(datekeepers, createExtension),
  'GET /files/:id/work/termination': forStaff(['signatory'], (app, request) =>
    workReply(app, request, 200, [], termination),
  ),
  'POST /files/:id/work/termination': forStaff(['signatory'], createTermination),
  'GET /files/:id/work/next': forStaff(['program_team'], (app, request) => workReply(app, request, 200, [], next)),
  'POST /files/:id/work/next': forStaff(['program_team'], createNext),
} satisfies Routes

type Request = Asked<Staff>
type Page = {
  readonly title: Text
  /** Below the page of the work; may this person act there? */
  readonly open: ((shown: StaffWorkPage) => boolean) | null
  readonly view: (shown: StaffWorkPage, request: Request, problems: Problems) => ComponentChild
}

const work: Page = {
  title: workTexts.work,
  open: null,
  view: (shown, { language, actor, form }, problems) => (
    <StaffWorkView page={shown} language={language} name={actor.name} filled={form} problems={problems} />
  ),
}
const extension: Page = {
  title: staffTexts.extensionTitle,
  open: (shown) => shown.can.decideExtension,
  view: (shown, { language, actor, form }, problems) => (
    <ExtensionView page={shown} language={language} name={actor.name} filled={form} problems={problems} />
  ),
}
const termination: Page = {
  title: staffTexts.terminationTitle,
  open: (shown) => shown.can.terminate,
  view: (shown, { language, actor, form }, problems) => (
    <TerminationView page={shown} language={language} name={actor.name} filled={form} problems={problems} />
  ),
}
const next: Page = {
  title: staffTexts.nextTitle,
  open: (shown) => shown.can.decideNext,
  view: (shown, { language, actor, form }, problems) => (
    <NextView page={shown} language={language} name={actor.name} filled={form} problems={problems} />
  ),
}

async function createSignature(app: App, request: Request): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return unknown
  const asked = parseForm(countersignForm, request.form)
  if (!asked.ok) return termsReply(app, request, 422, asked.problems)

  const { workingDays } = asked.value
  const decision = await countersignTerms(app, request.actor, { opportunityId: id, workingDays })
  if (!decision.ok) return termsReply(app, request, 409, refused(countersignRefusals[decision.because]))
  return seeOther(path('/files/:id/terms', request.language, { id }))
}

async function createDecision(app: App, request: Request): Promise<Reply> {
  const running = await workFor(app, request)
  if (!running) return unknown
  const asked = parseWorkAnswer(request.form, running.criteria)
  if (!asked.ok) return workReply(app, request, 422, asked.problems, work)

  const decision = await decideWork(app, request.actor, { contractId: running.contract.id, ...asked.value })
  if (!decision.ok) return workReply(app, request, 409, workProblems(decision.because, asked.value, running), work)
  return toWork(app, request)
}

/** A refusal at the field that repairs it. */
function workProblems(because: DecideWorkRefusal, answer: WorkAnswer, { criteria }: Work): Problems {
  const text = decideWorkRefusals[because]
  if (because === 'new_date_missing' || because === 'new_date_past') return refused(text, 'newDay')
  if (because !== 'comment_missing') return refused(text)
  return criteria
    .filter(({ id }) => answer.marks.some(({ criterionId, met, comment }) => criterionId === id && !met && !comment))
    .map(({ position }) => ({ field: markNames(position).comment, text }))
}

async function createLateness(app: App, request: Request): Promise<Reply> {
  const running = await workFor(app, request)
  if (!running) return unknown
  const decision = await askAboutLateness(app, request.actor, { contractId: running.contract.id })
  if (!decision.ok) return workReply(app, request, 409, refused(latenessRefusals[decision.because]), work)
  return toWork(app, request)
}

async function createExtension(app: App, request: Request): Promise<Reply> {
  const running = await workFor(app, request)
  if (!running) return unknown
  const asked = parseForm(extensionAnswerForm, request.form)
  if (!asked.ok) return workReply(app, request, 422, asked.problems, extension)

  const decision = await decideExtension(app, request.actor, { contractId: running.contract.id, ...asked.value })
  if (decision.ok) return toWork(app, request)
  const { because } = decision
  const fields: Partial<Record<DecideExtensionRefusal, string>> = { reply_missing: 'reply', day_past: 'decision' }
  return workReply(app, request, 409, refused(decideExtensionRefusals[because], fields[because]), extension)
}

async function createTermination(app: App, request: Request): Promise<Reply> {
  const running = await workFor(app, request)
  if (!running) return unknown
  const asked = parseForm(terminationForm, request.form)
  if (!asked.ok) return workReply(app, request, 422, asked.problems, termination)

  const decision = await terminateContract(app, request.actor, { contractId: running.contract.id, ...asked.value })
  if (decision.ok) return toWork(app, request)
  const { because } = decision
  const fields: Partial<Record<TerminateRefusal, string>> = {
    no_default_yet: 'kind',
    work_waits: 'kind',
    percentage_missing: 'percentage',
    percentage_with_default: 'percentage',
  }
  return workReply(app, request, 409, refused(terminateRefusals[because], fields[because]), termination)
}

async function createNext(app: App, request: Request): Promise<Reply> {
  const running = await workFor(app, request)
  if (!running) return unknown
  const asked = parseForm(nextForm, request.form)
  if (!asked.ok) return workReply(app, request, 422, asked.problems, next)

  const decision = await decideNext(app, request.actor, { contractId: running.contract.id, ...asked.value })
  if (!decision.ok) {
    const { because } = decision
    const fields: Partial<Record<NextRefusal, string>> = {
      day_missing: 'deliveryDay',
      delivery_in_past: 'deliveryDay',
      nobody_left: 'step',
      not_after_convenience: 'step',
    }
    return workReply(app, request, 409, refused(nextRefusals[because], fields[because]), next)
  }
  const { step } = decision.value
  const pattern = step === 'repost' ? '/files/:id/reposting' : step === 'next' ? '/files/:id/offer' : '/files/:id/work'
  return seeOther(path(pattern, request.language, { id: running.opportunity.id }))
}

async function termsReply(
  app: App,
  { actor, params: { id }, language, form }: Request,
  status: 200 | 409 | 422,
  problems: Problems,
): Promise<Reply> {
  if (!isId(id)) return unknown
  const shown = await app.read(scopeOf(actor), (tx) => termsPage(tx, actor, id))
  if (!shown) return unknown
  const view = <TermsView page={shown} language={language} name={actor.name} filled={form} problems={problems} />
  return page(status, `${shown.opportunity.number} – ${termsTexts.title[language]}`, view, {
    crumbs: [{ label: workTexts.file(shown.opportunity.number)[language], href: path('/files/:id', language, { id }) }],
  })
}

async function workReply(
  app: App,
  request: Request,
  status: 200 | 409 | 422,
  problems: Problems,
  { title, open, view }: Page,
): Promise<Reply> {
  const { actor, params, language } = request
  const { id } = params
  if (!isId(id)) return unknown
  const shown = await app.read(scopeOf(actor), (tx) => staffWorkPage(tx, actor, id))
  if (!shown) return unknown
  if (status === 200 && open && !open(shown)) return toWork(app, request)
  const { number } = shown.opportunity
  return page(status, `${number} – ${title[language]}`, view(shown, request, problems), {
    crumbs: [
      { label: workTexts.file(number)[language], href: path('/files/:id', language, { id }) },
      ...(open ? [{ label: workTexts.work[language], href: path('/files/:id/work', language, { id }) }] : []),
    ],
  })
}

/** The work that this person sees, before an act on it. */
const workFor = (app: App, { actor, params: { id } }: Request): Promise<Work | undefined> =>
  app.read(scopeOf(actor), async (tx) => (isId(id) ? (await staffWorkPage(tx, actor, id))?.work : undefined))

async function toWork(_: App, { params, language }: Request): Promise<Reply> {
  return isId(params.id) ? seeOther(path('/files/:id/work', language, { id: params.id })) : unknown
}

const refused = (text: Text, field = ''): Problems => [{ field, text }]
