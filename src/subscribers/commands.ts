import { createHmac } from 'node:crypto'
import type { Actor } from '../accounts/rules.ts'
import { countAct, countLetter } from '../accounts/store.sessions.ts'
import { record } from '../history/record.ts'
import type { App } from '../platform/app.ts'
import { linkSignature, sameSecret } from '../platform/codes.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, yes } from '../platform/decision.ts'
import type { Language } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'
import { post } from '../platform/mail.ts'
import { alreadyEmail, confirmEmail, type SignedFacts } from './emails.ts'
import * as rules from './rules.ts'
import type { Watcher } from './rules.watching.ts'
import { type Consent, keepConsent } from './store.consent.ts'
import { hostDepartment } from './store.postings.ts'
import * as store from './store.ts'
import { watchersOf } from './store.watching.ts'
import { consentTexts } from './texts.consent.ts'

export type Subscribing = {
  readonly email: string
  readonly language: Language
  /** The department whose opportunities are wanted; null for all. */
  readonly departmentId?: string | null
  /** The network address as a salted hash, for the limit; a replay has none. It is not kept. */
  readonly origin?: string
  /** The language of the page that they read when they asked; by default that of the letters. */
  readonly readIn?: Language
}

/**
 * Sends the letter to confirm, known address or not: whoever asks learns nothing of the list. Answers the subscriber,
 * for a replay that confirms; a page shows nothing of it.
 */
export function subscribe(
  app: App,
  actor: Actor,
  input: Subscribing,
): Promise<Decision<rules.Pending | rules.Confirmed, rules.SubscribeRefusal>> {
  const { language, departmentId = null, origin = '', readIn = language } = input
  const email = input.email.toLowerCase()
  return app.transaction('nothing', async (tx) => {
    const now = await tx.now()
    const hash = addressHash(app, email)
    const asked = rules.ask(actor, await asksOf(tx, { origin, hash }, now))
    if (!asked.ok) return asked

    const row = { id: newId(now, app.random), departmentId, email, hash, language, askedAt: now }
    const subscriber = await store.askedSubscriber(tx, row, { anew: true })
    const known = subscriber.state === 'confirmed' && rules.isListed(subscriber)
    if (!known) await consent(tx, app, actor, subscriber, { about: 'list', act: 'asked', readIn, at: now })
    if (!(await mayWriteTo(tx, hash, now))) return yes(subscriber)
    const signs = known ? rules.leavingSays(subscriber) : rules.confirmationSays(subscriber)
    await post(tx, app.random, known ? alreadyEmail : confirmEmail, {
      to: { address: email, language: known ? subscriber.language : language },
      departmentId: departmentId ?? (await hostDepartment(tx)),
      facts: { subscriberId: subscriber.id, signs },
      once: `subscriber ${subscriber.id} ${now.toISOString()}`,
      at: now,
    })
    return yes(subscriber)
  })
}

/** Puts an address on the list for good: the letter's link and its button prove that its owner asked. Safe twice. */
export function confirmSubscription(
  app: App,
  actor: Actor,
  { token, readIn }: { token: string; readIn?: Language },
): Promise<Decision<rules.Pending | rules.Confirmed, rules.ConfirmRefusal>> {
  return app.transaction('everything', async (tx) => {
    const link = rules.readLinkToken(token)
    const found = link && (await store.lockSubscriber(tx, link.id))
    const now = await tx.now()
    const fits = fitting(app, link, found && rules.confirmationSays(found))
    const decision = rules.confirm(found, { fits, now })
    if (!decision.ok || isOnList(decision.value)) return decision

    const subscriber = decision.value
    await store.saveConfirmed(tx, subscriber.id, now, 'list')
    await proven(tx, app, subscriber)
    const read = readIn ?? subscriber.language
    await consent(tx, app, actor, subscriber, { about: 'list', act: 'confirmed', readIn: read, at: now })
    await recordOn(tx, app, actor, subscriber, 'subscriber.confirmed', now)
    return decision
  })
}

