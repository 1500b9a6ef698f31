import type { Day } from './day.ts'
import { addDays, dayOf, instantAt, weekday, type Zone } from './time.ts'

/** Which days people work. The federal one is in policy/holidays.ts. */
export type Calendar = { readonly isBusinessDay: (day: Day) => boolean }

/** Monday to Friday, holidays counted: the pilot's calendar. */
export const weekdayCalendar: Calendar = { isBusinessDay: (day) => weekday(day) <= 5 }

/** A business day is 08:30 to 16:00 where the department is: seven hours and a half. */
export const businessHours = { opens: '08:30', closes: '16:00', seconds: 27_000 } as const

/** The n-th business day after the day, or before it when n is negative. With 0, the day itself, whatever it is. */
export function addBusinessDays(calendar: Calendar, day: Day, n: number): Day {
  const step = n < 0 ? -1 : 1
  let reached = day
  for (let left = Math.abs(n); left > 0; left -= 1) reached = nextBusinessDay(calendar, addDays(reached, step), step)
  return reached
}

/** The day itself when it is a business day, else the next one. */
export function businessDayOnOrAfter(calendar: Calendar, day: Day): Day {
  return nextBusinessDay(calendar, day, 1)
}

/** Business days counted from the day after `from`, up to `to` included. Negative when `to` is earlier. */
export function businessDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  if (to < from) return -countBusinessDays(calendar, to, addDays(from, -1))
  return countBusinessDays(calendar, addDays(from, 1), to)
}

/** Business days touched by what lasted from one instant to the other, both ends included. */
export function businessDaysTouched(calendar: Calendar, from: Date, to: Date, zone: Zone): number {
  return to < from ? 0 : countBusinessDays(calendar, dayOf(from, zone), dayOf(to, zone))
}

/** Seconds of business time between two instants; 0 when the second is not later. */
export function businessSeconds(calendar: Calendar, from: Date, to: Date, zone: Zone): number {
  if (to <= from) return 0
  const first = dayOf(from, zone)
  const last = dayOf(to, zone)
  if (first === last) return secondsOn(calendar, first, from, to, zone)
  const between = countBusinessDays(calendar, addDays(first, 1), addDays(last, -1)) * businessHours.seconds
  return secondsOn(calendar, first, from, to, zone) + between + secondsOn(calendar, last, from, to, zone)
}

/** Elapsed time of a step in days, as in Annex A of the closeout report: business seconds / 27,000. */
export function elapsedDays(calendar: Calendar, from: Date, to: Date, zone: Zone): number {
  return businessSeconds(calendar, from, to, zone) / businessHours.seconds
}

function secondsOn(calendar: Calendar, day: Day, from: Date, to: Date, zone: Zone): number {
  if (!calendar.isBusinessDay(day)) return 0
  const start = Math.max(from.getTime(), instantAt(day, businessHours.opens, zone).getTime())
  const end = Math.min(to.getTime(), instantAt(day, businessHours.closes, zone).getTime())
  return Math.max(0, end - start) / 1000
}

function countBusinessDays(calendar: Calendar, first: Day, last: Day): number {
  let count = 0
  for (let day = first; day <= last; day = addDays(day, 1)) if (calendar.isBusinessDay(day)) count += 1
  return count
}

const LONGEST_REST = 366

function nextBusinessDay(calendar: Calendar, day: Day, step: 1 | -1): Day {
  let candidate = day
  for (let rested = 0; rested <= LONGEST_REST; rested += 1) {
    if (calendar.isBusinessDay(candidate)) return candidate
    candidate = addDays(candidate, step)
  }
  throw new RangeError(`No business day within ${LONGEST_REST} days of ${day}`)
}
