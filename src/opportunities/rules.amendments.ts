import { type HeldDuty, mayTake } from '../accounts/duties.ts'
import type { Actor } from '../accounts/rules.ts'
import type { Day } from '../platform/day.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Text } from '../platform/i18n.ts'
import { dayOf } from '../platform/time.ts'
import { marksOfReason } from './publicReason.ts'
import { fundsReach } from './rules.gates.ts'
import {
  can,
  type EndedOpportunity,
  type HeldOpportunity,
  type OpenOpportunity,
  type Opportunity,
  opportunityLifecycle,
} from './rules.ts'

export type ExtendRefusal =
  | 'not_allowed'
  | 'wrong_state'
  | 'already_closed'
  | 'reason_missing'
  | 'in_the_past'
  | 'not_later'
  | 'selection_before_closing'
  | 'delivery_before_selection'
  | 'year_end_funds'
  | 'reason_marked'
  | 'separation_of_duties'
export type EndRefusal =
  | 'not_allowed'
  | 'wrong_state'
  | 'reason_missing'
  | 'public_reason_missing'
  | 'reason_marked'
  | 'separation_of_duties'
export type RepostRefusal = 'not_allowed' | 'not_ended' | 'already_reposted'

export type NewDates = { readonly closesAt: Date; readonly selectionDay: Day; readonly deliveryDay: Day }

/**
 * Closing only ever moves later, by a numbered amendment with a reason in both languages, and before it came; after an outage that
 * covered it, while it is under review.
 * Selection and delivery move with it and never come earlier, and the funds reach as far as the delivery. Nobody moves the closing of what they applied to.
 */
export function extend(
  opportunity: Opportunity,
  actor: Actor,
  facts: NewDates & { reason: Text; now: Date; zone: string; held: readonly HeldDuty[]; review?: boolean },
): Decision<OpenOpportunity | HeldOpportunity, ExtendRefusal> {
  const { closesAt, selectionDay, deliveryDay, reason, now, zone, held, review = false } = facts
  if (!can.extend(actor, opportunity)) return no('not_allowed')
  if (opportunity.state !== (review ? 'held' : 'open')) return no('wrong_state')
  if (opportunity.state === 'open' && opportunity.closesAt <= now) return no('already_closed')
  const duty = mayTake('published', actor.id, held)
  if (!duty.ok) return duty
  if (reason.en === '' || reason.fr === '') return no('reason_missing')
  if (marksOfReason(opportunity.id, reason).length > 0) return no('reason_marked')
  if (closesAt <= now) return no('in_the_past')
  if (closesAt <= opportunity.closesAt) return no('not_later')
  if (selectionDay <= dayOf(closesAt, zone) || selectionDay < opportunity.selectionDay)
    return no('selection_before_closing')
  if (deliveryDay <= selectionDay || deliveryDay < opportunity.deliveryDay) return no('delivery_before_selection')
  if (!fundsReach(opportunity.gates, deliveryDay)) return no('year_end_funds')

  return yes(opportunity)
}

export type EarlyEnd = { readonly reason: string; readonly publicReason: Text }

/**
 * Before an award a file can be stopped with a reason; once posted, the public is told why in both languages, in words
 * that may be public. A client
 * cancels a draft that was never submitted: the way to withdraw a request whose statement is started.
 */
export function end<Action extends 'cancel' | 'withdraw'>(
  opportunity: Opportunity,
  actor: Actor,
  action: Action,
  { reason, publicReason, held }: EarlyEnd & { held: readonly HeldDuty[] },
): Decision<{ action: Action; posted: boolean }, EndRefusal> {
  if (!can[action === 'cancel' ? 'cancel' : 'end'](actor, opportunity)) return no('not_allowed')
  if (!opportunityLifecycle.allows(opportunity, action)) return no('wrong_state')
  const duty = mayTake('published', actor.id, held)
  if (!duty.ok) return duty
  if (reason === '') return no('reason_missing')
  const posted = !['draft', 'in_review', 'in_approval', 'ready'].includes(opportunity.state)
  if (posted && (publicReason.en === '' || publicReason.fr === '')) return no('public_reason_missing')
  if (posted && marksOfReason(opportunity.id, publicReason).length > 0) return no('reason_marked')

  return yes({ action, posted })
}

/** What ended without a result can be posted again in one step: a new draft with the same words. */
export function repost(
  opportunity: Opportunity,
  actor: Actor,
  { reposted }: { reposted: boolean },
): Decision<EndedOpportunity, RepostRefusal> {
  if (!can.repost(actor, opportunity)) return no('not_allowed')
  if (!isEnded(opportunity)) return no('not_ended')
  if (reposted) return no('already_reposted')

  return yes(opportunity)
}

const isEnded = (opportunity: Opportunity): opportunity is EndedOpportunity =>
  opportunity.state === 'unsuccessful' || opportunity.state === 'cancelled' || opportunity.state === 'withdrawn'
