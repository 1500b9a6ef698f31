import type { Text } from '../platform/i18n.ts'
import { type Email, email, type Letter } from '../platform/mail.ts'

type About = { number: string; title: string; link: string }

const sample: About = {
  number: '2026-014',
  title: 'Fix a keyboard trap in the boat-licence date picker',
  link: 'http://localhost:8080/en/files/0190f3a2-0000-7000-8000-000000000001/splitting',
}

/** To procurement: what was found, and where to decide. */
export const flagRaisedEmail = email(
  'splitting.raised',
  {
    ...sample,
    found:
      'With 1 other file for the same need, this file comes to $10,200.00, taxes included: $200.00 more than the limit of $10,000.00.',
    bars: true,
  },
  (facts: About & { found: string; bars: boolean }, language): Letter => ({
    subject: `${words.raised[language]} ${facts.number}`,
    paragraphs: [
      named(facts, language),
      facts.found,
      (facts.bars ? words.barred : words.review)[language],
      { link: facts.link, label: words.decide[language] },
    ],
  }),
)

/** To procurement, when a night found many. */
export const flagsRaisedEmail = email(
  'splitting.raised_many',
  { count: 6, link: 'http://localhost:8080/en/splitting' },
  ({ count, link }: { count: number; link: string }, language): Letter => ({
    subject:
      language === 'en'
        ? `${count} findings of possible contract splitting`
        : `${count} constats de fractionnement possible`,
    paragraphs: [words.many[language], { link, label: words.list[language] }],
  }),
)

/** To the client: procurement decided that the file stops, or that files come together. */
export const flagDecidedEmail = email(
  'splitting.decided',
  { ...sample, merge: true, rationale: 'Both files repair the same form for one release.', others: '2026-011' },
  (facts: About & { merge: boolean; rationale: string; others: string }, language): Letter => ({
    subject: `${(facts.merge ? words.mergeSubject : words.stopSubject)[language]} ${facts.number}`,
    paragraphs: [
      named(facts, language),
      (facts.merge ? words.merge : words.stop)[language],
      {
        facts: [
          [words.reasons[language], facts.rationale],
          ...(facts.others ? [[words.with[language], facts.others] as const] : []),
        ],
      },
      { link: facts.link, label: words.see[language] },
    ],
  }),
)

export const splittingEmails: readonly Email[] = [flagRaisedEmail, flagsRaisedEmail, flagDecidedEmail]

const named = ({ number, title }: About, language: 'en' | 'fr'): string =>
  language === 'en' ? `${number}, “${title}”.` : `${number}, «\u00a0${title}\u00a0».`

const words = {
  raised: { en: 'Possible contract splitting:', fr: 'Fractionnement possible\u00a0:' },
  barred: {
    en: 'The file is not posted until you decide, with your reasons.',
    fr: 'Le dossier ne sera pas affiché avant votre décision motivée.',
  },
  review: {
    en: 'The file goes on. Your decision and your reasons are kept with it.',
    fr: 'Le dossier suit son cours. Votre décision et vos motifs y seront conservés.',
  },
  decide: { en: 'Read and decide', fr: 'Lire et décider' },
  many: {
    en: 'The nightly check compared all files of the department. Many of its findings may be innocent; each asks for one decision.',
    fr: 'La vérification de nuit a comparé tous les dossiers du ministère. Bien des constats peuvent être anodins; chacun demande une décision.',
  },
  list: { en: 'See the findings', fr: 'Voir les constats' },
  mergeSubject: { en: 'Files to bring together:', fr: 'Dossiers à réunir\u00a0:' },
  stopSubject: { en: 'File stopped as contract splitting:', fr: 'Dossier arrêté pour fractionnement\u00a0:' },
  merge: {
    en: 'Procurement found that this file and others serve one need. Bring them together in one file that stays within the limit, or ask for another way to buy. Until then the file is not posted.',
    fr: 'L’approvisionnement constate que ce dossier et d’autres répondent à un seul besoin. Réunissez-les en un dossier qui respecte la limite ou demandez un autre mode d’achat. D’ici là, le dossier n’est pas affiché.',
  },
  stop: {
    en: 'Procurement found that one need was cut up to stay under the limit. The file is not posted. Ask for another way to buy the whole.',
    fr: 'L’approvisionnement constate qu’un besoin a été fractionné pour rester sous la limite. Le dossier n’est pas affiché. Demandez un autre mode d’achat pour l’ensemble.',
  },
  reasons: { en: 'Reasons', fr: 'Motifs' },
  with: { en: 'Compared with', fr: 'Comparé à' },
  see: { en: 'See what was compared', fr: 'Voir ce qui a été comparé' },
} as const satisfies Record<string, Text>
