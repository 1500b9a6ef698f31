import type { Text } from '../platform/i18n.ts'
import type { Reason, Rule } from './rules.compare.ts'
import type { DecideRefusal, FlagDecision, FlagState, Occasion, SplittingGate } from './rules.ts'

export const ruleNames: Record<Rule, Text> = {
  S1: { en: 'Same need', fr: 'Même besoin' },
  S2: { en: 'Same supplier', fr: 'Même fournisseur' },
  S3: { en: 'Just under the limit', fr: 'Juste sous la limite' },
  S4: { en: 'Same week', fr: 'Même semaine' },
  S5: { en: 'Added afterwards', fr: 'Ajout après coup' },
  S6: { en: 'Bunching under the limit', fr: 'Concentration sous la limite' },
}

export const ruleSource: Text = {
  en: 'Source: the rule against cutting up a need to stay under a limit; the limit, days and shares are the department’s policy',
  fr: 'Source\u00a0: la règle qui interdit de fractionner un besoin pour rester sous une limite; la limite, les jours et les parts relèvent de la politique du ministère',
}

export const reasonNames: Record<Reason, Text> = {
  same_issue: { en: 'Same issue', fr: 'Même ticket' },
  same_repository: { en: 'Same repository', fr: 'Même dépôt' },
  same_skills: { en: 'Same skills, similar words', fr: 'Mêmes compétences, texte semblable' },
  same_supplier: { en: 'Same supplier', fr: 'Même fournisseur' },
  same_owner: { en: 'Same client', fr: 'Même client' },
  same_buyer: { en: 'Same client and team', fr: 'Même client et même équipe' },
  near_limit: { en: 'Just under the limit', fr: 'Juste sous la limite' },
}

export const flagStates: Record<FlagState, Text> = {
  raised: { en: 'To be decided', fr: 'À trancher' },
  explained: { en: 'Explained', fr: 'Expliqué' },
  merged: { en: 'To be brought together', fr: 'À réunir' },
  stopped: { en: 'Stopped', fr: 'Arrêté' },
  lapsed: { en: 'No longer holds', fr: 'Sans objet' },
}

export const decisionNames: Record<FlagDecision, { choice: Text; hint: Text; done: Text }> = {
  explain: {
    choice: { en: 'It is not splitting', fr: 'Ce n’est pas un fractionnement' },
    hint: {
      en: 'Two needs that are apart, such as a second bug that nobody had planned. The file goes on.',
      fr: 'Deux besoins distincts, par exemple un second bogue imprévu. Le dossier suit son cours.',
    },
    done: { en: 'Not splitting', fr: 'Pas un fractionnement' },
  },
  merge: {
    choice: { en: 'Bring the files together', fr: 'Réunir les dossiers' },
    hint: {
      en: 'It is one need. The client is asked to make one file of them, or to buy it another way. Nothing is posted meanwhile.',
      fr: 'C’est un seul besoin. On demande au client d’en faire un seul dossier ou d’acheter autrement. Rien n’est affiché entre-temps.',
    },
    done: { en: 'To be brought together', fr: 'À réunir' },
  },
  stop: {
    choice: { en: 'Stop the file', fr: 'Arrêter le dossier' },
    hint: {
      en: 'The need was cut up to stay under the limit. The file is not posted.',
      fr: 'Le besoin a été fractionné pour rester sous la limite. Le dossier n’est pas affiché.',
    },
    done: { en: 'Stopped as splitting', fr: 'Arrêté pour fractionnement' },
  },
}

export const occasionNames: Record<Occasion, Text> = {
  save: { en: 'when the draft was saved', fr: 'à l’enregistrement du brouillon' },
  submission: { en: 'when the statement was submitted', fr: 'à l’envoi de l’énoncé' },
  publication: { en: 'before the posting', fr: 'avant l’affichage' },
  award: { en: 'at the award', fr: 'à l’attribution' },
  amendment: { en: 'at an amendment', fr: 'lors d’une modification' },
  night: { en: 'in the nightly check', fr: 'lors de la vérification de nuit' },
}

export const refusals: Record<DecideRefusal, Text> = {
  not_allowed: {
    en: 'Only the procurement partner of the department decides on this.',
    fr: 'Seul l’approvisionnement du ministère se prononce sur ce point.',
  },
  wrong_state: {
    en: 'This was decided meanwhile, or no longer holds. Read the page again.',
    fr: 'La question a été tranchée entre-temps ou n’a plus d’objet. Relisez la page.',
  },
  separation_of_duties: {
    en: 'You asked for one of these files: somebody else decides.',
    fr: 'Vous avez demandé l’un de ces dossiers\u00a0: une autre personne doit se prononcer.',
  },
  changed_meanwhile: {
    en: 'A file or an amount changed since you read this page. Read it again, then decide.',
    fr: 'Un dossier ou un montant a changé depuis votre lecture. Relisez la page, puis prononcez-vous.',
  },
  rationale_missing: {
    en: 'Say why: your reasons are kept with the file.',
    fr: 'Précisez vos motifs\u00a0: ils sont conservés au dossier.',
  },
}

export const gateRefusals: Record<SplittingGate, Text> = {
  splitting_undecided: {
    en: 'This file and others may be one need cut up. Procurement decides first: see “Contract splitting” on the file.',
    fr: 'Ce dossier et d’autres pourraient être un seul besoin fractionné. L’approvisionnement se prononce d’abord\u00a0: voir «\u00a0Fractionnement\u00a0» au dossier.',
  },
  splitting_to_merge: {
    en: 'Procurement asked to bring this file and others together. It is posted once they are one file within the limit.',
    fr: 'L’approvisionnement a demandé de réunir ce dossier et d’autres. Il sera affiché lorsqu’ils formeront un seul dossier qui respecte la limite.',
  },
  splitting_stopped: {
    en: 'Procurement stopped this file: one need was cut up to stay under the limit.',
    fr: 'L’approvisionnement a arrêté ce dossier\u00a0: un besoin a été fractionné pour rester sous la limite.',
  },
}
