import { z } from 'zod'
import { choice, cleaned, email } from '../platform/forms.ts'
import { languages } from '../platform/i18n.ts'
import { sources } from './rules.sources.ts'
import { cadences } from './rules.ts'

export const subscribeForm = z.object({ email: email(), language: choice(languages) })
export const watchForm = z.object({ email: email() })

const chosen = z.array(z.string().transform(cleaned)).max(600)
export const preferenceForm = z.object({
  language: choice(languages),
  cadence: choice(cadences),
  skills: chosen,
  departments: chosen,
})
export const sourceForm = z.object({ source: choice(sources) })
