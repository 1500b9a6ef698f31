import type { Tx } from '../platform/db.ts'
import { append, emptyFrontier, rootOf } from '../platform/merkle.ts'
import { parseCheckpoint, verifyNote } from '../platform/signing.ts'
import { chainAfter, extensionOf, firstChain, splitNotes } from './chain.ts'
import { digestOf } from './record.ts'
import { allCheckpoints, type NumberedEvent, numberedEvents, overdueEvents, type StoredCheckpoint } from './store.ts'

export type HistoryProblemKind =
  | 'event_edited'
  | 'event_removed'
  | 'event_inserted'
  | 'event_not_numbered'
  | 'number_missing'
  | 'link_edited'
  | 'checkpoint_edited'
  | 'checkpoint_removed'
  | 'checkpoint_not_signed'
  | 'checkpoint_differs'
  | 'record_shortened'

/** One thing that is wrong, and where: at which number, which event, or which size of the record. */
export type HistoryProblem = {
  readonly kind: HistoryProblemKind
  readonly number?: number
  readonly eventId?: string
  readonly size?: number
}

export type Verified = {
  readonly problems: readonly HistoryProblem[]
  readonly events: number
  readonly checkpoints: number
}

export type Witness = {
  /** The name under which checkpoints are signed, and the key: 32 bytes. */
  readonly origin: string
  readonly publicKey: Buffer
  /** The file of checkpoints kept outside the database. Nothing: what was cut off the end cannot be found. */
  readonly checkpoints?: string | undefined
}

const PAGE = 5_000
/** A transaction may commit late; an event this much older than those numbered before it was put in afterwards. */
const LATENESS_IN_MICROS = 300_000_000n

/**
 * Checks the whole record: each event against its digest, each number against the one before it, each checkpoint against
 * the events it covers and against its signature, and the end of the record against the checkpoints kept outside.
 */
export async function verifyHistory(tx: Tx, witness: Witness): Promise<Verified> {
  const problems: HistoryProblem[] = []
  const stored = await allCheckpoints(tx)
  const outside = splitNotes(witness.checkpoints ?? '')
  const wanted = new Set([...stored.map(({ size }) => size), ...outside.map(sizeIn)])
  const reached = new Map<number, { root: Buffer; chain: Buffer; frontier: Buffer }>()

  let before = { number: 0, chain: firstChain, newest: 0n }
  let frontier = emptyFrontier
  for (;;) {
    const page = await numberedEvents(tx, before.number, PAGE)
    for (const numbered of page) {
      problems.push(...problemsOf(numbered, before))
      const { link, event } = numbered
      frontier = append(frontier, link.digest)
      const newest = event && event.recordedAt > before.newest ? event.recordedAt : before.newest
      before = { number: link.number, chain: link.chain, newest }
      if (wanted.has(link.number))
        reached.set(link.number, {
          root: rootOf(frontier),
          chain: link.chain,
          frontier: Buffer.concat(frontier.hashes),
        })
    }
    if (page.length < PAGE) break
  }
  for (const eventId of await overdueEvents(tx)) problems.push({ kind: 'event_not_numbered', eventId })

  const kept = new Set(stored.map(({ note }) => note))
  for (const checkpoint of stored) problems.push(...checkpointProblems(checkpoint, witness, reached))
  for (const note of outside) {
    const read = readNote(note, witness)
    if (!read) problems.push({ kind: 'checkpoint_not_signed', size: sizeIn(note) })
    else if (read.size > before.number)
      problems.push({ kind: 'record_shortened', size: read.size, number: before.number })
    else if (!agrees(read, reached)) problems.push({ kind: 'checkpoint_differs', size: read.size })
    if (read && !kept.has(note)) problems.push({ kind: 'checkpoint_removed', size: read.size })
  }
  return { problems: withoutRepeats(problems), events: before.number, checkpoints: stored.length }
}

function problemsOf(
  { link, event }: NumberedEvent,
  before: { number: number; chain: Buffer; newest: bigint },
): HistoryProblem[] {
  const where = { number: link.number, eventId: link.eventId }
  const problems: HistoryProblem[] = []
  if (link.number !== before.number + 1) problems.push({ kind: 'number_missing', number: before.number + 1 })
  if (!event) return [...problems, { kind: 'event_removed', ...where }]

  const digest = digestOf(event)
  if (!event.wholeMillis || !digest.equals(event.digest)) problems.push({ kind: 'event_edited', ...where })
  else if (!digest.equals(link.digest)) problems.push({ kind: 'event_edited', ...where })
  const follows = link.number === before.number + 1
  if (follows && !chainAfter(before.chain, link.digest, event.recordedAt).equals(link.chain))
    problems.push({ kind: 'link_edited', ...where })
  if (event.recordedAt + LATENESS_IN_MICROS < before.newest) problems.push({ kind: 'event_inserted', ...where })
  return problems
}

type Reached = ReadonlyMap<number, { root: Buffer; chain: Buffer; frontier: Buffer }>
type Read = { size: number; root: Buffer; chain: Buffer; at: string }

function checkpointProblems(checkpoint: StoredCheckpoint, witness: Witness, reached: Reached): HistoryProblem[] {
  const { size, root, frontier, note, at } = checkpoint
  const read = readNote(note, witness)
  if (!read) return [{ kind: 'checkpoint_not_signed', size }]
  const asSigned = read.size === size && read.root.equals(root) && read.at === at.toISOString()
  if (!asSigned) return [{ kind: 'checkpoint_edited', size }]
  const there = reached.get(size)
  if (!there) return [{ kind: 'record_shortened', size }]
  if (!agrees(read, reached)) return [{ kind: 'checkpoint_differs', size }]
  return there.frontier.equals(frontier) ? [] : [{ kind: 'checkpoint_edited', size }]
}

function readNote(note: string, { origin, publicKey }: Witness): Read | undefined {
  const text = verifyNote({ name: origin, publicKey }, note)
  const checkpoint = text.ok ? parseCheckpoint(text.value) : text
  const extension = text.ok ? extensionOf(text.value) : undefined
  if (!checkpoint.ok || !extension || checkpoint.value.origin !== origin) return undefined
  return { size: checkpoint.value.size, root: checkpoint.value.root, ...extension }
}

function agrees({ size, root, chain }: Read, reached: Reached): boolean {
  const there = reached.get(size)
  if (!there) return false
  return there.root.equals(root) && there.chain.equals(chain)
}

/** The size that a note claims, signed or not; 0 when it claims none. */
const sizeIn = (note: string): number => Number(/^[^\n]+\n([0-9]{1,15})\n/.exec(note)?.[1] ?? 0)

const withoutRepeats = (problems: readonly HistoryProblem[]): HistoryProblem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
]
