import type { Known } from '../applications/identifying.kinds.ts'
import { findings } from '../applications/identifying.ts'

/** What stands in an answer for what is hidden: `[[name]]`, `[[client name]]`. */
const MARKER = /\[\[([^[\]\n]{1,40})\]\]/g

const ROUNDS = 8

export type Segment = { readonly hidden: boolean; readonly text: string }

/**
 * The answer with everything in it that says who wrote it replaced by its kind in brackets. Looked at again until
 * nothing more is found: what stood beside a passage may read otherwise without it.
 */
export function masked(answer: string, known: Known): string {
  let text = uncovered(answer.normalize('NFC'), known)
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = text
    text = covered(text, known)
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
    const [found] = findings(inside, known)
    return found ? `[[${found.kind}]]` : marker
  })

/** Each part that is still shown, with what it says of its author covered in its place. */
const covered = (text: string, known: Known): string =>
  segmentsOf(text)
    .map((part) => (part.hidden ? `[[${part.text}]]` : coveredIn(part.text, known)))
    .join('')

function coveredIn(shown: string, known: Known): string {
  let from = 0
  const parts = findings(shown, known).map((finding) => {
    const before = shown.slice(from, finding.from)
    from = finding.to
    return `${before}[[${finding.kind}]]`
  })
  return parts.join('') + shown.slice(from)
}
