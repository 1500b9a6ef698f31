import { formatDay, formatInstant, formatMoney } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { type Email, email } from '../platform/mail.ts'
import { cents } from '../platform/money.ts'
import { parseDay } from '../platform/time.ts'

/** What each of these letters is about; the title is in the reader’s language. */
export type About = { readonly number: string; readonly title: string; readonly link: string }
const sample: About = {
  number: '2026-019',
  title: 'Validate boat-licence numbers offline',
  link: '/en/offers/0190f3a2-0000-7000-8000-000000000001',
}

type OfferFacts = About & { priceCents: number; deliveryDay: string; respondBy: string; zone: string }

export const offerMade: Email<OfferFacts> = email(
  'offer.made',
  {
    ...sample,
    ...{ priceCents: 650_000, deliveryDay: '2026-06-19', respondBy: '2026-05-08T03:59:59Z', zone: 'America/Toronto' },
  },
  (facts, language) => {
    const by = formatInstant(new Date(facts.respondBy), facts.zone, language)
    const price = formatMoney(cents(facts.priceCents), language)
    return language === 'en'
      ? {
          subject: `The work is yours if you accept: ${facts.title}`,
          preheader: `Answer by ${by}.`,
          paragraphs: [
            `Your application to “${facts.title}” was chosen. We offer you the work.`,
            {
              facts: [
                ['Fixed price, before tax', price],
                ['Delivery date', dayText(facts.deliveryDay, language)],
                ['Answer by', by],
              ],
            },
            'Confirm the date and the price, say how you are paid, and sign the one-page terms. It takes about ten minutes. Do not start the work yet: Canada signs after you.',
            'If you do not answer by then, the offer lapses and the next supplier in the order is asked.',
            { link: facts.link, label: 'Read and answer the offer' },
          ],
        }
      : {
          subject: `Le travail est à vous si vous l’acceptez\u00a0: ${facts.title}`,
          preheader: `Répondez avant l’échéance\u00a0: ${by}.`,
          paragraphs: [
            `Votre candidature à l’occasion «\u00a0${facts.title}\u00a0» a été retenue. Nous vous offrons le travail.`,
            {
              facts: [
                ['Prix fixe, avant taxes', price],
                ['Date de livraison', dayText(facts.deliveryDay, language)],
                ['Répondre au plus tard', by],
              ],
            },
            'Confirmez la date et le prix, indiquez comment vous payer et signez les conditions, qui tiennent en une page. Il faut environ dix minutes. Ne commencez pas encore le travail\u00a0: le Canada signe après vous.',
            'Sans réponse de votre part d’ici là, l’offre expire et nous nous adressons au fournisseur suivant.',
            { link: facts.link, label: 'Lire l’offre et y répondre' },
          ],
        }
  },
)

export const offerAccepted = email('offer.accepted', sample, ({ title, link }, language) =>
  language === 'en'
    ? {
        subject: `You accepted the work: ${title}`,
        paragraphs: [
          `We have your signature under the terms for “${title}”.`,
          'Canada’s signatory signs next. Wait for that before you start: we write to you, and introduce you to the client.',
          { link, label: 'See what you signed' },
        ],
      }
    : {
        subject: `Vous avez accepté le travail\u00a0: ${title}`,
        paragraphs: [
          `Nous avons votre signature au bas des conditions pour «\u00a0${title}\u00a0».`,
          'La personne qui signe pour le Canada le fait ensuite. Attendez cette signature avant de commencer\u00a0: nous vous écrirons et vous présenterons au client.',
          { link, label: 'Voir ce que vous avez signé' },
        ],
      },
)

export const offerDeclined = email('offer.declined', sample, ({ title, link }, language) =>
  language === 'en'
    ? {
        subject: `You declined the work: ${title}`,
        paragraphs: [
          `We recorded that you decline the offer for “${title}”. Nothing more is expected of you.`,
          'It changes nothing for your later applications.',
          { link, label: 'See the offer' },
        ],
      }
    : {
        subject: `Vous avez décliné le travail\u00a0: ${title}`,
        paragraphs: [
          `Nous avons consigné que vous déclinez l’offre pour «\u00a0${title}\u00a0». Vous n’avez rien d’autre à faire.`,
          'Vos candidatures futures n’en seront pas touchées.',
          { link, label: 'Voir l’offre' },
        ],
      },
)

