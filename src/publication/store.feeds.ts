import { readNotice } from '../opportunities/notice.ts'
import type { Tx } from '../platform/db.ts'
import { cents } from '../platform/money.ts'
import { answersOf } from '../questions/store.published.ts'
import type { FeedEntry } from './feeds.ts'
import { newsOfAmendments, newsOfAnswers } from './news.ts'

/** A reader keeps what it has read; these are more than a year of postings. */
const NEWEST = 100

/** The newest postings with all that feeds say of them, the newest first. */
export async function feedEntries(tx: Tx): Promise<readonly FeedEntry[]> {
  const rows = await tx
    .selectFrom('publication.opportunities')
    .selectAll()
    .orderBy('publishedAt', 'desc')
    .orderBy('slug')
    .limit(NEWEST)
    .execute()
  const answers = await answersOf(
    tx,
    rows.map(({ opportunityId }) => opportunityId),
  )
  return rows.map((row) => {
    const { skills, amendments, ended } = readNotice(row.notice)
    return {
      ...{ id: row.opportunityId, slug: row.slug, number: row.number, status: row.status, skills },
      title: { en: row.titleEn, fr: row.titleFr },
      teaser: { en: row.teaserEn, fr: row.teaserFr },
      department: { en: row.departmentEn, fr: row.departmentFr },
      ...{ price: cents(row.priceCents), zone: row.timeZone },
      ...{ publishedAt: row.publishedAt, closesAt: row.closesAt, updatedAt: row.updatedAt },
      news: [
        ...newsOfAmendments(amendments, row.timeZone),
        ...newsOfAnswers(answers.get(row.opportunityId) ?? [], row.timeZone),
      ],
      revision: amendments.length + (ended ? 1 : 0),
    }
  })
}
