import { type HeldDuty, mayTake } from '../accounts/duties.ts'
import type { Actor, Staff } from '../accounts/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Cents } from '../platform/money.ts'
import { lifecycle, type StatesOf } from '../platform/states.ts'
import type { Bunching } from './rules.bunching.ts'
import type { Hit, Rule } from './rules.compare.ts'

/**
 * From a finding to a decision. What no longer holds lapses by itself; what was explained opens again only when a file
 * joins or the sum grows; procurement may think again about what it stopped.
 */
export const flagLifecycle = lifecycle({
  raised: { explain: 'explained', merge: 'merged', stop: 'stopped', lapse: 'lapsed' },
  explained: { reopen: 'raised' },
  merged: { explain: 'explained', stop: 'stopped', lapse: 'lapsed' },
  stopped: { explain: 'explained', merge: 'merged', lapse: 'lapsed' },
  lapsed: { reopen: 'raised' },
})
export type FlagState = StatesOf<typeof flagLifecycle>
export const decisions = ['explain', 'merge', 'stop'] as const
export type FlagDecision = (typeof decisions)[number]

/** What a rule does to a file: stops its posting until procurement decides, asks for a look, or only informs. */
export const effects: Readonly<Record<Rule, 'stops' | 'review' | 'information'>> = {
  S1: 'stops',
  S2: 'review',
  S3: 'review',
  S4: 'review',
  S5: 'review',
  S6: 'information',
}

/** When the rules were asked. */
export const occasions = ['save', 'submission', 'publication', 'award', 'amendment', 'night'] as const
export type Occasion = (typeof occasions)[number]

export type Found = Hit | { readonly rule: 'S6'; readonly bunching: Bunching }

/** What a decision was about: later files and larger sums were no part of it. */
export type Decided = {
  readonly decision: FlagDecision
  readonly rationale: string
  readonly by: string
  readonly at: Date
  readonly sum: Cents
  readonly members: readonly string[]
}

export type Flag = {
  readonly id: string
  readonly departmentId: string
  /** None for S6, which is about the department. */
  readonly opportunityId: string | null
  readonly rule: Rule
  readonly state: FlagState
  readonly version: number
  readonly occasion: Occasion
  readonly raisedAt: Date
  /** When procurement was written to; null while somebody is still writing the draft. */
  readonly toldAt: Date | null
  readonly sum: Cents
  readonly limit: Cents
  /** The file and those it was compared with. */
  readonly members: readonly string[]
  readonly found: Found
  /** The newest decision, if there was one. */
  readonly decided: Decided | null
}

/** Who sees flags, and who decides them. */
export const can = {
  list: (actor: Actor): actor is Staff => inRole(actor, 'program_team', 'procurement', 'observer'),
  decide: (actor: Actor, flag: { readonly departmentId: string }): actor is Staff =>
    inRole(actor, 'procurement') && actor.departmentId === flag.departmentId,
}

export type DecideRefusal =
  | 'not_allowed'
  | 'wrong_state'
  | 'separation_of_duties'
  | 'changed_meanwhile'
  | 'rationale_missing'

/**
 * Procurement decides, with a rationale, whether a finding is one need cut up: never about a file that they asked for, or
 * one that is compared with theirs. Source: mission M3; a second unplanned bug is not splitting.
 */
export function decide(
  flag: Flag,
  actor: Actor,
  facts: {
    decision: FlagDecision
    rationale: string
    /** The version of the finding that the person read. */
    seen: number
    held: readonly HeldDuty[]
    /** Clients of the file and of those it was compared with. */
    owners: readonly string[]
  },
): Decision<{ state: FlagState; by: string }, DecideRefusal> {
  if (!can.decide(actor, flag)) return no('not_allowed')
  const duty = mayTake('decided_splitting', actor.id, facts.held)
  if (!duty.ok) return duty
  if (facts.owners.includes(actor.id)) return no('separation_of_duties')
  const state = stateAfter(flag.state, facts.decision)
  if (!state) return no('wrong_state')
  if (facts.seen !== flag.version) return no('changed_meanwhile')
  if (facts.rationale === '') return no('rationale_missing')

  return yes({ state, by: actor.id })
}

