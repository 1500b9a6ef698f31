import type { Selectable } from 'kysely'
import type { Tx } from '../platform/db.ts'
import type { Watches } from '../platform/tables.ts'
import type { Watch, Watched, Watcher } from './rules.watching.ts'

/** The watch of a subscriber on an opportunity, new or known; an unconfirmed one counts from this letter on. */
export async function askedWatch(
  tx: Tx,
  asked: Pick<Watch, 'id' | 'subscriberId' | 'opportunityId' | 'askedAt'>,
): Promise<Watch> {
  await tx
    .insertInto('watches')
    .values(asked)
    .onConflict((conflict) =>
      conflict
        .columns(['subscriberId', 'opportunityId'])
        .doUpdateSet({ askedAt: asked.askedAt })
        .where('watches.confirmedAt', 'is', null),
    )
    .execute()
  const row = await tx
    .selectFrom('watches')
    .selectAll()
    .where('subscriberId', '=', asked.subscriberId)
    .where('opportunityId', '=', asked.opportunityId)
    .executeTakeFirstOrThrow()
  return fromRow(row)
}

export async function findWatch(tx: Tx, id: string): Promise<Watch | undefined> {
  const row = await tx.selectFrom('watches').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Holds the row until the transaction ends. */
export async function lockWatch(tx: Tx, id: string): Promise<Watch | undefined> {
  const row = await tx.selectFrom('watches').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

export async function saveWatchConfirmed(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('watches').set({ confirmedAt: at }).where('id', '=', id).execute()
}

/** Takes one watch of this subscriber away. Safe twice. */
export async function deleteWatch(tx: Tx, { id, subscriberId }: { id: string; subscriberId: string }): Promise<void> {
  await tx.deleteFrom('watches').where('id', '=', id).where('subscriberId', '=', subscriberId).execute()
}

/** What a subscriber watches, the one that closes first on top. */
export async function watchedBy(
  tx: Tx,
  subscriberId: string,
): Promise<
  readonly ({ readonly watchId: string } & Pick<Watched, 'slug' | 'number' | 'title' | 'closesAt' | 'zone'>)[]
> {
  const rows = await tx
    .selectFrom('watches')
    .innerJoin('publication.opportunities as posting', 'posting.opportunityId', 'watches.opportunityId')
    .select(['watches.id', 'slug', 'number', 'titleEn', 'titleFr', 'closesAt', 'timeZone'])
    .where('subscriberId', '=', subscriberId)
    .where('watches.confirmedAt', 'is not', null)
    .orderBy('closesAt', 'desc')
    .orderBy('watches.id')
    .execute()
  return rows.map(({ id, slug, number, titleEn, titleFr, closesAt, timeZone }) => ({
    ...{ watchId: id, slug, number, closesAt, zone: timeZone },
    title: { en: titleEn, fr: titleFr },
  }))
}

/**
 * Who is told of changes, answers and the closing of an opportunity: confirmed watchers, by the id of their watch, after
 * the one given. Their number is nobody's to see before the closing.
 */
export async function watchersOf(
  tx: Tx,
  { opportunityId, after, most }: { opportunityId: string; after: string | null; most: number },
): Promise<readonly Watcher[]> {
  return tx
    .selectFrom('watches')
    .innerJoin('subscribers', 'subscribers.id', 'watches.subscriberId')
    .select(['watches.id', 'watches.subscriberId', 'subscribers.email', 'subscribers.language'])
    .where('watches.opportunityId', '=', opportunityId)
    .where('watches.confirmedAt', 'is not', null)
    .where('subscribers.state', '=', 'confirmed')
    .$if(after !== null, (query) => query.where('watches.id', '>', after ?? ''))
    .orderBy('watches.id')
    .limit(most)
    .execute()
}

const fromRow = ({ id, subscriberId, opportunityId, askedAt, confirmedAt }: Selectable<Watches>): Watch => ({
  ...{ id, subscriberId, opportunityId, askedAt, confirmedAt },
})

/** Which of some opportunities each of some subscribers watches: one question for a whole batch. */
export async function watchesAmong(
  tx: Tx,
  { subscribers, opportunities }: { subscribers: readonly string[]; opportunities: readonly string[] },
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (subscribers.length === 0 || opportunities.length === 0) return new Map()
  const rows = await tx
    .selectFrom('watches')
    .select(['subscriberId', 'opportunityId'])
    .where('subscriberId', 'in', subscribers)
    .where('opportunityId', 'in', opportunities)
    .where('confirmedAt', 'is not', null)
    .execute()
  const bySubscriber = Map.groupBy(rows, ({ subscriberId }) => subscriberId)
  return new Map([...bySubscriber].map(([id, all]) => [id, new Set(all.map(({ opportunityId }) => opportunityId))]))
}
