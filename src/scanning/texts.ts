import type { Text } from '../platform/i18n.ts'
import type { MarkKind } from './rules.ts'

/** What a mark looks like, as a noun. */
export const markNames: Record<MarkKind, Text> = {
  social_insurance_number: { en: 'a social insurance number', fr: 'un numéro d’assurance sociale' },
  payment_card: { en: 'a payment card number', fr: 'un numéro de carte de paiement' },
  bank_account: { en: 'a bank account number', fr: 'un numéro de compte bancaire' },
  personal_number: {
    en: 'the number of a person’s card, licence or passport',
    fr: 'le numéro d’une carte, d’un permis ou d’un passeport',
  },
  security_marking: {
    en: 'a protected or classified marking',
    fr: 'une mention «\u00a0protégé\u00a0» ou «\u00a0classifié\u00a0»',
  },
  private_address: { en: 'an address of an internal network', fr: 'une adresse d’un réseau interne' },
  private_host: { en: 'the name of an internal server', fr: 'le nom d’un serveur interne' },
  personal_email: { en: 'a person’s e-mail address', fr: 'l’adresse courriel d’une personne' },
  phone_number: { en: 'a telephone number', fr: 'un numéro de téléphone' },
  postal_address: { en: 'a postal address', fr: 'une adresse postale' },
  secret: { en: 'a key, a token or a password', fr: 'une clé, un jeton ou un mot de passe' },
}

/** What to do about it, when it is one. */
export const markAdvice: Record<MarkKind, Text> = {
  social_insurance_number: {
    en: 'Remove it. Describe the test data instead; the supplier gets samples that are made up.',
    fr: 'Retirez-le. Décrivez plutôt les données d’essai; le fournisseur recevra des échantillons fictifs.',
  },
  payment_card: {
    en: 'Remove it. Name the payment provider’s test cards instead.',
    fr: 'Retirez-le. Nommez plutôt les cartes d’essai du prestataire de paiement.',
  },
  bank_account: { en: 'Remove it.', fr: 'Retirez-le.' },
  personal_number: { en: 'Remove it.', fr: 'Retirez-le.' },
  security_marking: {
    en: 'Remove the marking if it is there by mistake. If the text is protected or classified, this work cannot be posted.',
    fr: 'Retirez la mention si elle est là par erreur. Si le texte est protégé ou classifié, ce travail ne peut pas être affiché.',
  },
  private_address: {
    en: 'Describe the environment in words; the address is given after the award.',
    fr: 'Décrivez l’environnement en mots; l’adresse est donnée après l’attribution.',
  },
  private_host: {
    en: 'Say what the server does; its name is given after the award.',
    fr: 'Dites à quoi sert le serveur; son nom est donné après l’attribution.',
  },
  personal_email: {
    en: 'Use the mailbox of the team. Client and supplier are introduced at the award.',
    fr: 'Indiquez l’adresse commune de l’équipe. Le client et le fournisseur sont mis en contact à l’attribution.',
  },
  phone_number: {
    en: 'Remove it. Client and supplier are introduced at the award.',
    fr: 'Retirez-le. Le client et le fournisseur sont mis en contact à l’attribution.',
  },
  postal_address: { en: 'Name the city or the region instead.', fr: 'Nommez plutôt la ville ou la région.' },
  secret: {
    en: 'Remove it and have it replaced: whoever has read this page has read it.',
    fr: 'Retirez-le et faites-le remplacer\u00a0: toute personne qui a lu cette page l’a lu.',
  },
}
