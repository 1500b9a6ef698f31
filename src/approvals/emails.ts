import type { About } from '../opportunities/emails.ts'
import { formatDay, formatMoney } from '../platform/format.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { type Email, email, type Paragraph } from '../platform/mail.ts'
import { cents } from '../platform/money.ts'
import { parseDay } from '../platform/time.ts'

const sample: About = {
  number: '2026-014',
  title: 'Fix a keyboard trap in the boat-licence date picker',
  link: 'http://localhost:8080/en/files/0190f3a2-0000-7000-8000-000000000001/approval',
}

const quoted = (title: string, language: Language): string =>
  language === 'en' ? `“${title}”` : `«\u00a0${title}\u00a0»`

/** What is asked of whom, as a reminder names it. */
const asked: Readonly<Record<string, Text>> = {
  statement: { en: 'The statement waits for your approval', fr: 'L’énoncé attend votre approbation' },
  s32: {
    en: 'The spending waits for your approval (section 32)',
    fr: 'La dépense attend votre approbation (article 32)',
  },
  reservation: { en: 'Funds wait to be reserved', fr: 'Des fonds sont à réserver' },
}
const askedText = (gate: string): Text => asked[gate] ?? { en: 'A file waits for you', fr: 'Un dossier vous attend' }
const label: Text = { en: 'Read and decide', fr: 'Lire et décider' }

/** To an approver who has not answered: once. */
export const reminderEmail: Email<About & { gate: string; since: string }> = email(
  'approvals.reminder',
  { ...sample, gate: 's32', since: '2026-11-12' },
  ({ number, title, link, gate, since }, language) => {
    const named = quoted(title, language)
    const day = daySaid(since, language)
    return language === 'en'
      ? {
          subject: `Reminder: file ${number} waits for you`,
          paragraphs: [
            `${askedText(gate).en}: file ${number}, ${named}. It has waited since ${day}.`,
            'It takes one page and one decision. If it still waits later, the colleague you named, if any, is reminded too.',
            { link, label: label.en },
          ],
        }
      : {
          subject: `Rappel\u00a0: le dossier ${number} vous attend`,
          paragraphs: [
            `${askedText(gate).fr}\u00a0: dossier ${number}, ${named}. Il attend depuis le ${day}.`,
            'Une page et une décision suffisent. Si le dossier attend encore, la personne que vous avez désignée, le cas échéant, recevra aussi un rappel.',
            { link, label: label.fr },
          ],
        }
  },
)

/** To whoever an approver named in their place: once, later. */
export const delegateReminderEmail: Email<About & { gate: string; since: string; inPlaceOf: string }> = email(
  'approvals.delegate_reminder',
  { ...sample, gate: 's32', since: '2026-11-12', inPlaceOf: 'Sam Okafor' },
  ({ number, title, link, since, inPlaceOf }, language) => {
    const named = quoted(title, language)
    const day = daySaid(since, language)
    return language === 'en'
      ? {
          subject: `File ${number} waits, in the place of ${inPlaceOf}`,
          paragraphs: [
            `${inPlaceOf} named you for reminders. File ${number}, ${named}, has waited for a decision since ${day}.`,
            'You decide under your own role and your own delegation; this letter gives neither.',
            { link, label: label.en },
          ],
        }
      : {
          subject: `Le dossier ${number} attend, en l’absence de ${inPlaceOf}`,
          paragraphs: [
            `${inPlaceOf} a donné votre nom pour ses rappels. Le dossier ${number}, ${named}, attend une décision depuis le ${day}.`,
            'Vous décidez selon votre rôle et votre délégation; ce courriel n’en donne aucun.',
            { link, label: label.fr },
          ],
        }
  },
)

/** To the procurement partner: something was posted that the policy lets them read afterwards. */
export const toReviewEmail: Email<About> = email('approvals.to_review', sample, ({ number, title, link }, language) =>
  language === 'en'
    ? {
        subject: `Posted, for you to review: ${number}`,
        paragraphs: [
          `File ${number}, ${quoted(title, language)}, is posted. Your policy lets procurement read it afterwards.`,
          'Approve it, or raise a concern with your reasons.',
          { link, label: 'Review it' },
        ],
      }
    : {
        subject: `Dossier affiché, à examiner\u00a0: ${number}`,
        paragraphs: [
          `Le dossier ${number}, ${quoted(title, language)}, est affiché. Votre politique permet à l’approvisionnement de le lire ensuite.`,
          'Approuvez-le ou exprimez une réserve, avec vos motifs.',
          { link, label: 'L’examiner' },
        ],
      },
)

