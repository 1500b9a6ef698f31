import { setTimeout as sleep } from 'node:timers/promises'
import { Logger as GraphileLogger, type Runner, run, type TaskList } from 'graphile-worker'
import type { Pool, PoolClient } from 'pg'
import type { Logger } from 'pino'

const POOL_LOCKS = 7_350_115
const SWEEP_EVERY_IN_MS = 5_000

/** The payload's values are texts: ids, days, codes. */
export type Job = (payload: Readonly<Record<string, string>>) => Promise<void>

export type RunningJobs = { stop(): Promise<void> }

/**
 * Runs jobs until stopped. A job of a process that was killed runs again within seconds: this pool sweeps the jobs of
 * pools whose advisory lock is free, which only death or a clean stop can make it.
 */
export async function runJobs(
  pool: Pool,
  jobs: Readonly<Record<string, Job>>,
  log: Logger,
  concurrency = 4,
): Promise<RunningJobs> {
  const presence = await pool.connect()
  const mine = await takeNumber(presence)
  const runner = await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1_000,
    crontab: '',
    taskList: tasksOf(jobs, log),
    logger: new GraphileLogger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log.warn({ jobs: level }, firstLine(message))
    }),
  })
  const noted = noteWorkers(runner, pool, mine, log)
  const stopping = new AbortController()
  const sweeping = sweepForever(pool, stopping.signal, log)

  return {
    async stop() {
      stopping.abort()
      await runner.stop()
      await sweeping
      await noted()
      await pool.query('delete from job_workers where pool = $1', [mine])
      presence.release()
    },
  }
}

async function takeNumber(presence: PoolClient): Promise<number> {
  const { rows } = await presence.query<{ number: number }>(`select nextval('job_pools')::int as number`)
  const number = rows[0]?.number ?? 0
  await presence.query('select pg_advisory_lock($1, $2)', [POOL_LOCKS, number])
  return number
}

/** Workers get new ids while the pool lives; each is written down when it starts a job, before it can be lost. */
function noteWorkers(runner: Runner, pool: Pool, mine: number, log: Logger): () => Promise<void> {
  const known = new Set<string>()
  const writing = new Set<Promise<unknown>>()
  const note = ({ worker }: { worker: { workerId: string } }) => {
    if (known.has(worker.workerId)) return
    known.add(worker.workerId)
    const write = pool
      .query('insert into job_workers (worker_id, pool) values ($1, $2) on conflict do nothing', [
        worker.workerId,
        mine,
      ])
      .catch((error: unknown) => {
        known.delete(worker.workerId)
        log.warn({ err: error }, 'a worker could not be written down')
      })
      .finally(() => writing.delete(write))
    writing.add(write)
  }
  runner.events.on('worker:create', note)
  runner.events.on('worker:getJob:start', note)
  runner.events.on('job:start', note)
  return async () => {
    await Promise.all(writing)
  }
}

async function sweepForever(pool: Pool, signal: AbortSignal, log: Logger): Promise<void> {
  while (!signal.aborted) {
    await sweepOnce(pool).catch((error: unknown) => log.warn({ err: error }, 'jobs of lost workers could not be swept'))
    await sleep(SWEEP_EVERY_IN_MS, undefined, { signal }).catch(() => undefined) // stopping wakes us
  }
}

/** Unlocks the jobs of every pool whose process is gone; returns how many pools that were. */
export async function sweepOnce(pool: Pool): Promise<number> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ pool: number; workers: string[] }>(
      'select pool, array_agg(worker_id) as workers from job_workers group by pool',
    )
    let swept = 0
    for (const { pool: number, workers } of rows) {
      const { rows: free } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1, $2) as free', [
        POOL_LOCKS,
        number,
      ])
      if (!free[0]?.free) continue
      await client.query('select graphile_worker.force_unlock_workers($1)', [workers])
      await client.query('delete from job_workers where pool = $1', [number])
      await client.query('select pg_advisory_unlock($1, $2)', [POOL_LOCKS, number])
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

/** Repeats a chore with a pause between two runs, until stopped. An error is logged and the chore tried again. */
export function repeat(name: string, pauseInMs: number, chore: () => Promise<unknown>, log: Logger): RunningJobs {
  const stopping = new AbortController()
  const going = (async () => {
    while (!stopping.signal.aborted) {
      await chore().catch((error: unknown) =>
        log.warn({ err: error, chore: name }, 'a chore failed and will be tried again'),
      )
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
