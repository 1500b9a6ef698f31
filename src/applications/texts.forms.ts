import type { Text } from '../platform/i18n.ts'
import type { ImportRefusal, NotTaken } from './rules.forms.ts'
import { refusals } from './texts.ts'

const wire = {
  not_reachable: { en: 'GC Forms does not answer.', fr: 'Formulaires GC ne répond pas.' },
  not_allowed: {
    en: 'GC Forms refuses the key of this form.',
    fr: 'Formulaires GC refuse la clé de ce formulaire.',
  },
  not_found: {
    en: 'GC Forms does not know this form or this submission.',
    fr: 'Formulaires GC ne connaît pas ce formulaire ou cet envoi.',
  },
  not_understood: {
    en: 'GC Forms answered something that we do not understand.',
    fr: 'La réponse de Formulaires GC est incompréhensible.',
  },
} as const

export const importRefusals: Record<ImportRefusal, Text> = {
  ...wire,
  unknown_opportunity: { en: 'There is no such opportunity.', fr: 'Cette occasion n’existe pas.' },
}

/** Why a submission was not taken over, for whoever runs the import. */
export const notTakenTexts: Record<NotTaken, Text> = {
  ...refusals,
  ...wire,
  cannot_decrypt: {
    en: 'It cannot be decrypted with the key of this form.',
    fr: 'La clé de ce formulaire ne permet pas de le déchiffrer.',
  },
  checksum_differs: {
    en: 'Its checksum is not that of its answers.',
    fr: 'Sa somme de contrôle n’est pas celle de ses réponses.',
  },
  not_a_submission: { en: 'It is not a submission.', fr: 'Ce n’est pas un envoi de formulaire.' },
  incomplete: {
    en: 'An answer is missing, or is not one that the application takes.',
    fr: 'Une réponse manque ou ne convient pas à la candidature.',
  },
  already_applied: {
    en: 'This address has sent an application here itself; that one counts.',
    fr: 'Cette adresse a déjà envoyé elle-même une candidature ici; c’est celle qui compte.',
  },
}
