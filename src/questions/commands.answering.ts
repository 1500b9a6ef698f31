import type { Actor } from '../accounts/rules.ts'
import type { EventKind } from '../history/kinds.ts'
import type { Facts } from '../history/record.ts'
import { record } from '../history/record.ts'
import { amendmentsOf } from '../opportunities/amendments.store.ts'
import { type Act, onOpportunity, whoActs } from '../opportunities/commands.file.ts'
import type { App } from '../platform/app.ts'
import { enqueue } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { languages } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'
import { policyOf } from '../policy/store.ts'
import { tellAsker, tellTeam } from './commands.telling.ts'
import { postingOf } from './commands.ts'
import { declinedEmail, linkedEmail, reopenedEmail, toAnswerEmail, toPublishEmail } from './emails.ts'
import * as rules from './rules.answering.ts'
import { names } from './rules.revealing.ts'
import {
  type Answered,
  type Asked,
  type Declined,
  type DeclineReason,
  nextRound,
  type Put,
  type Said,
} from './rules.ts'
import { saveReopened } from './store.reopenings.ts'
import { lastRound } from './store.rounds.ts'
import {
  askerOf,
  lockQuestion,
  nextNumber,
  originalOf,
  questionsOf,
  saveAmendment,
  saveDeclined,
  saveDraft,
  saveDuplicate,
  savePublished,
} from './store.ts'

/** A question of a file, as its pages name it. */
export type On = { readonly id: string; readonly questionId: string }

/** Keeps the answer on its way; `hands` gives it to the program team to publish. */
export function draftAnswer(
  app: App,
  actor: Actor,
  input: On & { said: Said; seen: number; hands: boolean },
): Promise<Decision<Asked, rules.DraftRefusal>> {
  return onQuestion(app, actor, input, async (act, question) => {
    const { tx, opportunity, now } = act
    const { said, seen, hands } = input
    const decision = rules.draft(question, opportunity, actor, { said, seen, hands, now })
    if (!decision.ok) return decision

    await saveDraft(tx, question.id, { said, by: whoActs(actor), at: now, handedAt: hands ? now : null })
    await recordOn(act, question, hands ? 'question.handed_over' : 'question.drafted')
    if (hands) await tellTeam(tx, app, opportunity, { kind: toPublishEmail, to: 'program', once: question.id, at: now })
    return decision
  })
}

/**
 * Publishes question and answer in both languages at one instant, under the next number. The letters follow in a round:
 * at once, or some time after the last one.
 */
export function publishAnswer(
  app: App,
  actor: Actor,
  input: On & { said: Said; seen: number; amendment: number | null },
): Promise<Decision<{ number: number }, rules.PublishRefusal>> {
  return onQuestion(app, actor, input, async (act, question) => {
    const { tx, opportunity, now } = act
    const { said, seen, amendment } = input
    const asker = await askerOf(tx, question.id)
    const decision = rules.publish(question, opportunity, actor, {
      ...{ said, seen, now, amendment, amendments: await postedAmendments(act) },
      revealing: languages.some((each) => names(said.question[each], asker)),
    })
    if (!decision.ok) return decision

    const number = await nextNumber(tx, opportunity.id)
    await savePublished(tx, question, { said, number, amendment, by: whoActs(actor), at: now })
    if (said.question[question.language] !== (await originalOf(tx, question.id)))
      await recordOn(act, question, 'question.edited', { masked: question.masked })
    await recordOn(act, question, 'question.answered', { number, amendment })
    await planRound(act)
    return yes({ number })
  })
}

/** Declines a question; whoever asked it, or the same, reads why. */
export function declineQuestion(
  app: App,
  actor: Actor,
  input: On & { because: DeclineReason; explanation: string },
): Promise<Decision<Asked, rules.DeclineRefusal>> {
  return onQuestion(app, actor, input, async (act, question) => {
    const { tx, opportunity, now } = act
    const { because, explanation } = input
    const decision = rules.decline(question, opportunity, actor, { because, explanation })
    if (!decision.ok) return decision

    await saveDeclined(tx, question.id, { because, explanation, by: whoActs(actor), at: now })
    await recordOn(act, question, 'question.declined', { because })
    const same = rules.linkedTo(await questionsOf(tx, opportunity.id), question.id)
    for (const each of [question, ...same])
      await tellAsker(tx, app, opportunity, {
        ...{ question: each, kind: declinedEmail, at: now },
        facts: { because, explanation },
      })
    return decision
  })
}

