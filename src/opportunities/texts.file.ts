import type { Text } from '../platform/i18n.ts'
import type { Gate } from './rules.gates.ts'
import type { OpportunityState } from './rules.ts'

export const fileTexts = {
  home: { en: 'Waiting for you', fr: 'À faire' },
  file: (number: string): Text => ({ en: `File ${number}`, fr: `Dossier ${number}` }),
  untitled: { en: 'No title yet', fr: 'Sans titre pour le moment' },
  gates: { en: 'Before posting', fr: 'Avant l’affichage' },
  done: (name: string, day: string): Text => ({ en: `${name}, ${day}`, fr: `${name}, ${day}` }),
  notDone: { en: 'Not yet', fr: 'Pas encore' },
  actions: { en: 'What you can do', fr: 'Ce que vous pouvez faire' },
  sections: { en: 'Pages of this file', fr: 'Pages de ce dossier' },
  preview: { en: 'Read the notice', fr: 'Lire l’avis' },
  pif: { en: 'Initiation form', fr: 'Formulaire de lancement' },
  request: { en: 'The request', fr: 'La demande' },
  publicPage: { en: 'Public page', fr: 'Page publique' },
  wholeTimeline: {
    en: 'The whole timeline, with each run of a step',
    fr: 'L’échéancier complet, avec chaque passage à une étape',
  },
  timeline: { en: 'From the request to the payment', fr: 'De la demande au paiement' },
  timelineSays: {
    en: 'Each step of this procurement: the days planned, and the days used so far.',
    fr: 'Chaque étape de cet achat\u00a0: les jours prévus et les jours utilisés jusqu’ici.',
  },
  unit: {
    en: 'Business days of 7.5 hours, from the events of this file; nothing is typed in.',
    fr: 'Jours ouvrables de 7,5 heures, d’après les événements du dossier; rien n’est saisi à la main.',
  },
  price: { en: 'Fixed price', fr: 'Prix fixe' },
  value: { en: 'With tax, at most', fr: 'Avec taxes, au plus' },
  closing: { en: 'Closing', fr: 'Clôture' },
  selection: { en: 'Selection', fr: 'Sélection' },
  delivery: { en: 'Delivery', fr: 'Livraison' },
  client: { en: 'Client', fr: 'Client' },
  reservation: { en: 'Fund reservation', fr: 'Réservation de fonds' },
  unknown: { en: 'Not set', fr: 'À fixer' },
  returned: { en: 'It was sent back, for these reasons', fr: 'Il a été retourné, pour les motifs suivants' },
  ended: { en: 'Why it ended', fr: 'Pourquoi il s’est terminé' },
  nothing: { en: 'Nothing', fr: 'Rien' },
  nothingMore: { en: 'We write to you when it is your turn.', fr: 'Nous vous écrirons quand ce sera votre tour.' },
  noDate: { en: 'No date', fr: 'Aucune échéance' },
  otherwise: {
    en: 'Without a decision it closes as it was announced.',
    fr: 'Sans décision, la clôture vaut telle qu’elle était annoncée.',
  },
  planned: { en: 'As planned for this step.', fr: 'Selon la durée prévue pour cette étape.' },
} as const

