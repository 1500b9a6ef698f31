import { luhnFits } from '../policy/taxNumbers.ts'

/**
 * Does this text hold something that looks like the number of a payment card: 13 to 19 digits, grouped or not, whose
 * Luhn sum fits? No card data ever reaches us, so such a text is refused wherever it is typed.
 */
export function holdsCardNumber(text: string): boolean {
  return (text.match(DIGIT_RUNS) ?? []).some((run) => {
    const groups = run.split(SEPARATORS)
    return groups.some((_, first) => groups.some((_, last) => isCard(groups.slice(first, last + 1).join(''))))
  })
}

/** Digits, with at most a few spaces, points or hyphens between groups of them. */
const DIGIT_RUNS = /\d(?:[\s.\-\u2010-\u2015]{0,3}\d){12,}/g
const SEPARATORS = /[\s.\-\u2010-\u2015]+/

/** More than 19 digits in one group may hide a card anywhere among them. */
function isCard(digits: string): boolean {
  if (digits.length < 13) return false
  if (digits.length <= 19) return luhnFits(digits)
  return Array.from({ length: digits.length - 15 }, (_, at) => digits.slice(at, at + 16)).some(luhnFits)
}
