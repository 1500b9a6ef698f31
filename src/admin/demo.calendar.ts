import { addBusinessDays, type Calendar } from '../platform/calendar.ts'
import type { Day } from '../platform/day.ts'
import { type ClockTime, dayOf, instantAt } from '../platform/time.ts'

/** Days and instants of the demonstration, counted in business days from the day on which it is loaded. */
export type DemoCalendar = {
  /** The n-th business day before (negative) or after today. */
  day(n: number): Day
  at(n: number, clock: ClockTime): Date
}

export function demoCalendar(calendar: Calendar, zone: string, now: Date): DemoCalendar {
  const today = dayOf(now, zone)
  const day = (n: number) => addBusinessDays(calendar, today, n)
  return { day, at: (n, clock) => instantAt(day(n), clock, zone) }
}
