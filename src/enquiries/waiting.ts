import { holds, type Staff } from '../accounts/rules.ts'
import type { Waiting } from '../accounts/waiting.ts'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { policyOf } from '../policy/store.ts'
import { dueOf } from './pages.ts'
import { openEnquiries } from './store.ts'
import { kindNames, queueTexts } from './texts.ts'

/** What people wrote that nobody has taken up, and what this person has. Whoever wrote is not named, nor their words. */
export async function waitingForEnquiries(tx: Tx, actor: Staff, language: Language): Promise<Waiting[]> {
  if (!holds(actor, 'program_team')) return []
  const policy = await policyOf(tx, actor.departmentId, await tx.now())
  return (await openEnquiries(tx, actor.departmentId))
    .filter(({ state, takenBy }) => state === 'waiting' || takenBy === actor.id)
    .map((enquiry) => ({
      text: enquiry.state === 'answered' ? queueTexts.closeTask : queueTexts.task,
      about: kindNames[enquiry.kind],
      href: path('/enquiries/:id', language, { id: enquiry.id }),
      since: enquiry.askedAt,
      due: enquiry.state === 'answered' ? null : dueOf(enquiry, policy),
    }))
}
