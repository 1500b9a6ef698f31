import { open, type Request, type Routes } from '../accounts/routing.ts'
import type { App } from '../platform/app.ts'
import { formTexts, type Problems } from '../platform/forms.ts'
import { page, type Reply } from '../platform/http.ts'
import { optionTimes } from './pages.options.ts'
import { adviseOn, optionAnswersIn, optionQuestions, questionNames } from './rules.options.ts'
import { can } from './rules.ts'
import { optionTexts } from './texts.options.ts'
import { OptionsPage } from './views.options.tsx'

export const optionRoutes = {
  // What a team reads before it signs in; for those who did, with the days of their own department.
  'GET /options': open(showOptions),
} satisfies Routes

async function showOptions(app: App, { actor, language, query }: Request): Promise<Reply> {
  const answers = optionAnswersIn(query)
  const problems = questionNames.some((name) => query[name] !== undefined) ? unanswered(query) : []
  const { times, limit } = await optionTimes(app, actor)
  const view = (
    <OptionsPage
      language={language}
      values={query}
      problems={problems}
      answers={answers}
      advice={answers && adviseOn(answers)}
      times={times}
      limit={limit}
      mayAsk={actor.kind === 'visitor' || can.ask(actor)}
    />
  )
  const { title, description } = optionTexts
  return page(problems.length > 0 ? 422 : 200, title[language], view, { description: description[language] })
}

/** An answer that is missing, or none of ours. */
const unanswered = (query: Readonly<Record<string, string>>): Problems =>
  questionNames
    .filter((name) => !optionQuestions[name].some((answer) => answer === query[name]))
    .map((field) => ({ field, text: formTexts.chooseOne }))
