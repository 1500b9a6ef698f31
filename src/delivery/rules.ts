import { type HeldDuty, mayTake } from '../accounts/duties.ts'
import { type Actor, holds, type Staff, type StaffRole, type Supplier } from '../accounts/rules.ts'
import { type AcceptedOffer, lacksSignOff, type Offer } from '../awards/rules.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import type { Day } from '../platform/day.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language } from '../platform/i18n.ts'
import { type Cents, cents } from '../platform/money.ts'
import { lifecycle, type StatesOf } from '../platform/states.ts'

/** From both signatures to the acceptance of the work, or to an early end. */
export const contractLifecycle = lifecycle({
  in_progress: { deliver: 'delivered', terminate: 'terminated' },
  delivered: { accept: 'accepted', ask_revision: 'revision_asked', terminate: 'terminated' },
  revision_asked: { deliver: 'delivered', terminate: 'terminated' },
  accepted: {},
  terminated: {},
})
export type ContractState = StatesOf<typeof contractLifecycle>

export const terminationKinds = ['default', 'convenience'] as const
export type TerminationKind = (typeof terminationKinds)[number]
export type Termination = {
  readonly kind: TerminationKind
  readonly because: string
  readonly at: Date
  readonly by: string
  /** The share of the work that is paid, in percent: for convenience only. */
  readonly percentage: number | null
}

type Common = {
  /** That of the offer that it fulfils. */
  readonly id: string
  readonly departmentId: string
  readonly opportunityId: string
  readonly applicationId: string
  readonly supplierId: string
  /** The language of the supplier’s application: that of our letters. */
  readonly language: Language
  readonly price: Cents
  readonly deliveryDay: Day
  readonly startedAt: Date
  readonly lateAskedAt: Date | null
  readonly unable: { readonly at: Date; readonly because: string } | null
}
export type RunningContract = Common & { readonly state: 'in_progress' | 'delivered' | 'revision_asked' }
export type AcceptedContract = Common & { readonly state: 'accepted'; readonly acceptedAt: Date }
export type TerminatedContract = Common & { readonly state: 'terminated'; readonly termination: Termination }
export type Contract = RunningContract | AcceptedContract | TerminatedContract

/** What is to be paid, before tax: the price when accepted, a share after a termination for convenience, else nothing. */
export function payableOf(contract: Contract): Cents {
  if (contract.state === 'accepted') return contract.price
  if (contract.state !== 'terminated') return cents(0)
  return cents(Math.round((contract.price * (contract.termination.percentage ?? 0)) / 100))
}

type File = Pick<Opportunity, 'departmentId' | 'clientId'>
const inRole = (actor: Actor, file: File, ...roles: StaffRole[]): actor is Staff =>
  holds(actor, ...roles) && actor.departmentId === file.departmentId
const isClient = (actor: Actor, file: File): actor is Staff =>
  inRole(actor, file, 'client') && actor.id === file.clientId

/** Who may do what; state is the lifecycle’s business. */
export const can = {
  /** The supplier’s own contract. */
  work: (actor: Actor, contract: Pick<Contract, 'supplierId'>): actor is Supplier =>
    actor.kind === 'supplier' && actor.id === contract.supplierId,
  /** The client whose need it is, or the program team. */
  decideWork: (actor: Actor, file: File): actor is Staff =>
    isClient(actor, file) || inRole(actor, file, 'program_team'),
  askAboutLateness: (actor: Actor, file: File): boolean => actor.kind === 'system' || can.decideWork(actor, file),
  decideExtension: (actor: Actor, file: File): actor is Staff => inRole(actor, file, 'program_team', 'signatory'),
  decideNext: (actor: Actor, file: File): actor is Staff => inRole(actor, file, 'program_team'),
}

export type CountersignRefusal =
  | 'not_allowed'
  | 'is_requester'
  | 'not_accepted'
  | 'wrong_state'
  | 'sign_off_missing'
  | 'no_delegation'
  | 'over_delegation'
  | 'separation_of_duties'

/** Up to how much somebody signs for Canada today: null for no limit, undefined for no delegation. */
export type Delegation = number | null | undefined

