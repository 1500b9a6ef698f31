import { z } from 'zod'
import { choice, email } from '../platform/forms.ts'
import { languages } from '../platform/i18n.ts'

export const subscribeForm = z.object({ email: email(), language: choice(languages) })
export const languageForm = z.object({ language: choice(languages) })
