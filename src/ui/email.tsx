import { renderToString } from 'preact-render-to-string'
import type { Language } from '../platform/i18n.ts'
import { safeHref } from './link.ts'

/** What a letter says, in order: a paragraph, a link, or short facts. */
export type Paragraph =
  | string
  | { readonly link: string; readonly label: string }
  | { readonly facts: readonly (readonly [label: string, value: string])[] }

export type Letter = {
  language: Language
  subject: string
  /** What a mailbox shows beside the subject. */
  preheader: string
  paragraphs: readonly Paragraph[]
  /** Who writes, their postal address, how to stop: a line each. */
  footer: readonly Paragraph[]
}

/**
 * One letter as text and as HTML, from the same paragraphs. A link is a button and the bare address under it, since some
 * mailboxes show no button and some people trust no button. Throws when a link is not one that may be followed.
 */
export function renderEmail(letter: Letter): { subject: string; text: string; html: string } {
  const subject = oneLine(letter.subject)
  return {
    subject,
    text: `${letter.paragraphs.map(asText).join('\n\n')}\n\n-- \n${letter.footer.map(asText).join('\n')}\n`,
    html: `<!DOCTYPE html>\n${renderToString(<LetterPage {...letter} subject={subject} />)}\n`,
  }
}

function LetterPage({ language, subject, preheader, paragraphs, footer }: Letter) {
  return (
    <html lang={`${language}-CA`}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        <style>{styles}</style>
      </head>
      <body>
        <div class="preheader">{oneLine(preheader)}</div>
        <main>
          <p class="brand">Opportune</p>
          <h1>{subject}</h1>
          {paragraphs.map((paragraph, place) => (
            <Part key={String(place)} paragraph={paragraph} />
          ))}
          <footer>
            {footer.map((paragraph, place) => (
              <Part key={String(place)} paragraph={paragraph} plain />
            ))}
          </footer>
        </main>
      </body>
    </html>
  )
}

function Part({ paragraph, plain }: { paragraph: Paragraph; plain?: boolean }) {
  if (typeof paragraph === 'string') return <p>{paragraph}</p>
  if ('facts' in paragraph)
    return (
      <dl>
        {paragraph.facts.flatMap(([label, value]) => [
          <dt key={label}>{label}</dt>,
          <dd key={`${label} value`}>{value}</dd>,
        ])}
      </dl>
    )
  const href = followed(paragraph.link)
  return plain ? (
    <p>
      <a href={href}>{paragraph.label}</a>
    </p>
  ) : (
    <p>
      <a class="button" href={href}>
        {paragraph.label}
      </a>
      <br />
      <span class="bare">{href}</span>
    </p>
  )
}

function asText(paragraph: Paragraph): string {
  if (typeof paragraph === 'string') return paragraph
  if ('facts' in paragraph) return paragraph.facts.map(([label, value]) => `${label}\n  ${value}`).join('\n')
  return `${paragraph.label}\n${followed(paragraph.link)}`
}

function followed(address: string): string {
  const href = safeHref(address)
  if (href === undefined || !/^(https?|mailto):/i.test(href)) throw new Error('an e-mail has a link that is no address')
  return href
}

/** A header is one line: a line break in it would begin another header. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what we remove
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim()

// Sizes and colours of the site, without what mailboxes do not know. No angle bracket or quotation mark may stand here.
const styles = `
body { margin: 0; padding: 24px 16px; background: #ffffff; color: #14242c; font: 17px/1.55 Helvetica, Arial, sans-serif }
main { display: block; max-width: 600px; margin: 0 auto }
.preheader { display: none; max-height: 0; overflow: hidden }
.brand { margin: 0 0 24px; padding: 0 0 12px; border-bottom: 3px solid #0b5066; font: bold 22px Georgia, serif }
h1 { margin: 0 0 16px; font: bold 26px/1.25 Georgia, serif }
p, dl { margin: 0 0 16px }
dt { color: #465862; font-size: 14px }
dd { margin: 0 0 8px; font-weight: bold }
a { color: #0b5066 }
.button { display: inline-block; margin: 8px 0; padding: 12px 20px; border-radius: 6px; background: #0b5066; color: #ffffff; font-weight: bold; text-decoration: none }
.bare { color: #465862; font-size: 14px; word-break: break-all }
footer { margin: 32px 0 0; padding: 16px 0 0; border-top: 2px dashed #667b85; color: #465862; font-size: 14px }
footer p { margin: 0 0 8px }
@media (prefers-color-scheme: dark) {
  body { background: #0d1a20; color: #e9f0f2 }
  .brand { border-color: #86cfe4 }
  a { color: #86cfe4 }
  .button { background: #86cfe4; color: #06222d }
  dt, .bare, footer { color: #b0c1c8 }
}
`
