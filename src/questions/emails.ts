import { z } from 'zod'
import { type About, letter, sample } from '../opportunities/emails.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { type Email, email, type MailFacts } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { type SignedFacts, signedSample, unsubscribeLink } from '../subscribers/emails.ts'
import type { DeclineReason } from './rules.ts'
import { declineTexts } from './texts.ts'

const isDeclineReason = (text: string): text is DeclineReason => Object.hasOwn(declineTexts, text)

/** The address of the page that confirms a question. */
export const confirmationLink = (id: string, signature: string, language: Language): string =>
  path('/question/confirmation/:token', language, { token: `${id}.${signature}` })

/**
 * `signs` is what the link proves; the job that sends the letter adds the signature. The question itself stands on the
 * page alone: nobody sends words of their own to a stranger in our name.
 */
export type ConfirmFacts = {
  readonly number: string
  readonly title: string
  readonly by: string
  readonly questionId: string
  readonly signs: string
  readonly signature?: string
}
export const confirmQuestionEmail: Email<ConfirmFacts> = email(
  'question.confirm',
  {
    ...{ number: sample.number, title: sample.title },
    by: 'Tuesday, November 10, 2026, 2 p.m., Eastern time',
    questionId: '0198a3c0-0000-7000-8000-000000000000',
    signs: 'question asked 0198a3c0-0000-7000-8000-000000000000',
    signature: 'A'.repeat(43),
  },
  ({ number, title, by, questionId, signature = '' }, language) => {
    const link = confirmationLink(questionId, signature, language)
    return language === 'en'
      ? {
          subject: `Confirm your question about ${number}`,
          preheader: 'One click. Your address is never shown.',
          paragraphs: [
            `Somebody, you we hope, asked a question about “${title}”. The page shows it, and has one button.`,
            { link, label: 'Open the page to confirm' },
            `Confirm by ${by}. If you did not ask, ignore this message: the question is then forgotten.`,
          ],
        }
      : {
          subject: `Confirmez votre question sur l’occasion ${number}`,
          preheader: 'Un clic suffit. Votre adresse n’est jamais montrée.',
          paragraphs: [
            `Quelqu’un, vous sans doute, a posé une question au sujet de l’occasion «\u00a0${title}\u00a0». La page la montre et n’a qu’un bouton.`,
            { link, label: 'Ouvrir la page de confirmation' },
            `Confirmez avant le ${by}. Si vous n’avez rien demandé, ne tenez pas compte de ce message\u00a0: la question sera oubliée.`,
          ],
        }
  },
)

const toStaff = (kind: string, words: { subject: Text; body: Text; label: Text }): Email<About> =>
  email(kind, sample, (facts, language) => letter(words, facts, language))

export const toAnswerEmail = toStaff('question.to_answer', {
  subject: { en: 'Question to answer:', fr: 'Question à traiter\u00a0:' },
  body: {
    en: 'Somebody asked a question about this posting. Write the answer; the program team publishes it to everyone at the same time, in both languages.',
    fr: 'Une question a été posée sur cet affichage. Rédigez la réponse; l’équipe du programme la publie pour tout le monde au même moment, dans les deux langues.',
  },
  label: { en: 'Read the questions', fr: 'Lire les questions' },
})

export const toPublishEmail = toStaff('question.to_publish', {
  subject: { en: 'Answer to publish:', fr: 'Réponse à publier\u00a0:' },
  body: {
    en: 'The client has written an answer. Check that nothing says who asked, complete the other language, then publish it.',
    fr: 'Le client a rédigé une réponse. Vérifiez que rien ne révèle qui a posé la question, complétez l’autre langue, puis publiez-la.',
  },
  label: { en: 'Read and publish', fr: 'Lire et publier' },
})

export const unansweredEmail = toStaff('question.unanswered', {
  subject: { en: 'Questions still unanswered:', fr: 'Questions encore sans réponse\u00a0:' },
  body: {
    en: 'The time to ask ends soon and questions wait for their answers. Suppliers need them to decide.',
    fr: 'La période de questions prend bientôt fin et des questions attendent une réponse. Les fournisseurs en ont besoin pour décider.',
  },
  label: { en: 'Answer them', fr: 'Y répondre' },
})