/** What is happening, by state. */
export const happening: Record<OpportunityState, { what: Text; more: Text }> = {
  draft: {
    what: { en: 'The statement is being written', fr: 'L’énoncé est en rédaction' },
    more: {
      en: 'By the client and the program team, together.',
      fr: 'Par le client et l’équipe du programme, ensemble.',
    },
  },
  in_review: {
    what: { en: 'The statement is being read', fr: 'L’énoncé est à l’étude' },
    more: {
      en: 'It is frozen until it is approved or sent back.',
      fr: 'Il est figé jusqu’à son approbation ou à son retour.',
    },
  },
  in_approval: {
    what: { en: 'Approvals are under way', fr: 'Les approbations sont en cours' },
    more: { en: 'The list below shows which ones are left.', fr: 'La liste ci-dessous montre celles qui restent.' },
  },
  ready: {
    what: { en: 'Ready to post', fr: 'Prête à afficher' },
    more: { en: 'Everything is approved, in both languages.', fr: 'Tout est approuvé, dans les deux langues.' },
  },
  open: {
    what: { en: 'Taking applications', fr: 'Candidatures ouvertes' },
    more: {
      en: 'Applications are sealed: nobody can read them before closing.',
      fr: 'Les candidatures sont scellées\u00a0: personne ne peut les lire avant la clôture.',
    },
  },
  held: {
    what: { en: 'The closing is under review', fr: 'La clôture est à l’examen' },
    more: {
      en: 'The site was away at the closing. Nothing is opened before the program team has decided.',
      fr: 'Le site était indisponible à la clôture. Rien n’est ouvert avant la décision de l’équipe du programme.',
    },
  },
  closed: {
    what: { en: 'Closed', fr: 'Close' },
    more: { en: 'Evaluators are named next.', fr: 'Il reste à désigner les personnes évaluatrices.' },
  },
  evaluating: {
    what: { en: 'Applications are being evaluated', fr: 'Les candidatures sont en évaluation' },
    more: { en: 'Without names, criterion by criterion.', fr: 'Sans les noms, critère par critère.' },
  },
  locked: {
    what: { en: 'Results are locked', fr: 'Les résultats sont verrouillés' },
    more: {
      en: 'The order is drawn from a public number.',
      fr: 'L’ordre sera tiré au sort à partir d’un nombre public.',
    },
  },
  drawn: {
    what: { en: 'The order is drawn', fr: 'L’ordre est tiré au sort' },
    more: { en: 'The first in the order gets the offer.', fr: 'La première candidature de l’ordre reçoit l’offre.' },
  },
  offering: {
    what: { en: 'An offer is made', fr: 'Une offre est présentée' },
    more: {
      en: 'The supplier answers, then signs the terms.',
      fr: 'Le fournisseur répond, puis signe les conditions.',
    },
  },
  awarded: {
    what: { en: 'The work is under way', fr: 'Le travail est en cours' },
    more: { en: 'Terms are signed by both.', fr: 'Les conditions sont signées par les deux parties.' },
  },
  completed: {
    what: { en: 'Delivered and paid', fr: 'Livrée et payée' },
    more: { en: 'The file is complete.', fr: 'Le dossier est complet.' },
  },
  unsuccessful: {
    what: { en: 'Ended without a supplier', fr: 'Terminée sans fournisseur' },
    more: { en: 'The need can be posted again.', fr: 'Le besoin peut être affiché de nouveau.' },
  },
  cancelled: {
    what: { en: 'Cancelled', fr: 'Annulée' },
    more: { en: 'The reason is on the record.', fr: 'Le motif est consigné au dossier.' },
  },
  withdrawn: {
    what: { en: 'Withdrawn', fr: 'Retirée' },
    more: { en: 'The reason is on the record.', fr: 'Le motif est consigné au dossier.' },
  },
}

/** Who is waited for at a gate, as everybody else reads it. */
export const gateWaits: Record<Gate, Text> = {
  statement: { en: 'Waiting for the approval of the statement', fr: 'En attente de l’approbation de l’énoncé' },
  pif: { en: 'Waiting for the initiation form', fr: 'En attente du formulaire de lancement' },
  budget: {
    en: 'Waiting for the budget transfer or a risk agreement',
    fr: 'En attente du transfert de budget ou d’une entente sur le risque',
  },
  s32: { en: 'Waiting for the section 32 sign-off', fr: 'En attente de l’approbation (article 32)' },
  finance: { en: 'Waiting to be sent to finance', fr: 'En attente de l’envoi aux finances' },
  reservation: { en: 'Waiting for finance to reserve the funds', fr: 'En attente de la réservation des fonds' },
  translation: { en: 'Waiting for the translation', fr: 'En attente de la traduction' },
}
