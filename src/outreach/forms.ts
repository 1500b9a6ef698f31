import { z } from 'zod'
import { box, choice, formTexts, optional, readAs } from '../platform/forms.ts'
import { parseDay } from '../platform/time.ts'
import { outreachChannels } from '../policy/rules.ts'
import { MESSAGE_MOST } from './rules.ts'
import { dayText } from './texts.form.ts'

const day = readAs(parseDay, dayText)

/** A whole number of people, or nothing. */
const people = readAs((text): number | null | undefined => {
  const typed = text.replace(/[\s,]/g, '')
  if (typed === '') return null
  return /^\d{1,8}$/.test(typed) ? Number(typed) : undefined
}, formTexts.number)

export const activityForm = z.object({
  channel: choice([...outreachChannels, 'own']),
  ownName: optional(120),
  day,
  done: box(),
})

export const doneForm = z.object({ day, result: optional(600), reached: people })

export const messageForm = z.object({ text_en: optional(MESSAGE_MOST), text_fr: optional(MESSAGE_MOST) })
