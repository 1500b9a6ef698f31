import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import type { Actor, Staff, StaffRole, Supplier } from '../src/accounts/rules.ts'
import { startSession } from '../src/accounts/sessions.ts'
import { createServer } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import type { App } from '../src/platform/app.ts'
import { type Database, openDatabase } from '../src/platform/db.ts'
import type { Language } from '../src/platform/i18n.ts'
import { newId } from '../src/platform/ids.ts'
import type { Keys } from '../src/platform/keys.ts'
import { type ClonedDatabase, cloneDatabase } from './cloned.ts'

/** People of the small known world: one for each role, and a second where two must act. */
const cast = {
  client: ['Claire Arsenault', ['client']],
  client2: ['Colin Baptiste', ['client']],
  program: ['Paul Gauthier', ['program_team']],
  program2: ['Pauline Hébert', ['program_team']],
  procurement: ['Priya Nair', ['procurement']],
  section32: ['Sam Okafor', ['section_32']],
  section34: ['Simone Roy', ['section_34']],
  finance: ['Farid Haddad', ['finance']],
  cardholder: ['Carmen Diaz', ['cardholder']],
  signatory: ['Sylvie Tremblay', ['signatory']],
  observer: ['Omar Lévesque', ['observer']],
  administrator: ['Ada MacDonald', ['administrator']],
} as const satisfies Record<string, readonly [string, readonly StaffRole[]]>
export type Cast = keyof typeof cast

export type Answer = { status: number; body: string; location: string | undefined; headers: Record<string, unknown> }

export type World = {
  /** The side that serves pages. */
  app: App
  /** The side that runs jobs; it alone holds the seal key. */
  worker: App
  database: ClonedDatabase
  server: FastifyInstance
  departmentId: string
  staff: Record<Cast, Staff>
  /** The injected instant; assign it to travel. `live()` gives the database clock back. */
  now: Date
  live(): void
  /** A supplier with a verified address. */
  supplier(name: string): Promise<Supplier>
  /** Asks as a person: `await world.as(world.staff.client).get('/en/home')`. */
  as(actor: Actor | null): {
    get(url: string): Promise<Answer>
    post(url: string, form: Record<string, string | readonly string[]>): Promise<Answer>
    /** The same with files, as a browser sends them. */
    upload(url: string, form: FormData): Promise<Answer>
  }
  newId(): string
  close(): Promise<void>
}

/**
 * A migrated database of this file's own with one department and one person per role, and the real server in memory.
 * Outside the test runner it is given the database.
 */
