import { type Actor, holds } from '../accounts/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { languages } from '../platform/i18n.ts'
import { textDifferences } from '../platform/parity.ts'
import { shapeOf } from '../ui/markdown.tsx'
import { placeholdersIn, unknownPlaceholders } from './rules.placeholders.ts'

/** The pages that people write. `contentAddresses` says where each is read. */
export const contentPages = ['guide', 'clients', 'faq', 'privacy', 'accessibility', 'terms'] as const
export type ContentPage = (typeof contentPages)[number]
export const isContentPage = (name: string | undefined): name is ContentPage =>
  (contentPages as readonly (string | undefined)[]).includes(name)

export const contentAddresses: Readonly<Record<ContentPage, string>> = {
  guide: '/guide',
  clients: '/guide/clients',
  faq: '/faq',
  privacy: '/privacy',
  accessibility: '/accessibility',
  terms: '/terms',
}

/** What a page says: its title, a sentence or two under it, and its text in Markdown. */
export type Words = { readonly title: Text; readonly lead: Text; readonly text: Text }
export const wordFields = ['title', 'lead', 'text'] as const
export type WordField = (typeof wordFields)[number]

/** The longest of each, in characters. */
export const mostCharacters: Readonly<Record<WordField, number>> = { title: 100, lead: 500, text: 60_000 }

/** A page as it was published. Number 0 is the program's own. */
export type Version = Words & {
  readonly number: number
  readonly publishedAt: Date
  readonly publishedBy: string | null
  readonly note: string
  readonly noteLanguage: Language
}

/** The next version of a page while people write it. */
export type Draft = Words & { readonly revision: number; readonly savedBy: string | null; readonly savedAt: Date }

export const can = {
  /** Whoever runs the program in a department writes its pages. The system writes them for a demonstration. */
  write: (actor: Actor): boolean => actor.kind === 'system' || holds(actor, 'program_team', 'administrator'),
  /** The words of the installation, which every department without its own shows: an administrator puts them there. */
  share: (actor: Actor): boolean => actor.kind === 'system' || holds(actor, 'administrator'),
}

export type SaveRefusal = 'not_allowed' | 'changed_meanwhile'
export type PublishRefusal =
  | 'not_allowed'
  | 'no_draft'
  | 'changed_meanwhile'
  | 'nothing_changed'
  | 'half_missing'
  | 'unknown_placeholder'
  | 'heading_skips'
  | 'halves_differ'
export type ShareRefusal = 'not_allowed' | 'no_such_version' | 'changed_meanwhile' | 'nothing_changed'
export type RestoreRefusal = 'not_allowed' | 'no_such_version'

/** Words are saved over the draft that their writer saw; 0 is no draft. Whoever did not see it is told first. */
export function save(
  actor: Actor,
  draft: Pick<Draft, 'revision'> | undefined,
  asked: Words & { readonly seen: number },
): Decision<Words & { readonly revision: number }, SaveRefusal> {
  if (!can.write(actor)) return no('not_allowed')
  const last = draft?.revision ?? 0
  if (asked.seen !== last) return no('changed_meanwhile')
  return yes({ title: asked.title, lead: asked.lead, text: asked.text, revision: last + 1 })
}

/**
 * Both languages are published at one instant, as they were previewed, when they say the same thing in the same
 * structure. Source: mission M12, and M7 for what is published at all.
 */
export function publish(
  actor: Actor,
  draft: Draft | undefined,
  { shown, seen }: { shown: Words; seen: number },
): Decision<Words, PublishRefusal> {
  if (!can.write(actor)) return no('not_allowed')
  if (!draft) return no('no_draft')
  if (draft.revision !== seen) return no('changed_meanwhile')
  if (isSame(draft, shown)) return no('nothing_changed')
  const [first] = blocking(draft)
  if (first) return no(first.code)
  const { title, lead, text } = draft
  return yes({ title, lead, text })
}

/** The words that a department shows become those of every department that has none of its own, as they were published. */
export function share(
  actor: Actor,
  own: Version | undefined,
  { common, seen }: { common: Words; seen: number },
): Decision<Words, ShareRefusal> {
  if (!can.share(actor)) return no('not_allowed')
  if (!own) return no('no_such_version')
  if (own.number !== seen) return no('changed_meanwhile')
  if (isSame(own, common)) return no('nothing_changed')
  const { title, lead, text } = own
  return yes({ title, lead, text })
}

/** An earlier version becomes the draft again: it is previewed and published like any other. */
export function restore(actor: Actor, version: Version | undefined): Decision<Words, RestoreRefusal> {
  if (!can.write(actor)) return no('not_allowed')
  if (!version) return no('no_such_version')
  const { title, lead, text } = version
  return yes({ title, lead, text })
}

