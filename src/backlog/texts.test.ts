import { expect, test } from 'vitest'
import * as start from '../drafting/texts.start.ts'
import type { Text } from '../platform/i18n.ts'
import { textProblems } from '../platform/typography.ts'
import * as texts from './texts.ts'

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'en' in value && typeof value.en === 'string'

/** Every pair, however deep; sentences with facts are said with plausible ones. */
function pairsIn(value: unknown): Text[] {
  if (isText(value)) return [value]
  if (typeof value === 'function') return pairsIn(value.length === 2 ? value(new Date(0), 'UTC') : value('2026-014'))
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pairsIn) : []
}

test('every text is written as people write, in both languages', () => {
  const pairs = [...pairsIn({ ...texts }), ...pairsIn({ ...start })]
  expect(pairs.length).toBeGreaterThan(100)
  expect(pairs.flatMap((pair) => textProblems(pair).map((problem) => [pair.fr, problem]))).toEqual([])
})
