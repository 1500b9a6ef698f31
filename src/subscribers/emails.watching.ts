import { type Email, email } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { CONFIRM_HOURS, linkToken } from './rules.ts'

/** `signs` is what the link proves; the job that sends the letter adds the signature. */
export type WatchFacts = {
  readonly watchId: string
  readonly signs: string
  readonly signature?: string
  readonly number: string
  readonly titleEn: string
  readonly titleFr: string
}

export const watchEmail: Email<WatchFacts> = email(
  'subscriber.watch',
  {
    watchId: '0198a3c0-0000-7000-8000-000000000000',
    signs: 'subscriber watches 0198a3c0-0000-7000-8000-000000000000 2026-11-02T14:00:00.000Z',
    signature: 'A'.repeat(43),
    number: '2026-014',
    titleEn: 'Fix a keyboard trap in the boat-licence date picker',
    titleFr: 'Corriger un piège au clavier dans le calendrier des permis',
  },
  ({ watchId, signature = '', number, titleEn, titleFr }, language) => {
    const link = path('/subscribe/watching/:token', language, { token: linkToken(watchId, signature) })
    return language === 'en'
      ? {
          subject: `Confirm that you follow ${number}`,
          preheader: `One click. The link works for ${CONFIRM_HOURS} hours.`,
          paragraphs: [
            `Somebody, you we hope, asked for an e-mail at this address when “${titleEn}” changes, when questions are answered and before it closes.`,
            { link, label: 'Open the page to confirm' },
            `The link works for ${CONFIRM_HOURS} hours. If you did not ask, ignore this message: without your confirmation we do not write about it.`,
          ],
        }
      : {
          subject: `Confirmez que vous suivez l’occasion ${number}`,
          preheader: `Un clic suffit. Le lien est valable ${CONFIRM_HOURS} heures.`,
          paragraphs: [
            `Quelqu’un, vous sans doute, a demandé de recevoir un courriel à cette adresse quand l’occasion «\u00a0${titleFr}\u00a0» change, quand des questions reçoivent une réponse et avant la clôture.`,
            { link, label: 'Ouvrir la page de confirmation' },
            `Le lien est valable ${CONFIRM_HOURS} heures. Si vous n’avez rien demandé, ne tenez pas compte de ce message\u00a0: sans votre confirmation, nous n’écrirons pas à ce sujet.`,
          ],
        }
  },
)
