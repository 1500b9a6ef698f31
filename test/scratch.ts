/** What the benches share: a database of their own, and how their figures are printed. */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { Client, type QueryResult } from 'pg'
import { migrate } from '../src/platform/migrations.ts'
import { startScratchPostgres } from '../src/platform/postgres.scratch.ts'

export type Scratch = {
  readonly appUrl: string
  readonly ownerUrl: string
  /** One statement as the owner of this database. */
  asOwner(text: string): Promise<QueryResult>
  /** Drops the database and lets go of the server. */
  close(): Promise<void>
}

/** A migrated database of a bench's own on a scratch server. */
export async function openScratch(bench: string): Promise<Scratch> {
  const server = await startScratchPostgres('bench', {
    info() {},
    warn: (line) => void process.stderr.write(`${line}\n`),
  })
  const name = `${bench}_${randomBytes(6).toString('hex')}`
  const [ownerUrl, appUrl] = [within(server.ownerUrl, name), within(server.appUrl, name)]
  const close = async () => {
    await ask(server.ownerUrl, `drop database if exists ${name} with (force)`)
    await server.stop()
  }
  try {
    await ask(server.ownerUrl, `create database ${name}`)
    await migrate(ownerUrl, { appUrl })
  } catch (error) {
    await close()
    throw error
  }
  return { ownerUrl, appUrl, asOwner: (text) => ask(ownerUrl, text), close }
}

/** pgbench's own select-only transactions a second, one client, on the same database; nothing where it does not run. */
export async function selectsPerSecond(url: string): Promise<number | undefined> {
  const run = (...words: string[]) => promisify(execFile)('pgbench', [...words, url])
  const tps = await run('-i', '-q', '-s', '5')
    .then(() => run('-S', '-n', '-c', '1', '-T', '8', '-M', 'prepared'))
    .then(({ stdout }) => Number(/tps = ([\d.]+)/.exec(stdout)?.[1]))
    .catch((error: Error) => void process.stderr.write(`pgbench did not run: ${error.message}\n`))
  return tps || undefined
}

export const quantile = (times: readonly number[], share: number): number =>
  times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
/** p50, p95 and p99 in columns. */
export const row = (times: readonly number[]): string =>
  [0.5, 0.95, 0.99].map((share) => quantile(times, share).toFixed(1).padStart(8)).join(' ')
export const print = (line: string): void => void process.stdout.write(`${line}\n`)

function within(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

async function ask(url: string, text: string): Promise<QueryResult> {
  const owner = new Client({ connectionString: url })
  await owner.connect()
  try {
    return await owner.query(text)
  } finally {
    await owner.end()
  }
}
