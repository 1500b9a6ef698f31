import { type Actor, holds, type StaffRole } from '../accounts/rules.ts'
import { can as canOnFile, type Opportunity } from '../opportunities/rules.ts'
import { addBusinessDays } from '../platform/calendar.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { lifecycle } from '../platform/states.ts'
import { clockOf, dayOf, instantAt } from '../platform/time.ts'
import { wordCount } from '../platform/words.ts'
import { calendarOf } from '../policy/inForce.ts'
import { questionsCloseAt } from '../policy/posting.ts'
import type { Policy } from '../policy/rules.ts'

/**
 * A question waits for proof of its asker's address, then for an answer that everybody reads, a refusal with its reason,
 * or another question that asks the same. A refusal may be taken back. What
 * nobody answered before the closing lapses.
 */
export const questionLifecycle = lifecycle({
  unverified: { confirm: 'asked' },
  asked: { publish: 'answered', decline: 'declined', link: 'duplicate', lapse: 'lapsed' },
  answered: {},
  declined: { reopen: 'asked' },
  duplicate: {},
  lapsed: {},
})
export type QuestionState = (typeof questionLifecycle)['states'][number]

export const declineReasons = ['in_notice', 'not_about_work', 'confidential', 'other'] as const
export type DeclineReason = (typeof declineReasons)[number]

/** What is said to everybody, in both languages. */
export type Said = { readonly question: Text; readonly answer: Text }

type Common = {
  readonly id: string
  readonly departmentId: string
  readonly opportunityId: string
  /** The language in which it was asked. */
  readonly language: Language
  /** As it was asked, with what says who asked masked. */
  readonly words: string
  /** How many passages are masked. */
  readonly masked: number
  readonly askedAt: Date
  readonly confirmBy: Date
  /** Counts every change of the answer on its way. */
  readonly version: number
  readonly said: Said
  readonly draftedBy: string | null
  /** When the client handed the answer over to be published. */
  readonly handedAt: Date | null
}
type Verified = Common & { readonly confirmedAt: Date }
export type Unverified = Common & { readonly state: 'unverified' }
export type Asked = Verified & { readonly state: 'asked' }
export type Answered = Verified & {
  readonly state: 'answered'
  readonly number: number
  readonly publishedAt: Date
  readonly amendment: number | null
}
export type Declined = Verified & {
  readonly state: 'declined'
  readonly because: DeclineReason
  readonly explanation: string
  readonly decidedAt: Date
}
export type Duplicate = Verified & { readonly state: 'duplicate'; readonly of: string; readonly decidedAt: Date }
export type Lapsed = Verified & { readonly state: 'lapsed'; readonly decidedAt: Date }
export type Put = Asked | Answered | Declined | Duplicate | Lapsed
export type Question = Unverified | Put

/** Whoever reads the questions of a file; nobody reads who asked. */
export const questionReaders = ['client', 'program_team', 'procurement', 'observer'] as const satisfies StaffRole[]

type File = Pick<Opportunity, 'departmentId' | 'clientId'>
const ofTheProgram = (actor: Actor, file: File): boolean =>
  holds(actor, 'program_team') && actor.departmentId === file.departmentId

export const can = {
  read: (actor: Actor, file: File): boolean => canOnFile.see(actor, file) && holds(actor, ...questionReaders),
  /** The client whose need it is, or the program team. */
  draft: canOnFile.write,
  publish: ofTheProgram,
  decide: ofTheProgram,
  /** The words as they were asked may say who asked: whoever evaluates never reads them. */
  seeOriginal: ofTheProgram,
}

/** How often one may ask, so that nobody can fill a stranger's mailbox or a team's day through us. */
export const askLimits = {
  /** From one network address: an office or a school shares one. */
  origin: { most: 30, minutes: 15 },
  /** From one mailbox, asked from one network; three times as many from all together. */
  address: { most: 6, minutes: 60 },
} as const
export type AskLimit = keyof typeof askLimits

export type AskRefusal =
  | 'not_for_staff'
  | 'not_open'
  | 'past_cutoff'
  | 'no_words'
  | 'too_many_words'
  | 'too_many_requests'
