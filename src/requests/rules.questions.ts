import type { Actor } from '../accounts/rules.ts'
import { addBusinessDays, businessHours } from '../platform/calendar.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { dayOf, instantAt } from '../platform/time.ts'
import { calendarOf } from '../policy/inForce.ts'
import type { Policy } from '../policy/rules.ts'
import { type ClientRequest, can } from './rules.ts'

/** What the program asks a client before it decides, and the clock of the answer. */
export type Question = {
  readonly id: string
  readonly requestId: string
  readonly question: string
  readonly askedBy: string
  readonly askedAt: Date
  readonly remindAt: Date
  readonly closesAt: Date
  readonly remindedAt: Date | null
  readonly answer: string
  readonly answeredAt: Date | null
  /** When it stopped waiting: answered, or the request ended. */
  readonly endedAt: Date | null
}

export type AskRefusal = 'not_allowed' | 'wrong_state' | 'statement_started' | 'question_waits' | 'question_missing'
export type AnswerRefusal = 'not_allowed' | 'no_question' | 'answer_missing'
export type QuestionRefusal = AskRefusal | AnswerRefusal

/** The program asks one thing at a time of a client whose request is open and has no statement yet. */
export function ask(
  request: ClientRequest,
  actor: Actor,
  { question, waits, hasStatement }: { question: string; waits: boolean; hasStatement: boolean },
): Decision<{ question: string }, AskRefusal> {
  if (request.state !== 'received' && request.state !== 'accepted') return no('wrong_state')
  if (!can.question(actor, request)) return no('not_allowed')
  if (hasStatement) return no('statement_started')
  if (waits) return no('question_waits')
  if (!question) return no('question_missing')

  return yes({ question })
}

/** The client answers the question that waits for them. */
export function answer(
  request: ClientRequest,
  actor: Actor,
  { waiting, said }: { waiting: Question | undefined; said: string },
): Decision<{ question: Question }, AnswerRefusal> {
  if (!waiting) return no('no_question')
  if (!can.answer(actor, request)) return no('not_allowed')
  if (!said) return no('answer_missing')

  return yes({ question: waiting })
}

/** A reminder at the start of one business day, the end of the request at the close of a later one. Source: policy `clientAnswerDays`. */
export function answerClock(policy: Policy, askedAt: Date): { remindAt: Date; closesAt: Date } {
  const { zone, clientAnswerDays } = policy
  const calendar = calendarOf(policy)
  const asked = dayOf(askedAt, zone)
  return {
    remindAt: instantAt(addBusinessDays(calendar, asked, clientAnswerDays.remind), businessHours.opens, zone),
    closesAt: instantAt(addBusinessDays(calendar, asked, clientAnswerDays.close), businessHours.closes, zone),
  }
}
