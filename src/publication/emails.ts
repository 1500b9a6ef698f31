import type { About } from '../opportunities/emails.ts'
import { amendmentTexts } from '../opportunities/texts.amendments.ts'
import type { Language } from '../platform/i18n.ts'
import { type Email, email, type Letter } from '../platform/mail.ts'
import { unsubscribeLink } from '../subscribers/emails.ts'
import { digestEmail } from './emails.digest.ts'

/** What every letter about a posting says, in the reader's language already. */
export type NewsFacts = {
  readonly number: string
  readonly title: string
  readonly link: string
  readonly price: string
  readonly closes: string
  /** Only to subscribers: their link to leave. */
  readonly subscriberId?: string
  readonly signs?: string
  readonly signature?: string
}

const sample: NewsFacts = {
  number: '2026-014',
  title: 'Fix a keyboard trap in the boat-licence date picker',
  link: '/en/opportunities/fix-a-keyboard-trap',
  price: '$6,500.00',
  closes: 'Tuesday, November 17, 2026, 2 p.m., Eastern time',
  subscriberId: '0198a3c0-0000-7000-8000-000000000000',
  signs: 'subscriber leaves 0198a3c0-0000-7000-8000-000000000000',
  signature: 'A'.repeat(43),
}

export type AnnouncedFacts = NewsFacts & { readonly teaser: string; readonly department: string }
export const announcedEmail: Email<AnnouncedFacts> = email(
  'publication.announced',
  {
    ...sample,
    teaser:
      'Keyboard users cannot leave the calendar once they open it. Repair the component and send the fix upstream.',
    department: 'Department of Waterways',
  },
  (facts, language) => ({
    subject: language === 'en' ? `New: ${facts.title}` : `Nouvelle occasion\u00a0: ${facts.title}`,
    preheader: `${facts.price} – ${facts.closes}`,
    paragraphs: [
      facts.teaser,
      {
        facts: [[language === 'en' ? 'Department' : 'Ministère', facts.department], ...factsOf(facts, language)],
      },
      seeLink(facts, language),
      ...closing(language),
    ],
    ...unsubscribeLink(facts, language),
  }),
)

export type ReasonFacts = NewsFacts & { readonly reason: string }
const reasonSample: ReasonFacts = { ...sample, reason: 'The repository was unavailable for two days.' }

export const extendedEmail: Email<ReasonFacts> = email('publication.extended', reasonSample, (facts, language) =>
  changed(
    facts,
    language,
    language === 'en'
      ? {
          subject: `${facts.number}: closing moved later`,
          said: `“${facts.title}” closes later. What you have sent or saved stays as it is, and you can change it until the new closing.`,
        }
      : {
          subject: `${facts.number}\u00a0: clôture reportée`,
          said: `La clôture de l’occasion «\u00a0${facts.title}\u00a0» est reportée. Ce que vous avez envoyé ou enregistré demeure, et vous pouvez le modifier jusqu’à la nouvelle clôture.`,
        },
  ),
)

export type AmendedFacts = ReasonFacts & { readonly changes: string; readonly material: boolean }
export const amendedEmail: Email<AmendedFacts> = email(
  'publication.amended',
  { ...reasonSample, changes: 'Fixed price, before tax: $6,900.00, instead of $6,500.00.', material: true },
  (facts, language) =>
    changed(
      facts,
      language,
      language === 'en'
        ? {
            subject: `${facts.number}: the notice has changed`,
            said: `“${facts.title}” was amended. The page shows what changed.`,
          }
        : {
            subject: `${facts.number}\u00a0: l’avis est modifié`,
            said: `L’avis de l’occasion «\u00a0${facts.title}\u00a0» est modifié. La page montre ce qui change.`,
          },
      [facts.changes, ...(facts.material ? [amendmentTexts.invites[language]] : [])],
    ),
)

