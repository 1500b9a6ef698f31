import type { Jobs } from '../platform/jobs.ts'
import { forgetEnquiry } from './commands.ts'

/** What is not kept for ever. */
export const enquiryJobs: Jobs = {
  'enquiry.forget': (app, { enquiryId = '' }) => forgetEnquiry(app, { enquiryId }),
}