/**
 * Canada’s signatory signs after the supplier and before any work, within a delegation that is valid today and covers
 * the price with tax. Whoever asked for the work does not sign for it. Source: mission M17, M18; rules, Authority.
 */
export function countersign(
  offer: Offer,
  {
    actor,
    opportunity,
    publicServant,
    withTax,
    delegation,
    held,
  }: {
    actor: Actor
    opportunity: Opportunity
    publicServant: boolean
    withTax: Cents
    delegation: Delegation
    held: readonly HeldDuty[]
  },
): Decision<{ offer: AcceptedOffer; by: string }, CountersignRefusal> {
  const may = maySign(actor, { opportunity, amount: withTax, delegation, held })
  if (!may.ok) return may
  if (offer.state !== 'accepted') return no('not_accepted')
  if (opportunity.state !== 'offering') return no('wrong_state')
  if (lacksSignOff(offer, publicServant)) return no('sign_off_missing')

  return yes({ offer, by: may.value })
}

export type SignRefusal = 'not_allowed' | 'is_requester' | 'no_delegation' | 'over_delegation' | 'separation_of_duties'

/** Who signs for Canada, and up to how much. */
export function maySign(
  actor: Actor,
  {
    opportunity,
    amount,
    delegation,
    held,
  }: { opportunity: File; amount: Cents; delegation: Delegation; held: readonly HeldDuty[] },
): Decision<string, SignRefusal> {
  if (!inRole(actor, opportunity, 'signatory')) return no('not_allowed')
  if (actor.id === opportunity.clientId) return no('is_requester')
  if (delegation === undefined) return no('no_delegation')
  if (delegation !== null && amount > delegation) return no('over_delegation')
  if (!mayTake('signed_terms', actor.id, held).ok) return no('separation_of_duties')

  return yes(actor.id)
}

export type DeliverRefusal = 'not_allowed' | 'wrong_state'

/** A supplier delivers, and delivers again when a revision was asked. Late work can still be delivered. */
export function deliver(contract: Contract, actor: Actor): Decision<RunningContract, DeliverRefusal> {
  if (!can.work(actor, contract)) return no('not_allowed')
  if (!contractLifecycle.allows(contract, 'deliver')) return no('wrong_state')

  return yes(contract)
}

export type Mark = { readonly criterionId: string; readonly met: boolean; readonly comment: string }
export type DecideWorkRefusal =
  | 'not_allowed'
  | 'wrong_state'
  | 'marks_incomplete'
  | 'comment_missing'
  | 'new_date_missing'
  | 'new_date_past'
  | 'separation_of_duties'
export type WorkDecision =
  | { readonly answer: 'accepted' }
  | { readonly answer: 'revision_asked'; readonly deliveryDay: Day }

/**
 * Work is checked against its acceptance criteria and nothing else: all met, it is accepted; else the supplier is told
 * which are not and why, and gets a new date. Source: mission M20.
 */
export function decideWork(
  contract: Contract,
  {
    actor,
    opportunity,
    criteria,
    marks,
    newDay,
    today,
    held,
  }: {
    actor: Actor
    opportunity: File
    criteria: readonly string[]
    marks: readonly Mark[]
    newDay: Day | null
    today: Day
    held: readonly HeldDuty[]
  },
): Decision<WorkDecision & { by: string }, DecideWorkRefusal> {
  if (!can.decideWork(actor, opportunity)) return no('not_allowed')
  if (!contractLifecycle.allows(contract, 'accept')) return no('wrong_state')
  const marked = new Set(marks.map(({ criterionId }) => criterionId))
  if (marked.size !== criteria.length || criteria.some((id) => !marked.has(id))) return no('marks_incomplete')
  if (marks.some(({ met, comment }) => !met && comment.trim() === '')) return no('comment_missing')
  if (marks.every(({ met }) => met)) {
    if (!mayTake('accepted_work', actor.id, held).ok) return no('separation_of_duties')
    return yes({ answer: 'accepted', by: actor.id })
  }
  if (newDay === null) return no('new_date_missing')
  if (newDay <= today) return no('new_date_past')

  return yes({ answer: 'revision_asked', deliveryDay: newDay, by: actor.id })
}
