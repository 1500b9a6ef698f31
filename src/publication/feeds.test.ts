import fc from 'fast-check'
import ICAL from 'ical.js'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import type { NoticeAmendment, PublicStatus } from '../opportunities/notice.ts'
import { formatInstant } from '../platform/format.ts'
import { cents } from '../platform/money.ts'
import { atomFeed, closingCalendar, type Feed, type FeedEntry, jsonFeed, lastChange, nextChange } from './feeds.ts'
import { newsOfAmendments, newsOfAnswers } from './news.ts'

const now = new Date('2026-11-02T15:00:00Z')
const entry: FeedEntry = {
  ...{ id: '0198a3c0-0000-7000-8000-000000000001', slug: 'fix-a-trap', number: '2026-014', status: 'open' },
  title: { en: 'Fix a keyboard trap', fr: 'Corriger un piège au clavier' },
  teaser: { en: 'Keyboard users cannot leave.', fr: 'On ne peut pas sortir au clavier.' },
  department: { en: 'Department of Waterways', fr: 'Ministère des Voies navigables' },
  skills: [{ en: 'Accessibility', fr: 'Accessibilité' }],
  ...{ price: cents(650_000), zone: 'America/Toronto', revision: 0 },
  publishedAt: new Date('2026-10-20T14:00:00Z'),
  closesAt: new Date('2026-11-17T19:00:00Z'),
  updatedAt: new Date('2026-10-21T14:00:00Z'),
  news: [],
}
const answered = {
  ...({ kind: 'answered', name: 'answers-2026-10-28', place: 'question-1' } as const),
  ...{ at: new Date('2026-10-28T14:00:00Z'), updatedAt: new Date('2026-10-28T16:00:00Z') },
  lines: [{ en: '1. Must it work offline?', fr: '1. Faut-il que cela fonctionne hors ligne?' }],
}
const feed = (...entries: FeedEntry[]): Feed => ({ entries, now, language: 'en', baseUrl: 'https://opportune.example' })

/** Titles that try to become markup, another event, another field, or no text at all. */
const hostile = [
  '<script>alert(1)</script> & "quoted" \'too\'',
  ']]></title><entry><id>x</id></entry>',
  'A\r\nBEGIN:VEVENT\r\nSUMMARY:B\r\nEND:VEVENT',
  'A\rX-INJECTED:1\nX-INJECTED:2\u2028X-INJECTED:3\u2029\u0085\u0000\u000b\u001b',
  '; , \\n \\ : ";" =3D',
  '\ud800 half \udfff, \ufffe \uffff',
  `${'é'.repeat(80)}😀${'日本'.repeat(40)}`,
  '<!DOCTYPE x [<!ENTITY a "b">]>&a; <?xml version="1.0"?>',
]
const hostileTitle = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc
    .array(
      fc.constantFrom('\r', '\n', '\u2028', '\u0000', '<', '&', ']', '>', ';', ',', '\\', ':', '"', 'é', '😀', 'a'),
    )
    .map((parts) => parts.join('')),
)
const entryWith = (text: string): FeedEntry => ({
  ...entry,
  ...{ title: { en: text, fr: text }, teaser: { en: text, fr: text }, department: { en: text, fr: text } },
  skills: [{ en: text, fr: text }],
  news: [{ ...answered, lines: [{ en: text, fr: text }] }],
})

