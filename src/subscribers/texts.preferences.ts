import type { Text } from '../platform/i18n.ts'
import type { Source } from './rules.sources.ts'
import type { Cadence, Ending } from './rules.ts'

export const cadenceNames: Record<Cadence, Text> = {
  at_once: { en: 'One e-mail for each opportunity', fr: 'Un courriel par occasion' },
  daily: { en: 'One e-mail a day, when there is something new', fr: 'Un courriel par jour, s’il y a du nouveau' },
  weekly: { en: 'One e-mail a week, when there is something new', fr: 'Un courriel par semaine, s’il y a du nouveau' },
  watched_only: { en: 'Only about the opportunities I follow', fr: 'Seulement au sujet des occasions que je suis' },
}

export const endingNames: Record<Ending, Text> = {
  left: { en: 'Left', fr: 'Désabonnement' },
  bounced: { en: 'Mailbox no longer takes letters', fr: 'Courriels refusés pour de bon' },
  complained: { en: 'Called our letters unwanted', fr: 'Courriels signalés comme indésirables' },
}

export const sourceNames: Record<Source, Text> = {
  search: { en: 'A search engine', fr: 'Un moteur de recherche' },
  social: { en: 'A post on a social network', fr: 'Une publication dans un réseau social' },
  newsletter: { en: 'A newsletter or mailing list', fr: 'Une infolettre ou une liste d’envoi' },
  school: { en: 'A school, college or university', fr: 'Une école, un collège ou une université' },
  community: { en: 'A community of developers', fr: 'Une communauté de développement' },
  colleague: { en: 'A friend or colleague', fr: 'Une personne de mon entourage' },
  government: { en: 'A government site or employee', fr: 'Un site ou une personne du gouvernement' },
  event: { en: 'An event', fr: 'Un événement' },
  press: { en: 'The press, a podcast', fr: 'La presse, un balado' },
  other: { en: 'Something else', fr: 'Autre chose' },
}

export const preferenceTexts = {
  title: { en: 'What you receive', fr: 'Ce que vous recevez' },
  lead: {
    en: 'This page is yours: whoever has its address can change it. Keep the e-mail that brought you here to yourself.',
    fr: 'Cette page est la vôtre\u00a0: quiconque en a l’adresse peut la modifier. Ne transférez pas le courriel qui y mène.',
  },
  saved: { en: 'Your choices are saved', fr: 'Vos choix sont enregistrés' },
  thanked: { en: 'Thank you, that helps us', fr: 'Merci, cela nous est utile' },
  stopped: { en: 'You no longer follow that opportunity', fr: 'Vous ne suivez plus cette occasion' },
  cadence: { en: 'When we write', fr: 'Fréquence des envois' },
  skills: { en: 'Skills', fr: 'Compétences' },
  skillsHint: {
    en: 'With none ticked you hear of every opportunity. With some, only of those that ask for at least one of them.',
    fr: 'Si vous ne cochez rien, vous recevez toutes les occasions. Sinon, seulement celles qui demandent au moins une des compétences cochées.',
  },
  noSkills: {
    en: 'Skills can be chosen once something has been posted: they come from the postings. Until then you hear of everything.',
    fr: 'Les compétences viennent des affichages\u00a0: vous pourrez en choisir après le premier. D’ici là, vous recevez tout.',
  },
  departments: { en: 'Departments', fr: 'Ministères' },
  departmentsHint: { en: 'With none ticked you hear of all.', fr: 'Si vous ne cochez rien, vous les recevez tous.' },
  save: { en: 'Save my choices', fr: 'Enregistrer mes choix' },
  watched: { en: 'Opportunities you follow', fr: 'Occasions que vous suivez' },
  notWatched: {
    en: 'None. The page of each open opportunity has a field to follow it.',
    fr: 'Aucune. La page de chaque occasion affichée comporte un champ pour la suivre.',
  },
  closes: (when: string): Text => ({ en: `Closes ${when}`, fr: `Clôture\u00a0: ${when}` }),
  closed: (when: string): Text => ({ en: `Closed ${when}`, fr: `Close depuis\u00a0: ${when}` }),
  stopOne: (title: Text): Text => ({
    en: `Stop following “${title.en}”`,
    fr: `Ne plus suivre «\u00a0${title.fr}\u00a0»`,
  }),
  proof: { en: 'What you agreed to', fr: 'Ce à quoi vous avez consenti' },
  proofLead: {
    en: 'We keep when you asked and confirmed, and the words you read, so that nobody can say you did not. No network address is kept.',
    fr: 'Nous conservons le moment de votre demande et de votre confirmation, ainsi que le texte que vous avez lu, afin de pouvoir les prouver. Aucune adresse réseau n’est conservée.',
  },
  acts: {
    asked: { en: 'Asked', fr: 'Demande' },
    confirmed: { en: 'Confirmed', fr: 'Confirmation' },
  },
  abouts: {
    list: { en: 'News of opportunities', fr: 'Annonce des occasions' },
    watch: { en: 'One opportunity', fr: 'Une occasion' },
  },
  wordsRead: { en: 'The words you read', fr: 'Le texte que vous avez lu' },
  all: { en: 'Stop all e-mails', fr: 'Cesser tous les envois' },
  allText: {
    en: 'News of opportunities and everything you follow, with one click.',
    fr: 'L’annonce des occasions et tout ce que vous suivez, en un clic.',
  },
  sourceHead: { en: 'How did you hear of us?', fr: 'Comment avez-vous entendu parler de nous?' },
  sourceHint: {
    en: 'Asked once. It is counted by month, apart from your address.',
    fr: 'Posée une seule fois. La réponse est comptée par mois, sans lien avec votre adresse.',
  },
  sourceSend: { en: 'Answer', fr: 'Répondre' },
} as const
