import { type HeldDuty, mayTake } from '../accounts/duties.ts'
import { type Actor, type Authority, authorityFor, holds, type Staff, type StaffRole } from '../accounts/rules.ts'
import type { AskedGate, SignRefusal } from '../opportunities/rules.gates.ts'
import { can as canOnFile, type Opportunity, type Signature } from '../opportunities/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'

type File = { readonly departmentId: string }
const inRole = (actor: Actor, { departmentId }: File, ...roles: StaffRole[]): actor is Staff =>
  holds(actor, ...roles) && actor.departmentId === departmentId

/** Who may do what around approvals; each shows its button and begins its rule. */
export const can = {
  /** The procurement partner looks at what was posted without them. */
  reviewLater: (actor: Actor, file: File): actor is Staff => inRole(actor, file, 'procurement'),
  releaseFunds: (actor: Actor, file: File): actor is Staff => inRole(actor, file, 'finance'),
  keepPapers: (actor: Actor): actor is Staff => holds(actor, 'administrator', 'program_team'),
  nameDelegate: (actor: Actor): actor is Staff => holds(actor, ...approverRoles),
}

/** Who reads the lists. */
export const delegationReaders = ['administrator', 'observer', 'program_team', 'finance'] as const
export const reviewReaders = ['procurement', 'program_team', 'observer', 'administrator'] as const
export const releaseReaders = ['finance', 'program_team', 'observer', 'administrator'] as const

/** Whoever may be waited for, and reminded. */
export const approverRoles = [
  'procurement',
  'section_32',
  'section_34',
  'finance',
  'program_team',
  'signatory',
] as const

/** Where a decision stands for whoever opens its page: theirs to take, or a sentence that says why not. */
export type Standing =
  | { readonly kind: 'yours' }
  | { readonly kind: 'decided'; readonly signed: Signature & { readonly actingFor?: string } }
  | { readonly kind: 'ended' }
  | { readonly kind: 'sent_back' }
  | { readonly kind: 'not_yours' }
  | { readonly kind: 'not_yet' }
  | { readonly kind: 'barred'; readonly because: Barred }
export type Barred = Extract<SignRefusal, 'separation_of_duties' | 'no_delegation' | 'delegation_too_low'>

export type StandingFacts = {
  readonly approval: 'before' | 'after'
  readonly held: readonly HeldDuty[]
  /** The section 32 authorities of this person today. */
  readonly authorities: readonly Authority[]
  /** The full expected value, tax included; null while there is no price. */
  readonly value: number | null
}

/**
 * Links are forwarded, pages grow old, people change roles: whoever opens the page of a decision is told where it
 * stands. The commands ask the same again at the moment of the act.
 */
export function standing(opportunity: Opportunity, actor: Actor, gate: AskedGate, facts: StandingFacts): Standing {
  const { gates, state } = opportunity
  const signed = gates[gate]
  if (signed) return { kind: 'decided', signed }
  if ('endedAt' in opportunity) return { kind: 'ended' }
  if (state === 'draft') return { kind: 'sent_back' }
  if (!isTheirs(opportunity, actor, gate, facts.approval)) return { kind: 'not_yours' }
  const because = barred(actor, gate, facts)
  if (because) return { kind: 'barred', because }
  return isDue(opportunity, gate) ? { kind: 'yours' } : { kind: 'not_yet' }
}

/** What keeps this person from a decision that is their role's. */
function barred(actor: Staff, gate: AskedGate, { held, authorities, value }: StandingFacts): Barred | undefined {
  if (gate === 'reservation') return undefined
  const duty = gate === 'statement' ? 'approved_statement' : 'signed_32'
  const authority = gate === 's32' ? authorityFor(authorities, value ?? 0) : undefined
  const people = [actor.id, authority?.actingFor ?? actor.id]
  if (!people.every((person) => mayTake(duty, person, held).ok)) return 'separation_of_duties'
  if (gate === 'statement') return undefined
  if (!authority) return 'no_delegation'
  return authority.limit !== null && value !== null && authority.limit < value ? 'delegation_too_low' : undefined
}

function isTheirs(
  opportunity: Opportunity,
  actor: Actor,
  gate: AskedGate,
  approval: 'before' | 'after',
): actor is Staff {
  if (gate === 'statement') return canOnFile.approve(actor, opportunity, approval)
  return gate === 's32' ? canOnFile.signCommitment(actor, opportunity) : canOnFile.reserveFunds(actor, opportunity)
}

/** Has everything happened that this decision waits for? */
function isDue({ state, gates }: Opportunity, gate: AskedGate): boolean {
  if (gate === 'statement') return state === 'in_review'
  if (state !== 'in_approval') return false
  return gate === 's32' ? gates.pif !== null : gates.sentToFinanceAt !== null
}

/** Since when a gate waits for its approver; nothing when it does not, so that nobody is reminded in vain. */
export function askedSince(opportunity: Opportunity, gate: AskedGate): Date | undefined {
  const { gates } = opportunity
  if (gates[gate] || !isDue(opportunity, gate)) return undefined
  if (gate === 'reservation') return gates.sentToFinanceAt ?? undefined
  if (gate === 'statement') return 'submittedAt' in opportunity ? opportunity.submittedAt : undefined
  const times = [gates.statement, gates.pif].flatMap((signed) => (signed ? [signed.at.getTime()] : []))
  return times.length === 0 ? undefined : new Date(Math.max(...times))
}

export type ReviewRefusal =
  | 'not_allowed'
  | 'separation_of_duties'
  | 'not_posted'
  | 'approved_before'
  | 'already_reviewed'
  | 'note_missing'
export type LaterOutcome = 'approved' | 'concern'

/**
 * Where the policy looks afterwards, the procurement partner reads what was posted and approves it or raises a concern
 * with its reasons; never the person who asked for it, and once (mission M6).
 */
export function reviewLater(
  opportunity: Opportunity,
  actor: Actor,
  facts: {
    approvedBefore: boolean
    reviewed: boolean
    held: readonly HeldDuty[]
    outcome: LaterOutcome
    note: string
  },
): Decision<LaterOutcome, ReviewRefusal> {
  if (!can.reviewLater(actor, opportunity)) return no('not_allowed')
  if (!('publishedAt' in opportunity) || opportunity.publishedAt === null) return no('not_posted')
  if (facts.approvedBefore) return no('approved_before')
  if (facts.reviewed) return no('already_reviewed')
  const duty = mayTake('approved_statement', actor.id, facts.held)
  if (!duty.ok) return duty
  if (facts.outcome === 'concern' && facts.note === '') return no('note_missing')

  return yes(facts.outcome)
}

export type ReleaseRefusal = 'not_allowed' | 'nothing_to_release' | 'already_released'

/** Finance sets funds free that no payment will use: of a file that ended, or under a number that another one replaced. */
export function releaseFunds(
  reservation: { readonly departmentId: string; readonly released: boolean; readonly inUse: boolean } | undefined,
  actor: Actor,
): Decision<true, ReleaseRefusal> {
  if (!reservation) return no('nothing_to_release')
  if (!can.releaseFunds(actor, reservation)) return no('not_allowed')
  if (reservation.released) return no('already_released')
  if (reservation.inUse) return no('nothing_to_release')

  return yes(true)
}
