/** A page that answers GET: its pattern in one language, and the names in its query under which it may be kept. */
export type Place = { readonly pattern: string; readonly cached: readonly string[] | undefined }

/** An address longer than this is nobody's bookmark. */
const LONGEST_ADDRESS = 300

/**
 * Finds the page that an address may be kept for, among all pages, as the router finds it: at each part of the path a
 * fixed word comes before a pattern. Nothing when the page is not kept, or when the address is written in any way but
 * the plain one (escapes, a slash at the end, names in the query that the page does not list, a name twice).
 */
export function findKept(places: readonly Place[]): (address: string) => Place | undefined {
  const top: Branch = { words: new Map(), patterns: [], place: undefined }
  for (const place of places) branchFor(top, place.pattern).place = place
  return (address) => {
    if (address.length > LONGEST_ADDRESS) return undefined
    const asked = address.indexOf('?')
    const path = asked < 0 ? address : address.slice(0, asked)
    if (!PLAIN_PATH.test(path)) return undefined
    const place = find(top, path === '/' ? [] : path.slice(1).split('/'), 0)
    if (!place?.cached) return undefined
    return asked < 0 || namesOnly(place.cached, address.slice(asked + 1)) ? place : undefined
  }
}

type Branch = {
  readonly words: Map<string, Branch>
  readonly patterns: { readonly text: string; readonly matches: RegExp; readonly branch: Branch }[]
  place: Place | undefined
}

/** No part of it is `.` or `..`: whoever reads such an address makes another of it. */
const PLAIN_PATH = /^\/(?:(?!\.\.?(?:\/|$))[\w.~-]+(?:\/(?!\.\.?(?:\/|$))[\w.~-]+)*)?$/

function branchFor(top: Branch, pattern: string): Branch {
  let branch = top
  for (const part of pattern.split('/').filter(Boolean)) branch = childFor(branch, part)
  return branch
}

function childFor(branch: Branch, part: string): Branch {
  const known = part.includes(':') ? branch.patterns.find(({ text }) => text === part)?.branch : branch.words.get(part)
  if (known) return known
  const made: Branch = { words: new Map(), patterns: [], place: undefined }
  if (part.includes(':')) {
    branch.patterns.push({ text: part, matches: matcherOf(part), branch: made })
    // `:slug.ics` says more than `:slug`, and comes first.
    branch.patterns.sort((one, other) => fixedIn(other.text) - fixedIn(one.text))
  } else {
    branch.words.set(part, made)
  }
  return made
}

const fixedIn = (part: string): number => part.replace(/:\w+/g, '').length

const matcherOf = (part: string): RegExp =>
  new RegExp(`^${part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '.+')}$`)

function find(branch: Branch, parts: readonly string[], at: number): Place | undefined {
  const part = parts[at]
  if (part === undefined) return branch.place
  const word = branch.words.get(part)
  const exact = word && find(word, parts, at + 1)
  if (exact) return exact
  for (const { matches, branch: child } of branch.patterns) {
    const found = matches.test(part) ? find(child, parts, at + 1) : undefined
    if (found) return found
  }
  return undefined
}

/** Each name listed, and once. */
function namesOnly(listed: readonly string[], query: string): boolean {
  const names = [...new URLSearchParams(query).keys()]
  return names.length > 0 && new Set(names).size === names.length && names.every((name) => listed.includes(name))
}
