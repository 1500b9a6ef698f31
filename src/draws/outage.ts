import { type Staff, scopeOf, system } from '../accounts/rules.ts'
import { holdersOf } from '../accounts/store.ts'
import type { Waiting } from '../accounts/waiting.ts'
import { record } from '../history/record.ts'
import { extendWithin } from '../opportunities/commands.amendments.ts'
import type { ExtendRefusal } from '../opportunities/rules.amendments.ts'
import { can, type Opportunity } from '../opportunities/rules.ts'
import { findOpportunity, lockClosing, lockOpportunity } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import { addBusinessDays } from '../platform/calendar.ts'
import type { Day } from '../platform/day.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { post } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { calendarOf } from '../policy/inForce.ts'
import type { Policy } from '../policy/rules.ts'
import { policyOf } from '../policy/store.ts'
import { outageEmail } from './outage.emails.ts'
import { recordDecision, tellLater, wakeAt } from './outage.held.ts'
import { measured } from './outage.measured.ts'
import {
  closingSoon,
  decideOutage,
  findOutage,
  lastOutage,
  type Outage,
  publishCertificate,
  putOutage,
  undecidedOutages,
} from './outage.store.ts'
import { outageTexts } from './outage.texts.ts'

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
      const { windowFrom, gaps, ms } = await measured(tx, { closesAt, publishedAt }, now)
      const { outageMinutes } = await policyOf(tx, departmentId, now)
      if (ms <= outageMinutes * 60_000) return
      const seconds = Math.round(ms / 1_000)
      const file = { opportunityId, departmentId, closesAt, windowFrom, seconds, gaps }
      const first = await putOutage(tx, { ...file, atClosing: false, decideBy: null, at: now })
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
  readonly opportunity: Opportunity
  readonly outage: Outage
  readonly policy: Policy
  readonly proposed: { readonly closingDay: Day; readonly reason: Text }
  readonly mayDecide: boolean
}

/** The outage before or at the closing of a file, for whoever may see it, with what we propose; the last one, once decided. */
export function outageFile(app: App, actor: Staff, id: string): Promise<OutageFile | undefined> {
  return app.read(scopeOf(actor), async (tx) => {
    const opportunity = await findOpportunity(tx, id)
    const standing = await findOutage(tx, id)
    const outage = standing ?? (await lastOutage(tx, id))
    if (!opportunity || !outage) return undefined
    const now = await tx.now()
    const policy = await policyOf(tx, opportunity.departmentId, now)
    const from = now > outage.closesAt ? now : outage.closesAt
    const closingDay = addBusinessDays(calendarOf(policy), dayOf(from, policy.zone), 1)
    const mayDecide = decidable(opportunity, actor, { outage: standing, now }).ok
    const reason = outageTexts[outage.atClosing ? 'reasonAtClosing' : 'reason'](outage.seconds)
    return { opportunity, outage, policy, proposed: { closingDay, reason }, mayDecide }
  })
}

export type DecideRefusal = 'not_allowed' | 'wrong_state' | 'already_decided' | 'decision_over'

/**
 * Whoever may move a closing decides, once: before the closing, or while it is held for having been covered by an
 * outage, until the time to decide is over.
 */
export function decidable(
  opportunity: Opportunity,
  actor: Staff,
  { outage, now }: { outage: Outage | undefined; now: Date },
): Decision<Outage, DecideRefusal> {
  if (!can.extend(actor, opportunity)) return no('not_allowed')
  const due = opportunity.state === 'held' ? outage?.decideBy : opportunity.closesAt
  if ((opportunity.state !== 'open' && opportunity.state !== 'held') || !outage || !due) return no('wrong_state')
  if (outage.decision !== null) return no('already_decided')
  if (now >= due) return no('decision_over')
  return yes(outage)
}

/**
 * Moves the closing because the site was away: an amendment like any other, and a certificate of what was measured, in
 * one act. Selection and delivery stay where they are unless the new closing reaches them.
 */
export function extendForOutage(
  app: App,
  actor: Staff,
  { id, closesAt, reason }: { id: string; closesAt: Date; reason: Text },
): Promise<Decision<{ number: number; closesAt: Date }, DecideRefusal | ExtendRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    await lockClosing(tx, id)
    const opportunity = await lockOpportunity(tx, id)
    const now = await tx.now()
    const decision = decidable(opportunity, actor, { outage: await findOutage(tx, id), now })
    if (!decision.ok) return decision
    const outage = decision.value
    const policy = await policyOf(tx, opportunity.departmentId, now)
    const later = (day: Day | null, than: Day): Day =>
      day !== null && day > than ? day : addBusinessDays(calendarOf(policy), than, 1)
    const selectionDay = later(opportunity.selectionDay, dayOf(closesAt, policy.zone))
    const deliveryDay = later(opportunity.deliveryDay, selectionDay)
    const dates = { closesAt, selectionDay, deliveryDay }
    const extended = await extendWithin(tx, app, actor, { id, reason, ...dates }, { review: outage.atClosing })
    if (!extended.ok) return extended
    await decideOutage(tx, outage, { decision: 'extended', reason: reason.en, decidedBy: actor.id, decidedAt: now })
    const { windowFrom, seconds, gaps } = outage
    const certificate = { closesAt: outage.closesAt, windowFrom, seconds, gaps, movedTo: closesAt, certifiedAt: now }
    await publishCertificate(tx, opportunity.slug, certificate)
    await recordDecision(tx, app, opportunity, actor, 'extended', now)
    return extended
  })
}

export type KeepRefusal = DecideRefusal | 'reason_missing'

/** Leaves the closing where it is, with the reason on the record; one that was held closes as of its own instant. */
export function keepClosing(
  app: App,
  actor: Staff,
  { id, reason }: { id: string; reason: string },
): Promise<Decision<Outage, KeepRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    await lockClosing(tx, id)
    const opportunity = await lockOpportunity(tx, id)
    const now = await tx.now()
    const outage = await findOutage(tx, id)
    const decision = keep(opportunity, actor, { outage, reason, now })
    if (!decision.ok) return decision
    await decideOutage(tx, decision.value, { decision: 'kept', reason, decidedBy: actor.id, decidedAt: now })
    await recordDecision(tx, app, opportunity, actor, 'kept', now)
    if (decision.value.atClosing) {
      await tellLater(tx, { id, closesAt: decision.value.closesAt })
      await wakeAt(tx, id, now)
    }
    return decision
  })
}

export function keep(
  opportunity: Opportunity,
  actor: Staff,
  { outage, reason, now }: { outage: Outage | undefined; reason: string; now: Date },
): Decision<Outage, KeepRefusal> {
  const decision = decidable(opportunity, actor, { outage, now })
  if (decision.ok && reason.trim() === '') return no('reason_missing')
  return decision
}

/** For the program team: the site was away before or at a closing, and nobody has decided yet. */
export async function waitingForOutages(tx: Tx, actor: Staff, language: Language): Promise<Waiting[]> {
  if (!actor.roles.includes('program_team')) return []
  const found = await undecidedOutages(tx, actor.departmentId)
  return found.map(({ id, number, titleEn, titleFr, flaggedAt, closesAt, decideBy }) => ({
    text: decideBy ? outageTexts.waitingHeld : outageTexts.waiting,
    about: { en: `${number} – ${titleEn}`, fr: `${number} – ${titleFr}` },
    href: path('/files/:id/outage', language, { id }),
    since: flaggedAt,
    due: decideBy ?? closesAt,
  }))
}
