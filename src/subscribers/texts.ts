import type { Text } from '../platform/i18n.ts'
import type { ConfirmRefusal, PreferenceRefusal, SubscribeRefusal, UnsubscribeRefusal } from './rules.ts'

export const refusals: Record<SubscribeRefusal | ConfirmRefusal | UnsubscribeRefusal | PreferenceRefusal, Text> = {
  too_many_requests: {
    en: 'There were too many requests from this connection. Wait a quarter of an hour before you try again.',
    fr: 'Il y a eu trop de demandes depuis cette connexion. Attendez un quart d’heure avant de réessayer.',
  },
  unknown_link: {
    en: 'This link is not complete, or is no longer the newest. Open the last e-mail that we sent, or ask for another.',
    fr: 'Ce lien est incomplet ou a été remplacé. Ouvrez le dernier courriel que nous avons envoyé, ou demandez-en un autre.',
  },
  link_expired: {
    en: 'This link worked for three days and has expired. Ask for another.',
    fr: 'Ce lien était valable trois jours et a expiré. Demandez-en un autre.',
  },
  unknown_choice: {
    en: 'One of these choices no longer exists. Look at the list again and save.',
    fr: 'L’un de ces choix n’existe plus. Revoyez la liste, puis enregistrez.',
  },
}

export const subscribeTexts = {
  title: { en: 'Subscribe', fr: 'Abonnement' },
  head: { en: 'Hear about the next one', fr: 'Ne pas manquer la prochaine occasion' },
  lead: {
    en: 'One e-mail per opportunity, in your language. Leave with one click.',
    fr: 'Un courriel par occasion, dans votre langue. Un clic suffit pour ne plus en recevoir.',
  },
  first: {
    en: 'Nothing has been posted yet. Be told of the first opportunity, and of those that follow.',
    fr: 'Aucune occasion n’est encore affichée. Vous saurez quand paraîtra la première, puis les suivantes.',
  },
  later: {
    en: 'Once you have confirmed, you can choose skills, departments, or one e-mail a day or a week.',
    fr: 'Après confirmation, vous pourrez choisir des compétences et des ministères, ou un seul courriel par jour ou par semaine.',
  },
  feedsHead: { en: 'Without an e-mail address', fr: 'Sans adresse courriel' },
  feeds: {
    en: 'Readers of feeds and calendars take the same news:',
    fr: 'Les lecteurs de fils et les calendriers reçoivent les mêmes nouvelles\u00a0:',
  },
  atom: { en: 'Atom feed', fr: 'Fil Atom' },
  json: { en: 'JSON feed', fr: 'Fil JSON' },
  calendar: { en: 'Calendar of closings (iCalendar)', fr: 'Calendrier des clôtures (iCalendar)' },
  description: {
    en: 'Get one e-mail each time a piece of open-source work is posted. No account, one click to leave.',
    fr: 'Recevez un courriel à chaque affichage d’un travail de code ouvert. Aucun compte, un clic pour se désabonner.',
  },
  address: { en: 'E-mail address', fr: 'Adresse courriel' },
  addressHint: {
    en: 'We send a link to confirm it is yours.',
    fr: 'Nous y enverrons un lien, pour confirmer qu’elle est à vous.',
  },
  language: { en: 'Language of the e-mails', fr: 'Langue des courriels' },
  send: { en: 'Subscribe', fr: 'S’abonner' },
  privacyHead: { en: 'What happens to your address', fr: 'Ce que devient votre adresse' },
  privacy: {
    en: 'We use it to tell you of opportunities and of changes to them, and for nothing else. Subscribing is voluntary. We keep the address until you leave, then only a coded trace of it, so that nobody writes to you by mistake. You may see and correct what we hold about you, and complain to the Privacy Commissioner. Personal information bank: PSU 938.',
    fr: 'Nous l’utilisons pour vous annoncer les occasions et leurs modifications, et pour rien d’autre. L’abonnement est facultatif. Nous conservons l’adresse jusqu’à votre désabonnement, puis seulement une trace codée, afin que personne ne vous écrive par erreur. Vous pouvez consulter et faire corriger ce que nous avons à votre sujet, et déposer une plainte auprès du Commissariat à la protection de la vie privée. Fichier de renseignements personnels\u00a0: POU 938.',
  },
  sentTitle: { en: 'Look in your mailbox', fr: 'Consultez votre boîte de réception' },
  sent: {
    en: 'We wrote to the address you gave. Open the link in that e-mail within three days: you are on the list once you press the button there.',
    fr: 'Nous avons écrit à l’adresse indiquée. Ouvrez le lien de ce courriel d’ici trois jours\u00a0: vous serez sur la liste quand vous aurez appuyé sur le bouton de cette page.',
  },
  sentMore: {
    en: 'Nothing after ten minutes? Look in your junk mail.',
    fr: 'Rien après dix minutes? Regardez parmi les courriels indésirables.',
  },
  again: { en: 'Ask again', fr: 'Faire une nouvelle demande' },
  confirmTitle: { en: 'Confirm your subscription', fr: 'Confirmer votre abonnement' },
  confirmLead: {
    en: 'Press the button, and we write to this address when something is posted.',
    fr: 'Appuyez sur le bouton, et nous écrirons à cette adresse à chaque affichage.',
  },
  confirm: { en: 'Confirm my subscription', fr: 'Confirmer mon abonnement' },
  doneTitle: { en: 'You are subscribed', fr: 'Vous êtes sur la liste' },
  done: {
    en: 'You get one e-mail for each opportunity. Every one of them has a link to leave.',
    fr: 'Vous recevrez un courriel par occasion. Chacun contient un lien pour vous désabonner.',
  },
  choose: { en: 'Choose what you receive', fr: 'Choisir ce que vous recevez' },
  see: { en: 'See the opportunities', fr: 'Voir les occasions' },
  leaveTitle: { en: 'Stop the e-mails', fr: 'Ne plus recevoir de courriels' },
  leaveLead: {
    en: 'One click ends all of them: news of opportunities, and whatever you follow.',
    fr: 'Un clic suffit pour mettre fin à tous les envois\u00a0: l’annonce des occasions et ce que vous suivez.',
  },
  leave: { en: 'Stop all e-mails', fr: 'Cesser tous les envois' },
  rather: { en: 'Fewer e-mails rather than none?', fr: 'Moins de courriels plutôt qu’aucun?' },
  leftTitle: { en: 'You are off the list', fr: 'Vous n’êtes plus sur la liste' },
  left: {
    en: 'We do not write to you any more. An e-mail that was already on its way may still arrive.',
    fr: 'Nous ne vous écrirons plus. Un courriel déjà en route pourrait encore arriver.',
  },
  badLinkTitle: { en: 'This link does not work', fr: 'Ce lien ne fonctionne pas' },
} as const
