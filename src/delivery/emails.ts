import { dayText } from '../awards/emails.ts'
import { email } from '../platform/mail.ts'

type About = { readonly number: string; readonly title: string; readonly link: string }
const sample: About = {
  number: '2026-019',
  title: 'Validate boat-licence numbers offline',
  link: '/en/contracts/0190f3a2-0000-7000-8000-000000000001',
}
const other = { name: 'Claire Arsenault', email: 'claire@waterways.example' }

/** To the supplier, when both have signed: with whom they work. */
export const startedForSupplier = email(
  'contract.started_supplier',
  { ...sample, ...other, deliveryDay: '2026-06-19' },
  ({ title, link, name, email: address, deliveryDay }, language) =>
    language === 'en'
      ? {
          subject: `You can start: ${title}`,
          paragraphs: [
            `Canada has signed the terms for “${title}”. You can start the work.`,
            {
              facts: [
                ['Your client', `${name}, ${address}`],
                ['Delivery date', dayText(deliveryDay, 'en')],
              ],
            },
            'Write to your client to say hello and to agree on how you work together. They read this same introduction.',
            'On the page of the work you deliver, ask for another date, or tell us early if something is in the way.',
            { link, label: 'Open the page of the work' },
          ],
        }
      : {
          subject: `Vous pouvez commencer\u00a0: ${title}`,
          paragraphs: [
            `Le Canada a signé les conditions pour «\u00a0${title}\u00a0». Vous pouvez commencer le travail.`,
            {
              facts: [
                ['Votre client', `${name}, ${address}`],
                ['Date de livraison', dayText(deliveryDay, 'fr')],
              ],
            },
            'Écrivez à votre client pour le saluer et convenir de votre façon de travailler. Il reçoit la même présentation.',
            'La page du travail sert à livrer, à demander une autre date ou à signaler sans tarder une difficulté.',
            { link, label: 'Ouvrir la page du travail' },
          ],
        },
)

/** To the client, when both have signed: with whom they work. */
export const startedForClient = email(
  'contract.started_client',
  { ...sample, name: 'Cormoran', email: 'lina@cormoran.example', deliveryDay: '2026-06-19' },
  ({ title, link, name, email: address, deliveryDay }, language) =>
    language === 'en'
      ? {
          subject: `Your supplier starts: ${title}`,
          paragraphs: [
            `Both have signed the terms for “${title}”. The work starts now.`,
            {
              facts: [
                ['Your supplier', `${name}, ${address}`],
                ['Delivery date', dayText(deliveryDay, 'en')],
              ],
            },
            'Give them what the notice promises, by its dates. You decide about the work against its acceptance criteria when it is delivered.',
            { link, label: 'Follow the work' },
          ],
        }
      : {
          subject: `Votre fournisseur commence\u00a0: ${title}`,
          paragraphs: [
            `Les deux parties ont signé les conditions pour «\u00a0${title}\u00a0». Le travail commence.`,
            {
              facts: [
                ['Votre fournisseur', `${name}, ${address}`],
                ['Date de livraison', dayText(deliveryDay, 'fr')],
              ],
            },
            'Fournissez-lui ce que l’avis promet, aux dates prévues. À la livraison, vous vous prononcerez selon les critères d’acceptation du travail.',
            { link, label: 'Suivre le travail' },
          ],
        },
)

/** To the client and the program team. */
export const workDelivered = email('contract.delivered', sample, ({ number, title, link }, language) =>
  language === 'en'
    ? {
        subject: `Work delivered: ${title}`,
        paragraphs: [
          `The supplier has delivered the work of file ${number}, “${title}”.`,
          'Check it against each work acceptance criterion and record what you find. The supplier is paid only after that.',
          { link, label: 'Check the work' },
        ],
      }
    : {
        subject: `Travail livré\u00a0: ${title}`,
        paragraphs: [
          `Le fournisseur a livré le travail du dossier ${number}, «\u00a0${title}\u00a0».`,
          'Vérifiez-le selon chacun des critères d’acceptation du travail et consignez vos constats. Le fournisseur n’est payé qu’ensuite.',
          { link, label: 'Vérifier le travail' },
        ],
      },
)

export const workAccepted = email('contract.accepted', sample, ({ title, link }, language) =>
  language === 'en'
    ? {
        subject: `Your work is accepted: ${title}`,
        paragraphs: [
          `The client accepted your work on “${title}”: every criterion is met. Thank you.`,
          'We draft your invoice from what we know, and write to you when it is ready for you to check and send.',
          { link, label: 'See the record of the work' },
        ],
      }
    : {
        subject: `Votre travail est accepté\u00a0: ${title}`,
        paragraphs: [
          `Le client a accepté votre travail pour «\u00a0${title}\u00a0»\u00a0: tous les critères sont satisfaits. Merci.`,
          'Nous préparons votre facture avec les renseignements que nous avons et vous écrirons quand vous pourrez la vérifier et l’envoyer.',
          { link, label: 'Voir le suivi du travail' },
        ],
      },
)

export const revisionAsked = email(
  'contract.revision_asked',
  { ...sample, deliveryDay: '2026-06-26' },
  ({ title, link, deliveryDay }, language) =>
    language === 'en'
      ? {
          subject: `A revision is asked: ${title}`,
          paragraphs: [
            `The client checked your work on “${title}”. Some criteria are not met yet; the page says which and why.`,
            { facts: [['New delivery date', dayText(deliveryDay, 'en')]] },
            { link, label: 'Read what is missing' },
          ],
        }
      : {
          subject: `Une révision est demandée\u00a0: ${title}`,
          paragraphs: [
            `Le client a vérifié votre travail pour «\u00a0${title}\u00a0». Certains critères ne sont pas encore satisfaits; la page dit lesquels et pourquoi.`,
            { facts: [['Nouvelle date de livraison', dayText(deliveryDay, 'fr')]] },
            { link, label: 'Lire ce qui manque' },
          ],
        },
)

export const workEmails = [startedForSupplier, startedForClient, workDelivered, workAccepted, revisionAsked]
