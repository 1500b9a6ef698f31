import { holds, type Staff } from '../accounts/rules.ts'
import type { Waiting } from '../accounts/waiting.ts'
import { findOpportunity } from '../opportunities/store.ts'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { can, valueKnownFrom } from './rules.ts'
import { drawnFile, filesToDraw } from './store.ts'
import { waitingTexts } from './texts.pages.ts'

/** Public numbers that wait for this person: to type in once they are known, or to confirm after somebody else. */
export async function waitingForDraws(tx: Tx, actor: Staff, language: Language): Promise<Waiting[]> {
  if (!holds(actor, 'program_team', 'procurement')) return []
  const now = await tx.now()
  const waiting: Waiting[] = []
  for (const { id, number, titleEn, titleFr } of await filesToDraw(tx, actor.departmentId)) {
    const opportunity = await findOpportunity(tx, id)
    const file = opportunity && (await drawnFile(tx, opportunity))
    if (!file?.manifest) continue
    const known = valueKnownFrom(file.manifest)
    const about = { en: `${number} – ${titleEn}`, fr: `${number} – ${titleFr}` }
    const href = path('/files/:id/draw', language, { id })
    if (file.waiting) {
      const { enteredBy, enteredAt: since } = file.waiting
      if (enteredBy !== actor.id && can.decide(actor, file))
        waiting.push({ text: waitingTexts.decide, about, href, since, due: null })
    } else if (now.getTime() >= known.getTime() && can.enter(actor, file)) {
      waiting.push({ text: waitingTexts.enter, about, href, since: known, due: null })
    }
  }
  return waiting
}
