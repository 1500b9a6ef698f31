import { type Actor, type Staff, scopeOf } from '../accounts/rules.ts'
import { findPerson } from '../accounts/store.ts'
import { record } from '../history/record.ts'
import { endStep, skipStep, startStep } from '../history/steps.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, no } from '../platform/decision.ts'
import { newId } from '../platform/ids.ts'
import { type Email, type MailFacts, post } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { heldDuties, takeDuty } from './duties.store.ts'
import {
  type About,
  acceptedEmail,
  declinedEmail,
  goEmail,
  noGoEmail,
  receivedEmail,
  withdrawnEmail,
} from './emails.ts'
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
import { insertRequest, lockRequest, nextFileNumber, saveGo, saveScreened, saveWithdrawn } from './store.ts'

/** Takes in a client's need, numbers its file, and starts the clock of the first step. */
export function receiveRequest(app: App, actor: Staff, input: Need): Promise<Decision<ClientRequest, ReceiveRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    const decision = rules.receive(actor)
    if (!decision.ok) return decision
    const { clientId, departmentId } = decision.value

    const now = await tx.now()
    const number = await nextFileNumber(tx, departmentId, now, actor.timeZone)
    const id = newId(now, app.random)
    const request = await insertRequest(tx, { ...input, id, departmentId, number, clientId, receivedAt: now })
    await takeDuty(tx, app, { departmentId, requestId: id, duty: 'requested', personId: actor.id, at: now })
    await recordOn(tx, app, 'request.received', request, actor, now, { homeBranch: input.homeBranch, ...input.answers })
    await startStep(tx, app.random, { departmentId, fileId: id, step: 'need-identified', actor, at: now })
    await reply(tx, app, receivedEmail, request, now, (about) => about)
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
    const { verdict } = input
    const decision = rules.screen(request, actor, verdict)
    if (!decision.ok) return decision
    const screened = decision.value

    await saveScreened(tx, request.id, screened, verdict, { id: idOf(actor), at: now })
    const facts = { meets: verdict.meetsCriteria, ...verdict.answers }
    if (screened.state === 'accepted') {
      await recordOn(tx, app, 'request.accepted', request, actor, now, facts)
      await reply(tx, app, acceptedEmail, request, now, (about) => ({ ...about, reply: verdict.reply }))
    } else {
      const { reason, referredTo } = screened
      await recordOn(tx, app, 'request.declined', request, actor, now, { ...facts, reason })
      const told = { reason, referredTo: referredTo ?? '', reply: verdict.reply }
      await reply(tx, app, declinedEmail, request, now, (about) => ({ ...about, ...told }))
    }
    return decision
  })
}

/** Ends a request that its client gave up or no longer answers about. */
export function withdrawRequest(
  app: App,
  actor: Actor,
  input: { id: string; reason: WithdrawReason },
): Promise<Decision<{ state: 'withdrawn' }, WithdrawRefusal>> {
  return onRequest(app, actor, input.id, async (tx, request, now) => {
    const { reason } = input
    const decision = rules.withdraw(request, actor, reason, await heldDuties(tx, request.id))
    if (!decision.ok) return decision

    await saveWithdrawn(tx, request.id, reason, now)
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
    await reply(tx, app, goEmail, request, now, (about) => about)
    return decision
  })
}

/** One transaction on one locked request. A request that is not there, or not this person's to see, refuses as one. */
function onRequest<Value, Refusal extends string>(
  app: App,
  actor: Actor,
  id: string,
  act: (tx: Tx, request: ClientRequest, now: Date) => Promise<Decision<Value, Refusal | 'not_allowed'>>,
): Promise<Decision<Value, Refusal | 'not_allowed'>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    const request = await lockRequest(tx, id)
    return request ? act(tx, request, await tx.now()) : no('not_allowed')
  })
}

function recordOn(
  tx: Tx,
  app: App,
  kind: `request.${'received' | 'accepted' | 'declined' | 'withdrawn' | 'go_given' | 'go_refused'}`,
  request: ClientRequest,
  actor: Actor,
  at: Date,
  facts: Readonly<Record<string, string | number | boolean | null>>,
): Promise<void> {
  const { id, departmentId } = request
  return record(tx, app.random, { departmentId, kind, subject: { type: 'request', id }, fileId: id, actor, at, facts })
}

/** Writes to the client in the language they chose for this request. */
async function reply<F extends MailFacts>(
  tx: Tx,
  app: App,
  kind: Email<F>,
  request: ClientRequest,
  at: Date,
  factsOf: (about: About) => F,
): Promise<void> {
  const { id, departmentId, number, subject, language, clientId } = request
  const client = await findPerson(tx, clientId)
  if (!client) throw new Error(`the client of request ${number} is not there`)
  const link = app.config.baseUrl + path('/requests/:id', language, { id })
  await post(tx, app.random, kind, {
    to: { address: client.email, language },
    departmentId,
    facts: factsOf({ number, subject, link }),
    once: `${kind.kind} ${id} ${at.toISOString()}`,
    at,
  })
}

function idOf(actor: Actor): string {
  if (actor.kind !== 'staff') throw new Error('a request was screened by nobody')
  return actor.id
}
