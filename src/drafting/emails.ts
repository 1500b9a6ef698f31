import type { About } from '../opportunities/emails.ts'
import { type Email, email } from '../platform/mail.ts'

export const commentedEmail = email(
  'statement.commented',
  {
    ...{ number: '2026-014', title: 'Fix a keyboard trap in the boat-licence date picker', by: 'Paul Gauthier' },
    link: 'http://localhost:8080/en/files/0190f3a2-0000-7000-8000-000000000001/comments',
  },
  ({ number, title, link, by }: About & { by: string }, language) =>
    language === 'en'
      ? {
          subject: `Comments on your statement: ${number}`,
          paragraphs: [
            `${number}, “${title}”.`,
            `${by} has commented on your statement. Each comment stands at the field that it is about. You can answer there; we write at most once a day.`,
            { link, label: 'Read the comments' },
          ],
        }
      : {
          subject: `Commentaires sur votre énoncé\u00a0: ${number}`,
          paragraphs: [
            `${number}, «\u00a0${title}\u00a0».`,
            `${by} a commenté votre énoncé. Chaque commentaire figure au champ dont il parle. Vous pouvez y répondre; nous écrivons au plus une fois par jour.`,
            { link, label: 'Lire les commentaires' },
          ],
        },
)

export const draftingEmails: readonly Email[] = [commentedEmail]
