import type { Tx } from '../platform/db.ts'

/** When the program team said that nothing more must be hidden in the answers of a posting; null while it has not. */
export async function hidingCheckedAt(tx: Tx, opportunityId: string): Promise<Date | null> {
  const row = await tx
    .selectFrom('redactionChecks')
    .select('checkedAt')
    .where('opportunityId', '=', opportunityId)
    .executeTakeFirst()
  return row?.checkedAt ?? null
}

export async function insertHidingCheck(
  tx: Tx,
  on: { readonly opportunityId: string; readonly departmentId: string },
  by: { readonly id: string; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('redactionChecks')
    .values({ ...on, checkedBy: by.id, checkedAt: by.at })
    .execute()
}
