import { expect, it } from 'vitest'
import { day } from '../platform/day.ts'
import { cents } from '../platform/money.ts'
import { policyInForce } from '../policy/inForce.ts'
import { bunching, FEWEST_NEAR, isBunched } from './rules.bunching.ts'
import { yardstickOf } from './rules.compare.ts'

const yardstick = yardstickOf(policyInForce([], day('2026-05-04')))

it('counts from nine tenths of the limit to the limit, both included', () => {
  const counted = [899_999, 900_000, 1_000_000, 1_000_001].map((value) => isBunched(cents(value), yardstick))
  expect(counted).toEqual([false, true, true, false])
})

it('finds a department that buys close under the limit more often than the others', () => {
  const found = bunching({ all: 20, near: 12 }, { all: 200, near: 30 })
  expect(found?.chance).toBeLessThan(0.001)
  expect(bunching({ all: 20, near: FEWEST_NEAR - 1 }, { all: 200, near: 0 })).toBeNull()
})

it('is one-sided: like the others, or fewer, is no finding; nor is a department alone', () => {
  expect(bunching({ all: 100, near: 15 }, { all: 200, near: 30 })).toBeNull()
  expect(bunching({ all: 100, near: 6 }, { all: 200, near: 100 })).toBeNull()
  expect(bunching({ all: 20, near: 20 }, { all: 0, near: 0 })).toBeNull()
})

it('is Fisher’s exact test: the lady who tasted tea', () => {
  // 8 cups, 4 with milk first, all 4 found: 1 in 70; scaled up to reach the fewest that are told.
  const exact = 1 / 252
  expect(bunching({ all: 5, near: 5 }, { all: 5, near: 0 })?.chance).toBeCloseTo(exact, 9)
})
