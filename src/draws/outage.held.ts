import { type Staff, type System, system } from '../accounts/rules.ts'
import { holdersOf } from '../accounts/store.ts'
import { record } from '../history/record.ts'
import { setPublicStatus } from '../opportunities/notice.ts'
import type { HeldOpportunity, OpenOpportunity, Opportunity } from '../opportunities/rules.ts'
import { setOpportunityState } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import { addBusinessDays } from '../platform/calendar.ts'
import { enqueue, type Tx } from '../platform/db.ts'
import { post } from '../platform/mail.ts'
import { clockOf, dayOf, instantAt } from '../platform/time.ts'
import { calendarOf } from '../policy/inForce.ts'
import type { Policy } from '../policy/rules.ts'
import { policyOf } from '../policy/store.ts'
import { heldEmail } from './outage.emails.ts'
import { coversClosing, type Measured, measured } from './outage.measured.ts'
import { decideOutage, findOutage, type Outage, putOutage } from './outage.store.ts'

/**
 * Asked at a closing, under its lock, before anything is built or opened: does it have to wait? It is held when the site
 * was away at its instant, which is measured here and now, whatever has been flagged before; and as long as nobody has
 * decided and there is time. What was decided to stay, or was not decided in time, closes.
 */
export async function staysHeld(
  tx: Tx,
  app: App,
  opportunity: OpenOpportunity | HeldOpportunity,
  now: Date,
): Promise<boolean> {
  const { id, departmentId, closesAt } = opportunity
  const outage = await findOutage(tx, id)
  if (opportunity.state === 'held') {
    if (!outage?.decideBy) throw new Error(`nothing says why opportunity ${id} is held`)
    if (outage.decision !== null) return false
    if (now < outage.decideBy) {
      await wakeAt(tx, id, outage.decideBy)
      return true
    }
    await decideOutage(tx, outage, { decision: 'lapsed', reason: '', decidedBy: null, decidedAt: now })
    await recordDecision(tx, app, opportunity, system, 'lapsed', now)
    await tellLater(tx, opportunity)
    return false
  }
  const policy = await policyOf(tx, departmentId, now)
  // What somebody has weighed already and kept does not count again.
  const since = outage?.decision === 'kept' ? outage.decidedAt : null
  const away = await measured(tx, opportunity, closesAt, since)
  if (!coversClosing(away, { closesAt, minutes: policy.outageMinutes })) return false
  await hold(tx, app, { opportunity, away, policy, now })
  return true
}

/** What was decided of a closing after an outage, in words of a closed list; the reason stays beside what was measured. */
export const recordDecision = (
  tx: Tx,
  app: App,
  { id, departmentId, requestId: fileId }: Pick<Opportunity, 'id' | 'departmentId' | 'requestId'>,
  actor: Staff | System,
  decision: NonNullable<Outage['decision']>,
  at: Date,
) =>
  record(tx, app.random, {
    ...{ departmentId, kind: 'opportunity.outage_decided', subject: { type: 'opportunity', id }, fileId },
    ...{ actor, at, facts: { decision } },
  })

/** Asks the closing to be looked at again, at an instant. */
export const wakeAt = (tx: Tx, opportunityId: string, runAt: Date) =>
  enqueue(tx, 'opportunity.close', { opportunityId }, { runAt, key: `close:${opportunityId}` })

/** Who has a draft or an application, and who watches, hears in letters of their own. */
export const tellLater = (tx: Tx, { id, closesAt }: { readonly id: string; readonly closesAt: Date }) =>
  enqueue(tx, 'closing.tell_of_review', { opportunityId: id, closesAt: closesAt.toISOString() })

type Held = {
  readonly opportunity: OpenOpportunity
  readonly away: Measured
  readonly policy: Policy
  readonly now: Date
}

async function hold(tx: Tx, app: App, { opportunity, away, policy, now }: Held): Promise<void> {
  const { id, departmentId, requestId, closesAt } = opportunity
  const { gaps, windowFrom } = away
  const seconds = Math.round(away.ms / 1_000)
  const decideBy = decisionDue(policy, now)
  const row = {
    opportunityId: id,
    departmentId,
    closesAt,
    windowFrom,
    seconds,
    gaps,
    atClosing: true,
    decideBy,
    at: now,
  }
  await putOutage(tx, row)
  await setOpportunityState(tx, opportunity, 'hold')
  await setPublicStatus(tx, id, 'held', { heldUntil: decideBy })
  await record(tx, app.random, {
    ...{ departmentId, kind: 'opportunity.held', subject: { type: 'opportunity', id } },
    ...{ fileId: requestId, actor: system, at: now },
    facts: { seconds, closesAt: closesAt.toISOString(), decideBy: decideBy.toISOString() },
  })
  await wakeAt(tx, id, decideBy)
  await tellLater(tx, opportunity)
  await tellDeciders(tx, app, { opportunity, seconds, decideBy, policy, now })
}

/** So many business days later, at the same time of day. */
const decisionDue = (policy: Policy, now: Date): Date => {
  const day = addBusinessDays(calendarOf(policy), dayOf(now, policy.zone), policy.outageDecisionDays)
  return instantAt(day, clockOf(now, policy.zone), policy.zone)
}

async function tellDeciders(
  tx: Tx,
  app: App,
  { opportunity, seconds, decideBy, policy, now }: Omit<Held, 'away'> & { seconds: number; decideBy: Date },
): Promise<void> {
  const { id, departmentId, number, title, closesAt } = opportunity
  const { zone } = policy
  for (const person of await holdersOf(tx, ['program_team', 'procurement'], { departmentId, day: dayOf(now, zone) }))
    await post(tx, app.random, heldEmail, {
      to: { address: person.email, language: person.language },
      departmentId,
      facts: {
        ...{ number, titleEn: title.en, titleFr: title.fr, minutes: Math.round(seconds / 60), file: id, zone },
        ...{ closesAt: closesAt.toISOString(), decideBy: decideBy.toISOString(), base: app.config.baseUrl },
      },
      once: `held ${id} ${closesAt.toISOString()} ${person.id}`,
      at: now,
    })
}
