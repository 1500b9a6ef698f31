import type { Day } from '../platform/day.ts'
import { type Cents, cents } from '../platform/money.ts'
import { addDays, fiscalYearOf } from '../platform/time.ts'
import type { Policy } from '../policy/rules.ts'

/** One file as the splitting rules see it. Names and addresses are in one spelling (see rules.spelling.ts). */
export type Purchase = {
  readonly id: string
  readonly departmentId: string
  /** The team that needs the work, in the department. */
  readonly team: string
  /** The client whose need it is. */
  readonly ownerId: string
  /** Says which legal person is paid, and nothing else; null before a contract. */
  readonly supplier: string | null
  /** Empty when there is none. */
  readonly repository: string
  readonly issues: readonly string[]
  readonly skills: readonly string[]
  /** What its words are made of, by language: see trigramsOf. */
  readonly trigrams: { readonly en: readonly number[]; readonly fr: readonly number[] }
  /** As it was posted, taxes included. */
  readonly original: Cents
  /** What amendments added, taxes included. */
  readonly amended: Cents
  /** Section 32, or the day that the draft was last saved. */
  readonly committedOn: Day
  /** Ended without a purchase. */
  readonly cancelled: boolean
  readonly posted: boolean
}

/** The rules about one file; S6 is about a department (rules.bunching.ts). */
export const fileRules = ['S1', 'S2', 'S3', 'S4', 'S5'] as const
export type FileRule = (typeof fileRules)[number]
export const rules = [...fileRules, 'S6'] as const
export type Rule = (typeof rules)[number]

/** Why a file is compared. */
export const reasons = [
  'same_issue',
  'same_repository',
  'same_skills',
  'same_supplier',
  'same_owner',
  'same_buyer',
  'near_limit',
] as const
export type Reason = (typeof reasons)[number]

export type Compared = {
  readonly id: string
  readonly value: Cents
  readonly committedOn: Day
  readonly why: readonly Reason[]
}
/** The days between which files are compared, both included. */
export type Window = { readonly first: Day; readonly last: Day }

/** What one rule found about one file. The sum counts the file itself once, and each compared file once. */
export type Hit = {
  readonly rule: FileRule
  readonly id: string
  /** Taxes included. */
  readonly own: { readonly value: Cents; readonly original: Cents; readonly amended: Cents; readonly committedOn: Day }
  /** In the order of their days. */
  readonly compared: readonly Compared[]
  readonly sum: Cents
  readonly limit: Cents
  /** None for a follow-on, which looks at the file alone. */
  readonly window: Window | null
}

/** The limit T and how far each rule looks: policy, with a date and a source. */
export type Yardstick = { readonly limit: Cents } & Policy['splitting']
export const yardstickOf = ({ limitIncludingTax, splitting }: Policy): Yardstick => ({
  limit: limitIncludingTax,
  ...splitting,
})

/** From 0 (nothing in common) to 1 (the same words). */
export type Likeness = (one: Purchase, other: Purchase) => number

export const worthOf = ({ original, amended }: Pick<Purchase, 'original' | 'amended'>): Cents =>
  cents(original + amended)

/**
 * S1, same need: this file and those of the same need within a year pass the limit together. The same need is the same
 * parent issue, whichever team asks; or, for one team, the same repository, or the same skills for alike words.
 */
export function sameNeed(
  purchase: Purchase,
  others: readonly Purchase[],
  yardstick: Yardstick,
  likeness: Likeness,
): Hit | null {
  const window = around(purchase.committedOn, yardstick.needDays)
  return overLimit('S1', purchase, others, yardstick, window, (other) => {
    const sameTeam = other.team === purchase.team
    const alike = () => share(purchase.skills, other.skills) && likeness(purchase, other) >= yardstick.needLikeness
    return [
      share(purchase.issues, other.issues) && 'same_issue',
      sameTeam && purchase.repository !== '' && other.repository === purchase.repository && 'same_repository',
      sameTeam && alike() && 'same_skills',
    ]
  })
}

/** S2, same supplier: what one supplier got from the department, in 90 days or in a fiscal year, passes the limit. */
export function sameSupplier(purchase: Purchase, others: readonly Purchase[], yardstick: Yardstick): Hit | null {
  if (purchase.supplier === null) return null
  const windows = [around(purchase.committedOn, yardstick.supplierDays), fiscalYearOf(purchase.committedOn)]
  const hits = windows.map((window) =>
    overLimit('S2', purchase, others, yardstick, window, (other) => [
      other.supplier === purchase.supplier && 'same_supplier',
    ]),
  )
  // One flag: the window that shows more of it.
  return hits.reduce((one, other) => (other && (!one || other.sum > one.sum) ? other : one), null)
}

