import { email } from '../platform/mail.ts'

export type About = { number: string; title: string; link: string }
const sample: About = {
  number: '2026-014',
  title: 'Fix a keyboard trap in the boat-licence date picker',
  link: 'http://localhost:8080/en/files/0190f3a2-0000-7000-8000-000000000001/evaluation',
}

/** To each evaluator, when they are named. */
export const evaluatorNamedEmail = email(
  'evaluation.evaluator_named',
  { ...sample, by: 'Thursday, November 19, 2026, 4 p.m., Eastern time' },
  ({ number, title, link, by }, language) =>
    language === 'en'
      ? {
          subject: `Applications to evaluate: ${title}`,
          paragraphs: [
            `You were named to evaluate the applications to opportunity ${number}, “${title}”.`,
            'You will see answers without names. First declare that you have no conflict of interest; if you recognize somebody later, stop and say so on the page.',
            { facts: [['Finish by', by]] },
            { link, label: 'Open the evaluation' },
          ],
        }
      : {
          subject: `Candidatures à évaluer\u00a0: ${title}`,
          paragraphs: [
            `L’évaluation des candidatures à l’occasion ${number}, «\u00a0${title}\u00a0», vous est confiée.`,
            'Vous verrez les réponses sans les noms. Déclarez d’abord que vous n’êtes pas en conflit d’intérêts; si vous reconnaissez quelqu’un par la suite, arrêtez-vous et dites-le à cette page.',
            { facts: [['Échéance', by]] },
            { link, label: 'Ouvrir l’évaluation' },
          ],
        },
)

/** To the program team: somebody must take over. */
export const steppedDownEmail = email('evaluation.stepped_down', sample, ({ number, title, link }, language) =>
  language === 'en'
    ? {
        subject: `An evaluator stepped down: ${title}`,
        paragraphs: [
          `An evaluator of opportunity ${number}, “${title}”, has declared a conflict of interest or recognized an applicant, and no longer evaluates.`,
          'Decisions already made stand and can be changed by the other evaluators. Name somebody else if nobody is left.',
          { link, label: 'Name another evaluator' },
        ],
      }
    : {
        subject: `Désistement d’une personne évaluatrice\u00a0: ${title}`,
        paragraphs: [
          `Une des personnes qui évaluent les candidatures à l’occasion ${number}, «\u00a0${title}\u00a0», a déclaré un conflit d’intérêts ou reconnu quelqu’un, et n’évalue plus.`,
          'Les décisions déjà prises restent et les autres personnes évaluatrices peuvent les changer. Désignez quelqu’un d’autre s’il ne reste personne.',
          { link, label: 'Désigner une autre personne' },
        ],
      },
)

/** To whoever may confirm. */
export const resultsLockedEmail = email('evaluation.locked', sample, ({ number, title, link }, language) =>
  language === 'en'
    ? {
        subject: `Results to confirm: ${title}`,
        paragraphs: [
          `The evaluators of opportunity ${number}, “${title}”, have locked their results.`,
          'Read each reason. Confirm when they hold, or send them back and say why. Once confirmed, nobody can change them.',
          { link, label: 'Read the results' },
        ],
      }
    : {
        subject: `Résultats à confirmer\u00a0: ${title}`,
        paragraphs: [
          `Les personnes qui évaluent les candidatures à l’occasion ${number}, «\u00a0${title}\u00a0», ont verrouillé leurs résultats.`,
          'Lisez chaque justification. Si elles tiennent, confirmez les résultats; sinon, retournez-les en disant pourquoi. Après la confirmation, personne ne peut les changer.',
          { link, label: 'Lire les résultats' },
        ],
      },
)

/** To the evaluators, with what to repair. */
export const resultsReturnedEmail = email(
  'evaluation.returned',
  { ...sample, reason: '3, E2' },
  ({ number, title, link, reason }, language) =>
    language === 'en'
      ? {
          subject: `Results sent back: ${title}`,
          paragraphs: [
            `The results of opportunity ${number}, “${title}”, were sent back to you before confirmation:`,
            `“${reason}”`,
            { link, label: 'Go back to the applications' },
          ],
        }
      : {
          subject: `Résultats retournés\u00a0: ${title}`,
          paragraphs: [
            `Les résultats de l’occasion ${number}, «\u00a0${title}\u00a0», vous ont été retournés avant la confirmation\u00a0:`,
            `«\u00a0${reason}\u00a0»`,
            { link, label: 'Revenir aux candidatures' },
          ],
        },
)

/** To the program team: nobody to fall back on. */
export const fewPassedEmail = email('evaluation.few_passed', { ...sample, passed: 1 }, (facts, language) => {
  const { number, title, link, passed } = facts
  return language === 'en'
    ? {
        subject: `${passed === 0 ? 'No application passed' : 'Only one application passed'}: ${title}`,
        paragraphs: [
          passed === 0
            ? `No application to opportunity ${number}, “${title}”, passed every criterion. It ends without a supplier; you can post it again with what was learned.`
            : `Only one application to opportunity ${number}, “${title}”, passed every criterion. There is nobody to fall back on if they decline.`,
          { link, label: 'Look at the results' },
        ],
      }
    : {
        subject: `${passed === 0 ? 'Aucune candidature recevable' : 'Une seule candidature recevable'}\u00a0: ${title}`,
        paragraphs: [
          passed === 0
            ? `Aucune candidature à l’occasion ${number}, «\u00a0${title}\u00a0», ne satisfait à tous les critères. L’occasion se termine sans fournisseur; vous pouvez l’afficher de nouveau en tenant compte de ce qui a été appris.`
            : `Une seule candidature à l’occasion ${number}, «\u00a0${title}\u00a0», satisfait à tous les critères. Il n’y a pas de candidature suivante si ce fournisseur décline l’offre.`,
          { link, label: 'Voir les résultats' },
        ],
      }
})

export const evaluationEmails = [
  evaluatorNamedEmail,
  steppedDownEmail,
  resultsLockedEmail,
  resultsReturnedEmail,
  fewPassedEmail,
]
