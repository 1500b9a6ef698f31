import { z } from 'zod'
import type { Day } from '../platform/day.ts'
import { choice, cleaned, needed, optional, readAs, saying } from '../platform/forms.ts'
import { isId } from '../platform/ids.ts'
import { type Cents, moneyRefusals, parseMoney } from '../platform/money.ts'
import { parseDay } from '../platform/time.ts'
import { paperKinds } from '../policy/rules.ts'
import { safeHref } from '../ui/link.ts'
import { formSentences as texts } from './texts.forms.ts'

const dayField = () => readAs(parseDay, texts.day)
const dayOrNothing = () =>
  readAs((text): Day | null | undefined => (text === '' ? null : parseDay(text)), texts.dayOrNothing)
const person = () => readAs((text) => (isId(text) ? text : undefined), texts.person)
const personOrNothing = () =>
  readAs((text): string | null | undefined => (text === '' ? null : isId(text) ? text : undefined), texts.person)

/** Most that a limit of signature can be, which also keeps it within its column. */
const MOST_CENTS = 2_000_000_000

export const paperForm = z.object({
  kind: choice(paperKinds),
  title: needed(200),
  language: choice(['en', 'fr']),
  dated: dayField(),
  validUntil: dayOrNothing(),
  link: readAs((text) => (text === '' || (/^https?:/i.test(text) && safeHref(text)) ? text : undefined), texts.link),
})

export const replyForm = z.object({ reply: needed(4_000), replyDay: dayField() })

export const delegationRoles = ['section_32', 'section_34', 'signatory'] as const

export const delegationForm = z.object({
  person: person(),
  role: choice(delegationRoles),
  fromDay: dayField(),
  untilDay: dayOrNothing(),
  /** Empty for no limit. */
  limit: z
    .string()
    .optional()
    .transform((text, context): Cents | null => {
      if (cleaned(text ?? '') === '') return null
      const amount = parseMoney(text ?? '')
      if (amount.ok && amount.value > 0 && amount.value <= MOST_CENTS) return amount.value
      const wrong = amount.ok ? texts.limit : moneyRefusals[amount.because]
      context.addIssue({ code: 'custom', message: saying(wrong) })
      return z.NEVER
    }),
  actingFor: personOrNothing(),
})

export const delegateForm = z.object({ delegate: person(), fromDay: dayField(), untilDay: dayField() })

export const budgetForm = z.object({ kind: choice(['transfer', 'risk_agreement']), reference: optional(120) })

export const reviewForm = z.object({
  outcome: z.enum(['approved', 'concern'], saying(texts.outcome)),
  note: optional(2_000),
})

export const releaseForm = z.object({ note: optional(500) })
