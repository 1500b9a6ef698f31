import { expect, it } from 'vitest'
import annexA from '../../examples/pilot/annex-a.json' with { type: 'json' }
import { textProblems } from '../platform/typography.ts'
import { isStepId, type Phase, phaseNames, phases, phasesToReceiveWork, stepEstimates } from './steps.ts'

const sum = (phases: readonly Phase[], column: 'soleSource' | 'estimate') =>
  stepEstimates.filter(({ phase }) => phases.includes(phase)).reduce((total, row) => total + row[column], 0)

it('the 26 steps are those of Annex A, in its order', () => {
  const published = Object.entries(annexA.phases).flatMap(([phase, rows]) =>
    rows.map(({ step, soleSource, estimate }) => ({ step, phase, soleSource, estimate })),
  )
  const ours = stepEstimates.map(({ step, phase, soleSource, estimate }) => ({ step, phase, soleSource, estimate }))
  expect(ours).toEqual(published)
  expect(ours).toHaveLength(26)
})

it('the columns add up to the totals of Annex A', () => {
  expect(sum(phasesToReceiveWork, 'soleSource')).toBe(annexA.totals.toReceiveWork.soleSource)
  expect(sum(phasesToReceiveWork, 'estimate')).toBe(annexA.totals.toReceiveWork.estimate)
  expect(sum(['post-contractual'], 'soleSource')).toBe(annexA.totals.toCompletePayment.soleSource)
  expect(sum(['post-contractual'], 'estimate')).toBe(annexA.totals.toCompletePayment.estimate)
  expect(sum(phases, 'soleSource')).toBe(annexA.totals.overall.soleSource)
  expect(sum(phases, 'estimate')).toBe(annexA.totals.overall.estimate)
})

it('only the time on the website is counted in days touched', () => {
  expect(stepEstimates.filter(({ counted }) => counted === 'days-touched').map(({ step }) => step)).toEqual([
    'on-website',
  ])
})

it('a step is known by its id', () => {
  expect([isStepId('on-website'), isStepId('toString')]).toEqual([true, false])
})

it.each([...stepEstimates.map(({ name }) => name), ...Object.values(phaseNames)])('$en', (name) => {
  expect(textProblems(name)).toEqual([])
})
