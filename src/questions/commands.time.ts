import { system } from '../accounts/rules.ts'
import { findDepartment } from '../accounts/store.ts'
import { record } from '../history/record.ts'
import { lockOpportunity } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import { enqueue } from '../platform/db.ts'
import { policyOf } from '../policy/store.ts'
import { tellAsker, tellTeam } from './commands.telling.ts'
import { planReminders, postingOf } from './commands.ts'
import { beforeClosingEmail, lapsedEmail, unansweredEmail } from './emails.ts'
import { linkedTo } from './rules.answering.ts'
import { remindersOf } from './rules.ts'
import { countUnanswered, forgetAskers, forgetUnverified, questionsOf, saveLapsed } from './store.ts'

/** Reminds of what is not answered: client and team before the cut-off, the team before closing. Moves along with the closing. */
export async function remindOfQuestions(
  app: App,
  { opportunityId, before }: { opportunityId: string; before: 'cutoff' | 'closing' },
): Promise<void> {
  await app.transaction('everything', async (tx) => {
    const found = await postingOf(tx, opportunityId)
    if (found?.posting.state !== 'open') return
    const now = await tx.now()
    const { opportunity, posting } = found
    const policy = await policyOf(tx, opportunity.departmentId, now)
    const due = remindersOf(policy, posting)[before]
    if (now < due) return planReminders(tx, { opportunityId, posting, policy, now })
    if (now >= posting.closesAt || (await countUnanswered(tx, opportunityId)) === 0) return
    const kind = before === 'cutoff' ? unansweredEmail : beforeClosingEmail
    const to = before === 'cutoff' ? 'both' : 'program'
    await tellTeam(tx, app, opportunity, { kind, to, once: due.toISOString(), at: now })
  })
}

/** Past its instant a posting may be held, and open again: questions wait until it is closed. */
const LOOK_AGAIN_MS = 30_000

/** Once the posting is closed, what has no answer lapses, and its askers are told. Nothing while it is open or held. */
export async function lapseQuestions(app: App, { opportunityId }: { opportunityId: string }): Promise<void> {
  await app.transaction('everything', async (tx) => {
    const opportunity = await lockOpportunity(tx, opportunityId)
    const found = await postingOf(tx, opportunityId)
    const now = await tx.now()
    const policy = await policyOf(tx, opportunity.departmentId, now)
    if (found && opportunity.state === 'open' && now < found.posting.closesAt)
      return planReminders(tx, { opportunityId, posting: found.posting, policy, now })
    if (opportunity.state === 'open' || opportunity.state === 'held') {
      const job = { runAt: new Date(now.getTime() + LOOK_AGAIN_MS), key: `question.lapse ${opportunityId}` }
      return enqueue(tx, 'question.lapse', { opportunityId }, job)
    }
    const runAt = new Date(now.getTime() + policy.questions.addressDays * 86_400_000)
    await enqueue(
      tx,
      'question.forget_askers',
      { opportunityId },
      { runAt, key: `question.forget_askers ${opportunityId}` },
    )
    const department = await findDepartment(tx, opportunity.departmentId)
    const all = await questionsOf(tx, opportunityId)
    for (const question of all.filter(({ state }) => state === 'asked')) {
      await saveLapsed(tx, question.id, now)
      await record(tx, app.random, {
        ...{ departmentId: opportunity.departmentId, kind: 'question.lapsed', fileId: opportunity.requestId },
        ...{ subject: { type: 'question', id: question.id }, actor: system, at: now },
        facts: { opportunity: opportunityId },
      })
      const facts = { mailbox: department?.mailbox ?? '' }
      for (const each of [question, ...linkedTo(all, question.id)])
        await tellAsker(tx, app, opportunity, { question: each, kind: lapsedEmail, facts, at: now })
    }
  })
}

/** Forgets who asked about a posting, some days after its closing; nothing while it is open. */
export async function forgetAskersOf(app: App, { opportunityId }: { opportunityId: string }): Promise<void> {
  await app.transaction('everything', async (tx) => {
    const found = await postingOf(tx, opportunityId)
    if (found && found.posting.state !== 'open' && found.posting.state !== 'held') await forgetAskers(tx, opportunityId)
  })
}

/** Forgets what nobody confirmed in time, words and address with it. */
export async function forgetQuestions(app: App): Promise<void> {
  await app.transaction('everything', async (tx) => forgetUnverified(tx, await tx.now()))
}
