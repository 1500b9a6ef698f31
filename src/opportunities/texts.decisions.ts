import type { Text } from '../platform/i18n.ts'

/** The words of the pages on which one person takes one decision. */
export const decisionTexts = {
  reason: { en: 'Reason', fr: 'Motif' },
  reasonHint: {
    en: 'Needed only if you send the statement back. The client reads it.',
    fr: 'Nécessaire seulement si vous retournez l’énoncé. Le client le lira.',
  },
  sendBack: { en: 'No, send it back', fr: 'Non, retourner l’énoncé' },
  record: { en: 'Record my decision', fr: 'Consigner ma décision' },
  signAs: (name: string): Text => ({
    en: `You sign as ${name}. Your decision is recorded with the time and cannot be edited.`,
    fr: `Signature\u00a0: ${name}. Votre décision est consignée avec l’heure et ne peut pas être modifiée.`,
  }),
  checked: { en: 'What the program checked', fr: 'Ce que le programme a vérifié' },
  choose: { en: 'Choose yes or no.', fr: 'Choisissez oui ou non.' },

  approvalTitle: { en: 'Approve the statement', fr: 'Approuver l’énoncé' },
  approvalQuestion: { en: 'Do you approve this statement?', fr: 'Approuvez-vous cet énoncé?' },
  approvalYes: { en: 'Yes, approve', fr: 'Oui, l’approuver' },
  digest: { en: 'Fingerprint of the frozen statement', fr: 'Empreinte de l’énoncé figé' },
  read: { en: 'Read the whole statement', fr: 'Lire l’énoncé en entier' },

  pifTitle: { en: 'Procurement initiation form', fr: 'Formulaire de lancement' },
  costCentre: { en: 'Cost centre', fr: 'Centre de coûts' },
  costCentreHint: {
    en: 'Who pays: your finance office knows it.',
    fr: 'Qui paie\u00a0: votre service des finances le connaît.',
  },
  account: { en: 'General ledger account', fr: 'Compte du grand livre' },
  accountHint: {
    en: 'For professional services, such as 51321.',
    fr: 'Celui des services professionnels, par exemple 51321.',
  },
  note: { en: 'Note to finance', fr: 'Note aux finances' },
  pifDone: { en: 'Complete the form', fr: 'Remplir le formulaire' },
  method: { en: 'Procurement method', fr: 'Mode d’achat' },
  methodSaid: {
    en: 'Micro-acquisition: posted to all, judged without names, drawn among those that pass',
    fr: 'Microacquisition\u00a0: affichage ouvert à tout le monde, évaluation sans les noms, tirage au sort parmi les candidatures recevables',
  },
  what: { en: 'What is bought', fr: 'Objet de l’achat' },
  department: { en: 'Department', fr: 'Ministère' },
  team: { en: 'Team', fr: 'Équipe' },
  tax: { en: 'Sales tax, at most', fr: 'Taxes de vente, au plus' },
  completedBy: { en: 'Completed by', fr: 'Rempli par' },
  working: { en: 'Working time, in days or hours', fr: 'Temps de travail, en jours ou en heures' },
  workingHint: {
    en: 'What you spent on this step, such as 2 days or 3 h.',
    fr: 'Le temps que vous avez consacré à cette étape, par exemple 2 jours ou 3 h.',
  },

  signTitle: { en: 'Approve the spending', fr: 'Approuver la dépense' },
  signQuestion: {
    en: 'Do you commit these funds under section 32?',
    fr: 'Engagez-vous ces fonds en vertu de l’article 32?',
  },
  signYes: { en: 'Yes, commit', fr: 'Oui, les engager' },
  toCommit: { en: 'To commit', fr: 'À engager' },
  madeOf: { en: 'Made up of', fr: 'Composition' },
  checkStatement: { en: 'The statement is approved', fr: 'L’énoncé est approuvé' },
  checkPif: { en: 'The initiation form is complete', fr: 'Le formulaire de lancement est rempli' },
  checkLimit: { en: 'It stays within the limit, tax included', fr: 'Le total respecte la limite, taxes comprises' },
  checkDelegation: { en: 'You may sign', fr: 'Vous pouvez signer' },
  checkDelegationSaid: {
    en: 'You did not ask for this work, and your delegation covers the amount today.',
    fr: 'Vous n’avez pas demandé ce travail, et votre délégation couvre le montant aujourd’hui.',
  },

  sendTitle: { en: 'Send the file to finance', fr: 'Envoyer le dossier aux finances' },
  sendLead: {
    en: 'Finance gets the initiation form and the amount to reserve. Nothing else is needed.',
    fr: 'Les finances reçoivent le formulaire de lancement et le montant à réserver. Rien d’autre n’est nécessaire.',
  },
  send: { en: 'Send to finance', fr: 'Envoyer aux finances' },

  reserveTitle: { en: 'Reserve the funds', fr: 'Réserver les fonds' },
  reservationNumber: { en: 'Reservation number', fr: 'Numéro de réservation' },
  reservationHint: { en: 'From your financial system.', fr: 'Celui de votre système financier.' },
  fiscalYear: { en: 'Fiscal year', fr: 'Exercice' },
  amount: { en: 'Amount reserved, tax included', fr: 'Montant réservé, taxes comprises' },
  payableAtYearEnd: {
    en: 'The amount is a payable at year-end (PAYE).',
    fr: 'Le montant est un créditeur à la fin de l’exercice (CAFE).',
  },
  reserveAnew: { en: 'Reserve for another fiscal year', fr: 'Réserver pour un autre exercice' },
  reserveAnewLead: {
    en: 'For work whose delivery moves past March 31. Under another number, the earlier reservation is left to release.',
    fr: 'Pour un travail dont la livraison est reportée après le 31 mars. Sous un autre numéro, la réservation antérieure reste à libérer.',
  },
  reserve: { en: 'Record the reservation', fr: 'Consigner la réservation' },

  translationTitle: { en: 'Translation', fr: 'Traduction' },
  saveTranslation: { en: 'Save the translation', fr: 'Enregistrer la traduction' },
  attest: { en: 'Attest equal quality', fr: 'Attester la qualité égale' },
  attestSaid: (name: string): Text => ({
    en: `I, ${name}, read both versions: they say the same and are of equal quality.`,
    fr: `Moi, ${name}, j’ai lu les deux versions\u00a0: elles disent la même chose et sont de qualité égale.`,
  }),
  attestTick: { en: 'Tick the box to attest.', fr: 'Cochez la case pour attester.' },
  gapsHead: { en: 'Still missing', fr: 'Il manque encore' },

  returnTitle: { en: 'Send the statement back', fr: 'Retourner l’énoncé' },
  returnLead: {
    en: 'It becomes a draft again. Every approval given so far is void.',
    fr: 'Il redevient un brouillon. Toutes les approbations données jusqu’ici sont annulées.',
  },
  returnReason: { en: 'Reasons', fr: 'Motifs' },
  returnReasonHint: {
    en: 'The writers read them. Say what to change.',
    fr: 'Les personnes qui rédigent l’énoncé les liront. Dites ce qu’il faut changer.',
  },
  return: { en: 'Send back', fr: 'Retourner' },

  datesTitle: { en: 'Change the dates', fr: 'Modifier les dates' },
  datesLead: {
    en: 'Approvals may take longer than planned. Dates can move until the notice is posted.',
    fr: 'Les approbations prennent parfois plus de temps que prévu. Les dates peuvent changer jusqu’à l’affichage.',
  },
  saveDates: { en: 'Save the dates', fr: 'Enregistrer les dates' },

  extendTitle: { en: 'Move the closing later', fr: 'Reporter la clôture' },
  extendLead: {
    en: 'A numbered amendment. Everybody who applied or follows this notice is told. Closing never moves earlier.',
    fr: 'Une modification numérotée. Toutes les personnes qui ont postulé ou qui suivent cet avis sont prévenues. La clôture n’est jamais devancée.',
  },
  extend: { en: 'Move the closing', fr: 'Reporter la clôture' },
  publicReason: { en: 'Reason, for the public', fr: 'Motif, pour le public' },
  publicReasonHint: {
    en: 'One or two sentences, in both languages.',
    fr: 'Une ou deux phrases, dans les deux langues.',
  },

  amendTitle: { en: 'Amend the notice', fr: 'Modifier l’avis' },
  amend: { en: 'Publish the amendment', fr: 'Publier la modification' },

  withdrawTitle: { en: 'Withdraw the notice', fr: 'Retirer l’avis' },
  withdraw: { en: 'Withdraw it', fr: 'Le retirer' },
  cancelTitle: { en: 'Cancel the file', fr: 'Annuler le dossier' },
  cancel: { en: 'Cancel it', fr: 'L’annuler' },
  endLead: {
    en: 'This ends the file and cannot be undone. The need can be posted again later.',
    fr: 'Le dossier prend fin; c’est définitif. Le besoin pourra être affiché de nouveau plus tard.',
  },
  endReason: { en: 'Reason, for the record', fr: 'Motif, pour le dossier' },

  repostTitle: { en: 'Post again', fr: 'Afficher de nouveau' },
  repostLead: {
    en: 'A new draft with the same text and without dates. It goes through the approvals again.',
    fr: 'Un nouveau brouillon, avec le même texte et sans dates. Il repasse par les approbations.',
  },
  lessons: { en: 'What happened the last time', fr: 'Ce qui s’est passé la dernière fois' },
  repost: { en: 'Start the new posting', fr: 'Commencer le nouvel affichage' },
  previewTitle: { en: 'Preview', fr: 'Aperçu' },
  previewLead: {
    en: 'What the public will read, in this language. Change the language at the top to read the other.',
    fr: 'Ce que le public lira, dans cette langue. Changez de langue en haut pour lire l’autre.',
  },
} as const
