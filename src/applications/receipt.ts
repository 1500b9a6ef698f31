import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language } from '../platform/i18n.ts'
import { noteBy, type Signer, verifyNote } from '../platform/signing.ts'
import { clockOf, dayOf, type Zone } from '../platform/time.ts'

/** What we certify that we received, and when. It says nothing of what was written. */
export type ReceiptFacts = {
  readonly applicationId: string
  readonly token: string
  readonly slug: string
  readonly receivedAt: Date
  readonly zone: Zone
  readonly sealedSha256: string
  readonly contentCommitment: string
  readonly drawCommitment: string | undefined
}

export type ReceiptRefusal = 'not_a_receipt' | 'changed' | 'other_key'
/** What a checked receipt says, line by line, as it was signed. */
export type CheckedReceipt = {
  readonly token: string
  readonly slug: string
  readonly received: string
  readonly sealedSha256: string
  /** Everything that was signed, line by line. */
  readonly lines: readonly (readonly [label: string, value: string])[]
}

/**
 * A receipt as a signed note (C2SP signed-note, Ed25519): plain text that anybody can check with our public key.
 * Signing is deterministic, so the same receipt always reads the same.
 */
export const signedReceipt = (facts: ReceiptFacts, signer: Signer): string => noteBy(signer, receiptText(facts))

/** What opens the commitment: the salt and the exact text that was committed to, while the program can tell it. */
export type Proof = { readonly salt: Buffer | undefined; readonly content: string | undefined }

/** The receipt and, below it, what is the applicant's alone: with salt and content they can prove what they wrote. */
export function receiptFile(note: string, { salt, content }: Proof, language: Language): string {
  if (!salt) return note
  const keep = language === 'en' ? 'Keep what follows to yourself.' : 'Ce qui suit est à garder pour vous.'
  return `${note}\n${keep}\nsalt: ${salt.toString('hex')}\n${content === undefined ? '' : `content: ${content}\n`}`
}

/** Is this pasted text a receipt of ours, unchanged? What stands around it (a salt, a greeting) does not count. */
export function checkReceipt(pasted: string, { name, keys }: Signer): Decision<CheckedReceipt, ReceiptRefusal> {
  const text = pasted.replace(/\r\n?/g, '\n')
  const [, note] = /^(opportune receipt\/1\n(?:[a-z0-9 -]+: [^\n]*\n)+\n— [^\n]+)/mu.exec(text) ?? []
  if (note === undefined) return no('not_a_receipt')
  const checked = verifyNote({ name, publicKey: keys.signing.publicBytes }, `${note.trimEnd()}\n`)
  if (!checked.ok) return no(refusalOf[checked.because])
  const lines = new Map(checked.value.split('\n').map((line) => splitLine(line)))
  return yes({
    token: lines.get('token') ?? '',
    slug: lines.get('opportunity') ?? '',
    received: lines.get('received') ?? '',
    sealedSha256: lines.get('sealed sha256') ?? '',
    lines: [...lines].filter(([, value]) => value !== ''),
  })
}

const refusalOf = {
  not_a_note: 'not_a_receipt',
  not_signed_by_this_key: 'other_key',
  bad_signature: 'changed',
} as const

/** What is signed, line by line. */
export function receiptText(facts: ReceiptFacts): string {
  const lines = [
    ['application', facts.applicationId],
    ['token', facts.token],
    ['opportunity', facts.slug],
    ['received', facts.receivedAt.toISOString()],
    ['received local', localText(facts.receivedAt, facts.zone)],
    ['sealed sha256', facts.sealedSha256],
    ['content commitment', facts.contentCommitment],
    ['draw commitment', facts.drawCommitment ?? 'none'],
  ]
  return `opportune receipt/1\n${lines.map(([label, value]) => `${label}: ${value}\n`).join('')}`
}

/** `2026-11-17 13:59:59.999 America/Toronto`: to the millisecond, in the department's zone. */
function localText(instant: Date, zone: Zone): string {
  const clock = clockOf(instant, zone)
  const seconds = clock.length === 5 ? `${clock}:00` : clock
  return `${dayOf(instant, zone)} ${seconds}.${String(instant.getUTCMilliseconds()).padStart(3, '0')} ${zone}`
}

function splitLine(line: string): [string, string] {
  const at = line.indexOf(': ')
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 2)]
}
