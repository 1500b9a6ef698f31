import { type Email, email } from '../platform/mail.ts'
import { isDeclineReason, type WithdrawReason, withdrawReasons } from './rules.ts'
import { declineSentences } from './texts.ts'

export type About = { number: string; subject: string; link: string }
const sample: About = {
  number: '2026-019',
  subject: 'Validate boat-licence numbers offline',
  link: 'http://localhost:8080/en/requests/0190f3a2-0000-7000-8000-000000000001',
}
const lookAt = { en: 'See the request', fr: 'Voir la demande' }

export const receivedEmail = email('request.received', sample, ({ number, subject, link }, language) =>
  language === 'en'
    ? {
        subject: `Request ${number} received: ${subject}`,
        paragraphs: [
          `We received your request ${number}, “${subject}”.`,
          'We check it against our criteria and answer within one business day. You have nothing to do until then.',
          { link, label: lookAt.en },
        ],
      }
    : {
        subject: `Demande ${number} reçue\u00a0: ${subject}`,
        paragraphs: [
          `Nous avons reçu votre demande ${number}, «\u00a0${subject}\u00a0».`,
          'Nous vérifions si elle répond à nos critères et vous répondrons d’ici un jour ouvrable. Vous n’avez rien à faire d’ici là.',
          { link, label: lookAt.fr },
        ],
      },
)

export const acceptedEmail = email(
  'request.accepted',
  { ...sample, reply: 'You can start the statement now.' },
  ({ number, subject, link, reply }, language) =>
    language === 'en'
      ? {
          subject: `Request ${number} accepted: ${subject}`,
          paragraphs: [
            `We accept your request ${number}, “${subject}”.`,
            ...said(reply),
            { link, label: 'Go to the statement' },
          ],
        }
      : {
          subject: `Demande ${number} acceptée\u00a0: ${subject}`,
          paragraphs: [
            `Nous acceptons votre demande ${number}, «\u00a0${subject}\u00a0».`,
            ...said(reply),
            { link, label: 'Passer à l’énoncé' },
          ],
        },
)

export const declinedEmail = email(
  'request.declined',
  { ...sample, reason: 'not_code', referredTo: '', reply: 'The learning centre offers this course twice a year.' },
  (facts, language) => {
    const { number, subject, link, referredTo, reply } = facts
    const because = declineSentences[declineReasonOf(facts.reason)](referredTo || null)[language]
    return language === 'en'
      ? {
          subject: `Request ${number} declined: ${subject}`,
          paragraphs: [
            `We cannot take on your request ${number}, “${subject}”.`,
            because,
            ...said(reply),
            { link, label: lookAt.en },
          ],
        }
      : {
          subject: `Demande ${number} refusée\u00a0: ${subject}`,
          paragraphs: [
            `Nous ne pouvons donner suite à votre demande ${number}, «\u00a0${subject}\u00a0».`,
            because,
            ...said(reply),
            { link, label: lookAt.fr },
          ],
        }
  },
)

export const withdrawnEmail = email('request.withdrawn', { ...sample, reason: 'no_reply' }, (facts, language) => {
  const { number, subject, link } = facts
  const because = withdrawnSentences[withdrawReasonOf(facts.reason)][language]
  return language === 'en'
    ? {
        subject: `Request ${number} closed: ${subject}`,
        paragraphs: [
          because,
          `Request ${number}, “${subject}”, is closed. You may ask again at any time: a new request takes five minutes.`,
          { link, label: lookAt.en },
        ],
      }
    : {
        subject: `Demande ${number} close\u00a0: ${subject}`,
        paragraphs: [
          because,
          `La demande ${number}, «\u00a0${subject}\u00a0», est close. Vous pouvez en faire une autre en tout temps\u00a0: cinq minutes suffisent.`,
          { link, label: lookAt.fr },
        ],
      }
})

export const goEmail = email('request.go_given', sample, ({ number, subject, link }, language) =>
  language === 'en'
    ? {
        subject: `Go for request ${number}: ${subject}`,
        paragraphs: [
          `Procurement said Go to your request ${number}, “${subject}”.`,
          'You can submit the statement as soon as it is ready: what is to be done, and how you will accept it.',
          { link, label: 'Go to the statement' },
        ],
      }
    : {
        subject: `Feu vert à la demande ${number}\u00a0: ${subject}`,
        paragraphs: [
          `L’approvisionnement donne le feu vert à votre demande ${number}, «\u00a0${subject}\u00a0».`,
          'Vous pouvez soumettre l’énoncé dès qu’il est prêt\u00a0: le travail à faire et la manière dont vous l’accepterez.',
          { link, label: 'Passer à l’énoncé' },
        ],
      },
)

export const noGoEmail = email(
  'request.go_refused',
  { ...sample, reason: 'A standing offer already covers this work.' },
  ({ number, subject, link, reason }, language) =>
    language === 'en'
      ? {
          subject: `No Go for request ${number}: ${subject}`,
          paragraphs: [
            `Procurement did not say Go to your request ${number}, “${subject}”.`,
            ...said(reason),
            'The program team can tell you what would change that.',
            { link, label: lookAt.en },
          ],
        }
      : {
          subject: `Pas de feu vert à la demande ${number}\u00a0: ${subject}`,
          paragraphs: [
            `L’approvisionnement ne donne pas le feu vert à votre demande ${number}, «\u00a0${subject}\u00a0».`,
            ...said(reason),
            'L’équipe du programme peut vous dire ce qui permettrait de changer cette décision.',
            { link, label: lookAt.fr },
          ],
        },
)

export const requestEmails: readonly Email[] = [
  receivedEmail,
  acceptedEmail,
  declinedEmail,
  withdrawnEmail,
  goEmail,
  noGoEmail,
]

/** What somebody wrote, paragraph by paragraph. */
const said = (words: string): readonly string[] => words.split(/\n\s*\n/).filter((paragraph) => paragraph !== '')

const withdrawnSentences = {
  by_client: {
    en: 'You decided not to go ahead.',
    fr: 'Vous avez décidé de ne pas y donner suite.',
  },
  no_reply: {
    en: 'We wrote to you about your request and have had no answer.',
    fr: 'Nous vous avons écrit au sujet de votre demande et n’avons pas eu de réponse.',
  },
} as const satisfies Record<WithdrawReason, { en: string; fr: string }>

/** The outbox keeps codes as text; an unknown one is shown as the reason that says least. */
const declineReasonOf = (code: string) => (isDeclineReason(code) ? code : 'other')
const withdrawReasonOf = (code: string) => withdrawReasons.find((known) => known === code) ?? 'by_client'
