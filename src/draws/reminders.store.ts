import type { Tx } from '../platform/db.ts'

/** Who has a draft or an application that still counts. Read by jobs that write letters, never shown or counted. */
export const applicantsOf = (tx: Tx, opportunityId: string) =>
  tx
    .selectFrom('applications as a')
    .innerJoin('people as p', 'p.id', 'a.supplierId')
    .select(['a.state', 'p.email', 'p.language'])
    .where('a.opportunityId', '=', opportunityId)
    .where('a.state', 'not in', ['withdrawn', 'purged'])
    .orderBy('a.token')
    .execute()
