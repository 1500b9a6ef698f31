import type { Text } from './i18n.ts'

export const parityCodes = [
  'amounts_differ',
  'dates_differ',
  'numbers_differ',
  'links_differ',
  'items_differ',
  'headings_differ',
] as const
export type ParityCode = (typeof parityCodes)[number]

/** What the two halves of one text do not both say: what only the English says, and what only the French says. */
export type TextDifference = {
  readonly code: ParityCode
  readonly only: { readonly en: readonly string[]; readonly fr: readonly string[] }
}

/**
 * Where English and French do not say the same: amounts, dates, other numbers, links, items of a list, headings. A half
 * that is empty is another question. Source: missions M5 and M7.
 */
export function textDifferences(text: Text): TextDifference[] {
  if (text.en === '' || text.fr === '') return []
  const [en, fr] = [factsIn(text.en, 'en'), factsIn(text.fr, 'fr')]
  const found = (code: ParityCode, kind: keyof FactsOf): TextDifference[] => {
    const only = { en: without(en[kind], fr[kind]), fr: without(fr[kind], en[kind]) }
    return only.en.length + only.fr.length === 0 ? [] : [{ code, only }]
  }
  return [
    ...found('amounts_differ', 'amounts'),
    ...found('dates_differ', 'dates'),
    ...found('numbers_differ', 'numbers'),
    ...found('links_differ', 'links'),
    ...found('items_differ', 'items'),
    ...found('headings_differ', 'headings'),
  ]
}

/** What of one list the other lacks, each as often as it stands there too often. */
function without(these: readonly string[], those: readonly string[]): string[] {
  const left = [...those]
  return these.filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

type FactsOf = Readonly<Record<'amounts' | 'dates' | 'numbers' | 'links' | 'items' | 'headings', readonly string[]>>

/** The facts of a text in one form for both languages: cents, `2026-05-04`, `05-04`, `14:30`, `61000`. */
export function factsIn(text: string, language: 'en' | 'fr'): FactsOf {
  const links = text.match(/https?:\/\/[^\s)<>"']+/g) ?? []
  const prose = text.replace(/https?:\/\/[^\s)<>"']+/g, ' ').replace(/`[^`]*`/g, ' ')
  const amounts: string[] = []
  const dates: string[] = []
  const numbers: string[] = []
  const { amount, date, time, number } = patterns[language]
  const withoutAmounts = prose.replace(
    amount,
    (
      _,
      before: string | undefined,
      scale: string | undefined,
      after: string | undefined,
      scaleAfter: string | undefined,
    ) => {
      amounts.push(String(Math.round(amountIn(before ?? after ?? '', language) * scaleOf(scale ?? scaleAfter) * 100)))
      return ' '
    },
  )
  const withoutDates = withoutAmounts
    .replace(/\b(\d{4})-(\d\d)-(\d\d)\b/g, (whole) => keep(dates, whole))
    .replace(date, (...found) => keep(dates, dayOf(found, language)))
  const withoutTimes = withoutDates.replace(time, (...found) => keep(numbers, clockOf(found, language)))
  for (const [found] of withoutTimes.matchAll(number)) numbers.push(String(amountIn(found, language)))
  const lines = text.split('\n')
  return {
    ...{ amounts, dates, numbers },
    // Addresses may lead to a page in the reader’s language: how many there are is what is compared.
    links: links.map(() => 'link'),
    items: lines.filter((line) => /^\s*(?:[-*+]|\d+[.)])\s+\S/.test(line)).map(() => 'item'),
    headings: lines.flatMap((line) => (/^(#{1,6})\s/.exec(line)?.[1] ?? '') || []).filter((marks) => marks !== ''),
  }
}

function keep(list: string[], fact: string): string {
  list.push(fact)
  return ' '
}

const months = {
  en: 'january february march april may june july august september october november december'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
}
const monthIn = (language: 'en' | 'fr') => `(${months[language].join('|')})`
const blank = '[ \\u00a0\\u202f]'
const figure = {
  en: '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?',
  fr: `\\d{1,3}(?:${blank}\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?`,
}

const patterns = {
  en: {
    amount: new RegExp(
      `\\$${blank}?(${figure.en})(?:${blank}?(thousand|million|billion|[kKM])\\b)?|(${figure.en})${blank}(?:(thousand|million|billion)${blank})?dollars\\b`,
      'g',
    ),
    date: new RegExp(`\\b${monthIn('en')}${blank}(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?${blank}(\\d{4})\\b)?`, 'gi'),
    time: new RegExp(`\\b(\\d{1,2})(?::(\\d\\d))?${blank}?([ap])\\.?m\\b\\.?`, 'gi'),
    number: new RegExp(figure.en, 'g'),
  },
  fr: {
    amount: new RegExp(
      `(?!)()()|(${figure.fr})${blank}?(?:(mille|millions?|milliards?|k|M)${blank}(?:de${blank})?)?(?:\\$|dollars\\b)`,
      'g',
    ),
    date: new RegExp(`\\b(\\d{1,2})(?:er)?${blank}${monthIn('fr')}(?:${blank}(\\d{4})\\b)?`, 'gi'),
    time: new RegExp(`\\b(\\d{1,2})${blank}?h(?:${blank}?(\\d\\d))?\\b`, 'gi'),
    number: new RegExp(figure.fr, 'g'),
  },
} as const

const amountIn = (text: string, language: 'en' | 'fr'): number =>
  Number(language === 'en' ? text.replaceAll(',', '') : text.replace(/[ \u00a0\u202f]/g, '').replace(',', '.'))

function scaleOf(word: string | undefined): number {
  if (!word) return 1
  if (/^(thousand|mille|k)$/i.test(word)) return 1_000
  return /^(billion|milliard)/i.test(word) ? 1_000_000_000 : 1_000_000
}

function dayOf([, first, second, year]: readonly unknown[], language: 'en' | 'fr'): string {
  const [month, date] = language === 'en' ? [first, second] : [second, first]
  const number = months[language].indexOf(String(month).toLowerCase()) + 1
  const day = `${String(number).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return typeof year === 'string' ? `${year}-${day}` : day
}

function clockOf([, hour, minutes, half]: readonly unknown[], language: 'en' | 'fr'): string {
  const hours = Number(hour) % (language === 'en' ? 12 : 24)
  const at = language === 'en' && String(half).toLowerCase() === 'p' ? hours + 12 : hours
  return `${at}:${typeof minutes === 'string' ? minutes : '00'}`
}
