import type { Selectable } from 'kysely'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import type { Subscribers } from '../platform/tables.ts'
import type { Confirmed, Pending, Subscriber } from './rules.ts'

export async function findSubscriber(tx: Tx, id: string): Promise<Subscriber | undefined> {
  const row = await tx.selectFrom('subscribers').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Holds the row until the transaction ends. */
export async function lockSubscriber(tx: Tx, id: string): Promise<Subscriber | undefined> {
  const row = await tx.selectFrom('subscribers').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

type Asked = {
  readonly id: string
  readonly departmentId: string | null
  readonly email: string
  /** What the address is known by after leaving. */
  readonly hash: string
  readonly language: Language
  readonly askedAt: Date
}

/** The subscriber with this address, new, known or back again; a confirmed one stays as it is. Two at once make one. */
export async function askedSubscriber(tx: Tx, asked: Asked): Promise<Pending | Confirmed> {
  const { hash, ...row } = asked
  await tx
    .updateTable('subscribers')
    .set({ email: asked.email, state: 'pending', unsubscribedAt: null, confirmedAt: null })
    .where('email', '=', hash)
    .where('departmentId', 'is not distinct from', asked.departmentId)
    .execute()
  await tx
    .insertInto('subscribers')
    .values({ ...row, state: 'pending' })
    .onConflict((conflict) =>
      conflict
        .columns(['email', 'departmentId'])
        .doUpdateSet({ askedAt: asked.askedAt, language: asked.language })
        .where('subscribers.state', '=', 'pending'),
    )
    .execute()
  const kept = await tx
    .selectFrom('subscribers')
    .selectAll()
    .where('email', '=', asked.email)
    .where('departmentId', 'is not distinct from', asked.departmentId)
    .executeTakeFirstOrThrow()
  const subscriber = fromRow(kept)
  if (subscriber.state === 'unsubscribed') throw new Error('a subscriber who left has an address')
  return subscriber
}

export async function saveConfirmed(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('subscribers').set({ state: 'confirmed', confirmedAt: at }).where('id', '=', id).execute()
}

/** The address goes; a keyed hash stays, so that nobody who left is written to by mistake. */
export async function saveUnsubscribed(tx: Tx, id: string, hash: string, at: Date): Promise<void> {
  await tx
    .updateTable('subscribers')
    .set({ state: 'unsubscribed', unsubscribedAt: at, email: hash })
    .where('id', '=', id)
    .execute()
}

export async function saveLanguage(tx: Tx, id: string, language: Language): Promise<void> {
  await tx.updateTable('subscribers').set({ language }).where('id', '=', id).execute()
}

/** Confirmed subscribers whom a department's news reach, by id, after the one given. */
export async function confirmedAfter(
  tx: Tx,
  { departmentId, after, most }: { departmentId: string; after: string | null; most: number },
): Promise<Confirmed[]> {
  const rows = await tx
    .selectFrom('subscribers')
    .selectAll()
    .where('state', '=', 'confirmed')
    .where((has) => has.or([has('departmentId', 'is', null), has('departmentId', '=', departmentId)]))
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(fromRow).filter((subscriber) => subscriber.state === 'confirmed')
}

/** How many are confirmed for a department's news, at this moment. */
export async function countConfirmed(tx: Tx, departmentId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('subscribers')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('state', '=', 'confirmed')
    .where((has) => has.or([has('departmentId', 'is', null), has('departmentId', '=', departmentId)]))
    .executeTakeFirstOrThrow()
  return count
}

export function fromRow(row: Selectable<Subscribers>): Subscriber {
  const { id, departmentId, language, askedAt, email } = row
  const common = { id, departmentId, language, askedAt }
  switch (row.state) {
    case 'pending':
      return { ...common, state: row.state, email }
    case 'confirmed':
      return { ...common, state: row.state, email, confirmedAt: present(row.confirmedAt) }
    case 'unsubscribed':
      return { ...common, state: row.state, unsubscribedAt: present(row.unsubscribedAt) }
  }
}

function present(value: Date | null): Date {
  if (value === null) throw new Error('a subscriber lacks what their state promises')
  return value
}
