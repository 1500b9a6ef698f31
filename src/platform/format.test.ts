import fc from 'fast-check'
import { expect, it } from 'vitest'
import { day } from './day.ts'
import {
  formatBusinessDays,
  formatClock,
  formatCount,
  formatDay,
  formatDays,
  formatInstant,
  formatMillis,
  formatMoney,
  formatNumber,
  formatPercent,
} from './format.ts'
import { languages } from './i18n.ts'
import { cents } from './money.ts'
import { addDays, isZone } from './time.ts'
import { textProblems } from './typography.ts'
import { canadianZones, zoneName } from './zones.ts'

const days = fc.integer({ min: 0, max: 80_000 }).map((n) => addDays(day('1950-01-01'), n))

it.each([
  [650_000, '$6,500.00', '6\u00a0500,00\u00a0$', '6500.00'],
  [0, '$0.00', '0,00\u00a0$', '0.00'],
  [5, '$0.05', '0,05\u00a0$', '0.05'],
  [100_000, '$1,000.00', '1\u00a0000,00\u00a0$', '1000.00'],
  [123_456_789, '$1,234,567.89', '1\u00a0234\u00a0567,89\u00a0$', '1234567.89'],
  [-75_000, '−$750.00', '−750,00\u00a0$', '-750.00'],
])('%i cents', (amount, en, fr, plain) => {
  expect(formatMoney(cents(amount), 'en')).toBe(en)
  expect(formatMoney(cents(amount), 'fr')).toBe(fr)
  expect(formatMoney(cents(amount), 'fr', { plain: true })).toBe(plain)
})

it.each([
  ['2026-11-17', 'Tuesday, November 17, 2026', 'mardi 17 novembre 2026'],
  ['2026-07-01', 'Wednesday, July 1, 2026', 'mercredi 1er juillet 2026'],
  ['2028-02-29', 'Tuesday, February 29, 2028', 'mardi 29 février 2028'],
] as const)('%s', (some, en, fr) => {
  expect(formatDay(day(some), 'en')).toBe(en)
  expect(formatDay(day(some), 'fr')).toBe(fr)
})

it('a day without its weekday', () => {
  expect(formatDay(day('2026-07-01'), 'fr', { weekday: false })).toBe('1er juillet 2026')
  expect(formatDay(day('2026-07-01'), 'en', { weekday: false })).toBe('July 1, 2026')
})

it('days read as Intl reads them, the first of the month apart', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...languages), (some, language) => {
      const options = { dateStyle: 'full', timeZone: 'UTC' } as const
      const intl = new Intl.DateTimeFormat(`${language}-CA`, options).format(new Date(some))
      expect(formatDay(some, language).replace('1er ', '1 ')).toBe(intl)
    }),
  )
})

it.each([
  ['00:00', 'midnight', '0\u00a0h'],
  ['00:05', '12:05\u00a0a.m.', '0\u00a0h\u00a005'],
  ['09:30', '9:30\u00a0a.m.', '9\u00a0h\u00a030'],
  ['12:00', 'noon', '12\u00a0h'],
  ['12:01', '12:01\u00a0p.m.', '12\u00a0h\u00a001'],
  ['14:00', '2\u00a0p.m.', '14\u00a0h'],
  ['18:30', '6:30\u00a0p.m.', '18\u00a0h\u00a030'],
  ['23:59:59', '11:59\u00a0p.m.', '23\u00a0h\u00a059'],
] as const)('%s', (time, en, fr) => {
  expect([formatClock(time, 'en'), formatClock(time, 'fr')]).toEqual([en, fr])
})

it('an instant is shown to the minute with its zone', () => {
  const instant = new Date('2026-11-18T04:59:59.999Z')
  expect(formatInstant(instant, 'America/Toronto', 'en')).toBe(
    'Tuesday, November 17, 2026, 11:59\u00a0p.m., Eastern time',
  )
  expect(formatInstant(instant, 'America/Toronto', 'fr')).toBe(
    'mardi 17 novembre 2026, 23\u00a0h\u00a059, heure de l’Est',
  )
  expect(formatInstant(instant, 'America/St_Johns', 'fr')).toBe(
    'mercredi 18 novembre 2026, 1\u00a0h\u00a029, heure de Terre-Neuve',
  )
})

