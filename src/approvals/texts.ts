import type { AskedGate } from '../opportunities/rules.gates.ts'
import type { Text } from '../platform/i18n.ts'
import type { Barred, ReleaseRefusal, ReviewRefusal } from './rules.ts'

/** The words of the pages on which an approver decides. */
export const approvalTexts = {
  toDecision: { en: 'Go to the decision', fr: 'Aller à la décision' },
  decision: { en: 'Your decision', fr: 'Votre décision' },
  asks: { en: 'Who asks', fr: 'Qui fait la demande' },
  outside: { en: 'Outside the home branch', fr: 'Hors de la direction générale du programme' },
  limit: { en: 'Against the limit', fr: 'Par rapport à la limite' },
  leaves: (left: string, limit: string): Text => ({
    en: `${left} under the limit of ${limit}, taxes included`,
    fr: `${left} sous la limite de ${limit}, taxes comprises`,
  }),
  over: (limit: string): Text => ({
    en: `Over the limit of ${limit}, taxes included`,
    fr: `Au-dessus de la limite de ${limit}, taxes comprises`,
  }),
  statement: { en: 'The statement', fr: 'L’énoncé' },
  notTranslated: {
    en: 'It is not translated yet: this is the language that it was written in.',
    fr: 'Il n’est pas encore traduit\u00a0: voici la langue dans laquelle il a été rédigé.',
  },
  /** Said in the language that it leads to. */
  readIn: { en: 'Read the statement in English', fr: 'Lire l’énoncé en français' },
  changes: { en: 'What changed since it was last submitted', fr: 'Ce qui a changé depuis le dernier envoi' },
  changesNone: {
    en: 'Not a word changed since it was last submitted; dates and translation may have.',
    fr: 'Pas un mot n’a changé depuis le dernier envoi; les dates et la traduction ont pu changer.',
  },
  first: { en: 'This is its first submission.', fr: 'C’est le premier envoi.' },
  advice: { en: 'Advice of the program', fr: 'Conseils du programme' },
  noAdvice: { en: 'The program has nothing to add.', fr: 'Le programme n’a rien à ajouter.' },
  declared: { en: 'What the client declares', fr: 'Ce que le client déclare' },
  standalone: { en: 'The work stands alone', fr: 'Le travail forme un tout' },
  noCapacity: { en: 'Nobody inside has the capacity', fr: 'Personne au ministère n’en a la capacité' },
  unclassified: { en: 'Everything is unclassified', fr: 'Tout est non classifié' },
  observersRead: {
    en: 'Observers read these two explanations.',
    fr: 'Les personnes qui observent les achats lisent ces deux explications.',
  },
  initiation: { en: 'Initiation form', fr: 'Formulaire de lancement' },
  initiationPdf: { en: 'Initiation form (PDF)', fr: 'Formulaire de lancement (PDF)' },
  notCompleted: { en: 'It is not complete yet.', fr: 'Il n’est pas encore rempli.' },
  prefilled: {
    en: 'The codes are those of your team’s last form. Check them.',
    fr: 'Les codes sont ceux du dernier formulaire de votre équipe. Vérifiez-les.',
  },
  initiationLead: {
    en: 'Everything else is filled in from the statement.',
    fr: 'Tout le reste est rempli à partir de l’énoncé.',
  },
  sendBack: { en: 'Send the statement back instead', fr: 'Retourner plutôt l’énoncé' },
  sendBackDo: { en: 'Send back', fr: 'Retourner' },
  sendBackLead: {
    en: 'It becomes a draft again, and every approval given so far is void.',
    fr: 'Il redevient un brouillon, et toutes les approbations données jusqu’ici sont annulées.',
  },
  actingFor: (name: string): Text => ({ en: `in the place of ${name}`, fr: `en remplacement de ${name}` }),
  signsFor: (name: string): Text => ({
    en: `You sign in the place of ${name}.`,
    fr: `Vous signez en remplacement de ${name}.`,
  }),
  upTo: (amount: string): Text => ({
    en: `Your delegation goes up to ${amount}.`,
    fr: `Votre délégation va jusqu’à ${amount}.`,
  }),
  noLimit: {
    en: 'Your delegation has no limit of amount.',
    fr: 'Votre délégation ne comporte aucune limite de montant.',
  },
  yearHead: { en: 'Fiscal year', fr: 'Exercice' },
  yearWithin: (year: string): Text => ({
    en: `The work ends in fiscal year ${year}, the one in which it is committed.`,
    fr: `Le travail se termine pendant l’exercice ${year}, celui de l’engagement.`,
  }),
  yearCrosses: (day: string, ours: string, theirs: string): Text => ({
    en: `Delivery is on ${day}, after March 31. Either reserve the funds of ${theirs}, or reserve those of ${ours} and tick that the amount is a payable at year-end (PAYE): the work must then be received by March 31.`,
    fr: `La livraison est prévue le ${day}, après le 31 mars. Réservez les fonds de ${theirs}, ou ceux de ${ours} en cochant que le montant est un créditeur à la fin de l’exercice (CAFE)\u00a0: le travail doit alors être reçu au plus tard le 31 mars.`,
  }),
  yearReserved: (year: string): Text => ({ en: `Reserved in ${year}`, fr: `Réservation pour ${year}` }),
  yearPayable: (year: string): Text => ({
    en: `Reserved in ${year}, payable at year-end`,
    fr: `Réservation pour ${year}, créditeur à la fin de l’exercice`,
  }),
  splitting: { en: 'Contract splitting', fr: 'Fractionnement de contrats' },
  noSplitting: {
    en: 'Nothing found that looks like one need cut up.',
    fr: 'Rien ne ressemble à un besoin fractionné.',
  },

  splittingMore: { en: 'See the files that were compared', fr: 'Voir les dossiers comparés' },

  notForYou: { en: 'This link is not for you', fr: 'Ce lien ne s’adresse pas à vous' },
  notForYouText: (name: string, roles: string): Text => ({
    en: `You are signed in as ${name} (${roles}). The link leads to a decision on a file that you may not see, or that does not exist. If somebody forwarded it, tell them: the decision is theirs.`,
    fr: `Vous avez ouvert une session sous le nom de ${name} (${roles}). Le lien mène à une décision dans un dossier que vous ne pouvez pas consulter ou qui n’existe pas. Si quelqu’un vous l’a transmis, dites-le-lui\u00a0: la décision lui revient.`,
  }),
  toHome: { en: 'See what waits for you', fr: 'Voir ce qui vous attend' },

  budgetTitle: { en: 'Budget between branches', fr: 'Budget entre directions générales' },
  budgetLead: {
    en: 'The client belongs to another branch. Before the posting, record the budget transfer, or an agreement on the risk until the transfer is complete.',
    fr: 'Le client relève d’une autre direction générale. Avant l’affichage, consignez le transfert de budget ou une entente sur le risque en attendant que le transfert soit terminé.',
  },
  budgetStands: (kind: string, reference: string, name: string, day: string): Text => ({
    en: `${kind} ${reference}, recorded by ${name} on ${day}.`,
    fr: `${kind}, référence ${reference} (${name}, le ${day}).`,
  }),
  budgetKind: { en: 'What is there?', fr: 'De quoi s’agit-il?' },
  transfer: { en: 'Budget transfer', fr: 'Transfert de budget' },
  transferHint: {
    en: 'The money is with the branch that pays.',
    fr: 'L’argent se trouve à la direction générale qui paie.',
  },
  riskAgreement: { en: 'Risk agreement', fr: 'Entente sur le risque' },
  riskHint: {
    en: 'Both branches agree who pays if the transfer does not come.',
    fr: 'Les deux directions générales conviennent de celle qui paie si le transfert n’a pas lieu.',
  },
  reference: { en: 'Reference', fr: 'Référence' },
  referenceHint: {
    en: 'Number of the journal voucher or of the signed agreement.',
    fr: 'Numéro de la pièce de journal ou de l’entente signée.',
  },
  saveBudget: { en: 'Record the budget', fr: 'Consigner le budget' },

  reviewsTitle: { en: 'Reviews after posting', fr: 'Examens après l’affichage' },
  reviewsLead: {
    en: 'Your policy lets these files be posted first. Read each, then approve it or raise a concern.',
    fr: 'Votre politique permet d’afficher d’abord ces dossiers. Lisez chacun, puis approuvez-le ou exprimez une réserve.',
  },
  noReviews: { en: 'Nothing waits for a review.', fr: 'Aucun dossier n’attend d’examen.' },
  reviewed: { en: 'Reviewed', fr: 'Examinés' },
  toReview: { en: 'To review', fr: 'À examiner' },
  review: { en: 'Review after posting', fr: 'Examen après l’affichage' },
  reviewWaiting: { en: 'Review what was posted', fr: 'Examiner ce qui a été affiché' },
  reviewQuestion: { en: 'What do you say of this posting?', fr: 'Que dites-vous de cet affichage?' },
  reviewYes: { en: 'Approve it', fr: 'L’approuver' },
  reviewConcern: { en: 'Raise a concern', fr: 'Exprimer une réserve' },
  reviewNote: { en: 'Your concern', fr: 'Votre réserve' },
  reviewNoteHint: {
    en: 'Needed only if you raise one. The program team reads it; the posting goes on until they decide.',
    fr: 'Nécessaire seulement si vous en exprimez une. L’équipe du programme la lira; l’affichage se poursuit jusqu’à sa décision.',
  },
  reviewDo: { en: 'Record my review', fr: 'Consigner mon examen' },
  reviewSaid: (outcome: string, name: string, day: string): Text => ({
    en: `${outcome}: ${name}, ${day}`,
    fr: `${outcome}\u00a0: ${name}, ${day}`,
  }),
  approvedAfter: { en: 'Approved after posting', fr: 'Approuvé après l’affichage' },
  concernRaised: { en: 'Concern raised', fr: 'Réserve exprimée' },
  postedOn: { en: 'Posted', fr: 'Affiché le' },
  file: { en: 'File', fr: 'Dossier' },
  outcome: { en: 'Review', fr: 'Examen' },

  releasesTitle: { en: 'Funds to release', fr: 'Fonds à libérer' },
  releasesLead: {
    en: 'No payment will use these reservations. Release each in your financial system, then say so here.',
    fr: 'Aucun paiement n’utilisera ces réservations. Libérez chacune dans votre système financier, puis indiquez-le ici.',
  },
  noReleases: { en: 'No funds wait to be released.', fr: 'Il n’y a pas de fonds à libérer.' },
  releaseTitle: { en: 'Release the funds', fr: 'Libérer les fonds' },
  releaseNote: { en: 'Note', fr: 'Note' },
  releaseNoteHint: {
    en: 'Such as the number of the reversal.',
    fr: 'Par exemple, le numéro de l’écriture d’annulation.',
  },
  released: { en: 'They are released', fr: 'Ils sont libérés' },
  releaseDo: (number: string): Text => ({
    en: `Reservation ${number} is released`,
    fr: `La réservation ${number} est libérée`,
  }),
  releasedBy: (name: string, day: string): Text => ({
    en: `Released by ${name}, ${day}`,
    fr: `Libérée par ${name}, le ${day}`,
  }),
  stillUsed: { en: 'Still needed for the payment', fr: 'Encore nécessaire au paiement' },
  noReservation: {
    en: 'No funds were reserved on this file.',
    fr: 'Il n’y a pas de réservation de fonds dans ce dossier.',
  },
  reservation: { en: 'Reservation', fr: 'Réservation' },
  year: { en: 'Fiscal year', fr: 'Exercice' },
  amount: { en: 'Amount', fr: 'Montant' },
  status: { en: 'Where it stands', fr: 'Situation' },
  toRelease: { en: 'To release', fr: 'À libérer' },
} as const

