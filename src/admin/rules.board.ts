import type { StaffRole } from '../accounts/rules.ts'
import {
  elapsedSoFar,
  fileTimeline,
  type Progress,
  progressOf,
  type StepDuration,
  type StepPlan,
} from '../history/durations.ts'
import { type Step, steps } from '../history/steps.ts'
import type { OpportunityState } from '../opportunities/rules.ts'
import { addBusinessDays, businessDaysBetween, businessHours, type Calendar } from '../platform/calendar.ts'
import type { Day } from '../platform/day.ts'
import { dayOf, instantAt, type Zone } from '../platform/time.ts'
import { stepEstimates } from '../policy/steps.ts'
import type { RequestState } from '../requests/rules.ts'

/** Who sees every file of the department at a glance. */
export const boardReaders = ['program_team', 'procurement', 'observer', 'administrator'] as const satisfies StaffRole[]

/** Where a file can be, in the order of its life. */
export const stages = ['request', 'statement', 'approvals', 'posted', 'evaluation', 'draw', 'work', 'payment'] as const
export type Stage = (typeof stages)[number]

/** What the rows of a file say, across features. */
export type FileFacts = {
  readonly requestId: string
  readonly requestState: RequestState
  readonly go: 'go' | 'no_go' | null
  readonly opportunityState: OpportunityState | null
  readonly gates: { readonly pif: boolean; readonly s32: boolean; readonly sent: boolean; readonly reserved: boolean }
  readonly closesAt: Date | null
  readonly closedAt: Date | null
  readonly offerState: 'made' | 'accepted' | 'terms_signed' | null
  readonly respondBy: Date | null
  readonly contractState: 'in_progress' | 'delivered' | 'revision_asked' | 'accepted' | 'terminated' | null
  readonly startedAt: Date | null
  readonly deliveryDay: Day | null
  readonly invoiceState: 'drafted' | 'sent' | 'returned' | 'certified' | 'entered' | 'paid' | null
  readonly hasCardDocument: boolean
}

/** The stage of an open file; null when the file has ended. */
export function stageOf(file: FileFacts): Stage | null {
  const state = file.opportunityState
  if (file.requestState === 'declined' || file.requestState === 'withdrawn') return null
  if (state === null) return file.go === 'go' ? 'statement' : 'request'
  if (state === 'draft' || state === 'in_review') return 'statement'
  if (state === 'in_approval' || state === 'ready') return 'approvals'
  if (state === 'open' || state === 'held') return 'posted'
  if (state === 'closed' || state === 'evaluating') return 'evaluation'
  if (state === 'locked' || state === 'drawn' || state === 'offering') return 'draw'
  if (state === 'awarded') return file.contractState === 'accepted' ? 'payment' : 'work'
  return null
}

/** How urgent something is that waits for a person: past its date, due today, or later. */
export const urgencies = ['late', 'today', 'later'] as const
export type Urgency = (typeof urgencies)[number]

export const waiters = [
  'client',
  'program',
  'procurement',
  'manager32',
  'finance',
  'suppliers',
  'evaluators',
  'supplier',
  'signatory',
  'manager34',
  'cardholder',
] as const
export type Waiter = (typeof waiters)[number]

export const nextSteps = [
  'screen',
  'say_go',
  'settle_no_go',
  'start_statement',
  'write_statement',
  'review_statement',
  'complete_pif',
  'sign_32',
  'send_to_finance',
  'reserve_funds',
  'translate',
  'post',
  'apply',
  'decide_closing',
  'start_evaluation',
  'lock_evaluation',
  'draw',
  'offer',
  'answer_offer',
  'sign_terms',
  'deliver',
  'decide_work',
  'revise',
  'continue_after_end',
  'send_invoice',
  'certify',
  'enter_invoice',
  'create_card_document',
  'pay',
] as const
export type NextStep = (typeof nextSteps)[number]
export type Next = { readonly who: Waiter; readonly what: NextStep }

