import type { Beacon } from './beacon.ts'
import type { Received, Ticket } from './grammar.ts'
import { eligibleIn, type PublicDraw, receivedIn } from './store.ts'

/** A finished draw as a file: what `draw verify` and any other checker reads. It carries no fingerprints: the reader has them. */
export type Transcript = {
  readonly slug: string
  readonly draw: number
  readonly previous: string
  readonly seed: string
  readonly received: readonly Received[]
  readonly eligible: readonly string[]
  readonly beacon: Beacon
  readonly ranking: readonly Ticket[]
}

/** Nothing until the draw is made. */
export function transcriptOf({
  slug,
  roster,
  manifest,
  seed,
  beaconRef,
  beaconValue,
  ranking,
}: PublicDraw): Transcript | undefined {
  if (roster === null || manifest === null || seed === null || beaconRef === null || beaconValue === null)
    return undefined
  return {
    slug,
    draw: Number(lineOf(manifest, 'draw')),
    previous: lineOf(manifest, 'previous'),
    seed,
    received: receivedIn(roster),
    eligible: eligibleIn(manifest),
    beacon: { ref: beaconRef, value: beaconValue },
    ranking,
  }
}

const lineOf = (text: string, label: string): string =>
  text
    .split('\n')
    .find((line) => line.startsWith(`${label}: `))
    ?.slice(label.length + 2) ?? ''