/** Decisions that can be taken on a flag as it is. */
export const decisionsOn = ({ state }: Pick<Flag, 'state'>): readonly FlagDecision[] =>
  decisions.filter((decision) => stateAfter(state, decision) !== undefined)

/** Does this flag keep its file from being posted? S1 until it is explained; any rule once procurement says so. */
export const bars = ({ rule, state }: Pick<Flag, 'rule' | 'state'>): boolean =>
  state === 'merged' || state === 'stopped' || (state === 'raised' && effects[rule] === 'stops')

export type SplittingGate = 'splitting_undecided' | 'splitting_to_merge' | 'splitting_stopped'

/** A file is posted when nothing bars it: what was found is explained, or no longer there. */
export function allow(flags: readonly Flag[]): Decision<true, SplittingGate> {
  if (flags.some(({ state }) => state === 'stopped')) return no('splitting_stopped')
  if (flags.some(({ state }) => state === 'merged')) return no('splitting_to_merge')
  if (flags.some(bars)) return no('splitting_undecided')

  return yes(true)
}

/** Is this a finding that nobody has decided on and somebody must? */
export const isUndecided = ({ rule, state }: Pick<Flag, 'rule' | 'state'>): boolean =>
  state === 'raised' && effects[rule] !== 'information'

/** Did a file join, or the sum grow, since that decision? */
export const hasGrown = (
  { sum, members }: { readonly sum: Cents; readonly members: readonly string[] },
  decided: Pick<Decided, 'sum' | 'members'>,
): boolean => sum > decided.sum || members.some((member) => !decided.members.includes(member))

export const membersOf = ({ id, compared }: Hit): readonly string[] => [id, ...compared.map((other) => other.id)]

/** What becomes of a file's finding, given its flag of that rule so far and the other flags of the department. */
export type Settling =
  | { readonly does: 'raise'; readonly hit: Hit }
  | { readonly does: 'reopen' | 'update'; readonly flag: Flag; readonly hit: Hit }
  | { readonly does: 'lapse'; readonly flag: Flag }

/**
 * One finding is told once: what an explanation covers stays closed, and a finding to review is not raised again for each
 * of the files in it. A bar to posting is raised for every file that it stops.
 */
export function settle(hit: Hit | undefined, flag: Flag | undefined, others: readonly Flag[]): Settling | undefined {
  if (!hit) return flag && isOpen(flag) ? { does: 'lapse', flag } : undefined
  const found = { sum: hit.sum, members: membersOf(hit) }
  if (flag && isOpen(flag)) return { does: 'update', flag, hit }
  if (flag?.state === 'explained' && flag.decided && !hasGrown(found, flag.decided)) return undefined
  if (others.some((other) => covers(other, hit.rule, found))) return undefined
  return flag ? { does: 'reopen', flag, hit } : { does: 'raise', hit }
}

/** Another file's flag already says the same: explained for all of these files, or to be reviewed with all of them. */
function covers(other: Flag, rule: Rule, found: { sum: Cents; members: readonly string[] }): boolean {
  if (other.rule !== rule) return false
  if (other.state === 'explained') return other.decided !== null && !hasGrown(found, other.decided)
  return effects[rule] === 'review' && isOpen(other) && !hasGrown(found, other)
}

/** Something still has to happen: a decision, or a change of the files. */
const isOpen = ({ state }: Pick<Flag, 'state'>): boolean =>
  state === 'raised' || state === 'merged' || state === 'stopped'

const inRole = (actor: Actor, ...roles: Staff['roles'][number][]): actor is Staff =>
  actor.kind === 'staff' && roles.some((role) => actor.roles.includes(role))

function stateAfter(state: FlagState, decision: FlagDecision): FlagState | undefined {
  const actions: Partial<Record<string, FlagState>> = flagLifecycle.table[state]
  return actions[decision]
}
