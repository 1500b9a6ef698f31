import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { dayOf } from '../platform/time.ts'
import { policyInForce } from '../policy/inForce.ts'
import {
  CLOSING_SOON_DAYS,
  type Place,
  priceBands,
  resultStates,
  type Search,
  soonestFirst,
  statesShown,
  wordsOf,
} from './rules.search.ts'
import { type Listed, listedColumns, listedFrom } from './store.ts'

/** A posting as a ticket shows it. */
export type Ticketed = Listed & {
  readonly team: Text
  readonly skills: readonly Text[]
  readonly licence: string
  /** Has it been drawn? */
  readonly drawn: boolean
}

/** How many postings each choice would leave, with everything else as it is. */
export type Facets = {
  readonly skills: readonly Choice[]
  readonly departments: readonly Choice[]
  /** By the key of a band. */
  readonly prices: ReadonlyMap<string, number>
  readonly soon: number
  /** By the public status, as it is at that instant. */
  readonly states: ReadonlyMap<string, number>
}
export type Choice = { readonly key: string; readonly name: Text; readonly count: number }

/**
 * Words are found by their index, also when most postings have them: reading the words of each posting, which the
 * planner takes to be cheap, takes a hundred times as long. For the rest of the transaction.
 */
export async function preferIndexes(tx: Tx): Promise<void> {
  await sql`select set_config('enable_seqscan', 'off', true)`.execute(tx)
}

/** What is open at an instant: how many, and when the next of them closes or begins to close soon. */
export async function openNow(tx: Tx, now: Date): Promise<{ count: number; changesAt: Date | null }> {
  const soon = sql`closes_at - make_interval(days => ${CLOSING_SOON_DAYS})`
  const { rows } = await sql<{ count: number; changesAt: Date | null }>`
    select count(*) as count, least(min(closes_at), min(${soon}) filter (where ${soon} > ${now})) as changes_at
    from publication.opportunities where status = 'open' and closes_at > ${now}`.execute(tx)
  return rows[0] ?? { count: 0, changesAt: null }
}

/** From how many postings on filters are offered: the lowest number that a department set, else the default. */
export async function filtersFrom(tx: Tx, now: Date): Promise<number> {
  const rows = await tx
    .selectFrom('policySettings')
    .select(['departmentId', 'setting', 'fromDay', 'value', 'source'])
    .where('setting', '=', 'listing')
    .orderBy('fromDay')
    .execute()
  const today = dayOf(now, 'America/Toronto')
  const own = Object.values(Object.groupBy(rows, ({ departmentId }) => departmentId))
  const all = own.length === 0 ? [[]] : own.map((each) => each ?? [])
  return Math.min(...all.map((each) => policyInForce(each, today).listing.filtersFrom))
}

/** One page of what was asked for, in its order, and one more when there are more. */
export async function postingsFound(
  tx: Tx,
  search: Search,
  { now, most }: { now: Date; most: number },
): Promise<Ticketed[]> {
  const ahead = soonestFirst(search)
  const order = ahead ? sql`closes_at, slug` : sql`closes_at desc, slug desc`
  const after = search.after ? [beyond(search.after, ahead)] : []
  const { rows } = await sql<TicketRow>`
    select ${sql.join(listedColumns.map((column) => sql.ref(column)))},
      notice::jsonb -> 'team' as team, notice::jsonb -> 'skills' as skills, notice::jsonb ->> 'licence' as licence,
      exists (select from publication.draws d where d.slug = opportunities.slug and d.ranking is not null) as drawn
    from publication.opportunities
    where opportunity_id in (
      select opportunity_id from publication.opportunities
      where ${sql.join([...conditions(search, now), ...after], sql` and `)} order by ${order} limit ${most + 1})
    order by ${order}`.execute(tx)
  return rows.map(({ team, skills, licence, drawn, ...row }) => ({ ...listedFrom(row), team, skills, licence, drawn }))
}

/** How many postings stand before a place of a list. */
export async function countBefore(tx: Tx, search: Search, now: Date): Promise<number> {
  if (!search.after) return 0
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from publication.opportunities
    where ${sql.join(conditions(search, now), sql` and `)} and not ${beyond(search.after, soonestFirst(search))}`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}

/** How many have a word or all words, whatever else was asked for. */
export async function countFound(tx: Tx, search: Search, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from publication.opportunities
    where ${sql.join(conditions(search, now), sql` and `)}`.execute(tx)
  return rows[0]?.count ?? 0
}

