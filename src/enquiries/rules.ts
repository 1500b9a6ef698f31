import { type Actor, holds, type Staff } from '../accounts/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { lifecycle, type StatesOf } from '../platform/states.ts'

export { linkToken, readLinkToken } from '../platform/codes.ts'

/**
 * Somebody writes; the program team takes it up, answers, and says what came of it. What needs an answer waits for the
 * address to be confirmed; what does not is read at once, and may have its address confirmed later.
 */
export const enquiryLifecycle = lifecycle({
  unconfirmed: { confirm: 'waiting' },
  waiting: { confirm: 'waiting', take: 'taken' },
  taken: { confirm: 'taken', take: 'taken', give_back: 'waiting', answer: 'answered', close: 'closed' },
  answered: { close: 'closed' },
  closed: {},
})
export type EnquiryState = StatesOf<typeof enquiryLifecycle>

export const enquiryKinds = ['question', 'problem', 'barrier', 'suggestion', 'complaint'] as const
export type EnquiryKind = (typeof enquiryKinds)[number]

/** A question and a complaint are nothing without an answer; the rest can be told without an address. */
export const needsAnswer = (kind: EnquiryKind): boolean => kind === 'question' || kind === 'complaint'

export const enquiryOutcomes = ['answered', 'repaired', 'noted', 'known', 'elsewhere', 'not_for_us'] as const
export type EnquiryOutcome = (typeof enquiryOutcomes)[number]

type Common = {
  readonly id: string
  /** Null: it waits for every program team. */
  readonly departmentId: string | null
  readonly kind: EnquiryKind
  readonly language: Language
  /** The page it is about: an address of ours, or nothing. */
  readonly page: string
  readonly body: string
  /** Null: no answer is wanted. */
  readonly email: string | null
  readonly confirmedAt: Date | null
  readonly askedAt: Date
  readonly takenBy: string | null
  readonly takenAt: Date | null
  readonly answer: Answer | null
}
export type Answer = { readonly text: string; readonly by: string; readonly at: Date }
export type Enquiry =
  | (Common & { readonly state: 'unconfirmed' | 'waiting' })
  | (Common & { readonly state: 'taken'; readonly takenBy: string; readonly takenAt: Date })
  | (Common & { readonly state: 'answered'; readonly answer: Answer })
  | (Common & {
      readonly state: 'closed'
      readonly outcome: EnquiryOutcome
      readonly closedBy: string
      readonly closedAt: Date
    })

/** A new one, as somebody wrote it. */
export type Wrote = {
  readonly kind: EnquiryKind
  readonly language: Language
  readonly departmentId: string | null
  readonly page: string
  readonly body: string
  readonly email: string | null
}

/** The link of a letter to confirm works for three days; then what waited for it is forgotten. */
export const CONFIRM_HOURS = 72
export const confirmUntil = ({ askedAt }: Pick<Common, 'askedAt'>): Date =>
  new Date(askedAt.getTime() + CONFIRM_HOURS * 3_600_000)

/** How often one may write, so that nobody floods the queue, or a stranger’s mailbox through us. */
export const enquiryLimits = {
  /** From one network address: an office shares one. */
  origin: { most: 20, minutes: 15 },
  /** Letters to one mailbox, asked for from one network; three times as many from all together. */
  address: { most: 4, minutes: 60 },
  /** By everybody. */
  everybody: { most: 600, minutes: 15 },
} as const
export type EnquiryLimit = keyof typeof enquiryLimits
export const enquiryLimitNames = ['origin', 'address', 'everybody'] as const satisfies readonly EnquiryLimit[]

export type WriteRefusal = 'too_many' | 'address_missing'
export type ConfirmRefusal = 'unknown_link' | 'link_expired'
export type ActRefusal = 'not_allowed' | 'wrong_state' | 'not_yours'
export type AnswerRefusal = ActRefusal | 'no_address' | 'address_unconfirmed' | 'draft_unchanged'
export type LessonRefusal = 'not_allowed' | 'already_a_lesson'
export type EnquiryRefusal = WriteRefusal | ConfirmRefusal | AnswerRefusal | LessonRefusal

/** Whoever runs the program in the department it is for, or in any when it is for none. */
export const can = {
  see: (actor: Actor, { departmentId }: Pick<Enquiry, 'departmentId'>): actor is Staff =>
    holds(actor, 'program_team') && (departmentId === null || departmentId === actor.departmentId),
  take: (actor: Actor, enquiry: Enquiry): boolean =>
    can.see(actor, enquiry) && enquiryLifecycle.allows(enquiry, 'take') && enquiry.takenBy !== actor.id,
  /** Whoever took it up answers and closes it. */
  act: (actor: Actor, enquiry: Enquiry): actor is Staff => can.see(actor, enquiry) && enquiry.takenBy === actor.id,
}

