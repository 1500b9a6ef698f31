import type { Jobs } from '../platform/jobs.ts'
import { lapseQuestion, remindClient } from './commands.questions.ts'
import { handOn } from './commands.referrals.ts'

/** What happens to requests when nobody clicks. Each looks again and can run twice. */
export const requestJobs: Jobs = {
  'request.remind': (app, { questionId = '' }) => remindClient(app, { questionId }),
  'request.lapse': (app, { questionId = '' }) => lapseQuestion(app, { questionId }),
  'request.refer': (app, { requestId = '' }) => handOn(app, { requestId }),
}
