import { formatInstant, formatMillis } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { email, type Letter } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { receiptText } from './receipt.ts'

const titled = (facts: { titleEn: string; titleFr: string }, language: Language): string =>
  language === 'en' ? facts.titleEn : facts.titleFr

/** What the letter of a receipt says. */
export type ReceiptLetter = Record<
  'number' | 'slug' | 'titleEn' | 'titleFr' | 'closesAt' | 'zone' | 'at' | 'base',
  string
> &
  Record<'token' | 'application' | 'sealedSha256' | 'commitment' | 'drawCommitment' | 'signature', string>

const sample = {
  number: '2026-014',
  titleEn: 'Fix a keyboard trap in the date picker',
  titleFr: 'Corriger un piège au clavier dans le calendrier',
  zone: 'America/Toronto',
  at: '2026-11-10T19:14:09.123Z',
  token: '7K3M9QX2TB',
  base: 'https://opportune.example',
}

const receiptSample: ReceiptLetter = {
  ...sample,
  slug: 'fix-a-keyboard-trap',
  closesAt: '2026-11-18T04:59:00.000Z',
  application: '6f0d3c52-1f2b-4c3d-8e4f-5a6b7c8d9e0f',
  sealedSha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
  commitment: 'fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9',
  drawCommitment: 'baa5a0964d3320fbc0c6a922140453c8513ea24ab8fd0577034804a967248096',
  signature: '— opportune.example 3NDZ+w==',
}

/** Sent at each submission, signed when it is sent. The salt of the commitment is not in it: only the page and its file have it. */
export const receiptEmail = email(
  'application.received',
  receiptSample,
  (facts, language): Letter => {
    const link = facts.base + path('/applications/:id/receipt', language, { id: facts.application })
    const received = formatMillis(new Date(facts.at), facts.zone, language)
    const closes = formatInstant(new Date(facts.closesAt), facts.zone, language)
    return language === 'en'
      ? {
          subject: `We received your application to opportunity ${facts.number}`,
          preheader: `Your token is ${facts.token}.`,
          paragraphs: [
            `Your application to “${facts.titleEn}” is received and sealed. Nobody can read it before closing: ${closes}.`,
            'You can change it or withdraw it until then. If you change it, send it again: you get a new receipt.',
            {
              facts: [
                ['Your token', facts.token],
                ['Received', received],
                ['Received (universal time)', facts.at],
                ['SHA-256 of the sealed file', facts.sealedSha256],
                ['Commitment to what you wrote', facts.commitment],
                ['Commitment of the draw', facts.drawCommitment || 'none'],
                ['Signature', facts.signature],
              ],
            },
            { link, label: 'See and keep the whole receipt' },
          ],
        }
      : {
          subject: `Nous avons reçu votre candidature à l’occasion ${facts.number}`,
          preheader: `Votre jeton est ${facts.token}.`,
          paragraphs: [
            `Votre candidature à l’occasion «\u00a0${facts.titleFr}\u00a0» est reçue et scellée. Personne ne peut la lire avant la clôture\u00a0: ${closes}.`,
            'Vous pouvez la modifier ou la retirer d’ici là. Après une modification, envoyez-la de nouveau\u00a0: vous obtenez un nouveau reçu.',
            {
              facts: [
                ['Votre jeton', facts.token],
                ['Reçue', received],
                ['Reçue (temps universel)', facts.at],
                ['SHA-256 du fichier scellé', facts.sealedSha256],
                ['Engagement sur ce que vous avez écrit', facts.commitment],
                ['Engagement du tirage', facts.drawCommitment || 'aucun'],
                ['Signature', facts.signature],
              ],
            },
            { link, label: 'Voir et conserver le reçu complet' },
          ],
        }
  },
  (facts) =>
    receiptText({
      ...{ applicationId: facts.application, token: facts.token, slug: facts.slug, receivedAt: new Date(facts.at) },
      ...{ zone: facts.zone, sealedSha256: facts.sealedSha256, contentCommitment: facts.commitment },
      drawCommitment: facts.drawCommitment || undefined,
    }),
)

export const withdrawalEmail = email('application.withdrawn', sample, (facts, language): Letter => {
  const at = formatMillis(new Date(facts.at), facts.zone, language)
  const link = facts.base + path('/applications', language)
  return language === 'en'
    ? {
        subject: `Your application to opportunity ${facts.number} is withdrawn`,
        paragraphs: [
          `You withdrew your application to “${titled(facts, language)}” (token ${facts.token}) on ${at}.`,
          'It is not on the list of applications, and what you wrote will not be read by anybody. If it was not you, write to us at once.',
          { link, label: 'Your applications' },
        ],
      }
    : {
        subject: `Votre candidature à l’occasion ${facts.number} est retirée`,
        paragraphs: [
          `Vous avez retiré votre candidature à l’occasion «\u00a0${titled(facts, language)}\u00a0» (jeton ${facts.token})\u00a0: ${at}.`,
          'Elle ne figure pas sur la liste des candidatures, et personne ne lira ce que vous aviez écrit. Si ce retrait ne vient pas de vous, écrivez-nous sans tarder.',
          { link, label: 'Vos candidatures' },
        ],
      }
})

