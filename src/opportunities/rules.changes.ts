import { type HeldDuty, hasApplied, mayTake } from '../accounts/duties.ts'
import type { Actor } from '../accounts/rules.ts'
import type { Day } from '../platform/day.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Text } from '../platform/i18n.ts'
import { type Cents, cents } from '../platform/money.ts'
import { lifecycle, type StatesOf } from '../platform/states.ts'
import { dayOf } from '../platform/time.ts'
import { datesAfterAmendment } from '../policy/posting.ts'
import type { Policy } from '../policy/rules.ts'
import { type Change, criteriaLists, dayIn, hasMaterial, valueIn } from './rules.amended.ts'
import { fundsReach } from './rules.gates.ts'
import { mostRows } from './rules.limits.ts'
import { expectedValue } from './rules.readiness.ts'
import { can, type OpenOpportunity, type Opportunity, type Statement } from './rules.ts'

/** An amendment is drafted, decided on by procurement where it must be, then numbered and posted. */
export const amendmentLifecycle = lifecycle({
  drafted: { revise: 'drafted', submit: 'in_review', post: 'posted', discard: 'discarded' },
  in_review: { post: 'posted', return: 'returned', discard: 'discarded' },
  returned: { revise: 'drafted', discard: 'discarded' },
  posted: {},
  discarded: {},
})
export type AmendmentState = StatesOf<typeof amendmentLifecycle>

/** An amendment on its way: one at a time for each posting. */
export type Pending = {
  readonly id: string
  readonly state: 'drafted' | 'in_review' | 'returned'
  readonly reason: Text
  readonly changes: readonly Change[]
  readonly madeBy: string
  /** Everybody who put words into it. */
  readonly writers: readonly string[]
  readonly madeAt: Date
  readonly submittedAt: Date | null
  readonly returnedBecause: string
}

export type AmendRefusal =
  | 'not_allowed'
  | 'wrong_state'
  | 'already_closed'
  | 'stale'
  | 'reason_missing'
  | 'nothing_changed'
  | 'not_bilingual'
  | 'no_criteria_left'
  | 'too_many_criteria'
  | 'earlier_date'
  | 'dates_out_of_order'
  | 'above_limit'
  | 'above_commitment'
  | 'year_end_funds'
  | 'in_review_already'
  | 'procurement_decides'
  | 'separation_of_duties'
export type DecideRefusal =
  | 'not_allowed'
  | 'wrong_state'
  | 'already_closed'
  | 'reason_missing'
  | 'changed_meanwhile'
  | 'year_end_funds'
  | 'separation_of_duties'
export type DiscardRefusal = 'not_allowed' | 'wrong_state'

export type AmendFacts = {
  readonly pending: Pending | undefined
  readonly changes: readonly Change[]
  readonly reason: Text
  /** How many criteria of each kind the notice would have. */
  readonly criteria: { readonly work: number; readonly application: number }
  /** The version of the statement that the writer saw. */
  readonly seen: number
  readonly now: Date
  readonly policy: Policy
  /** What everybody did on the file; staff who applied are named. */
  readonly held: readonly HeldDuty[]
}

/**
 * A posted notice changes by a numbered amendment only, in both languages, with its reason, before closing; dates never
 * come earlier, the price stays within the limit and within what was committed, and the funds reach as far as the
 * delivery, also where the policy moves it. Nobody changes what they applied to.
 */
export function draft(
  opportunity: Opportunity,
  actor: Actor,
  facts: AmendFacts,
): Decision<OpenOpportunity, AmendRefusal> {
  const { pending, changes, reason, criteria, seen, now, policy, held } = facts
  if (!can.amend(actor, opportunity)) return no('not_allowed')
  if (opportunity.state !== 'open') return no('wrong_state')
  if (opportunity.closesAt <= now) return no('already_closed')
  if (hasApplied(actor.id, held)) return no('separation_of_duties')
  if (seen !== opportunity.version) return no('stale')
  if (pending && !amendmentLifecycle.allows(pending, 'revise')) return no('in_review_already')
  if (changes.length === 0) return no('nothing_changed')
  if (reason.en === '' || reason.fr === '') return no('reason_missing')
  if (changes.some(({ after }) => (after.en === '') !== (after.fr === ''))) return no('not_bilingual')
  if (changes.some(({ field, after }) => needsWords(field) && after.en === '')) return no('not_bilingual')
  if (criteria.work === 0 || criteria.application === 0) return no('no_criteria_left')
  if (criteria.work > mostRows.workCriteria || criteria.application > mostRows.applicationCriteria)
    return no('too_many_criteria')
  if (changes.some(isEarlier)) return no('earlier_date')
  const dates = datesWith(opportunity, changes)
  if (dates.selectionDay <= dayOf(opportunity.closesAt, policy.zone) || dates.deliveryDay <= dates.selectionDay)
    return no('dates_out_of_order')
  const value = expectedValue(policy, dayOf(now, policy.zone), priceWith(opportunity, changes))
  if (value > policy.limitIncludingTax) return no('above_limit')
  const { reservation } = opportunity.gates
  if (reservation && value > reservation.amount && priceWith(opportunity, changes) > opportunity.price)
    return no('above_commitment')
  if (!fundsReach(opportunity.gates, datesAfter(opportunity, changes, { now, policy }).deliveryDay))
    return no('year_end_funds')

  return yes(opportunity)
}

