import type { Day } from './day.ts'
import type { Language, Text } from './i18n.ts'
import type { Cents } from './money.ts'
import { type ClockTime, clockOf, dayOf, partsOf, weekday, type Zone } from './time.ts'
import { zoneName } from './zones.ts'

const NBSP = '\u00a0'
const MINUS = '\u2212'

/**
 * Whole cents in full: `$6,500.00`, `6 500,00 $` (non-breaking spaces). `parseMoney` reads both back.
 * `plain` is for machines (CSV, JSON, attributes): `6500.00` in both languages.
 */
export function formatMoney(amount: Cents, language: Language, { plain = false }: { plain?: boolean } = {}): string {
  const dollars = String(Math.floor(Math.abs(amount) / 100))
  const part = String(Math.abs(amount) % 100).padStart(2, '0')
  if (plain) return `${amount < 0 ? '-' : ''}${dollars}.${part}`
  const sign = amount < 0 ? MINUS : ''
  const grouped = groupThousands(dollars, language)
  return language === 'en' ? `${sign}$${grouped}.${part}` : `${sign}${grouped},${part}${NBSP}$`
}

/** A number with at most `decimals` decimals, trailing zeros dropped: `1,234.5`, `1 234,5`. Halves go away from zero. */
export function formatNumber(number: number, language: Language, decimals = 2): string {
  const [whole = '', part] = decimalText(Math.abs(number), decimals)
  const grouped = groupThousands(whole, language)
  const shown = part ? `${grouped}${language === 'en' ? '.' : ','}${part}` : grouped
  return number < 0 && shown !== '0' ? `${MINUS}${shown}` : shown
}

/** A share of one as a percentage: 0.8 is `80%`, `80 %`; 0.14975 is `14.975%`, `14,975 %`. */
export function formatPercent(share: number, language: Language, decimals = 3): string {
  const number = formatNumber(Number((share * 100).toPrecision(12)), language, decimals)
  return language === 'en' ? `${number}%` : `${number}${NBSP}%`
}

/** A whole number, with its noun when given: `3 applications`, `1 candidature`. French is singular below 2. */
export function formatCount(count: number, language: Language, noun?: { one: Text; many: Text }): string {
  const number = formatNumber(count, language)
  return noun ? withNoun(number, count, language, noun) : number
}

/** A duration in days: `23 days`, `0.25 day`, `0,25 jour`. */
export function formatDays(days: number, language: Language): string {
  return withNoun(formatNumber(days, language), days, language, dayNoun)
}

/** Business days with their noun: `1 business day`, `5 jours ouvrables`. */
export function formatBusinessDays(days: number, language: Language): string {
  return withNoun(formatNumber(days, language), days, language, businessDayNoun)
}

/** `Tuesday, November 17, 2026`, `mardi 17 novembre 2026`, `1er juillet 2026`. */
export function formatDay(day: Day, language: Language, { weekday: named = true }: { weekday?: boolean } = {}): string {
  const [year, month, date] = partsOf(day)
  const monthName = monthNames[language][month - 1]
  const dayName = named ? weekdayNames[language][weekday(day) - 1] : undefined
  if (language === 'en') return `${dayName ? `${dayName}, ` : ''}${monthName} ${date}, ${year}`
  return `${dayName ? `${dayName} ` : ''}${date === 1 ? '1er' : date} ${monthName} ${year}`
}

/** To the minute: `2 p.m.`, `11:59 p.m.`, `noon`, `14 h`, `23 h 59`. Seconds are cut. */
export function formatClock(time: ClockTime, language: Language): string {
  const [hour, minute] = [Number(time.slice(0, 2)), time.slice(3, 5)]
  if (language === 'fr') return minute === '00' ? `${hour}${NBSP}h` : `${hour}${NBSP}h${NBSP}${minute}`
  if (minute === '00' && hour % 12 === 0) return hour === 0 ? 'midnight' : 'noon'
  const half = hour < 12 ? 'a.m.' : 'p.m.'
  return `${hour % 12 || 12}${minute === '00' ? '' : `:${minute}`}${NBSP}${half}`
}

/** To the minute, with the zone: `Tuesday, November 17, 2026, 11:59 p.m., Eastern time`. */
export function formatInstant(instant: Date, zone: Zone, language: Language): string {
  const day = formatDay(dayOf(instant, zone), language)
  return `${day}, ${formatClock(clockOf(instant, zone), language)}, ${zoneName(zone)[language]}`
}

/** For receipts, to the millisecond, where the department is and in universal time. */
export function formatMillis(instant: Date, zone: Zone, language: Language): string {
  const clock = clockOf(instant, zone)
  const [iso, millis] = [instant.toISOString(), String(instant.getUTCMilliseconds()).padStart(3, '0')]
  const local = `${clock.length === 5 ? `${clock}:00` : clock}.${millis}`
  const day = formatDay(dayOf(instant, zone), language)
  return `${day}, ${local.replace('.', language === 'en' ? '.' : ',')}, ${zoneName(zone)[language]} (UTC ${iso})`
}

/** Names of the days, Monday first. */
export const weekdayNames: Record<Language, readonly string[]> = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
}

/** Names of the months, January first. */
export const monthNames: Record<Language, readonly string[]> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
}

const dayNoun = { one: { en: 'day', fr: 'jour' }, many: { en: 'days', fr: 'jours' } }
const businessDayNoun = {
  one: { en: 'business day', fr: 'jour ouvrable' },
  many: { en: 'business days', fr: 'jours ouvrables' },
}

function withNoun(number: string, count: number, language: Language, noun: { one: Text; many: Text }): string {
  const size = Math.abs(count)
  const one = language === 'fr' ? size < 2 : size > 0 && size <= 1
  return `${number}${language === 'fr' ? NBSP : ' '}${(one ? noun.one : noun.many)[language]}`
}

function groupThousands(digits: string, language: Language): string {
  return digits.replaceAll(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : NBSP)
}

function decimalText(number: number, decimals: number): string[] {
  const factor = 10 ** decimals
  const scaled = Math.round(Number((number * factor).toPrecision(15)))
  const text = String(scaled).padStart(decimals + 1, '0')
  if (decimals === 0) return [text]
  return [text.slice(0, -decimals), text.slice(-decimals).replace(/0+$/, '')]
}
