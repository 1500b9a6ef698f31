import fc from 'fast-check'
import { expect, it } from 'vitest'
import annexA from '../../examples/pilot/annex-a.json' with { type: 'json' }
import timeline from '../../examples/pilot/timeline.json' with { type: 'json' }
import { federalCalendar } from '../policy/holidays.ts'
import {
  addBusinessDays,
  businessDayOnOrAfter,
  businessDaysBetween,
  businessDaysTouched,
  businessSeconds,
  elapsedDays,
  weekdayCalendar,
} from './calendar.ts'
import { day } from './day.ts'
import { addDays, instantAt } from './time.ts'

const zone = 'America/Toronto'
const federal = federalCalendar()
const days = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays(day('1990-01-01'), n))
const calendars = fc.constantFrom(weekdayCalendar, federal, federalCalendar({ province: 'QC' }))
const instants = fc.integer({ min: 1_600_000_000, max: 1_800_000_000 }).map((second) => new Date(second * 1000))

const published = new Map(
  Object.values(annexA.phases)
    .flat()
    .map(({ step, actualElapsed }) => [step, actualElapsed]),
)

it.each(timeline.steps)('the pilot’s step $step took what Annex A says', ({ step, start, end }) => {
  const [from, to] = [new Date(start), new Date(end)]
  const took =
    step === 'on-website'
      ? businessDaysTouched(weekdayCalendar, from, to, zone)
      : elapsedDays(weekdayCalendar, from, to, zone)
  expect(took).toBe(published.get(step))
})

it('without Canada Day the pilot’s posting lasted 13 business days', () => {
  const posting = timeline.steps.find(({ step }) => step === 'on-website')
  expect(businessDaysTouched(federal, new Date(posting?.start ?? ''), new Date(posting?.end ?? ''), zone)).toBe(13)
})

it.each([
  ['2026-06-30', 1, '2026-07-02'],
  ['2026-12-24', 1, '2026-12-29'],
  ['2026-12-29', -1, '2026-12-24'],
  ['2026-11-14', 1, '2026-11-16'],
  ['2026-11-14', 0, '2026-11-14'],
  ['2026-11-16', 5, '2026-11-23'],
  ['2026-11-16', -2, '2026-11-12'],
] as const)('%s and %i business days is %s', (from, n, to) => {
  expect(addBusinessDays(federal, day(from), n)).toBe(to)
})

it('a day of rest gives way to the next business day', () => {
  expect(businessDayOnOrAfter(federal, day('2027-12-25'))).toBe('2027-12-29')
  expect(businessDayOnOrAfter(federal, day('2027-12-29'))).toBe('2027-12-29')
})

it('business days added are business days counted', () => {
  fc.assert(
    fc.property(calendars, days, fc.integer({ min: 1, max: 60 }), (calendar, from, n) => {
      const to = addBusinessDays(calendar, from, n)
      expect(calendar.isBusinessDay(to)).toBe(true)
      expect(businessDaysBetween(calendar, from, to)).toBe(n)
      expect(addBusinessDays(calendar, businessDayOnOrAfter(calendar, from), -n) < from).toBe(true)
    }),
  )
})

it('counting back is counting forward with a minus', () => {
  fc.assert(
    fc.property(calendars, days, fc.integer({ min: 0, max: 60 }), (calendar, from, n) => {
      const to = addBusinessDays(calendar, businessDayOnOrAfter(calendar, from), n)
      expect(businessDaysBetween(calendar, to, businessDayOnOrAfter(calendar, from))).toBe(-n || 0)
    }),
  )
})

it('a calendar without business days is refused, not searched for ever', () => {
  expect(() => addBusinessDays({ isBusinessDay: () => false }, day('2026-01-01'), 1)).toThrow(RangeError)
})

it.each([
  ['a full day', '2026-11-17T08:30:00-05:00', '2026-11-17T16:00:00-05:00', 27_000],
  ['a day and its night', '2026-11-17T00:00:00-05:00', '2026-11-18T00:00:00-05:00', 27_000],
  ['before opening', '2026-11-17T06:00:00-05:00', '2026-11-17T08:30:00-05:00', 0],
  ['the last second', '2026-11-17T15:59:59-05:00', '2026-11-17T20:00:00-05:00', 1],
  ['half a second', '2026-11-17T10:00:00.000-05:00', '2026-11-17T10:00:00.500-05:00', 0.5],
  ['over a weekend', '2026-11-20T15:00:00-05:00', '2026-11-23T09:30:00-05:00', 7_200],
  ['over the spring change', '2026-03-06T15:00:00-05:00', '2026-03-09T09:30:00-04:00', 7_200],
  ['over the autumn change', '2026-10-30T15:00:00-04:00', '2026-11-02T09:30:00-05:00', 7_200],
  ['a holiday', '2026-07-01T08:30:00-04:00', '2026-07-01T16:00:00-04:00', 0],
  ['backwards', '2026-11-18T10:00:00-05:00', '2026-11-17T10:00:00-05:00', 0],
])('business seconds of %s', (_, from, to, seconds) => {
  expect(businessSeconds(federal, new Date(from), new Date(to), zone)).toBe(seconds)
})

it('time cut in two adds up', () => {
  fc.assert(
    fc.property(calendars, instants, instants, instants, (calendar, one, two, three) => {
      const [a, b, c] = [one, two, three].sort((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date]
      const whole = businessSeconds(calendar, a, c, zone)
      expect(businessSeconds(calendar, a, b, zone) + businessSeconds(calendar, b, c, zone)).toBe(whole)
    }),
    { numRuns: 30 },
  )
})

it('nothing lasts longer than the business days it touches', () => {
  fc.assert(
    fc.property(calendars, instants, fc.integer({ min: 0, max: 90 * 86_400 }), (calendar, from, seconds) => {
      const to = new Date(from.getTime() + seconds * 1000)
      const elapsed = elapsedDays(calendar, from, to, zone)
      expect(elapsed).toBeLessThanOrEqual(businessDaysTouched(calendar, from, to, zone))
    }),
  )
})

it('a step from opening to closing of n business days later lasts n + 1 days', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 40 }), (some, n) => {
      const first = businessDayOnOrAfter(federal, some)
      const last = addBusinessDays(federal, first, n)
      expect(elapsedDays(federal, instantAt(first, '08:30', zone), instantAt(last, '16:00', zone), zone)).toBe(n + 1)
    }),
  )
})
