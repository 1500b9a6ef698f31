import { languages } from '../platform/i18n.ts'
import { patternIn } from '../platform/paths.ts'

/**
 * Pages that anybody may say they were on. An address below one of these, such as that of an application, would tell who
 * applied before closing; a link of a letter would tell its secret. Both are cut to the page above.
 */
const publicPatterns = [
  ...['/opportunities', '/opportunities/:slug', '/results', '/draws/:slug', '/draws/:slug/verification'],
  ...['/guide', '/guide/clients', '/faq', '/process', '/privacy', '/accessibility', '/terms', '/options'],
  ...['/subscribe', '/contact', '/sign-in', '/receipt'],
] as const

/**
 * The page that somebody says they were on, as it may be kept: an address of ours in one language, without query or
 * anchor. Staff name any page of theirs, others a public one; of anything else the public part above it is left, or nothing.
 */
export function pageSaid(said: string, by: 'staff' | 'anybody'): string {
  const path = pathOf(said)
  if (path === undefined) return ''
  const parts = path.split('/')
  if (by === 'staff' && parts.every((part) => part.length <= LONGEST_PART)) return path
  for (let length = parts.length; length > 2; length -= 1) {
    const part = parts.slice(0, length)
    if (publicPages.some((page) => fits(page, part))) return part.join('/')
  }
  return ''
}

/** An id or a slug is shorter than this; a token of a letter is longer. */
const LONGEST_PART = 64
const LONGEST = 300

/** `/en/…` of an address as it is typed or pasted: whole, or from its path on. */
function pathOf(said: string): string | undefined {
  const [path = ''] = said
    .trim()
    .replace(/^https?:\/\/[^/?#\s]+/i, '')
    .split(/[?#]/)
  const found = /^\/(en|fr)(\/[A-Za-z0-9_.~%-]+)*\/?$/.exec(path)
  return found && path.length <= LONGEST ? path.replace(/\/$/, '') : undefined
}

const publicPages = publicPatterns.flatMap((pattern) =>
  languages.map((language) => patternIn(pattern, language).split('/')),
)

const fits = (page: readonly string[], parts: readonly string[]): boolean =>
  page.length === parts.length &&
  page.every((word, place) =>
    word.startsWith(':') ? (parts[place]?.length ?? 0) <= LONGEST_PART : word === parts[place],
  )
