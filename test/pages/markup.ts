/** An element as a browser reads it: lower-case names, attributes decoded. */
export type Element = {
  readonly tag: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: (Element | string)[]
  readonly parent: Element | undefined
}

const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const raw = new Set(['script', 'style'])
const untagged = new Set(['textarea', 'title'])

/**
 * Reads a page into a tree, the way browsers cut text into tags: an attribute that is broken out of becomes an attribute
 * or a tag here too. Ends of elements that we always write (`</p>`, `</li>`) are not guessed.
 */
export function parseMarkup(html: string): Element {
  const root: Element = { tag: '#page', attributes: new Map(), children: [], parent: undefined }
  let open = root
  let at = 0
  while (at < html.length) {
    const next = html.indexOf('<', at)
    if (next !== at) {
      open.children.push(decoded(html.slice(at, next < 0 ? html.length : next)))
      if (next < 0) break
      at = next
    }
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4)
      at = end < 0 ? html.length : end + 3
      continue
    }
    const tag = /^<(\/?)([a-z][^\s/>]*)/i.exec(html.slice(at, at + 200))
    if (!tag) {
      if (/^<[!?/]/.test(html.slice(at, at + 2))) at = endOf(html, '>', at)
      else {
        open.children.push('<')
        at += 1
      }
      continue
    }
    const name = (tag[2] ?? '').toLowerCase()
    const { attributes, end } = attributesFrom(html, at + tag[0].length)
    at = end
    if (tag[1]) {
      open = closed(open, name)
      continue
    }
    const element: Element = { tag: name, attributes, children: [], parent: open }
    open.children.push(element)
    const svg = html.slice(end - 2, end) === '/>'
    if (empty.has(name) || (svg && isDrawn(element))) continue
    if (raw.has(name) || untagged.has(name)) {
      const close = positionOf(new RegExp(`</${name}`, 'gi'), html, at)
      const text = html.slice(at, close < 0 ? html.length : close)
      element.children.push(raw.has(name) ? text : decoded(text.replace(/^\n/, '')))
      at = close < 0 ? html.length : endOf(html, '>', close)
    } else open = element
  }
  return root
}

/** Everything inside, in the order of the page. A page that was read does not change: it is gathered once. */
export function elementsOf(element: Element): readonly Element[] {
  const before = gathered.get(element)
  if (before) return before
  const inside: Element[] = []
  const visit = ({ children }: Element): void => {
    for (const child of children) {
      if (typeof child === 'string') continue
      inside.push(child)
      visit(child)
    }
  }
  visit(element)
  gathered.set(element, inside)
  return inside
}

const gathered = new WeakMap<Element, readonly Element[]>()

export const found = (element: Element, ...tags: string[]): Element[] =>
  elementsOf(element).filter(({ tag }) => tags.includes(tag))

export const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')

/** The words of a text with one space between them. */
export const oneLine = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ').trim()

export const classesOf = (element: Element): readonly string[] =>
  (element.attributes.get('class') ?? '').split(/\s+/).filter(Boolean)

/** The nearest element around, itself included, for which the answer is yes. */
export function around(element: Element, is: (element: Element) => boolean): Element | undefined {
  for (let each: Element | undefined = element; each; each = each.parent) if (is(each)) return each
  return undefined
}

function attributesFrom(html: string, from: number): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>()
  const one = /[\s/]*(?:(>)|([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?)/y
  one.lastIndex = from
  for (let match = one.exec(html); match; match = one.exec(html)) {
    if (match[1]) return { attributes, end: one.lastIndex }
    const name = (match[2] ?? '').toLowerCase()
    if (!attributes.has(name)) attributes.set(name, decoded(match[3] ?? match[4] ?? match[5] ?? ''))
  }
  return { attributes, end: html.length }
}

function closed(open: Element, name: string): Element {
  const ended = around(open, ({ tag }) => tag === name)
  return ended?.parent ?? open
}

const isDrawn = (element: Element): boolean => around(element, ({ tag }) => tag === 'svg') !== undefined

function positionOf(pattern: RegExp, html: string, from: number): number {
  pattern.lastIndex = from
  return pattern.exec(html)?.index ?? -1
}

function endOf(html: string, mark: string, from: number): number {
  const end = html.indexOf(mark, from)
  return end < 0 ? html.length : end + mark.length
}

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' },
}

const decoded = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/gi,
    (whole, hex?: string, ten?: string, name?: string) => {
      const code = hex ? Number.parseInt(hex, 16) : ten ? Number(ten) : undefined
      if (code !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
      return named[name ?? ''] ?? whole
    },
  )
