import { z } from 'zod'
import { choice, needed, optional, saying, ticked } from '../platform/forms.ts'
import { gstNumberRefusals, parseGstNumber } from '../policy/taxNumbers.ts'
import { payments } from './rules.ts'

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

export const acceptForm = z.object({
  agreeDate: ticked(),
  agreePrice: ticked(),
  agreeIdentity: ticked(),
  payment: choice(payments),
  paymentDetail: optional(200),
  taxNumber: gstNumberOrNothing,
  agreeTerms: ticked(),
  signatory: needed(120),
  /** The page’s, not the person’s: terms other than those of today are a rule’s business. */
  termsRead: optional(1_000_000),
})

export const declineForm = z.object({ because: needed(500) })

export const signOffForm = z.object({ agreed: ticked(), statement: ticked(), reference: needed(120) })
