import { type Staff, scopeOf, system } from '../accounts/rules.ts'
import { holdersOf } from '../accounts/store.ts'
import type { Waiting } from '../accounts/waiting.ts'
import { record } from '../history/record.ts'
import { extendClosing } from '../opportunities/commands.amendments.ts'
import { can, type OpenOpportunity, type Opportunity } from '../opportunities/rules.ts'
import { findOpportunity, lockOpportunity } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import { addBusinessDays } from '../platform/calendar.ts'
import type { Day } from '../platform/day.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { post } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { gapsBetween } from '../platform/service.ts'
import { dayOf } from '../platform/time.ts'
import { calendarOf } from '../policy/inForce.ts'
import type { Policy } from '../policy/rules.ts'
import { policyOf } from '../policy/store.ts'
import { outageEmail } from './outage.emails.ts'
import {
  closingSoon,
  decideOutage,
  findOutage,
  type Outage,
  publishCertificate,
  putOutage,
  undecidedOutages,
} from './outage.store.ts'
import { outageTexts } from './outage.texts.ts'

const DAY_IN_MS = 86_400_000
const LOOK_EVERY_MS = 20_000
const looked = new WeakMap<App, number>()

/**
 * When the site was away for longer than the policy says in the day before a closing, the program team and procurement
 * are told, once for each closing, and asked to move it or to say why not. Looks three times a minute.
 */
export async function lookForOutages(app: App): Promise<void> {
  if (performance.now() - (looked.get(app) ?? Number.NEGATIVE_INFINITY) < LOOK_EVERY_MS) return
  looked.set(app, performance.now())
  await flagOutages(app)
}

export async function flagOutages(app: App): Promise<void> {
  const soon = await app.read('everything', async (tx) => closingSoon(tx, await tx.now()))
  for (const opportunity of soon)
    await app.transaction('everything', async (tx) => {
      const now = await tx.now()
      const { id: opportunityId, departmentId, closesAt, publishedAt } = opportunity
      const dayBefore = new Date(closesAt.getTime() - DAY_IN_MS)
      const windowFrom = publishedAt && publishedAt > dayBefore ? publishedAt : dayBefore
      const gaps = await gapsBetween(tx, windowFrom, now)
      const seconds = Math.round(gaps.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0) / 1_000)
      const { outageMinutes } = await policyOf(tx, departmentId, now)
      if (seconds <= outageMinutes * 60) return
      const first = await putOutage(tx, { opportunityId, departmentId, closesAt, windowFrom, seconds, gaps, at: now })
      if (first) await tellOfOutage(tx, app, opportunity, seconds, now)
    })
}

async function tellOfOutage(
  tx: Tx,
  app: App,
  opportunity: Awaited<ReturnType<typeof closingSoon>>[number],
  seconds: number,
  now: Date,
): Promise<void> {
  const { id, departmentId, requestId, number, titleEn, titleFr, closesAt } = opportunity
  await record(tx, app.random, {
    ...{ departmentId, kind: 'opportunity.outage_flagged', subject: { type: 'opportunity', id } },
    ...{ fileId: requestId, actor: system, at: now, facts: { seconds, closesAt: closesAt.toISOString() } },
  })
  const { zone } = await policyOf(tx, departmentId, now)
  const day = dayOf(now, zone)
  for (const person of await holdersOf(tx, ['program_team', 'procurement'], { departmentId, day }))
    await post(tx, app.random, outageEmail, {
      to: { address: person.email, language: person.language },
      departmentId,
      facts: {
        ...{ number, titleEn, titleFr, minutes: Math.round(seconds / 60), file: id, base: app.config.baseUrl },
        ...{ closesAt: closesAt.toISOString(), zone },
      },
      once: `outage ${id} ${closesAt.toISOString()} ${person.id}`,
      at: now,
    })
}

export type OutageFile = {
  readonly opportunity: OpenOpportunity
  readonly outage: Outage
  readonly policy: Policy
  readonly proposed: { readonly closingDay: Day; readonly reason: Text }
  readonly mayDecide: boolean
}

