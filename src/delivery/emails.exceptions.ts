import { dayText } from '../awards/emails.ts'
import { email } from '../platform/mail.ts'
import type { TerminationKind } from './rules.ts'

const sample = {
  number: '2026-019',
  title: 'Validate boat-licence numbers offline',
  link: '/en/contracts/0190f3a2-0000-7000-8000-000000000001',
}

/** To the supplier: the date has passed. */
export const askedAboutLateness = email(
  'contract.late',
  { ...sample, deliveryDay: '2026-06-19' },
  ({ title, link, deliveryDay }, language) =>
    language === 'en'
      ? {
          subject: `The delivery date has passed: ${title}`,
          paragraphs: [
            `The work of “${title}” was due on ${dayText(deliveryDay, 'en')}, and we have not received it.`,
            'Deliver it, ask for another date, or say that you cannot deliver. All three are on the page of the work. Without delivery, the contract may be ended and nothing is paid.',
            { link, label: 'Tell us where you are' },
          ],
        }
      : {
          subject: `La date de livraison est passée\u00a0: ${title}`,
          paragraphs: [
            `Le travail «\u00a0${title}\u00a0» était attendu le ${dayText(deliveryDay, 'fr')}; nous ne l’avons pas reçu.`,
            'Livrez-le, demandez une autre date ou dites que vous ne pouvez pas livrer. Tout se fait à la page du travail. Faute de livraison, le contrat peut prendre fin sans paiement.',
            { link, label: 'Nous dire où vous en êtes' },
          ],
        },
)

/** To the program team and Canada’s signatory. */
export const extensionAsked = email(
  'contract.extension_asked',
  { ...sample, askedDay: '2026-06-26' },
  ({ number, title, link, askedDay }, language) =>
    language === 'en'
      ? {
          subject: `Another delivery date asked for file ${number}`,
          paragraphs: [
            `The supplier of “${title}” asks to deliver on ${dayText(askedDay, 'en')}. Their reason is on the page.`,
            { link, label: 'Answer the request' },
          ],
        }
      : {
          subject: `Autre date de livraison demandée, dossier ${number}`,
          paragraphs: [
            `Le fournisseur de «\u00a0${title}\u00a0» demande à livrer le ${dayText(askedDay, 'fr')}. Son motif figure à la page.`,
            { link, label: 'Répondre à la demande' },
          ],
        },
)

/** To the supplier: granted or not, and why. */
export const extensionDecided = email<typeof sample & { granted: boolean; deliveryDay: string; reply: string }>(
  'contract.extension_decided',
  { ...sample, granted: true, deliveryDay: '2026-06-26', reply: '' },
  ({ title, link, granted, deliveryDay, reply }, language) =>
    language === 'en'
      ? {
          subject: `${granted ? 'New delivery date' : 'The delivery date stays'}: ${title}`,
          paragraphs: [
            granted
              ? `You may deliver the work of “${title}” on ${dayText(deliveryDay, 'en')}.`
              : `We cannot move the delivery date of “${title}”. It stays ${dayText(deliveryDay, 'en')}.`,
            ...(reply ? [reply] : []),
            { link, label: 'Open the page of the work' },
          ],
        }
      : {
          subject: `${granted ? 'Nouvelle date de livraison' : 'La date de livraison reste la même'}\u00a0: ${title}`,
          paragraphs: [
            granted
              ? `Vous pouvez livrer le travail «\u00a0${title}\u00a0» le ${dayText(deliveryDay, 'fr')}.`
              : `Nous ne pouvons pas reporter la date de livraison du travail «\u00a0${title}\u00a0»; elle reste le ${dayText(deliveryDay, 'fr')}.`,
            ...(reply ? [reply] : []),
            { link, label: 'Ouvrir la page du travail' },
          ],
        },
)

