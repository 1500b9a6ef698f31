import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { append, emptyFrontier, type Frontier, rootOf } from '../platform/merkle.ts'
import type { SigningKey } from '../platform/signing.ts'
import { chainAfter, checkpointNote, firstChain, joinNotes, splitNotes } from './chain.ts'
import type { EventKind } from './kinds.ts'
import {
  allCheckpoints,
  chainHead,
  databaseClock,
  digestsAfter,
  insertCheckpoint,
  insertLinks,
  lastCheckpoint,
  takeSequencerLock,
  unsequencedEvents,
} from './store.ts'

const ROUND = 5_000
const HOUR_IN_MS = 3_600_000
/** After these, what happened is signed at once. */
const milestones: ReadonlySet<string> = new Set<EventKind>([
  'opportunity.published',
  'opportunity.closed',
  'draw.ranked',
  'invoice.paid',
])

/** Processes that have looked through the whole record once: from then on the last day is enough. */
const lookedEverywhere = new WeakSet<App>()
/** Processes whose file of checkpoints is known to be complete. */
const fileComplete = new WeakSet<App>()

/**
 * Gives the committed events their numbers and extends the chain; signs a checkpoint after a milestone, and each hour in
 * which something happened. Run every second; one process at a time does it, the others go on at once. A note is also
 * appended to the file of checkpoints, outside the database, so that a record cut short is found out.
 */
export async function sequenceRecord(app: App): Promise<{ numbered: number; checkpoint: boolean }> {
  const done = await app.transaction('everything', async (tx) => {
    if (!(await takeSequencerLock(tx))) return { numbered: 0, checkpoint: undefined, full: false }
    const { numbered, milestone } = await extendChain(tx, !lookedEverywhere.has(app))
    const checkpoint = await signCheckpoint(app, tx, milestone)
    return { numbered, checkpoint, full: numbered === ROUND }
  })
  if (!done.full) lookedEverywhere.add(app)
  if (done.checkpoint || !fileComplete.has(app)) await completeFile(app)
  return { numbered: done.numbered, checkpoint: done.checkpoint !== undefined }
}

/** The file that holds each checkpoint. Copy it elsewhere: it is what a shortened record is compared with. */
export const checkpointsFile = (app: Pick<App, 'config'>): string => join(app.config.dataDir, 'checkpoints.txt')

/** The name under which this installation signs: it follows its key, so a change of address changes no checkpoint. */
export const checkpointOrigin = (app: Pick<App, 'keys'>): string => `opportune-record/${app.keys.signing.id}`

/** The public half of the key that signs checkpoints: 32 bytes. */
export const checkpointKey = (app: Pick<App, 'keys'>): Buffer => app.keys.signing.publicBytes

async function extendChain(tx: Tx, everything: boolean): Promise<{ numbered: number; milestone: boolean }> {
  const events = await unsequencedEvents(tx, ROUND, everything)
  if (events.length === 0) return { numbered: 0, milestone: false }

  let { number, chain } = (await chainHead(tx)) ?? { number: 0, chain: firstChain }
  const links = events.map(({ id, digest, recordedAt }) => {
    number += 1
    chain = chainAfter(chain, digest, recordedAt)
    return { number, eventId: id, digest, chain }
  })
  await insertLinks(tx, links)
  return { numbered: events.length, milestone: events.some(({ kind }) => milestones.has(kind)) }
}

async function signCheckpoint(app: App, tx: Tx, milestone: boolean): Promise<string | undefined> {
  const last = await lastCheckpoint(tx)
  const head = await chainHead(tx)
  if (!head || head.number === last?.size) return undefined
  const at = await databaseClock(tx)
  const due = !last || at.getTime() - last.at.getTime() >= HOUR_IN_MS
  if (!milestone && !due) return undefined

  const before = last ? frontierFrom(last.size, last.frontier) : emptyFrontier
  const frontier = (await digestsAfter(tx, before.size)).reduce(append, before)
  const root = rootOf(frontier)
  const facts = { origin: checkpointOrigin(app), size: frontier.size, root, chain: head.chain, at }
  const note = checkpointNote(signingKeyOf(app), facts)
  await insertCheckpoint(tx, { size: frontier.size, root, frontier: Buffer.concat(frontier.hashes), note, at })
  return note
}

/** Appends the notes that the file lacks: also those of a process that was killed between its commit and its file. */
async function completeFile(app: App): Promise<void> {
  const path = checkpointsFile(app)
  const kept = new Set(splitNotes(await readFile(path, 'utf8').catch(whenMissing)))
  const checkpoints = await app.read('everything', allCheckpoints)
  const missing = checkpoints.map(({ note }) => note).filter((note) => !kept.has(note))
  if (missing.length > 0) {
    await mkdir(app.config.dataDir, { recursive: true })
    const file = await open(path, 'a')
    await file.appendFile(joinNotes(missing))
    await file.sync()
    await file.close()
  }
  fileComplete.add(app)
}

const frontierFrom = (size: number, bytes: Buffer): Frontier => ({
  size,
  hashes: Array.from({ length: bytes.length / 32 }, (_, at) => bytes.subarray(at * 32, at * 32 + 32)),
})

const signingKeyOf = (app: App): SigningKey => ({ secret: app.keys.signing.privateKey, publicKey: checkpointKey(app) })

function whenMissing(error: NodeJS.ErrnoException): string {
  if (error.code !== 'ENOENT') throw error
  return ''
}
