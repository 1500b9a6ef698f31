import type { Tx } from '../platform/db.ts'
import type { Schedule } from './rules.schedule.ts'

/** When a file that is ready is to be posted by itself, and who asked for it. */
export async function scheduleOf(tx: Tx, opportunityId: string): Promise<Schedule | undefined> {
  const row = await tx
    .selectFrom('opportunities')
    .select(['scheduledAt', 'scheduledBy'])
    .where('id', '=', opportunityId)
    .where('state', '=', 'ready')
    .executeTakeFirst()
  return row?.scheduledAt && row.scheduledBy ? { at: row.scheduledAt, by: row.scheduledBy } : undefined
}

export async function saveSchedule(tx: Tx, opportunityId: string, planned: Schedule | null): Promise<void> {
  await tx
    .updateTable('opportunities')
    .set({ scheduledAt: planned?.at ?? null, scheduledBy: planned?.by ?? null })
    .where('id', '=', opportunityId)
    .execute()
}
