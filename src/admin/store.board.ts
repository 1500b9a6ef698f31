import { type RawBuilder, sql } from 'kysely'
import type { Staff } from '../accounts/rules.ts'
import type { OpportunityState } from '../opportunities/rules.ts'
import type { Day } from '../platform/day.ts'
import type { Tx } from '../platform/db.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { parseDay } from '../platform/time.ts'
import type { RequestState } from '../requests/rules.ts'
import type { FileFacts } from './rules.board.ts'
import type { Place } from './rules.filter.ts'

/** A file as the board lists it: a request, and its latest posting when there is one. */
export type BoardFile = FileFacts & {
  readonly opportunityId: string | null
  readonly number: string
  readonly title: Text
  /** The language that the title is in for every reader, while there is only one. */
  readonly titleIn: Language | undefined
  readonly team: Text
  readonly clientId: string
  readonly clientName: string
  readonly receivedAt: Date
  readonly endedAt: Date | null
}

/** What the rows themselves can be narrowed by; stages and clocks are worked out afterwards. */
export type Narrowed = {
  readonly clientId: string | null
  readonly team: string | null
  readonly received: { readonly from: Date; readonly to: Date } | null
  readonly words: string
  /** Ended files behind this one, the latest first. */
  readonly endedAfter: Place | null
}

export const ENDED_SHOWN = 30

export const unnarrowed: Narrowed = { clientId: null, team: null, received: null, words: '', endedAfter: null }

/** Files that are open, oldest first, and the last that ended; all of the department, or only a person's own. */
export async function boardFiles(
  tx: Tx,
  actor: Staff,
  of: 'department' | 'person',
  narrowed: Narrowed = unnarrowed,
): Promise<{ open: readonly BoardFile[]; ended: readonly BoardFile[]; moreEnded: Place | null }> {
  const { endedAfter } = narrowed
  const behind = endedAfter
    ? sql`and (not ended or (ended_key, request_id::text) < (${endedAfter.key}, ${endedAfter.id}))`
    : sql``
  const mine =
    of === 'person'
      ? sql`and (r.client_id = ${actor.id} or exists (select from file_duties d where d.request_id = r.id and d.person_id = ${actor.id}))`
      : sql``
  const { rows } = await sql<BoardRow>`
    with files as (
      select r.id as request_id, r.number as request_number, r.state as request_state, r.go, r.subject, r.language, r.team, r.client_id, p.name as client_name, r.received_at, r.ended_at as request_ended_at,
        o.*, (r.state in ('declined', 'withdrawn') or o.state in ('completed', 'unsuccessful', 'cancelled', 'withdrawn')) is true as ended
      from requests r
      join people p on p.id = r.client_id
      left join lateral (
        select id as opportunity_id, number as posting_number, state, title_en, title_fr, team_en, team_fr, closes_at, closed_at, ended_at,
          pif_completed_at, s32_signed_at, sent_to_finance_at, reserved_at, delivery_day
        from opportunities where request_id = r.id and department_id = r.department_id order by posting desc limit 1
      ) o on true
      where r.department_id = ${actor.departmentId} ${mine} ${whereOf(narrowed)}
    ), keyed as (
      select files.*, to_char(coalesce(ended_at, request_ended_at, received_at), 'YYYY-MM-DD"T"HH24:MI:SS.US') as ended_key from files
    ), shown as (
      select keyed.*, row_number() over (partition by ended order by ended_key desc, request_id desc) as place from keyed where true ${behind}
    )
    select shown.*, offer.offer_state, offer.respond_by, contract.contract_state, contract.started_at, contract.contract_day,
      invoice.invoice_state, invoice.card_document
    from shown
    left join lateral (
      select state as offer_state, respond_by from offers
      where opportunity_id = shown.opportunity_id and state in ('made', 'accepted', 'terms_signed') and ended_at is null limit 1
    ) offer on true
    left join lateral (
      select id as contract_id, state as contract_state, started_at, delivery_day as contract_day from contracts
      where opportunity_id = shown.opportunity_id order by started_at desc limit 1
    ) contract on true
    left join lateral (
      select state as invoice_state, card_document from invoices where contract_id = contract.contract_id limit 1
    ) invoice on true
    where not ended or place <= ${ENDED_SHOWN + 1}
    order by received_at, request_id`.execute(tx)
  const open = rows.filter(({ ended }) => !ended)
  const ended = rows.filter((row) => row.ended).toSorted((one, other) => one.place - other.place)
  const last = ended.length > ENDED_SHOWN ? ended[ENDED_SHOWN - 1] : undefined
  return {
    open: open.map(fromRow),
    ended: ended.slice(0, ENDED_SHOWN).map(fromRow),
    moreEnded: last ? { key: last.endedKey, id: last.requestId } : null,
  }
}

