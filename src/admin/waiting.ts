import { type Staff, scopeOf } from '../accounts/rules.ts'
import type { Waiting } from '../accounts/waiting.ts'
import { waitingForApprovals } from '../approvals/waiting.ts'
import { waitingForAwards } from '../awards/waiting.ts'
import { waitingForDelivery } from '../delivery/waiting.ts'
import { waitingForDraws } from '../draws/waiting.ts'
import { waitingForEvaluation } from '../evaluation/waiting.ts'
import { waitingForAmendments } from '../opportunities/waiting.amendments.ts'
import { waitingForOpportunities } from '../opportunities/waiting.ts'
import { waitingForOutreach } from '../outreach/waiting.ts'
import { waitingForPayments } from '../payments/waiting.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import { waitingForRequests } from '../requests/waiting.ts'
import { waitingForSplitting } from '../splitting/waiting.ts'

/** What waits for a member of staff in one feature. */
export type AsksWhatWaits = (tx: Tx, actor: Staff, language: Language) => Promise<readonly Waiting[]>

/** Each feature adds itself, in the order of a file's life. */
const sources: readonly AsksWhatWaits[] = [
  waitingForRequests,
  waitingForSplitting,
  waitingForOpportunities,
  waitingForAmendments,
  waitingForApprovals,
  waitingForOutreach,
  waitingForEvaluation,
  waitingForDraws,
  waitingForAwards,
  waitingForDelivery,
  waitingForPayments,
]

/** All that waits for this person, what waits longest first. */
export async function waitingFor(tx: Tx, actor: Staff, language: Language): Promise<readonly Waiting[]> {
  const found: Waiting[] = []
  for (const ask of sources) found.push(...(await ask(tx, actor, language)))
  return found.toSorted((one, other) => one.since.getTime() - other.since.getTime())
}

/** How many things wait for this person: the count beside their name. */
export const countWaiting = (app: App, actor: Staff): Promise<number> =>
  app.read(scopeOf(actor), async (tx) => (await waitingFor(tx, actor, 'en')).length)
