import type { Actor, Staff } from '../accounts/rules.ts'
import { findDepartment, peopleById } from '../accounts/store.ts'
import { fileTimeline, stepDurations, type TimelineRow } from '../history/durations.ts'
import { stepEventsOf } from '../history/steps.store.ts'
import type { Step } from '../history/steps.ts'
import { addBusinessDays, businessHours } from '../platform/calendar.ts'
import type { Tx } from '../platform/db.ts'
import type { Cents } from '../platform/money.ts'
import { dayOf, instantAt } from '../platform/time.ts'
import { calendarOf } from '../policy/inForce.ts'
import type { Policy } from '../policy/rules.ts'
import { stepEstimates } from '../policy/steps.ts'
import { policyOf } from '../policy/store.ts'
import { flagsAgainstPosting } from '../splitting/store.flags.ts'
import { approvalFor } from './commands.writing.ts'
import { explanationsOf } from './declarations.store.ts'
import { actsFor, type FileAct } from './file.ts'
import type { Explained } from './rules.declarations.ts'
import { type Gate, gateDone, gateNames } from './rules.gates.ts'
import { expectedValue } from './rules.readiness.ts'
import { can, isPosted, type Opportunity, type Statement } from './rules.ts'
import { findPif, type Pif, postedBefore } from './store.gates.ts'
import { findOpportunity, statementOf } from './store.ts'

/** All that the pages of one file say. */
export type FilePageFacts = {
  readonly opportunity: Opportunity
  readonly statement: Statement
  /** Why the work stands alone, and why nobody inside does it. */
  readonly explained: Explained
  readonly policy: Policy
  readonly now: Date
  readonly department: { readonly name: { readonly en: string; readonly fr: string }; readonly code: string }
  readonly clientName: string
  /** Names of those who opened a gate, by their id. */
  readonly names: ReadonlyMap<string, string>
  readonly approval: 'before' | 'after'
  /** The price with the highest tax; null while there is no price. */
  readonly value: Cents | null
  readonly pif: Pif | undefined
  readonly timeline: readonly TimelineRow[]
  readonly acts: readonly FileAct[]
  /** A finding of contract splitting keeps it from being posted. */
  readonly barred: boolean
}

/** The file and all that its pages say, for whoever may see it; nothing for anybody else. */
export async function filePage(tx: Tx, actor: Actor, id: string): Promise<FilePageFacts | undefined> {
  const opportunity = await findOpportunity(tx, id)
  if (!opportunity || !can.see(actor, opportunity)) return undefined

  const { departmentId, requestId, gates, clientId, price } = opportunity
  const now = await tx.now()
  const policy = await policyOf(tx, departmentId, now)
  const department = await findDepartment(tx, departmentId)
  if (!department) throw new Error(`department ${departmentId} is unknown`)
  const signers = [gates.statement, gates.pif, gates.s32, gates.reservation, gates.translation]
  const people = await peopleById(tx, [clientId, ...signers.flatMap((signed) => (signed ? [signed.by] : []))])
  const approval = approvalFor(policy, opportunity, await postedBefore(tx, departmentId))
  const events = (await stepEventsOf(tx, [requestId])).get(requestId) ?? []
  const calendar = calendarOf(policy)
  return {
    ...{ opportunity, policy, now, approval, department },
    statement: await statementOf(tx, opportunity),
    explained: await explanationsOf(tx, id),
    clientName: people.get(clientId)?.name ?? '',
    names: new Map([...people].map(([personId, { name }]) => [personId, name])),
    value: price === null ? null : expectedValue(policy, dayOf(now, policy.zone), price),
    pif: await findPif(tx, id),
    timeline: fileTimeline(stepEstimates, stepDurations(events, calendar, policy.zone), now, calendar, policy.zone),
    barred: (await flagsAgainstPosting(tx, id)).length > 0,
    acts: actsFor(opportunity, actor, approval),
  }
}

/** The first gate that is not open yet, in the order of the checklist. */
export function nextGate(opportunity: Opportunity): Gate | undefined {
  const done = gateDone(opportunity.gates)
  return gateNames.find((gate) => !done[gate])
}

/** The gate that this person’s next act opens; nothing when their act opens none. */
export const ownGate = ({ acts }: FilePageFacts): Gate | undefined => {
  const act = acts.find(({ main }) => main)
  return gateNames.find((gate) => patternOfGate[gate] === act?.pattern)
}

const patternOfGate: Record<Gate, string> = {
  statement: '/files/:id/approval',
  pif: '/files/:id/initiation',
  budget: '/files/:id/budget',
  s32: '/files/:id/commitment',
  finance: '/files/:id/finance',
  reservation: '/files/:id/reservation',
  translation: '/files/:id/translation',
}

/** Budgets are no step of Annex A. */
const stepOfGate: Record<Exclude<Gate, 'budget'>, Step> = {
  statement: 'statement-written',
  pif: 'pif-completed',
  s32: 's32-signed',
  finance: 'sent-to-finance',
  reservation: 'funds-reserved',
  translation: 'translated',
}

/** By when the step that runs now should end, by the plan: its estimate in business days, at the end of that day. */
export function dueOf(facts: FilePageFacts): Date | null {
  const { opportunity, policy, timeline } = facts
  if (opportunity.state === 'open' && isPosted(opportunity)) return opportunity.closesAt
  const gate = ownGate(facts) ?? nextGate(opportunity)
  const step =
    opportunity.state === 'draft'
      ? 'statement-written'
      : opportunity.state === 'ready'
        ? 'page-prepared'
        : gate && gate !== 'budget' && stepOfGate[gate]
  const row = timeline.find((each) => each.step === step && each.state === 'now')
  return row?.from ? plannedEnd(policy, row.from, row.estimate) : null
}

export function plannedEnd(policy: Policy, since: Date, estimate: number): Date {
  const last = addBusinessDays(calendarOf(policy), dayOf(since, policy.zone), Math.max(1, Math.ceil(estimate)))
  return instantAt(last, businessHours.closes, policy.zone)
}

/** Is it this person's turn? */
export const isTurnOf = ({ acts }: FilePageFacts): boolean => acts.some(({ main }) => main)

/** Who writes and who only reads: a client reads their own states, everybody else the program's. */
export const audienceOf = (actor: Staff): 'client' | 'program' =>
  actor.roles.every((role) => role === 'client') ? 'client' : 'program'
