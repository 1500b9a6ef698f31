import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { createCluster, readPasswords, refuseOtherMajor } from './postgres.cluster.ts'
import { PostgresError } from './postgres.errors.ts'
import { findPlace, type Place } from './postgres.place.ts'
import { isAlive, lastLines, livePostmaster, type Postmaster, spawnPostmaster } from './postgres.process.ts'

export { PostgresError, type PostgresProblem } from './postgres.errors.ts'

export type PostgresLog = { info(message: string): void; warn(message: string): void }

export type PostgresOptions = {
  /** The program's data folder. The database lives in `postgres/` below it, or where `postgres.location` points. */
  dataDir: string
  log: PostgresLog
  /** False only for tests: a crash of the machine may then lose what was acknowledged. */
  durable?: boolean
}

export type RunningPostgres = {
  /** Superuser of this server: migrations and nothing else. */
  ownerUrl: string
  /** Login without rights of its own: each pool takes one of the roles. */
  appUrl: string
  /** A server that was already running, of another process or orphaned by one that was killed. */
  reused: boolean
  /** Stops the server, unless another process still uses it. Close the pools first. */
  stop(): Promise<void>
}

export const OWNER = 'opportune_owner'
export const APP_LOGIN = 'opportune_app'
const DATABASE = 'opportune'
const PRESENCE_LOCK = 7_350_114
const FIRST_PAUSE_IN_MS = 15
const START_PATIENCE_IN_MS = 30_000
const STOP_PATIENCE_IN_MS = 60_000

/**
 * Starts the embedded PostgreSQL of this data folder, or joins the one that runs there already.
 * PostgreSQL's own lock on its folder decides between two that start at once: the second joins the first.
 * Everybody present holds a shared advisory lock, so the last to leave stops the server. When PostgreSQL is killed
 * under us it is started again on the same port.
 *
 * @throws PostgresError with a sentence in both languages
 */
