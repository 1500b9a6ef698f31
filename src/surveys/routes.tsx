import { open, type Request, type Routes } from '../accounts/routing.ts'
import { listDepartments } from '../accounts/store.ts'
import type { App } from '../platform/app.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { type Form, page, type Reply, seeOther, typed } from '../platform/http.ts'
import { path } from '../platform/paths.ts'
import { answerSurvey } from './commands.ts'
import { surveyForm } from './forms.ts'
import { audiences } from './rules.ts'
import { refusals, surveyTexts } from './texts.ts'
import { ChooseView, SurveyView, ThanksView } from './views.tsx'

/** Nobody is recognised here: the page reads no cookie, sets none, and leaves no line in the log of requests. */
export const surveyRoutes = {
  'GET /feedback': open(showSurvey, { unseen: true }),
  'POST /feedback': open(createAnswer, { unseen: true }),
} satisfies Routes

async function showSurvey(app: App, request: Request): Promise<Reply> {
  const { language, query } = request
  if (query.thanks) return page(200, surveyTexts.thanks[language], <ThanksView language={language} />, asPublic)
  const audience = audiences.find((known) => known === query.for)
  if (audience) return surveyReply(app, request, 200, { audience, departmentCode: query.department ?? '' }, [])
  const view = <ChooseView language={language} department={query.department ?? ''} />
  return page(200, surveyTexts.title[language], view, asPublic)
}

async function createAnswer(app: App, request: Request): Promise<Reply> {
  const { language, form } = request
  const asked = parseForm(surveyForm, form)
  if (!asked.ok) return surveyReply(app, request, 422, form, asked.problems)

  const decision = await answerSurvey(app, asked.value)
  if (!decision.ok) {
    const field = decision.because === 'unknown_department' ? 'departmentCode' : ''
    return surveyReply(app, request, 409, form, [{ field, text: refusals[decision.because] }])
  }
  return seeOther(`${path('/feedback', language)}?thanks=yes`)
}

async function surveyReply(
  app: App,
  { language }: Request,
  status: 200 | 409 | 422,
  filled: Form,
  problems: Problems,
): Promise<Reply> {
  const audience = audiences.find((known) => known === typed(filled, 'audience'))
  if (!audience)
    return page(status, surveyTexts.title[language], <ChooseView language={language} department="" />, asPublic)
  const departments = await app.read('nothing', listDepartments)
  const view = (
    <SurveyView language={language} audience={audience} departments={departments} filled={filled} problems={problems} />
  )
  return page(status, surveyTexts.title[language], view, asPublic)
}

const asPublic = { audience: 'public' } as const
