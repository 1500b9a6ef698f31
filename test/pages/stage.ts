import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Who } from '../../src/accounts/routing.ts'
import type { StaffRole } from '../../src/accounts/rules.ts'
import { startSession } from '../../src/accounts/sessions.ts'
import { loadDemoWorld } from '../../src/admin/demo.ts'
import { createServer } from '../../src/app.ts'
import { compose, configured } from '../../src/compose.ts'
import type { App } from '../../src/platform/app.ts'
import type { Tx } from '../../src/platform/db.ts'
import { freshAssets } from './assets.ts'

/** Somebody who looks at the site: a stranger, a supplier, a member of staff. */
export type Asker = {
  readonly name: string
  readonly kind: 'visitor' | 'supplier' | 'staff'
  readonly roles: readonly StaffRole[]
  readonly personId: string | undefined
  readonly cookie: string
}

/** The real server over a database with something in it, and everybody who may ask it. */
export type Stage = {
  readonly app: App
  readonly server: FastifyInstance
  readonly askers: readonly Asker[]
  /** Addresses that only a letter holds; whoever has one may ask. */
  readonly letters?: readonly string[]
  close(): Promise<void>
}

/** The demonstration world, on a database of one's own: the one given, else one that is started and thrown away. */
export async function openDemoStage({
  database,
  ...among
}: {
  database?: { ownerUrl: string; appUrl: string }
} & Among): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'opportune-pages-'))
  const program = await compose(
    configured({
      ...{ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATA_DIR: dataDir, DEMO: '1', BASE_URL: 'http://localhost:8080' },
      ...(database ? { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl } : {}),
    }),
    () => new Date(),
  )
  await loadDemoWorld(program, () => {})
  const server = await createServer(program.web, await freshAssets())
  return {
    ...{ app: program.web, server, askers: await askersOf(program.web, among) },
    async close() {
      await server.close()
      await program.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Enough for every state to be seen; `bin/soak crawl` asks as everybody. */
export const few: Among = { suppliers: 2, colleagues: 2 }

/** How many people of a kind look: those who have acted on the most files first. */
export type Among = { readonly suppliers: number; readonly colleagues: number }

/** A stranger, some colleagues of each role, and suppliers: one for each state of an application, an offer, a contract and an invoice, and some more. */
export async function askersOf(app: App, { suppliers, colleagues }: Among): Promise<Asker[]> {
  const { staff, others, inStates } = await app.read('everything', async (tx) => ({
    staff: await tx
      .selectFrom('roleGrants')
      .innerJoin('people', 'people.id', 'roleGrants.personId')
      .select(['people.id', 'people.name', 'roleGrants.departmentId', 'roleGrants.role'])
      .orderBy(
        (query) =>
          query
            .selectFrom('fileDuties')
            .whereRef('fileDuties.personId', '=', 'people.id')
            .select(({ fn }) => fn.countAll().as('acts')),
        'desc',
      )
      .orderBy('people.id')
      .execute(),
    others: await tx
      .selectFrom('people')
      .leftJoin('applications', 'applications.supplierId', 'people.id')
      .select(({ fn }) => ['people.id', 'people.name', fn.count('applications.id').as('count')])
      .where('people.id', 'not in', (query) => query.selectFrom('roleGrants').select('personId'))
      .groupBy(['people.id', 'people.name'])
      .orderBy('count', 'desc')
      .orderBy('people.id')
      .execute(),
    inStates: await suppliersByState(tx),
  }))
  const chosen = new Set([...inStates, ...others.slice(0, suppliers).map(({ id }) => id)])
  const visitor: Asker = { name: 'visitor', kind: 'visitor', roles: [], personId: undefined, cookie: '' }
  const members = new Map<string, { called: string; departmentId: string; roles: StaffRole[] }>()
  for (const { id, name: called, departmentId, role } of staff) {
    const member = members.get(id) ?? { called, departmentId, roles: [] }
    members.set(id, { ...member, roles: [...member.roles, role as StaffRole] })
  }
  const askers = [visitor]
  for (const { id, name } of others) {
    if (!chosen.has(id)) continue
    const cookie = await cookieOf(app, id, null)
    askers.push({ name: `supplier ${name}`, kind: 'supplier', roles: [], personId: id, cookie })
  }
  const seated = new Map<string, number>()
  for (const [id, { called, departmentId, roles }] of members) {
    const seat = seated.get(roles.join()) ?? 0
    seated.set(roles.join(), seat + 1)
    if (seat >= colleagues) continue
    const name = `${roles.join('+')} ${called}`
    askers.push({ name, kind: 'staff', roles, personId: id, cookie: await cookieOf(app, id, departmentId) })
  }
  return askers
}

export const mayAsk = (who: Who, { kind, roles }: Asker): boolean =>
  who === 'public' || (kind === 'supplier' ? who.includes('supplier') : roles.some((role) => who.includes(role)))

export const headersOf = ({ cookie }: Asker): Record<string, string> => ({
  host: 'localhost:8080',
  'sec-fetch-site': 'same-origin',
  ...(cookie ? { cookie } : {}),
})

/** The fewest people who show each state: who shows several is asked first. */
async function suppliersByState(tx: Tx): Promise<string[]> {
  const states = new Map<string, string[]>()
  const add = (table: string, rows: readonly { supplierId: string; state: string }[]): void => {
    for (const { supplierId, state } of rows)
      states.set(supplierId, [...(states.get(supplierId) ?? []), `${table} ${state}`])
  }
  for (const table of ['applications', 'contracts', 'invoices'] as const)
    add(table, await tx.selectFrom(table).select(['supplierId', 'state']).orderBy('supplierId').execute())
  const offers = tx
    .selectFrom('offers')
    .innerJoin('applications', 'applications.id', 'offers.applicationId')
    .select(['applications.supplierId', 'offers.state'])
  add('offers', await offers.orderBy('applications.supplierId').execute())
  const shown = new Set<string>()
  const most = [...states].toSorted((one, other) => new Set(other[1]).size - new Set(one[1]).size)
  return most.flatMap(([supplierId, its]) => {
    const brings = its.some((state) => !shown.has(state))
    for (const state of its) shown.add(state)
    return brings ? [supplierId] : []
  })
}

async function cookieOf(app: App, personId: string, departmentId: string | null): Promise<string> {
  const token = await app.transaction('everything', (tx) => startSession(tx, app, { personId, departmentId }))
  return `opportune=${token}`
}
