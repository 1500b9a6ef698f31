import type { Opportunity } from '../opportunities/rules.ts'
import { addBusinessDays, businessHours } from '../platform/calendar.ts'
import { dayOf, instantAt } from '../platform/time.ts'
import { calendarOf } from '../policy/inForce.ts'
import type { Policy } from '../policy/rules.ts'

/** By when results are promised: so many business days after closing, at the end of the working day (mission M17). Nothing before a closing is known. */
export function dueAt(policy: Policy, { closesAt }: Pick<Opportunity, 'closesAt'>): Date | undefined {
  if (closesAt === null) return undefined
  const day = addBusinessDays(calendarOf(policy), dayOf(closesAt, policy.zone), policy.resultBusinessDays)
  return instantAt(day, businessHours.closes, policy.zone)
}