/** What there is to choose from: clients, teams, and when the first and the last request came in. */
export async function boardChoices(
  tx: Tx,
  departmentId: string,
): Promise<{
  readonly clients: readonly { readonly id: string; readonly name: string }[]
  readonly teams: readonly string[]
  readonly received: { readonly first: Date; readonly last: Date } | null
}> {
  const clients = await tx
    .selectFrom('requests')
    .innerJoin('people', 'people.id', 'requests.clientId')
    .select(['people.id', 'people.name'])
    .distinct()
    .where('requests.departmentId', '=', departmentId)
    .orderBy('people.name')
    .orderBy('people.id')
    .execute()
  const teams = await tx
    .selectFrom('requests')
    .select('team')
    .distinct()
    .where('departmentId', '=', departmentId)
    .orderBy('team')
    .execute()
  const { first, last } = await tx
    .selectFrom('requests')
    .select(({ fn }) => [fn.min('receivedAt').as('first'), fn.max('receivedAt').as('last')])
    .where('departmentId', '=', departmentId)
    .executeTakeFirstOrThrow()
  return { clients, teams: teams.map(({ team }) => team), received: first && last ? { first, last } : null }
}

function whereOf({ clientId, team, received, words }: Narrowed): RawBuilder<unknown> {
  const asked: RawBuilder<unknown>[] = []
  if (clientId) asked.push(sql`and r.client_id = ${clientId}`)
  if (team) asked.push(sql`and r.team = ${team}`)
  if (received) asked.push(sql`and r.received_at >= ${received.from} and r.received_at < ${received.to}`)
  // Every word, in any order, in what a person remembers of a file: its number, its titles, its team, its client.
  for (const word of words.split(' ').filter((each) => each !== ''))
    asked.push(
      sql`and concat_ws(' ', r.number, r.subject, r.team, o.posting_number, o.title_en, o.title_fr, o.team_en, o.team_fr, p.name) ilike ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`,
    )
  return asked.length > 0 ? sql.join(asked, sql` `) : sql``
}

type BoardRow = {
  requestId: string
  requestNumber: string
  requestState: RequestState
  go: 'go' | 'no_go' | null
  subject: string
  language: Language
  team: string
  clientId: string
  clientName: string
  receivedAt: Date
  endedKey: string
  requestEndedAt: Date | null
  opportunityId: string | null
  postingNumber: string | null
  state: OpportunityState | null
  titleEn: string | null
  titleFr: string | null
  teamEn: string | null
  teamFr: string | null
  closesAt: Date | null
  closedAt: Date | null
  endedAt: Date | null
  pifCompletedAt: Date | null
  s32SignedAt: Date | null
  sentToFinanceAt: Date | null
  reservedAt: Date | null
  deliveryDay: string | null
  ended: boolean
  place: number
  offerState: FileFacts['offerState']
  respondBy: Date | null
  contractState: FileFacts['contractState']
  startedAt: Date | null
  contractDay: string | null
  invoiceState: FileFacts['invoiceState']
  cardDocument: string | null
}

function fromRow(row: BoardRow): BoardFile {
  return {
    requestId: row.requestId,
    requestState: row.requestState,
    go: row.go,
    opportunityState: row.state,
    opportunityId: row.opportunityId,
    number: row.postingNumber ?? row.requestNumber,
    title: { en: row.titleEn || row.titleFr || row.subject, fr: row.titleFr || row.titleEn || row.subject },
    titleIn: titleIn(row),
    team: { en: row.teamEn || row.team, fr: row.teamFr || row.team },
    clientId: row.clientId,
    clientName: row.clientName,
    receivedAt: row.receivedAt,
    gates: {
      pif: row.pifCompletedAt !== null,
      s32: row.s32SignedAt !== null,
      sent: row.sentToFinanceAt !== null,
      reserved: row.reservedAt !== null,
    },
    closesAt: row.closesAt,
    closedAt: row.closedAt,
    offerState: row.offerState,
    respondBy: row.respondBy,
    contractState: row.contractState,
    startedAt: row.startedAt,
    deliveryDay: dayFrom(row.contractDay ?? row.deliveryDay),
    invoiceState: row.invoiceState,
    hasCardDocument: row.cardDocument !== null,
    endedAt: row.endedAt ?? row.requestEndedAt,
  }
}

function titleIn({ titleEn, titleFr, language }: BoardRow): Language | undefined {
  if (titleEn && titleFr) return undefined
  return titleEn ? 'en' : titleFr ? 'fr' : language
}

const dayFrom = (text: string | null): Day | null => (text === null ? null : (parseDay(text) ?? null))
