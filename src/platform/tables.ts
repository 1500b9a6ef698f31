// Generated from the migrations by bin/check --fix. Do not edit.
import type { Generated, GeneratedAlways } from 'kysely'

export interface AcceptanceMarks {
  id: string
  departmentId: string
  deliveryId: string
  criterionId: string
  met: boolean
  comment: Generated<string>
  markedBy: string
  markedAt: Date
}

export interface Amendments {
  id: string
  departmentId: string
  opportunityId: string
  number: number | null
  kind: 'extension' | 'change'
  reasonEn: string
  reasonFr: string
  changes: string
  madeBy: string
  publishedAt: Date | null
  state: Generated<'drafted' | 'in_review' | 'returned' | 'posted' | 'discarded'>
  material: Generated<boolean>
  madeAt: Date | null
  submittedAt: Date | null
  decidedBy: string | null
  decidedAt: Date | null
  returnedBecause: Generated<string>
  writers: Generated<string[]>
}

export interface AnswerRounds {
  opportunityId: string
  departmentId: string
  round: number
  firstNumber: number
  lastNumber: number
  begunAt: Date
  doneAt: Date | null
}

export interface ApplicationAnswers {
  id: string
  departmentId: string
  applicationId: string
  criterionId: string
  language: 'en' | 'fr'
  answer: string
  askedLater: Generated<boolean>
}

export interface ApplicationDevices {
  departmentId: string
  applicationId: string
  browserHash: Buffer
  firstSeenAt: Date
}

export interface ApplicationDrafts {
  applicationId: string
  departmentId: string
  version: number
  ciphertext: Buffer
  wrappedKey: Buffer | null
  savedAt: Date
}

export interface ApplicationIdentities {
  applicationId: string
  departmentId: string
  legalName: string
  operatingName: Generated<string>
  workerName: string
  signatoryName: string
  email: string
  publicServant: Generated<boolean>
  formerPublicServant: Generated<boolean>
  affiliates: Generated<string>
  eligibilityVersion: string
  agreementsVersion: string
  contentSalt: string
  formerPension: Generated<boolean>
  repositories: Generated<string>
}

export interface ApplicationSeals {
  id: string
  departmentId: string
  applicationId: string
  sealed: Buffer
  sealedSha256: string
  contentCommitment: string
  submittedAt: Date
  current: Generated<boolean>
}

export interface Applications {
  id: string
  departmentId: string
  opportunityId: string
  supplierId: string
  token: string
  state: 'draft' | 'submitted' | 'opened' | 'passed' | 'failed' | 'excluded' | 'withdrawn' | 'purged'
  language: 'en' | 'fr'
  createdAt: Date
  submittedAt: Date | null
  withdrawnAt: Date | null
  openedAt: Date | null
  anonymousNumber: number | null
}

export interface AuthorityPapers {
  id: string
  departmentId: string
  kind: 'cfo_note' | 'cio_support' | 'card_approval' | 'paypal_justification' | 'union_notice'
  title: string
  language: 'en' | 'fr'
  dated: string
  validUntil: string | null
  link: Generated<string>
  fileName: string | null
  fileType: string | null
  file: Buffer | null
  reply: Generated<string>
  replyDay: string | null
  addedBy: string
  addedAt: Date
  removedBy: string | null
  removedAt: Date | null
}

export interface BacklogImports {
  id: string
  departmentId: string
  personId: string
  kind: 'github' | 'gitlab' | 'markdown' | 'template' | 'statement'
  address: Generated<string>
  language: 'en' | 'fr'
  title: string
  outline: string
  at: Date
}

export interface Bounces {
  messageId: string
  subscriberId: string
  toldBy: 'server' | 'report'
  status: string
  hard: boolean
  at: Date
}

export interface ConsentTexts {
  digest: Buffer
  language: 'en' | 'fr'
  text: string
}

export interface ContentDrafts {
  departmentId: string
  page: 'guide' | 'clients' | 'faq' | 'privacy' | 'accessibility' | 'terms'
  titleEn: string
  titleFr: string
  leadEn: string
  leadFr: string
  textEn: string
  textFr: string
  revision: number
  savedBy: string | null
  savedAt: Date
}

export interface ContentVersions {
  id: string
  departmentId: string | null
  page: 'guide' | 'clients' | 'faq' | 'privacy' | 'accessibility' | 'terms'
  number: number
  titleEn: string
  titleFr: string
  leadEn: string
  leadFr: string
  textEn: string
  textFr: string
  note: string
  noteLanguage: 'en' | 'fr'
  publishedBy: string | null
  publishedAt: Date
}