/** Anybody writes, within limits. An address of somebody who is signed in is confirmed already. */
export function write(
  actor: Actor,
  wrote: Wrote,
  counts: Readonly<Record<EnquiryLimit, number>>,
): Decision<{ readonly state: 'unconfirmed' | 'waiting'; readonly confirmed: boolean }, WriteRefusal> {
  const tooMany = enquiryLimitNames.some((limit) => counts[limit] > enquiryLimits[limit].most)
  if (tooMany && actor.kind !== 'system') return no('too_many')
  if (needsAnswer(wrote.kind) && wrote.email === null) return no('address_missing')
  const confirmed = wrote.email !== null && isOwn(actor, wrote.email)
  const waits = confirmed || !needsAnswer(wrote.kind)
  return yes({ state: waits ? 'waiting' : 'unconfirmed', confirmed })
}

/** The address that whoever is signed in proved to be theirs. */
export const isOwn = (actor: Actor, email: string): boolean =>
  (actor.kind === 'staff' || actor.kind === 'supplier') && actor.email === email

/** The button of the letter’s page, within three days, once or again. A closed one needs no address any more. */
export function confirm(
  enquiry: Enquiry | undefined,
  { fits, now }: { fits: boolean; now: Date },
): Decision<Enquiry, ConfirmRefusal> {
  if (!enquiry || !fits) return no('unknown_link')
  if (enquiry.confirmedAt !== null) return yes(enquiry)
  if (!enquiryLifecycle.allows(enquiry, 'confirm')) return no('unknown_link')
  return now.getTime() >= confirmUntil(enquiry).getTime() ? no('link_expired') : yes(enquiry)
}

/** One person takes it up, and may take it over from another who is away. */
export function take(actor: Actor, enquiry: Enquiry): Decision<Staff, ActRefusal> {
  if (!can.see(actor, enquiry)) return no('not_allowed')
  return enquiryLifecycle.allows(enquiry, 'take') ? yes(actor) : no('wrong_state')
}

/** It waits for everybody again. */
export function giveBack(actor: Actor, enquiry: Enquiry): Decision<Staff, ActRefusal> {
  if (!can.see(actor, enquiry)) return no('not_allowed')
  if (!enquiryLifecycle.allows(enquiry, 'give_back')) return no('wrong_state')
  return can.act(actor, enquiry) ? yes(actor) : no('not_yours')
}

/** By letter, once, in the words of a person, to an address whose owner asked. */
export function answer(
  actor: Actor,
  enquiry: Enquiry,
  { text, drafted }: { text: string; drafted: string },
): Decision<{ readonly by: Staff; readonly email: string }, AnswerRefusal> {
  if (!can.see(actor, enquiry)) return no('not_allowed')
  if (!enquiryLifecycle.allows(enquiry, 'answer')) return no('wrong_state')
  if (!can.act(actor, enquiry)) return no('not_yours')
  if (enquiry.email === null) return no('no_address')
  if (enquiry.confirmedAt === null) return no('address_unconfirmed')
  if (squeezed(text) === squeezed(drafted)) return no('draft_unchanged')
  return yes({ by: actor, email: enquiry.email })
}

/** With what came of it. */
export function close(actor: Actor, enquiry: Enquiry): Decision<Staff, ActRefusal> {
  if (!can.see(actor, enquiry)) return no('not_allowed')
  if (!enquiryLifecycle.allows(enquiry, 'close')) return no('wrong_state')
  return can.act(actor, enquiry) ? yes(actor) : no('not_yours')
}

/** What was learned, in other words than the writer’s, once for each. */
export function learn(actor: Actor, enquiry: Enquiry, { known }: { known: boolean }): Decision<Staff, LessonRefusal> {
  if (!can.see(actor, enquiry)) return no('not_allowed')
  return known ? no('already_a_lesson') : yes(actor)
}

/** A lesson of a department, for its closeout report. */
export type Lesson = { readonly text: Text; readonly at: Date }

const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** What the signature of the link says; the key is in no database. */
export const confirmationSays = ({ id, askedAt }: Pick<Enquiry, 'id' | 'askedAt'>): string =>
  `enquiry confirms ${id} ${askedAt.toISOString()}`