/** What happens next on an open file, and whom it waits for. */
export function nextOf(file: FileFacts): Next {
  switch (file.opportunityState) {
    case null:
      return nextOfRequest(file)
    case 'draft':
      return { who: 'client', what: 'write_statement' }
    case 'in_review':
      return { who: 'program', what: 'review_statement' }
    case 'in_approval':
      return nextOfGates(file)
    case 'ready':
      return { who: 'program', what: 'post' }
    case 'open':
      return { who: 'suppliers', what: 'apply' }
    case 'held':
      return { who: 'program', what: 'decide_closing' }
    case 'closed':
      return { who: 'program', what: 'start_evaluation' }
    case 'evaluating':
      return { who: 'evaluators', what: 'lock_evaluation' }
    case 'locked':
      return { who: 'program', what: 'draw' }
    case 'drawn':
      return { who: 'program', what: 'offer' }
    case 'offering':
      if (file.offerState === null) return { who: 'program', what: 'offer' }
      return file.offerState === 'made'
        ? { who: 'supplier', what: 'answer_offer' }
        : { who: 'signatory', what: 'sign_terms' }
    default:
      return nextOfWork(file)
  }
}

/** Since when a file waits for what is next: since the step of it began, else since the last thing that is known. */
export function sinceOf(file: FileFacts, durations: Durations): Date | null {
  const { what } = nextOf(file)
  const step = stepOfNext[what]
  const running = step && durations.get(step)?.openSince
  if (running) return running
  if (what === 'deliver' || what === 'revise') return file.startedAt
  const open = [...durations.values()].flatMap(({ openSince }) => (openSince ? [openSince] : []))
  const ended = [...durations.values()].flatMap(({ runs }) => runs.flatMap(({ to }) => (to ? [to] : [])))
  const known = open.length > 0 ? open : [...ended, ...(file.closedAt ? [file.closedAt] : [])]
  return known.toSorted((one, other) => other.getTime() - one.getTime())[0] ?? null
}

const stepOfNext: Partial<Record<NextStep, Step>> = {
  ...{ screen: 'need-identified', say_go: 'need-identified', write_statement: 'statement-written' },
  ...{ complete_pif: 'pif-completed', sign_32: 's32-signed', send_to_finance: 'sent-to-finance' },
  ...{ reserve_funds: 'funds-reserved', translate: 'translated', post: 'page-prepared', apply: 'on-website' },
  ...{ lock_evaluation: 'supplier-selected', answer_offer: 'terms-agreed', sign_terms: 'terms-agreed' },
  ...{ decide_work: 'work-evaluated', send_invoice: 'invoice-received', certify: 's34-certified' },
  ...{ enter_invoice: 'invoice-entered', create_card_document: 'card-document-created', pay: 'paid-by-card' },
}

/** How much of its time the present step has used, in days; null when no clock runs. */
export type Clock = { readonly used: number; readonly estimate: number; readonly due: Date | null }

export type Measuring = { readonly now: Date; readonly calendar: Calendar; readonly zone: Zone }
type Durations = ReadonlyMap<Step, StepDuration>

/**
 * The clock of a file: posting runs to its closing, work to its delivery date, payment on all its steps together, and
 * anything else on the open step that is furthest past its estimate. Source of the estimates: Annex A.
 */
export function clockOf(file: FileFacts, durations: Durations, measuring: Measuring): Clock | null {
  const stage = stageOf(file)
  if (stage === 'posted') return clockOfPosting(file, durations, measuring)
  if (stage === 'work' && file.startedAt && file.deliveryDay && file.contractState !== 'delivered')
    return clockOfWork(file.startedAt, file.deliveryDay, measuring)
  const open = [...durations.values()].filter(({ openSince }) => openSince !== null)
  if (stage === 'payment') return clockOfPayment(open, durations, measuring)
  const clocks = open.map((duration) => clockOfStep(duration, measuring))
  return clocks.toSorted((one, other) => other.used - other.estimate - (one.used - one.estimate))[0] ?? null
}

/** Days used against days planned, from the request to where the file is. */
export const standingOf = (durations: Durations, { now, calendar, zone }: Measuring): Progress =>
  progressOf(fileTimeline(plan, durations, now, calendar, zone))