export interface ContractExtensions {
  id: string
  departmentId: string
  contractId: string
  askedDay: string
  askedBecause: string
  language: 'en' | 'fr'
  askedAt: Date
  decision: 'granted' | 'refused' | null
  decidedBy: string | null
  decidedAt: Date | null
  reply: Generated<string>
}

export interface Contracts {
  id: string
  departmentId: string
  opportunityId: string
  offerId: string
  supplierId: string
  state: 'in_progress' | 'delivered' | 'revision_asked' | 'accepted' | 'terminated'
  priceCents: number
  deliveryDay: string
  startedAt: Date
  introducedAt: Date
  lateAskedAt: Date | null
  supplierUnableAt: Date | null
  supplierUnableBecause: Generated<string>
  acceptedAt: Date | null
  terminatedBy: string | null
  terminatedAt: Date | null
  terminatedKind: 'default' | 'convenience' | null
  terminatedBecause: string | null
  percentageDone: number | null
}

export interface Deliveries {
  id: string
  departmentId: string
  contractId: string
  number: number
  repositoryUrl: string
  pullRequestUrl: Generated<string>
  note: Generated<string>
  language: 'en' | 'fr'
  deliveredAt: Date
  answeredAt: Date | null
  answeredBy: string | null
  answer: 'accepted' | 'revision_asked' | null
}

export interface Departments {
  id: string
  code: string
  nameEn: string
  nameFr: string
  mailbox: string
  postalAddress: string
  timeZone: Generated<string>
  simulated: Generated<boolean>
  createdAt: Generated<Date>
}

export interface DigestRuns {
  cadence: 'daily' | 'weekly'
  dueAt: Date
  finishedAt: Date | null
}

export interface DrawCommitments {
  opportunityId: string
  departmentId: string
  commitment: string
  sealedSeed: Buffer
  beaconSource: 'lotto-649' | 'drand-quicknet' | 'nist-2'
  committedAt: Date
}

export interface DrawManifests {
  id: string
  departmentId: string
  opportunityId: string
  n: number
  previous: string
  manifest: string
  manifestHash: string
  beaconRef: string
  eligible: number
  seed: string
  drawsAt: Date
  publishedAt: Date
}

export interface DrawRankings {
  id: string
  departmentId: string
  opportunityId: string
  manifestId: string
  applicationId: string
  rank: number
  token: string
  ticket: string
  key: string
  drawnAt: Date
}

export interface DrawRosters {
  opportunityId: string
  departmentId: string
  roster: string
  rosterHash: string
  received: number
  builtAt: Date
}

export interface DrawValues {
  id: string
  departmentId: string
  manifestId: string
  value: string
  enteredBy: string | null
  enteredAt: Date
  confirmedBy: string | null
  confirmedAt: Date | null
  rejectedBy: string | null
  rejectedAt: Date | null
}

export interface DutyConflicts {
  first: string
  second: string
}

export interface Enquiries {
  id: string
  departmentId: string | null
  kind: 'question' | 'problem' | 'barrier' | 'complaint' | 'suggestion'
  state: 'unconfirmed' | 'waiting' | 'taken' | 'answered' | 'closed'
  language: 'en' | 'fr'
  page: Generated<string>
  body: string
  email: string | null
  confirmedAt: Date | null
  askedAt: Date
  takenBy: string | null
  takenAt: Date | null
  answer: Generated<string>
  answeredBy: string | null
  answeredAt: Date | null
  outcome: 'answered' | 'repaired' | 'noted' | 'known' | 'elsewhere' | 'not_for_us' | null
  closedBy: string | null
  closedAt: Date | null
  sentOnce: Buffer
}

export interface EvaluationLocks {
  opportunityId: string
  departmentId: string
  lockedBy: string
  lockedAt: Date
  confirmedBy: string | null
  confirmedAt: Date | null
}

export interface EvaluationMarks {
  id: string
  departmentId: string
  applicationId: string
  criterionId: string
  passed: boolean
  rationale: string
  language: 'en' | 'fr'
  rationaleTranslated: Generated<string>
  markedBy: string
  markedAt: Date
}

export interface Evaluators {
  id: string
  departmentId: string
  opportunityId: string
  personId: string
  namedBy: string | null
  namedAt: Date
  noConflictDeclaredAt: Date | null
  readsEn: Generated<boolean>
  readsFr: Generated<boolean>
  steppedDownAt: Date | null
}

