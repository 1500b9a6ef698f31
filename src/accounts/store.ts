import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Tx } from '../platform/db.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { parseDay } from '../platform/time.ts'
import { type Authority, highest, type StaffRole, staffRoles } from './rules.ts'

export type Person = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly language: Language
  readonly demo: boolean
}
export type Department = {
  readonly id: string
  readonly code: string
  readonly name: Text
  /** The program's mailbox: the one contact that the public sees. */
  readonly mailbox: string
  readonly postalAddress: string
  readonly timeZone: string
  /** Made up for a demonstration or a trial. */
  readonly simulated: boolean
}
export type Grant = {
  readonly id: string
  readonly departmentId: string
  readonly personId: string
  readonly role: StaffRole
  readonly fromDay: Day
  readonly untilDay: Day | null
  readonly limitCents: number | null
  readonly team: string | null
  /** In whose place the person acts; null in their own name. */
  readonly actingFor: string | null
}

export async function insertDepartment(tx: Tx, department: Department, createdAt: Date): Promise<void> {
  const { name, ...rest } = department
  await tx
    .insertInto('departments')
    .values({ ...rest, nameEn: name.en, nameFr: name.fr, createdAt })
    .execute()
}

export async function findDepartment(tx: Tx, id: string): Promise<Department | undefined> {
  const row = await tx.selectFrom('departments').selectAll().where('id', '=', id).executeTakeFirst()
  return row && departmentFrom(row)
}

export async function findDepartmentByCode(tx: Tx, code: string): Promise<Department | undefined> {
  const row = await tx.selectFrom('departments').selectAll().where('code', '=', code).executeTakeFirst()
  return row && departmentFrom(row)
}

/** All departments, by code. */
export async function listDepartments(tx: Tx): Promise<Department[]> {
  const rows = await tx.selectFrom('departments').selectAll().orderBy('code').execute()
  return rows.map(departmentFrom)
}

export async function findPerson(tx: Tx, id: string): Promise<Person | undefined> {
  return tx.selectFrom('people').select(personColumns).where('id', '=', id).executeTakeFirst()
}

export async function findPersonByEmail(tx: Tx, email: string): Promise<Person | undefined> {
  return tx.selectFrom('people').select(personColumns).where('email', '=', email.toLowerCase()).executeTakeFirst()
}

/** People by their ids, for pages that name who acted. */
export async function peopleById(tx: Tx, ids: readonly string[]): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('people')
    .select(personColumns)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((person) => [person.id, person]))
}

/** Adds the person, or finds the one with this address: an address is one person. */
export async function insertPerson(tx: Tx, person: Person, createdAt: Date): Promise<Person> {
  await tx
    .insertInto('people')
    .values({ ...person, email: person.email.toLowerCase(), createdAt })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute()
  return tx
    .selectFrom('people')
    .select(personColumns)
    .where('email', '=', person.email.toLowerCase())
    .executeTakeFirstOrThrow()
}

export async function renamePerson(tx: Tx, id: string, name: string): Promise<void> {
  await tx.updateTable('people').set({ name }).where('id', '=', id).execute()
}

