import { addBusinessDays, businessDaysBetween, type Calendar } from '../platform/calendar.ts'
import type { Day } from '../platform/day.ts'
import type { Text } from '../platform/i18n.ts'
import { addDays, clockOf, dayOf, daysBetween, instantAt, weekday } from '../platform/time.ts'
import { calendarOf } from './inForce.ts'
import type { Policy } from './rules.ts'

/** The closing that the policy suggests for a posting on that day: enough business days, midweek, at the usual time. */
export function suggestedClosing(policy: Policy, posted: Day): Date {
  const calendar = calendarOf(policy)
  const closing = midweek(policy, calendar, addBusinessDays(calendar, posted, policy.postingDays.suggested))
  return instantAt(closing, policy.closingClock, policy.zone)
}

/** Business days of posting, counted from the day after: the policy's minimum is compared with this. */
export function postingDays(policy: Policy, postedAt: Date, closesAt: Date): number {
  return businessDaysBetween(calendarOf(policy), dayOf(postedAt, policy.zone), dayOf(closesAt, policy.zone))
}

/** The three dates of a posting. */
type Dates = { readonly closesAt: Date; readonly selectionDay: Day; readonly deliveryDay: Day }

/**
 * The dates of a posting after a material amendment made then: unchanged when the policy's business days are left, else
 * the closing moves to the next suitable day that leaves them, at its clock time, and the later dates by as many business
 * days. Who has applied, or whether anybody has, is not asked: nobody may learn it from a date.
 */
export function datesAfterAmendment(policy: Policy, at: Date, dates: Dates): Dates {
  const { zone, amendmentBusinessDays } = policy
  if (postingDays(policy, at, dates.closesAt) >= amendmentBusinessDays) return dates
  const calendar = calendarOf(policy)
  const earliest = addBusinessDays(calendar, dayOf(at, zone), amendmentBusinessDays)
  const closing = midweek(policy, calendar, earliest)
  const closesAt = instantAt(closing, clockOf(dates.closesAt, zone), zone)
  if (closesAt <= dates.closesAt) return dates
  const by = businessDaysBetween(calendar, dayOf(dates.closesAt, zone), closing)
  return {
    closesAt,
    selectionDay: addBusinessDays(calendar, dates.selectionDay, by),
    deliveryDay: addBusinessDays(calendar, dates.deliveryDay, by),
  }
}

/** Questions close two business days (by default) before closing, at the same clock time. */
export function questionsCloseAt(policy: Policy, closesAt: Date): Date {
  const { zone } = policy
  const last = addBusinessDays(calendarOf(policy), dayOf(closesAt, zone), -policy.questionCutoffBusinessDays)
  return instantAt(last, clockOf(closesAt, zone), zone)
}

export type ClosingWarning = 'monday_or_friday' | 'not_a_business_day' | 'end_of_year'

/** What speaks against closing then; advice, never a refusal. The end of the year is 24 December to 2 January. */
export function closingWarnings(policy: Policy, closesAt: Date): ClosingWarning[] {
  const closing = dayOf(closesAt, policy.zone)
  const monthAndDate = closing.slice(5)
  const warnings: ClosingWarning[] = []
  if (weekday(closing) === 1 || weekday(closing) === 5) warnings.push('monday_or_friday')
  if (!calendarOf(policy).isBusinessDay(closing)) warnings.push('not_a_business_day')
  if (monthAndDate >= '12-24' || monthAndDate <= '01-02') warnings.push('end_of_year')
  return warnings
}

export const closingWarningTexts: Record<ClosingWarning, Text> = {
  monday_or_friday: {
    en: 'Closing falls on a Monday or a Friday. Tuesday to Thursday leaves people time to ask for help.',
    fr: 'La clôture tombe un lundi ou un vendredi. Du mardi au jeudi, il reste du temps pour demander de l’aide.',
  },
  not_a_business_day: {
    en: 'Closing falls on a day of rest: nobody will be there to answer.',
    fr: 'La clôture tombe un jour de congé : personne ne pourra répondre.',
  },
  end_of_year: {
    en: 'Closing falls between December 24 and January 2, when many people are away.',
    fr: 'La clôture tombe entre le 24 décembre et le 2 janvier, quand bien des gens sont absents.',
  },
}

/** Hours of work a week from the start to the delivery date: the policy says how many are too many. */
export function hoursPerWeek(hours: number, startsOn: Day, deliveredOn: Day): number {
  return (hours * 7) / Math.max(1, daysBetween(startsOn, deliveredOn))
}

function midweek(policy: Policy, calendar: Calendar, from: Day): Day {
  const fits = (day: Day) => policy.closingWeekdays.includes(weekday(day)) && calendar.isBusinessDay(day)
  for (let ahead = 0; ahead <= 366; ahead += 1) if (fits(addDays(from, ahead))) return addDays(from, ahead)
  throw new RangeError(`No day for closing within a year of ${from}`)
}
