import { formatDays } from '../platform/format.ts'
import type { Text } from '../platform/i18n.ts'
import type { PaymentAct } from './rules.ts'

/** The invoice as a document. */
export const documentTexts = {
  head: { en: 'Invoice', fr: 'Facture' },
  draftHead: { en: 'Draft of your invoice', fr: 'Brouillon de votre facture' },
  number: { en: 'Invoice number', fr: 'Numéro de facture' },
  from: { en: 'From', fr: 'De' },
  to: { en: 'To', fr: 'À' },
  date: { en: 'Sent', fr: 'Envoyée le' },
  for: { en: 'For', fr: 'Objet' },
  reservation: { en: 'Fund reservation', fr: 'Réservation de fonds' },
  taxNumber: { en: 'GST/HST number', fr: 'Numéro de TPS/TVH' },
  what: { en: 'Description', fr: 'Description' },
  amount: { en: 'Amount', fr: 'Montant' },
  price: { en: 'Fixed price of the work', fr: 'Prix fixe du travail' },
  noTax: {
    en: 'No sales tax: the supplier is not registered',
    fr: 'Aucune taxe de vente\u00a0: le fournisseur n’est pas inscrit',
  },
  total: { en: 'Total to pay', fr: 'Total à payer' },
} as const satisfies Record<string, Text>

/** The supplier’s page. */
export const invoiceTexts = {
  title: { en: 'Your invoice', fr: 'Votre facture' },
  applications: { en: 'Your applications', fr: 'Vos candidatures' },
  check: { en: 'Check it and send it', fr: 'Vérifiez-la et envoyez-la' },
  checkMore: { en: 'About five minutes.', fr: 'Environ cinq minutes.' },
  repair: { en: 'Correct it and send it again', fr: 'Corrigez-la et envoyez-la de nouveau' },
  noDate: { en: 'No date', fr: 'Aucune échéance' },
  countsFrom: {
    en: 'The days to your payment count from the moment you send it.',
    fr: 'Les jours jusqu’au paiement se comptent à partir de l’envoi.',
  },
  nothing: { en: 'Nothing', fr: 'Rien' },
  wait: {
    en: 'Nothing. We write to you when it is paid.',
    fr: 'Rien. Nous vous écrirons quand elle sera payée.',
  },
  promised: { en: 'Our promise for the payment.', fr: 'Notre promesse de paiement.' },
  late: {
    en: 'We are late. You have nothing to do; if you wish, write to us.',
    fr: 'Nous sommes en retard. Vous n’avez rien à faire; écrivez-nous si vous le souhaitez.',
  },
  paidMore: (days: string): Text => ({ en: `${days} after your invoice.`, fr: `${days} après votre facture.` }),
  confirmNext: {
    en: 'Tell us that the money arrived, if you wish',
    fr: 'Confirmez la réception, si vous le souhaitez',
  },
  confirm: { en: 'The money arrived', fr: 'L’argent est arrivé' },
  confirmed: { en: 'You confirmed that the money arrived.', fr: 'Vous avez confirmé que l’argent est arrivé.' },
  returned: { en: 'Why it came back', fr: 'Pourquoi elle vous revient' },
  drafted: {
    en: 'We drafted it from the terms that both signed. Nothing is sent until you send it.',
    fr: 'Nous l’avons préparée à partir des conditions signées par les deux parties. Rien ne part avant que vous l’envoyiez.',
  },
  form: { en: 'What we do not know', fr: 'Ce que nous ne savons pas' },
  formAgain: { en: 'Correct it here', fr: 'Corrigez-la ici' },
  number: { en: 'Your own invoice number', fr: 'Votre propre numéro de facture' },
  numberHint: {
    en: 'As in your books, such as 2026-07. If you have none, write 1.',
    fr: 'Celui de votre comptabilité, par exemple 2026-07. Si vous n’en avez pas, inscrivez 1.',
  },
  tax: { en: 'GST/HST number', fr: 'Numéro de TPS/TVH' },
  taxHint: {
    en: 'Only if you have one: nine digits, RT and four digits. Without it the invoice charges no tax.',
    fr: 'Seulement si vous en avez un\u00a0: neuf chiffres, RT et quatre chiffres. Sans lui, la facture ne comprend aucune taxe.',
  },
  postal: { en: 'Your postal code', fr: 'Votre code postal' },
  postalHint: {
    en: 'We count from which regions suppliers come; it is not published.',
    fr: 'Nous comptons de quelles régions viennent les fournisseurs; il n’est pas publié.',
  },
  correct: (total: string): Text => ({
    en: `I have checked the invoice. The work was done as agreed, and ${total} is to be paid.`,
    fr: `J’ai vérifié la facture. Le travail a été fait comme convenu, et la somme de ${total} est à payer.`,
  }),
  send: { en: 'Send my invoice', fr: 'Envoyer ma facture' },
  after: {
    en: 'A manager certifies that the work was received; finance then pays you in the way you chose.',
    fr: 'Une personne habilitée atteste que le travail a été reçu; les finances vous paient ensuite de la façon que vous avez choisie.',
  },
  payment: { en: 'The payment', fr: 'Le paiement' },
  method: { en: 'Paid by', fr: 'Mode de paiement' },
  on: { en: 'Paid on', fr: 'Payée le' },
  reference: { en: 'Reference', fr: 'Référence' },
  feedback: {
    en: 'Tell us, without your name, how it went',
    fr: 'Dites-nous, sans votre nom, comment cela s’est passé',
  },
} as const

