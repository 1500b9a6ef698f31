import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Tx } from '../platform/db.ts'
import type { Text } from '../platform/i18n.ts'
import { type Cents, cents } from '../platform/money.ts'
import { dayOf, parseDay } from '../platform/time.ts'
import type { Policy } from '../policy/rules.ts'
import type { Policies } from '../policy/store.ts'
import { taxOn } from '../policy/taxes.ts'
import { issueOf, issuesIn, legalNameOf, plain, repositoryOf, trigramsOf, wordsOf } from './rules.spelling.ts'

/** What is known of a file when its row is kept. Its day is null while nothing commits it. */
type File = {
  readonly id: string
  readonly departmentId: string
  readonly ownerId: string
  readonly team: string
  readonly state: string
  readonly repositoryUrl: string
  readonly title: Text
  readonly teaser: Text
  readonly background: Text
  readonly work: Text
  readonly skills: readonly string[]
  readonly importedFrom: string | null
  readonly price: number | null
  readonly committedAt: Date | null
  readonly publishedAt: Date | null
  readonly legalName: string | null
}

/** How many rows one statement writes. */
const BATCH = 500
const ENDED = ['cancelled', 'withdrawn', 'unsuccessful']

/**
 * Keeps the rows of these files as they are now, in the transaction that changed them. A draft is committed at the
 * earliest on the day it was last saved: `saved` moves that day to the day of the act.
 */
export async function keepPurchases(
  tx: Tx,
  departmentId: string,
  { ids, saved, at, policies }: { ids: readonly string[]; saved: boolean; at: Date; policies: Policies },
): Promise<number> {
  const files = await filesOf(tx, departmentId, ids)
  const suppliers = await hashesOf(
    tx,
    departmentId,
    files.flatMap(({ legalName }) => (legalName === null ? [] : [legalNameOf(legalName)])),
  )
  for (let from = 0; from < files.length; from += BATCH) {
    const rows = files.slice(from, from + BATCH).map((file) => rowOf(file, { policies, at, suppliers }))
    await upsert(tx, rows, saved)
    await keepIssues(tx, rows)
  }
  return files.length
}

type Row = ReturnType<typeof rowOf>

function rowOf(file: File, given: { policies: Policies; at: Date; suppliers: ReadonlyMap<string, string> }) {
  const { id, departmentId, ownerId, repositoryUrl, title, teaser, background, work, legalName } = file
  const committed = file.committedAt ?? file.publishedAt
  const committedOn = dayOf(committed ?? given.at, given.policies.timeZone)
  const words = wordsOf([title, teaser, work])
  const texts = [title, teaser, background, work].flatMap(({ en, fr }) => [en, fr])
  const imported = issueOf(file.importedFrom ?? '')
  return {
    issues: [...new Set([...(imported ? [imported] : []), ...issuesIn(texts, repositoryUrl)])],
    isCommitted: committed !== null,
    row: {
      ...{ opportunityId: id, departmentId, ownerId, team: plain(file.team), repository: repositoryOf(repositoryUrl) },
      skills: [...new Set(file.skills.map(plain).filter((skill) => skill !== ''))].sort(),
      ...{ trigramsEn: trigramsOf(words.en), trigramsFr: trigramsOf(words.fr) },
      supplier: legalName === null ? null : (given.suppliers.get(legalNameOf(legalName)) ?? null),
      originalCents: withTax(given.policies.on(committedOn), committedOn, file.price ?? 0),
      committedOn,
      cancelled: ENDED.includes(file.state),
      posted: file.publishedAt !== null,
    },
  }
}

/** With the tax that a registered supplier charges, at the highest rate where the place is not known. */
const withTax = (policy: Policy, on: Day, price: number): Cents =>
  taxOn(policy.placeOfSupply, on, cents(price), { exemptFrom: policy.exemptFrom }).withTax

