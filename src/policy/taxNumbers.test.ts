import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textProblems } from '../platform/typography.ts'
import { gstNumberDoubt, gstNumberRefusals, parseGstNumber } from './taxNumbers.ts'

it.each(['123456782RT0001', '123456782 RT0001', '12345 6782 rt 0001', '123456782-RT-0001'])(
  '%j is a number',
  (typed) => {
    expect(parseGstNumber(typed)).toEqual({ ok: true, value: { number: '123456782 RT0001', checkDigitFits: true } })
  },
)

it('a wrong check digit is accepted with a warning', () => {
  expect(parseGstNumber('123456789 RT0001')).toMatchObject({ ok: true, value: { checkDigitFits: false } })
})

it.each([
  '123456782',
  '12345678 RT0001',
  '123456782 RC0001',
  '123456782 RT001',
  '123456782 RT0000',
  'RT0001',
  '1234567820 RT0001',
])('%j is not a number', (typed) => {
  expect(parseGstNumber(typed)).toEqual({ ok: false, because: 'not_a_gst_number' })
})

it('nothing typed is missing', () => {
  expect(parseGstNumber('  ')).toEqual({ ok: false, because: 'missing_gst_number' })
})

it('of ten last digits exactly one fits', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{8}$/), (eight) => {
      const fitting = [...'0123456789'].filter((last) => {
        const read = parseGstNumber(`${eight}${last}RT0001`)
        return read.ok && read.value.checkDigitFits
      })
      return fitting.length === 1
    }),
  )
})

it.each([...Object.values(gstNumberRefusals), gstNumberDoubt])('%j is well written', (text) => {
  expect(textProblems(text)).toEqual([])
})