/** False when the person has this role, in the same place, from this very day already. */
export async function insertGrant(tx: Tx, grant: Grant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('roleGrants')
    .values(grant)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Holds the grant until the transaction ends; nothing when there is none, or it has been ended. */
export async function lockGrant(tx: Tx, id: string): Promise<Grant | undefined> {
  const row = await tx
    .selectFrom('roleGrants')
    .select(grantColumns)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row && grantFrom(row)
}

/** Two administrators never end one another’s role at once: who takes the lock second sees what the first one did. */
export async function lockAdministration(tx: Tx, departmentId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${departmentId}::text, 11))`.execute(tx)
}

/** How many other people administer the department of this grant at this instant, in their own name and without a last day. */
export async function administratorsBeside(
  tx: Tx,
  { departmentId, personId }: Pick<Grant, 'departmentId' | 'personId'>,
  at: Date,
): Promise<number> {
  const { count } = await tx
    .selectFrom('roleGrants')
    .select((row) => row.fn.count<number>('personId').distinct().as('count'))
    .where('departmentId', '=', departmentId)
    .where('role', '=', 'administrator')
    .where('personId', '<>', personId)
    .where('fromDay', '<=', at.toISOString().slice(0, 10))
    .where('untilDay', 'is', null)
    .where('actingFor', 'is', null)
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export async function endGrantRow(tx: Tx, id: string, by: { id: string; at: Date }): Promise<void> {
  await tx.updateTable('roleGrants').set({ endedAt: by.at, endedBy: by.id }).where('id', '=', id).execute()
}

export type ListedGrant = Grant & {
  readonly name: string
  readonly actingForName: string | null
  readonly endedAt: Date | null
}

/** Every grant of these roles in a department, newest first, ended ones included. */
export async function grantsOf(tx: Tx, departmentId: string, roles: readonly StaffRole[]): Promise<ListedGrant[]> {
  const rows = await tx
    .selectFrom('roleGrants')
    .innerJoin('people', 'people.id', 'roleGrants.personId')
    .leftJoin('people as principal', 'principal.id', 'roleGrants.actingFor')
    .select(grantColumns)
    .select(['people.name', 'principal.name as actingForName', 'roleGrants.endedAt'])
    .where('roleGrants.departmentId', '=', departmentId)
    .where('role', 'in', [...roles])
    .orderBy('fromDay', 'desc')
    .orderBy('people.name')
    .execute()
  return rows.map(({ name, actingForName, endedAt, ...row }) => ({ ...grantFrom(row), name, actingForName, endedAt }))
}

type OnDay = { readonly departmentId: string; readonly day: Day }

/** The roles of a person in a department on a day, in the order of the list of roles. */
export async function validRoles(
  tx: Tx,
  { personId, departmentId, day }: OnDay & { personId: string },
): Promise<StaffRole[]> {
  const rows = await grantsOn(tx, { departmentId, day }).where('personId', '=', personId).select('role').execute()
  const held = new Set(rows.map(({ role }) => role))
  return staffRoles.filter((role) => held.has(role))
}

/** Who holds one of these roles in a department on a day, by name: whom to write to, whom to choose from. */
export async function holdersOf(tx: Tx, roles: readonly StaffRole[], { departmentId, day }: OnDay): Promise<Person[]> {
  return tx
    .selectFrom('people')
    .select(personColumns)
    .where(
      'id',
      'in',
      grantsOn(tx, { departmentId, day })
        .where('role', 'in', [...roles])
        .select('personId'),
    )
    .orderBy('name')
    .execute()
}

/**
 * All that lets a person sign in a role on a day. Acting counts only while whoever is acted for holds the role in their
 * own name, and never for more than they may sign themselves.
 */
export async function authoritiesOn(
  tx: Tx,
  { personId, role, departmentId, day }: OnDay & { personId: string; role: StaffRole },
): Promise<Authority[]> {
  const rows = await grantsOn(tx, { departmentId, day })
    .where('role', '=', role)
    .where((grant) =>
      grant.or([
        grant('personId', '=', personId),
        grant.and([
          grant('actingFor', 'is', null),
          grant(
            'personId',
            'in',
            grantsOn(tx, { departmentId, day })
              .where('personId', '=', personId)
              .where('role', '=', role)
              .where('actingFor', 'is not', null)
              .select((acting) => acting.ref('actingFor').$notNull().as('actingFor')),
          ),
        ]),
      ]),
    )
    .select(['personId', 'limitCents', 'actingFor'])
    .execute()
  const own = rows.filter((row) => row.personId === personId)
  return own.flatMap(({ limitCents, actingFor }): Authority[] => {
    if (actingFor === null) return [{ limit: limitCents, actingFor }]
    return rows
      .filter((row) => row.personId === actingFor)
      .map((theirs) => ({ limit: lower(limitCents, theirs.limitCents), actingFor }))
  })
}

/** Up to how much a person may sign in a role on a day, in their own name or acting: null for no limit, undefined for no such role. */
export async function signingLimit(
  tx: Tx,
  on: OnDay & { personId: string; role: StaffRole },
): Promise<number | null | undefined> {
  return highest(await authoritiesOn(tx, on))?.limit
}

const lower = (one: number | null, other: number | null): number | null =>
  one === null ? other : other === null ? one : Math.min(one, other)

/** The team in whose name a person acts in a role on a day. */
export async function teamOf(
  tx: Tx,
  { personId, role, departmentId, day }: OnDay & { personId: string; role: StaffRole },
): Promise<string | undefined> {
  const row = await grantsOn(tx, { departmentId, day })
    .where('personId', '=', personId)
    .where('role', '=', role)
    .where('team', 'is not', null)
    .select('team')
    .executeTakeFirst()
  return row?.team ?? undefined
}

export type Member = { readonly person: Person; readonly departmentId: string; readonly roles: readonly StaffRole[] }

/** Everybody with a role in a department on a day, with their roles, by name. */
export async function membersOf(tx: Tx, on: OnDay): Promise<Member[]> {
  const rows = await grantsOn(tx, on)
    .innerJoin('people', 'people.id', 'roleGrants.personId')
    .select(['people.id', 'people.email', 'people.name', 'people.language', 'people.demo', 'roleGrants.role'])
    .orderBy('people.name')
    .orderBy('people.id')
    .execute()
  const members = new Map<string, { person: Person; roles: Set<StaffRole> }>()
  for (const { role, ...person } of rows) {
    const member = members.get(person.id) ?? { person, roles: new Set() }
    members.set(person.id, { person, roles: member.roles.add(role) })
  }
  return [...members.values()].map(({ person, roles }) => ({
    person,
    departmentId: on.departmentId,
    roles: staffRoles.filter((role) => roles.has(role)),
  }))
}

/** People of the demonstration who hold no role anywhere: its suppliers. */
export async function demoSuppliers(tx: Tx): Promise<Person[]> {
  return tx
    .selectFrom('people')
    .select(personColumns)
    .where('demo', '=', true)
    .where('id', 'not in', tx.selectFrom('roleGrants').select('personId'))
    .orderBy('name')
    .execute()
}

const personColumns = ['id', 'email', 'name', 'language', 'demo'] as const

const grantsOn = (tx: Tx, { departmentId, day }: OnDay) =>
  tx
    .selectFrom('roleGrants')
    .where('roleGrants.departmentId', '=', departmentId)
    .where('fromDay', '<=', day)
    .where((grant) => grant.or([grant('untilDay', 'is', null), grant('untilDay', '>=', day)]))
    .where('roleGrants.endedAt', 'is', null)

const grantColumns = [
  'roleGrants.id',
  'roleGrants.departmentId',
  'roleGrants.personId',
  'roleGrants.role',
  'roleGrants.fromDay',
  'roleGrants.untilDay',
  'roleGrants.limitCents',
  'roleGrants.team',
  'roleGrants.actingFor',
] as const

function grantFrom({
  fromDay,
  untilDay,
  ...row
}: Omit<Grant, 'fromDay' | 'untilDay'> & { fromDay: string; untilDay: string | null }): Grant {
  const from = parseDay(fromDay)
  if (!from) throw new Error(`grant ${row.id} has no first day`)
  return { ...row, fromDay: from, untilDay: untilDay === null ? null : (parseDay(untilDay) ?? null) }
}

function departmentFrom(row: {
  id: string
  code: string
  nameEn: string
  nameFr: string
  mailbox: string
  postalAddress: string
  timeZone: string
  simulated: boolean
}): Department {
  const { id, code, nameEn, nameFr, mailbox, postalAddress, timeZone, simulated } = row
  return { id, code, name: { en: nameEn, fr: nameFr }, mailbox, postalAddress, timeZone, simulated }
}
