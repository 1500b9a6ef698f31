import { formatDays, formatMoney } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { type Email, email } from '../platform/mail.ts'
import { cents } from '../platform/money.ts'

type About = { readonly number: string; readonly title: string; readonly link: string }
const sample: About = {
  number: '2026-019',
  title: 'Validate boat-licence numbers offline',
  link: '/en/invoices/0190f3a2-0000-7000-8000-000000000001',
}
const total = { totalCents: 734_500 }
const because = { because: 'The invoice number is missing a digit.' }
const moneyOf = (amount: number, language: Language): string => formatMoney(cents(amount), language)

/** To the supplier: the draft is there to check. */
export const invoiceDrafted = email('invoice.drafted', { ...sample, ...total }, (facts, language) =>
  language === 'en'
    ? {
        subject: `Check and send your invoice: ${facts.title}`,
        preheader: 'We drafted it from what we know.',
        paragraphs: [
          `We drafted your invoice for “${facts.title}” from what we know. Its total is ${moneyOf(facts.totalCents, 'en')}.`,
          'Add your own invoice number, check the rest, and send it. The days to your payment count from then.',
          { link: facts.link, label: 'Check and send the invoice' },
        ],
      }
    : {
        subject: `Vérifiez et envoyez votre facture\u00a0: ${facts.title}`,
        preheader: 'Nous l’avons préparée avec les renseignements que nous avons.',
        paragraphs: [
          `Nous avons préparé votre facture pour «\u00a0${facts.title}\u00a0» avec les renseignements que nous avons. Son total est de ${moneyOf(facts.totalCents, 'fr')}.`,
          'Ajoutez votre propre numéro de facture, vérifiez le reste et envoyez-la. Les jours jusqu’au paiement se comptent à partir de là.',
          { link: facts.link, label: 'Vérifier et envoyer la facture' },
        ],
      },
)

/** To the section 34 managers. */
export const invoiceToCertify = email('invoice.sent', { ...sample, ...total }, (facts, language) =>
  language === 'en'
    ? {
        subject: `To certify (section 34): file ${facts.number}`,
        paragraphs: [
          `The supplier has sent the invoice of file ${facts.number}, “${facts.title}”: ${moneyOf(facts.totalCents, 'en')}, tax included.`,
          'It is one page and one decision: certify, or send it back with a reason.',
          { link: facts.link, label: 'Decide' },
        ],
      }
    : {
        subject: `À attester (article 34)\u00a0: dossier ${facts.number}`,
        paragraphs: [
          `Le fournisseur a envoyé la facture du dossier ${facts.number}, «\u00a0${facts.title}\u00a0»\u00a0: ${moneyOf(facts.totalCents, 'fr')}, taxes comprises.`,
          'Une page, une décision\u00a0: attester, ou retourner la facture avec un motif.',
          { link: facts.link, label: 'Décider' },
        ],
      },
)

/** To the supplier: what to repair. */
export const invoiceReturned = email('invoice.returned', { ...sample, ...because }, (facts, language) =>
  language === 'en'
    ? {
        subject: `Your invoice came back: ${facts.title}`,
        paragraphs: [
          `We could not certify your invoice for “${facts.title}”. This is the reason:`,
          facts.because,
          'Correct it and send it again; the days to your payment then count from that moment.',
          { link: facts.link, label: 'Correct the invoice' },
        ],
      }
    : {
        subject: `Votre facture vous revient\u00a0: ${facts.title}`,
        paragraphs: [
          `Nous n’avons pu attester votre facture pour «\u00a0${facts.title}\u00a0». En voici le motif\u00a0:`,
          facts.because,
          'Corrigez-la et envoyez-la de nouveau; les jours jusqu’au paiement se compteront à partir de ce nouvel envoi.',
          { link: facts.link, label: 'Corriger la facture' },
        ],
      },
)

/** To the client and the program team: the invoice waits for the supplier again. */
export const invoiceReturnedForStaff = email('invoice.returned_staff', { ...sample, ...because }, (facts, language) =>
  language === 'en'
    ? {
        subject: `Invoice sent back: file ${facts.number}`,
        paragraphs: [
          `The invoice of file ${facts.number}, “${facts.title}”, went back to the supplier. This is the reason:`,
          facts.because,
          { link: facts.link, label: 'See the work' },
        ],
      }
    : {
        subject: `Facture retournée\u00a0: dossier ${facts.number}`,
        paragraphs: [
          `La facture du dossier ${facts.number}, «\u00a0${facts.title}\u00a0», a été retournée au fournisseur. En voici le motif\u00a0:`,
          facts.because,
          { link: facts.link, label: 'Voir le travail' },
        ],
      },
)

