import { contactsIn } from './identifying.contacts.ts'
import { knownIn } from './identifying.names.ts'

/** What we already know of somebody: searching for it beats guessing at names. */
export type Known = {
  readonly email: string
  /** The person's own names, as declared. */
  readonly people: readonly string[]
  /** Legal and operating names, and affiliates. */
  readonly organizations: readonly string[]
  /** Addresses of their public work: user names stand in them. */
  readonly links?: readonly string[]
}

export type IdentifyingKind = 'email' | 'link' | 'phone' | 'handle' | 'name' | 'organization' | 'address' | 'number'
export type Passage = { readonly kind: IdentifyingKind; readonly text: string }
/** A passage in its place: from a character of the text up to another. */
export type Finding = Passage & { readonly from: number; readonly to: number }

/**
 * Where a text says who wrote it: addresses, links, telephone numbers, user names, and the applicant's own names with
 * accents folded, in the order of the text, none over another. A hint for people, never a reason to refuse: "the fork
 * used by a broadcaster" escapes it. The text is in composed form (NFC).
 */
export function findings(text: string, known: Known): Finding[] {
  const found = [...contactsIn(text), ...knownIn(text, known)].toSorted((one, other) => one.from - other.from)
  const apart: Finding[] = []
  for (const next of found) {
    const last = apart.at(-1)
    if (!last || next.from >= last.to) apart.push(next)
    else apart[apart.length - 1] = together(last, next, text)
  }
  return apart
}

/** The same passages, each once. */
export function identifyingPassages(answer: string, known: Known): Passage[] {
  const passages = new Map(findings(answer.normalize('NFC'), known).map(({ kind, text }) => [text, { kind, text }]))
  return [...passages.values()]
}

/** Two that overlap are one, of the kind of the longer. */
function together(one: Finding, other: Finding, text: string): Finding {
  const to = Math.max(one.to, other.to)
  const { kind } = other.to - other.from > one.to - one.from ? other : one
  return { kind, from: one.from, to, text: text.slice(one.from, to) }
}
