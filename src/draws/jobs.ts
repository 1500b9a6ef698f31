import type { App } from '../platform/app.ts'
import { prepareDraw } from './commands.ts'

export const drawJobs = {
  'draw.prepare': async (app: App, { opportunityId = '' }: Readonly<Record<string, string>>) => {
    await prepareDraw(app, { opportunityId })
  },
}
