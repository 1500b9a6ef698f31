import { type Actor, holds } from '../accounts/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language } from '../platform/i18n.ts'
import { lifecycle } from '../platform/states.ts'

/**
 * Somebody asks, confirms by the link in a letter, and leaves with one click; a mailbox that refuses our letters, or whose
 * owner calls them unwanted, is taken off. Asking again after that starts anew.
 */
export const subscriberLifecycle = lifecycle({
  pending: { ask: 'pending', confirm: 'confirmed', unsubscribe: 'unsubscribed', suppress: 'unsubscribed' },
  confirmed: { ask: 'confirmed', confirm: 'confirmed', unsubscribe: 'unsubscribed', suppress: 'unsubscribed' },
  unsubscribed: { ask: 'pending' },
})

/** When letters come: one for each posting, one a day or a week with what is new, or about watched opportunities alone. */
export const cadences = ['at_once', 'daily', 'weekly', 'watched_only'] as const
export type Cadence = (typeof cadences)[number]
export type DigestCadence = 'daily' | 'weekly'

/** What somebody wants to hear of. No skill and no department named means all of them. */
export type Wants = {
  readonly cadence: Cadence
  /** Skills by their keys, see `skillKey`. */
  readonly skills: readonly string[]
  readonly departments: readonly string[]
}

/** Why letters to an address ended. */
export const endings = ['left', 'bounced', 'complained'] as const
export type Ending = (typeof endings)[number]

type Common = {
  readonly id: string
  /** Null: opportunities of every department. */
  readonly departmentId: string | null
  readonly language: Language
  /** When the letter to confirm was last asked for; its link counts from here. */
  readonly askedAt: Date
}
export type Pending = Common & { readonly state: 'pending'; readonly email: string }
export type Confirmed = Common & {
  readonly state: 'confirmed'
  readonly email: string
  readonly confirmedAt: Date
  readonly wants: Wants
  /** They were asked once how they heard of us; null until they answered. */
  readonly sourceAskedAt: Date | null
}
/** Whoever left is known by a keyed hash of the address alone. */
export type Unsubscribed = Common & {
  readonly state: 'unsubscribed'
  readonly unsubscribedAt: Date
  readonly because: Ending
}
export type Subscriber = Pending | Confirmed | Unsubscribed

/** The link of a letter to confirm works for three days. */
export const CONFIRM_HOURS = 72

/** How often one may ask, so that nobody can fill a stranger's mailbox through us. */
export const subscribeLimits = {
  /** From one network address: an office shares one. */
  origin: { most: 30, minutes: 15 },
  /** Letters to one mailbox, asked for from one network; three times as many from all together. */
  address: { most: 4, minutes: 60 },
  /** Letters to a mailbox that refused ours, or whose owner complained: somebody may ask for it again, not everybody. */
  suppressed: { most: 1, minutes: 24 * 60 },
} as const
export type SubscribeLimit = keyof typeof subscribeLimits

export type SubscribeRefusal = 'too_many_requests'
export type ConfirmRefusal = 'unknown_link' | 'link_expired'
export type UnsubscribeRefusal = 'unknown_link'
export type PreferenceRefusal = 'unknown_link' | 'unknown_choice'

/** Asking is limited for people; a replay asks as the system and is not. */
export function ask(
  actor: Actor,
  counts: Readonly<Record<'origin' | 'address', number>>,
): Decision<true, SubscribeRefusal> {
  if (actor.kind === 'system' || holds(actor, 'program_team')) return yes(true)
  if (counts.origin > subscribeLimits.origin.most) return no('too_many_requests')
  return counts.address > subscribeLimits.address.most ? no('too_many_requests') : yes(true)
}

/** Is an address written to that we took off for bouncing or a complaint? Only when somebody asks, and once a day. */
export const mayBeAsked = (suppressed: Ending | undefined, lettersToday: number): boolean =>
  suppressed === undefined || suppressed === 'left' || lettersToday <= subscribeLimits.suppressed.most

/**
 * The button of a letter's page confirms, once or again; after three days one asks anew. A link that does not fit is no
 * link. Whoever watched opportunities alone is on the list from then on.
 */
export function confirm(
  subscriber: Subscriber | undefined,
  { fits, now }: { fits: boolean; now: Date },
): Decision<Pending | Confirmed, ConfirmRefusal> {
  if (!subscriber || !fits || subscriber.state === 'unsubscribed') return no('unknown_link')
  if (subscriber.state === 'confirmed' && isListed(subscriber)) return yes(subscriber)
  return isExpired(subscriber.askedAt, now) ? no('link_expired') : yes(subscriber)
}

/** Is this subscriber on the list, and not only told of what they watch? */
export const isListed = ({ wants }: Pick<Confirmed, 'wants'>): boolean => wants.cadence !== 'watched_only'

/** A letter to confirm works until the last millisecond of three days. */
export const isExpired = (askedAt: Date, now: Date): boolean =>
  now.getTime() >= askedAt.getTime() + CONFIRM_HOURS * 3_600_000

/** Leaving needs no account, no reason and no second step, and never expires. */
export function unsubscribe(
  subscriber: Subscriber | undefined,
  { fits }: { fits: boolean },
): Decision<Subscriber, UnsubscribeRefusal> {
  return subscriber && fits ? yes(subscriber) : no('unknown_link')
}

/** Choices are saved by the link in a letter, from what there is to choose: skills of postings, departments of ours. */
export function choose(
  subscriber: Subscriber | undefined,
  { fits, wants, known }: { fits: boolean; wants: Wants; known: Pick<Wants, 'skills' | 'departments'> },
): Decision<Confirmed, PreferenceRefusal> {
  if (!subscriber || !fits || subscriber.state !== 'confirmed') return no('unknown_link')
  const strange = (chosen: readonly string[], of: readonly string[]) => chosen.some((each) => !of.includes(each))
  if (strange(wants.skills, [...known.skills, ...subscriber.wants.skills])) return no('unknown_choice')
  if (strange(wants.departments, [...known.departments, ...subscriber.wants.departments])) return no('unknown_choice')
  // Every department ticked is no choice: one that joins later is wanted too.
  const all = known.departments.every((each) => wants.departments.includes(each))
  return yes({ ...subscriber, wants: { ...wants, departments: all ? [] : wants.departments } })
}

/** One name for a skill, however it is written: what postings and choices are compared by. */
export const skillKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#.]+/gu, ' ')
    .trim()
    .slice(0, 100)

/** What the signature of a link says; the key is in no database. A newer letter to confirm makes older ones void. */
export const confirmationSays = ({ id, askedAt }: Pick<Subscriber, 'id' | 'askedAt'>): string =>
  `subscriber confirms ${id} ${askedAt.toISOString()}`
export const leavingSays = ({ id }: Pick<Subscriber, 'id'>): string => `subscriber leaves ${id}`

export { linkToken, readLinkToken } from '../platform/codes.ts'
