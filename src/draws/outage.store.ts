import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../platform/db.ts'
import type { Gap } from '../platform/service.ts'

/** What was measured in the day before one closing, or over its very instant, and what somebody decided. */
export type Outage = {
  readonly opportunityId: string
  readonly departmentId: string
  readonly closesAt: Date
  readonly windowFrom: Date
  readonly seconds: number
  readonly gaps: readonly Gap[]
  readonly flaggedAt: Date
  readonly decision: 'extended' | 'kept' | 'lapsed' | null
  readonly decidedAt: Date | null
  readonly reason: string
  /** The site was away at the closing itself, which is held until somebody decides, or until `decideBy`. */
  readonly atClosing: boolean
  readonly decideBy: Date | null
}

/** Open, and closing within a day. */
export const closingSoon = (tx: Tx, now: Date) =>
  tx
    .selectFrom('opportunities')
    .select(['id', 'departmentId', 'requestId', 'number', 'titleEn', 'titleFr', 'publishedAt'])
    .select(sql<Date>`closes_at`.as('closesAt'))
    .where('state', '=', 'open')
    .where('closesAt', '>', now)
    .where('closesAt', '<=', new Date(now.getTime() + 86_400_000))
    .execute()

/** Writes what was measured so far; true the first time, when somebody has to be told. */
export async function putOutage(
  tx: Tx,
  outage: Omit<Outage, 'flaggedAt' | 'decision' | 'decidedAt' | 'reason'> & { readonly at: Date },
): Promise<boolean> {
  const { at, gaps, ...row } = outage
  const measured = { seconds: row.seconds, gaps: gapsText(gaps), measuredAt: at }
  const { first } = await tx
    .insertInto('outages')
    .values({ ...row, ...measured, flaggedAt: at })
    .onConflict((conflict) =>
      conflict
        .columns(['opportunityId', 'closesAt', 'atClosing'])
        .doUpdateSet({ measuredAt: at, seconds: row.seconds, gaps: measured.gaps }),
    )
    .returning(sql<boolean>`xmax = 0`.as('first'))
    .executeTakeFirstOrThrow()
  return first
}

/** The one of the closing that stands; once that is held, the one that holds it. */
export async function findOutage(tx: Tx, opportunityId: string): Promise<Outage | undefined> {
  const row = await tx
    .selectFrom('outages as u')
    .innerJoin('opportunities as o', (on) =>
      on.onRef('o.id', '=', 'u.opportunityId').onRef('o.closesAt', '=', 'u.closesAt'),
    )
    .selectAll('u')
    .where('u.opportunityId', '=', opportunityId)
    .orderBy('u.atClosing', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, gaps: gapsFrom(row.gaps) }
}

/** The latest of all its closings, for whoever comes back to read what was decided. */
export async function lastOutage(tx: Tx, opportunityId: string): Promise<Outage | undefined> {
  const row = await tx
    .selectFrom('outages')
    .selectAll()
    .where('opportunityId', '=', opportunityId)
    .orderBy('closesAt', 'desc')
    .orderBy('atClosing', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, gaps: gapsFrom(row.gaps) }
}

export const undecidedOutages = (tx: Tx, departmentId: string) =>
  tx
    .selectFrom('outages as u')
    .innerJoin('opportunities as o', (on) =>
      on.onRef('o.id', '=', 'u.opportunityId').onRef('o.closesAt', '=', 'u.closesAt'),
    )
    .select(['o.id', 'o.number', 'o.titleEn', 'o.titleFr', 'u.flaggedAt', 'u.closesAt', 'u.decideBy'])
    .where('u.departmentId', '=', departmentId)
    .where('u.decision', 'is', null)
    .where((row) =>
      row.or([
        row.and([row('o.state', '=', 'open'), row('u.atClosing', '=', false)]),
        row.and([row('o.state', '=', 'held'), row('u.atClosing', '=', true)]),
      ]),
    )
    .execute()

export const decideOutage = (
  tx: Tx,
  { opportunityId, closesAt, atClosing }: Pick<Outage, 'opportunityId' | 'closesAt' | 'atClosing'>,
  made: { decision: 'extended' | 'kept' | 'lapsed'; reason: string; decidedBy: string | null; decidedAt: Date },
) =>
  tx
    .updateTable('outages')
    .set(made)
    .where('opportunityId', '=', opportunityId)
    .where('closesAt', '=', closesAt)
    .where('atClosing', '=', atClosing)
    .where('decision', 'is', null)
    .execute()

export type Certificate = {
  readonly closesAt: Date
  readonly windowFrom: Date
  readonly seconds: number
  readonly gaps: readonly Gap[]
  readonly movedTo: Date
  readonly certifiedAt: Date
}

export async function publishCertificate(tx: Tx, slug: string, { gaps, ...certificate }: Certificate): Promise<void> {
  await tx
    .insertInto('publication.downtimes')
    .values({ slug, ...certificate, gaps: gapsText(gaps) })
    .onConflict((conflict) => conflict.columns(['slug', 'closesAt']).doNothing())
    .execute()
}

export async function certificatesOf(tx: Tx, slug: string) {
  const rows = await tx
    .selectFrom('publication.downtimes as c')
    .innerJoin('publication.opportunities as o', 'o.slug', 'c.slug')
    .selectAll('c')
    .select(['o.number', 'o.titleEn', 'o.titleFr', 'o.timeZone'])
    .where('c.slug', '=', slug)
    .orderBy('c.closesAt')
    .execute()
  return rows.map((row) => ({ ...row, gaps: gapsFrom(row.gaps) }))
}

const gapsText = (gaps: readonly Gap[]): string =>
  JSON.stringify(gaps.map(({ from, to }) => [from.toISOString(), to.toISOString()]))
const instant = z.string().transform((text) => new Date(text))
const gapsFrom = (text: string): Gap[] =>
  z
    .array(z.tuple([instant, instant]))
    .parse(JSON.parse(text))
    .map(([from, to]) => ({ from, to }))
