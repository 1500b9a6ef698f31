import type { Staff } from '../accounts/rules.ts'
import type { Waiting } from '../accounts/waiting.ts'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { pendingIn } from './amendments.store.ts'
import { can } from './rules.ts'
import { findOpportunity } from './store.ts'
import { amendmentTexts as texts } from './texts.amendments.ts'

/** Amendments that procurement decides on, and those that the program team has yet to finish; closing is their clock. */
export async function waitingForAmendments(tx: Tx, actor: Staff, language: Language): Promise<Waiting[]> {
  const found: Waiting[] = []
  for (const { opportunityId, state, since } of await pendingIn(tx, actor.departmentId)) {
    const file = await findOpportunity(tx, opportunityId)
    if (file?.state !== 'open') continue
    const decides = state === 'in_review'
    const own = decides ? can.decideAmendment(actor, file) : can.amend(actor, file) && can.end(actor, file)
    if (!own) continue
    const { id, number, title, closesAt } = file
    found.push({
      text: decides ? texts.decideWait : texts.finishWait,
      about: { en: `${number} – ${title.en}`, fr: `${number} – ${title.fr}` },
      href: path(decides ? '/files/:id/amendments/decision' : '/files/:id/amendments', language, { id }),
      since,
      due: closesAt,
    })
  }
  return found
}
