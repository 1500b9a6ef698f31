import { formatCount, monthNames } from '../platform/format.ts'
import { type Language, languages } from '../platform/i18n.ts'
import { partsOf } from '../platform/time.ts'
import { type Counted, isOfEducation, partsShown, type ShownCount, shownAlone } from './rules.audience.ts'
import { sources } from './rules.sources.ts'
import { cadences, endings } from './rules.ts'
import type { Month, Shared, Standing } from './store.audience.ts'
import type { Skill } from './store.postings.ts'
import { cadenceShort, audienceTexts as texts } from './texts.audience.ts'
import { endingNames, sourceNames } from './texts.preferences.ts'

export type AudienceRows = {
  readonly standing: Standing
  readonly growth: readonly Month[]
  readonly languages: readonly Counted[]
  readonly cadences: readonly Counted[]
  readonly domains: readonly Counted[]
  readonly skills: readonly Counted[]
  readonly skillNames: readonly Skill[]
  readonly sources: readonly Counted[]
  readonly bounces: { readonly hard: number; readonly soft: number }
  readonly shared: readonly Shared[]
}

export type AudienceFacts = {
  readonly confirmed: number
  readonly standing: readonly ShownCount[]
  readonly growth: readonly (Month & { readonly name: string })[]
  readonly languages: readonly ShownCount[]
  readonly cadences: readonly ShownCount[]
  readonly skills: readonly ShownCount[]
  readonly education: { readonly inAll: number | null; readonly places: readonly ShownCount[] }
  readonly sources: readonly ShownCount[]
  readonly ends: readonly ShownCount[]
  readonly bounces: readonly ShownCount[]
  readonly shared: readonly Shared[]
}

/** Months that the drawing shows; what came before is in the first total. */
const MONTHS = 18

/** What the page of the audience says: counts in the reader's language, and none that could point at a person. */
export function audiencePage(rows: AudienceRows, language: Language): AudienceFacts {
  const { standing, growth, shared } = rows
  const named = (counts: readonly Counted[], names: readonly (readonly [key: string, name: string])[]) =>
    partsShown(names.map(([key, name]) => ({ name, count: counts.find((each) => each.name === key)?.count ?? 0 })))
  const named2 = <Key extends string>(counts: readonly Counted[], keys: readonly Key[], nameOf: (key: Key) => string) =>
    named(
      counts,
      keys.map((key) => [key, nameOf(key)] as const),
    ).filter(({ count }) => count !== 0)
  const { confirmed, followers, pending, ends } = standing
  return {
    confirmed,
    standing: [
      { name: texts.confirmed[language], count: confirmed },
      { name: texts.followers[language], count: shownAlone(followers) },
      { name: texts.pending[language], count: shownAlone(pending) },
    ],
    growth: growth.slice(-MONTHS).map((month) => ({ ...month, name: monthName(month.month, language) })),
    languages: named2(rows.languages, languages, (key) => texts[key][language]),
    cadences: named2(
      rows.cadences,
      cadences.flatMap((key) => (key === 'watched_only' ? [] : [key])),
      (key) => cadenceShort[key][language],
    ),
    // These overlap: each stands alone.
    skills: rows.skills.map(({ name, count }) => ({ name: skillName(name, rows, language), count: shownAlone(count) })),
    education: educationOf(rows.domains, language),
    sources: named2(rows.sources, sources, (key) => sourceNames[key][language]),
    ends: named2(ends, endings, (key) => endingNames[key][language]),
    bounces: [
      { name: texts.hard[language], count: shownAlone(rows.bounces.hard) },
      { name: texts.soft[language], count: shownAlone(rows.bounces.soft) },
    ],
    shared,
  }
}

/** By domain from five up; smaller ones together, and not even that when they are fewer than five. */
function educationOf(domains: readonly Counted[], language: Language): AudienceFacts['education'] {
  const schools = domains.filter(({ name }) => isOfEducation(name))
  const inAll = schools.reduce((sum, { count }) => sum + count, 0)
  const large = schools.filter(({ count }) => shownAlone(count) !== null)
  const others = inAll - large.reduce((sum, { count }) => sum + count, 0)
  const rest = others > 0 ? [{ name: texts.educationOther[language], count: others }] : []
  return { inAll: shownAlone(inAll), places: partsShown([...large, ...rest]) }
}

const skillName = (key: string, { skillNames }: AudienceRows, language: Language): string =>
  key === '' ? texts.noSkills[language] : (skillNames.find((skill) => skill.key === key)?.name[language] ?? key)

function monthName(month: string, language: Language): string {
  const [year, number] = partsOf(`${month}-01`)
  return `${monthNames[language][number - 1] ?? ''} ${year}`
}

/** A count in the reader's language, or the word for what is kept back. */
export const countSaid = (count: number | null, language: Language): string =>
  count === null ? texts.suppressed[language] : formatCount(count, language)
