import { expect, test } from 'vitest'
import { stepDurations } from '../history/durations.ts'
import { weekdayCalendar } from '../platform/calendar.ts'
import { textProblems } from '../platform/typography.ts'
import { stepEstimates } from '../policy/steps.ts'
import { timesOf } from './pages.options.ts'
import {
  adviseOn,
  criteriaFrom,
  type Option,
  type OptionAnswers,
  type OptionReason,
  optionAnswersIn,
  optionQuestions,
} from './rules.options.ts'
import { adviceTexts, optionNames, reasonTexts } from './texts.options.ts'

const code: OptionAnswers = { what: 'code', inOpen: 'yes', cost: 'within', supplier: 'anyone' }

const told: Record<OptionReason, [Partial<OptionAnswers>, Option]> = {
  fits: [{}, 'micro'],
  person_wanted: [{ what: 'person' }, 'capacity'],
  product_wanted: [{ what: 'product' }, 'elsewhere'],
  not_code: [{ what: 'other' }, 'elsewhere'],
  one_supplier: [{ supplier: 'only_one', cost: 'above' }, 'sole_source'],
  not_in_open: [{ inOpen: 'no' }, 'capacity'],
  above_limit: [{ inOpen: 'no', cost: 'above' }, 'capacity'],
  open_to_check: [{ inOpen: 'unknown' }, 'micro'],
  cost_to_check: [{ cost: 'unknown' }, 'micro'],
  supplier_to_check: [{ supplier: 'unknown' }, 'micro'],
}
test.each(Object.entries(told))('says %s', (reason, [changed, option]) => {
  const advice = adviseOn({ ...code, ...changed })
  expect(advice.option).toBe(option)
  expect(advice.because).toContain(reason)
})

test('every answer leads somewhere, with a reason in both languages', () => {
  const { what, inOpen, cost, supplier } = optionQuestions
  let seen = 0
  for (const w of what)
    for (const i of inOpen)
      for (const c of cost)
        for (const s of supplier) {
          const { option, because } = adviseOn({ what: w, inOpen: i, cost: c, supplier: s })
          const texts = [optionNames[option], adviceTexts[option].head, ...because.map((reason) => reasonTexts[reason])]
          expect(texts.flatMap(textProblems)).toEqual([])
          seen += 1
        }
  expect(seen).toBe(108)
})

test('the answers fill in what they say of the criteria, and nothing else', () => {
  expect(criteriaFrom(code)).toEqual({
    ...{ isCode: true, isOpenSource: true, isUnclassified: true, isVirtual: true, isWithinLimit: true },
  })
  expect(criteriaFrom({ ...code, inOpen: 'unknown', cost: 'unknown' })).toEqual({ isCode: true })
  expect(criteriaFrom({ ...code, inOpen: 'no', cost: 'above' })).toEqual({ isCode: true, isWithinLimit: false })
})

test('an address gives all four answers or none', () => {
  expect(optionAnswersIn(code)).toEqual(code)
  expect(optionAnswersIn({ ...code, cost: 'toString' })).toBeNull()
  expect(optionAnswersIn({})).toBeNull()
})

test('the times are those of Annex A; what a department took is the mean of its files', () => {
  const none = timesOf([])
  expect(none.soleSource).toEqual({ toWork: 26, toPayment: 31 })
  expect(none.estimate).toEqual({ toWork: 23, toPayment: 7 })
  expect(none.actual).toBeNull()
  expect(none.steps).toHaveLength(stepEstimates.length)

  const ran = (days: number) =>
    stepDurations(
      [
        { kind: 'step.started', step: 'statement-written', at: new Date('2026-05-04T12:30:00Z'), working: null },
        {
          kind: 'step.ended',
          step: 'statement-written',
          at: new Date(Date.UTC(2026, 4, 4 + days, 12, 30)),
          working: null,
        },
      ],
      weekdayCalendar,
      'America/Toronto',
    )
  expect(timesOf([ran(1), ran(3)]).actual).toEqual({ toWork: 2, toPayment: null, files: 2 })
})
