import type { Actor } from '../accounts/rules.ts'
import { scopeOf } from '../accounts/rules.ts'
import { findDepartment } from '../accounts/store.ts'
import type { App } from '../platform/app.ts'
import { enqueue, type Tx } from '../platform/db.ts'
import { type Decision, yes } from '../platform/decision.ts'
import type { Text } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'
import { policyOf } from '../policy/store.ts'
import { heldDuties, takeDuty } from '../requests/duties.store.ts'
import { findRequest } from '../requests/store.ts'
import { addAmendment } from './amendments.store.ts'
import { compareFile, onOpportunity, recordOn, stepEnds, stepStarts, tellClient, whoActs } from './commands.file.ts'
import { explanationsOf, saveExplanations } from './declarations.store.ts'
import { endedEmail } from './emails.ts'
import { setPublicStatus, writeNotice } from './notice.ts'
import * as rules from './rules.amendments.ts'
import { gateDone } from './rules.gates.ts'
import { numberOfPosting, type Opportunity } from './rules.ts'
import { saveDates } from './store.gates.ts'
import { insertPosting, postingsOf, takeSlug } from './store.postings.ts'
import {
  lockClosing,
  lockOpportunity,
  saveStatementOf,
  scheduleClosing,
  setOpportunityState,
  statementOf,
} from './store.ts'

/**
 * Moves the closing later, and selection and delivery with it, by a numbered amendment. Submissions wait while it
 * happens, so each is judged by one closing; the job that closes moves along.
 */
export const extendClosing = (app: App, actor: Actor, input: Extension) =>
  app.transaction(scopeOf(actor), (tx) => extendWithin(tx, app, actor, input))

export type Extension = { readonly id: string; readonly reason: Text } & rules.NewDates

/** The same as a part of another act; with `review`, of a closing that is held, which takes applications again. */
export async function extendWithin(
  tx: Tx,
  app: App,
  actor: Actor,
  input: Extension,
  { review = false }: { review?: boolean } = {},
): Promise<Decision<{ number: number; closesAt: Date }, rules.ExtendRefusal>> {
  const { id, reason, closesAt, selectionDay, deliveryDay } = input
  await lockClosing(tx, id)
  const opportunity = await lockOpportunity(tx, id)
  const now = await tx.now()
  const { zone } = await policyOf(tx, opportunity.departmentId, now)
  const held = await heldDuties(tx, opportunity.requestId, id)
  const facts = { closesAt, selectionDay, deliveryDay, reason, now, zone, held, review }
  const decision = rules.extend(opportunity, actor, facts)
  if (!decision.ok) return decision

  const before = decision.value
  const number = await addAmendment(tx, app, opportunity, {
    ...{ kind: 'extension', material: false, reason, madeBy: whoActs(actor), publishedAt: now },
    changes: [
      moved('closesAt', before.closesAt.toISOString(), closesAt.toISOString()),
      moved('selectionDay', before.selectionDay, selectionDay),
      moved('deliveryDay', before.deliveryDay, deliveryDay),
    ].filter((change) => change.before.en !== change.after.en),
  })
  await saveDates(tx, id, { closesAt, selectionDay, deliveryDay })
  if (before.state === 'held') {
    await setOpportunityState(tx, before, 'extend')
    await setPublicStatus(tx, id, 'open')
  }
  await recordOn({ app, tx, actor, opportunity, now }, 'opportunity.extended', {
    amendment: number,
    before: before.closesAt.toISOString(),
    after: closesAt.toISOString(),
  })
  await writeNotice(tx, id)
  await scheduleClosing(tx, { id, closesAt })
  await enqueue(tx, 'opportunity.announce_extension', { opportunityId: id, amendment: String(number) })
  return yes({ number, closesAt })
}

export const cancelOpportunity = (app: App, actor: Actor, input: { id: string } & rules.EarlyEnd) =>
  endEarly(app, actor, input, 'cancel')

export const withdrawOpportunity = (app: App, actor: Actor, input: { id: string } & rules.EarlyEnd) =>
  endEarly(app, actor, input, 'withdraw')

