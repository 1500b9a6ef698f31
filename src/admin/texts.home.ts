import { formatBusinessDays } from '../platform/format.ts'
import type { Text } from '../platform/i18n.ts'
import type { Urgency, Waiter } from './rules.board.ts'

/** Words of the home page of a member of staff. */
export const homeTexts = {
  forPublic: { en: 'The public and this installation', fr: 'Le public et cette installation' },
  others: { en: 'What you wait for', fr: 'Ce que vous attendez' },
  othersLead: {
    en: 'You have done your part on these files. We write to you when it is your turn again.',
    fr: 'Vous avez fait votre part dans ces dossiers. Nous vous écrirons quand ce sera de nouveau votre tour.',
  },
  with: { en: 'With whom, and since when', fr: 'Chez qui, et depuis quand' },
  noOthers: { en: 'You wait for nobody', fr: 'Vous n’attendez personne' },
  noOthersText: {
    en: 'None of your files is with somebody else today.',
    fr: 'Aucun de vos dossiers n’est chez quelqu’un d’autre aujourd’hui.',
  },
  since: (day: Text, days: number): Text =>
    days === 0
      ? { en: `Since ${day.en}`, fr: `Depuis le ${day.fr}` }
      : {
          en: `Since ${day.en}: ${formatBusinessDays(days, 'en')}`,
          fr: `Depuis le ${day.fr}\u00a0: ${formatBusinessDays(days, 'fr')}`,
        },
  sinceAndDue: (since: Text, due: Text): Text => ({
    en: `${since.en}. Due ${due.en}.`,
    fr: `${since.fr}. Échéance\u00a0: ${due.fr}.`,
  }),
  sinceThen: (day: Text, days: number): Text =>
    days === 0
      ? { en: `since ${day.en}`, fr: `depuis le ${day.fr}` }
      : {
          en: `since ${day.en}, ${formatBusinessDays(days, 'en')}`,
          fr: `depuis le ${day.fr}, ${formatBusinessDays(days, 'fr')}`,
        },
  withSince: (who: Text, since: Text): Text => ({
    en: `${who.en} ${since.en}`,
    fr: `${who.fr} ${since.fr}`,
  }),
}

export const urgencyNames: Record<Urgency, Text> = {
  late: { en: 'Late', fr: 'En retard' },
  today: { en: 'Due today', fr: 'À faire aujourd’hui' },
  later: { en: 'To do', fr: 'À faire' },
}

/** Where a file is, in a sentence. */
export const withNames: Record<Waiter, Text> = {
  client: { en: 'With the client', fr: 'Chez le client' },
  program: { en: 'With the program team', fr: 'À l’équipe du programme' },
  procurement: { en: 'With procurement', fr: 'À l’approvisionnement' },
  manager32: { en: 'With the section 32 manager', fr: 'À l’approbation (art. 32)' },
  finance: { en: 'With finance', fr: 'Aux finances' },
  suppliers: { en: 'Open to suppliers', fr: 'Ouvert aux fournisseurs' },
  evaluators: { en: 'With the evaluators', fr: 'Chez les personnes évaluatrices' },
  supplier: { en: 'With the supplier', fr: 'Chez le fournisseur' },
  signatory: { en: 'With the signatory', fr: 'À la signature' },
  manager34: { en: 'With the section 34 manager', fr: 'À l’attestation (art. 34)' },
  cardholder: { en: 'With the cardholder', fr: 'Chez la personne titulaire de la carte' },
}
