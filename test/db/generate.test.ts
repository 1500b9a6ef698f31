import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generateSchema, generateTables } from '../../src/platform/generate.ts'
import { type ClonedDatabase, cloneDatabase } from '../cloned.ts'

let database: ClonedDatabase
beforeAll(async () => {
  database = await cloneDatabase()
  await query(`
    create schema apart;
    create table apart.sample_rows (
      id uuid primary key,
      state text not null check (state in ('draft', 'open')),
      note_fr text,
      due date not null,
      at timestamptz not null default now(),
      amount integer check (amount > 0),
      size bigint not null,
      sealed bytea not null,
      tags text[] not null default '{}',
      double_amount integer generated always as (amount * 2) stored
    );
    alter table apart.sample_rows enable row level security;
    create policy nobody on apart.sample_rows using (false);
    grant select (id, state), insert on apart.sample_rows to opportune_survey`)
})
afterAll(() => database.drop())

test('types say what the database driver answers and what an insert may leave out', async () => {
  const tables = await generateTables(database.ownerUrl)
  expect(tables).toContain(`export interface ApartSampleRows {
  id: string
  state: 'draft' | 'open'
  noteFr: string | null
  due: string
  at: Generated<Date>
  amount: number | null
  size: number
  sealed: Buffer
  tags: Generated<string[]>
  doubleAmount: GeneratedAlways<number | null>
}`)
  expect(tables).toContain(`'apart.sampleRows': ApartSampleRows`)
  expect(tables).toMatch(/^import type \{ Generated, GeneratedAlways \} from 'kysely'$/m)
})

test('a name that camelCase cannot give back is refused', async () => {
  await query('create table bad (signed_32_by text)')
  await expect(generateTables(database.ownerUrl)).rejects.toThrow('signed_32_by')
  await query('drop table bad')
})

test('the schema’s text shows columns, checks, policies and grants, and is the same each time', async () => {
  const schema = await generateSchema(database.ownerUrl)
  expect(schema).toContain(`create table apart.sample_rows (\n  id uuid not null,\n  state text not null,`)
  expect(schema).toContain('alter table apart.sample_rows enable row level security;')
  expect(schema).toContain('create policy nobody on apart.sample_rows as permissive for all to public using (false);')
  expect(schema).toContain('grant insert on apart.sample_rows to opportune_survey;')
  expect(schema).toContain('grant select (id, state) on apart.sample_rows to opportune_survey;')
  expect(schema).not.toContain('create table graphile_worker')
  expect(await generateSchema(database.ownerUrl)).toBe(schema)
})

async function query(statement: string): Promise<void> {
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
