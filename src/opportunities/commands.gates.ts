import { type Actor, authorityFor } from '../accounts/rules.ts'
import { authoritiesOn } from '../accounts/store.ts'
import type { App } from '../platform/app.ts'
import type { Day } from '../platform/day.ts'
import { type Decision, yes } from '../platform/decision.ts'
import { type Cents, cents } from '../platform/money.ts'
import { dayOf } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import { heldDuties, takeDuty } from '../requests/duties.store.ts'
import { flagsAgainstPosting } from '../splitting/store.flags.ts'
import {
  type Act,
  askFor,
  compareFile,
  onOpportunity,
  recordOn,
  stepEnds,
  stepStarts,
  tellClient,
  tellRole,
  whoActs,
} from './commands.file.ts'
import { readyEmail, signedEmail, toTranslateEmail } from './emails.ts'
import * as rules from './rules.gates.ts'
import { expectedValue, readiness } from './rules.readiness.ts'
import type { BudgetKind, Opportunity, Statement } from './rules.ts'
import { frozenText } from './rules.writing.ts'
import {
  type Pif,
  type Reservation,
  saveBudget,
  saveCommitment,
  saveDates,
  savePif,
  saveReservation,
  saveSentToFinance,
} from './store.gates.ts'
import { findOpportunity, saveStatementOf, setOpportunityState, statementOf } from './store.ts'

export type Worked = { readonly workingDays?: number | null }

/** Completes the procurement initiation form; the section 32 manager is asked as soon as the statement is approved too. */
export function completePif(
  app: App,
  actor: Actor,
  input: { id: string; pif: Pif } & Worked,
): Promise<Decision<Opportunity, rules.PifRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const { tx, opportunity, now } = act
    const decision = rules.completePif(opportunity, actor)
    if (!decision.ok) return decision

    await savePif(tx, opportunity.id, input.pif, { id: whoActs(actor), at: now })
    await recordOn(act, 'opportunity.pif_completed')
    await stepEnds(act, 'pif-completed', input.workingDays ?? null)
    await stepStarts(act, 's32-signed')
    if (opportunity.gates.statement) await askFor(act, 's32')
    return decision
  })
}

/** Commits the spending under section 32, with the delegation as it stands at this instant. */
export function signCommitment(
  app: App,
  actor: Actor,
  input: { id: string; seen?: string } & Worked,
): Promise<Decision<Opportunity, rules.SignRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const { tx, opportunity, now } = act
    const { id, departmentId, requestId } = opportunity
    const { value, today } = await committedValue(act)
    const held = await heldDuties(tx, requestId, id)
    const on = {
      personId: actor.kind === 'staff' ? actor.id : id,
      role: 'section_32',
      departmentId,
      day: today,
    } as const
    const authority = authorityFor(await authoritiesOn(tx, on), value)
    const limit = authority?.limit
    const actingFor = authority?.actingFor ?? null
    const decision = rules.signCommitment(opportunity, actor, { held, limit, actingFor, value, seen: input.seen })
    if (!decision.ok) return decision

    const personId = whoActs(actor)
    await saveCommitment(tx, id, { id: personId, at: now, actingFor })
    await compareFile(act, 'submission')
    await takeDuty(tx, app, { departmentId, requestId, opportunityId: id, duty: 'signed_32', personId, at: now })
    await recordOn(act, 'opportunity.commitment_signed', {
      value,
      limit: limit ?? null,
      ...(actingFor ? { actingFor } : {}),
    })
    await stepEnds(act, 's32-signed', input.workingDays ?? null)
    await stepStarts(act, 'sent-to-finance')
    await tellRole(act, ['program_team'], signedEmail, '/files/:id', {})
    await tellClient(act, signedEmail, '/files/:id', {})
    return decision
  })
}

/** Hands the file to finance. */
export function sendToFinance(
  app: App,
  actor: Actor,
  input: { id: string } & Worked,
): Promise<Decision<Opportunity, rules.SendRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const decision = rules.sendToFinance(act.opportunity, actor)
    if (!decision.ok) return decision

    await saveSentToFinance(act.tx, act.opportunity.id, act.now)
    await recordOn(act, 'opportunity.sent_to_finance')
    await stepEnds(act, 'sent-to-finance', input.workingDays ?? null)
    await stepStarts(act, 'funds-reserved')
    await askFor(act, 'reservation')
    return decision
  })
}

/** Reserves the funds; the last gate opens the way to the posting. */
export function reserveFunds(
  app: App,
  actor: Actor,
  input: { id: string; reservation: Reservation; payableAtYearEnd: boolean } & Worked,
): Promise<Decision<Opportunity, rules.ReserveRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const { tx, opportunity, now } = act
    const { id, departmentId, requestId } = opportunity
    const { reservation, payableAtYearEnd } = input
    const { amount, fiscalYear } = reservation
    const { value, today } = await committedValue(act)
    const decision = rules.reserveFunds(opportunity, actor, { fiscalYear, amount, value, payableAtYearEnd, today })
    if (!decision.ok) return decision

    const personId = whoActs(actor)
    await saveReservation(tx, app, opportunity, { ...reservation, payableAtYearEnd }, { id: personId, at: now })
    await takeDuty(tx, app, { departmentId, requestId, opportunityId: id, duty: 'reserved_funds', personId, at: now })
    await recordOn(act, 'opportunity.funds_reserved', { amount, fiscalYear, payableAtYearEnd })
    await stepEnds(act, 'funds-reserved', input.workingDays ?? null)
    if (!opportunity.gates.translation) {
      await stepStarts(act, 'translated')
      await tellRole(act, ['program_team'], toTranslateEmail, '/files/:id/translation', {})
    }
    await goOn(act)
    return decision
  })
}

