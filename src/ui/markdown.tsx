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

/** Markdown as safe HTML: no raw HTML, no image, links only where `safeHref` allows, headings shifted to fit the page. */
export function markdownHtml(text: string, top: Level = 3): string {
  return sanitize(markdown.render(text), {
    allowedTags,
    allowedAttributes: { a: ['href', 'rel'], ol: ['start'], th: ['scope'], code: [] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    transformTags: {
      ...shiftedHeadings(top),
      a: safeLink,
      th: (_, __) => ({ tagName: 'th', attribs: { scope: 'col' } }),
    },
  })
}

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false }).disable('image')

const allowedTags = [
  ...['p', 'br', 'hr', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code'],
  ...['em', 'strong', 's', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
]

const safeLink = (_: string, { href = '' }: sanitize.Attributes) => {
  const safe = safeHref(href)
  return safe === undefined
    ? { tagName: 'span', attribs: {} }
    : { tagName: 'a', attribs: { href: safe, rel: 'nofollow noopener' } }
}

const shiftedHeadings = (top: Level): Record<string, string> =>
  Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, `h${Math.min(6, level + top - 1)}`]))