export interface FileDuties {
  id: string
  departmentId: string
  requestId: string
  opportunityId: string | null
  duty: string
  personId: string
  at: Date
  voidSince: Date | null
}

export interface FileNumbers {
  departmentId: string
  fiscalYear: number
  last: number
}

export interface FormMappings {
  opportunityId: string
  departmentId: string
  formId: string
  mapping: string
  savedAt: Date
}

export interface FormSubmissions {
  opportunityId: string
  departmentId: string
  name: string
  outcome: 'saved' | 'refused'
  because: string | null
  applicationId: string | null
  readAt: Date
  toldAt: Date | null
}

export interface FundReservations {
  id: string
  departmentId: string
  opportunityId: string
  number: string
  fiscalYear: number
  cents: number
  payableAtYearEnd: Generated<boolean>
  reservedBy: string
  reservedAt: Date
  releasedBy: string | null
  releasedAt: Date | null
  note: Generated<string>
}

export interface HistoryCheckpoints {
  size: number
  root: Buffer
  frontier: Buffer
  note: string
  at: Date
}

export interface HistoryEvents {
  id: string
  departmentId: string | null
  kind: string
  subjectType: string
  subjectId: string
  fileId: string | null
  actorKind: 'person' | 'system' | 'visitor'
  actorId: string | null
  at: Date
  recordedAt: Generated<Date>
  body: string
  digest: Buffer
}

export interface HistorySequence {
  number: number
  eventId: string
  digest: Buffer
  chain: Buffer
}

export interface Invoices {
  id: string
  departmentId: string
  opportunityId: string
  contractId: string
  supplierId: string
  state: 'drafted' | 'sent' | 'returned' | 'certified' | 'entered' | 'paid'
  invoiceNumber: Generated<string>
  priceCents: number
  taxLines: Generated<string>
  totalCents: number
  taxNumber: Generated<string>
  postalCode: Generated<string>
  reservationNumber: string
  draftedAt: Date
  sentAt: Date | null
  returnedBecause: string | null
  certifiedBy: string | null
  certifiedAt: Date | null
  enteredBy: string | null
  enteredAt: Date | null
  cardDocument: string | null
  cardDocumentAt: Date | null
  paidBy: string | null
  paidAt: Date | null
  paymentMethod: 'card' | 'paypal' | 'direct_deposit' | null
  paymentReference: string | null
  supplierConfirmedAt: Date | null
}

export interface LaterReviews {
  opportunityId: string
  departmentId: string
  outcome: 'approved' | 'concern'
  note: Generated<string>
  reviewedBy: string
  reviewedAt: Date
}

export interface Lessons {
  id: string
  departmentId: string
  textEn: string
  textFr: string
  enquiryId: string | null
  writtenBy: string | null
  writtenAt: Date
}

export interface Limits {
  key: string
  windowStart: Date
  count: Generated<number>
}

export interface LinkChecks {
  id: string
  departmentId: string
  opportunityId: string
  url: string
  state: 'waiting' | 'alive' | 'dead' | 'unchecked'
  checkedAt: Date
}

export interface LocalMailbox {
  id: string
  toAddress: string
  subject: string
  bodyText: string
  bodyHtml: string
  headers: string
  at: Generated<Date>
}

export interface MailPace {
  single: Generated<boolean>
  nextAt: Generated<Date>
  refused: Generated<number>
}

export interface Mailings {
  id: string
  departmentId: string
  opportunityId: string | null
  kind: string
  name: string
  state: Generated<'going' | 'paused' | 'stopped' | 'done'>
  factsEn: string
  factsFr: string
  until: Date | null
  startedAt: Date
  lastReader: string | null
  readers: Generated<number>
  writtenAt: Date | null
  heldAt: Date | null
  endedAt: Date | null
}

export interface MeasureEntries {
  id: string
  departmentId: string
  metric: string
  label: string
  value: number
  enteredBy: string | null
  at: Date
}

export interface Migrations {
  name: string
  sha256: string
  appliedAt: Generated<Date>
}

export interface Offers {
  id: string
  departmentId: string
  opportunityId: string
  applicationId: string
  rank: number
  state: 'made' | 'accepted' | 'terms_signed' | 'declined' | 'lapsed'
  priceCents: number
  deliveryDay: string
  madeBy: string | null
  madeAt: Date
  respondBy: Date
  answeredAt: Date | null
  paymentMethod: 'card' | 'paypal' | 'direct_deposit' | null
  paymentDetail: Generated<string>
  taxNumber: Generated<string>
  declinedBecause: string | null
  termsVersion: string | null
  termsSha256: string | null
  supplierSignedAt: Date | null
  supplierSignatory: string | null
  canadaSignedAt: Date | null
  canadaSignatoryId: string | null
  signOffBy: string | null
  signOffAt: Date | null
  signOffReference: Generated<string>
  endedAt: Date | null
}

