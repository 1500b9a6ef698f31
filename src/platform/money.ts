import { type Decision, no, yes } from './decision.ts'
import type { Text } from './i18n.ts'

/** Whole cents of Canadian dollars. Money is never a float. */
export type Cents = number & { readonly __unit: 'cents' }
export const cents = (amount: number): Cents => amount as Cents
/** A literal amount in dollars, as whole cents (half up). */
export const dollars = (amount: number): Cents => Math.round(amount * 100) as Cents

export type MoneyRefusal =
  | 'missing_amount'
  | 'not_money'
  | 'negative_amount'
  | 'fraction_of_cent'
  | 'cents_need_two_digits'
  | 'ambiguous_comma'
  | 'amount_too_large'

/** The largest amount a person can type: $99,999,999.99. */
export const LARGEST_AMOUNT = cents(9_999_999_999)

/**
 * What a person typed as an amount of dollars, in either language: `6500`, `6,500.00`, `6 500,00 $`, `$6,500`.
 * A comma before three digits groups thousands. A comma before two digits is a decimal comma only when something else
 * says so (spaces between thousands, `$` at the end, or more than three digits before it); else it is refused,
 * so that 1,000 with a digit lost is never read as 1.
 */
export function parseMoney(text: string): Decision<Cents, MoneyRefusal> {
  const typed = text.replaceAll(SPACES, ' ').trim()
  if (typed === '') return no('missing_amount')
  if (typed.length > 40) return no('not_money')

  const found = /^(?<before>\$ ?)?(?<number>\d[\d., ]*?)(?<after> ?\$)?$/.exec(
    typed.replace(/^(\$? ?)[-−] ?/, '$1'),
  )?.groups
  if (!found?.number || (found.before && found.after)) return no('not_money')
  if (/^\$? ?[-−]/.test(typed)) return no('negative_amount')
  return amountOf(found.number, found.after !== undefined)
}

export const moneyRefusals: Record<MoneyRefusal, Text> = {
  missing_amount: { en: 'Enter an amount.', fr: 'Inscrivez un montant.' },
  not_money: {
    en: 'Enter an amount in dollars, such as 6,500.00.',
    fr: 'Inscrivez un montant en dollars, par exemple 6 500,00 $.',
  },
  negative_amount: { en: 'Enter an amount of zero or more.', fr: 'Inscrivez un montant, zéro ou plus.' },
  fraction_of_cent: {
    en: 'Enter an amount in whole cents: two digits after the point.',
    fr: 'Inscrivez un montant en cents entiers : deux chiffres après la virgule.',
  },
  cents_need_two_digits: {
    en: 'Write both digits of the cents, such as 6.50.',
    fr: 'Inscrivez les deux chiffres des cents, par exemple 6,50 $.',
  },
  ambiguous_comma: {
    en: 'The comma can be read in two ways. Write 1,000.00 for a thousand dollars, 1.00 for one.',
    fr: 'La virgule peut se lire de deux façons. Inscrivez 1 000,00 $ pour mille dollars, 1,00 $ pour un dollar.',
  },
  amount_too_large: {
    en: 'Enter an amount under $100,000,000.00.',
    fr: 'Inscrivez un montant inférieur à 100 000 000,00 $.',
  },
}

const SPACES = /[\u00a0\u2007\u2009\u202f]/g

function amountOf(number: string, frenchSign: boolean): Decision<Cents, MoneyRefusal> {
  const found =
    /^(?<whole>[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+|[1-9]\d*|0)(?:(?<mark>[.,])(?<part>\d+))?$/.exec(number)
  const { whole, mark, part } = found?.groups ?? {}
  if (whole === undefined) return no('not_money')
  const dollarsTyped = whole.replaceAll(/[, ]/g, '')
  if (mark === undefined || part === undefined) return bounded(dollarsTyped, '00')

  if (part.length === 1) return no('cents_need_two_digits')
  if (part.length > 2) return no(mark === '.' ? 'fraction_of_cent' : 'ambiguous_comma')
  if (mark === ',' && whole.includes(',')) return no('ambiguous_comma')
  if (mark === ',' && !frenchSign && whole.length <= 3) return no('ambiguous_comma')
  return bounded(dollarsTyped, part)
}

function bounded(dollarsTyped: string, centsTyped: string): Decision<Cents, MoneyRefusal> {
  const amount = Number(dollarsTyped + centsTyped)
  return amount <= LARGEST_AMOUNT ? yes(cents(amount)) : no('amount_too_large')
}
