import { z } from 'zod'
import { cleaned, saying } from '../platform/forms.ts'
import { staffTexts } from './texts.staff.ts'

/** Days worked, when somebody says: a point or a comma, at most 99. */
export const publicationForm = z.object({
  workingDays: z
    .string()
    .optional()
    .transform((text) => cleaned(text ?? '').replace(',', '.'))
    .pipe(z.string().regex(/^(\d{1,2}(\.\d{1,2})?)?$/, saying(staffTexts.notANumber)))
    .transform((text) => (text === '' ? null : Number(text))),
})
