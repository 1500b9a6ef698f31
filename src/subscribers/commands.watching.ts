import type { Actor } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { linkSignature } from '../platform/codes.ts'
import { type Decision, yes } from '../platform/decision.ts'
import type { Language } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'
import { post } from '../platform/mail.ts'
import { addressHash, asksOf, consent, fitting, mayWriteTo, proven, recordOn } from './commands.ts'
import { watchEmail } from './emails.watching.ts'
import * as rules from './rules.ts'
import * as watching from './rules.watching.ts'
import { findWatched } from './store.postings.ts'
import { askedSubscriber, findSubscriber, lockSubscriber, saveConfirmed } from './store.ts'
import { askedWatch, findWatch, lockWatch, saveWatchConfirmed } from './store.watching.ts'

export type Watching = {
  readonly opportunityId: string
  readonly email: string
  readonly language: Language
  readonly origin?: string
  readonly readIn?: Language
}

/** Sends the letter to confirm, known address or not: whoever asks learns nothing of who follows what. */
export function watch(
  app: App,
  actor: Actor,
  input: Watching,
): Promise<Decision<watching.Watch | undefined, watching.WatchRefusal>> {
  const { opportunityId, language, origin = '', readIn = language } = input
  const email = input.email.toLowerCase()
  return app.transaction('nothing', async (tx) => {
    const now = await tx.now()
    const hash = addressHash(app, email)
    const watched = await findWatched(tx, { id: opportunityId }, now)
    const counts = await asksOf(tx, { origin, hash }, now)
    const decision = watching.askToWatch(actor, { watched: watched ?? { open: false }, counts })
    if (!decision.ok || !watched) return decision.ok ? yes(undefined) : decision

    const row = { id: newId(now, app.random), departmentId: null, email, hash, language, askedAt: now }
    const subscriber = await askedSubscriber(tx, row, { anew: false })
    const asked = { id: newId(now, app.random), subscriberId: subscriber.id, opportunityId, askedAt: now }
    const wanted = await askedWatch(tx, asked)
    await consent(tx, app, actor, subscriber, { about: 'watch', act: 'asked', readIn, at: now, opportunityId })
    if (!(await mayWriteTo(tx, hash, now))) return yes(wanted)
    await post(tx, app.random, watchEmail, {
      to: { address: email, language: subscriber.state === 'confirmed' ? subscriber.language : language },
      departmentId: watched.departmentId,
      facts: {
        watchId: wanted.id,
        signs: watching.watchSays(wanted),
        ...{ titleEn: watched.title.en, titleFr: watched.title.fr, number: watched.number },
      },
      once: `watch ${wanted.id} ${now.toISOString()}`,
      at: now,
    })
    return yes(wanted)
  })
}

/** From the letter's page: the opportunity is followed, the address proven. Nobody gets on the list by it. Safe twice. */
export function confirmWatch(
  app: App,
  actor: Actor,
  { token, readIn }: { token: string; readIn?: Language },
): Promise<Decision<watching.Watch, watching.ConfirmWatchRefusal>> {
  return app.transaction('everything', async (tx) => {
    const link = rules.readLinkToken(token)
    const found = link && (await findWatch(tx, link.id))
    // The subscriber first, as everywhere, so that two acts never wait for each other.
    const subscriber = found && (await lockSubscriber(tx, found.subscriberId))
    const kept = found && (await lockWatch(tx, found.id))
    const now = await tx.now()
    const fits = fitting(app, link, kept && watching.watchSays(kept))
    const decision = watching.confirmWatch(kept, subscriber, { fits, now })
    if (!decision.ok || decision.value.confirmedAt !== null) return decision
    if (!subscriber || subscriber.state === 'unsubscribed') throw new Error('a watch is confirmed for nobody')

    const { opportunityId } = decision.value
    await saveWatchConfirmed(tx, decision.value.id, now)
    if (subscriber.state === 'pending') await saveConfirmed(tx, subscriber.id, now, 'watched_only')
    await proven(tx, app, subscriber)
    const read = readIn ?? subscriber.language
    await consent(tx, app, actor, subscriber, {
      about: 'watch',
      act: 'confirmed',
      readIn: read,
      at: now,
      opportunityId,
    })
    await recordOn(tx, app, actor, subscriber, 'subscriber.watching', now)
    return decision
  })
}

export type OpenedWatch = {
  readonly watch: watching.Watch
  readonly subscriber: rules.Subscriber
  readonly watched: watching.Watched
  readonly now: Date
}

/** Who opened this link and for what, or nothing when it is none of ours. */
export async function watchBy(app: App, token: string): Promise<OpenedWatch | undefined> {
  const link = rules.readLinkToken(token)
  if (!link) return undefined
  return app.read('nothing', async (tx) => {
    const found = await findWatch(tx, link.id)
    if (!found || !fitting(app, link, watching.watchSays(found))) return undefined
    const now = await tx.now()
    const subscriber = await findSubscriber(tx, found.subscriberId)
    const watched = await findWatched(tx, { id: found.opportunityId }, now)
    return subscriber && watched && { watch: found, subscriber, watched, now }
  })
}

/** The token that the letter carries; the demonstration presses the button with it. */
export const watchToken = (app: Pick<App, 'keys'>, asked: Pick<watching.Watch, 'id' | 'askedAt'>): string =>
  rules.linkToken(asked.id, linkSignature(app.keys.code, watching.watchSays(asked)))
