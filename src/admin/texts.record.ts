import type { Text } from '../platform/i18n.ts'

export const recordTexts = {
  title: { en: 'Record', fr: 'Registre' },
  lead: {
    en: 'What was done, by whom and when. Nothing here can be changed or removed; what applicants do is shown after closing.',
    fr: 'Ce qui a été fait, par qui et quand. Rien ne peut y être modifié ni supprimé; ce que font les fournisseurs qui postulent y paraît après la clôture.',
  },
  fileNumber: { en: 'File number', fr: 'Numéro de dossier' },
  fileHint: {
    en: 'For example 2026-014. Leave it empty for all files.',
    fr: 'Par exemple 2026-014. Laissez ce champ vide pour tous les dossiers.',
  },
  show: { en: 'Show', fr: 'Afficher' },
  noSuchFile: (number: string): Text => ({
    en: `Your department has no file ${number}.`,
    fr: `Votre ministère n’a pas de dossier ${number}.`,
  }),
  caption: { en: 'Events, newest first', fr: 'Événements, du plus récent au plus ancien' },
  when: { en: 'When', fr: 'Quand' },
  what: { en: 'What', fr: 'Quoi' },
  who: { en: 'Who', fr: 'Qui' },
  file: { en: 'File', fr: 'Dossier' },
  none: { en: 'Nothing is recorded yet', fr: 'Rien n’est encore consigné' },
  noneMore: {
    en: 'Each act on a file appears here within a second.',
    fr: 'Chaque action dans un dossier paraît ici en une seconde.',
  },
  older: { en: 'Older events', fr: 'Événements plus anciens' },
  system: { en: 'The system', fr: 'Le système' },
  visitor: { en: 'A visitor', fr: 'Une personne non connectée' },
  supplier: { en: 'A supplier', fr: 'Un fournisseur' },
  fileTitle: (number: string): Text => ({ en: `History of file ${number}`, fr: `Historique du dossier ${number}` }),
} as const

export const mailTexts = {
  mailbox: { en: 'Development mailbox', fr: 'Boîte de réception de développement' },
  mailboxLead: {
    en: 'Letters that would have been sent. They stay on this computer.',
    fr: 'Messages qui auraient été envoyés. Ils restent sur cet ordinateur.',
  },
  mailboxEmpty: { en: 'No letter yet', fr: 'Aucun message pour l’instant' },
  mailboxEmptyMore: {
    en: 'A letter appears here a second after it is sent.',
    fr: 'Un message paraît ici une seconde après son envoi.',
  },
  to: { en: 'To', fr: 'À' },
  subject: { en: 'Subject', fr: 'Objet' },
  source: { en: 'HTML source', fr: 'Source HTML' },
  headers: { en: 'Headers', fr: 'En-têtes' },
  messages: { en: 'Messages', fr: 'Messages' },
  messagesLead: {
    en: 'Every e-mail that Opportune sends, with made-up facts, in both languages.',
    fr: 'Tous les courriels qu’envoie Opportune, avec des faits inventés, dans les deux langues.',
  },
} as const

export const demoTexts = {
  title: { en: 'Who do you want to be?', fr: 'Qui voulez-vous être?' },
  lead: {
    en: 'These people are made up. Choose one to see what they see; sign out to be somebody else.',
    fr: 'Ces personnes sont inventées. Choisissez-en une pour voir ce qu’elle voit; déconnectez-vous pour en être une autre.',
  },
  suppliers: { en: 'Suppliers', fr: 'Fournisseurs' },
  person: { en: 'Person', fr: 'Personne' },
  role: { en: 'Role', fr: 'Rôle' },
  waits: { en: 'Waiting', fr: 'À faire' },
  nothing: { en: 'Nothing', fr: 'Rien' },
  be: { en: 'Sign in', fr: 'Se connecter' },
  as: (name: string): Text => ({ en: ` as ${name}`, fr: ` comme ${name}` }),
  none: { en: 'Nobody is here yet', fr: 'Il n’y a encore personne' },
  noneMore: {
    en: 'The demonstration has not been loaded: run bin/opportune demo.',
    fr: 'La démonstration n’a pas été chargée\u00a0: lancez bin/opportune demo.',
  },
} as const
