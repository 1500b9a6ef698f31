import { record } from '../history/record.ts'
import type { App } from '../platform/app.ts'
import type { Day } from '../platform/day.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'
import * as rules from './rules.ts'
import { type AccountRefusal, type Actor, actorId, can, grant, type StaffRole, scopeOf, system } from './rules.ts'
import {
  administratorsBeside,
  authoritiesOn,
  type Department,
  endGrantRow,
  findDepartmentByCode,
  findPerson,
  findPersonByEmail,
  type Grant,
  insertDepartment,
  insertGrant,
  insertPerson,
  lockAdministration,
  lockGrant,
  type Person,
} from './store.ts'

/** Sets up a department. Its code is in each of its file numbers and never changes. */
export function createDepartment(
  app: App,
  actor: Actor,
  input: {
    code: string
    name: Text
    mailbox: string
    postalAddress: string
    timeZone?: string
    simulated?: boolean
  },
): Promise<Decision<Department, AccountRefusal>> {
  return app.transaction('everything', async (tx) => {
    if (!can.createDepartment(actor)) return no('not_allowed')
    if (await findDepartmentByCode(tx, input.code)) return no('code_taken')

    const now = await tx.now()
    const department: Department = {
      id: newId(now, app.random),
      timeZone: 'America/Toronto',
      simulated: false,
      ...input,
    }
    await insertDepartment(tx, department, now)
    await record(tx, app.random, {
      departmentId: department.id,
      kind: 'department.created',
      subject: { type: 'department', id: department.id },
      fileId: null,
      actor,
      at: now,
      facts: { code: department.code, simulated: department.simulated },
    })
    return yes(department)
  })
}

/** Adds a person, or answers the one who has this address already. A person without a role is nobody to a department. */
export function addPerson(
  app: App,
  actor: Actor,
  input: { email: string; name: string; language: Language; demo?: boolean },
): Promise<Decision<Person, 'not_allowed'>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    const mayAdd = actor.kind === 'staff' ? can.administer(actor, actor.departmentId) : actor.kind === 'system'
    if (!mayAdd) return no('not_allowed')

    const now = await tx.now()
    return yes(await insertPerson(tx, { id: newId(now, app.random), demo: false, ...input }, now))
  })
}

/** Gives a role in a department, with a limit of signature and a team when the role has them. */
export function grantRole(
  app: App,
  actor: Actor,
  input: {
    departmentId: string
    personId: string
    role: StaffRole
    fromDay: Day
    untilDay?: Day | null
    limitCents?: number | null
    team?: string | null
    /** In whose place the person acts. */
    actingFor?: string | null
  },
): Promise<Decision<true, AccountRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    const asked = { untilDay: null, limitCents: null, team: null, actingFor: null, ...input }
    const { departmentId, personId, role, fromDay: day, actingFor } = asked
    const principal =
      actingFor === null ? undefined : await authoritiesOn(tx, { personId: actingFor, role, departmentId, day })
    const decision = grant(asked, {
      actor,
      personExists: (await findPerson(tx, personId)) !== undefined,
      principalHolds: Boolean(principal?.some((theirs) => theirs.actingFor === null)),
    })
    if (!decision.ok) return decision

    const now = await tx.now()
    const id = newId(now, app.random)
    if (!(await insertGrant(tx, { id, ...asked }))) return no('already_granted')
    await record(tx, app.random, {
      departmentId: asked.departmentId,
      kind: 'role.granted',
      subject: { type: 'person', id: asked.personId },
      fileId: null,
      actor,
      at: now,
      facts: {
        ...{ role: asked.role, from: asked.fromDay, until: asked.untilDay, limit: asked.limitCents },
        ...(actingFor ? { actingFor } : {}),
      },
    })
    return decision
  })
}

/** Ends a role at once. */
export function endGrant(app: App, actor: Actor, input: { id: string }): Promise<Decision<Grant, AccountRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    if (actor.kind === 'staff') await lockAdministration(tx, actor.departmentId)
    const now = await tx.now()
    const given = await lockGrant(tx, input.id)
    const otherAdministrators = given ? await administratorsBeside(tx, given, now) : 0
    const decision = rules.endGrant(given, actor, { otherAdministrators })
    if (!decision.ok) return decision

    const { id, departmentId, personId, role } = decision.value
    const by = actorId(actor) ?? personId
    await endGrantRow(tx, id, { id: by, at: now })
    const subject = { type: 'person', id: personId }
    await record(tx, app.random, {
      departmentId,
      kind: 'role.ended',
      subject,
      fileId: null,
      actor,
      at: now,
      facts: { role },
    })
    return decision
  })
}

/** The supplier with this address, made the first time that somebody proves to read its mail. */
export async function verifiedSupplier(
  app: App,
  input: { email: string; language: Language; name?: string },
): Promise<Person> {
  return app.transaction(scopeOf(system), async (tx) => {
    const known = await findPersonByEmail(tx, input.email)
    if (known) return known
    const now = await tx.now()
    const { email, language, name = '' } = input
    return insertPerson(tx, { id: newId(now, app.random), email, language, name, demo: false }, now)
  })
}