/** Reserves for another year what was reserved, before the award; nothing else of the file moves. */
export function reserveAnew(
  app: App,
  actor: Actor,
  input: { id: string; reservation: Reservation; payableAtYearEnd: boolean },
): Promise<Decision<Opportunity, rules.ReserveAnewRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const { tx, opportunity, now } = act
    const { id, departmentId, requestId } = opportunity
    const { reservation, payableAtYearEnd } = input
    const { amount, fiscalYear } = reservation
    const { value, today } = await committedValue(act)
    const decision = rules.reserveAnew(opportunity, actor, { fiscalYear, amount, value, payableAtYearEnd, today })
    if (!decision.ok) return decision

    const personId = whoActs(actor)
    await saveReservation(tx, app, opportunity, { ...reservation, payableAtYearEnd }, { id: personId, at: now })
    await takeDuty(tx, app, { departmentId, requestId, opportunityId: id, duty: 'reserved_funds', personId, at: now })
    await recordOn(act, 'opportunity.funds_reserved', { amount, fiscalYear, payableAtYearEnd, anew: true })
    return decision
  })
}

/** Settles the budget of a client outside the home branch: a transfer, or a risk agreement until the transfer is complete. */
export function arrangeBudget(
  app: App,
  actor: Actor,
  input: { id: string; kind: BudgetKind; reference: string },
): Promise<Decision<Opportunity, rules.BudgetRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const { tx, opportunity, now } = act
    const { kind, reference } = input
    const decision = rules.arrangeBudget(opportunity, actor, { kind, reference })
    if (!decision.ok) return decision

    await saveBudget(tx, opportunity.id, { kind, reference }, { id: whoActs(actor), at: now })
    await recordOn(act, 'opportunity.budget_arranged', { kind })
    await goOn(act)
    return decision
  })
}

/** Saves the other language of a submitted statement; the frozen words stay as they are, to the byte. */
export function saveTranslation(
  app: App,
  actor: Actor,
  input: { id: string; seen: number; statement: Statement },
): Promise<Decision<{ version: number }, rules.TranslateRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const { tx, opportunity, now } = act
    const { sourceLanguage } = opportunity
    const before = frozenText(await statementOf(tx, opportunity), sourceLanguage)
    const sourceUnchanged = before === frozenText(input.statement, sourceLanguage)
    const decision = rules.translate(opportunity, actor, { seen: input.seen, sourceUnchanged })
    if (!decision.ok) return decision

    const version = await saveStatementOf(tx, app, opportunity, input.statement, now)
    await recordOn(act, 'opportunity.edited', { version, translation: true })
    return yes({ version })
  })
}

/** Sets other dates before the posting, because approvals took longer than planned. */
export function reschedule(
  app: App,
  actor: Actor,
  input: { id: string; closesAt: Date; selectionDay: Day; deliveryDay: Day },
): Promise<Decision<Opportunity, rules.RescheduleRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const { tx, opportunity, now } = act
    const { id, ...dates } = input
    const policy = await policyOf(tx, opportunity.departmentId, now)
    const planned = { ...(await statementOf(tx, opportunity)), ...dates }
    const findings = readiness(planned, { policy, now, sourceLanguage: opportunity.sourceLanguage })
    const decision = rules.reschedule(opportunity, actor, { findings, deliveryDay: input.deliveryDay })
    if (!decision.ok) return decision

    await saveDates(tx, id, dates)
    const { closesAt, selectionDay, deliveryDay } = dates
    await recordOn(act, 'opportunity.edited', { closesAt: closesAt.toISOString(), selectionDay, deliveryDay })
    return decision
  })
}

/** After each gate: when none is left, and no finding of contract splitting bars it, the file is ready. */
export async function goOn(act: Act): Promise<void> {
  const { tx, opportunity } = act
  const now = await findOpportunity(tx, opportunity.id)
  if (!now || !rules.allGatesDone(now.gates) || now.state !== 'in_approval') return
  if ((await flagsAgainstPosting(tx, now.id)).length > 0) return

  await setOpportunityState(tx, now, 'ready')
  await stepStarts(act, 'page-prepared')
  await tellRole(act, ['program_team'], readyEmail, '/files/:id/publication', {})
}

/** The full expected value, tax included, on the day of the act. A submitted statement has a price. */
async function committedValue({ tx, opportunity, now }: Act): Promise<{ value: Cents; today: Day }> {
  const policy = await policyOf(tx, opportunity.departmentId, now)
  const today = dayOf(now, policy.zone)
  return { value: expectedValue(policy, today, opportunity.price ?? cents(0)), today }
}
