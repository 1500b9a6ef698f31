import type { Actor } from '../accounts/rules.ts'
import { onOpportunity, recordOn, whoActs } from '../opportunities/commands.file.ts'
import type { App } from '../platform/app.ts'
import type { Day } from '../platform/day.ts'
import { type Decision, yes } from '../platform/decision.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { dayOf } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import * as rules from './rules.ts'
import { activitiesOf, deleteActivity, deleteMessage, insertActivity, putMessage, saveDone } from './store.ts'

/** Plans one way to make a posting known, or writes down one that was done; answers its id. */
export function planOutreach(
  app: App,
  actor: Actor,
  input: { id: string; language: Language } & rules.AskedActivity,
): Promise<Decision<string, rules.PlanRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const { tx, opportunity, now } = act
    const { id: opportunityId, departmentId } = opportunity
    const policy = await policyOf(tx, departmentId, now)
    const count = (await activitiesOf(tx, opportunityId)).length
    const decision = rules.plan(opportunity, actor, input, { policy, today: dayOf(now, policy.zone), count })
    if (!decision.ok) return decision

    const { channel, ownName, day, done } = decision.value
    const planned = { channel, ownName, day, done, language: input.language }
    const id = await insertActivity(tx, app, { departmentId, opportunityId, ...planned, by: whoActs(actor), at: now })
    await recordOn(act, done ? 'outreach.done' : 'outreach.planned', { activity: id, channel, day })
    return yes(id)
  })
}

/** Ticks a planned activity off, with what came of it in numbers or words. */
export function finishOutreach(
  app: App,
  actor: Actor,
  input: { id: string; activityId: string; day: Day; result: string; reached: number | null; language: Language },
): Promise<Decision<rules.Activity, rules.FinishRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const { tx, opportunity, now } = act
    const { zone } = await policyOf(tx, opportunity.departmentId, now)
    const activity = await oneOf(act, input.activityId)
    const { day, result, reached, language } = input
    const decision = rules.finish(opportunity, actor, activity, { day, today: dayOf(now, zone) })
    if (!decision.ok) return decision

    const { id, channel } = decision.value
    await saveDone(tx, id, { day, result, reached, language, by: whoActs(actor), at: now })
    await recordOn(act, 'outreach.done', { activity: id, channel, day, reached })
    return decision
  })
}

/** Drops a planned activity. */
export function removeOutreach(
  app: App,
  actor: Actor,
  input: { id: string; activityId: string },
): Promise<Decision<rules.Activity, rules.RemoveRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const decision = rules.remove(act.opportunity, actor, await oneOf(act, input.activityId))
    if (!decision.ok) return decision

    const { id, channel } = decision.value
    await deleteActivity(act.tx, id)
    await recordOn(act, 'outreach.removed', { activity: id, channel })
    return decision
  })
}

/** Keeps a message as somebody changed it; nothing is sent by the program. */
export function writeMessage(
  app: App,
  actor: Actor,
  input: { id: string; kind: rules.MessageKind; text: Text },
): Promise<Decision<Text, rules.WriteRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const { kind, text } = input
    const decision = rules.write(act.opportunity, actor, kind, text)
    if (!decision.ok) return decision

    const { id: opportunityId, departmentId } = act.opportunity
    const by = { by: whoActs(actor), at: act.now }
    await putMessage(act.tx, { departmentId, opportunityId, kind }, decision.value, by)
    await recordOn(act, 'outreach.message_written', { message: kind })
    return decision
  })
}

/** Goes back to the draft that the statement gives. */
export function redraftMessage(
  app: App,
  actor: Actor,
  input: { id: string; kind: rules.MessageKind },
): Promise<Decision<rules.MessageKind, 'not_allowed' | 'wrong_state'>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const decision = rules.redraft(act.opportunity, actor)
    if (!decision.ok) return decision

    await deleteMessage(act.tx, act.opportunity.id, input.kind)
    await recordOn(act, 'outreach.message_written', { message: input.kind, draft: true })
    return yes(input.kind)
  })
}

const oneOf = async (
  { tx, opportunity }: { tx: Parameters<typeof activitiesOf>[0]; opportunity: { id: string } },
  activityId: string,
): Promise<rules.Activity | undefined> => (await activitiesOf(tx, opportunity.id)).find(({ id }) => id === activityId)
