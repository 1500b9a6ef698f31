import { type NoticeAmendment, readNotice } from '../opportunities/notice.ts'
import type { Tx } from '../platform/db.ts'
import type { Text } from '../platform/i18n.ts'
import { type Cents, cents } from '../platform/money.ts'
import { keysOf } from '../subscribers/store.postings.ts'

export type DigestPosting = {
  readonly opportunityId: string
  readonly departmentId: string
  readonly slug: string
  readonly title: Text
  readonly skills: readonly string[]
  readonly price: Cents
  readonly zone: string
  readonly publishedAt: Date
  readonly closesAt: Date
  readonly amendments: readonly NoticeAmendment[]
  readonly amendedAt: readonly Date[]
}

/** What is open, the one that closes first on top. */
export async function digestPostings(tx: Tx, now: Date): Promise<readonly DigestPosting[]> {
  const rows = await tx
    .selectFrom('publication.opportunities as posting')
    .innerJoin('departments', 'departments.code', 'posting.departmentCode')
    .select([
      'posting.opportunityId',
      'departments.id as departmentId',
      'slug',
      'titleEn',
      'titleFr',
      'priceCents',
      'posting.timeZone',
    ])
    .select(['publishedAt', 'closesAt', 'notice'])
    .where('status', '=', 'open')
    .where('closesAt', '>', now)
    .orderBy('closesAt')
    .orderBy('slug')
    .execute()
  return rows.map(({ titleEn, titleFr, priceCents, timeZone, notice, ...row }) => {
    const { skills, amendments } = readNotice(notice)
    return {
      ...row,
      title: { en: titleEn, fr: titleFr },
      skills: keysOf(skills.map(({ en }) => en)),
      ...{ price: cents(priceCents), zone: timeZone },
      ...{ amendments, amendedAt: amendments.map(({ publishedAt }) => publishedAt) },
    }
  })
}

/** Is there a digest of this instant? */
export async function hasDigestRun(tx: Tx, cadence: 'daily' | 'weekly', dueAt: Date): Promise<boolean> {
  const row = await tx
    .selectFrom('digestRuns')
    .select('dueAt')
    .where('cadence', '=', cadence)
    .where('dueAt', '=', dueAt)
    .executeTakeFirst()
  return row !== undefined
}

/** Claims the digest of an instant: true for one process alone. */
export async function claimDigestRun(tx: Tx, cadence: 'daily' | 'weekly', dueAt: Date): Promise<boolean> {
  const row = await tx
    .insertInto('digestRuns')
    .values({ cadence, dueAt })
    .onConflict((conflict) => conflict.columns(['cadence', 'dueAt']).doNothing())
    .returning('dueAt')
    .executeTakeFirst()
  return row !== undefined
}

export async function finishDigestRun(tx: Tx, cadence: 'daily' | 'weekly', dueAt: Date, at: Date): Promise<void> {
  await tx
    .updateTable('digestRuns')
    .set({ finishedAt: at })
    .where('cadence', '=', cadence)
    .where('dueAt', '=', dueAt)
    .execute()
}
