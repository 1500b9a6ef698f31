import { SaxesParser, type SaxesTagNS } from 'saxes'
import { type Decision, no, yes } from '../platform/decision.ts'
import { cleaned } from '../platform/forms.ts'
import {
  type About,
  languageOf,
  MOST_BYTES,
  MOST_PASSAGES,
  type ReadRefusal,
  type Returned,
  textIn,
} from './exchange.ts'
import { CORE } from './xliff.ts'

/**
 * What a tool gave back: the passages of this statement, whatever the tool did to prefixes, order, notes, modules, inline
 * elements or the division into segments. A document type is refused, and with it every entity of its own.
 * Source: OASIS, XLIFF Version 2.1, section 4.
 */
export function readXliff(bytes: Uint8Array, about: About): Decision<Returned[], ReadRefusal> {
  if (bytes.length > MOST_BYTES) return no('too_large')
  const text = textIn(bytes)
  if (text === undefined) return no('not_text')

  const found: Found = { refused: undefined, inFile: false, fileSeen: false, written: 0, units: [] }
  const parser = new SaxesParser({ xmlns: true })
  const refuse = (because: ReadRefusal) => {
    found.refused ??= because
  }
  parser.on('error', () => refuse('malformed'))
  parser.on('doctype', () => refuse('has_doctype'))
  const open: Opened[] = []
  parser.on('opentag', (tag) => {
    if (open.length >= DEEPEST) refuse('malformed')
    if (found.refused) return
    open.push(openedOf(tag, open))
    opens(found, open, about)
  })
  parser.on('text', (said) => writes(found, open, said))
  parser.on('cdata', (said) => writes(found, open, said))
  parser.on('closetag', () => {
    if (found.refused) return
    closes(found, open)
    open.pop()
  })
  for (let at = 0; at < text.length && !found.refused; at += STRETCH) parser.write(text.slice(at, at + STRETCH))
  if (!found.refused) parser.close()

  if (found.refused) return no(found.refused)
  if (found.units.length > MOST_PASSAGES) return no('too_large')
  if (!found.fileSeen) return no('wrong_file')
  if (new Set(found.units.map(({ id }) => id)).size < found.units.length) return no('twice_the_same')
  return found.units.length > 0 ? yes(found.units.map(returnedOf)) : no('empty')
}

/** Read a little at a time, so that a file that is refused is not read to its end. In characters. */
const STRETCH = 20_000
/** Elements within elements: tools come to a dozen, and the time to read grows faster than the depth. */
const DEEPEST = 100

/** An element on the way to where the reader is. In a module, `source` and `target` are not those of a segment. */
type Opened = {
  readonly name: string
  readonly core: boolean
  readonly attributes: Readonly<Record<string, string>>
  readonly role: 'source' | 'target' | 'data' | 'inline' | 'other'
}
type Piece = { source: string; target: string | null; order: number | null }
type Unit = { readonly id: string; readonly pieces: Piece[]; readonly data: Map<string, string> }
type Found = {
  refused: ReadRefusal | undefined
  inFile: boolean
  fileSeen: boolean
  /** Characters so far. Original mark-up may be referred to any number of times: little text can stand for a great deal. */
  written: number
  readonly units: Unit[]
}

const inlineNames = ['cp', 'ph', 'pc', 'sc', 'ec', 'mrk', 'sm', 'em']

function openedOf({ local: name, uri, attributes }: SaxesTagNS, open: readonly Opened[]): Opened {
  const core = uri === CORE
  const own = Object.values(attributes).filter((attribute) => attribute.uri === '')
  return {
    ...{ name, core, attributes: Object.fromEntries(own.map((one) => [one.local, one.value])) },
    role: core ? roleOf(name, open.at(-1), open.at(-2)) : 'other',
  }
}

function roleOf(name: string, above: Opened | undefined, twoAbove: Opened | undefined): Opened['role'] {
  if (!above?.core) return 'other'
  const inSegment =
    (above.name === 'segment' || above.name === 'ignorable') && twoAbove?.core && twoAbove.name === 'unit'
  if (inSegment && (name === 'source' || name === 'target')) return name
  if (above.name === 'originalData' && name === 'data') return 'data'
  return above.role !== 'other' && inlineNames.includes(name) ? 'inline' : 'other'
}

