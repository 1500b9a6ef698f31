import { createHash } from 'node:crypto'
import { type Actor, type Staff, scopeOf, visitor } from '../accounts/rules.ts'
import { countAct, countLetter } from '../accounts/store.sessions.ts'
import { findDepartment } from '../accounts/store.ts'
import { addEntry } from '../content/commands.ts'
import type { Entry } from '../content/rules.ts'
import type { EventKind } from '../history/kinds.ts'
import { type Facts, record } from '../history/record.ts'
import type { App } from '../platform/app.ts'
import { linkSignature, sameSecret } from '../platform/codes.ts'
import { enqueue, type Scope, type Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Text } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'
import { post } from '../platform/mail.ts'
import { dayOf } from '../platform/time.ts'
import { policyInForce } from '../policy/inForce.ts'
import { policyOf } from '../policy/store.ts'
import { answerEmail, confirmEmail } from './emails.ts'
import { draftedAnswer } from './letters.ts'
import { pageSaid } from './rules.page.ts'
import * as rules from './rules.ts'
import {
  deleteEnquiry,
  dropAddress,
  findEnquiry,
  hasLesson,
  insertEnquiry,
  insertLesson,
  lockEnquiry,
  saveAnswer,
  saveClosed,
  saveConfirmed,
  saveTaken,
} from './store.ts'

/**
 * Takes what somebody writes into the queue; with an address that is not known, a letter asks its owner to confirm. The
 * same words again on the same day are the same enquiry. Answers its id, for whoever arranges a demonstration.
 */
export function writeEnquiry(
  app: App,
  actor: Actor,
  { origin, ...asked }: rules.Wrote & { readonly origin: string },
): Promise<Decision<string, rules.WriteRefusal>> {
  const wrote = { ...asked, page: pageSaid(asked.page, actor.kind === 'staff' ? 'staff' : 'anybody') }
  return app.transaction('everything', async (tx) => {
    const now = await tx.now()
    const decision = rules.write(actor, wrote, await countsOf(tx, app, actor, { ...wrote, origin }, now))
    if (!decision.ok) return decision

    const { state, confirmed } = decision.value
    const id = newId(now, app.random)
    const sentOnce = onceOf(wrote, now)
    const enquiry = { ...wrote, id, state, askedAt: now, confirmedAt: confirmed ? now : null }
    if (!(await insertEnquiry(tx, { ...enquiry, sentOnce }))) return yes(id)

    if (wrote.email !== null && !confirmed) await askToConfirm(tx, app, { ...enquiry, email: wrote.email })
    if (state === 'waiting') await recordOn({ tx, app, now }, actor, enquiry, 'enquiry.received', { kind: wrote.kind })
    return yes(id)
  })
}

/** The letter, and the end of what nobody confirms. */
async function askToConfirm(tx: Tx, app: App, enquiry: rules.Wrote & { id: string; askedAt: Date; email: string }) {
  const { id, email, language, departmentId, askedAt: at } = enquiry
  const facts = { enquiryId: id, signs: rules.confirmationSays(enquiry) }
  await post(tx, app.random, confirmEmail, {
    ...{ to: { address: email, language }, departmentId, facts, at, once: `enquiry ${id} confirm` },
  })
  await enqueue(tx, 'enquiry.forget', { enquiryId: id }, { runAt: rules.confirmUntil(enquiry), key: `enquiry ${id}` })
}

/** The letter’s link and its button prove that the owner of the address wrote. Safe twice. */
export function confirmEnquiry(
  app: App,
  actor: Actor,
  { token }: { token: string },
): Promise<Decision<rules.Enquiry, rules.ConfirmRefusal>> {
  return app.transaction('everything', async (tx) => {
    const link = rules.readLinkToken(token)
    const found = link && (await lockEnquiry(tx, link.id))
    const now = await tx.now()
    const decision = rules.confirm(found, { fits: fitting(app, link, found), now })
    if (!decision.ok || decision.value.confirmedAt !== null) return decision

    const { id, state, kind } = decision.value
    await saveConfirmed(tx, id, state === 'taken' ? 'taken' : 'waiting', now)
    if (state === 'unconfirmed') await recordOn({ tx, app, now }, actor, decision.value, 'enquiry.received', { kind })
    return decision
  })
}

/** Whose link this is, or nothing when it is none of ours. */
export async function enquiryBy(
  app: App,
  token: string,
): Promise<{ enquiry: rules.Enquiry; fits: boolean; now: Date } | undefined> {
  const link = rules.readLinkToken(token)
  if (!link) return undefined
  return app.read('everything', async (tx) => {
    const enquiry = await findEnquiry(tx, link.id)
    return enquiry && { enquiry, fits: fitting(app, link, enquiry), now: await tx.now() }
  })
}

