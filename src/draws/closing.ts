import { type System, system } from '../accounts/rules.ts'
import { teamOf } from '../applications/opening.store.ts'
import { dropDraftKeys, receivedApplications } from '../applications/store.ts'
import { record } from '../history/record.ts'
import { endStep } from '../history/steps.ts'
import { setPublicStatus } from '../opportunities/notice.ts'
import type { HeldOpportunity, OpenOpportunity } from '../opportunities/rules.ts'
import {
  findOpportunity,
  lockClosing,
  lockOpportunity,
  scheduleClosing,
  setOpportunityState,
} from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import { enqueue, type Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { post } from '../platform/mail.ts'
import { comparedClocks } from '../platform/service.ts'
import { clockApartEmail, nobodyAppliedEmail, rosterEmail } from './closing.emails.ts'
import { addRoster, dueForClosing, findRoster, publishRoster } from './closing.store.ts'
import { staysHeld } from './outage.held.ts'
import { type Hashed, rosterText } from './protocol.ts'

export type CloseRefusal = 'unknown_opportunity' | 'not_open' | 'too_early' | 'clock_unsure' | 'held'
export type ClosedRoster = Hashed & { readonly received: number }
type Closing = OpenOpportunity | HeldOpportunity

/**
 * Closes an opportunity at its closing instant. Under the exclusive side of the lock that submissions share, the roster
 * of everything received is built and the state changes in one transaction: what was acknowledged is on the roster, and
 * what is not on it was refused. Asked too early, it asks to be woken again. While the clocks of the program and of its
 * database are a second apart nothing closes by itself, and somebody is told; what is sent meanwhile is still judged by
 * the database's clock. When the site was away at the instant itself, the closing is held until somebody decides, and
 * then closes as of that instant. Safe twice, and by two at once.
 */
export function closeOpportunity(
  app: App,
  actor: System,
  { opportunityId }: { opportunityId: string },
): Promise<Decision<ClosedRoster, CloseRefusal>> {
  return app.transaction('everything', async (tx) => {
    if (!(await findOpportunity(tx, opportunityId))) return no('unknown_opportunity')
    await lockClosing(tx, opportunityId)
    const opportunity = await lockOpportunity(tx, opportunityId)
    const { now, offsetMs, unsure } = await comparedClocks(app, tx)
    if (opportunity.state !== 'open' && opportunity.state !== 'held') {
      const roster = await findRoster(tx, opportunityId)
      return roster ? yes(roster) : no('not_open')
    }
    if (opportunity.state === 'open' && now < opportunity.closesAt) {
      await scheduleClosing(tx, opportunity)
      return no('too_early')
    }
    if (unsure) {
      await tellOfClock(tx, app, opportunity, { offsetMs, now })
      return no('clock_unsure')
    }
    if (await staysHeld(tx, app, opportunity, now)) return no('held')
    return yes(await close(tx, app, actor, opportunity, now))
  })
}

/** Closes whatever is past its instant: a job that was lost or late never leaves an opportunity open. */
export async function closeDueOpportunities(app: App): Promise<void> {
  for (const { id } of await app.read('everything', async (tx) => dueForClosing(tx, await tx.now())))
    await closeOpportunity(app, system, { opportunityId: id })
}

/** Tells every applicant the hash of the roster, and their token on it, once. */
export async function announceRoster(app: App, { opportunityId }: { opportunityId: string }): Promise<void> {
  await app.transaction('everything', async (tx) => {
    const opportunity = await findOpportunity(tx, opportunityId)
    const roster = await findRoster(tx, opportunityId)
    if (!opportunity || !roster) return // not closed: there is nothing to tell
    const at = await tx.now()
    for (const { id, token, language, email } of await receivedApplications(tx, opportunityId))
      await post(tx, app.random, rosterEmail, {
        to: { address: email, language },
        departmentId: opportunity.departmentId,
        facts: { ...said(app, opportunity), token, rosterHash: roster.hash, received: roster.received },
        once: `roster ${id}`,
        at,
      })
  })
}

/** The instant of closing is the promised one, however late the job. */
async function close(tx: Tx, app: App, actor: System, opportunity: Closing, now: Date): Promise<ClosedRoster> {
  const { id, departmentId, requestId, slug, closesAt } = opportunity
  const rows = await receivedApplications(tx, id)
  const roster = rosterText({
    slug,
    received: rows.map(({ token, sealedSha256 }) => ({ token, sealedHash: sealedSha256 })),
  })
  if (!roster.ok) throw new Error(`the roster of ${slug} is outside the grammar: ${roster.because}`)
  const closed = { ...roster.value, received: rows.length }

  await addRoster(tx, { opportunityId: id, departmentId, ...closed, builtAt: now })
  await publishRoster(tx, { opportunityId: id, slug, ...closed, updatedAt: now })
  const state = await setOpportunityState(tx, opportunity, 'close', { closedAt: closesAt })
  await dropDraftKeys(tx, id)

  const event = { departmentId, subject: { type: 'opportunity', id }, fileId: requestId, actor, at: closesAt }
  await record(tx, app.random, { ...event, kind: 'opportunity.closed' })
  await record(tx, app.random, {
    ...event,
    kind: 'draw.roster_published',
    facts: { received: closed.received, rosterHash: closed.hash },
  })
  await endStep(tx, app.random, { departmentId, fileId: requestId, step: 'on-website', actor, at: closesAt })

  if (closed.received === 0) {
    await endUnsuccessful(tx, app, actor, { ...opportunity, state }, now)
    return closed
  }
  await setPublicStatus(tx, id, 'closed')
  await enqueue(tx, 'applications.open', { opportunityId: id }, { key: `applications.open ${id}` })
  await enqueue(tx, 'draw.announce_roster', { opportunityId: id }, { key: `draw.announce_roster ${id}` })
  return closed
}

/** Once an hour, to the program team. */
async function tellOfClock(
  tx: Tx,
  app: App,
  opportunity: Closing,
  { offsetMs, now }: { offsetMs: number; now: Date },
): Promise<void> {
  const { id, departmentId } = opportunity
  app.log.error({ opportunity: id, ms: offsetMs }, 'no closing while the clocks are apart')
  for (const person of await teamOf(tx, departmentId, now))
    await post(tx, app.random, clockApartEmail, {
      to: { address: person.email, language: person.language },
      departmentId,
      facts: { ...said(app, opportunity), seconds: Math.round(Math.abs(offsetMs) / 1_000) },
      once: `clock apart ${id} ${person.email} ${now.toISOString().slice(0, 13)}`,
      at: now,
    })
}

/** Nobody applied: the file ends here, and the program team chooses whether to post it again. */
async function endUnsuccessful(
  tx: Tx,
  app: App,
  actor: System,
  opportunity: Omit<Closing, 'state'> & { state: 'closed' | (string & {}) },
  now: Date,
): Promise<void> {
  const { id, departmentId, requestId } = opportunity
  await setOpportunityState(tx, { id, state: 'closed' }, 'fail', {
    endedAt: now,
    endedBecause: 'none_applied',
    publicReasonEn: nobodyApplied.en,
    publicReasonFr: nobodyApplied.fr,
    outcome: 'none_applied',
  })
  await setPublicStatus(tx, id, 'unsuccessful')
  await record(tx, app.random, {
    departmentId,
    kind: 'opportunity.unsuccessful',
    subject: { type: 'opportunity', id },
    fileId: requestId,
    actor,
    at: now,
    facts: { outcome: 'none_applied' },
  })
  for (const person of await teamOf(tx, departmentId, now))
    await post(tx, app.random, nobodyAppliedEmail, {
      to: { address: person.email, language: person.language },
      departmentId,
      facts: { ...said(app, opportunity), file: id },
      once: `nobody applied ${id} ${person.email}`,
      at: now,
    })
}

const nobodyApplied = { en: 'Nobody applied.', fr: 'Personne n’a postulé.' }

const said = (app: App, { number, slug, title }: Pick<Closing, 'number' | 'slug' | 'title'>) => ({
  ...{ number, slug, titleEn: title.en, titleFr: title.fr },
  base: app.config.baseUrl,
})
