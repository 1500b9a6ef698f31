import { expect, test } from 'vitest'
import { textProblems } from '../platform/typography.ts'
import * as texts from './texts.board.ts'

test('every text of the board is in both languages and well set', () => {
  const { boardTexts, chartTexts, shortDay, ...tables } = texts
  const pairs = [
    ...Object.values(tables).flatMap((table) => Object.values(table)),
    ...Object.values(boardTexts).filter((text) => typeof text === 'object'),
    ...Object.values(chartTexts).filter((text) => typeof text === 'object'),
    ...[1, 2].flatMap((count) => [boardTexts.where(count), boardTexts.lateCount(count), boardTexts.over(count)]),
    ...[boardTexts.dayOf(1, 2), boardTexts.since(shortDay(2, 1)), chartTexts.title(2)],
    ...[chartTexts.whole('2'), chartTexts.ahead('2'), chartTexts.behind('2')],
  ]
  expect(pairs.length).toBeGreaterThan(70)
  expect(pairs.flatMap(textProblems)).toEqual([])
})

test('days close to today are short, and the first of a month is « 1er »', () => {
  expect(texts.shortDay(12, 1)).toEqual({ en: 'Dec\u00a01', fr: '1er\u00a0déc.' })
})
