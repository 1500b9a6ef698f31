import { type Language, languages } from '../platform/i18n.ts'
import type { Passage, SegmentState } from './rules.segments.ts'

/** A segment as it leaves for a translation office: what it is, in the source language, and where its translation stands. */
export type Leaving = {
  readonly key: string
  readonly field: string
  /** What the text is called, for whoever translates. */
  readonly name: string
  readonly source: string
  readonly target: string
  readonly state: Exclude<SegmentState, 'gone'>
}

/** Which statement, from which language into which. */
export type About = {
  readonly id: string
  readonly number: string
  readonly source: Language
  readonly target: Language
}

/** A passage as it came back. A null target: nothing was translated. */
export type Returned = { readonly key: string; readonly source: string; readonly target: string | null }

export type ReadRefusal =
  | 'too_large'
  | 'not_text'
  | 'malformed'
  | 'has_doctype'
  | 'not_xliff'
  | 'old_version'
  | 'wrong_file'
  | 'wrong_language'
  | 'twice_the_same'
  | 'not_a_table'
  | 'empty'

/** A translation of one statement is some dozens of kilobytes. In bytes. */
export const MOST_BYTES = 1_000_000
/** More passages than any statement has. */
export const MOST_PASSAGES = 2_000

/** Passages by the text they belong to, in the order in which they came. */
export function byField(returned: readonly Returned[]): Map<string, Passage[]> {
  const fields = new Map<string, Passage[]>()
  for (const { key, source, target } of returned) {
    const field = fieldOfKey(key)
    fields.set(field, [...(fields.get(field) ?? []), { source, target: target ?? '' }])
  }
  return fields
}

/** `work.2` is a passage of `work`; `skills.0190…` is a text of its own. */
export const fieldOfKey = (key: string): string => key.replace(/\.\d{1,4}$/, '')

/** `en-CA` and `en` are the same to us; anything else is neither of our languages. */
export function languageOf(tag: string): Language | undefined {
  const primary = tag.trim().toLowerCase().split(/[-_]/)[0]
  return languages.find((language) => language === primary)
}

/**
 * The text in a file, whatever it was saved as: by its mark, by what an XML declaration says, else UTF-8, else as Western
 * spreadsheets save. Nothing when the bytes are not text.
 */
export function textIn(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be')
  if (first === 0xef && second === 0xbb && third === 0xbf) return decoded(bytes, 'utf-8')
  if (first === 0x3c && second === 0) return decoded(bytes, 'utf-16le')
  if (first === 0 && second === 0x3c) return decoded(bytes, 'utf-16be')
  const declared = /^<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]{1,40})["']/.exec(
    String.fromCharCode(...bytes.slice(0, 200)),
  )
  const named = declared?.[1]?.toLowerCase()
  if (named && named !== 'utf-8') return western.includes(named) ? decoded(bytes, 'windows-1252') : undefined
  const text = decoded(bytes, 'utf-8')
  return text ?? (named || bytes.includes(0) ? undefined : decoded(bytes, 'windows-1252'))
}

const western: readonly string[] = ['iso-8859-1', 'latin1', 'windows-1252', 'us-ascii', 'ascii', 'cp1252']

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined // these bytes are not text in that encoding: the answer of the question
  }
}
