import type { Text } from '../platform/i18n.ts'
import type { EndRefusal, ExtendRefusal, RepostRefusal } from './rules.amendments.ts'
import type { AmendRefusal, DecideRefusal, DiscardRefusal } from './rules.changes.ts'
import type {
  AttestRefusal,
  BudgetRefusal,
  Gate,
  PifRefusal,
  RescheduleRefusal,
  ReserveRefusal,
  SendRefusal,
  SignRefusal,
  TranslateRefusal,
} from './rules.gates.ts'
import type { OpportunityState } from './rules.ts'
import type { ApproveRefusal, ReturnRefusal, SaveRefusal, StartRefusal, SubmitRefusal } from './rules.writing.ts'
import { type ScanGate, scanRefusals } from './texts.scan.ts'

/** Names of a state as each audience knows it; null where it is not theirs to see. */
export const stateNames: Record<'client' | 'program' | 'public' | 'supplier', Record<OpportunityState, Text | null>> = {
  program: {
    draft: { en: 'Being written', fr: 'En rédaction' },
    in_review: { en: 'Statement to approve', fr: 'Énoncé à approuver' },
    in_approval: { en: 'In approval', fr: 'En approbation' },
    ready: { en: 'Ready to post', fr: 'Prête à afficher' },
    open: { en: 'Open', fr: 'Ouverte' },
    held: { en: 'Closing under review', fr: 'Clôture à l’examen' },
    closed: { en: 'Closed', fr: 'Close' },
    evaluating: { en: 'Being evaluated', fr: 'En évaluation' },
    locked: { en: 'Results locked', fr: 'Résultats verrouillés' },
    drawn: { en: 'Order drawn', fr: 'Ordre tiré au sort' },
    offering: { en: 'Offer made', fr: 'Offre présentée' },
    awarded: { en: 'Work under way', fr: 'Travail en cours' },
    completed: { en: 'Completed', fr: 'Terminée' },
    unsuccessful: { en: 'Ended without a supplier', fr: 'Terminée sans fournisseur' },
    cancelled: { en: 'Cancelled', fr: 'Annulée' },
    withdrawn: { en: 'Withdrawn', fr: 'Retirée' },
  },
  client: {
    draft: { en: 'You are writing it', fr: 'Vous rédigez l’énoncé' },
    in_review: { en: 'Being read', fr: 'À l’étude' },
    in_approval: { en: 'In approval', fr: 'En approbation' },
    ready: { en: 'About to be posted', fr: 'Sur le point d’être affichée' },
    open: { en: 'Taking applications', fr: 'Candidatures ouvertes' },
    held: { en: 'Closing under review', fr: 'Clôture à l’examen' },
    closed: { en: 'Closed', fr: 'Close' },
    evaluating: { en: 'Being evaluated', fr: 'En évaluation' },
    locked: { en: 'Results locked', fr: 'Résultats verrouillés' },
    drawn: { en: 'Supplier drawn', fr: 'Fournisseur tiré au sort' },
    offering: { en: 'Offer made', fr: 'Offre présentée' },
    awarded: { en: 'Work under way', fr: 'Travail en cours' },
    completed: { en: 'Completed', fr: 'Terminée' },
    unsuccessful: { en: 'Ended without a supplier', fr: 'Terminée sans fournisseur' },
    cancelled: { en: 'Cancelled', fr: 'Annulée' },
    withdrawn: { en: 'Withdrawn', fr: 'Retirée' },
  },
  supplier: {
    draft: null,
    in_review: null,
    in_approval: null,
    ready: null,
    open: { en: 'Taking applications', fr: 'Candidatures ouvertes' },
    held: { en: 'Closing under review', fr: 'Clôture à l’examen' },
    closed: { en: 'Closed', fr: 'Close' },
    evaluating: { en: 'Being evaluated', fr: 'En évaluation' },
    locked: { en: 'Waiting for the draw', fr: 'En attente du tirage' },
    drawn: { en: 'Order drawn', fr: 'Ordre tiré au sort' },
    offering: { en: 'Offer made', fr: 'Offre présentée' },
    awarded: { en: 'Awarded', fr: 'Attribuée' },
    completed: { en: 'Delivered and paid', fr: 'Livrée et payée' },
    unsuccessful: { en: 'Ended without a supplier', fr: 'Terminée sans fournisseur' },
    cancelled: { en: 'Cancelled', fr: 'Annulée' },
    withdrawn: { en: 'Withdrawn', fr: 'Retirée' },
  },
  public: {
    draft: null,
    in_review: null,
    in_approval: null,
    ready: null,
    open: { en: 'Open', fr: 'Ouverte' },
    held: { en: 'Closing under review', fr: 'Clôture à l’examen' },
    closed: { en: 'Closed', fr: 'Close' },
    evaluating: { en: 'Closed', fr: 'Close' },
    locked: { en: 'Closed', fr: 'Close' },
    drawn: { en: 'Closed', fr: 'Close' },
    offering: { en: 'Closed', fr: 'Close' },
    awarded: { en: 'Awarded', fr: 'Attribuée' },
    completed: { en: 'Delivered', fr: 'Livrée' },
    unsuccessful: { en: 'Ended without a supplier', fr: 'Terminée sans fournisseur' },
    cancelled: { en: 'Cancelled', fr: 'Annulée' },
    withdrawn: { en: 'Withdrawn', fr: 'Retirée' },
  },
}

