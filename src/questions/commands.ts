import { type Actor, visitor } from '../accounts/rules.ts'
import { countAct, countLetter } from '../accounts/store.sessions.ts'
import { record } from '../history/record.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { findOpportunity, shareClosing } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import { linkSignature, sameSecret } from '../platform/codes.ts'
import { enqueue, type Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { formatInstant } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'
import { post } from '../platform/mail.ts'
import type { Policy } from '../policy/rules.ts'
import { policyOf } from '../policy/store.ts'
import { tellTeam } from './commands.telling.ts'
import { confirmQuestionEmail, toAnswerEmail } from './emails.ts'
import { masked, revealing } from './rules.revealing.ts'
import * as rules from './rules.ts'
import {
  findQuestion,
  insertQuestion,
  lockQuestion,
  type NewQuestion,
  postedUnder,
  sameQuestion,
  saveConfirmed,
} from './store.ts'

export type Asking = {
  readonly slug: string
  readonly words: string
  /** Of whoever is not signed in. */
  readonly email: string
  readonly language: Language
  /** The network address as a salted hash, for the limit; a demonstration has none. */
  readonly origin?: string
}

/**
 * Asks about a posting. A supplier’s question is put at once; anybody else gets a letter first, known address or not.
 * The instant is read while the closing cannot move. The same words from the same mailbox are one question.
 */
export function askQuestion(
  app: App,
  actor: Actor,
  input: Asking,
): Promise<Decision<rules.Question, rules.AskRefusal>> {
  const { slug, words, language, origin = '' } = input
  const email = (actor.kind === 'supplier' ? actor.email : input.email).toLowerCase()
  return app.transaction('everything', async (tx) => {
    const id = await postedUnder(tx, slug)
    if (!id) return no('not_open')
    await shareClosing(tx, id)
    const counted = await tx.now()
    const fromOrigin = await countAsked(tx, 'origin', origin, counted)
    // What is refused to one network counts against no mailbox, and a stranger's tries not against its owner.
    const asker = addressKey(app, actor.kind === 'supplier' ? actor.id : email)
    const isFull = fromOrigin > rules.askLimits.origin.most
    const mailbox = { key: `question address ${asker}`, origin }
    const counts = {
      origin: fromOrigin,
      address: isFull ? 0 : await countLetter(tx, mailbox, rules.askLimits.address, counted),
    }
    const now = await tx.now()
    const found = await postingOf(tx, id)
    if (!found) return no('not_open')
    const policy = await policyOf(tx, found.opportunity.departmentId, now)
    const decision = rules.ask(actor, { words }, { posting: found.posting, counts, policy, now })
    if (!decision.ok) return decision

    const { opportunity } = found
    const known = await sameQuestion(tx, { opportunityId: id, email, original: words, askedAt: now })
    const names = actor.kind === 'supplier' ? [actor.name] : []
    const passages = revealing(words, { email, names }, [opportunity.repository.url])
    const asked: NewQuestion = {
      ...{ id: known?.id ?? newId(now, app.random), departmentId: opportunity.departmentId, opportunityId: id },
      ...{ language, words: masked(words, passages), masked: passages.length, original: words, email },
      ...{ askedAt: now, ...decision.value, personId: actor.kind === 'supplier' ? actor.id : null },
    }
    if (!known) await insertQuestion(tx, asked)
    // Whoever is not signed in gets the letter again: its page says that the question is put.
    if (asked.state === 'unverified')
      await writeToConfirm(tx, app, asked, { opportunity, policy, confirmBy: known?.confirmBy ?? asked.confirmBy })
    else if (known?.state !== 'asked') {
      if (known) await saveConfirmed(tx, asked.id, now)
      await put(tx, app, { question: asked, ...found, now })
    }
    const question = await findQuestion(tx, asked.id)
    return question ? yes(question) : no('not_open')
  })
}

/** Puts a question for good: the letter’s link and its button prove that the mailbox is the asker’s. Safe twice. */
export function confirmQuestion(
  app: App,
  { token }: { token: string },
): Promise<Decision<rules.Question, rules.ConfirmRefusal>> {
  return app.transaction('everything', async (tx) => {
    const link = readToken(token)
    const known = link && (await findQuestion(tx, link.id))
    if (!known || !fits(app, known, link.signature)) return no('unknown_link')
    await shareClosing(tx, known.opportunityId)
    const question = await lockQuestion(tx, known.id)
    const found = await postingOf(tx, known.opportunityId)
    const now = await tx.now()
    const decision = rules.confirm(question, { fits: true, posting: found?.posting, now })
    if (!decision.ok || decision.value.state !== 'unverified' || !found) return decision

    await saveConfirmed(tx, decision.value.id, now)
    await put(tx, app, { question: decision.value, ...found, now })
    return decision
  })
}

/** What the page of a link shows; nothing when the link is none of ours. */
export async function questionBy(app: App, token: string): Promise<QuestionAsked | undefined> {
  const link = readToken(token)
  if (!link) return undefined
  return app.read('everything', async (tx) => {
    const question = await findQuestion(tx, link.id)
    if (!question || !fits(app, question, link.signature)) return undefined
    const found = await postingOf(tx, question.opportunityId)
    const now = await tx.now()
    if (!found) return undefined
    return { question, ...found, policy: await policyOf(tx, question.departmentId, now), now }
  })
}
export type QuestionAsked = Found & {
  readonly question: rules.Question
  readonly policy: Policy
  readonly now: Date
}

/** The token that a letter to confirm carries; a demonstration presses the button with it. */
export const confirmationToken = (app: Pick<App, 'keys'>, question: Pick<rules.Question, 'id'>): string =>
  `${question.id}.${linkSignature(app.keys.code, rules.confirmationSays(question))}`

export type Found = { readonly opportunity: Opportunity; readonly posting: rules.Open }

/** A posting and its cut-off, by the policy in force when it was posted; nothing when it never was. */
export async function postingOf(tx: Tx, opportunityId: string): Promise<Found | undefined> {
  const opportunity = await findOpportunity(tx, opportunityId)
  const publishedAt = opportunity && 'publishedAt' in opportunity ? opportunity.publishedAt : null
  if (!opportunity?.closesAt || !publishedAt) return undefined
  const { state, closesAt, departmentId } = opportunity
  const until = rules.cutOff(await policyOf(tx, departmentId, publishedAt), closesAt)
  return { opportunity, posting: { state, until, closesAt } }
}

type Putting = Found & {
  readonly question: Pick<rules.Question, 'id' | 'departmentId' | 'masked'>
  readonly now: Date
}

/** The question counts: it is recorded without a name, the team is told, and what follows is planned. */
async function put(tx: Tx, app: App, { question, opportunity, posting, now }: Putting): Promise<void> {
  const { id: opportunityId, departmentId, requestId: fileId } = opportunity
  const subject = { type: 'question', id: question.id }
  const facts = { opportunity: opportunityId, masked: question.masked }
  // Whoever reads the record must not learn from it who asked: a supplier is a visitor here.
  await record(tx, app.random, {
    departmentId,
    kind: 'question.asked',
    subject,
    fileId,
    actor: visitor,
    at: now,
    facts,
  })
  const hour = Math.floor(now.getTime() / 3_600_000)
  await tellTeam(tx, app, opportunity, { kind: toAnswerEmail, to: 'both', once: `hour ${hour}`, at: now })
  await planReminders(tx, { opportunityId, posting, policy: await policyOf(tx, departmentId, now), now })
}

/** Reminders before the cut-off and before closing, and what happens at closing; each looks again when it runs. */
export async function planReminders(
  tx: Tx,
  { opportunityId, posting, policy, now }: { opportunityId: string; posting: rules.Open; policy: Policy; now: Date },
): Promise<void> {
  const reminders = rules.remindersOf(policy, posting)
  for (const before of ['cutoff', 'closing'] as const)
    if (reminders[before] > now)
      await enqueue(
        tx,
        'question.remind',
        { opportunityId, before },
        { runAt: reminders[before], key: `question.remind ${before} ${opportunityId}` },
      )
  const runAt = posting.closesAt
  await enqueue(tx, 'question.lapse', { opportunityId }, { runAt, key: `question.lapse ${opportunityId}` })
}

async function writeToConfirm(
  tx: Tx,
  app: App,
  question: NewQuestion,
  { opportunity, policy, confirmBy }: { opportunity: Opportunity; policy: Policy; confirmBy: Date },
): Promise<void> {
  const { id, departmentId, email, language, askedAt } = question
  await post(tx, app.random, confirmQuestionEmail, {
    to: { address: email, language },
    departmentId,
    facts: {
      ...{ number: opportunity.number, title: opportunity.title[language] },
      by: formatInstant(confirmBy, policy.zone, language),
      questionId: id,
      signs: rules.confirmationSays(question),
    },
    // Sent again when it is asked again, a minute later at the earliest.
    once: `question to confirm ${id} ${Math.floor(askedAt.getTime() / 60_000)}`,
    at: askedAt,
  })
  await enqueue(tx, 'question.forget', {}, { runAt: confirmBy, key: `question.forget ${id}` })
}

const countAsked = (tx: Tx, limit: rules.AskLimit, key: string, now: Date): Promise<number> =>
  countAct(tx, `question ${limit} ${key}`, rules.askLimits[limit].minutes, now)

/** By a mailbox, or by the account of whoever proved theirs. The table of limits holds no address. */
const addressKey = (app: Pick<App, 'keys'>, asker: string): string =>
  linkSignature(app.keys.code, `question asker ${asker}`)

const fits = (app: Pick<App, 'keys'>, question: rules.Question, signature: string): boolean =>
  sameSecret(linkSignature(app.keys.code, rules.confirmationSays(question)), signature)

function readToken(token: string): { id: string; signature: string } | undefined {
  const found = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/.exec(token)
  return found ? { id: found[1] ?? '', signature: found[2] ?? '' } : undefined
}
