import type { Text } from '../platform/i18n.ts'

/** Words of the page for observers: auditors, the ombudsman, union representatives. */
export const observerTexts = {
  title: { en: 'What was bought, and why', fr: 'Ce qui a été acheté, et pourquoi' },
  lead: {
    en: 'Every posting of the department: what it buys, why the work stands alone, why nobody inside does it, its value and its hours. Clients write the reasons before they submit; nobody edits them after.',
    fr: 'Chaque affichage du ministère\u00a0: ce qu’il achète, pourquoi le travail forme un tout, pourquoi personne à l’interne ne s’en charge, sa valeur et ses heures. Les clients donnent ces motifs avant de soumettre l’énoncé; personne ne les modifie ensuite.',
  },
  year: { en: 'Fiscal year of the posting', fr: 'Exercice de l’affichage' },
  allYears: { en: 'All years', fr: 'Tous les exercices' },
  show: { en: 'Show', fr: 'Afficher' },
  what: { en: 'What was bought', fr: 'Objet de l’achat' },
  posted: { en: 'Posted', fr: 'Affiché' },
  value: { en: 'Price before tax', fr: 'Prix avant taxes' },
  hours: { en: 'Estimated hours', fr: 'Heures estimées' },
  state: { en: 'State', fr: 'État' },
  notSaid: { en: 'Not said', fr: 'Non précisé' },
  total: { en: 'Together', fr: 'Ensemble' },
  postings: (count: number): Text => ({
    en: count === 1 ? '1 posting' : `${count} postings`,
    fr: count < 2 ? `${count} affichage` : `${count} affichages`,
  }),
  none: { en: 'Nothing was posted then', fr: 'Rien n’a été affiché alors' },
  noneText: {
    en: 'Choose another year, or come back after the first posting.',
    fr: 'Choisissez un autre exercice ou revenez après le premier affichage.',
  },
  first: { en: 'First page', fr: 'Première page' },
  earlier: { en: 'Earlier postings', fr: 'Affichages plus anciens' },
} as const
