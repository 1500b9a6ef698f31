import { type Actor, scopeOf, system } from '../accounts/rules.ts'
import { holdersOf } from '../accounts/store.ts'
import { receivedApplications } from '../applications/store.ts'
import type { EventKind } from '../history/kinds.ts'
import { type Facts, record } from '../history/record.ts'
import { endStep } from '../history/steps.ts'
import { setPublicStatus, writeNotice } from '../opportunities/notice.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { lockOpportunity, setOpportunityState } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import { enqueue, type Tx } from '../platform/db.ts'
import type { Decision } from '../platform/decision.ts'
import { formatInstant } from '../platform/format.ts'
import { post } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import { heldDuties, takeDuty } from '../requests/duties.store.ts'
import { beaconFor } from './beacon.ts'
import { manifestEmail, valueRejectedEmail, valueToConfirmEmail } from './emails.ts'
import { type Hashed, manifestText, type Ranked, rankDraw } from './protocol.ts'
import type { DecideRefusal, Drawn, EnterRefusal, TypedValue } from './rules.ts'
import * as rules from './rules.ts'
import { openSeed } from './seed.ts'
import {
  drawnFile,
  eligibleIn,
  findCommitment,
  findManifest,
  findRoster,
  insertManifest,
  insertRanking,
  insertValue,
  passedApplications,
  saveValueConfirmed,
  saveValueRejected,
  updatePublicDraw,
} from './store.ts'
import { nonePassedText } from './texts.ts'

/**
 * T2 of `gc-micro-draw/1`, once results are confirmed: the manifest and the seed are published together and mailed to
 * every applicant, with the public number that will decide. When one passed there is nothing to draw; when nobody did,
 * the opportunity ends. Runs in the process that holds the seal key; safe twice. Answers what there was to do.
 */
export function prepareDraw(
  app: App,
  { opportunityId }: { opportunityId: string },
): Promise<'nobody' | 'only_one' | 'several' | 'not_locked' | 'already_prepared'> {
  return app.transaction('everything', async (tx) => {
    const opportunity = await lockOpportunity(tx, opportunityId)
    const now = await tx.now()
    if (opportunity.state !== 'locked') return 'not_locked'
    if (await findManifest(tx, opportunityId)) return 'already_prepared'

    const passed = await passedApplications(tx, opportunityId)
    const need = rules.needOf(passed.length)
    if (need === 'nobody') await endWithoutSupplier(tx, app, opportunity, now)
    else await publishManifest(tx, app, opportunity, passed, now)
    return need
  })
}

/** Types in the public number, once it exists. A second person is asked to confirm it. */
export function enterValue(
  app: App,
  actor: Actor,
  input: { opportunityId: string; value: string },
): Promise<Decision<{ valueId: string }, EnterRefusal>> {
  return onDraw(app, actor, input.opportunityId, async ({ tx, opportunity, file, now }) => {
    const { id: opportunityId, departmentId, requestId } = opportunity
    const duties = await heldDuties(tx, requestId, opportunityId)
    const decision = rules.enter(file, { actor, value: input.value, duties, now })
    if (!decision.ok) return decision
    const { personId, manifest, value } = decision.value

    const typed = { departmentId, manifestId: manifest.id, value, enteredBy: personId, enteredAt: now }
    const valueId = await insertValue(tx, app, typed)
    if (!duties.some((held) => held.duty === 'entered_beacon' && held.personId === personId))
      await takeDuty(tx, app, { departmentId, requestId, opportunityId, duty: 'entered_beacon', personId, at: now })
    await recordOn(tx, app, 'draw.value_entered', opportunity, actor, now, { valueId })
    await writeToDeciders(tx, app, opportunity, file, personId, now)
    return { ok: true, value: { valueId } }
  })
}