/** What a strict parser of XML reads: elements with their text, in order. */
function read(xml: string): { name: string; text: string; attributes: Record<string, string> }[] {
  const found: { name: string; text: string; attributes: Record<string, string> }[] = []
  const open: (typeof found)[number][] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', ({ name, attributes }) => {
    const said = Object.fromEntries(Object.values(attributes).map((each) => [each.name, each.value]))
    const element = { name, text: '', attributes: said }
    found.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (text) => {
    const last = open.at(-1)
    if (last) last.text += text
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return found
}
const named = (xml: string, name: string) => read(xml).filter((element) => element.name === name)

describe('the Atom feed', () => {
  it('has what RFC 4287 asks of a feed and of each entry, in both languages', () => {
    for (const language of ['en', 'fr'] as const) {
      const xml = atomFeed({ ...feed(entry), language })
      expect(named(xml, 'feed')[0]?.attributes).toMatchObject({
        xmlns: 'http://www.w3.org/2005/Atom',
        'xml:lang': `${language}-CA`,
      })
      expect(named(xml, 'id').map(({ text }) => text)).toEqual([
        `https://opportune.example/${language}/${language === 'en' ? 'opportunities' : 'occasions'}.atom`,
        `urn:uuid:${entry.id}`,
      ])
      expect(named(xml, 'title')[1]?.text).toBe(entry.title[language])
      expect(named(xml, 'updated').map(({ text }) => text)).toEqual(Array(2).fill('2026-10-21T14:00:00.000Z'))
      expect(named(xml, 'link').map(({ attributes }) => attributes.rel)).toEqual([
        ...['self', 'alternate', 'alternate', 'alternate'],
      ])
      expect(named(xml, 'entry')).toHaveLength(1)
    }
  })

  it('is a feed before anything is posted', () => {
    expect(named(atomFeed(feed()), 'entry')).toHaveLength(0)
    expect(named(atomFeed(feed()), 'updated')).toHaveLength(1)
  })

  it('says by itself that an opportunity closed', () => {
    const after = { ...feed(entry), now: entry.closesAt }
    expect(named(atomFeed(after), 'updated')[1]?.text).toBe(entry.closesAt.toISOString())
    expect(named(atomFeed(after), 'category')[0]?.attributes.term).toBe('closed')
    expect([nextChange(feed(entry)), nextChange(after)]).toEqual([entry.closesAt, undefined])
    expect(lastChange(after)).toEqual(entry.closesAt)
  })
})

describe('what the public is told after a posting went out', () => {
  const said = (en: string) => ({ en, fr: en })
  const moved = { field: 'closesAt', before: said('2026-11-12T19:00:00.000Z'), after: said('2026-11-17T19:00:00.000Z') }
  const work = { field: 'work', before: said('Old.'), after: said('New.') }
  const made = { reason: { en: 'A holiday.', fr: 'Un jour férié.' }, material: false } as const
  const amendments: NoticeAmendment[] = [
    { ...made, number: 1, kind: 'change', changes: [work], publishedAt: new Date('2026-10-22T14:00:00Z') },
    { ...made, number: 2, kind: 'extension', changes: [moved], publishedAt: new Date('2026-10-26T14:00:00Z') },
  ]
  const answer = (number: number, at: string) => ({
    ...{ number, amendment: null, question: said(`Question ${number}?`), answer: said('Yes.') },
    publishedAt: new Date(at),
  })
  const news = [
    ...newsOfAmendments(amendments, entry.zone),
    ...newsOfAnswers(
      // The second is of the same day in Ottawa, though not in UTC.
      [answer(1, '2026-10-28T14:00:00Z'), answer(2, '2026-10-29T02:00:00Z'), answer(3, '2026-10-29T14:00:00Z')],
      entry.zone,
    ),
  ]
  const told = feed({ ...entry, news })

  it('has an entry of its own, the newest first, in both languages and formats', () => {
    const titles = {
      en: ['Questions answered', 'Questions answered', 'The closing has moved', 'Changed'],
      fr: ['Réponses aux questions', 'Réponses aux questions', 'Clôture reportée', 'Modification'],
    }
    for (const language of ['en', 'fr'] as const) {
      const xml = atomFeed({ ...told, language })
      const heads = [
        ...titles[language].map((head) => `${head}${language === 'en' ? '' : '\u00a0'}: ${entry.title[language]}`),
      ]
      expect(
        named(xml, 'title')
          .map(({ text }) => text)
          .slice(1),
      ).toEqual([...heads, entry.title[language]])
      const items: { id: string; title: string; content_text: string }[] = JSON.parse(
        jsonFeed({ ...told, language }),
      ).items
      expect(items.map(({ id }) => id)).toEqual(
        named(xml, 'id')
          .map(({ text }) => text)
          .slice(1),
      )
      expect(items.map(({ title }) => title)).toEqual([...heads, entry.title[language]])
      expect(named(xml, 'content').map(({ text }) => text)).toEqual(items.map(({ content_text }) => content_text))
    }
  })

  it('says what changed, where to read it, and when applications close now', () => {
    const [third, first, extension, change] = named(atomFeed(told), 'content').map(({ text }) => text.split('\n'))
    const page = 'https://opportune.example/en/opportunities/fix-a-trap'
    const closes = `Closes: ${formatInstant(entry.closesAt, entry.zone, 'en')}.`
    expect(third).toEqual(['3. Question 3?', closes, `${page}#question-3`])
    expect(first).toEqual(['1. Question 1?', '2. Question 2?', closes, `${page}#question-1`])
    expect(extension?.[0]).toMatch(/^Closing: .*November 17.*, instead of .*November 12/)
    expect(extension?.slice(1)).toEqual(['A holiday.', closes, `${page}#changes`])
    expect(change?.slice(1)).toEqual(['A holiday.', closes, `${page}#changes`])
  })

  it('keeps the ids of its entries, and moves an entry when more answers come the same day', () => {
    const ids = named(atomFeed(told), 'id').map(({ text }) => text.split('#')[1])
    expect(ids).toEqual([
      undefined,
      'answers-2026-10-29',
      'answers-2026-10-28',
      'amendment-2',
      'amendment-1',
      undefined,
    ])
    expect(named(atomFeed(told), 'updated')[2]?.text).toBe('2026-10-29T02:00:00.000Z')
    expect(named(atomFeed(told), 'published')[1]?.text).toBe('2026-10-28T14:00:00.000Z')
    expect(lastChange(told)).toEqual(new Date('2026-10-29T14:00:00Z'))
  })
})

describe('the JSON feed', () => {
  it('has the members of version 1.1', () => {
    const said = JSON.parse(jsonFeed({ ...feed(entry), language: 'fr' }))
    expect(said).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      home_page_url: 'https://opportune.example/fr/occasions',
      feed_url: 'https://opportune.example/fr/occasions.json',
      language: 'fr-CA',
    })
    expect(said.items).toHaveLength(1)
    expect(said.items[0]).toMatchObject({
      id: `urn:uuid:${entry.id}`,
      url: 'https://opportune.example/fr/occasions/fix-a-trap',
      title: 'Corriger un piège au clavier',
      tags: ['Accessibilité'],
    })
    expect(said.items[0].content_text).toContain('6\u00a0500,00\u00a0$')
  })
})

