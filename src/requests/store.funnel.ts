import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import type { FunnelRequest } from './rules.funnel.ts'
import { isDeclineReason, withdrawReasons } from './rules.ts'

const MOST_FILES = 200

/** The newest files of a department that procurement said Go to. */
export async function releasedFiles(tx: Tx, departmentId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('requests')
    .select('id')
    .where('departmentId', '=', departmentId)
    .where('go', '=', 'go')
    .orderBy('receivedAt', 'desc')
    .limit(MOST_FILES)
    .execute()
  return rows.map(({ id }) => id)
}

/** Every request of a department with the instants at which it went on, from the record; oldest first. */
export async function funnelRequests(tx: Tx, departmentId: string): Promise<FunnelRequest[]> {
  const { rows } = await sql<{
    id: string
    state: FunnelRequest['state']
    reason: string | null
    meets: boolean | null
    receivedAt: Date
    endedAt: Date | null
    acceptedAt: Date | null
    draftedAt: Date | null
    postedAt: Date | null
    stoppedAt: Date | null
  }>`
    select requests.id, state, reason, meets_criteria as meets, received_at, ended_at,
      accepted_at, drafted_at, posted_at, stopped_at
    from requests
    left join lateral (
      select min(at) filter (where kind = 'request.accepted') as accepted_at,
        min(at) filter (where kind = 'opportunity.drafted') as drafted_at,
        min(at) filter (where kind = 'opportunity.published') as posted_at,
        min(at) filter (where kind = 'opportunity.cancelled') as stopped_at
      from history_events
      where file_id = requests.id and kind in ('request.accepted', 'opportunity.drafted', 'opportunity.published', 'opportunity.cancelled')
    ) went_on on true
    where department_id = ${departmentId}
    order by received_at, requests.id`.execute(tx)
  return rows.map(({ reason, ...row }) => ({
    ...row,
    declined: reason !== null && row.state === 'declined' && isDeclineReason(reason) ? reason : null,
    withdrawn: row.state === 'withdrawn' ? (withdrawReasons.find((known) => known === reason) ?? null) : null,
  }))
}
