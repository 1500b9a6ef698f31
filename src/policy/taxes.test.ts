import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../platform/day.ts'
import { cents, dollars } from '../platform/money.ts'
import { addDays } from '../platform/time.ts'
import { textProblems } from '../platform/typography.ts'
import { provinces } from './provinces.ts'
import {
  ceilingBeforeTax,
  estimatePrice,
  type PlaceOfSupply,
  ratesOn,
  taxNames,
  taxOn,
  taxRates,
  withinLimit,
} from './taxes.ts'

const today = day('2026-06-01')
const limit = dollars(10_000)
const places = fc.constantFrom<PlaceOfSupply>('highest', ...provinces)
const days = fc.integer({ min: 0, max: 4000 }).map((n) => addDays(day('2019-07-01'), n))
const prices = fc.integer({ min: 0, max: 3_000_000 }).map(cents)
const taxpayers = fc.record({
  registered: fc.boolean(),
  exemptFrom: fc.constantFrom([], ['BC', 'MB', 'SK'] as const),
})

it.each([
  ['AB', 9523.81],
  ['NT', 9523.81],
  ['NU', 9523.81],
  ['YT', 9523.81],
  ['SK', 9009.01],
  ['BC', 8928.57],
  ['MB', 8928.57],
  ['ON', 8849.56],
  ['NS', 8771.93],
  ['QC', 8697.54],
  ['NB', 8695.65],
  ['NL', 8695.65],
  ['PE', 8695.65],
  ['highest', 8695.65],
] as const)('in %s the ceiling before tax is %d', (place, ceiling) => {
  expect(ceilingBeforeTax(place, today, limit)).toBe(dollars(ceiling))
})

it('Nova Scotia had 15 % until the end of March 2025', () => {
  expect(ceilingBeforeTax('NS', day('2025-03-31'), limit)).toBe(dollars(8695.65))
  expect(ceilingBeforeTax('NS', day('2025-04-01'), limit)).toBe(dollars(8771.93))
})

it('the pilot’s ceiling of 8,690 makes 9,993.50 at the highest rate', () => {
  expect(taxOn('highest', day('2021-06-23'), dollars(8690)).withTax).toBe(dollars(9993.5))
})

it('Quebec has two taxes, each rounded by itself', () => {
  const { lines, total, withTax } = taxOn('QC', today, dollars(8697.54))
  expect(lines.map(({ tax, rate, cents }) => [tax, rate, cents])).toEqual([
    ['gst', 5000, 43_488],
    ['qst', 9975, 86_758],
  ])
  expect([total, withTax]).toEqual([130_246, 1_000_000])
})

it.each([
  [1, 0],
  [9, 0],
  [10, 1],
  [29, 1],
  [30, 2],
])('half a cent goes up: 5%% of %i cents is %i', (price, tax) => {
  expect(taxOn('AB', today, cents(price)).total).toBe(tax)
})

it('a small supplier that is not registered charges no tax', () => {
  const tax = taxOn('ON', today, dollars(9000), { registered: false })
  expect(tax).toEqual({ lines: [], total: 0, withTax: dollars(9000) })
  expect(ceilingBeforeTax('ON', today, limit, { registered: false })).toBe(limit)
})

it.each([
  ['BC', 500],
  ['MB', 500],
  ['SK', 500],
  ['QC', 1498],
  ['ON', 1300],
] as const)('an exempt buyer in %s pays only federal taxes and QST', (place, tax) => {
  expect(taxOn(place, today, dollars(100), { exemptFrom: provinces }).total).toBe(tax)
})

describe('the limit', () => {
  it('is reached at 10,000.00 and passed at 10,000.01', () => {
    expect(withinLimit(dollars(8849.56), 'ON', today)).toEqual({
      ok: true,
      value: { withTax: dollars(10_000), ceiling: dollars(8849.56) },
    })
    expect(taxOn('ON', today, dollars(8849.57)).withTax).toBe(dollars(10_000.01))
    expect(withinLimit(dollars(8849.57), 'ON', today)).toEqual({ ok: false, because: 'over_limit' })
  })

  it('leaves a ceiling that fits, and not one cent more', () => {
    fc.assert(
      fc.property(places, days, fc.integer({ min: 0, max: 5_000_000 }), taxpayers, (place, on, some, taxpayer) => {
        const within = cents(some)
        const ceiling = ceilingBeforeTax(place, on, within, taxpayer)
        expect(taxOn(place, on, ceiling, taxpayer).withTax).toBeLessThanOrEqual(within)
        expect(taxOn(place, on, cents(ceiling + 1), taxpayer).withTax).toBeGreaterThan(within)
      }),
    )
  })

  it('at the highest rate is within the limit everywhere', () => {
    fc.assert(
      fc.property(places, days, prices, (place, on, price) => {
        if (withinLimit(price, 'highest', on).ok) expect(withinLimit(price, place, on).ok).toBe(true)
      }),
    )
  })
})

it('taxes are whole cents, add up and grow with the price', () => {
  fc.assert(
    fc.property(places, days, prices, taxpayers, (place, on, price, taxpayer) => {
      const { lines, total, withTax } = taxOn(place, on, price, taxpayer)
      expect(lines.every((line) => Number.isInteger(line.cents) && line.cents >= 0)).toBe(true)
      expect(total).toBe(lines.reduce((sum, line) => sum + line.cents, 0))
      expect(withTax).toBe(price + total)
      expect(taxOn(place, on, cents(price + 1), taxpayer).withTax).toBeGreaterThan(withTax)
    }),
  )
})

it('no rate is guessed before the table begins', () => {
  expect(() => ratesOn('ON', day('2019-06-30'))).toThrow(RangeError)
})

it.each(provinces)('the rates of %s have dates in order and a source', (province) => {
  const from = taxRates[province].map((period) => period.from)
  expect(from).toEqual(from.toSorted())
  expect(taxRates[province].every(({ source }) => source.length > 10)).toBe(true)
})

it.each(Object.entries(taxNames))('the name of %s is well written', (_, name) => {
  expect(textProblems(name)).toEqual([])
})

it.each([
  [6500, 90, 10, 650_000],
  [6000, 0, 10, 60_000],
  [10_000, 76.95, 10, 869_500],
  [8550, 12.25, 10, 190_238],
  [6001, 0.1, 10, 60_610],
])('%i cents an hour for %d hours and %i of administration is %i', (rate, hours, admin, price) => {
  expect(estimatePrice(cents(rate), hours, admin)).toBe(price)
})
