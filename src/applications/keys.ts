import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { newSealingKey, wrapKey } from '../platform/sealing.ts'
import { addOpportunityKey, findOpportunityKey, type OpportunityKey, opportunitiesWithoutKey } from './keys.store.ts'

/**
 * The key pair of an opportunity: applications are sealed to it and to the escrow key. Its private half rests under
 * the seal key, bound to the opportunity's id. A process without the seal key answers with the pair that the worker
 * has prepared, and refuses while there is none.
 */
export async function createOpportunityKey(
  tx: Tx,
  app: Pick<App, 'keys' | 'random'>,
  { opportunityId, departmentId }: { opportunityId: string; departmentId: string },
  now: Date,
): Promise<Decision<OpportunityKey, 'key_not_ready'>> {
  const existing = await findOpportunityKey(tx, opportunityId)
  if (existing) return yes(existing)
  const { seal, escrowRecipient } = app.keys
  if (!seal) return no('key_not_ready')

  const { identity, recipient } = await newSealingKey()
  const wrappedIdentity = wrapKey(seal.current, opportunityId, Buffer.from(identity, 'utf8'), app.random)
  await addOpportunityKey(tx, {
    opportunityId,
    departmentId,
    recipient,
    escrowRecipient,
    wrappedIdentity,
    createdAt: now,
  })
  const kept = await findOpportunityKey(tx, opportunityId)
  return kept ? yes(kept) : no('key_not_ready')
}

/** The worker's chore: files on their way to posting have their key pair before anybody posts them. */
export async function prepareOpportunityKeys(app: App): Promise<void> {
  if (!app.keys.seal) return
  const waiting = await app.read('everything', opportunitiesWithoutKey)
  for (const opportunity of waiting) {
    await app.transaction('everything', async (tx) =>
      createOpportunityKey(tx, app, { ...opportunity, opportunityId: opportunity.id }, await tx.now()),
    )
  }
}
