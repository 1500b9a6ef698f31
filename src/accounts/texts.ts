import type { Language, Text } from '../platform/i18n.ts'
import type { AccountRefusal, SignInRefusal, StaffRole } from './rules.ts'

/** Roles as their holders read them, beside their name. */
export const roleNames: Record<StaffRole, Text> = {
  client: { en: 'Client', fr: 'Client' },
  program_team: { en: 'Program team', fr: 'Équipe du programme' },
  procurement: { en: 'Procurement', fr: 'Approvisionnement' },
  section_32: { en: 'Spending approval (section 32)', fr: 'Approbation des dépenses (article 32)' },
  section_34: { en: 'Certification (section 34)', fr: 'Attestation (article 34)' },
  finance: { en: 'Finance', fr: 'Finances' },
  cardholder: { en: 'Cardholder', fr: 'Titulaire de la carte' },
  signatory: { en: 'Signatory for Canada', fr: 'Signataire pour le Canada' },
  observer: { en: 'Observer', fr: 'Observation' },
  administrator: { en: 'Administrator', fr: 'Administration' },
}

/** What one is who holds these roles: `Client`, `Program team · Procurement`. */
export const roleTitle = (roles: readonly StaffRole[], language: Language): string =>
  roles.map((role) => roleNames[role][language]).join(' · ')

export const supplierName: Text = { en: 'Supplier', fr: 'Fournisseur' }

export const accountRefusals: Record<AccountRefusal, Text> = {
  not_allowed: {
    en: 'Only an administrator of the department may do this.',
    fr: 'Seule l’administration du ministère peut faire cela.',
  },
  code_taken: { en: 'Another department has this code.', fr: 'Un autre ministère porte déjà ce code.' },
  unknown_person: { en: 'There is no such person.', fr: 'Cette personne n’existe pas.' },
  already_granted: {
    en: 'This person has this role from that day already.',
    fr: 'Cette personne a déjà ce rôle à partir de ce jour.',
  },
  own_grant: {
    en: 'Nobody gives a role to themselves. Ask another administrator.',
    fr: 'Personne ne s’attribue un rôle. Adressez-vous à une autre personne de l’administration.',
  },
  acting_for_nobody: {
    en: 'Choose somebody else who holds this role on the first day, in their own name.',
    fr: 'Choisissez une autre personne qui a ce rôle en son propre nom le premier jour.',
  },
  acting_without_end: {
    en: 'Acting in somebody’s place has a last day. Enter it.',
    fr: 'Un intérim a un dernier jour. Inscrivez-le.',
  },
  no_such_grant: {
    en: 'This role has ended already, or never existed.',
    fr: 'Ce rôle a déjà pris fin ou n’a jamais existé.',
  },
  last_administrator: {
    en: 'This is the department’s only administrator without a last day. Give the role to somebody else first.',
    fr: 'Il n’y aurait plus personne à l’administration du ministère pour une durée indéterminée. Attribuez d’abord ce rôle à une autre personne.',
  },
  ends_before_it_starts: {
    en: 'The last day comes before the first. Choose a later last day.',
    fr: 'Le dernier jour précède le premier. Choisissez un dernier jour plus tardif.',
  },
}

export const signInRefusals: Record<SignInRefusal, Text> = {
  too_many_requests: {
    en: 'There were too many tries from this connection. Wait a quarter of an hour, then try again; a code that you already have stays good for its ten minutes.',
    fr: 'Il y a eu trop de tentatives depuis cette connexion. Attendez un quart d’heure avant de réessayer; un code déjà reçu reste valable dix minutes.',
  },
  too_many_tries: {
    en: 'This code was tried five times and no longer works. Ask for a new one.',
    fr: 'Ce code a fait l’objet de cinq tentatives et ne fonctionne plus. Demandez-en un nouveau.',
  },
  no_code: {
    en: 'No code is waiting in this browser: it was used, or it is more than ten minutes old. Ask for a new one.',
    fr: 'Aucun code n’est en attente dans ce navigateur\u00a0: il a déjà servi ou date de plus de dix minutes. Demandez-en un nouveau.',
  },
  wrong_code: {
    en: 'That is not the code that we sent last. Check the six digits.',
    fr: 'Ce n’est pas le dernier code que nous avons envoyé. Vérifiez les six chiffres.',
  },
  not_here: {
    en: 'The demonstration’s sign-in does not exist here.',
    fr: 'La connexion de démonstration n’existe pas ici.',
  },
}

export const signInTexts = {
  title: { en: 'Sign in', fr: 'Connexion' },
  lead: {
    en: 'Suppliers sign in with a code that we send by e-mail. There is no password, and no account to create.',
    fr: 'Les fournisseurs se connectent au moyen d’un code envoyé par courriel. Il n’y a ni mot de passe ni compte à créer.',
  },
  address: { en: 'Your e-mail address', fr: 'Votre adresse courriel' },
  addressHint: {
    en: 'Use the same address each time: your applications belong to it.',
    fr: 'Utilisez toujours la même adresse\u00a0: vos candidatures y sont rattachées.',
  },
  send: { en: 'Send me a code', fr: 'M’envoyer un code' },
  staffHead: { en: 'Government staff', fr: 'Personnel du gouvernement' },
  staff: {
    en: 'Staff sign in through their department.',
    fr: 'Le personnel se connecte au moyen du service de son ministère.',
  },
  demo: { en: 'Choose a person of the demonstration', fr: 'Choisir une personne de la démonstration' },
  codeTitle: { en: 'Enter your code', fr: 'Saisir votre code' },
  codeSent: (address: string): Text => ({
    en: `We sent six digits to ${address}. They work for ten minutes, in this browser only.`,
    fr: `Nous avons envoyé six chiffres à ${address}. Ils sont valables dix minutes, dans ce navigateur seulement.`,
  }),
  noCode: {
    en: 'No code is waiting in this browser.',
    fr: 'Aucun code n’est en attente dans ce navigateur.',
  },
  code: { en: 'Six-digit code', fr: 'Code à six chiffres' },
  codeHint: { en: 'For example 123 456.', fr: 'Par exemple 123 456.' },
  enter: { en: 'Sign in', fr: 'Se connecter' },
  again: { en: 'Nothing received? Ask for a new code', fr: 'Rien reçu? Demander un nouveau code' },
  notSixDigits: {
    en: 'The code has six digits, such as 123 456.',
    fr: 'Le code compte six chiffres, comme 123 456.',
  },
} as const
