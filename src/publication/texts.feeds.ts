import type { Text } from '../platform/i18n.ts'

export const feedTexts = {
  title: { en: 'Opportune – open opportunities', fr: 'Opportune – occasions affichées' },
  description: {
    en: 'Small pieces of open-source work for a fixed price, as they are posted and as they change.',
    fr: 'De petits travaux de code ouvert à prix fixe, dès leur affichage et à chaque changement.',
  },
  atom: { en: 'Opportunities (Atom)', fr: 'Occasions (Atom)' },
  json: { en: 'Opportunities (JSON Feed)', fr: 'Occasions (JSON Feed)' },
  ics: { en: 'Closings (iCalendar)', fr: 'Clôtures (iCalendar)' },
  calendar: { en: 'Opportune – closings', fr: 'Opportune – clôtures' },
  calendarDescription: {
    en: 'The instants at which opportunities close.',
    fr: 'Les instants de clôture des occasions.',
  },
  closing: (title: Text): Text => ({ en: `Closes: ${title.en}`, fr: `Clôture\u00a0: ${title.fr}` }),
  /** The titles of what is told of a posting after it went out. */
  news: {
    moved: (title: Text): Text => ({
      en: `The closing has moved: ${title.en}`,
      fr: `Clôture reportée\u00a0: ${title.fr}`,
    }),
    amended: (title: Text): Text => ({ en: `Changed: ${title.en}`, fr: `Modification\u00a0: ${title.fr}` }),
    answered: (title: Text): Text => ({
      en: `Questions answered: ${title.en}`,
      fr: `Réponses aux questions\u00a0: ${title.fr}`,
    }),
  },
  price: (amount: string): Text => ({
    en: `Fixed price, before tax: ${amount}.`,
    fr: `Prix fixe, avant taxes\u00a0: ${amount}.`,
  }),
  closes: (when: string): Text => ({ en: `Closes: ${when}.`, fr: `Clôture\u00a0: ${when}.` }),
  department: (name: string): Text => ({ en: `Department: ${name}.`, fr: `Ministère\u00a0: ${name}.` }),
  skills: (names: string): Text => ({ en: `Skills: ${names}.`, fr: `Compétences\u00a0: ${names}.` }),
} as const

/** What the list offers to programs: the ending of its address, and what it is. */
export const feedKinds = [
  { ending: 'atom', type: 'application/atom+xml', title: feedTexts.atom },
  { ending: 'json', type: 'application/feed+json', title: feedTexts.json },
  { ending: 'ics', type: 'text/calendar', title: feedTexts.ics },
] as const
