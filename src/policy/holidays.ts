import type { Calendar } from '../platform/calendar.ts'
import type { Day } from '../platform/day.ts'
import type { Text } from '../platform/i18n.ts'
import { addDays, dayFrom, partsOf, weekday } from '../platform/time.ts'
import type { Province } from './provinces.ts'

/** When a holiday falls, before it is moved off a weekend. Months are 1 to 12. */
export type HolidayRule =
  | { readonly on: 'date'; readonly month: number; readonly date: number }
  | { readonly on: 'easter'; readonly days: number }
  | { readonly on: 'monday'; readonly month: number; readonly nth: number }
  | { readonly on: 'mondayBefore'; readonly month: number; readonly date: number }

export type Holiday = {
  readonly id: string
  readonly name: Text
  readonly rule: HolidayRule
  /** First year in which it is kept. */
  readonly from?: number
  readonly onlyIn?: readonly Province[]
  readonly notIn?: readonly Province[]
}

export const holidaySource =
  'Compiled from the Interpretation Act, s. 35 “holiday”, and published closure lists of the federal public service'

/** Holidays of the federal public service. One that falls on a weekend is observed on the next working day. */
export const federalHolidays: readonly Holiday[] = [
  holiday('new-year', { on: 'date', month: 1, date: 1 }, 'New Year’s Day', 'Jour de l’An'),
  holiday('good-friday', { on: 'easter', days: -2 }, 'Good Friday', 'Vendredi saint'),
  holiday('easter-monday', { on: 'easter', days: 1 }, 'Easter Monday', 'Lundi de Pâques'),
  holiday('victoria', { on: 'mondayBefore', month: 5, date: 25 }, 'Victoria Day', 'Fête de la Reine'),
  {
    ...holiday('st-jean', { on: 'date', month: 6, date: 24 }, 'Saint-Jean-Baptiste Day', 'Fête nationale du Québec'),
    onlyIn: ['QC'],
  },
  holiday('canada', { on: 'date', month: 7, date: 1 }, 'Canada Day', 'Fête du Canada'),
  { ...holiday('civic', { on: 'monday', month: 8, nth: 1 }, 'Civic holiday', 'Congé civique'), notIn: ['QC', 'YT'] },
  holiday('labour', { on: 'monday', month: 9, nth: 1 }, 'Labour Day', 'Fête du Travail'),
  {
    ...holiday(
      'ndtr',
      { on: 'date', month: 9, date: 30 },
      'National Day for Truth and Reconciliation',
      'Journée nationale de la vérité et de la réconciliation',
    ),
    from: 2021,
  },
  holiday('thanksgiving', { on: 'monday', month: 10, nth: 2 }, 'Thanksgiving Day', 'Action de grâces'),
  holiday('remembrance', { on: 'date', month: 11, date: 11 }, 'Remembrance Day', 'Jour du Souvenir'),
  holiday('christmas', { on: 'date', month: 12, date: 25 }, 'Christmas Day', 'Jour de Noël'),
  holiday('boxing', { on: 'date', month: 12, date: 26 }, 'Boxing Day', 'Lendemain de Noël'),
]

/** The days on which the holidays of a year are observed, in order. Without a province, those of most of the country. */
export function observedHolidays(year: number, province?: Province): { day: Day; holiday: Holiday }[] {
  const kept = federalHolidays.filter((holiday) => isKept(holiday, year, province))
  const dated = kept.map((holiday) => ({ day: dateIn(year, holiday.rule), holiday }))
  const observed = dated.filter(({ day }) => weekday(day) <= 5)
  const taken = new Set(observed.map(({ day }) => day))
  for (const moved of dated.filter(({ day }) => weekday(day) > 5)) {
    const day = nextFree(moved.day, taken)
    taken.add(day)
    observed.push({ day, holiday: moved.holiday })
  }
  return observed.sort((one, other) => (one.day < other.day ? -1 : 1))
}

/**
 * Monday to Friday without the observed holidays of the federal public service.
 * `extra` are one-off days of rest that a department's policy adds.
 */
export function federalCalendar({
  province,
  extra = [],
}: {
  province?: Province
  extra?: readonly Day[]
} = {}): Calendar {
  const closedByYear = new Map<number, ReadonlySet<Day>>()
  const oneOff = new Set(extra)
  const closedIn = (year: number) => {
    const known = closedByYear.get(year)
    if (known) return known
    const closed = new Set(observedHolidays(year, province).map(({ day }) => day))
    closedByYear.set(year, closed)
    return closed
  }
  return {
    isBusinessDay: (day) => weekday(day) <= 5 && !oneOff.has(day) && !closedIn(partsOf(day)[0]).has(day),
  }
}

function isKept({ from, onlyIn, notIn }: Holiday, year: number, province: Province | undefined): boolean {
  if (from !== undefined && year < from) return false
  if (onlyIn && !(province && onlyIn.includes(province))) return false
  return !(notIn && province && notIn.includes(province))
}

function dateIn(year: number, rule: HolidayRule): Day {
  switch (rule.on) {
    case 'date':
      return dayFrom(year, rule.month, rule.date)
    case 'easter':
      return addDays(easterSunday(year), rule.days)
    case 'monday':
      return addDays(firstMonday(year, rule.month), (rule.nth - 1) * 7)
    case 'mondayBefore': {
      const eve = addDays(dayFrom(year, rule.month, rule.date), -1)
      return addDays(eve, 1 - weekday(eve))
    }
  }
}

function firstMonday(year: number, month: number): Day {
  const first = dayFrom(year, month, 1)
  return addDays(first, (8 - weekday(first)) % 7)
}

/** The Gregorian computus of Meeus, Jones and Butcher. */
function easterSunday(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const skipped = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const fromMarch = epact + toSunday - 7 * skipped + 114
  return dayFrom(year, Math.floor(fromMarch / 31), (fromMarch % 31) + 1)
}

function nextFree(day: Day, taken: ReadonlySet<Day>): Day {
  let candidate = day
  while (weekday(candidate) > 5 || taken.has(candidate)) candidate = addDays(candidate, 1)
  return candidate
}

function holiday(id: string, rule: HolidayRule, en: string, fr: string): Holiday {
  return { id, name: { en, fr }, rule }
}
