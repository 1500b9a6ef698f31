import type { Text } from '../platform/i18n.ts'
import type { AnswerRefusal, Audience, Question } from './rules.ts'

/** Each audience as the one who answers. */
export const audienceTexts: Record<Audience, { readonly label: Text; readonly hint: Text }> = {
  supplier: {
    label: { en: 'I applied', fr: 'J’ai posé ma candidature' },
    hint: { en: 'Chosen or not.', fr: 'Qu’elle ait été retenue ou non.' },
  },
  winner: {
    label: { en: 'I did the work', fr: 'J’ai fait le travail' },
    hint: {
      en: 'I was chosen and signed the terms.',
      fr: 'Ma candidature a été retenue et j’ai signé les conditions.',
    },
  },
  client: {
    label: { en: 'My team bought the work', fr: 'Mon équipe a acheté le travail' },
    hint: { en: 'In the public service.', fr: 'Dans la fonction publique.' },
  },
}

export const questionTexts: Record<
  Question,
  { readonly supplier: Text; readonly client?: Text; readonly hint?: Text }
> = {
  wouldAgain: {
    supplier: { en: 'Would you apply again?', fr: 'Poseriez-vous de nouveau votre candidature?' },
    client: { en: 'Would you use it again?', fr: 'Y auriez-vous recours de nouveau?' },
  },
  firstContract: {
    supplier: {
      en: 'Is it, or would it be, your first government contract?',
      fr: 'Est-ce, ou serait-ce, votre premier contrat avec l’État?',
    },
  },
  smallFirm: {
    supplier: {
      en: 'Are you a freelancer, a student or a firm of fewer than 100 people?',
      fr: 'Êtes-vous pigiste, aux études ou une entreprise de moins de 100 personnes?',
    },
  },
  underRepresented: {
    supplier: {
      en: 'Is the business mostly owned by people of an under-represented group?',
      fr: 'L’entreprise appartient-elle surtout à des personnes d’un groupe sous-représenté?',
    },
    hint: {
      en: 'Women, Indigenous peoples, persons with disabilities, racialized people, 2SLGBTQI+ people. On your own, answer for yourself.',
      fr: 'Femmes, Autochtones, personnes en situation de handicap, personnes racisées, personnes 2ELGBTQI+. Si vous travaillez à votre compte, répondez pour vous.',
    },
  },
}

export const surveyTexts = {
  title: { en: 'Tell us how it went', fr: 'Dites-nous comment cela s’est passé' },
  lead: {
    en: 'A few questions, one or two minutes, all voluntary.',
    fr: 'Quelques questions, une ou deux minutes, toutes facultatives.',
  },
  apart: { en: 'Kept apart from everything else', fr: 'Des réponses conservées à part de tout le reste' },
  apartMore: {
    en: 'We keep your answers and the month: no name, no address, no link to an application or a contract. Nobody who evaluates or pays sees them. We cannot find one answer again, so we cannot take it back for you.',
    fr: 'Nous conservons vos réponses et le mois\u00a0: ni nom, ni adresse, ni lien avec une candidature ou un contrat. Aucune personne qui évalue ou qui paie ne les voit. Comme nous ne pouvons retrouver une réponse en particulier, nous ne pouvons pas retirer la vôtre.',
  },
  bank: (bank: string): Text => ({
    en: `Personal information bank: ${bank}. Small counts are never published.`,
    fr: `Fichier de renseignements personnels\u00a0: ${bank}. Les petits nombres ne sont jamais publiés.`,
  }),
  who: { en: 'What was your part in it?', fr: 'Quel a été votre rôle?' },
  department: { en: 'Which department?', fr: 'Quel ministère?' },
  yes: { en: 'Yes', fr: 'Oui' },
  no: { en: 'No', fr: 'Non' },
  unsaid: { en: 'I prefer not to say', fr: 'Je préfère ne pas le dire' },
  story: { en: 'In your own words', fr: 'Dans vos mots' },
  storyHint: {
    en: 'What went well, what did not, what you would change. Name nobody.',
    fr: 'Ce qui a bien fonctionné, ce qui n’a pas fonctionné, ce que vous changeriez. Ne nommez personne.',
  },
  send: { en: 'Send my answers', fr: 'Envoyer mes réponses' },
  thanks: { en: 'Thank you', fr: 'Merci' },
  thanksMore: {
    en: 'Your answers are kept without your name. There is nothing else to do.',
    fr: 'Vos réponses sont conservées sans votre nom. Il n’y a rien d’autre à faire.',
  },
  back: { en: 'See the open opportunities', fr: 'Voir les occasions ouvertes' },
} as const

export const refusals: Record<AnswerRefusal, Text> = {
  unknown_department: { en: 'Choose the department.', fr: 'Choisissez le ministère.' },
  nothing_answered: {
    en: 'Answer at least one question, or close this page: nothing is required.',
    fr: 'Répondez à au moins une question, ou fermez cette page\u00a0: rien n’est obligatoire.',
  },
  too_many: {
    en: 'We have received very many answers this month and take no more. Write to the department instead.',
    fr: 'Nous avons reçu un très grand nombre de réponses ce mois-ci et n’en acceptons plus. Écrivez plutôt au ministère.',
  },
}