export interface Opportunities {
  id: string
  departmentId: string
  requestId: string
  posting: Generated<number>
  number: string
  slug: string
  state: 'draft' | 'in_review' | 'in_approval' | 'ready' | 'open' | 'held' | 'closed' | 'evaluating' | 'locked' | 'drawn' | 'offering' | 'awarded' | 'completed' | 'unsuccessful' | 'cancelled' | 'withdrawn'
  version: Generated<number>
  clientId: string
  sourceLanguage: 'en' | 'fr'
  titleEn: Generated<string>
  titleFr: Generated<string>
  teaserEn: Generated<string>
  teaserFr: Generated<string>
  teamEn: Generated<string>
  teamFr: Generated<string>
  backgroundEn: Generated<string>
  backgroundFr: Generated<string>
  workEn: Generated<string>
  workFr: Generated<string>
  licence: Generated<string>
  repositoryKind: 'department' | 'supplier' | null
  repositoryUrl: Generated<string>
  hasInterface: Generated<boolean>
  hours: number | null
  priceCents: number | null
  closesAt: Date | null
  selectionDay: string | null
  deliveryDay: string | null
  standaloneDeclared: Generated<boolean>
  noCapacityDeclared: Generated<boolean>
  unclassifiedDeclared: Generated<boolean>
  returnedBecause: Generated<string>
  submittedAt: Date | null
  statementDigest: Buffer | null
  statementApprovedBy: string | null
  statementApprovedAt: Date | null
  pifCompletedBy: string | null
  pifCompletedAt: Date | null
  pif: string | null
  s32SignedBy: string | null
  s32SignedAt: Date | null
  sentToFinanceAt: Date | null
  reservationNumber: string | null
  reservationFiscalYear: number | null
  reservationCents: number | null
  reservedBy: string | null
  reservedAt: Date | null
  translatedBy: string | null
  translatedAt: Date | null
  publishedBy: string | null
  publishedAt: Date | null
  closedAt: Date | null
  evaluationStartedAt: Date | null
  endedAt: Date | null
  endedBecause: string | null
  publicReasonEn: Generated<string>
  publicReasonFr: Generated<string>
  repostedFrom: string | null
  outcome: 'delivered' | 'ended_without_delivery' | 'none_applied' | 'none_passed' | 'none_accepted' | null
  outsideHomeBranch: Generated<boolean>
  budgetKind: 'transfer' | 'risk_agreement' | null
  budgetReference: string | null
  budgetBy: string | null
  budgetAt: Date | null
  payableAtYearEnd: Generated<boolean>
  s32ActingFor: string | null
  approvalMode: 'before' | 'after' | null
  scheduledAt: Date | null
  scheduledBy: string | null
  standaloneBecauseEn: Generated<string>
  standaloneBecauseFr: Generated<string>
  noCapacityBecauseEn: Generated<string>
  noCapacityBecauseFr: Generated<string>
  sampleDrawn: number | null
  sampleKey: string | null
  workCriteriaGiven: Generated<number>
  applicationCriteriaGiven: Generated<number>
}

export interface OpportunityCriteria {
  id: string
  departmentId: string
  opportunityId: string
  kind: 'work' | 'application'
  position: number
  textEn: string
  textFr: string
  addedAt: Date | null
}

export interface OpportunityKeys {
  opportunityId: string
  departmentId: string
  recipient: string
  escrowRecipient: string
  wrappedIdentity: Buffer
  createdAt: Date
}

export interface OpportunityProvisions {
  id: string
  departmentId: string
  opportunityId: string
  position: number
  textEn: string
  textFr: string
  dueDay: string | null
  doneAt: Date | null
}

export interface OpportunitySkills {
  id: string
  departmentId: string
  opportunityId: string
  position: number
  nameEn: string
  nameFr: string
}

export interface Outages {
  opportunityId: string
  departmentId: string
  closesAt: Date
  windowFrom: Date
  seconds: number
  gaps: string
  flaggedAt: Date
  measuredAt: Date
  decision: 'extended' | 'kept' | 'lapsed' | null
  reason: Generated<string>
  decidedBy: string | null
  decidedAt: Date | null
  atClosing: Generated<boolean>
  decideBy: Date | null
}

