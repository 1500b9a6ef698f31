import { type Calendar, weekdayCalendar } from '../platform/calendar.ts'
import type { Day } from '../platform/day.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { parseDay } from '../platform/time.ts'
import { defaults } from './defaults.ts'
import { federalCalendar } from './holidays.ts'
import { isSetting, type Policy, policyShape, type Setting, settingShapes, settings } from './rules.ts'

/** A department's own value of one setting, as stored: `value` is JSON text. */
export type SettingRow = {
  readonly setting: string
  readonly fromDay: string
  readonly value: string
  readonly source: string
}

export type SettingRefusal = 'unknown_setting' | 'not_a_day' | 'not_json' | 'invalid_value' | 'missing_source'

/** A row whose setting, day and value have been checked. */
export type CheckedSetting = {
  readonly setting: Setting
  readonly fromDay: Day
  readonly value: unknown
  readonly source: string
}

/** Checks one row before it is stored, and whenever it is read. Each value has a day and a source. */
export function checkSetting(row: SettingRow): Decision<CheckedSetting, SettingRefusal> {
  if (!isSetting(row.setting)) return no('unknown_setting')
  const fromDay = parseDay(row.fromDay)
  if (!fromDay) return no('not_a_day')
  if (row.source.trim() === '') return no('missing_source')

  const json = readJson(row.value)
  if (!json.ok) return json
  if (!settingShapes[row.setting].safeParse(json.value).success) return no('invalid_value')
  return yes({ setting: row.setting, fromDay, value: json.value, source: row.source.trim() })
}

/**
 * The policy in force for a department on a day: its own rows where it has some by then, else the default.
 * Of rows with the same day the last one counts. One bad row refuses the whole, naming why: no guess is made.
 */
export function policyOn(rows: readonly SettingRow[], on: Day): Decision<Policy, SettingRefusal> {
  const own = new Map<Setting, CheckedSetting>()
  for (const row of rows) {
    const checked = checkSetting(row)
    if (!checked.ok) return checked
    const { setting, fromDay } = checked.value
    const earlier = own.get(setting)
    if (fromDay <= on && (!earlier || earlier.fromDay <= fromDay)) own.set(setting, checked.value)
  }
  const values = settings.map((setting) => [setting, (own.get(setting) ?? datedOn(setting, on)).value])
  return yes(policyShape.parse(Object.fromEntries(values)))
}

/** The same for rows that were checked when they were stored: a bad one is a surprise, hence an Error. */
export function policyInForce(rows: readonly SettingRow[], on: Day): Policy {
  const policy = policyOn(rows, on)
  if (policy.ok) return policy.value
  throw new Error(`A stored setting is not valid: ${policy.because}`)
}

/** Where the value in force comes from: the department's own source, or the default's. */
export function sourceOn(rows: readonly SettingRow[], setting: Setting, on: Day): string {
  const own = rows.filter((row) => row.setting === setting && row.fromDay <= on)
  const latest = own.reduce<SettingRow | undefined>(
    (kept, row) => (kept && kept.fromDay > row.fromDay ? kept : row),
    undefined,
  )
  return latest?.source ?? datedOn(setting, on).source
}

/** The department's calendar of business days. */
export function calendarOf(policy: Policy): Calendar {
  if (policy.calendar === 'weekdays') return weekdayCalendar
  const { calendarProvince, extraHolidays } = policy
  return federalCalendar({ ...(calendarProvince ? { province: calendarProvince } : {}), extra: extraHolidays })
}

function datedOn(setting: Setting, on: Day) {
  const [first, ...later] = defaults[setting]
  return later.findLast(({ from }) => from <= on) ?? first
}

function readJson(text: string): Decision<unknown, 'not_json'> {
  try {
    return yes(JSON.parse(text))
  } catch {
    return no('not_json')
  }
}
