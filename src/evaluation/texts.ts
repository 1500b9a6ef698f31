import type { Language, Text } from '../platform/i18n.ts'
import type { EvaluationRefusal } from './rules.ts'

export const evaluationRefusals: Record<EvaluationRefusal, Text> = {
  duplicates_undecided: {
    en: 'Two applications are alike. Decide first whether one of them is a duplicate.',
    fr: 'Deux candidatures se ressemblent. Déterminez d’abord si l’une est un doublon.',
  },
  not_allowed: {
    en: 'Your role does not allow this on this file.',
    fr: 'Votre rôle ne le permet pas dans ce dossier.',
  },
  wrong_state: {
    en: 'The file has moved on, so this can no longer be done.',
    fr: 'Le dossier a avancé\u00a0: ce n’est plus possible.',
  },
  not_opened: {
    en: 'Some applications are not opened yet. Try again in a minute; if it lasts, tell the program team.',
    fr: 'Des candidatures ne sont pas encore ouvertes. Réessayez dans une minute; si cela dure, prévenez l’équipe du programme.',
  },
  none_to_evaluate: { en: 'There is no application to evaluate.', fr: 'Il n’y a aucune candidature à évaluer.' },
  no_evaluator: { en: 'Choose at least one evaluator.', fr: 'Choisissez au moins une personne évaluatrice.' },
  not_eligible: {
    en: 'Evaluators are clients or members of the program team of the department.',
    fr: 'Les personnes évaluatrices sont des clients ou des membres de l’équipe du programme du ministère.',
  },
  already_named: {
    en: 'One of these people was named already. Somebody who stepped down does not come back.',
    fr: 'Une de ces personnes a déjà été désignée. Une personne qui s’est désistée ne revient pas.',
  },
  has_seen_identities: {
    en: 'One of these people has seen who the applicants are, and cannot evaluate them.',
    fr: 'Une de ces personnes a vu qui a postulé et ne peut évaluer les candidatures.',
  },
  results_locked: {
    en: 'The results are locked. Nothing can be changed unless they are sent back before confirmation.',
    fr: 'Les résultats sont verrouillés. Rien ne peut être changé, sauf s’ils sont retournés avant la confirmation.',
  },
  not_an_evaluator: {
    en: 'You are not an evaluator of this file.',
    fr: 'Vous n’évaluez pas les candidatures de ce dossier.',
  },
  no_language: {
    en: 'Choose at least one language that you read.',
    fr: 'Choisissez au moins une langue que vous lisez.',
  },
  separation_of_duties: {
    en: 'What you did on this file before does not allow this. Somebody else must do it.',
    fr: 'Ce que vous avez déjà fait dans ce dossier ne le permet pas. Une autre personne doit s’en charger.',
  },
  is_evaluator: {
    en: 'You evaluate these applications, or did, so somebody else must do this.',
    fr: 'Vous évaluez ces candidatures, ou l’avez fait\u00a0: une autre personne doit s’en charger.',
  },
  already_checked: {
    en: 'What is hidden was checked already. You can still change it.',
    fr: 'Le masquage a déjà été vérifié. Vous pouvez encore le modifier.',
  },
  unknown_answer: { en: 'There is no such answer.', fr: 'Cette réponse n’existe pas.' },
  changes_the_answer: {
    en: 'Only hide: put what is hidden between double brackets and leave every other word as it is.',
    fr: 'Masquez seulement\u00a0: remplacez ce qui est masqué par un mot entre doubles crochets et laissez tous les autres mots tels quels.',
  },
  not_declared: {
    en: 'First declare that you have no conflict of interest.',
    fr: 'Déclarez d’abord que vous n’êtes pas en conflit d’intérêts.',
  },
  cannot_read_language: {
    en: 'You said that you do not read the language of this application. An evaluator who reads it decides.',
    fr: 'Vous avez indiqué ne pas lire la langue de cette candidature. Une personne évaluatrice qui la lit se prononcera.',
  },
  marks_missing: {
    en: 'Some criteria have no decision yet. Decide each criterion of each applicant first.',
    fr: 'Il manque des décisions. Prononcez-vous d’abord sur chaque critère de chaque candidature.',
  },
  not_locked: {
    en: 'The evaluators have not locked their results yet.',
    fr: 'Les résultats ne sont pas encore verrouillés par les personnes évaluatrices.',
  },
  already_confirmed: {
    en: 'These results are already confirmed.',
    fr: 'Ces résultats sont déjà confirmés.',
  },
}

/** "Applicant 3": all that an evaluator knows of somebody. */
export const applicantName = (number: number): Text => ({
  en: `Applicant ${number}`,
  fr: `Candidature ${number}`,
})

export const languageOf: Record<Language, Text> = {
  en: { en: 'In English', fr: 'En anglais' },
  fr: { en: 'In French', fr: 'En français' },
}

/** Kinds of hidden words that the program writes; anything else is shown as somebody typed it. */
const hiddenKinds: Readonly<Record<string, Text>> = {
  email: { en: 'e-mail', fr: 'courriel' },
  link: { en: 'link', fr: 'lien' },
  phone: { en: 'telephone', fr: 'téléphone' },
  handle: { en: 'user name', fr: 'nom d’utilisateur' },
  name: { en: 'name', fr: 'nom' },
  organization: { en: 'organization', fr: 'organisation' },
  address: { en: 'address', fr: 'adresse' },
  number: { en: 'number', fr: 'numéro' },
}

export const hiddenText = (kind: string): Text => {
  const known = Object.hasOwn(hiddenKinds, kind) ? hiddenKinds[kind] : undefined
  const { en, fr } = known ?? { en: kind, fr: kind }
  return { en: `hidden: ${en}`, fr: `masqué\u00a0: ${fr}` }
}
