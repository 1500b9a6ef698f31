import type { Actor } from '../accounts/rules.ts'
import { isSubmitted } from '../opportunities/rules.gates.ts'
import { can as canOnFile, type Draft, type InReview, type Opportunity } from '../opportunities/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Passage, Segment, TranslatedField } from './rules.segments.ts'
import { baseOf, digestOf, segmentsOf, targetOf } from './rules.segments.ts'

export type TranslateRefusal = 'not_allowed' | 'wrong_state' | 'already_done'
export type TakeRefusal =
  | TranslateRefusal
  | 'unknown_import'
  | 'already_taken'
  | 'nothing_chosen'
  | 'changed_since'
  | 'too_long'

/** Whoever writes a draft may translate it; once it is submitted, the program team does. */
export const can = {
  translate: (actor: Actor, opportunity: Opportunity): boolean =>
    opportunity.state === 'draft' ? canOnFile.write(actor, opportunity) : canOnFile.translate(actor, opportunity),
}

/** The other language can be written from the first draft to the attestation; the source is the writers’ own (mission M7). */
export function translate(opportunity: Opportunity, actor: Actor): Decision<Draft | InReview, TranslateRefusal> {
  if (!can.translate(actor, opportunity)) return no('not_allowed')
  if (opportunity.state !== 'draft' && !isSubmitted(opportunity)) return no('wrong_state')
  if (opportunity.gates.translation) return no('already_done')

  return yes(opportunity)
}

/** What a translator typed in one segment, and what stood there when the page was made. */
export type Entry = {
  readonly key: string
  /** `digestOf` the source and the translation that were shown. */
  readonly source: string
  readonly shown: string
  readonly text: string
  /** The translation is right although the source changed. */
  readonly confirmed: boolean
}

export type Conflict = {
  readonly key: string
  readonly why: 'source_changed' | 'translation_changed' | 'no_place' | 'too_long'
  readonly typed: string
}

/**
 * Puts what was typed where it belongs. A segment that nobody touched stays as it is; one whose source or translation
 * changed since the page was made is never overwritten: it is a conflict, and the others are saved.
 */
export function entered(
  segments: readonly Segment[],
  entries: readonly Entry[],
  mostOf: (field: string) => number,
): { segments: Segment[]; saved: readonly string[]; conflicts: readonly Conflict[] } {
  const conflicts: Conflict[] = []
  const texts = new Map<string, string>()
  for (const entry of entries) {
    const { key, text: typed } = entry
    if (digestOf(typed) === entry.shown && !entry.confirmed) continue
    const place = placeOf(segments, entry)
    if (!place) {
      if (typed !== '') conflicts.push({ key, typed, why: 'no_place' })
      continue
    }
    if (digestOf(place.source) !== entry.source) conflicts.push({ key: place.key, typed, why: 'source_changed' })
    else if (digestOf(place.target) !== entry.shown && place.target !== typed)
      conflicts.push({ key: place.key, typed, why: 'translation_changed' })
    else texts.set(place.key, typed)
  }
  const after = segments.map((segment) => {
    const text = texts.get(segment.key)
    return text === undefined ? segment : written(segment, text)
  })
  const long = tooLongFields(after, mostOf)
  for (const segment of after.filter(({ field, key }) => long.has(field) && texts.has(key)))
    conflicts.push({ key: segment.key, why: 'too_long', typed: segment.target })
  return {
    segments: after.map((segment, at) => (long.has(segment.field) ? (segments[at] ?? segment) : segment)),
    saved: [...texts.keys()].filter((key) => !long.has(after.find((one) => one.key === key)?.field ?? '')),
    conflicts,
  }
}

const written = (segment: Segment, target: string): Segment => ({
  ...segment,
  target,
  before: null,
  state: target === '' ? 'missing' : 'done',
})

/** The segment that an entry is about: the same passage, wherever it stands now. */
function placeOf(segments: readonly Segment[], { key, source }: Entry): Segment | undefined {
  const same = segments.find((segment) => segment.key === key)
  if (same && digestOf(same.source) === source) return same
  const field = same?.field ?? key.replace(/\.\d{1,4}$/, '')
  const moved = segments.find((segment) => segment.field === field && digestOf(segment.source) === source)
  return moved ?? same
}

