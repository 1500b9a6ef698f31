import { beforeAll, describe, expect, it } from 'vitest'
import type { Text } from '../src/platform/i18n.ts'
import { textProblems } from '../src/platform/typography.ts'
import { isSameInBoth, wrongLanguage } from './pages/language.ts'
import { collect, exportedPairs, type Pairs, type Written } from './pages/pairs.ts'

let all: Pairs
beforeAll(async () => {
  all = await exportedPairs()
}, 60_000)

describe('every text that a feature exports', () => {
  it('is found: files, pairs and texts with facts', () => {
    expect(all.files.length).toBeGreaterThan(30)
    expect(all.pairs.length).toBeGreaterThan(1_000)
    // It says what is wrong with the record in one language, and has its own tests.
    expect(all.silent).toEqual(['history/texts.ts: problemLine'])
  })

  it('has two halves in good typography, without an anglicism', () => {
    expect(all.pairs.flatMap(({ where, text }) => textProblems(text).map((problem) => `${where}: ${problem}`))).toEqual(
      [],
    )
  })

  it('says something else in each language', () => {
    expect(all.pairs.filter(({ text }) => isTwice(text)).map(line)).toEqual([])
  })

  it('is in the language it claims', () => {
    expect(all.pairs.flatMap(({ where, text }) => strange(text).map((problem) => `${where}: ${problem}`))).toEqual([])
  })

  it('bites: an empty, a repeated, a misplaced and a badly spaced half are found', () => {
    const got = { pairs: [] as Written[], silent: [] as string[] }
    const price = (cents: number) => ({ en: `It costs $${cents}.`, fr: `Prix: ${cents}$ !` })
    collect({ empty: { en: 'Yes', fr: '' }, twice: { en: 'Withdraw', fr: 'Withdraw' }, price }, 'x', got)
    expect(got.pairs).toHaveLength(3)
    expect(got.pairs.flatMap(({ text }) => textProblems(text))).toHaveLength(4)
    expect(got.pairs.filter(({ text }) => isTwice(text))).toHaveLength(1)
    expect(strange({ en: 'Say what the work is.', fr: 'Say what the work is.' })).toHaveLength(1)
    expect(strange({ en: 'Dites ce que le travail change.', fr: 'Dites ce que le travail change.' })).toHaveLength(1)
  })
})

const nothing = { en: new Set<string>(), fr: new Set<string>() }
const strange = (text: Text): string[] =>
  (['en', 'fr'] as const).flatMap((language) => wrongLanguage({ text: text[language], language }, nothing))

const line = ({ where, text }: Written): string => `${where}: ${text.en}`

const isTwice = ({ en, fr }: Text): boolean => en === fr && !isSameInBoth(en)
