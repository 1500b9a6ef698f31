import { createHash } from 'node:crypto'
import { type Explained, explainedField, explainedNames } from '../opportunities/rules.declarations.ts'
import { listFields, pairFields } from '../opportunities/rules.readiness.ts'
import type { Statement } from '../opportunities/rules.ts'
import { type Language, otherLanguage, type Text } from '../platform/i18n.ts'
import { pairUp } from './rules.pairing.ts'

/** A text of a statement, by the name that everybody uses for it: `title`, `work`, `workCriteria.<id of the row>`. */
export type TranslatedField = {
  readonly field: string
  /** Its place in its list, from 1; null for a text of its own. */
  readonly place: number | null
  readonly source: string
  readonly target: string
}

/** A passage of a text with its translation. A null source: nobody recorded what it translates. */
export type Passage = { readonly source: string | null; readonly target: string }

/** What is remembered of a text’s translation: the source beside which it was written, or a translator’s passages. */
export type Memory = {
  readonly sourceText: string
  readonly targetText: string
  readonly parts: readonly Passage[] | null
}

/** `gone`: the translation of a passage that the source no longer has. `unchecked`: nobody knows what it translates. */
export const segmentStates = ['done', 'stale', 'unchecked', 'missing', 'gone'] as const
export type SegmentState = (typeof segmentStates)[number]

/** What a translator works on at a time: a short text, a row of a list, a passage of a long text. */
export type Segment = {
  /** `title`, `skills.<id>`, `work.2`. */
  readonly key: string
  readonly field: string
  /** The row’s place in its list, from 1. */
  readonly place: number | null
  /** The passage’s number, from 1, when the text has several. */
  readonly passage: number | null
  readonly source: string
  readonly target: string
  /** The source that the target translates, when it is not the source of now. */
  readonly before: string | null
  readonly state: SegmentState
}

/** Texts that are translated passage by passage. */
const inPassages: readonly string[] = ['background', 'work']

/** The order in which suppliers read. */
const fieldOrder = ['title', 'teaser', 'team', 'workCriteria', 'work', 'background', 'skills', 'provisions'] as const
const order: readonly string[] = [...fieldOrder, 'applicationCriteria', ...explainedNames.map(explainedField)]

/**
 * Every text of a statement that has two halves and says something in one of them, in the order in which suppliers read;
 * then why the work is bought, which observers read.
 */
export function translatedFields(statement: Statement, explained: Explained, source: Language): TranslatedField[] {
  const target = otherLanguage(source)
  const field = (name: string, text: Text, place: number | null): TranslatedField => ({
    ...{ field: name, place, source: text[source], target: text[target] },
  })
  const pairs = pairFields.map((name) => field(name, statement[name], null))
  const rows = listFields.flatMap((list) => {
    const texts: readonly (Text & { readonly id?: string })[] =
      list === 'provisions'
        ? statement.provisions.map(({ id, text }) => ({ ...text, ...(id ? { id } : {}) }))
        : statement[list]
    return texts.flatMap((row, index) => (row.id ? [field(`${list}.${row.id}`, row, index + 1)] : []))
  })
  const reasons = explainedNames.map((name) => field(explainedField(name), explained[name], null))
  return [...pairs, ...rows, ...reasons]
    .filter((each) => each.source !== '' || each.target !== '')
    .toSorted((one, other) => order.indexOf(baseOf(one.field)) - order.indexOf(baseOf(other.field)))
}

/** The name of the text or of the list that a field belongs to. */
export const baseOf = (field: string): string => field.split('.')[0] ?? ''

/**
 * The segments of one text as they stand now: each source passage with the translation that belongs to it. A changed
 * sentence makes the passage it stands in stale, and no other.
 */
