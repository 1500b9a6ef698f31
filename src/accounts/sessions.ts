import type { App } from '../platform/app.ts'
import { newSessionToken, sessionHash } from '../platform/codes.ts'
import type { Tx } from '../platform/db.ts'
import type { Random } from '../platform/random.ts'
import { dayOf } from '../platform/time.ts'
import { type Actor, type Staff, visitor } from './rules.ts'
import { deleteSession, findSession, insertSession, type Session, touchSession } from './store.sessions.ts'
import { type Department, type Person, validRoles } from './store.ts'

const MINUTE_IN_MS = 60_000
const HOUR_IN_MS = 60 * MINUTE_IN_MS
/** Staff: gone after 30 minutes of silence and 12 hours in all (OWASP ASVS 5.0, 7.3). */
const STAFF_IDLE_IN_MS = 30 * MINUTE_IN_MS
const STAFF_IN_MS = 12 * HOUR_IN_MS
/** Suppliers see their own file alone. */
const SUPPLIER_IN_MS = 30 * 24 * HOUR_IN_MS
/** How old `last_seen_at` grows before it is written again. */
const TOUCH_AFTER_IN_MS = MINUTE_IN_MS

/**
 * Who holds this session. Anything that is not a living session is a visitor: no token, an unknown one, silence or age
 * beyond the limit, or a member of staff whose last role in the department has ended. Roles are those of today.
 */
export async function actorOf(app: App, token: string | undefined): Promise<Actor> {
  if (token === undefined || !/^[A-Za-z0-9_-]{43}$/.test(token)) return visitor
  const hash = hashOf(token)
  const found = await findSession(app, hash)
  if (!found || !isLive(found.session, found.now)) return visitor
  const { session, now } = found
  const actor = await holderOf(app, session, now)
  const stale = now.getTime() - session.lastSeenAt.getTime() >= TOUCH_AFTER_IN_MS
  if (stale && actor.kind !== 'visitor') {
    await app.transaction('nothing', async (tx) => touchSession(tx, hash, await tx.now()))
  }
  return actor
}

/** Does this session still hold at that instant? */
export function isLive(session: Pick<Session, 'department' | 'lastSeenAt' | 'expiresAt'>, now: Date): boolean {
  if (now.getTime() >= session.expiresAt.getTime()) return false
  return session.department === null || now.getTime() - session.lastSeenAt.getTime() < STAFF_IDLE_IN_MS
}

/** Starts a session, always with a new token, and answers the token: the database keeps its hash alone. */
export async function startSession(
  tx: Tx,
  app: { readonly random: Random },
  { personId, departmentId }: { personId: string; departmentId: string | null },
): Promise<string> {
  const { token, hash } = newSessionToken(app.random)
  const now = await tx.now()
  const life = departmentId === null ? SUPPLIER_IN_MS : STAFF_IN_MS
  await insertSession(tx, {
    tokenHash: Buffer.from(hash, 'hex'),
    personId,
    departmentId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + life),
  })
  return token
}

/** Ends one session, here and for whoever else holds the cookie. */
export const endSession = (tx: Tx, token: string): Promise<void> => deleteSession(tx, hashOf(token))

async function holderOf(app: App, session: Session, now: Date): Promise<Actor> {
  const { person, department } = session
  if (department === null) return { kind: 'supplier', id: person.id, name: person.name, email: person.email }
  const staff = await app.read('everything', (tx) => staffOf(tx, person, department, now))
  return staff.roles.length === 0 ? visitor : staff
}

/** A person as a member of a department's staff, with the roles of that instant: what a job in somebody's name acts as. */
export async function staffOf(
  tx: Tx,
  person: Person,
  department: Pick<Department, 'id' | 'code' | 'timeZone'>,
  now: Date,
): Promise<Staff> {
  const day = dayOf(now, department.timeZone)
  const roles = await validRoles(tx, { personId: person.id, departmentId: department.id, day })
  return {
    kind: 'staff',
    id: person.id,
    name: person.name,
    email: person.email,
    departmentId: department.id,
    departmentCode: department.code,
    timeZone: department.timeZone,
    roles,
  }
}

const hashOf = (token: string): Buffer => Buffer.from(sessionHash(token), 'hex')
