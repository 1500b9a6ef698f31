import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../platform/day.ts'
import { formatMoney } from '../platform/format.ts'
import { languages } from '../platform/i18n.ts'
import { cents, dollars, parseMoney } from '../platform/money.ts'
import { dearest, estimateOf, estimatesEverywhere } from './estimate.ts'
import { policyInForce } from './inForce.ts'
import { type Province, provinces } from './provinces.ts'
import { type PlaceOfSupply, taxOn, withinLimit } from './taxes.ts'

const today = day('2026-06-01')
const policy = { ...policyInForce([], today), exemptFrom: [] }
const limit = dollars(10_000)

/** The highest price before tax, as the rules state it, for every province and territory. */
const ceilings: Record<Province | 'highest', number> = {
  ...{ AB: 9523.81, NT: 9523.81, NU: 9523.81, YT: 9523.81, SK: 9009.01, BC: 8928.57, MB: 8928.57 },
  ...{ ON: 8849.56, NS: 8771.93, QC: 8697.54, NB: 8695.65, NL: 8695.65, PE: 8695.65, highest: 8695.65 },
}
const places: readonly PlaceOfSupply[] = [...provinces, 'highest']

describe.each(places)('in %s', (place) => {
  const ceiling = dollars(ceilings[place])

  it('the ceiling is exactly the one of the rules', () => {
    expect(estimateOf(policy, today, ceiling, place).ceiling).toBe(ceiling)
  })

  it('a price at the ceiling passes, one cent more does not', () => {
    expect(estimateOf(policy, today, ceiling, place).over).toBe(0)
    expect(withinLimit(ceiling, place, today).ok).toBe(true)
    expect(estimateOf(policy, today, cents(ceiling + 1), place).over).toBeGreaterThan(0)
    expect(withinLimit(cents(ceiling + 1), place, today)).toEqual({ ok: false, because: 'over_limit' })
  })

  it('every price passes up to the ceiling and none above it, however it is typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_200_000 }), fc.constantFrom(...languages), (amount, language) => {
        const read = parseMoney(formatMoney(cents(amount), language))
        if (!read.ok) return false
        const { over, room, price, tax } = estimateOf(policy, today, read.value, place)
        expect(price + tax + room - over).toBe(limit)
        return (over === 0) === amount <= ceiling
      }),
    )
  })
})

it('a total of 10,000.00 passes and 10,000.01 does not', () => {
  const total = (price: number) => taxOn('ON', today, dollars(price)).withTax
  expect([total(8_849.56), total(8_849.57)]).toEqual([dollars(10_000), dollars(10_000.01)])
  expect(estimateOf(policy, today, dollars(8_849.56), 'ON')).toMatchObject({ room: 0, over: 0 })
  expect(estimateOf(policy, today, dollars(8_849.57), 'ON')).toMatchObject({ room: 0, over: 1 })
})

it('typed amounts that mean the same pass or fail alike', () => {
  const over = (typed: string) => {
    const read = parseMoney(typed)
    return read.ok ? estimateOf(policy, today, read.value, 'highest').over : read.because
  }
  for (const typed of ['8695.65', '8,695.65', '8 695,65 $', '$8,695.65', '8\u00a0695,65\u00a0$', '8\u202f695,65 $'])
    expect(over(typed), typed).toBe(0)
  for (const typed of ['8695.66', '8,695.66', '8 695,66 $']) expect(over(typed), typed).toBe(1)
  expect(over('1e4')).toBe('not_money')
  expect(over('8,69')).toBe('ambiguous_comma')
})

it('the pilot’s price leaves 6.50 of room at the highest rate', () => {
  expect(estimateOf(policy, today, dollars(8_690), 'highest')).toMatchObject({
    ...{ rate: 15_000, tax: dollars(1_303.5), withTax: dollars(9_993.5), room: dollars(6.5) },
  })
})

it('a department that does not pay some provinces’ own tax has more room there', () => {
  const exempt = policyInForce([], today)
  const everywhere = estimatesEverywhere(exempt, today, dollars(9_500))
  expect(everywhere.filter(({ over }) => over === 0).map(({ place }) => place)).toEqual([
    'AB',
    'BC',
    'MB',
    'NT',
    'NU',
    'SK',
    'YT',
  ])
  expect(dearest(exempt, today)).toEqual(['NB', 'NL', 'PE'])
  expect(dearest(exempt, day('2025-03-31'))).toEqual(['NB', 'NL', 'NS', 'PE'])
})
