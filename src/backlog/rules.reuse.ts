import { type Language, otherLanguage, type Text } from '../platform/i18n.ts'
import { needOf } from './rules.mapping.ts'
import { NEED_MAX, type Outline } from './rules.ts'

/** What an earlier statement says, as far as it can be used again. */
export type EarlierWords = {
  readonly sourceLanguage: Language
  readonly title: Text
  readonly teaser: Text
  readonly background: Text
  readonly work: Text
  readonly licence: string
  readonly repositoryUrl: string
  readonly hasInterface: boolean
  readonly hours: number | null
  readonly skills: readonly Text[]
  readonly workCriteria: readonly Text[]
  readonly applicationCriteria: readonly Text[]
  readonly provisions: readonly Text[]
}

/** An earlier statement as an outline in its own language, and the other where it was translated. Dates, price and declarations are never reused. */
export function outlineOfStatement(words: EarlierWords): {
  language: Language
  outline: Outline
  other: Outline | null
} {
  const language = words.sourceLanguage
  const translated = words.title[otherLanguage(language)] !== '' && words.work[otherLanguage(language)] !== ''
  return { language, outline: half(words, language), other: translated ? half(words, otherLanguage(language)) : null }
}

function half(words: EarlierWords, language: Language): Outline {
  const of = (text: Text): string => text[language]
  const { title, teaser, background, work, licence, repositoryUrl, hasInterface, hours } = words
  const workCriteria = words.workCriteria.map(of)
  return {
    ...{ title: of(title), teaser: of(teaser), background: of(background), work: of(work), workCriteria, hasInterface },
    need: needOf(of(background), of(work), workCriteria).slice(0, NEED_MAX),
    skills: words.skills.map(of),
    applicationCriteria: words.applicationCriteria.map(of),
    provisions: words.provisions.map(of),
    licence: licence === '' ? null : licence,
    repositoryUrl: repositoryUrl === '' ? null : repositoryUrl,
    ...(hours === null ? {} : { hours }),
    unmapped: [],
  }
}
