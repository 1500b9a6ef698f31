import type { Unmapped } from './rules.ts'

/** Stands where somebody was named. */
export const TAKEN_OUT = '[…]'

/** One line of Markdown, and whether it is part of a block of code. */
export type Line = { readonly text: string; readonly code: boolean }

/** A heading with what stands under it; the first has no heading. */
export type Section = { readonly heading: string; readonly lines: readonly Line[] }

/**
 * Takes out of an issue what a public notice must not carry or cannot show: front matter, comments, images, raw HTML,
 * people named by `@name` and their addresses. All of it is answered beside the text: nothing is dropped in silence.
 */
export function withoutPrivate(given: string): { text: string; unmapped: Unmapped[] } {
  const unmapped: Unmapped[] = []
  const out = (what: string, why: Unmapped['why'], instead = ''): string => {
    unmapped.push({ what, why })
    return instead
  }
  const afterFront = given.replace(/^---\n[\s\S]*?\n(?:---|\.\.\.)(?:\n|$)/, (front) =>
    /^[\w-]+[ \t]*:/m.test(front) ? out(front, 'front_matter') : front,
  )
  const { text, comments } = withoutComments(afterFront)
  for (const comment of comments) out(comment, 'comment')
  const lines = linesOf(text).map(({ text: line, code }) => {
    const spoken = code ? line : line.replace(taken, (what) => (what.startsWith('`') ? what : takenOut(what, out)))
    return spoken.replace(personalAddress, (what) =>
      isSharedMailbox(what) ? what : out(what, 'personal_address', TAKEN_OUT),
    )
  })
  return { text: lines.join('\n'), unmapped }
}

/** Each line, with whether it stands between the fences of a block of code, fences included. */
export function linesOf(text: string): Line[] {
  let fence = ''
  return text.split('\n').map((line) => {
    if (fence) {
      const closes = fenceIn(line)
      if (closes.startsWith(fence) && line.trim() === closes) fence = ''
      return { text: line, code: true }
    }
    fence = fenceIn(line)
    return { text: line, code: fence !== '' }
  })
}

/** Parts under their headings: `## so`, underlined, or a line of its own in bold. */
export function sectionsOf(lines: readonly Line[]): Section[] {
  const sections: { heading: string; lines: Line[] }[] = [{ heading: '', lines: [] }]
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!line) continue
    const under = lines[at + 1]
    const underlined = !line.code && under?.code === false && isUnderline(under.text) && isParagraph(line.text)
    const heading = line.code ? '' : underlined ? line.text.trim() : headingIn(line.text)
    if (heading) sections.push({ heading, lines: [] })
    else sections.at(-1)?.lines.push(line)
    if (underlined) at++
  }
  return sections
}

export type Item = { readonly text: string; readonly ticked: boolean }

/**
 * Takes the items of lists out of a part: boxes to tick only, at any depth, or every item of the first depth with what
 * is below it. Answers what is left as well.
 */
export function itemsOf(lines: readonly Line[], which: 'boxes' | 'all'): { items: Item[]; rest: Line[] } {
  const items: { text: string[]; ticked: boolean; indent: number }[] = []
  const rest: Line[] = []
  let open: (typeof items)[number] | undefined
  let blank = false
  for (const line of lines) {
    const indent = /^[ \t]*/.exec(line.text)?.[0].length ?? 0
    const below = which === 'all' && open !== undefined && indent >= Math.min(2, open.indent)
    const begun = line.code || below ? null : (which === 'boxes' ? box : item).exec(line.text)
    if (begun) {
      const [, marker = '', mark = '', text = ''] = begun
      open = { text: [text], ticked: /x/i.test(mark), indent: marker.length }
      items.push(open)
    } else if (open && continues(line, indent, blank, open.indent, which)) {
      const own = line.text.slice(Math.min(indent, open.indent))
      open.text.push(line.code ? own : own.replace(/^([ \t]*(?:[-*+]|\d+[.)])[ \t]+)\[[ xX]\][ \t]+/, '$1'))
    } else {
      if (line.text.trim() !== '') open = undefined
      rest.push(line)
    }
    blank = line.text.trim() === ''
  }
  return {
    items: items.map(({ text, ticked }) => ({ text: text.join('\n').trim(), ticked })).filter(({ text }) => text),
    rest,
  }
}

/** Lines as text again, without empty lines at both ends or several in a row. */
export const joined = (lines: readonly Line[]): string =>
  lines
    .map(({ text, code }) => (code ? text : text.trimEnd()))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

const fenceIn = (line: string): string => /^[ \t]*(`{3,20}(?!.*`)|~{3,20})/.exec(line)?.[1] ?? ''

