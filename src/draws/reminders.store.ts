import type { Tx } from '../platform/db.ts'

/**
 * Who has a draft or an application, or had one, and whether a draft was changed after it was sent. Read by jobs that
 * write letters, never shown or counted.
 */
export async function applicantsOf(tx: Tx, opportunityId: string) {
  const rows = await tx
    .selectFrom('applications as a')
    .innerJoin('people as p', 'p.id', 'a.supplierId')
    .leftJoin('applicationDrafts as d', 'd.applicationId', 'a.id')
    .select(['a.state', 'a.submittedAt', 'd.savedAt', 'p.email', 'p.language'])
    .where('a.opportunityId', '=', opportunityId)
    .orderBy('a.token')
    .execute()
  return rows.map(({ state, submittedAt, savedAt, ...person }) => ({
    ...person,
    gone: state === 'withdrawn' || state === 'purged',
    unsent: unsentOf(state, submittedAt, savedAt),
  }))
}

/** What is left to send: all of it, changes to what was sent, or nothing. */
export type Unsent = 'all' | 'changes' | 'nothing'

function unsentOf(state: string, submittedAt: Date | null, savedAt: Date | null): Unsent {
  if (state === 'draft') return 'all'
  return state === 'submitted' && submittedAt && savedAt && savedAt > submittedAt ? 'changes' : 'nothing'
}
