import type { Actor } from '../accounts/rules.ts'
import { scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { enqueue } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Text } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'
import { policyOf } from '../policy/store.ts'
import { heldDuties } from '../requests/duties.store.ts'
import { criteriaGiven, keepGiven, pendingOf, postPending, saveDrafted, setAmendmentState } from './amendments.store.ts'
import { type Act, compareFile, onOpportunity, recordOn, tellRole, whoActs } from './commands.file.ts'
import { amendmentReturnedEmail, amendmentToDecideEmail } from './emails.amendments.ts'
import { writeNotice } from './notice.ts'
import * as changed from './rules.amended.ts'
import * as rules from './rules.changes.ts'
import type { OpenOpportunity, Row, Statement } from './rules.ts'
import { marksBrought } from './store.readiness.ts'
import { lockClosing, lockOpportunity, saveStatementOf, scheduleClosing, statementOf } from './store.ts'
import type { ScanGate } from './texts.scan.ts'

/**
 * What a writer wants a posted notice to say; what is not named stays. Rows are those of the notice, in their order;
 * criteria that are left out are taken away, and those that name none of the notice are added.
 */
export type Wanted = Partial<
  Pick<
    Statement,
    | ('title' | 'teaser' | 'team' | 'background' | 'work' | 'skills' | 'workCriteria' | 'applicationCriteria')
    | ('provisions' | 'licence' | 'repository' | 'price' | 'hours' | 'selectionDay' | 'deliveryDay')
  >
>

export type Amended = {
  readonly state: rules.AmendmentState
  readonly number: number | null
  readonly material: boolean
}

/** The number of the amendment that was posted; null when it went back. */
export type Decided = { readonly number: number | null }

/**
 * Drafts the amendment of a posted notice, or revises the one on its way; then, as asked, keeps it, sends it to
 * procurement, or posts it, which a material one never is by anybody else.
 */
export function amend(
  app: App,
  actor: Actor,
  input: { id: string; seen: number; reason: Text; wanted: Wanted; step: 'keep' | 'submit' | 'post' },
): Promise<Decision<Amended, rules.AmendRefusal | ScanGate>> {
  return onPosting<Amended, rules.AmendRefusal | ScanGate>(app, actor, input.id, async (act) => {
    const { tx, opportunity, now } = act
    const { seen, reason, wanted } = input
    const policy = await policyOf(tx, opportunity.departmentId, now)
    const statement = await statementOf(tx, opportunity)
    const given = await criteriaGiven(tx, opportunity.id)
    const changes = changed.changesBetween(statement, {
      ...{ ...statement, ...wanted },
      workCriteria: changed.numbered(wanted.workCriteria ?? statement.workCriteria, statement.workCriteria, given.work),
      applicationCriteria: changed.numbered(
        ...[
          wanted.applicationCriteria ?? statement.applicationCriteria,
          statement.applicationCriteria,
          given.application,
        ],
      ),
    })
    const after = changed.amended(statement, changes)
    const criteria = { work: after.workCriteria.length, application: after.applicationCriteria.length }
    const pending = await pendingOf(tx, opportunity.id)
    const held = await heldDuties(tx, opportunity.requestId, opportunity.id)
    const facts = { pending, changes, reason, criteria, seen, now, policy, held }
    const decide = input.step === 'post' ? rules.postAtOnce : rules.draft
    const decision = decide(opportunity, actor, facts)
    if (!decision.ok) return decision
    const marks = await marksBrought(tx, opportunity, statement, after, reason)
    if (marks.length > 0) return no('unresolved_marks')

    const material = changed.hasMaterial(changes)
    const personId = whoActs(actor)
    const drafted = { id: pending?.id, reason, changes, material, madeBy: personId, at: now }
    const id = await saveDrafted(tx, app, opportunity, drafted)
    await recordOn(act, 'opportunity.amendment_drafted', { fields: fieldsIn(changes), material })
    if (input.step === 'keep') return yes<Amended>({ state: 'drafted', number: null, material })
    if (input.step === 'post') {
      const number = await postNow(act, decision.value, statement, { id, changes })
      return yes<Amended>({ state: 'posted', number, material })
    }
    await setAmendmentState(tx, id, 'in_review', { at: now, by: personId })
    await recordOn(act, 'opportunity.amendment_submitted', { fields: fieldsIn(changes) })
    await tellRole(act, ['procurement'], amendmentToDecideEmail, '/files/:id/amendments/decision', {})
    return yes<Amended>({ state: 'in_review', number: null, material })
  })
}

