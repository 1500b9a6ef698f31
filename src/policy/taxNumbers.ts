import { type Decision, no, yes } from '../platform/decision.ts'
import type { Text } from '../platform/i18n.ts'

export type GstNumber = {
  /** As printed on an invoice: `123456782 RT0001`. */
  readonly number: string
  /** The check digit does not fit: probably a slip of the hand. A warning, never a refusal. */
  readonly checkDigitFits: boolean
}

/** A GST/HST number: nine digits, RT and four digits. Spaces and hyphens do not matter. */
export function parseGstNumber(text: string): Decision<GstNumber, 'missing_gst_number' | 'not_a_gst_number'> {
  const typed = text.replaceAll(/[\s-]/g, '').toUpperCase()
  if (typed === '') return no('missing_gst_number')
  const found = /^(?<business>\d{9})RT(?<account>\d{4})$/.exec(typed)?.groups
  if (!found?.business || found.account === '0000') return no('not_a_gst_number')
  return yes({ number: `${found.business} RT${found.account}`, checkDigitFits: luhnFits(found.business) })
}

export const gstNumberRefusals: Record<'missing_gst_number' | 'not_a_gst_number', Text> = {
  missing_gst_number: {
    en: 'Enter the GST/HST number: an invoice that charges tax shows it.',
    fr: 'Inscrivez le numéro de TPS/TVH : une facture qui comprend la taxe doit le porter.',
  },
  not_a_gst_number: {
    en: 'Enter nine digits, RT and four digits, such as 123456782 RT0001.',
    fr: 'Inscrivez neuf chiffres, RT et quatre chiffres, par exemple 123456782 RT0001.',
  },
}

export const gstNumberDoubt: Text = {
  en: 'The last of the nine digits does not fit the others. Check the number.',
  fr: 'Le dernier des neuf chiffres ne concorde pas avec les autres. Vérifiez le numéro.',
}

/** Does the Luhn sum of these digits fit? Every second digit from the right is doubled. */
export function luhnFits(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