export const beforeClosingEmail = toStaff('question.before_closing', {
  subject: { en: 'Closing near, questions unanswered:', fr: 'Clôture proche, questions sans réponse\u00a0:' },
  body: {
    en: 'Closing is near and questions have no answer. Answer or decline them now, or move the closing later. Whatever is left at closing is not answered any more, and its asker is told so.',
    fr: 'La clôture approche et des questions restent sans réponse. Répondez-y ou refusez-les maintenant, ou reportez la clôture. Une question qui reste à la clôture n’aura plus de réponse, et nous l’écrirons à la personne qui l’a posée.',
  },
  label: { en: 'See what is left', fr: 'Voir ce qui reste' },
})

/** To whoever asked: what became of the question. `words` are their own. */
export type FateFacts = {
  readonly number: string
  readonly title: string
  readonly link: string
  readonly words: string
}
const fateSample: FateFacts = {
  ...{ number: sample.number, title: sample.title, link: '/en/opportunities/fix-a-keyboard-trap#questions' },
  words: 'Must the calendar work without a network?',
}

export const declinedEmail: Email<FateFacts & { because: string; explanation: string }> = email(
  'question.declined',
  { ...fateSample, because: 'in_notice', explanation: 'The second work criterion names the browsers.' },
  ({ number, title, link, words, because, explanation }, language) => ({
    subject: language === 'en' ? `Your question about ${number}` : `Votre question sur l’occasion ${number}`,
    paragraphs: [
      language === 'en'
        ? `Your question about “${title}” will not be published or answered:`
        : `Votre question au sujet de l’occasion «\u00a0${title}\u00a0» ne sera ni publiée ni traitée\u00a0:`,
      words,
      ...(isDeclineReason(because) ? [declineTexts[because][language]] : []),
      ...(explanation ? [explanation] : []),
      seeQuestions(link, language),
    ],
  }),
)

export const reopenedEmail: Email<FateFacts> = email(
  'question.reopened',
  fateSample,
  ({ number, title, link, words }, language) => ({
    subject: language === 'en' ? `Your question about ${number}` : `Votre question sur l’occasion ${number}`,
    paragraphs: [
      language === 'en'
        ? `We had written that your question about “${title}” would not be answered. It will be after all:`
        : `Nous vous avions écrit que votre question au sujet de l’occasion «\u00a0${title}\u00a0» resterait sans réponse. Elle en recevra une\u00a0:`,
      words,
      language === 'en'
        ? 'We write to you when the answer is published.'
        : 'Nous vous écrirons quand la réponse sera publiée.',
      seeQuestions(link, language),
    ],
  }),
)

export const linkedEmail: Email<FateFacts & { other: number }> = email(
  'question.linked',
  { ...fateSample, other: 2 },
  ({ number, title, link, words, other }, language) => ({
    subject: language === 'en' ? `Your question about ${number}` : `Votre question sur l’occasion ${number}`,
    paragraphs: [
      language === 'en'
        ? `Somebody had asked the same about “${title}”:`
        : `Quelqu’un avait déjà posé la même question au sujet de l’occasion «\u00a0${title}\u00a0»\u00a0:`,
      words,
      other > 0 ? linkedTexts.answered(other)[language] : linkedTexts.waits[language],
      seeQuestions(link, language),
    ],
  }),
)

const linkedTexts = {
  answered: (other: number): Text => ({
    en: `The answer is published as number ${other}.`,
    fr: `La réponse est publiée sous le numéro ${other}.`,
  }),
  waits: {
    en: 'It waits for its answer. We write to you when the answer is published.',
    fr: 'Elle attend sa réponse. Nous vous écrirons quand la réponse sera publiée.',
  },
} as const

