import type { Staff } from '../accounts/rules.ts'
import type { Tx } from '../platform/db.ts'
import { addDays, dayOf, instantAt, parseDay } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import { daysOf, filterFrom, fiscalYears, type Place } from './rules.filter.ts'
import { type Bought, type BoughtSums, boughtFiles, boughtSums, firstPublished } from './store.observer.ts'

const PAGE = 50

export type ObserverPage = {
  readonly rows: readonly Bought[]
  /** Over the whole year, not over the page. */
  readonly sums: BoughtSums
  readonly years: readonly { readonly year: number; readonly name: string }[]
  readonly year: number | null
  readonly next: Place | null
  /** There are later postings before this page. */
  readonly later: boolean
  readonly zone: string
}

/** A page of what a department bought, of one fiscal year or of all. */
export async function observerPage(
  tx: Tx,
  { departmentId }: Staff,
  query: Readonly<Record<string, string | undefined>>,
): Promise<ObserverPage> {
  const now = await tx.now()
  const { zone } = await policyOf(tx, departmentId, now)
  const { year, after: asked } = filterFrom(query)
  const after = asked && isPlace(asked.key) ? asked : null
  const days = year === null ? null : daysOf(year)
  const published = days && {
    from: instantAt(days.first, '00:00', zone),
    to: instantAt(addDays(days.last, 1), '00:00', zone),
  }
  const first = await firstPublished(tx, departmentId)
  const { rows, next } = await boughtFiles(tx, { departmentId, published, after, most: PAGE })
  return {
    ...{ rows, next, year, zone, later: after !== null },
    sums: await boughtSums(tx, departmentId, published),
    years: first ? fiscalYears(dayOf(first, zone), dayOf(now, zone)) : [],
  }
}

/** An instant as the list writes it into the address; what the database could not read is no place. */
function isPlace(key: string): boolean {
  const [, day, clock] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d{1,6})?\+00$/.exec(key) ?? []
  return parseDay(day ?? '') !== undefined && !Number.isNaN(Date.parse(`${day}T${clock}Z`))
}
