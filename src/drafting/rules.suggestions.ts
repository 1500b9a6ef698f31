import { ceilingOf } from '../opportunities/rules.readiness.ts'
import { addBusinessDays } from '../platform/calendar.ts'
import type { Day } from '../platform/day.ts'
import { type Cents, cents } from '../platform/money.ts'
import { addDays, dayOf } from '../platform/time.ts'
import { calendarOf } from '../policy/inForce.ts'
import { suggestedClosing } from '../policy/posting.ts'
import type { Policy } from '../policy/rules.ts'
import { estimatePrice } from '../policy/taxes.ts'

export type Suggestions = {
  readonly closesAt: Date
  readonly selectionDay: Day
  /** Both follow from the hours; null while there are none. */
  readonly deliveryDay: Day | null
  readonly price: Cents | null
}

/**
 * Dates and a price for a posting on that day, never taken silently: the closing that the policy suggests; the selection
 * when results are promised; the delivery when the hours fit the hours a week that the policy allows, on a business day;
 * the price at the middle rate, never above the ceiling.
 */
export function suggestionsFor(policy: Policy, today: Day, hours: number | null): Suggestions {
  const calendar = calendarOf(policy)
  const closesAt = suggestedClosing(policy, today)
  const selectionDay = addBusinessDays(calendar, dayOf(closesAt, policy.zone), policy.resultBusinessDays)
  if (hours === null) return { closesAt, selectionDay, deliveryDay: null, price: null }

  const soonest = addDays(selectionDay, Math.max(1, Math.ceil((hours * 7) / policy.deliveryHoursPerWeek)))
  const deliveryDay = calendar.isBusinessDay(soonest) ? soonest : addBusinessDays(calendar, soonest, 1)
  const middle = cents(Math.round((policy.hourlyRate.min + policy.hourlyRate.max) / 2))
  const price = cents(Math.min(estimatePrice(middle, hours, policy.adminHours), ceilingOf(policy, today)))
  return { closesAt, selectionDay, deliveryDay, price }
}
