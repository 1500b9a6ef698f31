import { formatBusinessDays } from '../platform/format.ts'
import type { Text } from '../platform/i18n.ts'
import { outreachChannelNames } from '../policy/texts.ts'
import type { Activity, MessageKind, OutreachGate, OutreachRefusal } from './rules.ts'

export const outreachTexts = {
  title: { en: 'Outreach', fr: 'Diffusion' },
  head: { en: 'How this opportunity is made known', fr: 'Comment faire connaître cette occasion' },
  eyebrow: (number: string): Text => ({ en: `File ${number}`, fr: `Dossier ${number}` }),
  noneYet: { en: 'Nothing is planned yet', fr: 'Rien n’est encore prévu' },
  doneOf: (done: number, all: number): Text => ({
    en: `${done} of ${all} activities done`,
    fr: `${done} activité${done < 2 ? '' : 's'} sur ${all} ${done < 2 ? 'faite' : 'faites'}`,
  }),
  firstOn: (day: string): Text => ({ en: `People first hear of it on ${day}.`, fr: `Premier message le ${day}.` }),
  nothing: { en: 'Nothing', fr: 'Rien' },
  planOne: { en: 'Plan who hears of it, and when', fr: 'Prévoyez qui en entendra parler, et quand' },
  doNow: { en: 'Do what is planned for today', fr: 'Faites ce qui est prévu pour aujourd’hui' },
  nextOn: (day: string): Text => ({ en: `Next activity: ${day}`, fr: `Prochaine activité\u00a0: ${day}` }),
  nextMore: {
    en: 'You send the messages yourself. The drafts are below; nothing is sent from here.',
    fr: 'C’est vous qui envoyez les messages. Les textes proposés sont ci-dessous; rien n’est envoyé d’ici.',
  },
  noDate: { en: 'No date', fr: 'Aucune échéance' },
  by: (days: number): Text => ({
    en: `The first activity at least ${formatBusinessDays(days, 'en')} before closing.`,
    fr: `Première activité\u00a0: au moins ${formatBusinessDays(days, 'fr')} avant la clôture.`,
  }),
  required: {
    en: 'This is the department’s first posting: it does not go out without this.',
    fr: 'C’est le premier affichage du ministère\u00a0: sans cela, il n’a pas lieu.',
  },
  advised: { en: 'Advised, not required.', fr: 'Conseillé, sans être obligatoire.' },
  lesson: {
    en: 'In the pilot, the site opened a week before the first posting, and four people applied. Most of those who would have applied heard of it months later.',
    fr: 'Dans le projet pilote, le site a ouvert une semaine avant le premier affichage, et quatre personnes ont postulé. La plupart des personnes qui auraient postulé n’en ont entendu parler que des mois plus tard.',
  },
  plan: { en: 'The plan', fr: 'Le plan' },
  planned: { en: 'Planned for', fr: 'Prévue le' },
  channel: { en: 'Where', fr: 'Où' },
  done: { en: 'Done', fr: 'Faite' },
  overdue: { en: 'Not done', fr: 'Non faite' },
  today: { en: 'Today', fr: 'Aujourd’hui' },
  coming: { en: 'Planned', fr: 'Prévue' },
  state: { en: 'State', fr: 'État' },
  result: { en: 'Result', fr: 'Résultat' },
  reached: (count: string): Text => ({ en: `People reached: ${count}`, fr: `Personnes jointes\u00a0: ${count}` }),
  noPlan: { en: 'No activity is planned', fr: 'Aucune activité prévue' },
  noPlanText: {
    en: 'Begin with the mailing list: it worked best in the pilot.',
    fr: 'Commencez par la liste d’envoi\u00a0: c’est ce qui a le mieux fonctionné dans le projet pilote.',
  },
  add: { en: 'Plan an activity', fr: 'Prévoir une activité' },
  own: { en: 'Somewhere else', fr: 'Ailleurs' },
  ownName: { en: 'Name of the other place', fr: 'Nom de l’autre endroit' },
  ownHint: { en: 'Only for “somewhere else”.', fr: 'Seulement pour «\u00a0ailleurs\u00a0».' },
  day: { en: 'Day', fr: 'Jour' },
  dayHint: {
    en: 'Year-month-day. A day that is past counts if the activity was done.',
    fr: 'Année-mois-jour. Un jour passé compte si l’activité a été faite.',
  },
  already: { en: 'It was done on that day', fr: 'L’activité a été faite ce jour-là' },
  save: { en: 'Add to the plan', fr: 'Ajouter au plan' },
  record: { en: 'Record what came of it', fr: 'Consigner le résultat' },
  recordTitle: { en: 'What came of it', fr: 'Résultat de l’activité' },
  doneDay: { en: 'Day on which it was done', fr: 'Jour où l’activité a été faite' },
  reachedLabel: { en: 'People reached', fr: 'Personnes jointes' },
  reachedHint: {
    en: 'Subscribers, members, views: a whole number, if you know it.',
    fr: 'Abonnements, membres, vues\u00a0: un nombre entier, si vous le connaissez.',
  },
  resultLabel: { en: 'In words', fr: 'En mots' },
  resultHint: {
    en: 'What people answered, who will pass it on. No names.',
    fr: 'Ce qu’on a répondu, qui fera suivre. Sans nommer personne.',
  },
  saveDone: { en: 'Record as done', fr: 'Consigner comme faite' },
  remove: { en: 'Take off the plan', fr: 'Retirer du plan' },
  messages: { en: 'Messages to send', fr: 'Messages à envoyer' },
  messagesLead: {
    en: 'Drafted from the statement, in both languages. Change them, copy them, send them yourself.',
    fr: 'Rédigés à partir de l’énoncé, dans les deux langues. Modifiez-les, copiez-les, envoyez-les vous-même.',
  },
  edit: { en: 'Change this message', fr: 'Modifier ce message' },
  editTitle: (name: string): Text => ({ en: `Change: ${name}`, fr: `Modifier\u00a0: ${name}` }),
  edited: { en: 'Changed by a person', fr: 'Modifié par une personne' },
  saveMessage: { en: 'Save the message', fr: 'Enregistrer le message' },
  redraft: { en: 'Go back to the draft', fr: 'Revenir au texte proposé' },
  notTranslated: {
    en: 'The statement is not translated yet: this draft has gaps in that language.',
    fr: 'L’énoncé n’est pas encore traduit\u00a0: ce texte a des lacunes dans cette langue.',
  },
  measured: { en: 'Outreach', fr: 'Diffusion' },
  measuredText: (done: string, madeKnown: string, posted: string, planned: string): Text => ({
    en: `Activities done: ${done}, on ${madeKnown} of ${posted} postings. Still planned: ${planned}.`,
    fr: `Activités faites\u00a0: ${done}. Affichages visés\u00a0: ${madeKnown} sur ${posted}. Activités encore prévues\u00a0: ${planned}.`,
  }),
  counted: (reached: string): Text => ({
    en: `People reached, where somebody counted: ${reached}.`,
    fr: `Personnes jointes, là où quelqu’un a compté\u00a0: ${reached}.`,
  }),
} as const

