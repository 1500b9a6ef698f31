import { type Decision, no, yes } from '../platform/decision.ts'
import type { Problem } from '../platform/forms.ts'
import type { Text } from '../platform/i18n.ts'

export const numberMissing: Text = { en: 'Type the number in.', fr: 'Saisissez le nombre.' }

/**
 * A public number as people type it, in the form of the method: lottery numbers in any order with any separators become
 * `9.18.26.34.41.45.`, hexadecimal digits lose spaces and capitals. Whether it is a number of its source is for the rule.
 */
export function parseValue(ref: string, typed: string): Decision<string, 'missing'> {
  const text = typed.trim()
  if (text === '') return no('missing')
  if (!ref.startsWith('lotto-649 ')) return yes(text.replace(/\s+/g, '').toLowerCase())
  if (!/^[\d\s.,;-]+$/.test(text)) return yes(text)
  const numbers = (text.match(/\d+/g) ?? []).map(Number)
  return yes(
    numbers
      .toSorted((a, b) => a - b)
      .map((number) => `${number}.`)
      .join(''),
  )
}

export const missingValue = (): Problem => ({ field: 'value', text: numberMissing })
