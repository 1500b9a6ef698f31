import type { Tx } from '../platform/db.ts'
import type { Decision } from '../platform/decision.ts'
import { allow, type SplittingGate } from './rules.ts'
import { flagsOf } from './store.flags.ts'

/** May this file be posted, as far as contract splitting goes? Compare it first: this reads what was found. */
export const splittingAllows = async (tx: Tx, opportunityId: string): Promise<Decision<true, SplittingGate>> =>
  allow(await flagsOf(tx, opportunityId))
