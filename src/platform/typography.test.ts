import fc from 'fast-check'
import { expect, it } from 'vitest'
import { englishProblems, frenchProblems, frenchSpacing, textProblems } from './typography.ts'

it.each([
  ["L'échéance : 13 %", 'L’échéance\u00a0: 13\u00a0%'],
  ['Échéance: demain', 'Échéance\u00a0: demain'],
  ['« bonjour »', '«\u00a0bonjour\u00a0»'],
  ['«bonjour»', '«\u00a0bonjour\u00a0»'],
  ['Pourquoi ? Voilà !', 'Pourquoi? Voilà!'],
  ['oui\u00a0; non', 'oui; non'],
  ['500$ et 5%', '500\u00a0$ et 5\u00a0%'],
  ['de 08:30 à 16:00', 'de 08:30 à 16:00'],
  ['https://example.ca', 'https://example.ca'],
])('%j', (typed, set) => {
  expect(frenchSpacing(typed)).toBe(set)
  expect(frenchProblems(set)).toEqual([])
})

it('well-set text stays as it is', () => {
  const pieces = fc.constantFrom('mot', "l'eau", ':', '«', '»', ' ', '\u00a0', '?', '!', ';', '5', '%', '$', '.')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (some) => {
      const once = frenchSpacing(some.join(''))
      expect(frenchSpacing(once)).toBe(once)
    }),
  )
})

it.each([
  ['Prix : 5', 'ordinary space before'],
  ['500 $', 'ordinary space before $'],
  ['Prix: 5', 'no space before :'],
  ['5%', 'no space before %'],
  ['« mot\u00a0»', 'after «'],
  ['«\u00a0mot»', 'no space before »'],
  ['Pourquoi\u00a0?', 'space before ;'],
  ["l'eau", 'straight apostrophe'],
  ['"mot"', 'quotation'],
  ['une opportunité', 'opportunité'],
  ['des Opportunités', 'opportunité'],
])('finds what is wrong in %j', (text, problem) => {
  expect(frenchProblems(text).join()).toContain(problem)
})

it('English has curly apostrophes and no space before marks', () => {
  expect(englishProblems("it's")).toHaveLength(1)
  expect(englishProblems('Why ?')).toHaveLength(1)
  expect(englishProblems('It’s 13%. Why?')).toEqual([])
})

it('a missing half is a problem', () => {
  expect(textProblems({ en: '', fr: ' ' })).toEqual(['English is empty', 'French is empty'])
})
