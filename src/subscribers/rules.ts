import { type Actor, holds } from '../accounts/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language } from '../platform/i18n.ts'
import { lifecycle } from '../platform/states.ts'

/** Somebody asks, confirms by the link in a letter, and leaves with one click. Asking again after leaving starts anew. */
export const subscriberLifecycle = lifecycle({
  pending: { ask: 'pending', confirm: 'confirmed', unsubscribe: 'unsubscribed' },
  confirmed: { ask: 'confirmed', unsubscribe: 'unsubscribed' },
  unsubscribed: { ask: 'pending' },
})

type Common = {
  readonly id: string
  /** Null: opportunities of every department. */
  readonly departmentId: string | null
  readonly language: Language
  /** When the letter to confirm was last asked for; its link counts from here. */
  readonly askedAt: Date
}
export type Pending = Common & { readonly state: 'pending'; readonly email: string }
export type Confirmed = Common & { readonly state: 'confirmed'; readonly email: string; readonly confirmedAt: Date }
/** Whoever left is known by a keyed hash of the address alone. */
export type Unsubscribed = Common & { readonly state: 'unsubscribed'; readonly unsubscribedAt: Date }
export type Subscriber = Pending | Confirmed | Unsubscribed

/** The link of a letter to confirm works for three days. */
export const CONFIRM_HOURS = 72

/** How often one may ask, so that nobody can fill a stranger's mailbox through us. */
export const subscribeLimits = {
  /** From one network address: an office shares one. */
  origin: { most: 30, minutes: 15 },
  /** Letters to one mailbox. */
  address: { most: 4, minutes: 60 },
} as const
export type SubscribeLimit = keyof typeof subscribeLimits

export type SubscribeRefusal = 'too_many_requests'
export type ConfirmRefusal = 'unknown_link' | 'link_expired'
export type UnsubscribeRefusal = 'unknown_link'

/** Asking is limited for people; a replay asks as the system and is not. */
export function ask(actor: Actor, counts: Readonly<Record<SubscribeLimit, number>>): Decision<true, SubscribeRefusal> {
  if (actor.kind === 'system' || holds(actor, 'program_team')) return yes(true)
  if (counts.origin > subscribeLimits.origin.most) return no('too_many_requests')
  return counts.address > subscribeLimits.address.most ? no('too_many_requests') : yes(true)
}

/** The button of a letter's page confirms, once or again; after three days one asks anew. A link that does not fit is no link. */
export function confirm(
  subscriber: Subscriber | undefined,
  { fits, now }: { fits: boolean; now: Date },
): Decision<Pending | Confirmed, ConfirmRefusal> {
  if (!subscriber || !fits || subscriber.state === 'unsubscribed') return no('unknown_link')
  if (subscriber.state === 'confirmed') return yes(subscriber)
  if (now.getTime() >= subscriber.askedAt.getTime() + CONFIRM_HOURS * 3_600_000) return no('link_expired')
  return yes(subscriber)
}

/** Leaving needs no account, no reason and no second step, and never expires. */
export function unsubscribe(
  subscriber: Subscriber | undefined,
  { fits }: { fits: boolean },
): Decision<Subscriber, UnsubscribeRefusal> {
  return subscriber && fits ? yes(subscriber) : no('unknown_link')
}

/** What the signature of a link says; the key is in no database. A newer letter to confirm makes older ones void. */
export const confirmationSays = ({ id, askedAt }: Pick<Subscriber, 'id' | 'askedAt'>): string =>
  `subscriber confirms ${id} ${askedAt.toISOString()}`
export const leavingSays = ({ id }: Pick<Subscriber, 'id'>): string => `subscriber leaves ${id}`

/** The last part of an address in a letter: whose it is, and the proof that we wrote it. */
export const linkToken = (id: string, signature: string): string => `${id}.${signature}`
export function readLinkToken(token: string): { id: string; signature: string } | undefined {
  const found = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/.exec(token)
  return found ? { id: found[1] ?? '', signature: found[2] ?? '' } : undefined
}
