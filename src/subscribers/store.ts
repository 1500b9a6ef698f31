import { type Selectable, sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import type { Subscribers } from '../platform/tables.ts'
import type { Confirmed, DigestCadence, Ending, Pending, Subscriber, Wants } from './rules.ts'
import { skillKeysOf } from './store.postings.ts'

export async function findSubscriber(tx: Tx, id: string): Promise<Subscriber | undefined> {
  const row = await tx.selectFrom('subscribers').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Holds the row until the transaction ends. */
export async function lockSubscriber(tx: Tx, id: string): Promise<Subscriber | undefined> {
  const row = await tx.selectFrom('subscribers').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

/** Holds every row of an address, one for each department it was given to. */
export async function lockByAddress(tx: Tx, email: string): Promise<Subscriber[]> {
  const rows = await tx
    .selectFrom('subscribers')
    .selectAll()
    .where('email', '=', email)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(fromRow)
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

/**
 * The subscriber with this address, new, known or back again; one who is on the list stays as they are. `anew` makes
 * earlier letters to confirm the list void. Two at once make one.
 */
export async function askedSubscriber(tx: Tx, asked: Asked, { anew }: { anew: boolean }): Promise<Pending | Confirmed> {
  const { hash, ...row } = asked
  await tx
    .updateTable('subscribers')
    .set({ cadence: 'at_once', skills: [], departments: [], digestedAt: null, sourceAskedAt: null })
    .set({ email: asked.email, language: asked.language, state: 'pending' })
    .set({ askedAt: asked.askedAt, unsubscribedAt: null, confirmedAt: null, endedBecause: null })
    .where('email', '=', hash)
    .where('departmentId', 'is not distinct from', asked.departmentId)
    .execute()
  await tx
    .insertInto('subscribers')
    .values({ ...row, state: 'pending' })
    .onConflict((conflict) => conflict.columns(['email', 'departmentId']).doNothing())
    .execute()
  if (anew)
    await tx
      .updateTable('subscribers')
      .set((of) => ({
        askedAt: asked.askedAt,
        // Whoever asks cannot change what a confirmed reader reads.
        language: of.case().when('state', '=', 'pending').then(asked.language).else(of.ref('language')).end(),
      }))
      .where('email', '=', asked.email)
      .where('departmentId', 'is not distinct from', asked.departmentId)
      .where((has) => has.or([has('state', '=', 'pending'), has('cadence', '=', 'watched_only')]))
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

/** The address is proven: on the list from now on, or for watched opportunities alone. A digest begins with what comes next. */
export async function saveConfirmed(tx: Tx, id: string, at: Date, on: 'list' | 'watched_only'): Promise<void> {
  await tx
    .updateTable('subscribers')
    .set((row) => ({
      state: 'confirmed',
      confirmedAt: row.fn.coalesce('confirmedAt', row.val(at)),
      cadence: on === 'list' ? 'at_once' : 'watched_only',
      digestedAt: at,
    }))
    .where('id', '=', id)
    .execute()
}

/** The address goes, and what was watched with it; letters on their way are held back; a keyed hash stays, so that nobody who left is written to by mistake. */
export async function saveEnded(
  tx: Tx,
  { id, email, hash, because, at }: { id: string; email: string; hash: string; because: Ending; at: Date },
): Promise<void> {
  await giveUpLetters(tx, email)
  await tx.deleteFrom('watches').where('subscriberId', '=', id).execute()
  await tx
    .updateTable('subscribers')
    .set({ state: 'unsubscribed', unsubscribedAt: at, endedBecause: because, email: hash, skills: [], departments: [] })
    .where('id', '=', id)
    .execute()
  await tx
    .insertInto('suppressions')
    .values({ addressHash: hash, because, at })
    .onConflict((conflict) => conflict.column('addressHash').doUpdateSet({ because, at }))
    .execute()
}

/** What is written to many and has not left yet stays here: somebody who leaves while it goes out gets none of it. */
async function giveUpLetters(tx: Tx, email: string): Promise<void> {
  await tx
    .updateTable('outboxMessages')
    .set({ nextAttemptAt: sql<Date>`'infinity'::timestamptz`, lastError: 'LEFT' })
    .where('mailingId', 'is not', null)
    .where('sentAt', 'is', null)
    .where('toAddress', '=', email)
    .execute()
}

/** Why this address is not written to, if it is not. */
export async function suppressionOf(tx: Tx, hash: string): Promise<Ending | undefined> {
  const row = await tx.selectFrom('suppressions').select('because').where('addressHash', '=', hash).executeTakeFirst()
  return row?.because
}

/** Its owner asked anew and proved it: refusals of before count no more. */
export async function endSuppression(tx: Tx, { id, hash }: { id: string; hash: string }): Promise<void> {
  await tx.deleteFrom('suppressions').where('addressHash', '=', hash).execute()
  await tx.deleteFrom('bounces').where('subscriberId', '=', id).execute()
}

export async function saveWants(
  tx: Tx,
  id: string,
  { language, wants }: { language: Language; wants: Wants },
  at: Date,
): Promise<void> {
  const { cadence, skills, departments } = wants
  await tx
    .updateTable('subscribers')
    // What was posted before somebody chose a digest has reached them one by one.
    .set((row) => ({
      ...{ language, cadence, skills: [...skills], departments: [...departments] },
      digestedAt: row.case().when('cadence', '=', cadence).then(row.ref('digestedAt')).else(at).end(),
    }))
    .where('id', '=', id)
    .execute()
}

/** Counts the answer once: nothing when they were asked before. */
export async function saveSourceAsked(tx: Tx, id: string, at: Date): Promise<boolean> {
  const row = await tx
    .updateTable('subscribers')
    .set({ sourceAskedAt: at })
    .where('id', '=', id)
    .where('sourceAskedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function countSource(tx: Tx, { month, source }: { month: string; source: string }): Promise<void> {
  await tx
    .insertInto('subscriberSources')
    .values({ month, source, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['month', 'source']).doUpdateSet({ count: sql`subscriber_sources.count + 1` }),
    )
    .execute()
}

export type Reach = {
  readonly departmentId: string
  /** The posting that the letter is about: whoever chose skills hears of it when it asks for one of them, watchers always. */
  readonly opportunityId?: string | undefined
  /** The last subscriber of the batch before. */
  readonly after: string | null
  readonly most: number
}

/** Confirmed subscribers who are written to at once about a department's news, by id, after the one given. */
export async function confirmedAfter(
  tx: Tx,
  { departmentId, opportunityId, after, most }: Reach,
): Promise<Confirmed[]> {
  const skills = opportunityId === undefined ? null : await skillKeysOf(tx, opportunityId)
  const rows = await tx
    .selectFrom('subscribers')
    .selectAll()
    .where('state', '=', 'confirmed')
    .where((has) => {
      const listed = has.and([
        has('cadence', '=', 'at_once'),
        has.or([has('departmentId', 'is', null), has('departmentId', '=', departmentId)]),
        has.or([sql<boolean>`departments = '{}'`, sql<boolean>`${departmentId}::uuid = any(departments)`]),
        ...(skills === null
          ? []
          : [has.or([sql<boolean>`skills = '{}'`, sql<boolean>`skills && ${[...skills]}::text[]`])]),
      ])
      if (opportunityId === undefined) return listed
      const watching = has
        .selectFrom('watches')
        .select('subscriberId')
        .where('opportunityId', '=', opportunityId)
        .where('confirmedAt', 'is not', null)
      return has.or([listed, has('id', 'in', watching)])
    })
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(fromRow).filter((subscriber) => subscriber.state === 'confirmed')
}

export type DigestReader = Confirmed & { readonly digestedAt: Date }

/** Who gets a digest of this cadence and has none yet of this instant, by id, after the one given. */
export async function digestReadersAfter(
  tx: Tx,
  { cadence, dueAt, after, most }: { cadence: DigestCadence; dueAt: Date; after: string | null; most: number },
): Promise<DigestReader[]> {
  const rows = await tx
    .selectFrom('subscribers')
    .selectAll()
    .where('state', '=', 'confirmed')
    .where('cadence', '=', cadence)
    .where('digestedAt', '<', dueAt)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .execute()
  return rows.flatMap((row) => {
    const subscriber = fromRow(row)
    return subscriber.state === 'confirmed' ? [{ ...subscriber, digestedAt: present(row.digestedAt) }] : []
  })
}

export async function saveDigested(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await tx.updateTable('subscribers').set({ digestedAt: at }).where('id', 'in', ids).execute()
}

/** How many are confirmed for a department's news, at this moment; who watches single opportunities alone is not counted. */
export async function countConfirmed(tx: Tx, departmentId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('subscribers')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('state', '=', 'confirmed')
    .where('cadence', '!=', 'watched_only')
    .where((has) => has.or([has('departmentId', 'is', null), has('departmentId', '=', departmentId)]))
    .executeTakeFirstOrThrow()
  return count
}

export function fromRow(row: Selectable<Subscribers>): Subscriber {
  const { id, departmentId, language, askedAt, email, cadence, skills, departments, sourceAskedAt } = row
  const common = { id, departmentId, language, askedAt }
  switch (row.state) {
    case 'pending':
      return { ...common, state: row.state, email }
    case 'confirmed':
      return {
        ...{ ...common, state: row.state, email, confirmedAt: present(row.confirmedAt) },
        ...{ wants: { cadence, skills, departments }, sourceAskedAt },
      }
    case 'unsubscribed': {
      const because = present(row.endedBecause)
      return { ...common, state: row.state, unsubscribedAt: present(row.unsubscribedAt), because }
    }
  }
}

function present<Value>(value: Value | null): Value {
  if (value === null) throw new Error('a subscriber lacks what their state promises')
  return value
}
