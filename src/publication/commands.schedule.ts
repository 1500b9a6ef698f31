import type { Actor } from '../accounts/rules.ts'
import { findDepartment, findPerson, validRoles } from '../accounts/store.ts'
import { onOpportunity, recordOn, tellRole, whoActs } from '../opportunities/commands.file.ts'
import { parityGaps } from '../opportunities/rules.readiness.ts'
import { findOpportunity, statementOf } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import { enqueue, type Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { dayOf } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import { heldDuties } from '../requests/duties.store.ts'
import { publish } from './commands.ts'
import { notPostedEmail } from './emails.ts'
import type { PostingGate } from './gates.ts'
import * as rules from './rules.schedule.ts'
import { saveSchedule, scheduleOf } from './store.schedule.ts'
import { obstacleTexts } from './texts.schedule.ts'

/** Sets the instant at which the notice is posted by itself, in both languages; asked again, it moves. */
export function schedulePosting(
  app: App,
  actor: Actor,
  input: { id: string; at: Date },
): Promise<Decision<rules.Schedule, rules.ScheduleRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const { tx, opportunity, now } = act
    const { id, departmentId, requestId } = opportunity
    const { at } = input
    const policy = await policyOf(tx, departmentId, at)
    const gaps = parityGaps(await statementOf(tx, opportunity))
    const held = await heldDuties(tx, requestId, id)
    const decision = rules.schedule(opportunity, actor, { at, now, held, gaps, policy })
    if (!decision.ok) return decision

    const planned = { at, by: whoActs(actor) }
    await saveSchedule(tx, id, planned)
    await recordOn(act, 'opportunity.scheduled', { at: at.toISOString() })
    await enqueue(
      tx,
      'opportunity.post_scheduled',
      { opportunityId: id, at: at.toISOString() },
      { runAt: at, key: `post:${id}` },
    )
    return yes(planned)
  })
}

/** Takes the schedule away. The job that was waiting finds nothing to do. */
export function unschedulePosting(
  app: App,
  actor: Actor,
  input: { id: string },
): Promise<Decision<rules.Schedule, rules.UnscheduleRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const decision = rules.unschedule(act.opportunity, actor, await scheduleOf(act.tx, input.id))
    if (!decision.ok) return decision

    await saveSchedule(act.tx, input.id, null)
    await recordOn(act, 'opportunity.unscheduled', { was: decision.value.at.toISOString() })
    return decision
  })
}

/**
 * Posts at the instant that was set, as whoever set it, by the same command and through the same gates. When it may not
 * be, the schedule is taken away and the program team is told why. However often it runs, a notice is posted once.
 */
export async function postScheduled(app: App, { id, at }: { id: string; at: string }): Promise<void> {
  const planned = await app.read('everything', async (tx) => {
    const found = await scheduleOf(tx, id)
    const now = await tx.now()
    const due = found && found.at.toISOString() === at && found.at <= now
    return due ? await asked(tx, id, found, now) : undefined
  })
  if (!planned) return // taken away, moved, posted or sent back meanwhile

  const decision: Decision<unknown, rules.ScheduleRefusal | PostingGate> = planned.actor
    ? await publish(app, planned.actor, { id })
    : no('not_allowed')
  if (decision.ok) return
  // Keys are made every second: the job is tried again.
  if (decision.because === 'key_not_ready') throw new Error(`no key is ready to post ${id}`)
  await giveUp(app, { id, at, because: decision.because })
}

/** Whoever set the schedule, with the roles that they hold now; no actor when they hold none. */
async function asked(tx: Tx, id: string, { by }: rules.Schedule, now: Date): Promise<{ actor: Actor | undefined }> {
  const file = await findOpportunity(tx, id)
  const [person, department] = [await findPerson(tx, by), file && (await findDepartment(tx, file.departmentId))]
  if (!person || !department) return { actor: undefined }
  const { timeZone, code: departmentCode, id: departmentId } = department
  const roles = await validRoles(tx, { personId: by, departmentId, day: dayOf(now, timeZone) })
  const { name, email } = person
  return { actor: { kind: 'staff', id: by, name, email, departmentId, departmentCode, timeZone, roles } }
}

const giveUp = (
  app: App,
  { id, at, because }: { id: string; at: string; because: keyof typeof obstacleTexts },
): Promise<Decision<true, never>> =>
  onOpportunity(app, { kind: 'system' }, id, async (act) => {
    const found = await scheduleOf(act.tx, id)
    if (found?.at.toISOString() !== at) return yes(true)
    await saveSchedule(act.tx, id, null)
    await recordOn(act, 'opportunity.schedule_failed', { at, because })
    const { en: reasonEn, fr: reasonFr } = obstacleTexts[because]
    await tellRole(act, ['program_team'], notPostedEmail, '/files/:id/publication', { reasonEn, reasonFr })
    return yes(true)
  })
