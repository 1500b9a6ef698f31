import { type Email, email } from '../platform/mail.ts'
import type { About } from './emails.ts'

const sample: About = {
  number: '2026-019',
  subject: 'Validate boat-licence numbers offline',
  link: 'http://localhost:8080/en/requests/0190f3a2-0000-7000-8000-000000000001',
}

export const toScreenEmail = email('request.to_screen', sample, ({ number, subject, link }, language) =>
  language === 'en'
    ? {
        subject: `To screen: ${number}, ${subject}`,
        paragraphs: [
          `A client sent request ${number}, “${subject}”. We promised an answer by the end of the next business day.`,
          { link, label: 'Screen the request' },
        ],
      }
    : {
        subject: `À examiner\u00a0: ${number}, ${subject}`,
        paragraphs: [
          `Un client a fait la demande ${number}, «\u00a0${subject}\u00a0». Nous avons promis une réponse d’ici la fin du prochain jour ouvrable.`,
          { link, label: 'Examiner la demande' },
        ],
      },
)

export const toGoEmail = email('request.to_go', sample, ({ number, subject, link }, language) =>
  language === 'en'
    ? {
        subject: `Go or no Go: ${number}, ${subject}`,
        paragraphs: [
          `The program team accepted request ${number}, “${subject}”. One page has all that you need, and one decision: Go or no Go.`,
          'The client may write the statement meanwhile, but can submit it only once you said Go.',
          { link, label: 'Decide on the Go' },
        ],
      }
    : {
        subject: `Feu vert ou non\u00a0: ${number}, ${subject}`,
        paragraphs: [
          `L’équipe du programme a accepté la demande ${number}, «\u00a0${subject}\u00a0». Une seule page réunit tout ce qu’il vous faut, pour une seule décision\u00a0: donner le feu vert ou non.`,
          'Le client peut rédiger l’énoncé entre-temps, mais ne pourra le soumettre qu’après votre feu vert.',
          { link, label: 'Décider du feu vert' },
        ],
      },
)

export const askedEmail = email(
  'request.asked',
  { ...sample, question: 'Which counters would use it?', by: 'Monday, May 18, 2026, 4\u00a0p.m., Eastern time' },
  ({ number, subject, link, question, by }, language) =>
    language === 'en'
      ? {
          subject: `A question about request ${number}: ${subject}`,
          paragraphs: [
            `Before we go on with your request ${number}, “${subject}”, we need to know:`,
            question,
            `Answer by ${by}. Without an answer, the request ends there; you can ask again at any time.`,
            { link, label: 'Answer the question' },
          ],
        }
      : {
          subject: `Une question sur la demande ${number}\u00a0: ${subject}`,
          paragraphs: [
            `Avant de poursuivre l’étude de votre demande ${number}, «\u00a0${subject}\u00a0», il nous faut savoir\u00a0:`,
            question,
            `Répondez au plus tard le ${by}. Sans réponse, la demande prendra fin; vous pourrez en faire une autre en tout temps.`,
            { link, label: 'Répondre à la question' },
          ],
        },
)

export const remindedEmail = email(
  'request.reminded',
  { ...sample, question: 'Which counters would use it?', by: 'Monday, May 18, 2026, 4\u00a0p.m., Eastern time' },
  ({ number, subject, link, question, by }, language) =>
    language === 'en'
      ? {
          subject: `Reminder: a question about request ${number}`,
          paragraphs: [
            `We still wait for your answer about request ${number}, “${subject}”:`,
            question,
            `Answer by ${by}. Without an answer, the request ends there.`,
            { link, label: 'Answer the question' },
          ],
        }
      : {
          subject: `Rappel\u00a0: une question sur la demande ${number}`,
          paragraphs: [
            `Nous attendons toujours votre réponse au sujet de la demande ${number}, «\u00a0${subject}\u00a0»\u00a0:`,
            question,
            `Répondez au plus tard le ${by}. Sans réponse, la demande prendra fin.`,
            { link, label: 'Répondre à la question' },
          ],
        },
)

export const answeredEmail = email(
  'request.answered',
  { ...sample, answer: 'The three counters of the harbour.' },
  ({ number, subject, link, answer }, language) =>
    language === 'en'
      ? {
          subject: `Answer about request ${number}: ${subject}`,
          paragraphs: [
            `The client answered your question about request ${number}, “${subject}”:`,
            answer,
            { link, label: 'See the request' },
          ],
        }
      : {
          subject: `Réponse au sujet de la demande ${number}\u00a0: ${subject}`,
          paragraphs: [
            `Le client a répondu à votre question sur la demande ${number}, «\u00a0${subject}\u00a0»\u00a0:`,
            answer,
            { link, label: 'Voir la demande' },
          ],
        },
)

export const referredEmail = email(
  'referral.received',
  { ...sample, from: 'Department of Waterways' },
  ({ subject, link, from }, language) =>
    language === 'en'
      ? {
          subject: `A need for your department: ${subject}`,
          paragraphs: [
            `${from} received a request that belongs to your department: “${subject}”. Its page has the need, the client’s name and e-mail address, and one decision.`,
            { link, label: 'See the need' },
          ],
        }
      : {
          subject: `Un besoin qui relève de votre ministère\u00a0: ${subject}`,
          paragraphs: [
            `${from} a reçu une demande qui relève de votre ministère\u00a0: «\u00a0${subject}\u00a0». Sa page présente le besoin, le nom et l’adresse courriel du client, et une seule décision à prendre.`,
            { link, label: 'Voir le besoin' },
          ],
        },
)

export const referralEmail = email(
  'referral.decided',
  { ...sample, department: 'Department of Parks', decision: 'taken', note: 'Write to trails@parks.example.' },
  ({ number, subject, link, department, decision, note }, language) => {
    const taken = decision === 'taken'
    return language === 'en'
      ? {
          subject: `${department} answered about ${subject}`,
          paragraphs: [
            taken
              ? `${department} takes on your need “${subject}”, which we handed on to them (request ${number}).`
              : `${department} does not take on your need “${subject}”, which we handed on to them (request ${number}).`,
            ...(note ? [note] : []),
            { link, label: 'See the request' },
          ],
        }
      : {
          subject: `Réponse au sujet de «\u00a0${subject}\u00a0»`,
          paragraphs: [
            taken
              ? `${department} donne suite à votre besoin «\u00a0${subject}\u00a0», que nous lui avions transmis (demande ${number}).`
              : `${department} ne donne pas suite à votre besoin «\u00a0${subject}\u00a0», que nous lui avions transmis (demande ${number}).`,
            ...(note ? [note] : []),
            { link, label: 'Voir la demande' },
          ],
        }
  },
)

export const requestStaffEmails: readonly Email[] = [
  toScreenEmail,
  toGoEmail,
  askedEmail,
  remindedEmail,
  answeredEmail,
  referredEmail,
  referralEmail,
]
