import type { Day } from '../platform/day.ts'
import { isId } from '../platform/ids.ts'
import { fiscalYearOf, parseDay } from '../platform/time.ts'
import { type Stage, stages, type Waiter, waiters } from './rules.board.ts'

/** In which order the board lists open files. */
export const sorts = ['stage', 'oldest', 'due', 'late', 'title'] as const
export type Sort = (typeof sorts)[number]

/** A place in a list that is sorted by a key, and by the file where keys are alike: the page after begins behind it. */
export type Place = { readonly key: string; readonly id: string }

/** What somebody wants to see of the board. It stands in the address, so that a page can be kept and sent. */
export type BoardFilter = {
  readonly stage: Stage | 'ended' | null
  readonly who: Waiter | null
  readonly late: boolean
  readonly client: string | null
  readonly team: string | null
  /** The first calendar year of the fiscal year in which the request was received. */
  readonly year: number | null
  readonly words: string
  readonly sort: Sort
  readonly after: Place | null
}

export const everything: BoardFilter = {
  ...{
    stage: null,
    who: null,
    late: false,
    client: null,
    team: null,
    year: null,
    words: '',
    sort: 'stage',
    after: null,
  },
}

type Query = Readonly<Record<string, string | undefined>>

/** The filter of an address; whatever it does not know is left out, never an error. */
export function filterFrom(query: Query): BoardFilter {
  const { stage, who, late, client, team, year, q, sort, after } = query
  return {
    stage: stage === 'ended' ? 'ended' : (stages.find((known) => known === stage) ?? null),
    who: waiters.find((known) => known === who) ?? null,
    late: late === 'yes',
    client: isId(client) ? client : null,
    team: team?.trim().slice(0, 200) || null,
    year: /^(19|20|21)\d\d$/.test(year ?? '') ? Number(year) : null,
    words: (q ?? '').replace(/\s+/g, ' ').trim().slice(0, 100).trim(),
    sort: sorts.find((known) => known === sort) ?? 'stage',
    after: placeFrom(after),
  }
}

/** The same filter as an address, without what is not asked; `?` included when anything is. */
export function queryOf(filter: BoardFilter): string {
  const { stage, who, late, client, team, year, words, sort, after } = filter
  const asked: [string, string | null][] = [
    ['q', words || null],
    ['stage', stage],
    ['who', who],
    ['late', late ? 'yes' : null],
    ['client', client],
    ['team', team],
    ['year', year === null ? null : String(year)],
    ['sort', sort === 'stage' ? null : sort],
    ['after', after && `${after.id}.${after.key}`],
  ]
  const said = asked.filter((pair): pair is [string, string] => pair[1] !== null)
  return said.length > 0 ? `?${new URLSearchParams(said)}` : ''
}

/** Is anything left out of the list? Its order and its page leave nothing out. */
export const narrows = (filter: BoardFilter): boolean => queryOf({ ...filter, sort: 'stage', after: null }) !== ''

/** One page of a list: what comes behind the place, in the order of the keys, and the place to go on from. */
export function pageOf<Row>(
  rows: readonly Row[],
  placeOf: (row: Row) => Place,
  { after, most }: { after: Place | null; most: number },
): { readonly rows: readonly Row[]; readonly next: Place | null } {
  const sorted = rows
    .map((row) => ({ row, place: placeOf(row) }))
    .toSorted((one, other) => order(one.place, other.place))
  const behind = after ? sorted.filter(({ place }) => order(place, after) > 0) : sorted
  const shown = behind.slice(0, most)
  const last = shown.at(-1)
  return { rows: shown.map(({ row }) => row), next: behind.length > most && last ? last.place : null }
}

/** Fiscal years, newest first, from the one that holds the first day to the one that holds the last. */
export function fiscalYears(first: Day, last: Day): { year: number; name: string }[] {
  const begins = (day: Day) => Number(fiscalYearOf(day).first.slice(0, 4))
  const [from, to] = [begins(first), begins(last)]
  return Array.from({ length: to - from + 1 }, (_, ago) => ({ year: to - ago, name: `${to - ago}-${to - ago + 1}` }))
}

/** The first and the last day of a fiscal year. */
export function daysOf(year: number): { first: Day; last: Day } {
  const first = parseDay(`${year}-04-01`)
  const last = parseDay(`${year + 1}-03-31`)
  if (!first || !last) throw new RangeError(`no fiscal year begins in ${year}`)
  return { first, last }
}

const order = (one: Place, other: Place): number =>
  one.key < other.key ? -1 : one.key > other.key ? 1 : one.id < other.id ? -1 : one.id > other.id ? 1 : 0

function placeFrom(text: string | undefined): Place | null {
  const [id, ...key] = (text ?? '').split('.')
  return isId(id) && text !== undefined && text.length < 400 ? { id, key: key.join('.') } : null
}
