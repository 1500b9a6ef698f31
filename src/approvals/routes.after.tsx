import { forStaff, type Routes } from '../accounts/routing.ts'
import { scopeOf } from '../accounts/rules.ts'
import { peopleById } from '../accounts/store.ts'
import { arrangeBudget } from '../opportunities/commands.gates.ts'
import {
  crumbsOf,
  everyRole,
  fileAddress,
  fileAsked,
  refused,
  type StaffRequest,
  titleOf,
  toFile,
  underFile,
} from '../opportunities/decisionPages.tsx'
import type { App } from '../platform/app.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { type Form, page, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import { isId } from '../platform/ids.ts'
import { policyOf } from '../policy/store.ts'
import { releaseFunds, reviewLater } from './commands.ts'
import { budgetForm, releaseForm, reviewForm } from './forms.ts'
import { reviewPage } from './pages.ts'
import { can, releaseReaders, reviewReaders } from './rules.ts'
import { postedWithout, reservationsOf } from './store.ts'
import { releaseRefusals, reviewRefusals, approvalTexts as texts } from './texts.ts'
import { BudgetPage, ReleasePage, ReleasesPage, ReviewedPage, ReviewsPage } from './views.after.tsx'

export const afterRoutes = {
  'GET /files/:id/budget': forStaff(everyRole, (app, request) => budgetPage(200, app, request, {}, [])),
  'POST /files/:id/budget': forStaff(['finance', 'program_team'], arrange),
  'GET /reviews': forStaff(reviewReaders, showReviews),
  'GET /files/:id/review': forStaff(everyRole, (app, request) => reviewedPage(200, app, request, {}, [])),
  'POST /files/:id/review': forStaff(['procurement'], review),
  'GET /releases': forStaff(releaseReaders, showReleases),
  'GET /files/:id/release': forStaff(everyRole, (app, request) => releasePage(200, app, request, {}, [])),
  'POST /files/:id/release': forStaff(['finance'], release),
} satisfies Routes

async function budgetPage(
  status: 200 | 409 | 422,
  app: App,
  request: StaffRequest,
  form: Form,
  problems: Problems,
): Promise<Reply> {
  const facts = await fileAsked(app, request)
  if (!facts) return unknown
  const { actor, language } = request
  const { budget } = facts.opportunity.gates
  const by = budget && budget !== 'not_needed' ? [budget.by] : []
  const people = await app.read(scopeOf(actor), (tx) => peopleById(tx, by))
  const recorder = [...people.values()][0]?.name ?? ''
  const may = facts.acts.some(({ pattern }) => pattern === '/files/:id/budget')
  const title = `${texts.budgetTitle[language]} – ${titleOf(facts, language)}`
  return underFile(
    status,
    request,
    facts,
    title,
    <BudgetPage {...{ facts, actor, language, form, problems, may, recorder }} />,
  )
}

async function arrange(app: App, request: StaffRequest): Promise<Reply> {
  if (!(await fileAsked(app, request))) return unknown
  const asked = parseForm(budgetForm, request.form)
  if (!asked.ok) return budgetPage(422, app, request, request.form, asked.problems)
  const decision = await arrangeBudget(app, request.actor, { id: request.params.id ?? '', ...asked.value })
  if (decision.ok) return toFile(request)
  const problems =
    decision.because === 'reference_missing'
      ? refused(decision.because).map(({ text }) => ({ field: 'reference', text }))
      : refused(decision.because)
  return budgetPage(409, app, request, request.form, problems)
}

async function showReviews(app: App, { actor, language }: StaffRequest): Promise<Reply> {
  const facts = await app.read(scopeOf(actor), async (tx) => {
    const posted = await postedWithout(tx, actor.departmentId)
    const people = await peopleById(
      tx,
      posted.flatMap(({ review: said }) => (said ? [said.by] : [])),
    )
    return { posted, people, zone: (await policyOf(tx, actor.departmentId, await tx.now())).zone }
  })
  return page(200, texts.reviewsTitle[language], <ReviewsPage {...facts} language={language} />)
}

async function reviewedPage(
  status: 200 | 409 | 422,
  app: App,
  request: StaffRequest,
  form: Form,
  problems: Problems,
): Promise<Reply> {
  const { actor, params, language } = request
  const { id } = params
  const facts = isId(id) ? await app.read(scopeOf(actor), (tx) => reviewPage(tx, actor, id, language)) : undefined
  if (!facts) return unknown
  if (!facts.posted) return toFile(request)
  const { file } = facts.decision
  const may = can.reviewLater(actor, file.opportunity) && !facts.posted.review
  const title = `${texts.review[language]} – ${titleOf(file, language)}`
  return page(status, title, <ReviewedPage {...{ ...facts, actor, language, form, problems, may }} />, {
    crumbs: crumbsOf(file, language, fileAddress(request)),
  })
}

async function review(app: App, request: StaffRequest): Promise<Reply> {
  if (!(await fileAsked(app, request))) return unknown
  const asked = parseForm(reviewForm, request.form)
  if (!asked.ok) return reviewedPage(422, app, request, request.form, asked.problems)
  const decision = await reviewLater(app, request.actor, { id: request.params.id ?? '', ...asked.value })
  if (decision.ok) return seeOther(fileAddress(request, '/files/:id/review'))
  const field = decision.because === 'note_missing' ? 'note' : ''
  return reviewedPage(409, app, request, request.form, [{ field, text: reviewRefusals[decision.because] }])
}

async function showReleases(app: App, { actor, language }: StaffRequest): Promise<Reply> {
  const kept = await app.read(scopeOf(actor), (tx) => reservationsOf(tx, actor.departmentId, { unreleased: true }))
  const open = kept.filter(({ inUse }) => !inUse)
  return page(200, texts.releasesTitle[language], <ReleasesPage kept={open} language={language} />)
}

async function releasePage(
  status: 200 | 409 | 422,
  app: App,
  request: StaffRequest,
  form: Form,
  problems: Problems,
): Promise<Reply> {
  const facts = await fileAsked(app, request)
  if (!facts) return unknown
  const { actor, language } = request
  const { id: opportunityId, departmentId } = facts.opportunity
  const { kept, people } = await app.read(scopeOf(actor), async (tx) => {
    const found = await reservationsOf(tx, departmentId, { opportunityId })
    const by = found.flatMap(({ released }) => (released ? [released.by] : []))
    return { kept: found, people: await peopleById(tx, by) }
  })
  const title = `${texts.releaseTitle[language]} – ${titleOf(facts, language)}`
  const may = can.releaseFunds(actor, facts.opportunity)
  const body = <ReleasePage {...{ facts, actor, language, form, problems, kept, people, may }} />
  return underFile(status, request, facts, title, body)
}

async function release(app: App, request: StaffRequest): Promise<Reply> {
  if (!(await fileAsked(app, request))) return unknown
  const { form, actor, params } = request
  const asked = parseForm(releaseForm, form)
  if (!asked.ok) return releasePage(422, app, request, form, asked.problems)
  const reservationId = typed(form, 'reservation')
  const input = { opportunityId: params.id ?? '', reservationId, note: asked.value.note }
  const decision = isId(reservationId)
    ? await releaseFunds(app, actor, input)
    : ({ ok: false, because: 'nothing_to_release' } as const)
  if (decision.ok) return seeOther(fileAddress(request, '/files/:id/release'))
  return releasePage(409, app, request, form, [{ field: '', text: releaseRefusals[decision.because] }])
}
