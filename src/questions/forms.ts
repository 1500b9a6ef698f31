import { z } from 'zod'
import { choice, email, needed, optional } from '../platform/forms.ts'
import { declineReasons } from './rules.ts'

/** Letters that a form takes; words are counted by the rule. */
const LONGEST_QUESTION = 4_000
const LONGEST_ANSWER = 6_000

export const askForm = z.object({ words: needed(LONGEST_QUESTION) })
export const askerForm = z.object({ words: needed(LONGEST_QUESTION), email: email() })

/** Both halves may be empty while the answer is on its way; whether they may be published so is a rule’s business. */
export const answerForm = z.object({
  question_en: optional(LONGEST_QUESTION),
  question_fr: optional(LONGEST_QUESTION),
  answer_en: optional(LONGEST_ANSWER),
  answer_fr: optional(LONGEST_ANSWER),
  seen: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  amendment: optional(9),
})

export const declineForm = z.object({ because: choice(declineReasons), explanation: optional(1_000) })
export const reopenForm = z.object({ reason: needed(1_000) })
export const duplicateForm = z.object({ of: needed(36) })
export const amendmentForm = z.object({ amendment: optional(9) })
