import { type Actor, actorId, type StaffRole, scopeOf } from '../accounts/rules.ts'
import { findPerson, holdersOf, type Person } from '../accounts/store.ts'
import type { EventKind } from '../history/kinds.ts'
import { type Facts, record } from '../history/record.ts'
import { endStep, type Step, startStep } from '../history/steps.ts'
import type { App } from '../platform/app.ts'
import { addBusinessDays } from '../platform/calendar.ts'
import { enqueue, type Tx } from '../platform/db.ts'
import type { Decision } from '../platform/decision.ts'
import { type Email, type MailFacts, post } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { clockOf, dayOf, instantAt } from '../platform/time.ts'
import { calendarOf } from '../policy/inForce.ts'
import type { Policy } from '../policy/rules.ts'
import { policyOf } from '../policy/store.ts'
import { checkSplitting } from '../splitting/commands.ts'
import type { Flag, Occasion } from '../splitting/rules.ts'
import { type About, toApproveEmail, toReserveEmail, toSignEmail } from './emails.ts'
import type { AskedGate } from './rules.gates.ts'
import type { Opportunity } from './rules.ts'
import { lockOpportunity } from './store.ts'

/** One transaction on one locked opportunity; the instant is read after the lock. */
export function onOpportunity<Value, Refusal extends string>(
  app: App,
  actor: Actor,
  id: string,
  act: (file: Act) => Promise<Decision<Value, Refusal>>,
): Promise<Decision<Value, Refusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    const opportunity = await lockOpportunity(tx, id)
    return act({ app, tx, actor, opportunity, now: await tx.now() })
  })
}

/** What an act on a file works with. */
export type Act = {
  readonly app: App
  readonly tx: Tx
  readonly actor: Actor
  readonly opportunity: Opportunity
  readonly now: Date
}

/** The person who acts. Rules have let only staff through; anything else is a surprise. */
export function whoActs(actor: Actor): string {
  const id = actorId(actor)
  if (id === null) throw new Error('an act on a file was made by nobody')
  return id
}

/** Compares the file with the others, for contract splitting, in the act that changed it. */
export function compareFile({ app, tx, actor, opportunity, now }: Act, occasion: Occasion): Promise<readonly Flag[]> {
  const { id: opportunityId, departmentId } = opportunity
  return checkSplitting(tx, app, { opportunityId, departmentId, occasion, actor, at: now })
}

export function recordOn({ app, tx, actor, opportunity, now }: Act, kind: EventKind, facts: Facts = {}): Promise<void> {
  const { id, departmentId, requestId } = opportunity
  const subject = { type: 'opportunity', id }
  return record(tx, app.random, { departmentId, kind, subject, fileId: requestId, actor, at: now, facts })
}

export function stepStarts({ app, tx, actor, opportunity, now }: Act, step: Step, at: Date = now): Promise<void> {
  const { departmentId, requestId: fileId } = opportunity
  return startStep(tx, app.random, { departmentId, fileId, step, actor, at })
}

export function stepEnds(
  { app, tx, actor, opportunity, now }: Act,
  step: Step,
  workingDays: number | null = null,
): Promise<void> {
  const { departmentId, requestId: fileId } = opportunity
  return endStep(tx, app.random, { departmentId, fileId, step, actor, at: now, workingDays })
}

/** Writes to everybody who holds the role that day; each letter has one link, to the page where it is done. */
export async function tellRole<Own extends MailFacts>(
  act: Act,
  roles: readonly StaffRole[],
  kind: Email<Own & About>,
  pattern: string,
  facts: Own,
): Promise<void> {
  const { tx, opportunity, now } = act
  const { departmentId } = opportunity
  const zone = act.actor.kind === 'staff' ? act.actor.timeZone : 'UTC'
  const people = await holdersOf(tx, roles, { departmentId, day: dayOf(now, zone) })
  for (const person of people) await tell(act, person, kind, pattern, facts)
}

/** Gates that an approver opens, with the letter that asks for it and the page on which it is decided. */
const asked = {
  statement: [toApproveEmail, '/files/:id/approval'],
  s32: [toSignEmail, '/files/:id/commitment'],
  reservation: [toReserveEmail, '/files/:id/reservation'],
} as const satisfies Record<AskedGate, readonly [Email<About>, string]>
const approversOf: Record<AskedGate, StaffRole> = {
  statement: 'procurement',
  s32: 'section_32',
  reservation: 'finance',
}

/**
 * Asks the approvers of a gate, each by one letter that leads to one page. Whoever does not answer is reminded after the
 * business days that the policy says (approvals).
 */
export async function askFor(act: Act, gate: AskedGate, role: StaffRole = approversOf[gate]): Promise<void> {
  const { tx, opportunity, now } = act
  const { id, departmentId } = opportunity
  const [letter, page] = asked[gate]
  await tellRole(act, [role], letter, page, {})
  const policy = await policyOf(tx, departmentId, now)
  const runAt = laterBy(policy, now, policy.reminders.approver)
  const payload = { opportunityId: id, gate, since: now.toISOString(), to: 'approver' }
  await enqueue(tx, 'approvals.remind', payload, { runAt, key: `remind:${gate}:${id}` })
}

/** The same time of day, that many business days later. */
export const laterBy = (policy: Policy, from: Date, businessDays: number): Date =>
  instantAt(
    addBusinessDays(calendarOf(policy), dayOf(from, policy.zone), businessDays),
    clockOf(from, policy.zone),
    policy.zone,
  )

/** Writes to the client of the file. `once` is what makes two letters the same one: by default, the instant. */
export async function tellClient<Own extends MailFacts>(
  act: Act,
  kind: Email<Own & About>,
  pattern: string,
  facts: Own,
  once?: string,
): Promise<void> {
  const client = await findPerson(act.tx, act.opportunity.clientId)
  if (client && client.id !== actorId(act.actor)) await tell(act, client, kind, pattern, facts, once)
}

async function tell<Own extends MailFacts>(
  { app, tx, opportunity, now }: Act,
  person: Person,
  kind: Email<Own & About>,
  pattern: string,
  facts: Own,
  once = now.toISOString(),
): Promise<void> {
  const { id, departmentId, number, title, sourceLanguage } = opportunity
  const { email, language } = person
  const about: About = {
    number,
    title: title[language] || title[sourceLanguage],
    link: app.config.baseUrl + path(pattern, language, { id }),
  }
  await post(tx, app.random, kind, {
    to: { address: email, language },
    departmentId,
    facts: { ...facts, ...about },
    once: `${kind.kind} ${id} ${person.id} ${once}`,
    at: now,
  })
}
