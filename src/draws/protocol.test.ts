import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomDraw as draw } from '../../test/draws.ts'
import { CHI_SQUARE_LIMIT, chiSquareOfPlaces } from '../../test/soak/draw.ts'
import { type DrawRefusal, texts } from './grammar.ts'
import {
  commitmentOf,
  type DrawInput,
  manifestText,
  newSeed,
  newToken,
  parseDrawJson,
  type Ranked,
  rankDraw,
  rosterText,
  type VerifyRefusal,
  verifyDraw,
} from './protocol.ts'

type Vector = { name: string; input: DrawInput; expected: Ranked }

const root = join(import.meta.dirname, '../..')
const vectors = JSON.parse(readFileSync(join(root, 'test/vectors/draw.json'), 'utf8')) as Vector[]
const lottery = vectors[1] as Vector
const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

const ranked = (input: DrawInput): Ranked => {
  const decision = rankDraw(input)
  if (!decision.ok) throw new Error(decision.because)
  return decision.value
}
const order = (input: DrawInput): string[] => ranked(input).ranking.map((row) => row.token)

describe('gc-micro-draw/1', () => {
  it.each(vectors)('gives every intermediate value of $name', ({ input, expected }) => {
    expect(rankDraw(input)).toEqual({ ok: true, value: expected })
    expect(commitmentOf(input.seed)).toEqual({ ok: true, value: expected.commitment })
    expect(rosterText(input)).toMatchObject({ ok: true, value: { hash: expected.rosterHash } })
    expect(manifestText(input)).toMatchObject({ ok: true, value: { hash: expected.manifestHash } })
  })

  it('writes the texts as the method says, line by line', () => {
    const one = (vectors[0] as Vector).input
    expect(rosterText(one)).toMatchObject({
      value: {
        text: `gc-micro-draw/1 roster
opportunity: demo-one
received: 2
884V9NTQ89 b682804604c3ecb5960ba7d093c3f07726400494b679f68e04e732e598425314
MWC479B4RQ b13a666dc1ac5f2be735e718cc9c663b8c5b5a27a347e4982af77d48c042b48a
`,
      },
    })
    expect(manifestText(one)).toMatchObject({
      value: {
        text: `gc-micro-draw/1 manifest
opportunity: demo-one
draw: 1
previous: none
roster: faa0cb036ca25566de2201e5e14203d7440ed88ce52036c6ae3609a8df28cf99
commitment: f6982b92dd8d7def9e2d21c6e29f4a09deaca210b94d3f19af563a8af1f56402
beacon: none
eligible: 1
MWC479B4RQ
`,
      },
    })
  })

  it('does not mind the order of what it is given', () => {
    fc.assert(
      fc.property(draw, (input) => {
        const turned = { ...input, received: input.received.toReversed(), eligible: input.eligible.toReversed() }
        expect(rankDraw(turned)).toEqual(rankDraw(input))
      }),
      { numRuns: 200 },
    )
  })

  it('leaves the order of the others when somebody is failed or reinstated', () => {
    fc.assert(
      fc.property(draw, fc.nat(), (input, which) => {
        const gone = input.eligible[which % Math.max(1, input.eligible.length)]
        const fewer = input.eligible.filter((one) => one !== gone)
        expect(order({ ...input, eligible: fewer })).toEqual(order(input).filter((one) => one !== gone))
      }),
      { numRuns: 200 },
    )
  })

  it('breaks equal tickets by token', () => {
    const rows = [
      { token: 'B', ticket: '0' },
      { token: 'A', ticket: '0' },
    ]
    return import('./grammar.ts').then(({ byTicket }) => expect(rows.sort(byTicket)[0]?.token).toBe('A'))
  })

  it('ranks ten applicants uniformly', () => {
    for (const chiSquare of chiSquareOfPlaces(3_000, 'unit')) expect(chiSquare).toBeLessThan(CHI_SQUARE_LIMIT)
  })

  it('agrees with openssl in one line of shell', () => {
    const mac = (key: string, text: string) =>
      spawnSync('openssl', ['dgst', '-sha256', '-mac', 'HMAC', '-macopt', `hexkey:${key}`], {
        input: text,
        encoding: 'utf8',
      })
    if (mac('00', '').error)
      return console.log('skipped: the draw’s key and tickets compared with openssl (no openssl)')
    const { input, expected } = lottery
    const printed = (key: string, text: string) => mac(key, text).stdout.trim().split(' ').at(-1)

    expect(printed(input.seed, texts.key(input, expected.rosterHash))).toBe(expected.key)
    for (const row of expected.ranking) expect(printed(expected.key, texts.ticket(row.token))).toBe(row.ticket)
  })
})

