import type { Day } from '../platform/day.ts'
import type { Scope } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'

/** Roles held in a department. A supplier is a person without a department; a visitor has not signed in. */
export const staffRoles = [
  'client',
  'program_team',
  'procurement',
  'section_32',
  'section_34',
  'finance',
  'cardholder',
  'signatory',
  'observer',
  'administrator',
] as const
export type StaffRole = (typeof staffRoles)[number]
export const isStaffRole = (value: string): value is StaffRole => (staffRoles as readonly string[]).includes(value)

export type Staff = {
  readonly kind: 'staff'
  readonly id: string
  readonly name: string
  readonly email: string
  readonly departmentId: string
  readonly departmentCode: string
  readonly timeZone: string
  readonly roles: readonly StaffRole[]
}
export type Supplier = { readonly kind: 'supplier'; readonly id: string; readonly name: string; readonly email: string }
export type Visitor = { readonly kind: 'visitor' }
/** Time-driven acts, such as the closing at its instant, have the system as actor. */
export type System = { readonly kind: 'system' }
export type Actor = Staff | Supplier | Visitor | System

export const system: System = { kind: 'system' }
export const visitor: Visitor = { kind: 'visitor' }

/** Does this actor hold one of these roles, in their department? */
export const holds = (actor: Actor, ...roles: StaffRole[]): actor is Staff =>
  actor.kind === 'staff' && roles.some((role) => actor.roles.includes(role))

/** What a person's transactions may see. A supplier deals with any department; their queries name their own id. */
export function scopeOf(actor: Actor): Scope {
  if (actor.kind === 'staff') return { department: actor.departmentId }
  if (actor.kind === 'visitor') return 'nothing'
  return 'everything'
}

export const actorId = (actor: Actor): string | null =>
  actor.kind === 'staff' || actor.kind === 'supplier' ? actor.id : null

/** Who may set up departments, people and roles. The system does it for a first start, a replay or a demonstration. */
export const can = {
  administer: (actor: Actor, departmentId: string): boolean =>
    actor.kind === 'system' || (holds(actor, 'administrator') && actor.departmentId === departmentId),
  createDepartment: (actor: Actor): boolean => actor.kind === 'system',
}

export type AccountRefusal =
  | 'not_allowed'
  | 'code_taken'
  | 'unknown_person'
  | 'already_granted'
  | 'ends_before_it_starts'
  | 'own_grant'
  | 'acting_for_nobody'
  | 'acting_without_end'
  | 'no_such_grant'
  | 'last_administrator'

/**
 * A role is given by the department's administrator, never to themselves, from a day, until a day or until further
 * notice. Acting in somebody's place has a last day, and needs somebody who holds the role.
 */
export function grant(
  asked: {
    departmentId: string
    personId?: string
    fromDay: Day
    untilDay: Day | null
    actingFor?: string | null
  },
  facts: {
    actor: Actor
    personExists: boolean
    /** Whoever is acted for holds the role in their own name on the first day. */
    principalHolds?: boolean
  },
): Decision<true, AccountRefusal> {
  const { actor, personExists, principalHolds = false } = facts
  const { departmentId, personId, fromDay, untilDay, actingFor = null } = asked
  if (!can.administer(actor, departmentId)) return no('not_allowed')
  if (actor.kind === 'staff' && actor.id === personId) return no('own_grant')
  if (!personExists) return no('unknown_person')
  if (untilDay !== null && untilDay < fromDay) return no('ends_before_it_starts')
  if (actingFor !== null && untilDay === null) return no('acting_without_end')
  if (actingFor !== null && (actingFor === personId || !principalHolds)) return no('acting_for_nobody')
  return yes(true)
}

/** The administrator ends a role at once; what was signed before stands. A department never loses its last administrator. */
export function endGrant<
  Ended extends { readonly departmentId: string; readonly personId: string; readonly role: StaffRole },
>(
  given: Ended | undefined,
  actor: Actor,
  /** Others who administer the department from this day on, without a last day. */
  { otherAdministrators }: { otherAdministrators: number },
): Decision<Ended, AccountRefusal> {
  if (!given) return no('no_such_grant')
  if (!can.administer(actor, given.departmentId)) return no('not_allowed')
  if (given.role === 'administrator' && otherAdministrators === 0) return no('last_administrator')
  return yes(given)
}

/** What lets a person sign: up to how much, null for no limit; and in whose place, null in their own name. */
export type Authority = { readonly limit: number | null; readonly actingFor: string | null }

/** Under which authority an amount is signed: one’s own when it covers the amount, else an acting one that does, else the highest. */
export function authorityFor(authorities: readonly Authority[], value: number): Authority | undefined {
  const covering = authorities.filter(({ limit }) => limit === null || limit >= value)
  return covering.find(({ actingFor }) => actingFor === null) ?? covering[0] ?? highest(authorities)
}

/** The one that goes furthest; no limit goes further than any. */
export const highest = (authorities: readonly Authority[]): Authority | undefined =>
  authorities.toSorted(
    (one, other) => (other.limit ?? Number.POSITIVE_INFINITY) - (one.limit ?? Number.POSITIVE_INFINITY) || 0,
  )[0]

/** A code lives ten minutes and may be tried five times. */
export const CODE_MINUTES = 10
export const CODE_TRIES = 5

export type SignInRefusal = 'too_many_requests' | 'too_many_tries' | 'no_code' | 'wrong_code' | 'not_here'

/** How many acts are allowed in a window of that many minutes, per kind of key. */
export const signInLimits = {
  /** Codes asked for, from one network address: an office shares one. */
  ask_origin: { most: 30, minutes: 15 },
  /** Codes asked for, to one mailbox from one network address: a stranger’s tries use up none of its owner’s. */
  ask_address: { most: 6, minutes: 15 },
  /** Codes asked for, to one mailbox, by everybody: more would be a nuisance to its owner, and too many guesses. */
  ask_mailbox: { most: 24, minutes: 15 },
  /** Codes asked for, by everybody. */
  ask_everybody: { most: 3_000, minutes: 15 },
  /** Codes tried, from one network address. */
  try_origin: { most: 60, minutes: 15 },
} as const
export type SignInLimit = keyof typeof signInLimits

/** Is this count, the act itself included, within its limit? */
export const isWithin = (limit: SignInLimit, count: number): boolean => count <= signInLimits[limit].most

/** The code that waits in this browser, tried: right, wrong, used up, or none. A used or old code is no code. */
export function tryCode(
  code: { expiresAt: Date; usedAt: Date | null; tries: number } | undefined,
  { matches, now }: { matches: boolean; now: Date },
): Decision<true, 'no_code' | 'too_many_tries' | 'wrong_code'> {
  if (!code || code.usedAt !== null || now.getTime() >= code.expiresAt.getTime()) return no('no_code')
  if (code.tries >= CODE_TRIES) return no('too_many_tries')
  return matches ? yes(true) : no(code.tries + 1 >= CODE_TRIES ? 'too_many_tries' : 'wrong_code')
}

/** A page of ours to go to after signing in; anything else is nowhere. */
export function localPath(to: string | undefined): string | undefined {
  if (to === undefined || to.length > 500) return undefined
  return /^\/(en|fr)(\/[\w.~%/?&=+:,-]*)?$/.test(to) && !to.includes('//') && !to.includes('\\') ? to : undefined
}