/** The token that the letter carries; a demonstration presses the button with it. */
export const confirmationToken = (app: Pick<App, 'keys'>, enquiry: Pick<rules.Enquiry, 'id' | 'askedAt'>): string =>
  rules.linkToken(enquiry.id, linkSignature(app.keys.code, rules.confirmationSays(enquiry)))

export const takeEnquiry = (app: App, actor: Staff, { id }: { id: string }) =>
  onEnquiry(app, actor, id, async (act, enquiry): Promise<Decision<Staff, rules.ActRefusal>> => {
    const decision = rules.take(actor, enquiry)
    if (!decision.ok) return decision

    await saveTaken(act.tx, id, { by: actor.id, at: act.now })
    await recordOn(act, actor, enquiry, 'enquiry.taken')
    return decision
  })

export const giveBackEnquiry = (app: App, actor: Staff, { id }: { id: string }) =>
  onEnquiry(app, actor, id, async (act, enquiry): Promise<Decision<Staff, rules.ActRefusal>> => {
    const decision = rules.giveBack(actor, enquiry)
    if (!decision.ok) return decision

    await saveTaken(act.tx, id, null)
    await recordOn(act, actor, enquiry, 'enquiry.given_back')
    return decision
  })

/** Sends the answer to whoever asked, in their language, in the name of the department. */
export const answerEnquiry = (app: App, actor: Staff, { id, text }: { id: string; text: string }) =>
  onEnquiry(app, actor, id, async (act, enquiry): Promise<Decision<string, rules.AnswerRefusal>> => {
    const { tx, now } = act
    const department = await findDepartment(tx, actor.departmentId)
    const { language, body, askedAt } = enquiry
    const drafted = draftedAnswer(enquiry, department?.name ?? null)
    const decision = rules.answer(actor, enquiry, { text, drafted })
    if (!decision.ok) return decision

    await saveAnswer(tx, id, { text, by: actor.id, at: now })
    await post(tx, app.random, answerEmail, {
      to: { address: decision.value.email, language },
      departmentId: actor.departmentId,
      facts: { text, asked: body, day: dayOf(askedAt, actor.timeZone) },
      once: `enquiry ${id} answer`,
      at: now,
    })
    await recordOn(act, actor, enquiry, 'enquiry.answered')
    return yes(id)
  })

/** Ends it with what came of it. It is forgotten when the policy’s time for it is over. */
export const closeEnquiry = (app: App, actor: Staff, { id, outcome }: { id: string; outcome: rules.EnquiryOutcome }) =>
  onEnquiry(app, actor, id, async (act, enquiry): Promise<Decision<Staff, rules.ActRefusal>> => {
    const { tx, now } = act
    const decision = rules.close(actor, enquiry)
    if (!decision.ok) return decision

    await saveClosed(tx, id, { outcome, by: actor.id, at: now })
    await recordOn(act, actor, enquiry, 'enquiry.closed', { outcome })
    const { retention } = await policyOf(tx, actor.departmentId, now)
    const runAt = monthsAfter(now, retention.enquiryMonths)
    await enqueue(tx, 'enquiry.forget', { enquiryId: id }, { runAt, key: `enquiry ${id}` })
    return decision
  })

/** Puts the question and its answer, in other words, at the end of the draft of the frequent questions. */
export const proposeEntry = (app: App, actor: Staff, { id, entry }: { id: string; entry: Entry }) =>
  onEnquiry(app, actor, id, async ({ tx, now }, enquiry): Promise<Decision<number, 'not_allowed'>> => {
    if (!rules.can.see(actor, enquiry)) return no('not_allowed')
    return addEntry(tx, actor, { page: 'faq', entry, at: now })
  })

/** Keeps what was learned for the closeout report of the department. */
export const learnFrom = (app: App, actor: Staff, { id, text }: { id: string; text: Text }) =>
  onEnquiry(app, actor, id, async (act, enquiry): Promise<Decision<string, rules.LessonRefusal>> => {
    const { tx, now } = act
    const decision = rules.learn(actor, enquiry, { known: await hasLesson(tx, id) })
    if (!decision.ok) return decision

    const { departmentId } = actor
    const lesson = newId(now, app.random)
    await insertLesson(tx, { id: lesson, departmentId, text, enquiryId: id, by: actor.id, at: now })
    await record(tx, app.random, {
      ...{
        departmentId,
        kind: 'lesson.written',
        subject: { type: 'lesson', id: lesson },
        fileId: null,
        actor,
        at: now,
      },
    })
    return yes(lesson)
  })

