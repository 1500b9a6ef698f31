import { type Actor, holds } from '../accounts/rules.ts'
import { type Department, findDepartment, findPerson, listDepartments } from '../accounts/store.ts'
import type { Import } from '../backlog/rules.ts'
import { findImport } from '../backlog/store.ts'
import { addBusinessDays, businessHours } from '../platform/calendar.ts'
import type { Day } from '../platform/day.ts'
import type { Tx } from '../platform/db.ts'
import { formatDay, formatInstant, formatMoney } from '../platform/format.ts'
import { type Language, languages, type Text } from '../platform/i18n.ts'
import type { Cents } from '../platform/money.ts'
import { dayOf, instantAt } from '../platform/time.ts'
import { calendarOf } from '../policy/inForce.ts'
import type { Policy } from '../policy/rules.ts'
import { policyOf } from '../policy/store.ts'
import { ceilingBeforeTax, taxOn } from '../policy/taxes.ts'
import { draftedReply, replyOutcomes } from './replies.ts'
import type { Question } from './rules.questions.ts'
import { type Answers, type ClientRequest, type Criterion, can, criteria, declaredOf } from './rules.ts'
import { questionsOf } from './store.questions.ts'
import {
  findRequest,
  isUnsubmitted,
  opportunityOf,
  type RequestEvent,
  requestEvents,
  type SimilarRequest,
  similarTo,
} from './store.ts'
import type { ReplyFor } from './texts.replies.ts'
import { byTexts, type StatusName, type StatusText, statusTexts } from './texts.status.ts'
import { answerNames, declineNames, goNames, notKnown, withdrawNames } from './texts.ts'

/** All that the pages of one request say. */
export type RequestPageFacts = {
  readonly request: ClientRequest
  readonly clientName: string
  readonly screenerName: string | null
  readonly goName: string | null
  readonly mailbox: string
  readonly zone: string
  readonly limit: Cents
  readonly events: readonly RequestEvent[]
  /** What the client declared; the request itself holds what the program found since. */
  readonly declared: Answers
  readonly opportunityId: string | null
  /** The statement was begun and never submitted: the client gives up by cancelling the file. */
  readonly unsubmitted: boolean
  /** By when the next decision on it is promised. */
  readonly due: Date | null
  readonly late: boolean
  readonly similar: readonly SimilarRequest[]
  readonly questions: readonly Question[]
  /** The one that waits for the client's answer. */
  readonly waiting: Question | null
  /** Where else a need may be handed on to, on this installation. */
  readonly departments: readonly Pick<Department, 'id' | 'name'>[]
  /** What the need was started from. */
  readonly source: Import | null
  /** The estimate with the sales tax of the place of supply, and the highest price that leaves room for it. */
  readonly price: { readonly withTax: Cents; readonly ceiling: Cents; readonly fits: boolean } | null
}

/** The request and all that its pages say, for whoever may read it; nothing for anybody else. */
export async function requestPage(tx: Tx, actor: Actor, id: string): Promise<RequestPageFacts | undefined> {
  const request = await findRequest(tx, id)
  if (!request || !can.read(actor, request)) return undefined

  const now = await tx.now()
  const policy = await policyOf(tx, request.departmentId, now)
  const department = await findDepartment(tx, request.departmentId)
  const nameOf = async (personId: string | undefined) =>
    personId ? ((await findPerson(tx, personId))?.name ?? null) : null
  const events = await requestEvents(tx, id)
  const questions = await questionsOf(tx, id)
  const opportunityId = await opportunityOf(tx, id)
  const waiting = questions.find(({ endedAt }) => endedAt === null) ?? null
  const due = waiting ? waiting.closesAt : dueOf(request, policy)
  return {
    request,
    clientName: (await nameOf(request.clientId)) ?? '',
    screenerName: await nameOf('screening' in request ? request.screening?.by : undefined),
    goName: await nameOf('go' in request ? request.go?.by : undefined),
    mailbox: department?.mailbox ?? '',
    zone: policy.zone,
    limit: policy.limitIncludingTax,
    events,
    declared: declaredOf(events.find(({ kind }) => kind === 'request.received')?.facts ?? {}),
    opportunityId,
    unsubmitted: opportunityId !== null && (await isUnsubmitted(tx, opportunityId)),
    due,
    late: due !== null && now > due,
    similar: holds(actor, 'program_team', 'procurement', 'observer') ? await similarTo(tx, request) : [],
    questions,
    waiting,
    departments: can.screen(actor, request)
      ? (await listDepartments(tx)).filter((other) => other.id !== request.departmentId)
      : [],
    source: request.importId ? ((await findImport(tx, request.importId)) ?? null) : null,
    price: request.estimate === null ? null : priceOf(request.estimate, policy, dayOf(now, policy.zone)),
  }
}

function priceOf(estimate: Cents, policy: Policy, on: Day): RequestPageFacts['price'] {
  const { placeOfSupply, limitIncludingTax, exemptFrom } = policy
  const { withTax } = taxOn(placeOfSupply, on, estimate, { exemptFrom })
  const ceiling = ceilingBeforeTax(placeOfSupply, on, limitIncludingTax, { exemptFrom })
  return { withTax, ceiling, fits: withTax <= limitIncludingTax }
}