export interface OutboxMessages {
  id: string
  departmentId: string | null
  kind: string
  language: 'en' | 'fr'
  toAddress: string
  facts: string
  dedupeKey: string
  createdAt: Date
  nextAttemptAt: Generated<Date>
  attempts: Generated<number>
  lastError: string | null
  sentAt: Date | null
  mailingId: string | null
}

export interface OutreachActivities {
  id: string
  departmentId: string
  opportunityId: string
  channel: string
  ownName: Generated<string>
  language: 'en' | 'fr'
  plannedDay: string
  plannedBy: string
  plannedAt: Date
  doneDay: string | null
  doneBy: string | null
  doneAt: Date | null
  result: Generated<string>
  resultLanguage: 'en' | 'fr' | null
  reached: number | null
}

export interface OutreachMessages {
  opportunityId: string
  departmentId: string
  kind: 'social' | 'list' | 'newsletter' | 'groups'
  textEn: string
  textFr: string
  editedBy: string
  editedAt: Date
}

export interface People {
  id: string
  email: string
  name: string
  language: 'en' | 'fr'
  demo: Generated<boolean>
  createdAt: Generated<Date>
}

export interface PolicySettings {
  id: string
  departmentId: string
  setting: string
  fromDay: string
  value: string
  source: string
}

export interface PurchaseIssues {
  departmentId: string
  opportunityId: string
  issue: string
}

export interface Purchases {
  opportunityId: string
  departmentId: string
  ownerId: string
  team: string
  repository: Generated<string>
  skills: Generated<string[]>
  trigramsEn: Generated<number[]>
  trigramsFr: Generated<number[]>
  supplier: string | null
  originalCents: number
  amendedCents: Generated<number>
  committedOn: string
  cancelled: boolean
  posted: boolean
}

export interface QuestionAskers {
  questionId: string
  departmentId: string
  email: string
  personId: string | null
}

export interface QuestionOriginals {
  questionId: string
  departmentId: string
  words: string
}

export interface QuestionReopenings {
  id: string
  questionId: string
  departmentId: string
  wasDeclinedBecause: 'in_notice' | 'not_about_work' | 'confidential' | 'other'
  wasExplained: string
  reason: string
  reopenedBy: string
  reopenedAt: Date
}

export interface Questions {
  id: string
  departmentId: string
  opportunityId: string
  state: 'unverified' | 'asked' | 'answered' | 'declined' | 'duplicate' | 'lapsed'
  language: 'en' | 'fr'
  words: string
  masked: Generated<number>
  askedAt: Date
  confirmBy: Date
  confirmedAt: Date | null
  version: Generated<number>
  questionEn: Generated<string>
  questionFr: Generated<string>
  answerEn: Generated<string>
  answerFr: Generated<string>
  draftedBy: string | null
  draftedAt: Date | null
  handedAt: Date | null
  number: number | null
  publishedBy: string | null
  publishedAt: Date | null
  amendment: number | null
  declinedBecause: 'in_notice' | 'not_about_work' | 'confidential' | 'other' | null
  explanation: Generated<string>
  duplicateOf: string | null
  decidedBy: string | null
  decidedAt: Date | null
}

export interface RedactionChecks {
  opportunityId: string
  departmentId: string
  checkedBy: string
  checkedAt: Date
}

export interface Redactions {
  id: string
  departmentId: string
  applicationId: string
  criterionId: string
  redactedAnswer: string
  madeBy: string | null
  madeAt: Date
}

export interface Referrals {
  id: string
  departmentId: string
  fromDepartmentId: string
  fromRequestId: string
  number: string
  subject: string
  need: string
  language: 'en' | 'fr'
  team: string
  clientName: string
  clientEmail: string
  reply: Generated<string>
  receivedAt: Date
  decision: 'taken' | 'not_taken' | null
  note: Generated<string>
  decidedBy: string | null
  decidedAt: Date | null
}

export interface ReminderDelegates {
  id: string
  departmentId: string
  personId: string
  delegateId: string
  fromDay: string
  untilDay: string
  namedAt: Date
  endedAt: Date | null
}

export interface RepositoryLicences {
  id: string
  departmentId: string
  url: string
  licence: string
  saidBy: string | null
  saidAt: Date
}

export interface RequestQuestions {
  id: string
  departmentId: string
  requestId: string
  question: string
  askedBy: string
  askedAt: Date
  remindAt: Date
  closesAt: Date
  remindedAt: Date | null
  answer: Generated<string>
  answeredAt: Date | null
  endedAt: Date | null
}

