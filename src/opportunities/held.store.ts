import type { Tx } from '../platform/db.ts'

/** What stands in the fields of a draft and cannot be read as a value yet, by the name of the field. */
export async function heldOf(tx: Tx, opportunityId: string): Promise<Readonly<Record<string, string>>> {
  const rows = await tx
    .selectFrom('statementHeld')
    .select(['field', 'typed'])
    .where('opportunityId', '=', opportunityId)
    .execute()
  return Object.fromEntries(rows.map(({ field, typed }) => [field, typed]))
}

/** Writes what is held now; what has become a value goes. */
export async function saveHeld(
  tx: Tx,
  { id: opportunityId, departmentId }: { id: string; departmentId: string },
  held: Readonly<Record<string, string>>,
): Promise<void> {
  await tx.deleteFrom('statementHeld').where('opportunityId', '=', opportunityId).execute()
  const rows = Object.entries(held).map(([field, typed]) => ({ departmentId, opportunityId, field, typed }))
  if (rows.length) await tx.insertInto('statementHeld').values(rows).execute()
}
