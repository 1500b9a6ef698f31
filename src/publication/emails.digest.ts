import { formatCount } from '../platform/format.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { type Email, email, type Paragraph } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { unsubscribeLink } from '../subscribers/emails.ts'

/** One opportunity in a digest: title, address, price, closing. */
export type DigestLine = readonly [title: string, slug: string, price: string, closes: string]

/** One that changed: title, address, whether the closing moved, the names of what changed, the closing now. */
export type ChangedLine = readonly [
  title: string,
  slug: string,
  what: 'moved' | 'amended',
  names: string,
  closes: string,
]

export type DigestFacts = {
  readonly cadence: 'daily' | 'weekly'
  readonly count: number
  /** The first of what is new, and of what closes soon: lines as JSON. */
  readonly fresh: string
  readonly closing: string
  /** Of what was told before, what changed since: how many, and the first, as JSON. Absent in letters of before. */
  readonly changes?: number
  readonly changed?: string
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
  changes: 2,
  changed: JSON.stringify([
    ['Describe the charts of a report', 'describe-charts', 'moved', 'Closing, Selection', 'November 24, 2 p.m.'],
    ['Sort the messages of a mailbox', 'sort-messages', 'amended', 'The work', 'November 10, 2 p.m.'],
  ] satisfies ChangedLine[]),
  subscriberId: '0198a3c0-0000-7000-8000-000000000000',
  signs: 'subscriber leaves 0198a3c0-0000-7000-8000-000000000000',
  signature: 'A'.repeat(43),
}

/** One letter with what is new and what closes soon. */
export const digestEmail: Email<DigestFacts> = email('publication.digest', sample, (facts, language) => {
  const { count, cadence, changes = 0 } = facts
  const [fresh, closing, changed] = [linesOf(facts.fresh), linesOf(facts.closing), changedIn(facts.changed ?? '[]')]
  return {
    subject: (count > 0
      ? texts.fresh(formatCount(count, language, opportunity))
      : texts.amended(formatCount(changes, language, opportunity)))[language],
    preheader: [...fresh, ...changed].map(([title]) => title).join(' – '),
    paragraphs: [
      ...(count > 0 ? [texts.lead[cadence][language]] : []),
      ...fresh.flatMap((line) => said(line, language)),
      ...(count > fresh.length ? [texts.more(count - fresh.length)[language]] : []),
      ...(changed.length > 0 ? [texts.changed[language], ...changed.flatMap((line) => saidOf(line, language))] : []),
      ...(changes > changed.length ? [texts.moreChanged(changes - changed.length)[language]] : []),
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

function changedIn(text: string): readonly ChangedLine[] {
  const lines: unknown = JSON.parse(text)
  if (!Array.isArray(lines)) return []
  return lines.map((line: readonly unknown[]): ChangedLine => {
    const [title = '', slug = '', what = '', names = '', closes = ''] = line.map(String)
    return [title, slug, what === 'moved' ? 'moved' : 'amended', names, closes]
  })
}

const saidOf = ([title, slug, what, names, closes]: ChangedLine, language: Language): Paragraph[] => [
  { link: path('/opportunities/:slug', language, { slug }), label: title },
  (what === 'moved' ? texts.moved(closes) : texts.stays(names, closes))[language],
]

const opportunity = {
  one: { en: 'opportunity', fr: 'occasion' },
  many: { en: 'opportunities', fr: 'occasions' },
}

const texts = {
  fresh: (counted: string): Text => ({ en: `New: ${counted}`, fr: `Du nouveau\u00a0: ${counted}` }),
  amended: (counted: string): Text => ({ en: `Changed: ${counted}`, fr: `Mises à jour\u00a0: ${counted}` }),
  changed: {
    en: 'Changed since we told you of them:',
    fr: 'Modifiées depuis que nous vous les avons annoncées\u00a0:',
  },
  moved: (closes: string): Text => ({
    en: `The closing has moved to ${closes}. The page shows all that changed.`,
    fr: `La clôture est reportée\u00a0: ${closes}. La page montre tout ce qui change.`,
  }),
  stays: (names: string, closes: string): Text => ({
    en: `The notice changed: ${names}. It still closes ${closes}.`,
    fr: `L’avis est modifié\u00a0: ${names}. La clôture reste la même\u00a0: ${closes}.`,
  }),
  moreChanged: (count: number): Text => ({
    en: count === 1 ? 'One more has changed.' : `${count} more have changed.`,
    fr: count === 1 ? 'Une autre a changé.' : `${count} autres ont changé.`,
  }),
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
