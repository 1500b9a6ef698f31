import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'

export type Bounce = {
  readonly messageId: string
  readonly subscriberId: string
  readonly toldBy: 'server' | 'report'
  readonly status: string
  readonly hard: boolean
  readonly at: Date
}

/** Letters that a server refused for good when they were sent, of subscribers, and not yet written down; oldest first. */
export async function refusedLetters(
  tx: Tx,
  most: number,
): Promise<readonly { readonly messageId: string; readonly subscriberId: string; readonly status: string }[]> {
  const rows = await tx
    .selectFrom('outboxMessages as letter')
    .innerJoin('subscribers', 'subscribers.email', 'letter.toAddress')
    .leftJoin('bounces', (join) =>
      join.onRef('bounces.messageId', '=', 'letter.id').onRef('bounces.subscriberId', '=', 'subscribers.id'),
    )
    .select(['letter.id as messageId', 'subscribers.id as subscriberId', 'letter.lastError'])
    .where('letter.sentAt', 'is', null)
    .where('letter.nextAttemptAt', '=', sql<Date>`'infinity'::timestamptz`)
    .where('letter.lastError', 'like', 'EENVELOPE 5%')
    .where('bounces.messageId', 'is', null)
    .orderBy('letter.id')
    .limit(most)
    .execute()
  return rows.map(({ messageId, subscriberId, lastError }) => ({
    ...{ messageId, subscriberId },
    status: /\b5\d\d\b/.exec(lastError ?? '')?.[0] ?? '',
  }))
}

/** How many letters left, and how many were refused for good, of those written since. */
export async function lettersSince(tx: Tx, since: Date): Promise<{ sent: number; refused: number }> {
  return tx
    .selectFrom('outboxMessages')
    .select((row) => [
      row.fn.countAll<number>().filterWhere('sentAt', 'is not', null).as('sent'),
      row.fn
        .countAll<number>()
        .filterWhere('sentAt', 'is', null)
        .filterWhere('lastError', 'like', 'EENVELOPE 5%')
        .as('refused'),
    ])
    .where('createdAt', '>=', since)
    .executeTakeFirstOrThrow()
}

/** The address that a letter of ours went to, while its row is kept. */
export async function addressOfLetter(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx.selectFrom('outboxMessages').select('toAddress').where('id', '=', id).executeTakeFirst()
  return row?.toAddress
}

/** Once a letter and subscriber; answers whether it is news. */
export async function insertBounce(tx: Tx, bounce: Bounce): Promise<boolean> {
  const row = await tx
    .insertInto('bounces')
    .values(bounce)
    .onConflict((conflict) => conflict.columns(['messageId', 'subscriberId']).doNothing())
    .returning('messageId')
    .executeTakeFirst()
  return row !== undefined
}

export async function countHardBounces(tx: Tx, subscriberId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('bounces')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('subscriberId', '=', subscriberId)
    .where('hard', '=', true)
    .executeTakeFirstOrThrow()
  return count
}
