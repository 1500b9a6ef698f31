import { sql } from 'kysely'
import { z } from 'zod'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import type { Text } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'
import type { NoticeAmendment } from './notice.ts'
import type { Change } from './rules.amended.ts'
import type { AmendmentState, Pending } from './rules.changes.ts'
import type { CriterionKind, Row } from './rules.ts'

const changes = z.array(
  z.object({
    field: z.string(),
    before: z.object({ en: z.string(), fr: z.string() }),
    after: z.object({ en: z.string(), fr: z.string() }),
  }),
)

/** The numbered amendments of a posting, oldest first. */
export async function amendmentsOf(tx: Tx, opportunityId: string): Promise<NoticeAmendment[]> {
  const rows = await tx
    .selectFrom('amendments')
    .select(['number', 'kind', 'reasonEn', 'reasonFr', 'changes', 'publishedAt', 'material'])
    .where('opportunityId', '=', opportunityId)
    .where('state', '=', 'posted')
    .orderBy('number')
    .execute()
  return rows.flatMap(({ number, kind, reasonEn, reasonFr, changes: stored, publishedAt, material }) =>
    number === null || publishedAt === null
      ? []
      : [
          {
            ...{ number, kind, publishedAt, material, reason: { en: reasonEn, fr: reasonFr } },
            changes: changes.parse(JSON.parse(stored)),
          },
        ],
  )
}

/** Adds the next amendment and answers its number. Call it with the opportunity locked. */
export async function addAmendment(
  tx: Tx,
  app: Pick<App, 'random'>,
  file: { readonly id: string; readonly departmentId: string },
  amendment: Omit<NoticeAmendment, 'number'> & { readonly madeBy: string },
): Promise<number> {
  const { kind, reason, madeBy, publishedAt, material } = amendment
  const number = await nextNumber(tx, file.id)
  await tx
    .insertInto('amendments')
    .values({
      ...{ id: newId(publishedAt, app.random), departmentId: file.departmentId, opportunityId: file.id },
      ...{ number, kind, reasonEn: reason.en, reasonFr: reason.fr, madeBy, publishedAt, material },
      madeAt: publishedAt,
      changes: JSON.stringify(amendment.changes),
    })
    .execute()
  return number
}

/** The highest numbers of criteria that this posting has given so far; 0 while no amendment changed them. */
export async function criteriaGiven(tx: Tx, opportunityId: string): Promise<{ work: number; application: number }> {
  const row = await tx
    .selectFrom('opportunities')
    .select(['workCriteriaGiven as work', 'applicationCriteriaGiven as application'])
    .where('id', '=', opportunityId)
    .executeTakeFirstOrThrow()
  return row
}

/** Remembers the highest number among these criteria, so that it is not given again when its criterion goes. */
export async function keepGiven(
  tx: Tx,
  opportunityId: string,
  rows: readonly Row[],
  kind: CriterionKind,
): Promise<void> {
  const highest = Math.max(0, ...rows.map(({ position }) => position ?? 0))
  const column = kind === 'work' ? 'workCriteriaGiven' : 'applicationCriteriaGiven'
  await tx
    .updateTable('opportunities')
    .set({ [column]: sql`greatest(${sql.ref(column)}, ${highest})` })
    .where('id', '=', opportunityId)
    .execute()
}

/** Was a criterion for applications added, taken away or reworded after this instant? */
export async function criteriaChangedSince(tx: Tx, opportunityId: string, since: Date): Promise<boolean> {
  const made = await amendmentsOf(tx, opportunityId)
  return made.some(
    ({ publishedAt, changes: own }) =>
      publishedAt > since && own.some(({ field }) => field.startsWith('applicationCriteria:')),
  )
}