/** The page of staff. */
export const paymentTexts = {
  file: (number: string): Text => ({ en: `File ${number}`, fr: `Dossier ${number}` }),
  title: { en: 'Invoice and payment', fr: 'Facture et paiement' },
  titles: {
    certify: { en: 'Certify that the work was received', fr: 'Attester que le travail a été reçu' },
    enter: { en: 'Enter the invoice', fr: 'Saisir la facture' },
    document: { en: 'Create the card document', fr: 'Créer le document de carte' },
    pay: { en: 'Pay and record the payment', fr: 'Payer et consigner le paiement' },
  } satisfies Record<PaymentAct, Text>,
  next: {
    certify: { en: 'One decision: certify or send back', fr: 'Une décision\u00a0: attestez ou retournez' },
    enter: { en: 'Enter it in the financial system', fr: 'Saisissez-la dans le système financier' },
    document: { en: 'Create the card document', fr: 'Créez le document de carte' },
    pay: { en: 'Pay, then record the payment', fr: 'Payez, puis consignez le paiement' },
  } satisfies Record<PaymentAct, Text>,
  nextMore: {
    certify: { en: 'About two minutes.', fr: 'Environ deux minutes.' },
    enter: { en: 'Then say so below.', fr: 'Indiquez-le ensuite ci-dessous.' },
    document: { en: 'Its number goes below.', fr: 'Inscrivez son numéro ci-dessous.' },
    pay: { en: 'Never enter a card number here.', fr: 'N’inscrivez jamais ici un numéro de carte.' },
  } satisfies Record<PaymentAct, Text>,
  waitsFor: {
    drafted: { en: 'Nothing. The supplier sends the invoice.', fr: 'Rien. Le fournisseur envoie la facture.' },
    returned: { en: 'Nothing. The supplier corrects the invoice.', fr: 'Rien. Le fournisseur corrige la facture.' },
    sent: {
      en: 'Nothing. A section 34 manager decides.',
      fr: 'Rien. Une personne habilitée (article 34) décide.',
    },
    certified: { en: 'Nothing. Finance enters the invoice.', fr: 'Rien. Les finances saisissent la facture.' },
    entered: { en: 'Nothing. The cardholder pays.', fr: 'Rien. La personne titulaire de la carte paie.' },
    paid: { en: 'Nothing', fr: 'Rien' },
  },
  none: { en: 'No invoice yet', fr: 'Pas encore de facture' },
  noneMore: {
    en: 'It is drafted by the program as soon as the work is accepted.',
    fr: 'Le programme la prépare dès que le travail est accepté.',
  },
  noDate: { en: 'No date', fr: 'Aucune échéance' },
  acceptedOn: (day: string): Text => ({
    en: `The client accepted the work on ${day}.`,
    fr: `Le client a accepté le travail le ${day}.`,
  }),
  promised: { en: 'So that the supplier is paid as promised.', fr: 'Pour que le fournisseur soit payé comme promis.' },
  clock: { en: 'From invoice to payment', fr: 'De la facture au paiement' },
  day: (used: number, of: number): Text => ({ en: `Day ${used} of ${of}`, fr: `Jour ${used} sur ${of}` }),
  over: (days: number): Text => ({
    en: `${formatDays(days, 'en')} over`,
    fr: `${formatDays(days, 'fr')} de retard`,
  }),
  took: (days: number, of: number): Text => ({
    en: `Paid in ${formatDays(days, 'en')}; promised within ${formatDays(of, 'en')}`,
    fr: `Payée en ${formatDays(days, 'fr')}; promesse\u00a0: ${formatDays(of, 'fr')}`,
  }),
  law: (days: number): Text => ({
    en: `The terms set a limit of ${formatDays(days, 'en')}.`,
    fr: `Les conditions fixent un délai maximal de ${formatDays(days, 'fr')}.`,
  }),
  what: { en: 'What is to be paid', fr: 'Ce qui est à payer' },
  toPay: { en: 'To pay', fr: 'À payer' },
  madeUp: { en: 'Made up of', fr: 'Détail' },
  payee: { en: 'Payee', fr: 'Bénéficiaire' },
  for: { en: 'For', fr: 'Objet' },
  checks: { en: 'What the program checked', fr: 'Ce que le programme a vérifié' },
  received: { en: 'The work was received', fr: 'Le travail a été reçu' },
  receivedMore: (name: string, day: string): Text => ({
    en: `Every criterion is met. Accepted by ${name} on ${day}.`,
    fr: `Tous les critères sont satisfaits. Travail accepté par ${name} le ${day}.`,
  }),
  ended: {
    en: 'The contract ended early, for convenience',
    fr: 'Le contrat a été résilié pour raisons de commodité',
  },
  endedMore: (percentage: number): Text => ({
    en: `Share of the work to pay: ${percentage}%.`,
    fr: `Part du travail à payer\u00a0: ${percentage}\u00a0%.`,
  }),
  priceAgreed: { en: 'The price is the one agreed', fr: 'Le prix est celui qui a été convenu' },
  priceMore: (day: string, price: string): Text => ({
    en: `Terms signed on ${day}: ${price} before tax.`,
    fr: `Conditions signées le ${day}\u00a0: ${price} avant taxes.`,
  }),
  reserved: { en: 'The total is within what was reserved', fr: 'Le total ne dépasse pas ce qui a été réservé' },
  reservedMore: (total: string, reserved: string, number: string): Text => ({
    en: `${total} of ${reserved}, reservation ${number}.`,
    fr: `${total} sur ${reserved}, réservation ${number}.`,
  }),
  entitled: { en: 'The payee is entitled', fr: 'Le bénéficiaire a droit au paiement' },
  entitledMore: {
    en: 'The name on the invoice is the name on the terms.',
    fr: 'Le nom sur la facture est celui des conditions.',
  },
  entitledTax: (number: string): Text => ({
    en: `The name on the invoice is the name on the terms. GST/HST number ${number} has the right form.`,
    fr: `Le nom sur la facture est celui des conditions. Le numéro de TPS/TVH ${number} a la bonne forme.`,
  }),
  maySign: { en: 'You may sign', fr: 'Vous pouvez signer' },
  maySignMore: (limit: string | null): Text => ({
    en: `You did not ask for, evaluate, accept or pay this work. ${limit ? `Your delegation covers up to ${limit} today.` : 'Your delegation has no upper limit today.'}`,
    fr: `Vous n’avez ni demandé, ni évalué, ni accepté, ni payé ce travail. ${limit ? `Votre délégation couvre aujourd’hui jusqu’à ${limit}.` : 'Votre délégation n’a pas de plafond aujourd’hui.'}`,
  }),
  doubt: { en: 'Check the GST/HST number', fr: 'Vérifiez le numéro de TPS/TVH' },
  blocked: { en: 'This cannot be certified as it stands', fr: 'L’attestation est impossible en l’état' },
  barred: { en: 'Somebody else must decide', fr: 'Une autre personne doit décider' },
  criteria: { en: 'Work acceptance criteria', fr: 'Critères d’acceptation du travail' },
  met: { en: 'Met', fr: 'Satisfait' },
  notMet: { en: 'Not met', fr: 'Non satisfait' },
  invoice: { en: 'The invoice', fr: 'La facture' },
  repository: { en: 'The repository', fr: 'Le dépôt' },
  pullRequest: { en: 'The pull request', fr: 'La demande de fusion' },
  question: { en: 'Do you certify under section 34?', fr: 'Attestez-vous en vertu de l’article 34?' },
  yes: { en: 'Yes, certify', fr: 'Oui, attester' },
  no: { en: 'No, send it back', fr: 'Non, retourner la facture' },
  reason: { en: 'Reason', fr: 'Motif' },
  reasonHint: {
    en: 'Needed only if you send it back. The client and the supplier read it.',
    fr: 'Nécessaire seulement si vous la retournez. Le client et le fournisseur le liront.',
  },
  signAs: (name: string): Text => ({
    en: `You sign as ${name}. Your decision is recorded with the time and cannot be edited.`,
    fr: `Signature\u00a0: ${name}. Votre décision est consignée avec l’heure et ne peut pas être modifiée.`,
  }),
  record: { en: 'Record my decision', fr: 'Consigner ma décision' },
  after: {
    en: 'After “yes”, finance gets the file at once. After “no”, it goes back to the supplier with your reason.',
    fr: 'Après «\u00a0oui\u00a0», les finances reçoivent aussitôt le dossier. Après «\u00a0non\u00a0», il retourne au fournisseur avec votre motif.',
  },
  enteredBox: {
    en: 'I have entered this invoice in the financial system.',
    fr: 'J’ai saisi cette facture dans le système financier.',
  },
  enterButton: { en: 'Record the entry', fr: 'Consigner la saisie' },
  documentField: { en: 'Number of the card document', fr: 'Numéro du document de carte' },
  documentHint: {
    en: 'The number that the financial system gave. Never the number of the card.',
    fr: 'Le numéro donné par le système financier. Jamais celui de la carte.',
  },
  documentButton: { en: 'Record the card document', fr: 'Consigner le document de carte' },
  asked: { en: 'How the supplier asked to be paid', fr: 'Mode de paiement demandé' },
  where: { en: 'Where to pay', fr: 'Où payer' },
  method: { en: 'How did you pay?', fr: 'Comment avez-vous payé?' },
  reference: { en: 'Reference of the payment', fr: 'Référence du paiement' },
  referenceHint: {
    en: 'As on the receipt of the terminal or of PayPal. Never the number of the card.',
    fr: 'Celle du reçu du terminal ou de PayPal. Jamais le numéro de la carte.',
  },
  payButton: { en: 'Record the payment', fr: 'Consigner le paiement' },
  payAfter: {
    en: 'The time of the payment is the moment you record it. The supplier, the client and the program team are told, and the file is complete.',
    fr: 'L’heure du paiement est celle où vous le consignez. Le fournisseur, le client et l’équipe du programme sont avisés, et le dossier est complet.',
  },
  working: { en: 'Your working time', fr: 'Votre temps de travail' },
  workingHint: {
    en: 'What you spent on this yourself, in days or hours: 0.25, 2 h.',
    fr: 'Le temps que vous y avez consacré, en jours ou en heures\u00a0: 0,25 ou 2\u00a0h.',
  },
  sent: { en: 'Invoice received', fr: 'Facture reçue' },
  signed: { en: 'Certified (section 34)', fr: 'Attestée (article 34)' },
  entered: { en: 'Entered by finance', fr: 'Saisie par les finances' },
  cardDocument: { en: 'Card document', fr: 'Document de carte' },
  paid: { en: 'Paid', fr: 'Payée' },
  confirmed: { en: 'Supplier confirmed the payment', fr: 'Réception du paiement confirmée par le fournisseur' },
  history: { en: 'What happened', fr: 'Ce qui s’est passé' },
  sentBack: { en: 'Why it was sent back', fr: 'Pourquoi elle a été retournée' },
  form: { en: 'Payment form, to print', fr: 'Formulaire de paiement à imprimer' },
} as const

