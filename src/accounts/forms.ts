import { z } from 'zod'
import { email, optional, saying } from '../platform/forms.ts'
import { signInTexts } from './texts.ts'

/** Where to go afterwards is the page’s, not the person’s: `localPath` leaves out what is no page of ours. */
export const addressForm = z.object({ email: email(), to: optional(1_000_000) })

/** The six digits, however they are grouped. */
export const codeForm = z.object({
  code: z
    .string()
    .default('')
    .transform((text) => text.replace(/[\s\u00a0-]/g, ''))
    .pipe(z.string().regex(/^[0-9]{6}$/, saying(signInTexts.notSixDigits))),
})
