import type { Text } from '../platform/i18n.ts'

/** What is wrong with a text that was typed on the pages of approvals. */
export const formSentences = {
  day: {
    en: 'Enter a day as year-month-day, such as 2026-11-17.',
    fr: 'Inscrivez un jour sous la forme année-mois-jour, par exemple 2026-11-17.',
  },
  dayOrNothing: {
    en: 'Enter a day such as 2026-11-17, or nothing.',
    fr: 'Inscrivez un jour, par exemple 2026-11-17, ou laissez vide.',
  },
  person: { en: 'Choose a person.', fr: 'Choisissez une personne.' },
  link: {
    en: 'Enter a web address that starts with https://.',
    fr: 'Inscrivez une adresse Web qui commence par https://.',
  },
  limit: {
    en: 'Enter an amount above zero, or nothing for no limit.',
    fr: 'Inscrivez un montant supérieur à zéro, ou laissez vide s’il n’y a aucune limite.',
  },
  outcome: { en: 'Choose one of the two.', fr: 'Choisissez l’une des deux réponses.' },
} as const satisfies Record<string, Text>
