import { features } from '../../src/features.ts'
import { type Language, languages } from '../../src/platform/i18n.ts'
import { patternIn } from '../../src/platform/paths.ts'

/** Where an address leads: the route, in English, the language and what fills its gaps. */
export type Place = {
  readonly method: string
  readonly pattern: string
  readonly language: Language
  readonly params: Readonly<Record<string, string>>
}

type Known = { method: string; pattern: string; language: Language; segments: readonly string[] }

const known: readonly Known[] = Object.keys(features.routes).flatMap((key) => {
  const [method = '', pattern = ''] = key.split(/ +/)
  return languages.map((language) => ({ method, pattern, language, segments: patternIn(pattern, language).split('/') }))
})

/** Routes by their method and the length of their path, those with the fewest gaps first: words win, as in the server. */
const byLength = Map.groupBy(
  known.toSorted((one, other) => gaps(one) - gaps(other)),
  ({ method, segments }) => `${method} ${segments.length}`,
)

export function placeOf(method: string, address: string): Place | undefined {
  const { pathname } = new URL(address, 'http://local')
  const key = `${method} ${pathname}`
  if (!places.has(key)) places.set(key, placeAt(method, pathname))
  return places.get(key)
}

/** The same links stand on every page. */
const places = new Map<string, Place | undefined>()

function placeAt(method: string, pathname: string): Place | undefined {
  const segments = pathname.replace(/\/$/, '').split('/')
  const best = byLength.get(`${method} ${segments.length}`)?.find((route) => fitting(route.segments, segments))
  if (!best) return undefined
  const params = best.segments.flatMap((segment, at): [string, string][] =>
    segment.startsWith(':') ? [[segment.slice(1), decodeURIComponent(segments[at] ?? '')]] : [],
  )
  return { method, pattern: best.pattern, language: best.language, params: Object.fromEntries(params) }
}

function gaps({ segments }: Known): number {
  return segments.filter((segment) => segment.startsWith(':')).length
}

const fitting = (route: readonly string[], asked: readonly string[]): boolean =>
  route.length === asked.length && route.every((segment, at) => segment.startsWith(':') || segment === asked[at])
