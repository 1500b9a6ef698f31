import { email } from '../platform/mail.ts'

const sample = {
  number: '2026-014',
  title: 'Fix a keyboard trap in the boat-licence date picker',
  link: 'http://localhost:8080/en/draws/fix-a-keyboard-trap',
}
const hash = '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae'

/** To every applicant at T2: the three fingerprints against which anybody can check the draw later. */
export const manifestEmail = email(
  'draw.manifest',
  {
    ...sample,
    token: '7K3M9QX2TB',
    commitment: hash,
    rosterHash: hash,
    manifestHash: hash,
    beaconRef: 'lotto-649 2026-11-25',
    knownFrom: 'Wednesday, November 25, 2026, 10:30 p.m., Eastern time',
  },
  (facts, language) => {
    const { number, title, link, token, commitment, rosterHash, manifestHash, beaconRef, knownFrom } = facts
    const drawn = beaconRef !== 'none'
    return language === 'en'
      ? {
          subject: drawn ? `${number}: results are locked, a draw follows` : `${number}: results are locked`,
          paragraphs: [
            `The applications to “${title}” have been evaluated, and the results are locked.`,
            drawn
              ? `Several passed, so one is chosen by chance. A public number that does not exist yet will decide: ${beaconRef}, known from ${knownFrom}.`
              : 'One application passed, so there is nothing to draw.',
            'Keep this e-mail. With these fingerprints you can check that nothing was changed afterwards, without trusting our page.',
            {
              facts: [
                ['Your token', token],
                ['Fingerprint of the sealed number (commitment)', commitment],
                ['Fingerprint of the list (roster)', rosterHash],
                ['Fingerprint of the results (manifest)', manifestHash],
              ],
            },
            { link, label: 'See the draw' },
          ],
        }
      : {
          subject: drawn
            ? `${number}\u00a0: résultats verrouillés, tirage au sort à venir`
            : `${number}\u00a0: résultats verrouillés`,
          paragraphs: [
            `Les candidatures à l’occasion «\u00a0${title}\u00a0» ont été évaluées, et les résultats sont verrouillés.`,
            drawn
              ? `Plusieurs sont recevables\u00a0: l’une d’elles sera tirée au sort. Un nombre public qui n’existe pas encore en décidera\u00a0: ${beaconRef}, connu à partir du ${knownFrom}.`
              : 'Une seule est recevable\u00a0: il n’y a rien à tirer au sort.',
            'Conservez ce courriel. Ces empreintes vous permettent de vérifier que rien n’a été changé par la suite, sans vous fier à notre page.',
            {
              facts: [
                ['Votre jeton', token],
                ['Empreinte du nombre scellé (engagement)', commitment],
                ['Empreinte de la liste', rosterHash],
                ['Empreinte des résultats (manifeste)', manifestHash],
              ],
            },
            { link, label: 'Voir le tirage' },
          ],
        }
  },
)

const staffSample = { ...sample, link: 'http://localhost:8080/en/files/0190f3a2-0000-7000-8000-000000000001/draw' }

/** To whoever may confirm what another person typed. */
export const valueToConfirmEmail = email('draw.value_entered', staffSample, ({ number, title, link }, language) =>
  language === 'en'
    ? {
        subject: `Public number to confirm: ${title}`,
        paragraphs: [
          `A colleague typed in the public number that decides the draw of opportunity ${number}, “${title}”.`,
          'Look it up yourself at its source. Confirm it when it is the same, reject it when it is not.',
          { link, label: 'Look at the number' },
        ],
      }
    : {
        subject: `Nombre public à confirmer\u00a0: ${title}`,
        paragraphs: [
          `Une personne de l’équipe a saisi le nombre public qui décide du tirage de l’occasion ${number}, «\u00a0${title}\u00a0».`,
          'Vérifiez-le vous-même à sa source. Confirmez-le s’il est identique, rejetez-le sinon.',
          { link, label: 'Voir le nombre' },
        ],
      },
)

/** To the program team: the number is to be typed in again. */
export const valueRejectedEmail = email('draw.value_rejected', staffSample, ({ number, title, link }, language) =>
  language === 'en'
    ? {
        subject: `Public number rejected: ${title}`,
        paragraphs: [
          `The public number typed in for opportunity ${number}, “${title}”, is not the one that its source published.`,
          'Type it in again. Nothing is drawn a second time: the same number always gives the same order.',
          { link, label: 'Type the number in' },
        ],
      }
    : {
        subject: `Nombre public rejeté\u00a0: ${title}`,
        paragraphs: [
          `Le nombre public saisi pour l’occasion ${number}, «\u00a0${title}\u00a0», n’est pas celui que sa source a publié.`,
          'Saisissez-le de nouveau. Rien n’est tiré une seconde fois\u00a0: le même nombre donne toujours le même ordre.',
          { link, label: 'Saisir le nombre' },
        ],
      },
)

export const drawEmails = [manifestEmail, valueToConfirmEmail, valueRejectedEmail]
