import type { VNode } from 'preact'
import { forStaff, type Routes } from '../accounts/routing.ts'
import { type Staff, scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { type Asked, page, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import type { Text } from '../platform/i18n.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import {
  declineQuestion,
  draftAnswer,
  linkQuestion,
  nameAmendment,
  publishAnswer,
  reopenQuestion,
} from './commands.answering.ts'
import { amendmentForm, answerForm, declineForm, duplicateForm, reopenForm } from './forms.ts'
import { type QuestionFacts, type QuestionsFacts, questionPage, questionsPage } from './pages.ts'
import type { AnsweringRefusal } from './rules.answering.ts'
import { questionReaders, type Said } from './rules.ts'
import { answeringRefusals, missingTexts, staffTexts as texts } from './texts.ts'
import { QuestionPage } from './views.answering.tsx'
import { QuestionsPage } from './views.list.tsx'

const writers = ['client', 'program_team'] as const

export const answeringRoutes = {
  'GET /files/:id/questions': forStaff(questionReaders, list),
  'GET /files/:id/questions/:question': forStaff(questionReaders, (app, request) => one(app, request, 200, null, [])),
  'POST /files/:id/questions/:question': forStaff(writers, answer),
  'POST /files/:id/questions/:question/refusal': forStaff(['program_team'], decline),
  'POST /files/:id/questions/:question/reopening': forStaff(['program_team'], reopen),
  'POST /files/:id/questions/:question/duplicate': forStaff(['program_team'], link),
  'POST /files/:id/questions/:question/amendment': forStaff(['program_team'], amendment),
} satisfies Routes

type Request = Asked<Staff>
type Sent = 'answer' | 'decline' | 'reopen' | 'duplicate' | 'amendment'

async function list(app: App, request: Request): Promise<Reply> {
  const { actor, language, params } = request
  const id = params.id ?? ''
  const facts = isId(id) ? await app.read(scopeOf(actor), (tx) => questionsPage(tx, actor, id)) : undefined
  if (!facts) return unknown
  return reply(200, request, facts, <QuestionsPage facts={facts} language={language} />, texts.title, false)
}

/** Keeps, hands over or publishes the answer: which, the button says. */
async function answer(app: App, request: Request): Promise<Reply> {
  const { actor, form } = request
  const on = await asked(app, request)
  if (!on) return unknown
  const read = parseForm(answerForm, form)
  if (!read.ok) return one(app, request, 422, 'answer', read.problems)

  const { question_en, question_fr, answer_en, answer_fr, seen } = read.value
  const said: Said = { question: { en: question_en, fr: question_fr }, answer: { en: answer_en, fr: answer_fr } }
  const does = typed(form, 'do')
  const decision =
    does === 'publish'
      ? await publishAnswer(app, actor, { ...on, said, seen, amendment: numberIn(read.value.amendment) })
      : await draftAnswer(app, actor, { ...on, said, seen, hands: does === 'hand' })
  if (decision.ok) return toQuestion(request)
  return one(app, request, 409, 'answer', answerProblems(decision.because, read.value))
}

async function decline(app: App, request: Request): Promise<Reply> {
  const on = await asked(app, request)
  if (!on) return unknown
  const read = parseForm(declineForm, request.form)
  if (!read.ok) return one(app, request, 422, 'decline', read.problems)
  const decision = await declineQuestion(app, request.actor, { ...on, ...read.value })
  if (decision.ok) return toList(request)
  return one(app, request, 409, 'decline', refused(decision.because))
}

async function reopen(app: App, request: Request): Promise<Reply> {
  const on = await asked(app, request)
  if (!on) return unknown
  const read = parseForm(reopenForm, request.form)
  if (!read.ok) return one(app, request, 422, 'reopen', read.problems)
  const decision = await reopenQuestion(app, request.actor, { ...on, ...read.value })
  if (decision.ok) return toQuestion(request)
  return one(app, request, 409, 'reopen', refused(decision.because))
}

async function link(app: App, request: Request): Promise<Reply> {
  const on = await asked(app, request)
  if (!on) return unknown
  const read = parseForm(duplicateForm, request.form)
  if (!read.ok) return one(app, request, 422, 'duplicate', read.problems)
  const decision = await linkQuestion(app, request.actor, { ...on, ...read.value })
  if (decision.ok) return toList(request)
  return one(app, request, 409, 'duplicate', refused(decision.because))
}

async function amendment(app: App, request: Request): Promise<Reply> {
  const on = await asked(app, request)
  if (!on) return unknown
  const read = parseForm(amendmentForm, request.form)
  if (!read.ok) return one(app, request, 422, 'amendment', read.problems)
  const decision = await nameAmendment(app, request.actor, { ...on, amendment: numberIn(read.value.amendment) })
  if (decision.ok) return toQuestion(request)
  return one(app, request, 409, 'amendment', refused(decision.because))
}

/** The page of one question, with the form that came back, if one did. */
async function one(
  app: App,
  request: Request,
  status: 200 | 409 | 422,
  sent: Sent | null,
  problems: Problems,
): Promise<Reply> {
  const { language, form } = request
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const view = <QuestionPage facts={facts} language={language} form={form} problems={problems} sent={sent} />
  return reply(status, request, facts, view, texts.one, true)
}

async function factsFor(app: App, { actor, params }: Request): Promise<QuestionFacts | undefined> {
  const { id = '', question = '' } = params
  if (!isId(id) || !isId(question)) return undefined
  return app.read(scopeOf(actor), (tx) => questionPage(tx, actor, { id, questionId: question }))
}

/** The question of this address, when this person may read it. */
async function asked(app: App, request: Request): Promise<{ id: string; questionId: string } | undefined> {
  const facts = await factsFor(app, request)
  return facts && { id: facts.opportunity.id, questionId: facts.question.id }
}

function reply(
  status: 200 | 409 | 422,
  { language }: Request,
  { opportunity: { id, number } }: QuestionsFacts,
  view: VNode,
  title: Text,
  below: boolean,
): Reply {
  const file = { label: texts.file(number)[language], href: path('/files/:id', language, { id }) }
  const all = { label: texts.title[language], href: path('/files/:id/questions', language, { id }) }
  return page(status, `${title[language]} – ${texts.file(number)[language]}`, view, {
    crumbs: below ? [file, all] : [file],
  })
}

const toList = ({ language, params: { id = '' } }: Request): Reply =>
  seeOther(path('/files/:id/questions', language, { id }))
const toQuestion = ({ language, params: { id = '', question = '' } }: Request): Reply =>
  seeOther(path('/files/:id/questions/:question', language, { id, question }))

/** The number that was chosen; nothing when none was. What is no number is the number of no amendment. */
const numberIn = (text: string): number | null => (text === '' ? null : /^\d{1,6}$/.test(text) ? Number(text) : 0)

/** At the field that it is about, where it is about one. */
const refused = (because: AnsweringRefusal): Problems => [
  { field: fields[because] ?? '', text: answeringRefusals[because] },
]
const fields: Partial<Record<AnsweringRefusal, string>> = {
  no_such_amendment: 'amendment',
  explanation_missing: 'explanation',
  no_such_question: 'of',
  answer_missing: 'answer_en',
  reveals_asker: 'question_en',
  mask_left: 'question_en',
}

/** Each half that is missing is named at its field. */
function answerProblems(because: AnsweringRefusal, typedIn: Readonly<Record<Half, string>>): Problems {
  if (because !== 'half_missing') return refused(because)
  return halves.filter((name) => typedIn[name] === '').map((field) => ({ field, text: missingTexts[field] }))
}
type Half = keyof typeof missingTexts
const halves: readonly Half[] = ['question_en', 'question_fr', 'answer_en', 'answer_fr']