const DAY_IN_MS = 86_400_000

/** Skills are offered up to here, the most frequent first. */
const MOST_SKILLS = 40

/** The counts beside all choices, in one statement: what matches the words is read once. */
export async function facetsOf(tx: Tx, search: Search, now: Date): Promise<Facets> {
  const { rows } = await facetsQuestion(search, now).execute(tx)
  const of = (facet: string) => rows.filter((row) => row.facet === facet)
  const choices = (facet: string) => of(facet).map(({ key, en, fr, count }) => ({ key, name: { en, fr }, count }))
  return {
    skills: choices('skill'),
    departments: choices('department'),
    prices: new Map(of('price').map(({ key, count }) => [priceBands[Number(key) - 1]?.key ?? '', count])),
    soon: of('soon')[0]?.count ?? 0,
    states: new Map(of('state').map(({ key, count }) => [key, count])),
  }
}

/** How the database answers the question of the counts: for the benchmark. */
export async function planOfFacets(tx: Tx, search: Search, now: Date): Promise<string[]> {
  if (search.words !== '') await preferIndexes(tx)
  const { rows } = await sql<{
    'QUERY PLAN': string
  }>`explain (analyze, buffers, costs off) ${facetsQuestion(search, now)}`.execute(tx)
  return rows.flatMap((row) => Object.values(row))
}

/** The name of a skill that an address names. */
export async function skillNamed(tx: Tx, key: string): Promise<Text | undefined> {
  return tx.selectFrom('publication.skills').select(['en', 'fr']).where('key', '=', key).executeTakeFirst()
}

/** The name of a department that an address names. */
export async function departmentNamed(tx: Tx, code: string): Promise<Text | undefined> {
  return tx
    .selectFrom('publication.opportunities')
    .select(['departmentEn as en', 'departmentFr as fr'])
    .where('departmentCode', '=', code)
    .limit(1)
    .executeTakeFirst()
}

/** Was there nothing but words too common to be looked for? */
export async function isTooCommon(tx: Tx, words: string): Promise<boolean> {
  const { rows } = await sql<{ common: boolean }>`
    select numnode(websearch_to_tsquery('publication.english', publication.plain(${words}))) = 0
      or numnode(websearch_to_tsquery('publication.french', publication.plain(${words}))) = 0 as common`.execute(tx)
  return rows[0]?.common ?? false
}

/** Words at most that are looked at one by one for their spelling. */
const MOST_WORDS = 8
/** How alike two spellings must be, from 0 to 1, by the groups of three letters that they share. */
const ALIKE = 0.45

/**
 * The same words, each that no posting has replaced by the nearest that one has, as each language spells it; nothing when
 * there is none nearer.
 * “acessibility” becomes “accessibility”.
 */
export async function nearestWords(tx: Tx, words: string): Promise<Text | undefined> {
  const typed = wordsOf(words).slice(0, MOST_WORDS)
  if (typed.length === 0) return undefined
  const { rows } = await sql<{ place: number; en: string; fr: string }>`
    select typed.place::int as place, coalesce(near.en, near.fr) as en, coalesce(near.fr, near.en) as fr
    from unnest(${typed}::text[]) with ordinality as typed (word, place),
      lateral (select publication.folded(typed.word) as word) as folded,
      lateral (
        select w.en, w.fr from publication.words w
        where w.word % folded.word and similarity(w.word, folded.word) >= ${ALIKE}
        order by similarity(w.word, folded.word) desc, w.word limit 1
      ) as near
    where length(folded.word) between 4 and 30
      and not exists (select from publication.opportunities o where o.words @@ publication.asked(typed.word))`.execute(
    tx,
  )
  if (rows.length === 0) return undefined
  const near = new Map(rows.map(({ place, en, fr }) => [place - 1, { en, fr }]))
  const said = (language: Language) => typed.map((word, place) => near.get(place)?.[language] ?? word).join(' ')
  return { en: said('en'), fr: said('fr') }
}

type FacetRow = { facet: string; key: string; en: string; fr: string; count: number }
type TicketRow = Parameters<typeof listedFrom>[0] & { team: Text; skills: Text[]; licence: string; drawn: boolean }

