import { ICalCalendar, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { PublicStatus } from '../opportunities/notice.ts'
import { formatInstant, formatMoney } from '../platform/format.ts'
import { type Language, otherLanguage, type Text } from '../platform/i18n.ts'
import type { Cents } from '../platform/money.ts'
import { path } from '../platform/paths.ts'
import type { News } from './news.ts'
import { statusAt } from './rules.ts'
import { feedTexts as texts } from './texts.feeds.ts'
import { statusNames } from './texts.ts'

/** A posting as feeds tell of it; all of it is public. */
export type FeedEntry = {
  /** The same for ever, in every feed and language. */
  readonly id: string
  readonly slug: string
  readonly number: string
  readonly status: PublicStatus
  readonly title: Text
  readonly teaser: Text
  readonly department: Text
  readonly skills: readonly Text[]
  readonly price: Cents
  readonly zone: string
  readonly publishedAt: Date
  readonly closesAt: Date
  readonly updatedAt: Date
  /** Grows by one with each amendment, and when the posting is stopped. */
  readonly revision: number
  /** What the public was told of it since. */
  readonly news: readonly News[]
}

export type Feed = {
  readonly entries: readonly FeedEntry[]
  readonly now: Date
  readonly language: Language
  /** Where we are: `https://opportune.example.ca`. */
  readonly baseUrl: string
}

/** An Atom feed (RFC 4287): every text is plain text, so that no reader takes a title for markup. News have entries. */
export function atomFeed(feed: Feed): string {
  const { language, baseUrl } = feed
  const self = addressOf(feed, 'atom')
  const link = (rel: string, href: string, type: string, lang: Language = language) =>
    element('link', { rel, href, type, hreflang: `${lang}-CA` })
  const { markup } = element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': `${language}-CA` },
    element('id', {}, words(self)),
    element('title', {}, words(texts.title[language])),
    element('subtitle', {}, words(texts.description[language])),
    element('updated', {}, words(lastChange(feed).toISOString())),
    element('author', {}, element('name', {}, words('Opportune'))),
    link('self', self, ATOM),
    link('alternate', baseUrl + path('/opportunities', language), 'text/html'),
    link('alternate', addressOf({ ...feed, language: otherLanguage(language) }, 'atom'), ATOM, otherLanguage(language)),
    ...itemsOf(feed).map(({ entry, id, title, href, published, updated, summary, content }) =>
      element(
        'entry',
        {},
        element('id', {}, words(id)),
        element('title', { type: 'text' }, words(title)),
        link('alternate', href, 'text/html'),
        element('published', {}, words(published.toISOString())),
        element('updated', {}, words(updated.toISOString())),
        element('author', {}, element('name', {}, words(entry.department[language]))),
        element('category', { term: statusAt(entry, feed.now), label: statusOf(entry, feed) }),
        ...entry.skills.map((skill) => element('category', { term: skill[language] })),
        element('summary', { type: 'text' }, words(summary)),
        element('content', { type: 'text' }, words(content)),
      ),
    ),
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n${markup}\n`
}

/** A JSON Feed, version 1.1, of the same. */
export function jsonFeed(feed: Feed): string {
  const { language, baseUrl, now } = feed
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: texts.title[language],
    description: texts.description[language],
    home_page_url: baseUrl + path('/opportunities', language),
    feed_url: addressOf(feed, 'json'),
    language: `${language}-CA`,
    authors: [{ name: 'Opportune' }],
    items: itemsOf(feed).map(({ entry, id, title, href, published, updated, summary, content }) => ({
      id,
      url: href,
      title: line(title),
      summary: line(summary),
      content_text: content,
      date_published: published.toISOString(),
      date_modified: updated.toISOString(),
      language: `${language}-CA`,
      authors: [{ name: line(entry.department[language]) }],
      tags: entry.skills.map((skill) => line(skill[language])),
      _opportune: {
        number: entry.number,
        status: statusAt(entry, now),
        price_before_tax_in_cents: entry.price,
        closes_at: entry.closesAt.toISOString(),
      },
    })),
  })
}

/** The closings as a calendar (RFC 5545): each an instant; one that moves or falls away is the same event, revised. */
export function closingCalendar(feed: Feed): string {
  const { entries, language, baseUrl } = feed
  const calendar = new ICalCalendar({
    prodId: { company: 'Opportune', product: 'closings', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    name: texts.calendar[language],
    description: texts.calendarDescription[language],
    url: baseUrl + path('/opportunities', language),
    source: addressOf(feed, 'ics'),
    ttl: 3_600,
  })
  for (const entry of entries)
    calendar.createEvent({
      id: `${entry.id}@${new URL(baseUrl).hostname}`,
      sequence: entry.revision,
      start: entry.closesAt,
      stamp: entry.updatedAt,
      created: entry.publishedAt,
      lastModified: entry.updatedAt,
      summary: line(texts.closing(entry.title)[language]),
      description: told(entry, feed).join('\n'),
      url: pageOf(entry, feed),
      status: stopped.has(entry.status) ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  return calendar.toString()
}

/** When the newest of it changed, by an act or by the clock. */
export const lastChange = ({ entries, now }: Pick<Feed, 'entries' | 'now'>): Date =>
  entries
    .flatMap((entry) => [changedAt(entry, now), ...entry.news.map(({ updatedAt }) => updatedAt)])
    .reduce((last, each) => (each > last ? each : last), new Date(0))

/** When it changes next by the clock alone. */
export const nextChange = ({ entries, now }: Pick<Feed, 'entries' | 'now'>): Date | undefined =>
  entries
    .filter(({ status, closesAt }) => status === 'open' && closesAt > now)
    .map(({ closesAt }) => closesAt)
    .reduce<Date | undefined>((next, each) => (next && next <= each ? next : each), undefined)

const ATOM = 'application/atom+xml'

type Item = {
  readonly entry: FeedEntry
  readonly id: string
  readonly title: string
  readonly href: string
  readonly published: Date
  readonly updated: Date
  readonly summary: string
  readonly content: string
}

/**
 * The postings, and what the public was told of them since: amendments, and the answers of a day. Each of these has an
 * entry of its own, since most readers show an entry once and pass over its changes. The newest comes first.
 */
function itemsOf(feed: Feed): readonly Item[] {
  const { entries, language, now } = feed
  const items = entries.flatMap((entry): Item[] => [
    {
      ...{ entry, id: `urn:uuid:${entry.id}`, title: entry.title[language], href: pageOf(entry, feed) },
      ...{ published: entry.publishedAt, updated: changedAt(entry, now) },
      ...{ summary: entry.teaser[language], content: told(entry, feed).join('\n') },
    },
    ...entry.news.map(({ kind, name, at, updatedAt, lines, place }) => {
      const [href, said] = [`${pageOf(entry, feed)}#${place}`, lines.map((text) => line(text[language]))]
      return {
        ...{ entry, href, published: at, updated: updatedAt, summary: said.join(' ') },
        id: `urn:uuid:${entry.id}#${name}`,
        title: texts.news[kind](entry.title)[language],
        content: [...said, line(closingOf(entry, language)), href].join('\n'),
      }
    }),
  ])
  return items.toSorted((one, other) => other.published.getTime() - one.published.getTime())
}

