import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { type Opportunity, slugOf } from './rules.ts'
import { fromRow } from './store.ts'

export type NewPosting = {
  readonly id: string
  readonly departmentId: string
  readonly requestId: string
  readonly posting: number
  readonly number: string
  readonly clientId: string
  readonly sourceLanguage: Language
  readonly title: Text
  readonly team: Text
  readonly work: Text
  readonly hours: number | null
  readonly repostedFrom: string | null
}

/** A new draft. Its address is that of its number until an English title gives it one. */
export async function insertPosting(tx: Tx, posting: NewPosting): Promise<Opportunity> {
  const { title, team, work, ...rest } = posting
  const row = await tx
    .insertInto('opportunities')
    .values({
      ...rest,
      state: 'draft',
      // A client outside the home branch needs a budget transfer or a risk agreement before the posting.
      outsideHomeBranch: sql<boolean>`(select not home_branch from requests where id = ${posting.requestId})`,
      // Random, so that it is free in every department; `takeSlug` gives the lasting one.
      slug: `draft-${posting.id}`,
      ...{ titleEn: title.en, titleFr: title.fr, teamEn: team.en, teamFr: team.fr, workEn: work.en, workFr: work.fr },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return fromRow(row)
}

/** The address that follows from the English title; with the department and the number when the short one is taken. */
export async function takeSlug(
  tx: Tx,
  posting: { readonly id: string; readonly number: string },
  titleEn: string,
  departmentCode: string,
): Promise<string> {
  const wanted = slugOf(titleEn)
  if (wanted === '') return ''
  const ending = slugOf(`${departmentCode}-${posting.number}`)
  const fallback = `${wanted.slice(0, 63 - ending.length).replace(/-+$/, '')}-${ending}`
  const { rows } = await sql<{ slug: string }>`
    select take_slug(${posting.id}::uuid, ${wanted}, ${fallback}) as slug`.execute(tx)
  return rows[0]?.slug ?? fallback
}

/** All postings of one request, first to last. */
export async function postingsOf(tx: Tx, requestId: string): Promise<Opportunity[]> {
  const rows = await tx
    .selectFrom('opportunities')
    .selectAll()
    .where('requestId', '=', requestId)
    .orderBy('posting')
    .execute()
  return rows.map(fromRow)
}

/** Files of the department that are not posted yet, oldest first: what waits for somebody. */
export async function unpostedFiles(tx: Tx, departmentId: string): Promise<Opportunity[]> {
  const rows = await tx
    .selectFrom('opportunities')
    .selectAll()
    .where('departmentId', '=', departmentId)
    .where('state', 'in', ['draft', 'in_review', 'in_approval', 'ready'])
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}
