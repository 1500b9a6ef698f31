import type { App } from '../platform/app.ts'
import { enqueue } from '../platform/db.ts'
import { prepareOpportunityKeys } from './keys.ts'
import { openApplications } from './opening.ts'
import { dropEndedDraftKeys } from './store.ts'

/** Jobs carry ids, look again, and can run twice. */
export const applicationJobs = {
  /** After the closing, in the process that holds the seal key; what a killed run left is opened by the next. */
  'applications.open': async (app: App, { opportunityId = '' }: Readonly<Record<string, string>>) => {
    await openApplications(app, { opportunityId })
    await app.transaction('everything', (tx) =>
      enqueue(tx, 'evaluation.compare', { opportunityId }, { key: `evaluation.compare ${opportunityId}` }),
    )
  },
}

export const applicationChores = {
  'applications.keys': prepareOpportunityKeys,
  'applications.drafts': (app: App) => app.transaction('everything', dropEndedDraftKeys),
}
