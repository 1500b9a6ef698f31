import { forStaff, type Routes } from '../accounts/routing.ts'
import { holds, type Staff, scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { type Asked, type Crumb, type Form, page, type Reply, seeOther, unknown } from '../platform/http.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { policyOf } from '../policy/store.ts'
import { answerQuestion, askClient } from './commands.questions.ts'
import { decideGo, receiveRequest, screenRequest, withdrawRequest } from './commands.ts'
import {
  answerForm,
  formTexts,
  goForm,
  needForm,
  needOf,
  questionForm,
  verdictForm,
  verdictOf,
  withdrawalForm,
} from './forms.ts'
import { begunForm } from './pages.begun.ts'
import { draftsFor, type RequestPageFacts, requestPage, verdictBegun } from './pages.ts'
import { isDrafted, isSame } from './replies.ts'
import { can, type RequestRefusal, requestLifecycle, type Verdict } from './rules.ts'
import { requestsVisibleTo } from './store.ts'
import { goTexts, listTexts, newTexts, screeningTexts, withdrawalTexts } from './texts.pages.ts'
import { questionTexts } from './texts.questions.ts'
import { refusalFields, refusals } from './texts.ts'
import { AnswerPage, GoPage, QuestionPage, ScreeningPage, WithdrawalPage } from './views.forms.tsx'
import { NewRequestPage } from './views.new.tsx'
import { RequestPage, RequestsPage } from './views.tsx'

const askers = ['client', 'program_team'] as const
const readers = ['client', 'program_team', 'procurement', 'observer'] as const

export const requestRoutes = {
  'GET /requests': forStaff(readers, listRequests),
  'POST /requests': forStaff(askers, createRequest),
  'GET /requests/new': forStaff(askers, beginRequest),
  'GET /requests/:id': forStaff(readers, (app, request) => requestReply(app, request, 200)),
  'GET /requests/:id/screening': forStaff(['program_team'], showScreening),
  'POST /requests/:id/screening': forStaff(['program_team'], createScreening),
  // A link that was passed on leads somewhere that says whose decision it is.
  'GET /requests/:id/go': forStaff(readers, showGo),
  'POST /requests/:id/go': forStaff(['procurement'], createGo),
  'GET /requests/:id/withdrawal': forStaff(askers, showWithdrawal),
  'POST /requests/:id/withdrawal': forStaff(askers, createWithdrawal),
  'GET /requests/:id/statement': forStaff(readers, toStatement),
  'GET /requests/:id/question': forStaff(['program_team'], showQuestion),
  'POST /requests/:id/question': forStaff(['program_team'], createQuestion),
  'GET /requests/:id/answer': forStaff(askers, showAnswer),
  'POST /requests/:id/answer': forStaff(askers, createAnswer),
} satisfies Routes

type Request = Asked<Staff>

async function listRequests(app: App, { actor, language, query }: Request): Promise<Reply> {
  const only = requestLifecycle.states.find((state) => state === query.state)
  const before = isId(query.before) ? { before: query.before } : {}
  const lists = await app.read(scopeOf(actor), (tx) =>
    requestsVisibleTo(tx, actor, only ? { state: only, ...before } : {}),
  )
  const view = <RequestsPage actor={actor} language={language} zone={actor.timeZone} lists={lists} only={only} />
  return page(200, listTexts.title[language], view)
}

async function newRequestPage(
  app: App,
  { actor, language }: Request,
  status: 200 | 409 | 422,
  values: Form,
  problems: Problems,
  said: readonly Text[] = [],
): Promise<Reply> {
  const policy = await app.read(scopeOf(actor), async (tx) => policyOf(tx, actor.departmentId, await tx.now()))
  const view = (
    <NewRequestPage
      language={language}
      values={values}
      problems={problems}
      limit={policy.limitIncludingTax}
      said={said}
    />
  )
  return page(status, newTexts.title[language], view, { crumbs: crumbsTo(language) })
}

/** What an import, a referral, the options or the last request say is filled in, and said. */
async function beginRequest(app: App, request: Request): Promise<Reply> {
  const { actor, language, query } = request
  const { values, said } = await app.read(scopeOf(actor), (tx) => begunForm(tx, actor, query))
  return newRequestPage(app, request, 200, { language, ...values }, [], said)
}

async function createRequest(app: App, request: Request): Promise<Reply> {
  const asked = parseForm(needForm, request.form)
  if (!asked.ok) return newRequestPage(app, request, 422, request.form, asked.problems)

  const decision = await receiveRequest(app, request.actor, needOf(asked.value))
  if (!decision.ok) return newRequestPage(app, request, 409, request.form, refused(decision.because))

  return seeOther(path('/requests/:id', request.language, { id: decision.value.id }))
}

async function requestReply(app: App, request: Request, status: 200 | 409, errors: Problems = []): Promise<Reply> {
  const { actor, language } = request
  const facts = await factsFor(app, request)
  if (!facts) return unknown

  const view = <RequestPage facts={facts} actor={actor} language={language} errors={errors} />
  return page(status, facts.request.subject, view, { crumbs: crumbsTo(language) })
}

async function showScreening(app: App, request: Request): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  if (!can.screen(request.actor, facts.request)) return backTo(request)
  return screeningPage(request, facts, 200, verdictBegun(facts.request), [])
}

