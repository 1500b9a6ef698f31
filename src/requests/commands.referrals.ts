import { type Actor, scopeOf, system } from '../accounts/rules.ts'
import { findDepartment, findPerson, holdersOf } from '../accounts/store.ts'
import { record } from '../history/record.ts'
import type { App } from '../platform/app.ts'
import { type Decision, no } from '../platform/decision.ts'
import { newId } from '../platform/ids.ts'
import { post } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { referralEmail, referredEmail } from './emails.staff.ts'
import type { ReferralDecision, ReferralRefusal } from './rules.referrals.ts'
import * as rules from './rules.referrals.ts'
import { insertReferral, lockReferral, saveDecided } from './store.referrals.ts'
import { findRequest } from './store.ts'

/** Gives the need of a declined request to the program team of the department it belongs to, once. */
export async function handOn(app: App, { requestId }: { requestId: string }): Promise<void> {
  await app.transaction('everything', async (tx) => {
    const request = await findRequest(tx, requestId)
    if (request?.state !== 'declined' || !request.referredDepartmentId) return
    const [to, from] = [
      await findDepartment(tx, request.referredDepartmentId),
      await findDepartment(tx, request.departmentId),
    ]
    const client = await findPerson(tx, request.clientId)
    if (!to || !from || !client) return

    const now = await tx.now()
    const { number, subject, need, language, team } = request
    const id = newId(now, app.random)
    const inserted = await insertReferral(tx, {
      ...{ id, departmentId: to.id, fromDepartmentId: from.id, fromRequestId: request.id, receivedAt: now },
      ...{ number, subject, need, language, team, clientName: client.name, clientEmail: client.email },
      reply: request.screening.reply,
    })
    if (!inserted) return
    await record(tx, app.random, {
      ...{ departmentId: to.id, kind: 'referral.received', subject: { type: 'referral', id }, fileId: null },
      ...{ actor: system, at: now, facts: { fromDepartmentId: from.id } },
    })
    for (const person of await holdersOf(tx, ['program_team'], { departmentId: to.id, day: dayOf(now, to.timeZone) })) {
      const link = app.config.baseUrl + path('/requests/referrals/:id', person.language, { id })
      await post(tx, app.random, referredEmail, {
        to: { address: person.email, language: person.language },
        departmentId: to.id,
        facts: { number, subject, link, from: from.name[person.language] },
        once: `${referredEmail.kind} ${id} ${person.id}`,
        at: now,
      })
    }
  })
}

/** Takes on what another department handed on, or not; its client is told, in the language of their request. */
export function decideReferral(
  app: App,
  actor: Actor,
  input: { id: string; decision: ReferralDecision; note: string },
): Promise<Decision<{ decision: ReferralDecision }, ReferralRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    const referral = await lockReferral(tx, input.id)
    if (!referral) return no('not_allowed')
    const decision = rules.decide(referral, actor, input)
    if (!decision.ok) return decision

    const now = await tx.now()
    const { id, departmentId, language, number, subject, fromRequestId, clientEmail } = referral
    const decidedBy = actor.kind === 'staff' ? actor.id : ''
    await saveDecided(tx, id, { decision: input.decision, note: input.note, decidedBy, decidedAt: now })
    await record(tx, app.random, {
      ...{ departmentId, kind: 'referral.decided', subject: { type: 'referral', id }, fileId: null },
      ...{ actor, at: now, facts: { decision: input.decision } },
    })
    const department = (await findDepartment(tx, departmentId))?.name[language] ?? ''
    const link = app.config.baseUrl + path('/requests/:id', language, { id: fromRequestId })
    await post(tx, app.random, referralEmail, {
      to: { address: clientEmail, language },
      departmentId,
      facts: { number, subject, link, department, decision: input.decision, note: input.note },
      once: `${referralEmail.kind} ${id}`,
      at: now,
    })
    return decision
  })
}
