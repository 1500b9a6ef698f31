import type { Text } from '../platform/i18n.ts'
import type { FillRefusal } from './rules.start.ts'

export const fillRefusals: Record<FillRefusal, Text> = {
  not_allowed: {
    en: 'Your role does not let you write in this file.',
    fr: 'Votre rôle ne vous permet pas d’écrire dans ce dossier.',
  },
  wrong_state: {
    en: 'The statement is no longer a draft: nothing was changed.',
    fr: 'L’énoncé n’est plus un brouillon\u00a0: rien n’a été changé.',
  },
  source_gone: {
    en: 'Choose where to take the words from. What you chose no longer exists, or you have no access to it.',
    fr: 'Choisissez d’où prendre le texte. Ce que vous avez choisi n’existe plus, ou vous n’y avez pas accès.',
  },
  stale: {
    en: 'Somebody saved since this page was shown, and nothing was replaced. Look at the statement, then try again.',
    fr: 'Quelqu’un a enregistré depuis l’affichage de cette page, et rien n’a été remplacé. Relisez l’énoncé, puis réessayez.',
  },
}

export const fillTexts = {
  title: { en: 'Fill the statement', fr: 'Remplir l’énoncé' },
  lead: {
    en: 'Take words from an issue, a template or an earlier statement. Only what is still empty is filled.',
    fr: 'Reprenez le texte d’un ticket, d’un modèle ou d’un énoncé antérieur. Seul ce qui est encore vide est rempli.',
  },
  source: { en: 'Take the words from', fr: 'Reprendre le texte de' },
  sourceHint: {
    en: 'Dates, price and declarations are never taken.',
    fr: 'Les dates, le prix et les déclarations ne sont jamais repris.',
  },
  read: { en: 'Read an issue or a text first', fr: 'Lire d’abord un ticket ou un texte' },
  replace: { en: 'Replace what is written already, too', fr: 'Remplacer aussi ce qui est déjà écrit' },
  replaceHint: {
    en: 'What was written stays among the earlier versions of each field.',
    fr: 'Ce qui était écrit reste parmi les versions antérieures de chaque champ.',
  },
  fill: { en: 'Fill the statement', fr: 'Remplir l’énoncé' },
  taken: { en: 'Filled', fr: 'Rempli' },
  nothing: {
    en: 'Nothing was changed: all of it was written already.',
    fr: 'Rien n’a été changé\u00a0: tout était déjà écrit.',
  },
  kept: { en: 'Left as it was, because it was written already', fr: 'Laissé tel quel, car c’était déjà écrit' },
  toBuilder: { en: 'Go on writing', fr: 'Continuer la rédaction' },
  fromBuilder: {
    en: 'Fill from an issue, a template or an earlier statement',
    fr: 'Remplir à partir d’un ticket, d’un modèle ou d’un énoncé antérieur',
  },
} as const
