import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Logger as GraphileLogger, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { App } from './app.ts'

const POOL_LOCKS = 7_350_115
const SWEEP_EVERY_IN_MS = 5_000

/** The payload's values are texts: ids, days, codes. */
export type Job = (payload: Readonly<Record<string, string>>) => Promise<void>

/** A feature's jobs: each carries ids, looks again, and can run twice. */
export type Jobs = Readonly<Record<string, (app: App, payload: Readonly<Record<string, string>>) => Promise<void>>>

/** Done every second by the worker, again and again, by one process at a time if it matters (they lock for themselves). */
export type Chores = Readonly<Record<string, (app: App) => Promise<unknown>>>

export type RunningJobs = { stop(): Promise<void> }

/**
 * Runs jobs until stopped. A job of a process that was killed runs again within seconds: each pool of workers holds an
 * advisory lock on its id as long as its process lives, and every process sweeps the jobs of pools whose lock is free.
 */
export async function runJobs(
  pool: Pool,
  jobs: Readonly<Record<string, Job>>,
  log: Logger,
  concurrency = 4,
): Promise<RunningJobs> {
  const presence = await pool.connect()
  const events: WorkerEvents = new EventEmitter()
  const present = new Promise<void>((resolve, reject) => {
    events.once('pool:create', ({ workerPool }) => {
      presence
        .query('select pg_advisory_lock($1, hashtext($2))', [POOL_LOCKS, workerPool.id])
        .then(() => resolve(), reject)
    })
  })
  const runner = await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1_000,
    crontab: '',
    taskList: tasksOf(jobs, log),
    events,
    logger: new GraphileLogger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log.warn({ jobs: level }, firstLine(message))
    }),
  })
  await present
  const sweeping = repeat('sweep', SWEEP_EVERY_IN_MS, () => sweepOnce(pool), log)

  return {
    async stop() {
      await sweeping.stop()
      await runner.stop()
      // Ending the session frees the lock; a lock that is kept would outlive the pool it speaks for.
      presence.release(true)
    },
  }
}

/**
 * Unlocks the jobs of every pool whose process is gone; returns how many pools that were. A lock younger than
 * `graceInMs` is left alone: a pool that just started may not hold its advisory lock yet.
 */
export async function sweepOnce(pool: Pool, graceInMs = 10_000): Promise<number> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ id: string }>(
      `select distinct locked_by as id from graphile_worker._private_jobs
       where locked_by is not null and locked_at < clock_timestamp() - make_interval(secs => $1)`,
      [graceInMs / 1_000],
    )
    let swept = 0
    for (const { id } of rows) {
      const { rows: asked } = await client.query<{ free: boolean }>(
        'select pg_try_advisory_lock($1, hashtext($2)) as free',
        [POOL_LOCKS, id],
      )
      if (!asked[0]?.free) continue
      await client.query('select graphile_worker.force_unlock_workers(array[$1])', [id])
      await client.query('select pg_advisory_unlock($1, hashtext($2))', [POOL_LOCKS, id])
      swept += 1
    }
    return swept
  } finally {
    client.release()
  }
}

function tasksOf(jobs: Readonly<Record<string, Job>>, log: Logger): TaskList {
  return Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [
      name,
      async (payload: unknown) => {
        const started = performance.now()
        await job(payload as Readonly<Record<string, string>>)
        log.info({ job: name, ms: Math.round(performance.now() - started) }, 'job done')
      },
    ]),
  )
}

/**
 * Repeats a chore with a pause between two runs, until stopped; without one when it says that there is `more`. An error
 * is logged and the chore tried again.
 */
export function repeat(name: string, pauseInMs: number, chore: () => Promise<unknown>, log: Logger): RunningJobs {
  const stopping = new AbortController()
  const going = (async () => {
    while (!stopping.signal.aborted) {
      const outcome = await chore().catch((error: unknown) =>
        log.warn({ err: error, chore: name }, 'a chore failed and will be tried again'),
      )
      if (outcome === 'more') continue
      await sleep(pauseInMs, undefined, { signal: stopping.signal }).catch(() => undefined) // stopping wakes us
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await going
    },
  }
}

const firstLine = (text: string): string => text.split('\n')[0] ?? ''
