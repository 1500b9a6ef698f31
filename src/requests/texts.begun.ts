import type { ImportKind } from '../backlog/rules.ts'
import type { Text } from '../platform/i18n.ts'

/** Where what already stands in a new request comes from. */
export const begunTexts = {
  head: { en: 'Some fields are filled in. Check each.', fr: 'Certains champs sont déjà remplis. Vérifiez-les tous.' },
  last: {
    en: 'Team, branch and language: as in your last request.',
    fr: 'Équipe, direction générale et langue\u00a0: comme dans votre dernière demande.',
  },
  team: { en: 'Team: from your role.', fr: 'Équipe\u00a0: d’après votre rôle.' },
  options: {
    en: 'Criteria: from your answers on the options.',
    fr: 'Critères\u00a0: d’après vos réponses sur les options.',
  },
  referral: {
    en: 'Subject, need and team: from the need that was handed on to you.',
    fr: 'Objet, besoin et équipe\u00a0: d’après le besoin qui vous a été transmis.',
  },
  imports: {
    github: (address: string): Text => issue(address),
    gitlab: (address: string): Text => issue(address),
    markdown: (): Text => ({
      en: 'Subject and need: from the text that you pasted.',
      fr: 'Objet et besoin\u00a0: d’après le texte que vous avez collé.',
    }),
    template: (): Text => ({
      en: 'Subject and need: from the template. Write what is yours.',
      fr: 'Objet et besoin\u00a0: d’après le modèle. Adaptez-les à votre cas.',
    }),
    statement: (number: string): Text => ({
      en: `Subject and need: from the statement of file ${number}.`,
      fr: `Objet et besoin\u00a0: d’après l’énoncé du dossier ${number}.`,
    }),
  } satisfies Record<ImportKind, (address: string) => Text>,
}

function issue(address: string): Text {
  return {
    en: `Subject, need and what the repository says of itself: from ${address}.`,
    fr: `Objet, besoin et ce que le dépôt dit de lui-même\u00a0: d’après ${address}.`,
  }
}
