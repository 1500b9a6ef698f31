import type { WaitingFile } from '../awards/store.waiting.ts'
import type { Day } from '../platform/day.ts'
import type { Tx } from '../platform/db.ts'
import { parseDay } from '../platform/time.ts'

/** A contract, or an offer that both have not signed, with what its list needs to know. */
export type WorkInHand = WaitingFile & {
  readonly clientId: string
  readonly state: 'in_progress' | 'delivered' | 'revision_asked' | 'terminated'
  readonly deliveryDay: Day
  readonly lateAskedAt: Date | null
  readonly unableAt: Date | null
  readonly extensionAskedAt: Date | null
  readonly deliveredAt: Date | null
  readonly terminatedAt: Date | null
  readonly toPay: boolean
}

/** Accepted offers that wait for Canada’s signature, with whatever sign-off they need. */
export async function termsToSign(tx: Tx, departmentId: string): Promise<(WaitingFile & { clientId: string })[]> {
  const rows = await tx
    .selectFrom('offers as f')
    .innerJoin('opportunities as o', 'o.id', 'f.opportunityId')
    .innerJoin('applicationIdentities as i', 'i.applicationId', 'f.applicationId')
    .select(['o.id', 'o.number', 'o.titleEn', 'o.titleFr', 'o.clientId', 'f.supplierSignedAt', 'f.madeAt'])
    .where('f.departmentId', '=', departmentId)
    .where('f.state', '=', 'accepted')
    .where('o.state', '=', 'offering')
    .where((has) => has.or([has('i.publicServant', '=', false), has('f.signOffAt', 'is not', null)]))
    .orderBy('f.supplierSignedAt')
    .execute()
  return rows.map(({ id, number, titleEn, titleFr, clientId, supplierSignedAt, madeAt }) => ({
    ...{ id, number, title: { en: titleEn, fr: titleFr }, clientId, since: supplierSignedAt ?? madeAt },
  }))
}

/** Contracts of a department on which somebody may be waited for; what ended before the next supplier began is decided. */
export async function workInHand(tx: Tx, departmentId: string): Promise<WorkInHand[]> {
  const rows = await tx
    .selectFrom('contracts as c')
    .innerJoin('opportunities as o', 'o.id', 'c.opportunityId')
    .leftJoin('contractExtensions as e', (on) => on.onRef('e.contractId', '=', 'c.id').on('e.decidedAt', 'is', null))
    .leftJoin('deliveries as d', (on) => on.onRef('d.contractId', '=', 'c.id').on('d.answeredAt', 'is', null))
    .select(['o.id', 'o.number', 'o.titleEn', 'o.titleFr', 'o.clientId', 'c.state', 'c.deliveryDay', 'c.startedAt'])
    .select(['c.lateAskedAt', 'c.supplierUnableAt', 'c.terminatedAt', 'c.percentageDone'])
    .select(['e.askedAt', 'd.deliveredAt'])
    .where('c.departmentId', '=', departmentId)
    .where('o.state', '=', 'awarded')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('contracts as later')
            .select('later.id')
            .whereRef('later.opportunityId', '=', 'c.opportunityId')
            .whereRef('later.startedAt', '>', 'c.startedAt'),
        ),
      ),
    )
    .orderBy('c.startedAt')
    .execute()
  return rows.flatMap((row) => {
    const { id, number, titleEn, titleFr, clientId, state, startedAt, lateAskedAt, deliveredAt, terminatedAt } = row
    if (state === 'accepted') return []
    return [
      {
        ...{ id, number, title: { en: titleEn, fr: titleFr }, since: startedAt, clientId, state, lateAskedAt },
        ...{ deliveryDay: dayText(row.deliveryDay), deliveredAt, terminatedAt, unableAt: row.supplierUnableAt },
        ...{ extensionAskedAt: row.askedAt, toPay: (row.percentageDone ?? 0) > 0 },
      },
    ]
  })
}

function dayText(text: string): Day {
  const day = parseDay(text)
  if (!day) throw new Error(`${text} is stored as a day and is none`)
  return day
}
