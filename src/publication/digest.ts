import type { App } from '../platform/app.ts'
import { enqueue, type Tx } from '../platform/db.ts'
import { formatInstant, formatMoney } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { lockMailing, type Reader, startMailing, writeLetters } from '../platform/mailings.ts'
import { policyOf } from '../policy/store.ts'
import { BATCH, leavingFacts } from '../subscribers/commands.ts'
import type { DigestCadence } from '../subscribers/rules.ts'
import { hostDepartment } from '../subscribers/store.postings.ts'
import { type DigestReader, digestReadersAfter, saveDigested } from '../subscribers/store.ts'
import { watchesAmong } from '../subscribers/store.watching.ts'
import { type ChangedLine, type DigestLine, digestEmail } from './emails.digest.ts'
import { namesChanged } from './news.ts'
import { digestDue, digestFor, isNews } from './rules.digest.ts'
import { claimDigestRun, type DigestPosting, digestPostings, finishDigestRun, hasDigestRun } from './store.digest.ts'

const DAY_IN_MS = 86_400_000
/** More are on the list. */
const MOST_FRESH = 10
const MOST_CLOSING = 5
const MOST_CHANGED = 10

/** Looks every second whether a digest is due and begins it: each instant once, whichever process is first. */
export async function beginDigests(app: App): Promise<void> {
  const due = await app.read('everything', async (tx) => {
    const times = await timesOf(tx)
    if (!times) return []
    const all = (['daily', 'weekly'] as const).map((cadence) => ({
      cadence,
      dueAt: digestDue(cadence, times, times.now),
    }))
    const begun = await Promise.all(all.map(({ cadence, dueAt }) => hasDigestRun(tx, cadence, dueAt)))
    return all.filter((_, place) => !begun[place])
  })
  for (const { cadence, dueAt } of due)
    await app.transaction('everything', async (tx) => {
      if (!(await claimDigestRun(tx, cadence, dueAt))) return
      const at = dueAt.toISOString()
      await enqueue(tx, 'subscribers.digest', { cadence, dueAt: at }, { key: `digest ${cadence} ${at}` })
    })
}

/**
 * Writes the digest of an instant: one letter to each reader for whom something is new, in batches. Run again it goes on
 * where it stopped: whoever was looked at has had this digest, letter or none.
 */
export async function writeDigest(
  app: App,
  { cadence, dueAt }: { cadence: DigestCadence; dueAt: Date },
): Promise<number> {
  const run = await app.transaction('everything', (tx) => openRun(tx, app, cadence, dueAt))
  if (!run) return 0
  let after: string | null = null
  let written = 0
  for (;;) {
    const last: string | null = after
    const batch: Batch = await app.transaction('everything', (tx) => writeBatch(tx, app, run, last))
    written += batch.letters
    after = batch.after
    if (after === null) return written
  }
}

type Batch = { readonly letters: number; readonly after: string | null }
type Run = {
  readonly id: string
  readonly name: string
  readonly cadence: DigestCadence
  readonly dueAt: Date
  readonly soon: Date
  readonly open: readonly DigestPosting[]
}

async function openRun(tx: Tx, app: App, cadence: DigestCadence, dueAt: Date): Promise<Run | undefined> {
  const times = await timesOf(tx)
  if (!times) return undefined
  const { now, departmentId, soonDays } = times
  const open = await digestPostings(tx, now)
  const days = cadence === 'daily' ? 1 : 7
  const name = `digest ${cadence} ${dueAt.toISOString()}`
  const id = await startMailing(tx, app.random, {
    ...{ kind: digestEmail, name, departmentId, opportunityId: null },
    facts: { en: {}, fr: {} },
    // The next one tells the same better.
    until: new Date(dueAt.getTime() + days * DAY_IN_MS),
  })
  return { id, name, cadence, dueAt, soon: new Date(dueAt.getTime() + Math.max(soonDays, days) * DAY_IN_MS), open }
}

async function writeBatch(tx: Tx, app: App, run: Run, after: string | null): Promise<Batch> {
  const { id, cadence, dueAt } = run
  const { written } = await lockMailing(tx, id)
  if (written) return { letters: 0, after: null }
  const readers = await digestReadersAfter(tx, { cadence, dueAt, after, most: BATCH })
  const watched = await watchesAmong(tx, {
    subscribers: readers.map((reader) => reader.id),
    opportunities: run.open.filter(({ amendedAt }) => amendedAt.length > 0).map(({ opportunityId }) => opportunityId),
  })
  const letters = readers.flatMap((reader) => letterTo({ ...reader, watched: watched.get(reader.id) ?? none }, run))
  const last = readers.length < BATCH
  await writeLetters(tx, app.random, { id, readers: letters, last })
  await saveDigested(
    tx,
    readers.map((reader) => reader.id),
    dueAt,
  )
  if (last) await finishDigestRun(tx, cadence, dueAt, await tx.now())
  return { letters: letters.length, after: last ? null : (readers.at(-1)?.id ?? null) }
}

const none: ReadonlySet<string> = new Set()

function letterTo(
  reader: DigestReader & { readonly watched: ReadonlySet<string> },
  { name, cadence, dueAt, soon, open }: Run,
): Reader[] {
  const said = digestFor(open, reader, { dueAt, soon })
  if (!said) return []
  const { id, email, language } = reader
  const lines = (postings: readonly DigestPosting[], most: number) =>
    JSON.stringify(postings.slice(0, most).map((posting) => lineOf(posting, language)))
  const facts = {
    ...{ cadence, count: said.fresh.length, changes: said.changed.length },
    ...{ fresh: lines(said.fresh, MOST_FRESH), closing: lines(said.closing, MOST_CLOSING) },
    changed: JSON.stringify(said.changed.slice(0, MOST_CHANGED).map((posting) => changeOf(posting, reader, dueAt))),
    ...leavingFacts(reader),
  }
  return [{ id, email, language, facts, once: `${name} ${email}` }]
}

const lineOf = ({ title, slug, price, closesAt, zone }: DigestPosting, language: Language): DigestLine => [
  ...([title[language], slug] as const),
  ...([formatMoney(price, language), formatInstant(closesAt, zone, language)] as const),
]

/** What changed since their last digest: where the closing moved, or which parts read otherwise. */
function changeOf(posting: DigestPosting, reader: DigestReader, dueAt: Date): ChangedLine {
  const { title, slug, amendments, closesAt, zone } = posting
  const { language } = reader
  const made = amendments.filter(({ publishedAt }) => isNews(publishedAt, reader, dueAt))
  const moved = made.some(({ changes }) => changes.some(({ field }) => field === 'closesAt'))
  const names = namesChanged(made).map((name) => name[language])
  return [
    ...([title[language], slug] as const),
    ...([moved ? 'moved' : 'amended', names.join(', '), formatInstant(closesAt, zone, language)] as const),
  ]
}

/** The list is one for every department: its times are those of the department in whose name it writes. */
async function timesOf(tx: Tx) {
  const departmentId = await hostDepartment(tx)
  if (departmentId === null) return undefined
  const now = await tx.now()
  const { mailingList, zone } = await policyOf(tx, departmentId, now)
  const { digestClock: clock, digestWeekday: weekday, closingSoonDays: soonDays } = mailingList
  return { departmentId, now, zone, clock, weekday, soonDays }
}
