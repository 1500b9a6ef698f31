import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Composed, compose, configured } from '../src/compose.ts'
import { cloneDatabase } from './cloned.ts'

/** The whole program on a database of this file's own, as the command line composes it. */
export async function openProgram(
  clock: () => Date = () => new Date(),
  settings: Readonly<Record<string, string>> = {},
): Promise<Composed> {
  const database = await cloneDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'opportune-program-'))
  const environment = {
    ...{ NODE_ENV: 'test', LOG_LEVEL: 'silent', DEMO: '1', DATA_DIR: folder },
    ...{ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl },
    ...settings,
    AUDITOR_EMAIL: `auditor-${randomBytes(3).toString('hex')}@example.ca`,
  }
  const program = await compose(configured(environment), clock)
  return {
    ...program,
    async close() {
      await program.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
