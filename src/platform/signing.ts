import {
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto'
import type { App } from './app.ts'
import { type Decision, no, yes } from './decision.ts'
import type { Keys } from './keys.ts'
import { sha256Hex } from './sealing.ts'

/** An Ed25519 key: the secret stays in the process, the public half is 32 bytes that anybody may have. */
export type SigningKey = { readonly secret: KeyObject; readonly publicKey: Buffer }
/** Whose signature is looked for on a note. */
export type Verifier = { readonly name: string; readonly publicKey: Buffer }

/** Who signs receipts: this installation, by its public address. */
export type Signer = { readonly name: string; readonly keys: Pick<Keys, 'signing'> }
export const signerOf = (app: Pick<App, 'config' | 'keys'>): Signer => ({
  name: new URL(app.config.baseUrl).host,
  keys: app.keys,
})

export type NoteRefusal = 'not_a_note' | 'not_signed_by_this_key' | 'bad_signature'

/** The size and root of a log at one moment, signed and given away so that nobody can write the log anew. */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Buffer }

/** The key that follows from a seed of 32 random bytes, as kept in the key file. */
export function signingKey(seed: Buffer): SigningKey {
  if (seed.length !== 32) throw new Error('The seed of a signing key has 32 bytes')
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(secret).export({ format: 'der', type: 'spki' })
  return { secret, publicKey: spki.subarray(SPKI_HEAD.length) }
}

/** The Ed25519 signature, 64 bytes. A text is taken as UTF-8. */
export const sign = (key: SigningKey, message: Uint8Array | string): Buffer =>
  signBytes(null, Buffer.from(message), key.secret)

/** False for a signature or a public key of the wrong form as well. */
export function verify(publicKey: Uint8Array, message: Uint8Array | string, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  const key = createPublicKey({ key: Buffer.concat([SPKI_HEAD, publicKey]), format: 'der', type: 'spki' })
  return verifyBytes(null, Buffer.from(message), key, signature)
}

/**
 * A signed note (C2SP signed-note): the text, an empty line, and a line with the name and the signature.
 * Throws for a text that cannot be a note: without a last line end, or with control characters.
 */
export function signNote(key: SigningKey, name: string, text: string): string {
  if (!isKeyName(name)) throw new Error('A key name has no space and no plus sign')
  if (!isNoteText(text)) throw new Error('The text of a note ends with a line end and has no control characters')
  const signature = Buffer.concat([keyId({ name, publicKey: key.publicKey }), sign(key, text)])
  return `${text}\n— ${name} ${signature.toString('base64')}\n`
}

/** The same, signed by the installation. Signing is deterministic: the same text always gives the same note. */
export const noteBy = ({ name, keys: { signing } }: Signer, text: string): string =>
  signNote({ secret: signing.privateKey, publicKey: signing.publicBytes }, name, text)

/** The line alone that a signature adds to a note. */
export const signatureOf = (note: string): string => note.trimEnd().split('\n').at(-1) ?? ''

/** The text of a note, if this key signed it. Signatures of other keys are passed over. */
export function verifyNote(verifier: Verifier, note: string): Decision<string, NoteRefusal> {
  const split = note.lastIndexOf('\n\n')
  const text = note.slice(0, split + 1)
  const lines = note.slice(split + 2).split('\n')
  if (split < 0 || lines.pop() !== '' || !isNoteText(text)) return no('not_a_note')
  if (lines.length > MOST_SIGNATURES) return no('not_a_note')
  const signatures = lines.map(signatureIn)
  if (signatures.length === 0 || signatures.includes(undefined)) return no('not_a_note')

  const id = keyId(verifier)
  const ours = signatures.find((line) => line?.name === verifier.name && line.id.equals(id))
  if (!ours) return no('not_signed_by_this_key')
  return verify(verifier.publicKey, text, ours.signature) ? yes(text) : no('bad_signature')
}

/** How a public key is published: name, id and key in one word (C2SP signed-note). */
export const verifierText = (verifier: Verifier): string =>
  `${verifier.name}+${keyId(verifier).toString('hex')}+${typedKey(verifier.publicKey).toString('base64')}`

export function parseVerifier(text: string): Decision<Verifier, 'not_a_verifier'> {
  const [, name = '', id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text) ?? []
  const key = encoded === undefined ? undefined : fromBase64(encoded)
  if (!isKeyName(name) || key?.length !== 33 || key[0] !== ED25519) return no('not_a_verifier')
  const verifier = { name, publicKey: key.subarray(1) }
  return keyId(verifier).toString('hex') === id ? yes(verifier) : no('not_a_verifier')
}

/** The text of a checkpoint (C2SP tlog-checkpoint), to be signed as a note. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  if (!/^[^\p{Cc}]+$/u.test(origin)) throw new Error('The origin of a checkpoint is one line')
  if (!Number.isSafeInteger(size) || size < 0 || root.length !== 32) throw new Error('Not a size and a root')
  return `${origin}\n${size}\n${root.toString('base64')}\n`
}

/** Reads a checkpoint; further lines, which the format allows, are passed over. */
export function parseCheckpoint(text: string): Decision<Checkpoint, 'not_a_checkpoint'> {
  const [, origin, size, encoded] = /^([^\p{Cc}]+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]+=*)\n/u.exec(text) ?? []
  const root = encoded === undefined ? undefined : fromBase64(encoded)
  if (origin === undefined || root?.length !== 32 || !Number.isSafeInteger(Number(size))) return no('not_a_checkpoint')
  return yes({ origin, size: Number(size), root })
}

/** Fixed heads of an Ed25519 key in DER (RFC 8410): the 32 bytes follow. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex')
const ED25519 = 1
const MOST_SIGNATURES = 100

const typedKey = (publicKey: Buffer): Buffer => Buffer.concat([Buffer.from([ED25519]), publicKey])

/** The first four bytes of SHA-256(name, line end, kind of key, key). */
const keyId = ({ name, publicKey }: Verifier): Buffer =>
  Buffer.from(sha256Hex(Buffer.concat([Buffer.from(`${name}\n`), typedKey(publicKey)])).slice(0, 8), 'hex')

const isKeyName = (name: string): boolean => /^[^\s+\p{Cc}]+$/u.test(name)
const isNoteText = (text: string): boolean => text.endsWith('\n') && !/[^\P{Cc}\n]/u.test(text) && text.isWellFormed()

function signatureIn(line: string): { name: string; id: Buffer; signature: Buffer } | undefined {
  const [, name, encoded] = /^— ([^\s+]+) ([A-Za-z0-9+/]+=*)$/.exec(line) ?? []
  const bytes = encoded === undefined ? undefined : fromBase64(encoded)
  if (name === undefined || bytes === undefined || bytes.length < 5) return undefined
  return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) }
}

/** Only the one right way of writing these bytes. */
function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}
