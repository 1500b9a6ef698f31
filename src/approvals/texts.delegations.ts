import { formatBusinessDays } from '../platform/format.ts'
import type { Text } from '../platform/i18n.ts'
import type { EndDelegateRefusal, NameRefusal } from './rules.delegates.ts'

/** The page on which an administrator keeps who may sign, up to how much, from when to when. */
export const delegationTexts = {
  title: { en: 'Delegations', fr: 'Délégations' },
  lead: {
    en: 'Who may sign for the department, up to how much, and when. Each is checked at the instant of the signature.',
    fr: 'Qui peut signer pour le ministère, jusqu’à quel montant et quand. Chacune est vérifiée au moment de la signature.',
  },
  person: { en: 'Person', fr: 'Personne' },
  role: { en: 'What for', fr: 'Objet' },
  limit: { en: 'Up to', fr: 'Jusqu’à' },
  noLimit: { en: 'No limit', fr: 'Sans limite' },
  limitHint: {
    en: 'Tax included. Leave empty for no limit. Somebody who acts never signs for more than the person they replace.',
    fr: 'Taxes comprises. Laissez vide s’il n’y a aucune limite. Une personne qui fait un intérim ne signe jamais pour un montant plus élevé que celle qu’elle remplace.',
  },
  period: { en: 'When', fr: 'Quand' },
  since: (day: string): Text => ({ en: `Since ${day}`, fr: `Depuis le ${day}` }),
  between: (from: string, until: string): Text => ({ en: `${from} to ${until}`, fr: `Du ${from} au ${until}` }),
  fromDay: { en: 'First day', fr: 'Premier jour' },
  untilDay: { en: 'Last day', fr: 'Dernier jour' },
  untilHint: {
    en: 'Leave empty until further notice. Acting always has a last day.',
    fr: 'Laissez vide jusqu’à nouvel ordre. Un intérim a toujours un dernier jour.',
  },
  actingFor: { en: 'In the place of', fr: 'En remplacement de' },
  actingForSaid: (name: string): Text => ({ en: `in the place of ${name}`, fr: `en remplacement de ${name}` }),
  nobody: { en: 'Nobody: in their own name', fr: 'Personne\u00a0: en son propre nom' },
  status: { en: 'Today', fr: 'Aujourd’hui' },
  stands: { en: 'In force', fr: 'En vigueur' },
  later: { en: 'Later', fr: 'À venir' },
  over: { en: 'Over', fr: 'Terminée' },
  ended: (day: string): Text => ({ en: `Ended on ${day}`, fr: `Terminée le ${day}` }),
  act: { en: 'Changes', fr: 'Changements' },
  end: { en: 'End it now', fr: 'Y mettre fin' },
  endSaid: (name: string): Text => ({
    en: `End the delegation of ${name}`,
    fr: `Mettre fin à la délégation\u00a0: ${name}`,
  }),
  addHead: { en: 'Record a delegation', fr: 'Consigner une délégation' },
  add: { en: 'Record the delegation', fr: 'Consigner la délégation' },
  listHead: { en: 'All delegations', fr: 'Toutes les délégations' },
  none: { en: 'No delegation is recorded.', fr: 'Aucune délégation n’est consignée.' },
} as const

/** The page on which an approver names who is reminded in their place. */
export const delegateTexts = {
  title: { en: 'When you are away', fr: 'En votre absence' },
  lead: {
    en: 'When something waits for you too long, we remind you, and then the colleague named here. They decide under their own role and delegation: naming them gives neither.',
    fr: 'Quand un dossier vous attend trop longtemps, nous vous le rappelons, puis nous écrivons à la personne désignée ici. Elle décide selon son propre rôle et sa propre délégation\u00a0: la désigner ne lui en donne aucun.',
  },
  delays: (first: number, second: number): Text => ({
    en: `You are reminded after ${formatBusinessDays(first, 'en')}, they after ${second}.`,
    fr: `Vous recevez un rappel après ${formatBusinessDays(first, 'fr')}, cette personne après ${second}.`,
  }),
  delegate: { en: 'Who is reminded in your place', fr: 'Qui reçoit le rappel à votre place' },
  delegateHint: { en: 'Colleagues who share one of your roles.', fr: 'Les collègues qui ont un de vos rôles.' },
  nobodyShares: {
    en: 'Nobody else holds one of your roles: there is nobody to name.',
    fr: 'Personne d’autre n’a un de vos rôles\u00a0: il n’y a personne à désigner.',
  },
  name: { en: 'Name them', fr: 'Désigner cette personne' },
  listHead: { en: 'Whom you named', fr: 'Personnes désignées' },
  none: { en: 'You have named nobody.', fr: 'Vous n’avez désigné personne.' },
  takeBack: { en: 'Take it back', fr: 'Annuler' },
  takeBackSaid: (name: string): Text => ({ en: `Take back ${name}`, fr: `Annuler la désignation\u00a0: ${name}` }),
} as const

export const delegateRefusals: Record<NameRefusal | EndDelegateRefusal, Text> = {
  not_allowed: {
    en: 'Only people who approve something name somebody for their reminders.',
    fr: 'Seules les personnes qui approuvent désignent quelqu’un pour leurs rappels.',
  },
  own_delegate: { en: 'Choose somebody else than yourself.', fr: 'Choisissez quelqu’un d’autre que vous.' },
  delegate_without_role: {
    en: 'This person shares none of your roles then, and could decide nothing in your place.',
    fr: 'Cette personne n’a alors aucun de vos rôles et ne pourrait rien décider à votre place.',
  },
  ends_before_it_starts: {
    en: 'The last day comes before the first. Choose a later last day.',
    fr: 'Le dernier jour précède le premier. Choisissez un dernier jour plus tardif.',
  },
  ends_in_the_past: { en: 'Choose a last day that is still to come.', fr: 'Choisissez un dernier jour à venir.' },
  already_named: {
    en: 'Somebody is named for part of this period already. Take that back first.',
    fr: 'Une personne est déjà désignée pour une partie de cette période. Annulez d’abord cette désignation.',
  },
  no_such_delegate: { en: 'This was taken back already.', fr: 'Cette désignation est déjà annulée.' },
}
