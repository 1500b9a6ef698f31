import { z } from 'zod'
import { payments } from '../awards/rules.ts'
import { parseWorking } from '../opportunities/forms.ts'
import { choice, needed, optional, saying, ticked } from '../platform/forms.ts'
import { type Cents, cents } from '../platform/money.ts'
import { gstNumberRefusals, parseGstNumber } from '../policy/taxNumbers.ts'
import { parsePostalCode } from './rules.charges.ts'
import { formTexts } from './texts.ts'

const REASON_MAX = 2_000

/** A GST/HST number as printed on an invoice, or nothing for whoever is not registered. */
const gstNumberOrNothing = z
  .string()
  .optional()
  .transform((text, context): string => {
    if (!text?.trim()) return ''
    const number = parseGstNumber(text)
    if (number.ok) return number.value.number
    context.addIssue({ code: 'custom', message: saying(gstNumberRefusals[number.because]) })
    return z.NEVER
  })

const postalCode = needed(20).transform((text, context): string => {
  const found = parsePostalCode(text)
  if (found) return found
  context.addIssue({ code: 'custom', message: saying(formTexts.postalCode) })
  return z.NEVER
})

/** The total that the page showed, in cents; nothing when the page did not say. */
const seenTotal = z
  .string()
  .optional()
  .transform((text): Cents | null => (text && /^\d{1,10}$/.test(text) ? cents(Number(text)) : null))

const working = z
  .string()
  .optional()
  .transform((text, context): number | null => {
    const days = parseWorking(text ?? '')
    if (days !== undefined) return days
    context.addIssue({ code: 'custom', message: saying(formTexts.working) })
    return z.NEVER
  })

export const invoiceForm = z.object({
  invoiceNumber: needed(40),
  taxNumber: gstNumberOrNothing,
  postalCode,
  correct: ticked(),
  seenTotal,
})

export const certificationForm = z.object({
  decision: z.enum(['yes', 'no'], saying(formTexts.choose)),
  because: optional(REASON_MAX),
  working,
})
export const entryForm = z.object({ entered: ticked(), working })
export const cardDocumentForm = z.object({ cardDocument: needed(40), working })
export const paymentForm = z.object({ method: choice(payments), reference: needed(80), working })
