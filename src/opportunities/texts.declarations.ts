import type { Text } from '../platform/i18n.ts'
import type { ExplainedName, ExplainRefusal } from './rules.declarations.ts'

/** Words of the page on which a writer explains what is declared, and of what others read there. */
export const declarationTexts = {
  title: { en: 'Why it is bought', fr: 'Motifs de l’achat' },
  lead: {
    en: 'Observers read these two explanations beside the price and the hours. One of the sentences will do; or use your own.',
    fr: 'Les personnes qui observent les achats lisent ces deux explications à côté du prix et des heures. Une des phrases proposées suffit; sinon, utilisez vos propres mots.',
  },
  own: { en: 'In our own words', fr: 'Dans nos propres mots' },
  ownLabel: { en: 'Your own words', fr: 'Vos propres mots' },
  ownHint: {
    en: 'Only if you chose your own words. Two sentences are enough; the other language may follow with the translation.',
    fr: 'Seulement si vous avez choisi vos propres mots. Deux phrases suffisent; l’autre langue peut venir avec la traduction.',
  },
  sourceHint: {
    en: 'The statement is submitted: these words stand. Add the other language.',
    fr: 'L’énoncé est soumis\u00a0: ces mots sont définitifs. Ajoutez l’autre langue.',
  },
  save: { en: 'Save the explanations', fr: 'Enregistrer les explications' },
  none: { en: 'Not explained yet', fr: 'Pas encore expliqué' },
  missing: { en: 'Say why, in the language of the statement.', fr: 'Dites pourquoi, dans la langue de l’énoncé.' },
  chooseOne: { en: 'Choose a sentence, or use your own words.', fr: 'Choisissez une phrase ou utilisez vos mots.' },
} as const

export const explainedTexts: Record<ExplainedName, { readonly question: Text; readonly short: Text }> = {
  standalone: {
    question: { en: 'Why does this work stand alone?', fr: 'Pourquoi ce travail forme-t-il un tout?' },
    short: { en: 'Why it stands alone', fr: 'Pourquoi il forme un tout' },
  },
  noCapacity: {
    question: {
      en: 'Why does nobody inside do it?',
      fr: 'Pourquoi personne à l’interne ne s’en charge-t-il?',
    },
    short: { en: 'Why not inside', fr: 'Pourquoi pas à l’interne' },
  },
}

/** Sentences that are true of many files, in both languages at once: chosen, not typed. */
export const usualReasons: Record<ExplainedName, Readonly<Record<string, Text>>> = {
  standalone: {
    whole: {
      en: 'The work has one result, useful by itself: nothing else has to be bought for it to serve.',
      fr: 'Le travail donne un seul résultat, utile en soi\u00a0: rien d’autre n’est à acheter pour qu’il serve.',
    },
    unplanned: {
      en: 'The need came up without a plan and belongs to no project under way.',
      fr: 'Le besoin est survenu sans être prévu et ne relève d’aucun projet en cours.',
    },
  },
  noCapacity: {
    skill: {
      en: 'Nobody on the team has this skill, and the need is too small and too rare to hire or train for.',
      fr: 'Personne dans l’équipe n’a cette compétence, et le besoin est trop petit et trop rare pour embaucher ou former quelqu’un.',
    },
    time: {
      en: 'The team has the skill, but its hours until the delivery date are committed to other work.',
      fr: 'L’équipe a la compétence, mais ses heures d’ici la livraison sont déjà prises par d’autres travaux.',
    },
  },
}

export const explainRefusals: Record<ExplainRefusal, Text> = {
  not_allowed: {
    en: 'Only the client of the file and the program team explain what it declares.',
    fr: 'Seuls le client du dossier et l’équipe du programme en expliquent les déclarations.',
  },
  wrong_state: {
    en: 'Both languages are attested: the explanations stand as they are.',
    fr: 'Les deux langues sont attestées\u00a0: les explications restent telles quelles.',
  },
  explanation_missing: declarationTexts.missing,
  source_changed: {
    en: 'The statement is submitted, so the words in its language stand. Only the other language may change.',
    fr: 'L’énoncé est soumis\u00a0: les mots dans sa langue sont définitifs. Seule l’autre langue peut changer.',
  },
}
