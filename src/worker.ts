import type { Pool } from 'pg'
import { features } from './features.ts'
import type { App } from './platform/app.ts'
import { repeat, runJobs } from './platform/jobs.ts'

const SECOND = 1_000

/** The side that acts when nobody clicks: jobs, and chores every second (mail, the record's chain). */
export async function startWorker(app: App, pool: Pool): Promise<{ stop(): Promise<void> }> {
  const jobs = Object.fromEntries(
    Object.entries(features.jobs).map(([name, job]) => [
      name,
      (payload: Readonly<Record<string, string>>) => job(app, payload),
    ]),
  )
  const running = [
    await runJobs(pool, jobs, app.log),
    ...Object.entries(features.chores).map(([name, chore]) => repeat(name, SECOND, () => chore(app), app.log)),
  ]
  return {
    async stop() {
      await Promise.all(running.map((part) => part.stop()))
    },
  }
}