/** To the client, the program team and Canada’s signatory. */
export const declaredUnable = email('contract.declared_unable', sample, ({ number, title, link }, language) =>
  language === 'en'
    ? {
        subject: `The supplier cannot deliver: file ${number}`,
        paragraphs: [
          `The supplier of “${title}” says that they cannot deliver.`,
          'Canada’s signatory ends the contract; nothing is paid. The program team then offers the work to the next in the order, posts it again, or ends the file.',
          { link, label: 'Open the work' },
        ],
      }
    : {
        subject: `Le fournisseur ne peut pas livrer\u00a0: dossier ${number}`,
        paragraphs: [
          `Le fournisseur de «\u00a0${title}\u00a0» dit ne pas pouvoir livrer.`,
          'La personne qui signe pour le Canada met fin au contrat; rien n’est payé. L’équipe du programme offre ensuite le travail au fournisseur suivant, l’affiche de nouveau ou met fin au dossier.',
          { link, label: 'Ouvrir le travail' },
        ],
      },
)

type EndFacts = typeof sample & { kind: TerminationKind; because: string; percentage: number }
const endSample: EndFacts = {
  ...sample,
  kind: 'default',
  because: 'The date has passed without delivery.',
  percentage: 0,
}

/** To the supplier: why, what is paid, and whom to ask. */
export const terminatedForSupplier = email<EndFacts & { mailbox: string }>(
  'contract.terminated_supplier',
  { ...endSample, mailbox: 'micro@waterways.example' },
  ({ title, link, kind, because, percentage, mailbox }, language) =>
    language === 'en'
      ? {
          subject: `The contract has ended: ${title}`,
          paragraphs: [
            kind === 'default'
              ? `The department has ended the contract for “${title}” because the work was not delivered. Nothing is paid. The public pages do not name you.`
              : `The department has ended the contract for “${title}” for reasons of its own. It pays ${percentage}% of the price.`,
            `Reason: ${because}`,
            { link, label: 'See the record of the work' },
            `If you disagree, write to ${mailbox}. You may also ask the Office of the Procurement Ombud for help (opo-boa.gc.ca).`,
          ],
        }
      : {
          subject: `Le contrat a pris fin\u00a0: ${title}`,
          paragraphs: [
            kind === 'default'
              ? `Le ministère a mis fin au contrat pour «\u00a0${title}\u00a0» faute de livraison. Rien n’est payé. Les pages publiques ne vous nomment pas.`
              : `Le ministère a mis fin au contrat pour «\u00a0${title}\u00a0» pour ses propres raisons. Il paie ${percentage}\u00a0% du prix.`,
            `Motif\u00a0: ${because}`,
            { link, label: 'Voir le suivi du travail' },
            `En cas de désaccord, écrivez à ${mailbox}. Vous pouvez aussi demander l’aide du Bureau de l’ombud de l’approvisionnement (opo-boa.gc.ca).`,
          ],
        },
)

/** To the client and the program team: the program team now decides what comes next. */
export const terminatedForStaff = email<EndFacts>(
  'contract.terminated_staff',
  endSample,
  ({ number, title, link, kind, because }, language) =>
    language === 'en'
      ? {
          subject: `Contract ended, file ${number}: ${title}`,
          paragraphs: [
            `The contract for “${title}” was ended for ${kind === 'default' ? 'default' : 'convenience'}.`,
            `Reason: ${because}`,
            'The program team decides what comes next.',
            { link, label: 'Open the work' },
          ],
        }
      : {
          subject: `Contrat résilié, dossier ${number}\u00a0: ${title}`,
          paragraphs: [
            kind === 'default'
              ? `Le contrat pour «\u00a0${title}\u00a0» est résilié pour manquement.`
              : `Le contrat pour «\u00a0${title}\u00a0» est résilié pour raisons de commodité.`,
            `Motif\u00a0: ${because}`,
            'L’équipe du programme décide de la suite.',
            { link, label: 'Ouvrir le travail' },
          ],
        },
)

export const exceptionEmails = [
  askedAboutLateness,
  extensionAsked,
  extensionDecided,
  declaredUnable,
  terminatedForSupplier,
  terminatedForStaff,
]
