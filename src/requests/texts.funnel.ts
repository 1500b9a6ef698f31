import type { Text } from '../platform/i18n.ts'
import type { FunnelStage } from './rules.funnel.ts'

export const funnelTexts = {
  title: { en: 'From a need to a posting', fr: 'Du besoin à l’affichage' },
  lead: {
    en: 'All requests are counted, whatever became of them. Days are business days of seven and a half hours.',
    fr: 'Toutes les demandes sont comptées, quelle qu’en soit l’issue. Les jours sont des jours ouvrables de sept heures et demie.',
  },
  link: { en: 'See how requests move along', fr: 'Voir le cheminement des demandes' },
  all: { en: 'All years', fr: 'Toutes les années' },
  years: { en: 'Fiscal year', fr: 'Exercice' },
  countTitle: { en: 'How many came this far', fr: 'Combien sont allées jusque-là' },
  timeHead: { en: 'The time in each stage', fr: 'Le temps passé à chaque phase' },
  timeTitle: { en: 'Business days from each stage to the next', fr: 'Jours ouvrables d’une phase à la suivante' },
  median: { en: 'Median', fr: 'Médiane' },
  longest: { en: 'Longest', fr: 'Maximum' },
  here: { en: 'Here now', fr: 'Ici maintenant' },
  waiting: { en: 'Waits longest', fr: 'Plus longue attente' },
  pilot: {
    en: 'The pilot’s one posting took 38.75 business days from the need to the web page.',
    fr: 'Le seul affichage du projet pilote a pris 38,75 jours ouvrables, du besoin à la page Web.',
  },
  endedHead: { en: 'Why requests ended', fr: 'Pourquoi des demandes ont pris fin' },
  reason: { en: 'Reason', fr: 'Motif' },
  number: { en: 'Requests', fr: 'Demandes' },
  meeting: { en: 'Requests that meet the criteria', fr: 'Demandes qui répondent aux critères' },
  noneEnded: { en: 'No request ended without a posting.', fr: 'Aucune demande n’a pris fin sans affichage.' },
  empty: {
    en: 'No request yet. The first one appears here the moment it arrives.',
    fr: 'Aucune demande pour l’instant. La première s’affichera ici dès son arrivée.',
  },
}

export const stageNames: Record<FunnelStage, Text> = {
  received: { en: 'Requested', fr: 'Demandées' },
  accepted: { en: 'Accepted', fr: 'Acceptées' },
  drafted: { en: 'Drafted', fr: 'Rédigées' },
  posted: { en: 'Posted', fr: 'Affichées' },
}
export const toNextNames: Record<Exclude<FunnelStage, 'posted'>, Text> = {
  received: { en: 'From the request to the acceptance', fr: 'De la demande à l’acceptation' },
  accepted: { en: 'From the acceptance to the draft', fr: 'De l’acceptation au brouillon' },
  drafted: { en: 'From the draft to the posting', fr: 'Du brouillon à l’affichage' },
}
