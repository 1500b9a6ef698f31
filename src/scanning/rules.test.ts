import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { written } from '../admin/demo.statements.ts'
import { type Language, languages } from '../platform/i18n.ts'
import { rootFolder } from '../platform/root.ts'
import { wordCount } from '../platform/words.ts'
import { type MarkKind, markKinds, marksIn, scan, withoutResolved } from './rules.ts'
import { markNames } from './texts.ts'

const folder = join(rootFolder, 'src/scanning/fixtures')
const lines = (name: string) => readFileSync(join(folder, name), 'utf8').replace(/^#.*\n/gm, '')

type Planted = { kind: MarkKind; language: Language; text: string; places: { start: number; end: number }[] }

const kindOf = (text: string): MarkKind => {
  const kind = markKinds.find((each) => each === text)
  if (!kind) throw new Error(`${text} is no kind`)
  return kind
}

const planted = lines('planted.txt')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Planted => {
    const [kind = '', language = '', sentence = ''] = line.split('\t')
    const pieces = sentence
      .replaceAll('·', '')
      .replaceAll(/\\(n|\\)/g, (_, mark: string) => (mark === 'n' ? '\n' : '\\'))
      .split(/\[\[|\]\](?!\])/)
    const places = pieces.flatMap((piece, place) => {
      const start = pieces.slice(0, place).join('').length
      return place % 2 === 1 ? [{ start, end: start + piece.length }] : []
    })
    return { kind: kindOf(kind), language: language === 'fr' ? 'fr' : 'en', text: pieces.join(''), places }
  })

/** What was planted and not found: no mark of its kind covers it. */
const missed = planted.flatMap(({ kind, text, places }) =>
  places
    .filter(
      (place) => !scan(text).some((mark) => mark.kind === kind && mark.start <= place.start && mark.end >= place.end),
    )
    .map(({ start, end }) => `${kind}: ${text.slice(start, end)} in ${JSON.stringify(text)}`),
)
/** What was marked and not planted, within the planted sentences. */
const more = planted.flatMap(({ text, places }) =>
  scan(text)
    .filter((mark) => !places.some(({ start, end }) => mark.start < end && start < mark.end))
    .map((mark) => `${mark.kind}: ${text.slice(mark.start, mark.end)} in ${JSON.stringify(text)}`),
)

const clean = [
  ...lines('clean.txt').split(/^---$/m),
  ...written.flatMap(({ title, teaser, background, work, criteria, asked }) =>
    languages.map((language) =>
      [title, teaser, background, work, ...criteria, asked].map((text) => text[language]).join('\n'),
    ),
  ),
]
const falseMarks = clean.flatMap((text) =>
  scan(text).map(({ kind, start, end }) => `${kind}: ${text.slice(Math.max(0, start - 20), end + 20)}`),
)
const words = clean.reduce((sum, text) => sum + wordCount(text), 0)

describe('the planted set', () => {
  test('holds at least 150 items in both languages, of every kind', () => {
    const items = planted.flatMap(({ language, places }) => places.map(() => language))
    expect(items.length).toBeGreaterThanOrEqual(150)
    for (const language of languages) expect(items.filter((each) => each === language).length).toBeGreaterThan(70)
    expect([...new Set(planted.map(({ kind }) => kind))].toSorted()).toEqual([...markKinds].toSorted())
  })

  test('is found, each and every one, and nothing beside it', () => {
    const count = planted.reduce((sum, { places }) => sum + places.length, 0)
    console.info(`scan: ${count - missed.length} of ${count} planted items found`)
    expect(missed).toEqual([])
    expect(more).toEqual([])
  })
})

test('clean statements have at most 2 false marks in 1,000 words', () => {
  console.info(
    `scan: ${falseMarks.length} false marks in ${words} words of ${clean.length} clean statements: ` +
      `${((falseMarks.length * 1_000) / words).toFixed(2)} in 1,000`,
  )
  expect(clean.length).toBeGreaterThanOrEqual(10)
  expect(words).toBeGreaterThanOrEqual(5_000)
  expect(falseMarks.length).toBeLessThanOrEqual((words * 2) / 1_000)
  expect(falseMarks).toEqual([])
})