export const messageNames: Record<MessageKind, Text> = {
  social: { en: 'Social media post', fr: 'Message pour les réseaux sociaux' },
  list: { en: 'E-mail to a list', fr: 'Courriel à une liste d’envoi' },
  newsletter: { en: 'Newsletter paragraph', fr: 'Paragraphe d’infolettre' },
  groups: {
    en: 'Message to student groups, schools and communities',
    fr: 'Message aux groupes étudiants, aux écoles et aux communautés',
  },
}

export const outreachWaiting = {
  due: { en: 'Make the opportunity known', fr: 'Faire connaître l’occasion' },
  plan: { en: 'Plan the outreach', fr: 'Planifier la diffusion' },
} satisfies Record<string, Text>

/** Where an activity takes place, in words: the policy’s name of the channel, or what somebody typed. */
export const channelName = ({ channel, ownName }: Pick<Activity, 'channel' | 'ownName'>): Text =>
  channel === 'own' ? { en: ownName, fr: ownName } : outreachChannelNames[channel]

export const outreachRefusals: Record<OutreachRefusal, Text> = {
  not_allowed: {
    en: 'The client of the file and the program team plan its outreach.',
    fr: 'La diffusion est planifiée par le client du dossier et l’équipe du programme.',
  },
  wrong_state: {
    en: 'The posting has closed or ended: there is nothing left to make known.',
    fr: 'L’affichage est clos ou terminé\u00a0: il n’y a plus rien à faire connaître.',
  },
  channel_not_offered: {
    en: 'Your department does not use this channel. Choose another, or name your own.',
    fr: 'Votre ministère n’utilise pas ce moyen. Choisissez-en un autre ou nommez le vôtre.',
  },
  name_missing: { en: 'Name the other place.', fr: 'Nommez l’autre endroit.' },
  day_in_the_past: {
    en: 'This day has passed. Choose a later one, or tick that the activity was done.',
    fr: 'Ce jour est passé. Choisissez-en un autre ou cochez que l’activité a été faite.',
  },
  day_in_the_future: {
    en: 'This day has not come yet: an activity is recorded once it is done.',
    fr: 'Ce jour n’est pas encore venu\u00a0: une activité se consigne une fois faite.',
  },
  too_many: {
    en: 'The plan is full. Take something off before you add more.',
    fr: 'Le plan est complet. Retirez quelque chose avant d’ajouter autre chose.',
  },
  unknown_activity: {
    en: 'This activity is no longer on the plan.',
    fr: 'Cette activité ne figure plus au plan.',
  },
  already_done: { en: 'This activity is done already.', fr: 'Cette activité est déjà faite.' },
  half_missing: { en: 'Write the message in both languages.', fr: 'Rédigez le message dans les deux langues.' },
  social_too_long: {
    en: 'Use 280 characters or fewer in each language.',
    fr: 'Utilisez au plus 280 caractères dans chaque langue.',
  },
}

/** Why a posting waits for its outreach. */
export const gateRefusals: Record<OutreachGate, Text> = {
  outreach_missing: {
    en: 'This is the department’s first posting, and nobody is told of it: plan the outreach first.',
    fr: 'C’est le premier affichage du ministère et personne n’en est avisé\u00a0: planifiez d’abord la diffusion.',
  },
  outreach_too_late: {
    en: 'This is the department’s first posting, and people would hear of it too late to apply. Begin the outreach earlier, or set a later closing.',
    fr: 'C’est le premier affichage du ministère et les gens l’apprendraient trop tard pour postuler. Commencez la diffusion plus tôt ou fixez une clôture plus tardive.',
  },
}

/** The same as advice, on every posting. */
export const gapAdvice: Record<OutreachGate, Text> = {
  outreach_missing: { en: 'Nobody is told of it yet', fr: 'Personne n’en est encore avisé' },
  outreach_too_late: {
    en: 'The first activity comes late',
    fr: 'La première activité est tardive',
  },
}