/** The printed form that goes with a payment by card or PayPal. */
export const printedTexts = {
  title: { en: 'Payment by card or PayPal: form', fr: 'Paiement par carte ou PayPal\u00a0: formulaire' },
  lead: {
    en: 'This form is filled in from the file. It holds no card number.',
    fr: 'Ce formulaire est rempli à partir du dossier. Il ne contient aucun numéro de carte.',
  },
  purchase: { en: 'The purchase', fr: 'L’achat' },
  department: { en: 'Department', fr: 'Ministère' },
  why: { en: 'Why this way of paying', fr: 'Pourquoi ce mode de paiement' },
  whyText: {
    en: 'The work is a low-value, unclassified piece of open-source code, bought at a fixed price from a supplier chosen in an open process. The terms, the reservation of funds and the section 34 certification came before the payment. Paying by card or PayPal lets a small supplier without a vendor profile be paid in days. The supplier adds no fee.',
    fr: 'Le travail est du code source ouvert, non classifié et de faible valeur, acheté à prix fixe auprès d’un fournisseur choisi par un processus ouvert. Les conditions, la réservation de fonds et l’attestation en vertu de l’article 34 ont précédé le paiement. Le paiement par carte ou PayPal permet de payer en quelques jours un petit fournisseur qui n’a pas de profil de fournisseur. Le fournisseur n’ajoute aucuns frais.',
  },
  authorities: { en: 'Authorities', fr: 'Autorisations' },
  commitment: { en: 'Commitment (section 32)', fr: 'Engagement (article 32)' },
  terms: { en: 'Terms signed by both', fr: 'Conditions signées par les deux parties' },
  received: { en: 'Work accepted', fr: 'Travail accepté' },
  open: { en: 'Not yet', fr: 'Pas encore' },
  back: { en: 'Back to the payment', fr: 'Retour au paiement' },
} as const satisfies Record<string, Text>

export const waitingTexts: Record<PaymentAct, Text> = {
  certify: { en: 'Certify (section 34)', fr: 'Attester (article 34)' },
  enter: { en: 'Enter the invoice', fr: 'Saisir la facture' },
  document: { en: 'Create the card document', fr: 'Créer le document de carte' },
  pay: { en: 'Pay the supplier', fr: 'Payer le fournisseur' },
}