export async function startPostgres({ dataDir, log, durable = true }: PostgresOptions): Promise<RunningPostgres> {
  const place = await findPlace(dataDir)
  await createCluster(place, { durable })
  await refuseOtherMajor(place)
  const passwords = await readPasswords(place)
  const urlOf = (user: string, password: string, port: number, database: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`

  let presence: Client | undefined
  let stopping = false
  let restarting: Promise<unknown> = Promise.resolve()

  const join = async (again?: { port: number }): Promise<{ port: number; reused: boolean }> => {
    const joined = await joinOrStart(place, {
      durable,
      log,
      port: again?.port,
      urlFor: (port) => urlOf(OWNER, passwords.owner, port, 'postgres'),
    })
    presence = joined.client
    presence.once('end', () => {
      if (stopping) return
      log.warn('PostgreSQL went away; starting it again')
      restarting = join(joined).catch((error: unknown) => log.warn(`PostgreSQL did not come back: ${String(error)}`))
    })
    return joined
  }

  const stop = async (): Promise<void> => {
    stopping = true
    await restarting
    if (presence) await leave(presence, place, log)
    presence = undefined
  }

  const { port, reused } = await join()
  if (presence)
    await createDatabase(presence, passwords.app).catch(async (error: unknown) => {
      await stop()
      throw error
    })
  log.info(`PostgreSQL ${reused ? 'was already running' : 'started'} on port ${port}`)

  return {
    ownerUrl: urlOf(OWNER, passwords.owner, port, DATABASE),
    appUrl: urlOf(APP_LOGIN, passwords.app, port, DATABASE),
    reused,
    stop,
  }
}

type Joining = { durable: boolean; log: PostgresLog; port: number | undefined; urlFor: (port: number) => string }

async function joinOrStart(place: Place, { durable, log, port, urlFor }: Joining) {
  const startedAt = performance.now()
  let own: Awaited<ReturnType<typeof spawnPostmaster>> | undefined
  let attempts = 0
  let pause = FIRST_PAUSE_IN_MS

  for (;;) {
    const running = await livePostmaster(place)
    const client = running?.ready ? await enter(urlFor(running.port)) : undefined
    if (running && client) return { client, port: running.port, reused: running.pid !== own?.pid }

    if (!running && (!own || own.exited())) {
      const words = attempts > 0 ? await lastLines(place, 6) : ''
      const waited = performance.now() - startedAt
      if (attempts > 0 && !mayStartLater(words, attempts, waited)) throw await didNotStart(place)
      own = await spawnPostmaster(place, { durable, port, movable: /could not bind/.test(words) })
      attempts += 1
    }
    await sleep(pause)
    pause = Math.min(pause * 1.3, 500)
    if (pause === 500 && running && !running.ready)
      log.info('PostgreSQL is still starting (it may be recovering from a crash)')
  }
}

/** A connection that holds our presence, or nothing while the server is starting, stopping or being left by its last user. */
async function enter(url: string): Promise<Client | undefined> {
  const client = new Client({ connectionString: url, application_name: 'opportune presence', keepAlive: true })
  client.on('error', () => {}) // 'end' follows, and says the same
  try {
    await client.connect()
    const { rows } = await client.query<{ locked: boolean }>(
      `select pg_try_advisory_lock_shared(${PRESENCE_LOCK}) as locked`,
    )
    if (rows[0]?.locked) return client
  } catch (error) {
    if (!isPassing(error)) throw error
  }
  await client.end().catch(() => {})
  return undefined
}

/** Connection failures that a moment mends: refused, reset, starting up, shutting down, full. */
function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  const codes = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P03', '57P01', '57P02', '53300']
  return codes.includes(code ?? '') || /Connection terminated|not queryable/i.test(message ?? '')
}

/** Asked before it is created: PostgreSQL logs a statement that fails, and this one holds a password. */
async function createDatabase(owner: Client, appPassword: string): Promise<void> {
  const { rowCount: roles } = await owner.query(`select 1 from pg_roles where rolname = '${APP_LOGIN}'`)
  if (!roles) {
    await owner.query(`set log_min_error_statement = panic`)
    await owner.query(`create role ${APP_LOGIN} login noinherit password '${appPassword}'`).catch(whenThere)
    await owner.query(`reset log_min_error_statement`)
  }
  const { rowCount: databases } = await owner.query(`select 1 from pg_database where datname = '${DATABASE}'`)
  if (!databases) await owner.query(`create database ${DATABASE}`).catch(whenThere)
}

/** It exists, or another process creates it at this very moment. */
function whenThere(error: unknown): void {
  const { code } = error as { code?: string }
  if (!['42710', '42P04', '23505', '55006'].includes(code ?? '')) throw error
}

async function leave(presence: Client, place: Place, log: PostgresLog): Promise<void> {
  try {
    await presence.query(`select pg_advisory_unlock_shared(${PRESENCE_LOCK})`)
    const { rows } = await presence.query<{ last: boolean }>(`select pg_try_advisory_lock(${PRESENCE_LOCK}) as last`)
    if (!rows[0]?.last) return log.info('PostgreSQL stays: another process uses it')
    const running = await livePostmaster(place)
    if (running) await shutDown(running, place, log)
  } catch (error) {
    if (!isPassing(error)) throw error // it has stopped already
  } finally {
    await presence.end().catch(() => {})
  }
}

/** SIGINT is PostgreSQL's fast shutdown: sessions are ended, everything is written, nothing is left to recover. */
async function shutDown(running: Postmaster, place: Place, log: PostgresLog): Promise<void> {
  process.kill(running.pid, 'SIGINT')
  const askedAt = performance.now()
  while (isAlive(running.pid) && (await livePostmaster(place))?.pid === running.pid) {
    if (performance.now() - askedAt > STOP_PATIENCE_IN_MS) {
      log.warn('PostgreSQL did not stop in a minute; it stops at once and recovers at the next start')
      process.kill(running.pid, 'SIGQUIT')
      return
    }
    await sleep(20)
  }
  log.info('PostgreSQL stopped')
}

/** What killed it may still hold its memory or its port for a moment; anything else is not mended by waiting. */
function mayStartLater(lastWords: string, attempts: number, waitedInMs: number): boolean {
  if (waitedInMs > START_PATIENCE_IN_MS) return false
  return attempts < 3 || /shared memory block|lock file|could not bind|already in use/.test(lastWords)
}

async function didNotStart(place: Place): Promise<PostgresError> {
  const tail = await lastLines(place, 12)
  return new PostgresError('did_not_start', {
    en: `PostgreSQL did not start. Its last words:\n${tail}`,
    fr: `PostgreSQL n’a pas démarré. Ses derniers messages :\n${tail}`,
  })
}
