import { z } from 'zod'
import { choice, needed, optional, saying } from '../platform/forms.ts'
import { isId } from '../platform/ids.ts'
import { type Cents, moneyRefusals, parseMoney } from '../platform/money.ts'
import { optionAnswersIn, questionNames } from './rules.options.ts'
import { referralDecisions } from './rules.referrals.ts'
import { answersOf, declineReasons, isDeclineReason, type Need, type Verdict, withdrawReasons } from './rules.ts'

export const SUBJECT_MAX = 120
export const NEED_MAX = 6_000
export const REPLY_MAX = 2_000

const answer = () => choice(['yes', 'no', 'unknown'])
const answerFields = {
  isCode: answer(),
  isOpenSource: answer(),
  isUnclassified: answer(),
  isVirtual: answer(),
  isWithinLimit: answer(),
  isOwnDepartment: answer(),
  isMaintained: answer(),
}
const answerValues = { yes: true, no: false, unknown: null } as const

/** What a whole number of the database holds, rounded down. */
const MOST_CENTS = 2_000_000_000

/** An amount in dollars, or nothing. */
const amountOrNothing = z
  .string()
  .optional()
  .transform((text, context): Cents | null => {
    if (!text?.trim()) return null
    const amount = parseMoney(text)
    if (amount.ok && amount.value <= MOST_CENTS) return amount.value
    const wrong = amount.ok ? formTexts.amount : moneyRefusals[amount.because]
    context.addIssue({ code: 'custom', message: saying(wrong) })
    return z.NEVER
  })

/** What the form carries of where it began: an import, a referral, the answers on the options. */
export const begunNames = ['from', ...questionNames] as const
/** Nobody types these: what makes no sense is left out. */
const carried = () => z.string().max(80).optional().catch(undefined)
const begunFields = {
  from: carried(),
  what: carried(),
  inOpen: carried(),
  cost: carried(),
  supplier: carried(),
}

export const needForm = z.object({
  subject: needed(SUBJECT_MAX),
  team: needed(120),
  homeBranch: choice(['yes', 'no']),
  need: needed(NEED_MAX),
  ...answerFields,
  maintainer: optional(500),
  estimate: amountOrNothing,
  ...begunFields,
  language: choice(['en', 'fr']),
})

export const needOf = (values: z.output<typeof needForm>): Need => ({
  subject: values.subject,
  team: values.team,
  homeBranch: values.homeBranch === 'yes',
  language: values.language,
  need: values.need,
  answers: answersOf((criterion) => answerValues[values[criterion]]),
  maintainer: values.maintainer,
  estimate: values.estimate,
  options: optionAnswersIn(values),
  importId: isId(values.from) ? values.from : null,
})

/** A reason is asked only when the request is declined. */
export const verdictForm = z.object({
  ...answerFields,
  meets: choice(['yes', 'no']),
  outcome: choice(['accept', 'decline']),
  reason: z.string().optional(),
  maintainer: optional(500),
  referredTo: optional(120),
  referredDepartment: optional(80),
  reply: optional(REPLY_MAX),
})

/** What was typed as a verdict; nothing when it declines without one of our reasons. */
export function verdictOf(values: z.output<typeof verdictForm>): Verdict | undefined {
  const answers = answersOf((criterion) => answerValues[values[criterion]])
  const { outcome, reason = '', referredTo, referredDepartment, reply, maintainer } = values
  const said = { answers, meetsCriteria: values.meets === 'yes', reply, maintainer }
  if (outcome === 'accept') return { ...said, outcome }
  const referredDepartmentId = isId(referredDepartment) ? referredDepartment : null
  return isDeclineReason(reason) ? { ...said, outcome, reason, referredTo, referredDepartmentId } : undefined
}

export const questionForm = z.object({ question: optional(REPLY_MAX) })
export const answerForm = z.object({ answer: optional(REPLY_MAX) })
export const referralForm = z.object({ decision: choice(referralDecisions), note: optional(REPLY_MAX) })

export const withdrawalForm = z.object({ reason: choice(withdrawReasons) })

/** Days with a half or a quarter, as people count them: `0.25`, `0,25`, `2`; empty when they do not say. */
export const daysOrNothing = z
  .string()
  .optional()
  .transform((text, context): number | null => {
    const given = text?.trim().replace(',', '.') ?? ''
    if (given === '') return null
    if (/^\d{1,3}(\.\d{1,2})?$/.test(given)) return Number(given)
    context.addIssue({ code: 'custom', message: saying(formTexts.days) })
    return z.NEVER
  })

export const goForm = z.object({
  said: choice(['go', 'no_go']),
  goReason: optional(REPLY_MAX),
  workingDays: daysOrNothing,
})

export const formTexts = {
  amount: {
    en: 'Enter an amount under $20,000,000.00.',
    fr: 'Inscrivez un montant inférieur à 20\u00a0000\u00a0000,00\u00a0$.',
  },
  days: {
    en: 'Enter a number of days, such as 0.25 or 2.',
    fr: 'Inscrivez un nombre de jours, par exemple 0,25 ou 2.',
  },
  reason: { en: 'Choose the reason.', fr: 'Choisissez le motif.' },
  drafted: {
    en: 'We drafted the reply for this outcome. Read it, change what you like, then record your decision.',
    fr: 'Voici la réponse rédigée pour cette décision. Lisez-la, modifiez-la au besoin, puis consignez votre décision.',
  },
} as const

export const declineCodes = Object.keys(declineReasons).filter(isDeclineReason)