/** Takes an address off the list, at once; a keyed hash stays. Safe twice: mailboxes may press the button again. */
export function unsubscribe(
  app: App,
  actor: Actor,
  { token }: { token: string },
): Promise<Decision<rules.Subscriber, rules.UnsubscribeRefusal>> {
  return app.transaction('everything', async (tx) => {
    const link = rules.readLinkToken(token)
    const found = link && (await store.lockSubscriber(tx, link.id))
    const decision = rules.unsubscribe(found, { fits: fitting(app, link, found && rules.leavingSays(found)) })
    if (!decision.ok || decision.value.state === 'unsubscribed') return decision

    await end(tx, app, actor, decision.value, 'left')
    return decision
  })
}

/** Who opened this link, or nothing when it is none of ours. */
export async function subscriberBy(
  app: App,
  token: string,
  purpose: 'confirm' | 'leave',
): Promise<{ subscriber: rules.Subscriber; now: Date } | undefined> {
  const link = rules.readLinkToken(token)
  if (!link) return undefined
  return app.read('nothing', async (tx) => {
    const subscriber = await store.findSubscriber(tx, link.id)
    const says = subscriber && (purpose === 'leave' ? rules.leavingSays : rules.confirmationSays)(subscriber)
    if (!subscriber || !fitting(app, link, says)) return undefined
    return { subscriber, now: await tx.now() }
  })
}

/** The token that a letter to confirm carries; a replay presses the button with it. */
export const confirmationToken = (app: Pick<App, 'keys'>, subscriber: Pick<rules.Subscriber, 'id' | 'askedAt'>) =>
  rules.linkToken(subscriber.id, linkSignature(app.keys.code, rules.confirmationSays(subscriber)))

/** The token that each letter carries to leave the list, and to choose what comes. */
export const leavingToken = (app: Pick<App, 'keys'>, subscriber: Pick<rules.Subscriber, 'id'>) =>
  rules.linkToken(subscriber.id, linkSignature(app.keys.code, rules.leavingSays(subscriber)))

/** Facts that each letter to a subscriber carries, for its link to leave. */
export const leavingFacts = (subscriber: Pick<rules.Subscriber, 'id'>): SignedFacts => ({
  subscriberId: subscriber.id,
  signs: rules.leavingSays(subscriber),
})

/** How many letters one transaction writes. */
export const BATCH = 500

/**
 * Calls `write` for everybody who is told at once of a department's news, batch by batch, each batch one transaction. About
 * one opportunity: whoever chose skills when it asks for one of them, and whoever watches it, each once. A run that is cut
 * short is run again from the start: `write` posts with a key, so nobody is written to twice.
 */
export async function forEachSubscriber(
  app: App,
  departmentId: string,
  write: (tx: Tx, subscriber: rules.Confirmed, now: Date) => Promise<void>,
  about: { readonly opportunityId?: string } = {},
): Promise<number> {
  return inBatches(app, (tx, after) => store.confirmedAfter(tx, { departmentId, ...about, after, most: BATCH }), write)
}

/** The same for whoever watches one opportunity: told of its changes, its answers and its closing, chosen skills or not. */
export async function forEachWatcher(
  app: App,
  opportunityId: string,
  write: (tx: Tx, watcher: Watcher & { readonly facts: SignedFacts }, at: Date) => Promise<void>,
): Promise<number> {
  return inBatches(
    app,
    (tx, after) => watchersOf(tx, { opportunityId, after, most: BATCH }),
    (tx, watcher, at) => write(tx, { ...watcher, facts: leavingFacts({ id: watcher.subscriberId }) }, at),
  )
}

async function inBatches<Row extends { readonly id: string }>(
  app: App,
  next: (tx: Tx, after: string | null) => Promise<readonly Row[]>,
  write: (tx: Tx, row: Row, now: Date) => Promise<void>,
): Promise<number> {
  let after: string | null = null
  let told = 0
  for (;;) {
    const last: string | null = after
    const batch = await app.transaction('everything', async (tx) => {
      const now = await tx.now()
      const rows = await next(tx, last)
      for (const row of rows) await write(tx, row, now)
      return rows
    })
    told += batch.length
    after = batch.at(-1)?.id ?? null
    if (batch.length < BATCH) return told
  }
}

