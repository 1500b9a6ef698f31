import fc from 'fast-check'
import type { DrawInput } from '../src/draws/protocol.ts'

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length })
const token = fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), minLength: 10, maxLength: 10 })
const positive = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }).map(String)
const lotteryDay = fc.integer({ min: 0, max: 5000 }).map((week) => new Date(Date.UTC(1982, 5, 12) + week * 604_800_000))
const beacon = fc.oneof(
  fc.record({ ref: positive.map((round) => `drand-quicknet ${round}`), value: hex(64) }),
  fc.record({ ref: fc.integer({ min: 1, max: 1e9 }).map((minute) => `nist-2 ${minute * 60_000}`), value: hex(128) }),
  fc.record({
    ref: lotteryDay.map((day) => `lotto-649 ${day.toISOString().slice(0, 10)}`),
    value: fc.uniqueArray(fc.integer({ min: 1, max: 49 }), { minLength: 6, maxLength: 6 }).map((numbers) =>
      numbers
        .sort((a, b) => a - b)
        .map((number) => `${number}.`)
        .join(''),
    ),
  }),
)
/** Any draw within the grammar, with every beacon. */
export const randomDraw: fc.Arbitrary<DrawInput> = fc
  .record({
    slug: fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789-'), minLength: 1, maxLength: 64 }),
    draw: fc.integer({ min: 1, max: 999 }),
    seed: hex(64),
    received: fc.uniqueArray(fc.record({ token, sealedHash: hex(64) }), {
      selector: (row) => row.token,
      maxLength: 12,
    }),
    passed: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    later: hex(64),
    beacon,
  })
  .map(({ passed, later, ...input }) => ({
    ...input,
    previous: input.draw === 1 ? 'none' : later,
    eligible: input.received.filter((_, place) => passed[place]).map((row) => row.token),
  }))
