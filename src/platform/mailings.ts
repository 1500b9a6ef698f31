import { setTimeout as sleep } from 'node:timers/promises'
import { type Insertable, sql } from 'kysely'
import type { App } from './app.ts'
import type { Tx } from './db.ts'
import type { Language } from './i18n.ts'
import { newId } from './ids.ts'
import type { Email, MailFacts } from './mail.ts'
import { type Drain, type Message, sendMessage } from './outbox.ts'
import type { Random } from './random.ts'
import type { OutboxMessages } from './tables.ts'

/** A letter to many, and how far it is. */
export type Mailing = {
  readonly id: string
  readonly state: 'going' | 'paused' | 'stopped' | 'done'
  /** The last reader that a letter was written to; their ids give the order. */
  readonly lastReader: string | null
  /** Every letter of it is written. */
  readonly written: boolean
}

export type Start<F extends MailFacts> = {
  readonly kind: Email<F>
  /** By which it exists once, however often its job runs. */
  readonly name: string
  readonly departmentId: string
  /** What it is about; null when it is about several, as a digest is. */
  readonly opportunityId: string | null
  /** What every letter says. What differs from reader to reader stands with their letter. */
  readonly facts: Readonly<Record<Language, MailFacts>>
  /** From this instant on no letter of it leaves. */
  readonly until: Date | null
}

/** The mailing of this name, begun now or before. */
export async function startMailing<F extends MailFacts>(tx: Tx, random: Random, start: Start<F>): Promise<string> {
  const at = await tx.now()
  const { kind, facts, ...row } = start
  await tx
    .insertInto('mailings')
    .values({
      ...{ ...row, id: newId(at, random), kind: kind.kind, startedAt: at },
      ...{ factsEn: JSON.stringify(facts.en), factsFr: JSON.stringify(facts.fr) },
    })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const { id } = await tx.selectFrom('mailings').select('id').where('name', '=', row.name).executeTakeFirstOrThrow()
  return id
}

