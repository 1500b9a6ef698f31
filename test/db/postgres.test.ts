import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commandLine } from '../../src/command-line.ts'
import { PostgresError, type RunningPostgres, startPostgres } from '../../src/platform/postgres.ts'
import { rootFolder } from '../../src/platform/root.ts'

const quiet = { info() {}, warn() {} }
let dataDir: string
let started: RunningPostgres[]

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'opportune-launcher-'))
  await chmod(dataDir, 0o755) // mkdtemp makes a folder for its owner alone; a data folder is not one
  started = []
})
afterEach(async () => {
  for (const server of started) await server.stop()
  await rm(dataDir, { recursive: true, force: true })
})

test('what was committed is there at the next start, on the same port', async () => {
  const first = await start()
  await query(first.ownerUrl, 'create table kept (id int); insert into kept values (7)')
  await first.stop()
  await expect(query(first.ownerUrl, 'select 1')).rejects.toThrow(/ECONNREFUSED/)

  const second = await start()
  expect(second.reused).toBe(false)
  expect(second.ownerUrl).toBe(first.ownerUrl)
  expect(await query(second.ownerUrl, 'select id from kept')).toEqual([{ id: 7 }])
})

test('the text of both languages is stored and compared as UTF-8, and what is acknowledged is on disk', async () => {
  const { ownerUrl, appUrl } = await start({ durable: true })
  expect(await query(ownerUrl, `select upper('occasion à Québec') as text`)).toEqual([{ text: 'OCCASION À QUÉBEC' }])
  expect(await query(ownerUrl, 'show fsync')).toEqual([{ fsync: 'on' }])
  expect(await query(ownerUrl, 'show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }])
  expect(await query(ownerUrl, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  expect(await query(appUrl, 'select rolsuper, rolinherit from pg_roles where rolname = current_user')).toEqual([
    { rolsuper: false, rolinherit: false },
  ])
})

test('nobody gets in without the password, which only its owner can read', async () => {
  const { ownerUrl } = await start()
  const guessed = new URL(ownerUrl)
  guessed.password = 'guessed'
  await expect(query(guessed.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  expect((await stat(join(dataDir, 'postgres', 'passwords.json'))).mode & 0o777).toBe(0o600)
})

test('of two launchers at once one creates and starts, both are served, and the last to leave stops it', async () => {
  const both = await Promise.all([start(), start()])
  const [one, other] = both
  expect(both.map(({ reused }) => reused).sort()).toEqual([false, true])
  expect(one?.ownerUrl).toBe(other?.ownerUrl)
  expect((await readdir(dataDir)).filter((name) => name.startsWith('postgres'))).toEqual(['postgres'])

  await one?.stop()
  expect(await query(other?.ownerUrl ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
  await other?.stop()
  await expect(query(other?.ownerUrl ?? '', 'select 1')).rejects.toThrow(/ECONNREFUSED/)
})

test('two programs at once on an empty folder share one server', async () => {
  const [one, other] = await Promise.all([program(), program()])
  expect(one.url).toBe(other.url)
  one.kill('SIGKILL')
  await sleep(200)
  expect(await query(other.url, 'select 1 as one')).toEqual([{ one: 1 }])
  other.kill('SIGKILL')
  await start() // joins the orphan, so that it is stopped after this test
})

test('the server of a program that was killed is found and reused', async () => {
  const killed = await program()
  await query(killed.url, 'create table kept (id int); insert into kept values (7)')
  killed.kill('SIGKILL')

  const next = await start()
  expect(next.reused).toBe(true)
  expect(await query(next.ownerUrl, 'select id from kept')).toEqual([{ id: 7 }])
  await next.stop()
  await expect(query(next.ownerUrl, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
})

test('when PostgreSQL and the program are both killed, the next start recovers what was acknowledged', async () => {
  const killed = await program('durable')
  await query(killed.url, 'create table kept (id int); insert into kept values (7)')
  killed.kill('SIGKILL')
  process.kill(await postmasterPid(), 'SIGKILL')

  const next = await start({ durable: true })
  expect(next.reused).toBe(false)
  expect(await query(next.ownerUrl, 'select id from kept')).toEqual([{ id: 7 }])
})

test('when PostgreSQL alone is killed, it is started again on the same port', async () => {
  const server = await start()
  const before = await postmasterPid()
  process.kill(before, 'SIGKILL')
  await expect
    .poll(() => query(server.ownerUrl, 'select 1 as one').catch(() => []), { timeout: 30_000 })
    .toEqual([{ one: 1 }])
  expect(await postmasterPid()).not.toBe(before)
})

test('a number left behind that now belongs to another program is not taken for PostgreSQL', async () => {
  await (await start()).stop()
  const lines = [process.pid, join(dataDir, 'postgres', 'cluster'), 1, 5432, '', '127.0.0.1', '', 'ready']
  await writeFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), `${lines.join('\n')}\n`)

  const next = await start()
  expect(next.reused).toBe(false)
  expect(await query(next.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('files of another major version are refused in both languages, and left as they are', async () => {
  await (await start()).stop()
  const file = join(dataDir, 'postgres', 'cluster', 'PG_VERSION')
  const major = (await readFile(file, 'utf8')).trim()
  await writeFile(file, '14\n')

  const refusal = await startPostgres({ dataDir, log: quiet, durable: false }).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(PostgresError)
  expect(refusal).toMatchObject({
    problem: 'other_major',
    text: {
      en: expect.stringMatching(/written by PostgreSQL 14, and .* brings PostgreSQL \d+/),
      fr: expect.stringMatching(/écrite par PostgreSQL 14, et .* fournit PostgreSQL \d+/),
    },
  })
  expect(await readFile(file, 'utf8')).toBe('14\n')
  await writeFile(file, `${major}\n`)
  expect(await query((await start()).ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a database that does not start says why', async () => {
  await (await start()).stop()
  await rm(join(dataDir, 'postgres', 'cluster', 'global', 'pg_control'))
  await expect(startPostgres({ dataDir, log: quiet, durable: false })).rejects.toMatchObject({
    problem: 'did_not_start',
    text: { en: expect.stringContaining('pg_control') },
  })
})

test('a command that is refused at its start stops the server that it started', async () => {
  const { ownerUrl, stop } = await start()
  await query(
    ownerUrl,
    `create table migrations (name text primary key, sha256 text, applied_at timestamptz);
     insert into migrations values ('0001_foundation.sql', 'changed since')`,
  )
  await stop()

  let said = ''
  const exitCode = await commandLine(['migrate'], {
    ...{ environment: { DATA_DIR: dataDir, AUDITOR_EMAIL: 'auditor@example.ca' }, clock: () => new Date() },
    ...{ readInput: () => '', out: () => {}, err: (text) => (said += text) },
  })
  expect(exitCode).toBe(1)
  expect(said).toMatch(/0001_foundation\.sql was changed[\s\S]*0001_foundation\.sql a été modifiée/)
  await expect(query(ownerUrl, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
})

test.runIf(process.getuid?.() === 0)('a folder that PostgreSQL’s user cannot enter points to one it can', async () => {
  await chmod(dataDir, 0o700)
  const first = await start()
  const home = (await readFile(join(dataDir, 'postgres.location'), 'utf8')).trim()
  try {
    await query(first.ownerUrl, 'create table kept (id int); insert into kept values (7)')
    await first.stop()
    expect((await stat(join(home, 'cluster'))).uid).not.toBe(0)

    const second = await start()
    expect(await query(second.ownerUrl, 'select id from kept')).toEqual([{ id: 7 }])
    await second.stop()
  } finally {
    await rm(join(home, '..'), { recursive: true, force: true })
  }
})

async function start(options: { durable?: boolean } = {}): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir, log: quiet, durable: options.durable ?? false })
  started.push(server)
  return server
}

/** Another program that starts the server and then waits to be killed. */
async function program(durable = ''): Promise<{ url: string; kill: (signal: NodeJS.Signals) => void }> {
  const source = `
    import { startPostgres } from ${JSON.stringify(join(rootFolder, 'src/platform/postgres.ts'))}
    const log = { info() {}, warn() {} }
    const { ownerUrl } = await startPostgres({ dataDir: process.argv[1], log, durable: process.argv[2] === 'durable' })
    console.log(ownerUrl)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', source, dataDir, durable], {
    cwd: rootFolder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [url] = await once(child.stdout, 'data')
  return { url: String(url).trim(), kill: (signal) => child.kill(signal) }
}

async function postmasterPid(): Promise<number> {
  const text = await readFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')
  return Number(text.split('\n')[0])
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}
