import type { OpportunityState } from '../opportunities/rules.ts'
import type { Language, Text } from '../platform/i18n.ts'
import type { RequestState } from '../requests/rules.ts'
import type { NextStep, Stage, Waiter } from './rules.board.ts'

export const boardTexts = {
  title: { en: 'All files', fr: 'Tous les dossiers' },
  home: { en: 'Waiting for you', fr: 'À faire' },
  new: { en: 'New request', fr: 'Nouvelle demande' },
  nothingHead: { en: 'Nothing waits for you', fr: 'Rien ne vous attend' },
  nothing: {
    en: 'We write to you when something does. Until then, there is nothing to check here.',
    fr: 'Nous vous écrirons le moment venu. D’ici là, vous n’avez rien à surveiller ici.',
  },
  caption: { en: 'Open files by stage', fr: 'Dossiers ouverts par étape' },
  file: { en: 'File', fr: 'Dossier' },
  clock: { en: 'Clock', fr: 'Délai' },
  waitingFor: { en: 'Waiting for', fr: 'En attente de' },
  next: { en: 'Next step', fr: 'Prochaine étape' },
  by: { en: 'By', fr: 'Échéance' },
  you: { en: 'You', fr: 'Vous' },
  none: { en: '–', fr: '–' },
  stage: { en: 'Stage', fr: 'Étape' },
  ended: { en: 'Files that ended', fr: 'Dossiers terminés' },
  outcome: { en: 'How it ended', fr: 'Issue' },
  endedOn: { en: 'Ended', fr: 'Fin' },
  today: { en: 'Today', fr: 'Aujourd’hui' },
  late: { en: 'Late', fr: 'En retard' },
  since: (day: Text): Text => ({ en: `Since ${day.en}`, fr: `Depuis le ${day.fr}` }),
  where: (count: number): Text =>
    count === 1
      ? { en: 'Where the one open file is', fr: 'Où en est le dossier ouvert' }
      : { en: `Where the ${count} open files are`, fr: `Où en sont les ${count} dossiers ouverts` },
  lateCount: (count: number): Text => ({ en: `${count} late`, fr: `${count} en retard` }),
  dayOf: (used: number, estimate: number): Text => ({
    en: `Day ${used} of ${estimate}`,
    fr: `Jour ${used} sur ${estimate}`,
  }),
  over: (days: number): Text => ({
    en: days === 1 ? '1 day over' : `${days} days over`,
    fr: days === 1 ? '1 jour de retard' : `${days} jours de retard`,
  }),
}

export const stageNames: Record<Stage, Text> = {
  request: { en: 'Request', fr: 'Demande' },
  statement: { en: 'Statement', fr: 'Énoncé' },
  approvals: { en: 'Approvals', fr: 'Approbation' },
  posted: { en: 'Posted', fr: 'Affichage' },
  evaluation: { en: 'Evaluation', fr: 'Évaluation' },
  draw: { en: 'Draw and offer', fr: 'Tirage et offre' },
  work: { en: 'Work', fr: 'Travail' },
  payment: { en: 'Payment', fr: 'Paiement' },
}

export const emptyStages: Record<Stage, Text> = {
  request: { en: 'No request waits for a decision.', fr: 'Aucune demande n’attend de décision.' },
  statement: { en: 'No statement is being written.', fr: 'Aucun énoncé en rédaction.' },
  approvals: { en: 'Nothing waits for an approval.', fr: 'Rien n’attend d’approbation.' },
  posted: { en: 'Nothing is posted today.', fr: 'Rien n’est affiché aujourd’hui.' },
  evaluation: { en: 'Nothing is being evaluated.', fr: 'Aucune évaluation en cours.' },
  draw: { en: 'No draw or offer is under way.', fr: 'Aucun tirage ni offre en cours.' },
  work: { en: 'No work is under way.', fr: 'Aucun travail en cours.' },
  payment: { en: 'Nothing waits to be paid.', fr: 'Aucun paiement en attente.' },
}

export const waiterNames: Record<Waiter, Text> = {
  client: { en: 'Client', fr: 'Client' },
  program: { en: 'Program team', fr: 'Équipe du programme' },
  procurement: { en: 'Procurement', fr: 'Approvisionnement' },
  manager32: { en: 's. 32 manager', fr: 'Gestionnaire (art. 32)' },
  finance: { en: 'Finance', fr: 'Finances' },
  suppliers: { en: 'Suppliers', fr: 'Fournisseurs' },
  evaluators: { en: 'Evaluators', fr: 'Personnes évaluatrices' },
  supplier: { en: 'Supplier', fr: 'Fournisseur' },
  signatory: { en: 'Signatory', fr: 'Signataire' },
  manager34: { en: 's. 34 manager', fr: 'Gestionnaire (art. 34)' },
  cardholder: { en: 'Cardholder', fr: 'Titulaire de la carte' },
}

