import fc from 'fast-check'
import { expect, it } from 'vitest'
import { day } from '../platform/day.ts'
import { weekday } from '../platform/time.ts'
import { federalCalendar, federalHolidays, observedHolidays } from './holidays.ts'
import { provinces } from './provinces.ts'

const observed = (year: number, province?: 'QC' | 'YT') => observedHolidays(year, province).map(({ day }) => day)

it('2026 has the known days, Boxing Day moved to Monday', () => {
  expect(observed(2026)).toEqual(
    ['01-01', '04-03', '04-06', '05-18', '07-01', '08-03', '09-07', '09-30', '10-12', '11-11', '12-25', '12-28'].map(
      (date) => `2026-${date}`,
    ),
  )
})

it('2027: Christmas is kept on 27 and Boxing Day on 28 December', () => {
  expect(observed(2027).slice(-2)).toEqual(['2027-12-27', '2027-12-28'])
})

it('when Christmas is a Sunday, Boxing Day keeps its Monday', () => {
  const days = Object.fromEntries(observedHolidays(2022).map(({ day, holiday }) => [holiday.id, day]))
  expect([days.boxing, days.christmas]).toEqual(['2022-12-26', '2022-12-27'])
})

it('Quebec keeps 24 June instead of the civic holiday; Yukon keeps neither', () => {
  expect(observed(2026, 'QC')).toContain('2026-06-24')
  expect(observed(2026, 'QC')).not.toContain('2026-08-03')
  expect(observed(2026, 'YT')).toHaveLength(11)
})

it('the National Day for Truth and Reconciliation begins in 2021', () => {
  expect(observed(2020)).not.toContain('2020-09-30')
  expect(observed(2021)).toContain('2021-09-30')
})

it.each([
  [2024, '2024-03-29', '2024-04-01'],
  [2025, '2025-04-18', '2025-04-21'],
  [2027, '2027-03-26', '2027-03-29'],
  [2038, '2038-04-23', '2038-04-26'],
  [2049, '2049-04-16', '2049-04-19'],
])('Easter of %i', (year, friday, monday) => {
  expect(observed(year)).toEqual(expect.arrayContaining([friday, monday]))
})

it('each holiday is observed once, on a working day of its year', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2190 }), fc.constantFrom(...provinces, undefined), (year, province) => {
      const days = observedHolidays(year, province).map(({ day }) => day)
      expect(new Set(days).size).toBe(days.length)
      expect(days.every((some) => weekday(some) <= 5 && some.startsWith(String(year)))).toBe(true)
    }),
  )
})

it('a calendar closes on weekends, holidays and the days a department adds', () => {
  const calendar = federalCalendar({ extra: [day('2026-11-17')] })
  expect(calendar.isBusinessDay(day('2026-11-16'))).toBe(true)
  expect(calendar.isBusinessDay(day('2026-11-15'))).toBe(false)
  expect(calendar.isBusinessDay(day('2026-11-11'))).toBe(false)
  expect(calendar.isBusinessDay(day('2026-11-17'))).toBe(false)
})

it('holidays have distinct ids and names in both languages', () => {
  expect(new Set(federalHolidays.map(({ id }) => id)).size).toBe(13)
  expect(federalHolidays.every(({ name }) => name.en && name.fr)).toBe(true)
})
