import type { Selectable } from 'kysely'
import { type Notice, type PublicStatus, readNotice } from '../opportunities/notice.ts'
import type { Tx } from '../platform/db.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { type Cents, cents } from '../platform/money.ts'
import type { PublicationOpportunities } from '../platform/tables.ts'

/** A posting as lists show it. Everything here is public. */
export type Listed = {
  readonly slug: string
  readonly number: string
  readonly status: PublicStatus
  readonly title: Text
  readonly teaser: Text
  readonly department: { readonly code: string; readonly name: Text }
  readonly price: Cents
  readonly publishedAt: Date
  readonly closesAt: Date
  readonly zone: string
  readonly winnerName: string | null
  readonly repositoryUrl: string | null
  readonly paidDays: number | null
  /** When the supplier was named, and when the work was accepted; neither for what came to nothing. */
  readonly awardedAt: Date | null
  readonly deliveredAt: Date | null
}
/** `heldUntil`: until when somebody decides on a closing that is under review. */
export type Posting = Listed & { readonly notice: Notice; readonly heldUntil: Date | null }

export async function findPosting(tx: Tx, by: { slug: string } | { id: string }): Promise<Posting | undefined> {
  const [column, value] = 'slug' in by ? (['slug', by.slug] as const) : (['opportunityId', by.id] as const)
  const row = await tx.selectFrom('publication.opportunities').selectAll().where(column, '=', value).executeTakeFirst()
  return row && postingFrom(row)
}

/** Has this posting been drawn, so that there is something to check? */
export async function isDrawn(tx: Tx, slug: string): Promise<boolean> {
  const row = await tx
    .selectFrom('publication.draws')
    .select('slug')
    .where('slug', '=', slug)
    .where('ranking', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Is there a page of the draw of this posting? */
export async function hasDraw(tx: Tx, slug: string): Promise<boolean> {
  const row = await tx.selectFrom('publication.draws').select('slug').where('slug', '=', slug).executeTakeFirst()
  return row !== undefined
}

/** Who has a draft or an application that still counts: told of changes by a job, never counted for anybody. */
export async function applicantsToTell(
  tx: Tx,
  opportunityId: string,
): Promise<readonly { readonly email: string; readonly language: Language }[]> {
  return tx
    .selectFrom('applications')
    .innerJoin('people', 'people.id', 'applications.supplierId')
    .select(['people.email', 'people.language'])
    .where('applications.opportunityId', '=', opportunityId)
    .where('applications.state', 'not in', ['withdrawn', 'purged'])
    .orderBy('applications.token')
    .execute()
}

export const listedColumns = [
  ...(['slug', 'number', 'status', 'titleEn', 'titleFr', 'teaserEn', 'teaserFr'] as const),
  ...(['departmentCode', 'departmentEn', 'departmentFr', 'priceCents', 'publishedAt', 'closesAt'] as const),
  ...(['timeZone', 'winnerName', 'repositoryUrl', 'paidDays', 'awardedAt', 'deliveredAt'] as const),
]
type ListedRow = Pick<Selectable<PublicationOpportunities>, (typeof listedColumns)[number]>

export function listedFrom(row: ListedRow): Listed {
  const { slug, number, status, publishedAt, closesAt, winnerName, repositoryUrl, paidDays } = row
  const { awardedAt, deliveredAt } = row
  return {
    ...{ slug, number, status, publishedAt, closesAt, winnerName, repositoryUrl, paidDays, awardedAt, deliveredAt },
    title: { en: row.titleEn, fr: row.titleFr },
    teaser: { en: row.teaserEn, fr: row.teaserFr },
    department: { code: row.departmentCode, name: { en: row.departmentEn, fr: row.departmentFr } },
    price: cents(row.priceCents),
    zone: row.timeZone,
  }
}

const postingFrom = (row: Selectable<PublicationOpportunities>): Posting => ({
  ...listedFrom(row),
  notice: readNotice(row.notice),
  heldUntil: row.heldUntil,
})
