import { type Actor, system } from '../accounts/rules.ts'
import { findPerson } from '../accounts/store.ts'
import type { App } from '../platform/app.ts'
import { enqueue, type Tx } from '../platform/db.ts'
import type { Decision } from '../platform/decision.ts'
import { formatInstant } from '../platform/format.ts'
import { newId } from '../platform/ids.ts'
import { policyOf } from '../policy/store.ts'
import { onRequest, recordOn, reply, tell } from './commands.shared.ts'
import { withdrawRequest } from './commands.ts'
import { answeredEmail, askedEmail, remindedEmail } from './emails.staff.ts'
import type { AnswerRefusal, AskRefusal, Question } from './rules.questions.ts'
import * as rules from './rules.questions.ts'
import type { ClientRequest } from './rules.ts'
import { findQuestion, insertQuestion, saveAnswer, saveReminded, waitingQuestion } from './store.questions.ts'
import { opportunityOf } from './store.ts'

/** Asks the client, who is reminded after some days; without an answer the request then ends, with its reason. */
export function askClient(
  app: App,
  actor: Actor,
  input: { id: string; question: string },
): Promise<Decision<{ question: string }, AskRefusal>> {
  return onRequest(app, actor, input.id, async (tx, request, now) => {
    const waits = (await waitingQuestion(tx, request.id)) !== undefined
    const hasStatement = (await opportunityOf(tx, request.id)) !== null
    const decision = rules.ask(request, actor, { question: input.question, waits, hasStatement })
    if (!decision.ok) return decision

    const { id: requestId, departmentId } = request
    const id = newId(now, app.random)
    const clock = rules.answerClock(await policyOf(tx, departmentId, now), now)
    const askedBy = actor.kind === 'staff' ? actor.id : request.clientId
    const question = { id, requestId, question: decision.value.question, askedBy, askedAt: now, ...clock }
    await insertQuestion(tx, departmentId, question)
    await recordOn(tx, app, 'request.asked', request, actor, now, { questionId: id })
    await writeToClient(tx, app, askedEmail, request, question, now)
    await enqueue(tx, 'request.remind', { questionId: id }, { runAt: clock.remindAt, key: `request.remind ${id}` })
    await enqueue(tx, 'request.lapse', { questionId: id }, { runAt: clock.closesAt, key: `request.lapse ${id}` })
    return decision
  })
}

/** The client answers; whoever asked is told, and the request goes on. */
export function answerQuestion(
  app: App,
  actor: Actor,
  input: { id: string; answer: string },
): Promise<Decision<{ question: Question }, AnswerRefusal>> {
  return onRequest(app, actor, input.id, async (tx, request, now) => {
    const waiting = await waitingQuestion(tx, request.id)
    const decision = rules.answer(request, actor, { waiting, said: input.answer })
    if (!decision.ok) return decision

    const { id: questionId, askedBy } = decision.value.question
    await saveAnswer(tx, questionId, input.answer, now)
    await recordOn(tx, app, 'request.answered', request, actor, now, { questionId })
    const asker = await findPerson(tx, askedBy)
    const said = input.answer
    if (asker)
      await tell(tx, app, answeredEmail, request, asker, now, (about) => ({ ...about, answer: said }), '/requests/:id')
    return decision
  })
}

/** Reminds the client once of a question that still waits. */
export async function remindClient(app: App, { questionId }: { questionId: string }): Promise<void> {
  const requestId = await requestOf(app, questionId)
  if (!requestId) return
  await onRequest(app, system, requestId, async (tx, request, now) => {
    const question = await waitingQuestion(tx, request.id)
    if (question?.id === questionId && !question.remindedAt) {
      await saveReminded(tx, questionId, now)
      await recordOn(tx, app, 'request.reminded', request, system, now, { questionId })
      await writeToClient(tx, app, remindedEmail, request, question, now)
    }
    return { ok: true, value: undefined }
  })
}

/** Ends the request of a client who did not answer in time; nothing when they did, or when it went on meanwhile. */
export async function lapseQuestion(app: App, { questionId }: { questionId: string }): Promise<void> {
  const requestId = await requestOf(app, questionId)
  if (requestId) await withdrawRequest(app, system, { id: requestId, reason: 'no_reply', questionId })
}

/** The request of a question that still waits. */
function requestOf(app: App, questionId: string): Promise<string | undefined> {
  return app.read('everything', async (tx) => {
    const question = await findQuestion(tx, questionId)
    return question && !question.endedAt ? question.requestId : undefined
  })
}

async function writeToClient(
  tx: Tx,
  app: App,
  kind: typeof askedEmail,
  request: ClientRequest,
  { question, closesAt }: Pick<Question, 'question' | 'closesAt'>,
  at: Date,
): Promise<void> {
  const { zone } = await policyOf(tx, request.departmentId, at)
  const by = formatInstant(closesAt, zone, request.language)
  await reply(tx, app, kind, request, at, (about) => ({ ...about, question, by }), '/requests/:id/answer')
}
