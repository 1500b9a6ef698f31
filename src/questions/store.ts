import { type Selectable, sql } from 'kysely'
import { readNotice } from '../opportunities/notice.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import type { Tx } from '../platform/db.ts'
import type { Language, Text } from '../platform/i18n.ts'
import type { Questions } from '../platform/tables.ts'
import type { Asker } from './rules.revealing.ts'
import type { Answered, DeclineReason, Put, Question, Said } from './rules.ts'
import { columnsOf, saidIn } from './store.published.ts'

/** The opportunity that the public knows under this address, in whatever state; nothing when none was ever posted. */
export async function postedUnder(tx: Tx, slug: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('publication.opportunities')
    .select('opportunityId')
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row?.opportunityId
}

/** What the page of a posting says about asking; nothing when none was ever posted under this address. */
export async function publicPosting(tx: Tx, slug: string): Promise<PublicPosting | undefined> {
  const row = await tx
    .selectFrom('publication.opportunities as posting')
    .innerJoin('departments', 'departments.code', 'posting.departmentCode')
    .select(['posting.opportunityId', 'departments.id as departmentId', 'posting.number', 'posting.status'])
    .select(['posting.closesAt', 'posting.timeZone', 'posting.notice'])
    .where('posting.slug', '=', slug)
    .executeTakeFirst()
  if (!row) return undefined
  const { title, questionsUntil: until, department } = readNotice(row.notice)
  const { opportunityId: id, departmentId, number, status, closesAt, timeZone: zone } = row
  const said = { id, departmentId, slug, number, title, until, closesAt, zone }
  return { ...said, mailbox: department.mailbox, open: status === 'open' }
}
export type PublicPosting = {
  readonly id: string
  readonly departmentId: string
  readonly slug: string
  readonly number: string
  readonly title: Text
  readonly until: Date
  readonly mailbox: string
  readonly closesAt: Date
  readonly zone: string
  /** By its status; the clock may say otherwise. */
  readonly open: boolean
}

export type NewQuestion = Pick<
  Question,
  'id' | 'departmentId' | 'opportunityId' | 'language' | 'words' | 'masked' | 'askedAt' | 'confirmBy'
> & {
  readonly state: 'unverified' | 'asked'
  readonly original: string
  readonly email: string
  readonly personId: string | null
}

/** Keeps a question in three places: what the client reads, the words as they were asked, and who asked. */
export async function insertQuestion(tx: Tx, question: NewQuestion): Promise<void> {
  const { original, email, personId, ...row } = question
  const { id: questionId, departmentId, state, askedAt } = row
  await tx
    .insertInto('questions')
    .values({ ...row, confirmedAt: state === 'asked' ? askedAt : null })
    .execute()
  await tx.insertInto('questionOriginals').values({ questionId, departmentId, words: original }).execute()
  await tx.insertInto('questionAskers').values({ questionId, departmentId, email, personId }).execute()
}

/** The same words from the same mailbox about the same posting, which wait for an answer or can still be confirmed. */
export async function sameQuestion(
  tx: Tx,
  { opportunityId, email, original, askedAt }: Pick<NewQuestion, 'opportunityId' | 'email' | 'original' | 'askedAt'>,
): Promise<Question | undefined> {
  const row = await tx
    .selectFrom('questions')
    .innerJoin('questionAskers', 'questionAskers.questionId', 'questions.id')
    .innerJoin('questionOriginals', 'questionOriginals.questionId', 'questions.id')
    .selectAll('questions')
    .where('questions.opportunityId', '=', opportunityId)
    .where((has) =>
      has.or([
        has('questions.state', '=', 'asked'),
        has.and([has('questions.state', '=', 'unverified'), has('questions.confirmBy', '>', askedAt)]),
      ]),
    )
    .where('questionAskers.email', '=', email)
    .where('questionOriginals.words', '=', original)
    .executeTakeFirst()
  return row && fromRow(row)
}

