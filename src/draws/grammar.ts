import { type Decision, no, yes } from '../platform/decision.ts'
import { type Beacon, type BeaconRefRefusal, type BeaconRefusal, checkBeaconRef, checkBeaconValue } from './beacon.ts'

/**
 * The words of `gc-micro-draw/1`: what may be written, and the exact text of it. No hashing and no import of node here:
 * the page's own check builds the same texts with WebCrypto.
 */
export const METHOD = 'gc-micro-draw/1'

export type Received = { readonly token: string; readonly sealedHash: string }
export type Ticket = { readonly token: string; readonly ticket: string }

export type RosterInput = { readonly slug: string; readonly received: readonly Received[] }
/** What is known when results are locked: the value of the beacon does not exist yet. */
export type ManifestInput = RosterInput & {
  readonly draw: number
  readonly previous: string
  readonly seed: string
  readonly eligible: readonly string[]
  readonly beacon: { readonly ref: string }
}
export type DrawInput = ManifestInput & { readonly beacon: Beacon }

export type RosterRefusal = 'bad_slug' | 'bad_token' | 'bad_sealed_hash' | 'repeated_token'
export type ManifestRefusal =
  | RosterRefusal
  | BeaconRefRefusal
  | 'bad_seed'
  | 'bad_draw_number'
  | 'bad_previous'
  | 'repeated_eligible'
  | 'eligible_not_in_roster'
  | 'beacon_needed'
export type DrawRefusal = ManifestRefusal | BeaconRefusal

export const isSeed = (text: string): boolean => HEX_64.test(text)
export const isHash = (text: string): boolean => HEX_64.test(text)
export const isToken = (text: string): boolean => TOKEN.test(text)

/** A roster within the grammar, sorted by token, no token twice. */
export function checkRoster({ slug, received }: RosterInput): Decision<RosterInput, RosterRefusal> {
  if (!SLUG.test(slug)) return no('bad_slug')
  if (!received.every((row) => isToken(row.token))) return no('bad_token')
  if (!received.every((row) => isHash(row.sealedHash))) return no('bad_sealed_hash')
  if (new Set(received.map((row) => row.token)).size < received.length) return no('repeated_token')

  return yes({ slug, received: received.toSorted((a, b) => byBytes(a.token, b.token)) })
}

/** Everything that is fixed when results are locked. Without a beacon at most one person may be eligible. */
export function checkManifest(input: ManifestInput): Decision<ManifestInput, ManifestRefusal> {
  const roster = checkRoster(input)
  if (!roster.ok) return roster
  const { seed, draw, previous, eligible, beacon } = input
  if (!isSeed(seed)) return no('bad_seed')
  if (!Number.isInteger(draw) || draw < 1 || draw > 999) return no('bad_draw_number')
  if (draw === 1 ? previous !== 'none' : !isHash(previous)) return no('bad_previous')
  if (!eligible.every(isToken)) return no('bad_token')
  if (new Set(eligible).size < eligible.length) return no('repeated_eligible')
  const tokens = new Set(input.received.map((row) => row.token))
  if (!eligible.every((token) => tokens.has(token))) return no('eligible_not_in_roster')
  const ref = checkBeaconRef(beacon.ref)
  if (!ref.ok) return ref
  if (ref.value === 'none' && eligible.length > 1) return no('beacon_needed')

  return yes({ ...input, ...roster.value, eligible: eligible.toSorted(byBytes) })
}

/** A whole draw within the grammar, its lists sorted by byte value. */
export function checkDraw(input: DrawInput): Decision<DrawInput, DrawRefusal> {
  const manifest = checkManifest(input)
  if (!manifest.ok) return manifest
  const beacon = checkBeaconValue(input.beacon.ref, input.beacon.value)
  if (!beacon.ok) return beacon
  return yes({ ...manifest.value, beacon: beacon.value })
}

/** The texts that are hashed, for input that was checked. ASCII; every line ends with LF. */
export const texts = {
  seed: (seed: string) => `${METHOD} seed\n${seed}\n`,
  roster: ({ slug, received }: RosterInput) =>
    `${METHOD} roster\nopportunity: ${slug}\nreceived: ${received.length}\n${received
      .map((row) => `${row.token} ${row.sealedHash}\n`)
      .join('')}`,
  manifest: (input: ManifestInput, hashes: { roster: string; commitment: string }) =>
    `${METHOD} manifest\nopportunity: ${input.slug}\ndraw: ${input.draw}\nprevious: ${input.previous}\n` +
    `roster: ${hashes.roster}\ncommitment: ${hashes.commitment}\nbeacon: ${input.beacon.ref}\n` +
    `eligible: ${input.eligible.length}\n${input.eligible.map((token) => `${token}\n`).join('')}`,
  key: ({ draw, beacon }: DrawInput, rosterHash: string) =>
    `${METHOD} key\n${rosterHash}\n${draw}\n${beacon.ref}\n${beacon.value}\n`,
  ticket: (token: string) => `${METHOD} ticket\n${token}\n`,
}

/** The smallest ticket comes first; equal tickets by token. */
export const byTicket = (a: Ticket, b: Ticket): number => byBytes(a.ticket, b.ticket) || byBytes(a.token, b.token)

const SLUG = /^[a-z0-9-]{1,64}$/
const TOKEN = /^[0-9A-HJKMNP-TV-Z]{10}$/
const HEX_64 = /^[0-9a-f]{64}$/

/** For ASCII, the order of UTF-16 units is the order of bytes: PostgreSQL's `collate "C"`. */
const byBytes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
