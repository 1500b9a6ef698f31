import type { Cents } from '../platform/money.ts'
import type { Yardstick } from './rules.compare.ts'

/** How many purchases, and how many of them lie close under the limit. */
export type Tally = { readonly all: number; readonly near: number }

/** What S6 found: how often a department buys close under the limit, against the others. */
export type Bunching = {
  readonly own: Tally
  readonly others: Tally
  /** How likely so many would be by chance, if the department bought as the others do. */
  readonly chance: number
}

/** Fewer say nothing; and what happens by chance once in a hundred looks is not told. */
export const FEWEST_NEAR = 5
export const MOST_CHANCE = 0.01

/** Is this value in the band that S6 counts: from nine tenths of the limit to the limit, both included? */
export const isBunched = (value: Cents, { limit, bunchingShare }: Yardstick): boolean =>
  value >= Math.round(bunchingShare * limit) && value <= limit

/**
 * S6, bunching (information): does a department buy close under the limit more often than the others, and more often
 * than chance explains? Fisher's exact test, one-sided: fewer than the others is never a finding.
 */
export function bunching(own: Tally, others: Tally): Bunching | null {
  if (own.near < FEWEST_NEAR || others.all === 0) return null
  const chance = atLeast(own, others)
  return chance < MOST_CHANCE ? { own, others, chance } : null
}

/** The chance of `own.near` or more among `own.all` drawn from both departments' purchases together. */
function atLeast(own: Tally, others: Tally): number {
  const near = own.near + others.near
  const all = own.all + others.all
  const most = Math.min(near, own.all)
  const total = logChoose(all, own.all)
  let chance = 0
  for (let count = own.near; count <= most; count += 1) {
    if (own.all - count > all - near) continue
    chance += Math.exp(logChoose(near, count) + logChoose(all - near, own.all - count) - total)
  }
  return Math.min(1, chance)
}

const logChoose = (of: number, some: number): number => logFactorial(of) - logFactorial(some) - logFactorial(of - some)

/** Stirling's series, exact to ten digits from 10 on; smaller ones are multiplied out. */
function logFactorial(number: number): number {
  if (number < 10) {
    let product = 1
    for (let factor = 2; factor <= number; factor += 1) product *= factor
    return Math.log(product)
  }
  const x = number + 1
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3)
}
