import { system } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { announceRoster, closeDueOpportunities, closeOpportunity } from './closing.ts'
import { tellOfReview } from './outage.telling.ts'
import { lookForOutages } from './outage.ts'
import { remind } from './reminders.ts'

export const closingJobs = {
  'opportunity.close': async (app: App, { opportunityId = '' }: Readonly<Record<string, string>>) => {
    await closeOpportunity(app, system, { opportunityId })
  },
  /** Three days and one day before a closing; a closing that moves takes them along. */
  'closing.remind': async (
    app: App,
    { opportunityId = '', when = '', closesAt = '' }: Readonly<Record<string, string>>,
  ) => {
    if (when === 'three_days' || when === 'last_day') await remind(app, { opportunityId, when, closesAt })
  },
  'closing.tell_of_review': async (app: App, { opportunityId = '', closesAt = '' }: Readonly<Record<string, string>>) =>
    tellOfReview(app, { opportunityId, closesAt }),
  'draw.announce_roster': async (app: App, { opportunityId = '' }: Readonly<Record<string, string>>) =>
    announceRoster(app, { opportunityId }),
}

/** Looks every second for what is past its instant, should a job be late. */
export const closingChores = { 'opportunities.close': closeDueOpportunities, 'outages.flag': lookForOutages }
