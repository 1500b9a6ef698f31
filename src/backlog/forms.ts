import { z } from 'zod'
import { needed, optional } from '../platform/forms.ts'

/** The longest text that may be pasted, in characters. */
export const PASTED_MAX = 60_000

/** The four ways to start; which one was taken is said by the button. */
export const addressForm = z.object({ address: needed(500) })
export const pastedForm = z.object({ pasted_title: optional(200), text: needed(PASTED_MAX) })
export const earlierForm = z.object({ earlier: needed(36) })
