import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import { cents } from '../platform/money.ts'
import { addDays, fiscalYearOf } from '../platform/time.ts'
import { isBunched, type Tally } from './rules.bunching.ts'
import { type Hit, hitsOf, type Purchase, type Yardstick } from './rules.compare.ts'
import { dayFrom } from './store.purchases.ts'

/**
 * What the rules find about these files of one department, by file. The database looks up which files come into question,
 * one statement a rule; the rules themselves decide. Call it after `keepPurchases`.
 */
export async function findHits(
  tx: Tx,
  departmentId: string,
  ids: readonly string[],
  yardstick: Yardstick,
): Promise<Map<string, readonly Hit[]>> {
  const own = await purchasesOf(tx, departmentId, ids)
  const standing = own.filter(({ cancelled }) => !cancelled)
  const likeness = new Map<string, number>()
  const found = [
    await sameNeeds(tx, departmentId, standing, yardstick, likeness),
    await sameSuppliers(tx, departmentId, standing, yardstick),
    await sameBuyers(tx, departmentId, standing, yardstick),
    await sameOwners(tx, departmentId, standing, yardstick),
  ]
  const others = new Map<string, Purchase[]>()
  for (const { subject, purchase } of found.flat()) {
    const known = others.get(subject)
    if (known) known.push(purchase)
    else others.set(subject, [purchase])
  }
  const alike = (one: Purchase, other: Purchase) => likeness.get(`${one.id} ${other.id}`) ?? 0
  return new Map(own.map((one) => [one.id, hitsOf(one, others.get(one.id) ?? [], yardstick, alike)]))
}

/** The rows of these files, as the rules see them. */
export async function purchasesOf(tx: Tx, departmentId: string, ids: readonly string[]): Promise<Purchase[]> {
  const { rows } = await sql<Row>`
    select ${columns}, ${issues} as issues, p.trigrams_en, p.trigrams_fr from purchases p
    where p.department_id = ${departmentId} and p.opportunity_id = any(${ids}::uuid[])`.execute(tx)
  return rows.map(fromRow)
}

/** How many purchases of the last year lie close under the limit: in this department, and in all others. */
export async function nearLimit(
  tx: Tx,
  departmentId: string,
  { since, yardstick }: { since: string; yardstick: Yardstick },
): Promise<{ own: Tally; others: Tally }> {
  const rows = await tx
    .selectFrom('purchases')
    .select(['departmentId', 'originalCents', 'amendedCents'])
    .where('cancelled', '=', false)
    .where('posted', '=', true)
    .where('committedOn', '>=', since)
    .execute()
  const tallyOf = (some: typeof rows): Tally => ({
    all: some.length,
    near: some.filter((row) => isBunched(cents(row.originalCents + row.amendedCents), yardstick)).length,
  })
  const isOwn = (row: { departmentId: string }) => row.departmentId === departmentId
  return { own: tallyOf(rows.filter(isOwn)), others: tallyOf(rows.filter((row) => !isOwn(row))) }
}

type Pair = { readonly subject: string; readonly purchase: Purchase }
type PairRow = Row & { readonly subject: string; readonly likeness?: number | null }

async function sameNeeds(
  tx: Tx,
  departmentId: string,
  own: readonly Purchase[],
  yardstick: Yardstick,
  likeness: Map<string, number>,
): Promise<Pair[]> {
  const subjects = own.filter(({ posted }) => !posted)
  if (subjects.length === 0) return []
  const { rows } = await needs(departmentId, subjects, yardstick).execute(tx)
  for (const { subject, id, likeness: alike } of rows) if (alike != null) likeness.set(`${subject} ${id}`, alike)
  return pairsOf(rows)
}

/** How the database looks for the same need, for a benchmark to print. */
export async function planOfNeeds(
  tx: Tx,
  departmentId: string,
  ids: readonly string[],
  yardstick: Yardstick,
): Promise<string[]> {
  const own = await purchasesOf(tx, departmentId, ids)
  const { rows } = await sql<Record<string, string>>`
    explain (analyze, buffers, costs off) ${needs(departmentId, own, yardstick)}`.execute(tx)
  return rows.map((row) => Object.values(row)[0] ?? '')
}

/**
 * S1. The team and the days come first, by their index, and words are compared with what is left. The likeness is that of
 * pg_trgm, over sets that were made when the file was kept: a trigram index cannot be used under row-level security.
 */
const needs = (
  departmentId: string,
  subjects: readonly Purchase[],
  { needDays, needLikeness }: Yardstick,
): RawBuilder<PairRow> => sql<PairRow>`
  with mine as materialized (
    select m.*, p.skills, p.trigrams_en, p.trigrams_fr
    from ${within(subjects, needDays)} join purchases p on p.opportunity_id = m.id
  ),
  pairs as materialized (
    select m.id as subject, p.opportunity_id as other, l.likeness
    from mine m
    join purchases p on p.department_id = ${departmentId} and p.team = m.team
      and p.committed_on between m.first and m.last and not p.cancelled and p.opportunity_id <> m.id
    cross join lateral (
      select case when m.skills && p.skills then greatest(
        ${alike('trigrams_en')}, ${alike('trigrams_fr')}) end as likeness
      offset 0
    ) l
    where l.likeness >= ${needLikeness}::double precision or (m.repository <> '' and p.repository = m.repository)
    union all
    select m.id, i.opportunity_id, null
    from mine m
    join purchase_issues a on a.opportunity_id = m.id
    join purchase_issues i on i.department_id = ${departmentId} and i.issue = a.issue and i.opportunity_id <> m.id
  )
  select s.subject, s.likeness, ${columns}, ${issues} as issues
  from pairs s join purchases p on p.opportunity_id = s.other and not p.cancelled`

