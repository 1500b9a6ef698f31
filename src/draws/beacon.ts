import { type Decision, no, yes } from '../platform/decision.ts'

/**
 * Public numbers that nobody can know at the lock of results. No import of node here: the page's own check uses this file.
 * The forms of references and values are those of `gc-micro-draw/1`.
 */
export const beaconSources = ['drand-quicknet', 'lotto-649', 'nist-2'] as const
export type BeaconSource = (typeof beaconSources)[number]

export type Beacon = { readonly ref: string; readonly value: string }

export type BeaconRefRefusal =
  | 'unknown_beacon'
  | 'bad_drand_round'
  | 'bad_nist_pulse'
  | 'bad_lottery_date'
  | 'not_a_lottery_day'
export type BeaconRefusal =
  | BeaconRefRefusal
  | 'value_without_beacon'
  | 'bad_drand_value'
  | 'bad_nist_value'
  | 'bad_lottery_numbers'
export type BeaconInstantRefusal = 'bad_instant' | 'before_first_round'

/** The chain `quicknet` of drand: one round every three seconds since this instant (Unix seconds). */
export const drandQuicknet = {
  chain: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  genesis: 1_692_803_367,
  period: 3,
} as const

/**
 * The reference that the manifest names for the instant t: for drand the first round at or after t, for NIST the
 * pulse of t rounded up to the minute, for Lotto 6/49 the first draw whose Toronto date is on or after that of t.
 */
export function beaconFor(source: BeaconSource, t: Date): Decision<string, BeaconInstantRefusal> {
  const ms = t.getTime()
  if (!(ms > 0 && ms < LAST_INSTANT)) return no('bad_instant')
  if (source === 'nist-2') return yes(`nist-2 ${Math.ceil(ms / MINUTE) * MINUTE}`)
  if (source === 'lotto-649') return yes(`lotto-649 ${lotteryDayFrom(torontoDate(t))}`)

  const sinceGenesis = ms - drandQuicknet.genesis * 1000
  if (sinceGenesis < 0) return no('before_first_round')
  return yes(`drand-quicknet ${Math.ceil(sinceGenesis / (drandQuicknet.period * 1000)) + 1}`)
}

/** The reference alone, as the manifest needs it before the value exists. */
export function checkBeaconRef(ref: string): Decision<BeaconSource | 'none', BeaconRefRefusal> {
  if (ref === 'none') return yes('none')
  const space = ref.indexOf(' ')
  const source = ref.slice(0, space)
  const when = ref.slice(space + 1)

  if (space < 0) return no('unknown_beacon')
  if (source === 'drand-quicknet') return POSITIVE.test(when) ? yes('drand-quicknet') : no('bad_drand_round')
  if (source === 'nist-2')
    return POSITIVE.test(when) && BigInt(when) % 60_000n === 0n ? yes('nist-2') : no('bad_nist_pulse')
  if (source !== 'lotto-649') return no('unknown_beacon')
  if (!isDate(when)) return no('bad_lottery_date')
  return isLotteryDay(when) ? yes('lotto-649') : no('not_a_lottery_day')
}

/** The reference and its value have the form that the method allows; whether the value is the true one is not said. */
export function checkBeaconValue(ref: string, value: string): Decision<Beacon, BeaconRefusal> {
  const source = checkBeaconRef(ref)
  if (!source.ok) return source
  switch (source.value) {
    case 'none':
      return value === 'none' ? yes({ ref, value }) : no('value_without_beacon')
    case 'drand-quicknet':
      return HEX_64.test(value) ? yes({ ref, value }) : no('bad_drand_value')
    case 'nist-2':
      return HEX_128.test(value) ? yes({ ref, value }) : no('bad_nist_value')
    case 'lotto-649':
      return areLotteryNumbers(value) ? yes({ ref, value }) : no('bad_lottery_numbers')
  }
}

const MINUTE = 60_000
const DAY = 86_400_000
/** The first instant of a year with five digits, a few days early so that no lottery date passes it. */
const LAST_INSTANT = Date.UTC(9999, 11, 24)
const POSITIVE = /^[1-9][0-9]{0,15}$/
const HEX_64 = /^[0-9a-f]{64}$/
const HEX_128 = /^[0-9a-f]{128}$/
const WEDNESDAY = 3
const SATURDAY = 6

const torontoClock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Toronto',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

function torontoDate(t: Date): string {
  const parts = new Map(torontoClock.formatToParts(t).map((part) => [part.type, part.value]))
  return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`
}

function lotteryDayFrom(date: string): string {
  let day = date
  while (!isLotteryDay(day)) day = new Date(midnight(day) + DAY).toISOString().slice(0, 10)
  return day
}

function isDate(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) || text.startsWith('0000')) return false
  const ms = midnight(text)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

function isLotteryDay(date: string): boolean {
  const weekday = new Date(midnight(date)).getUTCDay()
  return weekday === WEDNESDAY || weekday === SATURDAY
}

const midnight = (date: string): number => Date.parse(`${date}T00:00:00Z`)

function areLotteryNumbers(value: string): boolean {
  if (!/^([1-9][0-9]?\.){6}$/.test(value)) return false
  const numbers = value.split('.').slice(0, 6).map(Number)
  return numbers.every((number, place) => number <= 49 && number > (numbers[place - 1] ?? 0))
}
