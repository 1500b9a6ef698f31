import type { Actor } from '../accounts/rules.ts'
import { isPosted, type Opportunity } from '../opportunities/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { can, type PublishFacts, type PublishRefusal, publish, type ToPublish } from './rules.ts'

export type ScheduleRefusal = PublishRefusal | 'already_posted' | 'in_the_past'
export type UnscheduleRefusal = 'not_allowed' | 'already_posted' | 'not_scheduled'

/** A posting that is to happen by itself, and who asked for it. */
export type Schedule = { readonly at: Date; readonly by: string }

/**
 * A posting may be set for a later instant if it would be allowed then. Every gate is asked again when it comes: a
 * schedule is a wish, and nothing is public before.
 */
export function schedule(
  opportunity: Opportunity,
  actor: Actor,
  { at, now, ...facts }: PublishFacts & { at: Date },
): Decision<ToPublish, ScheduleRefusal> {
  if (!can.publish(actor, opportunity)) return no('not_allowed')
  if (isPosted(opportunity)) return no('already_posted')
  if (at <= now) return no('in_the_past')
  const decision = publish(opportunity, actor, { ...facts, now: at })
  if (!decision.ok) return decision
  if (decision.value.state !== 'ready') return no('wrong_state')

  return yes(decision.value)
}

/** Takes the schedule away; the notice stays ready. */
export function unschedule(
  opportunity: Opportunity,
  actor: Actor,
  planned: Schedule | undefined,
): Decision<Schedule, UnscheduleRefusal> {
  if (!can.publish(actor, opportunity)) return no('not_allowed')
  if (isPosted(opportunity)) return no('already_posted')
  if (!planned) return no('not_scheduled')

  return yes(planned)
}
