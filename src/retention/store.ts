import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Tx } from '../platform/db.ts'
import type { Erased, FileClass, HouseClass, RetentionClass } from './rules.ts'

/** Rows of one table that are over. */
type Over = { readonly name: RetentionClass; readonly table: string; readonly over: RawBuilder<unknown> }

/** What a department's closed files have left behind for longer than the policy says. */
export function overInFiles(departmentId: string, until: Readonly<Record<FileClass, Date>>): readonly Over[] {
  const closed = (name: FileClass) => sql`
    select id from opportunities
    where department_id = ${departmentId} and published_at is not null and state not in ('open', 'held') and closes_at <= ${until[name]}`
  const ofApplications = (name: FileClass) => sql`
    application_id in (select id from applications where opportunity_id in (${closed(name)}))`
  const ofQuestions = (name: FileClass) => sql`
    question_id in (select id from questions where opportunity_id in (${closed(name)}))`
  return [
    { name: 'drafts', table: 'application_drafts', over: ofApplications('drafts') },
    { name: 'devices', table: 'application_devices', over: ofApplications('devices') },
    { name: 'askers', table: 'question_askers', over: ofQuestions('askers') },
    { name: 'originals', table: 'question_originals', over: ofQuestions('originals') },
    { name: 'forms', table: 'form_submissions', over: sql`opportunity_id in (${closed('forms')})` },
    { name: 'forms', table: 'form_mappings', over: sql`opportunity_id in (${closed('forms')})` },
  ]
}

/** What belongs to no file. Letters that were given up go by the day they were written. */
export function overInHouse(until: Readonly<Record<HouseClass, Date>>): readonly Over[] {
  return [
    { name: 'codes', table: 'sign_in_codes', over: sql`expires_at <= ${until.codes}` },
    { name: 'sessions', table: 'sessions', over: sql`expires_at <= ${until.sessions}` },
    { name: 'counts', table: 'limits', over: sql`window_start <= ${until.counts}` },
    {
      ...{ name: 'letters', table: 'outbox_messages' },
      over: sql`created_at <= ${until.letters} and (sent_at <= ${until.letters} or next_attempt_at = 'infinity')`,
    },
    { name: 'letters', table: 'local_mailbox', over: sql`at <= ${until.letters}` },
    {
      ...{ name: 'unconfirmed', table: 'watches' },
      over: sql`confirmed_at is null and asked_at <= ${until.unconfirmed}`,
    },
    {
      ...{ name: 'unconfirmed', table: 'subscribers' },
      over: sql`state = 'pending' and asked_at <= ${until.unconfirmed}
        and not exists (select from watches where subscriber_id = subscribers.id)`,
    },
  ]
}

export async function countOver(tx: Tx, all: readonly Over[]): Promise<Erased> {
  return counted(all, async ({ table, over }) => {
    const { rows } = await sql<{ count: string }>`
      select count(*) as count from ${sql.table(table)} where ${over}`.execute(tx)
    return Number(rows[0]?.count ?? 0)
  })
}

export async function deleteOver(tx: Tx, all: readonly Over[]): Promise<Erased> {
  return counted(all, async ({ table, over }) => {
    const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${over}`.execute(tx)
    return Number(numAffectedRows ?? 0n)
  })
}

async function counted(all: readonly Over[], count: (each: Over) => Promise<number>): Promise<Erased> {
  const erased: Partial<Record<RetentionClass, number>> = {}
  for (const each of all) erased[each.name] = (erased[each.name] ?? 0) + (await count(each))
  return erased
}

export type RetentionRun = { readonly finishedAt: Date; readonly erased: Erased }

/** The round of a day, for one process alone. */
export async function claimRun(tx: Tx, day: Day, begunAt: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('retentionRuns')
    .values({ day, begunAt })
    .onConflict((conflict) => conflict.column('day').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function finishRun(tx: Tx, day: Day, erased: Erased, finishedAt: Date): Promise<void> {
  const said = { finishedAt, erased: JSON.stringify(erased) }
  await tx.updateTable('retentionRuns').set(said).where('day', '=', day).execute()
}

/** The last round that came to its end. */
export async function lastRun(tx: Tx): Promise<RetentionRun | undefined> {
  const row = await tx
    .selectFrom('retentionRuns')
    .select(['finishedAt', 'erased'])
    .where('finishedAt', 'is not', null)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.finishedAt ? { finishedAt: row.finishedAt, erased: JSON.parse(row.erased) } : undefined
}
