import { type Selectable, sql } from 'kysely'
import { criteriaOf } from '../opportunities/store.ts'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import type { Applications } from '../platform/tables.ts'
import { dayOf } from '../platform/time.ts'
import type { LockedDraft } from './drafts.ts'
import type { Application, Criterion, Posted } from './rules.ts'

/** The opportunity at this address, once it has been posted, as an applicant needs it. */
export async function findPosted(tx: Tx, by: { slug: string } | { id: string }): Promise<Posted | undefined> {
  const row = await tx
    .selectFrom('opportunities as o')
    .innerJoin('departments as d', 'd.id', 'o.departmentId')
    .leftJoin('opportunityKeys as k', 'k.opportunityId', 'o.id')
    .leftJoin('drawCommitments as c', 'c.opportunityId', 'o.id')
    .select([
      ...([
        'o.id',
        'o.departmentId',
        'o.requestId',
        'o.number',
        'o.slug',
        'o.state',
        'o.titleEn',
        'o.titleFr',
      ] as const),
      ...(['o.publishedAt', 'o.closesAt', 'o.deliveryDay', 'o.priceCents', 'o.licence'] as const),
      ...(['d.nameEn', 'd.nameFr', 'd.mailbox', 'd.timeZone'] as const),
      ...(['k.recipient', 'k.escrowRecipient', 'c.commitment'] as const),
    ])
    .select((row) =>
      row
        .selectFrom('policySettings as p')
        .select('p.value')
        .whereRef('p.departmentId', '=', 'o.departmentId')
        .where('p.setting', '=', 'draftsAfterSending')
        .where('p.fromDay', '<=', sql<string>`(opportune_now() at time zone d.time_zone)::date`)
        .orderBy('p.fromDay', 'desc')
        .limit(1)
        .as('draftsAfterSending'),
    )
    .where('slug' in by ? 'o.slug' : 'o.id', '=', 'slug' in by ? by.slug : by.id)
    .where('o.publishedAt', 'is not', null)
    .executeTakeFirst()
  return row && postedFrom(row, await criteriaOf(tx, row.id, 'application'))
}

/** What an opportunity, its department, its key pair and its commitment say together. */
export type PostedRow = Readonly<
  Record<
    'id' | 'departmentId' | 'requestId' | 'number' | 'slug' | 'state' | 'titleEn' | 'titleFr' | 'licence',
    string
  > &
    Record<'nameEn' | 'nameFr' | 'mailbox' | 'timeZone', string> &
    Record<'deliveryDay' | 'recipient' | 'escrowRecipient' | 'commitment' | 'draftsAfterSending', string | null> &
    Record<'publishedAt' | 'closesAt', Date | null> &
    Record<'priceCents', number | null>
>

export function postedFrom(row: PostedRow, criteria: readonly Criterion[]): Posted | undefined {
  if (!row.closesAt || !row.publishedAt || row.priceCents === null) return undefined
  return {
    id: row.id,
    departmentId: row.departmentId,
    department: { en: row.nameEn, fr: row.nameFr },
    mailbox: row.mailbox,
    timeZone: row.timeZone,
    fileId: row.requestId,
    number: row.number,
    slug: row.slug,
    state: row.state,
    title: { en: row.titleEn, fr: row.titleFr },
    postedOn: dayOf(row.publishedAt, row.timeZone),
    closesAt: row.closesAt,
    deliveryDay: row.deliveryDay ?? '',
    priceCents: row.priceCents,
    licence: row.licence,
    criteria: criteria.map(({ id, position, text }) => ({ id, position, text })),
    recipients: row.recipient && row.escrowRecipient ? [row.recipient, row.escrowRecipient] : undefined,
    drawCommitment: row.commitment ?? undefined,
    strong: row.draftsAfterSending === '"dropped"',
  }
}

/** A person's own application to an opportunity; held until the transaction ends when it is to be changed. */
export async function ownApplication(
  tx: Tx,
  opportunityId: string,
  supplierId: string,
  hold: 'to read' | 'to change' = 'to read',
): Promise<Application | undefined> {
  const row = await tx
    .selectFrom('applications')
    .selectAll()
    .where('opportunityId', '=', opportunityId)
    .where('supplierId', '=', supplierId)
    .$if(hold === 'to change', (query) => query.forUpdate())
    .executeTakeFirst()
  return row && fromRow(row)
}

