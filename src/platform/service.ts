import { sql } from 'kysely'
import type { App } from './app.ts'
import type { Tx } from './db.ts'
import { newId } from './ids.ts'
import { type RunningJobs, repeat } from './jobs.ts'

/** From an instant up to another, in which the site could not be used. */
export type Gap = { readonly from: Date; readonly to: Date }

const BEAT_IN_MS = 5_000
/** Three beats that are missing: what is shorter is a restart, which nobody notices who reads for a moment. */
const LONGEST_PAUSE_IN_MS = 15_000
const KEPT_DAYS = 40
/** Beyond this somebody is told, and beyond that no closing happens by itself. */
export const TOLD_OFFSET_IN_MS = 50
export const MOST_OFFSET_IN_MS = 1_000

type Serving = { span: string | undefined; failures: number; offsetMs: number }
const serving = new WeakMap<App, Serving>()

/**
 * Writes every few seconds that this process serves pages and reaches its database: what is not written afterwards is
 * a time at which the site was away. Answers of 500 and more are counted along.
 */
export function startServing(app: App): RunningJobs {
  return repeat('service.beat', BEAT_IN_MS, () => beat(app), app.log)
}

/** Counts an answer that failed; it is written with the next beat that reaches the database. */
export const countFailure = (app: App): void => {
  serviceOf(app).failures += 1
}

/** How far the database's clock is ahead of this process's, at the last beat. */
export const clockOffset = (app: App): number => serviceOf(app).offsetMs

export async function beat(app: App): Promise<void> {
  const state = serviceOf(app)
  const { failures } = state
  const offset = await app.transaction('everything', async (tx) => {
    const { now, offsetMs } = await comparedClocks(app, tx)
    if (!(state.span && (await prolonged(tx, state.span, now)))) state.span = await begun(tx, app, now)
    if (failures > 0) await addFailures(tx, failures, now)
    return offsetMs
  })
  state.failures -= failures
  state.offsetMs = offset
  if (Math.abs(offset) > TOLD_OFFSET_IN_MS) app.log.warn({ ms: offset }, 'the clock of the database is not ours')
}

/**
 * The database's instant, with how far it is from this process's clock, at least: the way there and back is nobody's
 * fault. Both clocks wrong alike, as on one machine, are not seen here: that is the time service's part.
 */
export async function comparedClocks(app: App, tx: Tx): Promise<{ now: Date; offsetMs: number; unsure: boolean }> {
  const before = app.clock().getTime()
  const now = await tx.now()
  const after = app.clock().getTime()
  const at = now.getTime()
  const offsetMs = at < before ? at - before : at > after ? at - after : 0
  return { now, offsetMs, unsure: Math.abs(offsetMs) > MOST_OFFSET_IN_MS }
}

/** When the site was away between two instants, by what was measured; before the first measurement nothing is known. */
export async function gapsBetween(tx: Tx, from: Date, to: Date): Promise<readonly Gap[]> {
  const { first } = await tx
    .selectFrom('serviceSpans')
    .select(({ fn }) => fn.min('fromAt').as('first'))
    .executeTakeFirstOrThrow()
  if (!first) return []
  const spans = await tx
    .selectFrom('serviceSpans')
    .select(['fromAt as from', 'toAt as to'])
    .where('toAt', '>=', from)
    .where('fromAt', '<=', to)
    .orderBy('fromAt')
    .execute()
  return gapsIn(spans, first > from ? first : from, to)
}

/** What no span covers, breaks of a restart left out. Spans are in the order of their beginnings. */
export function gapsIn(spans: readonly Gap[], from: Date, to: Date): readonly Gap[] {
  const gaps: Gap[] = []
  let reached = from
  for (const span of [...spans, { from: to, to }]) {
    if (span.from.getTime() - reached.getTime() > LONGEST_PAUSE_IN_MS) gaps.push({ from: reached, to: span.from })
    if (span.to > reached) reached = span.to
  }
  return gaps
}

function serviceOf(app: App): Serving {
  const known = serving.get(app)
  if (known) return known
  const made = { span: undefined, failures: 0, offsetMs: 0 }
  serving.set(app, made)
  return made
}

/** False when the last beat is too long ago: then the break stays to be seen. */
async function prolonged(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('serviceSpans')
    .set({ toAt: now })
    .where('id', '=', id)
    .where('toAt', '<=', now)
    .where('toAt', '>=', new Date(now.getTime() - LONGEST_PAUSE_IN_MS))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

async function begun(tx: Tx, app: App, now: Date): Promise<string> {
  const id = newId(now, app.random)
  await tx.insertInto('serviceSpans').values({ id, fromAt: now, toAt: now }).execute()
  const old = new Date(now.getTime() - KEPT_DAYS * 86_400_000)
  await tx.deleteFrom('serviceSpans').where('toAt', '<', old).execute()
  await tx.deleteFrom('serviceFailures').where('minute', '<', old).execute()
  return id
}

async function addFailures(tx: Tx, answers: number, now: Date): Promise<void> {
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000)
  await tx
    .insertInto('serviceFailures')
    .values({ minute, answers })
    .onConflict((conflict) =>
      conflict.column('minute').doUpdateSet({ answers: sql<number>`service_failures.answers + ${answers}` }),
    )
    .execute()
}
