import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { generateSchema, generateTables } from './generate.ts'
import { migrate } from './migrations.ts'
import { startScratchPostgres } from './postgres.scratch.ts'
import { rootFolder } from './root.ts'

/** Run by `bin/check`: compares the generated files with fresh ones, or writes them with `--fix`. */
const fix = process.argv.includes('--fix')
const fresh = await generateAll()
const stale: string[] = []
for (const [name, text] of Object.entries(fresh)) {
  const path = join(rootFolder, name)
  const committed = await readFile(path, 'utf8').catch(() => '')
  if (committed === text) continue
  if (fix) await writeFile(path, text)
  stale.push(name)
}
if (stale.length) process.stdout.write(`${fix ? 'Written' : 'Not what the migrations make'}: ${stale.join(', ')}\n`)
if (stale.length && !fix) process.stdout.write('Run bin/check --fix and commit the files.\n')
process.exitCode = stale.length && !fix ? 1 : 0

async function generateAll(): Promise<Record<string, string>> {
  const server = await startScratchPostgres('generate', { info() {}, warn() {} })
  const name = `generate_${process.pid}`
  const url = new URL(server.ownerUrl)
  url.pathname = `/${name}`
  const ownerUrl = url.href
  try {
    await asOwner(server.ownerUrl, `create database ${name}`)
    await migrate(ownerUrl, { appUrl: server.appUrl })
    return {
      'src/platform/tables.ts': await generateTables(ownerUrl),
      'db/schema.sql': await generateSchema(ownerUrl),
    }
  } finally {
    await asOwner(server.ownerUrl, `drop database if exists ${name} with (force)`)
    await server.stop()
  }
}

async function asOwner(url: string, statement: string): Promise<void> {
  const owner = new Client({ connectionString: url })
  await owner.connect()
  try {
    await owner.query(statement)
  } finally {
    await owner.end()
  }
}
