import { accountEmails } from './accounts/emails.ts'
import { accountRoutes } from './accounts/routes.tsx'
import type { Routes } from './accounts/routing.ts'
import { choresOfEverySecond } from './admin/jobs.chores.ts'
import { boardRoutes } from './admin/routes.board.tsx'
import { fileHomeRoutes } from './admin/routes.file.tsx'
import { mailRoutes } from './admin/routes.mail.tsx'
import { observerRoutes } from './admin/routes.observer.tsx'
import { recordRoutes } from './admin/routes.record.tsx'
import { demoRoutes } from './admin/routes.signIn.tsx'
import { stateRoutes } from './admin/routes.state.tsx'
import { supplierHomeRoutes } from './admin/routes.supplier.tsx'
import { applicationEmails } from './applications/emails.ts'
import { applicationChores, applicationJobs } from './applications/jobs.ts'
import { applicationRoutes } from './applications/routes.tsx'
import { approvalEmails } from './approvals/emails.ts'
import { approvalJobs } from './approvals/jobs.ts'
import { afterRoutes } from './approvals/routes.after.tsx'
import { decisionRoutes } from './approvals/routes.decisions.tsx'
import { delegationRoutes } from './approvals/routes.delegations.tsx'
import { paperRoutes } from './approvals/routes.papers.tsx'
import { resultEmails } from './awards/emails.results.ts'
import { offerEmails } from './awards/emails.ts'
import { awardJobs } from './awards/jobs.ts'
import { ownResultRoutes } from './awards/routes.own.tsx'
import { awardRoutes } from './awards/routes.tsx'
import { backlogRoutes } from './backlog/routes.tsx'
import { contentRoutes } from './content/routes.tsx'
import { exceptionEmails } from './delivery/emails.exceptions.ts'
import { workEmails } from './delivery/emails.ts'
import { deliveryJobs } from './delivery/jobs.ts'
import { deliveryRoutes } from './delivery/routes.tsx'
import { draftingEmails } from './drafting/emails.ts'
import { startRoutes } from './drafting/routes.start.tsx'
import { draftingRoutes } from './drafting/routes.tsx'
import { closingEmails } from './draws/closing.emails.ts'
import { closingChores, closingJobs } from './draws/closing.jobs.ts'
import { drawEmails } from './draws/emails.ts'
import { drawJobs } from './draws/jobs.ts'
import { outageRoutes } from './draws/outage.routes.tsx'
import { drawRoutes } from './draws/routes.tsx'
import { enquiryEmails } from './enquiries/emails.ts'
import { enquiryJobs } from './enquiries/jobs.ts'
import { enquiryRoutes } from './enquiries/routes.tsx'
import { duplicateJobs } from './evaluation/commands.duplicates.ts'
import { evaluationEmails } from './evaluation/emails.ts'
import { duplicateRoutes } from './evaluation/routes.duplicates.tsx'
import { evaluationRoutes } from './evaluation/routes.tsx'
import { duplicateEmails } from './evaluation/texts.duplicates.ts'
import { measureRoutes } from './measures/routes.tsx'
import { amendmentEmails } from './opportunities/emails.amendments.ts'
import { opportunityEmails } from './opportunities/emails.ts'
import { linkJobs } from './opportunities/jobs.links.ts'
import { opportunityJobs } from './opportunities/jobs.ts'
import { opportunityRoutes } from './opportunities/routes.tsx'
import { outreachRoutes } from './outreach/routes.tsx'
import { paymentEmails } from './payments/emails.ts'
import { paymentJobs } from './payments/jobs.ts'
import { paymentRoutes } from './payments/routes.tsx'
import type { Chores, Jobs } from './platform/jobs.ts'
import type { Email } from './platform/mail.ts'
import { publicationEmails } from './publication/emails.ts'
import { publicationChores, publicationJobs } from './publication/jobs.ts'
import { clockRoutes } from './publication/routes.clock.tsx'
import { feedRoutes } from './publication/routes.feeds.tsx'
import { mailingRoutes } from './publication/routes.mailings.tsx'
import { publicRoutes } from './publication/routes.public.tsx'
import { publicationRoutes } from './publication/routes.tsx'
import { questionEmails } from './questions/emails.ts'
import { questionJobs } from './questions/jobs.ts'
import { questionRoutes } from './questions/routes.tsx'
import { requestStaffEmails } from './requests/emails.staff.ts'
import { requestEmails } from './requests/emails.ts'
import { requestJobs } from './requests/jobs.ts'
import { funnelRoutes } from './requests/routes.funnel.tsx'
import { optionRoutes } from './requests/routes.options.tsx'
import { referralRoutes } from './requests/routes.referrals.tsx'
import { requestRoutes } from './requests/routes.tsx'
import { retentionChores } from './retention/jobs.ts'
import { splittingEmails } from './splitting/emails.ts'
import { splittingChores } from './splitting/jobs.ts'
import { splittingRoutes } from './splitting/routes.tsx'
import { subscriberEmails } from './subscribers/emails.ts'
import { subscriberChores } from './subscribers/jobs.ts'
import { audienceRoutes } from './subscribers/routes.audience.tsx'
import { preferenceRoutes } from './subscribers/routes.preferences.tsx'
import { subscriberRoutes } from './subscribers/routes.tsx'
import { watchingRoutes } from './subscribers/routes.watching.tsx'
import { surveyRoutes } from './surveys/routes.tsx'
import { translationRoutes } from './translation/routes.tsx'

