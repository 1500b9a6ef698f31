import { createHmac, hkdfSync } from 'node:crypto'
import type { KeyRing, SecretKey } from '../platform/keys.ts'

/** What a statement says when it is submitted, and when: all that its draw depends on besides the key. */
export type Submitted = { readonly id: string; readonly at: Date; readonly digest: Buffer }

/** `drawn` is from 0 up to 1; `key` names the key it was drawn under, so that it can be drawn again. */
export type SampleDraw = { readonly drawn: number; readonly key: string }

/**
 * Draws a statement for the sample that procurement approves before posting: a keyed hash of the frozen statement, under
 * a key that is in no database. Nobody who writes foresees it, and whoever has the key draws the same again.
 */
export const drawSample = (ring: KeyRing, submitted: Submitted): SampleDraw => drawUnder(ring.current, submitted)

/** The same draw made again; nothing when the key is no longer in the ring. */
export function drawnAgain(ring: KeyRing, keyId: string, submitted: Submitted): number | undefined {
  const key = ring.byId(keyId)
  return key && drawUnder(key, submitted).drawn
}

/** A statement that was sent back and comes again is drawn again, and never leaves the sample: the lower draw counts. */
export const lowerOf = (before: SampleDraw | null, drawn: SampleDraw): SampleDraw =>
  before && before.drawn <= drawn.drawn ? before : drawn

function drawUnder({ id: key, key: secret }: SecretKey, { id, at, digest }: Submitted): SampleDraw {
  const own = Buffer.from(hkdfSync('sha256', secret, '', 'opportune statement sample', 32))
  const words = `${id}\n${at.toISOString()}\n${digest.toString('hex')}`
  return { key, drawn: createHmac('sha256', own).update(words).digest().readUIntBE(0, 6) / 2 ** 48 }
}