describe('refusals of a draw', () => {
  const { input } = lottery
  const [first, second] = input.received as [DrawInput['received'][0], DrawInput['received'][0]]
  const withBeacon = (ref: string, value: string): Partial<DrawInput> => ({ beacon: { ref, value } })
  const numbers = input.beacon.value
  const refused: Record<DrawRefusal, Partial<DrawInput>[]> = {
    bad_slug: [{ slug: '' }, { slug: 'a'.repeat(65) }, { slug: 'Été' }, { slug: 'a b' }, { slug: 'a\n' }],
    bad_seed: [{ seed: '' }, { seed: 'A'.repeat(64) }, { seed: 'a'.repeat(63) }, { seed: `${'a'.repeat(64)}\n` }],
    bad_draw_number: [{ draw: 0 }, { draw: 1000 }, { draw: 1.5 }, { draw: Number.NaN }, { draw: -1 }],
    bad_previous: [{ previous: hash('') }, { draw: 2 }, { draw: 2, previous: 'NONE' }],
    bad_token: [
      { received: [{ ...first, token: 'IIIIIIIIII' }] },
      { eligible: ['8y072n3y8k'] },
      { received: [{ ...first, token: `${first.token}0` }] },
    ],
    bad_sealed_hash: [{ received: [{ ...first, sealedHash: first.sealedHash.toUpperCase() }] }],
    repeated_token: [{ received: [first, second, first] }],
    repeated_eligible: [{ eligible: [first.token, first.token] }],
    eligible_not_in_roster: [{ eligible: ['0000000000'] }],
    beacon_needed: [withBeacon('none', 'none')],
    unknown_beacon: [
      withBeacon('coin', 'heads'),
      withBeacon('coin 1', 'heads'),
      withBeacon('', ''),
      withBeacon('lotto-649', numbers),
    ],
    value_without_beacon: [{ eligible: [first.token], ...withBeacon('none', '') }],
    bad_drand_round: [
      withBeacon('drand-quicknet 0', hash('')),
      withBeacon('drand-quicknet 01', hash('')),
      withBeacon('drand-quicknet 12345678901234567', hash('')),
    ],
    bad_drand_value: [withBeacon('drand-quicknet 1', hash('').toUpperCase()), withBeacon('drand-quicknet 1', '')],
    bad_nist_pulse: [withBeacon('nist-2 60001', hash('').repeat(2)), withBeacon('nist-2 0', hash('').repeat(2))],
    bad_nist_value: [withBeacon('nist-2 60000', hash(''))],
    bad_lottery_date: [
      withBeacon('lotto-649 2026-02-30', numbers),
      withBeacon('lotto-649 2026-2-3', numbers),
      withBeacon('lotto-649 0000-01-01', numbers),
      withBeacon('lotto-649  2026-11-25', numbers),
    ],
    not_a_lottery_day: [withBeacon('lotto-649 2026-11-26', numbers)],
    bad_lottery_numbers: [
      withBeacon(input.beacon.ref, '9.18.26.34.41.50.'),
      withBeacon(input.beacon.ref, '9.18.26.34.41.41.'),
      withBeacon(input.beacon.ref, '18.9.26.34.41.45.'),
      withBeacon(input.beacon.ref, '09.18.26.34.41.45.'),
      withBeacon(input.beacon.ref, '9.18.26.34.41.45'),
      withBeacon(input.beacon.ref, '0.18.26.34.41.45.'),
    ],
  }

  it.each(Object.entries(refused))('%s', (because, cases) => {
    for (const change of cases) expect(rankDraw({ ...input, ...change })).toEqual({ ok: false, because })
  })

  it('lets one eligible person, or none, do without a beacon', () => {
    const without = { ...input, beacon: { ref: 'none', value: 'none' } }
    expect(rankDraw({ ...without, eligible: [first.token] }).ok).toBe(true)
    expect(rankDraw({ ...without, eligible: [] })).toMatchObject({ ok: true, value: { ranking: [] } })
  })

  it('locks a manifest before the beacon has a value, and refuses one without a beacon for two', () => {
    expect(manifestText({ ...input, beacon: { ref: 'none' } })).toEqual({ ok: false, because: 'beacon_needed' })
    expect(manifestText({ ...input, beacon: { ref: input.beacon.ref } }).ok).toBe(true)
    expect(rosterText({ slug: 'x', received: [first, first] })).toEqual({ ok: false, because: 'repeated_token' })
    expect(commitmentOf('x')).toEqual({ ok: false, because: 'bad_seed' })
  })
})

