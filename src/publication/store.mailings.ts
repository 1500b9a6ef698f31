import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import type { Text } from '../platform/i18n.ts'
import type { HeldMailing, MailingState, Progress } from './rules.mailings.ts'

export type ListedMailing = Progress & {
  readonly id: string
  /** The kind of e-mail that it is. */
  readonly kind: string
  readonly state: MailingState
  readonly startedAt: Date
  readonly endedAt: Date | null
  readonly opportunityId: string | null
  readonly number: string | null
  readonly title: Text
}

/** A department's mailings, the newest first, each with how far it is. Only subscribers are counted here, never applicants. */
export async function mailingsOf(tx: Tx, departmentId: string, most: number): Promise<ListedMailing[]> {
  const { rows } = await sql<Omit<ListedMailing, 'title'> & { titleEn: string | null; titleFr: string | null }>`
    select g.id, g.kind, g.state, g.started_at, g.ended_at, g.opportunity_id, g.readers, g.written_at is not null as written,
      o.number, o.title_en, o.title_fr, m.waiting, m.refused
    from (select * from mailings where department_id = ${departmentId} order by started_at desc, id desc limit ${most}) g
    left join opportunities o on o.id = g.opportunity_id
    cross join lateral (
      select count(*) filter (where next_attempt_at < 'infinity') as waiting,
        count(*) filter (where next_attempt_at = 'infinity') as refused
      from outbox_messages where mailing_id = g.id and sent_at is null) m
    order by g.started_at desc, g.id desc`.execute(tx)
  return rows.map(({ titleEn, titleFr, ...row }) => ({ ...row, title: { en: titleEn ?? '', fr: titleFr ?? '' } }))
}

/** Holds the mailing's row until the transaction ends. */
export async function lockOwnMailing(tx: Tx, id: string): Promise<HeldMailing | undefined> {
  return tx
    .selectFrom('mailings')
    .select(['id', 'departmentId', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function setMailingState(tx: Tx, id: string, state: 'going' | 'paused', at: Date): Promise<void> {
  await tx
    .updateTable('mailings')
    .set({ state, heldAt: state === 'paused' ? at : null })
    .where('id', '=', id)
    .execute()
}
