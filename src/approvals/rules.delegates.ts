import { type Actor, type StaffRole, staffRoles } from '../accounts/rules.ts'
import type { Day } from '../platform/day.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { approverRoles, can } from './rules.ts'

/** Who is reminded in place of somebody, from a day to a day. It gives no authority: roles and delegations do. */
export type ReminderDelegate = {
  readonly id: string
  readonly personId: string
  readonly delegateId: string
  readonly fromDay: Day
  readonly untilDay: Day
}

export type NameRefusal =
  | 'not_allowed'
  | 'own_delegate'
  | 'delegate_without_role'
  | 'ends_before_it_starts'
  | 'ends_in_the_past'
  | 'already_named'

/** An approver names a colleague who shares one of their roles, for a period in which nobody else is named. */
export function nameDelegate(
  actor: Actor,
  asked: { delegateId: string; fromDay: Day; untilDay: Day },
  facts: { delegateRoles: readonly StaffRole[]; named: readonly ReminderDelegate[]; today: Day },
): Decision<true, NameRefusal> {
  const { delegateId, fromDay, untilDay } = asked
  if (!can.nameDelegate(actor)) return no('not_allowed')
  if (delegateId === actor.id) return no('own_delegate')
  const shared = staffRoles.filter((role) => actor.roles.includes(role) && facts.delegateRoles.includes(role))
  if (!shared.some((role) => approverRoles.some((approver) => approver === role))) return no('delegate_without_role')
  if (untilDay < fromDay) return no('ends_before_it_starts')
  if (untilDay < facts.today) return no('ends_in_the_past')
  if (facts.named.some((other) => other.fromDay <= untilDay && fromDay <= other.untilDay)) return no('already_named')

  return yes(true)
}

export type EndDelegateRefusal = 'not_allowed' | 'no_such_delegate'

/** Whoever named a delegate takes it back at once. */
export function endDelegate(
  named: ReminderDelegate | undefined,
  actor: Actor,
): Decision<ReminderDelegate, EndDelegateRefusal> {
  if (!named) return no('no_such_delegate')
  if (actor.kind !== 'staff' || actor.id !== named.personId) return no('not_allowed')

  return yes(named)
}
