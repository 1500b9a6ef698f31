import type { Tx } from '../platform/db.ts'

type Roster = { readonly text: string; readonly hash: string; readonly received: number }

export async function findRoster(tx: Tx, opportunityId: string): Promise<Roster | undefined> {
  const row = await tx
    .selectFrom('drawRosters')
    .select(['roster as text', 'rosterHash as hash', 'received'])
    .where('opportunityId', '=', opportunityId)
    .executeTakeFirst()
  return row
}

export async function addRoster(
  tx: Tx,
  { text: roster, hash: rosterHash, ...rest }: Roster & { opportunityId: string; departmentId: string; builtAt: Date },
): Promise<void> {
  await tx
    .insertInto('drawRosters')
    .values({ ...rest, roster, rosterHash })
    .execute()
}

/** The public page of the draw shows the roster, beside the commitment that it shows since posting. */
export async function publishRoster(
  tx: Tx,
  {
    opportunityId,
    slug,
    text: roster,
    hash: rosterHash,
    updatedAt,
  }: Roster & { opportunityId: string; slug: string; updatedAt: Date },
): Promise<void> {
  const committed = await tx
    .selectFrom('drawCommitments')
    .select(['commitment', 'beaconSource'])
    .where('opportunityId', '=', opportunityId)
    .executeTakeFirst()
  if (!committed) return // posted without a commitment: there is no page of the draw
  await tx
    .insertInto('publication.draws')
    .values({ slug, ...committed, roster, rosterHash, updatedAt })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ roster, rosterHash, updatedAt }))
    .execute()
}

/** Open and past their instant; or held, and decided to stay or past the time to decide. */
export async function dueForClosing(tx: Tx, now: Date): Promise<{ id: string }[]> {
  const past = await tx
    .selectFrom('opportunities')
    .select('id')
    .where('state', '=', 'open')
    .where('closesAt', '<=', now)
    .execute()
  const held = await tx
    .selectFrom('opportunities as o')
    .innerJoin('outages as u', (on) => on.onRef('u.opportunityId', '=', 'o.id').onRef('u.closesAt', '=', 'o.closesAt'))
    .select('o.id')
    .where('o.state', '=', 'held')
    .where('u.atClosing', '=', true)
    .where((row) => row.or([row('u.decision', '=', 'kept'), row('u.decideBy', '<=', now)]))
    .execute()
  return [...past, ...held]
}
