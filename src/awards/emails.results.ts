import { z } from 'zod'
import type { Language } from '../platform/i18n.ts'
import { type Email, email, type Letter, type Paragraph } from '../platform/mail.ts'
import { criterionKey } from '../ui/parts.tsx'
import { dayText } from './emails.ts'
import type { Fate } from './rules.ts'

const unmetShape = z.array(z.object({ position: z.number(), criterion: z.string(), rationale: z.string() }))

export type ResultFacts = {
  readonly title: string
  readonly department: string
  readonly mailbox: string
  /** The last day to complain. */
  readonly complainBy: string
  /** The applicant’s own application. */
  readonly link: string
  readonly rank: number | null
  /** Criteria that were not met, as JSON. */
  readonly unmet: string
}
const sample: ResultFacts = {
  title: 'Validate boat-licence numbers offline',
  department: 'Department of Waterways',
  mailbox: 'micro@waterways.example',
  complainBy: '2026-06-17',
  link: '/en/applications/0190f3a2-0000-7000-8000-000000000001/result',
  rank: 2,
  unmet: '[]',
}
const unmetSample = JSON.stringify([
  {
    position: 2,
    criterion: 'Shows code of yours that is tested',
    rationale: 'The linked repository has no tests.',
  },
])

/** One letter for each way of not being the one: why, first; then whom to ask, and whom to complain to until when. */
export const resultLetters: Record<Fate, Email<ResultFacts>> = {
  not_passed: result('award.not_passed', { ...sample, rank: null, unmet: unmetSample }, (facts, language) => ({
    subject:
      language === 'en'
        ? `Your application did not pass: ${facts.title}`
        : `Votre candidature ne satisfait pas à tous les critères\u00a0: ${facts.title}`,
    reasons: [
      language === 'en'
        ? `Your application to “${facts.title}” did not meet every criterion, so it did not go on. Here is what was not met, and why.`
        : `Votre candidature à l’occasion «\u00a0${facts.title}\u00a0» n’est pas allée plus loin, car elle ne satisfait pas à tous les critères. Voici ce qui manquait, et pourquoi.`,
      ...unmetOf(facts, language),
    ],
  })),
  not_drawn: result('award.not_drawn', sample, (facts, language) => ({
    subject:
      language === 'en'
        ? `You passed, another was drawn first: ${facts.title}`
        : `Votre candidature est recevable, une autre a été tirée avant\u00a0: ${facts.title}`,
    reasons: [
      language === 'en'
        ? `You passed every criterion for “${facts.title}”. Another application was drawn first${facts.rank ? `; yours is number ${facts.rank} in the order` : ''}. Anyone can check the draw.`
        : `Votre candidature à l’occasion «\u00a0${facts.title}\u00a0» est recevable. Une autre a été tirée avant la vôtre${facts.rank ? `, qui est au rang ${facts.rank}` : ''}. Tout le monde peut vérifier le tirage au sort.`,
      language === 'en'
        ? 'If the chosen supplier cannot deliver, the work is offered to the next in the order, which may be you.'
        : 'Si le fournisseur retenu ne peut pas livrer, le travail est offert au suivant dans l’ordre du tirage; ce pourrait être vous.',
    ],
  })),
  not_ranked: result('award.not_ranked', { ...sample, rank: null }, (facts, language) => ({
    subject: language === 'en' ? `Result: ${facts.title}` : `Résultat\u00a0: ${facts.title}`,
    reasons: [
      language === 'en'
        ? `The work of “${facts.title}” goes to another supplier. Your application met the criteria but was set aside before the draw. Write to us to learn why.`
        : `Le travail «\u00a0${facts.title}\u00a0» revient à un autre fournisseur. Votre candidature était recevable, mais elle a été écartée avant le tirage au sort. Écrivez-nous pour en connaître la raison.`,
    ],
  })),
  ended: result('award.ended', { ...sample, rank: null }, (facts, language) => ({
    subject:
      language === 'en'
        ? `Ended without a result: ${facts.title}`
        : `Occasion terminée sans résultat\u00a0: ${facts.title}`,
    reasons: [
      language === 'en'
        ? `You passed every criterion for “${facts.title}”, but the posting ended and the work is offered to nobody.`
        : `Votre candidature à l’occasion «\u00a0${facts.title}\u00a0» est recevable, mais l’affichage a pris fin et le travail n’est offert à personne.`,
      language === 'en'
        ? 'If the need is posted again, you can apply again.'
        : 'Si le besoin est affiché de nouveau, vous pourrez présenter une nouvelle candidature.',
    ],
  })),
}

export const resultEmails = Object.values(resultLetters)

type Said = { readonly subject: string; readonly reasons: readonly Paragraph[] }

function result(kind: string, facts: ResultFacts, say: (facts: ResultFacts, language: Language) => Said) {
  return email(kind, facts, (given, language): Letter => {
    const { subject, reasons } = say(given, language)
    return { subject, paragraphs: [...reasons, ...afterwards(given, language)] }
  })
}

/** What anybody who was not chosen may do. The Office of the Procurement Ombud reviews complaints about small contracts. */
function afterwards({ department, mailbox, complainBy, link }: ResultFacts, language: Language): Paragraph[] {
  return language === 'en'
    ? [
        'Thank you for the time that you gave.',
        { link, label: 'See your result, criterion by criterion' },
        `To talk over the result, write to ${department} at ${mailbox} and ask for a debrief.`,
        `You may also complain to the Office of the Procurement Ombud (opo-boa.gc.ca) until ${dayText(complainBy, language)}.`,
      ]
    : [
        'Merci du temps que vous y avez consacré.',
        { link, label: 'Voir votre résultat, critère par critère' },
        `Pour parler du résultat, écrivez à ${department}, à l’adresse ${mailbox}, et demandez un compte rendu.`,
        `Vous pouvez aussi déposer une plainte auprès du Bureau de l’ombud de l’approvisionnement (opo-boa.gc.ca) jusqu’au ${dayText(complainBy, language)}.`,
      ]
}

const unmetOf = ({ unmet }: ResultFacts, language: Language): Paragraph[] => {
  const criteria = unmetShape.parse(JSON.parse(unmet))
  if (criteria.length === 0) return []
  return [
    {
      facts: criteria.map(({ position, criterion, rationale }) => [
        `${criterionKey('application', position, language)} – ${criterion}`,
        rationale,
      ]),
    },
  ]
}