/** Every feature, in the order in which they may know each other. */
const routes: readonly Routes[] = [
  accountRoutes,
  contentRoutes,
  enquiryRoutes,
  subscriberRoutes,
  preferenceRoutes,
  watchingRoutes,
  audienceRoutes,
  backlogRoutes,
  requestRoutes,
  optionRoutes,
  funnelRoutes,
  referralRoutes,
  splittingRoutes,
  opportunityRoutes,
  startRoutes,
  draftingRoutes,
  decisionRoutes,
  afterRoutes,
  paperRoutes,
  delegationRoutes,
  translationRoutes,
  boardRoutes,
  observerRoutes,
  recordRoutes,
  mailRoutes,
  stateRoutes,
  demoRoutes,
  supplierHomeRoutes,
  fileHomeRoutes,
  outreachRoutes,
  questionRoutes,
  applicationRoutes,
  evaluationRoutes,
  duplicateRoutes,
  drawRoutes,
  outageRoutes,
  awardRoutes,
  ownResultRoutes,
  deliveryRoutes,
  paymentRoutes,
  surveyRoutes,
  measureRoutes,
  publicRoutes,
  publicationRoutes,
  feedRoutes,
  clockRoutes,
  mailingRoutes,
]
const emails: readonly (readonly Email[])[] = [
  accountEmails,
  enquiryEmails,
  subscriberEmails,
  requestEmails,
  requestStaffEmails,
  splittingEmails,
  opportunityEmails,
  amendmentEmails,
  draftingEmails,
  approvalEmails,
  questionEmails,
  applicationEmails,
  evaluationEmails,
  duplicateEmails,
  closingEmails,
  drawEmails,
  offerEmails,
  resultEmails,
  workEmails,
  exceptionEmails,
  paymentEmails,
  publicationEmails,
]
const jobs: readonly Jobs[] = [
  enquiryJobs,
  approvalJobs,
  linkJobs,
  opportunityJobs,
  requestJobs,
  publicationJobs,
  questionJobs,
  applicationJobs,
  duplicateJobs,
  closingJobs,
  drawJobs,
  awardJobs,
  deliveryJobs,
  paymentJobs,
]
const chores: readonly Chores[] = [
  choresOfEverySecond,
  applicationChores,
  closingChores,
  splittingChores,
  subscriberChores,
  publicationChores,
  retentionChores,
]

export const features = {
  routes: Object.assign({}, ...routes) as Routes,
  emails: emails.flat(),
  jobs: Object.assign({}, ...jobs) as Jobs,
  chores: Object.assign({}, ...chores) as Chores,
}
