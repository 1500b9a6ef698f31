import type { Text } from '../platform/i18n.ts'
import type {
  AskExtensionRefusal,
  DecideExtensionRefusal,
  LatenessRefusal,
  NextRefusal,
  NextStep,
  TerminateRefusal,
  UnableRefusal,
} from './rules.exceptions.ts'
import type { ContractState, CountersignRefusal, DecideWorkRefusal, DeliverRefusal, TerminationKind } from './rules.ts'

export const contractStateNames: Record<'supplier' | 'staff', Record<ContractState, Text>> = {
  supplier: {
    in_progress: { en: 'You are doing the work', fr: 'Vous faites le travail' },
    delivered: { en: 'Your work is being checked', fr: 'Votre travail est en vérification' },
    revision_asked: { en: 'A revision is asked', fr: 'Une révision est demandée' },
    accepted: { en: 'Your work is accepted', fr: 'Votre travail est accepté' },
    terminated: { en: 'The contract has ended', fr: 'Le contrat a pris fin' },
  },
  staff: {
    in_progress: { en: 'The work is under way', fr: 'Le travail est en cours' },
    delivered: { en: 'Work delivered', fr: 'Travail livré' },
    revision_asked: { en: 'Revision asked', fr: 'Révision demandée' },
    accepted: { en: 'Work accepted', fr: 'Travail accepté' },
    terminated: { en: 'Contract terminated', fr: 'Contrat résilié' },
  },
}

export const terminationNames: Record<TerminationKind, Text> = {
  default: { en: 'For default: nothing is paid', fr: 'Pour manquement\u00a0: rien n’est payé' },
  convenience: {
    en: 'For convenience: a share is paid',
    fr: 'Pour raisons de commodité\u00a0: une part est payée',
  },
}

export const nextStepNames: Record<NextStep, Text> = {
  next: { en: 'Offer it to the next in the ranking', fr: 'L’offrir au fournisseur suivant du classement' },
  repost: { en: 'End this posting and post it again', fr: 'Mettre fin à cet affichage et afficher de nouveau' },
  end: { en: 'End the file', fr: 'Mettre fin au dossier' },
}

const notYours: Text = { en: 'This contract is not yours.', fr: 'Ce contrat n’est pas le vôtre.' }
const notSignatory: Text = {
  en: 'Only Canada’s signatory may do this.',
  fr: 'Seule la personne qui signe pour le Canada peut le faire.',
}
const isRequester: Text = {
  en: 'You asked for this work, so you cannot sign for it. Another signatory must.',
  fr: 'Vous avez demandé ce travail et ne pouvez donc pas signer. Une autre personne signataire doit le faire.',
}
const noDelegation: Text = {
  en: 'Your delegation to sign is not in force today.',
  fr: 'Votre délégation de signature n’est pas en vigueur aujourd’hui.',
}
const overDelegation: Text = {
  en: 'The amount is above what your delegation covers.',
  fr: 'Le montant dépasse ce que couvre votre délégation.',
}
const separation: Text = {
  en: 'You hold another duty on this file that must stay apart from this one.',
  fr: 'Vous avez déjà, dans ce dossier, une fonction qui doit rester distincte de celle-ci.',
}
const notNow: Text = {
  en: 'The work has moved on since you opened this page. Read where it stands.',
  fr: 'Le travail a avancé depuis que vous avez ouvert cette page. Voyez où il en est.',
}

export const countersignRefusals: Record<CountersignRefusal, Text> = {
  not_allowed: notSignatory,
  is_requester: isRequester,
  not_accepted: {
    en: 'The supplier has not accepted and signed yet, or both have signed already.',
    fr: 'Le fournisseur n’a pas encore accepté et signé, ou les deux parties ont déjà signé.',
  },
  wrong_state: { en: 'This file is not at the offer.', fr: 'Ce dossier n’en est pas à l’offre.' },
  sign_off_missing: {
    en: 'The supplier is a public servant: the program team first records their director general’s sign-off.',
    fr: 'Le fournisseur est fonctionnaire\u00a0: l’équipe du programme consigne d’abord l’accord de sa directrice ou de son directeur général.',
  },
  no_delegation: noDelegation,
  over_delegation: overDelegation,
  separation_of_duties: separation,
}

export const deliverRefusals: Record<DeliverRefusal, Text> = { not_allowed: notYours, wrong_state: notNow }

