import { formatBusinessDays } from '../platform/format.ts'
import type { Text } from '../platform/i18n.ts'
import type { Sort } from './rules.filter.ts'

/** Words of the filter of the board, and of its pages. */
export const filterTexts = {
  filter: { en: 'Filter and sort', fr: 'Filtrer et trier' },
  active: { en: 'Filter and sort: some files are left out', fr: 'Filtrer et trier\u00a0: des dossiers sont masqués' },
  words: { en: 'Words', fr: 'Mots' },
  wordsHint: {
    en: 'Of the number, the title, the team or the client.',
    fr: 'Du numéro, du titre, de l’équipe ou du client.',
  },
  client: { en: 'Client', fr: 'Client' },
  team: { en: 'Team', fr: 'Équipe' },
  year: { en: 'Fiscal year of the request', fr: 'Exercice de la demande' },
  late: { en: 'Late only', fr: 'En retard seulement' },
  sort: { en: 'Order', fr: 'Ordre' },
  all: { en: 'All', fr: 'Tout' },
  show: { en: 'Show these files', fr: 'Afficher ces dossiers' },
  clear: { en: 'Show all files', fr: 'Afficher tous les dossiers' },
  none: { en: 'No file is like that', fr: 'Aucun dossier ne correspond' },
  first: { en: 'First page', fr: 'Première page' },
  further: { en: 'Next files', fr: 'Dossiers suivants' },
  earlier: { en: 'Files that ended earlier', fr: 'Dossiers terminés plus tôt' },
  found: (found: number, shown: number): Text =>
    found === shown
      ? {
          en: found === 1 ? '1 open file' : `${found} open files`,
          fr: found < 2 ? `${found} dossier ouvert` : `${found} dossiers ouverts`,
        }
      : {
          en: `${shown} of ${found} open files on this page`,
          fr: `${shown} des ${found} dossiers ouverts, à cette page`,
        },
  waiting: (count: number): Text =>
    count === 1
      ? { en: '1 thing waits for you', fr: '1 élément vous attend' }
      : { en: `${count} things wait for you`, fr: `${count} éléments vous attendent` },
  waitedDays: (days: number): Text =>
    days === 0
      ? { en: 'since today', fr: 'depuis aujourd’hui' }
      : {
          en: `for ${formatBusinessDays(days, 'en')}`,
          fr: `depuis ${formatBusinessDays(days, 'fr')}`,
        },
} as const

export const sortNames: Record<Sort, Text> = {
  stage: { en: 'By stage', fr: 'Par étape' },
  oldest: { en: 'Oldest request first', fr: 'Les demandes les plus anciennes' },
  due: { en: 'Next due first', fr: 'Les échéances les plus proches' },
  late: { en: 'Furthest past the estimate first', fr: 'Les plus grands retards' },
  title: { en: 'By title', fr: 'Par titre' },
}
