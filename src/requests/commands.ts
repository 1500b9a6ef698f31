import { type Actor, type Staff, scopeOf } from '../accounts/rules.ts'
import { findDepartment } from '../accounts/store.ts'
import { can as canStart } from '../backlog/rules.ts'
import { findImport } from '../backlog/store.ts'
import { endStep, skipStep, startStep } from '../history/steps.ts'
import type { App } from '../platform/app.ts'
import { enqueue, type Tx } from '../platform/db.ts'
import { type Decision, no } from '../platform/decision.ts'
import { newId } from '../platform/ids.ts'
import { onRequest, recordOn, reply, tellRole } from './commands.shared.ts'
import { heldDuties, takeDuty } from './duties.store.ts'
import { toGoEmail, toScreenEmail } from './emails.staff.ts'
import {
  type About,
  acceptedEmail,
  declinedEmail,
  goEmail,
  noGoEmail,
  receivedEmail,
  withdrawnEmail,
} from './emails.ts'
import { draftedReply } from './replies.ts'
import type {
  ClientRequest,
  Go,
  GoRefusal,
  Need,
  ReceiveRefusal,
  Screened,
  ScreenRefusal,
  Verdict,
  WithdrawReason,
  WithdrawRefusal,
} from './rules.ts'
import * as rules from './rules.ts'
import { endQuestions, waitingQuestion } from './store.questions.ts'
import { insertRequest, nextFileNumber, saveGo, saveScreened, saveWithdrawn } from './store.ts'

/** Takes in a client's need, numbers its file, and starts the clock of the first step. */
export function receiveRequest(app: App, actor: Staff, input: Need): Promise<Decision<ClientRequest, ReceiveRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    const decision = rules.receive(actor, input)
    if (!decision.ok) return decision
    const { clientId, departmentId } = decision.value

    const now = await tx.now()
    const number = await nextFileNumber(tx, departmentId, now, actor.timeZone)
    const id = newId(now, app.random)
    // An import that is not this person's to use is left out: the words are theirs all the same.
    const found = input.importId ? await findImport(tx, input.importId) : undefined
    const importId = found && canStart.use(actor, found) ? found.id : null
    const request = await insertRequest(tx, { ...input, importId, id, departmentId, number, clientId, receivedAt: now })
    await takeDuty(tx, app, { departmentId, requestId: id, duty: 'requested', personId: actor.id, at: now })
    await recordOn(tx, app, 'request.received', request, actor, now, { homeBranch: input.homeBranch, ...input.answers })
    await startStep(tx, app.random, { departmentId, fileId: id, step: 'need-identified', actor, at: now })
    await reply(tx, app, receivedEmail, request, now, (about) => about)
    await tellRole(tx, app, 'program_team', toScreenEmail, request, now, (about) => about, '/requests/:id/screening')
    return { ok: true, value: request }
  })
}

/** Answers the criteria and accepts or declines; the client is told at once, in their language. */
export function screenRequest(
  app: App,
  actor: Actor,
  input: { id: string; verdict: Verdict },
): Promise<Decision<Screened, ScreenRefusal>> {
  return onRequest(app, actor, input.id, async (tx, request, now) => {
    const verdict = await completed(tx, request, input.verdict)
    const decision = rules.screen(request, actor, verdict)
    if (!decision.ok) return decision
    const screened = decision.value

    await saveScreened(tx, request.id, screened, verdict, { id: idOf(actor), at: now })
    await endQuestions(tx, request.id, now)
    const facts = { meets: verdict.meetsCriteria, ...verdict.answers }
    if (screened.state === 'accepted') {
      await recordOn(tx, app, 'request.accepted', request, actor, now, facts)
      const said = (about: About) => ({ ...about, reply: verdict.reply })
      await reply(tx, app, acceptedEmail, request, now, said, '/requests/:id/statement')
      await tellRole(tx, app, 'procurement', toGoEmail, request, now, (about) => about, '/requests/:id/go')
      // What the need was started from is a draft already: the client's link then leads straight to it.
      if (request.importId) await enqueue(tx, 'statement.start', { requestId: request.id })
    } else {
      const { reason, referredTo, referredDepartmentId } = screened
      await recordOn(tx, app, 'request.declined', request, actor, now, { ...facts, reason, referredDepartmentId })
      if (referredDepartmentId) await enqueue(tx, 'request.refer', { requestId: request.id })
      const told = { reason, referredTo: referredTo ?? '', reply: verdict.reply }
      await reply(tx, app, declinedEmail, request, now, (about) => ({ ...about, ...told }))
    }
    return decision
  })
}

