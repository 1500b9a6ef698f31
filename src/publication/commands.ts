import type { Actor } from '../accounts/rules.ts'
import { createOpportunityKey } from '../applications/keys.ts'
import { commitSeed } from '../draws/seed.ts'
import {
  compareFile,
  onOpportunity,
  recordOn,
  stepEnds,
  stepStarts,
  tellClient,
  whoActs,
} from '../opportunities/commands.file.ts'
import { writeNotice } from '../opportunities/notice.ts'
import { parityGaps } from '../opportunities/rules.readiness.ts'
import { scheduleClosing, setOpportunityState, statementOf } from '../opportunities/store.ts'
import { keepVersion } from '../opportunities/versions.store.ts'
import type { App } from '../platform/app.ts'
import { enqueue } from '../platform/db.ts'
import { type Decision, yes } from '../platform/decision.ts'
import { policiesOf } from '../policy/store.ts'
import { heldDuties, takeDuty } from '../requests/duties.store.ts'
import { keepPurchases } from '../splitting/store.purchases.ts'
import { publishedEmail } from './emails.ts'
import { askGates, type PostingGate } from './gates.ts'
import * as rules from './rules.ts'

export type Published = { readonly slug: string; readonly publishedAt: Date; readonly closesAt: Date }

/**
 * Posts a notice in both languages at one instant: the page, the key pair that applications are sealed to, the
 * commitment of the draw, the closing. Asked again, or by two at once, it answers the same and does nothing more.
 */
export function publish(
  app: App,
  actor: Actor,
  input: { id: string; workingDays?: number | null },
): Promise<Decision<Published, rules.PublishRefusal | PostingGate>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const { tx, opportunity, now } = act
    const { id, departmentId, requestId, slug } = opportunity
    const policies = await policiesOf(tx, departmentId)
    const policy = policies.at(now)
    const gaps = parityGaps(await statementOf(tx, opportunity))
    const held = await heldDuties(tx, requestId, id)
    const decision = rules.publish(opportunity, actor, { held, gaps, policy, now })
    if (!decision.ok) return decision
    if ('publishedAt' in decision.value) {
      const { publishedAt, closesAt } = decision.value
      return yes({ slug, publishedAt, closesAt })
    }

    await compareFile(act, 'publication')
    const gates = await askGates(tx, opportunity, { policy, now })
    if (!gates.ok) return gates

    const key = await createOpportunityKey(tx, app, { opportunityId: id, departmentId }, now)
    if (!key.ok) return key

    const { closesAt } = decision.value
    const personId = whoActs(actor)
    await setOpportunityState(tx, opportunity, 'publish', { publishedBy: personId, publishedAt: now })
    await takeDuty(tx, app, { departmentId, requestId, opportunityId: id, duty: 'published', personId, at: now })
    await writeNotice(tx, id)
    await keepVersion(tx, app, opportunity, { moment: 'published', by: personId, at: now })
    await keepPurchases(tx, departmentId, { ids: [id], saved: false, at: now, policies })
    const committed = await commitSeed(tx, app, { opportunityId: id, departmentId, slug }, now)
    if (!committed.ok) throw new Error(`the draw of ${slug} has no commitment: ${committed.because}`)
    await recordOn(act, 'opportunity.published', { closesAt: closesAt.toISOString(), commitment: committed.value })
    await stepEnds(act, 'page-prepared', input.workingDays ?? null)
    await stepStarts(act, 'on-website')
    await scheduleClosing(tx, { id, closesAt })
    await enqueue(tx, 'opportunity.announce', { opportunityId: id }, { key: `announce:${id}` })
    await enqueue(tx, 'approvals.posted', { opportunityId: id }, { key: `approvals.posted:${id}` })
    await tellClient(act, publishedEmail, '/files/:id', {})
    return yes({ slug, publishedAt: now, closesAt })
  })
}