/** Takes a refusal back, for a reason that stays with the file: team and client answer it, and its askers hear of it. */
export function reopenQuestion(
  app: App,
  actor: Actor,
  input: On & { reason: string },
): Promise<Decision<Declined, rules.ReopenRefusal>> {
  return onQuestion(app, actor, input, async (act, question) => {
    const { tx, opportunity, now } = act
    const decision = rules.reopen(question, opportunity, actor, now)
    if (!decision.ok) return decision

    const id = newId(now, app.random)
    await saveReopened(tx, decision.value, { id, reason: input.reason, by: whoActs(actor), at: now })
    await recordOn(act, question, 'question.reopened', { reopening: id })
    await tellTeam(tx, app, opportunity, { kind: toAnswerEmail, to: 'both', once: id, at: now })
    const same = rules.linkedTo(await questionsOf(tx, opportunity.id), question.id)
    for (const each of [question, ...same])
      await tellAsker(tx, app, opportunity, { question: each, kind: reopenedEmail, facts: {}, at: now })
    return decision
  })
}

/** Links a question to one that asks the same; its asker is told which. */
export function linkQuestion(
  app: App,
  actor: Actor,
  input: On & { of: string },
): Promise<Decision<{ of: string }, rules.LinkRefusal>> {
  return onQuestion(app, actor, input, async (act, question) => {
    const { tx, opportunity, now } = act
    const other = (await questionsOf(tx, opportunity.id)).find(({ id }) => id === input.of)
    const decision = rules.link(question, opportunity, actor, { other })
    if (!decision.ok) return decision

    const of = decision.value.other
    await saveDuplicate(tx, question.id, { of: of.id, by: whoActs(actor), at: now })
    await recordOn(act, question, 'question.linked', { of: of.id })
    const number = of.state === 'answered' ? of.number : 0
    await tellAsker(tx, app, opportunity, { question, kind: linkedEmail, facts: { other: number }, at: now })
    return yes({ of: of.id })
  })
}

/** Names beside a published answer the amendment that followed from it, or takes the name away. */
export function nameAmendment(
  app: App,
  actor: Actor,
  input: On & { amendment: number | null },
): Promise<Decision<Answered, rules.AmendmentRefusal>> {
  return onQuestion(app, actor, input, async (act, question) => {
    const { amendment } = input
    const amendments = await postedAmendments(act)
    const decision = rules.nameAmendment(question, act.opportunity, actor, { amendment, amendments })
    if (!decision.ok) return decision

    await saveAmendment(act.tx, decision.value, amendment, act.now)
    await recordOn(act, question, 'question.amendment_named', { number: decision.value.number, amendment })
    return decision
  })
}

/** One act on a question, with its posting locked: two people cannot both decide, and numbers have no gaps. */
function onQuestion<Value, Refusal extends string>(
  app: App,
  actor: Actor,
  { id, questionId }: On,
  does: (act: Act, question: Put) => Promise<Decision<Value, Refusal | 'wrong_state'>>,
): Promise<Decision<Value, Refusal | 'wrong_state'>> {
  return onOpportunity<Value, Refusal | 'wrong_state'>(app, actor, id, async (act) => {
    const question = await lockQuestion(act.tx, questionId)
    // Nobody has proved its address yet, or it is none of this file: for everybody it is not there.
    if (!question || question.state === 'unverified' || question.opportunityId !== id) return no('wrong_state')
    return does(act, question)
  })
}

/** One job a posting: the round takes along all that is published until it runs. */
async function planRound({ tx, opportunity, now }: Act): Promise<void> {
  const { id: opportunityId, departmentId } = opportunity
  const found = await postingOf(tx, opportunityId)
  const last = await lastRound(tx, opportunityId)
  const policy = await policyOf(tx, departmentId, now)
  const until = found?.posting.until ?? now
  const runAt = nextRound(policy, { lastBegun: last?.begunAt ?? null, until, now })
  await enqueue(tx, 'question.digest', { opportunityId }, { runAt, key: `question.digest ${opportunityId}` })
}

const postedAmendments = async ({ tx, opportunity }: Act): Promise<number[]> =>
  (await amendmentsOf(tx, opportunity.id)).map(({ number }) => number)

function recordOn({ app, tx, actor, opportunity, now }: Act, question: Put, kind: EventKind, facts: Facts = {}) {
  const { id, departmentId, requestId: fileId } = opportunity
  return record(tx, app.random, {
    ...{ departmentId, kind, subject: { type: 'question', id: question.id }, fileId, actor, at: now },
    facts: { opportunity: id, ...facts },
  })
}
