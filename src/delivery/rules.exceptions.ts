import type { HeldDuty } from '../accounts/duties.ts'
import type { Actor } from '../accounts/rules.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import type { Day } from '../platform/day.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Cents } from '../platform/money.ts'
import {
  type Contract,
  can,
  contractLifecycle,
  type Delegation,
  maySign,
  type RunningContract,
  type SignRefusal,
  type TerminatedContract,
  type TerminationKind,
} from './rules.ts'

/** One question for a later date, and what was answered. */
export type Extension = {
  readonly id: string
  readonly askedDay: Day
  readonly because: string
  readonly language: 'en' | 'fr'
  readonly askedAt: Date
  readonly decided: { readonly decision: 'granted' | 'refused'; readonly at: Date; readonly reply: string } | null
}

const awaitsDelivery = (contract: Contract): contract is RunningContract =>
  contractLifecycle.allows(contract, 'deliver')

/** Is the day of delivery over without a delivery? */
export const isLate = (contract: Contract, today: Day): boolean =>
  awaitsDelivery(contract) && today > contract.deliveryDay

export type AskExtensionRefusal = 'not_allowed' | 'wrong_state' | 'already_asked' | 'day_not_later'

/** A supplier asks for a later date, one question at a time, before the work is delivered. */
export function askExtension(
  contract: Contract,
  { actor, asked, day, today }: { actor: Actor; asked: Extension | undefined; day: Day; today: Day },
): Decision<RunningContract, AskExtensionRefusal> {
  if (!can.work(actor, contract)) return no('not_allowed')
  if (!awaitsDelivery(contract)) return no('wrong_state')
  if (asked && asked.decided === null) return no('already_asked')
  if (day <= contract.deliveryDay || day <= today) return no('day_not_later')

  return yes(contract)
}

export type DecideExtensionRefusal = 'not_allowed' | 'wrong_state' | 'nothing_asked' | 'reply_missing' | 'day_past'

/** The program team or Canada’s signatory moves the date or says why not. */
export function decideExtension(
  contract: Contract,
  {
    actor,
    opportunity,
    asked,
    decision,
    reply,
    today,
  }: {
    actor: Actor
    opportunity: Pick<Opportunity, 'departmentId' | 'clientId'>
    asked: Extension | undefined
    decision: 'granted' | 'refused'
    reply: string
    today: Day
  },
): Decision<Extension & { by: string }, DecideExtensionRefusal> {
  if (!can.decideExtension(actor, opportunity)) return no('not_allowed')
  if (!awaitsDelivery(contract)) return no('wrong_state')
  if (!asked || asked.decided !== null) return no('nothing_asked')
  if (decision === 'refused' && reply.trim() === '') return no('reply_missing')
  if (decision === 'granted' && (asked.askedDay < today || asked.askedDay <= contract.deliveryDay))
    return no('day_past')

  return yes({ ...asked, by: actor.id })
}

export type UnableRefusal = 'not_allowed' | 'wrong_state' | 'already_declared'

/** A supplier says that they cannot deliver: the sooner, the better for everybody. */
export function declareUnable(contract: Contract, actor: Actor): Decision<RunningContract, UnableRefusal> {
  if (!can.work(actor, contract)) return no('not_allowed')
  if (!awaitsDelivery(contract)) return no('wrong_state')
  if (contract.unable) return no('already_declared')

  return yes(contract)
}

export type LatenessRefusal = 'not_allowed' | 'wrong_state' | 'not_late' | 'already_asked'

/** After the delivery date the supplier is asked, once for each date, what happened and what they want to do. */
export function askAboutLateness(
  contract: Contract,
  {
    actor,
    opportunity,
    today,
    askedOn,
  }: {
    actor: Actor
    opportunity: Pick<Opportunity, 'departmentId' | 'clientId'>
    today: Day
    /** The day of the last question, where the department is. */
    askedOn: Day | null
  },
): Decision<RunningContract, LatenessRefusal> {
  if (!can.askAboutLateness(actor, opportunity)) return no('not_allowed')
  if (!awaitsDelivery(contract)) return no('wrong_state')
  if (!isLate(contract, today)) return no('not_late')
  if (askedOn !== null && askedOn > contract.deliveryDay) return no('already_asked')

  return yes(contract)
}

export type TerminateRefusal =
  | SignRefusal
  | 'wrong_state'
  | 'work_waits'
  | 'no_default_yet'
  | 'percentage_missing'
  | 'percentage_with_default'

/**
 * Canada’s signatory ends a contract: for default, when the date has passed or the supplier cannot deliver, and then
 * nothing is paid; or for convenience, and then the share of the work done is. Delivered work is answered first.
 */
export function terminate(
  contract: Contract,
  {
    actor,
    opportunity,
    kind,
    percentage,
    amount,
    delegation,
    held,
    today,
  }: {
    actor: Actor
    opportunity: Pick<Opportunity, 'departmentId' | 'clientId'>
    kind: TerminationKind
    percentage: number | null
    amount: Cents
    delegation: Delegation
    held: readonly HeldDuty[]
    today: Day
  },
): Decision<{ contract: RunningContract; by: string }, TerminateRefusal> {
  const may = maySign(actor, { opportunity, amount, delegation, held })
  if (!may.ok) return may
  if (!contractLifecycle.allows(contract, 'terminate')) return no('wrong_state')
  if (kind === 'default') {
    if (percentage !== null) return no('percentage_with_default')
    if (contract.state === 'delivered') return no('work_waits')
    if (!isLate(contract, today) && !contract.unable) return no('no_default_yet')
  } else if (percentage === null || percentage < 0 || percentage > 100) return no('percentage_missing')

  return yes({ contract, by: may.value })
}

/** What becomes of a file whose contract was terminated. */
export const nextSteps = ['next', 'repost', 'end'] as const
export type NextStep = (typeof nextSteps)[number]

export type NextRefusal =
  | 'not_allowed'
  | 'wrong_state'
  | 'to_be_paid'
  | 'not_after_convenience'
  | 'day_missing'
  | 'nobody_left'
  | 'delivery_in_past'

/**
 * After a default the next in the ranking is offered the work, or it is posted again, or the file ends; after a
 * termination for convenience it is posted again or ends, unless a share of the work is still to be paid.
 */
export function decideNext(
  contract: Contract,
  {
    actor,
    opportunity,
    step,
    deliveryDay,
    left,
  }: {
    actor: Actor
    opportunity: Opportunity
    step: NextStep
    deliveryDay: Day | null
    /** How many in the ranking have not been offered the work. */
    left: number
  },
): Decision<TerminatedContract, NextRefusal> {
  if (!can.decideNext(actor, opportunity)) return no('not_allowed')
  if (contract.state !== 'terminated' || opportunity.state !== 'awarded') return no('wrong_state')
  const { kind, percentage } = contract.termination
  if ((percentage ?? 0) > 0) return no('to_be_paid')
  if (step === 'next') {
    if (kind === 'convenience') return no('not_after_convenience')
    if (left === 0) return no('nobody_left')
    if (deliveryDay === null) return no('day_missing')
  }

  return yes(contract)
}
