import type { App } from '../platform/app.ts'
import { checkLate } from './commands.exceptions.ts'

type Job = (app: App, payload: Readonly<Record<string, string>>) => Promise<void>

export const deliveryJobs = {
  'contract.check_late': (app, { contractId = '' }) => checkLate(app, { contractId }),
} as const satisfies Readonly<Record<string, Job>>
