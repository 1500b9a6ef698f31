import type { Tx } from '../platform/db.ts'
import { type Explained, type ExplainedName, gapsIn } from './rules.declarations.ts'

/** Why the work stands alone and why nobody inside does it, as far as somebody said. */
export async function explanationsOf(tx: Tx, opportunityId: string): Promise<Explained> {
  const row = await tx
    .selectFrom('opportunities')
    .select(['standaloneBecauseEn', 'standaloneBecauseFr', 'noCapacityBecauseEn', 'noCapacityBecauseFr'])
    .where('id', '=', opportunityId)
    .executeTakeFirstOrThrow()
  return {
    standalone: { en: row.standaloneBecauseEn, fr: row.standaloneBecauseFr },
    noCapacity: { en: row.noCapacityBecauseEn, fr: row.noCapacityBecauseFr },
  }
}

/** Explanations that lack a language: the other one keeps a notice from being attested and posted. */
export const declarationGaps = async (tx: Tx, opportunityId: string): Promise<ExplainedName[]> =>
  gapsIn(await explanationsOf(tx, opportunityId))

export async function saveExplanations(
  tx: Tx,
  opportunityId: string,
  { standalone, noCapacity }: Explained,
): Promise<void> {
  await tx
    .updateTable('opportunities')
    .set({
      ...{ standaloneBecauseEn: standalone.en, standaloneBecauseFr: standalone.fr },
      ...{ noCapacityBecauseEn: noCapacity.en, noCapacityBecauseFr: noCapacity.fr },
    })
    .where('id', '=', opportunityId)
    .execute()
}