export const nextNames: Record<NextStep, Text> = {
  screen: { en: 'Screen the request', fr: 'Examiner la demande' },
  say_go: { en: 'Decide on the Go', fr: 'Décider du feu vert' },
  settle_no_go: { en: 'Change the need, or withdraw', fr: 'Revoir le besoin ou retirer la demande' },
  start_statement: { en: 'Start the statement', fr: 'Commencer l’énoncé' },
  write_statement: { en: 'Write the statement', fr: 'Rédiger l’énoncé' },
  review_statement: { en: 'Review the statement', fr: 'Examiner l’énoncé' },
  complete_pif: { en: 'Complete the initiation form', fr: 'Remplir le formulaire de lancement' },
  sign_32: { en: 'Approve the spending', fr: 'Approuver la dépense' },
  send_to_finance: { en: 'Send to finance', fr: 'Envoyer aux finances' },
  reserve_funds: { en: 'Reserve the funds', fr: 'Réserver les fonds' },
  translate: { en: 'Check the other language', fr: 'Vérifier l’autre langue' },
  post: { en: 'Post in both languages', fr: 'Afficher dans les deux langues' },
  apply: { en: 'Apply before the closing', fr: 'Postuler avant la clôture' },
  decide_closing: { en: 'Decide on the closing', fr: 'Se prononcer sur la clôture' },
  start_evaluation: { en: 'Start the evaluation', fr: 'Commencer l’évaluation' },
  lock_evaluation: { en: 'Evaluate, then lock the results', fr: 'Évaluer, puis verrouiller les résultats' },
  draw: { en: 'Draw', fr: 'Procéder au tirage' },
  offer: { en: 'Make the offer', fr: 'Présenter l’offre' },
  answer_offer: { en: 'Answer the offer', fr: 'Répondre à l’offre' },
  sign_terms: { en: 'Sign the terms', fr: 'Signer les conditions' },
  deliver: { en: 'Deliver', fr: 'Livrer' },
  decide_work: { en: 'Accept the work, or ask for a revision', fr: 'Accepter le travail ou demander une révision' },
  revise: { en: 'Deliver the revision', fr: 'Livrer la révision' },
  continue_after_end: {
    en: 'Offer to the next, or end the file',
    fr: 'Passer au fournisseur suivant ou clore le dossier',
  },
  send_invoice: { en: 'Send the invoice', fr: 'Envoyer la facture' },
  certify: { en: 'Certify (section 34)', fr: 'Attester (article 34)' },
  enter_invoice: { en: 'Enter the invoice', fr: 'Saisir la facture' },
  create_card_document: { en: 'Create the card document', fr: 'Créer le document de carte' },
  pay: { en: 'Pay, and confirm', fr: 'Payer et confirmer' },
}

/** How a file ended: by its posting when it had one, else by its request. */
export const endNames: Record<
  Extract<OpportunityState, 'completed' | 'unsuccessful' | 'cancelled' | 'withdrawn'>,
  Text
> = {
  completed: { en: 'Delivered and paid', fr: 'Livré et payé' },
  unsuccessful: { en: 'Without a supplier', fr: 'Sans fournisseur' },
  cancelled: { en: 'Cancelled', fr: 'Annulé' },
  withdrawn: { en: 'Withdrawn', fr: 'Retiré' },
}
export const requestEndNames: Record<Extract<RequestState, 'declined' | 'withdrawn'>, Text> = {
  declined: { en: 'Request declined', fr: 'Demande refusée' },
  withdrawn: { en: 'Request withdrawn', fr: 'Demande retirée' },
}

export const chartTexts = {
  head: { en: 'Estimate and actual', fr: 'Jours prévus et réels' },
  used: { en: 'Days used', fr: 'Jours utilisés' },
  past: { en: 'Days past the estimate', fr: 'Jours au-delà de l’estimation' },
  mark: { en: 'Where the estimate puts the file today', fr: 'Où l’estimation situe le dossier aujourd’hui' },
  whole: (days: string): Text => ({ en: `Whole estimate, ${days}`, fr: `Estimation entière, ${days}` }),
  title: (count: number): Text => ({
    en: `Estimate and actual of ${count} open files, in days of the steps so far`,
    fr: `Jours prévus et réels de ${count} dossiers ouverts, pour les étapes parcourues`,
  }),
  caption: {
    en: 'Business days of the steps so far, from the request on. A day that waits for a supplier or a client counts too. Steps side by side add up.',
    fr: 'Jours ouvrables des étapes parcourues depuis la demande. Un jour d’attente d’un fournisseur ou d’un client compte aussi. Les étapes simultanées s’additionnent.',
  },
  ahead: (days: string): Text => ({ en: `${days} ahead`, fr: `${days} d’avance` }),
  behind: (days: string): Text => ({ en: `${days} behind`, fr: `${days} de retard` }),
  onTime: { en: 'on time', fr: 'à l’heure' },
  toHere: { en: 'Estimate to this point', fr: 'Estimation jusqu’ici' },
  actual: { en: 'Actual', fr: 'Réel' },
  difference: { en: 'Difference', fr: 'Écart' },
}

const shortMonths: Record<Language, readonly string[]> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juill.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
}

/** `Nov 27`, `27 nov.`, for a column of days close to today. */
export function shortDay(month: number, date: number): Text {
  const [en, fr] = [shortMonths.en[month - 1], shortMonths.fr[month - 1]]
  return { en: `${en}\u00a0${date}`, fr: `${date === 1 ? '1er' : date}\u00a0${fr}` }
}
