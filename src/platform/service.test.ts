import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gapsIn } from './service.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 1) + seconds * 1_000)
const spans = (...pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([from, to]) => ({ from: at(from), to: at(to) }))

it('finds what no span covers, at the ends too, and leaves restarts out', () => {
  const gaps = gapsIn(spans([100, 200], [210, 400], [900, 950]), at(0), at(1_000))
  expect(gaps.map(({ from, to }) => (to.getTime() - from.getTime()) / 1_000)).toEqual([100, 500, 50])
  expect(gapsIn(spans([0, 995]), at(0), at(1_000))).toEqual([])
  expect(gapsIn([], at(0), at(60))).toEqual([{ from: at(0), to: at(60) }])
})

it('sees one process where two overlap, in any arrangement', () => {
  const pair = fc.tuple(fc.nat(1_000), fc.nat(300)).map(([from, long]) => [from, from + long] as const)
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 12 }), (pairs) => {
      const sorted = pairs.toSorted(([one], [other]) => one - other)
      const gaps = gapsIn(spans(...sorted), at(0), at(1_000))
      const away = gaps.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0) / 1_000
      const covered = Array.from({ length: 1_000 }, (_, second) =>
        sorted.some(([from, to]) => second >= from && second + 1 <= to),
      ).filter((up) => !up).length
      // Breaks of up to fifteen seconds are no outage: there are at most as many as there are spans, and one.
      expect(away).toBeLessThanOrEqual(covered)
      expect(covered - away).toBeLessThanOrEqual(15 * (pairs.length + 1))
    }),
  )
})
