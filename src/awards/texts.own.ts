import type { Text } from '../platform/i18n.ts'
import type { Fate } from './rules.ts'

/** An applicant’s own page of the result, once a supplier is found or the posting has ended. */
export const ownTexts = {
  title: { en: 'The result of your application', fr: 'Le résultat de votre candidature' },
  state: { en: 'Result known', fr: 'Résultat connu' },
  applications: { en: 'Your applications', fr: 'Vos candidatures' },
  eyebrow: (number: string): Text => ({
    en: `Application to opportunity ${number}`,
    fr: `Candidature à l’occasion ${number}`,
  }),
  criteria: { en: 'Criterion by criterion', fr: 'Critère par critère' },
  met: { en: 'Met', fr: 'Satisfait' },
  unmet: { en: 'Not met', fr: 'Non satisfait' },
  noMarks: { en: 'No reason was recorded.', fr: 'Aucun motif n’a été consigné.' },
  draw: { en: 'The draw', fr: 'Le tirage au sort' },
  rank: (rank: number): Text => ({
    en: `Your application is number ${rank} in the order of the draw.`,
    fr: `Votre candidature est au rang ${rank} dans l’ordre du tirage.`,
  }),
  notDrawn: {
    en: 'Your application did not take part in the draw.',
    fr: 'Votre candidature n’a pas pris part au tirage.',
  },
  noDraw: {
    en: 'There was no draw: fewer than two applications met every criterion.',
    fr: 'Il n’y a pas eu de tirage\u00a0: moins de deux candidatures satisfaisaient à tous les critères.',
  },
  token: (token: string): Text => ({
    en: `It is named there by its token, ${token}.`,
    fr: `Elle y est désignée par son jeton, ${token}.`,
  }),
  seeDraw: { en: 'See and check the draw', fr: 'Voir et vérifier le tirage' },
  talk: { en: 'To talk it over', fr: 'Pour en parler' },
  talkMore: (department: string, mailbox: string): Text => ({
    en: `Write to ${department} at ${mailbox} and ask for a debrief. The e-mail with your result says until when you may complain, and to whom.`,
    fr: `Écrivez à ${department}, à l’adresse ${mailbox}, et demandez un compte rendu. Le courriel qui annonce votre résultat dit jusqu’à quand vous pouvez déposer une plainte, et auprès de qui.`,
  }),
  receipt: { en: 'Receipt', fr: 'Reçu' },
  nothing: { en: 'Nothing', fr: 'Rien' },
  noDate: { en: 'No date', fr: 'Aucune échéance' },
} as const

export const ownFates: Record<Fate | 'offered', { happening: Text; more: Text }> = {
  offered: {
    happening: { en: 'The work was offered to you.', fr: 'Le travail vous a été offert.' },
    more: { en: 'You met every criterion.', fr: 'Vous satisfaites à tous les critères.' },
  },
  not_passed: {
    happening: { en: 'Your application did not pass.', fr: 'Votre candidature n’est pas recevable.' },
    more: {
      en: 'All criteria must be met. The reasons are below.',
      fr: 'Tous les critères doivent être satisfaits. Les motifs figurent ci-dessous.',
    },
  },
  not_drawn: {
    happening: {
      en: 'You passed. Another application was drawn first.',
      fr: 'Votre candidature est recevable. Une autre a été tirée avant la vôtre.',
    },
    more: {
      en: 'If the chosen supplier cannot deliver, the work is offered to the next in the order.',
      fr: 'Si le fournisseur retenu ne peut pas livrer, le travail est offert au fournisseur suivant dans l’ordre du tirage.',
    },
  },
  not_ranked: {
    happening: {
      en: 'You met the criteria, and your application was set aside before the draw.',
      fr: 'Votre candidature était recevable, mais elle a été écartée avant le tirage au sort.',
    },
    more: { en: 'Write to us to learn why.', fr: 'Écrivez-nous pour en connaître la raison.' },
  },
  ended: {
    happening: {
      en: 'You passed, but the posting ended and the work is offered to nobody.',
      fr: 'Votre candidature est recevable, mais l’affichage a pris fin et le travail n’est offert à personne.',
    },
    more: {
      en: 'If the need is posted again, you can apply again.',
      fr: 'Si le besoin est affiché de nouveau, vous pourrez présenter une nouvelle candidature.',
    },
  },
}
