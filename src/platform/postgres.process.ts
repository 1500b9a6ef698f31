import { spawn, spawnSync } from 'node:child_process'
import { open, readFile, readlink, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { cleanEnvironment, type Place } from './postgres.place.ts'

export type Postmaster = { pid: number; port: number; ready: boolean }

/**
 * The server that runs on these files, from PostgreSQL's own `postmaster.pid`. After a kill -9 the file stays, and its
 * number may by now be another program's: that file is removed, since PostgreSQL would take the stranger for itself.
 */
export async function livePostmaster(place: Place): Promise<Postmaster | undefined> {
  const file = join(place.cluster, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 1) return undefined
  if (!isAlive(pid)) return undefined
  if (!(await isPostgresOf(pid, place))) {
    await rm(file, { force: true })
    return undefined
  }
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** PostgreSQL works from inside its folder, so where a process works tells whose it is. */
async function isPostgresOf(pid: number, place: Place): Promise<boolean> {
  if (process.platform === 'linux') {
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => '')
    const ours = await stat(place.cluster)
    const theirs = await stat(folder || '/').catch(() => undefined)
    return theirs?.ino === ours.ino && theirs.dev === ours.dev
  }
  return /postgres/.test(spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout)
}

/** `port`: this one and no other, since pools already know it. `movable`: the recorded one was taken the last time. */
type Spawning = { durable: boolean; port: number | undefined; movable: boolean }

/** Starts PostgreSQL in a session of its own: Ctrl-C in the terminal reaches us alone, and we end it when we are done. */
export async function spawnPostmaster(place: Place, { durable, port: fixed, movable }: Spawning) {
  const port = fixed ?? (await choosePort(place, movable))
  const socketFolder = Buffer.byteLength(place.cluster) < 80 ? place.cluster : ''
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    max_connections: 200,
    shared_buffers: '256MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])

  const log = await openLog(place)
  const child = spawn(join(place.bin, 'postgres'), ['-D', place.cluster, ...options], {
    ...place.runAs,
    cwd: '/',
    detached: true,
    env: cleanEnvironment,
    stdio: ['ignore', log.fd, log.fd],
  })
  let exited = false
  child.once('exit', () => (exited = true)).once('error', () => (exited = true))
  child.unref()
  await log.close()
  return { pid: child.pid, exited: () => exited }
}

export async function lastLines(place: Place, count: number): Promise<string> {
  const text = await readFile(logFile(place), 'utf8').catch(() => '')
  return text.trim().split('\n').slice(-count).join('\n')
}

const LOG_LIMIT_IN_BYTES = 20_000_000
const logFile = (place: Place): string => join(place.home, 'postgres.log')

async function openLog(place: Place) {
  const { size } = await stat(logFile(place)).catch(() => ({ size: 0 }))
  if (size > LOG_LIMIT_IN_BYTES) await rename(logFile(place), `${logFile(place)}.1`)
  return open(logFile(place), 'a', 0o600)
}

/** The port of the last time when it is free; else any that is. */
async function choosePort(place: Place, movable: boolean): Promise<number> {
  const file = join(place.home, 'port')
  const recorded = Number(await readFile(file, 'utf8').catch(() => '0'))
  const port = (!movable && recorded && (await freePort(recorded))) || (await freePort(0)) || 0
  if (port !== recorded) await writeFile(file, String(port))
  return port
}

function freePort(wished: number): Promise<number | undefined> {
  return new Promise((done) => {
    const server = createServer()
    server.once('error', () => done(undefined))
    server.listen({ port: wished, host: '127.0.0.1' }, () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : undefined))
    })
  })
}
