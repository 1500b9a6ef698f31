import type { App } from '../platform/app.ts'
import { reach } from '../platform/reach.ts'
import { checkLinks } from './commands.readiness.ts'

export const linkJobs = {
  'opportunity.check_links': (app: App, { opportunityId = '' }: Readonly<Record<string, string>>) =>
    checkLinks(app, { opportunityId }, (url) => reach(url)),
}
