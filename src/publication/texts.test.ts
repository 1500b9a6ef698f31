import { expect, it } from 'vitest'
import type { Text } from '../platform/i18n.ts'
import { textProblems } from '../platform/typography.ts'
import { refusals as subscribeRefusals, subscribeTexts } from '../subscribers/texts.ts'
import { clockTexts } from './texts.clock.ts'
import * as processWords from './texts.process.ts'
import { refusals, staffTexts } from './texts.staff.ts'
import { detailTexts, homeTexts, pathTexts, resultsTexts, statusNames } from './texts.ts'

/** Every pair in a tree of texts, lists of lines included; texts with facts are tried with a fact. */
function pairsIn(tree: unknown): Text[] {
  if (typeof tree === 'function') return pairsIn(tree('x', 'y'))
  if (tree === null || typeof tree !== 'object') return []
  if ('en' in tree && 'fr' in tree) {
    const [en, fr] = [tree.en, tree.fr].map((half) => (Array.isArray(half) ? half.flat(2) : [half]))
    return (en ?? []).map((line, place) => ({ en: String(line), fr: String(fr?.[place]) }))
  }
  return Object.values(tree).flatMap(pairsIn)
}

it('keep the typography of each language, and have as many lines in both', () => {
  const all = [homeTexts, detailTexts, pathTexts, resultsTexts, statusNames, staffTexts, refusals]
  const pairs = pairsIn([...all, processWords, clockTexts, subscribeTexts, subscribeRefusals])
  expect(pairs.length).toBeGreaterThan(250)
  expect(pairs.flatMap((pair) => textProblems(pair).map((problem) => [problem, pair]))).toEqual([])
  for (const list of [homeTexts.teamsList, homeTexts.hero, staffTexts.happensList, detailTexts.choosingSteps])
    expect(list.en.length).toBe(list.fr.length)
})
