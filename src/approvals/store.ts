import type { StaffRole } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import type { Day } from '../platform/day.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { type Cents, cents } from '../platform/money.ts'
import { parseDay } from '../platform/time.ts'
import type { ReminderDelegate } from './rules.delegates.ts'
import type { LaterOutcome } from './rules.ts'

/** A posted file, as lists of reviews and releases name it. */
export type NamedFile = {
  readonly id: string
  readonly number: string
  readonly title: { readonly en: string; readonly fr: string }
}

export type LaterReview = {
  readonly outcome: LaterOutcome
  readonly note: string
  readonly by: string
  readonly at: Date
}
/** `review` is nothing while it waits for one. */
export type PostedLater = NamedFile & { readonly publishedAt: Date; readonly review: LaterReview | null }

const posted = (tx: Tx, departmentId: string) =>
  tx
    .selectFrom('opportunities')
    .leftJoin('laterReviews', 'laterReviews.opportunityId', 'opportunities.id')
    .select(['id', 'number', 'titleEn', 'titleFr', 'publishedAt', 'note', 'reviewedBy', 'reviewedAt'])
    .select('laterReviews.outcome as said')
    .where('opportunities.departmentId', '=', departmentId)
    .where('approvalMode', '=', 'after')
    .where('publishedAt', 'is not', null)
    .orderBy('publishedAt')

/** What was posted without procurement by policy, oldest first: what waits for a look, and what was said of the rest. */
export async function postedWithout(tx: Tx, departmentId: string, id?: string): Promise<PostedLater[]> {
  const rows = await posted(tx, departmentId)
    .$if(id !== undefined, (query) => query.where('opportunities.id', '=', id ?? ''))
    .execute()
  return rows.flatMap(({ said, note, reviewedBy, reviewedAt, publishedAt, id: file, number, titleEn, titleFr }) => {
    if (!publishedAt) return []
    const review =
      said && reviewedBy && reviewedAt ? { outcome: said, note: note ?? '', by: reviewedBy, at: reviewedAt } : null
    return [{ id: file, number, title: { en: titleEn, fr: titleFr }, publishedAt, review }]
  })
}

export async function insertReview(
  tx: Tx,
  { departmentId, opportunityId }: { departmentId: string; opportunityId: string },
  { outcome, note, by, at }: LaterReview,
): Promise<void> {
  await tx
    .insertInto('laterReviews')
    .values({ opportunityId, departmentId, outcome, note, reviewedBy: by, reviewedAt: at })
    .execute()
}

/** One reservation of funds, and whether a payment may still use it. */
export type KeptReservation = {
  readonly id: string
  readonly departmentId: string
  readonly number: string
  readonly fiscalYear: number
  readonly amount: Cents
  readonly reservedAt: Date
  readonly released: { readonly by: string; readonly at: Date; readonly note: string } | null
  readonly inUse: boolean
  /** Since when nothing will use it. */
  readonly since: Date
  readonly file: NamedFile
}

/** The reservations of a department, or of one file, oldest first. */
export async function reservationsOf(
  tx: Tx,
  departmentId: string,
  only: { opportunityId?: string; unreleased?: true } = {},
): Promise<KeptReservation[]> {
  const { opportunityId, unreleased } = only
  const rows = await tx
    .selectFrom('fundReservations as kept')
    .innerJoin('opportunities as file', 'file.id', 'kept.opportunityId')
    .select(['kept.id', 'kept.departmentId', 'kept.number', 'kept.fiscalYear', 'kept.cents', 'kept.reservedAt'])
    .select(['kept.releasedBy', 'kept.releasedAt', 'kept.note', 'kept.opportunityId'])
    .select(['file.number as fileNumber', 'file.titleEn', 'file.titleFr', 'file.state', 'file.endedAt'])
    .select('file.reservationNumber')
    .select((row) =>
      row
        .exists(
          row
            .selectFrom('invoices')
            .select('invoices.id')
            .whereRef('invoices.opportunityId', '=', 'kept.opportunityId')
            .whereRef('invoices.reservationNumber', '=', 'kept.number'),
        )
        .as('invoiced'),
    )
    .where('kept.departmentId', '=', departmentId)
    .$if(opportunityId !== undefined, (query) => query.where('kept.opportunityId', '=', opportunityId ?? ''))
    .$if(unreleased === true, (query) => query.where('kept.releasedAt', 'is', null))
    .orderBy('kept.reservedAt')
    .execute()
  return rows.map((row) => {
    const { id, number, fiscalYear, reservedAt, releasedBy, releasedAt, note, endedAt, titleEn, titleFr } = row
    return {
      ...{ id, departmentId: row.departmentId, number, fiscalYear, amount: cents(row.cents), reservedAt },
      released: releasedBy && releasedAt ? { by: releasedBy, at: releasedAt, note } : null,
      // A file that went back may be reserved under the same number again.
      inUse: Boolean(row.invoiced) || (endedAt === null && (row.reservationNumber ?? number) === number),
      since: endedAt ?? reservedAt,
      file: { id: row.opportunityId, number: row.fileNumber, title: { en: titleEn, fr: titleFr } },
    }
  })
}

