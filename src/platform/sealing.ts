import { createCipheriv, createDecipheriv, createHash, createSecretKey } from 'node:crypto'
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { ageFile } from './age.ts'
import { type Decision, no, yes } from './decision.ts'
import type { Random } from './random.ts'

/** An age key pair: the recipient may be shown to anybody, the identity opens. */
export type SealingKey = { readonly identity: string; readonly recipient: string }

/** A secret key of 32 bytes with the name under which it is kept, so that keys can be replaced. */
export type NamedKey = { readonly id: string; readonly key: Buffer }

export type UnwrapRefusal = 'not_wrapped' | 'unknown_version' | 'unknown_key' | 'damaged'
export type DraftRefusal = 'not_a_draft' | 'unknown_version' | 'damaged'

/** A new X25519 key pair. Chance is not an input here: what is sealed must never be reproducible. */
export async function newSealingKey(): Promise<SealingKey> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/** The recipient of an identity; throws when the text is not an age identity. */
export const recipientOf = (identity: string): Promise<string> => identityToRecipient(identity)

/** Whether a setting is a recipient that we can seal to. */
export async function isRecipient(text: string): Promise<boolean> {
  try {
    ageFile([text], new Uint8Array())
    return true
  } catch {
    return false // there is no other way of asking
  }
}

/**
 * Seals for whoever holds any one of these keys, in the age format: the stock `age` command opens it too.
 * Always to two recipients at least, so that a lost key never loses an application; throws otherwise.
 */
export async function seal(recipients: readonly string[], bytes: Uint8Array): Promise<Buffer> {
  if (new Set(recipients).size < 2) throw new Error('Sealing needs two different recipients: the key and its escrow')
  return ageFile(recipients, bytes)
}

/** Opens what `seal` made. Another key, a changed byte or a file cut short are all `cannot_open`. */
export async function open(identity: string, sealed: Uint8Array): Promise<Decision<Buffer, 'cannot_open'>> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    return yes(Buffer.from(await decrypter.decrypt(sealed)))
  } catch {
    return no('cannot_open')
  }
}

/**
 * Keeps a secret under a master key: AES-256-GCM, the key's name in the clear at the head, and what the secret belongs
 * to (`aad`: an opportunity's id, say) bound to it, so that it cannot be moved to another row.
 * Bytes: `K`, version 1, length of the name, name, 12 of nonce, the ciphertext, 16 of tag.
 */
export function wrapKey({ id, key }: NamedKey, aad: string, secret: Uint8Array, random: Random): Buffer {
  const name = Buffer.from(id, 'utf8')
  if (name.length < 1 || name.length > 64) throw new Error('A key’s name has 1 to 64 bytes')
  return encrypted(key, Buffer.concat([Buffer.from([WRAPPED, VERSION, name.length]), name]), aad, secret, random)
}

/** Gives back a secret that `wrapKey` keeps; `keyNamed` finds the master key, old ones included. */
export function unwrapKey(
  keyNamed: (id: string) => Buffer | undefined,
  aad: string,
  wrapped: Uint8Array,
): Decision<Buffer, UnwrapRefusal> {
  const id = wrappingKeyId(wrapped)
  if (!id.ok) return id
  const key = keyNamed(id.value)
  if (!key) return no('unknown_key')
  const secret = decrypted(key, 3 + Buffer.byteLength(id.value), aad, Buffer.from(wrapped))
  return secret ? yes(secret) : no('damaged')
}

/** Under which master key a secret is kept, read without opening it: what a change of keys has to wrap again. */
export function wrappingKeyId(
  wrapped: Uint8Array,
): Decision<string, Exclude<UnwrapRefusal, 'unknown_key' | 'damaged'>> {
  const length = wrapped[2]
  if (wrapped[0] !== WRAPPED || length === undefined) return no('not_wrapped')
  if (wrapped[1] !== VERSION) return no('unknown_version')
  if (length < 1 || wrapped.length < 3 + length + NONCE + TAG) return no('not_wrapped')
  return yes(Buffer.from(wrapped.subarray(3, 3 + length)).toString('utf8'))
}

/** The key of one draft, 32 bytes: kept wrapped, and gone once the opportunity is closed. */
export const newDraftKey = (random: Random): Buffer => random(32)

/**
 * Encrypts a draft with its own key. `aad` names the application and the version of the draft, so that an older draft
 * cannot be put in the place of a newer one. Bytes: `D`, version 1, 12 of nonce, the ciphertext, 16 of tag.
 */
export function encryptDraft(key: Buffer, aad: string, bytes: Uint8Array, random: Random): Buffer {
  return encrypted(key, Buffer.from([DRAFT, VERSION]), aad, bytes, random)
}

export function decryptDraft(key: Buffer, aad: string, draft: Uint8Array): Decision<Buffer, DraftRefusal> {
  if (draft[0] !== DRAFT || draft.length < 2 + NONCE + TAG) return no('not_a_draft')
  if (draft[1] !== VERSION) return no('unknown_version')
  const bytes = decrypted(key, 2, aad, Buffer.from(draft))
  return bytes ? yes(bytes) : no('damaged')
}

/** Lower-case hexadecimal SHA-256. A text is taken as UTF-8. */
export const sha256Hex = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** The salt of a content commitment, 32 bytes, given to the applicant alone. */
export const newSalt = (random: Random): Buffer => random(32)

/** What a receipt says of the content without telling it: SHA-256(salt || content), in hexadecimal. */
export function contentCommitment(salt: Buffer, content: Uint8Array): string {
  if (salt.length !== 32) throw new Error('The salt of a content commitment has 32 bytes')
  return createHash('sha256').update(salt).update(content).digest('hex')
}

const VERSION = 1
const WRAPPED = 0x4b // K
const DRAFT = 0x44 // D
const NONCE = 12
const TAG = 16
const CIPHER = 'aes-256-gcm'

/** The head is bound to the ciphertext too: a draft can never pass for a key, nor one key's name for another's. */
function encrypted(key: Buffer, head: Buffer, aad: string, bytes: Uint8Array, random: Random): Buffer {
  const nonce = random(NONCE)
  const cipher = createCipheriv(CIPHER, createSecretKey(key), nonce, { authTagLength: TAG })
  cipher.setAAD(Buffer.concat([head, Buffer.from(aad, 'utf8')]))
  return Buffer.concat([head, nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

function decrypted(key: Buffer, headLength: number, aad: string, bytes: Buffer): Buffer | undefined {
  const nonceEnd = headLength + NONCE
  const decipher = createDecipheriv(CIPHER, createSecretKey(key), bytes.subarray(headLength, nonceEnd), {
    authTagLength: TAG,
  })
  decipher.setAAD(Buffer.concat([bytes.subarray(0, headLength), Buffer.from(aad, 'utf8')]))
  decipher.setAuthTag(bytes.subarray(-TAG))
  const start = decipher.update(bytes.subarray(nonceEnd, -TAG))
  try {
    return Buffer.concat([start, decipher.final()])
  } catch {
    return undefined // the tag does not fit: another key, another place, or changed bytes
  }
}
