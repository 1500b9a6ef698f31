import { describe, expect, test } from 'vitest'
import { readingOf, sentencesIn, syllablesIn } from './reading.ts'

test.each([
  ['cat', 'en', 1],
  ['table', 'en', 2],
  ['the', 'en', 1],
  ['tables', 'en', 2],
  ['repaired', 'en', 2],
  ['wanted', 'en', 2],
  ['documentation', 'en', 5],
  ['accessibility', 'en', 6],
  ['chat', 'fr', 1],
  ['table', 'fr', 1],
  ['permettre', 'fr', 2],
  ['l’occasion', 'fr', 3],
  ['accessibilité', 'fr', 6],
  ['réparent', 'fr', 2],
] as const)('%s in %s has %i syllables', (word, language, count) => {
  expect(syllablesIn(word, language)).toBe(count)
})

test.each([
  ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
  ['It costs 3.50 dollars. Pay it.', ['It costs 3.50 dollars.', 'Pay it.']],
  ['- first thing\n- second thing', ['first thing', 'second thing']],
  ['See https://example.org/a.b.C. Then go.', ['See x Then go.']],
  ['Il faut lire. «\u00a0Ouvrir\u00a0» suit.', ['Il faut lire.', '«\u00a0Ouvrir\u00a0» suit.']],
  ['```\ncode. Here.\n```\nAfter it.', ['After it.']],
])('%j has the sentences %j', (text, sentences) => expect(sentencesIn(text)).toEqual(sentences))

const easy = {
  en: 'The cat sat on the mat. The dog ran to the door. It was a warm day and they went out to play. '.repeat(4),
  fr: 'Le chat dort sur le lit. Le chien court dans la cour. Il fait beau et ils vont jouer dehors. '.repeat(4),
}
const hard = {
  en: 'Notwithstanding interdepartmental considerations regarding administrative responsibilities, the aforementioned organization’s modernization initiative necessitates comprehensive interoperability documentation demonstrating considerable technological sophistication. '.repeat(
    4,
  ),
  fr: 'Nonobstant les considérations interministérielles relatives aux responsabilités administratives, l’initiative de modernisation organisationnelle susmentionnée nécessite une documentation exhaustive démontrant une interopérabilité technologique considérable. '.repeat(
    4,
  ),
}

describe('the level', () => {
  test('in English is a grade: more is harder', () => {
    expect(readingOf(easy.en, 'en')?.score).toBeLessThan(3)
    expect(readingOf(hard.en, 'en')?.score).toBeGreaterThan(20)
  })
  test('in French is an ease: less is harder', () => {
    expect(readingOf(easy.fr, 'fr')?.score).toBeGreaterThan(85)
    expect(readingOf(hard.fr, 'fr')?.score).toBeLessThan(0)
  })
  test('is worked out by the published formulas', () => {
    const text = 'The cat sat on the mat. '.repeat(10)
    // 6 words a sentence, 1 syllable a word.
    expect(readingOf(text, 'en')?.score).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 6)
    expect(readingOf('Le chat dort sur le lit. '.repeat(10), 'fr')?.score).toBeCloseTo(207 - 1.015 * 6 - 73.6, 6)
  })
  test('names the longest sentence first', () => {
    const text = `${easy.en}This one sentence is quite a bit longer than all of the other ones around it here.`
    expect(readingOf(text, 'en')?.longest[0]?.words).toBe(17)
  })
  test('is not told of a few words', () => expect(readingOf('Start from issue 412.', 'en')).toBeNull())
})

test('a text of any length takes a moment', () => {
  const before = performance.now()
  for (const piece of ['[', '![', '[x](', '`', '```', '. A', '- ', '**', 'e.g', 'http://', '«', ' '])
    readingOf(piece.repeat(60_000 / piece.length), 'en')
  expect(performance.now() - before).toBeLessThan(2_500)
})
