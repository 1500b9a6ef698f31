import { sql } from 'kysely'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import type { Department, Person } from './store.ts'

export type Session = {
  readonly person: Person
  readonly department: Pick<Department, 'id' | 'code' | 'timeZone'> | null
  readonly lastSeenAt: Date
  readonly expiresAt: Date
}

export async function insertSession(
  tx: Tx,
  session: {
    tokenHash: Buffer
    personId: string
    departmentId: string | null
    createdAt: Date
    lastSeenAt: Date
    expiresAt: Date
  },
): Promise<void> {
  await tx.insertInto('sessions').values(session).execute()
}

/** Who holds a session, if anybody, and the instant of asking: one statement, since every page begins with it. */
export async function findSession(
  app: Pick<App, 'alone'>,
  tokenHash: Buffer,
): Promise<{ session: Session; now: Date } | undefined> {
  const [row] = await app.alone((now) => sql<HolderRow>`select * from session_holder(${now}, ${tokenHash})`)
  if (!row) return undefined
  const { now, lastSeenAt, expiresAt, departmentId, code, timeZone, ...person } = row
  const department = departmentId && code && timeZone ? { id: departmentId, code, timeZone } : null
  return { session: { person, department, lastSeenAt, expiresAt }, now }
}

type HolderRow = Person & {
  readonly departmentId: string | null
  readonly code: string | null
  readonly timeZone: string | null
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly now: Date
}

export async function touchSession(tx: Tx, tokenHash: Buffer, now: Date): Promise<void> {
  await tx.updateTable('sessions').set({ lastSeenAt: now }).where('tokenHash', '=', tokenHash).execute()
}

export async function deleteSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.deleteFrom('sessions').where('tokenHash', '=', tokenHash).execute()
}

export type SignInCode = {
  readonly id: string
  readonly email: string
  readonly language: Language
  readonly returnTo: string
  readonly expiresAt: Date
  readonly tries: number
  readonly usedAt: Date | null
}

export async function insertCode(
  tx: Tx,
  code: Omit<SignInCode, 'tries' | 'usedAt'> & { browserHash: Buffer; createdAt: Date },
): Promise<void> {
  await tx.insertInto('signInCodes').values(code).execute()
}

/** The newest code that this browser asked for: older ones no longer count. */
export async function findCode(tx: Tx, browserHash: Buffer): Promise<SignInCode | undefined> {
  return newestCode(tx, browserHash).executeTakeFirst()
}

/** The same, held until the transaction ends, so that tries are counted one by one. */
export async function lockCode(tx: Tx, browserHash: Buffer): Promise<SignInCode | undefined> {
  return newestCode(tx, browserHash).forUpdate().executeTakeFirst()
}

export async function countTry(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('signInCodes')
    .set((code) => ({ tries: code('tries', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function useCode(tx: Tx, id: string, usedAt: Date): Promise<void> {
  await tx.updateTable('signInCodes').set({ usedAt }).where('id', '=', id).execute()
}

/** Counts one act under a key in the running window, shared by all processes, and answers how many there were. */
export async function countAct(tx: Tx, key: string, windowInMinutes: number, now: Date): Promise<number> {
  const length = windowInMinutes * 60_000
  const windowStart = new Date(Math.floor(now.getTime() / length) * length)
  const { count } = await tx
    .insertInto('limits')
    .values({ key, windowStart, count: 1 })
    .onConflict((conflict) => conflict.columns(['key', 'windowStart']).doUpdateSet({ count: sql`limits.count + 1` }))
    .returning('count')
    .executeTakeFirstOrThrow()
  return count
}

/** A mailbox gets no more from all networks together than so many of them may ask for. */
const NETWORKS = 3

/**
 * Counts a letter that one network asks for to one mailbox, to be compared with `most`. What a network asks for in vain
 * counts for nobody else: a stranger's tries use up none of the owner's.
 */
export async function countLetter(
  tx: Tx,
  { key, origin }: { key: string; origin: string },
  { most, minutes }: { most: number; minutes: number },
  now: Date,
): Promise<number> {
  const own = await countAct(tx, `${key} ${origin}`, minutes, now)
  if (own > most) return own
  const all = await countAct(tx, key, minutes, now)
  return Math.max(own, Math.ceil(all / NETWORKS))
}

const newestCode = (tx: Tx, browserHash: Buffer) =>
  tx
    .selectFrom('signInCodes')
    .select(['id', 'email', 'language', 'returnTo', 'expiresAt', 'tries', 'usedAt'])
    .where('browserHash', '=', browserHash)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
