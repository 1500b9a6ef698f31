import type { Tx } from '../platform/db.ts'
import type { Text } from '../platform/i18n.ts'

/** A file on which somebody is waited for, and since when. */
export type WaitingFile = { readonly id: string; readonly number: string; readonly title: Text; readonly since: Date }

/** Accepted offers of public servants whose director general’s agreement is not recorded yet. */
export async function missingSignOffs(tx: Tx, departmentId: string): Promise<WaitingFile[]> {
  const rows = await tx
    .selectFrom('offers as f')
    .innerJoin('opportunities as o', 'o.id', 'f.opportunityId')
    .innerJoin('applicationIdentities as i', 'i.applicationId', 'f.applicationId')
    .select(['o.id', 'o.number', 'o.titleEn', 'o.titleFr', 'f.supplierSignedAt as since', 'f.madeAt'])
    .where('f.departmentId', '=', departmentId)
    .where('f.state', '=', 'accepted')
    .where('i.publicServant', '=', true)
    .where('f.signOffAt', 'is', null)
    .where('o.state', '=', 'offering')
    .orderBy('f.supplierSignedAt')
    .execute()
  return rows.map(({ id, number, titleEn, titleFr, since, madeAt }) => ({
    ...{ id, number, title: { en: titleEn, fr: titleFr }, since: since ?? madeAt },
  }))
}