export type ConfirmRefusal = 'unknown_link' | 'link_expired' | 'not_open'

/** What a posting says about questions: when they end, and when all ends. */
export type Open = { readonly state: Opportunity['state']; readonly until: Date; readonly closesAt: Date }

/** The cut-off of a posting, by the policy in force when it was posted: an extension moves it along. */
export const cutOff = (policy: Policy, closesAt: Date): Date => questionsCloseAt(policy, closesAt)

/** Anybody but staff asks until the cut-off, which itself is too late. A supplier who is signed in has proved their address. */
export function ask(
  actor: Actor,
  { words }: { words: string },
  { posting, counts, policy, now }: AskFacts,
): Decision<{ state: 'unverified' | 'asked'; confirmBy: Date }, AskRefusal> {
  if (actor.kind === 'staff') return no('not_for_staff')
  if (posting?.state !== 'open' || now >= posting.closesAt) return no('not_open')
  if (now >= posting.until) return no('past_cutoff')
  if (wordCount(words) === 0) return no('no_words')
  if (wordCount(words) > policy.questions.words) return no('too_many_words')
  if (counts.origin > askLimits.origin.most || counts.address > askLimits.address.most) return no('too_many_requests')

  return yes({
    state: actor.kind === 'supplier' ? 'asked' : 'unverified',
    confirmBy: confirmBy(policy, now, posting.until),
  })
}
export type AskFacts = {
  readonly posting: Open | undefined
  readonly counts: Readonly<Record<AskLimit, number>>
  readonly policy: Policy
  readonly now: Date
}

/** A link works for some hours; not beyond the cut-off, except that whoever asks at the last minute has one hour. */
export function confirmBy(policy: Policy, askedAt: Date, until: Date): Date {
  const hours = (count: number) => askedAt.getTime() + count * 3_600_000
  return new Date(Math.min(hours(policy.questions.confirmHours), Math.max(until.getTime(), hours(1))))
}

/** The button of the letter's page puts the question, once or again. What was asked in time counts when it is confirmed in its time. */
export function confirm(
  question: Question | undefined,
  { fits, posting, now }: { fits: boolean; posting: Pick<Open, 'state' | 'closesAt'> | undefined; now: Date },
): Decision<Question, ConfirmRefusal> {
  if (!question || !fits) return no('unknown_link')
  if (question.state !== 'unverified') return yes(question)
  if (posting?.state !== 'open' || now >= posting.closesAt) return no('not_open')
  if (now >= question.confirmBy) return no('link_expired')
  return yes(question)
}

/** What the signature of the letter's link says; the key is in no database. */
export const confirmationSays = ({ id }: Pick<Question, 'id'>): string => `question asked ${id}`

/** By when the program promises an answer: some business days after the question, and never after closing. */
export function answerDue(policy: Policy, askedAt: Date, closesAt: Date): Date {
  const due = businessDaysFrom(policy, askedAt, policy.questions.answerBusinessDays)
  return due < closesAt ? due : closesAt
}

/** When people are reminded of what is not answered: before the cut-off, and before closing. */
export const remindersOf = (policy: Policy, { until, closesAt }: Pick<Open, 'until' | 'closesAt'>) => ({
  cutoff: businessDaysFrom(policy, until, -policy.questions.remindBusinessDays),
  closing: businessDaysFrom(policy, closesAt, -policy.questions.remindBusinessDays),
})

/** The next letter about answers: at once when there was none for a while, or when nobody can ask any more. */
export function nextRound(
  policy: Policy,
  { lastBegun, until, now }: { lastBegun: Date | null; until: Date; now: Date },
): Date {
  if (lastBegun === null || now >= until) return now
  const pause = new Date(lastBegun.getTime() + policy.questions.digestMinutes * 60_000)
  return pause > now ? (pause < until ? pause : until) : now
}

/** The same time of day, that many business days later or earlier. */
function businessDaysFrom(policy: Policy, from: Date, days: number): Date {
  const { zone } = policy
  return instantAt(addBusinessDays(calendarOf(policy), dayOf(from, zone), days), clockOf(from, zone), zone)
}
