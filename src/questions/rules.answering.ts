import type { Actor } from '../accounts/rules.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { languages, type Text } from '../platform/i18n.ts'
import { textDifferences } from '../platform/parity.ts'
import { type MarkKind, markKinds, scan } from '../scanning/rules.ts'
import { MASK } from './rules.revealing.ts'
import {
  type Answered,
  type Asked,
  can,
  type Declined,
  type DeclineReason,
  type Duplicate,
  type Put,
  questionLifecycle,
  type Said,
} from './rules.ts'

export type DraftRefusal = 'not_allowed' | 'wrong_state' | 'posting_closed' | 'changed_meanwhile' | 'answer_missing'
export type PublishRefusal =
  | Exclude<DraftRefusal, 'answer_missing'>
  | 'half_missing'
  | 'halves_differ'
  | 'mask_left'
  | 'reveals_asker'
  | 'not_for_posting'
  | 'no_such_amendment'
export type DeclineRefusal = 'not_allowed' | 'wrong_state' | 'explanation_missing'
export type LinkRefusal = 'not_allowed' | 'wrong_state' | 'no_such_question'
export type AmendmentRefusal = 'not_allowed' | 'wrong_state' | 'no_such_amendment'
export type ReopenRefusal = 'not_allowed' | 'wrong_state' | 'posting_closed'
export type AnsweringRefusal =
  | DraftRefusal
  | PublishRefusal
  | DeclineRefusal
  | LinkRefusal
  | AmendmentRefusal
  | ReopenRefusal

type Seen = { readonly seen: number; readonly now: Date }

/** The client or the program team writes the answer until closing; whoever hands it over has written it in one language at least. */
export function draft(
  question: Put,
  opportunity: Opportunity,
  actor: Actor,
  { said, hands, seen, now }: Seen & { said: Said; hands: boolean },
): Decision<Asked, DraftRefusal> {
  if (!can.draft(actor, opportunity)) return no('not_allowed')
  if (!questionLifecycle.allows(question, 'publish')) return no('wrong_state')
  if (!takesAnswers(opportunity, now)) return no('posting_closed')
  if (seen !== question.version) return no('changed_meanwhile')
  if (hands && said.answer.en === '' && said.answer.fr === '') return no('answer_missing')
  return yes(question)
}

/** The program team publishes question and answer in both languages at one instant, naming nobody. */
export function publish(
  question: Put,
  opportunity: Opportunity,
  actor: Actor,
  { said, seen, now, revealing, amendment, amendments }: Seen & PublishFacts,
): Decision<Asked, PublishRefusal> {
  if (!can.publish(actor, opportunity)) return no('not_allowed')
  if (!questionLifecycle.allows(question, 'publish')) return no('wrong_state')
  if (!takesAnswers(opportunity, now)) return no('posting_closed')
  if (seen !== question.version) return no('changed_meanwhile')
  if (halvesOf(said).some((half) => half === '')) return no('half_missing')
  if (differs(said.question) || differs(said.answer)) return no('halves_differ')
  if (languages.some((each) => said.question[each].includes(MASK))) return no('mask_left')
  if (revealing || languages.some((each) => marks(said.question[each], personal))) return no('reveals_asker')
  if (halvesOf(said).some((half) => marks(half, secretive))) return no('not_for_posting')
  if (amendment !== null && !amendments.includes(amendment)) return no('no_such_amendment')
  return yes(question)
}
export type PublishFacts = {
  readonly said: Said
  /** Do the words of the question still name the asker, their mailbox or their telephone? */
  readonly revealing: boolean
  readonly amendment: number | null
  /** Numbers of the amendments posted so far. */
  readonly amendments: readonly number[]
}

/** The program team declines with a reason that the asker reads; a reason of its own is said in words. */
export function decline(
  question: Put,
  opportunity: Opportunity,
  actor: Actor,
  { because, explanation }: { because: DeclineReason; explanation: string },
): Decision<Asked, DeclineRefusal> {
  if (!can.decide(actor, opportunity)) return no('not_allowed')
  if (!questionLifecycle.allows(question, 'decline')) return no('wrong_state')
  if (because === 'other' && explanation === '') return no('explanation_missing')
  return yes(question)
}

/** The program team takes back a refusal while answers are taken: until the closing, as for any answer. */
export function reopen(
  question: Put,
  opportunity: Opportunity,
  actor: Actor,
  now: Date,
): Decision<Declined, ReopenRefusal> {
  if (!can.decide(actor, opportunity)) return no('not_allowed')
  if (!questionLifecycle.allows(question, 'reopen')) return no('wrong_state')
  if (!takesAnswers(opportunity, now)) return no('posting_closed')
  return yes(question)
}

/** The same was asked before: by a question of the same posting that is answered or waits for its answer. */
export function link(
  question: Put,
  opportunity: Opportunity,
  actor: Actor,
  { other }: { other: Put | undefined },
): Decision<{ question: Asked; other: Asked | Answered }, LinkRefusal> {
  if (!can.decide(actor, opportunity)) return no('not_allowed')
  if (!questionLifecycle.allows(question, 'link')) return no('wrong_state')
  if (!other || other.id === question.id || other.opportunityId !== question.opportunityId)
    return no('no_such_question')
  if (other.state !== 'asked' && other.state !== 'answered') return no('no_such_question')
  return yes({ question, other })
}

/** A published answer names the amendment that followed, even when it was posted later. */
export function nameAmendment(
  question: Put,
  opportunity: Opportunity,
  actor: Actor,
  { amendment, amendments }: { amendment: number | null; amendments: readonly number[] },
): Decision<Answered, AmendmentRefusal> {
  if (!can.publish(actor, opportunity)) return no('not_allowed')
  if (question.state !== 'answered') return no('wrong_state')
  if (amendment !== null && !amendments.includes(amendment)) return no('no_such_amendment')
  return yes(question)
}

/** Which questions another one takes along when it is decided. */
export const linkedTo = (questions: readonly Put[], id: string): Duplicate[] =>
  questions.filter((each): each is Duplicate => each.state === 'duplicate' && each.of === id)

/** After the closing nobody could apply by an answer any more: none is published. */
export const takesAnswers = ({ state, closesAt }: Pick<Opportunity, 'state' | 'closesAt'>, now: Date): boolean =>
  state === 'open' && closesAt !== null && now < closesAt

const halvesOf = ({ question, answer }: Said): string[] => [question.en, question.fr, answer.en, answer.fr]

/** An amount or a date that stands in one language only. */
const differs = (text: Text): boolean =>
  textDifferences(text).some(({ code }) => code === 'amounts_differ' || code === 'dates_differ')

const personal: readonly MarkKind[] = ['personal_email', 'phone_number', 'postal_address']
/** An answer may name the program's own mailbox; never a secret, a number of a person or a marking. */
const secretive: readonly MarkKind[] = markKinds.filter((kind) => !personal.includes(kind))
const marks = (text: string, kinds: readonly MarkKind[]): boolean => scan(text).some(({ kind }) => kinds.includes(kind))
