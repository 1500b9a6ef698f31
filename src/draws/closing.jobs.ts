import { system } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { announceRoster, closeDueOpportunities, closeOpportunity } from './closing.ts'

export const closingJobs = {
  'opportunity.close': async (app: App, { opportunityId = '' }: Readonly<Record<string, string>>) => {
    await closeOpportunity(app, system, { opportunityId })
  },
  'draw.announce_roster': async (app: App, { opportunityId = '' }: Readonly<Record<string, string>>) =>
    announceRoster(app, { opportunityId }),
}

/** Looks every second for what is past its instant, should a job be late. */
export const closingChores = { 'opportunities.close': closeDueOpportunities }
