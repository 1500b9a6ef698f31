import type { Opportunity } from '../opportunities/rules.ts'
import { postedBefore } from '../opportunities/store.gates.ts'
import type { Tx } from '../platform/db.ts'
import type { Decision } from '../platform/decision.ts'
import { dayOf } from '../platform/time.ts'
import type { Policy } from '../policy/rules.ts'
import { mayPost, type OutreachGate } from './rules.ts'
import { activitiesOf } from './store.ts'

/** May this posting go out now, as far as people have been told of it? */
export async function outreachAllows(
  tx: Tx,
  { id, departmentId, closesAt }: Pick<Opportunity, 'id' | 'departmentId' | 'closesAt'>,
  { policy, now }: { policy: Policy; now: Date },
): Promise<Decision<true, OutreachGate>> {
  const runway = { activities: await activitiesOf(tx, id), policy, closesAt, today: dayOf(now, policy.zone) }
  return mayPost(runway, await postedBefore(tx, departmentId))
}