/** Whose decision it is, for whoever may read and not decide. */
export const notYoursTexts: Record<AskedGate, Text> = {
  statement: {
    en: 'This decision belongs to the procurement partner. You may read the file.',
    fr: 'Cette décision revient à l’approvisionnement. Vous pouvez lire le dossier.',
  },
  s32: {
    en: 'This decision belongs to a manager with a section 32 delegation. You may read the file.',
    fr: 'Cette décision revient à une personne qui a une délégation en vertu de l’article 32. Vous pouvez lire le dossier.',
  },
  reservation: {
    en: 'This decision belongs to finance. You may read the file.',
    fr: 'Cette décision revient aux finances. Vous pouvez lire le dossier.',
  },
}
/** What a decision waits for. */
export const notYetTexts: Record<AskedGate, Text> = {
  statement: {
    en: 'Nothing to decide yet: the statement is not submitted.',
    fr: 'Il n’y a encore rien à décider\u00a0: l’énoncé n’est pas soumis.',
  },
  s32: {
    en: 'Nothing to decide yet: the statement must be approved and the initiation form complete.',
    fr: 'Il n’y a encore rien à décider\u00a0: l’énoncé doit être approuvé et le formulaire de lancement, rempli.',
  },
  reservation: {
    en: 'Nothing to decide yet: the file comes to finance once the spending is approved.',
    fr: 'Il n’y a encore rien à décider\u00a0: le dossier arrive aux finances une fois la dépense approuvée.',
  },
}