export interface Requests {
  id: string
  departmentId: string
  number: string
  state: 'received' | 'accepted' | 'declined' | 'withdrawn'
  clientId: string
  team: string
  homeBranch: Generated<boolean>
  language: 'en' | 'fr'
  subject: string
  need: string
  isCode: boolean | null
  isOpenSource: boolean | null
  isUnclassified: boolean | null
  isVirtual: boolean | null
  isWithinLimit: boolean | null
  isOwnDepartment: boolean | null
  maintainer: Generated<string>
  estimateCents: number | null
  receivedAt: Date
  screenedAt: Date | null
  screenedBy: string | null
  meetsCriteria: boolean | null
  reason: string | null
  referredTo: string | null
  reply: Generated<string>
  endedAt: Date | null
  go: 'go' | 'no_go' | null
  goBy: string | null
  goAt: Date | null
  goReason: Generated<string>
  importId: string | null
  isMaintained: boolean | null
  askedWhat: 'code' | 'person' | 'product' | 'other' | null
  askedInOpen: 'yes' | 'no' | 'unknown' | null
  askedCost: 'within' | 'above' | 'unknown' | null
  askedSupplier: 'anyone' | 'only_one' | 'unknown' | null
  referredDepartmentId: string | null
}

export interface Resemblances {
  id: string
  departmentId: string
  opportunityId: string
  firstId: string
  secondId: string
  same: string
  likeness: number
  criterionId: string | null
  foundAt: Date
  state: 'found' | 'proposed' | 'distinct' | 'excluded'
  excludedId: string | null
  because: 'same_supplier' | 'affiliated' | 'same_answers' | null
  note: Generated<string>
  judgedBy: string | null
  judgedAt: Date | null
  confirmedBy: string | null
  confirmedAt: Date | null
  takenBackBecause: Generated<string>
  takenBackBy: string | null
  takenBackAt: Date | null
}

export interface RetentionRuns {
  day: string
  begunAt: Date
  finishedAt: Date | null
  erased: Generated<string>
}

export interface RoleGrants {
  id: string
  departmentId: string
  personId: string
  role: 'client' | 'program_team' | 'procurement' | 'section_32' | 'section_34' | 'finance' | 'cardholder' | 'signatory' | 'observer' | 'administrator'
  fromDay: string
  untilDay: string | null
  limitCents: number | null
  team: string | null
  actingFor: string | null
  endedAt: Date | null
  endedBy: string | null
}

export interface ScanResolutions {
  id: string
  departmentId: string
  opportunityId: string
  kind: string
  field: string
  digest: string
  reason: string
  resolvedBy: string
  resolvedAt: Date
}

export interface ServiceFailures {
  minute: Date
  answers: number
}

export interface ServiceSpans {
  id: string
  fromAt: Date
  toAt: Date
}

export interface Sessions {
  tokenHash: Buffer
  personId: string
  departmentId: string | null
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
}

export interface SignInCodes {
  id: string
  email: string
  language: 'en' | 'fr'
  browserHash: Buffer
  returnTo: Generated<string>
  createdAt: Date
  expiresAt: Date
  tries: Generated<number>
  usedAt: Date | null
}

export interface SplittingDecisions {
  id: string
  departmentId: string
  flagId: string
  decision: 'explain' | 'merge' | 'stop'
  rationale: string
  decidedBy: string
  decidedAt: Date
  sumCents: number
  members: string[]
}

export interface SplittingFlags {
  id: string
  departmentId: string
  opportunityId: string | null
  rule: 'S1' | 'S2' | 'S3' | 'S4' | 'S5' | 'S6'
  state: 'raised' | 'explained' | 'merged' | 'stopped' | 'lapsed'
  version: Generated<number>
  occasion: 'save' | 'submission' | 'publication' | 'award' | 'amendment' | 'night'
  raisedAt: Date
  toldAt: Date | null
  sumCents: number
  limitCents: number
  windowFrom: string | null
  windowUntil: string | null
  members: string[]
  found: string
}

export interface SplittingMembers {
  departmentId: string
  flagId: string
  opportunityId: string
}

export interface SplittingNights {
  departmentId: string
  night: string
  startedAt: Date
  finishedAt: Date | null
  files: number | null
}

export interface SplittingSalts {
  departmentId: string
  salt: Buffer
}

