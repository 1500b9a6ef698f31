import type { Text } from '../platform/i18n.ts'

/** Words of the page with the whole time of a file. */
export const timelinePageTexts = {
  title: { en: 'Timeline', fr: 'Échéancier' },
  lead: {
    en: 'Each step of Annex A, from the need to the payment: what the plan gives it, what it took, and how much of that was work.',
    fr: 'Chaque étape de l’annexe A, du besoin au paiement\u00a0: ce que le plan lui accorde, ce qu’elle a pris et la part de travail.',
  },
  soFar: { en: 'Days so far', fr: 'Jours jusqu’ici' },
  toHere: { en: 'Estimate to this point', fr: 'Estimation jusqu’ici' },
  whole: { en: 'Whole estimate', fr: 'Estimation entière' },
  worked: { en: 'Days worked, where recorded', fr: 'Jours travaillés, là où on l’a consigné' },
  waited: { en: 'Days waiting, in the same steps', fr: 'Jours d’attente, aux mêmes étapes' },
  notRecorded: { en: 'Nobody recorded any', fr: 'Rien de consigné' },
  runs: { en: 'Each time the clock ran', fr: 'Chaque passage à une étape' },
  runsLead: {
    en: 'A step that was sent back runs again; its days add up.',
    fr: 'Une étape retournée recommence; ses jours s’additionnent.',
  },
  step: { en: 'Step', fr: 'Étape' },
  began: { en: 'Began', fr: 'Début' },
  ended: { en: 'Ended', fr: 'Fin' },
  running: { en: 'Still running', fr: 'En cours' },
  noRuns: { en: 'No step has begun', fr: 'Aucune étape n’a commencé' },
} as const satisfies Record<string, Text>
