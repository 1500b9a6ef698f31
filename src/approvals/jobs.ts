import type { StaffRole } from '../accounts/rules.ts'
import { findDepartment, holdersOf, type Person, peopleById, validRoles } from '../accounts/store.ts'
import { laterBy } from '../opportunities/commands.file.ts'
import { approvalFor } from '../opportunities/commands.writing.ts'
import { explanationsOf } from '../opportunities/declarations.store.ts'
import type { About } from '../opportunities/emails.ts'
import { type AskedGate, askedGates } from '../opportunities/rules.gates.ts'
import { isPosted, type Opportunity } from '../opportunities/rules.ts'
import { postedBefore } from '../opportunities/store.gates.ts'
import { findOpportunity } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import type { Day } from '../platform/day.ts'
import { enqueue, type Tx } from '../platform/db.ts'
import { type Language, otherLanguage } from '../platform/i18n.ts'
import { type Email, type MailFacts, post } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import { agentEmail, delegateReminderEmail, reminderEmail, toReleaseEmail, toReviewEmail } from './emails.ts'
import { askedSince } from './rules.ts'
import { delegatesOn, postedWithout, reservationsOf } from './store.ts'

type Job = (app: App, payload: Readonly<Record<string, string>>) => Promise<void>

/** Each looks again and can run twice: a letter goes to each person once. */
export const approvalJobs = {
  'approvals.remind': remind,
  'approvals.posted': posted,
  'approvals.ended': ended,
} as const satisfies Readonly<Record<string, Job>>

const pageOf: Record<AskedGate, string> = {
  statement: '/files/:id/approval',
  s32: '/files/:id/commitment',
  reservation: '/files/:id/reservation',
}

/** Reminds the approvers of a gate that still waits for the same asking, and then whoever they named. */
async function remind(app: App, { opportunityId = '', gate: named, since = '', to }: Readonly<Record<string, string>>) {
  const gate = askedGates.find((known) => known === named)
  await app.transaction('everything', async (tx) => {
    const opportunity = await findOpportunity(tx, opportunityId)
    if (!opportunity || !gate) return
    const asked = askedSince(opportunity, gate)
    if (asked?.toISOString() !== since) return // decided, sent back, or asked anew meanwhile

    const now = await tx.now()
    const policy = await policyOf(tx, opportunity.departmentId, now)
    const day = dayOf(now, policy.zone)
    const from = dayOf(asked, policy.zone)
    const role = await roleWaitedFor(tx, opportunity, gate)
    const approvers = await holdersOf(tx, [role], { departmentId: opportunity.departmentId, day })
    const on = { opportunity, now, once: `${gate}:${since}`, page: pageOf[gate] }
    if (to === 'delegate') return tellDelegates(tx, app, approvers, { ...on, role, gate, since: from, day })

    for (const person of approvers)
      await write(tx, app, reminderEmail, person, on, (about) => ({ ...about, gate, since: from }))
    const payload = { opportunityId, gate, since, to: 'delegate' }
    const runAt = laterBy(policy, asked, policy.reminders.delegate)
    await enqueue(tx, 'approvals.remind', payload, { runAt, key: `remind:${gate}:${opportunityId}` })
  })
}

async function tellDelegates(
  tx: Tx,
  app: App,
  approvers: readonly Person[],
  { role, gate, since, day, ...on }: On & { role: StaffRole; gate: AskedGate; since: Day; day: Day },
): Promise<void> {
  const { departmentId } = on.opportunity
  const named = await delegatesOn(tx, departmentId, day)
  const people = await peopleById(
    tx,
    named.map(({ delegateId }) => delegateId),
  )
  for (const approver of approvers) {
    const delegate = people.get(named.find(({ personId }) => personId === approver.id)?.delegateId ?? '')
    if (!delegate) continue
    const roles = await validRoles(tx, { personId: delegate.id, departmentId, day })
    if (!roles.includes(role)) continue
    const facts = { gate, since, inPlaceOf: approver.name }
    await write(tx, app, delegateReminderEmail, delegate, on, (about) => ({ ...about, ...facts }))
  }
}

