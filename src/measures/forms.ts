import { z } from 'zod'
import { choice, needed, saying } from '../platform/forms.ts'
import { enteredMetrics } from './rules.ts'
import { refusals } from './texts.ts'

export const LABEL_MAX = 60
export const NOTE_MAX = 600

const figure = needed(20).pipe(
  z
    .string()
    .regex(/^\d{1,9}(?:[.,]\d{1,2})?$/, saying(refusals.not_a_count))
    .transform((text) => Number(text.replace(',', '.'))),
)

export const figureForm = z.object({ metric: choice(enteredMetrics), label: needed(LABEL_MAX), value: figure })
const days = needed(10).pipe(
  z
    .string()
    .regex(/^\d{1,2}(?:[.,]\d{1,2})?$/, saying(refusals.not_days))
    .transform((text) => Number(text.replace(',', '.'))),
)

export const workForm = z.object({ file: needed(40), step: needed(60), days })
export const noteForm = z.object({ subject: needed(60), note_en: needed(NOTE_MAX), note_fr: needed(NOTE_MAX) })
