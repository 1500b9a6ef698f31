import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'

export type ClonedDatabase = { ownerUrl: string; appUrl: string; drop: () => Promise<void> }

/** A database of this test file's own: migrated, empty, and gone after `drop` (call it in `afterAll`, pools closed). */
export async function cloneDatabase(): Promise<ClonedDatabase> {
  const { ownerUrl, appUrl, template } = inject('postgres')
  const madeAt = Math.floor((performance.timeOrigin + performance.now()) / 1000)
  const name = `clone_${madeAt}_${randomBytes(6).toString('hex')}`
  await asOwner(ownerUrl, `create database ${name} template ${template} strategy file_copy`)
  return {
    ownerUrl: withDatabase(ownerUrl, name),
    appUrl: withDatabase(appUrl, name),
    drop: () => asOwner(ownerUrl, `drop database if exists ${name} with (force)`),
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

function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}