/** Holds the mailing until the transaction ends: two that write its letters take turns. */
export async function lockMailing(tx: Tx, id: string): Promise<Mailing> {
  const { writtenAt, ...row } = await tx
    .selectFrom('mailings')
    .select(['id', 'state', 'lastReader', 'writtenAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { ...row, written: writtenAt !== null }
}

export type Reader = {
  readonly id: string
  readonly email: string
  readonly language: Language
  readonly facts: MailFacts
  /** The same key is written to once, also by `post`. */
  readonly once: string
}

/**
 * Writes the next letters of a mailing, and remembers how far it is. A reader who was given this letter on their own has
 * a row like the others, which has its turn and is not sent: no count, at any moment, says how many else were told.
 */
export async function writeLetters(
  tx: Tx,
  random: Random,
  { id, readers, last }: { id: string; readers: readonly Reader[]; last: boolean },
): Promise<void> {
  const at = await tx.now()
  const { departmentId, kind } = await tx
    .selectFrom('mailings')
    .select(['departmentId', 'kind'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const rows = readers.map(({ email, language, facts, once }) => ({
    ...{ id: newId(at, random), departmentId, mailingId: id, kind, language, toAddress: email },
    ...{ facts: JSON.stringify(facts), dedupeKey: once, createdAt: at },
  }))
  const written = new Set(await insertRows(tx, rows))
  await insertRows(
    tx,
    rows
      .filter((row) => !written.has(row.id))
      .map((row) => ({ ...row, facts: TOLD, dedupeKey: `told ${id} ${row.id}` })),
  )
  await tx
    .updateTable('mailings')
    .set((row) => ({
      readers: row('readers', '+', readers.length),
      ...(readers.length > 0 ? { lastReader: readers.at(-1)?.id ?? null } : {}),
      ...(last ? { writtenAt: at } : {}),
    }))
    .where('id', '=', id)
    .execute()
}

/** The row of a reader who has had the letter. */
const TOLD = '{"told":true}'

/** Answers the ids of the rows that were not there yet. */
async function insertRows(tx: Tx, rows: readonly Insertable<OutboxMessages>[]): Promise<string[]> {
  if (rows.length === 0) return []
  const inserted = await tx
    .insertInto('outboxMessages')
    .values(rows)
    .onConflict((conflict) => conflict.column('dedupeKey').doNothing())
    .returning('id')
    .execute()
  return inserted.map(({ id }) => id)
}

/** What is still to be said of an opportunity is said no more: it has ended, or its news is out of date. */
export async function stopMailings(tx: Tx, opportunityId: string, at: Date): Promise<void> {
  await tx
    .updateTable('mailings')
    .set({ state: 'stopped', endedAt: at, heldAt: null })
    .where('opportunityId', '=', opportunityId)
    .where('state', 'in', ['going', 'paused'])
    .execute()
}

/** An opportunity that closes later is announced for longer. */
export async function keepMailingsUntil(tx: Tx, opportunityId: string, until: Date): Promise<void> {
  await tx
    .updateTable('mailings')
    .set({ until })
    .where('opportunityId', '=', opportunityId)
    .where('until', 'is not', null)
    .where('state', 'in', ['going', 'paused'])
    .execute()
}

export type Pace = {
  /** How many letters of mailings leave in a second, from all processes together; null while nobody minds. */
  readonly perSecond: number | null
  /** How long one round lasts at most. */
  readonly forMs: number
}

/** As many refusals in a row are chance; more are the server asking for time. */
const PATIENCE = 5
const FIRST_REST_IN_S = 5
const LONGEST_REST_IN_S = 300
/** A wait up to this is worth waiting for; a longer one ends the round. */
const LONGEST_WAIT_IN_MS = 1_500

/**
 * Sends letters of mailings, the oldest mailing first, at the pace that the server takes. One process at a time holds
 * the pace, so several workers are no quicker than one, and a process that is killed doubles one letter at most. Says
 * whether there is more to send.
 */
export async function drainMailings(
  app: App,
  drain: Drain,
  { perSecond, forMs }: Pace,
): Promise<{ sent: number; more: boolean }> {
  const started = performance.now()
  let sent = 0
  for (;;) {
    const outcome = await app.transaction('everything', (tx) => sendNextOfMailing(app, tx, drain, perSecond))
    if (outcome === 'sent') sent += 1
    const over = performance.now() - started >= forMs
    if (outcome === 'nothing_due' || outcome === 'another_sends' || outcome === 'server_away')
      return { sent, more: false }
    if (over) return { sent, more: true }
    if (typeof outcome === 'object') {
      if (outcome.waitMs > LONGEST_WAIT_IN_MS) return { sent, more: false }
      await sleep(outcome.waitMs)
    }
  }
}

type Outcome = 'nothing_due' | 'another_sends' | 'sent' | 'failed' | 'not_now' | 'server_away' | { waitMs: number }

async function sendNextOfMailing(app: App, tx: Tx, drain: Drain, perSecond: number | null): Promise<Outcome> {
  const pace = await holdPace(tx)
  if (!pace) return 'another_sends'
  if (pace.waitMs > 0) return { waitMs: pace.waitMs }
  const message = await takeNext(tx)
  if (!message) {
    await endMailings(tx)
    return 'nothing_due'
  }
  const outcome = message.told ? await passOver(tx, message.id) : await sendMessage(app, tx, drain, message)
  await setPace(tx, {
    refused: outcome === 'sent' ? 0 : outcome === 'failed' ? pace.refused : pace.refused + 1,
    betweenMs: perSecond === null ? 0 : 1_000 / perSecond,
  })
  return outcome
}

/**
 * Also tells the planner, for this transaction, to follow the order of an index: of a hundred thousand letters that were
 * written a moment ago it knows nothing yet, and would sort them all for each one that leaves.
 */
async function holdPace(tx: Tx): Promise<{ waitMs: number; refused: number } | undefined> {
  const { rows } = await sql<{ waitMs: number; refused: number }>`
    select greatest(0, ceil(extract(epoch from next_at - clock_timestamp()) * 1000))::float8 as wait_ms, refused,
      set_config('enable_sort', 'off', true)
    from (select case when isfinite(next_at) then next_at else clock_timestamp() end as next_at, refused
      from mail_pace for update skip locked) pace`.execute(tx)
  return rows[0]
}

async function setPace(tx: Tx, { refused, betweenMs }: { refused: number; betweenMs: number }): Promise<void> {
  const restMs =
    refused < PATIENCE ? 0 : Math.min(LONGEST_REST_IN_S, FIRST_REST_IN_S * 2 ** (refused - PATIENCE)) * 1_000
  await sql`
    update mail_pace set refused = ${refused},
      next_at = greatest(next_at, clock_timestamp() - interval '1 second')
        + make_interval(secs => ${Math.max(betweenMs, 0) / 1_000}) + make_interval(secs => ${restMs / 1_000})`.execute(
    tx,
  )
}

/** As if it had been sent. */
async function passOver(tx: Tx, id: string): Promise<'sent'> {
  await tx.updateTable('outboxMessages').set({ sentAt: sql`clock_timestamp()` }).where('id', '=', id).execute()
  return 'sent'
}

type Row = Message & { readonly common: string }

async function takeNext(tx: Tx): Promise<(Message & { readonly told: boolean }) | undefined> {
  const { rows } = await sql<Row>`
    select m.*, d.name_en, d.name_fr, d.postal_address
    from (select * from mailings where state = 'going' order by started_at, id) g
    join departments d on d.id = g.department_id
    cross join lateral (
      select m.id, m.kind, m.language, m.to_address, m.facts, m.attempts,
        case m.language when 'en' then g.facts_en else g.facts_fr end as common
      from outbox_messages m
      where m.mailing_id = g.id and m.sent_at is null and m.next_attempt_at <= clock_timestamp()
      order by m.next_attempt_at, m.id limit 1 for update skip locked) m
    where g.until is null or g.until > opportune_now()
    order by g.started_at, g.id limit 1`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const { common, ...message } = row
  return {
    ...message,
    told: message.facts === TOLD,
    facts: JSON.stringify({ ...JSON.parse(common), ...JSON.parse(message.facts) }),
  }
}

/** A mailing is done when every letter has left or was given up, and stopped when its time is over. */
async function endMailings(tx: Tx): Promise<void> {
  await sql`
    update mailings g set state = 'done', ended_at = opportune_now()
    where state = 'going' and written_at is not null and not exists (
      select from outbox_messages m
      where m.mailing_id = g.id and m.sent_at is null and m.next_attempt_at < 'infinity')`.execute(tx)
  await sql`
    update mailings g set state = 'stopped', ended_at = opportune_now(), held_at = null
    where state in ('going', 'paused') and until <= opportune_now()`.execute(tx)
}
