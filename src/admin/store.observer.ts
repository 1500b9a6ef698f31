import { type RawBuilder, sql } from 'kysely'
import type { OpportunityState } from '../opportunities/rules.ts'
import type { Tx } from '../platform/db.ts'
import type { Text } from '../platform/i18n.ts'
import { type Cents, cents } from '../platform/money.ts'
import type { Place } from './rules.filter.ts'

/** One posting as an observer asks about it: what was bought, why not inside, for how much, for how many hours. */
export type Bought = {
  readonly id: string
  readonly number: string
  readonly title: Text
  readonly team: Text
  readonly state: OpportunityState
  readonly publishedAt: Date
  readonly price: Cents
  readonly hours: number | null
  readonly standalone: Text
  readonly noCapacity: Text
}

export type BoughtSums = { readonly postings: number; readonly price: Cents; readonly hours: number }

export type Published = { readonly from: Date; readonly to: Date } | null

/** Postings of a department, the latest first, a page of them: `most`, and where to go on when there are more. */
export async function boughtFiles(
  tx: Tx,
  {
    departmentId,
    published,
    after,
    most,
  }: { departmentId: string; published: Published; after: Place | null; most: number },
): Promise<{ readonly rows: readonly Bought[]; readonly next: Place | null }> {
  const behind = after ? sql`and (published_at, id::text) < (${after.key}::timestamptz, ${after.id})` : sql``
  const { rows } = await sql<BoughtRow>`
    select id, number, title_en, title_fr, team_en, team_fr, state, published_at, published_at::text as place_key, price_cents, hours,
      standalone_because_en, standalone_because_fr, no_capacity_because_en, no_capacity_because_fr
    from opportunities
    where department_id = ${departmentId} and published_at is not null and price_cents is not null ${within(published)} ${behind}
    order by published_at desc, id::text desc limit ${most + 1}`.execute(tx)
  const last = rows.length > most ? rows[most - 1] : undefined
  return {
    rows: rows.slice(0, most).map(fromRow),
    next: last ? { key: last.placeKey, id: last.id } : null,
  }
}

/** The same, summed: what a year of postings is worth before tax, and how many hours it stands for. */
export async function boughtSums(tx: Tx, departmentId: string, published: Published): Promise<BoughtSums> {
  const { rows } = await sql<{ postings: number; price: number; hours: number }>`
    select count(*) as postings, coalesce(sum(price_cents), 0) as price, coalesce(sum(hours), 0) as hours
    from opportunities
    where department_id = ${departmentId} and published_at is not null and price_cents is not null ${within(published)}`.execute(
    tx,
  )
  const { postings, price, hours } = rows[0] ?? { postings: 0, price: 0, hours: 0 }
  return { postings, price: cents(price), hours }
}

/** When the first notice of a department went out; nothing when none has. */
export async function firstPublished(tx: Tx, departmentId: string): Promise<Date | null> {
  const { first } = await tx
    .selectFrom('opportunities')
    .select(({ fn }) => fn.min('publishedAt').as('first'))
    .where('departmentId', '=', departmentId)
    .executeTakeFirstOrThrow()
  return first
}

const within = (published: Published): RawBuilder<unknown> =>
  published ? sql`and published_at >= ${published.from} and published_at < ${published.to}` : sql``

type BoughtRow = {
  id: string
  number: string
  titleEn: string
  titleFr: string
  teamEn: string
  teamFr: string
  state: OpportunityState
  publishedAt: Date
  placeKey: string
  priceCents: number
  hours: number | null
  standaloneBecauseEn: string
  standaloneBecauseFr: string
  noCapacityBecauseEn: string
  noCapacityBecauseFr: string
}

const fromRow = (row: BoughtRow): Bought => ({
  ...{ id: row.id, number: row.number, state: row.state, publishedAt: row.publishedAt, hours: row.hours },
  title: { en: row.titleEn, fr: row.titleFr },
  team: { en: row.teamEn, fr: row.teamFr },
  price: cents(row.priceCents),
  standalone: { en: row.standaloneBecauseEn, fr: row.standaloneBecauseFr },
  noCapacity: { en: row.noCapacityBecauseEn, fr: row.noCapacityBecauseFr },
})
