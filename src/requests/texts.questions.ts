import { formatBusinessDays } from '../platform/format.ts'
import type { Text } from '../platform/i18n.ts'
import type { ReferralRefusal } from './rules.referrals.ts'

export const questionTexts = {
  title: { en: 'A question to the client', fr: 'Une question au client' },
  lead: {
    en: 'Ask one thing that you need to decide. The request waits meanwhile.',
    fr: 'Posez une seule question, utile à votre décision. La demande est en attente entre-temps.',
  },
  clock: (remind: number, close: number): Text => ({
    en: `A reminder goes out after ${formatBusinessDays(remind, 'en')}. After ${close}, the request ends if there is no answer.`,
    fr: `Un rappel part après ${formatBusinessDays(remind, 'fr')}. Sans réponse après ${close}, la demande prend fin.`,
  }),
  question: { en: 'Your question', fr: 'Votre question' },
  questionHint: (language: 'en' | 'fr'): Text =>
    language === 'en'
      ? { en: 'In English, as the client asked.', fr: 'En anglais, comme le client l’a demandé.' }
      : { en: 'In French, as the client asked.', fr: 'En français, comme le client l’a demandé.' },
  send: { en: 'Send the question', fr: 'Envoyer la question' },
  answerTitle: { en: 'Your answer', fr: 'Votre réponse' },
  answerLead: {
    en: 'The program team needs it to go on with your request.',
    fr: 'L’équipe du programme en a besoin pour poursuivre l’étude de votre demande.',
  },
  answer: { en: 'Answer', fr: 'Réponse' },
  answerHint: {
    en: 'Name nobody and paste no password or key.',
    fr: 'Ne nommez personne et n’inscrivez ni mot de passe ni clé.',
  },
  sendAnswer: { en: 'Send my answer', fr: 'Envoyer ma réponse' },
}

export const referralTexts = {
  title: { en: 'Needs handed on to you', fr: 'Besoins qui vous sont transmis' },
  lead: {
    en: 'Another department received a request that belongs to yours.',
    fr: 'Un autre ministère a reçu une demande qui relève du vôtre.',
  },
  from: { en: 'From', fr: 'De' },
  client: { en: 'Client', fr: 'Client' },
  email: { en: 'E-mail', fr: 'Courriel' },
  told: { en: 'What the client was told', fr: 'Ce que le client a lu' },
  question: { en: 'Do you take it on?', fr: 'Y donnez-vous suite?' },
  taken: { en: 'Yes: we write to the client', fr: 'Oui\u00a0: nous écrivons au client' },
  takenHint: {
    en: 'The client is told at once. You can then write the request down here.',
    fr: 'Nous lui écrivons aussitôt. Vous pourrez ensuite rédiger la demande ici.',
  },
  notTaken: { en: 'No', fr: 'Non' },
  notTakenHint: {
    en: 'Say why below: the client reads it.',
    fr: 'Indiquez pourquoi ci-dessous\u00a0: le client le lira.',
  },
  note: { en: 'Your words to the client', fr: 'Vos mots au client' },
  record: { en: 'Record my decision', fr: 'Consigner ma décision' },
  writeDown: { en: 'Write the request down', fr: 'Rédiger la demande' },
  task: { en: 'Decide on a need handed on to you', fr: 'Se prononcer sur un besoin qui vous est transmis' },
  none: { en: 'No need was handed on to you.', fr: 'Aucun besoin ne vous a été transmis.' },
  stands: { en: 'Where it stands', fr: 'Où il en est' },
  toDecide: { en: 'To decide', fr: 'À décider' },
  decided: {
    taken: { en: 'Taken on', fr: 'Suite donnée' },
    not_taken: { en: 'Not taken on', fr: 'Sans suite' },
  },
} satisfies Record<string, Text | Record<string, Text>>

export const referralRefusals: Record<ReferralRefusal, Text> = {
  not_allowed: {
    en: 'Your role does not let you do this. Ask the program team.',
    fr: 'Votre rôle ne vous le permet pas. Adressez-vous à l’équipe du programme.',
  },
  already_decided: {
    en: 'Somebody decided on this need in the meantime.',
    fr: 'Quelqu’un s’est prononcé sur ce besoin entre-temps.',
  },
  note_missing: { en: 'Say why: the client reads it.', fr: 'Indiquez pourquoi\u00a0: le client le lira.' },
}
