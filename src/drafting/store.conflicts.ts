import type { Tx } from '../platform/db.ts'
import type { Edit } from './store.ts'

/** A text that stood against a later one and waits for somebody to choose. */
export type Conflict = Pick<Edit, 'id' | 'field' | 'half' | 'base' | 'value' | 'madeBy' | 'madeAt'>

/** Those nobody has settled, oldest first. */
export const openConflicts = (tx: Tx, opportunityId: string): Promise<Conflict[]> =>
  tx
    .selectFrom('statementConflicts as conflict')
    .innerJoin('statementEdits as edit', 'edit.id', 'conflict.editId')
    .select(['edit.id', 'edit.field', 'edit.half', 'edit.base', 'edit.value', 'edit.madeBy', 'edit.madeAt'])
    .where('conflict.opportunityId', '=', opportunityId)
    .where('conflict.settledAt', 'is', null)
    .orderBy('edit.sequence')
    .execute()

export async function insertConflict(
  tx: Tx,
  { id: opportunityId, departmentId }: { id: string; departmentId: string },
  editId: string,
): Promise<void> {
  await tx.insertInto('statementConflicts').values({ editId, departmentId, opportunityId }).execute()
}

export async function saveSettled(
  tx: Tx,
  editIds: readonly string[],
  outcome: 'kept' | 'taken' | 'merged' | 'continued',
  by: { id: string; at: Date },
): Promise<void> {
  if (editIds.length === 0) return
  await tx
    .updateTable('statementConflicts')
    .set({ settledAt: by.at, settledBy: by.id, outcome })
    .where('editId', 'in', editIds)
    .where('settledAt', 'is', null)
    .execute()
}
