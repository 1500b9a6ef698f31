import { holds, type Staff } from '../accounts/rules.ts'
import type { Waiting } from '../accounts/waiting.ts'
import type { Tx } from '../platform/db.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { policyOf } from '../policy/store.ts'
import { dueOf } from './pages.ts'
import type { Question } from './rules.questions.ts'
import { type ClientRequest, can } from './rules.ts'
import { waitingQuestions } from './store.questions.ts'
import { referralsTo } from './store.referrals.ts'
import { openRequests } from './store.ts'
import { pageTexts } from './texts.pages.ts'
import { referralTexts } from './texts.questions.ts'

/** Requests that wait for this person: to screen, to decide on, or to write a statement for. */
export async function waitingForRequests(tx: Tx, actor: Staff, language: Language): Promise<Waiting[]> {
  if (!holds(actor, 'client', 'program_team', 'procurement')) return []
  const policy = await policyOf(tx, actor.departmentId, await tx.now())
  const asked = await waitingQuestions(tx, actor.departmentId)
  const needs = holds(actor, 'program_team') ? await referralsWaiting(tx, actor, language) : []
  const requests = (await openRequests(tx, actor.departmentId)).flatMap(({ request, hasStatement }) => {
    const question = asked.get(request.id)
    const task = taskOf(request, hasStatement, question, actor)
    if (!task) return []
    const { text, pattern, since } = task
    const about: Text = { en: `${request.number} – ${request.subject}`, fr: `${request.number} – ${request.subject}` }
    const href = path(pattern, language, { id: request.id })
    return [{ text, about, aboutIn: request.language, href, since, due: question?.closesAt ?? dueOf(request, policy) }]
  })
  return [...requests, ...needs]
}

async function referralsWaiting(tx: Tx, actor: Staff, language: Language): Promise<Waiting[]> {
  return (await referralsTo(tx, actor.departmentId))
    .filter(({ decided }) => !decided)
    .map(({ id, subject, language: aboutIn, receivedAt }) => ({
      ...{ text: referralTexts.task, about: { en: subject, fr: subject }, aboutIn, since: receivedAt, due: null },
      href: path('/requests/referrals/:id', language, { id }),
    }))
}

type Task = { readonly text: Text; readonly pattern: string; readonly since: Date }

function taskOf(
  request: ClientRequest,
  hasStatement: boolean,
  question: Question | undefined,
  actor: Staff,
): Task | undefined {
  if (question && can.answer(actor, request))
    return { text: pageTexts.toAnswer, pattern: '/requests/:id/answer', since: question.askedAt }
  // Whoever screens waits for the client.
  if (question && request.state === 'received') return undefined
  if (can.screen(actor, request))
    return { text: pageTexts.toScreening, pattern: '/requests/:id/screening', since: request.receivedAt }
  if (request.state !== 'accepted') return undefined
  if (!request.go && can.decideGo(actor, request))
    return { text: pageTexts.toGo, pattern: '/requests/:id/go', since: request.screening.at }
  if (can.startStatement(actor, request) && request.clientId === actor.id && !hasStatement)
    return { text: pageTexts.startStatement, pattern: '/requests/:id', since: request.screening.at }
  return undefined
}
