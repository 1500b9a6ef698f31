import type { Language } from './i18n.ts'

/** How hard a text is to read, and its longest sentences, longest first. */
export type Reading = {
  /** English: Flesch-Kincaid grade, more is harder. French: Kandel-Moles, more is easier. */
  readonly score: number
  readonly words: number
  readonly longest: readonly Sentence[]
}
export type Sentence = { readonly text: string; readonly words: number }

/**
 * English: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others, 1975).
 * French: 207 - 1.015 words a sentence - 73.6 syllables a word (Kandel and Moles, 1958).
 * Addresses, code and marks of Markdown are not read. Nothing is said of less than 60 words: too few to measure.
 */
export function readingOf(text: string, language: Language): Reading | null {
  const sentences = sentencesIn(text)
  const words = sentences.flatMap((sentence) => wordsIn(sentence))
  if (words.length < FEWEST_WORDS) return null
  const length = words.length / sentences.length
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word, language), 0) / words.length
  const score = language === 'en' ? 0.39 * length + 11.8 * syllables - 15.59 : 207 - 1.015 * length - 73.6 * syllables
  const longest = sentences
    .map((sentence) => ({ text: sentence, words: wordsIn(sentence).length }))
    .toSorted((one, other) => other.words - one.words)
  return { score, words: words.length, longest }
}

const FEWEST_WORDS = 60

/** Sentences as a reader counts them: a line of a list is one, an abbreviation or a decimal point ends none. */
export function sentencesIn(text: string): string[] {
  return plain(text)
    .split(/\n+|(?<=[.!?…][)»”’"]*)\s+(?=[\p{Lu}\d«“"(])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsIn(sentence).length > 0)
}

const plain = (text: string): string =>
  text
    .replace(/```[\s\S]*?(?:```|$)/g, '\n')
    .replace(/`[^`\n]*`/g, 'x')
    .replace(/!?\[([^[\]\n]{0,500})\]\([^)\s]{0,2000}\)/g, '$1')
    .replace(/https?:\/\/\S+/g, 'x')
    .replace(/^[ \t]*(?:[-*+>#]+|\d+[.)])[ \t]+/gm, '')
    .replace(/[*_]{1,3}/g, '')
    .replace(/\b(?:e\.g|i\.e|etc|no|nos|p\. ex|Mr|Mrs|Ms|Dr|M|Mme|St|Ste)\.(?=\s)/gu, (found) => found.slice(0, -1))

const wordsIn = (sentence: string): string[] => sentence.match(/\p{L}[\p{L}’'-]*/gu) ?? []

/** Counted by groups of vowels, less a silent ending: close enough for an average, as the formulas were made for. */
export function syllablesIn(word: string, language: Language): number {
  const plainWord = word.toLowerCase()
  if (language === 'en') {
    const trimmed = plainWord.replace(/(?:[^laeiouy]es|[^laeiouydt]ed|[^laeiouy]e)$/, (ending) => ending[0] ?? '')
    return Math.max(1, trimmed.match(/[aeiouy]+/g)?.length ?? 0)
  }
  const pieces = plainWord.split(/[’'-]/).filter((piece) => piece !== '')
  const counts = pieces.map((piece) => {
    const trimmed = piece.replace(/(?<=[^aeiouyàâäéèêëîïôöùûü])(?:es|ent|e)$/u, '')
    return trimmed.match(/[aeiouyàâäéèêëîïôöùûüœæ]+/gu)?.length ?? 0
  })
  return Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  )
}