export const isSame = (one: Words, other: Words): boolean =>
  wordFields.every((field) => languages.every((language) => one[field][language] === other[field][language]))

/** What stands against publishing, or is worth a look: which code, at which field, and what only one half has. */
export type WordsFinding = {
  readonly level: 'blocking' | 'advice'
  readonly code: 'half_missing' | 'unknown_placeholder' | 'heading_skips' | 'halves_differ'
  readonly field: WordField
  /** What differs, where halves do. */
  readonly about: Difference | null
  readonly only: { readonly en: readonly string[]; readonly fr: readonly string[] }
}

export const differences = [
  ...['headings', 'links', 'items', 'quotes', 'tables', 'placeholders'],
  ...['amounts', 'dates', 'numbers'],
] as const
export type Difference = 'headings' | Counted | 'placeholders' | Fact
type Counted = 'links' | 'items' | 'quotes' | 'tables'
type Fact = 'amounts' | 'dates' | 'numbers'

export const blocking = (words: Words): WordsFinding[] =>
  wordsFindings(words).filter(({ level }) => level === 'blocking')

/** All that can be said of a page’s words by a program: whether both halves are there, alike, and well built. */
export const wordsFindings = (words: Words): WordsFinding[] =>
  wordFields.flatMap((field) => {
    const text = words[field]
    const finding = (
      code: WordsFinding['code'],
      about: Difference | null,
      only: WordsFinding['only'],
      level: WordsFinding['level'] = 'blocking',
    ): WordsFinding[] => (only.en.length + only.fr.length === 0 ? [] : [{ level, code, field, about, only }])
    const each = (of: (half: string) => readonly string[]) => ({ en: of(text.en), fr: of(text.fr) })
    if (text.en === '' || text.fr === '')
      return finding(
        'half_missing',
        null,
        each((half) => (half === '' ? [''] : [])),
      )
    return [
      ...finding('unknown_placeholder', null, each(unknownPlaceholders)),
      ...finding('heading_skips', null, each(skippingHeadings)),
      ...finding(
        'halves_differ',
        'headings',
        apart(each((half) => shapeOf(half).headings.map(({ level, anchor }) => `${'#'.repeat(level)} {#${anchor}}`))),
      ),
      ...(['links', 'items', 'quotes', 'tables'] as const).flatMap((kind) =>
        finding('halves_differ', kind, counted(text, kind)),
      ),
      ...finding('halves_differ', 'placeholders', apart(each(placeholdersIn))),
      ...textDifferences(text).flatMap(({ code, only }) => {
        const fact = facts[code]
        return fact ? finding('halves_differ', fact, only, fact === 'numbers' ? 'advice' : 'blocking') : []
      }),
    ]
  })

const facts: Readonly<Partial<Record<string, Fact>>> = {
  amounts_differ: 'amounts',
  dates_differ: 'dates',
  numbers_differ: 'numbers',
}

/** Headings that leave out a level: a reader who jumps from one to the next loses the way. The first is `#` or `##`. */
export function skippingHeadings(text: string): string[] {
  const levels = shapeOf(text).headings.map((heading) => ({ ...heading, level: Math.max(2, heading.level) }))
  return levels.flatMap(({ level, text: words }, place) => (level > (levels[place - 1]?.level ?? 1) + 1 ? [words] : []))
}

/** How many each half has, when it is not as many. */
function counted(text: Text, kind: Counted): WordsFinding['only'] {
  const [en, fr] = [shapeOf(text.en).counts[kind], shapeOf(text.fr).counts[kind]]
  return en === fr ? { en: [], fr: [] } : { en: [String(en)], fr: [String(fr)] }
}

/** What of each list the other lacks, in any order and as often. */
function apart({ en, fr }: { en: readonly string[]; fr: readonly string[] }): WordsFinding['only'] {
  const without = (these: readonly string[], those: readonly string[]): string[] => {
    const left = [...those]
    return these.filter((one) => {
      const at = left.indexOf(one)
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
  }
  return { en: without(en, fr), fr: without(fr, en) }
}

/** A question and its answer, to stand among the others of a page. */
export type Entry = { readonly question: Text; readonly answer: Text }

/** The words with one more entry at their end, both halves under one anchor. */
export function withEntry(words: Words, { question, answer }: Entry): Words {
  const anchor = anchorOf(question.en)
  const with1 = (language: Language): string =>
    `${words.text[language].trimEnd()}\n\n### ${oneLine(question[language])} {#${anchor}}\n\n${answer[language].trim()}\n`
  return { ...words, text: { en: with1('en'), fr: with1('fr') } }
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
const anchorOf = (question: string): string => shapeOf(`## ${oneLine(question)}`).headings[0]?.anchor ?? 'question'
