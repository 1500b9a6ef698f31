import type { Actor, Staff, StaffRole } from '../accounts/rules.ts'
import type { Day } from '../platform/day.ts'
import type { Language, Text } from '../platform/i18n.ts'
import type { Cents } from '../platform/money.ts'
import { lifecycle, type StatesOf } from '../platform/states.ts'

/** From a draft to the payment: one table. A file that ends early says why. */
export const opportunityLifecycle = lifecycle({
  draft: { submit: 'in_review', cancel: 'cancelled' },
  in_review: { approve: 'in_approval', return: 'draft', cancel: 'cancelled' },
  in_approval: { ready: 'ready', return: 'draft', cancel: 'cancelled' },
  ready: { publish: 'open', return: 'draft', cancel: 'cancelled' },
  open: { close: 'closed', hold: 'held', withdraw: 'withdrawn', cancel: 'cancelled' },
  held: { extend: 'open', close: 'closed', withdraw: 'withdrawn', cancel: 'cancelled' },
  closed: { start_evaluation: 'evaluating', fail: 'unsuccessful', withdraw: 'withdrawn', cancel: 'cancelled' },
  evaluating: { lock: 'locked', fail: 'unsuccessful', withdraw: 'withdrawn', cancel: 'cancelled' },
  locked: { draw: 'drawn', fail: 'unsuccessful', withdraw: 'withdrawn', cancel: 'cancelled' },
  drawn: { offer: 'offering', fail: 'unsuccessful', withdraw: 'withdrawn', cancel: 'cancelled' },
  offering: { award: 'awarded', fail: 'unsuccessful', withdraw: 'withdrawn', cancel: 'cancelled' },
  awarded: { complete: 'completed', default: 'offering', fail: 'unsuccessful' },
  completed: {},
  unsuccessful: {},
  cancelled: {},
  withdrawn: {},
})
export type OpportunityState = StatesOf<typeof opportunityLifecycle>
type Table = (typeof opportunityLifecycle)['table']
export type OpportunityAction = { [S in keyof Table]: keyof Table[S] & string }[keyof Table]

/** Work acceptance criteria (W1, T1) and application evaluation criteria (E1, C1). */
export type CriterionKind = 'work' | 'application'
export type Criterion = {
  readonly id: string
  readonly kind: CriterionKind
  /** From 1. */
  readonly position: number
  readonly text: Text
}

/** One row of a list of the statement. Its id survives every save, so that a comment or a translation may refer to it. */
export type Row = Text & {
  readonly id?: string
  /** The number that a criterion keeps for good once it is posted: W2 stays W2 when W1 is taken away. */
  readonly position?: number
}

/** What the client provides, and by when. */
export type Provision = { readonly id?: string; readonly text: Text; readonly dueDay: Day | null }

export type Repository = { readonly kind: 'department' | 'supplier' | null; readonly url: string }

/** What the client declares before anything is posted (mission M5). */
export type Declared = {
  readonly standalone: boolean
  readonly noCapacity: boolean
  readonly unclassified: boolean
}

/** The words and facts of the statement that stand in one row; lists are in `Statement`. */
export type StatementFields = {
  readonly title: Text
  readonly teaser: Text
  readonly team: Text
  readonly background: Text
  readonly work: Text
  /** An SPDX identifier. */
  readonly licence: string
  readonly repository: Repository
  /** People will use what is built: accessibility applies. */
  readonly hasInterface: boolean
  readonly hours: number | null
  readonly declared: Declared
}

/** When and for how much; each may be missing in a draft. */
export type Planned = {
  readonly price: Cents | null
  readonly closesAt: Date | null
  readonly selectionDay: Day | null
  readonly deliveryDay: Day | null
}

/** All that a statement says, as the builder, the readiness check and the public page know it. */
export type Statement = StatementFields &
  Planned & {
    readonly skills: readonly Row[]
    readonly workCriteria: readonly Row[]
    readonly applicationCriteria: readonly Row[]
    readonly provisions: readonly Provision[]
  }

export type Signature = { readonly by: string; readonly at: Date }

/** How the budget of a client outside the home branch is settled (mission M6). */
export type BudgetKind = 'transfer' | 'risk_agreement'
export type Budget = Signature & { readonly kind: BudgetKind; readonly reference: string }

/** What must be done before posting, each by somebody. A return to draft clears all of it but the budget. */
export type Gates = {
  readonly statement: Signature | null
  readonly pif: Signature | null
  readonly budget: Budget | 'not_needed' | null
  /** `actingFor` is the person in whose place it was signed; absent when it was signed in one’s own name. */
  readonly s32: (Signature & { readonly actingFor?: string }) | null
  readonly sentToFinanceAt: Date | null
  readonly reservation:
    | (Signature & { number: string; fiscalYear: number; amount: Cents; payableAtYearEnd: boolean })
    | null
  readonly translation: Signature | null
}

export type Outcome = 'delivered' | 'ended_without_delivery' | 'none_applied' | 'none_passed' | 'none_accepted'

type Common = StatementFields & {
  readonly id: string
  readonly departmentId: string
  /** The request that opened the file: `fileId` of the history. */
  readonly requestId: string
  readonly posting: number
  readonly number: string
  readonly slug: string
  readonly version: number
  readonly clientId: string
  readonly sourceLanguage: Language
  readonly gates: Gates
  readonly repostedFrom: string | null
  /** Drawn at submission for the sample that procurement approves; null before. */
  readonly sample: { readonly drawn: number; readonly key: string } | null
  readonly outcome: Outcome | null
}
type Submitted = Planned & { readonly submittedAt: Date; readonly statementDigest: Buffer }
type Posted = {
  readonly price: Cents
  readonly closesAt: Date
  readonly selectionDay: Day
  readonly deliveryDay: Day
  readonly publishedAt: Date
}
type Closed = Posted & { readonly closedAt: Date; readonly evaluationStartedAt: Date | null }
type Ended = Planned & {
  readonly endedAt: Date
  readonly endedBecause: string
  /** Said to the public, when it was posted. */
  readonly publicReason: Text
  readonly publishedAt: Date | null
  readonly closedAt: Date | null
}

