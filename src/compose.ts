import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { type Config, problemLine, readConfig } from './config.ts'
import type { App } from './platform/app.ts'
import { openDatabase } from './platform/db.ts'
import type { Text } from './platform/i18n.ts'
import { KeyError, type Keys, loadKeys } from './platform/keys.ts'
import { logger } from './platform/log.ts'
import { MigrationError, migrate, pendingMigrations } from './platform/migrations.ts'
import { followPublicVersion, type PublicVersion } from './platform/pageCache.version.ts'
import { PostgresError, type RunningPostgres, startPostgres } from './platform/postgres.ts'

/** The program cannot start, for a reason that the person who starts it can repair. */
export class StartRefused extends Error {
  readonly text: Text
  readonly exitCode: number

  constructor(text: Text, exitCode: number) {
    super(text.en)
    this.name = 'StartRefused'
    this.text = text
    this.exitCode = exitCode
  }
}

export type Composed = {
  config: Config
  log: Logger
  /** The side that serves pages: without the seal key. */
  web: App
  /** The side that runs jobs, replays and reports: with the seal key. */
  worker: App
  workerPool: Pool
  /** Hears from now on of changes to what the public reads. Stop it before the program is closed. */
  followPublicVersion(): PublicVersion
  /** The same program at another instant: for the replay and the demonstration's past. */
  at(clock: () => Date): Composed
  close(): Promise<void>
}

/** Settings, from the environment. @throws StartRefused with a line for each setting that is wrong. */
export function configured(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = readConfig(environment)
  if (read.ok) return read.value
  const lines = read.problems.map(problemLine)
  throw new StartRefused(
    { en: lines.map((line) => line.en).join('\n'), fr: lines.map((line) => line.fr).join('\n') },
    2,
  )
}

/** Starts or joins the database, migrates it when it may, reads the keys, opens the pools. @throws StartRefused */
export async function compose(
  config: Config,
  clock: () => Date,
  log: Logger = logger(config.logLevel),
): Promise<Composed> {
  await mkdir(config.dataDir, { recursive: true })
  const embedded = config.databaseUrl
    ? undefined
    : await refusing(() =>
        startPostgres({
          dataDir: config.dataDir,
          log: { info: (line) => log.info(line), warn: (line) => log.warn(line) },
        }),
      )
  // Whatever stops us from starting, the server that we started is not left behind, nor our connection to it.
  const { url, keys } = await prepare(config, embedded).catch(async (error: unknown) => {
    await embedded?.stop()
    throw error
  })
  const onError = (error: Error) => log.warn({ err: error }, 'a database connection broke')

  const open = (injected?: () => Date): Composed => {
    const given = injected ? { clock: injected } : {}
    const web = openDatabase({ url, role: 'opportune_web', poolSize: 30, onError, ...given })
    const worker = openDatabase({ url, role: 'opportune_worker', poolSize: 12, onError, ...given })
    const common = { config, log, clock: injected ?? clock, random: randomBytes }
    return {
      config,
      log,
      web: {
        ...common,
        keys: { ...keys, seal: undefined },
        read: web.read,
        transaction: web.transaction,
        alone: web.alone,
      },
      worker: { ...common, keys, read: worker.read, transaction: worker.transaction, alone: worker.alone },
      workerPool: worker.pool,
      followPublicVersion: () => followPublicVersion({ url, role: 'opportune_web', log, clock }),
      at: open,
      async close() {
        await Promise.all([web.close(), worker.close()])
        if (!injected) await embedded?.stop()
      },
    }
  }
  return open()
}

/** Migrates the database when it may, and reads the keys. @throws StartRefused */
async function prepare(config: Config, embedded: RunningPostgres | undefined): Promise<{ url: string; keys: Keys }> {
  const url = config.databaseUrl ?? embedded?.appUrl ?? ''
  const ownerUrl = config.databaseUrl ? config.databaseOwnerUrl : embedded?.ownerUrl
  if (ownerUrl) await refusing(() => migrate(ownerUrl, { appUrl: url }))
  else if ((await pendingMigrations(url)).length > 0) throw new StartRefused(notMigrated, 1)
  return { url, keys: await refusing(() => loadKeys(config, randomBytes)) }
}

const notMigrated: Text = {
  en: 'The database is not migrated: run bin/opportune migrate with DATABASE_OWNER_URL.',
  fr: 'La base de données n’est pas à jour\u00a0: lancez bin/opportune migrate avec DATABASE_OWNER_URL.',
}

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof PostgresError || error instanceof MigrationError || error instanceof KeyError)
      throw new StartRefused(error.text, 1)
    throw error
  }
}
