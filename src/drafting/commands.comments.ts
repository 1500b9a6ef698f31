import type { Actor } from '../accounts/rules.ts'
import { onOpportunity, recordOn, tellClient, whoActs } from '../opportunities/commands.file.ts'
import { findOpenComment, insertComment, saveResolved } from '../opportunities/comments.store.ts'
import type { App } from '../platform/app.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { dayOf } from '../platform/time.ts'
import { commentedEmail } from './emails.ts'
import * as rules from './rules.comments.ts'

/** Says something of a field. The client is written to once a day at most, with one link, not once a comment. */
export function comment(
  app: App,
  actor: Actor,
  input: { id: string; field: string; body: string },
): Promise<Decision<{ commentId: string }, rules.CommentRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const decision = rules.say(act.opportunity, actor, input.body)
    if (!decision.ok) return decision

    const { tx, opportunity, now } = act
    const { field, body } = input
    const commentId = await insertComment(tx, app, opportunity, {
      field,
      answers: null,
      body,
      by: whoActs(actor),
      at: now,
    })
    await recordOn(act, 'opportunity.commented', { field })
    const today = dayOf(now, actor.kind === 'staff' ? actor.timeZone : 'UTC')
    await tellClient(
      act,
      commentedEmail,
      '/files/:id/comments',
      { by: actor.kind === 'staff' ? actor.name : '' },
      today,
    )
    return yes({ commentId })
  })
}

/** Answers an open comment. */
export function answerComment(
  app: App,
  actor: Actor,
  input: { id: string; commentId: string; body: string },
): Promise<Decision<{ field: string }, rules.CommentRefusal>> {
  return onOpportunity<{ field: string }, rules.CommentRefusal>(app, actor, input.id, async (act) => {
    const decision = rules.say(act.opportunity, actor, input.body)
    if (!decision.ok) return decision
    const { tx, opportunity, now } = act
    const found = await findOpenComment(tx, input.id, input.commentId)
    if (!found) return no('unknown_comment')

    const said = { field: found.field, answers: found.id, body: input.body, by: whoActs(actor), at: now }
    await insertComment(tx, app, opportunity, said)
    await recordOn(act, 'opportunity.comment_answered', { field: found.field })
    return yes({ field: found.field })
  })
}

/** A comment is settled: it is no longer counted, and stays to be read. */
export function resolveComment(
  app: App,
  actor: Actor,
  input: { id: string; commentId: string },
): Promise<Decision<{ field: string }, 'not_allowed' | 'wrong_state' | 'unknown_comment'>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const found = await findOpenComment(act.tx, input.id, input.commentId)
    const decision = rules.resolve(act.opportunity, actor, found !== undefined)
    if (!decision.ok) return decision
    if (!found) return no('unknown_comment')

    await saveResolved(act.tx, found.id, { id: whoActs(actor), at: act.now })
    await recordOn(act, 'opportunity.comment_resolved', { field: found.field })
    return yes({ field: found.field })
  })
}
