import type { App } from '../platform/app.ts'
import { forgetAskersOf, forgetQuestions, lapseQuestions, remindOfQuestions } from './commands.time.ts'

type Payload = Readonly<Record<string, string>>

/** What happens to questions when nobody clicks. Each looks again and can run twice. */
export const questionJobs = {
  'question.remind': (app: App, { opportunityId = '', before }: Payload) =>
    remindOfQuestions(app, { opportunityId, before: before === 'cutoff' ? 'cutoff' : 'closing' }),
  'question.lapse': (app: App, { opportunityId = '' }: Payload) => lapseQuestions(app, { opportunityId }),
  'question.forget_askers': (app: App, { opportunityId = '' }: Payload) => forgetAskersOf(app, { opportunityId }),
  'question.forget': (app: App) => forgetQuestions(app),
}
