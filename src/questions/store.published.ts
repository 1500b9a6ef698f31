import type { Selectable } from 'kysely'
import type { Tx } from '../platform/db.ts'
import type { PublicationAnswers } from '../platform/tables.ts'
import type { Said } from './rules.ts'

/** An answer as everybody reads it. */
export type PublishedAnswer = Said & {
  readonly number: number
  readonly amendment: number | null
  readonly publishedAt: Date
}

/** The published answers of a posting, in their order; `after` leaves out those up to a number. */
export async function publishedAnswers(tx: Tx, opportunityId: string, after = 0): Promise<PublishedAnswer[]> {
  const rows = await tx
    .selectFrom('publication.answers')
    .selectAll()
    .where('opportunityId', '=', opportunityId)
    .where('number', '>', after)
    .orderBy('number')
    .execute()
  return rows.map(answerFrom)
}

/** The published answers of several postings, by posting. */
export async function answersOf(
  tx: Tx,
  opportunityIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PublishedAnswer[]>> {
  if (opportunityIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('publication.answers')
    .selectAll()
    .where('opportunityId', 'in', opportunityIds)
    .orderBy('number')
    .execute()
  const byPosting = Map.groupBy(rows, ({ opportunityId }) => opportunityId)
  return new Map([...byPosting].map(([id, all]) => [id, all.map(answerFrom)]))
}

const answerFrom = (row: Selectable<PublicationAnswers>): PublishedAnswer => ({
  ...saidIn(row),
  ...{ number: row.number, amendment: row.amendment, publishedAt: row.publishedAt },
})

/** Both languages in columns, and back. */
export const columnsOf = ({ question, answer }: Said) => ({
  ...{ questionEn: question.en, questionFr: question.fr, answerEn: answer.en, answerFr: answer.fr },
})

export const saidIn = (row: { questionEn: string; questionFr: string; answerEn: string; answerFr: string }): Said => ({
  question: { en: row.questionEn, fr: row.questionFr },
  answer: { en: row.answerEn, fr: row.answerFr },
})
