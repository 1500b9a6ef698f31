import { difference } from '../platform/difference.ts'

/**
 * A first proposal for a text from two that were both written over the same one: where they changed different places,
 * both changes; where they changed the same place, or nothing is known of the text before, one after the other. Never
 * taken over by itself: a person reads it, changes it, and saves it.
 */
export function mergedText(base: string, ours: string, theirs: string): string {
  if (ours === theirs || theirs === '') return ours
  if (ours === '') return theirs
  return woven(base, ours, theirs) ?? `${ours}\n\n${theirs}`
}

/** A place of the text before that somebody replaced: from, to, and what came. */
type Replaced = { readonly from: number; readonly to: number; readonly text: string }

function woven(base: string, ours: string, theirs: string): string | undefined {
  if (base === '') return undefined
  const [mine, yours] = [replacedIn(base, ours), replacedIn(base, theirs)]
  const all = [...mine, ...yours].sort((a, b) => a.from - b.from || a.to - b.to)
  const clash = all.some((each, place) => {
    const next = all[place + 1]
    return next !== undefined && (next.from < each.to || next.from === each.from)
  })
  if (clash) return undefined
  let [text, at] = ['', 0]
  for (const { from, to, text: came } of all) {
    text += base.slice(at, from) + came
    at = to
  }
  return text + base.slice(at)
}

function replacedIn(base: string, after: string): Replaced[] {
  const found: Replaced[] = []
  let at = 0
  for (const { kind, text } of difference(base, after)) {
    const last = found.at(-1)
    if (kind === 'same') at += text.length
    else if (kind === 'removed') {
      found.push({ from: at, to: at + text.length, text: '' })
      at += text.length
    } else if (last && last.to === at) found[found.length - 1] = { ...last, text: last.text + text }
    else found.push({ from: at, to: at, text })
  }
  return found
}
