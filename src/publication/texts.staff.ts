import type { Text } from '../platform/i18n.ts'
import type { PublishRefusal } from './rules.ts'

export const refusals: Record<PublishRefusal, Text> = {
  not_allowed: {
    en: 'Only the program team of the department posts its notices.',
    fr: 'Seule l’équipe du programme du ministère affiche ses avis.',
  },
  wrong_state: {
    en: 'The file is not ready: a gate is still open, or it was stopped.',
    fr: 'Le dossier n’est pas prêt\u00a0: il reste une étape, ou il a été arrêté.',
  },
  separation_of_duties: {
    en: 'What you did on this file keeps you from posting the notice. Ask a colleague.',
    fr: 'Ce que vous avez fait dans ce dossier vous empêche d’afficher l’avis. Adressez-vous à une ou un collègue.',
  },
  not_bilingual: {
    en: 'Something is missing in one of the languages. Send the statement back, or finish the translation.',
    fr: 'Il manque quelque chose dans une des langues. Retournez l’énoncé ou terminez la traduction.',
  },
  incomplete: {
    en: 'The price or one of the dates is missing.',
    fr: 'Il manque le prix ou une des dates.',
  },
  closes_too_soon: {
    en: 'Closing is too near: suppliers would have too few business days. Set later dates first.',
    fr: 'La clôture est trop proche\u00a0: les fournisseurs auraient trop peu de jours ouvrables. Fixez d’abord des dates plus tardives.',
  },
  dates_out_of_order: {
    en: 'Selection comes after closing, and delivery after selection. Set the dates again first.',
    fr: 'La sélection suit la clôture, et la livraison suit la sélection. Fixez d’abord les dates de nouveau.',
  },
  key_not_ready: {
    en: 'The key that seals applications is being made. Try again in a few seconds.',
    fr: 'La clé qui scelle les candidatures est en préparation. Réessayez dans quelques secondes.',
  },
}

export const staffTexts = {
  title: { en: 'Post the notice', fr: 'Afficher l’avis' },
  files: { en: 'All files', fr: 'Tous les dossiers' },
  eyebrow: (number: string): Text => ({ en: `File ${number}`, fr: `Dossier ${number}` }),
  ready: { en: 'Every gate is passed', fr: 'Toutes les étapes sont franchies' },
  readyText: {
    en: 'The statement is approved, funds are reserved and both languages are attested.',
    fr: 'L’énoncé est approuvé, les fonds sont réservés et les deux langues sont attestées.',
  },
  next: { en: 'One decision: post', fr: 'Une décision\u00a0: afficher' },
  nextText: {
    en: 'English and French go out at the same instant, and subscribers are told.',
    fr: 'Le français et l’anglais paraissent au même instant, et les personnes abonnées en sont avisées.',
  },
  by: (minimum: number): Text => ({
    en: `Posting leaves suppliers at least ${minimum} business days.`,
    fr: `L’affichage laisse aux fournisseurs au moins ${minimum} jours ouvrables.`,
  }),
  closesOn: { en: 'Closing', fr: 'Clôture' },
  notReady: { en: 'Not ready to post', fr: 'Pas encore prêt à afficher' },
  notReadyText: { en: 'A gate is still open.', fr: 'Il reste une étape à franchir.' },
  nothing: { en: 'Nothing', fr: 'Rien' },
  nothingText: {
    en: 'We write to you when the last gate is passed.',
    fr: 'Nous vous écrirons quand la dernière étape sera franchie.',
  },
  noDate: { en: 'No date', fr: 'Aucune échéance' },
  posted: { en: 'Posted', fr: 'Affichée' },
  postedOn: (when: string): Text => ({ en: `Since ${when}.`, fr: `Depuis le ${when}.` }),
  seePage: { en: 'See the public page', fr: 'Voir la page publique' },
  what: { en: 'What becomes public', fr: 'Ce qui devient public' },
  whatText: {
    en: 'This is the page that everybody will read. It gives the program’s address; the client’s name is not on it.',
    fr: 'Voici la page que tout le monde lira. Elle donne l’adresse du programme; le nom du client n’y figure pas.',
  },
  address: { en: 'Address', fr: 'Adresse' },
  gates: { en: 'Gates', fr: 'Étapes préalables' },
  notYet: { en: 'Not yet', fr: 'Pas encore' },
  happens: { en: 'What happens when you post', fr: 'Ce que déclenche l’affichage' },
  happensList: {
    en: [
      'The page opens in both languages, and the clock of the posting starts.',
      'The key that seals applications until closing is fixed: nobody can read one before, staff included.',
      'The sealed number of the draw is fixed, and its fingerprint is published.',
      'Confirmed subscribers get one e-mail each, in their language.',
      'Closing happens by itself, at the time above. Until then it can only be moved later, by an amendment with a reason.',
    ],
    fr: [
      'La page s’ouvre dans les deux langues, et le temps d’affichage commence.',
      'La clé qui scelle les candidatures jusqu’à la clôture est fixée\u00a0: personne ne peut les lire avant, le personnel non plus.',
      'Le nombre scellé du tirage est fixé, et son empreinte est publiée.',
      'Chaque personne abonnée reçoit un courriel, dans sa langue.',
      'La clôture se fait d’elle-même, à l’heure indiquée ci-dessus. D’ici là, elle ne peut qu’être reportée, par une modification motivée.',
    ],
  },
  english: { en: 'The notice in English', fr: 'L’avis en anglais' },
  french: { en: 'The notice in French', fr: 'L’avis en français' },
  workingDays: { en: 'Days you worked on the page', fr: 'Jours consacrés à la page' },
  workingDaysHint: {
    en: 'One day is 7.5 hours. Half a day is 0.5. It feeds the measures, nothing else.',
    fr: 'Un jour vaut 7,5 heures. Une demi-journée, 0,5. Cela alimente les mesures, rien d’autre.',
  },
  notANumber: { en: 'Enter a number of days, such as 0.5.', fr: 'Inscrivez un nombre de jours, par exemple 0,5.' },
  post: { en: 'Post in both languages', fr: 'Afficher dans les deux langues' },
  reschedule: { en: 'Set other dates', fr: 'Fixer d’autres dates' },
} as const
