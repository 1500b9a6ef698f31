import type { Day } from '../platform/day.ts'
import { type Cents, cents } from '../platform/money.ts'
import { type Province, provinces } from './provinces.ts'
import type { Policy } from './rules.ts'
import { ceilingBeforeTax, type PlaceOfSupply, type Rate, ratesOn, taxOn } from './taxes.ts'

/** A price with its tax against the limit. */
export type Estimate = {
  readonly price: Cents
  readonly place: PlaceOfSupply
  /** In thousandths of a percent: 15 % is 15000. */
  readonly rate: Rate
  readonly tax: Cents
  readonly withTax: Cents
  readonly limit: Cents
  /** What is left below the limit; 0 when it is passed. */
  readonly room: Cents
  /** What is above the limit; 0 when it is kept. */
  readonly over: Cents
  /** The highest price that leaves room for the tax. */
  readonly ceiling: Cents
}

/** What a price comes to with the tax of a place on a day, and what room the limit leaves. The limit includes tax; equal is allowed. */
export function estimateOf(
  policy: Policy,
  on: Day,
  price: Cents,
  place: PlaceOfSupply = policy.placeOfSupply,
): Estimate {
  const { limitIncludingTax: limit, exemptFrom } = policy
  const { total: tax, withTax } = taxOn(place, on, price, { exemptFrom })
  return {
    ...{ price, place, tax, withTax, limit },
    rate: rateIn(policy, on, place),
    room: cents(Math.max(0, limit - withTax)),
    over: cents(Math.max(0, withTax - limit)),
    ceiling: ceilingBeforeTax(place, on, limit, { exemptFrom }),
  }
}

/** The same price in every province and territory, in the order of their codes. */
export const estimatesEverywhere = (policy: Policy, on: Day, price: Cents): (Estimate & { place: Province })[] =>
  provinces.map((place) => ({ ...estimateOf(policy, on, price, place), place }))

/** Provinces and territories with the highest rate that day: why the worst case is what it is. */
export function dearest(policy: Policy, on: Day): Province[] {
  const rates = provinces.map((place) => ({ place, rate: rateIn(policy, on, place) }))
  const most = Math.max(...rates.map(({ rate }) => rate))
  return rates.filter(({ rate }) => rate === most).map(({ place }) => place)
}

function rateIn({ exemptFrom }: Policy, on: Day, place: PlaceOfSupply): Rate {
  const exempt = exemptFrom.some((province) => province === place)
  return ratesOn(place, on)
    .filter(({ tax }) => !exempt || (tax !== 'pst' && tax !== 'rst'))
    .reduce((sum, { rate }) => sum + rate, 0)
}