/** May this person post it at once? What is material takes two: one writes it, another decides, in procurement. */
export function postAtOnce(
  opportunity: Opportunity,
  actor: Actor,
  facts: AmendFacts,
): Decision<OpenOpportunity, AmendRefusal> {
  const decision = draft(opportunity, actor, facts)
  if (!decision.ok) return decision
  return hasMaterial(facts.changes) ? no('procurement_decides') : decision
}

/** What one page shows of an amendment: revised meanwhile, or another one, it has another mark. */
export const markOf = ({ id, madeAt }: Pick<Pending, 'id' | 'madeAt'>): string => `${id} ${madeAt.toISOString()}`

/**
 * Procurement decides on what was submitted, as the page showed it: it is posted, or goes back with a reason. As with the
 * statement, never whoever asked for the work or wrote any of it.
 */
export function decide(
  opportunity: Opportunity,
  actor: Actor,
  facts: {
    pending: Pending | undefined
    says: 'yes' | 'no'
    reason: string
    statement: Statement
    now: Date
    policy: Policy
    held: readonly HeldDuty[]
    /** The mark of what was read; without one, as in a command that nobody reads a page for, what stands was read. */
    seen?: string | undefined
  },
): Decision<{ opportunity: OpenOpportunity; pending: Pending }, DecideRefusal> {
  const { pending, says, reason, now, held, seen } = facts
  if (!can.decideAmendment(actor, opportunity)) return no('not_allowed')
  if (opportunity.state !== 'open') return no('wrong_state')
  if (!pending || !amendmentLifecycle.allows(pending, 'return')) return no('wrong_state')
  const duty = mayTake('approved_statement', actor.id, held)
  if (!duty.ok) return duty
  if (pending.writers.includes(actor.id)) return no('separation_of_duties')
  if (seen !== undefined && seen !== markOf(pending)) return no('changed_meanwhile')
  if (says === 'no') return reason === '' ? no('reason_missing') : yes({ opportunity, pending })
  if (opportunity.closesAt <= now) return no('already_closed')
  if (!stillFits(facts.statement, pending.changes)) return no('changed_meanwhile')
  const { deliveryDay } = datesAfter(opportunity, pending.changes, { now, policy: facts.policy })
  if (!fundsReach(opportunity.gates, deliveryDay)) return no('year_end_funds')

  return yes({ opportunity, pending })
}

/** Whoever may draft one may drop it, whatever became of the posting meanwhile. */
export function discard(
  opportunity: Opportunity,
  actor: Actor,
  pending: Pending | undefined,
): Decision<Pending, DiscardRefusal> {
  if (!can.amend(actor, opportunity)) return no('not_allowed')
  if (!pending) return no('wrong_state')

  return yes(pending)
}

/** Dates of a posting once an amendment is posted: moved later by policy when it is material and too little time is left. */
export function datesAfter(
  opportunity: OpenOpportunity,
  changes: readonly Change[],
  { now, policy }: { now: Date; policy: Policy },
): Dates {
  const dates = datesWith(opportunity, changes)
  return hasMaterial(changes) ? datesAfterAmendment(policy, now, dates) : dates
}

export type Dates = { readonly closesAt: Date; readonly selectionDay: Day; readonly deliveryDay: Day }

/** The changes of the three dates, where they move. */
export function dateChanges(before: Dates, after: Dates): Change[] {
  const same = (text: string): Text => ({ en: text, fr: text })
  const moved = (field: string, from: string, to: string): Change[] =>
    from === to ? [] : [{ field, before: same(from), after: same(to) }]
  return [
    ...moved('closesAt', before.closesAt.toISOString(), after.closesAt.toISOString()),
    ...moved('selectionDay', before.selectionDay, after.selectionDay),
    ...moved('deliveryDay', before.deliveryDay, after.deliveryDay),
  ]
}

const isDate = (field: string): boolean => field === 'selectionDay' || field === 'deliveryDay' || field === 'closesAt'
const isEarlier = ({ field, before, after }: Change): boolean => isDate(field) && after.en < before.en
/** A criterion without words is taken away; everything else that is a text keeps some. */
const needsWords = (field: string): boolean =>
  !['repository', 'hours', ...criteriaLists].includes(field.split(':')[0] ?? '')

const datesWith = (opportunity: OpenOpportunity, changes: readonly Change[]): Dates => ({
  closesAt: opportunity.closesAt,
  selectionDay: dayIn(changes, 'selectionDay') ?? opportunity.selectionDay,
  deliveryDay: dayIn(changes, 'deliveryDay') ?? opportunity.deliveryDay,
})

function priceWith(opportunity: OpenOpportunity, changes: readonly Change[]): Cents {
  const change = changes.find(({ field }) => field === 'price')
  return change ? cents(Number(change.after.en)) : opportunity.price
}

/** Does every text still stand as it did when the amendment was drafted? */
const stillFits = (statement: Statement, changes: readonly Change[]): boolean =>
  changes.every(({ field, before }) => {
    const now = valueIn(statement, field)
    return now.en === before.en && now.fr === before.fr
  })
