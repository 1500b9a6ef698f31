import { z } from 'zod'
import { system } from '../accounts/rules.ts'
import { findOpportunityKey, wrappedIdentityOf } from '../applications/keys.store.ts'
import { record } from '../history/record.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { open, seal, unwrapKey } from '../platform/sealing.ts'
import { policyOf } from '../policy/store.ts'
import { commitmentOf, newSeed } from './protocol.ts'
import { beaconSourceOf, type CommitRefusal } from './rules.ts'
import { findCommitment, insertCommitment, insertPublicDraw, requestOf } from './store.ts'

/**
 * T0 of `gc-micro-draw/1`, inside the transaction that publishes, after the notice is written: a seed that nobody has
 * seen is sealed to the opportunity's key and to the escrow key, and its commitment is published with the source of the
 * public number. Asked again, it answers the commitment that stands. Refused while the opportunity has no key.
 */
export async function commitSeed(
  tx: Tx,
  app: Pick<App, 'random'>,
  { opportunityId, departmentId, slug }: { opportunityId: string; departmentId: string; slug: string },
  now: Date,
): Promise<Decision<string, CommitRefusal>> {
  const standing = await findCommitment(tx, opportunityId)
  if (standing) return yes(standing.commitment)
  const key = await findOpportunityKey(tx, opportunityId)
  if (!key) return no('key_not_ready')

  const seed = newSeed(app.random)
  const commitment = commitmentOf(seed)
  if (!commitment.ok) throw new Error('a new seed is not one')
  const { beaconSource: setting } = await policyOf(tx, departmentId, now)
  const beaconSource = beaconSourceOf(setting)
  const sealedSeed = await seal([key.recipient, key.escrowRecipient], seedBytes(opportunityId, seed))

  const committed = { opportunityId, departmentId, commitment: commitment.value, beaconSource }
  await insertCommitment(tx, { ...committed, sealedSeed, committedAt: now })
  await insertPublicDraw(tx, { slug, commitment: commitment.value, beaconSource, updatedAt: now })
  await record(tx, app.random, {
    departmentId,
    kind: 'draw.committed',
    subject: { type: 'opportunity', id: opportunityId },
    fileId: await requestOf(tx, opportunityId),
    actor: system,
    at: now,
    facts: { commitment: commitment.value, beaconSource },
  })
  return commitment
}

/** Opens the seed, in the process that holds the seal key. An Error when it cannot be opened or is not the one committed to. */
export async function openSeed(tx: Tx, app: Pick<App, 'keys'>, opportunityId: string): Promise<string> {
  const committed = await findCommitment(tx, opportunityId)
  const wrapped = await wrappedIdentityOf(tx, opportunityId)
  const { seal: ring } = app.keys
  if (!committed || !wrapped || !ring) throw new Error(`the seed of ${opportunityId} cannot be opened here`)

  const identity = unwrapKey((id) => ring.byId(id)?.key, opportunityId, wrapped.wrappedIdentity)
  if (!identity.ok) throw new Error(`the key of ${opportunityId}: ${identity.because}`)
  const bytes = await open(identity.value.toString('utf8'), committed.sealedSeed)
  if (!bytes.ok) throw new Error(`the seed of ${opportunityId}: ${bytes.because}`)
  const { opportunity, seed } = sealedShape.parse(JSON.parse(bytes.value.toString('utf8')))
  const commitment = commitmentOf(seed)
  if (opportunity !== opportunityId || !commitment.ok || commitment.value !== committed.commitment)
    throw new Error(`the seed of ${opportunityId} is not the one committed to`)
  return seed
}

const sealedShape = z.strictObject({
  format: z.literal('opportune seed/1'),
  opportunity: z.string(),
  seed: z.string(),
})

const seedBytes = (opportunity: string, seed: string): Buffer =>
  Buffer.from(JSON.stringify({ format: 'opportune seed/1', opportunity, seed }))
