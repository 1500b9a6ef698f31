import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import type { Text } from '../platform/i18n.ts'
import type { Counted } from './rules.audience.ts'

/** Counts by state, among the subscribers whom this department's news may reach. */
export type Standing = {
  readonly confirmed: number
  readonly followers: number
  readonly pending: number
  readonly ends: readonly Counted[]
}

export async function standingOf(tx: Tx, departmentId: string): Promise<Standing> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select case when state = 'confirmed' and cadence = 'watched_only' then 'followers'
      when state = 'unsubscribed' then ended_because else state end as kind, count(*) as count
    from subscribers where ${reached(departmentId)} group by 1`.execute(tx)
  const count = (kind: string) => rows.find((row) => row.kind === kind)?.count ?? 0
  return {
    ...{ confirmed: count('confirmed'), followers: count('followers'), pending: count('pending') },
    ends: ['left', 'bounced', 'complained'].map((name) => ({ name, count: count(name) })),
  }
}

export const languagesOf = (tx: Tx, departmentId: string): Promise<Counted[]> =>
  counted(tx, departmentId, sql`language`)
export const cadencesOf = (tx: Tx, departmentId: string): Promise<Counted[]> => counted(tx, departmentId, sql`cadence`)
export const domainsOf = (tx: Tx, departmentId: string): Promise<Counted[]> =>
  counted(tx, departmentId, sql`split_part(email, '@', 2)`)

/** By skill; under no name, who chose none. Somebody with two skills counts in both. */
export async function skillsChosen(tx: Tx, departmentId: string): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select skill as name, count(*) as count
    from subscribers, unnest(case when skills = '{}' then '{""}' else skills end) skill
    where ${onList(departmentId)} group by 1 order by 2 desc, 1`.execute(tx)
  return rows
}

export async function sourcesTold(tx: Tx): Promise<Counted[]> {
  return tx
    .selectFrom('subscriberSources')
    .select((row) => ['source as name', row.fn.sum<number>('count').as('count')])
    .groupBy('source')
    .orderBy('count', 'desc')
    .orderBy('source')
    .execute()
}

export async function bouncesSince(tx: Tx, departmentId: string, since: Date): Promise<{ hard: number; soft: number }> {
  const { rows } = await sql<{ hard: number; soft: number }>`
    select count(*) filter (where hard) as hard, count(*) filter (where not hard) as soft
    from bounces join subscribers on subscribers.id = bounces.subscriber_id
    where ${reached(departmentId)} and bounces.at >= ${since}`.execute(tx)
  return rows[0] ?? { hard: 0, soft: 0 }
}

export type Month = { readonly month: string; readonly joined: number; readonly left: number; readonly total: number }

/** Who joined and left the list in each month, and how many were on it at its end: from the record, oldest first. */
export async function growthOf(tx: Tx, zone: string): Promise<readonly Month[]> {
  const { rows } = await sql<Month>`
    with acts as (
      select to_char(at at time zone ${zone}, 'YYYY-MM') as month,
        count(*) filter (where kind = 'subscriber.confirmed') as joined,
        count(*) filter (where kind <> 'subscriber.confirmed') as "left"
      from history_events where kind in ('subscriber.confirmed', 'subscriber.unsubscribed', 'subscriber.suppressed')
      group by 1)
    select month, joined, "left", (sum(joined - "left") over (order by month))::bigint as total
    from acts order by month`.execute(tx)
  return rows
}

export type Shared = { readonly opportunityId: string; readonly number: string; readonly title: Text }

/** What a department has open, for whoever makes it known. */
export async function openOf(tx: Tx, departmentId: string, now: Date): Promise<readonly Shared[]> {
  const rows = await tx
    .selectFrom('publication.opportunities as posting')
    .innerJoin('departments', 'departments.code', 'posting.departmentCode')
    .select(['opportunityId', 'number', 'titleEn', 'titleFr'])
    .where('departments.id', '=', departmentId)
    .where('status', '=', 'open')
    .where('closesAt', '>', now)
    .orderBy('closesAt')
    .limit(20)
    .execute()
  return rows.map(({ opportunityId, number, titleEn, titleFr }) => ({
    ...{ opportunityId, number },
    title: { en: titleEn, fr: titleFr },
  }))
}

const reached = (departmentId: string) => sql`(department_id is null or department_id = ${departmentId})`
const onList = (departmentId: string) =>
  sql`state = 'confirmed' and cadence <> 'watched_only' and ${reached(departmentId)}`

async function counted(tx: Tx, departmentId: string, by: ReturnType<typeof sql>): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select ${by} as name, count(*) as count from subscribers where ${onList(departmentId)}
    group by 1 order by 2 desc, 1`.execute(tx)
  return rows
}