/** Why there is nothing left to decide. `signed` names who decided, and when. */
export const standingTexts = {
  decided: (signed: string): Text => ({
    en: `This is decided: ${signed}. A decision is given once.`,
    fr: `C’est décidé\u00a0: ${signed}. Une décision se prend une seule fois.`,
  }),
  ended: {
    en: 'This file has ended: there is nothing left to decide.',
    fr: 'Ce dossier est terminé\u00a0: il n’y a plus rien à décider.',
  },
  sent_back: {
    en: 'The statement was sent back, or is being written. You get a new letter when it is submitted again; this link will work then.',
    fr: 'L’énoncé a été retourné ou est en rédaction. Vous recevrez un nouveau courriel quand il sera soumis de nouveau; ce lien fonctionnera alors.',
  },
} as const

/** Why a decision that is one’s role’s is not one’s own. */
export const barredTexts: Record<Barred, (limit: string, value: string) => Text> = {
  separation_of_duties: () => ({
    en: 'You took part in this file, or act for somebody who did, in a way that keeps you from this decision. Somebody else must take it.',
    fr: 'Votre rôle antérieur dans ce dossier, ou celui de la personne que vous remplacez, vous empêche de prendre cette décision. Une autre personne doit la prendre.',
  }),
  no_delegation: () => ({
    en: 'You hold no section 32 delegation today: it has not begun, or it has ended. Your administrator can tell.',
    fr: 'Vous n’avez aujourd’hui aucune délégation en vertu de l’article 32\u00a0: elle n’a pas commencé ou elle a pris fin. L’administration de votre ministère peut vous renseigner.',
  }),
  delegation_too_low: (limit, value) => ({
    en: `Your delegation goes up to ${limit}; this file needs ${value}, tax included. Somebody with a higher delegation must sign.`,
    fr: `Votre délégation va jusqu’à ${limit}; ce dossier demande ${value}, taxes comprises. Une personne dont la délégation est plus élevée doit signer.`,
  }),
}

