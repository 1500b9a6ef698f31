import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { KyselyPlugin } from 'kysely'
import { Client } from 'pg'
import { type Supplier, system } from '../src/accounts/rules.ts'
import { receiveSealed } from '../src/applications/submission.ts'
import { closeOpportunity } from '../src/draws/closing.ts'
import type { App } from '../src/platform/app.ts'
import { newId, newToken, randomId } from '../src/platform/ids.ts'
import { sha256Hex } from '../src/platform/sealing.ts'
import { type Arranged, arrangeOpen, type Scene } from './arrange.applications.ts'

export type Round = {
  /** Answered "received", with an instant, to a submitter. */
  acknowledged: number
  /** Answered "too late" or "not open". */
  refused: number
  /** Acknowledged and not on the roster, or there with other bytes. */
  missing: number
  /** Acknowledged, or stored, with an instant at the closing or after it. */
  late: number
  /** On the roster and never acknowledged. */
  unheard: number
  /** How long the closing waited for the lock that submissions share. */
  waitMs: number
  /** The whole closing, wait and roster included. */
  closingMs: number
}

/**
 * What happens on a busy machine: one submission in ten pauses between its last statement and its commit. An application
 * acknowledged after such a pause must be on the roster like any other.
 */
export async function pauseCommits(ownerUrl: string, longestMs = 40): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(`
    create or replace function pause_before_commit() returns trigger language plpgsql as $$
    begin
      if random() < 0.1 then perform pg_sleep(random() * ${longestMs / 1_000}); end if;
      return null;
    end $$;
    drop trigger if exists pausing on application_seals;
    create constraint trigger pausing after insert on application_seals
      deferrable initially deferred for each row execute function pause_before_commit();`)
  await owner.end()
}

type Entry = { id: string; token: string; supplier: Supplier }

const SUBMITTERS = 500

/**
 * Five hundred submitters, or as many as there are suppliers, hand in prepared applications as fast as the pools allow while the closing happens, with the
 * real clock. The checker then believes nobody: it compares what submitters were told with the roster and the seals.
 */
export async function raceTheClosing(
  scene: Scene,
  suppliers: readonly Supplier[],
  { leadMs }: { leadMs: number },
): Promise<Round> {
  const { app, worker } = scene
  const far = new Date(performance.timeOrigin + performance.now() + 86_400_000)
  const arranged = await arrangeOpen(scene, { closesAt: far, slug: `race-${randomBytes(6).toString('hex')}` })
  const entries = await prepared(app, arranged, suppliers)
  const closesAt = await moveClosing(worker, arranged, leadMs)

  const told: { entry: Entry; sha: string; at: Date }[] = []
  let refused = 0
  const submitter = async (mine: readonly Entry[]) => {
    await sleep(Math.random() * leadMs)
    for (const entry of mine) {
      const sealed = randomBytes(512)
      const sealedSha256 = sha256Hex(sealed)
      const outcome = await receiveSealed(app, entry.supplier, {
        posted: arranged.posted,
        application: { id: entry.id, token: entry.token, language: 'en' },
        draft: { version: 1, ciphertext: randomBytes(64), wrappedKey: randomBytes(32) },
        seal: {
          id: newId(app.clock(), randomBytes),
          ...{ sealed, sealedSha256, contentCommitment: sha256Hex(sealedSha256) },
        },
      })
      if (!outcome.ok) {
        refused += 1
        return
      }
      told.push({ entry, sha: outcome.value.facts.sealedSha256, at: outcome.value.facts.receivedAt })
    }
  }
  const share = Math.ceil(entries.length / SUBMITTERS)
  const crowd = Array.from({ length: Math.min(SUBMITTERS, entries.length) }, (_, place) =>
    submitter(entries.slice(place * share, (place + 1) * share)),
  )
  const closing = closeOnTime(worker, arranged.id, closesAt)
  await Promise.all(crowd)
  const { roster, waitMs, closingMs } = await closing

  const listed = new Map(
    roster
      .split('\n')
      .slice(3, -1)
      .map((line) => [line.slice(0, 10), line.slice(11)]),
  )
  const heard = new Set(told.map(({ entry }) => entry.token))
  const lateSeals = await app.read('everything', (tx) =>
    tx
      .selectFrom('applicationSeals as s')
      .innerJoin('applications as a', 'a.id', 's.applicationId')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('a.opportunityId', '=', arranged.id)
      .where('s.submittedAt', '>=', closesAt)
      .executeTakeFirstOrThrow(),
  )
  return {
    acknowledged: told.length,
    refused,
    missing: told.filter(({ entry, sha }) => listed.get(entry.token) !== sha).length,
    late: told.filter(({ at }) => at >= closesAt).length + lateSeals.count,
    unheard: [...listed.keys()].filter((token) => !heard.has(token)).length,
    waitMs,
    closingMs,
  }
}

/** One started application for each supplier, in one statement. */
async function prepared(
  app: App,
  { id: opportunityId, posted }: Arranged,
  suppliers: readonly Supplier[],
): Promise<Entry[]> {
  const entries = suppliers.map((supplier) => ({ id: randomId(randomBytes), token: newToken(randomBytes), supplier }))
  await app.transaction('everything', (tx) =>
    tx
      .insertInto('applications')
      .values(
        entries.map(({ id, token, supplier }) => ({
          ...{ id, token, supplierId: supplier.id, opportunityId, departmentId: posted.departmentId },
          ...{ state: 'draft' as const, language: 'en' as const, createdAt: app.clock() },
        })),
      )
      .execute(),
  )
  return entries
}

async function moveClosing(worker: App, { id }: Arranged, leadMs: number): Promise<Date> {
  return worker.transaction('everything', async (tx) => {
    const closesAt = new Date((await tx.now()).getTime() + leadMs)
    await tx.updateTable('opportunities').set({ closesAt }).where('id', '=', id).execute()
    return closesAt
  })
}

/** The same program, noting how long each wait for the closing's lock took. */
function timingTheLock(app: App, waits: number[]): App {
  const asked = new WeakMap<object, number>()
  const timer: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      const raw = node.kind === 'RawNode' ? node.sqlFragments.join('') : ''
      if (raw.includes('pg_advisory_xact_lock(')) asked.set(queryId, performance.now())
      return node
    },
    async transformResult({ result, queryId }) {
      const since = asked.get(queryId)
      if (since !== undefined) waits.push(performance.now() - since)
      return result
    },
  }
  return {
    ...app,
    transaction: (scope, act, as) =>
      app.transaction(scope, (tx) => act(Object.assign(tx.withPlugin(timer), { now: () => tx.now() })), as),
  }
}

/** The closing asks the database's clock until it agrees; only the last, successful try is timed. */
async function closeOnTime(worker: App, opportunityId: string, closesAt: Date) {
  const waits: number[] = []
  const timed = timingTheLock(worker, waits)
  await sleep(Math.max(0, closesAt.getTime() - (performance.timeOrigin + performance.now())))
  for (;;) {
    const started = performance.now()
    const closed = await closeOpportunity(timed, system, { opportunityId })
    const waitMs = waits.at(-1)
    if (waitMs === undefined) throw new Error('the closing took no lock')
    if (closed.ok) return { roster: closed.value.text, waitMs, closingMs: performance.now() - started }
    if (closed.because !== 'too_early') throw new Error(`the closing was refused: ${closed.because}`)
    await sleep(1)
  }
}