export const stoppedEmail: Email<ReasonFacts> = email('publication.stopped', reasonSample, (facts, language) => ({
  subject: language === 'en' ? `${facts.number} is stopped` : `${facts.number} n’ira pas plus loin`,
  paragraphs: [
    language === 'en'
      ? `“${facts.title}” is stopped and nobody will be chosen. You have nothing to do.`
      : `L’occasion «\u00a0${facts.title}\u00a0» n’ira pas plus loin et aucune candidature ne sera retenue. Vous n’avez rien à faire.`,
    facts.reason,
    seeLink(facts, language),
  ],
  ...unsubscribeLink(facts, language),
}))

/** To the client: their need is public. */
export const publishedEmail: Email<About> = email(
  'publication.published',
  { number: sample.number, title: sample.title, link: 'http://localhost:8080/en/files/0190f3a2' },
  ({ number, title, link }, language) =>
    language === 'en'
      ? {
          subject: `Posted: ${number}, ${title}`,
          paragraphs: [
            `“${title}” is posted in English and French. Subscribers are being told.`,
            'Applications stay sealed until closing. We write to you when it is time to evaluate them.',
            { link, label: 'Open the file' },
          ],
        }
      : {
          subject: `Affichée\u00a0: ${number}, ${title}`,
          paragraphs: [
            `L’occasion «\u00a0${title}\u00a0» est affichée en français et en anglais. Les personnes abonnées en sont avisées.`,
            'Les candidatures restent scellées jusqu’à la clôture. Nous vous écrirons quand il sera temps de les évaluer.',
            { link, label: 'Ouvrir le dossier' },
          ],
        },
)

/** To the program team: what was planned did not happen. */
export const notPostedEmail: Email<About & { readonly reasonEn: string; readonly reasonFr: string }> = email(
  'publication.not_posted',
  {
    ...{ number: sample.number, title: sample.title, link: 'http://localhost:8080/en/files/0190f3a2/publication' },
    reasonEn: 'Closing is too near: suppliers would have too few business days. Set later dates first.',
    reasonFr: 'La clôture est trop proche\u00a0: les fournisseurs auraient trop peu de jours ouvrables.',
  },
  ({ number, title, link, reasonEn, reasonFr }, language) =>
    language === 'en'
      ? {
          subject: `Not posted as planned: ${number}`,
          paragraphs: [
            `“${title}” was to be posted now. It was not, in either language, for this reason:`,
            reasonEn,
            { link, label: 'Look at the posting' },
          ],
        }
      : {
          subject: `Affichage prévu non effectué\u00a0: ${number}`,
          paragraphs: [
            `L’occasion «\u00a0${title}\u00a0» devait être affichée maintenant. Elle ne l’a été dans aucune des deux langues, pour le motif suivant\u00a0:`,
            reasonFr,
            { link, label: 'Voir l’affichage' },
          ],
        },
)

export const publicationEmails = [
  announcedEmail,
  extendedEmail,
  amendedEmail,
  stoppedEmail,
  publishedEmail,
  notPostedEmail,
  digestEmail,
]

function changed(
  facts: ReasonFacts,
  language: Language,
  { subject, said }: { subject: string; said: string },
  more: readonly string[] = [],
): Letter {
  return {
    subject,
    paragraphs: [said, facts.reason, ...more, { facts: factsOf(facts, language) }, seeLink(facts, language)],
    ...unsubscribeLink(facts, language),
  }
}

const factsOf = ({ price, closes }: NewsFacts, language: Language): [string, string][] => [
  [language === 'en' ? 'Fixed price, before tax' : 'Prix fixe, avant taxes', price],
  [language === 'en' ? 'Closes' : 'Clôture', closes],
]

const seeLink = ({ link }: NewsFacts, language: Language) => ({
  link,
  label: language === 'en' ? 'Read the opportunity' : 'Lire l’occasion',
})

const closing = (language: Language): string[] => [
  language === 'en'
    ? 'Applying takes one page. You need an e-mail address, not an account.'
    : 'Une page suffit pour postuler. Il faut une adresse courriel, et non un compte.',
]
