import { expect, it } from 'vitest'
import published from '../../examples/pilot/metrics.json' with { type: 'json' }
import { textProblems } from '../platform/typography.ts'
import { isMetricId, metricGroups, metrics } from './metrics.ts'

it('ids, targets, parts and order are those of the closeout report', () => {
  const theirs = published.groups.map(({ question, parts }) => [
    question,
    parts.map(({ part, metrics }) => [part, metrics.map(({ id, target }) => [id, target])]),
  ])
  const ours = metricGroups.map(({ question, parts }) => [
    question.en,
    parts.map(({ part, metrics }) => [part, metrics.map(({ id, target }) => [id, target])]),
  ])
  expect(ours).toEqual(theirs)
})

it('a measure is known by its id, and no id comes twice', () => {
  expect([isMetricId('forks'), isMetricId('toString')]).toEqual([true, false])
  expect(new Set(metrics.map(({ id }) => id)).size).toBe(metrics.length)
})

const texts = metricGroups.flatMap(({ question, parts }) => [
  question,
  ...parts.flatMap(({ name, metrics }) => [name, ...metrics.flatMap((metric) => [metric.name, metric.targetName])]),
])
it.each(texts)('$en', (text) => {
  expect(textProblems(text)).toEqual([])
})
