import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Random } from './random.ts'

/**
 * The six digits mailed to somebody who signs in. They follow from a key outside the database and the row's id, so
 * that the job that sends the mail can compute them and neither the row nor the outbox holds them. One row, one code:
 * a new request is a new row.
 */
export function codeFor(key: Buffer, rowId: string): string {
  const number = mac(key, `opportune code/1\n${rowId}\n`).readUIntBE(0, 6) % 1_000_000
  return String(number).padStart(6, '0')
}

/** What the row keeps of a code: useless without the key, though there are only a million codes. */
export const codeDigest = (key: Buffer, rowId: string, code: string): string =>
  mac(key, `opportune code digest/1\n${rowId}\n${code}\n`).toString('hex')

/** Compares what was typed with the row's digest in constant time. Blanks and hyphens in the typed code do not count. */
export function codeMatches(key: Buffer, rowId: string, digest: string, typed: string): boolean {
  const code = typed.replace(/[\s-]/g, '')
  return /^[0-9]{6}$/.test(code) && sameSecret(codeDigest(key, rowId, code), digest)
}

/** Signs what a link in a letter says, so that nobody can make one up. Like a code it rests in no database. 43 letters. */
export const linkSignature = (key: Buffer, says: string): string =>
  mac(key, `opportune link/1\n${says}\n`).toString('base64url')

/** The last part of an address in a letter: whose it is, and the proof that we wrote it. */
export const linkToken = (id: string, signature: string): string => `${id}.${signature}`
export function readLinkToken(token: string): { id: string; signature: string } | undefined {
  const found = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/.exec(token)
  return found ? { id: found[1] ?? '', signature: found[2] ?? '' } : undefined
}

/** The token of a session goes into the cookie (256 bits); the database keeps its hash alone. */
export function newSessionToken(random: Random): { token: string; hash: string } {
  const token = random(32).toString('base64url')
  return { token, hash: sessionHash(token) }
}

/** The hash under which a session is found. The token is random and long: no salt is needed. */
export const sessionHash = (token: string): string => createHash('sha256').update(token, 'utf8').digest('hex')

/** Equality that takes the same time wherever two texts differ. */
export function sameSecret(a: string, b: string): boolean {
  const [left, right] = [createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest()]
  return timingSafeEqual(left, right)
}

const mac = (key: Buffer, text: string): Buffer => {
  if (key.length < 32) throw new Error('The key of codes has 32 bytes at least')
  return createHmac('sha256', key).update(text, 'utf8').digest()
}
