import type { Duty } from '../accounts/duties.ts'
import type { ApplicationState } from '../applications/rules.ts'
import type { OfferState } from '../awards/rules.ts'
import type { ContractState } from '../delivery/rules.ts'
import type { OpportunityState } from '../opportunities/rules.ts'
import type { Text } from '../platform/i18n.ts'
import type { RequestState } from '../requests/rules.ts'

export const processTexts = {
  title: { en: 'How it works', fr: 'Fonctionnement' },
  description: {
    en: 'The whole process of micro-procurement, drawn from the tables that the program itself obeys: states, duties kept apart, days planned.',
    fr: 'Tout le processus du microapprovisionnement, tiré des tables auxquelles le programme lui-même obéit\u00a0: états, fonctions séparées, jours prévus.',
  },
  lead: {
    en: 'This page is drawn from the tables that the program itself obeys. What you read is what the code does: a step that is not here cannot happen.',
    fr: 'Cette page est tirée des tables auxquelles le programme lui-même obéit. Ce que vous lisez est ce que fait le code\u00a0: ce qui n’y figure pas ne peut pas se produire.',
  },
  path: { en: 'For a supplier', fr: 'Pour un fournisseur' },
  states: { en: 'What each thing can become', fr: 'Par quels états passe chaque élément' },
  state: { en: 'When it is', fr: 'État' },
  next: { en: 'It can become', fr: 'États qui peuvent suivre' },
  final: { en: 'Nothing else: this is an end', fr: 'Aucun\u00a0: c’est une fin' },
  apart: {
    en: 'What one person never does on one file',
    fr: 'Ce qu’une même personne ne fait jamais dans un dossier',
  },
  apartLead: {
    en: 'The program refuses it, and so does the database beneath.',
    fr: 'Le programme le refuse, et la base de données aussi.',
  },
  who: { en: 'Whoever', fr: 'La personne qui' },
  never: { en: 'Never', fr: 'Ne peut pas' },
  days: { en: 'Days planned for each step', fr: 'Jours prévus pour chaque étape' },
  daysLead: {
    en: 'Business days. The measures show what really happened beside these.',
    fr: 'Jours ouvrables. Les mesures montrent à côté ce qui s’est réellement passé.',
  },
  step: { en: 'Step', fr: 'Étape' },
  here: { en: 'Here', fr: 'Ici' },
  soleSource: { en: 'Sole source', fr: 'Fournisseur unique' },
  total: { en: 'Total', fr: 'Total' },
  notNeeded: { en: 'not needed', fr: 'sans objet' },
  guide: { en: 'Read the guide for suppliers', fr: 'Lire le guide pour les fournisseurs' },
} satisfies Record<string, Text>

/** Names of the things and of their states, as the public reads them. A state without a name does not compile. */
export const requestNames: { title: Text; states: Record<RequestState, Text> } = {
  title: { en: 'A team’s request', fr: 'La demande d’une équipe' },
  states: {
    received: { en: 'received', fr: 'reçue' },
    accepted: { en: 'accepted', fr: 'acceptée' },
    declined: { en: 'declined, with a reason', fr: 'refusée, avec un motif' },
    withdrawn: { en: 'withdrawn', fr: 'retirée' },
  },
}

export const opportunityNames: { title: Text; states: Record<OpportunityState, Text> } = {
  title: { en: 'An opportunity', fr: 'Une occasion' },
  states: {
    draft: { en: 'being written', fr: 'en rédaction' },
    in_review: { en: 'in review', fr: 'à l’étude' },
    in_approval: { en: 'waiting for its approvals', fr: 'en attente de ses approbations' },
    ready: { en: 'ready to be posted', fr: 'prête à être affichée' },
    open: { en: 'open', fr: 'ouverte' },
    held: {
      en: 'held: the site was away at the closing',
      fr: 'en suspens\u00a0: le site était indisponible à la clôture',
    },
    closed: { en: 'closed', fr: 'close' },
    evaluating: { en: 'being evaluated', fr: 'en évaluation' },
    locked: { en: 'locked: results cannot change', fr: 'verrouillée\u00a0: les résultats ne changent plus' },
    drawn: { en: 'ranked by the draw', fr: 'classée par tirage au sort' },
    offering: { en: 'offered to the next in the order', fr: 'offerte à la candidature suivante' },
    awarded: { en: 'awarded', fr: 'attribuée' },
    completed: { en: 'paid and completed', fr: 'payée et terminée' },
    unsuccessful: { en: 'ended without a supplier or a delivery', fr: 'terminée sans fournisseur ou sans livraison' },
    cancelled: { en: 'cancelled, with a reason', fr: 'annulée, avec un motif' },
    withdrawn: { en: 'withdrawn, with a reason', fr: 'retirée, avec un motif' },
  },
}

