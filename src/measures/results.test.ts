import { expect, test } from 'vitest'
import type { MetricId } from '../policy/metrics.ts'
import { isInCapitalRegion } from './capital.ts'
import { type Facts, isMet, type Result, resultsFrom, SUPPRESSED } from './results.ts'

const none = { yes: 0, answers: 0 }
const nothing: Facts = {
  requests: { received: 0, screened: 0, meeting: 0 },
  opportunities: { posted: 0, closed: 0, termsSigned: 0, ended: 0, delivered: 0, awarded: 0, awardedCents: 0 },
  applications: { received: 0, suppliers: 0 },
  winners: { located: 0, outsideCapital: 0 },
  repositories: 0,
  openResourceEntries: 0,
  payments: { days: [], baselineDays: 30 },
  officerHours: [],
  surveys: {
    ...{ clientsAgain: none, suppliersAgain: none, winnersNew: none, applicantsNew: none },
    ...{ winnersUnderRepresented: none, winnersSmall: none, stories: 0 },
  },
  entered: {},
  subscribers: 0,
  splitting: [],
}

test('where nothing happened, counts are zero and everything else is not available', () => {
  const results = Object.entries(resultsFrom(nothing))
  const counted = ['requests', 'opportunities-posted', 'new-repositories', 'open-resource-entries', 'forks']
  expect(results.filter(([, result]) => result === 0).map(([id]) => id)).toEqual(counted)
  expect(results.filter(([, result]) => result !== 0 && result !== null)).toEqual([])
})

const cases: readonly (readonly [MetricId, Partial<Facts>, Result])[] = [
  [
    'unique-suppliers',
    { opportunities: { ...nothing.opportunities, closed: 1 }, applications: { received: 4, suppliers: 4 } },
    null,
  ],
  [
    'unique-suppliers',
    { opportunities: { ...nothing.opportunities, closed: 2 }, applications: { received: 7, suppliers: 5 } },
    5,
  ],
  [
    'applications-per-opportunity',
    { opportunities: { ...nothing.opportunities, closed: 2 }, applications: { received: 7, suppliers: 5 } },
    3.5,
  ],
  [
    'suppliers-would-rebid-share',
    { surveys: { ...nothing.surveys, suppliersAgain: { yes: 4, answers: 4 } } },
    SUPPRESSED,
  ],
  ['suppliers-would-rebid-share', { surveys: { ...nothing.surveys, suppliersAgain: { yes: 4, answers: 5 } } }, 0.8],
  ['clients-would-reuse-share', { surveys: { ...nothing.surveys, clientsAgain: { yes: 0, answers: 1 } } }, 0],
  ['time-to-pay-decrease', { payments: { days: [5, 7], baselineDays: 30 } }, 0.8],
  ['officer-hours-saved', { officerHours: [6, 8] }, null],
  ['officer-hours-saved', { officerHours: [6, 8], entered: { 'officer-hours-saved': { 'Sole source': 30 } } }, 23],
  ['stories', { surveys: { ...nothing.surveys, stories: 1 }, entered: { stories: { Blog: 2 } } }, 3],
  ['forks', { repositories: 2 }, null],
  ['forks', { repositories: 2, entered: { forks: { one: 3, other: 1 } } }, 4],
  [
    'flagged-splitting-share',
    {
      opportunities: { ...nothing.opportunities, posted: 4 },
      entered: { 'flagged-splitting-share': { '2026-004': 1, '2026-005': 0 } },
    },
    0.25,
  ],
  [
    'flagged-splitting-share',
    {
      opportunities: { ...nothing.opportunities, posted: 4 },
      entered: { 'flagged-splitting-share': { '2026-004': 1, '2026-005': 0 } },
      splitting: ['2026-004', '2026-005', '2026-006'],
    },
    0.5,
  ],
  ['winners-outside-ncr-share', { winners: { located: 4, outsideCapital: 3 } }, 0.75],
]
test.each(cases)('%s of %j is %j', (id, facts, result) => {
  expect(resultsFrom({ ...nothing, ...facts })[id]).toEqual(result)
})

const targets: readonly (readonly [MetricId, Result, boolean | null])[] = [
  ['applications-per-opportunity', 4, true],
  ['applications-per-opportunity', 1, false],
  ['followers', { one: 60, other: 41 }, true],
  ['shares-per-opportunity', { launch: 22, second: 1 }, false],
  ['opportunities-posted', 10, true],
  ['delivered-share', 0.9, false],
  ['flagged-splitting-share', 0, true],
  ['flagged-splitting-share', 0.1, false],
  ['requests', 6, null],
  ['stories', null, null],
  ['suppliers-would-rebid-share', SUPPRESSED, null],
]
test.each(targets)('the target of %s, with %j: %j', (id, result, met) => {
  expect(isMet(id, result)).toBe(met)
})

test('the capital region is Ottawa and Gatineau, however the code is written', () => {
  expect(['K1A 0A1', 'k2p1l4', ' J8X 3X2', 'J9H 5E1'].map(isInCapitalRegion)).toEqual([true, true, true, true])
  expect(['B3H 4R2', 'K0A 1A0', 'H2X 1Y4', 'K7L 3N6', ''].map(isInCapitalRegion)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
})
