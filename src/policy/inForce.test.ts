import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../platform/day.ts'
import { addDays } from '../platform/time.ts'
import { textProblems } from '../platform/typography.ts'
import { defaults } from './defaults.ts'
import {
  calendarOf,
  checkSetting,
  policyInForce,
  policyOn,
  type SettingRefusal,
  type SettingRow,
  sourceOn,
} from './inForce.ts'
import { policyShape, settings, statementApproval } from './rules.ts'
import * as texts from './texts.ts'

const today = day('2026-11-17')
const row = (setting: string, value: unknown, fromDay = '2026-01-01', source = 'Note of the CFO'): SettingRow => ({
  setting,
  fromDay,
  value: JSON.stringify(value),
  source,
})

it('the default policy has the values of the Government of Canada', () => {
  expect(policyInForce([], today)).toMatchObject({
    limitIncludingTax: 1_000_000,
    hourlyRate: { min: 6_000, max: 10_000 },
    adminHours: 10,
    placeOfSupply: 'highest',
    zone: 'America/Toronto',
    calendar: 'federal',
    postingDays: { minimum: 5, suggested: 10 },
    closingClock: '14:00',
    questionCutoffBusinessDays: 2,
    amendmentBusinessDays: 5,
    resultBusinessDays: 2,
    paymentDays: { promise: 7, law: 30, deficientNotice: 15, soleSourceBaseline: 30 },
    deliveryHoursPerWeek: 37.5,
    complaintWorkingDays: 30,
    beaconSource: 'lotto-649',
  })
})

it.each(settings)('the default of %s is valid, dated in order and has a source', (setting) => {
  for (const { value, source } of defaults[setting]) {
    expect(checkSetting(row(setting, value)).ok).toBe(true)
    expect(source.length).toBeGreaterThan(10)
  }
  const from = defaults[setting].map((dated) => dated.from)
  expect(from).toEqual(from.toSorted())
})

it('a department’s value counts from its day on', () => {
  const rows = [row('calendar', 'weekdays', '2026-11-17'), row('calendar', 'federal', '2027-01-01')]
  const calendarOn = (on: `${number}-${number}-${number}`) => policyInForce(rows, day(on)).calendar
  expect(['2026-11-16', '2026-11-17', '2026-12-31', '2027-01-01'].map((on) => calendarOn(on as '2026-11-16'))).toEqual([
    'federal',
    'weekdays',
    'weekdays',
    'federal',
  ])
})

it('the order of rows does not matter, and of two with the same day the last counts', () => {
  const rows = [row('adminHours', 8, '2026-06-01'), row('adminHours', 4, '2026-01-01')]
  expect(policyInForce(rows, today).adminHours).toBe(8)
  expect(policyInForce([...rows, row('adminHours', 6, '2026-06-01')], today).adminHours).toBe(6)
})

it('a null of the department’s own is a value', () => {
  const rows = [row('calendarProvince', 'QC', '2026-01-01'), row('calendarProvince', null, '2026-06-01')]
  expect(policyInForce(rows, day('2026-05-31')).calendarProvince).toBe('QC')
  expect(policyInForce(rows, today).calendarProvince).toBeNull()
})

it('the source is the department’s own where it decided, else the default’s', () => {
  const rows = [row('adminHours', 8, '2026-06-01', 'Note 2'), row('adminHours', 4, '2026-01-01', 'Note 1')]
  expect(sourceOn(rows, 'adminHours', today)).toBe('Note 2')
  expect(sourceOn(rows, 'adminHours', day('2026-05-31'))).toBe('Note 1')
  expect(sourceOn(rows, 'zone', today)).toBe(defaults.zone[0].source)
})

const refused: Record<SettingRefusal, SettingRow[]> = {
  unknown_setting: [row('limit', 5), row('toString', 5), row('__proto__', 5), row('', 5)],
  not_a_day: [row('adminHours', 5, '2026-02-30'), row('adminHours', 5, '')],
  not_json: [
    { ...row('adminHours', 5), value: '' },
    { ...row('adminHours', 5), value: '{' },
    { ...row('adminHours', 5), value: '1,5' },
  ],
  missing_source: [row('adminHours', 5, '2026-01-01', '  ')],
  invalid_value: [
    row('limitIncludingTax', 10_000.5),
    row('limitIncludingTax', -1),
    row('limitIncludingTax', '1000000'),
    row('limitIncludingTax', null),
    row('hourlyRate', { min: 100, max: 50 }),
    row('hourlyRate', { min: 1, max: 2, mean: 1.5 }),
    row('zone', 'America/Nowhere'),
    row('calendar', 'lunar'),
    row('calendarProvince', 'XX'),
    row('extraHolidays', ['2026-02-30']),
    row('closingClock', '25:00'),
    row('closingWeekdays', []),
    row('postingDays', { minimum: 10, suggested: 5 }),
    row('paymentDays', { promise: 31, law: 30, deficientNotice: 15, soleSourceBaseline: 30 }),
    row('statementApproval', { mode: 'sample', firstFiles: 0, sampleShare: 1.1 }),
    row('beaconSource', 'dice'),
  ],
}

describe.each(Object.entries(refused))('%s', (because, rows) => {
  it.each(rows)('$setting $value $fromDay', (bad) => {
    expect(checkSetting(bad)).toEqual({ ok: false, because })
    expect(policyOn([row('adminHours', 5), bad], today)).toEqual({ ok: false, because })
    expect(() => policyInForce([bad], today)).toThrow(because)
  })
})

it('whatever is stored, the answer is a whole policy or a reason', () => {
  const rows = fc.record({
    setting: fc.oneof(fc.constantFrom(...settings), fc.string()),
    fromDay: fc.oneof(fc.constant('2026-01-01'), fc.string()),
    value: fc.oneof(fc.json(), fc.string()),
    source: fc.constantFrom('Note', ''),
  })
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 3 }), fc.integer({ min: 0, max: 4000 }), (some, n) => {
      const policy = policyOn(some, addDays(day('2020-01-01'), n))
      return policy.ok ? Object.keys(policy.value).length === settings.length : policy.because in texts.settingRefusals
    }),
  )
})

it('one-off days and the province reach the calendar', () => {
  const policy = policyInForce([row('extraHolidays', ['2026-11-17']), row('calendarProvince', 'QC')], today)
  expect(calendarOf(policy).isBusinessDay(today)).toBe(false)
  expect(calendarOf(policy).isBusinessDay(day('2026-06-24'))).toBe(false)
  expect(calendarOf(policyInForce([row('calendar', 'weekdays')], today)).isBusinessDay(day('2026-12-25'))).toBe(true)
})

it.each([
  ['every-file', 99, 0.99, 'before'],
  ['first-files', 2, 0, 'before'],
  ['first-files', 3, 0, 'after'],
  ['sample', 0, 0.09, 'before'],
  ['sample', 0, 0.1, 'after'],
  ['afterwards', 0, 0, 'after'],
] as const)('%s, after %i files, drawn %d: approval %s', (mode, postedBefore, drawn, when) => {
  const policy = policyInForce([row('statementApproval', { mode, firstFiles: 3, sampleShare: 0.1 })], today)
  expect(statementApproval(policy, { postedBefore, drawn })).toBe(when)
})

it('the shape of a policy names every setting', () => {
  expect(Object.keys(policyShape.shape)).toEqual(settings)
})

const { overLimit, ...tables } = texts
it.each([overLimit, ...Object.values(tables).flatMap((table) => Object.values(table))])('$en', (text) => {
  expect(textProblems(text)).toEqual([])
})