/**
 * Ends a request that its client gave up or no longer answers about. With a question, only while that one still waits:
 * an answer that came in the same instant counts.
 */
export function withdrawRequest(
  app: App,
  actor: Actor,
  input: { id: string; reason: WithdrawReason; questionId?: string },
): Promise<Decision<{ state: 'withdrawn' }, WithdrawRefusal>> {
  return onRequest(app, actor, input.id, async (tx, request, now) => {
    const { reason, questionId } = input
    if (questionId && (await waitingQuestion(tx, request.id))?.id !== questionId) return no('wrong_state')
    const decision = rules.withdraw(request, actor, reason, await heldDuties(tx, request.id))
    if (!decision.ok) return decision

    await saveWithdrawn(tx, request.id, reason, now)
    await endQuestions(tx, request.id, now)
    await recordOn(tx, app, 'request.withdrawn', request, actor, now, { reason, was: request.state })
    await reply(tx, app, withdrawnEmail, request, now, (about) => ({ ...about, reason }))
    return decision
  })
}

/**
 * Procurement's Go ends the first step and starts the second; the steps of a sole-source purchase are recorded as not
 * needed. Source: closeout report, Annex A.
 */
export function decideGo(
  app: App,
  actor: Actor,
  input: { id: string; said: Go['said']; reason: string; workingDays?: number | null },
): Promise<Decision<{ said: Go['said']; by: string }, GoRefusal>> {
  return onRequest(app, actor, input.id, async (tx, request, now) => {
    const { id: requestId, departmentId } = request
    const { said, reason, workingDays = null } = input
    const decision = rules.decideGo(request, actor, said, reason, await heldDuties(tx, requestId))
    if (!decision.ok) return decision
    const { by } = decision.value

    await saveGo(tx, requestId, { said, reason, by, at: now })
    if (said === 'no_go') {
      await recordOn(tx, app, 'request.go_refused', request, actor, now, {})
      await reply(tx, app, noGoEmail, request, now, (about) => ({ ...about, reason }))
      return decision
    }

    await takeDuty(tx, app, { departmentId, requestId, duty: 'gave_go', personId: by, at: now })
    await recordOn(tx, app, 'request.go_given', request, actor, now, {})
    const act = { departmentId, fileId: requestId, actor, at: now }
    await endStep(tx, app.random, { ...act, step: 'need-identified', workingDays })
    await skipStep(tx, app.random, { ...act, step: 'supplier-chosen-by-client', workingDays: 0 })
    await skipStep(tx, app.random, { ...act, step: 'sole-source-justification', workingDays: 0 })
    await skipStep(tx, app.random, { ...act, step: 'sent-to-procurement', workingDays: null })
    await startStep(tx, app.random, { ...act, step: 'statement-written' })
    await reply(tx, app, goEmail, request, now, (about) => about, '/requests/:id/statement')
    return decision
  })
}

function idOf(actor: Actor): string {
  if (actor.kind !== 'staff') throw new Error('a request was screened by nobody')
  return actor.id
}

/** What was said of the request, with the department by its name and the drafted reply where none was written. */
async function completed(tx: Tx, request: ClientRequest, verdict: Verdict): Promise<Verdict> {
  const outcome = verdict.outcome === 'accept' ? 'accepted' : verdict.reason
  const handedTo = verdict.outcome === 'decline' ? (verdict.referredDepartmentId ?? null) : null
  const facts = { started: request.importId !== null, handedOn: handedTo !== null }
  const reply = verdict.reply || draftedReply(outcome, facts)[request.language]
  if (verdict.outcome === 'accept' || handedTo === null) return { ...verdict, reply }

  const department = await findDepartment(tx, handedTo)
  return { ...verdict, reply, referredTo: department?.name[request.language] ?? '' }
}
