import { z } from 'zod'
import { formSentences } from '../opportunities/texts.form.ts'
import { cleaned, saying } from '../platform/forms.ts'
import { parseClock, parseDay } from '../platform/time.ts'
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

const read = <Value>(parse: (text: string) => Value | undefined, wrong: string) =>
  z
    .string()
    .optional()
    .transform((text, context): Value => {
      const value = parse(cleaned(text ?? ''))
      if (value !== undefined) return value
      context.addIssue({ code: 'custom', message: wrong })
      return z.NEVER
    })

/** The day and the clock time, in the department’s zone, at which a notice is to be posted. */
export const scheduleForm = z.object({
  day: read(parseDay, saying(formSentences.day)),
  time: read(parseClock, saying(formSentences.time)),
})
