import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Day, day } from '../platform/day.ts'
import { cents, dollars } from '../platform/money.ts'
import { addDays } from '../platform/time.ts'
import { policyInForce } from '../policy/inForce.ts'
import {
  followOn,
  type Hit,
  hitsOf,
  justUnder,
  type Purchase,
  sameNeed,
  sameSupplier,
  sameWeek,
  worthOf,
  yardstickOf,
} from './rules.compare.ts'
import { likenessOf, trigramsOf, wordsOf } from './rules.spelling.ts'

const yardstick = yardstickOf(policyInForce([], day('2026-05-04')))
const LIMIT = dollars(10_000)
const repository = 'github.com/waterways/licence-forms'

let count = 0
const purchase = (changed: Partial<Purchase> = {}): Purchase => {
  count += 1
  return {
    ...{ id: `file-${count}`, departmentId: 'DW', team: 'licensing', ownerId: 'ines', supplier: null },
    ...{ repository: '', issues: [], skills: [], trigrams: { en: [], fr: [] } },
    ...{ original: dollars(5_100), amended: cents(0), committedOn: day('2026-05-04') },
    ...{ cancelled: false, posted: false },
    ...changed,
  }
}
const need = (one: Purchase, ...others: Purchase[]) => sameNeed(one, others, yardstick, likenessOf)

describe('S1, same need', () => {
  it('finds 2 x 5,100 for the same repository 20 days apart', () => {
    const [one, other] = [purchase({ repository }), purchase({ repository, committedOn: day('2026-05-24') })]
    const hit = need(one, other)
    expect(hit).toMatchObject({ rule: 'S1', sum: dollars(10_200), limit: LIMIT, id: one.id })
    expect(hit?.compared).toEqual([
      { id: other.id, value: dollars(5_100), committedOn: '2026-05-24', why: ['same_repository'] },
    ])
    expect(hit?.window).toEqual({ first: '2025-05-04', last: '2027-05-04' })
    expect(need(other, one)?.sum).toBe(dollars(10_200))
  })

  it('lets 2 x 5,000 exactly pass, and not a cent more', () => {
    const half = { repository, original: dollars(5_000) }
    expect(need(purchase(half), purchase(half))).toBeNull()
    expect(need(purchase(half), purchase({ repository, original: cents(500_001) }))?.sum).toBe(1_000_001)
  })

  it('finds three teams with one parent issue', () => {
    const issues = [`${repository}#412`]
    const teams = ['licensing', 'payments', 'mapping'].map((team) =>
      purchase({ team, issues, original: dollars(4_000) }),
    )
    const [one, ...others] = teams
    const hit = one && need(one, ...others)
    expect(hit).toMatchObject({ sum: dollars(12_000) })
    expect(hit?.compared.map(({ why }) => why)).toEqual([['same_issue'], ['same_issue']])
  })

  it('asks for the same team, unless it is the same issue', () => {
    expect(need(purchase({ repository }), purchase({ repository, team: 'payments' }))).toBeNull()
  })

  it('takes the same skills for alike words, and neither alone', () => {
    const made = (en: string) => ({ en: trigramsOf(wordsOf([{ en, fr: '' }]).en), fr: [] })
    const trigrams = made('Fix a keyboard trap in the date picker of the licence form')
    const alike = made('Fix a keyboard trap in the date picker of the permit form')
    const other = made('Translate the release notes of the map viewer')
    const one = purchase({ trigrams, skills: ['typescript'] })
    expect(need(one, purchase({ trigrams: alike, skills: ['typescript', 'css'] }))?.compared[0]?.why).toEqual([
      'same_skills',
    ])
    expect(need(one, purchase({ trigrams: alike, skills: ['python'] }))).toBeNull()
    expect(need(one, purchase({ trigrams: other, skills: ['typescript'] }))).toBeNull()
  })

  it('leaves out itself, cancelled files, other departments, and files more than a year away', () => {
    const one = purchase({ repository })
    expect(need(one, one)).toBeNull()
    expect(need(one, { ...one })).toBeNull()
    expect(need(one, purchase({ repository, cancelled: true }))).toBeNull()
    expect(need({ ...one, cancelled: true }, purchase({ repository }))).toBeNull()
    expect(need(one, purchase({ repository, departmentId: 'other' }))).toBeNull()
    expect(need(one, purchase({ repository, committedOn: day('2027-05-05') }))).toBeNull()
    expect(need(one, purchase({ repository, committedOn: day('2027-05-04') }))).not.toBeNull()
    expect(need(one, purchase({ repository, committedOn: day('2025-05-04') }))).not.toBeNull()
    expect(need(one, purchase({ repository, committedOn: day('2025-05-03') }))).toBeNull()
  })

  it('looks across 31 March and 1 April: the need does not end with the fiscal year', () => {
    const march = purchase({ repository, committedOn: day('2026-03-31') })
    expect(need(march, purchase({ repository, committedOn: day('2026-04-01') }))?.sum).toBe(dollars(10_200))
  })

  it('is asked before the posting only', () => {
    const [one, other] = [purchase({ repository }), purchase({ repository })]
    const rulesOf = (posted: boolean) =>
      hitsOf({ ...one, posted }, [other], yardstick, likenessOf).map(({ rule }) => rule)
    expect(rulesOf(false)).toEqual(['S1', 'S4'])
    expect(rulesOf(true)).toEqual(['S4'])
  })
})

