import { type HeldDuty, mayTake } from '../accounts/duties.ts'
import { type Actor, holds, type Staff, type StaffRole } from '../accounts/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language } from '../platform/i18n.ts'
import type { Cents } from '../platform/money.ts'
import { lifecycle, type StatesOf } from '../platform/states.ts'
import type { OptionAnswers } from './rules.options.ts'
import type { QuestionRefusal } from './rules.questions.ts'

export const requestLifecycle = lifecycle({
  received: { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' },
  accepted: { withdraw: 'withdrawn' },
  declined: {},
  withdrawn: {},
})
export type RequestState = StatesOf<typeof requestLifecycle>

/**
 * What makes a need fit for micro-acquisition. Source: closeout report, section 5; mission M1. The last is the one that
 * the pilot did not ask: code that nobody reviews, merges and maintains is bought for nothing.
 */
export const criteria = [
  'isCode',
  'isOpenSource',
  'isUnclassified',
  'isVirtual',
  'isWithinLimit',
  'isOwnDepartment',
  'isMaintained',
] as const
export type Criterion = (typeof criteria)[number]
/** Null: not known. */
export type Answers = Readonly<Record<Criterion, boolean | null>>
export const answersOf = (answerTo: (criterion: Criterion) => boolean | null): Answers => ({
  isCode: answerTo('isCode'),
  isOpenSource: answerTo('isOpenSource'),
  isUnclassified: answerTo('isUnclassified'),
  isVirtual: answerTo('isVirtual'),
  isWithinLimit: answerTo('isWithinLimit'),
  isOwnDepartment: answerTo('isOwnDepartment'),
  isMaintained: answerTo('isMaintained'),
})

/** The client's own answers, from the facts of the record: the row holds what the program found since. */
export const declaredOf = (facts: Readonly<Record<string, unknown>>): Answers =>
  answersOf((criterion) => {
    const answer = facts[criterion]
    return typeof answer === 'boolean' ? answer : null
  })

/** Why a request is declined, and the criterion that then is not met; a reason without one may meet them all. */
export const declineReasons = {
  other_department: 'isOwnDepartment',
  not_code: 'isCode',
  over_limit: 'isWithinLimit',
  classified: 'isUnclassified',
  not_open_source: 'isOpenSource',
  not_virtual: 'isVirtual',
  no_maintainer: 'isMaintained',
  staffing: null,
  other: null,
} as const satisfies Record<string, Criterion | null>
export type DeclineReason = keyof typeof declineReasons
export const isDeclineReason = (code: string): code is DeclineReason => Object.hasOwn(declineReasons, code)
export const withdrawReasons = ['by_client', 'no_reply'] as const
export type WithdrawReason = (typeof withdrawReasons)[number]

/** What a client asks for, as the form gives it. */
export type Need = {
  readonly subject: string
  readonly team: string
  /** Is the team in the branch that runs the program? Its share of requests is measured. */
  readonly homeBranch: boolean
  /** The language of our replies. */
  readonly language: Language
  /** Markdown. */
  readonly need: string
  readonly answers: Answers
  /** Who will review, merge and maintain the code; empty when nobody is known yet. */
  readonly maintainer: string
  readonly estimate: Cents | null
  /** What was answered on the page that compares the options; null for who did not pass there. */
  readonly options?: OptionAnswers | null
  /** What the need was started from: an issue, a template, an earlier statement. */
  readonly importId?: string | null
}

export type Screening = {
  readonly at: Date
  readonly by: string
  readonly meetsCriteria: boolean
  readonly reply: string
}
export type Go = { readonly said: 'go' | 'no_go'; readonly by: string; readonly at: Date; readonly reason: string }

type Common = Need & {
  readonly options: OptionAnswers | null
  readonly importId: string | null
  readonly id: string
  readonly departmentId: string
  /** `2026-014`: the fourteenth file of the fiscal year that begins in 2026. */
  readonly number: string
  readonly clientId: string
  readonly receivedAt: Date
}
export type ReceivedRequest = Common & { readonly state: 'received' }
export type AcceptedRequest = Common & {
  readonly state: 'accepted'
  readonly screening: Screening
  readonly go: Go | null
}
export type DeclinedRequest = Common & {
  readonly state: 'declined'
  readonly screening: Screening
  readonly reason: DeclineReason
  /** The department that the client was sent to, when the need is that of another. */
  readonly referredTo: string | null
  /** The same, when it is on this installation: its program team has the need as a task. */
  readonly referredDepartmentId: string | null
  readonly endedAt: Date
}
export type WithdrawnRequest = Common & {
  readonly state: 'withdrawn'
  readonly screening: Screening | null
  readonly go: Go | null
  readonly reason: WithdrawReason
  readonly endedAt: Date
}
export type ClientRequest = ReceivedRequest | AcceptedRequest | DeclinedRequest | WithdrawnRequest

/** What a person of the program says of a request: does it meet the criteria, and, apart from that, what becomes of it. */
export type Verdict = {
  readonly answers: Answers
  readonly meetsCriteria: boolean
  /** What the client reads; empty for the text drafted for this outcome. */
  readonly reply: string
  /** Who will review, merge and maintain the code, as the program found; absent for what the client said. */
  readonly maintainer?: string
} & (
  | { readonly outcome: 'accept' }
  | {
      readonly outcome: 'decline'
      readonly reason: DeclineReason
      readonly referredTo: string
      readonly referredDepartmentId?: string | null
    }
)

/** How alike two subjects are before the screener is shown both; less is enough within one team. From 0 to 1. */
export const likeness = { anywhere: 0.45, withinTeam: 0.25 } as const

export type ReceiveRefusal = 'not_allowed' | 'maintainer_missing'
export type ScreenRefusal =
  | 'not_allowed'
  | 'own_request'
  | 'wrong_state'
  | 'criteria_contradict'
  | 'no_criterion_failed'
  | 'does_not_meet'
  | 'reason_contradicts'
  | 'maintainer_missing'
  | 'department_missing'
  | 'department_own'
  | 'reply_missing'
export type WithdrawRefusal = 'not_allowed' | 'wrong_state' | 'statement_started'
export type GoRefusal = 'not_allowed' | 'wrong_state' | 'already_go' | 'separation_of_duties' | 'reason_missing'
export type RequestRefusal = ReceiveRefusal | ScreenRefusal | WithdrawRefusal | GoRefusal | QuestionRefusal

/** One permission each: it shows the button and begins the rule. */
export const can = {
  ask: (actor: Actor) => holds(actor, 'client', 'program_team'),
  read: (actor: Actor, request: ClientRequest) =>
    worksOn(actor, request, 'program_team', 'procurement', 'observer') || isClient(actor, request),
  screen: (actor: Actor, request: ClientRequest) =>
    worksOn(actor, request, 'program_team') && requestLifecycle.allows(request, 'accept') && !isClient(actor, request),
  withdraw: (actor: Actor, request: ClientRequest) =>
    requestLifecycle.allows(request, 'withdraw') &&
    (worksOn(actor, request, 'program_team') || isClient(actor, request)),
  decideGo: (actor: Actor, request: ClientRequest) =>
    worksOn(actor, request, 'procurement') &&
    request.state === 'accepted' &&
    request.go?.said !== 'go' &&
    !isClient(actor, request),
  /** Writing may begin as soon as a request is accepted; its submission waits for the Go. */
  startStatement: (actor: Actor, request: ClientRequest) =>
    request.state === 'accepted' &&
    request.go?.said !== 'no_go' &&
    (worksOn(actor, request, 'program_team') || isClient(actor, request)),
  question: (actor: Actor, request: ClientRequest) =>
    worksOn(actor, request, 'program_team') && isOpen(request) && !isClient(actor, request),
  answer: (actor: Actor, request: ClientRequest) => isOpen(request) && isClient(actor, request),
  seeFunnel: (actor: Actor) => holds(actor, 'program_team', 'procurement', 'observer', 'administrator'),
}

/** Clients ask; the program may write down a need that it was told of. Who says that somebody will maintain the code names them. */
export function receive(
  actor: Actor,
  need: Pick<Need, 'answers' | 'maintainer'>,
): Decision<{ clientId: string; departmentId: string }, ReceiveRefusal> {
  if (!holds(actor, 'client', 'program_team')) return no('not_allowed')
  if (need.answers.isMaintained && !need.maintainer) return no('maintainer_missing')

  return yes({ clientId: actor.id, departmentId: actor.departmentId })
}

export type Screened =
  | {
      readonly state: 'accepted'
      readonly reason: null
      readonly referredTo: null
      readonly referredDepartmentId: null
    }
  | {
      readonly state: 'declined'
      readonly reason: DeclineReason
      readonly referredTo: string | null
      readonly referredDepartmentId: string | null
    }

/**
 * The program answers each criterion, says whether the request meets them, and, apart from that, accepts or declines.
 * Nobody screens their own request. What is said must agree: no acceptance of what does not meet the criteria, and no
 * reason that an answer contradicts. A request can meet the criteria and still be declined.
 */
export function screen(request: ClientRequest, actor: Actor, verdict: Verdict): Decision<Screened, ScreenRefusal> {
  if (!worksOn(actor, request, 'program_team')) return no('not_allowed')
  if (isClient(actor, request)) return no('own_request')
  if (!requestLifecycle.allows(request, 'accept')) return no('wrong_state')

  const answered = criteria.map((criterion) => verdict.answers[criterion])
  if (verdict.meetsCriteria && answered.includes(false)) return no('criteria_contradict')
  if (verdict.answers.isMaintained && !(verdict.maintainer ?? request.maintainer)) return no('maintainer_missing')
  if (verdict.outcome === 'accept') {
    if (!verdict.meetsCriteria) return no('does_not_meet')
    const state = requestLifecycle.after(request.state, 'accept')
    return yes({ state, reason: null, referredTo: null, referredDepartmentId: null })
  }

  const criterion = declineReasons[verdict.reason]
  if (criterion && (verdict.meetsCriteria || verdict.answers[criterion] === true)) return no('reason_contradicts')
  if (!verdict.meetsCriteria && answered.every((answer) => answer === true) && verdict.reason !== 'staffing')
    return no('no_criterion_failed')
  const elsewhere = verdict.reason === 'other_department'
  const { referredDepartmentId = null } = verdict
  if (elsewhere && !verdict.referredTo) return no('department_missing')
  if (elsewhere && referredDepartmentId === request.departmentId) return no('department_own')
  if (verdict.reason === 'other' && !verdict.reply) return no('reply_missing')

  return yes({
    state: requestLifecycle.after(request.state, 'decline'),
    reason: verdict.reason,
    referredTo: elsewhere ? verdict.referredTo : null,
    referredDepartmentId: elsewhere ? referredDepartmentId : null,
  })
}

/**
 * The client gives up, or does not answer any more; only the program can say the latter, or the clock of a question that
 * was reminded of in vain. Once a statement exists the
 * file is cancelled on its own page, so that nothing is left hanging.
 */
export function withdraw(
  request: ClientRequest,
  actor: Actor,
  reason: WithdrawReason,
  held: readonly HeldDuty[],
): Decision<{ state: 'withdrawn' }, WithdrawRefusal> {
  const mayWithdraw =
    worksOn(actor, request, 'program_team') ||
    (isClient(actor, request) && reason === 'by_client') ||
    (actor.kind === 'system' && reason === 'no_reply')
  if (!mayWithdraw) return no('not_allowed')
  if (!requestLifecycle.allows(request, 'withdraw')) return no('wrong_state')
  if (held.some(({ duty }) => duty === 'wrote_statement')) return no('statement_started')

  return yes({ state: requestLifecycle.after(request.state, 'withdraw') })
}

/**
 * Procurement says Go or no Go on an accepted request, never the person who asked. A refusal has a reason, and can
 * become a Go later; a Go stands.
 */
export function decideGo(
  request: ClientRequest,
  actor: Actor,
  said: Go['said'],
  reason: string,
  held: readonly HeldDuty[],
): Decision<{ said: Go['said']; by: string }, GoRefusal> {
  if (!worksOn(actor, request, 'procurement')) return no('not_allowed')
  if (request.state !== 'accepted') return no('wrong_state')
  if (request.go?.said === 'go') return no('already_go')
  const duty = mayTake('gave_go', actor.id, held)
  if (!duty.ok) return duty
  if (said === 'no_go' && !reason) return no('reason_missing')

  return yes({ said, by: actor.id })
}

const isOpen = (request: ClientRequest): boolean => request.state === 'received' || request.state === 'accepted'

/** Holds one of these roles in the department of the request. */
const worksOn = (actor: Actor, request: ClientRequest, ...roles: StaffRole[]): actor is Staff =>
  holds(actor, ...roles) && actor.departmentId === request.departmentId

const isClient = (actor: Actor, request: ClientRequest): boolean =>
  actor.kind === 'staff' && actor.id === request.clientId && actor.departmentId === request.departmentId