export const reviewRefusals: Record<ReviewRefusal, Text> = {
  not_allowed: {
    en: 'Only the procurement partner reviews what was posted.',
    fr: 'Seul l’approvisionnement examine ce qui a été affiché.',
  },
  separation_of_duties: {
    en: 'You asked for this work: somebody else must review it.',
    fr: 'Vous avez demandé ce travail\u00a0: une autre personne doit l’examiner.',
  },
  not_posted: { en: 'This file has not been posted.', fr: 'Ce dossier n’a pas été affiché.' },
  approved_before: {
    en: 'Procurement approved this statement before it was posted: there is nothing to review.',
    fr: 'L’approvisionnement a approuvé cet énoncé avant l’affichage\u00a0: il n’y a rien à examiner.',
  },
  already_reviewed: {
    en: 'This posting has been reviewed already. A review is given once.',
    fr: 'Cet affichage a déjà été examiné. Un examen se fait une seule fois.',
  },
  note_missing: { en: 'Say what your concern is.', fr: 'Dites quelle est votre réserve.' },
}

export const releaseRefusals: Record<ReleaseRefusal, Text> = {
  not_allowed: { en: 'Only finance releases funds.', fr: 'Seules les finances libèrent des fonds.' },
  nothing_to_release: {
    en: 'These funds are still needed, or were never reserved.',
    fr: 'Ces fonds sont encore nécessaires ou n’ont jamais été réservés.',
  },
  already_released: { en: 'These funds are released already.', fr: 'Ces fonds sont déjà libérés.' },
}

/** What only the printed form says. */
export const initiationTexts = {
  what: { en: 'What is bought, and how', fr: 'Objet et mode de l’achat' },
  notSaid: { en: 'Not explained yet', fr: 'Pas encore expliqué' },
  foot: (title: string, page: number, pages: number): Text => ({
    en: `${title} · page ${page} of ${pages}`,
    fr: `${title} · page ${page} de ${pages}`,
  }),
} as const
