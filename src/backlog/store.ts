import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../platform/db.ts'
import type { BacklogImports } from '../platform/tables.ts'
import { type Import, type Outline, outlineParts, unmappedReasons } from './rules.ts'

/** The import with this id, or nothing when there is none in this scope. Who may use it is for `can.use` to say. */
export async function findImport(tx: Tx, id: string): Promise<Import | undefined> {
  const row = await tx.selectFrom('backlogImports').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** What the request was started from, if it was. */
export async function importOfRequest(tx: Tx, requestId: string): Promise<Import | undefined> {
  const row = await tx
    .selectFrom('backlogImports')
    .innerJoin('requests', 'requests.importId', 'backlogImports.id')
    .selectAll('backlogImports')
    .where('requests.id', '=', requestId)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** The last imports of one person, newest first. */
export async function importsOf(tx: Tx, personId: string, most: number): Promise<Import[]> {
  const rows = await tx
    .selectFrom('backlogImports')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(fromRow)
}

export async function insertImport(tx: Tx, made: Import): Promise<void> {
  const { outline, other, ...rest } = made
  await tx
    .insertInto('backlogImports')
    .values({ ...rest, title: outline.title, outline: JSON.stringify({ outline, other }) })
    .execute()
}

const texts = z.array(z.string())
const outlineShape = z.object({
  ...{ title: z.string(), teaser: z.string(), need: z.string(), background: z.string(), work: z.string() },
  ...{ skills: texts, workCriteria: texts, licence: z.string().nullable(), repositoryUrl: z.string().nullable() },
  hasInterface: z.boolean().optional(),
  applicationCriteria: texts.optional(),
  provisions: texts.optional(),
  hours: z.number().int().positive().optional(),
  sections: z.array(z.object({ heading: z.string(), part: z.enum(outlineParts) })).optional(),
  unmapped: z.array(z.object({ what: z.string(), why: z.enum(unmappedReasons) })),
}) satisfies z.ZodType<Outline>
const stored = z.object({ outline: outlineShape, other: outlineShape.nullable() })

function fromRow(row: Selectable<BacklogImports>): Import {
  const { id, departmentId, personId, kind, address, language, at } = row
  return { id, departmentId, personId, kind, address, language, at, ...stored.parse(JSON.parse(row.outline)) }
}