/** A person's own application by its id; somebody else's is nothing. */
export async function findOwn(tx: Tx, id: string, supplierId: string): Promise<Application | undefined> {
  const row = await tx
    .selectFrom('applications')
    .selectAll()
    .where('id', '=', id)
    .where('supplierId', '=', supplierId)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** All applications of a person, the newest first. */
export async function applicationsOf(tx: Tx, supplierId: string): Promise<Application[]> {
  const rows = await tx
    .selectFrom('applications')
    .selectAll()
    .where('supplierId', '=', supplierId)
    .orderBy('createdAt', 'desc')
    .execute()
  return rows.map(fromRow)
}

export type NewApplication = Pick<
  Application,
  'id' | 'departmentId' | 'opportunityId' | 'supplierId' | 'token' | 'language'
> & {
  readonly createdAt: Date
}

/** Starts an application; of two at once one is started, and false says that it was the other. */
export async function addApplication(tx: Tx, application: NewApplication): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('applications')
    .values({ ...application, state: 'draft' })
    .onConflict((conflict) => conflict.columns(['opportunityId', 'supplierId']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function findDraft(tx: Tx, applicationId: string): Promise<(LockedDraft & { savedAt: Date }) | undefined> {
  return tx
    .selectFrom('applicationDrafts')
    .select(['version', 'ciphertext', 'wrappedKey', 'savedAt'])
    .where('applicationId', '=', applicationId)
    .executeTakeFirst()
}

/** Writes a draft over the one before. */
export async function putDraft(
  tx: Tx,
  { id: applicationId, departmentId }: Pick<Application, 'id' | 'departmentId'>,
  { version, ciphertext, wrappedKey }: LockedDraft,
  savedAt: Date,
): Promise<void> {
  const values = { version, ciphertext, wrappedKey, savedAt }
  await tx
    .insertInto('applicationDrafts')
    .values({ applicationId, departmentId, ...values })
    .onConflict((conflict) => conflict.column('applicationId').doUpdateSet(values))
    .execute()
}

export const setLanguage = (tx: Tx, id: string, language: Language) =>
  tx.updateTable('applications').set({ language }).where('id', '=', id).execute()

/** Takes the key of one draft away: what was typed can no longer be read by anybody. */
export const dropDraftKey = (tx: Tx, applicationId: string) =>
  tx.updateTable('applicationDrafts').set({ wrappedKey: null }).where('applicationId', '=', applicationId).execute()

/** Takes the keys of all drafts of an opportunity away, at its closing. */
export async function dropDraftKeys(tx: Tx, opportunityId: string): Promise<void> {
  await tx
    .updateTable('applicationDrafts')
    .set({ wrappedKey: null })
    .where('applicationId', 'in', (query) =>
      query.selectFrom('applications').select('id').where('opportunityId', '=', opportunityId),
    )
    .execute()
}

/** The same for opportunities that ended in any other way: withdrawn, cancelled, or whatever is not open any more and cannot be again. */
export const dropEndedDraftKeys = (tx: Tx) =>
  tx
    .updateTable('applicationDrafts')
    .set({ wrappedKey: null })
    .where('wrappedKey', 'is not', null)
    .where('applicationId', 'in', (query) =>
      query
        .selectFrom('applications as a')
        .innerJoin('opportunities as o', 'o.id', 'a.opportunityId')
        .select('a.id')
        .where('o.state', 'not in', ['open', 'held']),
    )
    .execute()

export type Seal = {
  readonly id: string
  readonly sealed: Buffer
  readonly sealedSha256: string
  readonly contentCommitment: string
}
export type SubmitOutcome =
  | 'received'
  | 'already_received'
  | 'unknown_application'
  | 'not_open'
  | 'too_late'
  | 'withdrawn'

/** Withdrawal under the same lock. */
export async function withdrawSealed(tx: Tx, applicationId: string) {
  const { rows } = await sql<{
    outcome: 'withdrawn' | 'too_late' | 'wrong_state' | 'unknown_application'
    at: Date
  }>`select outcome, at from withdraw_application(${applicationId})`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('withdraw_application answered nothing')
  return row
}

/** The seal that counts. */
export const currentSeal = (tx: Tx, applicationId: string) =>
  tx
    .selectFrom('applicationSeals')
    .select(['id', 'sealed', 'sealedSha256', 'contentCommitment', 'submittedAt'])
    .where('applicationId', '=', applicationId)
    .where('current', '=', true)
    .executeTakeFirst()

/** The salt of the applicant's commitment, kept after the opening. */
export async function openedSalt(tx: Tx, applicationId: string): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('applicationIdentities')
    .select('contentSalt')
    .where('applicationId', '=', applicationId)
    .executeTakeFirst()
  return row && Buffer.from(row.contentSalt, 'hex')
}

/** Received and not withdrawn, by token: what the roster is made of. Asked only under the closing lock or after closing. */
export const receivedApplications = (tx: Tx, opportunityId: string) =>
  tx
    .selectFrom('applications as a')
    .innerJoin('applicationSeals as s', (on) => on.onRef('s.applicationId', '=', 'a.id').on('s.current', '=', true))
    .innerJoin('people as p', 'p.id', 'a.supplierId')
    .select(['a.id', 'a.token', 'a.language', 's.sealedSha256', 'p.email'])
    .where('a.opportunityId', '=', opportunityId)
    .where('a.state', 'in', ['submitted', 'opened', 'passed', 'failed', 'excluded'])
    .orderBy(sql`a.token collate "C"`)
    .execute()

/** The lines of the public roster, once there is one. */
export async function publicRoster(tx: Tx, slug: string): Promise<string | undefined> {
  const row = await tx.selectFrom('publication.draws').select('roster').where('slug', '=', slug).executeTakeFirst()
  return row?.roster ?? undefined
}

/** One row as the state it is in; the table's checks promise what each state has. */
export function fromRow(row: Selectable<Applications>): Application {
  const common = {
    id: row.id,
    departmentId: row.departmentId,
    opportunityId: row.opportunityId,
    supplierId: row.supplierId,
    token: row.token,
    language: row.language,
    createdAt: row.createdAt,
  }
  switch (row.state) {
    case 'draft':
    case 'purged':
      return { ...common, state: row.state }
    case 'submitted':
      return { ...common, state: row.state, submittedAt: present(row.submittedAt) }
    case 'opened':
    case 'passed':
    case 'failed':
    case 'excluded':
      return { ...common, state: row.state, submittedAt: present(row.submittedAt), openedAt: present(row.openedAt) }
    case 'withdrawn':
      return { ...common, state: row.state, withdrawnAt: present(row.withdrawnAt) }
  }
}

function present<Value>(value: Value | null): Value {
  if (value === null) throw new Error('an application lacks what its state promises')
  return value
}