export function segmentsOf({ field, place, source, target }: TranslatedField, memory: Memory | undefined): Segment[] {
  const divided = inPassages.includes(field)
  const split = divided ? passagesOf : wholeOf
  const known = recalled(memory, target, split)
  const sources = split(source)
  const pairs = pairUp(
    sources,
    known.map((passage) => passage.source ?? ''),
  )
  let number = 0
  const several = divided && sources.length > 1
  return pairs.flatMap(({ left, right }): Segment[] => {
    const passage = right === null ? undefined : known[right]
    if (left !== null) number += 1
    const common = { field, place, passage: several ? number : null }
    if (left === null) {
      if (!passage || passage.target === '') return []
      const key = `${field}.gone-${digestOf(passage.target)}`
      return [{ ...common, key, source: '', target: passage.target, before: passage.source, state: 'gone' }]
    }
    const now = sources[left] ?? ''
    const key = divided ? `${field}.${number}` : field
    if (!passage || passage.target === '')
      return [{ ...common, key, source: now, target: '', before: null, state: 'missing' }]
    const state = passage.source === null ? 'unchecked' : passage.source === now ? 'done' : 'stale'
    const before = state === 'stale' ? passage.source : null
    return [{ ...common, key, source: now, target: passage.target, before, state }]
  })
}

/** The whole translation that the segments of one text make. */
export const targetOf = (segments: readonly Segment[]): string =>
  segments
    .filter(({ state, target }) => state !== 'gone' && target !== '')
    .map(({ target }) => target)
    .join('\n\n')

/** What to remember of the segments of one text. */
export const passagesIn = (segments: readonly Segment[]): Passage[] =>
  segments
    .filter(({ state }) => state !== 'gone')
    .map(({ state, source, before, target }) => ({ target, source: state === 'unchecked' ? null : (before ?? source) }))

/** How many are done, stale and so on; what is gone is nothing to do. */
export function progressOf(segments: readonly Segment[]): { done: number; all: number; stale: number } {
  const own = segments.filter(({ state }) => state !== 'gone')
  const count = (...states: SegmentState[]) => own.filter(({ state }) => states.includes(state)).length
  return { done: count('done'), stale: count('stale', 'unchecked'), all: own.length }
}

/** Sixteen characters that stand for a text: enough to see that it changed. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** The passages of a Markdown text: blank lines part them, except inside a block of code. */
export function passagesOf(text: string): string[] {
  const passages: string[][] = [[]]
  let fence = ''
  for (const line of text.split('\n')) {
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? ''
    if (fence === '' && line.trim() === '') passages.push([])
    else passages.at(-1)?.push(line)
    if (fence === '') fence = marker
    else if (marker.startsWith(fence) && line.trim() === marker) fence = ''
  }
  return passages.map((lines) => lines.join('\n')).filter((passage) => passage.trim() !== '')
}

const wholeOf = (text: string): string[] => (text === '' ? [] : [text])

type Split = (text: string) => string[]

/** What each passage of the translation of now translates, as far as it is known. */
function recalled(memory: Memory | undefined, target: string, split: Split): readonly Passage[] {
  if (!memory) return split(target).map((text) => ({ source: null, target: text }))
  const known = memory.parts ?? besideEachOther(split(memory.sourceText), split(memory.targetText))
  const joined = known.map((passage) => passage.target).filter((text) => text !== '')
  if (joined.join('\n\n') === target) return known
  return followed(known, split(target))
}

/** Two texts that were written beside each other, passage by passage; what one of them has more stays with its last. */
function besideEachOther(sources: readonly string[], targets: readonly string[]): Passage[] {
  const last = sources.length - 1
  return sources.map((source, at) => ({
    source,
    target: at < last ? (targets[at] ?? '') : targets.slice(last).join('\n\n'),
  }))
}

/** The translation was changed elsewhere: its passages keep the sources of those that they were or became. */
function followed(known: readonly Passage[], targets: readonly string[]): Passage[] {
  const pairs = pairUp(
    known.map((passage) => passage.target),
    targets,
  )
  return pairs.map(({ left, right }) => ({
    source: left === null ? null : (known[left]?.source ?? null),
    target: right === null ? '' : (targets[right] ?? ''),
  }))
}
