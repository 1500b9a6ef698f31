import { z } from 'zod'
import { choice, optional } from '../platform/forms.ts'
import { type Form, typed } from '../platform/http.ts'
import { isId } from '../platform/ids.ts'
import { decisions } from './rules.ts'

/** One decision on one finding. Fields carry the rule’s name, so that a page with several forms has no name twice. */
export const decisionForm = z.object({
  flag: z.string().transform((text) => (isId(text) ? text : '00000000-0000-0000-0000-000000000000')),
  seen: z
    .string()
    .optional()
    .transform((text) => Number.parseInt(text ?? '', 10) || 0),
  decision: choice(decisions),
  rationale: optional(2_000),
})

export const decisionNamesOf = (rule: string) => ({ decision: `decision_${rule}`, rationale: `rationale_${rule}` })

export const decisionTyped = (form: Form, rule: string): Form => {
  const names = decisionNamesOf(rule)
  const chosen = typed(form, names.decision)
  return {
    flag: typed(form, 'flag'),
    seen: typed(form, 'seen'),
    ...(chosen ? { decision: chosen } : {}),
    rationale: typed(form, names.rationale),
  }
}
