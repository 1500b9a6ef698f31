import { formatInstant } from '../platform/format.ts'
import { email, type Letter, type MailFacts } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { unsubscribeLink } from '../subscribers/emails.ts'
import { awayFor } from './outage.texts.ts'

/** To the program team and procurement: the site was away in the day before a closing. */
export const outageEmail = email(
  'draw.outage',
  {
    ...{ number: '2026-014', titleEn: 'Fix a keyboard trap in the date picker' },
    ...{ titleFr: 'Corriger un piège au clavier dans le calendrier', minutes: 12 },
    ...{ closesAt: '2026-11-18T04:59:00.000Z', zone: 'America/Toronto' },
    ...{ file: '01980000-0000-7000-8000-000000000000', base: 'https://opportune.example' },
  },
  (facts, language): Letter => {
    const link = facts.base + path('/files/:id/outage', language, { id: facts.file })
    const closes = formatInstant(new Date(facts.closesAt), facts.zone, language)
    const away = awayFor(facts.minutes * 60, language)
    return language === 'en'
      ? {
          subject: `${facts.number}: the site was away before the closing`,
          paragraphs: [
            `“${facts.titleEn}” closes on ${closes}. In the day before, the site could not be used for ${away}.`,
            'The program team may move the closing with one form, which is filled in already, or say why it stays. Nothing changes by itself.',
            { link, label: 'See what was measured' },
          ],
        }
      : {
          subject: `${facts.number}\u00a0: site indisponible avant la clôture`,
          paragraphs: [
            `La clôture de l’occasion «\u00a0${facts.titleFr}\u00a0» est fixée à ce moment\u00a0: ${closes}. Dans les 24 heures qui précèdent, le site a été indisponible pendant ${away}.`,
            'L’équipe du programme peut reporter la clôture au moyen d’un seul formulaire, déjà rempli, ou dire pourquoi elle est maintenue. Rien ne change automatiquement.',
            { link, label: 'Voir ce qui a été mesuré' },
          ],
        }
  },
)

/** To the program team and procurement: the site was away at a closing, which waits for their decision. */
export const heldEmail = email(
  'draw.held',
  {
    ...{ number: '2026-014', titleEn: 'Fix a keyboard trap in the date picker' },
    ...{ titleFr: 'Corriger un piège au clavier dans le calendrier', minutes: 62 },
    ...{ closesAt: '2026-11-18T04:59:00.000Z', decideBy: '2026-11-19T05:12:00.000Z', zone: 'America/Toronto' },
    ...{ file: '01980000-0000-7000-8000-000000000000', base: 'https://opportune.example' },
  },
  (facts, language): Letter => {
    const link = facts.base + path('/files/:id/outage', language, { id: facts.file })
    const [closes, due] = [facts.closesAt, facts.decideBy].map((at) =>
      formatInstant(new Date(at), facts.zone, language),
    )
    const away = awayFor(facts.minutes * 60, language)
    return language === 'en'
      ? {
          subject: `${facts.number}: decide on the closing, the site was away`,
          paragraphs: [
            `“${facts.titleEn}” was to close on ${closes}. At that instant the site could not be used; in the day before, it was away for ${away}. The closing is held: nothing is opened, and nothing is taken.`,
            `The program team moves the closing with one form, which is filled in already, or says why it stays. Without a decision by ${due} it closes as it was announced.`,
            { link, label: 'Decide on the closing' },
          ],
        }
      : {
          subject: `${facts.number}\u00a0: décision à prendre sur la clôture, site indisponible`,
          paragraphs: [
            `La clôture de l’occasion «\u00a0${facts.titleFr}\u00a0» était fixée à ce moment\u00a0: ${closes}. Le site était alors indisponible; dans les 24 heures qui précèdent, il l’a été pendant ${away}. La clôture est suspendue\u00a0: rien n’est ouvert, rien n’est reçu.`,
            `L’équipe du programme reporte la clôture au moyen d’un seul formulaire, déjà rempli, ou dit pourquoi elle est maintenue. Sans décision d’ici le ${due}, la clôture vaut telle qu’elle était annoncée.`,
            { link, label: 'Se prononcer sur la clôture' },
          ],
        }
  },
)

type ReviewFacts = MailFacts & {
  readonly number: string
  readonly title: string
  readonly slug: string
  readonly closes: string
  /** Until when somebody decides; empty once it is decided that the closing stays. */
  readonly due: string
}

/** To whoever has a draft or an application, and to whoever watches: the closing is under review, or it stays. */
export const reviewEmail = email<ReviewFacts>(
  'draw.review',
  {
    ...{ number: '2026-014', title: 'Fix a keyboard trap', slug: 'fix-a-keyboard-trap' },
    ...{ closes: 'November 17, 2026 at 2:00 p.m., Eastern time', due: 'November 18, 2026 at 2:12 p.m., Eastern time' },
  },
  (facts, language): Letter => {
    const { number, title, slug, closes, due } = facts
    const leave = unsubscribeLink(facts, language)
    const link = path('/opportunities/:slug', language, { slug })
    if (language === 'en')
      return {
        ...leave,
        subject: due ? `${number}: the closing is under review` : `${number}: the closing stays as it was`,
        paragraphs: due
          ? [
              `“${title}” was to close on ${closes}. This site could not be used at that instant, so the closing is under review.`,
              `By ${due} at the latest somebody decides whether it moves later. You have nothing to do until then: what was sent in time stays sealed and counts, and drafts are kept.`,
              { link, label: 'See the opportunity' },
            ]
          : [
              `“${title}” is closed as of ${closes}, as it was announced. What was sent before that instant counts, and nothing later does.`,
              { link, label: 'See the opportunity' },
            ],
      }
    return {
      ...leave,
      subject: due ? `${number}\u00a0: clôture à l’examen` : `${number}\u00a0: clôture maintenue`,
      paragraphs: due
        ? [
            `La clôture de l’occasion «\u00a0${title}\u00a0» était fixée à ce moment\u00a0: ${closes}. Ce site était alors indisponible\u00a0: la clôture est à l’examen.`,
            `Une décision sera prise au plus tard à ce moment\u00a0: ${due}. D’ici là, vous n’avez rien à faire\u00a0: ce qui a été envoyé à temps reste scellé et compte, et les brouillons sont conservés.`,
            { link, label: 'Voir l’occasion' },
          ]
        : [
            `L’occasion «\u00a0${title}\u00a0» est close à l’instant annoncé\u00a0: ${closes}. Ce qui a été envoyé avant cet instant compte, et rien de ce qui est venu après.`,
            { link, label: 'Voir l’occasion' },
          ],
    }
  },
)
