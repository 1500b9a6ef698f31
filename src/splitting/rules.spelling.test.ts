import { expect, it } from 'vitest'
import { issueOf, issuesIn, legalNameOf, likeness, plain, repositoryOf, trigramsOf, wordsOf } from './rules.spelling.ts'

it.each([
  ['https://github.com/Waterways/Licence-Forms', 'github.com/waterways/licence-forms'],
  ['http://www.github.com/waterways/licence-forms.git', 'github.com/waterways/licence-forms'],
  ['git@github.com:waterways/licence-forms.git', 'github.com/waterways/licence-forms'],
  ['github.com/waterways/licence-forms/', 'github.com/waterways/licence-forms'],
  ['https://github.com/waterways/licence-forms/tree/main/src', 'github.com/waterways/licence-forms'],
  ['https://gitlab.example.ca/eaux/portail/carte/-/issues/7', 'gitlab.example.ca/eaux/portail/carte'],
  ['https://git.example.ca:8443/a/b', 'git.example.ca:8443/a/b'],
  ['https://example.ca/', ''],
  ['', ''],
  ['not an address', ''],
])('a repository has one spelling: %s', (address, expected) => {
  expect(repositoryOf(address)).toBe(expected)
})

it.each([
  ['https://github.com/Waterways/Forms/issues/412', 'github.com/waterways/forms#412'],
  ['https://github.com/waterways/forms/issues/0412?x=1#comment', 'github.com/waterways/forms#412'],
  ['https://gitlab.example.ca/eaux/carte/-/issues/7', 'gitlab.example.ca/eaux/carte#7'],
  ['https://github.com/waterways/forms/pull/412', ''],
  ['https://github.com/waterways/forms', ''],
])('an issue has one spelling: %s', (address, expected) => {
  expect(issueOf(address)).toBe(expected)
})

it('finds every issue that a statement names', () => {
  const texts = [
    'Part of https://github.com/waterways/forms/issues/412, and of #413.',
    'See (https://github.com/Waterways/forms/issues/412) and other/map#9. The colour is #ff0000; W#1a is not an issue.',
  ]
  expect(issuesIn(texts, 'https://github.com/waterways/forms')).toEqual([
    'github.com/other/map#9',
    'github.com/waterways/forms#412',
    'github.com/waterways/forms#413',
  ])
  expect(issuesIn(['#413 and other/map#9'], '')).toEqual([])
})

it('a legal name is one however it is written', () => {
  const one = legalNameOf('Côté & Fils Logiciels inc.')
  expect(legalNameOf('COTE AND FILS LOGICIELS, INC')).toBe(one)
  expect(legalNameOf('Cote & fils logiciels ltée')).toBe(one)
  expect(legalNameOf('Inc.')).toBe('inc')
  expect(legalNameOf('Roy Software Co. Ltd.')).toBe('roy software')
  expect(legalNameOf('Roy Hardware')).not.toBe(legalNameOf('Roy Software'))
})

it('counts alike words as pg_trgm does', () => {
  const alike = (one: string, other: string) => likeness(trigramsOf(one), trigramsOf(other))
  expect(alike('word', 'two words')).toBeCloseTo(0.363636, 5)
  expect(alike('same words', 'same words')).toBe(1)
  expect(alike('', '')).toBe(0)
  expect(alike('abc', 'xyz')).toBe(0)
})

it('keeps the beginning of what is needed, in small letters', () => {
  expect(plain('  Corriger l’accès — Élément nº 2 ')).toBe('corriger l acces element no 2')
  const { en, fr } = wordsOf([{ en: 'A'.repeat(500), fr: 'Été' }])
  expect([en.length, fr]).toEqual([240, 'ete'])
})
