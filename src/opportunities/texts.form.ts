import type { Text } from '../platform/i18n.ts'

/** What is wrong with what was typed, and how to repair it. */
export const formSentences = {
  day: {
    en: 'Enter a day as year-month-day, such as 2026-11-17.',
    fr: 'Inscrivez un jour sous la forme année-mois-jour, par exemple 2026-11-17.',
  },
  time: {
    en: 'Enter a time on the 24-hour clock, such as 14:00.',
    fr: 'Inscrivez l’heure sur 24 heures, par exemple 14:00.',
  },
  price: {
    en: 'Enter a price above zero and under $1,000,000.',
    fr: 'Inscrivez un prix supérieur à zéro et inférieur à 1\u00a0000\u00a0000\u00a0$.',
  },
  hours: {
    en: 'Enter a whole number of hours, from 1 to 9999.',
    fr: 'Inscrivez un nombre entier d’heures, de 1 à 9999.',
  },
  licence: { en: 'Choose a licence from the list.', fr: 'Choisissez une licence dans la liste.' },
  working: {
    en: 'Enter days or hours, such as 0.25, 2 days or 3 h.',
    fr: 'Inscrivez des jours ou des heures, par exemple 0,25, 2 jours ou 3 h.',
  },
  year: { en: 'Choose one of the two fiscal years.', fr: 'Choisissez l’un des deux exercices.' },
} as const satisfies Record<string, Text>