async function createScreening(app: App, request: Request): Promise<Reply> {
  const { form, actor } = request
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const asked = parseForm(verdictForm, form)
  if (!asked.ok) return screeningPage(request, facts, 422, form, asked.problems)
  const verdict = verdictOf(asked.value)
  if (!verdict) return screeningPage(request, facts, 422, form, [{ field: 'reason', text: formTexts.reason }])
  const drafted = otherDraft(facts, verdict)
  if (drafted) {
    const problem = { field: 'reply', text: formTexts.drafted }
    return screeningPage(request, facts, 422, { ...form, reply: drafted }, [problem])
  }

  const decision = await screenRequest(app, actor, { id: facts.request.id, verdict })
  if (decision.ok) return backTo(request)
  if (refusalFields[decision.because]) return screeningPage(request, facts, 409, form, refused(decision.because))
  return requestReply(app, request, 409, refused(decision.because))
}

/** The draft for this outcome, when what was sent is the draft for another: nobody has read the right one yet. */
function otherDraft({ request }: RequestPageFacts, verdict: Verdict): string | undefined {
  const handedOn =
    verdict.outcome === 'decline' && verdict.reason === 'other_department' && verdict.referredDepartmentId
  const outcome = verdict.outcome === 'accept' ? 'accepted' : verdict.reason
  const draft = draftsFor(request)[handedOn ? `${outcome}+` : outcome] ?? ''
  return isDrafted(verdict.reply) && !isSame(verdict.reply, draft) ? draft : undefined
}

/** The link of the letters: straight to the statement when it is begun, else to the request, whose button begins it. */
async function toStatement(app: App, request: Request): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const { opportunityId: id } = facts
  const { actor, language } = request
  if (!id) return backTo(request)
  const writes = facts.request.clientId === actor.id || holds(actor, 'program_team')
  return seeOther(path(writes ? '/files/:id/statement' : '/files/:id', language, { id }))
}

async function showQuestion(app: App, request: Request): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const mayAsk = can.question(request.actor, facts.request) && !facts.waiting && !facts.opportunityId
  return mayAsk ? questionPage(app, request, facts, 200, {}, []) : backTo(request)
}

async function createQuestion(app: App, request: Request): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const asked = parseForm(questionForm, request.form)
  if (!asked.ok) return questionPage(app, request, facts, 422, request.form, asked.problems)

  const decision = await askClient(app, request.actor, { id: facts.request.id, question: asked.value.question })
  if (decision.ok) return backTo(request)
  const problems = refused(decision.because)
  return refusalFields[decision.because]
    ? questionPage(app, request, facts, 409, request.form, problems)
    : requestReply(app, request, 409, problems)
}

async function showAnswer(app: App, request: Request): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const mayAnswer = can.answer(request.actor, facts.request) && facts.waiting
  return mayAnswer ? answerPage(request, facts, 200, {}, []) : backTo(request)
}

async function createAnswer(app: App, request: Request): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const asked = parseForm(answerForm, request.form)
  if (!asked.ok) return answerPage(request, facts, 422, request.form, asked.problems)

  const decision = await answerQuestion(app, request.actor, { id: facts.request.id, answer: asked.value.answer })
  if (decision.ok) return backTo(request)
  const problems = refused(decision.because)
  return refusalFields[decision.because]
    ? answerPage(request, facts, 409, request.form, problems)
    : requestReply(app, request, 409, problems)
}

