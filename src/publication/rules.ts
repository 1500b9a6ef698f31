import { type HeldDuty, mayTake } from '../accounts/duties.ts'
import type { Actor, Staff } from '../accounts/rules.ts'
import type { PublicStatus } from '../opportunities/notice.ts'
import type { Finding } from '../opportunities/rules.readiness.ts'
import { type InReview, isPosted, type Opportunity, type PostedOpportunity } from '../opportunities/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { dayOf } from '../platform/time.ts'
import { postingDays } from '../policy/posting.ts'
import type { Policy } from '../policy/rules.ts'

export type PublishRefusal =
  | 'not_allowed'
  | 'wrong_state'
  | 'separation_of_duties'
  | 'not_bilingual'
  | 'incomplete'
  | 'closes_too_soon'
  | 'dates_out_of_order'
  | 'key_not_ready'

/** The same question shows the button and begins the rule. */
export const can = {
  publish: (actor: Actor, file: { readonly departmentId: string }): actor is Staff =>
    actor.kind === 'staff' && actor.departmentId === file.departmentId && actor.roles.includes('program_team'),
}

export type ToPublish = InReview & { readonly state: 'ready'; readonly closesAt: Date }
export type PublishFacts = {
  readonly held: readonly HeldDuty[]
  /** Halves of the statement that are empty in one language. */
  readonly gaps: readonly Finding[]
  readonly policy: Policy
  readonly now: Date
}

/**
 * Posts what is ready, in both languages at once, with at least the policy's business days before closing. What has been
 * posted already answers the same again. Missions M5, M7.
 */
export function publish(
  opportunity: Opportunity,
  actor: Actor,
  { held, gaps, policy, now }: PublishFacts,
): Decision<ToPublish | PostedOpportunity, PublishRefusal> {
  if (!can.publish(actor, opportunity)) return no('not_allowed')
  if (isPosted(opportunity)) return yes(opportunity)
  if (opportunity.state !== 'ready') return no('wrong_state')
  const duty = mayTake('published', actor.id, held)
  if (!duty.ok) return duty
  if (gaps.length > 0) return no('not_bilingual')
  const { price, closesAt, selectionDay, deliveryDay } = opportunity
  if (price === null || closesAt === null || selectionDay === null || deliveryDay === null) return no('incomplete')
  if (closesAt <= now || postingDays(policy, now, closesAt) < policy.postingDays.minimum) return no('closes_too_soon')
  if (selectionDay <= dayOf(closesAt, policy.zone) || deliveryDay <= selectionDay) return no('dates_out_of_order')

  return yes({ ...opportunity, state: 'ready', closesAt })
}

/** What the public is told: past its closing a posting is closed, even when the job that closes it is late. */
export const statusAt = (posting: { status: PublicStatus; closesAt: Date }, now: Date): PublicStatus =>
  posting.status === 'open' && now >= posting.closesAt ? 'closed' : posting.status
