import type { Day } from '../platform/day.ts'
import type { Cents } from '../platform/money.ts'
import type { Province } from '../policy/provinces.ts'
import type { Policy } from '../policy/rules.ts'
import { type PlaceOfSupply, type Rate, type TaxId, taxOn } from '../policy/taxes.ts'

export type TaxCharged = { readonly tax: TaxId; readonly rate: Rate; readonly cents: Cents }
/** What an invoice asks for: the price, each tax, and their sum. */
export type Charges = { readonly price: Cents; readonly taxes: readonly TaxCharged[]; readonly total: Cents }

/** The taxes that a supplier adds on that day: none when they are not registered, else those of the place of supply. */
export function chargesOn(
  price: Cents,
  { place, on, registered, exemptFrom }: Pick<Policy, 'exemptFrom'> & ChargedOn,
): Charges {
  const { lines, withTax } = taxOn(place, on, price, { registered, exemptFrom })
  return { price, taxes: lines.map(({ tax, rate, cents: amount }) => ({ tax, rate, cents: amount })), total: withTax }
}
type ChargedOn = { readonly place: PlaceOfSupply; readonly on: Day; readonly registered: boolean }

/**
 * Where the department receives services: what its policy says, else the province of its postal address, else the
 * highest rate. The recipient’s address decides, never the supplier’s.
 */
export const placeOf = (policy: Pick<Policy, 'placeOfSupply'>, postalAddress: string): PlaceOfSupply =>
  policy.placeOfSupply === 'highest' ? (provinceOf(postalAddress) ?? 'highest') : policy.placeOfSupply

/** The province of the last postal code in a text; X0A to X0C are Nunavut, the rest of X the Northwest Territories. */
export function provinceOf(address: string): Province | undefined {
  const found = [...address.toUpperCase().matchAll(/\b([A-Z]\d[A-Z]) ?\d[A-Z]\d\b/g)].at(-1)?.[1]
  if (!found) return undefined
  if (found.startsWith('X')) return /^X0[ABC]/.test(found) ? 'NU' : 'NT'
  return provinceOfLetter[found.charAt(0)]
}

/** First letters of postal codes. Source: Canada Post. */
const provinceOfLetter: Readonly<Record<string, Province>> = {
  ...{ A: 'NL', B: 'NS', C: 'PE', E: 'NB', G: 'QC', H: 'QC', J: 'QC', K: 'ON', L: 'ON', M: 'ON', N: 'ON', P: 'ON' },
  ...{ R: 'MB', S: 'SK', T: 'AB', V: 'BC', Y: 'YT' },
}

/** A Canadian postal code as it is printed, `K1A 0A1`; nothing when the text is none. */
export function parsePostalCode(text: string): string | undefined {
  const typed = text.replaceAll(/[\s-]/g, '').toUpperCase()
  return /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z]\d[ABCEGHJ-NPRSTV-Z]\d$/.test(typed)
    ? `${typed.slice(0, 3)} ${typed.slice(3)}`
    : undefined
}
