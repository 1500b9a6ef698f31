import { addPerson, createDepartment, grantRole } from '../accounts/commands.ts'
import { type Staff, type StaffRole, type Supplier, system } from '../accounts/rules.ts'
import type { Department } from '../accounts/store.ts'
import type { App } from '../platform/app.ts'
import { type Day, day } from '../platform/day.ts'
import type { Decision } from '../platform/decision.ts'
import type { Language } from '../platform/i18n.ts'

type Role = { readonly name: string; readonly language: Language; readonly role: StaffRole; readonly team?: string }

/** Everybody of the fictional department: one person for each role, and a second where two must act. */
export const waterwaysCast = {
  client: { name: 'Claire Arsenault', language: 'en', role: 'client', team: 'Licensing' },
  client2: { name: 'Colin Baptiste', language: 'fr', role: 'client', team: 'Charts and Tides' },
  program: { name: 'Paul Gauthier', language: 'en', role: 'program_team' },
  program2: { name: 'Pauline Hébert', language: 'fr', role: 'program_team' },
  procurement: { name: 'Priya Nair', language: 'en', role: 'procurement' },
  section32: { name: 'Sam Okafor', language: 'en', role: 'section_32' },
  section34: { name: 'Simone Roy', language: 'fr', role: 'section_34' },
  finance: { name: 'Farid Haddad', language: 'en', role: 'finance' },
  cardholder: { name: 'Carmen Diaz', language: 'en', role: 'cardholder' },
  signatory: { name: 'Sylvie Tremblay', language: 'fr', role: 'signatory' },
  observer: { name: 'Omar Lévesque', language: 'fr', role: 'observer' },
  administrator: { name: 'Ada MacDonald', language: 'en', role: 'administrator' },
} as const satisfies Readonly<Record<string, Role>>
export type WaterwaysRole = keyof typeof waterwaysCast
export type WaterwaysStaff = Readonly<Record<WaterwaysRole, Staff>>

export const waterways = {
  code: 'DW',
  name: { en: 'Department of Waterways', fr: 'Ministère des Voies navigables' },
  mailbox: 'micro@waterways.example',
  postalAddress: '1 Quay Street, Ottawa ON K1A 0A1',
}

/** Sets up the fictional department and its people. Everything in it is made up, and it says so. */
export async function settleWaterways(app: App): Promise<WaterwaysStaff> {
  const department = settled(await createDepartment(app, system, { ...waterways, simulated: true }))
  const since = day('2020-01-01')
  const join = (key: WaterwaysRole) => joinAs(app, department, { ...waterwaysCast[key], address: key, since })
  return {
    client: await join('client'),
    client2: await join('client2'),
    program: await join('program'),
    program2: await join('program2'),
    procurement: await join('procurement'),
    section32: await join('section32'),
    section34: await join('section34'),
    finance: await join('finance'),
    cardholder: await join('cardholder'),
    signatory: await join('signatory'),
    observer: await join('observer'),
    administrator: await join('administrator'),
  }
}

/** A supplier of the demonstration, whose address needs no proof. */
export async function settleSupplier(
  app: App,
  { name, email, language }: { name: string; email: string; language: Language },
): Promise<Supplier> {
  const { id } = settled(await addPerson(app, system, { name, email, language, demo: true }))
  return { kind: 'supplier', id, name, email }
}

async function joinAs(
  app: App,
  { id: departmentId, code, timeZone, mailbox }: Department,
  { name, language, role, team, address, since }: Role & { address: string; since: Day },
): Promise<Staff> {
  const email = `${address}@${mailbox.split('@')[1] ?? ''}`
  const { id } = settled(await addPerson(app, system, { email, name, language, demo: true }))
  const limitCents = role === 'section_32' || role === 'section_34' || role === 'signatory' ? 2_500_000 : null
  settled(
    await grantRole(app, system, { departmentId, personId: id, role, fromDay: since, limitCents, team: team ?? null }),
  )
  return { kind: 'staff', id, name, email, departmentId, departmentCode: code, timeZone, roles: [role] }
}

/** What the demonstration asks for is always allowed; a refusal is a fault of the demonstration. */
function settled<Value>(decision: Decision<Value, string>): Value {
  if (decision.ok) return decision.value
  throw new Error(`the demonstration was refused: ${decision.because}`)
}