/** S2: one supplier, in the days around or in the fiscal year, whichever reach further. */
async function sameSuppliers(
  tx: Tx,
  departmentId: string,
  own: readonly Purchase[],
  { supplierDays }: Yardstick,
): Promise<Pair[]> {
  const subjects = own.filter(({ supplier }) => supplier !== null)
  if (subjects.length === 0) return []
  const windows = subjects.map(({ committedOn }) => {
    const { first, last } = fiscalYearOf(committedOn)
    const [before, after] = [addDays(committedOn, -supplierDays), addDays(committedOn, supplierDays)]
    return { first: first < before ? first : before, last: last > after ? last : after }
  })
  const { rows } = await sql<PairRow>`
    select m.id as subject, ${columns}
    from ${mine(subjects, windows)}
    join purchases p on p.department_id = ${departmentId} and p.supplier = m.supplier
      and p.committed_on between m.first and m.last and not p.cancelled and p.opportunity_id <> m.id`.execute(tx)
  return pairsOf(rows)
}

/** S3: one client of one team, near the limit. */
async function sameBuyers(
  tx: Tx,
  departmentId: string,
  own: readonly Purchase[],
  { limit, nearLimitDays, nearLimitShare }: Yardstick,
): Promise<Pair[]> {
  const least = Math.round(nearLimitShare * limit)
  const subjects = own.filter(({ original, amended }) => original + amended >= least && original + amended < limit)
  if (subjects.length === 0) return []
  const { rows } = await sql<PairRow>`
    select m.id as subject, ${columns}
    from ${within(subjects, nearLimitDays)}
    join purchases p on p.department_id = ${departmentId} and p.owner_id = m.owner and p.team = m.team
      and p.committed_on between m.first and m.last and not p.cancelled and p.opportunity_id <> m.id
      and p.original_cents + p.amended_cents >= ${least} and p.original_cents + p.amended_cents < ${limit}`.execute(tx)
  return pairsOf(rows)
}

/** S4: one client within days, one supplier or repository. */
async function sameOwners(
  tx: Tx,
  departmentId: string,
  own: readonly Purchase[],
  { sameWeekDays }: Yardstick,
): Promise<Pair[]> {
  const subjects = own.filter(({ supplier, repository }) => supplier !== null || repository !== '')
  if (subjects.length === 0) return []
  const { rows } = await sql<PairRow>`
    select m.id as subject, ${columns}
    from ${within(subjects, sameWeekDays)}
    join purchases p on p.department_id = ${departmentId} and p.owner_id = m.owner
      and p.committed_on between m.first and m.last and not p.cancelled and p.opportunity_id <> m.id
    where p.supplier = m.supplier or (m.repository <> '' and p.repository = m.repository)`.execute(tx)
  return pairsOf(rows)
}

/** The files that are looked at, as a table `m` with the days that each one looks at. */
function mine(subjects: readonly Purchase[], windows: readonly { first: string; last: string }[]): RawBuilder<unknown> {
  const of = (part: (purchase: Purchase) => string | null) => subjects.map(part)
  return sql`unnest(${of(({ id }) => id)}::uuid[], ${of(({ team }) => team)}::text[],
    ${of(({ ownerId }) => ownerId)}::uuid[], ${of(({ repository }) => repository)}::text[],
    ${of(({ supplier }) => supplier)}::text[], ${windows.map(({ first }) => first)}::date[],
    ${windows.map(({ last }) => last)}::date[]) as m(id, team, owner, repository, supplier, first, last)`
}

const within = (subjects: readonly Purchase[], days: number): RawBuilder<unknown> =>
  mine(
    subjects,
    subjects.map(({ committedOn }) => ({ first: addDays(committedOn, -days), last: addDays(committedOn, days) })),
  )

type Row = {
  readonly id: string
  readonly departmentId: string
  readonly ownerId: string
  readonly team: string
  readonly repository: string
  readonly skills: readonly string[]
  readonly trigramsEn?: readonly number[]
  readonly trigramsFr?: readonly number[]
  readonly supplier: string | null
  readonly originalCents: number
  readonly amendedCents: number
  readonly committedOn: string
  readonly cancelled: boolean
  readonly posted: boolean
  readonly issues?: readonly string[]
}

/** Numbers that two sets share, among all: both are in order, each number once. */
const alike = (column: string): RawBuilder<unknown> => {
  const [ours, theirs] = [sql.raw(`m.${column}`), sql.raw(`p.${column}`)]
  return sql`(select s.n::double precision / nullif(icount(${ours}) + icount(${theirs}) - s.n, 0)
    from (select icount(${ours} & ${theirs}) as n offset 0) s)`
}

const columns = sql`p.opportunity_id as id, p.department_id, p.owner_id, p.team, p.repository, p.skills, p.supplier, p.original_cents, p.amended_cents, p.committed_on, p.cancelled, p.posted`
const issues = sql`array(select i.issue from purchase_issues i where i.opportunity_id = p.opportunity_id)`

const pairsOf = (rows: readonly PairRow[]): Pair[] => {
  return rows.map((row) => ({ subject: row.subject, purchase: fromRow(row) }))
}

const fromRow = (row: Row): Purchase => ({
  ...{ id: row.id, departmentId: row.departmentId, ownerId: row.ownerId, team: row.team },
  ...{ repository: row.repository, skills: row.skills, supplier: row.supplier },
  issues: row.issues ?? [],
  trigrams: { en: row.trigramsEn ?? [], fr: row.trigramsFr ?? [] },
  original: cents(row.originalCents),
  amended: cents(row.amendedCents),
  committedOn: dayFrom(row.committedOn),
  cancelled: row.cancelled,
  posted: row.posted,
})