/** To the program team and the client: procurement has a concern about what is posted. */
export const concernEmail: Email<About & { note: string }> = email(
  'approvals.concern_raised',
  { ...sample, note: 'Two files of the same team look like one need. Say how they differ.' },
  ({ number, title, link, note }, language) =>
    language === 'en'
      ? {
          subject: `Concern about file ${number}`,
          paragraphs: [
            `Procurement reviewed file ${number}, ${quoted(title, language)}, after its posting and raised a concern:`,
            note,
            'The posting goes on until the program team amends it, withdraws it, or answers.',
            { link, label: 'See the review' },
          ],
        }
      : {
          subject: `Réserve au sujet du dossier ${number}`,
          paragraphs: [
            `L’approvisionnement a examiné le dossier ${number}, ${quoted(title, language)}, après son affichage et a exprimé une réserve\u00a0:`,
            note,
            'L’affichage se poursuit jusqu’à ce que l’équipe du programme le modifie, le retire ou réponde.',
            { link, label: 'Voir l’examen' },
          ],
        },
)

/** To a bargaining agent: what is posted, for how much, how many hours, and why nobody inside does it (mission M31). */
export const agentEmail: Email<
  About & { department: string; priceCents: number; hours: number | null; because: string; closes: string }
> = email(
  'approvals.posting_notice',
  {
    ...sample,
    link: 'http://localhost:8080/en/opportunities/fix-a-keyboard-trap',
    department: 'Department of Waterways',
    priceCents: 650_000,
    hours: 90,
    because: 'Nobody on the team has this skill, and the need is too small and too rare to hire or train for.',
    closes: '2026-11-24',
  },
  ({ number, title, link, department, priceCents, hours, because, closes }, language) => {
    const facts: Paragraph = {
      facts: [
        [language === 'en' ? 'Value, before tax' : 'Valeur, avant taxes', formatMoney(cents(priceCents), language)],
        [language === 'en' ? 'Hours expected' : 'Heures prévues', hours === null ? '–' : String(hours)],
        [language === 'en' ? 'Why not inside' : 'Pourquoi pas à l’interne', because],
        [language === 'en' ? 'Closing' : 'Clôture', daySaid(closes, language)],
      ],
    }
    return language === 'en'
      ? {
          subject: `${department} posted work for a supplier: ${number}`,
          paragraphs: [
            `For your information: ${department} posted ${quoted(title, language)} (${number}).`,
            facts,
            { link, label: 'Read the notice' },
          ],
        }
      : {
          subject: `${department}\u00a0: travail affiché pour un fournisseur, ${number}`,
          paragraphs: [
            `À titre d’information\u00a0: ${department} a affiché ${quoted(title, language)} (${number}).`,
            facts,
            { link, label: 'Lire l’avis' },
          ],
        }
  },
)

/** To finance: a file ended before any payment. */
export const toReleaseEmail: Email<About & { reservation: string; amountCents: number }> = email(
  'approvals.funds_to_release',
  { ...sample, reservation: 'FR-1187', amountCents: 747_500 },
  ({ number, title, link, reservation, amountCents }, language) => {
    const amount = formatMoney(cents(amountCents), language)
    return language === 'en'
      ? {
          subject: `Funds to release: ${number}`,
          paragraphs: [
            `File ${number}, ${quoted(title, language)}, no longer needs its reservation ${reservation} of ${amount}. Release it, then say so on the page.`,
            { link, label: 'Say that it is released' },
          ],
        }
      : {
          subject: `Fonds à libérer\u00a0: ${number}`,
          paragraphs: [
            `Le dossier ${number}, ${quoted(title, language)}, n’a plus besoin de sa réservation ${reservation} de ${amount}. Libérez-la, puis indiquez-le sur la page.`,
            { link, label: 'Indiquer qu’elle est libérée' },
          ],
        }
  },
)

export const approvalEmails: readonly Email[] = [
  reminderEmail,
  delegateReminderEmail,
  toReviewEmail,
  concernEmail,
  agentEmail,
  toReleaseEmail,
]

function daySaid(text: string, language: Language): string {
  const day = parseDay(text)
  return day ? formatDay(day, language, { weekday: false }) : text
}
