import type { Tx } from '../platform/db.ts'

/** Whether this browser has opened the application before. */
export async function isKnownDevice(tx: Tx, applicationId: string, browserHash: Buffer): Promise<boolean> {
  const row = await tx
    .selectFrom('applicationDevices')
    .select('firstSeenAt')
    .where('applicationId', '=', applicationId)
    .where('browserHash', '=', browserHash)
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps a browser, and answers how many there are with it; nothing when it was known already, also to another at once. */
export async function addDevice(
  tx: Tx,
  device: { applicationId: string; departmentId: string; browserHash: Buffer; firstSeenAt: Date },
): Promise<number | undefined> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('applicationDevices')
    .values(device)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return undefined
  const { count } = await tx
    .selectFrom('applicationDevices')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('applicationId', '=', device.applicationId)
    .executeTakeFirstOrThrow()
  return Number(count)
}