/** A request is screened, and its Go decided, by the end of the next business day. Source: Annex A, the estimate of the first step. */
export function dueOf(request: ClientRequest, policy: Policy): Date | null {
  const since = waitsSince(request)
  if (!since) return null
  const next = addBusinessDays(calendarOf(policy), dayOf(since, policy.zone), 1)
  return instantAt(next, businessHours.closes, policy.zone)
}

/** Since when somebody owes this request a decision; null when nobody does. */
export function waitsSince(request: ClientRequest): Date | null {
  if (request.state === 'received') return request.receivedAt
  return request.state === 'accepted' && !request.go ? request.screening.at : null
}

export type StatusSaid = StatusText & {
  readonly name: StatusName
  readonly tone: 'you' | 'waiting' | 'done' | 'late'
  readonly by: { readonly what: Text; readonly more?: Text }
}

/** What is happening, what this reader does next, by when. */
export function statusFor(facts: RequestPageFacts, actor: Actor): StatusSaid {
  const name = statusNameFor(facts, actor)
  const mine = ownTurn.includes(name)
  const ended = name === 'declined' || name === 'withdrawn'
  const tone = ended || name === 'statement' ? 'done' : facts.late ? 'late' : mine ? 'you' : 'waiting'
  return { ...statusTexts[name], name, tone, by: byFor(facts, name) }
}

const ownTurn: readonly StatusName[] = [
  'receivedScreener',
  'askedClient',
  'acceptedProcurement',
  'acceptedClient',
  'goClient',
  'noGoClient',
]

function statusNameFor({ request, opportunityId, waiting }: RequestPageFacts, actor: Actor): StatusName {
  const client = actor.kind === 'staff' && actor.id === request.clientId
  if (request.state === 'declined' || request.state === 'withdrawn') return request.state
  if (waiting && client) return 'askedClient'
  if (waiting && request.state === 'received') return 'askedProgram'
  if (request.state === 'received') {
    if (can.screen(actor, request)) return 'receivedScreener'
    if (client) return holds(actor, 'program_team') ? 'receivedOwn' : 'receivedClient'
    return 'receivedOther'
  }
  if (!request.go && can.decideGo(actor, request)) return 'acceptedProcurement'
  if (!request.go && !opportunityId) return client ? 'acceptedClient' : 'acceptedOther'
  if (!request.go) return 'statementBeforeGo'
  if (request.go.said === 'no_go') return client ? 'noGoClient' : 'noGoOther'
  if (opportunityId) return 'statement'
  if (client) return 'goClient'
  return can.startStatement(actor, request) ? 'goProgram' : 'goOther'
}

function byFor({ request, due, zone }: RequestPageFacts, name: StatusName): StatusSaid['by'] {
  const until = (at: Date) => pair((language) => formatInstant(at, zone, language))
  if (name === 'askedClient' || name === 'askedProgram')
    return due ? { what: until(due), more: byTexts.answer } : { what: byTexts.none }
  if (name === 'acceptedClient') return { what: byTexts.none, more: byTexts.statement }
  if (due) return { what: until(due), more: byTexts.oneDay }
  if ('endedAt' in request) return { what: byTexts.ended(dayText(request.endedAt, zone)) }
  return name === 'goClient' || name === 'goProgram'
    ? { what: byTexts.none, more: byTexts.statement }
    : { what: byTexts.none }
}

/** Yes, no or not known, to each criterion. */
export const answerText = (answers: Answers, criterion: Criterion): Text => {
  const answer = answers[criterion]
  return answer === null ? notKnown : answerNames[answer ? 'yes' : 'no']
}

/** What became of the request, in a few words; nothing while it is open. */
export function outcomeText(request: ClientRequest): Text | null {
  if (request.state === 'declined') return declineNames[request.reason]
  if (request.state === 'withdrawn') return withdrawNames[request.reason]
  return request.state === 'accepted' && request.go ? goNames[request.go.said] : null
}

/** The screening form as first shown: what the client declared, where they knew. */
export const verdictBegun = (request: ClientRequest): Record<string, string> => ({
  ...Object.fromEntries(
    criteria.flatMap((criterion) => {
      const answer = request.answers[criterion]
      return answer === null ? [] : [[criterion, answer ? 'yes' : 'no']]
    }),
  ),
  maintainer: request.maintainer,
  reply: draftsFor(request).accepted ?? '',
})

/** The reply drafted for each outcome of this request, in the client's language; `other_department+` when it is handed on. */
export function draftsFor({ importId, language }: ClientRequest): Readonly<Record<string, string>> {
  const draft = (outcome: ReplyFor, handedOn: boolean) =>
    draftedReply(outcome, { started: importId !== null, handedOn })[language]
  return {
    ...Object.fromEntries(replyOutcomes.map((outcome) => [outcome, draft(outcome, false)])),
    'other_department+': draft('other_department', true),
  }
}

export const moneyText = (amount: Cents): Text => pair((language) => formatMoney(amount, language))
export const dayText = (at: Date, zone: string): Text =>
  pair((language) => formatDay(dayOf(at, zone), language, { weekday: false }))

function pair(say: (language: Language) => string): Text {
  const [en = '', fr = ''] = languages.map(say)
  return { en, fr }
}
