import type { Text } from '../platform/i18n.ts'
import type { AcceptRefusal, DeclineRefusal, OfferState, Payment, SignOffRefusal } from './rules.ts'

/** Names of an offer’s state, for the supplier and for staff. */
export const offerStateNames: Record<'supplier' | 'staff', Record<OfferState, Text>> = {
  supplier: {
    made: { en: 'The work is yours if you accept', fr: 'Le travail est à vous si vous l’acceptez' },
    accepted: { en: 'You accepted and signed', fr: 'Vous avez accepté et signé' },
    terms_signed: { en: 'Both have signed', fr: 'Les deux parties ont signé' },
    declined: { en: 'You declined', fr: 'Vous avez décliné l’offre' },
    lapsed: { en: 'The offer lapsed', fr: 'L’offre a expiré' },
  },
  staff: {
    made: { en: 'Offered, waiting for an answer', fr: 'Offerte, en attente de réponse' },
    accepted: { en: 'Accepted, waiting for Canada', fr: 'Acceptée, en attente du Canada' },
    terms_signed: { en: 'Signed by both', fr: 'Signée par les deux parties' },
    declined: { en: 'Declined', fr: 'Déclinée' },
    lapsed: { en: 'Lapsed', fr: 'Expirée' },
  },
}

export const paymentNames: Record<Payment, Text> = {
  card: { en: 'Card, on my own terminal', fr: 'Carte, à mon propre terminal' },
  paypal: { en: 'PayPal, by my own link', fr: 'PayPal, par mon propre lien' },
  direct_deposit: { en: 'Direct deposit', fr: 'Dépôt direct' },
}

/** The same, as staff read it. */
export const paymentNamesForStaff: Record<Payment, Text> = {
  card: { en: 'Card, on the supplier’s terminal', fr: 'Carte, au terminal du fournisseur' },
  paypal: { en: 'PayPal, by the supplier’s link', fr: 'PayPal, par le lien du fournisseur' },
  direct_deposit: { en: 'Direct deposit', fr: 'Dépôt direct' },
}

export const paymentHints: Record<Payment, Text> = {
  card: {
    en: 'You have a terminal that takes Visa, such as one in a telephone.',
    fr: 'Vous avez un terminal qui accepte Visa, par exemple dans un téléphone.',
  },
  paypal: {
    en: 'PayPal keeps a small fee and may hold a first payment for some days.',
    fr: 'PayPal retient des frais minimes et peut bloquer un premier paiement quelques jours.',
  },
  direct_deposit: {
    en: 'When neither of the others works. It takes longer: finance sets you up first.',
    fr: 'Si aucun des deux autres ne convient. C’est plus long\u00a0: les finances vous inscrivent d’abord.',
  },
}

export const acceptRefusals: Record<AcceptRefusal, Text> = {
  not_allowed: { en: 'This offer is not yours.', fr: 'Cette offre n’est pas la vôtre.' },
  already_answered: { en: 'You have already answered this offer.', fr: 'Vous avez déjà répondu à cette offre.' },
  too_late: {
    en: 'The time to answer is over: the offer has lapsed.',
    fr: 'Le délai de réponse est passé\u00a0: l’offre a expiré.',
  },
  file_ended: {
    en: 'The department has ended this opportunity. There is nothing left to accept.',
    fr: 'Le ministère a mis fin à cette occasion. Il n’y a plus rien à accepter.',
  },
  method_not_offered: {
    en: 'The department does not pay in this way. Choose another.',
    fr: 'Le ministère ne paie pas de cette façon. Choisissez-en une autre.',
  },
  detail_missing: {
    en: 'Enter your PayPal.Me address, such as paypal.me/yourname.',
    fr: 'Inscrivez votre adresse PayPal.Me, par exemple paypal.me/votrenom.',
  },
  card_number: {
    en: 'This looks like the number of a card or an account. Remove it: we never keep one.',
    fr: 'Cela ressemble à un numéro de carte ou de compte. Retirez-le\u00a0: nous n’en conservons jamais.',
  },
  name_differs: {
    en: 'Type the name of the person who may sign, as on your application.',
    fr: 'Inscrivez le nom de la personne qui peut signer, comme dans votre candidature.',
  },
  too_expensive: {
    en: 'With the highest sales tax, the price is above the limit. Write to the department.',
    fr: 'Avec la taxe de vente la plus élevée, le prix dépasse la limite. Écrivez au ministère.',
  },
  terms_changed: {
    en: 'The terms changed since you opened this page. Read them again, then sign.',
    fr: 'Les conditions ont changé depuis que vous avez ouvert cette page. Relisez-les, puis signez.',
  },
}

export const declineRefusals: Record<DeclineRefusal, Text> = {
  not_allowed: acceptRefusals.not_allowed,
  already_answered: {
    en: 'This offer can no longer be declined. If you cannot do the work, say so on the page of the work.',
    fr: 'Cette offre ne peut plus être déclinée. Si vous ne pouvez pas faire le travail, dites-le à la page du travail.',
  },
  too_late: acceptRefusals.too_late,
}

export const signOffRefusals: Record<SignOffRefusal, Text> = {
  not_allowed: { en: 'The program team records this.', fr: 'C’est l’équipe du programme qui le consigne.' },
  wrong_state: {
    en: 'It is recorded between the supplier’s signature and Canada’s.',
    fr: 'Cela se consigne entre la signature du fournisseur et celle du Canada.',
  },
  not_needed: {
    en: 'The supplier said that they are not a public servant: no sign-off is needed.',
    fr: 'Le fournisseur a déclaré ne pas être fonctionnaire\u00a0: aucun accord n’est nécessaire.',
  },
  already_recorded: { en: 'The sign-off is recorded already.', fr: 'L’accord est déjà consigné.' },
}