describe('verifying', () => {
  const { input, expected } = lottery
  const { commitment, rosterHash, manifestHash, ranking } = expected
  const published = { commitment, rosterHash, manifestHash }
  const complete = { ...input, ranking, published }

  it('agrees with a true draw', () => {
    expect(verifyDraw(complete)).toEqual({ ok: true, value: expected })
  })

  const other = hash('other')
  const cases: [VerifyRefusal, object][] = [
    ['not_checked', { published: {} }],
    ['not_checked', { published: { commitment, rosterHash } }],
    ['not_checked', { published: { commitment, manifestHash } }],
    ['not_checked', { published: { rosterHash, manifestHash } }],
    ['bad_published', { published: { ...published, commitment: commitment.toUpperCase() } }],
    ['commitment_differs', { published: { ...published, commitment: other } }],
    ['commitment_differs', { published: { commitment: other } }],
    ['roster_hash_differs', { published: { ...published, rosterHash: other } }],
    ['manifest_hash_differs', { published: { ...published, manifestHash: other } }],
    ['ranking_differs', { ranking: ranking.toReversed() }],
    ['ranking_differs', { ranking: ranking.slice(1) }],
    ['ranking_differs', { ranking: ranking.toReversed(), published: {} }],
    ['commitment_differs', { seed: other }],
    ['bad_seed', { seed: '' }],
  ]
  it.each(cases)('%s', (because, change) => {
    expect(verifyDraw({ ...complete, ...change })).toEqual({ ok: false, because })
  })

  it('says "not checked", not "agreed", of a forged seed that recomputes perfectly', () => {
    const forged = { ...input, seed: other }
    expect(verifyDraw({ ...forged, ranking: ranked(forged).ranking })).toEqual({ ok: false, because: 'not_checked' })
    const { ranking: _, ...withoutRanking } = complete
    expect(verifyDraw(withoutRanking)).toEqual({ ok: false, because: 'ranking_missing' })
  })

  it('notices every changed byte of the whole file', () => {
    const text = JSON.stringify(complete)
    let tried = 0
    for (let at = 0; at < text.length; at += 1) {
      for (const letter of changesOf(text.charAt(at))) {
        const file = parseDrawJson(text.slice(0, at) + letter + text.slice(at + 1))
        tried += 1
        if (file.ok) expect(verifyDraw(file.value), `byte ${at} as ${letter}`).toMatchObject({ ok: false })
      }
    }
    expect(tried).toBeGreaterThan(10_000)
  })

  it('changes the key with every changed byte of slug, number, seed, roster, reference or value, or refuses it', () => {
    const places: [string, (change: (text: string) => string) => DrawInput][] = [
      [input.slug, (change) => ({ ...input, slug: change(input.slug) })],
      [input.seed, (change) => ({ ...input, seed: change(input.seed) })],
      [input.beacon.ref, (change) => ({ ...input, beacon: { ...input.beacon, ref: change(input.beacon.ref) } })],
      [input.beacon.value, (change) => ({ ...input, beacon: { ...input.beacon, value: change(input.beacon.value) } })],
      ...input.received.flatMap((row, place): typeof places => {
        const put = (changed: object) => ({ ...input, received: input.received.with(place, { ...row, ...changed }) })
        return [
          [row.token, (change) => put({ token: change(row.token) })],
          [row.sealedHash, (change) => put({ sealedHash: change(row.sealedHash) })],
        ]
      }),
    ]
    for (const [text, changed] of places) {
      for (let at = 0; at < text.length; at += 1) {
        for (const letter of changesOf(text.charAt(at))) {
          const again = rankDraw(changed((whole) => whole.slice(0, at) + letter + whole.slice(at + 1)))
          if (again.ok) expect(again.value.key).not.toBe(expected.key)
        }
      }
    }
    expect(ranked({ ...input, draw: 2, previous: other }).key).not.toBe(expected.key)
    expect(ranked({ ...input, eligible: input.eligible.slice(1) }).manifestHash).not.toBe(manifestHash)
    expect(ranked({ ...input, eligible: input.eligible.slice(1) }).key).toBe(expected.key)
  })
})

describe('chance', () => {
  it('makes a seed of 32 bytes and a token of 50 bits', () => {
    const bytes = (length: number) => Buffer.from(Array.from({ length }, (_, place) => place * 31))
    expect(newSeed((length) => Buffer.alloc(length, 0xab))).toBe('ab'.repeat(32))
    expect(newToken(bytes)).toBe('0ZYXWVTSRQ')
    expect(newToken((length) => Buffer.alloc(length, 255))).toBe('ZZZZZZZZZZ')
  })

  it('uses every character of the alphabet equally often', () => {
    const seen = new Map<string, number>()
    for (let byte = 0; byte < 256; byte += 1) {
      const letter = newToken((length) => Buffer.alloc(length, byte)).charAt(0)
      seen.set(letter, (seen.get(letter) ?? 0) + 1)
    }
    expect([...seen.keys()].sort().join('')).toBe('0123456789ABCDEFGHJKMNPQRSTVWXYZ')
    expect(new Set(seen.values())).toEqual(new Set([8]))
  })
})

/** Other bytes in the place of one: neighbours, another case, and those that mean something to JSON. */
function changesOf(letter: string): string[] {
  const code = letter.charCodeAt(0)
  const others = [
    String.fromCharCode(code ^ 1),
    String.fromCharCode(code ^ 32),
    '0',
    '9',
    'a',
    'Z',
    ' ',
    '\n',
    '"',
    '.',
  ]
  return others.filter((other) => other !== letter)
}
