import { formatNumber } from '../platform/format.ts'
import type { Text } from '../platform/i18n.ts'
import type { StatusChoice } from './rules.search.ts'

/** What a reader calls a group of postings, in a list of choices. */
export const choiceNames: Record<StatusChoice, Text> = {
  open: { en: 'Open', fr: 'Ouvertes' },
  evaluating: { en: 'Being evaluated', fr: 'En évaluation' },
  awarded: { en: 'Work under way', fr: 'Travail en cours' },
  delivered: { en: 'Delivered', fr: 'Livrées' },
  ended: { en: 'Without a result', fr: 'Sans suite' },
  closed: { en: 'All that have closed', fr: 'Toutes celles qui sont closes' },
}

const en = (count: number): string => formatNumber(count, 'en')
const fr = (count: number): string => formatNumber(count, 'fr')

export const listTexts = {
  title: { en: 'Opportunities', fr: 'Occasions' },
  description: {
    en: 'Open-source work of a few weeks at a fixed price, posted by public teams: what is open now, and until when.',
    fr: 'Des travaux de code ouvert de quelques semaines, à prix fixe, affichés par des équipes publiques\u00a0: ce qui est ouvert, et jusqu’à quand.',
  },
  lead: (count: number): Text => ({
    en: count === 1 ? 'One is open.' : `${en(count)} are open. The one that closes first is at the top.`,
    fr:
      count === 1
        ? 'Une occasion est ouverte.'
        : `${fr(count)} occasions sont ouvertes. La prochaine clôture est en haut.`,
  }),
  found: (shown: number, of: number): Text => ({
    en: of === 1 ? `${en(shown)} of the one that is open` : `${en(shown)} of the ${en(of)} that are open`,
    fr: of === 1 ? `${fr(shown)} sur la seule qui est ouverte` : `${fr(shown)} sur les ${fr(of)} qui sont ouvertes`,
  }),
  search: { en: 'Search', fr: 'Chercher' },
  searchHint: {
    en: 'A word, a skill, a team, in either language. Put a phrase between “quotation marks”.',
    fr: 'Un mot, une compétence, une équipe, dans l’une ou l’autre langue. Mettez une expression entre «\u00a0guillemets\u00a0».',
  },
  filters: { en: 'Filters', fr: 'Filtres' },
  show: { en: 'Show', fr: 'Afficher' },
  skill: { en: 'Skill', fr: 'Compétence' },
  anySkill: { en: 'Any skill', fr: 'Toutes les compétences' },
  department: { en: 'Department', fr: 'Ministère' },
  anyDepartment: { en: 'Any department', fr: 'Tous les ministères' },
  price: { en: 'Fixed price, before tax', fr: 'Prix fixe, avant taxes' },
  anyPrice: { en: 'Any price', fr: 'Tous les prix' },
  under: (below: string): Text => ({ en: `Under ${below}`, fr: `Moins de ${below}` }),
  between: (from: string, below: string): Text => ({
    en: `${from} to under ${below}`,
    fr: `De ${from} à moins de ${below}`,
  }),
  over: (from: string): Text => ({ en: `${from} and over`, fr: `${from} et plus` }),
  closing: { en: 'Closing', fr: 'Clôture' },
  anyDay: { en: 'Any day', fr: 'Toutes les dates' },
  soon: (days: string): Text => ({ en: `Within ${days}`, fr: `D’ici ${days}` }),
  status: { en: 'Status', fr: 'État' },
  anyResult: { en: 'All results', fr: 'Tous les résultats' },
  removing: { en: 'The list is narrowed. Take away:', fr: 'La liste est restreinte. Retirer\u00a0:' },
  words: (typed: string): Text => ({ en: `“${typed}”`, fr: `«\u00a0${typed}\u00a0»` }),
  everything: { en: 'Everything: show all', fr: 'Tout afficher' },
  meant: (typed: string, meant: string): Text => ({
    en: `No opportunity has “${typed}”. We looked for “${meant}” instead.`,
    fr: `Aucune occasion ne contient «\u00a0${typed}\u00a0». Nous avons cherché «\u00a0${meant}\u00a0».`,
  }),
  common: { en: 'These words are in nearly every text', fr: 'Ces mots sont dans presque tous les textes' },
  commonText: {
    en: 'Add a word of the work itself, a skill or a team.',
    fr: 'Ajoutez un mot du travail lui-même, une compétence ou une équipe.',
  },
  none: { en: 'Nothing open has all of this', fr: 'Aucune occasion ouverte ne réunit tout cela' },
  noneOfThem: { en: 'None of them has all of this', fr: 'Aucune ne réunit tout cela' },
  noneText: {
    en: 'Take something away from the question. Or leave your address, and you hear of the next one the minute it is posted.',
    fr: 'Retirez un élément de la recherche. Ou laissez votre adresse, et nous vous écrirons dès l’affichage de la prochaine.',
  },
  alsoClosed: (count: number): Text => ({
    en: count === 1 ? 'See the one that has closed' : `See the ${en(count)} that have closed`,
    fr: count === 1 ? 'Voir celle qui est close' : `Voir les ${fr(count)} qui sont closes`,
  }),
  pages: { en: 'Pages of this list', fr: 'Pages de la liste' },
  range: (from: number, to: number, total: number): Text => ({
    en: `${en(from)} to ${en(to)} of ${en(total)}`,
    fr: `${fr(from)} à ${fr(to)} sur ${fr(total)}`,
  }),
  next: { en: 'Next page', fr: 'Page suivante' },
  first: { en: 'First page', fr: 'Première page' },
  allClosed: { en: 'See all that have closed', fr: 'Voir toutes celles qui sont closes' },
  follow: { en: 'We write to you', fr: 'Nous vous écrirons' },
  followText: {
    en: 'One e-mail for each opportunity posted, no more.',
    fr: 'Un courriel par occasion affichée, pas plus.',
  },
  subscribe: { en: 'Subscribe', fr: 'S’abonner' },
  orFollow: { en: 'Or follow with a program:', fr: 'Ou suivre au moyen d’un logiciel\u00a0:' },
  dates: { en: 'Reading the dates', fr: 'Lire les dates' },
  datesText: {
    en: 'Closing is an instant. At the time shown the form shuts: an application that reaches the server at that very second is late. The server’s clock decides.',
    fr: 'La clôture est un instant. À l’heure indiquée, le formulaire se ferme\u00a0: une candidature qui parvient au serveur à cette seconde même est en retard. L’horloge du serveur fait foi.',
  },
  newHere: { en: 'New here?', fr: 'Première visite?' },
  newHereText: { en: 'What this is, in one screen', fr: 'De quoi il s’agit, en un écran' },
} as const

