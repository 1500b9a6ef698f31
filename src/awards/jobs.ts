import { system } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { lapseOffer } from './commands.answers.ts'
import { tellAll } from './commands.results.ts'
import { makeOffer } from './commands.ts'

type Job = (app: App, payload: Readonly<Record<string, string>>) => Promise<void>

/** Each looks again and can run twice: a refusal means that there is nothing left to do. */
export const awardJobs = {
  'award.offer': async (app, { opportunityId = '' }) => {
    await makeOffer(app, system, { opportunityId })
  },
  'offer.lapse': async (app, { offerId = '' }) => {
    await lapseOffer(app, system, { offerId })
  },
  'award.tell_all': async (app, { opportunityId = '' }) => {
    await tellAll(app, { opportunityId })
  },
} as const satisfies Readonly<Record<string, Job>>
