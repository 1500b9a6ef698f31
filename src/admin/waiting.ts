import { type Staff, scopeOf } from '../accounts/rules.ts'
import type { Waiting } from '../accounts/waiting.ts'
import { waitingForApprovals } from '../approvals/waiting.ts'
import { waitingForAwards } from '../awards/waiting.ts'
import { waitingForDelivery } from '../delivery/waiting.ts'
import { waitingForOutages } from '../draws/outage.ts'
import { waitingForDraws } from '../draws/waiting.ts'
import { waitingForEnquiries } from '../enquiries/waiting.ts'
import { waitingForDuplicates } from '../evaluation/commands.duplicates.ts'
import { waitingForEvaluation } from '../evaluation/waiting.ts'
import { lastRecorded } from '../history/store.ts'
import { waitingForAmendments } from '../opportunities/waiting.amendments.ts'
import { waitingForOpportunities } from '../opportunities/waiting.ts'
import { waitingForOutreach } from '../outreach/waiting.ts'
import { waitingForPayments } from '../payments/waiting.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import { waitingForQuestions } from '../questions/waiting.ts'
import { waitingForRequests } from '../requests/waiting.ts'
import { waitingForSplitting } from '../splitting/waiting.ts'

/** What waits for a member of staff in one feature. */
export type AsksWhatWaits = (tx: Tx, actor: Staff, language: Language) => Promise<readonly Waiting[]>

/** Each feature adds itself, in the order of a file's life. */
const sources: readonly AsksWhatWaits[] = [
  waitingForEnquiries,
  waitingForRequests,
  waitingForSplitting,
  waitingForOpportunities,
  waitingForAmendments,
  waitingForApprovals,
  waitingForOutreach,
  waitingForQuestions,
  waitingForOutages,
  waitingForEvaluation,
  waitingForDuplicates,
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

const KEPT_FOR_IN_MS = 15_000
type Counted = { readonly count: number; readonly at: number; readonly recorded: string }
const counted = new WeakMap<App, Map<string, Counted>>()

/**
 * How many things wait for this person: the count beside their name. It stands on every page of theirs, so it is kept
 * while nothing is recorded, for a quarter of a minute at most; what waits changes by what is recorded and by the day.
 */
export function countWaiting(app: App, actor: Staff): Promise<number> {
  const kept = counted.get(app) ?? new Map<string, Counted>()
  counted.set(app, kept)
  const who = [actor.id, actor.departmentId, ...actor.roles].join(' ')
  return app.read(scopeOf(actor), async (tx) => {
    const at = app.clock().getTime()
    const recorded = await lastRecorded(tx)
    const known = kept.get(who)
    if (known?.recorded === recorded && Math.abs(at - known.at) < KEPT_FOR_IN_MS) return known.count
    const count = (await waitingFor(tx, actor, 'en')).length
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(who, { count, at, recorded })
    return count
  })
}

const MOST_KEPT = 5_000
