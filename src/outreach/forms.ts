import { z } from 'zod'
import { box, choice, cleaned, formTexts, optional, saying } from '../platform/forms.ts'
import { parseDay } from '../platform/time.ts'
import { outreachChannels } from '../policy/rules.ts'
import { MESSAGE_MOST } from './rules.ts'
import { dayText } from './texts.form.ts'

const day = z
  .string()
  .optional()
  .transform((text, context) => {
    const found = parseDay(cleaned(text ?? ''))
    if (found) return found
    context.addIssue({ code: 'custom', message: saying(dayText) })
    return z.NEVER
  })

/** A whole number of people, or nothing. */
const people = z
  .string()
  .optional()
  .transform((text, context): number | null => {
    const typed = cleaned(text ?? '').replace(/[\s,]/g, '')
    if (typed === '') return null
    if (/^\d{1,8}$/.test(typed)) return Number(typed)
    context.addIssue({ code: 'custom', message: saying(formTexts.number) })
    return z.NEVER
  })

export const activityForm = z.object({
  channel: choice([...outreachChannels, 'own']),
  ownName: optional(120),
  day,
  done: box(),
})

export const doneForm = z.object({ day, result: optional(600), reached: people })

export const messageForm = z.object({ text_en: optional(MESSAGE_MOST), text_fr: optional(MESSAGE_MOST) })
