import type { Day } from '../platform/day.ts'
import { formatDay } from '../platform/format.ts'
import { type Email, email } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { parseDay } from '../platform/time.ts'
import { CONFIRM_HOURS, linkToken } from './rules.ts'

type ConfirmFacts = { readonly enquiryId: string; readonly signs: string; readonly signature?: string }

/** To the address that somebody gave: its owner says that the question is theirs. */
export const confirmEmail: Email<ConfirmFacts> = email(
  'enquiry.confirm',
  {
    enquiryId: '0198a3c0-0000-7000-8000-000000000000',
    signs: 'enquiry confirms 0198a3c0-0000-7000-8000-000000000000',
    signature: 'A'.repeat(43),
  },
  ({ enquiryId, signature = '' }, language) => {
    const link = path('/contact/confirmation/:token', language, { token: linkToken(enquiryId, signature) })
    return language === 'en'
      ? {
          subject: 'Confirm your address, so that we can answer',
          preheader: `One click. The link works for ${CONFIRM_HOURS} hours.`,
          paragraphs: [
            'Somebody, you we hope, wrote to us and asked for an answer at this address.',
            { link, label: 'Open the page to confirm' },
            `The link works for ${CONFIRM_HOURS} hours. If you did not write to us, ignore this message: we forget this address.`,
          ],
        }
      : {
          subject: 'Confirmez votre adresse pour recevoir une réponse',
          preheader: `Un clic suffit. Le lien est valable ${CONFIRM_HOURS} heures.`,
          paragraphs: [
            'Quelqu’un, vous sans doute, nous a écrit et demande une réponse à cette adresse.',
            { link, label: 'Ouvrir la page de confirmation' },
            `Le lien est valable ${CONFIRM_HOURS} heures. Si vous ne nous avez pas écrit, ne tenez pas compte de ce message\u00a0: nous oublierons cette adresse.`,
          ],
        }
  },
)

type AnswerFacts = { readonly text: string; readonly asked: string; readonly day: string }

/** The answer, in the words of a person, and what was asked beneath. */
export const answerEmail: Email<AnswerFacts> = email(
  'enquiry.answer',
  {
    text: 'A co-operative may apply as one supplier.',
    asked: 'Can a co-operative apply?',
    day: '2026-05-04',
  },
  ({ text, asked, day }, language) => {
    const written = dayWritten(day, language)
    return language === 'en'
      ? {
          subject: 'Our answer to what you wrote',
          preheader: `You wrote to us on ${written}.`,
          paragraphs: [
            ...paragraphsOf(text),
            `On ${written}, you wrote:`,
            ...paragraphsOf(asked),
            { link: path('/contact', 'en'), label: 'Write to us again' },
          ],
        }
      : {
          subject: 'Notre réponse à votre message',
          preheader: `Vous nous avez écrit le ${written}.`,
          paragraphs: [
            ...paragraphsOf(text),
            `Le ${written}, vous nous écriviez\u00a0:`,
            ...paragraphsOf(asked),
            { link: path('/contact', 'fr'), label: 'Nous écrire de nouveau' },
          ],
        }
  },
)

const dayWritten = (day: string, language: 'en' | 'fr'): string => {
  const parsed: Day | undefined = parseDay(day)
  return parsed ? formatDay(parsed, language, { weekday: false }) : day
}

const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')

export const enquiryEmails = [confirmEmail, answerEmail]