export const offerLapsed = email('offer.lapsed', sample, ({ title, link }, language) =>
  language === 'en'
    ? {
        subject: `The offer has lapsed: ${title}`,
        paragraphs: [
          `We had no answer from you in time about “${title}”, so the offer has lapsed and the work goes to the next supplier.`,
          'It changes nothing for your later applications.',
          { link, label: 'See the offer' },
        ],
      }
    : {
        subject: `L’offre a expiré\u00a0: ${title}`,
        paragraphs: [
          `Faute de réponse dans le délai au sujet de «\u00a0${title}\u00a0», l’offre a expiré et le travail est offert au fournisseur suivant.`,
          'Vos candidatures futures n’en seront pas touchées.',
          { link, label: 'Voir l’offre' },
        ],
      },
)

/** To whoever signs for Canada, once the supplier has signed. */
export const termsToSign = email(
  'terms.to_sign',
  { ...sample, signOffNeeded: true },
  ({ number, title, link, signOffNeeded }, language) =>
    language === 'en'
      ? {
          subject: `Terms to sign for file ${number}: ${title}`,
          paragraphs: [
            `The supplier chosen for “${title}” has signed the terms. Your signature for Canada comes next; the work starts after it.`,
            ...(signOffNeeded
              ? [
                  'The supplier is a public servant: the program team first records the sign-off of their director general.',
                ]
              : []),
            { link, label: 'Read and sign the terms' },
          ],
        }
      : {
          subject: `Conditions à signer, dossier ${number}\u00a0: ${title}`,
          paragraphs: [
            `Le fournisseur retenu pour «\u00a0${title}\u00a0» a signé les conditions. Il ne manque que votre signature pour le Canada; le travail commence ensuite.`,
            ...(signOffNeeded
              ? [
                  'Le fournisseur est fonctionnaire\u00a0: l’équipe du programme consigne d’abord l’accord de sa directrice ou de son directeur général.',
                ]
              : []),
            { link, label: 'Lire et signer les conditions' },
          ],
        },
)

type EndedFacts = About & { outcome: 'none_accepted' | 'ended_without_delivery' }

/** To the client and the program team: the file ended, and what can be done. */
export const fileEnded: Email<EndedFacts> = email(
  'opportunity.ended',
  { ...sample, outcome: 'none_accepted' },
  ({ number, title, link, outcome }, language) => {
    const none = outcome === 'none_accepted'
    return language === 'en'
      ? {
          subject: `File ${number} ended without ${none ? 'a supplier' : 'delivery'}: ${title}`,
          paragraphs: [
            none
              ? `Nobody is left to whom “${title}” can be offered: each supplier in the order declined or did not answer.`
              : `The contract for “${title}” ended without delivery. Nothing is paid for it.`,
            'Finance is asked to release the funds. If the need remains, the program team can post it again in one step.',
            { link, label: 'Open the file' },
          ],
        }
      : {
          subject: `Dossier ${number} terminé sans ${none ? 'fournisseur' : 'livraison'}\u00a0: ${title}`,
          paragraphs: [
            none
              ? `Il ne reste aucun fournisseur à qui offrir le travail «\u00a0${title}\u00a0»\u00a0: chacun a décliné l’offre ou n’y a pas répondu.`
              : `Le contrat pour «\u00a0${title}\u00a0» a pris fin sans livraison. Rien n’est payé à ce titre.`,
            'Nous demandons aux finances de libérer les fonds. Si le besoin demeure, l’équipe du programme peut l’afficher de nouveau en une étape.',
            { link, label: 'Ouvrir le dossier' },
          ],
        }
  },
)

/** To finance: a file ended without payment. */
export const fundsToRelease: Email<About & { reservation: string; amountCents: number }> = email(
  'funds.to_release',
  { ...sample, reservation: 'FR-20260042', amountCents: 747_500 },
  ({ number, title, link, reservation, amountCents }, language) => {
    const amount = formatMoney(cents(amountCents), language)
    return language === 'en'
      ? {
          subject: `Funds to release for file ${number}`,
          paragraphs: [
            `File ${number}, “${title}”, ended without payment. Release the funds that were reserved for it.`,
            {
              facts: [
                ['Reservation', reservation],
                ['Amount', amount],
              ],
            },
            { link, label: 'Open the file' },
          ],
        }
      : {
          subject: `Fonds à libérer, dossier ${number}`,
          paragraphs: [
            `Le dossier ${number}, «\u00a0${title}\u00a0», s’est terminé sans paiement. Libérez les fonds qui lui étaient réservés.`,
            {
              facts: [
                ['Réservation', reservation],
                ['Montant', amount],
              ],
            },
            { link, label: 'Ouvrir le dossier' },
          ],
        }
  },
)

/** A day that was stored as text, as people read it. */
export function dayText(text: string, language: Language): string {
  const day = parseDay(text)
  return day ? formatDay(day, language) : text
}

export const offerEmails = [
  offerMade,
  offerAccepted,
  offerDeclined,
  offerLapsed,
  termsToSign,
  fileEnded,
  fundsToRelease,
]
