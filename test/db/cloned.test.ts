import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ClonedDatabase, cloneDatabase } from '../cloned.ts'

let database: ClonedDatabase
let other: ClonedDatabase

beforeAll(async () => {
  database = await cloneDatabase()
  other = await cloneDatabase()
})
afterAll(async () => {
  await database.drop()
  await other.drop()
})

test('each clone is migrated, and a database of its own', async () => {
  await query(database.ownerUrl, 'create table only_here (id int)')
  expect(await query(database.ownerUrl, `select to_regclass('only_here') is not null as yes`)).toEqual([{ yes: true }])
  expect(await query(other.ownerUrl, `select to_regclass('only_here') is not null as yes`)).toEqual([{ yes: false }])
  expect(await query(other.ownerUrl, `select to_regclass('graphile_worker.jobs') is not null as yes`)).toEqual([
    { yes: true },
  ])
})

test.each(['opportune_web', 'opportune_worker', 'opportune_survey', 'opportune_evaluator'])(
  'the program can become %s by a connection option, and is nothing without one',
  async (role) => {
    const become = new Client({ connectionString: database.appUrl, options: `-c role=${role}` })
    await become.connect()
    const { rows } = await become.query('select current_user as role')
    await become.end()
    expect(rows).toEqual([{ role }])
    const inherits = `select pg_has_role('opportune_app', '${role}', 'usage') as yes`
    expect(await query(database.appUrl, inherits)).toEqual([{ yes: false }])
  },
)

test('the program cannot become the owner, nor the owner of the history', async () => {
  await expect(query(database.appUrl, 'set role opportune_owner')).rejects.toThrow(/permission denied/)
  await expect(query(database.appUrl, 'set role opportune_record')).rejects.toThrow(/permission denied/)
})

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}
