import type { Tx } from '../platform/db.ts'

export type OpportunityKey = {
  readonly opportunityId: string
  readonly recipient: string
  readonly escrowRecipient: string
}
export type NewOpportunityKey = OpportunityKey & {
  readonly departmentId: string
  readonly wrappedIdentity: Buffer
  readonly createdAt: Date
}

export const findOpportunityKey = (tx: Tx, opportunityId: string): Promise<OpportunityKey | undefined> =>
  tx
    .selectFrom('opportunityKeys')
    .select(['opportunityId', 'recipient', 'escrowRecipient'])
    .where('opportunityId', '=', opportunityId)
    .executeTakeFirst()

/** The private half as it rests; only the opening asks for it. */
export const wrappedIdentityOf = (tx: Tx, opportunityId: string): Promise<{ wrappedIdentity: Buffer } | undefined> =>
  tx
    .selectFrom('opportunityKeys')
    .select('wrappedIdentity')
    .where('opportunityId', '=', opportunityId)
    .executeTakeFirst()

/** Of two pairs made at once the first stays. */
export async function addOpportunityKey(tx: Tx, key: NewOpportunityKey): Promise<void> {
  await tx
    .insertInto('opportunityKeys')
    .values(key)
    .onConflict((conflict) => conflict.column('opportunityId').doNothing())
    .execute()
}

/** Files being prepared for posting that have no key pair yet. */
export const opportunitiesWithoutKey = (tx: Tx): Promise<{ id: string; departmentId: string }[]> =>
  tx
    .selectFrom('opportunities as o')
    .leftJoin('opportunityKeys as k', 'k.opportunityId', 'o.id')
    .select(['o.id', 'o.departmentId'])
    .where('o.state', 'in', ['in_approval', 'ready'])
    .where('k.opportunityId', 'is', null)
    .limit(100)
    .execute()
