import type { Day } from '../platform/day.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { dayFrom, partsOf } from '../platform/time.ts'

/** Who answers: anybody who applied, whoever was chosen and did the work, the team that bought. */
export const audiences = ['supplier', 'winner', 'client'] as const
export type Audience = (typeof audiences)[number]

/** Questions with a yes or a no; each may be left out. */
export const questions = ['wouldAgain', 'firstContract', 'smallFirm', 'underRepresented'] as const
export type Question = (typeof questions)[number]

/** What each audience is asked. Source: mission M25. */
export const asked: Readonly<Record<Audience, readonly Question[]>> = {
  supplier: questions,
  winner: questions,
  client: ['wouldAgain'],
}

/** Null: they prefer not to say. */
export type Answers = Readonly<Record<Question, boolean | null>> & { readonly story: string }

/** More answers than this in a department and month are no survey any more. */
export const MOST_IN_A_MONTH = 2_000

export type AnswerRefusal = 'unknown_department' | 'nothing_answered' | 'too_many'
export type KeptAnswer = Answers & { readonly departmentCode: string; readonly audience: Audience; readonly month: Day }

/**
 * An answer is kept with its month alone, and with nothing that was not asked of that audience. Who says nothing at all
 * leaves no row.
 */
export function answer(
  said: Answers & { readonly departmentCode: string; readonly audience: Audience },
  { today, known, inMonth }: { today: Day; known: boolean; inMonth: number },
): Decision<KeptAnswer, AnswerRefusal> {
  if (!known) return no('unknown_department')
  const { departmentCode, audience } = said
  const of = (question: Question) => (asked[audience].includes(question) ? said[question] : null)
  const kept = {
    ...{ wouldAgain: of('wouldAgain'), firstContract: of('firstContract'), smallFirm: of('smallFirm') },
    ...{ underRepresented: of('underRepresented'), story: said.story.trim() },
  }
  if (kept.story === '' && questions.every((question) => kept[question] === null)) return no('nothing_answered')
  if (inMonth >= MOST_IN_A_MONTH) return no('too_many')

  return yes({ ...kept, departmentCode, audience, month: monthOf(today) })
}

/** The first day of the month: all that is kept of when somebody answered. */
export function monthOf(today: Day): Day {
  const [year, month] = partsOf(today)
  return dayFrom(year, month, 1)
}

/** Yes among those who answered one question. */
export type Tally = { readonly yes: number; readonly answers: number }
export type SurveyCounts = {
  readonly clientsAgain: Tally
  readonly suppliersAgain: Tally
  readonly winnersNew: Tally
  readonly applicantsNew: Tally
  readonly winnersSmall: Tally
  readonly winnersUnderRepresented: Tally
  /** Stories that clients told. */
  readonly stories: number
}
