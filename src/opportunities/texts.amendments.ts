import { formatBusinessDays } from '../platform/format.ts'
import type { Text } from '../platform/i18n.ts'
import type { AmendmentState } from './rules.changes.ts'

export const amendmentStates: Record<AmendmentState, Text> = {
  drafted: { en: 'Being drafted', fr: 'En rédaction' },
  in_review: { en: 'With procurement', fr: 'À l’approvisionnement' },
  returned: { en: 'Sent back', fr: 'Retournée' },
  posted: { en: 'Posted', fr: 'Affichée' },
  discarded: { en: 'Dropped', fr: 'Abandonnée' },
}

export const amendmentTexts = {
  added: (what: Text): Text => ({ en: `${what.en}: added.`, fr: `${what.fr}\u00a0: ajout.` }),
  takenAway: (what: Text): Text => ({ en: `${what.en}: taken away.`, fr: `${what.fr}\u00a0: retrait.` }),
  remove: (what: Text): Text => ({ en: `Take ${what.en} away`, fr: `Retirer ${what.fr}` }),
  addWork: { en: 'New work criterion', fr: 'Nouveau critère du travail' },
  addApplication: { en: 'New criterion for applications', fr: 'Nouveau critère pour les candidatures' },
  emptied: {
    en: 'Write this criterion, or tick the box to take it away.',
    fr: 'Rédigez ce critère ou cochez la case pour le retirer.',
  },
  none: { en: 'none', fr: 'rien' },
  hours: (count: string): Text => ({
    en: `${count} ${count === '1' ? 'hour' : 'hours'}`,
    fr: `${count} ${count === '1' ? 'heure' : 'heures'}`,
  }),
  lead: {
    en: 'The public sees what changed in words and as a difference, in both languages. Applications stand as they are.',
    fr: 'Le public voit ce qui change, en mots et passage par passage, dans les deux langues. Les candidatures demeurent telles quelles.',
  },
  same: {
    en: 'A criterion keeps its number for good, as answers are kept by it; a number is never used twice. A date never moves earlier.',
    fr: 'Un critère garde toujours son numéro, auquel les réponses sont liées; un numéro ne sert jamais deux fois. Une date n’est jamais devancée.',
  },
  material: { en: 'Needs procurement’s decision', fr: 'Exige la décision de l’approvisionnement' },
  materialText: {
    en: 'Changes of the work, the criteria, the skills, what you provide, the price, the hours, the licence, the repository or the delivery go to procurement before they are posted.',
    fr: 'Les changements touchant le travail, les critères, les compétences, ce que vous fournissez, le prix, les heures, la licence, le dépôt ou la livraison passent par l’approvisionnement avant d’être affichés.',
  },
  moves: (days: number): Text => ({
    en: `When a change that procurement decided on is posted with less than ${formatBusinessDays(days, 'en')} left, closing moves later by itself, and the later dates with it.`,
    fr: `Si un changement décidé par l’approvisionnement est affiché à moins de ${formatBusinessDays(days, 'fr')} de la clôture, celle-ci est reportée d’elle-même, et les dates suivantes avec elle.`,
  }),
  ifPosted: (when: string): Text => ({
    en: `Posted now, closing moves to ${when}.`,
    fr: `Affichée maintenant, la modification reporte la clôture au ${when}.`,
  }),
  stays: {
    en: 'Posted now, closing stays where it is.',
    fr: 'Affichée maintenant, la modification laisse la clôture inchangée.',
  },
  open: { en: 'The notice is posted', fr: 'L’avis est affiché' },
  pending: { en: 'Amendment under way', fr: 'Modification en cours' },
  returned: {
    en: 'Procurement sent it back, for this reason',
    fr: 'L’approvisionnement l’a retournée, pour le motif suivant',
  },
  write: { en: 'What changes', fr: 'Ce qui change' },
  writeAgain: { en: 'Change the amendment', fr: 'Revoir la modification' },
  keep: { en: 'Keep as a draft', fr: 'Garder comme brouillon' },
  submit: { en: 'Send to procurement', fr: 'Envoyer à l’approvisionnement' },
  post: { en: 'Post the amendment', fr: 'Afficher la modification' },
  discard: { en: 'Drop the amendment', fr: 'Abandonner la modification' },
  decideTitle: { en: 'Decide on the amendment', fr: 'Se prononcer sur la modification' },
  decideQuestion: { en: 'Do you approve this amendment?', fr: 'Approuvez-vous cette modification?' },
  yes: { en: 'Yes, post it', fr: 'Oui, l’afficher' },
  no: { en: 'No, send it back', fr: 'Non, la retourner' },
  reason: { en: 'Reason', fr: 'Motif' },
  reasonHint: {
    en: 'Needed only if you send it back. The program team reads it.',
    fr: 'Nécessaire seulement si vous la retournez. L’équipe du programme le lira.',
  },
  record: { en: 'Record my decision', fr: 'Consigner ma décision' },
  english: { en: 'In English', fr: 'En anglais' },
  french: { en: 'In French', fr: 'En français' },
  happensText: {
    en: 'Everybody who follows the notice is told, and whoever applied or has begun to. They may revise what they sent until closing; if they do nothing, it stands, and evaluators see which criteria came later.',
    fr: 'Toutes les personnes qui suivent l’avis sont prévenues, de même que celles qui ont postulé ou commencé à le faire. Ces dernières peuvent revoir leur candidature jusqu’à la clôture; sinon, elle demeure telle quelle, et l’évaluation indique les critères venus après.',
  },
  waitsForThem: { en: 'Procurement is deciding on it.', fr: 'L’approvisionnement se prononce.' },
  decideWait: { en: 'Decide on an amendment', fr: 'Se prononcer sur une modification' },
  finishWait: { en: 'Finish the amendment', fr: 'Terminer la modification' },
  invites: {
    en: 'This change matters to applications. Read it, and revise yours until closing if you wish; if you do nothing, it stands.',
    fr: 'Ce changement peut compter pour les candidatures. Lisez-le et, si vous le souhaitez, revoyez la vôtre d’ici la clôture; sinon, elle demeure.',
  },
} as const
