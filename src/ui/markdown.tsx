import MarkdownIt from 'markdown-it'
import sanitize from 'sanitize-html'
import type { Language } from '../platform/i18n.ts'
import { safeHref } from './link.ts'
import type { Level } from './parts.tsx'
import { TrustedHtml } from './trusted-html.tsx'

/** Text that people write, as Markdown. `top` is the level its first heading takes under the headings of the page. */
export const Markdown = ({ text, top = 3, lang }: { text: string; top?: Level; lang?: Language | undefined }) => (
  <div lang={lang}>
    <TrustedHtml named="md" html={markdownHtml(text, top)} />
  </div>
)

/**
 * A text that is a page of its own: its headings `##` are those of the page, and each has an anchor to link to. Shown
 * `beside` its other half, they stand under a heading of the page and have no anchor, since both halves have the same.
 */
export const MarkdownPage = ({
  text,
  lang,
  beside = false,
}: {
  text: string
  lang?: Language | undefined
  beside?: boolean
}) => (
  <div lang={lang}>
    <TrustedHtml named="md" html={pageHtml(text, beside)} />
  </div>
)

/** The HTML of `MarkdownPage`, as safe as that of `markdownHtml`. */
export function pageHtml(text: string, beside = false): string {
  const { tokens } = anchored(text)
  if (beside) for (const token of tokens) if (token.type === 'heading_open') token.attrs = null
  return safeHtml(markdown.renderer.render(tokens, markdown.options, {}), beside ? 2 : 1)
}

/** Markdown as safe HTML: no raw HTML, no image, links only where `safeHref` allows, headings shifted to fit the page. */
export function markdownHtml(text: string, top: Level = 3): string {
  return safeHtml(markdown.render(text), top)
}

/** A heading of a text, and the anchor it has on a page: what `{#anchor}` at its end says, else its words. */
export type TextHeading = { readonly level: number; readonly text: string; readonly anchor: string }

/** The headings of a text in their order. */
export const headingsOf = (text: string): TextHeading[] => anchored(text).headings

/** How a text is built: its headings with their anchors, and how many links, list items, quotes and tables it has. */
export type TextShape = {
  readonly headings: readonly TextHeading[]
  readonly counts: Readonly<Record<'links' | 'items' | 'quotes' | 'tables', number>>
}

export function shapeOf(text: string): TextShape {
  const { headings, tokens } = anchored(text)
  const count = (type: string): number =>
    tokens.reduce(
      (sum, token) => sum + [token, ...(token.children ?? [])].filter((each) => each.type === type).length,
      0,
    )
  return {
    headings,
    counts: {
      links: count('link_open'),
      items: count('list_item_open'),
      quotes: count('blockquote_open'),
      tables: count('table_open'),
    },
  }
}

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false }).disable('image')

const allowedTags = [
  ...['p', 'br', 'hr', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code'],
  ...['em', 'strong', 's', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
]

/** `id` is never anybody's: raw HTML is text, and only `anchored` sets one. */
const safeHtml = (html: string, top: Level | 1): string =>
  sanitize(html, {
    allowedTags,
    allowedAttributes: {
      a: ['href', 'rel'],
      ol: ['start'],
      th: ['scope'],
      code: [],
      ...Object.fromEntries(['h2', 'h3', 'h4', 'h5', 'h6'].map((heading) => [heading, ['id']])),
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    transformTags: {
      ...shiftedHeadings(top),
      a: safeLink,
      th: (_, __) => ({ tagName: 'th', attribs: { scope: 'col' } }),
    },
  })

const safeLink = (_: string, { href = '' }: sanitize.Attributes) => {
  const safe = safeHref(href)
  return safe === undefined
    ? { tagName: 'span', attribs: {} }
    : { tagName: 'a', attribs: { href: safe, rel: 'nofollow noopener' } }
}

const shiftedHeadings = (top: number): sanitize.IOptions['transformTags'] =>
  Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((level) => [
      `h${level}`,
      (_: string, attribs: sanitize.Attributes) => ({
        tagName: `h${Math.max(2, Math.min(6, level + top - 1))}`,
        attribs: attribs.id === undefined ? {} : { id: attribs.id },
      }),
    ]),
  )

type Token = ReturnType<typeof markdown.parse>[number]

/** Parsed, with an anchor on each heading and what asked for it taken out of its words. */
function anchored(text: string): { tokens: Token[]; headings: TextHeading[] } {
  const tokens = markdown.parse(text, {})
  const headings: TextHeading[] = []
  const taken = new Map(idsOfPages.map((id) => [id, 2]))
  for (const [place, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue
    const inline = tokens[place + 1]
    const asked = wanted.exec(inline?.content ?? '')
    const last = inline?.children?.at(-1)
    if (asked && last?.type === 'text') last.content = last.content.replace(wanted, '')
    const words = (inline?.children ?? []).map(({ content }) => content).join('')
    const anchor = free(asked?.[1] ?? slugOf(words), taken)
    token.attrSet('id', anchor)
    headings.push({ level: Number(token.tag.slice(1)), text: words, anchor })
  }
  return { tokens, headings }
}

const wanted = /\s*\{#([a-z][a-z0-9-]{0,60})\}\s*$/

/** Ids that the frame and our own parts of a page of guidance have. */
const idsOfPages = ['main', 'contents', 'others', 'status', 'errors-head']

/** Words as an anchor: accents folded, blanks as hyphens; never one that starts like the id of a field. */
const slugOf = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/^(?=[^a-z]|f-|$)/, 's-')

/** `taken` says of each anchor which number may be free next: a text of a thousand equal headings is read once. */
function free(anchor: string, taken: Map<string, number>): string {
  let found = anchor
  let place = taken.get(anchor) ?? 2
  for (; taken.has(found); place += 1) found = `${anchor}-${place}`
  taken.set(anchor, place)
  taken.set(found, taken.get(found) ?? 2)
  return found
}