/** The steps of a micro-acquisition with their estimates, as days. */
export const plan: readonly StepPlan[] = stepEstimates.flatMap(({ step: name, estimate }) => {
  const step = steps.find((known) => known === name)
  return step ? [{ step, estimate }] : []
})

const paymentSteps: readonly Step[] = [
  'invoice-received',
  's34-certified',
  'invoice-entered',
  'card-document-created',
  'paid-by-card',
]
const estimateOf = (step: Step): number => plan.find((planned) => planned.step === step)?.estimate ?? 0

function nextOfRequest({ requestState, go }: FileFacts): Next {
  if (requestState === 'received') return { who: 'program', what: 'screen' }
  if (go === null) return { who: 'procurement', what: 'say_go' }
  return { who: 'client', what: go === 'go' ? 'start_statement' : 'settle_no_go' }
}

function nextOfGates({ gates }: FileFacts): Next {
  if (!gates.pif) return { who: 'program', what: 'complete_pif' }
  if (!gates.s32) return { who: 'manager32', what: 'sign_32' }
  if (!gates.sent) return { who: 'program', what: 'send_to_finance' }
  if (!gates.reserved) return { who: 'finance', what: 'reserve_funds' }
  return { who: 'program', what: 'translate' }
}

function nextOfWork({ contractState, invoiceState, hasCardDocument }: FileFacts): Next {
  if (contractState === 'in_progress') return { who: 'supplier', what: 'deliver' }
  if (contractState === 'revision_asked') return { who: 'supplier', what: 'revise' }
  if (contractState === 'delivered') return { who: 'client', what: 'decide_work' }
  if (contractState !== 'accepted') return { who: 'program', what: 'continue_after_end' }
  if (invoiceState === 'sent') return { who: 'manager34', what: 'certify' }
  if (invoiceState === 'certified') return { who: 'finance', what: 'enter_invoice' }
  if (invoiceState === 'entered') return { who: 'cardholder', what: hasCardDocument ? 'pay' : 'create_card_document' }
  return invoiceState === 'paid' ? { who: 'supplier', what: 'pay' } : { who: 'supplier', what: 'send_invoice' }
}

function clockOfStep(duration: StepDuration, { now, calendar, zone }: Measuring): Clock {
  const estimate = estimateOf(duration.step)
  const since = duration.openSince ?? now
  const due = instantAt(addBusinessDays(calendar, dayOf(since, zone), Math.ceil(estimate)), businessHours.closes, zone)
  return { used: elapsedSoFar(duration, now, calendar, zone) ?? 0, estimate, due }
}

function clockOfPosting({ closesAt }: FileFacts, durations: Durations, measuring: Measuring): Clock | null {
  const posted = durations.get('on-website')
  if (!posted?.openSince || !closesAt) return null
  const { now, calendar, zone } = measuring
  const estimate = businessDaysBetween(calendar, dayOf(posted.openSince, zone), dayOf(closesAt, zone)) + 1
  const used = Math.min(estimate, elapsedSoFar(posted, now, calendar, zone) ?? 0)
  return { used, estimate, due: closesAt }
}

function clockOfWork(startedAt: Date, deliveryDay: Day, { now, calendar, zone }: Measuring): Clock {
  const from = dayOf(startedAt, zone)
  return {
    used: businessDaysBetween(calendar, from, dayOf(now, zone)),
    estimate: Math.max(1, businessDaysBetween(calendar, from, deliveryDay)),
    due: instantAt(deliveryDay, '23:59:59', zone),
  }
}

function clockOfPayment(open: readonly StepDuration[], durations: Durations, measuring: Measuring): Clock | null {
  const present = open.find(({ step }) => paymentSteps.includes(step))
  if (!present) return null
  const { now, calendar, zone } = measuring
  const used = paymentSteps.flatMap((step) => {
    const duration = durations.get(step)
    return duration ? [elapsedSoFar(duration, now, calendar, zone) ?? 0] : []
  })
  const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)
  return { used: total(used), estimate: total(paymentSteps.map(estimateOf)), due: clockOfStep(present, measuring).due }
}