const stopped: ReadonlySet<PublicStatus> = new Set(['cancelled', 'withdrawn'])

/** An opportunity that closes changes by that, though nobody acts. */
const changedAt = ({ status, closesAt, updatedAt }: FeedEntry, now: Date): Date =>
  status === 'open' && closesAt <= now && closesAt > updatedAt ? closesAt : updatedAt

const addressOf = ({ baseUrl, language }: Pick<Feed, 'baseUrl' | 'language'>, ending: string): string =>
  baseUrl + path(`/opportunities.${ending}`, language)

const pageOf = ({ slug }: FeedEntry, { baseUrl, language }: Feed): string =>
  baseUrl + path('/opportunities/:slug', language, { slug })

const statusOf = (entry: FeedEntry, { now, language }: Feed): string => statusNames[statusAt(entry, now)][language]

/** The whole of it in a few plain lines. */
function told(entry: FeedEntry, feed: Feed): readonly string[] {
  const { language } = feed
  const { teaser, department, price, number, skills } = entry
  return [
    teaser[language],
    `${number} – ${statusOf(entry, feed)}`,
    texts.department(department[language])[language],
    texts.price(formatMoney(price, language))[language],
    closingOf(entry, language),
    ...(skills.length > 0 ? [texts.skills(skills.map((skill) => skill[language]).join(', '))[language]] : []),
    pageOf(entry, feed),
  ].map(line)
}

const closingOf = ({ closesAt, zone }: FeedEntry, language: Language): string =>
  texts.closes(formatInstant(closesAt, zone, language))[language]

/** One line of text: no control character, no separator that a reader would break a line at, nothing that XML forbids. */
const line = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what we remove
    .replace(/[\u0000-\u0020\u007f-\u009f\u2028\u2029\ufffe\uffff]+/g, ' ')
    .trim()

/** Text between two tags. Line breaks of ours stay. */
const words = (text: string): Markup => ({ markup: escaped(text.split('\n').map(line).join('\n')) })

/** XML that was escaped already: only `words` and `element` make it. */
type Markup = { readonly markup: string }

function element(name: string, attributes: Readonly<Record<string, string>>, ...children: readonly Markup[]): Markup {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(line(value))}"`)
  const inside = children.map(({ markup }) => markup).join('')
  return { markup: inside === '' ? `<${name}${said.join('')}/>` : `<${name}${said.join('')}>${inside}</${name}>` }
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
