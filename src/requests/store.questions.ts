import type { Selectable } from 'kysely'
import type { Tx } from '../platform/db.ts'
import type { RequestQuestions } from '../platform/tables.ts'
import type { Question } from './rules.questions.ts'

export async function insertQuestion(
  tx: Tx,
  departmentId: string,
  asked: Pick<Question, 'id' | 'requestId' | 'question' | 'askedBy' | 'askedAt' | 'remindAt' | 'closesAt'>,
): Promise<void> {
  await tx
    .insertInto('requestQuestions')
    .values({ ...asked, departmentId })
    .execute()
}

export async function findQuestion(tx: Tx, id: string): Promise<Question | undefined> {
  const row = await tx.selectFrom('requestQuestions').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** All that was asked about a request, oldest first. */
export async function questionsOf(tx: Tx, requestId: string): Promise<Question[]> {
  const rows = await tx
    .selectFrom('requestQuestions')
    .selectAll()
    .where('requestId', '=', requestId)
    .orderBy('askedAt')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

/** The question that waits for its answer, if one does. */
export async function waitingQuestion(tx: Tx, requestId: string): Promise<Question | undefined> {
  const row = await tx
    .selectFrom('requestQuestions')
    .selectAll()
    .where('requestId', '=', requestId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** The questions of a department that wait for their client, by request. */
export async function waitingQuestions(tx: Tx, departmentId: string): Promise<ReadonlyMap<string, Question>> {
  const rows = await tx
    .selectFrom('requestQuestions')
    .selectAll()
    .where('departmentId', '=', departmentId)
    .where('endedAt', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.requestId, fromRow(row)]))
}

export async function saveAnswer(tx: Tx, id: string, answer: string, at: Date): Promise<void> {
  await tx.updateTable('requestQuestions').set({ answer, answeredAt: at, endedAt: at }).where('id', '=', id).execute()
}

export async function saveReminded(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('requestQuestions').set({ remindedAt: at }).where('id', '=', id).execute()
}

/** Nothing waits any more: the request was decided, or ended. */
export async function endQuestions(tx: Tx, requestId: string, at: Date): Promise<void> {
  await tx
    .updateTable('requestQuestions')
    .set({ endedAt: at })
    .where('requestId', '=', requestId)
    .where('endedAt', 'is', null)
    .execute()
}

function fromRow({ departmentId: _, ...row }: Selectable<RequestQuestions>): Question {
  return row
}