/** S3, just under: two or more of the same buyer within 90 days, each a little under the limit. */
export function justUnder(purchase: Purchase, others: readonly Purchase[], yardstick: Yardstick): Hit | null {
  const near = (value: Cents) =>
    value >= Math.round(yardstick.nearLimitShare * yardstick.limit) && value < yardstick.limit
  if (purchase.cancelled || !near(worthOf(purchase))) return null
  const window = around(purchase.committedOn, yardstick.nearLimitDays)
  const compared = comparedIn(purchase, others, window, (other) =>
    other.team === purchase.team && other.ownerId === purchase.ownerId && near(worthOf(other))
      ? ['same_buyer', 'near_limit']
      : [],
  )
  return compared.length > 0 ? hitOf('S3', purchase, compared, yardstick, window) : null
}

/** S4, same week: one client, seven days, the same supplier or repository, and together over the limit. */
export function sameWeek(purchase: Purchase, others: readonly Purchase[], yardstick: Yardstick): Hit | null {
  const window = around(purchase.committedOn, yardstick.sameWeekDays)
  return overLimit('S4', purchase, others, yardstick, window, (other) => {
    if (other.ownerId !== purchase.ownerId) return []
    const found = [
      purchase.supplier !== null && other.supplier === purchase.supplier && ('same_supplier' as const),
      purchase.repository !== '' && other.repository === purchase.repository && ('same_repository' as const),
    ]
    return found.some(Boolean) ? ['same_owner', ...found] : []
  })
}

/** S5, follow-on: what was posted and what amendments added pass the limit together. */
export function followOn(purchase: Purchase, yardstick: Yardstick): Hit | null {
  if (purchase.cancelled || purchase.amended <= 0 || worthOf(purchase) <= yardstick.limit) return null
  return hitOf('S5', purchase, [], yardstick, null)
}

/** Could the files that this one is compared with be judged otherwise now? Its words and its day wait for the night. */
export const weighsOtherwise = (before: Purchase, after: Purchase): boolean =>
  before.cancelled !== after.cancelled ||
  worthOf(before) !== worthOf(after) ||
  before.team !== after.team ||
  before.repository !== after.repository ||
  before.supplier !== after.supplier ||
  before.issues.join(' ') !== after.issues.join(' ')

/** All that the rules find about one file, in the order of the rules. S1 looks at what is not posted yet. */
export function hitsOf(
  purchase: Purchase,
  others: readonly Purchase[],
  yardstick: Yardstick,
  likeness: Likeness,
): readonly Hit[] {
  const found = [
    purchase.posted ? null : sameNeed(purchase, others, yardstick, likeness),
    sameSupplier(purchase, others, yardstick),
    justUnder(purchase, others, yardstick),
    sameWeek(purchase, others, yardstick),
    followOn(purchase, yardstick),
  ]
  return found.filter((hit) => hit !== null)
}

type Whether = Reason | false

/** Sums equal to the limit are fine; one cent more is a hit. */
function overLimit(
  rule: FileRule,
  purchase: Purchase,
  others: readonly Purchase[],
  yardstick: Yardstick,
  window: Window,
  why: (other: Purchase) => readonly Whether[],
): Hit | null {
  if (purchase.cancelled || worthOf(purchase) <= 0) return null
  const compared = comparedIn(purchase, others, window, why)
  if (compared.length === 0) return null
  const hit = hitOf(rule, purchase, compared, yardstick, window)
  return hit.sum > yardstick.limit ? hit : null
}

/** Others of the department in the window that are compared for a reason: not itself, none cancelled, each once. */
function comparedIn(
  purchase: Purchase,
  others: readonly Purchase[],
  { first, last }: Window,
  why: (other: Purchase) => readonly Whether[],
): Compared[] {
  const found = new Map<string, Compared>()
  for (const other of others) {
    const { id, departmentId, committedOn, cancelled } = other
    if (id === purchase.id || cancelled || departmentId !== purchase.departmentId || found.has(id)) continue
    if (committedOn < first || committedOn > last || worthOf(other) <= 0) continue
    const reasonsFound = why(other).filter((reason) => reason !== false)
    if (reasonsFound.length > 0) found.set(id, { id, value: worthOf(other), committedOn, why: reasonsFound })
  }
  return [...found.values()].sort((one, other) =>
    one.committedOn === other.committedOn ? compare(one.id, other.id) : compare(one.committedOn, other.committedOn),
  )
}

function hitOf(
  rule: FileRule,
  { id, original, amended, committedOn }: Purchase,
  compared: readonly Compared[],
  { limit }: Yardstick,
  window: Window | null,
): Hit {
  const value = worthOf({ original, amended })
  return {
    ...{ rule, id, compared, limit, own: { value, original, amended, committedOn } },
    sum: cents(compared.reduce<number>((sum, other) => sum + other.value, value)),
    window: window && { first: window.first, last: window.last },
  }
}

/** Days at most that far from the day, before or after. */
const around = (day: Day, days: number): Window => ({ first: addDays(day, -days), last: addDays(day, days) })
const share = (some: readonly string[], others: readonly string[]): boolean => some.some((one) => others.includes(one))
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
