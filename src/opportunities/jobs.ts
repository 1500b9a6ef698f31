import { system } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { yes } from '../platform/decision.ts'
import { onOpportunity } from './commands.file.ts'
import { goOn } from './commands.gates.ts'

export const opportunityJobs = {
  /** What barred the file is gone: with every gate passed, it is ready. */
  'opportunity.go_on': async (app: App, { opportunityId = '' }: Readonly<Record<string, string>>) => {
    await onOpportunity(app, system, opportunityId, async (act) => {
      await goOn(act)
      return yes(true)
    })
  },
}
