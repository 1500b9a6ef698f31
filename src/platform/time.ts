import { Temporal } from 'temporal-polyfill'
import type { Day } from './day.ts'

/** An IANA zone name. Departments choose theirs; the default policy says America/Toronto. */
export type Zone = string
/** What a clock shows: `14:00` or `23:59:59`. */
export type ClockTime = `${number}:${number}` | `${number}:${number}:${number}`

/** A day as text, `YYYY-MM-DD`, between 1900 and 2199. 31 February is text, not a day. */
export function parseDay(text: string): Day | undefined {
  const trimmed = text.trim()
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(trimmed)) return undefined
  const [year, month, date] = partsOf(trimmed)
  if (month < 1 || month > 12 || date < 1) return undefined
  return date <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth ? asDay(trimmed) : undefined
}

/** A time as text, `9:30`, `09:30` or `23:59:59`, on a 24-hour clock; always answered with two-digit hours. */
export function parseClock(text: string): ClockTime | undefined {
  const found = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/.exec(text.trim())
  if (!found) return undefined
  const [hour = 0, minute = 0, second = 0] = found.slice(1).map((part) => Number(part ?? 0))
  if (hour > 23 || minute > 59 || second > 59) return undefined
  return clockText(hour, minute, found[3] === undefined ? 0 : second)
}

/** Is this a zone that clocks can be read in? */
export function isZone(text: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text)
    return true
  } catch {
    return false
  }
}

/**
 * The instant at which clocks in the zone show `time` on `day`, summer or winter.
 * When clocks skip that time (spring), the instant is as much later as they skip: 02:30 means 03:30.
 * When they show it twice (autumn), it is the first of the two.
 */
export function instantAt(day: Day, time: ClockTime, zone: Zone): Date {
  const local = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time))
  return new Date(local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds)
}

/** The day that it is in the zone at that instant. */
export function dayOf(instant: Date, zone: Zone): Day {
  return asDay(zoned(instant, zone).toPlainDate().toString())
}

/** What clocks in the zone show at that instant: `14:00`, or `23:59:59` when there are seconds. Milliseconds are cut. */
export function clockOf(instant: Date, zone: Zone): ClockTime {
  const { hour, minute, second } = zoned(instant, zone)
  return clockText(hour, minute, second)
}

/** That many days later; earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return asDay(new Date((dayNumber(day) + days) * DAY_IN_MS).toISOString().slice(0, 10))
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(day: Day): number {
  return modulo(dayNumber(day) + 3, 7) + 1
}

/** Days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** A fiscal year of the Government of Canada: 1 April to 31 March. Source: Financial Administration Act, s. 2. */
export type FiscalYear = { readonly first: Day; readonly last: Day; readonly name: string }

/** The fiscal year that holds the day, named by both its years: `2026-2027`. */
export function fiscalYearOf(day: Day): FiscalYear {
  const [year, month] = partsOf(day)
  const starts = month >= 4 ? year : year - 1
  return { first: asDay(`${starts}-04-01`), last: asDay(`${starts + 1}-03-31`), name: `${starts}-${starts + 1}` }
}

/** Year, month (1 to 12) and day of the month. */
export function partsOf(day: string): readonly [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}

/** The day with these parts; a RangeError when there is none. */
export function dayFrom(year: number, month: number, date: number): Day {
  return asDay(Temporal.PlainDate.from({ year, month, day: date }, { overflow: 'reject' }).toString())
}

const DAY_IN_MS = 86_400_000

/** Days since 1 January 1970, a Thursday. Whole numbers: calendars walk over thousands of days. */
function dayNumber(day: Day): number {
  const [year, month, date] = partsOf(day)
  return Date.UTC(year, month - 1, date) / DAY_IN_MS
}

const modulo = (number: number, by: number) => ((number % by) + by) % by

function zoned(instant: Date, zone: Zone) {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone)
}

function clockText(hour: number, minute: number, second: number): ClockTime {
  const time = `${two(hour)}:${two(minute)}`
  return (second === 0 ? time : `${time}:${two(second)}`) as ClockTime
}

const two = (part: number) => String(part).padStart(2, '0')
const asDay = (text: string): Day => text as Day