export const lapsedEmail: Email<FateFacts & { mailbox: string }> = email(
  'question.lapsed',
  { ...fateSample, mailbox: 'micro@waterways.example' },
  ({ number, title, link, words, mailbox }, language) => ({
    subject:
      language === 'en'
        ? `Your question about ${number} was not answered`
        : `Votre question sur l’occasion ${number} est restée sans réponse`,
    paragraphs:
      language === 'en'
        ? [
            `“${title}” has closed, and your question had no answer by then:`,
            words,
            `No answer is published after closing, so that everybody applies with the same facts. We are sorry. You can tell the program what this meant for you: ${mailbox}.`,
            seeQuestions(link, language),
          ]
        : [
            `L’occasion «\u00a0${title}\u00a0» est close, et votre question n’avait pas encore de réponse\u00a0:`,
            words,
            `Aucune réponse n’est publiée après la clôture, pour que tout le monde postule avec les mêmes renseignements. Nous le regrettons. Vous pouvez écrire au programme pour dire ce que cela a changé pour vous\u00a0: ${mailbox}.`,
            seeQuestions(link, language),
          ],
  }),
)

/** One letter for all the answers since the last one. `answers` are pairs of number and question, as JSON. */
export type DigestFacts = {
  readonly number: string
  readonly title: string
  readonly link: string
  readonly closes: string
  readonly answers: string
  /** The numbers under which the reader's own questions are answered: `2, 3`, or nothing. */
  readonly yours: string
} & Partial<SignedFacts>
const listed = z.array(z.tuple([z.number(), z.string()]))

export const answersEmail: Email<DigestFacts & MailFacts> = email<DigestFacts & MailFacts>(
  'question.answers',
  {
    ...{ number: sample.number, title: sample.title, link: fateSample.link, yours: '2', ...signedSample },
    closes: 'Tuesday, November 17, 2026, 2 p.m., Eastern time',
    answers: JSON.stringify([[2, 'Must the calendar work without a network?']]),
  },
  (facts, language) => {
    const { number, title, link, closes, answers, yours } = facts
    const asked = listed.parse(JSON.parse(answers))
    const several = asked.length > 1
    return {
      subject:
        language === 'en'
          ? `${number}: ${several ? `${asked.length} answers published` : 'an answer is published'}`
          : `${number}\u00a0: ${several ? `${asked.length} réponses publiées` : 'une réponse est publiée'}`,
      paragraphs: [
        language === 'en'
          ? `Answers about “${title}”, published to everyone at the same time:`
          : `Réponses au sujet de l’occasion «\u00a0${title}\u00a0», publiées pour tout le monde au même moment\u00a0:`,
        { facts: asked.map(([at, words]) => [`${language === 'en' ? 'Question' : 'Question'} ${at}`, words] as const) },
        ...(yours ? [yoursText(yours)[language]] : []),
        { link, label: language === 'en' ? 'Read the answers' : 'Lire les réponses' },
        { facts: [[language === 'en' ? 'Closes' : 'Clôture', closes]] },
        whyText[language],
      ],
      ...unsubscribeLink(facts, language),
    }
  },
)

const whyText: Text = {
  en: 'You get this e-mail because you asked a question, follow this opportunity or have begun to apply.',
  fr: 'Vous recevez ce courriel parce que vous avez posé une question, suivez cette occasion ou avez commencé une candidature.',
}

const yoursText = (numbers: string): Text => {
  const several = numbers.includes(',')
  return {
    en: several
      ? `Your questions are answered under numbers ${numbers}.`
      : `Your question is answered under number ${numbers}.`,
    fr: several
      ? `La réponse à vos questions se trouve sous les numéros ${numbers}.`
      : `La réponse à votre question se trouve sous le numéro ${numbers}.`,
  }
}

const seeQuestions = (link: string, language: Language) => ({
  link,
  label: language === 'en' ? 'See the questions and answers' : 'Voir les questions et réponses',
})

export const questionEmails = [
  confirmQuestionEmail,
  toAnswerEmail,
  toPublishEmail,
  unansweredEmail,
  beforeClosingEmail,
  declinedEmail,
  reopenedEmail,
  linkedEmail,
  lapsedEmail,
  answersEmail,
]