describe('S2, same supplier', () => {
  const supplier = 'a1'
  const on = (committedOn: Day, original = dollars(6_000)) => purchase({ supplier, committedOn, original })

  it('counts 90 days, both ends, also across 31 March and 1 April', () => {
    const march = on(day('2026-03-31'))
    expect(sameSupplier(march, [on(day('2026-04-01'))], yardstick)?.sum).toBe(dollars(12_000))
    expect(sameSupplier(march, [on(day('2026-06-29'))], yardstick)?.sum).toBe(dollars(12_000))
    expect(sameSupplier(march, [on(day('2026-06-30'))], yardstick)).toBeNull()
  })

  it('counts the whole fiscal year, 1 April to 31 March', () => {
    const first = on(day('2026-04-01'))
    expect(sameSupplier(first, [on(day('2027-03-31'))], yardstick)).toMatchObject({
      sum: dollars(12_000),
      window: { first: '2026-04-01', last: '2027-03-31' },
    })
    expect(sameSupplier(first, [on(day('2027-04-01'))], yardstick)).toBeNull()
  })

  it('shows the window that holds more of it', () => {
    const april = on(day('2026-04-10'))
    const hit = sameSupplier(april, [on(day('2026-03-20')), on(day('2026-02-20')), on(day('2026-12-01'))], yardstick)
    expect(hit).toMatchObject({ sum: dollars(18_000), window: { first: '2026-01-10', last: '2026-07-09' } })
  })

  it('knows no supplier before a contract, and lets exactly the limit pass', () => {
    expect(sameSupplier(purchase(), [purchase()], yardstick)).toBeNull()
    const half = dollars(5_000)
    expect(sameSupplier(on(day('2026-05-04'), half), [on(day('2026-05-05'), half)], yardstick)).toBeNull()
  })
})

describe('S3, just under', () => {
  const worth = (original: number, changed: Partial<Purchase> = {}) =>
    purchase({ original: cents(original), ...changed })

  it('finds two of one buyer from 0.95 of the limit to just below it', () => {
    expect(justUnder(worth(950_000), [worth(999_999)], yardstick)?.sum).toBe(1_949_999)
    expect(justUnder(worth(949_999), [worth(999_999)], yardstick)).toBeNull()
    expect(justUnder(worth(1_000_000), [worth(999_999)], yardstick)).toBeNull()
    expect(justUnder(worth(960_000), [worth(949_999)], yardstick)).toBeNull()
  })

  it('is about one client of one team, within 90 days', () => {
    const one = worth(960_000)
    expect(justUnder(one, [worth(960_000, { ownerId: 'otto' })], yardstick)).toBeNull()
    expect(justUnder(one, [worth(960_000, { team: 'payments' })], yardstick)).toBeNull()
    expect(justUnder(one, [worth(960_000, { committedOn: day('2026-08-02') })], yardstick)).not.toBeNull()
    expect(justUnder(one, [worth(960_000, { committedOn: day('2026-08-03') })], yardstick)).toBeNull()
    expect(justUnder(one, [worth(960_000, { cancelled: true })], yardstick)).toBeNull()
    expect(justUnder(one, [one], yardstick)).toBeNull()
  })
})

