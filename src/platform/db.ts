import { CamelCasePlugin, createQueryId, Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from './tables.ts'

/** Rows of which departments a transaction may see: row-level security's second line behind rules and queries. */
export type Scope = 'everything' | 'nothing' | { readonly department: string }
export type DatabaseRole = 'opportune_web' | 'opportune_worker' | 'opportune_survey' | 'opportune_evaluator'

/** A job on its way to the queue. */
export type AddedJob = {
  readonly job: string
  readonly payload: Readonly<Record<string, string | number | boolean | null>>
  readonly runAt: Date | undefined
  readonly key: string | undefined
}

/** A transaction with a scope and a clock. Stores take it first and never optionally. */
export type Tx = Transaction<DB> & {
  /** The instant of this act: the database clock, read now; injected in tests and in the replay. */
  now(): Promise<Date>
  /** Takes jobs in place of the queue: the replay runs them itself, each at its instant. */
  readonly holdJob?: (added: AddedJob) => void
}

export type Database = {
  /** Asks a question in a read-only transaction. `as` asks it in a narrower role, such as the evaluator's. */
  read<T>(scope: Scope, question: (tx: Tx) => Promise<T>, as?: DatabaseRole): Promise<T>
  /** One act: everything in it is committed together or not at all. */
  transaction<T>(scope: Scope, act: (tx: Tx) => Promise<T>, as?: DatabaseRole): Promise<T>
  /**
   * One statement by itself, without a transaction around it and without a scope: for what belongs to no department, and
   * for functions that set their own scope. `now` is the injected instant as text, empty for the database's clock.
   */
  alone<Row>(statement: (now: string) => RawBuilder<Row>): Promise<readonly Row[]>
  /** The raw pool, for LISTEN and advisory locks that outlive a transaction. */
  pool: pg.Pool
  close(): Promise<void>
}

/** Dates are days and stay text; 64-bit counts are small here and become numbers. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === pg.types.builtins.DATE) return (text: string) => text
    if (oid === pg.types.builtins.INT8) return Number
    if (oid === pg.types.builtins.NUMERIC) return Number
    return pg.types.getTypeParser(oid, format)
  },
} as pg.CustomTypesConfig

export type DatabaseOptions = {
  url: string
  role: DatabaseRole
  /** Injects the instant that `tx.now()` answers; absent in production. */
  clock?: () => Date
  poolSize?: number
  onError?: (error: Error) => void
}

const camelCase = new CamelCasePlugin()

/** A statement that a connection has understood once is not read again: each text has a name. */
const names = new Map<string, string>()
function nameOf(text: string): string {
  const name = names.get(text) ?? `alone ${names.size}`
  names.set(text, name)
  return name
}

/** Opens a pool in one database role. Connections that break are replaced; the caller's act fails and may be tried again. */
export function openDatabase({ url, role, clock, poolSize = 20, onError }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types,
    options: `-c role=${role} -c timezone=UTC`,
    application_name: role,
    connectionTimeoutMillis: 10_000,
  })
  pool.on('error', (error) => onError?.(error))
  // A connection that breaks between two statements of an act has nobody to tell: unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: [camelCase] })

  const injected = () => clock?.().toISOString() ?? ''
  // A transaction begins with its scope and its instant in one message: the way to the database is what an act pays for.
  const within = <T>(scope: Scope, run: (tx: Tx) => Promise<T>, readOnly: boolean, as?: DatabaseRole) =>
    db.connection().execute(async (connection) => {
      await sql.raw(beginning(scopeText(scope), injected(), readOnly, as)).execute(connection)
      const tx = Object.assign(connection, {
        async now() {
          const { rows } = await sql<{ now: Date }>`select opportune_now() as now`.execute(connection)
          return rows[0]?.now as Date
        },
      }) as Kysely<DB> as Tx
      try {
        const done = await run(tx)
        await sql.raw('commit').execute(connection)
        return done
      } catch (error) {
        await sql
          .raw('rollback')
          .execute(connection)
          .catch(() => {}) // the connection is gone, and what it held with it
        throw error
      }
    })

  return {
    read: (scope, question, as) => within(scope, question, true, as),
    transaction: (scope, act, as) => within(scope, act, false, as),
    async alone<Row>(statement: (now: string) => RawBuilder<Row>) {
      const { sql: text, parameters } = statement(injected()).compile(db)
      const { rows } = await pool.query({ name: nameOf(text), text, values: [...parameters] })
      const named = await camelCase.transformResult({ queryId: createQueryId(), result: { rows } })
      return named.rows as readonly unknown[] as readonly Row[]
    },
    pool,
    close: () => db.destroy(),
  }
}

function beginning(scope: string, now: string, readOnly: boolean, as: DatabaseRole | undefined): string {
  if (!/^[0-9a-z*:.,TZ+-]*$/i.test(scope + now)) throw new Error('a scope or an instant is not what it should be')
  const settings = `select set_config('opportune.scope', '${scope}', true), set_config('opportune.now', '${now}', true)`
  return `begin ${readOnly ? 'read only' : 'read write'}; ${settings}${as ? `; set local role ${as}` : ''}`
}

function scopeText(scope: Scope): string {
  if (scope === 'everything') return '*'
  if (scope === 'nothing') return ''
  return scope.department
}

/** Adds a job inside this transaction: it exists if and only if the act is committed. A key replaces the job of the same key. */
export async function enqueue(
  tx: Tx,
  job: string,
  payload: Record<string, string | number | boolean | null>,
  when: { runAt?: Date; key?: string } = {},
): Promise<void> {
  if (tx.holdJob) return tx.holdJob({ job, payload, runAt: when.runAt, key: when.key })
  await sql`select enqueue(${job}, ${JSON.stringify(payload)}::json, ${when.runAt ?? null}::timestamptz, ${when.key ?? null})`.execute(
    tx,
  )
}
