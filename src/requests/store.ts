import { type Selectable, sql } from 'kysely'
import { holds, type Staff } from '../accounts/rules.ts'
import { type EventKind, eventNames } from '../history/kinds.ts'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import { cents } from '../platform/money.ts'
import type { Requests } from '../platform/tables.ts'
import { dayOf, fiscalYearOf, partsOf } from '../platform/time.ts'
import { type OptionAnswers, optionAnswersIn } from './rules.options.ts'
import {
  answersOf,
  type ClientRequest,
  type DeclineReason,
  type Go,
  isDeclineReason,
  likeness,
  type Need,
  type RequestState,
  type Screened,
  type Verdict,
  type WithdrawReason,
  withdrawReasons,
} from './rules.ts'

/** The next number of the department's fiscal year: `2026-014`. Two requests at once wait for one another here. */
export async function nextFileNumber(tx: Tx, departmentId: string, now: Date, zone: string): Promise<string> {
  const [fiscalYear] = partsOf(fiscalYearOf(dayOf(now, zone)).first)
  const { last } = await tx
    .insertInto('fileNumbers')
    .values({ departmentId, fiscalYear, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['departmentId', 'fiscalYear']).doUpdateSet({ last: sql`file_numbers.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return `${fiscalYear}-${String(last).padStart(3, '0')}`
}

export type NewRequest = Need & {
  id: string
  departmentId: string
  number: string
  clientId: string
  receivedAt: Date
}

export async function insertRequest(tx: Tx, request: NewRequest): Promise<ClientRequest> {
  const { answers, estimate, options = null, ...rest } = request
  const row = await tx
    .insertInto('requests')
    .values({ ...rest, ...answers, ...columnsOf(options), estimateCents: estimate, state: 'received' })
    .returningAll()
    .executeTakeFirstOrThrow()
  return fromRow(row)
}

export async function findRequest(tx: Tx, id: string): Promise<ClientRequest | undefined> {
  const row = await tx.selectFrom('requests').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Holds the row until the transaction ends, so that two people cannot both decide. */
export async function lockRequest(tx: Tx, id: string): Promise<ClientRequest | undefined> {
  const row = await tx.selectFrom('requests').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

export async function saveScreened(
  tx: Tx,
  id: string,
  screened: Screened,
  verdict: Verdict,
  by: { id: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('requests')
    .set({
      ...verdict.answers,
      ...screened,
      meetsCriteria: verdict.meetsCriteria,
      reply: verdict.reply,
      ...(verdict.maintainer === undefined ? {} : { maintainer: verdict.maintainer }),
      screenedAt: by.at,
      screenedBy: by.id,
      endedAt: screened.state === 'declined' ? by.at : null,
    })
    .where('id', '=', id)
    .execute()
}

export async function saveWithdrawn(tx: Tx, id: string, reason: WithdrawReason, at: Date): Promise<void> {
  await tx.updateTable('requests').set({ state: 'withdrawn', reason, endedAt: at }).where('id', '=', id).execute()
}

export async function saveGo(tx: Tx, id: string, go: Go): Promise<void> {
  await tx
    .updateTable('requests')
    .set({ go: go.said, goBy: go.by, goAt: go.at, goReason: go.reason })
    .where('id', '=', id)
    .execute()
}

export type ListedRequest = {
  readonly request: ClientRequest
  readonly clientName: string
  /** The posting that its statement became, when it is written. */
  readonly opportunityId: string | null
  /** A question waits for the client's answer. */
  readonly asked: boolean
}
export type RequestList = { readonly rows: readonly ListedRequest[]; readonly total: number }

export const LISTED_IN_A_STATE = 50

/**
 * What this person may see, by state, newest first: their own, or all for those who work on them. At most
 * `LISTED_IN_A_STATE` of each, with how many there are; `before` (an id) reads on.
 */
export async function requestsVisibleTo(
  tx: Tx,
  actor: Staff,
  on: { state?: RequestState; before?: string } = {},
): Promise<Readonly<Record<RequestState, RequestList>>> {
  const all = holds(actor, 'program_team', 'procurement', 'observer')
  const { rows } = await sql<
    Selectable<Requests> & { clientName: string; opportunityId: string | null; asked: boolean; total: number }
  >`
    select listed.*, people.name as client_name,
      (select d.opportunity_id from file_duties d
        where d.request_id = listed.id and d.duty = 'wrote_statement' order by d.at desc limit 1) as opportunity_id,
      exists (select from request_questions q where q.request_id = listed.id and q.ended_at is null) as asked
    from (
      select requests.*, row_number() over by_state as place, count(*) over (partition by state)::int as total
      from requests
      where department_id = ${actor.departmentId} and (${all} or client_id = ${actor.id})
        and (${on.state ?? null}::text is null or state = ${on.state ?? null})
        and (${on.before ?? null}::uuid is null or (received_at, id) < (select received_at, id from requests where id = ${on.before ?? null}::uuid))
      window by_state as (partition by state order by received_at desc, id desc)
    ) listed
    join people on people.id = listed.client_id
    where listed.place <= ${LISTED_IN_A_STATE}
    order by listed.received_at desc, listed.id desc`.execute(tx)
  return {
    received: listIn('received'),
    accepted: listIn('accepted'),
    declined: listIn('declined'),
    withdrawn: listIn('withdrawn'),
  }

  function listIn(state: RequestState): RequestList {
    const own = rows.filter((row) => row.state === state)
    return {
      rows: own.map(({ clientName, opportunityId, asked, ...row }) => ({
        ...{ request: fromRow(row), clientName, opportunityId, asked },
      })),
      total: own[0]?.total ?? 0,
    }
  }
}

export type SimilarRequest = {
  readonly id: string
  readonly number: string
  readonly subject: string
  readonly language: Language
  readonly team: string
  readonly state: RequestState
  readonly receivedAt: Date
}

/** Requests of the department that may ask for the same thing, the most alike first: same team, or nearly the same subject. */
export async function similarTo(tx: Tx, request: ClientRequest): Promise<SimilarRequest[]> {
  const { id, departmentId, subject, team } = request
  const alike = sql<number>`similarity(subject, ${subject})`
  const sameTeam = sql<boolean>`lower(btrim(team)) = lower(btrim(${team}))`
  return tx
    .selectFrom('requests')
    .select(['id', 'number', 'subject', 'language', 'team', 'state', 'receivedAt'])
    .where('departmentId', '=', departmentId)
    .where('id', '<>', id)
    .where((has) =>
      has.or([has(alike, '>=', likeness.anywhere), has.and([has(alike, '>=', likeness.withinTeam), sameTeam])]),
    )
    .orderBy(alike, 'desc')
    .orderBy('receivedAt', 'desc')
    .limit(5)
    .execute()
}

/** What this person wrote of themselves the last time they asked. */
export async function lastAskedBy(
  tx: Tx,
  clientId: string,
): Promise<{ team: string; homeBranch: boolean; language: Language } | undefined> {
  return tx
    .selectFrom('requests')
    .select(['team', 'homeBranch', 'language'])
    .where('clientId', '=', clientId)
    .orderBy('receivedAt', 'desc')
    .executeTakeFirst()
}

/** Open requests of the department and whether a statement exists, oldest first: what can wait for somebody. */
export async function openRequests(
  tx: Tx,
  departmentId: string,
): Promise<readonly { request: ClientRequest; clientName: string; hasStatement: boolean }[]> {
  const rows = await tx
    .selectFrom('requests')
    .innerJoin('people', 'people.id', 'requests.clientId')
    .where('requests.departmentId', '=', departmentId)
    .where('state', 'in', ['received', 'accepted'])
    .selectAll('requests')
    .select('people.name as clientName')
    .select((has) =>
      has
        .exists(
          has
            .selectFrom('fileDuties')
            .whereRef('fileDuties.requestId', '=', 'requests.id')
            .where('duty', '=', 'wrote_statement')
            .select('fileDuties.id'),
        )
        .as('hasStatement'),
    )
    .orderBy('receivedAt')
    .orderBy('requests.id')
    .execute()
  return rows.map(({ clientName, hasStatement, ...row }) => ({
    request: fromRow(row),
    clientName,
    hasStatement: Boolean(hasStatement),
  }))
}

/** The posting that a request's statement became; null while nobody has begun it. */
export async function opportunityOf(tx: Tx, requestId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('fileDuties')
    .where('requestId', '=', requestId)
    .where('duty', '=', 'wrote_statement')
    .where('opportunityId', 'is not', null)
    .orderBy('at', 'desc')
    .select('opportunityId')
    .executeTakeFirst()
  return row?.opportunityId ?? null
}

/** Is that posting a draft that was never submitted? Then its client may still give up the need. */
export async function isUnsubmitted(tx: Tx, opportunityId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('opportunities')
    .select(['state', 'returnedBecause'])
    .where('id', '=', opportunityId)
    .executeTakeFirst()
  return row?.state === 'draft' && row.returnedBecause === ''
}

export type RequestEvent = {
  readonly kind: EventKind
  readonly at: Date
  readonly actorName: string | null
  readonly facts: Readonly<Record<string, unknown>>
}

/** What happened to the request itself, oldest first. What happened to its posting is on the page of the file. */
export async function requestEvents(tx: Tx, requestId: string): Promise<readonly RequestEvent[]> {
  const rows = await tx
    .selectFrom('historyEvents')
    .leftJoin('people', 'people.id', 'historyEvents.actorId')
    .where('fileId', '=', requestId)
    .where('subjectType', '=', 'request')
    .select(['kind', 'at', 'body', 'people.name as actorName'])
    .orderBy('at')
    .orderBy('historyEvents.id')
    .execute()
  return rows.map(({ kind, at, body, actorName }) => ({
    kind: knownKind(kind),
    at,
    actorName,
    facts: JSON.parse(body),
  }))
}

const columnsOf = (options: OptionAnswers | null) =>
  options && {
    askedWhat: options.what,
    askedInOpen: options.inOpen,
    askedCost: options.cost,
    askedSupplier: options.supplier,
  }

/** A row as what it is in its state. The table's checks say that what a state needs is there. */
function fromRow(row: Selectable<Requests>): ClientRequest {
  const common = {
    id: row.id,
    departmentId: row.departmentId,
    number: row.number,
    clientId: row.clientId,
    team: row.team,
    homeBranch: row.homeBranch,
    language: row.language,
    subject: row.subject,
    need: row.need,
    answers: answersOf((criterion) => row[criterion]),
    maintainer: row.maintainer,
    estimate: row.estimateCents === null ? null : cents(row.estimateCents),
    receivedAt: row.receivedAt,
    options: optionAnswersIn({
      what: row.askedWhat,
      inOpen: row.askedInOpen,
      cost: row.askedCost,
      supplier: row.askedSupplier,
    }),
    importId: row.importId,
  }
  const screening =
    row.screenedAt && row.screenedBy
      ? { at: row.screenedAt, by: row.screenedBy, meetsCriteria: row.meetsCriteria ?? false, reply: row.reply }
      : null
  const go = row.go && row.goBy && row.goAt ? { said: row.go, by: row.goBy, at: row.goAt, reason: row.goReason } : null
  switch (row.state) {
    case 'received':
      return { ...common, state: row.state }
    case 'accepted':
      return { ...common, state: row.state, screening: there(screening), go }
    case 'declined':
      return {
        ...common,
        state: row.state,
        screening: there(screening),
        reason: declineReasonOf(row.reason),
        referredTo: row.referredTo,
        referredDepartmentId: row.referredDepartmentId,
        endedAt: row.endedAt ?? there(screening).at,
      }
    case 'withdrawn':
      return {
        ...common,
        state: row.state,
        screening,
        go,
        reason: withdrawReasonOf(row.reason),
        endedAt: there(row.endedAt),
      }
  }
}

function there<Value>(value: Value | null): Value {
  if (value === null) throw new Error('a request lacks what its state needs')
  return value
}

function declineReasonOf(text: string | null): DeclineReason {
  if (text === null || !isDeclineReason(text)) throw new Error(`an unknown reason is on a request: ${text}`)
  return text
}

function withdrawReasonOf(text: string | null): WithdrawReason {
  return there(withdrawReasons.find((known) => known === text) ?? null)
}

function knownKind(text: string): EventKind {
  if (!isKind(text)) throw new Error(`an unknown kind is in the record: ${text}`)
  return text
}

const isKind = (text: string): text is EventKind => Object.hasOwn(eventNames, text)
