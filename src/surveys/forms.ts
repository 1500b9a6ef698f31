import { z } from 'zod'
import { choice, optional } from '../platform/forms.ts'
import { audiences } from './rules.ts'

export const STORY_MAX = 2_000

const values = { yes: true, no: false, unsaid: null } as const

/** Yes, no, or nothing: a question that is not answered is not a mistake. */
const answer = z
  .string()
  .optional()
  .transform((text): boolean | null => (text === 'yes' || text === 'no' ? values[text] : values.unsaid))

export const surveyForm = z.object({
  audience: choice(audiences),
  departmentCode: optional(16),
  wouldAgain: answer,
  firstContract: answer,
  smallFirm: answer,
  underRepresented: answer,
  story: optional(STORY_MAX),
})