/** Texts that the segments make longer than they may be. */
export function tooLongFields(segments: readonly Segment[], mostOf: (field: string) => number): ReadonlySet<string> {
  const fields = Map.groupBy(segments, ({ field }) => field)
  return new Set([...fields].flatMap(([field, own]) => (targetOf(own).length > mostOf(baseOf(field)) ? [field] : [])))
}

/** What a file that came back would do to one segment. */
export type Proposal = {
  readonly key: string
  readonly segment: Segment | null
  /** The source that the office translated, when it is no longer that of now. */
  readonly before: string | null
  readonly target: string
  readonly what: 'new' | 'changed' | 'same' | 'confirms' | 'stale' | 'no_place' | 'unknown'
}

/**
 * What would change, segment by segment, before anything does. A passage whose source changed since the file left is taken
 * over as stale; one that the source no longer has, and a text of another statement, are not taken over at all.
 */
export function proposals(
  fields: readonly TranslatedField[],
  segments: readonly Segment[],
  returned: ReadonlyMap<string, readonly Passage[]>,
): Proposal[] {
  return [...returned].flatMap(([name, passages]): Proposal[] => {
    const field = fields.find((each) => each.field === name)
    if (!field)
      return passages.map(({ target }, at) => ({
        ...{ key: `${name}.${at + 1}`, segment: null, before: null, target, what: 'unknown' },
      }))
    const own = segments.filter((segment) => segment.field === name)
    const exact = passages.map((passage) => ({ ...passage, source: exactly(own, passage.source ?? '') }))
    const memory = { sourceText: '', targetText: '', parts: exact }
    const target = exact.flatMap((passage) => (passage.target === '' ? [] : [passage.target])).join('\n\n')
    return segmentsOf({ ...field, target }, memory).flatMap((found): Proposal[] => {
      const segment = own.find(({ key, state }) => key === found.key && state !== 'gone') ?? null
      if (found.state === 'missing') return []
      if (found.state === 'gone' || !segment)
        return [{ key: found.key, segment: null, before: found.before, target: found.target, what: 'no_place' }]
      return [{ key: found.key, segment, before: found.before, target: found.target, what: whatOf(segment, found) }]
    })
  })
}

function whatOf(segment: Segment, found: Segment): Proposal['what'] {
  if (found.state === 'stale') return segment.target === found.target ? 'same' : 'stale'
  if (segment.target === '') return 'new'
  if (segment.target !== found.target) return 'changed'
  return segment.state === 'done' ? 'same' : 'confirms'
}

/** A source as we have it, when the tool changed nothing but its blanks. */
function exactly(segments: readonly Segment[], source: string): string {
  const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim()
  return segments.find((segment) => squeezed(segment.source) === squeezed(source))?.source ?? source
}

/** A file is taken over once, as the page showed it: when the statement changed since, it is shown again first. */
export function take<Import extends { readonly takenAt: Date | null }>(
  found: Import | undefined,
  { seen, version, chosen }: { seen: number; version: number; chosen: readonly string[] },
): Decision<Import, Exclude<TakeRefusal, TranslateRefusal>> {
  if (!found) return no('unknown_import')
  if (found.takenAt) return no('already_taken')
  if (chosen.length === 0) return no('nothing_chosen')
  if (seen !== version) return no('changed_since')

  return yes(found)
}

/** Can be taken over: the rest changes nothing, or belongs nowhere. */
export const canBeTaken = ({ what }: Proposal): boolean =>
  what === 'new' || what === 'changed' || what === 'confirms' || what === 'stale'

/** The segments with the chosen proposals in their places. */
export const taken = (segments: readonly Segment[], chosen: readonly Proposal[]): Segment[] =>
  segments.map((segment) => {
    const proposal = chosen.find(({ key }) => key === segment.key)
    if (!proposal) return segment
    const stale = proposal.what === 'stale'
    return { ...written(segment, proposal.target), ...(stale ? { state: 'stale', before: proposal.before } : {}) }
  })