/** Procurement's decision on what was sent to them: posted at once, or back to the program team with a reason. */
export function decideAmendment(
  app: App,
  actor: Actor,
  input: { id: string; says: 'yes' | 'no'; reason: string; seen?: string },
): Promise<Decision<Decided, rules.DecideRefusal>> {
  return onPosting(app, actor, input.id, async (act) => {
    const { tx, opportunity, now } = act
    const { says, reason, seen } = input
    const statement = await statementOf(tx, opportunity)
    const pending = await pendingOf(tx, opportunity.id)
    const held = await heldDuties(tx, opportunity.requestId, opportunity.id)
    const policy = await policyOf(tx, opportunity.departmentId, now)
    const facts = { pending, says, reason, statement, now, policy, held, seen }
    const decision = rules.decide(opportunity, actor, facts)
    if (!decision.ok) return decision

    const found = decision.value
    if (says === 'yes') return yes<Decided>({ number: await postNow(act, found.opportunity, statement, found.pending) })
    await setAmendmentState(tx, found.pending.id, 'returned', { at: now, by: whoActs(actor), because: reason })
    await recordOn(act, 'opportunity.amendment_returned')
    await tellRole(act, ['program_team'], amendmentReturnedEmail, '/files/:id/amendments', { reason })
    return yes<Decided>({ number: null })
  })
}

/** Drops the amendment on its way; the notice stays as it is. */
export function discardAmendment(
  app: App,
  actor: Actor,
  input: { id: string },
): Promise<Decision<rules.Pending, rules.DiscardRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const decision = rules.discard(act.opportunity, actor, await pendingOf(act.tx, input.id))
    if (!decision.ok) return decision

    await setAmendmentState(act.tx, decision.value.id, 'discarded', { at: act.now, by: whoActs(actor) })
    await recordOn(act, 'opportunity.amendment_discarded')
    return decision
  })
}

/** Submissions wait while a notice changes, so that each is judged by one notice and one closing. */
function onPosting<Value, Refusal extends string>(
  app: App,
  actor: Actor,
  id: string,
  does: (act: Act) => Promise<Decision<Value, Refusal>>,
): Promise<Decision<Value, Refusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    await lockClosing(tx, id)
    const opportunity = await lockOpportunity(tx, id)
    return does({ app, tx, actor, opportunity, now: await tx.now() })
  })
}

/** Makes the changes, moves the dates by policy, and tells everybody concerned; applications stand. */
async function postNow(
  act: Act,
  opportunity: OpenOpportunity,
  statement: Statement,
  { id, changes }: { id: string; changes: readonly changed.Change[] },
): Promise<number> {
  const { app, tx, actor, now } = act
  const policy = await policyOf(tx, opportunity.departmentId, now)
  const after = changed.amended(statement, changes)
  const dates = rules.datesAfter(opportunity, changes, { now, policy })
  const own = changes.filter(({ field }) => field !== 'selectionDay' && field !== 'deliveryDay')
  const made = [...own, ...rules.dateChanges(opportunity, dates)]
  const number = await postPending(tx, opportunity.id, { id, changes: made, by: whoActs(actor), at: now })
  const named = (row: Row): Row => ({ ...row, id: row.id ?? newId(now, app.random) })
  const lists = {
    workCriteria: after.workCriteria.map(named),
    applicationCriteria: after.applicationCriteria.map(named),
  }
  await keepGiven(tx, opportunity.id, [...statement.workCriteria, ...lists.workCriteria], 'work')
  await keepGiven(tx, opportunity.id, [...statement.applicationCriteria, ...lists.applicationCriteria], 'application')
  await saveStatementOf(tx, app, opportunity, { ...after, ...lists, ...dates }, now, { numbered: true })
  await recordOn(act, 'opportunity.amended', { amendment: number, fields: fieldsIn(made) })
  await compareFile(act, 'amendment')
  await writeNotice(tx, opportunity.id)
  if (dates.closesAt > opportunity.closesAt) await scheduleClosing(tx, { id: opportunity.id, closesAt: dates.closesAt })
  await enqueue(tx, 'opportunity.announce_amendment', { opportunityId: opportunity.id, amendment: String(number) })
  return number
}

const fieldsIn = (changes: readonly changed.Change[]): string => changes.map(({ field }) => field).join(' ')