export const decideWorkRefusals: Record<DecideWorkRefusal, Text> = {
  not_allowed: {
    en: 'The client of this file, or the program team, decides about the work.',
    fr: 'Le client de ce dossier, ou l’équipe du programme, se prononce sur le travail.',
  },
  wrong_state: { en: 'No delivery is waiting for a decision.', fr: 'Aucune livraison n’attend de décision.' },
  marks_incomplete: {
    en: 'Say for each criterion whether it is met.',
    fr: 'Indiquez pour chaque critère s’il est satisfait.',
  },
  comment_missing: {
    en: 'Say why, for each criterion that is not met. The supplier reads it.',
    fr: 'Dites pourquoi, pour chaque critère non satisfait. Le fournisseur le lira.',
  },
  new_date_missing: {
    en: 'Choose a new delivery date: something is not met yet.',
    fr: 'Choisissez une nouvelle date de livraison\u00a0: un critère n’est pas encore satisfait.',
  },
  new_date_past: {
    en: 'Choose a delivery date after today.',
    fr: 'Choisissez une date de livraison après aujourd’hui.',
  },
  separation_of_duties: separation,
}

export const askExtensionRefusals: Record<AskExtensionRefusal, Text> = {
  not_allowed: notYours,
  wrong_state: notNow,
  already_asked: {
    en: 'You have asked already. We write to you when it is decided.',
    fr: 'Vous avez déjà fait une demande. Nous vous écrirons quand elle sera tranchée.',
  },
  day_not_later: {
    en: 'Choose a day after today and after the present delivery date.',
    fr: 'Choisissez un jour après aujourd’hui et après la date de livraison actuelle.',
  },
}

export const decideExtensionRefusals: Record<DecideExtensionRefusal, Text> = {
  not_allowed: {
    en: 'The program team, or Canada’s signatory, answers this request.',
    fr: 'L’équipe du programme, ou la personne qui signe pour le Canada, répond à cette demande.',
  },
  wrong_state: notNow,
  nothing_asked: { en: 'No request is waiting for an answer.', fr: 'Aucune demande n’attend de réponse.' },
  reply_missing: {
    en: 'Say why the date stays. The supplier reads it.',
    fr: 'Dites pourquoi la date reste la même. Le fournisseur le lira.',
  },
  day_past: {
    en: 'The day that was asked for has passed, or comes no later than the present date. Refuse it.',
    fr: 'Le jour demandé est passé, ou ne vient pas après la date actuelle. Refusez-le.',
  },
}

export const unableRefusals: Record<UnableRefusal, Text> = {
  not_allowed: notYours,
  wrong_state: notNow,
  already_declared: { en: 'You have told us already.', fr: 'Vous nous l’avez déjà dit.' },
}

export const latenessRefusals: Record<LatenessRefusal, Text> = {
  not_allowed: decideWorkRefusals.not_allowed,
  wrong_state: notNow,
  not_late: { en: 'The delivery date has not passed.', fr: 'La date de livraison n’est pas passée.' },
  already_asked: {
    en: 'The supplier was asked already about this date.',
    fr: 'Le fournisseur a déjà été relancé au sujet de cette date.',
  },
}

export const terminateRefusals: Record<TerminateRefusal, Text> = {
  not_allowed: notSignatory,
  is_requester: isRequester,
  no_delegation: noDelegation,
  over_delegation: overDelegation,
  separation_of_duties: separation,
  wrong_state: notNow,
  work_waits: {
    en: 'Work was delivered and waits for a decision. Decide about it first.',
    fr: 'Le travail livré attend une décision. Prononcez-vous d’abord à son sujet.',
  },
  no_default_yet: {
    en: 'There is no default: the delivery date has not passed and the supplier did not say that they cannot deliver.',
    fr: 'Il n’y a pas de manquement\u00a0: la date de livraison n’est pas passée et le fournisseur n’a pas dit qu’il ne pouvait pas livrer.',
  },
  percentage_missing: {
    en: 'Enter the share of the work that is done, from 0 to 100.',
    fr: 'Inscrivez la part du travail accomplie, de 0 à 100.',
  },
  percentage_with_default: {
    en: 'Nothing is paid after a default: leave the share empty.',
    fr: 'Rien n’est payé après un manquement\u00a0: laissez la part vide.',
  },
}

export const nextRefusals: Record<NextRefusal, Text> = {
  not_allowed: { en: 'The program team decides what comes next.', fr: 'L’équipe du programme décide de la suite.' },
  wrong_state: notNow,
  to_be_paid: {
    en: 'A share of the work is still to be paid: the file ends with the payment.',
    fr: 'Une part du travail reste à payer\u00a0: le dossier se termine par le paiement.',
  },
  not_after_convenience: {
    en: 'The department ended the work for its own reasons: it cannot be offered to the next. Post it again.',
    fr: 'Le ministère a mis fin au travail pour ses propres raisons\u00a0: il ne peut pas être offert au fournisseur suivant. Affichez-le de nouveau.',
  },
  day_missing: {
    en: 'Choose the delivery date of the new offer.',
    fr: 'Choisissez la date de livraison de la nouvelle offre.',
  },
  nobody_left: { en: 'Nobody is left in the ranking.', fr: 'Il ne reste personne dans le classement.' },
  delivery_in_past: decideWorkRefusals.new_date_past,
}
