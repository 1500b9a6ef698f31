import { forStaff, type Routes } from '../accounts/routing.ts'
import type { Staff } from '../accounts/rules.ts'
import { can as canOnFile } from '../opportunities/rules.ts'
import type { App } from '../platform/app.ts'
import type { Decision } from '../platform/decision.ts'
import { cleaned, type Problems, parseForm } from '../platform/forms.ts'
import { type Asked, type Crumb, type Form, page, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { checkHiding } from './commands.hiding.ts'
import { confirmEvaluation, lockEvaluation, returnEvaluation } from './commands.lock.ts'
import { declareNoConflict, markAnswers, nameEvaluators, redactAnswer, startEvaluation, stepDown } from './commands.ts'
import { declarationForm, evaluatorsForm, parseMarks, returnForm } from './forms.ts'
import { applicantFacts, type EvaluationFacts, evaluationFacts, hiddenFacts } from './pages.ts'
import { can, type EvaluationRefusal } from './rules.ts'
import { pageTexts } from './texts.pages.ts'
import { applicantName, evaluationRefusals } from './texts.ts'
import { ApplicantPage, RedactionPage } from './views.applicant.tsx'
import { EvaluationPage } from './views.tsx'

const readers = ['client', 'program_team', 'procurement', 'observer'] as const
const evaluators = ['client', 'program_team'] as const
const confirmers = ['procurement', 'program_team'] as const

export const evaluationRoutes = {
  'GET /files/:id/evaluation': forStaff(readers, (app, request) => evaluationReply(app, request, 200)),
  'POST /files/:id/evaluation': forStaff(evaluators, createEvaluation),
  'POST /files/:id/evaluation/evaluators': forStaff(evaluators, createEvaluators),
  'POST /files/:id/evaluation/declaration': forStaff(evaluators, createDeclaration),
  'POST /files/:id/evaluation/withdrawal': forStaff(evaluators, createWithdrawal),
  'POST /files/:id/evaluation/lock': forStaff(evaluators, createLock),
  'POST /files/:id/evaluation/redaction': forStaff(['program_team'], createHidingCheck),
  'POST /files/:id/evaluation/confirmation': forStaff(confirmers, createConfirmation),
  'POST /files/:id/evaluation/return': forStaff(confirmers, createReturn),
  'GET /files/:id/evaluation/:number': forStaff(readers, (app, request) => applicantReply(app, request, 200)),
  'POST /files/:id/evaluation/:number': forStaff(evaluators, createMarks),
  'GET /files/:id/evaluation/:number/redaction': forStaff(['program_team'], (app, request) =>
    redactionReply(app, request, 200),
  ),
  'POST /files/:id/evaluation/:number/redaction': forStaff(['program_team'], createRedaction),
} satisfies Routes

type Request = Asked<Staff>
type Status = 200 | 409 | 422

async function createEvaluation(app: App, request: Request): Promise<Reply> {
  const asked = parseForm(evaluatorsForm, request.form)
  if (!asked.ok) return evaluationReply(app, request, 422, request.form, asked.problems)
  return acted(app, request, (opportunityId) =>
    startEvaluation(app, request.actor, { opportunityId, evaluators: asked.value.evaluators }),
  )
}

async function createEvaluators(app: App, request: Request): Promise<Reply> {
  const asked = parseForm(evaluatorsForm, request.form)
  if (!asked.ok) return evaluationReply(app, request, 422, request.form, asked.problems)
  return acted(app, request, (opportunityId) =>
    nameEvaluators(app, request.actor, { opportunityId, evaluators: asked.value.evaluators }),
  )
}

async function createDeclaration(app: App, request: Request): Promise<Reply> {
  const asked = parseForm(declarationForm, request.form)
  if (!asked.ok) return evaluationReply(app, request, 422, request.form, asked.problems)
  return acted(app, request, (opportunityId) =>
    declareNoConflict(app, request.actor, { opportunityId, reads: asked.value.reads }),
  )
}

function createWithdrawal(app: App, request: Request): Promise<Reply> {
  return acted(app, request, (opportunityId) => stepDown(app, request.actor, { opportunityId }), '/home')
}

function createLock(app: App, request: Request): Promise<Reply> {
  return acted(app, request, (opportunityId) => lockEvaluation(app, request.actor, { opportunityId }))
}

function createHidingCheck(app: App, request: Request): Promise<Reply> {
  return acted(app, request, (opportunityId) => checkHiding(app, request.actor, { opportunityId }))
}

function createConfirmation(app: App, request: Request): Promise<Reply> {
  return acted(app, request, (opportunityId) => confirmEvaluation(app, request.actor, { opportunityId }))
}

async function createReturn(app: App, request: Request): Promise<Reply> {
  const asked = parseForm(returnForm, request.form)
  if (!asked.ok) return evaluationReply(app, request, 422, request.form, asked.problems)
  const { reason } = asked.value
  return acted(app, request, (opportunityId) => returnEvaluation(app, request.actor, { opportunityId, reason }))
}

async function createMarks(app: App, request: Request): Promise<Reply> {
  const { actor, form, language } = request
  const facts = await factsFor(app, request)
  const number = numberIn(request)
  if (!facts || number === undefined) return unknown
  const { id } = facts.opportunity
  const asked = parseMarks(form, facts.criteria, language)
  if (!asked.ok) return applicantReply(app, request, 422, form, asked.problems)

  const decision = await markAnswers(app, actor, { opportunityId: id, number, marks: asked.value })
  if (!decision.ok) return applicantReply(app, request, 409, form, refused(decision.because))

  const after = typed(form, 'after')
  if (after === 'stay') return seeOther(path('/files/:id/evaluation/:number', language, { id, number: String(number) }))
  const next = facts.applicants.find((applicant) => String(applicant.number) === after)
  return seeOther(
    next
      ? path('/files/:id/evaluation/:number', language, { id, number: String(next.number) })
      : path('/files/:id/evaluation', language, { id }),
  )
}

async function createRedaction(app: App, request: Request): Promise<Reply> {
  const { actor, form, language } = request
  const facts = await factsFor(app, request)
  const number = numberIn(request)
  const criterion = facts?.criteria.find(({ id }) => id === typed(form, 'criterion'))
  if (!facts || number === undefined || !criterion) return unknown
  const { id } = facts.opportunity
  const field = `redacted_${criterion.position}`
  const written = typed(form, field)
  const redacted = cleaned(written)

  const decision = await redactAnswer(app, actor, { opportunityId: id, number, criterionId: criterion.id, redacted })
  if (decision.ok)
    return seeOther(path('/files/:id/evaluation/:number/redaction', language, { id, number: String(number) }))
  const kept = { criterion: criterion.id, [field]: written }
  const problems = [{ field, text: evaluationRefusals[decision.because] }]
  return redactionReply(app, request, 409, kept, problems)
}

async function evaluationReply(
  app: App,
  request: Request,
  status: Status,
  values: Form = {},
  errors: Problems = [],
): Promise<Reply> {
  const { actor, language } = request
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const hidden = await hiddenFacts(app, actor, facts)
  const view = <EvaluationPage {...{ actor, language, facts, hidden, values, errors }} />
  return page(status, pageTexts.title[language], view, { crumbs: crumbsTo(facts, request) })
}

async function applicantReply(
  app: App,
  request: Request,
  status: Status,
  values?: Form,
  errors: Problems = [],
): Promise<Reply> {
  const { actor, language } = request
  const facts = await factsFor(app, request)
  const number = numberIn(request)
  if (!facts || number === undefined) return unknown
  const applicant = await applicantFacts(app, actor, facts, number)
  if (!applicant) return errors.length > 0 ? evaluationReply(app, request, status, {}, errors) : unknown
  const { file } = facts
  const editable = can.evaluate(actor, file) && file.state === 'evaluating' && !file.lock
  const typedAgain = values ? { values } : {}
  const view = <ApplicantPage {...{ language, facts, applicant, editable, errors, ...typedAgain }} />
  return page(status, applicantName(number)[language], view, { crumbs: crumbsTo(facts, request) })
}

async function redactionReply(
  app: App,
  request: Request,
  status: Status,
  values: Form = {},
  errors: Problems = [],
): Promise<Reply> {
  const { actor, language } = request
  const facts = await factsFor(app, request)
  const number = numberIn(request)
  if (!facts || number === undefined) return unknown
  const hidden = (await hiddenFacts(app, actor, facts)).find(({ applicant }) => applicant.number === number)
  if (!hidden) return errors.length > 0 ? evaluationReply(app, request, status, {}, errors) : unknown
  const view = <RedactionPage {...{ language, facts, hidden, values, errors }} />
  return page(status, pageTexts.redactTitle(number)[language], view, { crumbs: crumbsTo(facts, request) })
}

/** An act on the file: then its page again, with the reason when it was refused. */
async function acted(
  app: App,
  request: Request,
  act: (opportunityId: string) => Promise<Decision<unknown, EvaluationRefusal>>,
  then: '/files/:id/evaluation' | '/home' = '/files/:id/evaluation',
): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const { id } = facts.opportunity
  const decision = await act(id)
  if (!decision.ok) return evaluationReply(app, request, 409, request.form, refused(decision.because))
  return seeOther(path(then, request.language, { id }))
}

const factsFor = (app: App, { actor, params }: Request): Promise<EvaluationFacts | undefined> =>
  isId(params.id) ? evaluationFacts(app, actor, params.id) : Promise.resolve(undefined)

const numberIn = ({ params }: Request): number | undefined =>
  /^[1-9][0-9]{0,5}$/.test(params.number ?? '') ? Number(params.number) : undefined

const refused = (because: EvaluationRefusal): Problems => [{ field: '', text: evaluationRefusals[because] }]

/** An evaluator of somebody else’s file sees its evaluation alone. */
const crumbsTo = ({ opportunity, file }: EvaluationFacts, { actor, language }: Request): Crumb[] =>
  canOnFile.see(actor, file)
    ? [
        {
          label: pageTexts.file(opportunity.number)[language],
          href: path('/files/:id', language, { id: opportunity.id }),
        },
      ]
    : []
