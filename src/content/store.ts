import type { Selectable } from 'kysely'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'
import type { ContentDrafts, ContentVersions } from '../platform/tables.ts'
import { defaultVersion } from './defaults.ts'
import { type ContentPage, contentPages, type Draft, type Version, type Words } from './rules.ts'

/** The page as everybody reads it: the department’s own, else the installation’s, else the program’s. */
export async function shownVersion(tx: Tx, page: ContentPage, departmentId: string | null): Promise<Version> {
  const own = departmentId === null ? undefined : await newestVersion(tx, page, departmentId)
  return own ?? (await newestVersion(tx, page, null)) ?? defaultVersion(page)
}

/** The newest that a department has published, or the installation. */
export async function newestVersion(
  tx: Tx,
  page: ContentPage,
  departmentId: string | null,
): Promise<Version | undefined> {
  const row = await versions(tx, page, departmentId).orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row && versionFrom(row)
}

/** All that a department has published of a page, newest first; last what it began from. */
export async function versionsOf(tx: Tx, page: ContentPage, departmentId: string): Promise<Version[]> {
  const rows = await versions(tx, page, departmentId).orderBy('number', 'desc').execute()
  const before = (await newestVersion(tx, page, null)) ?? defaultVersion(page)
  return [...rows.map(versionFrom), { ...before, number: 0 }]
}

/** Departments that have words of their own for a page. */
export async function departmentsWithOwn(tx: Tx, page: ContentPage): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('contentVersions')
    .select('departmentId')
    .distinct()
    .where('page', '=', page)
    .where('departmentId', 'is not', null)
    .execute()
  return new Set(rows.flatMap(({ departmentId }) => departmentId ?? []))
}

/** The pages that the department of this code words itself. */
export async function pagesWordedBy(tx: Tx, code: string): Promise<ContentPage[]> {
  const rows = await tx
    .selectFrom('contentVersions')
    .innerJoin('departments', 'departments.id', 'contentVersions.departmentId')
    .select('page')
    .distinct()
    .where('departments.code', '=', code)
    .execute()
  return rows.map(({ page }) => pageFrom(page))
}

export async function findDraft(tx: Tx, page: ContentPage, departmentId: string): Promise<Draft | undefined> {
  const row = await drafts(tx, page, departmentId).executeTakeFirst()
  return row && draftFrom(row)
}

/** Holds the page of this department until the transaction ends, whether a draft is there or not. */
export async function lockDraft(tx: Tx, page: ContentPage, departmentId: string): Promise<Draft | undefined> {
  await tx.selectFrom('departments').select('id').where('id', '=', departmentId).forNoKeyUpdate().execute()
  return findDraft(tx, page, departmentId)
}

/** Which pages have a draft, since when and by whom. */
export async function draftsOf(
  tx: Tx,
  departmentId: string,
): Promise<ReadonlyMap<ContentPage, Pick<Draft, 'savedAt' | 'savedBy'>>> {
  const rows = await tx
    .selectFrom('contentDrafts')
    .select(['page', 'savedAt', 'savedBy'])
    .where('departmentId', '=', departmentId)
    .execute()
  return new Map(rows.map(({ page, ...saved }) => [pageFrom(page), saved]))
}

type By = { readonly by: string | null; readonly at: Date }

export async function putDraft(
  tx: Tx,
  place: { departmentId: string; page: ContentPage },
  { revision, ...words }: Words & { readonly revision: number },
  { by: savedBy, at: savedAt }: By,
): Promise<void> {
  const row = { ...columnsOf(words), revision, savedBy, savedAt }
  await tx
    .insertInto('contentDrafts')
    .values({ ...place, ...row })
    .onConflict((conflict) => conflict.columns(['departmentId', 'page']).doUpdateSet(row))
    .execute()
}

export async function deleteDraft(tx: Tx, page: ContentPage, departmentId: string): Promise<void> {
  await tx.deleteFrom('contentDrafts').where('departmentId', '=', departmentId).where('page', '=', page).execute()
}

/** Publishes both languages under the next number. */
export async function insertVersion(
  tx: Tx,
  app: Pick<App, 'random'>,
  place: { departmentId: string | null; page: ContentPage },
  words: Words,
  { note, noteLanguage, by, at }: By & { readonly note: string; readonly noteLanguage: Language },
): Promise<{ id: string; number: number }> {
  const { departmentId, page } = place
  const id = newId(at, app.random)
  const number = ((await newestVersion(tx, page, departmentId))?.number ?? 0) + 1
  await tx
    .insertInto('contentVersions')
    .values({
      ...{ id, departmentId, page, number, note, noteLanguage },
      ...columnsOf(words),
      ...{ publishedBy: by, publishedAt: at },
    })
    .execute()
  return { id, number }
}

const versions = (tx: Tx, page: ContentPage, departmentId: string | null) =>
  tx
    .selectFrom('contentVersions')
    .selectAll()
    .where('page', '=', page)
    .where('departmentId', 'is not distinct from', departmentId)

const drafts = (tx: Tx, page: ContentPage, departmentId: string) =>
  tx.selectFrom('contentDrafts').selectAll().where('page', '=', page).where('departmentId', '=', departmentId)

type WordColumns = Pick<Selectable<ContentVersions>, 'titleEn' | 'titleFr' | 'leadEn' | 'leadFr' | 'textEn' | 'textFr'>

const columnsOf = ({ title, lead, text }: Words): WordColumns => ({
  ...{ titleEn: title.en, titleFr: title.fr },
  ...{ leadEn: lead.en, leadFr: lead.fr },
  ...{ textEn: text.en, textFr: text.fr },
})

const wordsFrom = (row: WordColumns): Words => ({
  title: { en: row.titleEn, fr: row.titleFr },
  lead: { en: row.leadEn, fr: row.leadFr },
  text: { en: row.textEn, fr: row.textFr },
})

const versionFrom = (row: Selectable<ContentVersions>): Version => {
  const { number, publishedAt, publishedBy, note, noteLanguage } = row
  return { ...wordsFrom(row), number, publishedAt, publishedBy, note, noteLanguage }
}

const draftFrom = (row: Selectable<ContentDrafts>): Draft => {
  const { revision, savedBy, savedAt } = row
  return { ...wordsFrom(row), revision, savedBy, savedAt }
}

function pageFrom(name: string): ContentPage {
  const page = contentPages.find((each) => each === name)
  if (!page) throw new Error(`there is no page ${name}`)
  return page
}
