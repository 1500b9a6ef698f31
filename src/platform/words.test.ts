import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wordCount } from './words.ts'

it.each([
  ['', 0],
  ['   \n\t ', 0],
  ['one', 1],
  ['one two\nthree', 3],
  ['L’occasion\u00a0: 250 mots', 3],
  ['« bonjour »', 1],
  ['state-of-the-art', 1],
  ['yes—no — maybe', 3],
  ['a\u200bb', 2],
  ['- ... !', 0],
  ['6\u00a0500,00\u00a0$', 2],
])('%j', (text, count) => {
  expect(wordCount(text)).toBe(count)
})

it('counts the words that were joined, whatever stands between them', () => {
  const words = fc.array(fc.stringMatching(/^[a-zé0-9]{1,8}$/), { maxLength: 300 })
  const gap = fc.constantFrom(' ', '\n', '\u00a0', ' - ', '\u202f; ', '  ')
  fc.assert(fc.property(words, gap, (some, between) => wordCount(some.join(between)) === some.length))
})

it('takes time in proportion to the text', () => {
  expect(wordCount('!'.repeat(2_000_000))).toBe(0)
})
