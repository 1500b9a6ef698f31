import { formatCount } from '../platform/format.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { type Email, email, type Paragraph } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { unsubscribeLink } from '../subscribers/emails.ts'

/** One opportunity in a digest: title, address, price, closing. */
export type DigestLine = readonly [title: string, slug: string, price: string, closes: string]

export type DigestFacts = {
  readonly cadence: 'daily' | 'weekly'
  readonly count: number
  /** The first of what is new, and of what closes soon: lines as JSON. */
  readonly fresh: string
  readonly closing: string
  /** Their link to leave, and to choose. */
  readonly subscriberId?: string
  readonly signs?: string
  readonly signature?: string
}

const sample: DigestFacts = {
  cadence: 'daily',
  count: 2,
  fresh: JSON.stringify([
    ['Fix a keyboard trap in the boat-licence date picker', 'fix-a-keyboard-trap', '$6,500.00', 'November 17, 2 p.m.'],
    ['Check a glossary for missing terms', 'check-a-glossary', '$3,200.00', 'November 19, 2 p.m.'],
  ] satisfies DigestLine[]),
  closing: JSON.stringify([
    ['Speed up the search of tide tables', 'speed-up-tides', '$8,000.00', 'November 4, 2 p.m.'],
  ] satisfies DigestLine[]),
  subscriberId: '0198a3c0-0000-7000-8000-000000000000',
  signs: 'subscriber leaves 0198a3c0-0000-7000-8000-000000000000',
  signature: 'A'.repeat(43),
}

/** One letter with what is new and what closes soon. */
export const digestEmail: Email<DigestFacts> = email('publication.digest', sample, (facts, language) => {
  const { count, cadence } = facts
  const [fresh, closing] = [linesOf(facts.fresh), linesOf(facts.closing)]
  const counted = formatCount(count, language, opportunity)
  return {
    subject: language === 'en' ? `New: ${counted}` : `Du nouveau\u00a0: ${counted}`,
    preheader: fresh.map(([title]) => title).join(' – '),
    paragraphs: [
      texts.lead[cadence][language],
      ...fresh.flatMap((line) => said(line, language)),
      ...(count > fresh.length ? [texts.more(count - fresh.length)[language]] : []),
      ...(closing.length > 0 ? [texts.closing[language], ...closing.flatMap((line) => said(line, language))] : []),
      { link: path('/opportunities', language), label: texts.all[language] },
    ],
    ...unsubscribeLink(facts, language),
  }
})

const linesOf = (text: string): readonly DigestLine[] => {
  const lines: unknown = JSON.parse(text)
  return Array.isArray(lines)
    ? lines.map(([title, slug, price, closes]) => [title, slug, price, closes].map(String)).flatMap(asLine)
    : []
}

const asLine = ([title = '', slug = '', price = '', closes = '']: string[]): DigestLine[] => [
  [title, slug, price, closes],
]

const said = ([title, slug, price, closes]: DigestLine, language: Language): Paragraph[] => [
  { link: path('/opportunities/:slug', language, { slug }), label: title },
  {
    facts: [
      [texts.price[language], price],
      [texts.closes[language], closes],
    ],
  },
]

const opportunity = {
  one: { en: 'opportunity', fr: 'occasion' },
  many: { en: 'opportunities', fr: 'occasions' },
}

const texts = {
  lead: {
    daily: { en: 'Posted since the last daily e-mail:', fr: 'Affiché depuis le dernier courriel quotidien\u00a0:' },
    weekly: {
      en: 'Posted since the last weekly e-mail:',
      fr: 'Affiché depuis le dernier courriel hebdomadaire\u00a0:',
    },
  },
  more: (count: number): Text => ({
    en: count === 1 ? 'One more is on the list.' : `${count} more are on the list.`,
    fr: count === 1 ? 'Une autre figure dans la liste.' : `${count} autres figurent dans la liste.`,
  }),
  closing: { en: 'Closing soon:', fr: 'Clôture prochaine\u00a0:' },
  price: { en: 'Fixed price, before tax', fr: 'Prix fixe, avant taxes' },
  closes: { en: 'Closes', fr: 'Clôture' },
  all: { en: 'See every opportunity', fr: 'Voir toutes les occasions' },
} as const