const holds = (words: string) => sql`words @@ publication.asked(${words})`
const inBand = ({ from, below }: NonNullable<Search['price']>) =>
  below === null ? sql`price_cents >= ${from}` : sql`price_cents >= ${from} and price_cents < ${below}`
const isSoon = (now: Date) => sql`status = 'open' and closes_at > ${now} and closes_at <= ${soonBefore(now)}`
const soonBefore = (now: Date): Date => new Date(now.getTime() + CLOSING_SOON_DAYS * DAY_IN_MS)

function conditions(search: Search, now: Date): RawBuilder<unknown>[] {
  const states = statesShown(search)
  return [
    states.includes('open')
      ? sql`status = 'open' and closes_at > ${now}`
      : states.includes('closed')
        ? sql`(status = any (${states}::text[]) or (status = 'open' and closes_at <= ${now}))`
        : sql`status = any (${states}::text[])`,
    ...(search.words ? [holds(search.words)] : []),
    ...(search.skill ? [sql`skills @> array[${search.skill}]`] : []),
    ...(search.department ? [sql`department_code = ${search.department}`] : []),
    ...(search.price ? [inBand(search.price)] : []),
    ...(search.soon ? [isSoon(now)] : []),
  ]
}

const beyond = ({ closesAt, slug }: Place, ahead: boolean) =>
  ahead
    ? sql`(closes_at, slug) > (${closesAt}::timestamptz, ${slug}::text)`
    : sql`(closes_at, slug) < (${closesAt}::timestamptz, ${slug}::text)`

/**
 * What has the words is counted once for each state, price, department and nearness that occurs: the counts beside the
 * choices are sums of these few. Skills, of which a posting has several, are counted where everything else holds.
 */
function facetsQuestion(search: Search, now: Date): RawBuilder<FacetRow> {
  const { where, words, skill, department, price, soon } = search
  const within = where === 'results' ? [sql`status = any (${resultStates}::text[])`] : []
  const having = skill ? [sql`skills @> array[${skill}]`] : []
  const band = priceBands.slice(1).map(({ from }) => sql`(price_cents >= ${from})::int`)
  return sql<FacetRow>`
    with grouped as materialized (
      select status, closes_at <= ${now} as over, 1 + ${sql.join(band, sql` + `)} as band, department_code,
        closes_at <= ${soonBefore(now)} as near, count(*) as count
      from publication.opportunities
      where ${sql.join([sql`true`, ...(words ? [holds(words)] : []), ...within, ...having], sql` and `)}
      group by 1, 2, 3, 4, 5
    ), marked as (
      select *, ${department ? sql`department_code = ${department}` : sql`true`} as by_department,
        ${price ? sql`band = ${priceBands.indexOf(price) + 1}` : sql`true`} as by_price,
        ${soon ? sql`closes_soon` : sql`true`} as by_soon,
        state = any (${statesShown(search)}::text[]) as by_state
      from (
        select band, department_code, count, case when status = 'open' and over then 'closed' else status end as state,
          status = 'open' and near and not over as closes_soon
        from grouped) as told
    )
    select 'state' as facet, state as key, '' as en, '' as fr, sum(count) as count from marked
      where by_department and by_price and by_soon group by state
    union all
    select 'price', band::text, '', '', sum(count) from marked
      where by_department and by_soon and by_state group by band
    union all
    select 'soon', '', '', '', coalesce(sum(count), 0) from marked
      where by_department and by_price and by_state and closes_soon
    union all
    (select 'department', department_code, named.en, named.fr, marked.count
      from (select department_code, sum(count) as count from marked
        where by_price and by_soon and by_state group by department_code) as marked,
        lateral (select department_en as en, department_fr as fr from publication.opportunities as o
          where o.department_code = marked.department_code limit 1) as named
      order by 5 desc, 2)
    union all
    (select 'skill', counted.key, named.en, named.fr, counted.count
      from (select each.key, count(*) as count from publication.opportunities, unnest(skills) as each (key)
        where ${sql.join(conditions({ ...search, skill: null }, now), sql` and `)}
        group by each.key order by 2 desc, 1 limit ${MOST_SKILLS}) as counted
      join publication.skills as named on named.key = counted.key
      order by counted.count desc, counted.key)`
}