const item = /^( {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+)(\[[ xX]\][ \t]+)?(.*)$/
const box = /^([ \t]{0,12}(?:[-*+]|\d{1,9}[.)])[ \t]+)(\[[ xX]\][ \t]+)(.*)$/

/** Does a line belong to the item above it? Indented, or the next line of the same paragraph. */
function continues(line: Line, indent: number, blank: boolean, width: number, which: 'boxes' | 'all'): boolean {
  if (line.text.trim() === '') return line.code
  if (which === 'boxes' && !line.code && anyItem.test(line.text) && indent < width) return false
  if (indent >= Math.min(2, width)) return true
  return !blank && !line.code && isParagraph(line.text)
}
const anyItem = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/

function headingIn(line: string): string {
  const marked = /^ {0,3}#{1,6}[ \t]+(.+)$/.exec(line)?.[1]
  if (marked)
    return marked
      .trim()
      .replace(/[ \t]#{1,20}$/, '')
      .trim()
  return /^(?:\*\*([^*]{2,80})\*\*|__([^_]{2,80})__):?[ \t]*$/.exec(line)?.slice(1).find(Boolean)?.trim() ?? ''
}
const isUnderline = (line: string): boolean => /^ {0,3}(?:=+|-{2,})[ \t]*$/.test(line)
const isParagraph = (line: string): boolean =>
  line.trim() !== '' && !anyItem.test(line) && !/^ {0,3}(?:#{1,6}[ \t]|>|\||`{3}|~{3}|(?:[-*_][ \t]*){3,}$)/.test(line)

/** Comments of HTML that end; one that never ends is text. Code keeps its own. */
function withoutComments(text: string): { text: string; comments: string[] } {
  const comments: string[] = []
  let kept = ''
  let at = 0
  let fence = ''
  while (at < text.length) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline + 1
    const line = text.slice(at, end)
    const opened = fenceIn(line.trimEnd())
    const begins = fence || opened ? -1 : line.indexOf('<!--')
    const inCode = begins >= 0 && (line.slice(0, begins).split('`').length - 1) % 2 === 1
    const ends = begins < 0 || inCode ? -1 : text.indexOf('-->', at + begins + 4)
    if (ends >= 0) {
      kept += line.slice(0, begins)
      comments.push(text.slice(at + begins, ends + 3))
      at = ends + 3
      continue
    }
    if (fence) fence = opened.startsWith(fence) && line.trim() === opened ? '' : fence
    else fence = opened
    kept += line
    // Nothing after this ends a comment either: the rest is text.
    if (begins >= 0 && !inCode) return { text: kept + text.slice(end), comments }
    at = end
  }
  return { text: kept, comments }
}

const tags =
  'a|abbr|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|ol|p|picture|pre|q|s|samp|small|source|span|strike|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|var|video'
/** In the order in which they are tried at each place: code stays as it is. */
const taken = new RegExp(
  [
    '`[^`\\n]{1,500}`',
    '!\\[[^\\]\\n]{0,300}\\](?:\\([^)\\n]{0,1000}\\)|\\[[^\\]\\n]{0,200}\\])',
    `</?(?:${tags})(?:[\\s/][^<>\\n]{0,1000})?>`,
    '\\[@?[\\w-]{1,40}\\]\\(https?://(?:github|gitlab)\\.com/[\\w.-]{1,40}/?\\)',
    'https?://(?:github|gitlab)\\.com/[\\w.-]{1,40}/?(?![\\w/?#-])',
    '(?<![\\w/`@.=:#-])@[A-Za-z0-9](?:[A-Za-z0-9._-]{0,60}[A-Za-z0-9])?(?![\\w/@-])',
  ].join('|'),
  'gi',
)
const personalAddress =
  /(?<![\w.%+-])[A-Z0-9._%+-]{1,64}@[A-Z0-9-]{1,63}(?:\.[A-Z0-9-]{1,63}){0,6}\.[A-Z]{2,24}(?![\w-])/gi

const takenOut = (what: string, out: (what: string, why: Unmapped['why'], instead?: string) => string): string => {
  if (what.startsWith('!') || /^<(?:img|picture|source|video)\b/i.test(what)) return out(what, 'image')
  if (what.startsWith('<')) return out(what, 'raw_html', /^<\/?(?:br|p|div|summary|details)\b/i.test(what) ? ' ' : '')
  return out(what, 'person_named', TAKEN_OUT)
}

/** Mailboxes that belong to nobody in particular may stay; `git@` is no mailbox. */
const isSharedMailbox = (address: string): boolean =>
  /^(?:git|info|contact|help|support|security|team|noreply|no-reply|webmaster|equipe|aide|soutien|securite|renseignements|accessibility|accessibilite|opensource)@/i.test(
    address,
  )
