import { expect, test } from 'vitest'
import { weekdayCalendar } from '../platform/calendar.ts'
import { type FunnelRequest, funnelOf, medianOf, yearsOf } from './rules.funnel.ts'

const zone = 'America/Toronto'
/** Opening of the n-th working day from Monday, May 4, 2026. */
const day = (n: number) => new Date(Date.UTC(2026, 4, 4 + n + 2 * Math.floor(n / 5), 12, 30))
const request = (changed: Partial<FunnelRequest> = {}): FunnelRequest => ({
  ...{ id: 'r', state: 'received', declined: null, withdrawn: null, meets: null, receivedAt: day(0) },
  ...{ endedAt: null, acceptedAt: null, draftedAt: null, postedAt: null, stoppedAt: null },
  ...changed,
})
const figures = (requests: readonly FunnelRequest[], now = day(20)) =>
  funnelOf(requests, { calendar: weekdayCalendar, zone, now })

test('every request is counted, with the days it took to go on, the median and the longest', () => {
  const posted = (days: number) =>
    request({ state: 'accepted', acceptedAt: day(1), draftedAt: day(2), postedAt: day(2 + days), meets: true })
  const { stages, meeting } = figures([
    posted(3),
    posted(5),
    posted(13),
    request({ state: 'accepted', acceptedAt: day(2), meets: true }),
    request(),
    request({ state: 'declined', declined: 'not_code', endedAt: day(1), meets: false }),
  ])
  expect(stages).toEqual([
    { stage: 'received', reached: 6, here: 1, median: 1, longest: 2, waiting: 20 },
    { stage: 'accepted', reached: 4, here: 1, median: 1, longest: 1, waiting: 18 },
    { stage: 'drafted', reached: 3, here: 0, median: 5, longest: 13, waiting: null },
    { stage: 'posted', reached: 3, here: 0, median: null, longest: null, waiting: null },
  ])
  expect(meeting).toBe(4)
})

test('who ended does not wait, and is told by the reason', () => {
  const { stages, declined, withdrawn } = figures([
    request({ state: 'declined', declined: 'staffing' }),
    request({ state: 'declined', declined: 'staffing' }),
    request({ state: 'withdrawn', withdrawn: 'no_reply', acceptedAt: day(1) }),
    request({ state: 'accepted', acceptedAt: day(1), draftedAt: day(2), stoppedAt: day(3) }),
  ])
  expect(stages.map(({ here }) => here)).toEqual([0, 0, 0, 0])
  expect([...declined]).toEqual([['staffing', 2]])
  expect([...withdrawn]).toEqual([['no_reply', 1]])
})

test('nothing yet is no figure, never a zero', () => {
  expect(figures([]).stages[0]).toEqual({
    ...{ stage: 'received', reached: 0, here: 0, median: null, longest: null, waiting: null },
  })
  expect(medianOf([])).toBeNull()
  expect(medianOf([4, 1])).toBe(2.5)
})

test('fiscal years run from April to March, newest first', () => {
  const at = (instant: string) => request({ receivedAt: new Date(instant) })
  const requests = [at('2026-04-01T03:59:59Z'), at('2026-04-01T04:00:00Z'), at('2027-01-01T12:00:00Z')]
  expect(yearsOf(requests, zone)).toEqual(['2026-2027', '2025-2026'])
})
