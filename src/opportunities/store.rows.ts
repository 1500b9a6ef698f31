import { sql } from 'kysely'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { parseDay } from '../platform/time.ts'
import { rowsKept, type WantedRow } from './rules.rows.ts'
import type { CriterionKind, Opportunity, Provision, Row, Statement } from './rules.ts'

/** The lists of a statement, each row with its id, in their order. */
export type StatementLists = Pick<Statement, 'skills' | 'workCriteria' | 'applicationCriteria' | 'provisions'>

/** All rows of a statement, those that are still empty in both languages too. */
export async function listsOf(tx: Tx, opportunityId: string): Promise<StatementLists> {
  const criteria = await tx
    .selectFrom('opportunityCriteria')
    .select(['id', 'kind', 'position', 'textEn as en', 'textFr as fr'])
    .where('opportunityId', '=', opportunityId)
    .orderBy('position')
    .execute()
  const skills = await tx
    .selectFrom('opportunitySkills')
    .select(['id', 'nameEn as en', 'nameFr as fr'])
    .where('opportunityId', '=', opportunityId)
    .orderBy('position')
    .execute()
  const of = (wanted: CriterionKind): Row[] =>
    criteria.filter(({ kind }) => kind === wanted).map(({ id, position, en, fr }) => ({ id, position, en, fr }))
  return {
    skills,
    workCriteria: of('work'),
    applicationCriteria: of('application'),
    provisions: await provisionsOf(tx, opportunityId),
  }
}

/** What the client provides, in the order it was written. */
export async function provisionsOf(tx: Tx, opportunityId: string): Promise<Provision[]> {
  const rows = await tx
    .selectFrom('opportunityProvisions')
    .select(['id', 'textEn as en', 'textFr as fr', 'dueDay'])
    .where('opportunityId', '=', opportunityId)
    .orderBy('position')
    .execute()
  return rows.map(({ id, en, fr, dueDay }) => ({
    id,
    text: { en, fr },
    dueDay: dueDay === null ? null : (parseDay(dueDay) ?? null),
  }))
}

/**
 * Writes the lists of a statement over what was there. A row that is named keeps its id, and so does one that is found
 * again by its words or its place; rows that are no longer wanted go. In a draft criteria are numbered by their place;
 * `numbered` keeps the numbers that they have, as a posted notice must.
 */
export async function saveListsOf(
  tx: Tx,
  app: Pick<App, 'random'>,
  { id: opportunityId, departmentId }: Pick<Opportunity, 'id' | 'departmentId'>,
  wanted: StatementLists,
  at: Date,
  { numbered = false }: { numbered?: boolean } = {},
): Promise<void> {
  const found = await listsOf(tx, opportunityId)
  const make = () => newId(at, app.random)
  const placed = (rows: readonly Row[], before: readonly Row[]) =>
    rowsKept(rows, before, make).map(({ id, position, en, fr }, place) => ({
      ...{ id, departmentId, opportunityId, position: numbered ? (position ?? place + 1) : place + 1 },
      ...{ textEn: en, textFr: fr },
    }))
  const criteriaOf = (kind: CriterionKind, rows: readonly Row[], before: readonly Row[]) =>
    placed(rows, before).map((row) => ({
      ...row,
      kind,
      addedAt: numbered && !before.some(({ id }) => id === row.id) ? at : null,
    }))
  const criteria = [
    ...criteriaOf('work', wanted.workCriteria, found.workCriteria),
    ...criteriaOf('application', wanted.applicationCriteria, found.applicationCriteria),
  ]
  const skills = placed(wanted.skills, found.skills).map(({ textEn, textFr, ...row }) => ({
    ...row,
    nameEn: textEn,
    nameFr: textFr,
  }))
  const rowOf = ({ id, text, dueDay }: Provision): WantedRow & { dueDay: Provision['dueDay'] } => ({
    ...text,
    ...(id ? { id } : {}),
    dueDay,
  })
  const provisions = rowsKept(wanted.provisions.map(rowOf), found.provisions.map(rowOf), make).map(
    ({ id, en, fr, dueDay }, place) => ({
      ...{ id, departmentId, opportunityId, position: place + 1 },
      ...{ textEn: en, textFr: fr, dueDay },
    }),
  )
  await makeRoom(tx, 'opportunityCriteria', opportunityId, criteria)
  if (criteria.length)
    await tx
      .insertInto('opportunityCriteria')
      .values(criteria)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((row) => ({
          position: row.ref('excluded.position'),
          textEn: row.ref('excluded.textEn'),
          textFr: row.ref('excluded.textFr'),
        })),
      )
      .execute()
  await makeRoom(tx, 'opportunitySkills', opportunityId, skills)
  if (skills.length)
    await tx
      .insertInto('opportunitySkills')
      .values(skills)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((row) => ({
          position: row.ref('excluded.position'),
          nameEn: row.ref('excluded.nameEn'),
          nameFr: row.ref('excluded.nameFr'),
        })),
      )
      .execute()
  await makeRoom(tx, 'opportunityProvisions', opportunityId, provisions)
  if (provisions.length)
    await tx
      .insertInto('opportunityProvisions')
      .values(provisions)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((row) => ({
          position: row.ref('excluded.position'),
          textEn: row.ref('excluded.textEn'),
          textFr: row.ref('excluded.textFr'),
          dueDay: row.ref('excluded.dueDay'),
        })),
      )
      .execute()
}

/** Rows that go are deleted; the places of those that stay are moved out of the way, as two rows never share one. */
async function makeRoom(
  tx: Tx,
  table: 'opportunityCriteria' | 'opportunitySkills' | 'opportunityProvisions',
  opportunityId: string,
  kept: readonly { id: string }[],
): Promise<void> {
  await tx
    .deleteFrom(table)
    .where('opportunityId', '=', opportunityId)
    .$if(kept.length > 0, (query) =>
      query.where(
        'id',
        'not in',
        kept.map(({ id }) => id),
      ),
    )
    .execute()
  await tx
    .updateTable(table)
    .set({ position: sql`position + 10000` })
    .where('opportunityId', '=', opportunityId)
    .execute()
}
