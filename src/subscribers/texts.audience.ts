import type { Text } from '../platform/i18n.ts'
import type { Cadence } from './rules.ts'

export const audienceTexts = {
  link: { en: 'Audience', fr: 'Auditoire' },
  title: { en: 'Audience', fr: 'Auditoire' },
  lead: {
    en: 'Who hears of the opportunities, in counts. No address is shown here or anywhere else.',
    fr: 'Qui reçoit les annonces, en nombres. Aucune adresse n’est montrée, ni ici ni ailleurs.',
  },
  nobody: { en: 'Nobody has subscribed yet', fr: 'Aucun abonnement pour l’instant' },
  nobodyMore: {
    en: 'The list is open before the first opportunity. Share its page: people are told of the first one.',
    fr: 'La liste est ouverte avant la première occasion. Faites connaître sa page\u00a0: la première sera annoncée.',
  },
  page: { en: 'The page to subscribe', fr: 'La page d’abonnement' },
  now: { en: 'Today', fr: 'Aujourd’hui' },
  confirmed: { en: 'On the list', fr: 'Sur la liste' },
  followers: { en: 'Follow single opportunities alone', fr: 'Suivent seulement certaines occasions' },
  pending: { en: 'Asked, not yet confirmed', fr: 'Demandes à confirmer' },
  growth: { en: 'Growth of the list', fr: 'Croissance de la liste' },
  growthText: {
    en: 'On the list at the end of each month, and how many joined and left in it.',
    fr: 'Abonnements à la fin de chaque mois, avec les arrivées et les départs du mois.',
  },
  month: { en: 'Month', fr: 'Mois' },
  joined: { en: 'Joined', fr: 'Arrivées' },
  left: { en: 'Left', fr: 'Départs' },
  total: { en: 'At its end', fr: 'À la fin' },
  monthSays: (total: string, joined: string, left: string): Text => ({
    en: `${total} (+${joined}, −${left})`,
    fr: `${total} (+${joined}, −${left})`,
  }),
  languages: { en: 'Language', fr: 'Langue' },
  en: { en: 'English', fr: 'Anglais' },
  fr: { en: 'French', fr: 'Français' },
  cadence: { en: 'When they are written to', fr: 'Fréquence des envois' },
  skills: { en: 'Skills chosen', fr: 'Compétences choisies' },
  skillsText: {
    en: 'Whoever chose none hears of every opportunity.',
    fr: 'Sans choix de compétences, on reçoit toutes les occasions.',
  },
  noSkills: { en: 'No choice: every opportunity', fr: 'Aucun choix\u00a0: toutes les occasions' },
  education: { en: 'Places of education', fr: 'Établissements d’enseignement' },
  educationText: (inAll: string): Text => ({
    en: `Addresses at a college, a university or a school, by their domain: ${inAll} in all.`,
    fr: `Adresses d’un collège, d’une université ou d’une école, selon leur domaine\u00a0: ${inAll} en tout.`,
  }),
  educationOther: { en: 'Others, fewer than 5 each', fr: 'Autres, moins de 5 chacun' },
  sources: { en: 'How they heard of us', fr: 'Comment on a entendu parler de nous' },
  sourcesText: {
    en: 'Asked once, voluntary, for every department together.',
    fr: 'Question posée une fois, réponse facultative, tous ministères confondus.',
  },
  ends: { en: 'Why letters ended', fr: 'Fin des envois' },
  bounces: { en: 'Letters refused in the last 30 days', fr: 'Courriels refusés depuis 30 jours' },
  bouncesText: {
    en: 'A mailbox that refuses for good as often as the policy says is taken off. Reports that arrive later are read by bin/opportune bounces.',
    fr: 'Une adresse qui refuse pour de bon autant de courriels que le prévoit la politique est retirée. Les avis qui arrivent plus tard sont lus par bin/opportune bounces.',
  },
  hard: { en: 'For good', fr: 'Pour de bon' },
  soft: { en: 'For now, or for another reason', fr: 'Temporairement ou pour un autre motif' },
  what: { en: 'What', fr: 'Objet' },
  count: { en: 'How many', fr: 'Nombre' },
  suppressed: { en: 'suppressed', fr: 'non divulgué' },
  suppressedText: {
    en: 'Suppressed: fewer than 5, or what would tell such a count.',
    fr: 'Non divulgué\u00a0: moins de 5, ou ce qui révélerait un tel nombre.',
  },
  share: { en: 'Make an opportunity known', fr: 'Faire connaître une occasion' },
  shareText: {
    en: 'Posts for social networks and newsletters are drafted with each opportunity, in both languages, for somebody to copy.',
    fr: 'Des messages pour les réseaux sociaux et les infolettres sont rédigés avec chaque occasion, dans les deux langues, prêts à copier.',
  },
  shareNone: { en: 'Nothing is open now.', fr: 'Rien n’est affiché en ce moment.' },
  mailings: { en: 'Letters to subscribers', fr: 'Envois aux personnes abonnées' },
} as const

/** Shorter than on their own page. */
export const cadenceShort: Record<Exclude<Cadence, 'watched_only'>, Text> = {
  at_once: { en: 'For each opportunity', fr: 'À chaque occasion' },
  daily: { en: 'Once a day', fr: 'Une fois par jour' },
  weekly: { en: 'Once a week', fr: 'Une fois par semaine' },
}
