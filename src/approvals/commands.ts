import { type Actor, scopeOf } from '../accounts/rules.ts'
import { findPerson, validRoles } from '../accounts/store.ts'
import { record } from '../history/record.ts'
import { onOpportunity, recordOn, tellClient, tellRole, whoActs } from '../opportunities/commands.file.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import type { App } from '../platform/app.ts'
import type { Day } from '../platform/day.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { dayOf } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import { heldDuties, takeDuty } from '../requests/duties.store.ts'
import { concernEmail } from './emails.ts'
import * as delegates from './rules.delegates.ts'
import * as rules from './rules.ts'
import {
  delegatesNamedBy,
  insertDelegate,
  insertReview,
  lockDelegate,
  lockNaming,
  lockReservation,
  markEnded,
  markReleased,
  postedWithout,
} from './store.ts'

/** The procurement partner says what they think of what was posted without them; a concern goes to the program team. */
export function reviewLater(
  app: App,
  actor: Actor,
  input: { id: string; outcome: rules.LaterOutcome; note: string },
): Promise<Decision<Opportunity, rules.ReviewRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const { tx, opportunity, now } = act
    const { id, departmentId, requestId } = opportunity
    const { outcome, note } = input
    const [posted] = await postedWithout(tx, departmentId, id)
    const held = await heldDuties(tx, requestId, id)
    const decision = rules.reviewLater(opportunity, actor, {
      ...{ approvedBefore: posted === undefined, reviewed: Boolean(posted?.review), held, outcome, note },
    })
    if (!decision.ok) return decision

    const by = whoActs(actor)
    await insertReview(tx, { departmentId, opportunityId: id }, { outcome, note, by, at: now })
    const duty = 'approved_statement'
    await takeDuty(tx, app, { departmentId, requestId, opportunityId: id, duty, personId: by, at: now })
    await recordOn(act, outcome === 'approved' ? 'opportunity.reviewed_after' : 'opportunity.concern_raised')
    if (outcome === 'concern') {
      await tellRole(act, ['program_team'], concernEmail, '/files/:id/review', { note })
      await tellClient(act, concernEmail, '/files/:id/review', { note })
    }
    return yes(opportunity)
  })
}

/** Finance says that funds which no payment will use are set free. */
export function releaseFunds(
  app: App,
  actor: Actor,
  input: { opportunityId: string; reservationId: string; note: string },
): Promise<Decision<true, rules.ReleaseRefusal>> {
  return onOpportunity(app, actor, input.opportunityId, async (act) => {
    const { tx, opportunity, now } = act
    const { opportunityId, reservationId: id, note } = input
    const kept = await lockReservation(tx, opportunity.departmentId, { opportunityId, id })
    const decision = rules.releaseFunds(kept && { ...kept, released: kept.released !== null }, actor)
    if (!decision.ok) return decision

    await markReleased(tx, id, { by: whoActs(actor), at: now, note })
    await recordOn(act, 'funds.released', { amount: kept?.amount ?? 0, fiscalYear: kept?.fiscalYear ?? 0 })
    return decision
  })
}

/** An approver names who is reminded in their place. */
export function nameDelegate(
  app: App,
  actor: Actor,
  input: { delegateId: string; fromDay: Day; untilDay: Day },
): Promise<Decision<true, delegates.NameRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    if (actor.kind !== 'staff') return no('not_allowed')
    await lockNaming(tx, actor.id)
    const now = await tx.now()
    const { departmentId, id: personId } = actor
    const { zone } = await policyOf(tx, departmentId, now)
    const today = dayOf(now, zone)
    const { delegateId, fromDay, untilDay } = input
    const person = await findPerson(tx, delegateId)
    const day = fromDay > today ? fromDay : today
    const delegateRoles = person ? await validRoles(tx, { personId: delegateId, departmentId, day }) : []
    const named = await delegatesNamedBy(tx, departmentId, personId)
    const decision = delegates.nameDelegate(actor, { delegateId, fromDay, untilDay }, { delegateRoles, named, today })
    if (!decision.ok) return decision

    await insertDelegate(tx, app, { departmentId, personId, delegateId, fromDay, untilDay }, now)
    const subject = { type: 'person', id: delegateId }
    const facts = { from: fromDay, until: untilDay }
    await record(tx, app.random, {
      ...{ departmentId, kind: 'delegate.named', subject, fileId: null, actor, at: now, facts },
    })
    return decision
  })
}

/** Takes the naming back at once. */
export function endDelegate(
  app: App,
  actor: Actor,
  input: { id: string },
): Promise<Decision<true, delegates.EndDelegateRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    if (actor.kind !== 'staff') return no('not_allowed')
    const { departmentId } = actor
    const decision = delegates.endDelegate(await lockDelegate(tx, departmentId, input.id), actor)
    if (!decision.ok) return decision

    const at = await tx.now()
    await markEnded(tx, input.id, at)
    const subject = { type: 'person', id: decision.value.delegateId }
    await record(tx, app.random, { departmentId, kind: 'delegate.ended', subject, fileId: null, actor, at })
    return yes(true)
  })
}
