import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMoney } from './format.ts'
import { languages } from './i18n.ts'
import { cents, LARGEST_AMOUNT, type MoneyRefusal, moneyRefusals, parseMoney } from './money.ts'
import { textProblems } from './typography.ts'

const amounts = fc.integer({ min: 0, max: LARGEST_AMOUNT }).map(cents)
const grouped = (digits: string, mark: string) => digits.replaceAll(/\B(?=(\d{3})+$)/g, mark)

it.each([
  ['6500', 650_000],
  ['6,500.00', 650_000],
  ['6 500,00 $', 650_000],
  ['6\u00a0500,00\u00a0$', 650_000],
  ['6\u202f500,00\u202f$', 650_000],
  ['$6,500', 650_000],
  ['$ 6,500.00', 650_000],
  ['  6500.00  ', 650_000],
  ['6500,00', 650_000],
  ['6 500', 650_000],
  ['6 500.25', 650_025],
  ['1,000', 100_000],
  ['1,000 $', 100_000],
  ['1,00 $', 100],
  ['0', 0],
  ['0.05', 5],
  ['10,000.01', 1_000_001],
  ['99,999,999.99', 9_999_999_999],
])('%j is %i cents', (typed, amount) => {
  expect(parseMoney(typed)).toEqual({ ok: true, value: amount })
})

const refused: Record<MoneyRefusal, string[]> = {
  missing_amount: ['', '   ', '\u00a0'],
  not_money: [
    '1e4',
    '1E4',
    'abc',
    '6500 CAD',
    '$6500$',
    '6,50,0',
    '65 00',
    '6  500',
    '1.000,00',
    '0x10',
    '+5',
    '５00',
    '007',
    '5.',
    '.5',
    '1/2',
    'Infinity',
    'NaN',
    '6\t500',
    '0'.repeat(41),
    '--5',
    '1'.repeat(41),
  ],
  negative_amount: ['-5', '−5', '-$5', '$-5', '- 6 500,00 $', '−6,500.00'],
  fraction_of_cent: ['6500.001', '1.000', '0.999'],
  cents_need_two_digits: ['6,5', '6.5', '6 500,5 $'],
  ambiguous_comma: ['1,00', '$1,00', '650,00', '6,500,00', '1,000,00 $', '0,500', '1234,000'],
  amount_too_large: ['100000000', '100,000,000.00', '9'.repeat(40)],
}

describe.each(Object.entries(refused))('%s', (because, typed) => {
  it.each(typed)('%j', (text) => {
    expect(parseMoney(text)).toEqual({ ok: false, because })
  })
})

it('what is shown is read back, in both languages', () => {
  fc.assert(
    fc.property(amounts, fc.constantFrom(...languages), fc.boolean(), (amount, language, plain) => {
      const read = parseMoney(formatMoney(amount, language, { plain }))
      expect(read).toEqual({ ok: true, value: amount })
    }),
  )
})

it('a negative amount shown is refused as negative', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: LARGEST_AMOUNT }), fc.constantFrom(...languages), (amount, language) => {
      expect(parseMoney(formatMoney(cents(-amount), language))).toEqual({ ok: false, because: 'negative_amount' })
    }),
  )
})

it('whole dollars mean the same with commas, spaces or nothing between thousands', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.constantFrom('', ',', ' ', '\u00a0', '\u202f'),
      (whole, mark) => {
        expect(parseMoney(grouped(String(whole), mark))).toEqual({ ok: true, value: whole * 100 })
      },
    ),
  )
})

it('a bare comma never makes an amount a thousand times smaller', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.stringMatching(/^\d{1,4}$/), (whole, after) => {
      const read = parseMoney(`${whole},${after}`)
      if (read.ok) expect(read.value).toBe(Number(`${whole}${after}`) * 100)
      expect(read.ok).toBe(after.length === 3)
    }),
  )
})

it('whatever is typed gets whole cents within bounds, or a reason', () => {
  const digitsAndMarks = fc.string({
    unit: fc.constantFrom('0', '1', '9', ',', '.', ' ', '$', '-', '\u00a0', 'e'),
    maxLength: 60,
  })
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), digitsAndMarks), (typed) => {
      const read = parseMoney(typed)
      if (read.ok) return Number.isSafeInteger(read.value) && read.value >= 0 && read.value <= LARGEST_AMOUNT
      return read.because in moneyRefusals
    }),
    { numRuns: 2000 },
  )
})

it.each(Object.entries(moneyRefusals))('the sentence of %s is well written', (_, text) => {
  expect(textProblems(text)).toEqual([])
})
