import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import { Client } from 'pg'
import type { Text } from './i18n.ts'
import { createRoles } from './roles.ts'
import { rootFolder } from './root.ts'

export type Migration = { name: string; sha256: string; sql: string }
export type MigrationProblem = 'changed' | 'out_of_order' | 'bad_name' | 'failed'

/** The database cannot be brought up to date. Nothing of the migration that failed was kept. */
export class MigrationError extends Error {
  readonly problem: MigrationProblem
  readonly text: Text

  constructor(problem: MigrationProblem, text: Text, options?: ErrorOptions) {
    super(text.en, options)
    this.name = 'MigrationError'
    this.problem = problem
    this.text = text
  }
}

export const migrationsFolder: string = join(rootFolder, 'db', 'migrations')

/**
 * Brings a database up to date: roles, the tables of the job queue, then each file of `db/migrations` that has not run
 * yet, each in a transaction of its own. Of two processes that start at once the second waits, then finds all done.
 *
 * @param app the login that the pools use (from `appUrl`), which receives the right to take their roles
 * @returns the names of the files that ran now
 * @throws MigrationError when a file that has run was changed since, or comes before one that has run, or fails
 */
export async function migrate(
  ownerUrl: string,
  { appUrl, folder = migrationsFolder }: { appUrl?: string; folder?: string } = {},
): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const owner = new Client({ connectionString: ownerUrl, application_name: 'opportune migrations' })
  await owner.connect()
  try {
    await owner.query(`set client_min_messages = 'warning'`)
    await owner.query(`select pg_advisory_lock(hashtextextended('opportune migrations', 0))`)
    await createRoles(owner, { app: appUrl ? decodeURIComponent(new URL(appUrl).username) : undefined })
    await runMigrations({ connectionString: ownerUrl, logger: silent })
    return await applyPending(owner, migrations)
  } finally {
    await owner.end()
  }
}

/** The files that have not run on this database; none means that the program may serve. */
export async function pendingMigrations(url: string, folder: string = migrationsFolder): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('public.migrations') is not null as there`,
    )
    const applied = rows[0]?.there ? await appliedMigrations(client) : new Map<string, string>()
    return migrations.filter(({ name }) => !applied.has(name)).map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** The migrations of a folder in their order. @throws MigrationError for a name that is not `0001_what_it_does.sql` */
export async function readMigrations(folder: string = migrationsFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const numbers = new Set<string>()
  for (const name of names) {
    const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]
    if (!number || numbers.has(number)) throw new MigrationError('bad_name', badName(name))
    numbers.add(number)
  }
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      return { name, sql, sha256: sha256(sql) }
    }),
  )
}

/** One digest for all of them: two folders with the same digest make the same database. */
export const digestOf = (migrations: readonly Migration[]): string =>
  sha256(migrations.map(({ name, sha256: digest }) => `${name} ${digest}\n`).join(''))

async function applyPending(owner: Client, migrations: readonly Migration[]): Promise<string[]> {
  await owner.query(`create table if not exists migrations (
    name text primary key,
    sha256 text not null,
    applied_at timestamptz not null default now()
  )`)
  // A program without the owner's right still refuses to start on a database that lacks a migration.
  await owner.query('grant select on public.migrations to public')
  const applied = await appliedMigrations(owner)
  const last = [...applied.keys()].sort().at(-1) ?? ''
  for (const { name, sha256: digest } of migrations) {
    const before = applied.get(name)
    if (before !== undefined && before !== digest) throw new MigrationError('changed', changed(name))
    if (before === undefined && name < last) throw new MigrationError('out_of_order', outOfOrder(name, last))
  }

  const pending = migrations.filter(({ name }) => !applied.has(name))
  for (const migration of pending) await apply(owner, migration)
  return pending.map(({ name }) => name)
}

async function apply(owner: Client, { name, sql, sha256: digest }: Migration): Promise<void> {
  try {
    await owner.query('begin')
    await owner.query(sql)
    await owner.query('insert into public.migrations (name, sha256) values ($1, $2)', [name, digest])
    await owner.query('commit')
  } catch (cause) {
    await owner.query('rollback')
    throw new MigrationError('failed', failed(name, sql, cause), { cause })
  }
}

async function appliedMigrations(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from public.migrations')
  return new Map(rows.map((row) => [row.name, row.sha256]))
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const silent = new Logger(() => () => {})

const badName = (name: string): Text => ({
  en: `The migration ${name} needs a name like 0001_what_it_does.sql, with a number of its own.`,
  fr: `La migration ${name} doit porter un nom comme 0001_what_it_does.sql, avec un numéro qui lui est propre.`,
})

const changed = (name: string): Text => ({
  en: `The migration ${name} was changed after it ran on this database. Put it back as it was and add a new one.`,
  fr: `La migration ${name} a été modifiée après son exécution sur cette base de données. Remettez-la dans son état d’origine et ajoutez-en une nouvelle.`,
})

const outOfOrder = (name: string, last: string): Text => ({
  en: `The migration ${name} comes before ${last}, which already ran on this database. Give it a higher number.`,
  fr: `La migration ${name} précède ${last}, déjà exécutée sur cette base de données. Donnez-lui un numéro plus élevé.`,
})

function failed(name: string, sql: string, cause: unknown): Text {
  const { message, position, detail, where } = cause as {
    message: string
    position?: string
    detail?: string
    where?: string
  }
  const line = position ? sql.slice(0, Number(position)).split('\n').length : undefined
  const reason = [message, detail, where].filter(Boolean).join('\n')
  return {
    en: `The migration ${name} failed${line ? ` at line ${line}` : ''}: ${reason}`,
    fr: `La migration ${name} a échoué${line ? ` à la ligne ${line}` : ''} : ${reason}`,
  }
}
