import type { PublicStatus } from '../opportunities/notice.ts'
import { cleaned } from '../platform/forms.ts'
import { type Cents, dollars } from '../platform/money.ts'

/** What a reader can ask for by status. Without a choice a list shows what is open, and the results show all of them. */
export const statusChoices = ['open', 'evaluating', 'awarded', 'delivered', 'ended', 'closed'] as const
export type StatusChoice = (typeof statusChoices)[number]

/** The states behind each choice. */
export const statesOf: Record<StatusChoice, readonly PublicStatus[]> = {
  open: ['open'],
  evaluating: ['closed'],
  awarded: ['awarded'],
  delivered: ['delivered'],
  ended: ['ended_without_delivery', 'unsuccessful', 'cancelled', 'withdrawn'],
  closed: [
    'held',
    'closed',
    'awarded',
    'delivered',
    'ended_without_delivery',
    'unsuccessful',
    'cancelled',
    'withdrawn',
  ],
}

/** What the results page lists: something came of it, or was to. */
export const resultStates = ['awarded', 'delivered', 'ended_without_delivery', 'unsuccessful'] as const

/** Prices in bands: from, and up to but not with, in cents; the last has no end. */
const edges = [0, 2_500, 5_000, 7_500].map(dollars)
export const priceBands = edges.map((from, at): PriceBand => {
  const below = edges[at + 1] ?? null
  return { key: `${from / 100}-${below === null ? '' : below / 100}`, from, below }
})
export type PriceBand = { readonly key: string; readonly from: Cents; readonly below: Cents | null }

/** Closing soon is closing within so many days of 24 hours. */
export const CLOSING_SOON_DAYS = 7

/** The place of one posting in a list: where the next page begins. */
export type Place = { readonly closesAt: Date; readonly slug: string }

export type Where = 'opportunities' | 'results'

/** What a reader asked for. The address says it whole, the same in both languages. */
export type Search = {
  readonly where: Where
  readonly words: string
  readonly skill: string | null
  readonly department: string | null
  readonly price: PriceBand | null
  readonly soon: boolean
  readonly status: StatusChoice | null
  readonly after: Place | null
}

/** Longer questions are cut: nobody types as much, and whoever pastes a page finds by its first words. */
const MOST_LETTERS = 200

/** The names in an address that mean something here; others are ignored, and so is a value that nobody offered. */
export const searchKeys = ['q', 'skill', 'department', 'price', 'closing', 'status', 'after'] as const
/** Those of them whose pages are few enough to be kept. */
export const keptKeys = searchKeys.filter((key) => key !== 'q')

/** What an address asks for. Any text is a question. */
export function searchFrom(query: Readonly<Record<string, string>>, where: Where): Search {
  return {
    where,
    words: cleaned([...(query.q ?? '')].slice(0, MOST_LETTERS).join('')),
    skill: matching(query.skill, /^[a-z0-9]+(-[a-z0-9]+)*$/),
    department: matching(query.department, /^[\w-]+$/),
    price: priceBands.find(({ key }) => key === query.price) ?? null,
    soon: query.closing === 'soon',
    status: statusChoices.find((choice) => choice === query.status && offered(choice, where)) ?? null,
    after: placeFrom(query.after),
  }
}

/** Has nothing been asked for but the list itself? */
export const isPlain = ({ words, skill, department, price, soon, status, after }: Search): boolean =>
  words === '' && !skill && !department && !price && !soon && !status && !after

/** Is the list narrowed by anything that can be taken away again? */
export const isNarrowed = (search: Search): boolean => !isPlain({ ...search, after: null, status: null })

/** Is a status something to choose on this page? */
export const offered = (choice: StatusChoice, where: Where): boolean =>
  where === 'opportunities' || choice === 'awarded' || choice === 'delivered' || choice === 'ended'

/** The states that a list shows. */
export function statesShown({ where, status }: Search): readonly PublicStatus[] {
  if (where === 'opportunities') return statesOf[status ?? 'open']
  return status === null ? resultStates : resultStates.filter((state) => statesOf[status].includes(state))
}

/** Open ones begin with the next to close, all others with the last that closed. */
export const soonestFirst = (search: Search): boolean =>
  search.where === 'opportunities' && (search.status ?? 'open') === 'open'

/** The query of an address that asks for this, with changes; `''` when it asks for nothing. A change begins anew. */
export function queryOf(search: Search, changed: Partial<Search> = {}): string {
  const { words, skill, department, price, soon, status, after } = { ...search, after: null, ...changed }
  const pairs = [
    ['q', words],
    ['skill', skill],
    ['department', department],
    ['price', price?.key],
    ['closing', soon ? 'soon' : ''],
    ['status', status],
    ['after', after && `${after.closesAt.toISOString()}_${after.slug}`],
  ] as const
  const said = new URLSearchParams()
  for (const [name, value] of pairs) if (value) said.set(name, value)
  return said.size === 0 ? '' : `?${said}`
}

/** The words that somebody typed, as they can be looked up one by one: small letters, no accents are the database’s to do. */
export const wordsOf = (typed: string): string[] => typed.split(/[^\p{L}\p{N}+#]+/u).filter((word) => word !== '')

function placeFrom(text: string | undefined): Place | null {
  const [, iso = '', slug = ''] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([a-z0-9-]{1,200})$/.exec(text ?? '') ?? []
  const closesAt = new Date(iso)
  return slug === '' || Number.isNaN(closesAt.getTime()) ? null : { closesAt, slug }
}

const matching = (text: string | undefined, shape: RegExp): string | null =>
  text !== undefined && text.length <= 100 && shape.test(text) ? text : null
