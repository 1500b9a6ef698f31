import type { Language } from '../platform/i18n.ts'
import { type Email, email, type MailFacts } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { watchEmail } from './emails.watching.ts'
import { CONFIRM_HOURS, linkToken } from './rules.ts'

/** `signs` is what the link proves; the job that sends the letter adds the signature that follows from it. */
export type SignedFacts = { readonly subscriberId: string; readonly signs: string; readonly signature?: string }
export const signedSample: SignedFacts = {
  subscriberId: '0198a3c0-0000-7000-8000-000000000000',
  signs: 'subscriber leaves 0198a3c0-0000-7000-8000-000000000000',
  signature: 'A'.repeat(43),
}

/** Where one click ends the letters to a subscriber; nothing when the letter goes to somebody who is none. */
export function unsubscribeLink(facts: MailFacts, language: Language): { unsubscribe?: string } {
  const { subscriberId, signature } = facts
  if (typeof subscriberId !== 'string' || typeof signature !== 'string') return {}
  return { unsubscribe: path('/unsubscribe/:token', language, { token: linkToken(subscriberId, signature) }) }
}

/** Where a subscriber chooses what comes. */
export const preferencesLink = ({ subscriberId, signature = '' }: SignedFacts, language: Language): string =>
  path('/subscribe/preferences/:token', language, { token: linkToken(subscriberId, signature) })

export const confirmEmail: Email<SignedFacts> = email(
  'subscriber.confirm',
  signedSample,
  ({ subscriberId, signature = '' }, language) => {
    const link = path('/subscribe/confirmation/:token', language, { token: linkToken(subscriberId, signature) })
    return language === 'en'
      ? {
          subject: 'Confirm your subscription to Opportune',
          preheader: `One click. The link works for ${CONFIRM_HOURS} hours.`,
          paragraphs: [
            'Somebody, you we hope, asked for an e-mail at this address each time a piece of open-source work is posted.',
            { link, label: 'Open the page to confirm' },
            `The link works for ${CONFIRM_HOURS} hours. If you did not ask, ignore this message: without your confirmation we do not write again.`,
          ],
        }
      : {
          subject: 'Confirmez votre abonnement à Opportune',
          preheader: `Un clic suffit. Le lien est valable ${CONFIRM_HOURS} heures.`,
          paragraphs: [
            'Quelqu’un, vous sans doute, a demandé de recevoir à cette adresse un courriel à chaque affichage d’un travail de code ouvert.',
            { link, label: 'Ouvrir la page de confirmation' },
            `Le lien est valable ${CONFIRM_HOURS} heures. Si vous n’avez rien demandé, ne tenez pas compte de ce message\u00a0: sans votre confirmation, nous n’écrirons plus.`,
          ],
        }
  },
)

/** To an address that is on the list already: the page that asked shows the same as for any other. */
export const alreadyEmail: Email<SignedFacts> = email('subscriber.already', signedSample, (facts, language) => {
  const link = preferencesLink(facts, language)
  return language === 'en'
    ? {
        subject: 'You are already subscribed to Opportune',
        paragraphs: [
          'This address is on the list already. There is nothing to do, and the page below says what you receive.',
          { link, label: 'See what you receive' },
        ],
        ...unsubscribeLink(facts, language),
      }
    : {
        subject: 'Vous êtes déjà sur la liste d’Opportune',
        paragraphs: [
          'Cette adresse figure déjà sur la liste. Vous n’avez rien à faire\u00a0: la page ci-dessous indique ce que vous recevez.',
          { link, label: 'Voir ce que vous recevez' },
        ],
        ...unsubscribeLink(facts, language),
      }
})

export const subscriberEmails = [confirmEmail, alreadyEmail, watchEmail]
