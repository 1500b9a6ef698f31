import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { parseDay } from '../platform/time.ts'
import type { Extension } from './rules.exceptions.ts'
import type { Contract } from './rules.ts'

/** What was asked about the date, oldest first. */
export async function extensionsOf(tx: Tx, contractId: string): Promise<Extension[]> {
  const rows = await tx
    .selectFrom('contractExtensions')
    .selectAll()
    .where('contractId', '=', contractId)
    .orderBy('askedAt')
    .orderBy('id')
    .execute()
  return rows.map(({ id, askedDay, askedBecause, language, askedAt, decision, decidedAt, reply }) => {
    const day = parseDay(askedDay)
    if (!day) throw new Error(`extension ${id} asks for no day`)
    const decided = decision && decidedAt ? { decision, at: decidedAt, reply } : null
    return { id, askedDay: day, because: askedBecause, language, askedAt, decided }
  })
}

export async function insertExtension(
  tx: Tx,
  app: Pick<App, 'random'>,
  { id: contractId, departmentId }: Pick<Contract, 'id' | 'departmentId'>,
  asked: Pick<Extension, 'askedDay' | 'because' | 'language' | 'askedAt'>,
): Promise<void> {
  const { askedDay, because, language, askedAt } = asked
  const id = newId(askedAt, app.random)
  await tx
    .insertInto('contractExtensions')
    .values({ id, departmentId, contractId, askedDay, askedBecause: because, language, askedAt })
    .execute()
}

export async function saveExtensionDecided(
  tx: Tx,
  id: string,
  decided: { decision: 'granted' | 'refused'; reply: string; by: string; at: Date },
): Promise<void> {
  const { decision, reply, by, at } = decided
  await tx
    .updateTable('contractExtensions')
    .set({ decision, reply, decidedBy: by, decidedAt: at })
    .where('id', '=', id)
    .execute()
}