describe('S4, same week', () => {
  it('finds one client within seven days with the same supplier or repository', () => {
    const one = purchase({ repository, supplier: 'a1' })
    const later = (days: number, changed: Partial<Purchase>) =>
      sameWeek(one, [purchase({ committedOn: addDays(one.committedOn, days), ...changed })], yardstick)
    expect(later(7, { repository })?.compared[0]?.why).toEqual(['same_owner', 'same_repository'])
    expect(later(-7, { supplier: 'a1' })?.compared[0]?.why).toEqual(['same_owner', 'same_supplier'])
    expect(later(8, { repository })).toBeNull()
    expect(later(1, {})).toBeNull()
    expect(later(1, { repository, ownerId: 'otto' })).toBeNull()
    expect(later(1, { repository, original: dollars(4_900) })).toBeNull()
  })
})

describe('S5, follow-on', () => {
  it('finds an amendment that passes the limit, and none that reaches it', () => {
    const posted = (amended: number) => purchase({ original: dollars(9_000), amended: cents(amended), posted: true })
    expect(followOn(posted(100_001), yardstick)).toMatchObject({
      rule: 'S5',
      sum: 1_000_001,
      compared: [],
      window: null,
    })
    expect(followOn(posted(100_000), yardstick)).toBeNull()
    expect(followOn(posted(-1), yardstick)).toBeNull()
    expect(followOn(purchase({ original: dollars(10_500) }), yardstick)).toBeNull()
    expect(followOn({ ...posted(200_000), cancelled: true }, yardstick)).toBeNull()
  })
})

describe('every rule', () => {
  const start = day('2026-01-01')
  const anyPurchase: fc.Arbitrary<Purchase> = fc
    .record({
      id: fc.integer({ min: 0, max: 30 }).map((number) => `p${number}`),
      team: fc.constantFrom('licensing', 'payments'),
      ownerId: fc.constantFrom('ines', 'otto'),
      supplier: fc.constantFrom(null, 'a1', 'b2'),
      repository: fc.constantFrom('', repository),
      issues: fc.constantFrom([], [`${repository}#1`], [`${repository}#1`, `${repository}#2`]),
      skills: fc.constantFrom([], ['typescript'], ['typescript', 'css']),
      original: fc.constantFrom(0, 100_000, 500_000, 949_999, 950_000, 999_999, 1_000_000).map(cents),
      amended: fc.constantFrom(0, 0, 1, 100_000).map(cents),
      committedOn: fc.integer({ min: 0, max: 500 }).map((days) => addDays(start, days)),
      cancelled: fc.boolean(),
      posted: fc.boolean(),
    })
    .map((some) => ({ ...some, departmentId: 'DW', trigrams: { en: trigramsOf('fix the date picker'), fr: [] } }))
  const some = fc.uniqueArray(anyPurchase, { minLength: 1, maxLength: 20, selector: ({ id }) => id })
  const all = (purchases: readonly Purchase[], one: Purchase | undefined): readonly Hit[] =>
    one ? hitsOf(one, purchases, yardstick, likenessOf) : []

  it('finds the same in whatever order files come, and however often one comes', () => {
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (purchases, chance) => {
        const shuffled = purchases
          .map((purchase) => ({ purchase, at: chance.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ purchase }) => purchase)
        const [one] = purchases
        expect(all(shuffled, one)).toEqual(all(purchases, one))
        expect(all([...shuffled, ...purchases], one)).toEqual(all(purchases, one))
      }),
    )
  })

  it('never counts itself or what was cancelled, counts each once, and adds up', () => {
    fc.assert(
      fc.property(some, (purchases) => {
        const [one] = purchases
        for (const hit of all(purchases, one)) {
          const ids = hit.compared.map(({ id }) => id)
          expect(ids).not.toContain(one?.id)
          expect(new Set(ids).size).toBe(ids.length)
          const counted = purchases.filter(({ id }) => ids.includes(id))
          expect(counted.some(({ cancelled }) => cancelled)).toBe(false)
          expect(hit.sum).toBe(counted.reduce<number>((sum, each) => sum + worthOf(each), hit.own.value))
          if (hit.rule !== 'S3') expect(hit.sum).toBeGreaterThan(hit.limit)
        }
      }),
    )
  })

  it('finds nothing for a file that was cancelled, and the same without the cancelled ones', () => {
    fc.assert(
      fc.property(some, (purchases) => {
        const [one] = purchases
        const standing = purchases.filter(({ id, cancelled }) => !cancelled || id === one?.id)
        expect(all(purchases, one)).toEqual(all(standing, one))
        expect(all(purchases, one && { ...one, cancelled: true })).toEqual([])
      }),
    )
  })
})