/** Another person confirms the number: the order of everybody who passed follows from it, once and for all. */
export function confirmValue(
  app: App,
  actor: Actor,
  input: { opportunityId: string },
): Promise<Decision<Ranked, DecideRefusal>> {
  return onDraw(app, actor, input.opportunityId, async ({ tx, opportunity, file, now }) => {
    const { id: opportunityId, departmentId, requestId } = opportunity
    const duties = await heldDuties(tx, requestId, opportunityId)
    const decision = rules.confirm(file, { actor, duties })
    if (!decision.ok) return decision
    const { personId, waiting } = decision.value

    await takeDuty(tx, app, { departmentId, requestId, opportunityId, duty: 'confirmed_beacon', personId, at: now })
    await saveValueConfirmed(tx, waiting.id, personId, now)
    await recordOn(tx, app, 'draw.value_confirmed', opportunity, actor, now, { valueId: waiting.id })
    return { ok: true, value: await rank(tx, app, opportunity, waiting.value, actor, now) }
  })
}

/** Another person finds that the number typed is not the one published: it is typed in again, never redrawn. */
export function rejectValue(
  app: App,
  actor: Actor,
  input: { opportunityId: string },
): Promise<Decision<{ waiting: TypedValue }, DecideRefusal>> {
  return onDraw(app, actor, input.opportunityId, async ({ tx, opportunity, file, now }) => {
    const decision = rules.reject(file, { actor })
    if (!decision.ok) return decision
    const { personId, waiting } = decision.value

    await saveValueRejected(tx, waiting.id, personId, now)
    await recordOn(tx, app, 'draw.value_rejected', opportunity, actor, now, { valueId: waiting.id })
    await writeToTeam(tx, app, opportunity, file, valueRejectedEmail, waiting, now)
    return decision
  })
}

type OnDraw = { readonly tx: Tx; readonly opportunity: Opportunity; readonly file: Drawn; readonly now: Date }

function onDraw<T>(app: App, actor: Actor, opportunityId: string, act: (on: OnDraw) => Promise<T>): Promise<T> {
  return app.transaction(scopeOf(actor), async (tx) => {
    const opportunity = await lockOpportunity(tx, opportunityId)
    const now = await tx.now()
    return act({ tx, opportunity, file: await drawnFile(tx, opportunity), now })
  })
}

type Passed = readonly { readonly id: string; readonly token: string }[]

async function publishManifest(tx: Tx, app: App, opportunity: Opportunity, passed: Passed, now: Date): Promise<void> {
  const { id: opportunityId, departmentId, slug } = opportunity
  const policy = await policyOf(tx, departmentId, now)
  const roster = await findRoster(tx, opportunityId)
  const committed = await findCommitment(tx, opportunityId)
  if (!roster || !committed) throw new Error(`${slug} was locked without a roster or a commitment`)

  const alone = passed.length === 1
  const drawsAt = alone ? now : rules.drawInstant(policy, now)
  const beacon = alone ? ({ ok: true, value: 'none' } as const) : beaconFor(committed.beaconSource, drawsAt)
  if (!beacon.ok) throw new Error(`no public number for ${slug}: ${beacon.because}`)
  const seed = await openSeed(tx, app, opportunityId)
  const eligible = passed.map(({ token }) => token)
  const draw = {
    slug,
    received: roster.received,
    draw: 1,
    previous: 'none',
    seed,
    eligible,
    beacon: { ref: beacon.value },
  }
  const manifest = manifestText(draw)
  if (!manifest.ok) throw new Error(`the manifest of ${slug} is outside the grammar: ${manifest.because}`)
  if (!manifest.value.text.includes(`roster: ${roster.hash}\n`)) throw new Error(`the roster of ${slug} has changed`)

  const { text, hash } = manifest.value
  const fixed = { n: 1, previous: 'none', beaconRef: beacon.value, drawsAt, eligible: passed.length, seed }
  const row = { departmentId, opportunityId, manifest: text, manifestHash: hash, publishedAt: now }
  await insertManifest(tx, app, { ...fixed, ...row })
  const shown = { manifest: text, manifestHash: hash, seed, beaconRef: beacon.value, drawsAt, lockedAt: now }
  await updatePublicDraw(tx, slug, { ...shown, needed: !alone }, now)
  const facts = { n: 1, manifestHash: hash, beaconRef: beacon.value, eligible: passed.length }
  await recordOn(tx, app, 'draw.manifest_published', opportunity, system, now, facts)
  const known = rules.valueKnownFrom({ beaconRef: beacon.value, drawsAt })
  await mailManifest(tx, app, opportunity, manifest.value, {
    rosterHash: roster.hash,
    commitment: committed.commitment,
    beaconRef: beacon.value,
    knownFrom: known,
    zone: policy.zone,
    now,
  })
  if (!alone) return
  await recordOn(tx, app, 'draw.not_needed', opportunity, system, now, { passed: 1 })
  await rank(tx, app, opportunity, 'none', system, now)
}