/** Holds a reservation until the transaction ends, so that its release is recorded once. */
export async function lockReservation(
  tx: Tx,
  departmentId: string,
  { opportunityId, id }: { opportunityId: string; id: string },
): Promise<KeptReservation | undefined> {
  await tx.selectFrom('fundReservations').select('id').where('id', '=', id).forUpdate().execute()
  return (await reservationsOf(tx, departmentId, { opportunityId })).find((kept) => kept.id === id)
}

export async function markReleased(
  tx: Tx,
  id: string,
  { by, at, note }: { by: string; at: Date; note: string },
): Promise<void> {
  await tx.updateTable('fundReservations').set({ releasedBy: by, releasedAt: at, note }).where('id', '=', id).execute()
}

/** Whom a person named to be reminded in their place, not ended, the latest first. */
export async function delegatesNamedBy(tx: Tx, departmentId: string, personId: string): Promise<ReminderDelegate[]> {
  const rows = await standing(tx, departmentId).where('personId', '=', personId).orderBy('fromDay', 'desc').execute()
  return rows.map(delegateFrom)
}

/** Who is reminded in whose place on a day. */
export async function delegatesOn(tx: Tx, departmentId: string, on: Day): Promise<ReminderDelegate[]> {
  const rows = await standing(tx, departmentId).where('fromDay', '<=', on).where('untilDay', '>=', on).execute()
  return rows.map(delegateFrom)
}

export async function lockDelegate(tx: Tx, departmentId: string, id: string): Promise<ReminderDelegate | undefined> {
  const row = await standing(tx, departmentId).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && delegateFrom(row)
}

/** One at a time for each person: two who name at once wait for each other. */
export async function lockNaming(tx: Tx, personId: string): Promise<void> {
  await tx.selectFrom('people').select('id').where('id', '=', personId).forUpdate().execute()
}

export async function insertDelegate(
  tx: Tx,
  app: Pick<App, 'random'>,
  named: Omit<ReminderDelegate, 'id'> & { departmentId: string },
  at: Date,
): Promise<string> {
  const id = newId(at, app.random)
  await tx
    .insertInto('reminderDelegates')
    .values({ id, ...named, namedAt: at })
    .execute()
  return id
}

export async function markEnded(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('reminderDelegates').set({ endedAt: at }).where('id', '=', id).execute()
}

/** Roles of everybody in a department on a day, by person, for choosing among those who share one. */
export type Colleague = { readonly id: string; readonly name: string; readonly roles: readonly StaffRole[] }

const standing = (tx: Tx, departmentId: string) =>
  tx
    .selectFrom('reminderDelegates')
    .select(['id', 'personId', 'delegateId', 'fromDay', 'untilDay'])
    .where('departmentId', '=', departmentId)
    .where('endedAt', 'is', null)

function delegateFrom(row: {
  id: string
  personId: string
  delegateId: string
  fromDay: string
  untilDay: string
}): ReminderDelegate {
  const [fromDay, untilDay] = [row.fromDay, row.untilDay].map(parseDay)
  if (!fromDay || !untilDay) throw new Error(`delegate ${row.id} has no period`)
  return { ...row, fromDay, untilDay }
}
