import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DrawJsonRefusal, parseDrawJson } from './draw-json.ts'
import { parseStrictJson, type StrictJson } from './strict-json.ts'

const hash = 'a'.repeat(64)
const draw = {
  slug: 'one',
  draw: 1,
  previous: 'none',
  seed: hash,
  received: [{ token: '884V9NTQ89', sealedHash: hash }],
  eligible: ['884V9NTQ89'],
  beacon: { ref: 'none', value: 'none' },
}
const complete = { ...draw, ranking: [{ token: '884V9NTQ89', ticket: hash }], published: { commitment: hash } }
const text = JSON.stringify(draw)

describe('a draw in JSON', () => {
  it('is read with what belongs to it, and passes over what it does not know', () => {
    expect(parseDrawJson(text)).toEqual({ ok: true, value: draw })
    expect(parseDrawJson(JSON.stringify(complete, null, 2))).toEqual({ ok: true, value: complete })
    expect(parseDrawJson(JSON.stringify({ ...draw, note: [null, true, { more: '' }] }))).toEqual({
      ok: true,
      value: draw,
    })
  })

  const changed = (change: object) => JSON.stringify({ ...complete, ...change })
  const refused: Record<DrawJsonRefusal, string[]> = {
    not_json: [
      '',
      '{',
      'no',
      `${text}}`,
      `\uFEFF${text}`,
      text.replace('1', '01'),
      text.replace('"one"', "'one'"),
      '{"a":1,}',
      '[1 2]',
      '"\\x"',
      '"\\u12"',
      '"open',
      '{"a" 1}',
      '{1:1}',
      'nul',
      'NaN',
      '-',
      '[1,]',
      '{,}',
    ],
    repeated_key: [
      text.replace('{"slug"', '{"slug":"two","slug"'),
      text.replace('{"slug"', '{"\\u0073lug":"two","slug"'),
      text.replace('{"token"', '{"token":"0000000000","token"'),
      text.replace('{"slug"', '{"__proto__":1,"__proto__":2,"slug"'),
      text.replace('{"slug"', '{"note":{"a":1,"a":1},"slug"'),
    ],
    line_break: ['\\n', '\\r', '\\u000a', '\\u2028', '\\u0000', '\n', '\u2028', '\t', '\\u0085'].map((written) =>
      text.replace('one', `o${written}e`),
    ),
    number_out_of_range: ['1.0', '1e0', '-0', '9007199254740992', '1E400'].map((number) =>
      text.replace('"draw":1', `"draw":${number}`),
    ),
    nested_too_deep: ['['.repeat(33) + ']'.repeat(33), '['.repeat(1_000_000), '{"a":'.repeat(1_000_000)],
    not_an_object: ['[]', '"text"', '1', 'null', `[${text}]`],
    bad_slug: [changed({ slug: 1 }), changed({ slug: undefined }), '{}'],
    bad_draw_number: [changed({ draw: '1' }), changed({ draw: true }), changed({ draw: undefined })],
    bad_previous: [changed({ previous: null }), changed({ previous: undefined })],
    bad_seed: [changed({ seed: [hash] }), changed({ seed: undefined })],
    bad_received: [
      changed({ received: {} }),
      changed({ received: [{ token: 'x' }] }),
      changed({ received: ['x'] }),
      changed({ received: undefined }),
    ],
    bad_eligible: [changed({ eligible: '' }), changed({ eligible: [1] }), changed({ eligible: undefined })],
    bad_beacon: [
      changed({ beacon: 'none' }),
      changed({ beacon: { ref: 'none' } }),
      changed({ beacon: { ref: 'none', value: 1 } }),
      changed({ beacon: undefined }),
    ],
    bad_ranking: [
      changed({ ranking: null }),
      changed({ ranking: ['x'] }),
      changed({ ranking: [{ token: 'x', ticket: 1 }] }),
    ],
    bad_published: [
      changed({ published: [] }),
      changed({ published: { commitment: 1 } }),
      changed({ published: { rosterHash: null } }),
    ],
  }
  it.each(Object.entries(refused))('refuses: %s', (because, cases) => {
    for (const one of cases) expect(parseDrawJson(one), one.slice(0, 200)).toEqual({ ok: false, because })
  })

  it('never throws, on any text', () => {
    const spoilt = fc.tuple(fc.nat({ max: text.length }), fc.string({ unit: 'binary', maxLength: 4 }))
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), spoilt, (any, [at, inserted]) => {
        expect(parseDrawJson(any)).toHaveProperty('ok')
        expect(parseDrawJson(text.slice(0, at) + inserted + text.slice(at))).toHaveProperty('ok')
      }),
      { numRuns: 2_000 },
    )
    expect(parseDrawJson(`{"a":"${'\\\\'.repeat(5_000_000)}`)).toEqual({ ok: false, because: 'not_json' })
  })

  it('reads what JSON.parse reads, where both accept', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const ours = parseStrictJson(json)
        if (ours.ok) expect(plain(ours.value)).toEqual(JSON.parse(json))
        else expect(['line_break', 'number_out_of_range', 'repeated_key']).toContain(ours.because)
      }),
      { numRuns: 2_000 },
    )
    expect(parseStrictJson(' "\\"\\\\\\/\\u00e9é" ')).toEqual({ ok: true, value: '"\\/éé' })
    expect(parseStrictJson('[true,false,null,-7,0]')).toEqual({ ok: true, value: [true, false, null, -7, 0] })
  })
})

function plain(json: StrictJson): unknown {
  if (json instanceof Map) return Object.fromEntries([...json].map(([name, value]) => [name, plain(value)]))
  return Array.isArray(json) ? json.map(plain) : json
}
