import { createHmac } from 'node:crypto'
import type { Actor } from '../accounts/rules.ts'
import { countAct } from '../accounts/store.sessions.ts'
import { record } from '../history/record.ts'
import type { App } from '../platform/app.ts'
import { linkSignature, sameSecret } from '../platform/codes.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'
import { post } from '../platform/mail.ts'
import { alreadyEmail, confirmEmail, type SignedFacts } from './emails.ts'
import * as rules from './rules.ts'
import {
  askedSubscriber,
  confirmedAfter,
  findSubscriber,
  lockSubscriber,
  saveConfirmed,
  saveLanguage,
  saveUnsubscribed,
} from './store.ts'

export type Subscribing = {
  readonly email: string
  readonly language: Language
  /** The department whose opportunities are wanted; null for all. */
  readonly departmentId?: string | null
  /** The network address as a salted hash, for the limit; a replay has none. */
  readonly origin?: string
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
  const { language, departmentId = null, origin = '' } = input
  const email = input.email.toLowerCase()
  return app.transaction('nothing', async (tx) => {
    const now = await tx.now()
    const hash = addressHash(app, email)
    const asked = rules.ask(actor, {
      origin: await counted(tx, 'origin', origin, now),
      address: await counted(tx, 'address', hash, now),
    })
    if (!asked.ok) return asked

    const id = newId(now, app.random)
    const subscriber = await askedSubscriber(tx, { id, departmentId, email, hash, language, askedAt: now })
    const known = subscriber.state === 'confirmed'
    const signs = known ? rules.leavingSays(subscriber) : rules.confirmationSays(subscriber)
    await post(tx, app.random, known ? alreadyEmail : confirmEmail, {
      to: { address: email, language },
      departmentId,
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
  { token }: { token: string },
): Promise<Decision<rules.Pending | rules.Confirmed, rules.ConfirmRefusal>> {
  return app.transaction('everything', async (tx) => {
    const link = rules.readLinkToken(token)
    const found = link && (await lockSubscriber(tx, link.id))
    const now = await tx.now()
    const fits = fitting(app, link, found && rules.confirmationSays(found))
    const decision = rules.confirm(found, { fits, now })
    if (!decision.ok || decision.value.state === 'confirmed') return decision

    await saveConfirmed(tx, decision.value.id, now)
    await recordOn(tx, app, actor, decision.value, 'subscriber.confirmed', now)
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
    const found = link && (await lockSubscriber(tx, link.id))
    const decision = rules.unsubscribe(found, { fits: fitting(app, link, found && rules.leavingSays(found)) })
    if (!decision.ok || decision.value.state === 'unsubscribed') return decision

    const { id, email } = decision.value
    const now = await tx.now()
    await saveUnsubscribed(tx, id, addressHash(app, email), now)
    await recordOn(tx, app, actor, decision.value, 'subscriber.unsubscribed', now)
    return decision
  })
}

/** Letters come in the other language from now on. */
export function chooseLanguage(
  app: App,
  { token, language }: { token: string; language: Language },
): Promise<Decision<rules.Subscriber, rules.UnsubscribeRefusal>> {
  return app.transaction('nothing', async (tx) => {
    const link = rules.readLinkToken(token)
    const found = link && (await lockSubscriber(tx, link.id))
    const decision = rules.unsubscribe(found, { fits: fitting(app, link, found && rules.leavingSays(found)) })
    if (!decision.ok || decision.value.state === 'unsubscribed') return no('unknown_link')

    await saveLanguage(tx, decision.value.id, language)
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
    const subscriber = await findSubscriber(tx, link.id)
    const says = subscriber && (purpose === 'leave' ? rules.leavingSays : rules.confirmationSays)(subscriber)
    if (!subscriber || !fitting(app, link, says)) return undefined
    return { subscriber, now: await tx.now() }
  })
}

/** The token that a letter to confirm carries; a replay presses the button with it. */
export const confirmationToken = (app: Pick<App, 'keys'>, subscriber: Pick<rules.Subscriber, 'id' | 'askedAt'>) =>
  rules.linkToken(subscriber.id, linkSignature(app.keys.code, rules.confirmationSays(subscriber)))

/** The token that each letter carries to leave the list. */
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
 * Calls `write` for every confirmed subscriber of a department's news, batch by batch, each batch one transaction. A
 * run that is cut short is run again from the start: `write` posts with a key, so nobody is written to twice.
 */
export async function forEachSubscriber(
  app: App,
  departmentId: string,
  write: (tx: Tx, subscriber: rules.Confirmed, now: Date) => Promise<void>,
): Promise<number> {
  let after: string | null = null
  let told = 0
  for (;;) {
    const last: string | null = after
    const batch = await app.transaction('everything', async (tx) => {
      const now = await tx.now()
      const subscribers = await confirmedAfter(tx, { departmentId, after: last, most: BATCH })
      for (const subscriber of subscribers) await write(tx, subscriber, now)
      return subscribers
    })
    told += batch.length
    after = batch.at(-1)?.id ?? null
    if (batch.length < BATCH) return told
  }
}

/** What an address that left is known by: nobody without our key can find out whether a given one is there. */
const addressHash = (app: Pick<App, 'keys'>, email: string): string =>
  `left:${createHmac('sha256', app.keys.code).update(`opportune subscriber/1\n${email}\n`).digest('hex')}`

const counted = (tx: Tx, limit: rules.SubscribeLimit, key: string, now: Date): Promise<number> =>
  countAct(tx, `subscribe ${limit} ${key}`, rules.subscribeLimits[limit].minutes, now)

const fitting = (app: App, link: { signature: string } | undefined, says: string | undefined): boolean =>
  link !== undefined && says !== undefined && sameSecret(linkSignature(app.keys.code, says), link.signature)

const recordOn = (
  tx: Tx,
  app: App,
  actor: Actor,
  { id, departmentId }: Pick<rules.Subscriber, 'id' | 'departmentId'>,
  kind: 'subscriber.confirmed' | 'subscriber.unsubscribed',
  at: Date,
): Promise<void> =>
  record(tx, app.random, { departmentId, kind, subject: { type: 'subscriber', id }, fileId: null, actor, at })
