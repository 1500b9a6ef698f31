import { diffWordsWithSpace } from 'diff'

/** A stretch of text that stayed, came or went. */
export type Change = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** The longest text that is compared word by word; above it, the whole went and the whole came. In characters. */
const MOST = 40_000

/**
 * What changed from one text to the other, word by word, in reading order: what went stands before what came in its
 * place. The same and the removed parts joined are `before`, the same and the added parts joined are `after`.
 */
export function difference(before: string, after: string): Change[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  if (before.length + after.length > MOST) return replaced(before, after)
  const changes = diffWordsWithSpace(before, after, { timeout: 500 })
  if (!changes) return replaced(before, after)
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

function replaced(before: string, after: string): Change[] {
  const whole: Change[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
  return whole.filter(({ text }) => text !== '')
}
