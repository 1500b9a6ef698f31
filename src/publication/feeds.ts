import { ICalCalendar, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { PublicStatus } from '../opportunities/notice.ts'
import { formatInstant, formatMoney } from '../platform/format.ts'
import { type Language, otherLanguage, type Text } from '../platform/i18n.ts'
import type { Cents } from '../platform/money.ts'
import { path } from '../platform/paths.ts'
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
}

export type Feed = {
  readonly entries: readonly FeedEntry[]
  readonly now: Date
  readonly language: Language
  /** Where we are: `https://opportune.example.ca`. */
  readonly baseUrl: string
}

/** An Atom feed (RFC 4287): every text is plain text, so that no reader takes a title for markup. */
export function atomFeed(feed: Feed): string {
  const { entries, language, baseUrl } = feed
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
    ...entries.map((entry) =>
      element(
        'entry',
        {},
        element('id', {}, words(`urn:uuid:${entry.id}`)),
        element('title', { type: 'text' }, words(entry.title[language])),
        link('alternate', pageOf(entry, feed), 'text/html'),
        element('published', {}, words(entry.publishedAt.toISOString())),
        element('updated', {}, words(changedAt(entry, feed.now).toISOString())),
        element('author', {}, element('name', {}, words(entry.department[language]))),
        element('category', { term: statusAt(entry, feed.now), label: statusOf(entry, feed) }),
        ...entry.skills.map((skill) => element('category', { term: skill[language] })),
        element('summary', { type: 'text' }, words(entry.teaser[language])),
        element('content', { type: 'text' }, words(told(entry, feed).join('\n'))),
      ),
    ),
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n${markup}\n`
}

/** A JSON Feed, version 1.1. */
export function jsonFeed(feed: Feed): string {
  const { entries, language, baseUrl, now } = feed
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: texts.title[language],
    description: texts.description[language],
    home_page_url: baseUrl + path('/opportunities', language),
    feed_url: addressOf(feed, 'json'),
    language: `${language}-CA`,
    authors: [{ name: 'Opportune' }],
    items: entries.map((entry) => ({
      id: `urn:uuid:${entry.id}`,
      url: pageOf(entry, feed),
      title: line(entry.title[language]),
      summary: line(entry.teaser[language]),
      content_text: told(entry, feed).join('\n'),
      date_published: entry.publishedAt.toISOString(),
      date_modified: changedAt(entry, now).toISOString(),
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
  entries.map((entry) => changedAt(entry, now)).reduce((last, each) => (each > last ? each : last), new Date(0))

/** When it changes next by the clock alone. */
export const nextChange = ({ entries, now }: Pick<Feed, 'entries' | 'now'>): Date | undefined =>
  entries
    .filter(({ status, closesAt }) => status === 'open' && closesAt > now)
    .map(({ closesAt }) => closesAt)
    .reduce<Date | undefined>((next, each) => (next && next <= each ? next : each), undefined)

const ATOM = 'application/atom+xml'

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
  const { teaser, department, price, closesAt, zone, number, skills } = entry
  return [
    teaser[language],
    `${number} – ${statusOf(entry, feed)}`,
    texts.department(department[language])[language],
    texts.price(formatMoney(price, language))[language],
    texts.closes(formatInstant(closesAt, zone, language))[language],
    ...(skills.length > 0 ? [texts.skills(skills.map((skill) => skill[language]).join(', '))[language]] : []),
    pageOf(entry, feed),
  ].map(line)
}

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
