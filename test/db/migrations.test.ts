import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { type MigrationProblem, migrate, migrationsFolder, pendingMigrations } from '../../src/platform/migrations.ts'
import { cloneDatabase } from '../cloned.ts'

let folder: string
let ownerUrl: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opportune-migrations-'))
  const name = `migrations_${process.pid}_${Math.floor(performance.now() * 1000)}`
  await query(inject('postgres').ownerUrl, `create database ${name}`)
  const url = new URL(inject('postgres').ownerUrl)
  url.pathname = `/${name}`
  ownerUrl = url.href
})
afterEach(async () => {
  const name = new URL(ownerUrl).pathname.slice(1)
  await query(inject('postgres').ownerUrl, `drop database ${name} with (force)`)
  await rm(folder, { recursive: true })
})

test('each file runs once, in order, and new ones later', async () => {
  await files({ '0001_first.sql': 'create table a (id int)', '0002_second.sql': 'alter table a add b text; select 1' })
  expect(await pendingMigrations(ownerUrl, folder)).toEqual(['0001_first.sql', '0002_second.sql'])
  expect(await migrate(ownerUrl, { folder })).toEqual(['0001_first.sql', '0002_second.sql'])
  expect(await migrate(ownerUrl, { folder })).toEqual([])

  await files({ '0003_third.sql': 'alter table a add c text' })
  expect(await migrate(ownerUrl, { folder })).toEqual(['0003_third.sql'])
  expect(await pendingMigrations(ownerUrl, folder)).toEqual([])
})

test('of processes that start at once one migrates and the others find it done', async () => {
  await files({
    '0001_slow.sql': 'select pg_sleep(0.3); create table a (id int)',
    '0002_next.sql': 'create table b (id int)',
  })
  const ran = await Promise.all([1, 2, 3, 4].map(() => migrate(ownerUrl, { folder })))
  expect(ran.flat()).toEqual(['0001_slow.sql', '0002_next.sql'])
})

test('databases of one server prepared at once do not trip over each other’s roles', async () => {
  await files({
    '0001_first.sql':
      'grant create on schema public to opportune_record; grant usage on schema public to opportune_web',
  })
  const clones = await Promise.all([1, 2, 3, 4].map(() => cloneDatabase()))
  await Promise.all(clones.map((clone) => query(clone.ownerUrl, 'drop table migrations')))
  const { appUrl } = inject('postgres')
  await query(ownerUrl, 'revoke opportune_survey from opportune_app')
  await Promise.all(clones.map((clone) => migrate(clone.ownerUrl, { folder, appUrl })))
  expect(await query(ownerUrl, `select pg_has_role('opportune_app', 'opportune_survey', 'set') as yes`)).toEqual([
    { yes: true },
  ])
  await Promise.all(clones.map((clone) => clone.drop()))
})

const refused: Record<MigrationProblem, Record<string, string>> = {
  changed: { '0002_second.sql': 'create table b (id bigint)' },
  out_of_order: { '0001_late.sql': 'select 1' },
  bad_name: { '0002_then.sql': 'select 1' },
  failed: { '0004_broken.sql': 'create table half (id int);\nselect * from nowhere' },
}

test.each(Object.entries(refused))('refused: %s', async (problem, changed) => {
  await files({ '0002_second.sql': 'create table b (id int)', '0003_third.sql': 'create table c (id int)' })
  await migrate(ownerUrl, { folder })

  await files(changed)
  const name = Object.keys(changed)[0]
  await expect(migrate(ownerUrl, { folder })).rejects.toMatchObject({
    problem,
    text: { en: expect.stringMatching(/^The migration/), fr: expect.stringContaining(name ?? '') },
  })
  expect(await query(ownerUrl, 'select name from migrations order by name')).toEqual([
    { name: '0002_second.sql' },
    { name: '0003_third.sql' },
  ])
  expect(await query(ownerUrl, `select to_regclass('half') as half`)).toEqual([{ half: null }])
})

test('a migration that fails names its line', async () => {
  await files({ '0001_broken.sql': 'select 1;\n\nselect * from nowhere' })
  await expect(migrate(ownerUrl, { folder })).rejects.toThrow('at line 3: relation "nowhere" does not exist')
})

test('the program’s own migrations run on an empty database, and nothing is left to run', async () => {
  const { appUrl } = inject('postgres')
  await migrate(ownerUrl, { appUrl })
  expect(await pendingMigrations(ownerUrl, migrationsFolder)).toEqual([])
  const programs = new URL(appUrl)
  programs.pathname = new URL(ownerUrl).pathname
  expect(await pendingMigrations(programs.href, migrationsFolder)).toEqual([])
})

async function files(texts: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text)
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}