/** Ends the letters to a subscriber, of their own will or of their mailbox's, in the act's transaction. */
export async function end(
  tx: Tx,
  app: App,
  actor: Actor,
  subscriber: rules.Pending | rules.Confirmed,
  because: rules.Ending,
): Promise<void> {
  const at = await tx.now()
  const { id, email } = subscriber
  await store.saveEnded(tx, { id, email, hash: addressHash(app, email), because, at })
  const kind = !isOnList(subscriber)
    ? 'subscriber.stopped'
    : because === 'left'
      ? 'subscriber.unsubscribed'
      : 'subscriber.suppressed'
  await recordOn(tx, app, actor, subscriber, kind, at)
}

/** What an address that left is known by: nobody without our key can find out whether a given one is there. */
export const addressHash = (app: Pick<App, 'keys'>, email: string): string =>
  `left:${createHmac('sha256', app.keys.code).update(`opportune subscriber/1\n${email}\n`).digest('hex')}`

/** Counts this request, for the limits: what is refused to one network counts against no mailbox. */
export async function asksOf(
  tx: Tx,
  { origin, hash }: { origin: string; hash: string },
  now: Date,
): Promise<Readonly<Record<'origin' | 'address', number>>> {
  const fromOrigin = await counted(tx, 'origin', origin, now)
  const isFull = fromOrigin > rules.subscribeLimits.origin.most
  const mailbox = { key: `subscribe address ${hash}`, origin }
  return {
    origin: fromOrigin,
    address: isFull ? 0 : await countLetter(tx, mailbox, rules.subscribeLimits.address, now),
  }
}

/** May a letter to confirm go to this address? One that we took off gets one a day, and whoever asks learns nothing of it. */
export async function mayWriteTo(tx: Tx, hash: string, now: Date): Promise<boolean> {
  const suppressed = await store.suppressionOf(tx, hash)
  if (suppressed === undefined || suppressed === 'left') return true
  return rules.mayBeAsked(suppressed, await counted(tx, 'suppressed', hash, now))
}

/** Its owner proved the address: what kept us from writing to it is over. */
export const proven = (tx: Tx, app: App, { id, email }: rules.Pending | rules.Confirmed): Promise<void> =>
  store.endSuppression(tx, { id, hash: addressHash(app, email) })

export const fitting = (app: App, link: { signature: string } | undefined, says: string | undefined): boolean =>
  link !== undefined && says !== undefined && sameSecret(linkSignature(app.keys.code, says), link.signature)

type Consented = Pick<Consent, 'about' | 'act' | 'at'> & { readonly readIn: Language; readonly opportunityId?: string }

/** Keeps the proof: which words, when, by which kind of act. */
export const consent = (
  tx: Tx,
  app: App,
  actor: Actor,
  { id: subscriberId }: Pick<rules.Subscriber, 'id'>,
  { about, act, readIn, at, opportunityId }: Consented,
): Promise<void> =>
  keepConsent(tx, {
    ...{ id: newId(at, app.random), subscriberId, about, act, at },
    ...{ opportunityId: opportunityId ?? null, language: readIn, text: consentTexts[about][act][readIn] },
    way: actor.kind === 'system' ? 'program' : act === 'asked' ? 'form' : 'letter',
  })

const isOnList = (subscriber: rules.Pending | rules.Confirmed): boolean =>
  subscriber.state === 'confirmed' && rules.isListed(subscriber)

const counted = (tx: Tx, limit: rules.SubscribeLimit, key: string, now: Date): Promise<number> =>
  countAct(tx, `subscribe ${limit} ${key}`, rules.subscribeLimits[limit].minutes, now)

type SubscriberEvent =
  | 'subscriber.confirmed'
  | 'subscriber.unsubscribed'
  | 'subscriber.suppressed'
  | 'subscriber.watching'
  | 'subscriber.stopped'

export const recordOn = (
  tx: Tx,
  app: App,
  actor: Actor,
  { id, departmentId }: Pick<rules.Subscriber, 'id' | 'departmentId'>,
  kind: SubscriberEvent,
  at: Date,
): Promise<void> =>
  record(tx, app.random, { departmentId, kind, subject: { type: 'subscriber', id }, fileId: null, actor, at })
