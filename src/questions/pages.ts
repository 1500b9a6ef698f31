import type { Actor } from '../accounts/rules.ts'
import { amendmentsOf } from '../opportunities/amendments.store.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { elapsedDays } from '../platform/calendar.ts'
import type { Tx } from '../platform/db.ts'
import { calendarOf } from '../policy/inForce.ts'
import type { Policy } from '../policy/rules.ts'
import { policyOf } from '../policy/store.ts'
import { postingOf } from './commands.ts'
import { takesAnswers } from './rules.answering.ts'
import { type Answered, type Asked, answerDue, can, type Open, type Put, type Said } from './rules.ts'
import { type Reopening, reopeningsOf } from './store.reopenings.ts'
import { originalOf, questionsOf } from './store.ts'

/** All that the pages of a file's questions say. */
export type QuestionsFacts = {
  readonly opportunity: Opportunity
  readonly posting: Open
  readonly policy: Policy
  readonly now: Date
  readonly questions: readonly Put[]
  /** May answers be written and published now? */
  readonly takes: boolean
  readonly drafts: boolean
  readonly publishes: boolean
}

/** The questions of a posting, for whoever may read them; nothing before it was posted. */
export async function questionsPage(tx: Tx, actor: Actor, id: string): Promise<QuestionsFacts | undefined> {
  const found = await postingOf(tx, id)
  if (!found || !can.read(actor, found.opportunity)) return undefined
  const { opportunity, posting } = found
  const now = await tx.now()
  return {
    ...{ opportunity, posting, now },
    policy: await policyOf(tx, opportunity.departmentId, now),
    questions: await questionsOf(tx, id),
    takes: takesAnswers(opportunity, now),
    drafts: can.draft(actor, opportunity),
    publishes: can.publish(actor, opportunity),
  }
}

export type QuestionFacts = QuestionsFacts & {
  readonly question: Put
  /** For the program team alone. */
  readonly original: string | undefined
  /** Numbers of the amendments posted so far. */
  readonly amendments: readonly number[]
  /** When it had been declined before, and why it was taken up again. */
  readonly reopenings: readonly Reopening[]
}

/** One question of a posting; nothing when it is none, or when nobody has proved its address yet. */
export async function questionPage(
  tx: Tx,
  actor: Actor,
  { id, questionId }: { id: string; questionId: string },
): Promise<QuestionFacts | undefined> {
  const facts = await questionsPage(tx, actor, id)
  const question = facts?.questions.find((each) => each.id === questionId)
  if (!facts || !question) return undefined
  const original = can.seeOriginal(actor, facts.opportunity) ? await originalOf(tx, questionId) : undefined
  return {
    ...{ ...facts, question, original },
    amendments: (await amendmentsOf(tx, id)).map(({ number }) => number),
    reopenings: await reopeningsOf(tx, questionId),
  }
}

/** By when this question should have its answer. */
export const dueOf = ({ policy, posting }: QuestionsFacts, question: Put): Date =>
  answerDue(policy, question.confirmedAt, posting.closesAt)

/** Business days from the question to its answer. */
export const daysTo = ({ policy }: QuestionsFacts, { confirmedAt, publishedAt }: Answered): number =>
  elapsedDays(calendarOf(policy), confirmedAt, publishedAt, policy.zone)

/** What stands in the form at first: what was drafted, and the question as the client reads it. */
export function begunWith({ said, language, words }: Asked): Said {
  if (said.question[language] !== '') return said
  return { ...said, question: { ...said.question, [language]: words } }
}

/** Questions to which another may be linked. */
export const linkable = ({ questions, question }: QuestionFacts): readonly (Asked | Answered)[] =>
  questions.filter(
    (each): each is Asked | Answered =>
      each.id !== question.id && (each.state === 'asked' || each.state === 'answered'),
  )
