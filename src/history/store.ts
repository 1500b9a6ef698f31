import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import type { DigestedFields } from './record.ts'

/** One process at a time extends the chain. */
const SEQUENCER_LOCK = 7_350_116

/** True when this transaction now holds the sequencer's lock, until it ends. */
export async function takeSequencerLock(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${SEQUENCER_LOCK}) as mine`.execute(tx)
  return rows[0]?.mine === true
}

/** When the last event that this scope sees was recorded, to the microsecond; empty while there is none. */
export async function lastRecorded(tx: Tx): Promise<string> {
  const { rows } = await sql<{ last: string | null }>`
    select max(recorded_at)::text as last from history_events`.execute(tx)
  return rows[0]?.last ?? ''
}

export type Head = { readonly number: number; readonly chain: Buffer }

/** The last link of the chain. */
export const chainHead = (tx: Tx): Promise<Head | undefined> =>
  tx.selectFrom('historySequence').select(['number', 'chain']).orderBy('number', 'desc').limit(1).executeTakeFirst()

export type Unsequenced = {
  readonly id: string
  readonly kind: string
  readonly digest: Buffer
  readonly recordedAt: bigint
}

/**
 * Committed events without a number, oldest first. `everything` looks through the whole record; otherwise through the
 * last day, which is where an event of a transaction that committed late is found.
 */
export async function unsequencedEvents(tx: Tx, most: number, everything: boolean): Promise<Unsequenced[]> {
  const rows = await tx
    .selectFrom('historyEvents')
    .leftJoin('historySequence', 'historySequence.eventId', 'historyEvents.id')
    .where('historySequence.number', 'is', null)
    .$if(!everything, (query) => query.where('recordedAt', '>', sql<Date>`clock_timestamp() - interval '1 day'`))
    .select(['historyEvents.id', 'kind', 'historyEvents.digest', recordedMicros.as('recordedAt')])
    .orderBy('historyEvents.recordedAt')
    .orderBy('historyEvents.id')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...row, recordedAt: BigInt(row.recordedAt) }))
}

export type Link = {
  readonly number: number
  readonly eventId: string
  readonly digest: Buffer
  readonly chain: Buffer
}

export async function insertLinks(tx: Tx, links: readonly Link[]): Promise<void> {
  await tx
    .insertInto('historySequence')
    .values([...links])
    .execute()
}

export type StoredCheckpoint = {
  readonly size: number
  readonly root: Buffer
  readonly frontier: Buffer
  readonly note: string
  readonly at: Date
}

export const lastCheckpoint = (tx: Tx): Promise<StoredCheckpoint | undefined> =>
  tx.selectFrom('historyCheckpoints').selectAll().orderBy('size', 'desc').limit(1).executeTakeFirst()

export const allCheckpoints = (tx: Tx): Promise<StoredCheckpoint[]> =>
  tx.selectFrom('historyCheckpoints').selectAll().orderBy('size').execute()

export async function insertCheckpoint(tx: Tx, checkpoint: StoredCheckpoint): Promise<void> {
  await tx.insertInto('historyCheckpoints').values(checkpoint).execute()
}

/** The digests after a number, in order: what a checkpoint adds to the tree. */
export async function digestsAfter(tx: Tx, number: number): Promise<Buffer[]> {
  const rows = await tx
    .selectFrom('historySequence')
    .select('digest')
    .where('number', '>', number)
    .orderBy('number')
    .execute()
  return rows.map(({ digest }) => digest)
}

/** The database's own clock, whatever instant is injected: checkpoints are made in real time. */
export async function databaseClock(tx: Tx): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select date_trunc('milliseconds', clock_timestamp()) as now`.execute(tx)
  if (!rows[0]) throw new Error('the database does not tell the time')
  return rows[0].now
}

export type StoredEvent = DigestedFields & {
  readonly digest: Buffer
  /** Microseconds since 1970. */
  readonly recordedAt: bigint
  /** False when `at` holds more than the milliseconds that its digest covers. */
  readonly wholeMillis: boolean
}
export type NumberedEvent = {
  readonly link: Link
  /** Nothing when the event that this number names is gone. */
  readonly event: StoredEvent | undefined
}

/** Links after a number with their events, in order. */
export async function numberedEvents(tx: Tx, after: number, most: number): Promise<NumberedEvent[]> {
  const rows = await tx
    .selectFrom('historySequence as s')
    .leftJoin('historyEvents as e', 'e.id', 's.eventId')
    .where('s.number', '>', after)
    .select(['s.number', 's.eventId', 's.digest as linkDigest', 's.chain'])
    .select(['e.id', 'e.departmentId', 'e.kind', 'e.subjectType', 'e.subjectId', 'e.fileId'])
    .select(['e.actorKind', 'e.actorId', 'e.at', 'e.body', 'e.digest'])
    .select([sql<string | null>`(extract(epoch from e.recorded_at) * 1000000)::bigint::text`.as('recordedAt')])
    .select([sql<boolean>`e.at = date_trunc('milliseconds', e.at)`.as('wholeMillis')])
    .orderBy('s.number')
    .limit(most)
    .execute()
  return rows.map(({ number, eventId, linkDigest, chain, ...event }) => ({
    link: { number, eventId, digest: linkDigest, chain },
    event: eventFrom(event),
  }))
}

/** Events that have had no number for longer than a minute. */
export async function overdueEvents(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('historyEvents')
    .leftJoin('historySequence', 'historySequence.eventId', 'historyEvents.id')
    .where('historySequence.number', 'is', null)
    .where('recordedAt', '<', sql<Date>`clock_timestamp() - interval '60 seconds'`)
    .select('historyEvents.id')
    .orderBy('recordedAt')
    .execute()
  return rows.map(({ id }) => id)
}

const recordedMicros: RawBuilder<string> = sql<string>`(extract(epoch from recorded_at) * 1000000)::bigint::text`

type Nullable<T> = { [K in keyof T]: T[K] | null }

function eventFrom(
  row: Nullable<Omit<StoredEvent, 'recordedAt'>> & { recordedAt: string | null },
): StoredEvent | undefined {
  const { id, kind, subjectType, subjectId, actorKind, at, body, digest, recordedAt, wholeMillis } = row
  if (id === null || kind === null || subjectType === null || subjectId === null || actorKind === null) return undefined
  if (at === null || body === null || digest === null || recordedAt === null) return undefined
  const { departmentId, fileId, actorId } = row
  const fields = { id, departmentId, kind, subjectType, subjectId, fileId, actorKind, actorId, at, body }
  return { ...fields, digest, recordedAt: BigInt(recordedAt), wholeMillis: wholeMillis === true }
}