describe('the calendar of closings', () => {
  const events = (ics: string) =>
    new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))

  it('has one event at the instant of each closing, with a stable id and a stamp that does not move', () => {
    const ics = closingCalendar(feed(entry))
    const [event] = events(ics)
    expect(event?.uid).toBe(`${entry.id}@opportune.example`)
    expect(event?.startDate.toJSDate()).toEqual(entry.closesAt)
    expect(event?.summary).toBe('Closes: Fix a keyboard trap')
    expect(event?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-10-21T14:00:00Z')
    expect(closingCalendar({ ...feed(entry), now: new Date(now.getTime() + 1_000) })).toBe(ics)
  })

  it('revises the event when the closing moves or the posting is stopped', () => {
    const at = (status: PublicStatus, revision: number) => {
      const [event] = events(closingCalendar(feed({ ...entry, status, revision })))
      return [event?.sequence, event?.component.getFirstPropertyValue('status')]
    }
    expect(at('open', 0)).toEqual([0, 'CONFIRMED'])
    expect(at('open', 1)).toEqual([1, 'CONFIRMED'])
    expect(at('withdrawn', 2)).toEqual([2, 'CANCELLED'])
    expect(at('cancelled', 1)).toEqual([1, 'CANCELLED'])
  })

  it('folds lines at 75 octets and ends each with CR LF', () => {
    for (const title of hostile) {
      const ics = closingCalendar(feed(entryWith(title)))
      for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    }
  })
})

describe('a hostile title', () => {
  it('adds no element, no event, no property and no entry, whatever it holds', () => {
    const plain = {
      atom: read(atomFeed(feed({ ...entry, news: [answered] }))).length,
      keys: Object.keys(JSON.parse(jsonFeed(feed({ ...entry, news: [answered] }))).items[0]),
    }
    const properties = (ics: string) =>
      new ICAL.Component(ICAL.parse(ics))
        .getAllSubcomponents('vevent')
        .map((event) => event.getAllProperties().map(({ name }) => name))
    const expected = properties(closingCalendar(feed(entry)))
    fc.assert(
      fc.property(hostileTitle, (title) => {
        const said = feed(entryWith(title))
        expect(read(atomFeed(said))).toHaveLength(plain.atom)
        expect(Object.keys(JSON.parse(jsonFeed(said)).items[0])).toEqual(plain.keys)
        expect(properties(closingCalendar(said))).toEqual(expected)
      }),
      { numRuns: 500, examples: hostile.map((title) => [title]) },
    )
  })

  it('is read as it was written', () => {
    const title = '<b>Bold</b> & ]]> "fine", it’s; back\\slash'
    expect(named(atomFeed(feed(entryWith(title))), 'title')[2]?.text).toBe(title)
    expect(JSON.parse(jsonFeed(feed(entryWith(title)))).items[1].title).toBe(title)
    const [event] = new ICAL.Component(ICAL.parse(closingCalendar(feed(entryWith(title))))).getAllSubcomponents(
      'vevent',
    )
    expect(event?.getFirstPropertyValue('summary')).toBe(`Closes: ${title}`)
  })
})