export interface StatementComments {
  id: string
  departmentId: string
  opportunityId: string
  field: string
  answers: string | null
  body: string
  madeBy: string
  madeAt: Date
  resolvedAt: Date | null
  resolvedBy: string | null
}

export interface StatementConflicts {
  editId: string
  departmentId: string
  opportunityId: string
  settledAt: Date | null
  settledBy: string | null
  outcome: 'kept' | 'taken' | 'merged' | 'continued' | null
}

export interface StatementEdits {
  id: string
  departmentId: string
  opportunityId: string
  sequence: number
  key: string
  field: string
  half: Generated<'' | 'en' | 'fr' | 'day'>
  what: 'text' | 'row_added' | 'row_removed'
  base: string
  value: string
  applied: boolean
  madeBy: string
  madeAt: Date
}

export interface StatementHeld {
  departmentId: string
  opportunityId: string
  field: string
  typed: string
}

export interface StatementPresence {
  departmentId: string
  opportunityId: string
  personId: string
  field: string
  seenAt: Date
}

export interface StatementVersions {
  id: string
  departmentId: string
  opportunityId: string
  number: number
  moment: 'submitted' | 'returned' | 'approved' | 'published'
  statement: string
  frozen: string
  digest: Buffer
  madeBy: string
  madeAt: Date
}

export interface SubscriberConsents {
  id: string
  subscriberId: string
  about: 'list' | 'watch'
  opportunityId: string | null
  act: 'asked' | 'confirmed'
  way: 'form' | 'letter' | 'program'
  textDigest: Buffer
  at: Date
}

export interface SubscriberSources {
  month: string
  source: string
  count: number
}

export interface Subscribers {
  id: string
  departmentId: string | null
  email: string
  language: 'en' | 'fr'
  state: 'pending' | 'confirmed' | 'unsubscribed'
  askedAt: Date
  confirmedAt: Date | null
  unsubscribedAt: Date | null
  cadence: Generated<'at_once' | 'daily' | 'weekly' | 'watched_only'>
  skills: Generated<string[]>
  departments: Generated<string[]>
  digestedAt: Date | null
  sourceAskedAt: Date | null
  endedBecause: 'left' | 'bounced' | 'complained' | null
}

export interface Suppressions {
  addressHash: string
  because: 'left' | 'bounced' | 'complained'
  at: Date
}

export interface TranslatedTexts {
  opportunityId: string
  departmentId: string
  field: string
  sourceText: string
  targetText: string
  parts: string | null
  at: Date
}

export interface TranslationImports {
  id: string
  departmentId: string
  opportunityId: string
  personId: string
  at: Date
  fileName: string
  format: 'xliff' | 'csv'
  passages: string
  takenAt: Date | null
}

export interface VarianceNotes {
  id: string
  departmentId: string
  metric: string
  noteEn: string
  noteFr: string
  writtenBy: string | null
  at: Date
}

export interface Watches {
  id: string
  subscriberId: string
  opportunityId: string
  askedAt: Date
  confirmedAt: Date | null
}

export interface PublicationAnswers {
  opportunityId: string
  number: number
  questionEn: string
  questionFr: string
  answerEn: string
  answerFr: string
  amendment: number | null
  publishedAt: Date
  updatedAt: Date
}

export interface PublicationDowntimes {
  slug: string
  closesAt: Date
  windowFrom: Date
  seconds: number
  gaps: string
  movedTo: Date
  certifiedAt: Date
}

export interface PublicationDraws {
  slug: string
  commitment: string
  beaconSource: string
  roster: string | null
  rosterHash: string | null
  manifest: string | null
  manifestHash: string | null
  seed: string | null
  beaconRef: string | null
  drawsAt: Date | null
  beaconValue: string | null
  key: string | null
  ranking: string | null
  needed: boolean | null
  lockedAt: Date | null
  drawnAt: Date | null
  updatedAt: Date
}

export interface PublicationOpportunities {
  opportunityId: string
  slug: string
  departmentCode: string
  departmentEn: string
  departmentFr: string
  number: string
  status: 'open' | 'held' | 'closed' | 'awarded' | 'delivered' | 'ended_without_delivery' | 'unsuccessful' | 'cancelled' | 'withdrawn'
  titleEn: string
  titleFr: string
  teaserEn: string
  teaserFr: string
  priceCents: number
  publishedAt: Date
  closesAt: Date
  timeZone: string
  notice: string
  simulated: Generated<boolean>
  winnerName: string | null
  repositoryUrl: string | null
  paidDays: number | null
  updatedAt: Date
  words: GeneratedAlways<string | null>
  skills: GeneratedAlways<string[] | null>
  awardedAt: Date | null
  deliveredAt: Date | null
  heldUntil: Date | null
}

