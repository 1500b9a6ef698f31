import pg from 'pg'
import type { Logger } from 'pino'
import type { DatabaseRole } from './db.ts'

/** What the database says of the data that the public reads. */
export type PublicVersion = {
  /** Another number after each change; nothing while nobody would tell of one: keep no page, and give none. */
  current(): number | undefined
  /** The database's clock in milliseconds, as near as can be said from here, and never behind it. */
  now(): number
  stop(): Promise<void>
}

export type Following = {
  readonly url: string
  readonly role: DatabaseRole
  readonly log: Pick<Logger, 'info' | 'warn'>
  /** This process's clock; the database's is reckoned from it. */
  readonly clock: () => Date
  /** How often the connection must prove that it is alive. */
  readonly beatInMs?: number
  /** How long it may take to. */
  readonly patienceInMs?: number
}

/**
 * Listens on a connection of its own. Each beat asks for the number of changes: a connection that does not answer is
 * given up, and a change that was not told (a pooler in between that loses LISTEN) is seen by its number. While there is
 * no connection there is no version, and after each new one all pages are another version.
 */
export function followPublicVersion({
  url,
  role,
  log,
  clock,
  beatInMs = BEAT_IN_MS,
  patienceInMs = PATIENCE_IN_MS,
}: Following): PublicVersion {
  let client: pg.Client | undefined
  let listening = false
  let version = 0
  let ahead = 0
  let stopped = false
  let wait = FIRST_WAIT_IN_MS
  let timer: NodeJS.Timeout | undefined
  /** The number of the last change that was told, or seen at a beat. */
  let heard = 0

  const later = (work: () => void, ms: number) => {
    if (stopped) return
    timer = setTimeout(work, ms)
    timer.unref()
  }
  const lose = (lost: pg.Client, error: unknown) => {
    if (client !== lost) return
    client = undefined
    if (listening) log.warn({ err: error }, 'changes are not heard: pages are not kept')
    listening = false
    lost.end().catch(() => {})
    later(() => void connect(), wait)
    wait = Math.min(wait * 2, LONGEST_WAIT_IN_MS)
  }
  const connect = async () => {
    const opening = new pg.Client({
      connectionString: url,
      options: `-c role=${role} -c timezone=UTC`,
      application_name: `${role} listens`,
      connectionTimeoutMillis: patienceInMs,
      query_timeout: patienceInMs,
      keepAlive: true,
    })
    client = opening
    opening.on('error', (error) => lose(opening, error))
    opening.on('end', () => lose(opening, undefined))
    opening.on('notification', ({ payload }) => {
      heard = Math.max(heard, Number(payload))
      version += 1
    })
    try {
      await opening.connect()
      await opening.query(`listen ${CHANNEL}`)
      await beat(opening)
      if (client !== opening) return
      version += 1
      listening = true
      wait = FIRST_WAIT_IN_MS
      log.info('changes are heard: pages are kept')
    } catch (error) {
      lose(opening, error)
    }
  }
  const beat = async (asked: pg.Client): Promise<void> => {
    const before = clock().getTime()
    const { rows } = await asked.query<{ now: Date; changes: string }>(
      'select clock_timestamp() as now, last_value as changes from publication.version',
    )
    const [row] = rows
    if (!row || client !== asked) return
    // Read after the question left: never behind, and ahead by at most the time that the answer took.
    ahead = row.now.getTime() + 1 - before
    if (Number(row.changes) > heard) {
      heard = Number(row.changes)
      version += 1
    }
    later(() => {
      beat(asked).catch((error: unknown) => lose(asked, error))
    }, beatInMs)
  }

  void connect()
  return {
    current: () => (listening ? version : undefined),
    now: () => clock().getTime() + ahead,
    async stop() {
      stopped = true
      clearTimeout(timer)
      listening = false
      const last = client
      client = undefined
      await last?.end().catch(() => {})
    },
  }
}

const CHANNEL = 'opportune_public'
const BEAT_IN_MS = 2_000
const PATIENCE_IN_MS = 3_000
const FIRST_WAIT_IN_MS = 100
const LONGEST_WAIT_IN_MS = 5_000
