import { z } from 'zod'
import { needed, optional, readAs, saying } from '../platform/forms.ts'
import { type Cents, moneyRefusals, parseMoney } from '../platform/money.ts'
import { parseClock, parseDay } from '../platform/time.ts'
import { decisionTexts } from './texts.decisions.ts'
import { formSentences } from './texts.form.ts'

const REASON_MAX = 2_000

const dayField = () => readAs(parseDay, formSentences.day)
const clockField = () => readAs(parseClock, formSentences.time)

/**
 * What people say they worked: days when nothing is said, else hours or days in either language. A business day has
 * 7.5 hours. Empty is null: they did not say.
 */
export function parseWorking(text: string): number | null | undefined {
  const given = text.trim().replace(',', '.')
  if (given === '') return null
  const found = /^(\d{1,4}(?:\.\d{1,2})?)\s*(h|hours?|heures?|d|days?|j|jours?)?$/i.exec(given)
  if (!found) return undefined
  const amount = Number(found[1])
  return /^h/i.test(found[2] ?? '') ? Math.round((amount / 7.5) * 100) / 100 : amount
}

const working = () => readAs(parseWorking, formSentences.working)

/** Why a posted notice changes, in both languages; whether it may stay empty is a rule’s business. */
export const amendmentReasons = z.object({ reason_en: optional(REASON_MAX), reason_fr: optional(REASON_MAX) })

export const decisionForm = z.object({
  decision: z.enum(['yes', 'no'], saying(decisionTexts.choose)),
  reason: optional(REASON_MAX),
  working: working(),
})

export const reasonForm = z.object({ reason: optional(REASON_MAX) })

export const pifForm = z.object({
  costCentre: needed(40),
  account: needed(40),
  note: optional(1_000),
  working: working(),
})

export const workedForm = z.object({ working: working() })

const money = z
  .string()
  .optional()
  .transform((text, context): Cents => {
    const amount = parseMoney(text ?? '')
    if (amount.ok && amount.value <= MOST_CENTS) return amount.value
    const because = amount.ok ? 'amount_too_large' : amount.because
    context.addIssue({ code: 'custom', message: saying(moneyRefusals[because]) })
    return z.NEVER
  })
/** No reservation for a micro-procurement comes near a million dollars; it also keeps the column within its type. */
const MOST_CENTS = 100_000_000

export const reservationForm = z.object({
  number: needed(40),
  fiscalYear: readAs((text) => (/^20\d\d$/.test(text) ? Number(text) : undefined), formSentences.year),
  amount: money,
  payable: z
    .string()
    .optional()
    .transform((value) => value === 'yes'),
  working: working(),
})

const dates = {
  closing_day: dayField(),
  closing_time: clockField(),
  selection_day: dayField(),
  delivery_day: dayField(),
}
export const datesForm = z.object(dates)
export const extensionForm = z.object({ ...dates, reason_en: optional(REASON_MAX), reason_fr: optional(REASON_MAX) })

export const endForm = z.object({
  reason: optional(REASON_MAX),
  public_en: optional(REASON_MAX),
  public_fr: optional(REASON_MAX),
})

export const rateOf = (text: string): Cents | undefined => {
  const amount = parseMoney(text)
  return amount.ok && amount.value <= MOST_CENTS ? amount.value : undefined
}
