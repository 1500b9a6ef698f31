import type { Tx } from '../platform/db.ts'

export type Here = { readonly name: string; readonly field: string }

/** Somebody has the builder open, in this field ('' is none). */
export async function saveHere(
  tx: Tx,
  { id: opportunityId, departmentId }: { id: string; departmentId: string },
  { personId, field, seenAt }: { personId: string; field: string; seenAt: Date },
): Promise<void> {
  await tx
    .insertInto('statementPresence')
    .values({ departmentId, opportunityId, personId, field, seenAt })
    .onConflict((conflict) => conflict.columns(['opportunityId', 'personId']).doUpdateSet({ field, seenAt }))
    .execute()
}

export async function removeHere(tx: Tx, opportunityId: string, personId: string): Promise<void> {
  await tx
    .deleteFrom('statementPresence')
    .where('opportunityId', '=', opportunityId)
    .where('personId', '=', personId)
    .execute()
}

/** Who else has said so since then, with the field they are in. */
export const othersHere = (tx: Tx, opportunityId: string, personId: string, since: Date): Promise<Here[]> =>
  tx
    .selectFrom('statementPresence as presence')
    .innerJoin('people', 'people.id', 'presence.personId')
    .select(['people.name', 'presence.field'])
    .where('presence.opportunityId', '=', opportunityId)
    .where('presence.personId', '!=', personId)
    .where('presence.seenAt', '>', since)
    .orderBy('people.name')
    .execute()
