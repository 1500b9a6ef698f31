import { z } from 'zod'
import type { Criterion } from '../opportunities/rules.ts'
import type { Day } from '../platform/day.ts'
import {
  choice,
  cleaned,
  formTexts,
  needed,
  optional,
  type Parsed,
  parseForm,
  saying,
  ticked,
  webAddress,
} from '../platform/forms.ts'
import { type Form, typed } from '../platform/http.ts'
import { parseDay } from '../platform/time.ts'
import { daysOrNothing } from '../requests/forms.ts'
import { nextSteps } from './rules.exceptions.ts'
import { type Mark, terminationKinds } from './rules.ts'
import { workTexts } from './texts.pages.ts'
import { terminateRefusals } from './texts.ts'

const dayOrNothing = z
  .string()
  .optional()
  .transform((text, context): Day | null => {
    if (!text?.trim()) return null
    const day = parseDay(text)
    if (day) return day
    context.addIssue({ code: 'custom', message: saying(workTexts.notADay) })
    return z.NEVER
  })

const neededDay = dayOrNothing.transform((day, context): Day => {
  if (day !== null) return day
  context.addIssue({ code: 'custom', message: saying(formTexts.required) })
  return z.NEVER
})

/** Percent as a whole number, or nothing. */
const shareOrNothing = z
  .string()
  .optional()
  .transform((text, context): number | null => {
    const given = text?.replace(/[\s\u00a0%]/g, '') ?? ''
    if (given === '') return null
    if (/^\d{1,3}$/.test(given)) return Number(given)
    context.addIssue({ code: 'custom', message: saying(terminateRefusals.percentage_missing) })
    return z.NEVER
  })

export const countersignForm = z.object({ read: ticked(), workingDays: daysOrNothing })

export const deliverForm = z.object({
  repositoryUrl: webAddress('not be empty'),
  pullRequestUrl: webAddress('be empty'),
  note: optional(4_000),
})

export const extensionForm = z.object({ day: neededDay, because: needed(1_000) })
export const unableForm = z.object({ because: needed(1_000), sure: ticked() })
export const extensionAnswerForm = z.object({ decision: choice(['granted', 'refused']), reply: optional(1_000) })
export const terminationForm = z.object({
  kind: choice(terminationKinds),
  percentage: shareOrNothing,
  because: needed(2_000),
})
export const nextForm = z.object({ step: choice(nextSteps), deliveryDay: dayOrNothing })

/** The names of a criterion’s two fields, by its place from 1. */
export const markNames = (position: number) => ({ met: `met-${position}`, comment: `comment-${position}` }) as const

export type WorkAnswer = {
  readonly marks: readonly Mark[]
  readonly newDay: Day | null
  readonly workingDays: number | null
}

/** What was said of each criterion, with the date that follows when one is not met. */
export function parseWorkAnswer(form: Form, criteria: readonly Criterion[]): Parsed<WorkAnswer> {
  const fields = criteria.flatMap(({ position }) => {
    const { met, comment } = markNames(position)
    return [
      [met, choice(['yes', 'no'])],
      [comment, optional(2_000)],
    ] as const
  })
  const marked = parseForm(z.object(Object.fromEntries(fields)), form)
  const rest = parseForm(z.object({ newDay: dayOrNothing, workingDays: daysOrNothing }), form)
  if (!marked.ok || !rest.ok)
    return { ok: false, problems: [...(marked.ok ? [] : marked.problems), ...(rest.ok ? [] : rest.problems)] }
  const marks = criteria.map(({ id, position }) => {
    const { met, comment } = markNames(position)
    return { criterionId: id, met: typed(form, met) === 'yes', comment: cleaned(typed(form, comment)) }
  })
  return { ok: true, value: { marks, ...rest.value } }
}