function opens(found: Found, open: readonly Opened[], { id, number, source, target }: About): void {
  const element = open.at(-1)
  if (!element) return
  const { name, core, role, attributes } = element
  if (open.length === 1) {
    if (name !== 'xliff') found.refused ??= 'not_xliff'
    else if (!core) found.refused ??= 'old_version'
    else if (languageOf(attributes.srcLang ?? '') !== source || languageOf(attributes.trgLang ?? '') !== target)
      found.refused ??= 'wrong_language'
  }
  if (core && name === 'file') {
    found.inFile = attributes.id === id || attributes.original === number
    found.fileSeen ||= found.inFile
  }
  if (!core || !found.inFile) return
  const unit = found.units.at(-1)
  const piece = unit?.pieces.at(-1)
  if (name === 'unit') found.units.push({ id: attributes.id ?? '', pieces: [], data: new Map() })
  else if (name === 'segment' || name === 'ignorable') unit?.pieces.push({ source: '', target: null, order: null })
  else if (role === 'target' && piece)
    Object.assign(piece, { target: '', order: Number(attributes.order ?? Number.NaN) })
  else if (role === 'inline') writes(found, open, inlineText(unit, element))
}

/** What an inline element stands for: a character, or the original mark-up that a tool took out of the text. */
function inlineText(unit: Unit | undefined, { name, attributes }: Opened): string {
  if (name === 'cp') {
    const code = /^[0-9a-f]{1,6}$/i.test(attributes.hex ?? '') ? Number.parseInt(attributes.hex ?? '', 16) : 0xfffd
    return String.fromCodePoint(Math.min(code || 0xfffd, 0x10ffff))
  }
  return unit?.data.get(attributes.dataRef ?? attributes.dataRefStart ?? '') ?? ''
}

function closes(found: Found, open: readonly Opened[]): void {
  const { name, role, attributes } = open.at(-1) ?? { name: '', role: 'other', attributes: {} }
  const ends =
    role === 'inline' && name === 'pc' ? found.units.at(-1)?.data.get(attributes.dataRefEnd ?? '') : undefined
  if (ends) writes(found, open, ends)
}

/** Adds text to the source, the target or the original mark-up that the reader is in; elsewhere it is not ours. */
function writes(found: Found, open: readonly Opened[], text: string): void {
  if (open.at(-1)?.role === 'other' || !found.inFile) return
  found.written += text.length
  if (found.written > MOST_BYTES) found.refused ??= 'too_large'
  if (found.refused) return
  const within = open.findLast(({ role }) => role !== 'inline')
  const unit = found.units.at(-1)
  const piece = unit?.pieces.at(-1)
  const id = within?.attributes.id ?? ''
  if (within?.role === 'data') unit?.data.set(id, (unit.data.get(id) ?? '') + text)
  if (within?.role === 'source' && piece) piece.source += text
  if (within?.role === 'target' && piece) piece.target = (piece.target ?? '') + text
}

/**
 * One passage from the pieces that a tool made of it. What stands between segments stays as it is; a segment without a
 * target leaves the whole passage untranslated. Targets may be in another order than their sources.
 */
function returnedOf({ id, pieces }: Unit): Returned {
  const source = pieces.map((piece) => piece.source).join('')
  const whole = pieces.every((piece) => piece.target !== null || piece.source.trim() === '')
  const some = pieces.some((piece) => (piece.target ?? '').trim() !== '')
  if (!whole || !some) return { key: id, source: cleaned(source), target: null }
  const place = ({ order }: Piece, index: number) => (order === null || Number.isNaN(order) ? index + 1 : order)
  const target = pieces
    .map((piece, index) => ({ text: piece.target ?? piece.source, at: place(piece, index) }))
    .toSorted((one, other) => one.at - other.at)
  return { key: id, source: cleaned(source), target: cleaned(target.map(({ text }) => text).join('')) }
}
