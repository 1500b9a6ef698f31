import type { Text } from '../platform/i18n.ts'
import type {
  BoundsRefusal,
  CardDocumentRefusal,
  CertifyRefusal,
  ConfirmRefusal,
  EnterRefusal,
  InvoiceState,
  PayRefusal,
  ReturnRefusal,
  SendRefusal,
} from './rules.ts'

/** Names of an invoice’s state, for the supplier and for staff. */
export const invoiceStateNames: Record<'supplier' | 'staff', Record<InvoiceState, Text>> = {
  supplier: {
    drafted: { en: 'Your invoice is drafted', fr: 'Votre facture est préparée' },
    sent: { en: 'We have your invoice', fr: 'Nous avons votre facture' },
    returned: { en: 'Your invoice came back', fr: 'Votre facture vous revient' },
    certified: { en: 'Certified, on its way to finance', fr: 'Attestée, transmise aux finances' },
    entered: { en: 'Entered, about to be paid', fr: 'Saisie, sur le point d’être payée' },
    paid: { en: 'Paid', fr: 'Payée' },
  },
  staff: {
    drafted: { en: 'Drafted, waiting for the supplier', fr: 'Préparée, en attente du fournisseur' },
    sent: { en: 'Work accepted, invoice in', fr: 'Travail accepté, facture reçue' },
    returned: { en: 'Sent back to the supplier', fr: 'Retournée au fournisseur' },
    certified: { en: 'Certified under section 34', fr: 'Attestée en vertu de l’article 34' },
    entered: { en: 'Entered in the financial system', fr: 'Saisie dans le système financier' },
    paid: { en: 'Paid', fr: 'Payée' },
  },
}

const boundsRefusals: Record<BoundsRefusal, Text> = {
  not_reserved: {
    en: 'No funds are reserved for this file. Finance reserves them first.',
    fr: 'Aucun fonds n’est réservé pour ce dossier. Les finances doivent d’abord en réserver.',
  },
  over_reserved: {
    en: 'The total is above the amount reserved for this file. It cannot be paid as it stands.',
    fr: 'Le total dépasse le montant réservé pour ce dossier. Il ne peut être payé tel quel.',
  },
  over_limit: {
    en: 'The total is above the limit, taxes included. It cannot be paid as it stands.',
    fr: 'Le total dépasse la limite, taxes comprises. Il ne peut être payé tel quel.',
  },
}

const cardNumber: Text = {
  en: 'This looks like the number of a card. Remove it: no card number is ever kept here.',
  fr: 'Cela ressemble à un numéro de carte. Retirez-le\u00a0: aucun numéro de carte n’est conservé ici.',
}
const meanwhile: Text = {
  en: 'Somebody acted on this invoice in the meantime. See below where it stands.',
  fr: 'Quelqu’un a agi sur cette facture entre-temps. Voyez ci-dessous où elle en est.',
}
const yourRole: Text = {
  en: 'Your role does not let you do this.',
  fr: 'Votre rôle ne vous le permet pas.',
}
const beneficiary: Text = {
  en: 'This payment would go to you, so somebody else must act on it.',
  fr: 'Ce paiement vous serait versé\u00a0: une autre personne doit s’en occuper.',
}
const duties: Text = {
  en: 'You asked for, evaluated, accepted or certified this work. Somebody else must act here.',
  fr: 'Vous avez demandé, évalué, accepté ou attesté ce travail. Une autre personne doit agir ici.',
}

export const sendRefusals: Record<SendRefusal, Text> = {
  not_allowed: { en: 'This invoice is not yours.', fr: 'Cette facture n’est pas la vôtre.' },
  wrong_state: { en: 'This invoice has been sent.', fr: 'Cette facture est déjà envoyée.' },
  card_number: cardNumber,
  total_changed: {
    en: 'With what you entered the total is different. Check the new total below, then send.',
    fr: 'Avec ce que vous avez inscrit, le total change. Vérifiez le nouveau total ci-dessous, puis envoyez.',
  },
  not_reserved: {
    en: 'We cannot take this invoice yet: the funds are not reserved. Write to us.',
    fr: 'Nous ne pouvons pas encore recevoir cette facture\u00a0: les fonds ne sont pas réservés. Écrivez-nous.',
  },
  over_reserved: {
    en: 'The total is above what was reserved for this work. Write to us before you send it.',
    fr: 'Le total dépasse ce qui a été réservé pour ce travail. Écrivez-nous avant de l’envoyer.',
  },
  over_limit: {
    en: 'The total is above the limit, taxes included. Write to us before you send it.',
    fr: 'Le total dépasse la limite, taxes comprises. Écrivez-nous avant de l’envoyer.',
  },
}

export const confirmRefusals: Record<ConfirmRefusal, Text> = {
  not_allowed: sendRefusals.not_allowed,
  wrong_state: { en: 'This invoice is not paid yet.', fr: 'Cette facture n’est pas encore payée.' },
  already_confirmed: { en: 'You have already confirmed it.', fr: 'Vous l’avez déjà confirmé.' },
}

/** What stands in the way of a member of staff, and what to do about it. */
export const staffRefusals: Record<
  CertifyRefusal | ReturnRefusal | EnterRefusal | CardDocumentRefusal | PayRefusal,
  Text
> = {
  not_allowed: yourRole,
  wrong_state: meanwhile,
  separation_of_duties: duties,
  beneficiary,
  work_not_accepted: {
    en: 'The work is not accepted, so there is nothing to certify.',
    fr: 'Le travail n’est pas accepté\u00a0: il n’y a rien à attester.',
  },
  price_differs: {
    en: 'The price on the invoice is not the one agreed. Send the invoice back.',
    fr: 'Le prix de la facture n’est pas celui qui a été convenu. Retournez la facture.',
  },
  ...boundsRefusals,
  no_delegation: {
    en: 'You hold no section 34 delegation today. The department’s administrator gives them.',
    fr: 'Vous n’avez aujourd’hui aucune délégation en vertu de l’article 34. L’administration du ministère les accorde.',
  },
  delegation_too_low: {
    en: 'The total is above your delegation. A manager with a higher one must certify.',
    fr: 'Le total dépasse votre délégation. Une personne dont la délégation est plus élevée doit attester.',
  },
  reason_missing: {
    en: 'Say why it goes back: the supplier and the client read it.',
    fr: 'Indiquez pourquoi elle est retournée\u00a0: le fournisseur et le client le liront.',
  },
  card_number: cardNumber,
  already_created: { en: 'The card document exists already.', fr: 'Le document de carte existe déjà.' },
  method_not_offered: {
    en: 'The department does not pay in this way. Choose another.',
    fr: 'Le ministère ne paie pas de cette façon. Choisissez-en une autre.',
  },
  no_card_document: {
    en: 'Create the card document first.',
    fr: 'Créez d’abord le document de carte.',
  },
}

export const formTexts = {
  postalCode: {
    en: 'Enter a Canadian postal code, such as K1A 0A1.',
    fr: 'Inscrivez un code postal canadien, par exemple K1A 0A1.',
  },
  working: {
    en: 'Enter days or hours, such as 0.5 or 2 h.',
    fr: 'Inscrivez des jours ou des heures, par exemple 0,5 ou 2 h.',
  },
  choose: { en: 'Choose yes or no.', fr: 'Choisissez oui ou non.' },
} as const satisfies Record<string, Text>