/** The amendment on its way, locked with its opportunity; one at a time. */
export async function pendingOf(tx: Tx, opportunityId: string): Promise<Pending | undefined> {
  const row = await tx
    .selectFrom('amendments')
    .selectAll()
    .where('opportunityId', '=', opportunityId)
    .where('state', 'in', ['drafted', 'in_review', 'returned'])
    .executeTakeFirst()
  if (!row || row.state === 'posted' || row.state === 'discarded') return undefined
  const { id, state, madeBy, writers, madeAt, submittedAt, returnedBecause } = row
  if (!madeAt) throw new Error(`amendment ${id} was made at no instant`)
  const reason = { en: row.reasonEn, fr: row.reasonFr }
  return {
    id,
    state,
    reason,
    madeBy,
    writers,
    madeAt,
    submittedAt,
    returnedBecause,
    changes: changes.parse(JSON.parse(row.changes)),
  }
}

/** Postings of a department with an amendment on its way, oldest first. */
export async function pendingIn(
  tx: Tx,
  departmentId: string,
): Promise<{ opportunityId: string; state: AmendmentState; since: Date }[]> {
  const rows = await tx
    .selectFrom('amendments')
    .select(['opportunityId', 'state', 'madeAt', 'submittedAt', 'decidedAt'])
    .where('departmentId', '=', departmentId)
    .where('state', 'in', ['drafted', 'in_review', 'returned'])
    .orderBy('madeAt')
    .execute()
  return rows.flatMap(({ opportunityId, state, madeAt, submittedAt, decidedAt }) => {
    const since = (state === 'returned' ? decidedAt : state === 'in_review' ? submittedAt : null) ?? madeAt
    return since ? [{ opportunityId, state, since }] : []
  })
}

/** Writes the amendment on its way: a new one, or over the one that is being revised. Answers its id. */
export async function saveDrafted(
  tx: Tx,
  app: Pick<App, 'random'>,
  file: { readonly id: string; readonly departmentId: string },
  drafted: {
    id: string | undefined
    reason: Text
    changes: readonly Change[]
    material: boolean
    madeBy: string
    at: Date
  },
): Promise<string> {
  const { reason, material, madeBy, at } = drafted
  const id = drafted.id ?? newId(at, app.random)
  const said = {
    ...{ state: 'drafted' as const, reasonEn: reason.en, reasonFr: reason.fr, material, madeBy, madeAt: at },
    ...{ changes: JSON.stringify(drafted.changes), submittedAt: null, returnedBecause: '' },
  }
  await tx
    .insertInto('amendments')
    .values({ id, departmentId: file.departmentId, opportunityId: file.id, kind: 'change', ...said, writers: [madeBy] })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ ...said, writers: sql`array_append(amendments.writers, ${madeBy}::uuid)` }),
    )
    .execute()
  return id
}

export async function setAmendmentState(
  tx: Tx,
  id: string,
  state: 'in_review' | 'returned' | 'discarded',
  on: { at: Date; by: string; because?: string },
): Promise<void> {
  const decided = { decidedBy: on.by, decidedAt: on.at }
  const fields =
    state === 'in_review'
      ? { state, submittedAt: on.at }
      : { state, ...decided, returnedBecause: state === 'returned' ? (on.because ?? '') : '' }
  await tx.updateTable('amendments').set(fields).where('id', '=', id).execute()
}

/** Numbers and posts the amendment on its way, with the changes that it made in the end. */
export async function postPending(
  tx: Tx,
  opportunityId: string,
  posted: { id: string; changes: readonly Change[]; by: string; at: Date },
): Promise<number> {
  const number = await nextNumber(tx, opportunityId)
  await tx
    .updateTable('amendments')
    .set({
      ...{ state: 'posted', number, publishedAt: posted.at, decidedBy: posted.by, decidedAt: posted.at },
      changes: JSON.stringify(posted.changes),
    })
    .where('id', '=', posted.id)
    .execute()
  return number
}

async function nextNumber(tx: Tx, opportunityId: string): Promise<number> {
  const { last } = await tx
    .selectFrom('amendments')
    .select((made) => made.fn.max('number').as('last'))
    .where('opportunityId', '=', opportunityId)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}
