import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import type { Text } from '../platform/i18n.ts'
import { skillKey } from './rules.ts'
import type { Watched } from './rules.watching.ts'

/** Of how many postings, the newest first, the skills are offered to choose from. */
const NEWEST = 500

export type Skill = { readonly key: string; readonly name: Text }

/** What is known to the public of an opportunity that somebody watches, or would. */
export async function findWatched(
  tx: Tx,
  by: { slug: string } | { id: string },
  now: Date,
): Promise<Watched | undefined> {
  const [column, value] = 'slug' in by ? (['slug', by.slug] as const) : (['opportunityId', by.id] as const)
  const row = await tx
    .selectFrom('publication.opportunities as posting')
    .innerJoin('departments', 'departments.code', 'posting.departmentCode')
    .select(['opportunityId', 'slug', 'number', 'titleEn', 'titleFr', 'closesAt', 'posting.timeZone', 'status'])
    .select('departments.id as departmentId')
    .where(column, '=', value)
    .executeTakeFirst()
  return (
    row && {
      ...{ opportunityId: row.opportunityId, departmentId: row.departmentId, slug: row.slug, number: row.number },
      title: { en: row.titleEn, fr: row.titleFr },
      ...{ closesAt: row.closesAt, zone: row.timeZone, open: row.status === 'open' && row.closesAt > now },
    }
  )
}

/** The skills that a posting asks for, by their keys. */
export async function skillKeysOf(tx: Tx, opportunityId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select skill ->> 'en' as name from publication.opportunities, jsonb_array_elements(notice::jsonb -> 'skills') skill
    where opportunity_id = ${opportunityId}`.execute(tx)
  return keysOf(rows.map(({ name }) => name))
}

export const keysOf = (names: readonly string[]): readonly string[] => [...new Set(names.map(skillKey))].filter(Boolean)

/** Skills of what was posted, each once, by its English name. */
export async function skillsSeen(tx: Tx): Promise<readonly Skill[]> {
  const { rows } = await sql<{ en: string; fr: string }>`
    select distinct on (lower(skill ->> 'en')) skill ->> 'en' as en, skill ->> 'fr' as fr
    from (select notice, published_at from publication.opportunities order by published_at desc limit ${NEWEST}) newest,
      jsonb_array_elements(notice::jsonb -> 'skills') skill
    order by lower(skill ->> 'en'), published_at desc`.execute(tx)
  const seen = new Map<string, Skill>()
  for (const name of rows) {
    const key = skillKey(name.en)
    if (key !== '' && !seen.has(key)) seen.set(key, { key, name })
  }
  return [...seen.values()]
}

/** Departments that have posted something, without those that replay the past. */
export async function departmentsSeen(tx: Tx): Promise<readonly { readonly id: string; readonly name: Text }[]> {
  const rows = await tx
    .selectFrom('departments')
    .select(['id', 'nameEn', 'nameFr'])
    .where('simulated', '=', false)
    .where((has) => has('code', 'in', has.selectFrom('publication.opportunities').select('departmentCode').distinct()))
    .orderBy('nameEn')
    .execute()
  return rows.map(({ id, nameEn, nameFr }) => ({ id, name: { en: nameEn, fr: nameFr } }))
}

/** The department in whose name letters go out that are no single one's: the first that is not made up. */
export async function hostDepartment(tx: Tx): Promise<string | null> {
  const row = await tx
    .selectFrom('departments')
    .select('id')
    .orderBy('simulated')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Was anything ever posted? */
export async function anyPosted(tx: Tx): Promise<boolean> {
  const row = await tx.selectFrom('publication.opportunities').select('slug').limit(1).executeTakeFirst()
  return row !== undefined
}