/** Names of the gates, as a checklist reads. */
export const gateTexts: Record<Gate, Text> = {
  statement: { en: 'Statement approved', fr: 'Énoncé approuvé' },
  pif: { en: 'Initiation form complete', fr: 'Formulaire de lancement rempli' },
  budget: { en: 'Budget arranged between branches', fr: 'Budget réglé entre directions générales' },
  s32: { en: 'Spending approved (section 32)', fr: 'Dépense approuvée (article 32)' },
  finance: { en: 'Sent to finance', fr: 'Envoyé aux finances' },
  reservation: { en: 'Funds reserved', fr: 'Fonds réservés' },
  translation: { en: 'Both languages attested', fr: 'Deux langues attestées' },
}

export type OpportunityRefusal =
  | StartRefusal
  | SaveRefusal
  | SubmitRefusal
  | ReturnRefusal
  | ApproveRefusal
  | PifRefusal
  | BudgetRefusal
  | SignRefusal
  | SendRefusal
  | ReserveRefusal
  | TranslateRefusal
  | AttestRefusal
  | RescheduleRefusal
  | ExtendRefusal
  | AmendRefusal
  | DecideRefusal
  | DiscardRefusal
  | EndRefusal
  | RepostRefusal
  | ScanGate

/** Each refusal as a sentence that says what to do. */
export const refusals: Record<OpportunityRefusal, Text> = {
  ...scanRefusals,
  earlier_date: {
    en: 'A date of a posted notice never moves earlier.',
    fr: 'Une date d’un avis affiché n’est jamais devancée.',
  },
  dates_out_of_order: {
    en: 'Selection comes after closing, and delivery after selection.',
    fr: 'La sélection suit la clôture, et la livraison suit la sélection.',
  },
  above_limit: {
    en: 'With tax, the price would pass the limit.',
    fr: 'Taxes comprises, le prix dépasserait la limite.',
  },
  above_commitment: {
    en: 'Fewer funds are reserved than the new price needs, tax included. Ask finance first, or post the need again.',
    fr: 'Les fonds réservés sont inférieurs au nouveau prix, taxes comprises. Adressez-vous d’abord aux finances, ou affichez le besoin de nouveau.',
  },
  in_review_already: {
    en: 'Procurement is deciding on an amendment of this notice. Wait for the decision, or drop that amendment.',
    fr: 'L’approvisionnement se prononce sur une modification de cet avis. Attendez sa décision ou abandonnez cette modification.',
  },
  changed_meanwhile: {
    en: 'The notice changed since this amendment was written. Send it back to be written again.',
    fr: 'L’avis a changé depuis la rédaction de cette modification. Retournez-la pour qu’elle soit réécrite.',
  },
  not_allowed: {
    en: 'Your role does not let you do this on this file.',
    fr: 'Votre rôle ne vous permet pas de faire cela dans ce dossier.',
  },
  not_accepted: {
    en: 'The program has not accepted this request: the statement starts after.',
    fr: 'Le programme n’a pas accepté cette demande\u00a0: l’énoncé vient ensuite.',
  },
  no_go: {
    en: 'Procurement refused the Go to this request: settle that first.',
    fr: 'L’approvisionnement a refusé le feu vert à cette demande\u00a0: réglez d’abord ce point.',
  },
  go_missing: {
    en: 'Procurement has not said Go to this need yet. Everything is saved: submit it once they have.',
    fr: 'L’approvisionnement n’a pas encore donné le feu vert à ce besoin. Tout est enregistré\u00a0: soumettez l’énoncé dès que ce sera fait.',
  },
  unreadable: {
    en: 'A field holds something that cannot be read: the page where you write marks it. Correct it or empty it, then submit.',
    fr: 'Un champ contient une valeur illisible\u00a0: la page de rédaction le signale. Corrigez-le ou videz-le, puis soumettez l’énoncé.',
  },
  already_started: {
    en: 'The statement of this request exists already.',
    fr: 'L’énoncé de cette demande existe déjà.',
  },
  wrong_state: {
    en: 'The file has moved on since this page was shown. Look at it again before you decide.',
    fr: 'Le dossier a avancé depuis l’affichage de cette page. Consultez-le de nouveau avant de décider.',
  },
  stale: {
    en: 'Somebody saved while you were writing. Compare both texts, then save again.',
    fr: 'Quelqu’un a enregistré pendant que vous écriviez. Comparez les deux textes, puis enregistrez de nouveau.',
  },
  not_ready: {
    en: 'Something must be repaired first: see the list.',
    fr: 'Il reste quelque chose à corriger\u00a0: voyez la liste.',
  },
  explanations_half: {
    en: 'The explanations of why it is bought are in one language only. Translate them, the last texts of the page, then attest.',
    fr: 'Les motifs de l’achat n’existent que dans une langue. Traduisez-les, à la fin des textes de la page, puis attestez.',
  },
  declaration_unexplained: {
    en: 'Say first why the work stands alone and why nobody inside does it.',
    fr: 'Dites d’abord pourquoi le travail forme un tout et pourquoi personne à l’interne ne s’en charge.',
  },
  reason_missing: { en: 'Give the reason.', fr: 'Donnez le motif.' },
  separation_of_duties: {
    en: 'You took part in this file in a way that keeps you from this decision. Somebody else must take it.',
    fr: 'Votre rôle antérieur dans ce dossier vous empêche de prendre cette décision. Une autre personne doit la prendre.',
  },
  statement_changed: {
    en: 'The statement is not the one that was submitted. Send it back, so that it is submitted again.',
    fr: 'L’énoncé n’est plus celui qui a été soumis. Retournez-le pour qu’il soit soumis de nouveau.',
  },
  changed_since_read: {
    en: 'The statement was sent back and submitted again after you opened this page. Read the new one, then decide.',
    fr: 'L’énoncé a été retourné, puis soumis de nouveau après l’ouverture de cette page. Lisez le nouveau texte avant de vous prononcer.',
  },
  budget_not_needed: {
    en: 'The client belongs to the home branch: there is no budget to transfer.',
    fr: 'Le client fait partie de la direction générale du programme\u00a0: il n’y a aucun budget à transférer.',
  },
  reference_missing: {
    en: 'Give the reference of the transfer or of the agreement.',
    fr: 'Donnez la référence du transfert ou de l’entente.',
  },
  already_done: { en: 'This has been done already.', fr: 'C’est déjà fait.' },
  pif_first: {
    en: 'The initiation form comes first: the client completes it.',
    fr: 'Le formulaire de lancement vient d’abord\u00a0: le client doit le remplir.',
  },
  no_delegation: {
    en: 'You hold no section 32 delegation today.',
    fr: 'Vous n’avez aujourd’hui aucune délégation en vertu de l’article 32.',
  },
  delegation_too_low: {
    en: 'Your delegation does not cover the full expected value, tax included.',
    fr: 'Votre délégation ne couvre pas la valeur totale prévue, taxes comprises.',
  },
  commitment_first: {
    en: 'The section 32 sign-off comes first.',
    fr: 'L’approbation en vertu de l’article 32 vient d’abord.',
  },
  sent_first: {
    en: 'The file has not been sent to finance yet.',
    fr: 'Le dossier n’a pas encore été envoyé aux finances.',
  },
  amount_too_low: {
    en: 'Reserve the full expected value, tax included.',
    fr: 'Réservez la valeur totale prévue, taxes comprises.',
  },
  wrong_fiscal_year: {
    en: 'Choose the fiscal year of today or that of the delivery.',
    fr: 'Choisissez l’exercice en cours ou celui de la livraison.',
  },
  year_end_undecided: {
    en: 'Delivery falls in the next fiscal year: choose that year, or tick that the amount is a payable at year-end (PAYE).',
    fr: 'La livraison tombe au prochain exercice\u00a0: choisissez cet exercice ou cochez que le montant est un créditeur à la fin de l’exercice (CAFE).',
  },
  year_end_funds: {
    en: 'The funds are reserved in a fiscal year that ends before this delivery. Ask finance first: they reserve next year’s funds, or record the amount as a payable at year-end.',
    fr: 'Les fonds sont réservés pour un exercice qui prend fin avant cette livraison. Adressez-vous d’abord aux finances\u00a0: elles réserveront les fonds du prochain exercice ou inscriront le montant comme créditeur à la fin de l’exercice.',
  },
  reason_marked: {
    en: 'The public reads this reason: take out what looks like a number, an address or a marking that must not be public.',
    fr: 'Le public lira ce motif\u00a0: retirez-en ce qui semble être un numéro, une adresse ou une mention qui ne doit pas être publique.',
  },
  source_changed: {
    en: 'The frozen text cannot change here. Send the statement back to change it.',
    fr: 'Le texte figé ne peut pas changer ici. Retournez l’énoncé pour le modifier.',
  },
  translation_stale: {
    en: 'The source of some passages changed after they were translated. Look at them again, then attest.',
    fr: 'Le texte source de certains passages a changé depuis leur traduction. Revoyez-les, puis attestez.',
  },
  facts_differ: {
    en: 'An amount or a date stands in one language only. Correct it, save, then attest.',
    fr: 'Un montant ou une date ne figure que dans une langue. Corrigez le texte, enregistrez, puis attestez.',
  },
  halves_missing: {
    en: 'Something is missing in one language. Fill it in, save, then attest.',
    fr: 'Il manque quelque chose dans une des langues. Complétez le texte, enregistrez, puis attestez.',
  },
  already_closed: {
    en: 'Closing has passed: nothing about this notice can change now.',
    fr: 'La clôture est passée\u00a0: plus rien ne peut changer dans cet avis.',
  },
  in_the_past: { en: 'Choose a closing that is still to come.', fr: 'Choisissez une clôture à venir.' },
  not_later: {
    en: 'Closing only moves later. Choose a date and time after the present closing.',
    fr: 'La clôture ne peut qu’être reportée. Choisissez une date et une heure plus tardives que celles de la clôture actuelle.',
  },
  selection_before_closing: {
    en: 'Choose a selection date after the day of closing, and no earlier than the one announced.',
    fr: 'Choisissez une date de sélection après le jour de la clôture, et pas avant celle qui est annoncée.',
  },
  delivery_before_selection: {
    en: 'Choose a delivery date after selection, and no earlier than the one announced.',
    fr: 'Choisissez une date de livraison après la sélection, et pas avant celle qui est annoncée.',
  },
  nothing_changed: {
    en: 'Nothing is different: change a text first.',
    fr: 'Rien n’a changé\u00a0: modifiez d’abord un texte.',
  },
  not_bilingual: {
    en: 'Write the amended text in both languages.',
    fr: 'Rédigez le texte modifié dans les deux langues.',
  },
  no_criteria_left: {
    en: 'Keep at least one criterion for the work and one for applications.',
    fr: 'Gardez au moins un critère pour le travail et un pour les candidatures.',
  },
  too_many_criteria: {
    en: 'There are more criteria than a notice may have: 15 for the work, 6 for applications. Take one away, or join two.',
    fr: 'Il y a plus de critères qu’un avis ne peut en compter\u00a0: 15 pour le travail, 6 pour les candidatures. Retirez-en un ou réunissez-en deux.',
  },
  procurement_decides: {
    en: 'Procurement approved the work, the criteria and the terms: somebody in procurement who wrote none of this change decides on it. Send it to them.',
    fr: 'L’approvisionnement a approuvé le travail, les critères et les conditions\u00a0: une personne de l’approvisionnement qui n’a rien rédigé de ce changement doit se prononcer. Envoyez-le-lui.',
  },
  public_reason_missing: {
    en: 'Say why in both languages: the public reads it on the notice.',
    fr: 'Dites pourquoi dans les deux langues\u00a0: le public le lira dans l’avis.',
  },
  not_ended: {
    en: 'Only a file that ended without a result can be posted again.',
    fr: 'Seul un dossier terminé sans résultat peut être affiché de nouveau.',
  },
  already_reposted: { en: 'It has been posted again already.', fr: 'Il a déjà été affiché de nouveau.' },
}