/** The order that follows from the manifest and the number; published, and handed to the first offer. */
async function rank(
  tx: Tx,
  app: App,
  opportunity: Opportunity,
  value: string,
  actor: Actor,
  now: Date,
): Promise<Ranked> {
  const { id: opportunityId, departmentId, slug } = opportunity
  const manifest = await findManifest(tx, opportunityId)
  const roster = await findRoster(tx, opportunityId)
  if (!manifest || !roster) throw new Error(`${slug} has no manifest or no roster`)
  const eligible = eligibleIn(manifest.manifest)
  const { n: draw, previous, seed, beaconRef } = manifest
  const ranked = rankDraw({
    ...{ slug, received: roster.received, draw, previous, seed, eligible },
    beacon: { ref: beaconRef, value },
  })
  if (!ranked.ok) throw new Error(`the draw of ${slug} is outside the grammar: ${ranked.because}`)
  const { key, ranking, manifestHash } = ranked.value
  if (manifestHash !== manifest.manifestHash) throw new Error(`the manifest of ${slug} has changed`)

  const applicationOf = new Map((await passedApplications(tx, opportunityId)).map(({ id, token }) => [token, id]))
  const drawn = { departmentId, opportunityId, manifestId: manifest.id, key, ranking, applicationOf, drawnAt: now }
  await insertRanking(tx, app, drawn)
  await setOpportunityState(tx, opportunity, 'draw')
  const shown = { beaconValue: value, key, ranking: JSON.stringify(ranking), drawnAt: now }
  await updatePublicDraw(tx, slug, shown, now)
  await recordOn(tx, app, 'draw.ranked', opportunity, actor, now, { ranked: ranking.length, key })
  await enqueue(tx, 'award.offer', { opportunityId }, { key: `award.offer ${opportunityId}` })
  return ranked.value
}

/** Nobody passed: there is nothing to draw and nobody to offer to. Applicants are told by the awards, with their reasons. */
async function endWithoutSupplier(tx: Tx, app: App, opportunity: Opportunity, now: Date): Promise<void> {
  const { id: opportunityId, departmentId, requestId: fileId, slug } = opportunity
  await setOpportunityState(tx, opportunity, 'fail', {
    endedAt: now,
    endedBecause: 'none_passed',
    publicReasonEn: nonePassedText.en,
    publicReasonFr: nonePassedText.fr,
    outcome: 'none_passed',
  })
  await updatePublicDraw(tx, slug, { needed: false, lockedAt: now }, now)
  await recordOn(tx, app, 'draw.not_needed', opportunity, system, now, { passed: 0 })
  await recordOn(tx, app, 'opportunity.unsuccessful', opportunity, system, now, { outcome: 'none_passed' })
  const { reservation } = opportunity.gates
  if (reservation) {
    await recordOn(tx, app, 'funds.to_release', opportunity, system, now, { amount: reservation.amount })
    await enqueue(tx, 'approvals.ended', { opportunityId }, { key: `approvals.ended:${opportunityId}` })
  }
  await endStep(tx, app.random, { departmentId, fileId, step: 'supplier-selected', actor: system, at: now })
  await writeNotice(tx, opportunityId)
  await setPublicStatus(tx, opportunityId, 'unsuccessful')
  await enqueue(tx, 'award.tell_all', { opportunityId }, { key: `award.tell_all ${opportunityId}` })
}

