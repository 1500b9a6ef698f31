import { contactsIn } from './identifying.contacts.ts'
import type { Finding, Known, Passage } from './identifying.kinds.ts'
import { knownIn } from './identifying.names.ts'

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
