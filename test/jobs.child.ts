import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { pino } from 'pino'
import { runJobs } from '../src/platform/jobs.ts'

/** A worker whose jobs never end: to be killed in the middle of one. */
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  options: '-c role=opportune_worker',
  max: 6,
})
await runJobs(
  pool,
  {
    'test.slow': async ({ name = '' }) => {
      process.stdout.write(`started ${name}\n`)
      await sleep(3_600_000)
    },
  },
  pino({ level: 'silent' }),
  2,
)
process.stdout.write('worker ready\n')
