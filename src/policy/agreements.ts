import { day } from '../platform/day.ts'
import type { Text } from '../platform/i18n.ts'
import type { Versioned } from './versions.ts'

export type Agreement = Versioned & { readonly text: Text }
type Versions = readonly [Agreement, ...Agreement[]]

const first = { version: '1', from: day('2019-07-01') } as const
const one = (en: string, fr: string): Versions => [{ ...first, text: { en, fr } }]

/** One affirmation for all of eligibility: “yes” and the version are stored, nobody’s status is. */
export const eligibility = one(
  'The person who does the work is allowed to work in Canada, is at least of the age to sign a contract where they live, and is neither barred from federal contracts nor convicted of fraud against the government. The supplier is that person, or a business that employs them.',
  'La personne qui fera le travail a le droit de travailler au Canada, a l’âge de signer un contrat là où elle vit, n’est pas exclue des marchés fédéraux et n’a pas été reconnue coupable de fraude envers l’État. Le fournisseur est cette personne ou une entreprise qui l’emploie.',
)

/** What an applicant agrees to when applying, each by its own box. */
export const applicantAgreements = {
  delivery: one(
    'I can deliver the work by the delivery date.',
    'Je peux livrer le travail au plus tard à la date de livraison.',
  ),
  price: one(
    'I accept the fixed price. It pays for all the work, and sales tax is added only if I am registered to collect it.',
    'J’accepte le prix fixe. Il couvre tout le travail; la taxe de vente s’y ajoute seulement si mon inscription m’oblige à la percevoir.',
  ),
  payment: one(
    'I can be paid by card or by PayPal, and add no fee for it.',
    'Je peux recevoir un paiement par carte ou par PayPal, sans y ajouter de frais.',
  ),
  authority: one(
    'I have the authority to sign for this supplier.',
    'J’ai le pouvoir de signer au nom de ce fournisseur.',
  ),
  onlyApplication: one(
    'This is the only application of this supplier, its affiliates included.',
    'Cette candidature est la seule de ce fournisseur, entités affiliées comprises.',
  ),
  openSource: one(
    'The work will be published under the open-source licence named in the opportunity.',
    'Le travail sera publié sous la licence ouverte indiquée dans l’occasion.',
  ),
} as const satisfies Record<string, Versions>

/** What staff attest to, each stored with its version, the person and the time. */
export const staffAgreements = {
  noConflict: one(
    'I have no private interest in this opportunity, and know of no applicant among my family, friends or business relations. If that changes, I will say so and stop.',
    'Je n’ai aucun intérêt personnel dans cette occasion et, à ma connaissance, aucune personne candidate ne fait partie de ma famille, de mes amis ou de mes relations d’affaires. Si cela change, je le dirai et je cesserai.',
  ),
  equalQuality: one(
    'I read both versions. They say the same thing and are of equal quality.',
    'J’ai lu les deux versions. Elles disent la même chose et sont de qualité égale.',
  ),
  standaloneNeed: one(
    'This is a standalone piece of work, not part of a larger need cut up to stay under the limit, and my team does not have the capacity to do it.',
    'Ce travail forme un tout; il n’est pas tiré d’un besoin plus grand fractionné pour rester sous la limite, et mon équipe n’a pas la capacité de le faire.',
  ),
  unclassified: one(
    'Nothing in this work is protected or classified.',
    'Rien dans ce travail n’est protégé ni classifié.',
  ),
  commitment: one(
    'I approve this spending and confirm that the funds are available (Financial Administration Act, section 32).',
    'J’approuve cette dépense et confirme que les fonds sont disponibles (Loi sur la gestion des finances publiques, article 32).',
  ),
  certification: one(
    'The work was received, the price is as agreed and the supplier is entitled to payment (Financial Administration Act, section 34).',
    'Le travail a été reçu, le prix est celui convenu et le fournisseur a droit au paiement (Loi sur la gestion des finances publiques, article 34).',
  ),
} as const satisfies Record<string, Versions>

export type ApplicantAgreementId = keyof typeof applicantAgreements
export type StaffAgreementId = keyof typeof staffAgreements

export type FormerPublicServant = 'no' | 'yes' | 'yes-with-pension-or-payment'

/** Asked of each applicant; the answer is stored with the version of the question. */
export const formerPublicServantQuestion = one(
  'Have you, who sign, worked in the federal public service?',
  'Avez-vous, comme signataire, déjà travaillé dans la fonction publique fédérale?',
)

export const formerPublicServantAnswers: Record<FormerPublicServant, Text> = {
  no: { en: 'No', fr: 'Non' },
  yes: {
    en: 'Yes, and I receive neither a federal pension nor a lump-sum payment for leaving',
    fr: 'Oui, et je ne reçois ni pension fédérale ni paiement forfaitaire de départ',
  },
  'yes-with-pension-or-payment': {
    en: 'Yes, and I receive a federal pension or received a lump-sum payment for leaving',
    fr: 'Oui, et je reçois une pension fédérale ou j’ai reçu un paiement forfaitaire de départ',
  },
}

export type PrivacyPurpose = 'contracting' | 'outreach' | 'survey'

/** Which personal information bank a notice refers to. Source: standard banks of the government, to confirm. */
export const privacyBanks: Record<PrivacyPurpose, { readonly bank: Text; readonly name: Text }> = {
  contracting: {
    bank: { en: 'PSU 912', fr: 'POU 912' },
    name: { en: 'Contracting and procurement', fr: 'Marchés et approvisionnement' },
  },
  outreach: {
    bank: { en: 'PSU 938', fr: 'POU 938' },
    name: { en: 'Outreach activities', fr: 'Activités de sensibilisation' },
  },
  survey: {
    bank: { en: 'PSU 938', fr: 'POU 938' },
    name: { en: 'Outreach activities', fr: 'Activités de sensibilisation' },
  },
}
