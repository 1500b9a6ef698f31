import { holds, type Staff } from '../accounts/rules.ts'
import type { Waiting } from '../accounts/waiting.ts'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { policyOf } from '../policy/store.ts'
import { answerDue, can } from './rules.ts'
import { unanswered } from './store.ts'
import { staffTexts } from './texts.ts'

/** Questions without an answer: for the client until they hand one over, for the program team always; the oldest first. */
export async function waitingForQuestions(tx: Tx, actor: Staff, language: Language): Promise<Waiting[]> {
  if (!holds(actor, 'client', 'program_team')) return []
  const waiting = await unanswered(tx, actor.departmentId)
  if (waiting.length === 0) return []
  const policy = await policyOf(tx, actor.departmentId, await tx.now())
  return waiting.flatMap((question) => {
    const { id, opportunityId, number, title, askedAt, closesAt, handedAt } = question
    const publishes = can.publish(actor, question)
    if (!publishes && (!can.draft(actor, question) || handedAt !== null)) return []
    return {
      text: publishes && handedAt !== null ? staffTexts.toPublish : staffTexts.toAnswer,
      about: { en: `${number} – ${title.en}`, fr: `${number} – ${title.fr}` },
      href: path('/files/:id/questions/:question', language, { id: opportunityId, question: id }),
      since: askedAt,
      due: answerDue(policy, askedAt, closesAt),
    }
  })
}
