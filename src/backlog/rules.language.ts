import { type Language, otherLanguage } from '../platform/i18n.ts'

const words: Record<Language, ReadonlySet<string>> = {
  en: new Set(
    'the and of to in is that for it with on as are this be or from by when not should we you can'.split(' '),
  ),
  fr: new Set(
    'le la les et de des du un une est que pour il dans sur par au aux qui ne pas nous vous être sont'.split(' '),
  ),
}

/** The language of a text by its smallest words; the one given when nothing tells. */
export function languageOf(text: string, otherwise: Language): Language {
  const counts = { en: 0, fr: 0 }
  for (const [word] of text
    .slice(0, 20_000)
    .toLowerCase()
    .matchAll(/\p{L}+/gu)) {
    if (words.en.has(word)) counts.en++
    if (words.fr.has(word)) counts.fr++
    // Letters that English does not write: a little more than half a word each.
    if (/[éèêàçùôîœ]/.test(word)) counts.fr += 0.6
  }
  const other = otherLanguage(otherwise)
  return counts[other] > counts[otherwise] ? other : otherwise
}
