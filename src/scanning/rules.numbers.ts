import { defaultPatterns } from '@cdssnc/sanitize-pii'
import type { Mark, MarkKind } from './rules.ts'

/** Every place that a pattern finds and a condition lets through. */
export function placesOf(
  text: string,
  kind: MarkKind,
  pattern: RegExp,
  is: (found: string, at: number) => boolean = () => true,
): Mark[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    // Where a pattern names a part `mark`, the rest is what stands around it.
    const whole = match[0]
    const marked = match.groups?.mark ?? whole
    const start = match.index + whole.indexOf(marked)
    return marked !== '' && is(marked, start) ? [{ kind, start, end: start + marked.length }] : []
  })
}

/** The last digit checks the others (Luhn, ISO/IEC 7812-1). */
export function holdsCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const counted = place % 2 === 1 ? Number(digit) * 2 : Number(digit)
    return total + (counted > 9 ? counted - 9 : counted)
  }, 0)
  return sum > 0 && sum % 10 === 0
}

const digitsIn = (text: string): string => text.replace(/\D/g, '')

/** Nine digits, in threes or in one, whose last one checks the others. A business number, an amount is none. */
export const socialInsuranceNumbers = (text: string): Mark[] =>
  placesOf(
    text,
    'social_insurance_number',
    /(?<![\w.,$/#@-]|\d )\d{3}(?: {0,2}[ ./-] {0,2}|)\d{3}(?: {0,2}[ ./-] {0,2}|)\d{3}(?![\w/]|[ .,-]\d| ?\$| ?R[TPCMR] ?\d{4})/g,
    (found) => evenlyCut(found) && holdsCheckDigit(digitsIn(found)),
  )

/** Both cuts or neither: 123456-789 is the number of something else. */
const evenlyCut = (found: string): boolean => /^\d{9}$|^\d{3}\D+\d{3}\D+\d{3}$/.test(found)

/** Visa, Mastercard, American Express, Discover, Diners, JCB, UnionPay: the brand, the length and the check digit. */
export const paymentCards = (text: string): Mark[] =>
  placesOf(text, 'payment_card', /(?<![\w.-]|\d )\d(?:[ .-]?\d){12,18}(?![\w]|[.-]\d| \d)/g, (found) => {
    const digits = digitsIn(found)
    return brands.some((brand) => brand.test(digits)) && holdsCheckDigit(digits)
  })

const brands: readonly RegExp[] = [
  /^4(?:\d{12}|\d{15}|\d{18})$/,
  /^(?:5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12})$/,
  /^3[47]\d{13}$/,
  /^6(?:011|5\d\d|4[4-9]\d)\d{12}$/,
  /^3(?:0[0-5]|[68]\d)\d{11}$/,
  /^35(?:2[89]|[3-8]\d)\d{12}$/,
  /^62\d{14,17}$/,
]

/**
 * What `@cdssnc/sanitize-pii` knows, pattern by pattern. It is made to hide too much rather than too little: some of its
 * patterns count here only beside a word that says what the number is, and those left out match ordinary prose.
 */
export function layerNumbers(text: string): Mark[] {
  const found = [
    ...Object.entries(layer).flatMap(([name, { kind, near, is }]) => {
      const pattern = patterns.get(name)
      if (!pattern) throw new Error(`the layer no longer knows ${name}`)
      return placesOf(
        text,
        kind,
        pattern,
        (found, at) => (is?.(found) ?? true) && (!near || near.test(text.slice(Math.max(0, at - 40), at))),
      )
    }),
    ...placesOf(text, 'phone_number', otherPhones),
    ...placesOf(text, 'postal_address', streets),
    ...placesOf(text, 'postal_address', boxes),
  ]
  return found.toSorted((one, other) => other.end - other.start - (one.end - one.start))
}

const patterns = new Map(defaultPatterns.map(({ name, regex }) => [name, withGlobal(regex)]))

function withGlobal({ source, flags }: RegExp): RegExp {
  return new RegExp(source, flags.includes('g') ? flags : `${flags}g`)
}

type Layered = { readonly kind: MarkKind; readonly near?: RegExp; readonly is?: (found: string) => boolean }

const licence = /driv|licen|permis|conduire/i
const health = /health|santé|assurance|phn|hsn|mcp|carte/i

const layer: Readonly<Record<string, Layered>> = {
  api_key_gc_notify: { kind: 'secret' },
  bank_account_canada: { kind: 'bank_account' },
  drivers_license_alberta: { kind: 'personal_number', near: licence },
  drivers_license_manitoba: { kind: 'personal_number' },
  drivers_license_newfoundland: { kind: 'personal_number', near: licence },
  drivers_license_ontario: { kind: 'personal_number', is: (found) => /^[A-Z]/.test(found) },
  drivers_license_quebec: { kind: 'personal_number', is: (found) => /^[A-Z]/.test(found) },
  health_card_alberta: { kind: 'personal_number', near: health },
  health_card_newfoundland: { kind: 'personal_number', near: health },
  health_card_nova_scotia: { kind: 'personal_number', near: health },
  health_card_nwt: { kind: 'personal_number', near: health },
  health_card_ontario: { kind: 'personal_number', is: (found) => /[-_. ]/.test(found) || /[A-Z]{2}$/.test(found) },
  health_card_quebec: { kind: 'personal_number', is: isQuebecHealthCard },
  passport_canada: { kind: 'personal_number', near: /passe?port/i },
  pri: { kind: 'personal_number', near: /\bPRI\b|\bCIDP\b|personal record|dossier personnel/i },
  phone_number: { kind: 'phone_number', is: isPhone },
  phone_number_international: { kind: 'phone_number' },
  postal_code: { kind: 'postal_address', is: isPostalCode },
}

/** Letters of the name, then year, month (women: plus 50) and day of birth, then two characters. */
function isQuebecHealthCard(found: string): boolean {
  const digits = digitsIn(found)
  const [month, day] = [Number(digits.slice(2, 4)) % 50, Number(digits.slice(4, 6))]
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

/** A North American number with its parts apart; toll-free ones are nobody’s own. */
function isPhone(found: string): boolean {
  const digits = digitsIn(found).slice(-10)
  if (!/^[2-9]\d\d[2-9]\d{6}$/.test(digits) || /^8(?:00|33|44|55|66|77|88)/.test(digits)) return false
  return /\d{3}\D{1,2}\d{3}\D\d{4}$/.test(found) || found.startsWith('+')
}

/** Letters that Canada Post uses, in capitals; those that begin with K1A are the government’s own. */
function isPostalCode(found: string): boolean {
  const known = /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]\d[ABCEGHJ-NPRSTV-Z]\d$/
  return known.test(found) && !found.startsWith('K1A')
}

const otherPhones = /(?<![\w.+])\+\d{1,3}(?:[ .-]?\d){8,12}(?![\w]|[.-]\d)|(?<![\w.+])0[1-9](?:[ .]\d\d){4}(?!\w|\.\d)/g

/** A number, a name and a kind of street: 12 Main Street, 340, rue Principale. */
const streets =
  /(?<![\w.-])(?:\d{1,5}(?:-\d{1,5})? (?:[A-Z][\p{L}’'.-]{1,25} ){1,3}(?:Street|St\.|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Drive|Lane|Crescent|Court|Parkway)|\d{1,5}, ?(?:rue|avenue|av\.|boulevard|boul\.|chemin|ch\.|allée|place|rang|montée|côte|promenade) (?:(?:de la |de |des |du |de l’|d’|Saint-|Sainte-)?\p{Lu}[\p{L}’'.-]{1,30}))(?![\p{L}])/gu
const boxes = /(?<!\w)(?:P\.? ?O\.? ?Box|C\.P\.|[Cc]ase postale) \d{1,6}(?!\w)/g
