import { createHash } from 'node:crypto'
import { checkpointText, type SigningKey, signNote } from '../platform/signing.ts'

/** What comes before the first link. */
export const firstChain: Buffer = Buffer.alloc(32)

/** Each link holds the one before it, the event's digest, and when the database wrote the event (microseconds since 1970). */
export function chainAfter(before: Buffer, digest: Buffer, recordedAt: bigint): Buffer {
  const when = Buffer.alloc(8)
  when.writeBigInt64BE(recordedAt)
  return createHash('sha256').update(before).update(digest).update(when).digest()
}

/** Where one checkpoint ends and the next begins, in the file: a line that no note has. */
const SEPARATOR = '\n==\n'

export type CheckpointFacts = {
  readonly origin: string
  readonly size: number
  readonly root: Buffer
  readonly chain: Buffer
  readonly at: Date
}

/** A checkpoint as a signed note. Two lines of ours follow the three of the format: the chain's head and the instant. */
export const checkpointNote = (key: SigningKey, { origin, size, root, chain, at }: CheckpointFacts): string =>
  signNote(
    key,
    origin,
    `${checkpointText({ origin, size, root })}chain ${chain.toString('base64')}\nat ${at.toISOString()}\n`,
  )

/** Our two lines of a checkpoint's text. */
export function extensionOf(text: string): { chain: Buffer; at: string } | undefined {
  const [, chain, at] = /\nchain ([A-Za-z0-9+/]{43}=)\nat ([0-9TZ:.-]+)\n$/.exec(text) ?? []
  return chain === undefined || at === undefined ? undefined : { chain: Buffer.from(chain, 'base64'), at }
}

/** How notes are kept in one file, and read from it. */
export const joinNotes = (notes: readonly string[]): string => notes.map((note) => note + SEPARATOR.slice(1)).join('')
export const splitNotes = (text: string): string[] =>
  text
    .split(/^==$\n?/m)
    .map((note) => note.replace(/^\n+/, ''))
    .filter((note) => note.trim() !== '')
