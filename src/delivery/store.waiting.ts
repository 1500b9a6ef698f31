import type { WaitingFile } from '../awards/store.waiting.ts'
import type { Day } from '../platform/day.ts'
import type { Tx } from '../platform/db.ts'
import type { Text } from '../platform/i18n.ts'
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

/** An offer or a contract that a supplier has in hand. */
export type InHand = {
  readonly kind: 'offer' | 'contract'
  readonly id: string
  readonly title: Text
  readonly state: 'made' | 'accepted' | 'in_progress' | 'delivered' | 'revision_asked' | 'accepted_work'
  /** When an answer is due, for an offer. */
  readonly respondBy: Date | null
  readonly deliveryDay: Day
  readonly zone: string
}

/** Offers and contracts that wait for this supplier or that they wait about: what their home page lists first. */
export async function nextForSupplier(tx: Tx, supplierId: string): Promise<InHand[]> {
  const offers = await tx
    .selectFrom('offers as f')
    .innerJoin('applications as a', 'a.id', 'f.applicationId')
    .innerJoin('opportunities as o', 'o.id', 'f.opportunityId')
    .innerJoin('departments as d', 'd.id', 'f.departmentId')
    .select(['f.id', 'f.state', 'f.respondBy', 'f.deliveryDay', 'o.titleEn', 'o.titleFr', 'd.timeZone'])
    .where('a.supplierId', '=', supplierId)
    .where('f.state', 'in', ['made', 'accepted'])
    .where('o.state', '=', 'offering')
    .orderBy('f.respondBy')
    .execute()
  const contracts = await tx
    .selectFrom('contracts as c')
    .innerJoin('opportunities as o', 'o.id', 'c.opportunityId')
    .innerJoin('departments as d', 'd.id', 'c.departmentId')
    .select(['c.id', 'c.state', 'c.deliveryDay', 'o.titleEn', 'o.titleFr', 'd.timeZone'])
    .where('c.supplierId', '=', supplierId)
    .where('c.state', '<>', 'terminated')
    .where('o.state', '=', 'awarded')
    .orderBy('c.deliveryDay')
    .execute()
  return [
    ...offers.flatMap(({ id, state, respondBy, deliveryDay, titleEn, titleFr, timeZone }) =>
      state === 'made' || state === 'accepted'
        ? [
            {
              ...{ kind: 'offer' as const, id, title: { en: titleEn, fr: titleFr }, state, zone: timeZone },
              ...{ respondBy: state === 'made' ? respondBy : null, deliveryDay: dayText(deliveryDay) },
            },
          ]
        : [],
    ),
    ...contracts.flatMap(({ id, state, deliveryDay, titleEn, titleFr, timeZone }) =>
      state === 'terminated'
        ? []
        : [
            {
              ...{ kind: 'contract' as const, id, title: { en: titleEn, fr: titleFr }, zone: timeZone },
              ...{ state: state === 'accepted' ? ('accepted_work' as const) : state },
              ...{ respondBy: null, deliveryDay: dayText(deliveryDay) },
            },
          ],
    ),
  ]
}

function dayText(text: string): Day {
  const day = parseDay(text)
  if (!day) throw new Error(`${text} is stored as a day and is none`)
  return day
}