type ManifestFacts = {
  readonly rosterHash: string
  readonly commitment: string
  readonly beaconRef: string
  readonly knownFrom: Date
  readonly zone: string
  readonly now: Date
}

/** With these in their mailboxes, applicants can check the draw against what they were sent and not against our page. */
async function mailManifest(
  tx: Tx,
  app: App,
  { id, departmentId, number, slug, title }: Opportunity,
  { hash: manifestHash }: Hashed,
  { rosterHash, commitment, beaconRef, knownFrom, zone, now }: ManifestFacts,
): Promise<void> {
  for (const { id: applicationId, token, language, email } of await receivedApplications(tx, id))
    await post(tx, app.random, manifestEmail, {
      to: { address: email, language },
      departmentId,
      facts: {
        ...{ number, title: title[language], token, manifestHash, rosterHash, commitment, beaconRef },
        knownFrom: formatInstant(knownFrom, zone, language),
        link: app.config.baseUrl + path('/draws/:slug', language, { slug }),
      },
      once: `draw.manifest ${applicationId} ${manifestHash}`,
      at: now,
    })
}

/** Whoever may confirm what another typed. */
async function writeToDeciders(
  tx: Tx,
  app: App,
  opportunity: Opportunity,
  file: Drawn,
  enteredBy: string,
  now: Date,
): Promise<void> {
  const { zone } = await policyOf(tx, opportunity.departmentId, now)
  const day = dayOf(now, zone)
  const people = await holdersOf(tx, ['program_team', 'procurement'], { departmentId: opportunity.departmentId, day })
  for (const person of people) {
    if (person.id === enteredBy || file.evaluators.some(({ personId }) => personId === person.id)) continue
    await writeAbout(tx, app, opportunity, valueToConfirmEmail, person, now)
  }
}

async function writeToTeam(
  tx: Tx,
  app: App,
  opportunity: Opportunity,
  file: Drawn,
  kind: typeof valueRejectedEmail,
  { enteredBy }: TypedValue,
  now: Date,
): Promise<void> {
  const { zone } = await policyOf(tx, opportunity.departmentId, now)
  const day = dayOf(now, zone)
  const people = await holdersOf(tx, ['program_team'], { departmentId: opportunity.departmentId, day })
  for (const person of people) {
    if (person.id !== enteredBy && file.evaluators.some(({ personId }) => personId === person.id)) continue
    await writeAbout(tx, app, opportunity, kind, person, now)
  }
}

const writeAbout = (
  tx: Tx,
  app: App,
  { id, departmentId, number, title }: Opportunity,
  kind: typeof valueToConfirmEmail,
  person: Awaited<ReturnType<typeof holdersOf>>[number],
  at: Date,
): Promise<void> =>
  post(tx, app.random, kind, {
    to: { address: person.email, language: person.language },
    departmentId,
    facts: {
      number,
      title: title[person.language],
      link: app.config.baseUrl + path('/files/:id/draw', person.language, { id }),
    },
    once: `${kind.kind} ${id} ${person.id} ${at.toISOString()}`,
    at,
  })

function recordOn(
  tx: Tx,
  app: App,
  kind: EventKind,
  { id, departmentId, requestId: fileId }: Opportunity,
  actor: Actor,
  at: Date,
  facts: Facts,
): Promise<void> {
  return record(tx, app.random, { departmentId, kind, subject: { type: 'opportunity', id }, fileId, actor, at, facts })
}
