import { formatCount } from '../platform/format.ts'
import type { Text } from '../platform/i18n.ts'
import type { MailingRefusal, MailingState } from './rules.mailings.ts'

export const mailingRefusals: Record<MailingRefusal, Text> = {
  unknown_mailing: { en: 'There is no such mailing.', fr: 'Cet envoi n’existe pas.' },
  not_allowed: {
    en: 'Only the program team and administrators hold a mailing or let it go on.',
    fr: 'Seules l’équipe du programme et l’administration peuvent suspendre ou reprendre un envoi.',
  },
  wrong_state: {
    en: 'This mailing is over: nothing is left to hold.',
    fr: 'Cet envoi est terminé\u00a0: il n’y a plus rien à suspendre.',
  },
}

export const mailingStates: Record<MailingState, Text> = {
  going: { en: 'Going out', fr: 'En cours' },
  paused: { en: 'On hold', fr: 'Suspendu' },
  stopped: { en: 'Stopped', fr: 'Interrompu' },
  done: { en: 'Done', fr: 'Terminé' },
}

/** What a mailing tells, by its kind of e-mail. */
export const mailingKinds: Readonly<Record<string, Text>> = {
  'publication.announced': { en: 'New opportunity', fr: 'Nouvelle occasion' },
  'publication.extended': { en: 'Closing moved', fr: 'Clôture reportée' },
  'publication.amended': { en: 'Notice amended', fr: 'Avis modifié' },
  'publication.digest': { en: 'Digest of what is new', fr: 'Bulletin des nouveautés' },
  'publication.stopped': { en: 'Opportunity stopped', fr: 'Occasion interrompue' },
}
export const otherMailing: Text = { en: 'Letter to subscribers', fr: 'Courriel aux personnes abonnées' }

const letters = { one: { en: 'letter', fr: 'courriel' }, many: { en: 'letters', fr: 'courriels' } } as const
const refused = {
  one: {
    en: 'letter refused by its mailbox, or whose reader left',
    fr: 'courriel refusé, ou retenu après un désabonnement',
  },
  many: {
    en: 'letters refused by their mailboxes, or whose readers left',
    fr: 'courriels refusés, ou retenus après un désabonnement',
  },
} as const

export const mailingTexts = {
  title: { en: 'Letters to subscribers', fr: 'Envois aux personnes abonnées' },
  lead: {
    en: 'Each posting, change and end is told to everybody who subscribed. Letters leave at the pace that the mail server takes; those to one person, such as a sign-in code, never wait for them.',
    fr: 'Chaque affichage, modification ou interruption est annoncé à toutes les personnes abonnées. Ces courriels partent au rythme qu’accepte le serveur; ceux qui s’adressent à une seule personne, comme un code de connexion, n’attendent jamais.',
  },
  nobodyElse: {
    en: 'Applicants are written to apart and are not counted here.',
    fr: 'Les fournisseurs qui postulent reçoivent un courriel distinct et ne sont pas comptés ici.',
  },
  empty: { en: 'Nothing has been sent to subscribers yet', fr: 'Rien n’a encore été envoyé aux personnes abonnées' },
  emptyMore: {
    en: 'The first letter leaves when an opportunity is posted.',
    fr: 'Le premier courriel partira quand une occasion sera affichée.',
  },
  what: { en: 'What', fr: 'Objet' },
  begun: { en: 'Begun', fr: 'Début' },
  progress: { en: 'Letters that have left', fr: 'Courriels envoyés' },
  state: { en: 'State', fr: 'État' },
  act: { en: 'Hold or go on', fr: 'Suspendre ou reprendre' },
  hold: { en: 'Hold', fr: 'Suspendre' },
  goOn: { en: 'Go on', fr: 'Reprendre' },
  nothing: { en: 'Nothing to do', fr: 'Rien à faire' },
  again: { en: 'Look again', fr: 'Actualiser' },
  link: { en: 'Letters to subscribers', fr: 'Envois aux personnes abonnées' },
} as const satisfies Record<string, Text>

export const goneSays = (gone: number, readers: number): Text => ({
  en: `${formatCount(gone, 'en')} of ${formatCount(readers, 'en', letters)}`,
  fr: `${formatCount(gone, 'fr')} sur ${formatCount(readers, 'fr', letters)}`,
})
export const refusedSays = (count: number): Text => ({
  en: formatCount(count, 'en', refused),
  fr: formatCount(count, 'fr', refused),
})
export const stillWriting: Text = { en: 'more are being written', fr: 'd’autres sont en préparation' }
export const minutesSay = (minutes: number): Text => ({
  en: minutes <= 1 ? 'less than a minute to go' : `about ${formatCount(minutes, 'en')} minutes to go`,
  fr: minutes <= 1 ? 'encore moins d’une minute' : `encore environ ${formatCount(minutes, 'fr')} minutes`,
})
