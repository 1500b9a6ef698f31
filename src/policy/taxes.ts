import type { Day } from '../platform/day.ts'
import { day } from '../platform/day.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Text } from '../platform/i18n.ts'
import { type Cents, cents, dollars } from '../platform/money.ts'
import { type Province, provinces } from './provinces.ts'

/** A tax rate in thousandths of a percent: 9.975 % is 9975. */
export type Rate = number
const WHOLE = 100_000

export type TaxId = 'gst' | 'hst' | 'qst' | 'pst' | 'rst' | 'highest'
export type TaxRate = { readonly tax: TaxId; readonly rate: Rate }
export type TaxPeriod = { readonly from: Day; readonly rates: readonly TaxRate[]; readonly source: string }

/** Where the service is received: a province or territory, or not known yet, which counts the highest rate. */
export type PlaceOfSupply = Province | 'highest'

const excise = 'Excise Tax Act (Canada), s. 165 and Schedule VIII'
const since = (from: Day, rates: readonly TaxRate[], source: string): TaxPeriod => ({ from, rates, source })
const start = day('2019-07-01')
const gst: TaxRate = { tax: 'gst', rate: 5_000 }
const hst = (rate: Rate): TaxRate => ({ tax: 'hst', rate })

/** Sales taxes on services, by province and date, oldest first. Known from 1 July 2019 on. */
export const taxRates: Record<Province, readonly [TaxPeriod, ...TaxPeriod[]]> = {
  AB: [since(start, [gst], excise)],
  BC: [since(start, [gst, { tax: 'pst', rate: 7_000 }], `${excise}; Provincial Sales Tax Act (BC)`)],
  MB: [since(start, [gst, { tax: 'rst', rate: 7_000 }], `${excise}; The Retail Sales Tax Act (MB)`)],
  NB: [since(start, [hst(15_000)], excise)],
  NL: [since(start, [hst(15_000)], excise)],
  NS: [
    since(start, [hst(15_000)], excise),
    since(day('2025-04-01'), [hst(14_000)], 'Nova Scotia HST rate change of 1 April 2025'),
  ],
  NT: [since(start, [gst], excise)],
  NU: [since(start, [gst], excise)],
  ON: [since(start, [hst(13_000)], excise)],
  PE: [since(start, [hst(15_000)], excise)],
  QC: [since(start, [gst, { tax: 'qst', rate: 9_975 }], `${excise}; Act respecting the Québec sales tax, s. 16`)],
  SK: [since(start, [gst, { tax: 'pst', rate: 6_000 }], `${excise}; The Provincial Sales Tax Act (SK)`)],
  YT: [since(start, [gst], excise)],
}

export const taxNames: Record<TaxId, Text> = {
  gst: { en: 'GST', fr: 'TPS' },
  hst: { en: 'HST', fr: 'TVH' },
  qst: { en: 'QST', fr: 'TVQ' },
  pst: { en: 'PST', fr: 'TVP' },
  rst: { en: 'RST', fr: 'TVD' },
  highest: { en: 'Sales tax at the highest rate', fr: 'Taxe de vente au taux le plus élevé' },
}

export type TaxLine = { readonly tax: TaxId; readonly name: Text; readonly rate: Rate; readonly cents: Cents }
/** `total` is the sum of the taxes; `withTax` is the price and its taxes. */
export type Tax = { readonly lines: readonly TaxLine[]; readonly total: Cents; readonly withTax: Cents }

export type Taxpayer = {
  /** False for a small supplier that is not registered: it charges no tax. */
  readonly registered?: boolean
  /** Provinces whose own sales tax (not GST, HST or QST) the buyer does not pay. */
  readonly exemptFrom?: readonly Province[]
}

/** The taxes on a price, for a service received there on that day. Each tax is rounded to the cent, halves up. */
export function taxOn(place: PlaceOfSupply, on: Day, price: Cents, taxpayer: Taxpayer = {}): Tax {
  const lines = ratesFor(place, on, taxpayer).map(({ tax, rate }) => {
    return { tax, name: taxNames[tax], rate, cents: share(price, rate) }
  })
  const total = cents(lines.reduce((sum, line) => sum + line.cents, 0))
  return { lines, total, withTax: cents(price + total) }
}

/** The rates in force there on that day. RangeError before 1 July 2019, where this table begins. */
export function ratesOn(place: PlaceOfSupply, on: Day): readonly TaxRate[] {
  if (place === 'highest')
    return [{ tax: 'highest', rate: Math.max(...provinces.map((each) => sumOf(ratesOn(each, on)))) }]
  const period = taxRates[place].findLast(({ from }) => from <= on)
  if (!period) throw new RangeError(`No tax rates are known for ${on}`)
  return period.rates
}

/** The highest price before tax whose total stays within the limit. */
export function ceilingBeforeTax(place: PlaceOfSupply, on: Day, limit: Cents, taxpayer: Taxpayer = {}): Cents {
  const rate = sumOf(ratesFor(place, on, taxpayer))
  const totalOf = (price: number) => taxOn(place, on, cents(price), taxpayer).withTax
  let ceiling = Math.floor((limit * WHOLE) / (WHOLE + rate))
  while (totalOf(ceiling + 1) <= limit) ceiling += 1
  while (ceiling > 0 && totalOf(ceiling) > limit) ceiling -= 1
  return cents(ceiling)
}

/** The limit of the default policy, taxes included. Source: micro-acquisition pilot, limit of low dollar value. */
export const DEFAULT_LIMIT = dollars(10_000)

/** A price with its tax may equal the limit; one cent more is refused. */
export function withinLimit(
  price: Cents,
  place: PlaceOfSupply,
  on: Day,
  limit: Cents = DEFAULT_LIMIT,
): Decision<{ withTax: Cents; ceiling: Cents }, 'over_limit'> {
  const { withTax } = taxOn(place, on, price)
  return withTax <= limit ? yes({ withTax, ceiling: ceilingBeforeTax(place, on, limit) }) : no('over_limit')
}

/** Fixed price = hourly rate x (hours of work + hours of the supplier's administration), to the cent, halves up. */
export function estimatePrice(hourlyRate: Cents, hours: number, adminHours: number): Cents {
  return cents(Math.round(Number((hourlyRate * (hours + adminHours)).toPrecision(15))))
}

function ratesFor(place: PlaceOfSupply, on: Day, { registered = true, exemptFrom = [] }: Taxpayer): readonly TaxRate[] {
  if (!registered) return []
  const rates = ratesOn(place, on)
  if (!exemptFrom.some((province) => province === place)) return rates
  return rates.filter(({ tax }) => tax !== 'pst' && tax !== 'rst')
}

const sumOf = (rates: readonly TaxRate[]): Rate => rates.reduce((sum, { rate }) => sum + rate, 0)
/** Whole numbers only, so that halves are exact. */
const share = (price: Cents, rate: Rate): Cents => cents(Math.floor((price * rate + WHOLE / 2) / WHOLE))
