import { z } from 'zod'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Form } from '../platform/http.ts'
import type { KeyRing } from '../platform/keys.ts'
import type { Random } from '../platform/random.ts'
import { decryptDraft, encryptDraft, newDraftKey, newSalt, unwrapKey, wrapKey } from '../platform/sealing.ts'

/** What the applicant has typed so far, right or wrong, and the salt of the commitment they will be given. */
export type Draft = { readonly salt: Buffer; readonly form: Form }

/** A draft as it rests: only whoever holds the draft key reads it, and nobody once `wrappedKey` is gone. */
export type LockedDraft = { readonly version: number; readonly ciphertext: Buffer; readonly wrappedKey: Buffer | null }

export type DraftRefusal = 'draft_gone' | 'draft_damaged'

/**
 * Encrypts a draft under its own key, which the first version makes and the later ones keep. Where the key was dropped
 * when the application was sent, what is typed next is a new draft, under a new one.
 */
export function lockDraft(
  { draft: ring, random }: { draft: KeyRing; random: Random },
  applicationId: string,
  { salt, form }: Draft,
  before: LockedDraft | undefined,
): Decision<LockedDraft & { wrappedKey: Buffer }, DraftRefusal> {
  const version = (before?.version ?? 0) + 1
  const kept = before?.wrappedKey ? keyOf(ring, applicationId, before) : yes(newDraftKey(random))
  if (!kept.ok) return kept
  const text = JSON.stringify({ salt: salt.toString('hex'), form })
  const ciphertext = encryptDraft(kept.value, place(applicationId, version), Buffer.from(text), random)
  return yes({
    version,
    ciphertext,
    wrappedKey: before?.wrappedKey ?? wrapKey(ring.current, applicationId, kept.value, random),
  })
}

/** Reads a draft. After the closing its key is gone, and so is what it says. */
export function unlockDraft(ring: KeyRing, applicationId: string, locked: LockedDraft): Decision<Draft, DraftRefusal> {
  const key = keyOf(ring, applicationId, locked)
  if (!key.ok) return key
  const bytes = decryptDraft(key.value, place(applicationId, locked.version), locked.ciphertext)
  if (!bytes.ok) return no('draft_damaged')
  const { salt, form } = draftShape.parse(JSON.parse(bytes.value.toString('utf8')))
  return yes({ salt: Buffer.from(salt, 'hex'), form })
}

export const newDraft = (random: Random, form: Form): Draft => ({ salt: newSalt(random), form })

const draftShape = z.object({
  salt: z.string().regex(/^[0-9a-f]{64}$/),
  form: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
})

const place = (applicationId: string, version: number): string => `${applicationId}/${version}`

function keyOf(ring: KeyRing, applicationId: string, { wrappedKey }: LockedDraft): Decision<Buffer, DraftRefusal> {
  if (!wrappedKey) return no('draft_gone')
  const key = unwrapKey((id) => ring.byId(id)?.key, applicationId, wrappedKey)
  return key.ok ? key : no('draft_damaged')
}
