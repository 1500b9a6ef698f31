import { system } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { draftInvoice } from './commands.ts'

type Job = (app: App, payload: Readonly<Record<string, string>>) => Promise<void>

/** Can run twice: a refusal means that there is nothing left to do. */
export const paymentJobs = {
  'invoice.draft': async (app, { contractId = '' }) => {
    await draftInvoice(app, system, { contractId })
  },
} as const satisfies Readonly<Record<string, Job>>
