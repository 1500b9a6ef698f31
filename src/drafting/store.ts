import { type ExpressionBuilder, sql } from 'kysely'
import { heldOf, saveHeld } from '../opportunities/held.store.ts'
import type { ListFieldName } from '../opportunities/rules.readiness.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { listsOf, saveListsOf } from '../opportunities/store.rows.ts'
import { columnsOf, factsOf } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { DB } from '../platform/tables.ts'
import { fieldNamed, rowsOf, type Written, wholeOf } from './rules.fields.ts'

/** All that stands in the builder of this file now. */
export async function writtenOf(tx: Tx, opportunity: Opportunity): Promise<Written> {
  return {
    facts: factsOf(opportunity),
    lists: await listsOf(tx, opportunity.id),
    held: await heldOf(tx, opportunity.id),
  }
}

/** Writes what has changed in the builder and counts one version up; answers the new version. */
export async function saveWritten(
  tx: Tx,
  app: Pick<App, 'random'>,
  opportunity: Opportunity,
  [before, after]: readonly [Written, Written],
  at: Date,
): Promise<number> {
  const { version } = await tx
    .updateTable('opportunities')
    .set((values: ExpressionBuilder<DB, 'opportunities'>) => ({
      ...columnsOf(after.facts),
      version: values('version', '+', 1),
    }))
    .where('id', '=', opportunity.id)
    .returning('version')
    .executeTakeFirstOrThrow()
  if (before.lists !== after.lists) await saveListsOf(tx, app, opportunity, after.lists, at)
  if (before.held !== after.held) await saveHeld(tx, opportunity, after.held)
  return version
}

/** Puts an empty row with this id at the end of a list; false when the id is taken, by whichever file. */
export async function insertRow(
  tx: Tx,
  { id: opportunityId, departmentId }: Opportunity,
  list: ListFieldName,
  { id, after }: { id: string; after: Written },
): Promise<boolean> {
  const row = { id, departmentId, opportunityId, position: rowsOf(after.lists, list).length + 1 }
  const words = { textEn: '', textFr: '' }
  const insert =
    list === 'skills'
      ? tx.insertInto('opportunitySkills').values({ ...row, nameEn: '', nameFr: '' })
      : list === 'provisions'
        ? tx.insertInto('opportunityProvisions').values({ ...row, ...words })
        : tx
            .insertInto('opportunityCriteria')
            .values({ ...row, ...words, kind: list === 'workCriteria' ? 'work' : 'application' })
  const made = await insert.onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export type NewEdit = {
  readonly key: string
  /** The name of the field in the form. */
  readonly name: string
  readonly what: 'text' | 'row_added' | 'row_removed'
  readonly base: string
  readonly value: string
  readonly applied: boolean
}

/** Adds one change to the rows that nobody alters; answers its id. The row of the file is locked by the act. */
export async function insertEdit(
  tx: Tx,
  app: Pick<App, 'random'>,
  { id: opportunityId, departmentId }: Pick<Opportunity, 'id' | 'departmentId'>,
  { name, ...edit }: NewEdit,
  by: { id: string; at: Date },
): Promise<string> {
  const named = fieldNamed(name)
  const id = newId(by.at, app.random)
  const { last } = await tx
    .selectFrom('statementEdits')
    .select(({ fn }) => fn.max('sequence').as('last'))
    .where('opportunityId', '=', opportunityId)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('statementEdits')
    .values({
      ...{ id, departmentId, opportunityId, sequence: (last ?? 0) + 1, ...edit },
      ...(named ? { field: wholeOf(named), half: named.half } : { field: name, half: '' as const }),
      ...{ madeBy: by.id, madeAt: by.at },
    })
    .execute()
  return id
}

/** Which of these changes were received before, and whether they were taken over. */
export async function editsByKey(
  tx: Tx,
  opportunityId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, boolean>> {
  if (keys.length === 0) return new Map()
  const rows = await tx
    .selectFrom('statementEdits')
    .select(['key', 'applied'])
    .where('opportunityId', '=', opportunityId)
    .where('key', 'in', keys)
    .execute()
  return new Map(rows.map(({ key, applied }) => [key, applied]))
}

export type Edit = {
  readonly id: string
  readonly sequence: number
  readonly field: string
  readonly half: '' | 'en' | 'fr' | 'day'
  readonly what: NewEdit['what']
  readonly base: string
  readonly value: string
  readonly applied: boolean
  readonly madeBy: string
  readonly madeAt: Date
}

/** Every change of one field, both halves, newest first. */
export const editsOf = (tx: Tx, opportunityId: string, field: string): Promise<Edit[]> =>
  tx
    .selectFrom('statementEdits')
    .select(editColumns)
    .where('opportunityId', '=', opportunityId)
    .where('field', '=', field)
    .orderBy('sequence', 'desc')
    .limit(200)
    .execute()

const editColumns = ['id', 'sequence', 'field', 'half', 'what', 'base', 'value', 'applied', 'madeBy', 'madeAt'] as const

/** The last change of each of these kinds, to bring a removed row back with its words. */
export const lastRemoval = (tx: Tx, opportunityId: string, field: string) =>
  tx
    .selectFrom('statementEdits')
    .select(['base'])
    .where('opportunityId', '=', opportunityId)
    .where('field', '=', field)
    .where('what', '=', 'row_removed')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()

/** When this person last changed anything in this file. */
export async function lastEditBy(tx: Tx, opportunityId: string, personId: string): Promise<Date | null> {
  const row = await tx
    .selectFrom('statementEdits')
    .select('madeAt')
    .where('opportunityId', '=', opportunityId)
    .where('madeBy', '=', personId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.madeAt ?? null
}

/** What was taken over in one half of a field, newest first, with who wrote it. */
export const appliedIn = (tx: Tx, opportunityId: string, field: string, half: string) =>
  tx
    .selectFrom('statementEdits')
    .select(['key', 'base', 'value', 'madeBy'])
    .where('opportunityId', '=', opportunityId)
    .where('field', '=', field)
    .where(sql<boolean>`half = ${half}`)
    .where('applied', '=', true)
    .orderBy('sequence', 'desc')
    .limit(50)
    .execute()

/** Texts that stood in one half of a field, newest first: the one with the mark is what a change was typed over. */
export async function textsBefore(tx: Tx, opportunityId: string, field: string, half: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('statementEdits')
    .select(['base', 'value'])
    .where('opportunityId', '=', opportunityId)
    .where('field', '=', field)
    .where(sql<boolean>`half = ${half}`)
    .orderBy('sequence', 'desc')
    .limit(50)
    .execute()
  return rows.flatMap(({ base, value }) => [value, base])
}
