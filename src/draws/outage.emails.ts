import { formatCount, formatInstant } from '../platform/format.ts'
import { email, type Letter } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'

const minutes = { one: { en: 'minute', fr: 'minute' }, many: { en: 'minutes', fr: 'minutes' } }

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
    const away = formatCount(facts.minutes, language, minutes)
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
            'L’équipe du programme peut reporter la clôture au moyen d’un seul formulaire, déjà rempli, ou dire pourquoi elle est maintenue. Rien ne change de soi-même.',
            { link, label: 'Voir ce qui a été mesuré' },
          ],
        }
  },
)