/** After a posting: bargaining agents are told, and where the policy looks afterwards procurement is asked to. */
async function posted(app: App, { opportunityId = '' }: Readonly<Record<string, string>>) {
  await app.transaction('everything', async (tx) => {
    const opportunity = await findOpportunity(tx, opportunityId)
    if (!opportunity || !isPosted(opportunity)) return
    const { departmentId, price, hours, slug, closesAt, publishedAt } = opportunity
    const now = await tx.now()
    const policy = await policyOf(tx, departmentId, now)
    const [later] = await postedWithout(tx, departmentId, opportunityId)
    if (later && !later.review) {
      const day = dayOf(now, policy.zone)
      const on = { opportunity, now, once: publishedAt.toISOString(), page: '/files/:id/review' }
      for (const person of await holdersOf(tx, ['procurement'], { departmentId, day }))
        await write(tx, app, toReviewEmail, person, on, (about) => about)
    }

    const department = await findDepartment(tx, departmentId)
    const explained = await explanationsOf(tx, opportunityId)
    for (const agent of policy.bargainingAgents) {
      const { language, email: address } = agent
      const because = explained.noCapacity[language] || explained.noCapacity[otherLanguage(language)] || '–'
      await post(tx, app.random, agentEmail, {
        to: { address, language },
        departmentId,
        facts: {
          ...aboutOf(app, opportunity, language, path('/opportunities/:slug', language, { slug })),
          ...{ department: department?.name[language] ?? '', priceCents: price, hours, because },
          closes: dayOf(closesAt, policy.zone),
        },
        once: `${agentEmail.kind}:${opportunityId}:${address}`,
        at: now,
      })
    }
  })
}

/** A file ended, or went back after its funds were reserved: finance is asked to set free what no payment will use. */
async function ended(app: App, { opportunityId = '' }: Readonly<Record<string, string>>) {
  await app.transaction('everything', async (tx) => {
    const opportunity = await findOpportunity(tx, opportunityId)
    if (!opportunity) return
    const { departmentId } = opportunity
    const now = await tx.now()
    const { zone } = await policyOf(tx, departmentId, now)
    const kept = await reservationsOf(tx, departmentId, { opportunityId, unreleased: true })
    const people = await holdersOf(tx, ['finance'], { departmentId, day: dayOf(now, zone) })
    for (const { id, number, amount } of kept.filter(({ inUse }) => !inUse)) {
      const on = { opportunity, now, once: id, page: '/files/:id/release' }
      const facts = { reservation: number, amountCents: amount }
      for (const person of people) await write(tx, app, toReleaseEmail, person, on, (about) => ({ ...about, ...facts }))
    }
  })
}

type On = { readonly opportunity: Opportunity; readonly now: Date; readonly once: string; readonly page: string }

async function write<F extends MailFacts>(
  tx: Tx,
  app: App,
  letter: Email<F>,
  { id, email: address, language }: Person,
  { opportunity, now, once, page }: On,
  facts: (about: About) => F,
): Promise<void> {
  await post(tx, app.random, letter, {
    to: { address, language },
    departmentId: opportunity.departmentId,
    facts: facts(aboutOf(app, opportunity, language, path(page, language, { id: opportunity.id }))),
    once: `${letter.kind}:${opportunity.id}:${once}:${id}`,
    at: now,
  })
}

const aboutOf = (
  app: App,
  { number, title, sourceLanguage }: Opportunity,
  language: Language,
  page: string,
): About => ({
  number,
  title: title[language] || title[sourceLanguage],
  link: app.config.baseUrl + page,
})

/** Whose answer a gate waits for: by policy the procurement partner or the program team reads the statement. */
async function roleWaitedFor(tx: Tx, opportunity: Opportunity, gate: AskedGate): Promise<StaffRole> {
  if (gate !== 'statement') return gate === 's32' ? 'section_32' : 'finance'
  const { departmentId } = opportunity
  const policy = await policyOf(tx, departmentId, await tx.now())
  return approvalFor(policy, opportunity, await postedBefore(tx, departmentId)) === 'before'
    ? 'procurement'
    : 'program_team'
}
