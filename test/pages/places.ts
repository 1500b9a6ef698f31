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

/** Words win over gaps, as they do in the server. */
export function placeOf(method: string, address: string): Place | undefined {
  const segments = new URL(address, 'http://local').pathname.replace(/\/$/, '').split('/')
  const fits = known.filter((route) => route.method === method && fitting(route.segments, segments))
  const [best] = fits.toSorted((a, b) => gaps(a) - gaps(b))
  if (!best) return undefined
  const params = best.segments.flatMap((segment, at): [string, string][] =>
    segment.startsWith(':') ? [[segment.slice(1), decodeURIComponent(segments[at] ?? '')]] : [],
  )
  return { method, pattern: best.pattern, language: best.language, params: Object.fromEntries(params) }
}

const fitting = (route: readonly string[], asked: readonly string[]): boolean =>
  route.length === asked.length && route.every((segment, at) => segment.startsWith(':') || segment === asked[at])

const gaps = ({ segments }: Known): number => segments.filter((segment) => segment.startsWith(':')).length
