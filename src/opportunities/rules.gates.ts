import { type HeldDuty, mayTake } from '../accounts/duties.ts'
import type { Actor } from '../accounts/rules.ts'
import type { Day } from '../platform/day.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Cents } from '../platform/money.ts'
import { fiscalYearOf, partsOf } from '../platform/time.ts'
import { type Explained, gapsIn } from './rules.declarations.ts'
import type { Finding } from './rules.readiness.ts'
import { type BudgetKind, can, type Gates, type InReview, type Opportunity } from './rules.ts'

export type PifRefusal = 'not_allowed' | 'wrong_state' | 'already_done'
export type SignRefusal =
  | 'not_allowed'
  | 'wrong_state'
  | 'already_done'
  | 'pif_first'
  | 'separation_of_duties'
  | 'no_delegation'
  | 'delegation_too_low'
  | 'changed_since_read'
export type SendRefusal = 'not_allowed' | 'wrong_state' | 'already_done' | 'commitment_first'
export type ReserveRefusal =
  | 'not_allowed'
  | 'wrong_state'
  | 'already_done'
  | 'sent_first'
  | 'amount_too_low'
  | 'wrong_fiscal_year'
  | 'year_end_undecided'
export type BudgetRefusal = 'not_allowed' | 'wrong_state' | 'budget_not_needed' | 'already_done' | 'reference_missing'
export type TranslateRefusal = 'not_allowed' | 'wrong_state' | 'stale' | 'already_done' | 'source_changed'
export type AttestRefusal =
  | 'not_allowed'
  | 'wrong_state'
  | 'already_done'
  | 'stale'
  | 'halves_missing'
  | 'explanations_half'
  | 'translation_stale'
  | 'facts_differ'
export type RescheduleRefusal = 'not_allowed' | 'wrong_state' | 'not_ready' | 'year_end_funds'
export type ReserveAnewRefusal = Exclude<ReserveRefusal, 'already_done' | 'sent_first'>

/** The gates in the order in which they usually open; approval of the statement is the first. */
export const gateNames = ['statement', 'pif', 'budget', 's32', 'finance', 'reservation', 'translation'] as const
export type Gate = (typeof gateNames)[number]

/** Gates that wait for one decision of an approver. */
export const askedGates = ['statement', 's32', 'reservation'] as const
export type AskedGate = (typeof askedGates)[number]

/** Which gates are open already? */
export const gateDone = (gates: Gates): Record<Gate, boolean> => ({
  statement: gates.statement !== null,
  pif: gates.pif !== null,
  budget: gates.budget !== null,
  s32: gates.s32 !== null,
  finance: gates.sentToFinanceAt !== null,
  reservation: gates.reservation !== null,
  translation: gates.translation !== null,
})

/** The gates that this file has: most clients are of the home branch, and have no budget to settle. */
export const gatesFor = (gates: Gates): Gate[] =>
  gateNames.filter((gate) => gate !== 'budget' || gates.budget !== 'not_needed')

/** Who opened a gate and when; nobody where a file is only handed over, nothing while it is shut. */
export function openedBy(gates: Gates, gate: Gate): { readonly by: string | null; readonly at: Date } | null {
  if (gate === 'finance') return gates.sentToFinanceAt ? { by: null, at: gates.sentToFinanceAt } : null
  if (gate === 'budget') return gates.budget === 'not_needed' ? null : gates.budget
  return gates[gate]
}

/**
 * A decision is about the words that were on the page. `seen` is the digest that the page showed; without one, as in a
 * command that nobody reads a page for, what stands is what was read.
 */
export const changedSinceRead = (opportunity: InReview, seen: string | undefined): boolean =>
  seen !== undefined && seen !== opportunity.statementDigest.toString('hex')

/** Is nothing left to do before posting? */
export const allGatesDone = (gates: Gates): boolean => Object.values(gateDone(gates)).every((done) => done)

/** The form is completed once, after the statement is submitted. */
export function completePif(opportunity: Opportunity, actor: Actor): Decision<InReview, PifRefusal> {
  if (!can.completePif(actor, opportunity)) return no('not_allowed')
  if (!isUnderReview(opportunity)) return no('wrong_state')
  if (opportunity.gates.pif) return no('already_done')

  return yes(opportunity)
}

/**
 * Section 32: before posting, a manager commits the full expected value, tax included, within a delegation that holds
 * on that day, and never for a need of their own, nor in the place of whoever asked. Source: Financial Administration
 * Act, s. 32.
 */
