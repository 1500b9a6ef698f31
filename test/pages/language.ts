import type { Language, Text } from '../../src/platform/i18n.ts'
import { otherLanguage } from '../../src/platform/i18n.ts'
import { englishProblems, frenchProblems } from '../../src/platform/typography.ts'
import { around, type Element, oneLine } from './markup.ts'

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
  const visit = (element: Element): void => {
    if (silent.has(element.tag)) return
    const language = languageOf(element)
    for (const name of spoken) {
      const value = element.attributes.get(name)
      if (value && (name !== 'content' || element.attributes.get('name') === 'description'))
        said.push({ text: oneLine(value), language })
    }
    for (const child of element.children) {
      if (typeof child !== 'string') visit(child)
      else if (/\p{L}/u.test(child)) said.push({ text: oneLine(child), language })
    }
  }
  visit(page)
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

const silent = new Set(['script', 'style', 'code', 'pre', 'kbd', 'samp', 'textarea', 'svg'])
const spoken = ['aria-label', 'alt', 'title', 'placeholder', 'content', 'data-within', 'data-over']

function languageOf(element: Element): Language {
  const lang = around(element, ({ attributes }) => attributes.has('lang'))?.attributes.get('lang') ?? ''
  return lang.startsWith('fr') ? 'fr' : 'en'
}

const sameInBoth = new Set(
  'ada administration american application card client code contact description dates documentation excellent express go guide html instructions international json licence markdown mastercard message messages mit note notes notice opportune page pages participation pause paypal pdf public question questions section service services signature six source statement suggestion svg texte total transaction type types version visa'.split(
    ' ',
  ),
)