/** Told to the applicant, once for each browser after the first, when their application is opened in it. */
export const resumedEmail = email('application.resumed', sample, (facts, language): Letter => {
  const link = facts.base + path('/applications', language)
  const at = formatInstant(new Date(facts.at), facts.zone, language)
  return language === 'en'
    ? {
        subject: `Your application to opportunity ${facts.number} was opened in another browser`,
        paragraphs: [
          `Somebody signed in with a code sent to this address and opened your application to “${facts.titleEn}” in a browser that had not opened it before: ${at}.`,
          'If it was you, there is nothing to do. If it was not, somebody else can read your e-mail: secure your mailbox first, then look at your application, and write to us.',
          { link, label: 'Your applications' },
        ],
      }
    : {
        subject: `Votre candidature à l’occasion ${facts.number} a été ouverte dans un autre navigateur`,
        paragraphs: [
          `Quelqu’un s’est connecté au moyen d’un code envoyé à cette adresse et a ouvert votre candidature à l’occasion «\u00a0${facts.titleFr}\u00a0» dans un navigateur qui ne l’avait jamais ouverte\u00a0: ${at}.`,
          'Si c’était vous, il n’y a rien à faire. Sinon, une autre personne a accès à vos courriels\u00a0: protégez d’abord votre boîte, puis vérifiez votre candidature et écrivez-nous.',
          { link, label: 'Vos candidatures' },
        ],
      }
})

/** Told to the program team when a sealed file does not open: never silently left aside. */
export const openingFailedEmail = email(
  'application.opening_failed',
  { ...sample, because: 'cannot_open' },
  (facts, language): Letter =>
    language === 'en'
      ? {
          subject: `${facts.number}: a sealed application does not open`,
          paragraphs: [
            `The sealed application with token ${facts.token} to “${facts.titleEn}” could not be opened (${facts.because}).`,
            'Do not start the evaluation. The holder of the escrow key can open it: see the operations guide.',
            { link: facts.base + path('/home', language), label: 'Open your home page' },
          ],
        }
      : {
          subject: `${facts.number}\u00a0: une candidature scellée ne s’ouvre pas`,
          paragraphs: [
            `La candidature scellée dont le jeton est ${facts.token}, pour l’occasion «\u00a0${facts.titleFr}\u00a0», n’a pas pu être ouverte (${facts.because}).`,
            'Ne commencez pas l’évaluation. La personne qui détient la clé de secours peut l’ouvrir\u00a0: voir le guide d’exploitation.',
            { link: facts.base + path('/home', language), label: 'Ouvrir votre page d’accueil' },
          ],
        },
)

/** Told to the program team and to administrators when somebody or something tried to open what is sealed. */
export const openingRefusedEmail = email(
  'application.opening_refused',
  { ...sample, whyEn: 'The opportunity is not closed.', whyFr: 'L’occasion n’est pas close.' },
  (facts, language): Letter => {
    const at = formatMillis(new Date(facts.at), facts.zone, language)
    return language === 'en'
      ? {
          subject: `${facts.number}: an attempt to open sealed applications was refused`,
          paragraphs: [
            `The applications to “${facts.titleEn}” were asked to be opened (${at}), and were not: ${facts.whyEn}`,
            'Nothing was read. The attempt is on the record. If you do not know why it happened, ask whoever runs the servers.',
            { link: facts.base + path('/home', language), label: 'Open your home page' },
          ],
        }
      : {
          subject: `${facts.number}\u00a0: refus d’une tentative d’ouvrir des candidatures scellées`,
          paragraphs: [
            `L’ouverture des candidatures à l’occasion «\u00a0${facts.titleFr}\u00a0» a été demandée (${at}), puis refusée. ${facts.whyFr}`,
            'Rien n’a été lu. La tentative est consignée. Si vous en ignorez la raison, interrogez les responsables des serveurs.',
            { link: facts.base + path('/home', language), label: 'Ouvrir votre page d’accueil' },
          ],
        }
  },
)

export const applicationEmails = [receiptEmail, withdrawalEmail, resumedEmail, openingFailedEmail, openingRefusedEmail]