/** The outage before the closing of a file, for whoever may see it, with what we propose. */
export function outageFile(app: App, actor: Staff, id: string): Promise<OutageFile | undefined> {
  return app.read(scopeOf(actor), async (tx) => {
    const opportunity = await findOpportunity(tx, id)
    const outage = await findOutage(tx, id)
    if (opportunity?.state !== 'open' || !outage) return undefined
    const now = await tx.now()
    const policy = await policyOf(tx, opportunity.departmentId, now)
    const closingDay = addBusinessDays(calendarOf(policy), dayOf(opportunity.closesAt, policy.zone), 1)
    const mayDecide = can.extend(actor, opportunity) && outage.decision === null && opportunity.closesAt > now
    const reason = outageTexts.reason(Math.round(outage.seconds / 60))
    return { opportunity, outage, policy, proposed: { closingDay, reason }, mayDecide }
  })
}

/**
 * Moves the closing because the site was away: an amendment like any other, and a certificate of what was measured.
 * Selection and delivery stay where they are unless the new closing reaches them.
 */
export async function extendForOutage(
  app: App,
  actor: Staff,
  { file, closesAt, reason }: { file: OutageFile; closesAt: Date; reason: Text },
) {
  const { opportunity, outage, policy } = file
  const later = (day: Day, than: Day) => (day > than ? day : addBusinessDays(calendarOf(policy), than, 1))
  const selectionDay = later(opportunity.selectionDay, dayOf(closesAt, policy.zone))
  const deliveryDay = later(opportunity.deliveryDay, selectionDay)
  const extended = await extendClosing(app, actor, { id: opportunity.id, reason, closesAt, selectionDay, deliveryDay })
  if (!extended.ok) return extended
  await app.transaction(scopeOf(actor), async (tx) => {
    const now = await tx.now()
    await decideOutage(tx, outage, { decision: 'extended', reason: reason.en, decidedBy: actor.id, decidedAt: now })
    const { windowFrom, seconds, gaps } = outage
    const certificate = { closesAt: outage.closesAt, windowFrom, seconds, gaps, movedTo: closesAt, certifiedAt: now }
    await publishCertificate(tx, opportunity.slug, certificate)
    await recordDecision(tx, app, opportunity, actor, 'extended', now)
  })
  return extended
}

export type KeepRefusal = 'not_allowed' | 'wrong_state' | 'already_decided' | 'reason_missing'

/** Leaves the closing where it is, with the reason on the record. */
export function keepClosing(
  app: App,
  actor: Staff,
  { id, reason }: { id: string; reason: string },
): Promise<Decision<Outage, KeepRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    const opportunity = await lockOpportunity(tx, id)
    const now = await tx.now()
    const outage = await findOutage(tx, id)
    const decision = keep(opportunity, actor, { outage, reason, now })
    if (!decision.ok) return decision
    await decideOutage(tx, decision.value, { decision: 'kept', reason, decidedBy: actor.id, decidedAt: now })
    await recordDecision(tx, app, opportunity, actor, 'kept', now)
    return decision
  })
}

/** Whoever may move a closing may say why it stays, once, while the posting is open. */
export function keep(
  opportunity: Opportunity,
  actor: Staff,
  { outage, reason, now }: { outage: Outage | undefined; reason: string; now: Date },
): Decision<Outage, KeepRefusal> {
  if (!can.extend(actor, opportunity)) return no('not_allowed')
  if (opportunity.state !== 'open' || opportunity.closesAt <= now || !outage) return no('wrong_state')
  if (outage.decision !== null) return no('already_decided')
  if (reason.trim() === '') return no('reason_missing')
  return yes(outage)
}

const recordDecision = (
  tx: Tx,
  app: App,
  { id, departmentId, requestId }: Opportunity,
  actor: Staff,
  decision: 'extended' | 'kept',
  at: Date,
) =>
  record(tx, app.random, {
    ...{ departmentId, kind: 'opportunity.outage_decided', subject: { type: 'opportunity', id }, fileId: requestId },
    ...{ actor, at, facts: { decision } },
  })

/** For the program team: the site was away before a closing, and nobody has decided yet. */
export async function waitingForOutages(tx: Tx, actor: Staff, language: Language): Promise<Waiting[]> {
  if (!actor.roles.includes('program_team')) return []
  const found = await undecidedOutages(tx, actor.departmentId)
  return found.map(({ id, number, titleEn, titleFr, flaggedAt, closesAt }) => ({
    text: outageTexts.waiting,
    about: { en: `${number} – ${titleEn}`, fr: `${number} – ${titleFr}` },
    href: path('/files/:id/outage', language, { id }),
    since: flaggedAt,
    due: closesAt,
  }))
}