async function filesOf(tx: Tx, departmentId: string, ids: readonly string[]): Promise<File[]> {
  const { rows } = await sql<File>`
    select o.id, o.department_id, o.client_id as owner_id, r.team, o.state, o.repository_url,
      json_build_object('en', o.title_en, 'fr', o.title_fr) as title,
      json_build_object('en', o.teaser_en, 'fr', o.teaser_fr) as teaser,
      json_build_object('en', o.background_en, 'fr', o.background_fr) as background,
      json_build_object('en', o.work_en, 'fr', o.work_fr) as work,
      coalesce(s.skills, '{}') as skills,
      case when i.kind in ('github', 'gitlab') then i.address end as imported_from,
      coalesce(c.price_cents, o.price_cents) as price,
      o.s32_signed_at as committed_at, o.published_at, n.legal_name
    from opportunities o
    join requests r on r.id = o.request_id
    left join backlog_imports i on i.id = r.import_id
    left join lateral (
      select array_agg(t) as skills from opportunity_skills k, unnest(array[k.name_en, k.name_fr]) t
      where k.opportunity_id = o.id
    ) s on true
    left join contracts c on c.opportunity_id = o.id and c.state <> 'terminated'
    left join offers f on f.id = c.offer_id
    left join application_identities n on n.application_id = f.application_id
    where o.department_id = ${departmentId} and o.id = any(${ids}::uuid[])
    order by o.id`.execute(tx)
  return rows
}

/** What was posted stays the original; what a later price adds is an amendment. A draft keeps its day until it is saved. */
async function upsert(tx: Tx, rows: readonly Row[], saved: boolean): Promise<void> {
  const kept = (column: string): RawBuilder<never> => sql.raw(`purchases.${column}`)
  for (const committed of [true, false]) {
    const values = rows.filter(({ isCommitted }) => isCommitted === committed).map(({ row }) => row)
    if (values.length === 0) continue
    await tx
      .insertInto('purchases')
      .values(values)
      .onConflict((conflict) =>
        conflict.column('opportunityId').doUpdateSet((row) => ({
          ...{ ownerId: row.ref('excluded.ownerId'), team: row.ref('excluded.team') },
          ...{ repository: row.ref('excluded.repository'), skills: row.ref('excluded.skills') },
          ...{ trigramsEn: row.ref('excluded.trigramsEn'), trigramsFr: row.ref('excluded.trigramsFr') },
          ...{ supplier: row.ref('excluded.supplier'), cancelled: row.ref('excluded.cancelled') },
          posted: row.ref('excluded.posted'),
          originalCents: sql<number>`case when ${kept('posted')} then ${kept('original_cents')} else excluded.original_cents end`,
          amendedCents: sql<number>`case when ${kept('posted')} then excluded.original_cents - ${kept('original_cents')} else 0 end`,
          ...(committed || saved ? { committedOn: row.ref('excluded.committedOn') } : {}),
        })),
      )
      .execute()
  }
}

async function keepIssues(tx: Tx, rows: readonly Row[]): Promise<void> {
  const wanted = rows.flatMap(({ row: { departmentId, opportunityId }, issues }) =>
    issues.map((issue) => ({ departmentId, opportunityId, issue })),
  )
  const ids = rows.map(({ row }) => row.opportunityId)
  await sql`
    delete from purchase_issues where opportunity_id = any(${ids}::uuid[])
      and (opportunity_id, issue) not in (
        select * from unnest(${wanted.map(({ opportunityId }) => opportunityId)}::uuid[], ${wanted.map(({ issue }) => issue)}::text[]))`.execute(
    tx,
  )
  if (wanted.length === 0) return
  await tx
    .insertInto('purchaseIssues')
    .values(wanted)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Legal names under the department's salt, made at the first contract: equal names are equal, and no name is kept. */
async function hashesOf(tx: Tx, departmentId: string, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map()
  await sql`
    insert into splitting_salts (department_id, salt)
    values (${departmentId}, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))
    on conflict do nothing`.execute(tx)
  const { rows } = await sql<{ name: string; hash: string }>`
    select name, encode(sha256(salt || convert_to(name, 'UTF8')), 'hex') as hash
    from splitting_salts, unnest(${[...new Set(names)]}::text[]) name
    where department_id = ${departmentId}`.execute(tx)
  return new Map(rows.map(({ name, hash }) => [name, hash]))
}

/** A day as the database writes it. */
export function dayFrom(text: string): Day {
  const day = parseDay(text)
  if (!day) throw new Error(`the database holds ${text} as a day`)
  return day
}