/** Deletes what nobody confirmed in three days, and what was closed long enough ago. Looks again; safe twice. */
export async function forgetEnquiry(app: App, { enquiryId }: { enquiryId: string }): Promise<void> {
  await app.transaction('everything', async (tx) => {
    const enquiry = await lockEnquiry(tx, enquiryId)
    if (!enquiry) return
    const now = await tx.now()
    const over =
      enquiry.state === 'unconfirmed'
        ? rules.confirmUntil(enquiry)
        : enquiry.state === 'closed' && monthsAfter(enquiry.closedAt, await monthsKept(tx, enquiry, now))
    if (over && over.getTime() <= now.getTime()) await deleteEnquiry(tx, enquiryId)
    // A report stays without the address that nobody confirmed.
    else if (!over && enquiry.confirmedAt === null && rules.confirmUntil(enquiry).getTime() <= now.getTime())
      await dropAddress(tx, enquiryId)
  })
}

async function monthsKept(tx: Tx, { departmentId }: rules.Enquiry, now: Date): Promise<number> {
  const policy = departmentId === null ? policyInForce([], dayOf(now, 'UTC')) : await policyOf(tx, departmentId, now)
  return policy.retention.enquiryMonths
}

function monthsAfter(at: Date, months: number): Date {
  const later = new Date(at)
  later.setUTCMonth(later.getUTCMonth() + months)
  return later
}

type Act = { readonly tx: Tx; readonly app: App; readonly now: Date }

/** Unknown and another department’s look alike: the decision is that nobody may. */
function onEnquiry<Value, Refusal extends string>(
  app: App,
  actor: Staff,
  id: string,
  does: (act: Act, enquiry: rules.Enquiry) => Promise<Decision<Value, Refusal>>,
): Promise<Decision<Value, Refusal | 'not_allowed'>> {
  const scope: Scope = scopeOf(actor)
  return app.transaction(scope, async (tx) => {
    const enquiry = await lockEnquiry(tx, id)
    if (!enquiry) return no('not_allowed')
    return does({ tx, app, now: await tx.now() }, enquiry)
  })
}

const recordOn = (
  { tx, app, now }: Act,
  actor: Actor,
  { id, departmentId }: Pick<rules.Enquiry, 'id' | 'departmentId'>,
  kind: EventKind & `enquiry.${string}`,
  facts: Facts = {},
): Promise<void> =>
  record(tx, app.random, {
    ...{ departmentId, kind, subject: { type: 'enquiry', id }, fileId: null, facts, at: now },
    // Whoever writes is not named, signed in or not: a report is not an act on the record.
    actor: kind === 'enquiry.received' ? visitor : actor,
  })

/** What is refused to one network counts against nobody else, and a stranger's tries not against who is signed in. */
async function countsOf(
  tx: Tx,
  app: App,
  actor: Actor,
  { email, origin }: { email: string | null; origin: string },
  now: Date,
): Promise<Record<rules.EnquiryLimit, number>> {
  const fromOrigin = await counted(tx, 'origin', origin, now)
  if (fromOrigin > rules.enquiryLimits.origin.most) return { origin: fromOrigin, address: 0, everybody: 0 }
  const strange = email !== null && !rules.isOwn(actor, email)
  const mailbox = { key: `enquiry address ${email === null ? '' : hashed(app, email)}`, origin }
  const address = strange ? await countLetter(tx, mailbox, rules.enquiryLimits.address, now) : 0
  const everybody = address > rules.enquiryLimits.address.most ? 0 : await counted(tx, 'everybody', '', now)
  return { origin: fromOrigin, address, everybody }
}

const counted = (tx: Tx, limit: rules.EnquiryLimit, key: string, now: Date): Promise<number> =>
  countAct(tx, `enquiry ${limit} ${key}`, rules.enquiryLimits[limit].minutes, now)

const hashed = (app: Pick<App, 'keys'>, email: string): string => linkSignature(app.keys.code, `enquiry from ${email}`)

/** The same words of the same person, on the same page and day. */
const onceOf = ({ kind, page, body, email }: rules.Wrote, now: Date): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([kind, page, body, email, now.toISOString().slice(0, 10)]))
    .digest()

const fitting = (
  app: App,
  link: { signature: string } | undefined,
  enquiry: Pick<rules.Enquiry, 'id' | 'askedAt'> | undefined,
): boolean =>
  link !== undefined &&
  enquiry !== undefined &&
  sameSecret(linkSignature(app.keys.code, rules.confirmationSays(enquiry)), link.signature)
