import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { day } from './day.ts'
import {
  addDays,
  clockOf,
  dayFrom,
  dayOf,
  daysBetween,
  fiscalYearOf,
  instantAt,
  isZone,
  parseClock,
  parseDay,
  weekday,
} from './time.ts'

const toronto = 'America/Toronto'
const days = fc.integer({ min: 0, max: 80_000 }).map((n) => addDays(day('1950-01-01'), n))
const canadian = fc.constantFrom(
  toronto,
  'America/St_Johns',
  'America/Vancouver',
  'America/Regina',
  'America/Whitehorse',
)

it.each(['2026-02-28', '2024-02-29', '2026-12-31', ' 2026-07-01 '])('%s is a day', (text) => {
  expect(parseDay(text)).toBe(text.trim())
})

it.each([
  '2026-02-29',
  '2026-02-31',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-1-1',
  '20260101',
  '',
  'today',
  '0026-01-01',
  '2026-01-01T00:00',
])('%j is text, not a day', (text) => {
  expect(parseDay(text)).toBeUndefined()
})

it('every day is a day as text', () => {
  fc.assert(fc.property(days, (some) => parseDay(some) === some))
})

it.each([
  ['9:30', '09:30'],
  ['23:59:59', '23:59:59'],
  ['14:00:00', '14:00'],
  [' 00:00 ', '00:00'],
])('%j is a time', (text, time) => {
  expect(parseClock(text)).toBe(time)
})

it.each(['24:00', '12:60', '2 p.m.', '12', '12:5', '', '12:00:60', '-1:00'])('%j is not a time', (text) => {
  expect(parseClock(text)).toBeUndefined()
})

it('knows a zone from a name', () => {
  expect(isZone('America/St_Johns')).toBe(true)
  expect(isZone('America/Nowhere')).toBe(false)
  expect(isZone('')).toBe(false)
})

it.each([
  ['2026-07-15', '14:00', toronto, '2026-07-15T18:00:00.000Z'],
  ['2026-01-15', '14:00', toronto, '2026-01-15T19:00:00.000Z'],
  ['2026-11-17', '23:59:59', toronto, '2026-11-18T04:59:59.000Z'],
  ['2026-07-15', '14:00', 'America/St_Johns', '2026-07-15T16:30:00.000Z'],
  ['2026-07-15', '14:00', 'America/Regina', '2026-07-15T20:00:00.000Z'],
  ['2026-03-08', '01:59', toronto, '2026-03-08T06:59:00.000Z'],
  ['2026-03-08', '02:30', toronto, '2026-03-08T07:30:00.000Z'],
  ['2026-03-08', '03:00', toronto, '2026-03-08T07:00:00.000Z'],
  ['2026-11-01', '00:59', toronto, '2026-11-01T04:59:00.000Z'],
  ['2026-11-01', '01:30', toronto, '2026-11-01T05:30:00.000Z'],
  ['2026-11-01', '02:00', toronto, '2026-11-01T07:00:00.000Z'],
] as const)('%s %s in %s is %s', (on, time, zone, instant) => {
  expect(instantAt(day(on), time, zone).toISOString()).toBe(instant)
})

it('a time that clocks skip is read an hour later', () => {
  expect(clockOf(instantAt(day('2026-03-08'), '02:30', toronto), toronto)).toBe('03:30')
})

it('an instant read as day and time, and written again, is the same instant, outside the repeated hour', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 4 * 3600, max: 86_399 }), canadian, (some, second, zone) => {
      const time = clockOf(new Date(second * 1000), 'UTC')
      const instant = instantAt(some, time, zone)
      expect([dayOf(instant, zone), clockOf(instant, zone)]).toEqual([some, time])
    }),
  )
})

it('the day depends on where one is', () => {
  const instant = new Date('2026-07-01T03:00:00Z')
  expect(dayOf(instant, toronto)).toBe('2026-06-30')
  expect(dayOf(instant, 'America/St_Johns')).toBe('2026-07-01')
})

it('adding days is undone by counting them', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -5000, max: 5000 }), (some, n) => {
      expect(daysBetween(some, addDays(some, n))).toBe(n)
      expect(weekday(addDays(some, 7 * n))).toBe(weekday(some))
    }),
  )
})

it('days are counted as Temporal counts them', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -5000, max: 5000 }), (some, n) => {
      const later = Temporal.PlainDate.from(some).add({ days: n })
      expect([addDays(some, n), weekday(addDays(some, n))]).toEqual([later.toString(), later.dayOfWeek])
    }),
  )
})

it('weekdays start on Monday', () => {
  expect([weekday(day('2026-11-16')), weekday(day('2026-11-22'))]).toEqual([1, 7])
})

it('a day that is none is refused', () => {
  expect(() => dayFrom(2026, 2, 29)).toThrow(RangeError)
})

it.each([
  ['2026-03-31', '2025-2026'],
  ['2026-04-01', '2026-2027'],
  ['2026-12-31', '2026-2027'],
  ['2027-01-01', '2026-2027'],
] as const)('%s belongs to the fiscal year %s', (some, name) => {
  expect(fiscalYearOf(day(some)).name).toBe(name)
})

it('a fiscal year holds its day and meets the next', () => {
  fc.assert(
    fc.property(days, (some) => {
      const { first, last } = fiscalYearOf(some)
      expect(first <= some && some <= last).toBe(true)
      expect(fiscalYearOf(addDays(last, 1)).first).toBe(addDays(last, 1))
    }),
  )
})
