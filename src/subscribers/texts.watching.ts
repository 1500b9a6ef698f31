import type { Text } from '../platform/i18n.ts'
import type { ConfirmWatchRefusal, WatchRefusal } from './rules.watching.ts'
import { refusals } from './texts.ts'

export const watchRefusals: Record<WatchRefusal | ConfirmWatchRefusal, Text> = {
  too_many_requests: refusals.too_many_requests,
  unknown_link: refusals.unknown_link,
  link_expired: refusals.link_expired,
  closed: {
    en: 'This opportunity is closed: nothing more will change. Subscribe to hear of the next one.',
    fr: 'Cette occasion est close\u00a0: plus rien n’y changera. Abonnez-vous pour ne pas manquer la prochaine.',
  },
}

export const watchTexts = {
  head: { en: 'Follow this opportunity', fr: 'Suivre cette occasion' },
  title: (title: Text): Text => ({ en: `Follow “${title.en}”`, fr: `Suivre «\u00a0${title.fr}\u00a0»` }),
  lead: {
    en: 'An e-mail when the notice changes, when questions are answered and before it closes. About this opportunity only.',
    fr: 'Un courriel quand l’avis change, quand des questions reçoivent une réponse et avant la clôture. Au sujet de cette occasion seulement.',
  },
  send: { en: 'Follow', fr: 'Suivre' },
  description: {
    en: 'Be told by e-mail of changes, answers and the closing of one opportunity.',
    fr: 'Recevez par courriel les modifications, les réponses et le rappel de clôture d’une occasion.',
  },
  privacy: {
    en: 'We use the address to tell you of this opportunity, and for nothing else. It is voluntary. We keep the address until you leave, then only a coded trace of it, so that nobody writes to you by mistake. Personal information bank: PSU 938.',
    fr: 'Nous utilisons l’adresse pour vous tenir au courant de cette occasion, et pour rien d’autre. C’est facultatif. Nous conservons l’adresse jusqu’à votre désabonnement, puis seulement une trace codée, afin que personne ne vous écrive par erreur. Fichier de renseignements personnels\u00a0: POU 938.',
  },
  sent: {
    en: 'We wrote to the address you gave. Open the link in that e-mail within three days: you follow the opportunity once you press the button there.',
    fr: 'Nous avons écrit à l’adresse indiquée. Ouvrez le lien de ce courriel d’ici trois jours\u00a0: vous suivrez l’occasion quand vous aurez appuyé sur le bouton de cette page.',
  },
  confirm: { en: 'Follow this opportunity', fr: 'Suivre cette occasion' },
  doneTitle: { en: 'You follow this opportunity', fr: 'Vous suivez cette occasion' },
  done: {
    en: 'We write to you when something about it changes. Every e-mail has a link to stop.',
    fr: 'Nous vous écrirons quand quelque chose y change. Chaque courriel contient un lien pour y mettre fin.',
  },
  read: { en: 'Read the opportunity', fr: 'Lire l’occasion' },
  back: { en: 'Back to the opportunity', fr: 'Revenir à l’occasion' },
} as const
