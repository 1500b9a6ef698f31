import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { type Decision, no, yes } from '../platform/decision.ts'
import { cleaned } from '../platform/forms.ts'
import { type Language, languages } from '../platform/i18n.ts'
import {
  type About,
  type Leaving,
  MOST_BYTES,
  MOST_PASSAGES,
  type ReadRefusal,
  type Returned,
  textIn,
} from './exchange.ts'

/**
 * The segments as a spreadsheet: UTF-8 with its mark, so that spreadsheets read the accents; no cell can be a formula.
 * The names of the columns say which statement and which languages they hold.
 */
export function writeTable({ id, source, target }: About, segments: readonly Leaving[]): string {
  const rows = segments.map(({ key, name, state, source: from, target: to }) => [id, key, name, state, from, to])
  const head = ['file', 'segment', 'name', 'state', `source ${source}`, `target ${target}`]
  return stringify([head, ...rows.map((cells) => cells.map(harmless))], {
    bom: true,
    quoted: true,
    record_delimiter: '\r\n',
  })
}

/**
 * The passages of a spreadsheet that came back: with commas, semicolons or tabs, in the order its columns are now, with
 * columns of its own beside ours.
 */
export function readTable(bytes: Uint8Array, { id, source, target }: About): Decision<Returned[], ReadRefusal> {
  if (bytes.length > MOST_BYTES) return no('too_large')
  const text = textIn(bytes)
  if (text === undefined) return no('not_text')
  const rows = rowsOf(text)
  const [head, ...body] = rows ?? []
  if (!head) return no('not_a_table')

  const named = head.map((cell) => cleaned(cell).toLowerCase())
  const column = (name: string) => named.indexOf(name)
  const saysLanguages = (side: string) => languages.filter((language: Language) => column(`${side} ${language}`) >= 0)
  const [file, segment, from, to] = [
    column('file'),
    column('segment'),
    column(`source ${source}`),
    column(`target ${target}`),
  ]
  if (file < 0 || segment < 0) return no('not_a_table')
  if (from < 0 || to < 0) return no(saysLanguages('source').length > 0 ? 'wrong_language' : 'not_a_table')

  const own = body.filter((cells) => cells.some((cell) => cell.trim() !== ''))
  if (own.length === 0) return no('empty')
  if (own.length > MOST_PASSAGES) return no('too_large')
  if (own.some((cells) => original(cells[file]) !== id)) return no('wrong_file')
  const returned = own.map((cells) => ({
    key: original(cells[segment]),
    source: original(cells[from]),
    target: original(cells[to]) || null,
  }))
  return new Set(returned.map(({ key }) => key)).size < returned.length ? no('twice_the_same') : yes(returned)
}

/** A cell that begins like a formula gets an apostrophe, as spreadsheets want it; one that has one already gets another. */
const harmless = (cell: string): string => (/^['=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell)
const original = (cell: string | undefined): string => cleaned((cell ?? '').replace(/^'(?=['=+\-@\t\r\n])/, ''))

function rowsOf(text: string): string[][] | undefined {
  const first = text.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0] ?? ''
  const count = (mark: string) => first.split(mark).length
  const delimiter = [',', ';', '\t'].toSorted((one, other) => count(other) - count(one))[0] ?? ','
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true })
  } catch {
    return undefined // not a table: a quotation mark without its other half, for example
  }
}
