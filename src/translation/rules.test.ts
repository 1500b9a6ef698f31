import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { statement } from '../../test/arrange.opportunities.ts'
import { parityFindings } from '../opportunities/rules.parity.ts'
import { factsIn } from '../platform/parity.ts'
import {
  digestOf,
  passagesOf,
  progressOf,
  type Segment,
  segmentsOf,
  type TranslatedField,
  targetOf,
} from './rules.segments.ts'
import { entered, proposals, taken } from './rules.ts'

const source = 'The keyboard gets stuck.\n\nIt happens in two browsers. Repair it.\n\n- one\n- two'
const target = 'Le clavier reste pris.\n\nCela arrive dans deux navigateurs. Corrigez-le.\n\n- un\n- deux'
const work = (changed: Partial<TranslatedField> = {}): TranslatedField => ({
  ...{ field: 'work', place: null, source, target },
  ...changed,
})
const known = { sourceText: source, targetText: target, parts: null }
const states = (segments: readonly Segment[]) => segments.map(({ state }) => state)

describe('segments of a text', () => {
  test('are its passages; a block of code is one, whatever blank lines it holds', () => {
    expect(passagesOf('a\nb\n\n\nc')).toEqual(['a\nb', 'c'])
    expect(passagesOf('a\n\n```ts\none\n\ntwo\n```\n\nb')).toEqual(['a', '```ts\none\n\ntwo\n```', 'b'])
    expect(passagesOf('```\nnever closed\n\nstill code')).toHaveLength(1)
  })

  test('are done while the source is the one they translate', () => {
    expect(states(segmentsOf(work(), known))).toEqual(['done', 'done', 'done'])
    expect(segmentsOf(work(), known).map(({ key }) => key)).toEqual(['work.1', 'work.2', 'work.3'])
  })

  test('of a text of very many passages are found by their places, in no time', () => {
    const many = (word: string) => Array.from({ length: 4_000 }, (_, at) => `${word}${at}`).join('\n\n')
    const memory = { sourceText: many('a'), targetText: many('b'), parts: null }
    const started = performance.now()
    const segments = segmentsOf(work({ source: many('c'), target: many('d') }), memory)
    expect(segments).toHaveLength(4_000)
    expect(segments.at(-1)).toMatchObject({ key: 'work.4000', source: 'c3999', target: 'd3999', state: 'stale' })
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  test('one changed sentence makes exactly its passage stale, with the difference', () => {
    const changed = source.replace('two browsers', 'three browsers')
    const segments = segmentsOf(work({ source: changed }), known)
    expect(states(segments)).toEqual(['done', 'stale', 'done'])
    expect(segments[1]).toMatchObject({
      before: 'It happens in two browsers. Repair it.',
      target: 'Cela arrive dans deux navigateurs. Corrigez-le.',
    })
    expect(progressOf(segments)).toEqual({ done: 2, stale: 1, all: 3 })
  })

  test('a passage that comes in is to translate, one that goes out is shown as gone, and the others stay', () => {
    const more = source.replace('It happens', 'A new passage.\n\nIt happens')
    expect(states(segmentsOf(work({ source: more }), known))).toEqual(['done', 'missing', 'done', 'done'])
    const less = source.replace('It happens in two browsers. Repair it.\n\n', '')
    const segments = segmentsOf(work({ source: less }), known)
    expect(states(segments)).toEqual(['done', 'gone', 'done'])
    expect(targetOf(segments)).toBe('Le clavier reste pris.\n\n- un\n- deux')
  })

  test('a translation that was changed elsewhere keeps what its passages translate', () => {
    const parts = segmentsOf(work(), known).map((segment) => ({ source: segment.source, target: segment.target }))
    const elsewhere = target.replace('reste pris', 'reste coincé')
    const changed = source.replace('two browsers', 'three browsers')
    const segments = segmentsOf(work({ source: changed, target: elsewhere }), { ...known, parts })
    expect(states(segments)).toEqual(['done', 'stale', 'done'])
    expect(segments[0]?.target).toBe('Le clavier reste coincé.')
  })

  test('a translation that nobody remembers is to check, and nothing of it is lost', () => {
    const segments = segmentsOf(work(), undefined)
    expect(states(segments)).toEqual(['unchecked', 'unchecked', 'unchecked'])
    expect(targetOf(segments)).toBe(target)
  })

  test('whatever passages come, go and change, only they are not done', () => {
    const passage = fc.array(fc.constantFrom('lock', 'tide', 'boat', 'form', 'date', 'key'), {
      minLength: 3,
      maxLength: 8,
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(
          passage.map((words) => words.join(' ')),
          { minLength: 2, maxLength: 8 },
        ),
        fc.nat(),
        (passages, at) => {
          const before = passages.join('\n\n')
          const fr = passages.map((_, index) => `texte ${index}`).join('\n\n')
          const place = at % passages.length
          const after = passages.map((text, index) => (index === place ? `${text} changed here` : text)).join('\n\n')
          const segments = segmentsOf(work({ source: after, target: fr }), {
            sourceText: before,
            targetText: fr,
            parts: null,
          })
          expect(states(segments)).toEqual(passages.map((_, index) => (index === place ? 'stale' : 'done')))
        },
      ),
    )
  })
})

describe('what is typed', () => {
  const segments = segmentsOf(work({ target: '' }), undefined)
  const entry = (key: string, text: string, changed: object = {}) => {
    const own = segments.find((segment) => segment.key === key)
    return {
      key,
      text,
      source: digestOf(own?.source ?? ''),
      shown: digestOf(own?.target ?? ''),
      confirmed: false,
      ...changed,
    }
  }
  const room = () => 10_000

  test('goes where it belongs; what nobody touched stays', () => {
    const done = entered(segments, [entry('work.1', 'Le clavier.'), entry('work.2', '')], room)
    expect(done).toMatchObject({ saved: ['work.1'], conflicts: [] })
    expect(states(done.segments)).toEqual(['done', 'missing', 'missing'])
  })

  test('never overwrites what changed meanwhile', () => {
    const source_changed = entered(segments, [entry('work.1', 'x', { source: 'other' })], room)
    expect(source_changed.conflicts).toEqual([{ key: 'work.1', typed: 'x', why: 'source_changed' }])
    const full = segmentsOf(work(), known)
    const translation_changed = entered(full, [entry('work.1', 'x')], room)
    expect(translation_changed.conflicts).toMatchObject([{ why: 'translation_changed' }])
    expect(translation_changed.segments).toEqual(full)
    expect(entered(segments, [entry('work.9', 'x')], room).conflicts).toMatchObject([{ why: 'no_place' }])
    const too_long = entered(segments, [entry('work.1', 'x'.repeat(40)), entry('work.2', 'y')], () => 20)
    expect(too_long).toMatchObject({ saved: [], conflicts: [{ why: 'too_long' }, { why: 'too_long' }] })
  })

  test('follows a passage that moved', () => {
    const moved = segmentsOf(work({ source: `First.\n\n${source}`, target: '' }), undefined)
    const done = entered(moved, [entry('work.1', 'Le clavier.')], room)
    expect(done.saved).toEqual(['work.2'])
  })

  test('a confirmed translation is no longer stale', () => {
    const stale = segmentsOf(work({ source: source.replace('two', 'three') }), known)
    const own = stale[1]
    const confirm = {
      key: 'work.2',
      text: own?.target ?? '',
      source: digestOf(own?.source ?? ''),
      shown: digestOf(own?.target ?? ''),
      confirmed: true,
    }
    expect(states(entered(stale, [confirm], room).segments)).toEqual(['done', 'done', 'done'])
  })
})

describe('a file that comes back', () => {
  const fields = [work()]
  const segments = segmentsOf(work(), known)
  const returned = (texts: [string, string][]) =>
    new Map([['work', texts.map(([from, to]) => ({ source: from, target: to }))]])

  test('says what it would do to each passage', () => {
    const proposed = proposals(
      fields,
      segments,
      returned([
        ['The keyboard gets stuck.', 'Le clavier est pris.'],
        ['It happens in one browser. Repair it.', 'Cela arrive dans un navigateur. Corrigez-le.'],
        ['- one\n- two', '- un\n- deux'],
        ['Something else entirely, long gone', 'Autre chose'],
      ]),
    )
    expect(proposed.map(({ key, what }) => [key, what])).toEqual([
      ['work.1', 'changed'],
      ['work.2', 'stale'],
      ['work.3', 'same'],
      [expect.stringContaining('gone'), 'no_place'],
    ])
    const after = taken(
      segments,
      proposed.filter(({ key }) => key === 'work.2'),
    )
    expect(after[1]).toMatchObject({ state: 'stale', before: 'It happens in one browser. Repair it.' })
    expect(after[0]).toBe(segments[0])
  })

  test('of another statement has unknown texts', () => {
    const other = new Map([['skills.0190f3a2-0000-7000-8000-000000000001', [{ source: 'a', target: 'b' }]]])
    expect(proposals(fields, segments, other).map(({ what }) => what)).toEqual(['unknown'])
  })
})

describe('parity', () => {
  const of = (en: string, fr: string) =>
    parityFindings(statement({ work: { en, fr } }))
      .filter(({ field }) => field === 'work')
      .map(({ code }) => code)

  test('reads amounts, dates, times and numbers in the formats of both languages', () => {
    expect(
      of(
        'It costs $6,500.00 by May 4, 2026 at 2:30 p.m., for 61,000 people.',
        'Cela coûte 6 500,00\u00a0$ au plus tard le 4 mai 2026 à 14 h 30, pour 61 000 personnes.',
      ),
    ).toEqual([])
    expect(
      of('On July 1, 2026 we pay 2.5 million dollars.', 'Le 1er juillet 2026, nous payons 2,5 millions de dollars.'),
    ).toEqual([])
    expect(of('Since 2019-07-01, 12 a.m. to 12 p.m.', 'Depuis le 2019-07-01, de 0 h à 12 h')).toEqual([])
    expect(factsIn('À 6 500 $ et 3,5 %', 'fr')).toMatchObject({ amounts: ['650000'], numbers: ['3.5'] })
  })

  test('an amount or a date of one language blocks, the rest is for a person', () => {
    expect(of('It costs $6,500.', 'Cela coûte 6 600 $.')).toEqual(['amounts_differ'])
    expect(of('By May 4, 2026.', 'Au plus tard le 5 mai 2026.')).toEqual(['dates_differ'])
    expect(of('Three of 12 pages.', 'Trois pages sur 13.')).toEqual(['numbers_differ'])
    expect(of('See https://example.org/en.', 'Voir https://example.org/fr.')).toEqual([])
    expect(of('See https://example.org.', 'Voir.')).toEqual(['links_differ'])
    expect(of('- one\n- two', '- un')).toEqual(['items_differ'])
    expect(of('## Steps\n\nOne.', 'Une.')).toEqual(['headings_differ'])
    const blocking = parityFindings(statement({ work: { en: '$1', fr: '2 $' } })).filter(
      ({ level }) => level === 'blocking',
    )
    expect(blocking).toHaveLength(1)
    expect(parityFindings(statement())).toEqual([])
  })
})
