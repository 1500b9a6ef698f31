import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, enqueue, openDatabase } from '../../src/platform/db.ts'
import { type RunningJobs, runJobs, sweepOnce } from '../../src/platform/jobs.ts'
import { rootFolder } from '../../src/platform/root.ts'
import { type ClonedDatabase, cloneDatabase } from '../cloned.ts'

const log = pino({ level: 'silent' })
let database: ClonedDatabase
let web: Database
let pool: pg.Pool
const running: RunningJobs[] = []

beforeAll(async () => {
  database = await cloneDatabase()
  web = openDatabase({ url: database.appUrl, role: 'opportune_web', poolSize: 2 })
  pool = new pg.Pool({ connectionString: database.appUrl, options: '-c role=opportune_worker', max: 8 })
  pool.on('error', () => undefined)
})
afterAll(async () => {
  for (const jobs of running) await jobs.stop()
  await pool.end()
  await web.close()
  await database.drop()
})

describe('jobs', () => {
  it('exist if and only if their act is committed', async () => {
    const done: string[] = []
    running.push(await runJobs(pool, { 'test.note': async ({ name = '' }) => void done.push(name) }, log))
    await web.transaction('nothing', (tx) => enqueue(tx, 'test.note', { name: 'kept' }))
    await expect(
      web.transaction('nothing', async (tx) => {
        await enqueue(tx, 'test.note', { name: 'rolled back' })
        throw new Error('the act fails')
      }),
    ).rejects.toThrow('the act fails')
    await web.transaction('nothing', (tx) => enqueue(tx, 'test.note', { name: 'last' }))
    await until(() => done.includes('last'))
    expect(done).toEqual(['kept', 'last'])
    await stopAll()
  })

  it('of a killed worker run again within 60 s', { timeout: 120_000 }, async () => {
    const child = worker()
    await said(child, 'worker ready')
    const begun = Promise.all([said(child, 'started first'), said(child, 'started second')])
    await web.transaction('nothing', async (tx) => {
      await enqueue(tx, 'test.slow', { name: 'first' })
      await enqueue(tx, 'test.slow', { name: 'second' })
    })
    await begun
    // While the worker lives, nobody takes its jobs away.
    expect(await sweepOnce(pool, 0)).toBe(0)
    expect(await lockedJobs()).toBe(2)

    child.kill('SIGKILL')
    const killedAt = performance.now()
    const again: string[] = []
    running.push(await runJobs(pool, { 'test.slow': async ({ name = '' }) => void again.push(name) }, log))
    await until(() => again.length === 2, 60_000)
    expect(again.sort()).toEqual(['first', 'second'])
    expect(performance.now() - killedAt).toBeLessThan(60_000)
    await stopAll()
  })

  it('of a killed worker stay locked without the sweep: the test bites', { timeout: 60_000 }, async () => {
    const child = worker()
    await said(child, 'worker ready')
    const begun = said(child, 'started third')
    await web.transaction('nothing', (tx) => enqueue(tx, 'test.slow', { name: 'third' }))
    await begun
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
    expect(await lockedJobs()).toBe(1)
    await until(async () => (await sweepOnce(pool, 0)) > 0)
    expect(await lockedJobs()).toBe(0)
  })
})

function worker(): ChildProcess {
  return spawn(process.execPath, [join(rootFolder, 'test', 'jobs.child.ts')], {
    env: { ...process.env, DATABASE_URL: database.appUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

const said = (child: ChildProcess, words: string): Promise<void> =>
  new Promise((resolve, reject) => {
    let heard = ''
    child.stdout?.on('data', (part: Buffer) => {
      heard += part.toString()
      if (heard.includes(words)) resolve()
    })
    child.once('exit', () => reject(new Error(`the worker ended before it said "${words}"`)))
  })

async function lockedJobs(): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'select count(*)::int as count from graphile_worker._private_jobs where locked_by is not null',
  )
  return rows[0]?.count ?? 0
}

async function until(true_: () => boolean | Promise<boolean>, patience = 20_000): Promise<void> {
  const started = performance.now()
  while (!(await true_())) {
    if (performance.now() - started > patience) throw new Error('it did not happen in time')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function stopAll(): Promise<void> {
  for (const jobs of running.splice(0)) await jobs.stop()
}
