import { createHash, createHmac } from 'node:crypto'
import { type Decision, no, yes } from '../platform/decision.ts'
import { newToken } from '../platform/ids.ts'
import type { Random } from '../platform/random.ts'
import type { DrawFile } from './draw-json.ts'
import {
  byTicket,
  checkDraw,
  checkManifest,
  checkRoster,
  type DrawInput,
  type DrawRefusal,
  isHash,
  isSeed,
  type ManifestInput,
  type ManifestRefusal,
  type RosterInput,
  type RosterRefusal,
  type Ticket,
  texts,
} from './grammar.ts'

export { type DrawFile, type DrawJsonRefusal, parseDrawJson } from './draw-json.ts'
export type { DrawInput, DrawRefusal, ManifestInput, Received, RosterInput, Ticket } from './grammar.ts'
export { newToken }

/** A text to publish and its hexadecimal SHA-256. */
export type Hashed = { readonly text: string; readonly hash: string }

export type Ranked = {
  readonly commitment: string
  readonly rosterHash: string
  readonly manifestHash: string
  readonly key: string
  readonly ranking: readonly Ticket[]
}

export type Difference = 'commitment_differs' | 'roster_hash_differs' | 'manifest_hash_differs' | 'ranking_differs'
export type Unchecked = 'not_checked' | 'ranking_missing'
export type VerifyRefusal = DrawRefusal | 'bad_published' | Difference | Unchecked

/** The commitment published with the opportunity: it fixes the seed without telling it. */
export function commitmentOf(seed: string): Decision<string, 'bad_seed'> {
  return isSeed(seed) ? yes(sha256(texts.seed(seed))) : no('bad_seed')
}

/** The list of sealed applications, as mailed to every applicant at closing. Sorted here, whatever the order given. */
export function rosterText(input: RosterInput): Decision<Hashed, RosterRefusal> {
  const checked = checkRoster(input)
  return checked.ok ? yes(hashed(texts.roster(checked.value))) : checked
}

/** What is published when results are locked, before the value of the beacon exists. */
export function manifestText(input: ManifestInput): Decision<Hashed, ManifestRefusal> {
  const checked = checkManifest(input)
  if (!checked.ok) return checked
  const roster = sha256(texts.roster(checked.value))
  const commitment = sha256(texts.seed(checked.value.seed))
  return yes(hashed(texts.manifest(checked.value, { roster, commitment })))
}

/**
 * Ranks everybody who passed, once: the smallest ticket first. The key is bound to the roster and not to the list of
 * those who passed, so that failing or reinstating somebody never changes the order of the others (`gc-micro-draw/1`).
 */
export function rankDraw(given: DrawInput): Decision<Ranked, DrawRefusal> {
  const checked = checkDraw(given)
  if (!checked.ok) return checked
  const input = checked.value
  const commitment = sha256(texts.seed(input.seed))
  const rosterHash = sha256(texts.roster(input))
  const manifestHash = sha256(texts.manifest(input, { roster: rosterHash, commitment }))
  const key = mac(input.seed, texts.key(input, rosterHash))
  const ranking = input.eligible.map((token) => ({ token, ticket: mac(key, texts.ticket(token)) })).sort(byTicket)

  return yes({ commitment, rosterHash, manifestHash, key, ranking })
}

/**
 * Computes the draw again and compares it with what the reader received. Without all three published values the answer
 * is "not checked", since a forged seed recomputes perfectly; a value that differs is said first.
 */
export function verifyDraw(given: DrawFile): Decision<Ranked, VerifyRefusal> {
  const found = rankDraw(given)
  if (!found.ok) return found
  const { ranking, published = {} } = given
  const { commitment, rosterHash, manifestHash } = published

  if ([commitment, rosterHash, manifestHash].some((hash) => hash !== undefined && !isHash(hash))) {
    return no('bad_published')
  }
  if (commitment !== undefined && commitment !== found.value.commitment) return no('commitment_differs')
  if (rosterHash !== undefined && rosterHash !== found.value.rosterHash) return no('roster_hash_differs')
  if (manifestHash !== undefined && manifestHash !== found.value.manifestHash) return no('manifest_hash_differs')
  if (ranking && !sameRanking(ranking, found.value.ranking)) return no('ranking_differs')
  if (commitment === undefined || rosterHash === undefined || manifestHash === undefined) return no('not_checked')
  if (!ranking) return no('ranking_missing')
  return found
}

/** The secret of one draw: 32 bytes in lower-case hexadecimal. */
export const newSeed = (random: Random): string => random(32).toString('hex')

const sha256 = (text: string): string => createHash('sha256').update(text, 'ascii').digest('hex')
const mac = (key: string, text: string): string =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(text, 'ascii').digest('hex')
const hashed = (text: string): Hashed => ({ text, hash: sha256(text) })

function sameRanking(a: readonly Ticket[], b: readonly Ticket[]): boolean {
  return (
    a.length === b.length && a.every((row, place) => row.token === b[place]?.token && row.ticket === b[place]?.ticket)
  )
}
