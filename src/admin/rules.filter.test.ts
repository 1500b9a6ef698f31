import { expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import {
  type BoardFilter,
  daysOf,
  everything,
  filterFrom,
  fiscalYears,
  narrows,
  pageOf,
  queryOf,
} from './rules.filter.ts'

const id = '00000000-0000-7000-8000-000000000001'

test('a filter survives the address that it makes', () => {
  const filter = {
    ...{ stage: 'approvals', who: 'finance', late: true, client: id, team: 'Cartes & marées', year: 2026 },
    ...{ words: 'clé 100 %', sort: 'due', after: { key: '2026-05-04T10:00:00.000Z', id } },
  } satisfies BoardFilter
  expect(filterFrom(Object.fromEntries(new URLSearchParams(queryOf(filter))))).toEqual(filter)
  expect(queryOf(everything)).toBe('')
  expect(filterFrom({})).toEqual(everything)
})

test('what an address says and nobody knows is left out', () => {
  const strange = { stage: 'x', who: "'; drop", late: '1', client: 'me', year: '20266', sort: '', after: 'x.y' }
  expect(filterFrom(strange)).toEqual(everything)
  expect(filterFrom({ q: `  ${'word '.repeat(40)}` }).words).toHaveLength(99)
})

test('order and page leave nothing out; everything else does', () => {
  expect(narrows({ ...everything, sort: 'late', after: { key: 'a', id } })).toBe(false)
  expect(narrows({ ...everything, late: true })).toBe(true)
  expect(narrows({ ...everything, stage: 'ended' })).toBe(true)
})

test('pages follow one another without a gap or a repeat, also where keys are alike', () => {
  const rows = Array.from({ length: 25 }, (_, place) => ({
    key: String(place % 3),
    id: String(place).padStart(3, '0'),
  }))
  const seen: string[] = []
  let after: { key: string; id: string } | null = null
  do {
    const page: ReturnType<typeof pageOf<(typeof rows)[number]>> = pageOf(rows, (row) => row, { after, most: 7 })
    seen.push(...page.rows.map((row) => row.id))
    after = page.next
  } while (after)
  expect(seen).toHaveLength(25)
  expect(new Set(seen).size).toBe(25)
  expect(pageOf(rows, (row) => row, { after: { key: '9', id: '' }, most: 7 })).toEqual({ rows: [], next: null })
})

test('fiscal years begin on 1 April', () => {
  expect(fiscalYears(day('2025-03-31'), day('2026-04-01')).map(({ name }) => name)).toEqual([
    '2026-2027',
    '2025-2026',
    '2024-2025',
  ])
  expect(daysOf(2026)).toEqual({ first: '2026-04-01', last: '2027-03-31' })
})
