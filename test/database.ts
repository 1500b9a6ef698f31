import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { digestOf, migrate, readMigrations } from '../src/platform/migrations.ts'
import { startScratchPostgres } from '../src/platform/postgres.scratch.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The test server: who may create databases, who the program is, and the migrated database to clone. */
    postgres: { ownerUrl: string; appUrl: string; template: string }
  }
}

/**
 * One server for all test files, started or joined, with one database migrated once for each set of migrations.
 * It never syncs to disk: a test that needs durability starts a server of its own.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const log = { info() {}, warn: (message: string) => void process.stderr.write(`${message}\n`) }
  const server = await startScratchPostgres('test', log)
  const template = await prepareTemplate(server)
  project.provide('postgres', { ownerUrl: server.ownerUrl, appUrl: server.appUrl, template })
  return server.stop
}

/** The template exists under its final name only when it is complete; of several runs at once one makes it. */
async function prepareTemplate({ ownerUrl, appUrl }: { ownerUrl: string; appUrl: string }): Promise<string> {
  const template = `template_${digestOf(await readMigrations()).slice(0, 16)}`
  const unfinished = `${template}_unfinished`
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query(`select pg_advisory_lock(hashtextextended('opportune test template', 0))`)
    await dropLeftovers(owner)
    const { rowCount } = await owner.query('select 1 from pg_database where datname = $1', [template])
    if (rowCount) return template

    await owner.query(`drop database if exists ${unfinished}`)
    await owner.query(`create database ${unfinished}`)
    await migrate(withDatabase(ownerUrl, unfinished), { appUrl })
    await owner.query(`alter database ${unfinished} rename to ${template}`)
    return template
  } finally {
    await owner.end()
  }
}

/** Databases of test files that were killed: nobody is connected, and their name says how long ago they were made. */
async function dropLeftovers(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ datname: string }>(
    `select datname from pg_database d
     where datname ~ '^clone_[0-9]+_' and split_part(datname, '_', 2)::bigint < extract(epoch from now()) - 3600
       and not exists (select 1 from pg_stat_activity a where a.datid = d.oid)`,
  )
  for (const { datname } of rows) await owner.query(`drop database if exists ${datname}`)
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}