export function signCommitment(
  opportunity: Opportunity,
  actor: Actor,
  facts: {
    held: readonly HeldDuty[]
    /** Of the delegation: null for none, undefined when the person holds no section 32 delegation that day. */
    limit: number | null | undefined
    /** In whose place the person signs, when not in their own name. */
    actingFor?: string | null
    value: Cents
    seen?: string | undefined
  },
): Decision<InReview, SignRefusal> {
  if (!can.signCommitment(actor, opportunity)) return no('not_allowed')
  if (!isInApproval(opportunity)) return no('wrong_state')
  if (opportunity.gates.s32) return no('already_done')
  if (!opportunity.gates.pif) return no('pif_first')
  if (changedSinceRead(opportunity, facts.seen)) return no('changed_since_read')
  const principal = facts.actingFor ?? actor.id
  if (![actor.id, principal].every((person) => mayTake('signed_32', person, facts.held).ok))
    return no('separation_of_duties')
  if (facts.limit === undefined) return no('no_delegation')
  if (facts.limit !== null && facts.limit < facts.value) return no('delegation_too_low')

  return yes(opportunity)
}

/** Finance gets the file after section 32 is signed. */
export function sendToFinance(opportunity: Opportunity, actor: Actor): Decision<InReview, SendRefusal> {
  if (!can.sendToFinance(actor, opportunity)) return no('not_allowed')
  if (!isInApproval(opportunity)) return no('wrong_state')
  if (opportunity.gates.sentToFinanceAt) return no('already_done')
  if (!opportunity.gates.s32) return no('commitment_first')

  return yes(opportunity)
}

/**
 * Finance reserves the full expected value in a fiscal year: this one, or the one of the delivery. When the delivery
 * falls in a later year, this year's money is right only if the amount is a payable at year-end.
 */
export function reserveFunds(
  opportunity: Opportunity,
  actor: Actor,
  facts: { fiscalYear: number; amount: Cents; value: Cents; payableAtYearEnd: boolean; today: Day },
): Decision<InReview, ReserveRefusal> {
  if (!can.reserveFunds(actor, opportunity)) return no('not_allowed')
  if (!isInApproval(opportunity)) return no('wrong_state')
  if (opportunity.gates.reservation) return no('already_done')
  if (!opportunity.gates.sentToFinanceAt) return no('sent_first')
  if (facts.amount < facts.value) return no('amount_too_low')
  const delivery = opportunity.deliveryDay ?? facts.today
  const years = [facts.today, delivery].map(firstYearOf)
  if (!years.includes(facts.fiscalYear)) return no('wrong_fiscal_year')
  if (!reaches(facts, delivery)) return no('year_end_undecided')

  return yes(opportunity)
}

/** Funds reach a day in or before their fiscal year; with a payable at year-end, also one after it. */
const reaches = (
  { fiscalYear, payableAtYearEnd }: { readonly fiscalYear: number; readonly payableAtYearEnd: boolean },
  day: Day,
): boolean => payableAtYearEnd || fiscalYear >= firstYearOf(day)

/** Do the reserved funds reach this day of delivery? While nothing is reserved, finance decides when it reserves. */
export const fundsReach = ({ reservation }: Gates, delivery: Day): boolean =>
  reservation === null || reaches(reservation, delivery)

/** Until the award finance may reserve anew what it reserved, for the year to which the delivery may move. */
export const mayReserveAnew = (
  opportunity: Opportunity,
): opportunity is InReview | Extract<Opportunity, { state: 'open' | 'held' }> =>
  opportunity.gates.reservation !== null && ['in_approval', 'ready', 'open', 'held'].includes(opportunity.state)

/** Finance reserves in this fiscal year, in the next one or in that of the delivery; the earlier number is to release. */
export function reserveAnew(
  opportunity: Opportunity,
  actor: Actor,
  facts: { fiscalYear: number; amount: Cents; value: Cents; payableAtYearEnd: boolean; today: Day },
): Decision<Opportunity, ReserveAnewRefusal> {
  if (!can.reserveFunds(actor, opportunity)) return no('not_allowed')
  if (!mayReserveAnew(opportunity)) return no('wrong_state')
  if (facts.amount < facts.value) return no('amount_too_low')
  const delivery = opportunity.deliveryDay ?? facts.today
  const ours = firstYearOf(facts.today)
  if (![ours, ours + 1, firstYearOf(delivery)].includes(facts.fiscalYear)) return no('wrong_fiscal_year')
  if (!reaches(facts, delivery)) return no('year_end_undecided')

  return yes(opportunity)
}