export const awardTexts = {
  all: { en: 'All results', fr: 'Tous les résultats' },
  eyebrow: (number: string): Text => ({ en: `Award ${number}`, fr: `Attribution ${number}` }),
  lead: {
    awarded: (name: string): Text => ({
      en: `Awarded to ${name}. The work is under way.`,
      fr: `Attribuée à ${name}. Le travail est en cours.`,
    }),
    delivered: (name: string): Text => ({
      en: `Delivered by ${name}, and accepted against every criterion of the notice.`,
      fr: `Livrée par ${name}, et acceptée selon tous les critères de l’avis.`,
    }),
    ended: {
      en: 'The work was not delivered. No name is kept here: one bad month must not follow anybody for ever.',
      fr: 'Le travail n’a pas été livré. Aucun nom n’est conservé ici\u00a0: un mauvais mois ne doit pas suivre quelqu’un pour toujours.',
    },
    nameless: { en: 'Awarded by public draw or as the only one to pass.', fr: 'Attribuée au terme de l’évaluation.' },
  },
  supplier: { en: 'Supplier', fr: 'Fournisseur' },
  notNamed: { en: 'Not named', fr: 'Sans nom' },
  price: { en: 'Fixed price', fr: 'Prix fixe' },
  beforeTax: { en: 'before tax', fr: 'avant taxes' },
  awarded: { en: 'Awarded', fr: 'Attribution' },
  delivered: { en: 'Delivered', fr: 'Livraison' },
  dueBy: (day: string): Text => ({ en: `due by ${day}`, fr: `attendue d’ici le ${day}` }),
  paid: { en: 'Invoice to payment', fr: 'De la facture au paiement' },
  licence: { en: 'Licence', fr: 'Licence' },
  what: { en: 'What was asked', fr: 'Ce qui était demandé' },
  whatText: {
    en: 'The criteria by which the work is accepted, as they were posted.',
    fr: 'Les critères selon lesquels le travail est accepté, tels qu’affichés.',
  },
  look: { en: 'See for yourself', fr: 'Voir par vous-même' },
  code: { en: 'The code', fr: 'Le code' },
  notice: { en: 'The whole notice', fr: 'L’avis complet' },
  draw: { en: 'The draw, and how to check it', fr: 'Le tirage, et comment le vérifier' },
  cite: { en: 'Cite this', fr: 'Citer' },
  citeText: {
    en: 'For a résumé, a portfolio or a bid. The address stays.',
    fr: 'Pour un curriculum vitæ, un portfolio ou une soumission. L’adresse ne change pas.',
  },
  citation: ({ who, title, department, number, price, days, address }: Cited): Text => ({
    en: `${who ? `${who}. ` : ''}“${title}”. ${department}, opportunity ${number}, ${price} before tax${days}. ${address}`,
    fr: `${who ? `${who}. ` : ''}«\u00a0${title}\u00a0». ${department}, occasion ${number}, ${price} avant taxes${days}. ${address}`,
  }),
  awardedOn: (day: string): Text => ({ en: `, awarded ${day}`, fr: `, attribuée le ${day}` }),
  deliveredOn: (day: string): Text => ({ en: `, delivered ${day}`, fr: `, livrée le ${day}` }),
  endedSo: { en: ', ended without delivery', fr: ', terminée sans livraison' },
  copyName: { en: 'the citation', fr: 'la citation' },
  description: (title: string): Text => ({
    en: `What came of “${title}”: supplier, price, days to payment, repository.`,
    fr: `Ce qu’il est advenu de «\u00a0${title}\u00a0»\u00a0: fournisseur, prix, délai de paiement, dépôt.`,
  }),
} as const

/** What a citation says: words of one language, ready to be joined. */
type Cited = {
  readonly who: string
  readonly title: string
  readonly department: string
  readonly number: string
  readonly price: string
  /** Awarded and delivered when, or how it ended; with its own comma. */
  readonly days: string
  readonly address: string
}
