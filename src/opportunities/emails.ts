import type { Language, Text } from '../platform/i18n.ts'
import { type Email, email, type Letter } from '../platform/mail.ts'

/** Every letter about a file says which one, and leads to one page. */
export type About = { number: string; title: string; link: string }

/** A file as letters of samples know it. */
export const sample: About = {
  number: '2026-014',
  title: 'Fix a keyboard trap in the boat-licence date picker',
  link: 'http://localhost:8080/en/files/0190f3a2-0000-7000-8000-000000000001',
}

type Words = { readonly subject: Text; readonly body: Text; readonly label: Text }

/** File and title in the subject, one paragraph or two, one link. */
export function letter(
  words: Words,
  { number, title, link }: About,
  language: Language,
  more: readonly string[] = [],
): Letter {
  const named = language === 'en' ? `${number}, “${title}”` : `${number}, «\u00a0${title}\u00a0»`
  return {
    subject: `${words.subject[language]} ${number}`,
    paragraphs: [`${named}.`, words.body[language], ...more, { link, label: words.label[language] }],
  }
}

const plain = (kind: string, words: Words) =>
  email(kind, sample, (facts: About, language) => letter(words, facts, language))

export const toApproveEmail = plain('opportunity.to_approve', {
  subject: { en: 'Statement to approve:', fr: 'Énoncé à approuver\u00a0:' },
  body: {
    en: 'The statement is written and frozen. Read it, then approve it or send it back with reasons. Nothing is posted before.',
    fr: 'L’énoncé est rédigé et figé. Lisez-le, puis approuvez-le ou retournez-le avec vos motifs. Rien n’est affiché d’ici là.',
  },
  label: { en: 'Read and decide', fr: 'Lire et décider' },
})

export const pifEmail = plain('opportunity.pif_wanted', {
  subject: { en: 'Initiation form to complete:', fr: 'Formulaire de lancement à remplir\u00a0:' },
  body: {
    en: 'The statement is submitted. The procurement initiation form is filled in from it: two codes are missing.',
    fr: 'L’énoncé est soumis. Le formulaire de lancement est déjà rempli à partir de l’énoncé\u00a0: il ne manque que deux codes.',
  },
  label: { en: 'Complete the form', fr: 'Remplir le formulaire' },
})

type Returned = About & { reasons: string; comments: number; first: string }

export const returnedEmail = email(
  'opportunity.returned',
  {
    ...sample,
    ...{ reasons: 'W2 cannot be tested as it is written.', comments: 2, first: 'Say which screen readers.' },
  },
  (facts: Returned, language) =>
    letter(
      {
        subject: { en: 'Changes requested:', fr: 'Changements demandés\u00a0:' },
        body: {
          en: 'The statement is a draft again, with these reasons:',
          fr: 'L’énoncé redevient un brouillon, pour les motifs suivants\u00a0:',
        },
        label: { en: 'Change the statement', fr: 'Modifier l’énoncé' },
      },
      facts,
      language,
      [facts.reasons, ...(facts.comments > 0 ? [openCommentsSay(facts)[language]] : [])],
    ),
)

/** How many comments wait at the fields, with the first of them. */
const openCommentsSay = ({ comments, first }: Returned): Text =>
  comments === 1
    ? {
        en: `One comment stands at its field: “${first}”`,
        fr: `Un commentaire figure au champ concerné\u00a0: «\u00a0${first}\u00a0»`,
      }
    : {
        en: `${comments} comments stand at their fields. The first: “${first}”`,
        fr: `${comments} commentaires figurent aux champs concernés. Le premier\u00a0: «\u00a0${first}\u00a0»`,
      }

export const toSignEmail = plain('opportunity.commitment_wanted', {
  subject: { en: 'Spending to approve (section 32):', fr: 'Dépense à approuver (article 32)\u00a0:' },
  body: {
    en: 'The statement is approved and the initiation form is complete. One decision is asked of you; it takes about two minutes.',
    fr: 'L’énoncé est approuvé et le formulaire de lancement est rempli. Une seule décision vous est demandée; elle prend environ deux minutes.',
  },
  label: { en: 'Read and decide', fr: 'Lire et décider' },
})

export const signedEmail = plain('opportunity.commitment_signed', {
  subject: { en: 'Spending approved:', fr: 'Dépense approuvée\u00a0:' },
  body: {
    en: 'The spending is approved under section 32. The file can now go to finance.',
    fr: 'La dépense est approuvée en vertu de l’article 32. Le dossier peut maintenant être envoyé aux finances.',
  },
  label: { en: 'Send to finance', fr: 'Envoyer aux finances' },
})

export const toReserveEmail = plain('opportunity.reservation_wanted', {
  subject: { en: 'Funds to reserve:', fr: 'Fonds à réserver\u00a0:' },
  body: {
    en: 'Spending is approved. Reserve the full expected value, tax included, and enter the reservation number.',
    fr: 'La dépense est approuvée. Réservez la valeur totale prévue, taxes comprises, et inscrivez le numéro de réservation.',
  },
  label: { en: 'Enter the reservation', fr: 'Inscrire la réservation' },
})

export const toTranslateEmail = plain('opportunity.translation_wanted', {
  subject: { en: 'Translation to finish:', fr: 'Traduction à terminer\u00a0:' },
  body: {
    en: 'Funds are reserved. What is left before posting is the other language, and your word that both are of equal quality.',
    fr: 'Les fonds sont réservés. Il reste, avant l’affichage, l’autre langue et votre attestation que les deux versions sont de qualité égale.',
  },
  label: { en: 'Finish the translation', fr: 'Terminer la traduction' },
})

export const readyEmail = plain('opportunity.ready', {
  subject: { en: 'Notice ready to post:', fr: 'Avis prêt à afficher\u00a0:' },
  body: {
    en: 'Every gate is passed. The notice can be posted in both languages at once.',
    fr: 'Toutes les étapes sont franchies. L’avis peut être affiché dans les deux langues en même temps.',
  },
  label: { en: 'Post the notice', fr: 'Afficher l’avis' },
})

export const endedEmail = email(
  'opportunity.ended_early',
  { ...sample, reason: 'The team no longer uses the component.' },
  (facts: About & { reason: string }, language) =>
    letter(
      {
        subject: { en: 'File stopped:', fr: 'Dossier arrêté\u00a0:' },
        body: {
          en: 'The file is stopped, for this reason:',
          fr: 'Le dossier est arrêté, pour le motif suivant\u00a0:',
        },
        label: { en: 'See the file', fr: 'Voir le dossier' },
      },
      facts,
      language,
      [facts.reason],
    ),
)

export const opportunityEmails: readonly Email[] = [
  toApproveEmail,
  pifEmail,
  returnedEmail,
  toSignEmail,
  signedEmail,
  toReserveEmail,
  toTranslateEmail,
  readyEmail,
  endedEmail,
]
