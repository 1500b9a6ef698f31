import { type IdentifyingKind, identifyingPassages, type Known } from '../applications/identifying.ts'

/** What stands in an answer for what is hidden: `[[name]]`, `[[client name]]`. */
const MARKER = /\[\[([^[\]\n]{1,40})\]\]/g

const ROUNDS = 8

export type Segment = { readonly hidden: boolean; readonly text: string }

/**
 * The answer with everything in it that says who wrote it replaced by its kind in brackets. Looked at again until
 * nothing more is found: a name inside an address is also a name elsewhere.
 */
export function masked(answer: string, known: Known): string {
  let text = uncovered(answer.normalize('NFC'), known)
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = text
    for (const { kind, text: passage } of remaining(text, known)) text = hide(text, passage, kind)
    if (text === before) return text
  }
  return text
}

/** Hidden and shown parts of a redacted answer, in order. */
export function segmentsOf(redacted: string): Segment[] {
  const segments: Segment[] = []
  let from = 0
  for (const match of redacted.matchAll(MARKER)) {
    if (match.index > from) segments.push({ hidden: false, text: redacted.slice(from, match.index) })
    segments.push({ hidden: true, text: match[1] ?? '' })
    from = match.index + match[0].length
  }
  if (from < redacted.length) segments.push({ hidden: false, text: redacted.slice(from) })
  return segments
}

/** Does the second text say what the first says, in its order and its words, with nothing but passages hidden? */
export function onlyHides(answer: string, redacted: string): boolean {
  const pieces = plain(redacted).split(MARKER_ALONE)
  const [first = '', ...rest] = pieces
  const whole = plain(answer)
  if (rest.length === 0) return first === whole
  if (!whole.startsWith(first)) return false
  const last = rest.pop() ?? ''
  let from = first.length
  for (const piece of rest) {
    const found = whole.indexOf(piece, from)
    if (found < 0) return false
    from = found + piece.length
  }
  return whole.endsWith(last) && whole.length - last.length >= from
}

const MARKER_ALONE = /\[\[[^[\]\n]{1,40}\]\]/

/** Line ends and blanks at both ends are how a form sends a text, not what it says. */
const plain = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()

/** Brackets that the applicant wrote around a name would pass for ours, and be shown as they are. */
const uncovered = (answer: string, known: Known): string =>
  answer.replace(MARKER, (marker, inside: string) => {
    const [found] = identifyingPassages(inside, known)
    return found ? `[[${found.kind}]]` : marker
  })

const remaining = (text: string, known: Known) =>
  segmentsOf(text)
    .filter(({ hidden }) => !hidden)
    .flatMap(({ text: shown }) => identifyingPassages(shown, known))

const hide = (text: string, passage: string, kind: IdentifyingKind): string =>
  segmentsOf(text)
    .map((part) => (part.hidden ? `[[${part.text}]]` : hiddenIn(part.text, passage, `[[${kind}]]`)))
    .join('')

/** As a whole word where it is one: hiding "Roy" leaves "Royal" alone. */
function hiddenIn(shown: string, passage: string, marker: string): string {
  const literal = passage.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
  const words = shown.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'gu'), marker)
  return words === shown ? shown.replaceAll(passage, marker) : words
}
