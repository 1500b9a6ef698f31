import { createHash } from 'node:crypto'

/** Numbers from 0 up to 1 that are the same at each run: a sum of digests takes the place of chance. */
export function chanceFrom(seed: string): () => number {
  let digest = createHash('sha256').update(seed).digest()
  let at = 0
  return () => {
    if (at + 4 > digest.length) {
      digest = createHash('sha256').update(digest).digest()
      at = 0
    }
    at += 4
    return digest.readUInt32BE(at - 4) / 2 ** 32
  }
}