export async function openWorld(
  startAt = new Date('2026-05-04T14:00:00Z'),
  given: { database?: ClonedDatabase } = {},
): Promise<World> {
  const database = given.database ?? (await cloneDatabase())
  let now: Date | undefined = startAt
  const clock = () => now ?? new Date()
  const opened: Database[] = []
  const open = (role: 'opportune_web' | 'opportune_worker') => {
    const made = openDatabase({ url: database.appUrl, role, poolSize: 8, clock: injected })
    opened.push(made)
    return made
  }
  // An absent instant gives '' to the database, which then reads its own clock.
  const injected = () => now ?? ({ toISOString: () => '' } as Date)
  const read = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATA_DIR: '/tmp/opportune-test-world', DEMO: '1' })
  if (!read.ok) throw new Error('the test settings are refused')
  const common = { config: read.value, log: pino({ level: 'silent' }), clock, random: randomBytes }
  const keys = await testKeys()
  const web = open('opportune_web')
  const worker = open('opportune_worker')
  const app: App = {
    ...common,
    keys: { ...keys, seal: undefined },
    read: web.read,
    transaction: web.transaction,
    alone: web.alone,
  }
  const workerApp: App = { ...common, keys, read: worker.read, transaction: worker.transaction, alone: worker.alone }
  const { departmentId, staff } = await settle(app)
  const server = await createServer(app, emptyAssets)

  const world: World = {
    app,
    worker: workerApp,
    database,
    server,
    departmentId,
    staff,
    get now() {
      return clock()
    },
    set now(instant: Date) {
      now = instant
    },
    live() {
      now = undefined
    },
    async supplier(name) {
      const id = newId(clock(), randomBytes)
      const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.ca`
      await app.transaction('everything', (tx) =>
        tx.insertInto('people').values({ id, email, name, language: 'en', createdAt: clock() }).execute(),
      )
      return { kind: 'supplier', id, name, email }
    },
    as(actor) {
      return {
        get: async (url) => answered(await server.inject({ method: 'GET', url, headers: await headersOf(app, actor) })),
        post: async (url, form) =>
          answered(
            await server.inject({
              method: 'POST',
              url,
              headers: {
                ...(await headersOf(app, actor)),
                'content-type': 'application/x-www-form-urlencoded',
                'sec-fetch-site': 'same-origin',
              },
              payload: encoded(form),
            }),
          ),
        async upload(url, form) {
          const body = new Response(form)
          const headers = {
            ...(await headersOf(app, actor)),
            'content-type': body.headers.get('content-type') ?? '',
            'sec-fetch-site': 'same-origin',
          }
          const payload = Buffer.from(await body.arrayBuffer())
          return answered(await server.inject({ method: 'POST', url, headers, payload }))
        },
      }
    },
    newId: () => newId(clock(), randomBytes),
    async close() {
      await server.close()
      for (const each of opened) await each.close()
      await database.drop()
    },
  }
  return world
}

async function settle(app: App): Promise<{ departmentId: string; staff: Record<Cast, Staff> }> {
  const departmentId = newId(app.clock(), randomBytes)
  const staff: Partial<Record<Cast, Staff>> = {}
  await app.transaction('everything', async (tx) => {
    await tx
      .insertInto('departments')
      .values({
        id: departmentId,
        code: 'DW',
        nameEn: 'Department of Waterways',
        nameFr: 'Ministère des Voies navigables',
        mailbox: 'micro@waterways.example',
        postalAddress: '1 Quay Street, Ottawa ON K1A 0A1',
      })
      .execute()
    for (const [key, [name, roles]] of Object.entries(cast)) {
      const id = newId(app.clock(), randomBytes)
      const address = `${key}@waterways.example`
      const language: Language = key.endsWith('2') ? 'fr' : 'en'
      await tx.insertInto('people').values({ id, email: address, name, language, demo: true }).execute()
      for (const role of roles) {
        await tx
          .insertInto('roleGrants')
          .values({
            id: newId(app.clock(), randomBytes),
            departmentId,
            personId: id,
            role,
            fromDay: '2020-01-01',
            limitCents: 2_500_000,
          })
          .execute()
      }
      staff[key as Cast] = {
        kind: 'staff',
        id,
        name,
        email: address,
        departmentId,
        departmentCode: 'DW',
        timeZone: 'America/Toronto',
        roles: [...roles],
      }
    }
  })
  return { departmentId, staff: staff as Record<Cast, Staff> }
}

async function testKeys(): Promise<Keys> {
  const ring = (byte: number) => {
    const current = { id: byte.toString(16).padStart(16, '0'), key: Buffer.alloc(32, byte) }
    return { current, byId: (id: string) => (id === current.id ? current : undefined) }
  }
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    seal: ring(1),
    draft: ring(2),
    code: Buffer.alloc(32, 3),
    signing: {
      ...{ id: '0000000000000004', privateKey, publicKey },
      publicBytes: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32),
    },
    escrowRecipient: await identityToRecipient(await generateX25519Identity()),
  }
}

const emptyAssets = {
  addresses: { tokens: '/assets/tokens.css', ui: '/assets/ui.css', script: '/assets/enhance.js' },
  files: new Map(),
}

async function headersOf(app: App, actor: Actor | null): Promise<Record<string, string>> {
  if (actor === null || actor.kind === 'visitor' || actor.kind === 'system') return { host: 'localhost:8080' }
  const token = await app.transaction('everything', (tx) =>
    startSession(tx, app, { personId: actor.id, departmentId: actor.kind === 'staff' ? actor.departmentId : null }),
  )
  return { host: 'localhost:8080', cookie: `opportune=${token}` }
}

function encoded(form: Record<string, string | readonly string[]>): string {
  const pairs = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) pairs.append(name, one)
  return pairs.toString()
}

const answered = (response: { statusCode: number; body: string; headers: Record<string, unknown> }): Answer => ({
  status: response.statusCode,
  body: response.body,
  location: typeof response.headers.location === 'string' ? response.headers.location : undefined,
  headers: response.headers,
})
