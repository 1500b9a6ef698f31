import type { Scope } from '../platform/db.ts'

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
