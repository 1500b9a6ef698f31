import type { Actor } from '../accounts/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { ask, isExpired, type SubscribeRefusal, type Subscriber } from './rules.ts'

/** Somebody asked to hear of changes, answers and the closing of one opportunity; it counts once it is confirmed. */
export type Watch = {
  readonly id: string
  readonly subscriberId: string
  readonly opportunityId: string
  readonly askedAt: Date
  readonly confirmedAt: Date | null
}

/** What a watcher reads of the opportunity; all of it is public. */
export type Watched = {
  readonly opportunityId: string
  readonly departmentId: string
  readonly slug: string
  readonly number: string
  readonly title: Text
  readonly closesAt: Date
  readonly zone: string
  readonly open: boolean
}

/** Who is told: an address with its language, and the link by which they leave. */
export type Watcher = {
  /** Of the watch: pages go by it. */
  readonly id: string
  readonly subscriberId: string
  readonly email: string
  readonly language: Language
}

export type WatchRefusal = SubscribeRefusal | 'closed'
export type ConfirmWatchRefusal = 'unknown_link' | 'link_expired'

/** One watches what is open: after its closing nothing changes any more that a watcher could act on. Mission M10. */
export function askToWatch(
  actor: Actor,
  { watched, counts }: { watched: Pick<Watched, 'open'>; counts: Readonly<Record<'origin' | 'address', number>> },
): Decision<true, WatchRefusal> {
  if (!watched.open) return no('closed')
  return ask(actor, counts)
}

/** The button of the letter's page confirms, once or again, within three days. It proves the address, and no more than that. */
export function confirmWatch(
  watch: Watch | undefined,
  subscriber: Subscriber | undefined,
  { fits, now }: { fits: boolean; now: Date },
): Decision<Watch, ConfirmWatchRefusal> {
  if (!watch || !subscriber || !fits || subscriber.state === 'unsubscribed') return no('unknown_link')
  if (watch.confirmedAt !== null) return yes(watch)
  return isExpired(watch.askedAt, now) ? no('link_expired') : yes(watch)
}

/** What the signature of the link says. */
export const watchSays = ({ id, askedAt }: Pick<Watch, 'id' | 'askedAt'>): string =>
  `subscriber watches ${id} ${askedAt.toISOString()}`
