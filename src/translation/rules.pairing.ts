/** Places in two lists that belong together; null where the other list has nothing to it. */
export type Pair = { readonly left: number | null; readonly right: number | null }

/** More than a pair of unlike texts could ever make up for. */
const SAME = 100
/** Two texts that have nothing in common still rather belong together than to nobody. */
const UNLIKE = 0.01

/** Comparing each with each takes time and memory by their product: longer lists go by their places. */
const MOST_COMPARED = 250_000

/**
 * Which text of one list became which of the other, in the order of both: equal texts find each other whatever was added
 * or taken away around them, then like finds like.
 */
export function pairUp(left: readonly string[], right: readonly string[]): Pair[] {
  if (left.length * right.length > MOST_COMPARED) return byPlace(left.length, right.length)
  const [across, down] = [right.length + 1, left.length + 1]
  const best = new Float64Array(down * across)
  const likeness = new Float64Array(down * across)
  const words = [left.map(wordsOf), right.map(wordsOf)] as const
  for (let i = left.length - 1; i >= 0; i -= 1)
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const at = i * across + j
      const like = left[i] === right[j] ? SAME : UNLIKE + alike(words[0][i] ?? [], words[1][j] ?? [])
      likeness[at] = like
      best[at] = Math.max(score(best, at + across + 1) + like, score(best, at + across), score(best, at + 1))
    }

  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  while (i < left.length || j < right.length) {
    const at = i * across + j
    const both = i < left.length && j < right.length
    if (both && score(best, at) === score(best, at + across + 1) + score(likeness, at)) {
      pairs.push({ left: i, right: j })
      i += 1
      j += 1
    } else if (j >= right.length || (i < left.length && score(best, at) === score(best, at + across))) {
      pairs.push({ left: i, right: null })
      i += 1
    } else {
      pairs.push({ left: null, right: j })
      j += 1
    }
  }
  return pairs
}

const byPlace = (left: number, right: number): Pair[] =>
  Array.from({ length: Math.max(left, right) }, (_, at) => ({
    left: at < left ? at : null,
    right: at < right ? at : null,
  }))

const score = (scores: Float64Array, at: number): number => scores[at] ?? 0

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** From 0, no word in common, to 1, the same words. */
function alike(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0
  const left = new Map<string, number>()
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of other) {
    const count = left.get(word) ?? 0
    if (count > 0) common += 1
    left.set(word, count - 1)
  }
  return (2 * common) / (one.length + other.length)
}
