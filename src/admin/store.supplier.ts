import type { Supplier } from '../accounts/rules.ts'
import type { Tx } from '../platform/db.ts'
import { parseDay } from '../platform/time.ts'
import type { InHand } from './rules.supplier.ts'

/** The furthest point each of a supplier's own applications has reached after the choice: invoice, work or offer. */
export async function inHandOf(tx: Tx, supplier: Supplier): Promise<readonly InHand[]> {
  const rows = await tx
    .selectFrom('offers as f')
    .innerJoin('applications as a', 'a.id', 'f.applicationId')
    .innerJoin('departments as d', 'd.id', 'f.departmentId')
    .leftJoin('contracts as c', 'c.offerId', 'f.id')
    .leftJoin('invoices as i', 'i.contractId', 'c.id')
    .select(['f.id', 'f.state', 'f.respondBy', 'f.applicationId', 'd.timeZone as zone'])
    .select(['c.id as contractId', 'c.state as contractState', 'c.deliveryDay'])
    .select(['i.id as invoiceId', 'i.state as invoiceState'])
    .where('a.supplierId', '=', supplier.id)
    .execute()
  return rows.flatMap((row): InHand[] => {
    const common = { applicationId: row.applicationId, zone: row.zone }
    if (row.invoiceId && row.invoiceState)
      return [{ ...common, kind: 'invoice', id: row.invoiceId, state: row.invoiceState }]
    if (row.contractId && row.contractState) {
      const deliveryDay = row.deliveryDay ? parseDay(row.deliveryDay) : undefined
      return [{ ...common, kind: 'contract', id: row.contractId, state: row.contractState, deliveryDay }]
    }
    if (row.state !== 'made' && row.state !== 'accepted') return []
    return [{ ...common, kind: 'offer', id: row.id, state: row.state, respondBy: row.respondBy }]
  })
}
