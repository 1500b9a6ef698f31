import type { Language, Text } from '../../src/platform/i18n.ts'
import { otherLanguage } from '../../src/platform/i18n.ts'
import { englishProblems, frenchProblems } from '../../src/platform/typography.ts'
import { type Element, oneLine } from './markup.ts'

export type Said = { readonly text: string; readonly language: Language }

/** Small words that a sentence of the language can hardly do without, and that the other language does not have. */
const smallWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'the of and to is are was were for with this that you your not be by from it at has have will which who an'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les des du de et à une un pour dans vous votre vos est sont ne pas par sur avec que qui au aux ce cette'.split(
      ' ',
    ),
  ),
}

/** Is this made of words, names and signs that are the same in both languages? */
export const isSameInBoth = (text: string): boolean =>
  text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .every((word) => word.length < 2 || sameInBoth.has(word))

/** Both halves of every text we know, for `wrongLanguage`. A word that is the same in both languages is in both sets. */
export type KnownTexts = Readonly<Record<Language, ReadonlySet<string>>>

export const knownTexts = (pairs: readonly Text[]): KnownTexts => ({
  en: new Set(pairs.map(({ en }) => oneLine(en))),
  fr: new Set(pairs.map(({ fr }) => oneLine(fr))),
})

/** Everything a page says, to eyes or to ears, with the language it claims to say it in. */
export function saidOn(page: Element): Said[] {
  const said: Said[] = []
  const visit = (element: Element, around: Language): void => {
    if (silent.has(element.tag)) return
    const language = languageOf(element, around)
    for (const name of spoken) {
      const value = element.attributes.get(name)
      if (value && (name !== 'content' || element.attributes.get('name') === 'description'))
        said.push({ text: oneLine(value), language })
    }
    for (const child of element.children) {
      if (typeof child !== 'string') visit(child, language)
      else if (/\p{L}/u.test(child)) said.push({ text: oneLine(child), language })
    }
  }
  visit(page, 'en')
  return said
}

/** A text in the language it does not claim: the other half of a pair of ours, or a sentence made of the other's small words. */
export function wrongLanguage({ text, language }: Said, known: KnownTexts): string[] {
  const other = otherLanguage(language)
  if (known[other].has(text) && !known[language].has(text) && !isSameInBoth(text))
    return [`${other} on ${language}: ${text.slice(0, 120)}`]
  // An address, a name of a file, a digest: no sentence.
  if (!text.includes(' ')) return []
  const words = text
    .replace(/https?:\/\/\S+/g, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
  const count = (of: Language) => words.filter((word) => smallWords[of].has(word)).length
  return count(other) >= 2 && count(other) > count(language) ? [`${other} on ${language}: ${text.slice(0, 120)}`] : []
}

/** Spacing and quotation marks of the language that a text claims. */
export const wrongTypography = ({ text, language }: Said): string[] =>
  language === 'fr' ? frenchProblems(text) : englishProblems(text)

/** What is wrong with the language or the typography of a text. Most texts stand on many pages: each is asked about once. */
export function wordsProblems(said: Said, known: KnownTexts): readonly string[] {
  const asked = judged.get(known) ?? new Map<string, readonly string[]>()
  judged.set(known, asked)
  const key = `${said.language} ${said.text}`
  const problems = asked.get(key) ?? [...wrongLanguage(said, known), ...wrongTypography(said)]
  asked.set(key, problems)
  return problems
}

const judged = new WeakMap<KnownTexts, Map<string, readonly string[]>>()

const silent = new Set(['script', 'style', 'code', 'pre', 'kbd', 'samp', 'textarea', 'svg'])
const spoken = ['aria-label', 'alt', 'title', 'placeholder', 'content', 'data-within', 'data-over']

function languageOf({ attributes }: Element, around: Language): Language {
  const lang = attributes.get('lang')
  if (lang === undefined) return around
  return lang.startsWith('fr') ? 'fr' : 'en'
}

const sameInBoth = new Set(
  'ada administration american application card client code contact description dates documentation excellent express go guide html instructions international json licence markdown mastercard message messages mit note notes notice opportune page pages participation pause paypal pdf public question questions section service services signature six source statement suggestion svg texte total transaction type types version visa'.split(
    ' ',
  ),
)
