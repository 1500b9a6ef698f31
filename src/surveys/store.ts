import type { Day } from '../platform/day.ts'
import type { Tx } from '../platform/db.ts'
import { randomId } from '../platform/ids.ts'
import type { Random } from '../platform/random.ts'
import type { Audience, KeptAnswer, Question, SurveyCounts, Tally } from './rules.ts'

/** Adds an answer under a random id that says nothing of when it was given. In the surveys’ own role. */
export async function insertAnswer(tx: Tx, random: Random, answer: KeptAnswer): Promise<void> {
  await tx
    .insertInto('surveys.answers')
    .values({ id: randomId(random), ...answer })
    .execute()
}

/** How many answers a department has in a month. In the surveys’ own role. */
export async function answersIn(tx: Tx, departmentCode: string, month: Day): Promise<number> {
  const { count } = await tx
    .selectFrom('surveys.answers')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('departmentCode', '=', departmentCode)
    .where('month', '=', month)
    .executeTakeFirstOrThrow()
  return count
}

/**
 * Yes and answers to each question, for the measures; asked in the surveys’ own role, which sees nothing else. Who did
 * the work applied too, so they count among suppliers. Counts of 1 to 4 are never to be shown in public.
 */
export async function surveyCounts(tx: Tx, departmentCode: string): Promise<SurveyCounts> {
  const tally = (question: Question, ...of: Audience[]): Promise<Tally> =>
    tx
      .selectFrom('surveys.answers')
      .select(({ fn }) => [
        fn.count<number>(question).as('answers'),
        fn.countAll<number>().filterWhere(question, '=', true).as('yes'),
      ])
      .where('departmentCode', '=', departmentCode)
      .where('audience', 'in', of)
      .executeTakeFirstOrThrow()
  const { stories } = await tx
    .selectFrom('surveys.answers')
    .select(({ fn }) => fn.countAll<number>().as('stories'))
    .where('departmentCode', '=', departmentCode)
    .where('audience', '=', 'client')
    .where('story', '!=', '')
    .executeTakeFirstOrThrow()
  return {
    clientsAgain: await tally('wouldAgain', 'client'),
    suppliersAgain: await tally('wouldAgain', 'supplier', 'winner'),
    winnersNew: await tally('firstContract', 'winner'),
    applicantsNew: await tally('firstContract', 'supplier', 'winner'),
    winnersSmall: await tally('smallFirm', 'winner'),
    winnersUnderRepresented: await tally('underRepresented', 'winner'),
    stories,
  }
}