it('a receipt shows the millisecond, here and in universal time', () => {
  const instant = new Date('2026-07-01T18:00:00.007Z')
  expect(formatMillis(instant, 'America/Toronto', 'en')).toBe(
    'Wednesday, July 1, 2026, 14:00:00.007, Eastern time (UTC 2026-07-01T18:00:00.007Z)',
  )
  expect(formatMillis(instant, 'America/Toronto', 'fr')).toBe(
    'mercredi 1er juillet 2026, 14:00:00,007, heure de l’Est (UTC 2026-07-01T18:00:00.007Z)',
  )
})

it.each([
  [23, '23 days', '23\u00a0jours'],
  [1, '1 day', '1\u00a0jour'],
  [0.25, '0.25 day', '0,25\u00a0jour'],
  [0, '0 days', '0\u00a0jour'],
  [1.5, '1.5 days', '1,5\u00a0jour'],
  [-0.75, '−0.75 day', '−0,75\u00a0jour'],
  [57.75, '57.75 days', '57,75\u00a0jours'],
])('%d days', (number, en, fr) => {
  expect([formatDays(number, 'en'), formatDays(number, 'fr')]).toEqual([en, fr])
})

it('counts, with or without their noun', () => {
  const noun = { one: { en: 'application', fr: 'candidature' }, many: { en: 'applications', fr: 'candidatures' } }
  expect(formatCount(1234, 'en')).toBe('1,234')
  expect(formatCount(1234, 'fr')).toBe('1\u00a0234')
  expect([0, 1, 2].map((n) => formatCount(n, 'en', noun))).toEqual([
    '0 applications',
    '1 application',
    '2 applications',
  ])
  expect([0, 1, 2].map((n) => formatCount(n, 'fr', noun))).toEqual([
    '0\u00a0candidature',
    '1\u00a0candidature',
    '2\u00a0candidatures',
  ])
})

it.each([
  [0.13, '13%', '13\u00a0%'],
  [0.14975, '14.975%', '14,975\u00a0%'],
  [0.8, '80%', '80\u00a0%'],
  [0, '0%', '0\u00a0%'],
  [1, '100%', '100\u00a0%'],
  [2 / 3, '66.667%', '66,667\u00a0%'],
])('a share of %d', (share, en, fr) => {
  expect([formatPercent(share, 'en'), formatPercent(share, 'fr')]).toEqual([en, fr])
})

it('numbers lose what they cannot show', () => {
  expect(formatNumber(1.005, 'en')).toBe('1.01')
  expect(formatNumber(-0.001, 'en')).toBe('0')
  expect(formatNumber(1e6, 'fr', 0)).toBe('1\u00a0000\u00a0000')
  expect(formatNumber(0.1 + 0.2, 'fr')).toBe('0,3')
})

it('numbers read as Intl reads them in English', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 99 }), (whole, hundredths) => {
      const number = (whole * 100 + hundredths) / 100
      expect(formatNumber(number, 'en')).toBe(
        new Intl.NumberFormat('en-CA', { maximumFractionDigits: 2 }).format(number),
      )
    }),
  )
})

it.each(canadianZones)('%s exists and has a name in both languages', (zone) => {
  expect(isZone(zone)).toBe(true)
  expect(textProblems(zoneName(zone))).toEqual([])
})

it('a zone outside Canada keeps its technical name', () => {
  expect(zoneName('Europe/Paris').fr).toBe('Europe/Paris')
  expect(zoneName('toString').en).toBe('toString')
})

it.each([
  [0, '0 business days', '0\u00a0jour ouvrable'],
  [1, '1 business day', '1\u00a0jour ouvrable'],
  [5, '5 business days', '5\u00a0jours ouvrables'],
])('%d business days', (days, en, fr) => {
  expect([formatBusinessDays(days, 'en'), formatBusinessDays(days, 'fr')]).toEqual([en, fr])
})
