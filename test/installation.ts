import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pino } from 'pino'
import { readConfig } from '../src/config.ts'
import type { App } from '../src/platform/app.ts'
import { openDatabase } from '../src/platform/db.ts'
import { newId } from '../src/platform/ids.ts'
import { loadKeys } from '../src/platform/keys.ts'
import { migrate } from '../src/platform/migrations.ts'
import { startPostgres } from '../src/platform/postgres.ts'
import { arrangeSuppliers, type Scene } from './arrange.applications.ts'

export type Installation = {
  app: App
  scene: Scene
  dataDir: string
  appUrl: string
  ownerUrl: string
  /** The process of its PostgreSQL. */
  postmaster(): Promise<number>
  stop(): Promise<void>
}

/** A database server, keys and a department of one's own, outside the test runner: for the long tests. */
export async function openInstallation({ durable }: { durable: boolean }): Promise<Installation> {
  const { stop, ...server } = await openServer({ durable })
  const { app, close } = await ownApp(server.dataDir, server.appUrl)
  return { ...server, app, scene: await sceneIn(app), stop: () => close().then(stop) }
}

/** The same without anybody in it: migrated, and empty. */
export async function openServer({ durable }: { durable: boolean }): Promise<Omit<Installation, 'app' | 'scene'>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'opportune-soak-'))
  const postgres = await startPostgres({ dataDir, durable, log: { info() {}, warn() {} } })
  await migrate(postgres.ownerUrl, { appUrl: postgres.appUrl })
  return {
    ...{ dataDir, appUrl: postgres.appUrl, ownerUrl: postgres.ownerUrl },
    async postmaster() {
      const file = join(await homeOf(dataDir), 'cluster', 'postmaster.pid')
      return Number((await readFile(file, 'utf8')).split('\n')[0])
    },
    async stop() {
      await postgres.stop()
      const home = await homeOf(dataDir)
      if (!home.startsWith(dataDir)) await rm(dirname(home), { recursive: true, force: true })
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export const environment = (dataDir: string, url: string) => ({
  ...{ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATA_DIR: dataDir, DATABASE_URL: url, BASE_URL: 'http://127.0.0.1' },
})

async function ownApp(dataDir: string, url: string): Promise<{ app: App; close: () => Promise<void> }> {
  const read = readConfig(environment(dataDir, url))
  if (!read.ok) throw new Error('the settings are refused')
  const database = openDatabase({ url, role: 'opportune_worker', poolSize: 4 })
  const app: App = {
    ...{ config: read.value, keys: await loadKeys(read.value, randomBytes), random: randomBytes },
    ...{ read: database.read, transaction: database.transaction, alone: database.alone },
    log: pino({ level: 'silent' }),
    clock: () => new Date(),
  }
  return { app, close: database.close }
}

async function sceneIn(app: App): Promise<Scene> {
  const departmentId = newId(app.clock(), randomBytes)
  const [client] = await arrangeSuppliers(app, 1)
  const names = { nameEn: 'Department of Waterways', nameFr: 'Ministère des Voies navigables' }
  await app.transaction('everything', (tx) =>
    tx
      .insertInto('departments')
      .values({ id: departmentId, code: 'DW', ...names, mailbox: 'micro@example.ca', postalAddress: '1 Quay Street' })
      .execute(),
  )
  return { app, worker: app, departmentId, clientId: client?.id ?? '' }
}

/** The folder of the embedded database: below the data folder, or where that points. */
async function homeOf(dataDir: string): Promise<string> {
  const pointer = await readFile(join(dataDir, 'postgres.location'), 'utf8').catch(() => '')
  return pointer.trim() || join(dataDir, 'postgres')
}