async function showGo(app: App, request: Request): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  return can.decideGo(request.actor, facts.request) ? goPage(request, facts, 200, {}, []) : backTo(request)
}

async function createGo(app: App, request: Request): Promise<Reply> {
  const { form, actor } = request
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const asked = parseForm(goForm, form)
  if (!asked.ok) return goPage(request, facts, 422, form, asked.problems)

  const { said, goReason: reason, workingDays } = asked.value
  const decision = await decideGo(app, actor, { id: facts.request.id, said, reason, workingDays })
  if (decision.ok) return backTo(request)
  if (refusalFields[decision.because]) return goPage(request, facts, 409, form, refused(decision.because))
  return requestReply(app, request, 409, refused(decision.because))
}

async function showWithdrawal(app: App, request: Request): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  if (!can.withdraw(request.actor, facts.request) || facts.opportunityId) return backTo(request)
  return withdrawalPage(request, facts, 200, {}, [])
}

async function createWithdrawal(app: App, request: Request): Promise<Reply> {
  const { form, actor } = request
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const asked = parseForm(withdrawalForm, form)
  // A client has one reason and is asked for none.
  const own = facts.request.clientId === actor.id
  if (!asked.ok && !own) return withdrawalPage(request, facts, 422, form, asked.problems)

  const reason = asked.ok ? asked.value.reason : 'by_client'
  const decision = await withdrawRequest(app, actor, { id: facts.request.id, reason })
  return decision.ok ? backTo(request) : requestReply(app, request, 409, refused(decision.because))
}

function screeningPage(
  { language }: Request,
  facts: RequestPageFacts,
  status: 200 | 409 | 422,
  values: Form,
  problems: Problems,
): Reply {
  const view = <ScreeningPage language={language} facts={facts} values={values} problems={problems} />
  return page(status, screeningTexts.title[language], view, { crumbs: crumbsTo(language, facts) })
}

function goPage(
  { language }: Request,
  facts: RequestPageFacts,
  status: 200 | 409 | 422,
  values: Form,
  problems: Problems,
): Reply {
  const view = <GoPage language={language} facts={facts} values={values} problems={problems} />
  return page(status, goTexts.title[language], view, { crumbs: crumbsTo(language, facts) })
}

function withdrawalPage(
  { actor, language }: Request,
  facts: RequestPageFacts,
  status: 200 | 422,
  values: Form,
  problems: Problems,
): Reply {
  const own = facts.request.clientId === actor.id
  const view = <WithdrawalPage language={language} facts={facts} own={own} values={values} problems={problems} />
  return page(status, withdrawalTexts.title[language], view, { crumbs: crumbsTo(language, facts) })
}

async function questionPage(
  app: App,
  { actor, language }: Request,
  facts: RequestPageFacts,
  status: 200 | 409 | 422,
  values: Form,
  problems: Problems,
): Promise<Reply> {
  const { clientAnswerDays } = await app.read(scopeOf(actor), async (tx) =>
    policyOf(tx, actor.departmentId, await tx.now()),
  )
  const view = (
    <QuestionPage language={language} facts={facts} values={values} problems={problems} clock={clientAnswerDays} />
  )
  return page(status, questionTexts.title[language], view, { crumbs: crumbsTo(language, facts) })
}

function answerPage(
  { language }: Request,
  facts: RequestPageFacts,
  status: 200 | 409 | 422,
  values: Form,
  problems: Problems,
): Reply {
  const view = <AnswerPage language={language} facts={facts} values={values} problems={problems} />
  return page(status, questionTexts.answerTitle[language], view, { crumbs: crumbsTo(language, facts) })
}

/** The request in the address, if this person may read it. */
async function factsFor(app: App, { actor, params: { id } }: Request): Promise<RequestPageFacts | undefined> {
  return isId(id) ? app.read(scopeOf(actor), (tx) => requestPage(tx, actor, id)) : undefined
}

const backTo = ({ language, params: { id = '' } }: Request): Reply => seeOther(path('/requests/:id', language, { id }))

const refused = (because: RequestRefusal): Problems => [
  { field: refusalFields[because] ?? '', text: refusals[because] },
]

function crumbsTo(language: Language, facts?: RequestPageFacts): Crumb[] {
  const list = { label: listTexts.title[language], href: path('/requests', language) }
  if (!facts) return [list]
  const { id, number } = facts.request
  return [list, { label: number, href: path('/requests/:id', language, { id }) }]
}
