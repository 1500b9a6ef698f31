import { type Selectable, sql } from 'kysely'
import type { App } from '../platform/app.ts'
import type { Day } from '../platform/day.ts'
import type { Tx } from '../platform/db.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'
import type { OutreachActivities } from '../platform/tables.ts'
import { parseDay } from '../platform/time.ts'
import { outreachChannels } from '../policy/rules.ts'
import type { Activity, AskedActivity, Channel, MessageKind } from './rules.ts'

/** The activities of one posting, by the day they were done or are planned for. */
export async function activitiesOf(tx: Tx, opportunityId: string): Promise<Activity[]> {
  const rows = await tx
    .selectFrom('outreachActivities')
    .selectAll()
    .where('opportunityId', '=', opportunityId)
    .orderBy(sql`coalesce(done_day, planned_day)`)
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

export type NewActivity = AskedActivity & {
  readonly departmentId: string
  readonly opportunityId: string
  readonly language: Language
  readonly by: string
  readonly at: Date
}

export async function insertActivity(
  tx: Tx,
  app: Pick<App, 'random'>,
  { departmentId, opportunityId, channel, ownName, language, day, done, by, at }: NewActivity,
): Promise<string> {
  const id = newId(at, app.random)
  const planned = { plannedDay: day, plannedBy: by, plannedAt: at }
  await tx
    .insertInto('outreachActivities')
    .values({
      ...{ id, departmentId, opportunityId, channel, ownName, language, ...planned },
      ...(done ? { doneDay: day, doneBy: by, doneAt: at } : {}),
    })
    .execute()
  return id
}

export type Done = {
  readonly day: Day
  readonly result: string
  readonly language: Language
  readonly reached: number | null
  readonly by: string
  readonly at: Date
}

export async function saveDone(tx: Tx, id: string, { day, result, language, reached, by, at }: Done): Promise<void> {
  const said = { result, resultLanguage: result === '' ? null : language, reached }
  await tx
    .updateTable('outreachActivities')
    .set({ doneDay: day, doneBy: by, doneAt: at, ...said })
    .where('id', '=', id)
    .execute()
}

export async function deleteActivity(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('outreachActivities').where('id', '=', id).where('doneDay', 'is', null).execute()
}

/** The messages that somebody has changed; the others are drafted from the statement whenever they are read. */
export async function messagesOf(tx: Tx, opportunityId: string): Promise<ReadonlyMap<MessageKind, Text>> {
  const rows = await tx
    .selectFrom('outreachMessages')
    .select(['kind', 'textEn as en', 'textFr as fr'])
    .where('opportunityId', '=', opportunityId)
    .execute()
  return new Map(rows.map(({ kind, en, fr }) => [kind, { en, fr }]))
}

export async function putMessage(
  tx: Tx,
  on: { readonly departmentId: string; readonly opportunityId: string; readonly kind: MessageKind },
  { en, fr }: Text,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  const edited = { textEn: en, textFr: fr, editedBy: by, editedAt: at }
  await tx
    .insertInto('outreachMessages')
    .values({ ...on, ...edited })
    .onConflict((conflict) => conflict.columns(['opportunityId', 'kind']).doUpdateSet(edited))
    .execute()
}

export async function deleteMessage(tx: Tx, opportunityId: string, kind: MessageKind): Promise<void> {
  await tx.deleteFrom('outreachMessages').where('opportunityId', '=', opportunityId).where('kind', '=', kind).execute()
}

export type WaitingOutreach = {
  readonly id: string
  readonly number: string
  readonly title: Text
  readonly clientId: string
  readonly since: Date
  readonly dueDay: Day
}

/** Files with something planned for today or before that nobody has done, while there is still something to make known. */
export async function outreachDue(tx: Tx, departmentId: string, today: Day): Promise<WaitingOutreach[]> {
  const { rows } = await sql<WaitingRow>`
    select o.id, o.number, o.title_en, o.title_fr, o.client_id, min(a.planned_at) as since, min(a.planned_day)::text as due_day
    from outreach_activities a join opportunities o on o.id = a.opportunity_id
    where a.department_id = ${departmentId} and a.done_day is null and a.planned_day <= ${today}
      and o.state in ('draft', 'in_review', 'in_approval', 'ready', 'open')
    group by o.id order by due_day, o.id`.execute(tx)
  return rows.flatMap(waitingFrom)
}

/** Submitted files of a department that has posted nothing yet, which nobody has planned any outreach for. */
export async function firstWithoutPlan(tx: Tx, departmentId: string, today: Day): Promise<WaitingOutreach[]> {
  const { rows } = await sql<WaitingRow>`
    select o.id, o.number, o.title_en, o.title_fr, o.client_id, o.submitted_at as since, ${today}::text as due_day
    from opportunities o
    where o.department_id = ${departmentId} and o.state in ('in_review', 'in_approval', 'ready') and o.submitted_at is not null
      and not exists (select from outreach_activities a where a.opportunity_id = o.id and (a.done_day is not null or a.planned_day >= ${today}))
      and not exists (select from opportunities p where p.department_id = o.department_id and p.published_at is not null)
    order by o.submitted_at, o.id`.execute(tx)
  return rows.flatMap(waitingFrom)
}

export type OutreachFacts = {
  /** Postings that went out. */
  readonly posted: number
  /** Of these, with something done to make them known. */
  readonly madeKnown: number
  readonly done: number
  readonly planned: number
  /** People reached, where somebody counted them; null when nobody did. */
  readonly reached: number | null
}

/** What a department did to make its postings known. */
export async function outreachFacts(tx: Tx, departmentId: string): Promise<OutreachFacts> {
  const { rows } = await sql<OutreachFacts>`
    select (select count(*) from opportunities where department_id = ${departmentId} and published_at is not null) as posted,
      count(distinct a.opportunity_id) filter (where a.done_day is not null and o.published_at is not null) as made_known,
      count(*) filter (where a.done_day is not null) as done,
      count(*) filter (where a.done_day is null) as planned,
      sum(a.reached) as reached
    from outreach_activities a join opportunities o on o.id = a.opportunity_id
    where a.department_id = ${departmentId}`.execute(tx)
  return rows[0] ?? { posted: 0, madeKnown: 0, done: 0, planned: 0, reached: null }
}

type WaitingRow = {
  id: string
  number: string
  titleEn: string
  titleFr: string
  clientId: string
  since: Date
  dueDay: string
}

function waitingFrom({ titleEn, titleFr, dueDay, ...row }: WaitingRow): WaitingOutreach[] {
  const day = parseDay(dueDay)
  return day ? [{ ...row, title: { en: titleEn || titleFr, fr: titleFr || titleEn }, dueDay: day }] : []
}

function fromRow(row: Selectable<OutreachActivities>): Activity {
  const { doneDay, doneBy, result, resultLanguage, reached } = row
  return {
    id: row.id,
    channel: channelFrom(row.channel),
    ownName: row.ownName,
    language: row.language,
    plannedDay: known(parseDay(row.plannedDay)),
    plannedAt: row.plannedAt,
    done:
      doneDay === null || doneBy === null
        ? null
        : { day: known(parseDay(doneDay)), by: doneBy, result, resultLanguage, reached },
  }
}

function channelFrom(text: string): Channel {
  return text === 'own' ? 'own' : known(outreachChannels.find((channel) => channel === text))
}

function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('an outreach activity holds what the program does not know')
  return value
}