/** A new draft of what ended without a result, with the same words, numbered as the next posting. */
export function repost(
  app: App,
  actor: Actor,
  input: { id: string },
): Promise<Decision<Opportunity, rules.RepostRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const { tx, opportunity: ended, now } = act
    const { departmentId, requestId, clientId, sourceLanguage, title, team, work, hours } = ended
    const postings = await postingsOf(tx, requestId)
    const reposted = postings.some(({ repostedFrom }) => repostedFrom === ended.id)
    const decision = rules.repost(ended, actor, { reposted })
    if (!decision.ok) return decision

    const request = await findRequest(tx, requestId)
    if (!request) throw new Error(`the request of ${ended.number} is not there`)
    const posting = Math.max(...postings.map((each) => each.posting)) + 1
    const draft = await insertPosting(tx, {
      ...{ id: newId(now, app.random), departmentId, requestId, clientId, sourceLanguage, title, team, work, hours },
      ...{ posting, number: numberOfPosting(request.number, posting), repostedFrom: ended.id },
    })
    const copied = { ...(await statementOf(tx, ended)), closesAt: null, selectionDay: null, deliveryDay: null }
    await saveStatementOf(tx, app, draft, copied, now)
    await saveExplanations(tx, draft.id, await explanationsOf(tx, ended.id))
    const department = await findDepartment(tx, departmentId)
    if (department) await takeSlug(tx, draft, title.en, department.code)
    const taken = { departmentId, requestId, opportunityId: draft.id, personId: whoActs(actor), at: now }
    await takeDuty(tx, app, { ...taken, duty: 'wrote_statement' })
    await recordOn({ ...act, opportunity: draft }, 'opportunity.reposted', { posting, from: ended.id })
    await compareFile({ ...act, opportunity: draft }, 'save')
    await stepStarts(act, 'statement-written')
    return yes(draft)
  })
}

async function endEarly(
  app: App,
  actor: Actor,
  { id, reason, publicReason }: { id: string } & rules.EarlyEnd,
  action: 'cancel' | 'withdraw',
): Promise<Decision<{ posted: boolean }, rules.EndRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    await lockClosing(tx, id)
    const opportunity = await lockOpportunity(tx, id)
    const act = { app, tx, actor, opportunity, now: await tx.now() }
    const held = await heldDuties(tx, opportunity.requestId, id)
    const decision = rules.end(opportunity, actor, action, { reason, publicReason, held })
    if (!decision.ok) return decision

    const { posted } = decision.value
    const ending = { endedAt: act.now, endedBecause: reason }
    const state = await setOpportunityState(tx, opportunity, action, {
      ...ending,
      ...(posted ? { publicReasonEn: publicReason.en, publicReasonFr: publicReason.fr } : {}),
    })
    await recordOn(act, action === 'cancel' ? 'opportunity.cancelled' : 'opportunity.withdrawn', {
      was: opportunity.state,
    })
    if (opportunity.gates.reservation) {
      await recordOn(act, 'funds.to_release', { amount: opportunity.gates.reservation.amount })
      await enqueue(tx, 'approvals.ended', { opportunityId: id }, { key: `approvals.ended:${id}` })
    }
    await stopClocks(act)
    await compareFile(act, 'amendment')
    if (posted) {
      await writeNotice(tx, id)
      await setPublicStatus(tx, id, state === 'cancelled' ? 'cancelled' : 'withdrawn')
      await enqueue(tx, 'opportunity.announce_end', { opportunityId: id })
    }
    await tellClient(act, endedEmail, '/files/:id', { reason })
    return yes({ posted })
  })
}

/** A file that stops leaves no clock running. */
async function stopClocks(act: Parameters<typeof stepEnds>[0]): Promise<void> {
  const { opportunity } = act
  const done = gateDone(opportunity.gates)
  if (opportunity.state === 'draft') return stepEnds(act, 'statement-written')
  if (opportunity.state === 'open' || opportunity.state === 'held') return stepEnds(act, 'on-website')
  if (opportunity.state === 'ready') return stepEnds(act, 'page-prepared')
  if (opportunity.state === 'evaluating') return stepEnds(act, 'supplier-selected')
  if (opportunity.state === 'offering') return stepEnds(act, 'terms-agreed')
  if (opportunity.state !== 'in_review' && opportunity.state !== 'in_approval') return
  if (!done.pif) return stepEnds(act, 'pif-completed')
  if (!done.s32) return stepEnds(act, 's32-signed')
  if (!done.finance) return stepEnds(act, 'sent-to-finance')
  if (!done.reservation) return stepEnds(act, 'funds-reserved')
  return stepEnds(act, 'translated')
}

const moved = (field: string, before: string, after: string) => ({
  field,
  before: { en: before, fr: before },
  after: { en: after, fr: after },
})
