import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import type { Text } from '../platform/i18n.ts'
import { asOf } from './pages.ts'
import { isPlain, type Place, type Search, statesOf, statesShown } from './rules.search.ts'
import {
  countBefore,
  countFound,
  departmentNamed,
  type Facets,
  facetsOf,
  filtersFrom,
  isTooCommon,
  nearestWords,
  openNow,
  postingsFound,
  preferIndexes,
  skillNamed,
  type Ticketed,
} from './store.search.ts'

/** How many postings a page of a list shows. */
export const A_PAGE = 20

/** What came of a question to a list. */
export type Found = {
  /** The question as it was understood: what nobody offers is left out. */
  readonly search: Search
  readonly skill: Text | undefined
  readonly department: Text | undefined
  readonly postings: readonly Ticketed[]
  readonly total: number
  /** How many stand before the first of this page. */
  readonly before: number
  /** Where the next page begins. */
  readonly next: Place | null
  readonly openCount: number
  /** The counts beside the filters; nothing where there is too little to filter. */
  readonly facets: Facets | null
  /** Other words were looked for: no posting has those that were typed. */
  readonly meant: Text | null
  /** Only words that every text has were typed. */
  readonly common: boolean
  /** When this list changes by itself. */
  readonly until: Date | null
}

/** From how many postings on lists offer filters. Every department’s rules are asked: a list is of all of them. */
export const askFiltersFrom = (app: App): Promise<number> =>
  app.read('everything', async (tx) => filtersFrom(tx, await tx.now()))

/** Answers a question to a list at this instant. Nothing that was typed can make it fail. */
export async function find(tx: Tx, asked: Search, from: number): Promise<Found> {
  const now = await tx.now()
  if (asked.words !== '') await preferIndexes(tx)
  const open = await openNow(tx, now)
  const skill = asked.skill === null ? undefined : await skillNamed(tx, asked.skill)
  const department = asked.department === null ? undefined : await departmentNamed(tx, asked.department)
  const search = { ...asked, skill: skill ? asked.skill : null, department: department ? asked.department : null }
  const found = await answer(tx, search, now, async () => {
    const listed = asked.where === 'opportunities' ? open.count : await countFound(tx, plain(asked), now)
    return listed >= from
  })
  const nothing = found.total === 0 && search.words !== ''
  const spelt = nothing && isNowhere(found.facets) ? await nearestWords(tx, search.words) : undefined
  const near = spelt === undefined ? undefined : await answer(tx, { ...search, words: spelt.en }, now, async () => true)
  const better = near && !isNowhere(near.facets) ? { ...near, meant: spelt ?? null } : { ...found, meant: null }
  const common = nothing && better.meant === null && (await isTooCommon(tx, search.words))
  return { ...better, search, skill, department, openCount: open.count, common, until: open.changesAt }
}

type Answer = Pick<Found, 'facets' | 'total' | 'postings' | 'before' | 'next'>

async function answer(tx: Tx, search: Search, now: Date, isMuch: () => Promise<boolean>): Promise<Answer> {
  const facets = !isPlain(search) || (await isMuch()) ? await facetsOf(tx, search, now) : null
  const total = facets
    ? sum(statesShown(search).map((state) => facets.states.get(state) ?? 0))
    : await countFound(tx, search, now)
  const rows = total === 0 ? [] : await postingsFound(tx, search, { now, most: A_PAGE })
  // An address kept since yesterday may lead past the end: the list begins anew.
  if (total > 0 && rows.length === 0 && search.after) return answer(tx, { ...search, after: null }, now, isMuch)
  const postings = rows.slice(0, A_PAGE).map((posting) => asOf(posting, now))
  const last = rows.length > A_PAGE ? postings.at(-1) : undefined
  return {
    ...{ facets, total, postings, before: await countBefore(tx, search, now) },
    next: last ? { closesAt: last.closesAt, slug: last.slug } : null,
  }
}

/** How many of those counted have closed; nothing where nobody counted. */
export const closedIn = (facets: Facets | null): number | undefined =>
  facets ? sum(statesOf.closed.map((state) => facets.states.get(state) ?? 0)) : undefined

/** Is there none, whatever its state? */
const isNowhere = (facets: Facets | null): boolean => sum([...(facets?.states.values() ?? [])]) === 0

const plain = (search: Search): Search => ({
  ...search,
  ...{ words: '', skill: null, department: null, price: null, soon: false, status: null, after: null },
})

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)