/**
 * A client outside the home branch: a budget transfer, or a risk agreement until the transfer is complete (mission M6).
 * A transfer ends the matter; an agreement may still become one.
 */
export function arrangeBudget(
  opportunity: Opportunity,
  actor: Actor,
  asked: { kind: BudgetKind; reference: string },
): Decision<Opportunity, BudgetRefusal> {
  const { budget } = opportunity.gates
  if (!can.arrangeBudget(actor, opportunity)) return no('not_allowed')
  if ('endedAt' in opportunity || opportunity.state === 'completed') return no('wrong_state')
  if (budget === 'not_needed') return no('budget_not_needed')
  if (budget !== null && (budget.kind === 'transfer' || asked.kind === 'risk_agreement')) return no('already_done')
  if (asked.reference === '') return no('reference_missing')

  return yes(opportunity)
}

/** The year in which the fiscal year of a day begins. */
export const firstYearOf = (day: Day): number => partsOf(fiscalYearOf(day).first)[0]

/** The program team writes the other language after the statement is frozen; the source stays as it is. */
export function translate(
  opportunity: Opportunity,
  actor: Actor,
  facts: { seen: number; sourceUnchanged: boolean },
): Decision<InReview, TranslateRefusal> {
  if (!can.translate(actor, opportunity)) return no('not_allowed')
  if (!isUnderReview(opportunity)) return no('wrong_state')
  if (opportunity.gates.translation) return no('already_done')
  if (facts.seen !== opportunity.version) return no('stale')
  if (!facts.sourceUnchanged) return no('source_changed')

  return yes(opportunity)
}

/**
 * A named person attests that both languages are of equal quality: no half is empty, none translates what the source no
 * longer says, and both give the same amounts and dates (mission M7).
 */
export function attest(
  opportunity: Opportunity,
  actor: Actor,
  facts: {
    seen: number
    gaps: readonly Finding[]
    explained: Explained
    /** Passages whose source changed since they were translated. */
    stale: number
    /** Amounts and dates that only one of the languages says. */
    differing: number
  },
): Decision<InReview, AttestRefusal> {
  if (!can.translate(actor, opportunity)) return no('not_allowed')
  if (!isUnderReview(opportunity)) return no('wrong_state')
  if (opportunity.gates.translation) return no('already_done')
  if (facts.seen !== opportunity.version) return no('stale')
  if (facts.gaps.length > 0) return no('halves_missing')
  if (gapsIn(facts.explained).length > 0) return no('explanations_half')
  if (facts.stale > 0) return no('translation_stale')
  if (facts.differing > 0) return no('facts_differ')

  return yes(opportunity)
}

/**
 * Approvals take time: until posting the program team may set later dates, as long as they would pass the readiness
 * check, and the funds, once reserved, reach as far as the delivery.
 */
export function reschedule(
  opportunity: Opportunity,
  actor: Actor,
  { findings, deliveryDay }: { findings: readonly Finding[]; deliveryDay: Day },
): Decision<InReview, RescheduleRefusal> {
  if (!can.reschedule(actor, opportunity)) return no('not_allowed')
  if (!isSubmitted(opportunity)) return no('wrong_state')
  const dates = ['closing', 'selectionDay', 'deliveryDay']
  if (findings.some(({ level, field }) => level === 'blocking' && dates.includes(field))) return no('not_ready')
  if (!fundsReach(opportunity.gates, deliveryDay)) return no('year_end_funds')

  return yes(opportunity)
}

/** Submitted and not yet posted. */
export const isSubmitted = (opportunity: Opportunity): opportunity is InReview =>
  opportunity.state === 'in_review' || opportunity.state === 'in_approval' || opportunity.state === 'ready'

const isInApproval = (opportunity: Opportunity): opportunity is InReview & { state: 'in_approval' } =>
  opportunity.state === 'in_approval'

/** Submitted, and not yet ready: translation and the initiation form need not wait for the approval. */
const isUnderReview = (opportunity: Opportunity): opportunity is InReview & { state: 'in_review' | 'in_approval' } =>
  opportunity.state === 'in_review' || opportunity.state === 'in_approval'