/** Each state has only its own facts. */
export type Draft = Common & Planned & { readonly state: 'draft'; readonly returnedBecause: string }
export type InReview = Common & Submitted & { readonly state: 'in_review' | 'in_approval' | 'ready' }
export type OpenOpportunity = Common & Posted & { readonly state: 'open' }
/** Past its instant, at which the site was away: somebody decides whether the closing moves before anything is opened. */
export type HeldOpportunity = Common & Posted & { readonly state: 'held' }
export type ClosedOpportunity = Common &
  Closed & {
    readonly state: 'closed' | 'evaluating' | 'locked' | 'drawn' | 'offering' | 'awarded' | 'completed'
  }
export type EndedOpportunity = Common & Ended & { readonly state: 'unsuccessful' | 'cancelled' | 'withdrawn' }
export type Opportunity = Draft | InReview | OpenOpportunity | HeldOpportunity | ClosedOpportunity | EndedOpportunity
export type PostedOpportunity = OpenOpportunity | HeldOpportunity | ClosedOpportunity

/** Was it ever posted, and does it still run or did it run to its end? Narrows to the facts of a posting. */
export const isPosted = (opportunity: Opportunity): opportunity is PostedOpportunity =>
  'evaluationStartedAt' in opportunity || opportunity.state === 'open' || opportunity.state === 'held'

/** A number changes at a later posting of the same need: 2026-014, then 2026-014-2. */
export const numberOfPosting = (requestNumber: string, posting: number): string =>
  posting === 1 ? requestNumber : `${requestNumber}-${posting}`

/** Words of a title as an address, at most 60 letters: `fix-a-keyboard-trap`. Empty when nothing is left. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (words.length <= 60) return words
  const cut = words.slice(0, 61)
  return cut.slice(0, cut.includes('-') ? cut.lastIndexOf('-') : 60)
}

type File = { readonly departmentId: string; readonly clientId: string }

/** The client whose need it is, or the department's program team. */
const writes = (actor: Actor, file: File): actor is Staff =>
  inDepartment(actor, file) &&
  (actor.roles.includes('program_team') || (actor.roles.includes('client') && actor.id === file.clientId))

/** The department’s program team; or the client, while their own draft was never submitted and binds nobody. */
const cancels = (actor: Actor, opportunity: Opportunity): actor is Staff => {
  if (inRole(actor, opportunity, 'program_team')) return true
  const bindsNobody = opportunity.state === 'draft' && opportunity.returnedBecause === ''
  return bindsNobody && writes(actor, opportunity)
}

const inDepartment = (actor: Actor, file: File): actor is Staff =>
  actor.kind === 'staff' && actor.departmentId === file.departmentId

const inRole = (actor: Actor, file: File, ...roles: StaffRole[]): actor is Staff =>
  inDepartment(actor, file) && roles.some((role) => actor.roles.includes(role))

/** Who may read what a file was compared with. */
export const splittingReaders = ['client', 'program_team', 'procurement', 'section_32', 'observer'] as const

/** Who may do what: the same function hides the button and stops the hand. State is the lifecycle's business. */
export const can = {
  /** A client sees their own files; every other role sees the department's. */
  see: (actor: Actor, file: File): actor is Staff =>
    inDepartment(actor, file) && (actor.roles.some((role) => role !== 'client') || actor.id === file.clientId),
  write: writes,
  submit: writes,
  /** The program team or any approver sends it back with reasons. */
  return: (actor: Actor, file: File): actor is Staff =>
    inRole(actor, file, 'program_team', 'procurement', 'section_32', 'finance'),
  /** By policy the procurement partner before posting, else the program team. */
  approve: (actor: Actor, file: File, approval: 'before' | 'after'): actor is Staff =>
    approval === 'before' ? inRole(actor, file, 'procurement') : inRole(actor, file, 'procurement', 'program_team'),
  completePif: writes,
  signCommitment: (actor: Actor, file: File): actor is Staff => inRole(actor, file, 'section_32'),
  sendToFinance: writes,
  reserveFunds: (actor: Actor, file: File): actor is Staff => inRole(actor, file, 'finance'),
  arrangeBudget: (actor: Actor, file: File): actor is Staff => inRole(actor, file, 'finance', 'program_team'),
  translate: (actor: Actor, file: File): actor is Staff => inRole(actor, file, 'program_team'),
  reschedule: (actor: Actor, file: File): actor is Staff => inRole(actor, file, 'program_team'),
  extend: (actor: Actor, file: File): actor is Staff => inRole(actor, file, 'program_team'),
  amend: (actor: Actor, file: File): actor is Staff => inRole(actor, file, 'program_team', 'procurement'),
  decideAmendment: (actor: Actor, file: File): actor is Staff => inRole(actor, file, 'procurement'),
  end: (actor: Actor, file: File): actor is Staff => inRole(actor, file, 'program_team'),
  cancel: cancels,
  repost: writes,
  seeSplitting: (actor: Actor, file: File): actor is Staff => inRole(actor, file, ...splittingReaders),
}
