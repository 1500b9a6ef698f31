import { type Email, email, type Letter } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { heldEmail, outageEmail, reviewEmail } from './outage.emails.ts'
import { reminderEmail } from './reminders.ts'

const sample = {
  number: '2026-014',
  slug: 'fix-a-keyboard-trap',
  titleEn: 'Fix a keyboard trap in the date picker',
  titleFr: 'Corriger un piège au clavier dans le calendrier',
  base: 'https://opportune.example',
}

/** To every applicant at closing: with this hash in a thousand mailboxes, nobody can change the list afterwards. */
export const rosterEmail = email(
  'draw.roster',
  {
    ...sample,
    token: '7K3M9QX2TB',
    received: 4,
    rosterHash: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
  },
  (facts, language): Letter => {
    const link = facts.base + path('/draws/:slug', language, { slug: facts.slug })
    return language === 'en'
      ? {
          subject: `${facts.number} is closed: your application is on the list`,
          paragraphs: [
            `“${facts.titleEn}” is closed. Your application is on the list of ${facts.received} received. Keep this e-mail: the hash below fixes the list for good.`,
            {
              facts: [
                ['Your token', facts.token],
                ['Hash of the list (SHA-256)', facts.rosterHash],
              ],
            },
            'Applications are now opened and evaluated without names. We write to you when there is a result.',
            { link, label: 'See the list' },
          ],
        }
      : {
          subject: `Occasion ${facts.number} close\u00a0: votre candidature est sur la liste`,
          paragraphs: [
            `L’occasion «\u00a0${facts.titleFr}\u00a0» est close. Votre candidature figure sur la liste des candidatures reçues (${facts.received}). Conservez ce courriel\u00a0: l’empreinte ci-dessous fixe la liste pour de bon.`,
            {
              facts: [
                ['Votre jeton', facts.token],
                ['Empreinte de la liste (SHA-256)', facts.rosterHash],
              ],
            },
            'Les candidatures sont maintenant ouvertes et évaluées sans les noms. Nous vous écrirons quand il y aura un résultat.',
            { link, label: 'Voir la liste' },
          ],
        }
  },
)

export const nobodyAppliedEmail = email(
  'draw.nobody_applied',
  { ...sample, file: '01980000-0000-7000-8000-000000000000' },
  (facts, language): Letter => {
    const link = facts.base + path('/files/:id', language, { id: facts.file })
    return language === 'en'
      ? {
          subject: `${facts.number}: nobody applied`,
          paragraphs: [
            `“${facts.titleEn}” closed without an application. You may post it again with what you learned, or release the funds.`,
            { link, label: 'Open the file' },
          ],
        }
      : {
          subject: `${facts.number}\u00a0: personne n’a postulé`,
          paragraphs: [
            `L’occasion «\u00a0${facts.titleFr}\u00a0» a pris fin sans candidature. Vous pouvez l’afficher de nouveau avec ce que vous avez appris, ou libérer les fonds.`,
            { link, label: 'Ouvrir le dossier' },
          ],
        }
  },
)

/** The clocks of the program and of its database disagree: no list is made until they agree again. */
export const clockApartEmail = email('draw.clock_apart', { ...sample, seconds: 4 }, (facts, language): Letter => {
  const link = facts.base + path('/home', language)
  return language === 'en'
    ? {
        subject: `${facts.number}: the closing waits for the clock`,
        paragraphs: [
          `“${facts.titleEn}” has reached its closing, but the clocks of the program and of its database are ${facts.seconds} seconds apart. Applications that arrive now are refused as late by the database’s clock; the list is made as soon as the clocks agree.`,
          'Ask whoever runs the servers to check their time service at once.',
          { link, label: 'Open your home page' },
        ],
      }
    : {
        subject: `${facts.number}\u00a0: la clôture attend l’horloge`,
        paragraphs: [
          `La clôture de l’occasion «\u00a0${facts.titleFr}\u00a0» est arrivée, mais l’horloge du programme et celle de sa base de données diffèrent de ${facts.seconds} secondes. Les candidatures qui arrivent maintenant sont refusées comme tardives selon l’horloge de la base de données; la liste sera établie dès que les horloges concorderont.`,
          'Demandez aux responsables des serveurs de vérifier sans tarder le service de temps.',
          { link, label: 'Ouvrir votre page d’accueil' },
        ],
      }
})

export const closingEmails: readonly Email[] = [
  rosterEmail,
  nobodyAppliedEmail,
  clockApartEmail,
  outageEmail,
  heldEmail,
  reviewEmail,
  reminderEmail,
]