export interface PublicationSkills {
  key: string
  en: string
  fr: string
}

export interface PublicationWords {
  word: string
  en: string | null
  fr: string | null
}

export interface SurveysAnswers {
  id: Generated<string>
  departmentCode: string
  audience: 'supplier' | 'winner' | 'client'
  month: string
  wouldAgain: boolean | null
  firstContract: boolean | null
  smallFirm: boolean | null
  underRepresented: boolean | null
  story: Generated<string>
}

export interface DB {
  acceptanceMarks: AcceptanceMarks
  amendments: Amendments
  answerRounds: AnswerRounds
  applicationAnswers: ApplicationAnswers
  applicationDevices: ApplicationDevices
  applicationDrafts: ApplicationDrafts
  applicationIdentities: ApplicationIdentities
  applicationSeals: ApplicationSeals
  applications: Applications
  authorityPapers: AuthorityPapers
  backlogImports: BacklogImports
  bounces: Bounces
  consentTexts: ConsentTexts
  contentDrafts: ContentDrafts
  contentVersions: ContentVersions
  contractExtensions: ContractExtensions
  contracts: Contracts
  deliveries: Deliveries
  departments: Departments
  digestRuns: DigestRuns
  drawCommitments: DrawCommitments
  drawManifests: DrawManifests
  drawRankings: DrawRankings
  drawRosters: DrawRosters
  drawValues: DrawValues
  dutyConflicts: DutyConflicts
  enquiries: Enquiries
  evaluationLocks: EvaluationLocks
  evaluationMarks: EvaluationMarks
  evaluators: Evaluators
  fileDuties: FileDuties
  fileNumbers: FileNumbers
  formMappings: FormMappings
  formSubmissions: FormSubmissions
  fundReservations: FundReservations
  historyCheckpoints: HistoryCheckpoints
  historyEvents: HistoryEvents
  historySequence: HistorySequence
  invoices: Invoices
  laterReviews: LaterReviews
  lessons: Lessons
  limits: Limits
  linkChecks: LinkChecks
  localMailbox: LocalMailbox
  mailPace: MailPace
  mailings: Mailings
  measureEntries: MeasureEntries
  migrations: Migrations
  offers: Offers
  opportunities: Opportunities
  opportunityCriteria: OpportunityCriteria
  opportunityKeys: OpportunityKeys
  opportunityProvisions: OpportunityProvisions
  opportunitySkills: OpportunitySkills
  outages: Outages
  outboxMessages: OutboxMessages
  outreachActivities: OutreachActivities
  outreachMessages: OutreachMessages
  people: People
  policySettings: PolicySettings
  purchaseIssues: PurchaseIssues
  purchases: Purchases
  questionAskers: QuestionAskers
  questionOriginals: QuestionOriginals
  questionReopenings: QuestionReopenings
  questions: Questions
  redactionChecks: RedactionChecks
  redactions: Redactions
  referrals: Referrals
  reminderDelegates: ReminderDelegates
  repositoryLicences: RepositoryLicences
  requestQuestions: RequestQuestions
  requests: Requests
  resemblances: Resemblances
  retentionRuns: RetentionRuns
  roleGrants: RoleGrants
  scanResolutions: ScanResolutions
  serviceFailures: ServiceFailures
  serviceSpans: ServiceSpans
  sessions: Sessions
  signInCodes: SignInCodes
  splittingDecisions: SplittingDecisions
  splittingFlags: SplittingFlags
  splittingMembers: SplittingMembers
  splittingNights: SplittingNights
  splittingSalts: SplittingSalts
  statementComments: StatementComments
  statementConflicts: StatementConflicts
  statementEdits: StatementEdits
  statementHeld: StatementHeld
  statementPresence: StatementPresence
  statementVersions: StatementVersions
  subscriberConsents: SubscriberConsents
  subscriberSources: SubscriberSources
  subscribers: Subscribers
  suppressions: Suppressions
  translatedTexts: TranslatedTexts
  translationImports: TranslationImports
  varianceNotes: VarianceNotes
  watches: Watches
  'publication.answers': PublicationAnswers
  'publication.downtimes': PublicationDowntimes
  'publication.draws': PublicationDraws
  'publication.opportunities': PublicationOpportunities
  'publication.skills': PublicationSkills
  'publication.words': PublicationWords
  'surveys.answers': SurveysAnswers
}
