import { addPerson, grantRole } from '../accounts/commands.ts'
import { type Staff, type StaffRole, type Supplier, system } from '../accounts/rules.ts'
import type { Department } from '../accounts/store.ts'
import type { App } from '../platform/app.ts'
import type { Day } from '../platform/day.ts'
import type { Decision } from '../platform/decision.ts'
import type { Language } from '../platform/i18n.ts'

/** An act of a replay or of the demonstration was refused by a rule: the facts do not fit the program. */
export class ActRefused extends Error {
  readonly because: string
  readonly act: string

  constructor(act: string, because: string) {
    super(`${act}: ${because}`)
    this.name = 'ActRefused'
    this.act = act
    this.because = because
  }
}

/** What was decided. @throws ActRefused naming the act, when a rule refuses it. */
export async function done<Value>(act: string, deciding: Promise<Decision<Value, string>>): Promise<Value> {
  const decision = await deciding
  if (decision.ok) return decision.value
  throw new ActRefused(act, decision.because)
}

export type Joining = {
  readonly email: string
  readonly name: string
  readonly language: Language
  readonly roles: readonly StaffRole[]
  readonly team?: string | undefined
  readonly limitCents?: number | undefined
}

/** Somebody with their roles in a department, from a day on. They can be signed in as in a demonstration. */
export async function joinStaff(
  app: App,
  { id: departmentId, code, timeZone }: Pick<Department, 'id' | 'code' | 'timeZone'>,
  { email, name, language, roles, team = '', limitCents }: Joining,
  since: Day,
): Promise<Staff> {
  const { id } = await done(`add ${name}`, addPerson(app, system, { email, name, language, demo: true }))
  for (const role of roles) {
    const given = { departmentId, personId: id, role, fromDay: since, limitCents: limitCents ?? null }
    await done(`make ${name} ${role}`, grantRole(app, system, { ...given, team: team === '' ? null : team }))
  }
  return { kind: 'staff', id, name, email, departmentId, departmentCode: code, timeZone, roles }
}

/** A supplier whose address needs no proof; `demo` lets a demonstration sign in as them. */
export async function joinSupplier(
  app: App,
  { name, email, language, demo }: { name: string; email: string; language: Language; demo: boolean },
): Promise<Supplier> {
  const { id } = await done(`add ${name}`, addPerson(app, system, { name, email, language, demo }))
  return { kind: 'supplier', id, name, email }
}

/** What must be there for the facts to make sense. */
export function found<Thing>(thing: Thing | undefined | null, otherwise: string): Thing {
  if (thing === undefined || thing === null) throw new ActRefused('read the facts', otherwise)
  return thing
}