export async function findQuestion(tx: Tx, id: string): Promise<Question | undefined> {
  const row = await tx.selectFrom('questions').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Holds the row until the transaction ends. */
export async function lockQuestion(tx: Tx, id: string): Promise<Question | undefined> {
  const row = await tx.selectFrom('questions').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

/** The questions of a posting whose askers have proved their address, in the order in which they were put. */
export async function questionsOf(tx: Tx, opportunityId: string): Promise<Put[]> {
  const rows = await tx
    .selectFrom('questions')
    .selectAll()
    .where('opportunityId', '=', opportunityId)
    .where('state', '!=', 'unverified')
    .orderBy('confirmedAt')
    .orderBy('id')
    .execute()
  return rows.map(fromRow).filter((question) => question.state !== 'unverified')
}

/** A question of this posting whose asker has proved their address. */
export async function findPut(tx: Tx, opportunityId: string, id: string): Promise<Put | undefined> {
  return (await questionsOf(tx, opportunityId)).find((question) => question.id === id)
}

/** The words as they were asked. Callers ask `can.seeOriginal` first. */
export async function originalOf(tx: Tx, id: string): Promise<string> {
  const row = await tx
    .selectFrom('questionOriginals')
    .select('words')
    .where('questionId', '=', id)
    .executeTakeFirstOrThrow()
  return row.words
}

/** Who asked: for the letter to them, and for finding what names them; shown to nobody. */
export async function askerOf(tx: Tx, id: string): Promise<Asker> {
  const row = await tx
    .selectFrom('questionAskers')
    .leftJoin('people', 'people.id', 'questionAskers.personId')
    .select(['questionAskers.email', 'people.name'])
    .where('questionId', '=', id)
    .executeTakeFirstOrThrow()
  return { email: row.email, names: row.name ? [row.name] : [] }
}

/** Mailboxes of those who asked about a posting, each with its questions: told by a job, counted for nobody. */
export async function askersOf(
  tx: Tx,
  opportunityId: string,
): Promise<{ email: string; language: Language; questions: string[] }[]> {
  const rows = await tx
    .selectFrom('questions')
    .innerJoin('questionAskers', 'questionAskers.questionId', 'questions.id')
    .select(['questionAskers.email', 'questions.language', 'questions.id'])
    .where('questions.opportunityId', '=', opportunityId)
    .where('questions.state', '!=', 'unverified')
    .orderBy('questions.confirmedAt')
    .execute()
  const byMailbox = Map.groupBy(rows, ({ email }) => email)
  return [...byMailbox].map(([email, asked]) => ({
    email,
    language: asked.at(-1)?.language ?? 'en',
    questions: asked.map(({ id }) => id),
  }))
}

export const saveConfirmed = (tx: Tx, id: string, at: Date) =>
  tx.updateTable('questions').set({ state: 'asked', confirmedAt: at }).where('id', '=', id).execute()

/** Keeps the pair on its way and counts one version up; null takes a handing over back. */
export async function saveDraft(
  tx: Tx,
  id: string,
  { said, by, at, handedAt }: { said: Said; by: string; at: Date; handedAt: Date | null },
): Promise<void> {
  await tx
    .updateTable('questions')
    .set((row) => ({
      ...columnsOf(said),
      ...{ draftedBy: by, draftedAt: at, handedAt },
      version: row('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** The next number of a posting. Call it with the opportunity locked: numbers have no gaps. */
export async function nextNumber(tx: Tx, opportunityId: string): Promise<number> {
  const row = await tx
    .selectFrom('questions')
    .select((row) => row.fn.max('number').as('last'))
    .where('opportunityId', '=', opportunityId)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

/** Publishes: our row and what the public reads, in one act. */
export async function savePublished(
  tx: Tx,
  question: Pick<Question, 'id' | 'opportunityId'>,
  { said, number, amendment, by, at }: Pick<Answered, 'said' | 'number' | 'amendment'> & { by: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('questions')
    .set((row) => ({
      ...columnsOf(said),
      ...{ state: 'answered' as const, number, amendment, publishedBy: by, publishedAt: at },
      version: row('version', '+', 1),
    }))
    .where('id', '=', question.id)
    .execute()
  await tx
    .insertInto('publication.answers')
    .values({
      ...{ opportunityId: question.opportunityId, number, amendment, publishedAt: at, updatedAt: at },
      ...columnsOf(said),
    })
    .execute()
}

export async function saveAmendment(
  tx: Tx,
  { id, opportunityId, number }: Answered,
  amendment: number | null,
  at: Date,
): Promise<void> {
  await tx.updateTable('questions').set({ amendment }).where('id', '=', id).execute()
  await tx
    .updateTable('publication.answers')
    .set({ amendment, updatedAt: at })
    .where('opportunityId', '=', opportunityId)
    .where('number', '=', number)
    .execute()
}

export const saveDeclined = (
  tx: Tx,
  id: string,
  { because, explanation, by, at }: { because: DeclineReason; explanation: string; by: string; at: Date },
) =>
  tx
    .updateTable('questions')
    .set({ state: 'declined', declinedBecause: because, explanation, decidedBy: by, decidedAt: at })
    .where('id', '=', id)
    .execute()

/** Links a question to another; those that were linked to it go along. */
export async function saveDuplicate(
  tx: Tx,
  id: string,
  { of, by, at }: { of: string; by: string; at: Date },
): Promise<void> {
  await tx.updateTable('questions').set({ duplicateOf: of }).where('duplicateOf', '=', id).execute()
  await tx
    .updateTable('questions')
    .set({ state: 'duplicate', duplicateOf: of, decidedBy: by, decidedAt: at })
    .where('id', '=', id)
    .execute()
}

export const saveLapsed = (tx: Tx, id: string, at: Date) =>
  tx.updateTable('questions').set({ state: 'lapsed', decidedAt: at }).where('id', '=', id).execute()

/** Takes away the questions that nobody confirmed in time, with their words and addresses. */
export async function forgetUnverified(tx: Tx, at: Date): Promise<number> {
  const gone = await tx
    .deleteFrom('questions')
    .where('state', '=', 'unverified')
    .where('confirmBy', '<=', at)
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** Takes away who asked about a posting; the questions stay. */
export async function forgetAskers(tx: Tx, opportunityId: string): Promise<number> {
  const gone = await tx
    .deleteFrom('questionAskers')
    .where('questionId', 'in', (from) =>
      from.selectFrom('questions').select('id').where('opportunityId', '=', opportunityId),
    )
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** Questions of a department that wait for an answer, the oldest first, with their posting. */
export async function unanswered(tx: Tx, departmentId: string): Promise<Unanswered[]> {
  const rows = await tx
    .selectFrom('questions')
    .innerJoin('opportunities', 'opportunities.id', 'questions.opportunityId')
    .select(['questions.id', 'questions.confirmedAt', 'questions.handedAt', 'questions.draftedBy'])
    .select(['opportunities.id as opportunityId', 'opportunities.clientId', 'opportunities.number'])
    .select(['opportunities.titleEn', 'opportunities.titleFr', 'opportunities.closesAt'])
    .where('questions.departmentId', '=', departmentId)
    .where('questions.state', '=', 'asked')
    .where('opportunities.state', '=', 'open')
    .orderBy('questions.confirmedAt')
    .orderBy('questions.id')
    .execute()
  return rows.flatMap(({ confirmedAt, closesAt, titleEn, titleFr, ...row }) =>
    confirmedAt && closesAt
      ? [{ ...row, departmentId, title: { en: titleEn, fr: titleFr }, askedAt: confirmedAt, closesAt }]
      : [],
  )
}
export type Unanswered = Pick<Opportunity, 'departmentId' | 'clientId' | 'number'> & {
  readonly id: string
  readonly opportunityId: string
  readonly title: Text
  readonly askedAt: Date
  readonly closesAt: Date
  readonly handedAt: Date | null
  readonly draftedBy: string | null
}

function fromRow(row: Selectable<Questions>): Question {
  const { id, departmentId, opportunityId, language, words, masked, askedAt, confirmBy, version } = row
  const { state, draftedBy, handedAt } = row
  const common = { id, departmentId, opportunityId, language, words, masked, askedAt, confirmBy, version }
  const known = { ...common, said: saidIn(row), draftedBy, handedAt }
  if (state === 'unverified') return { ...known, state }
  const put = { ...known, confirmedAt: present(row.confirmedAt) }
  switch (state) {
    case 'asked':
      return { ...put, state }
    case 'answered':
      return {
        ...{ ...put, state, number: present(row.number), publishedAt: present(row.publishedAt) },
        amendment: row.amendment,
      }
    case 'declined':
      return {
        ...{ ...put, state, because: present(row.declinedBecause), explanation: row.explanation },
        decidedAt: present(row.decidedAt),
      }
    case 'duplicate':
      return { ...put, state, of: present(row.duplicateOf), decidedAt: present(row.decidedAt) }
    case 'lapsed':
      return { ...put, state, decidedAt: present(row.decidedAt) }
  }
}

function present<Value>(value: Value | null): Value {
  if (value === null) throw new Error('a question lacks what its state promises')
  return value
}

/** How many questions of a posting wait for an answer. */
export async function countUnanswered(tx: Tx, opportunityId: string): Promise<number> {
  const row = await tx
    .selectFrom('questions')
    .select(sql<number>`count(*)`.as('count'))
    .where('opportunityId', '=', opportunityId)
    .where('state', '=', 'asked')
    .executeTakeFirstOrThrow()
  return row.count
}
