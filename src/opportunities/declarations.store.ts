import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import { otherLanguage } from '../platform/i18n.ts'
import { type Explained, explainedField, explainedNames } from './rules.declarations.ts'

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

/** Saves both explanations; a translation that changes leaves the words beside it, so that it can go stale. */
export async function saveExplanations(tx: Tx, opportunityId: string, explained: Explained): Promise<void> {
  const { standalone, noCapacity } = explained
  const before = await explanationsOf(tx, opportunityId)
  await tx
    .updateTable('opportunities')
    .set({
      ...{ standaloneBecauseEn: standalone.en, standaloneBecauseFr: standalone.fr },
      ...{ noCapacityBecauseEn: noCapacity.en, noCapacityBecauseFr: noCapacity.fr },
    })
    .where('id', '=', opportunityId)
    .execute()
  const { departmentId, sourceLanguage: source } = await tx
    .selectFrom('opportunities')
    .select(['departmentId', 'sourceLanguage'])
    .where('id', '=', opportunityId)
    .executeTakeFirstOrThrow()
  const target = otherLanguage(source)
  for (const name of explainedNames) {
    const text = explained[name]
    if (text[target] === '' || text[target] === before[name][target]) continue
    const [field, from, into] = [explainedField(name), text[source], text[target]]
    await sql`select remember_translation(${opportunityId}, ${departmentId}, ${field}, ${from}, ${into})`.execute(tx)
  }
}