describe('one mark', () => {
  const marked = (text: string) => scan(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])
  test.each<[string, MarkKind | null]>([
    ['046 454 286', 'social_insurance_number'],
    ['046454286', 'social_insurance_number'],
    ['046 454 287', null],
    ['000 000 000', null],
    ['046 454 286 $', null],
    ['046454286 RT0001', null],
    ['4111 1111 1111 1111', 'payment_card'],
    ['4111 1111 1111 1112', null],
    ['9111 1111 1111 1111', null],
    ['10.0.0.1', 'private_address'],
    ['10.0.0.256', null],
    ['172.32.0.1', null],
    ['8.8.8.8', null],
    ['version 10.0.0.1', null],
    ['team.support@waterways.gc.ca', null],
    ['jane.roy@example.org', null],
    ['jane.roy@waterways.gc.ca', 'personal_email'],
    ['K1A 0B1', null],
    ['1-800-622-6232', null],
    ['password: required', null],
    ['password: process.env.PASSWORD', null],
    ['the date is protected. A reviewer looks', null],
    ['une zone protégée', null],
    ['CLIENT_SECRET', null],
    ['https://example.org', null],
    ['.env.local', null],
  ])('%j is marked as %s', (text, kind) => {
    expect(marked(text).map(([found]) => found)).toEqual(kind ? [kind] : [])
  })

  test('never overlaps another', () => {
    const pieces = fc.array(fc.constantFrom(...planted.map(({ text }) => text)), { maxLength: 4 })
    fc.assert(
      fc.property(pieces, fc.constantFrom('\n', ' ', ', '), (texts, between) => {
        const found = scan(texts.join(between))
        return found.every((mark, place) => place === 0 || mark.start >= (found[place - 1]?.end ?? 0))
      }),
      { numRuns: 60 },
    )
  })

  test('is found in bounded time, whatever is typed', () => {
    const hard = [
      '1-',
      ' ',
      '-',
      'a.',
      '1',
      '1.',
      ':',
      'a@',
      'A-',
      '-----BEGIN ',
      '\\\\a',
      '1 A ',
      'protégé ',
      '12 Aa ',
      'password ',
    ]
    for (const piece of hard) {
      const begun = performance.now()
      scan(piece.repeat(Math.ceil(10_000 / piece.length)))
      expect(performance.now() - begun, JSON.stringify(piece)).toBeLessThan(400)
    }
  })
})

describe('a reason for a mark', () => {
  const segment = { field: 'work', language: 'en', text: 'Test with 046 454 286.' } as const
  const [mark] = marksIn([segment], 'file')
  const resolution = { kind: 'social_insurance_number', field: 'work', digest: mark?.digest ?? '' } as const
  const left = (text: string, changed: Partial<typeof resolution> = {}, about = 'file') =>
    withoutResolved(marksIn([{ ...segment, text }], about), [{ ...resolution, ...changed }]).length

  test('holds while the marked text stays, wherever it moves', () => {
    expect(left('Test with 046 454 286.')).toBe(0)
    expect(left('Please test with 046 454 286 twice.')).toBe(0)
  })
  test('holds for nothing else', () => {
    expect(left('Test with 130 692 544.')).toBe(1)
    expect(left(segment.text, { field: 'background' as 'work' })).toBe(1)
    expect(left(segment.text, { kind: 'payment_card' as 'social_insurance_number' })).toBe(1)
    expect(left(segment.text, {}, 'another file')).toBe(1)
  })
  test('keeps no text', () => {
    expect(mark?.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(mark)).not.toContain('046')
  })
})

test.each(markKinds)('%s has a name', (kind) => expect(markNames[kind].en).not.toBe(''))
