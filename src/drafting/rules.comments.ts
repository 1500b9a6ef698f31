import type { Actor, Staff } from '../accounts/rules.ts'
import { can as canOn, type Opportunity, type OpportunityState } from '../opportunities/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'

export const COMMENT_MAX = 2_000
export type SayRefusal = 'not_allowed' | 'wrong_state' | 'empty' | 'too_long'
export type CommentRefusal = SayRefusal | 'unknown_comment'

/** Until it is posted a statement is discussed; afterwards questions and amendments are the way. */
const discussed: readonly OpportunityState[] = ['draft', 'in_review', 'in_approval', 'ready']
export const isDiscussed = ({ state }: Opportunity): boolean => discussed.includes(state)

/** Those who write it and those who decide on it comment; whoever writes or decides answers. */
export const can = {
  comment: (actor: Actor, file: Opportunity): actor is Staff => canOn.write(actor, file) || canOn.return(actor, file),
  /** The readers for whom it was said decide that it is settled; a client answers instead. */
  resolve: (actor: Actor, file: Opportunity): actor is Staff => canOn.return(actor, file),
}

export function say(opportunity: Opportunity, actor: Actor, body: string): Decision<Opportunity, SayRefusal> {
  if (!can.comment(actor, opportunity)) return no('not_allowed')
  if (!isDiscussed(opportunity)) return no('wrong_state')
  if (body === '') return no('empty')
  if (body.length > COMMENT_MAX) return no('too_long')

  return yes(opportunity)
}

export function resolve(
  opportunity: Opportunity,
  actor: Actor,
  found: boolean,
): Decision<Opportunity, 'not_allowed' | 'wrong_state' | 'unknown_comment'> {
  if (!can.resolve(actor, opportunity)) return no('not_allowed')
  if (!isDiscussed(opportunity)) return no('wrong_state')
  if (!found) return no('unknown_comment')

  return yes(opportunity)
}