export const applicationNames: { title: Text; states: Record<ApplicationState, Text> } = {
  title: { en: 'An application', fr: 'Une candidature' },
  states: {
    draft: { en: 'a draft', fr: 'à l’état de brouillon' },
    submitted: { en: 'received and sealed', fr: 'reçue et scellée' },
    opened: { en: 'opened, after closing', fr: 'ouverte, après la clôture' },
    passed: { en: 'passed', fr: 'recevable' },
    failed: { en: 'not passed, with reasons', fr: 'non recevable, avec justification' },
    excluded: { en: 'excluded: the supplier has another one', fr: 'exclue\u00a0: le fournisseur en a une autre' },
    withdrawn: { en: 'withdrawn', fr: 'retirée' },
    purged: { en: 'erased, when its time of keeping ends', fr: 'effacée, au terme de sa conservation' },
  },
}

export const offerNames: { title: Text; states: Record<OfferState, Text> } = {
  title: { en: 'An offer', fr: 'Une offre' },
  states: {
    made: { en: 'made', fr: 'présentée' },
    accepted: { en: 'accepted', fr: 'acceptée' },
    terms_signed: { en: 'signed by both', fr: 'signée par les deux parties' },
    declined: { en: 'declined', fr: 'déclinée' },
    lapsed: { en: 'lapsed: no answer in time', fr: 'expirée, faute de réponse à temps' },
  },
}

export const contractNames: { title: Text; states: Record<ContractState, Text> } = {
  title: { en: 'The work', fr: 'Le travail' },
  states: {
    in_progress: { en: 'under way', fr: 'en cours' },
    delivered: { en: 'delivered', fr: 'livré' },
    revision_asked: { en: 'to be corrected, with reasons', fr: 'à corriger, avec des motifs' },
    accepted: { en: 'accepted', fr: 'accepté' },
    terminated: {
      en: 'stopped: contract terminated, with reasons',
      fr: 'arrêté\u00a0: contrat résilié, avec des motifs',
    },
  },
}

/** What a person did, and what they may therefore not do: whole words for both sides of a row. */
export const dutyNames: Record<Duty, { did: Text; does: Text }> = {
  requested: {
    did: both('asked for the work', 'a demandé le travail'),
    does: both('asks for the work', 'demander le travail'),
  },
  gave_go: { did: both('gave the Go', 'a donné le feu vert'), does: both('gives the Go', 'donner le feu vert') },
  decided_splitting: {
    did: both('decided on contract splitting', 's’est prononcé sur le fractionnement'),
    does: both('decides on contract splitting', 'se prononcer sur le fractionnement'),
  },
  wrote_statement: {
    did: both('wrote the statement', 'a rédigé l’énoncé'),
    does: both('writes the statement', 'rédiger l’énoncé'),
  },
  approved_statement: {
    did: both('approved the statement', 'a approuvé l’énoncé'),
    does: both('approves the statement', 'approuver l’énoncé'),
  },
  signed_32: {
    did: both('approved the spending (section 32)', 'a approuvé la dépense (article 32)'),
    does: both('approves the spending (section 32)', 'approuver la dépense (article 32)'),
  },
  reserved_funds: {
    did: both('reserved the funds', 'a réservé les fonds'),
    does: both('reserves the funds', 'réserver les fonds'),
  },
  translated: {
    did: both('attested the translation', 'a attesté la traduction'),
    does: both('attests the translation', 'attester la traduction'),
  },
  published: { did: both('posted the notice', 'a affiché l’avis'), does: both('posts the notice', 'afficher l’avis') },
  evaluated: {
    did: both('evaluated applications', 'a évalué des candidatures'),
    does: both('evaluates applications', 'évaluer des candidatures'),
  },
  locked_evaluation: {
    did: both('locked the results', 'a verrouillé les résultats'),
    does: both('locks the results', 'verrouiller les résultats'),
  },
  confirmed_evaluation: {
    did: both('confirmed the results', 'a confirmé les résultats'),
    does: both('confirms the results', 'confirmer les résultats'),
  },
  entered_beacon: {
    did: both('entered the public number', 'a saisi le nombre public'),
    does: both('enters the public number', 'saisir le nombre public'),
  },
  confirmed_beacon: {
    did: both('confirmed the public number', 'a confirmé le nombre public'),
    does: both('confirms the public number', 'confirmer le nombre public'),
  },
  signed_terms: {
    did: both('signed the terms for Canada', 'a signé les conditions pour le Canada'),
    does: both('signs the terms for Canada', 'signer les conditions pour le Canada'),
  },
  accepted_work: {
    did: both('accepted the work', 'a accepté le travail'),
    does: both('accepts the work', 'accepter le travail'),
  },
  certified_34: {
    did: both('certified the payment (section 34)', 'a attesté le paiement (article 34)'),
    does: both('certifies the payment (section 34)', 'attester le paiement (article 34)'),
  },
  entered_invoice: {
    did: both('entered the invoice', 'a saisi la facture'),
    does: both('enters the invoice', 'saisir la facture'),
  },
  paid: { did: both('paid', 'a payé'), does: both('pays', 'payer') },
}

function both(en: string, fr: string): Text {
  return { en, fr }
}
