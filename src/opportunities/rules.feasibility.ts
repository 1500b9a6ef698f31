import type { Day } from '../platform/day.ts'
import { dayOf, fiscalYearOf } from '../platform/time.ts'
import { calendarOf } from '../policy/inForce.ts'
import { closingWarnings, hoursPerWeek, postingDays, questionsCloseAt } from '../policy/posting.ts'
import type { Policy } from '../policy/rules.ts'
import type { Finding } from './rules.readiness.ts'
import type { Statement } from './rules.ts'
import { rowKey } from './segments.ts'

type When = { readonly policy: Policy; readonly now: Date }

/** Dates in order and on business days, a posting that is long enough, work that fits into its weeks. */
export function dates(statement: Statement, when: When): Finding[] {
  const { policy, now } = when
  const { closesAt, selectionDay, deliveryDay } = statement
  const works = (day: Day) => calendarOf(policy).isBusinessDay(day)
  const found: Finding[] = []
  if (closesAt === null) found.push({ level: 'blocking', field: 'closing', code: 'closing_missing' })
  else found.push(...closing(closesAt, when))

  if (selectionDay === null) found.push({ level: 'blocking', field: 'selectionDay', code: 'selection_missing' })
  else if (closesAt !== null && selectionDay <= dayOf(closesAt, policy.zone))
    found.push({ level: 'blocking', field: 'selectionDay', code: 'selection_before_closing' })
  else if (!works(selectionDay))
    found.push({ level: 'advice', field: 'selectionDay', code: 'selection_not_a_business_day' })

  if (deliveryDay === null) found.push({ level: 'blocking', field: 'deliveryDay', code: 'delivery_missing' })
  else {
    found.push(...delivery(statement, deliveryDay, policy, dayOf(now, policy.zone)))
    if (!works(deliveryDay)) found.push({ level: 'advice', field: 'deliveryDay', code: 'delivery_not_a_business_day' })
  }
  return [...found, ...provided(statement, policy)]
}

/** Does the work end in a later fiscal year than the one it is committed in? */
export const crossesYear = (from: Day, deliveryDay: Day): boolean =>
  fiscalYearOf(from).name !== fiscalYearOf(deliveryDay).name

function closing(closesAt: Date, { policy, now }: When): Finding[] {
  const found: Finding[] = []
  const days = postingDays(policy, now, closesAt)
  const { minimum } = policy.postingDays
  if (days < minimum || closesAt <= now)
    found.push({ level: 'blocking', field: 'closing', code: 'closing_too_soon', days: Math.max(0, days), minimum })
  else if (questionsCloseAt(policy, closesAt) <= now)
    found.push({ level: 'blocking', field: 'closing', code: 'questions_closed' })
  return [
    ...found,
    ...closingWarnings(policy, closesAt).map((code) => ({ level: 'advice', field: 'closing', code }) as const),
  ]
}

function delivery({ selectionDay, hours }: Statement, deliveryDay: Day, policy: Policy, today: Day): Finding[] {
  if (selectionDay === null) return []
  if (deliveryDay <= selectionDay)
    return [{ level: 'blocking', field: 'deliveryDay', code: 'delivery_before_selection' }]
  const found: Finding[] = []
  const weekly = hours === null ? 0 : hoursPerWeek(hours, selectionDay, deliveryDay)
  const most = policy.deliveryHoursPerWeek
  if (weekly > most)
    found.push({ level: 'blocking', field: 'deliveryDay', code: 'too_many_hours_a_week', hours: weekly, most })
  if (crossesYear(today, deliveryDay))
    found.push({ level: 'advice', field: 'deliveryDay', code: 'delivery_in_next_year' })
  return found
}

/** What the client provides has a day, and comes before the work is delivered; blocking from the policy's day on. */
function provided({ provisions, deliveryDay }: Statement, { readiness: { datedProvisions } }: Policy): Finding[] {
  const level = datedProvisions ? 'blocking' : 'advice'
  return provisions.flatMap((provision, index): Finding[] => {
    const at = { level, field: 'provisions', place: index + 1, row: rowKey(provision, index) } as const
    if (provision.dueDay === null) return [{ ...at, code: 'provision_without_day' }]
    if (deliveryDay !== null && provision.dueDay > deliveryDay) return [{ ...at, code: 'provision_after_delivery' }]
    return []
  })
}
