import { z } from 'zod'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'
import type { Returned } from './exchange.ts'
import type { Memory, Passage } from './rules.segments.ts'

type File = { readonly id: string; readonly departmentId: string }

const passagesShape = z.array(z.object({ source: z.string().nullable(), target: z.string() }))
const returnedShape = z.array(z.object({ key: z.string(), source: z.string(), target: z.string().nullable() }))

/** What is remembered of each translated text, by its field. */
export async function memoriesOf(tx: Tx, opportunityId: string): Promise<ReadonlyMap<string, Memory>> {
  const rows = await tx
    .selectFrom('translatedTexts')
    .select(['field', 'sourceText', 'targetText', 'parts'])
    .where('opportunityId', '=', opportunityId)
    .execute()
  return new Map(
    rows.map(({ field, sourceText, targetText, parts }) => [
      field,
      { sourceText, targetText, parts: parts === null ? null : passagesShape.parse(JSON.parse(parts)) },
    ]),
  )
}

/** Writes one text in its language; the source beside it is remembered by the database. */
export async function saveTarget(
  tx: Tx,
  { id }: File,
  { field, language, text }: { field: string; language: Language; text: string },
): Promise<void> {
  const [base = '', row] = field.split('.')
  if (row === undefined) {
    const column = { [language === 'en' ? `${base}En` : `${base}Fr`]: text }
    await tx.updateTable('opportunities').set(column).where('id', '=', id).execute()
    return
  }
  const half = language === 'en' ? { textEn: text } : { textFr: text }
  if (base === 'skills')
    await tx
      .updateTable('opportunitySkills')
      .set(language === 'en' ? { nameEn: text } : { nameFr: text })
      .where('opportunityId', '=', id)
      .where('id', '=', row)
      .execute()
  else if (base === 'provisions')
    await tx
      .updateTable('opportunityProvisions')
      .set(half)
      .where('opportunityId', '=', id)
      .where('id', '=', row)
      .execute()
  else
    await tx
      .updateTable('opportunityCriteria')
      .set(half)
      .where('opportunityId', '=', id)
      .where('id', '=', row)
      .execute()
}

/** Keeps a translator’s passages: what each translates, whatever else is written beside them later. */
export async function savePassages(
  tx: Tx,
  { id: opportunityId, departmentId }: File,
  kept: { field: string; source: string; target: string; parts: readonly Passage[]; at: Date },
): Promise<void> {
  const { field, at } = kept
  const said = { sourceText: kept.source, targetText: kept.target, parts: JSON.stringify(kept.parts), at }
  await tx
    .insertInto('translatedTexts')
    .values({ opportunityId, departmentId, field, ...said })
    .onConflict((conflict) => conflict.columns(['opportunityId', 'field']).doUpdateSet(said))
    .execute()
}

/** One version up, so that who read an older one is told. Answers the new one. */
export async function countVersion(tx: Tx, { id }: File): Promise<number> {
  const { version } = await tx
    .updateTable('opportunities')
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export type Import = {
  readonly id: string
  readonly opportunityId: string
  readonly at: Date
  readonly fileName: string
  readonly format: 'xliff' | 'csv'
  readonly returned: readonly Returned[]
  readonly takenAt: Date | null
}

/** Keeps a file that came back, as it was read. */
export async function insertImport(
  tx: Tx,
  app: Pick<App, 'random'>,
  { id: opportunityId, departmentId }: File,
  read: { personId: string; fileName: string; format: 'xliff' | 'csv'; returned: readonly Returned[]; at: Date },
): Promise<string> {
  const { personId, fileName, format, returned, at } = read
  const id = newId(at, app.random)
  await tx
    .insertInto('translationImports')
    .values({
      ...{ id, departmentId, opportunityId, personId, at, fileName, format },
      passages: JSON.stringify(returned),
    })
    .execute()
  return id
}

export async function findImport(tx: Tx, opportunityId: string, id: string): Promise<Import | undefined> {
  const row = await tx
    .selectFrom('translationImports')
    .selectAll()
    .where('opportunityId', '=', opportunityId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { at, fileName, format, takenAt, passages } = row
  return { id, opportunityId, at, fileName, format, takenAt, returned: returnedShape.parse(JSON.parse(passages)) }
}

export async function markTaken(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('translationImports').set({ takenAt: at }).where('id', '=', id).execute()
}
