import { type Selectable, sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import type { Text } from '../platform/i18n.ts'
import type { Enquiries } from '../platform/tables.ts'
import type { Enquiry, EnquiryOutcome, Lesson, Wrote } from './rules.ts'

type NewEnquiry = Wrote & {
  readonly id: string
  readonly state: 'unconfirmed' | 'waiting'
  readonly confirmedAt: Date | null
  readonly askedAt: Date
  /** The same words again are no new enquiry. */
  readonly sentOnce: Buffer
}

/** False when the same was written before. */
export async function insertEnquiry(tx: Tx, enquiry: NewEnquiry): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('enquiries')
    .values(enquiry)
    .onConflict((conflict) => conflict.column('sentOnce').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function findEnquiry(tx: Tx, id: string): Promise<Enquiry | undefined> {
  const row = await tx.selectFrom('enquiries').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Holds the row until the transaction ends. */
export async function lockEnquiry(tx: Tx, id: string): Promise<Enquiry | undefined> {
  const row = await tx.selectFrom('enquiries').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

/** What waits for a department’s program team or is with one of them, oldest first. */
export async function openEnquiries(tx: Tx, departmentId: string): Promise<Enquiry[]> {
  const rows = await queue(tx, departmentId)
    .where('state', 'in', ['waiting', 'taken', 'answered'])
    .orderBy('askedAt')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

/** What was closed last, newest first. */
export async function closedEnquiries(tx: Tx, departmentId: string, most: number): Promise<Enquiry[]> {
  const rows = await queue(tx, departmentId)
    .where('state', '=', 'closed')
    .orderBy('closedAt', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(fromRow)
}

const queue = (tx: Tx, departmentId: string) =>
  tx
    .selectFrom('enquiries')
    .selectAll()
    .where((has) => has.or([has('departmentId', 'is', null), has('departmentId', '=', departmentId)]))

export async function saveConfirmed(tx: Tx, id: string, state: 'waiting' | 'taken', at: Date): Promise<void> {
  await tx.updateTable('enquiries').set({ state, confirmedAt: at }).where('id', '=', id).execute()
}

export async function saveTaken(tx: Tx, id: string, by: { by: string; at: Date } | null): Promise<void> {
  await tx
    .updateTable('enquiries')
    .set({ state: by ? 'taken' : 'waiting', takenBy: by?.by ?? null, takenAt: by?.at ?? null })
    .where('id', '=', id)
    .execute()
}

export async function saveAnswer(tx: Tx, id: string, { text, by, at }: { text: string; by: string; at: Date }) {
  await tx
    .updateTable('enquiries')
    .set({ state: 'answered', answer: text, answeredBy: by, answeredAt: at })
    .where('id', '=', id)
    .execute()
}

export async function saveClosed(
  tx: Tx,
  id: string,
  { outcome, by, at }: { outcome: EnquiryOutcome; by: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('enquiries')
    .set({ state: 'closed', outcome, closedBy: by, closedAt: at })
    .where('id', '=', id)
    .execute()
}

/** The report stays; nobody can be answered any more. */
export async function dropAddress(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('enquiries').set({ email: null }).where('id', '=', id).execute()
}

export async function deleteEnquiry(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('enquiries').where('id', '=', id).execute()
}

/** False when the enquiry has one already. */
export async function insertLesson(
  tx: Tx,
  lesson: { id: string; departmentId: string; text: Text; enquiryId: string; by: string; at: Date },
): Promise<boolean> {
  const { id, departmentId, text, enquiryId, by, at } = lesson
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('lessons')
    .values({ id, departmentId, textEn: text.en, textFr: text.fr, enquiryId, writtenBy: by, writtenAt: at })
    .onConflict((conflict) => conflict.column('enquiryId').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function hasLesson(tx: Tx, enquiryId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('lessons')
    .select(sql<number>`1`.as('one'))
    .where('enquiryId', '=', enquiryId)
    .executeTakeFirst()
  return row !== undefined
}

/** What a department has learned, oldest first. */
export async function lessonsOf(tx: Tx, departmentId: string): Promise<Lesson[]> {
  const rows = await tx
    .selectFrom('lessons')
    .select(['textEn', 'textFr', 'writtenAt'])
    .where('departmentId', '=', departmentId)
    .orderBy('writtenAt')
    .orderBy('id')
    .execute()
  return rows.map(({ textEn, textFr, writtenAt }) => ({ text: { en: textEn, fr: textFr }, at: writtenAt }))
}

export function fromRow(row: Selectable<Enquiries>): Enquiry {
  const { id, departmentId, kind, language, page, body, email, confirmedAt, askedAt, takenBy, takenAt } = row
  const answer =
    row.answer === '' ? null : { text: row.answer, by: present(row.answeredBy), at: present(row.answeredAt) }
  const common = { id, departmentId, kind, language, page, body, email, confirmedAt, askedAt, takenBy, takenAt, answer }
  switch (row.state) {
    case 'unconfirmed':
    case 'waiting':
      return { ...common, state: row.state }
    case 'taken':
      return { ...common, state: row.state, takenBy: present(takenBy), takenAt: present(takenAt) }
    case 'answered':
      return { ...common, state: row.state, answer: present(answer) }
    case 'closed': {
      const { outcome, closedBy, closedAt } = row
      const closed = { outcome: present(outcome), closedBy: present(closedBy), closedAt: present(closedAt) }
      return { ...common, state: row.state, ...closed }
    }
  }
}

function present<Value>(value: Value | null): Value {
  if (value === null) throw new Error('an enquiry lacks what its state promises')
  return value
}