/** To finance. */
export const invoiceToEnter = email('invoice.certified', { ...sample, ...total }, (facts, language) =>
  language === 'en'
    ? {
        subject: `To enter: invoice of file ${facts.number}`,
        paragraphs: [
          `The invoice of file ${facts.number}, “${facts.title}”, is certified under section 34: ${moneyOf(facts.totalCents, 'en')}, tax included.`,
          'Enter it in the financial system and say so on the page.',
          { link: facts.link, label: 'Open the invoice' },
        ],
      }
    : {
        subject: `À saisir\u00a0: facture du dossier ${facts.number}`,
        paragraphs: [
          `La facture du dossier ${facts.number}, «\u00a0${facts.title}\u00a0», est attestée en vertu de l’article 34\u00a0: ${moneyOf(facts.totalCents, 'fr')}, taxes comprises.`,
          'Saisissez-la dans le système financier et indiquez-le à la page.',
          { link: facts.link, label: 'Ouvrir la facture' },
        ],
      },
)

/** To the cardholders; for a deposit, to finance. */
export const invoiceToPay = email('invoice.entered', { ...sample, ...total }, (facts, language) =>
  language === 'en'
    ? {
        subject: `To pay: invoice of file ${facts.number}`,
        paragraphs: [
          `The invoice of file ${facts.number}, “${facts.title}”, can be paid: ${moneyOf(facts.totalCents, 'en')}, tax included.`,
          'Pay in the way that the supplier asked for, and record it. A payment by card or PayPal starts with its card document.',
          { link: facts.link, label: 'Open the payment' },
        ],
      }
    : {
        subject: `À payer\u00a0: facture du dossier ${facts.number}`,
        paragraphs: [
          `La facture du dossier ${facts.number}, «\u00a0${facts.title}\u00a0», peut être payée\u00a0: ${moneyOf(facts.totalCents, 'fr')}, taxes comprises.`,
          'Payez de la façon demandée par le fournisseur et consignez le paiement. Un paiement par carte ou PayPal commence par son document de carte.',
          { link: facts.link, label: 'Ouvrir le paiement' },
        ],
      },
)

/** To the supplier. */
export const invoicePaid = email('invoice.paid', { ...sample, ...total }, (facts, language) =>
  language === 'en'
    ? {
        subject: `Paid: ${facts.title}`,
        paragraphs: [
          `We paid your invoice for “${facts.title}”: ${moneyOf(facts.totalCents, 'en')}. Thank you for your work.`,
          'The page has the reference of the payment. If the money has not arrived within two business days, write to us.',
          { link: facts.link, label: 'See the payment' },
        ],
      }
    : {
        subject: `Paiement effectué\u00a0: ${facts.title}`,
        paragraphs: [
          `Nous avons payé votre facture pour «\u00a0${facts.title}\u00a0»\u00a0: ${moneyOf(facts.totalCents, 'fr')}. Merci de votre travail.`,
          'La page donne la référence du paiement. Si l’argent n’est pas arrivé d’ici deux jours ouvrables, écrivez-nous.',
          { link: facts.link, label: 'Voir le paiement' },
        ],
      },
)

/** To the client: the file is done, and their opinion is asked. */
export const invoicePaidForClient = email(
  'invoice.paid_client',
  { ...sample, link: '/en/feedback?for=client&department=DW', paidDays: 4 },
  ({ number, title, link, paidDays }, language) =>
    language === 'en'
      ? {
          subject: `Paid, and done: ${title}`,
          paragraphs: [
            `The supplier of file ${number}, “${title}”, is paid. It took ${formatDays(paidDays, 'en')} from the invoice, and the file is complete.`,
            'Would you use it again? Two questions, without your name, one minute: your answers decide what we change.',
            { link, label: 'Tell us what you think' },
          ],
        }
      : {
          subject: `Travail payé, dossier terminé\u00a0: ${title}`,
          paragraphs: [
            `Le fournisseur du dossier ${number}, «\u00a0${title}\u00a0», est payé, ${formatDays(paidDays, 'fr')} après la facture. Le dossier est complet.`,
            'Y auriez-vous recours de nouveau? Deux questions, sans votre nom, une minute\u00a0: vos réponses décident de ce que nous changerons.',
            { link, label: 'Donner votre avis' },
          ],
        },
)

/** To the program team. */
export const invoicePaidForTeam = email(
  'invoice.paid_staff',
  { ...sample, ...total, paidDays: 4 },
  (facts, language) => {
    const { number, title, link, paidDays, totalCents } = facts
    return language === 'en'
      ? {
          subject: `Paid: file ${number}`,
          paragraphs: [
            `File ${number}, “${title}”, is paid and complete: ${moneyOf(totalCents, 'en')}, ${formatDays(paidDays, 'en')} after the invoice.`,
            { link, label: 'See the payment' },
          ],
        }
      : {
          subject: `Paiement effectué\u00a0: dossier ${number}`,
          paragraphs: [
            `Le dossier ${number}, «\u00a0${title}\u00a0», est payé et complet\u00a0: ${moneyOf(totalCents, 'fr')}, ${formatDays(paidDays, 'fr')} après la facture.`,
            { link, label: 'Voir le paiement' },
          ],
        }
  },
)

export const paymentEmails: readonly Email[] = [
  ...[invoiceDrafted, invoiceToCertify, invoiceReturned, invoiceReturnedForStaff, invoiceToEnter, invoiceToPay],
  ...[invoicePaid, invoicePaidForClient, invoicePaidForTeam],
]
