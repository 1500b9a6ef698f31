import fc from 'fast-check'
import { expect, it } from 'vitest'
import { day } from '../platform/day.ts'
import { addDays, clockOf, dayOf, weekday } from '../platform/time.ts'
import { textProblems } from '../platform/typography.ts'
import { calendarOf, policyInForce } from './inForce.ts'
import {
  closingWarnings,
  closingWarningTexts,
  hoursPerWeek,
  postingDays,
  questionsCloseAt,
  suggestedClosing,
} from './posting.ts'

const policy = policyInForce([], day('2026-11-01'))
const at = (text: string) => new Date(text)
const days = fc.integer({ min: 0, max: 4000 }).map((n) => addDays(day('2020-01-01'), n))

it('a posting on Monday, November 2 is suggested to close on Tuesday the 17th, Remembrance Day left out', () => {
  expect(suggestedClosing(policy, day('2026-11-02'))).toEqual(at('2026-11-17T14:00:00-05:00'))
})

it('what is suggested lasts long enough and raises no warning about its day', () => {
  fc.assert(
    fc.property(days, (posted) => {
      const closing = suggestedClosing(policy, posted)
      expect(postingDays(policy, at(`${posted}T17:00:00Z`), closing)).toBeGreaterThanOrEqual(10)
      expect([2, 3, 4]).toContain(weekday(dayOf(closing, policy.zone)))
      expect(closingWarnings(policy, closing).filter((warning) => warning !== 'end_of_year')).toEqual([])
    }),
  )
})

it('the day of posting does not count', () => {
  expect(postingDays(policy, at('2026-11-16T09:00:00-05:00'), at('2026-11-20T14:00:00-05:00'))).toBe(4)
  expect(postingDays(policy, at('2026-11-16T09:00:00-05:00'), at('2026-11-23T14:00:00-05:00'))).toBe(5)
})

it.each([
  ['2026-11-17T14:00:00-05:00', '2026-11-13T14:00:00-05:00'],
  ['2026-11-12T23:59:59-05:00', '2026-11-09T23:59:59-05:00'],
  ['2026-11-03T14:00:00-05:00', '2026-10-30T14:00:00-04:00'],
])('questions about a closing at %s end at %s', (closing, cutoff) => {
  expect(questionsCloseAt(policy, at(closing))).toEqual(at(cutoff))
})

it('questions end on a business day before closing, at the same clock time', () => {
  fc.assert(
    fc.property(days, (posted) => {
      const closing = suggestedClosing(policy, posted)
      const cutoff = questionsCloseAt(policy, closing)
      expect(cutoff < closing).toBe(true)
      expect(clockOf(cutoff, policy.zone)).toBe(clockOf(closing, policy.zone))
      expect(calendarOf(policy).isBusinessDay(dayOf(cutoff, policy.zone))).toBe(true)
    }),
  )
})

it.each([
  ['2026-11-17T14:00:00-05:00', []],
  ['2026-11-16T14:00:00-05:00', ['monday_or_friday']],
  ['2026-11-20T14:00:00-05:00', ['monday_or_friday']],
  ['2026-11-11T14:00:00-05:00', ['not_a_business_day']],
  ['2026-12-23T14:00:00-05:00', []],
  ['2026-12-24T14:00:00-05:00', ['end_of_year']],
  ['2027-01-01T14:00:00-05:00', ['monday_or_friday', 'not_a_business_day', 'end_of_year']],
  ['2025-01-02T14:00:00-05:00', ['end_of_year']],
  ['2027-01-05T14:00:00-05:00', []],
])('closing at %s: %j', (closing, warnings) => {
  expect(closingWarnings(policy, at(closing))).toEqual(warnings)
})

it('two weeks for 75 hours is exactly what a week can hold', () => {
  expect(hoursPerWeek(75, day('2026-11-02'), day('2026-11-16'))).toBe(policy.deliveryHoursPerWeek)
  expect(hoursPerWeek(10, day('2026-11-02'), day('2026-11-02'))).toBe(70)
})

it.each(Object.entries(closingWarningTexts))('the sentence of %s is well written', (_, text) => {
  expect(textProblems(text)).toEqual([])
})
