import { describe, expect, it } from 'vitest'
import {
  isNarrowed,
  isPlain,
  priceBands,
  queryOf,
  searchFrom,
  statesShown,
  statusChoices,
  wordsOf,
} from './rules.search.ts'

const from = (query: Record<string, string>) => searchFrom(query, 'opportunities')
const AFTER = '2026-05-26T18:00:00.000Z_fix-it'

describe('an address', () => {
  it('says the whole question, and the question the same address again', () => {
    const query = {
      ...{ q: 'été "boat permit"', skill: 'c-sharp', department: 'DW', price: '2500-5000', closing: 'soon' },
      ...{ status: 'delivered', after: AFTER },
    }
    const search = from(query)
    expect(search).toMatchObject({ words: 'été "boat permit"', skill: 'c-sharp', department: 'DW', soon: true })
    expect(search.after).toEqual({ closesAt: new Date('2026-05-26T18:00:00.000Z'), slug: 'fix-it' })
    const again = Object.fromEntries(new URLSearchParams(queryOf(search, { after: search.after })))
    expect(again).toEqual(query)
  })

  it('of nothing is none, and a change begins with the first page', () => {
    expect(queryOf(from({}))).toBe('')
    expect(isPlain(from({}))).toBe(true)
    expect(queryOf(from({ q: 'a', after: AFTER }))).toBe('?q=a')
    expect(queryOf(from({ q: 'a', skill: 'sql' }), { words: '' })).toBe('?skill=sql')
  })

  it.each([
    ['skill', "x'; drop table"],
    ['skill', 'a'.repeat(101)],
    ['department', '<script>'],
    ['price', '1-2'],
    ['price', '__proto__'],
    ['closing', 'never'],
    ['status', 'constructor'],
    ['after', 'garbage'],
    ['after', '2026-99-26T18:00:00.000Z_x'],
    ['after', '2026-05-26T18:00:00.000Z_<x>'],
  ])('with %s %s asks for the plain list', (name, value) => {
    expect(isPlain(from({ [name]: value }))).toBe(true)
  })

  it('holds words of any length, of which the first letters count', () => {
    expect([...from({ q: '🛶'.repeat(10_000) }).words]).toHaveLength(200)
    expect(from({ q: '  boat ' }).words).toBe('boat')
  })

  it('is narrowed by what can be taken away, not by a status or a page', () => {
    expect([from({ status: 'closed' }), from({ after: AFTER }), from({ q: 'x' })].map(isNarrowed)).toEqual([
      false,
      false,
      true,
    ])
  })
})

describe('what is shown', () => {
  it('is what is open, unless another status is chosen; results are never open', () => {
    expect(statesShown(from({}))).toEqual(['open'])
    for (const status of statusChoices) expect(statesShown(searchFrom({ status }, 'results'))).not.toContain('open')
    expect(statesShown(searchFrom({ status: 'ended' }, 'results'))).toEqual(['ended_without_delivery', 'unsuccessful'])
    expect(statesShown(from({ status: 'ended' }))).toContain('withdrawn')
  })

  it('has price bands that leave no cent between them', () => {
    for (const [at, band] of priceBands.entries()) expect(band.below).toBe(priceBands[at + 1]?.from ?? null)
    expect(priceBands[0]?.from).toBe(0)
  })
})

it('parts words at whatever is no letter', () => {
  expect(wordsOf('l’accessibilité, C++ & <b>node.js</b> %')).toEqual([
    'l',
    'accessibilité',
    'C++',
    'b',
    'node',
    'js',
    'b',
  ])
})
