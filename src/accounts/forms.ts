import { z } from 'zod'
import { email, optional, saying } from '../platform/forms.ts'
import { signInTexts } from './texts.ts'

export const addressForm = z.object({ email: email(), to: optional(500) })

/** The six digits, however they are grouped. */
export const codeForm = z.object({
  code: z
    .string()
    .default('')
    .transform((text) => text.replace(/[\s\u00a0-]/g, ''))
    .pipe(z.string().regex(/^[0-9]{6}$/, saying(signInTexts.notSixDigits))),
})
