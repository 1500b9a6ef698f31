import type { Text } from '../platform/i18n.ts'

export const dayText: Text = {
  en: 'Enter a day as year-month-day, such as 2026-11-17.',
  fr: 'Inscrivez un jour sous la forme année-mois-jour, par exemple 2026-11-17.',
}
