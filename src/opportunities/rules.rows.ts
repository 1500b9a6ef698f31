import type { Text } from '../platform/i18n.ts'

/** A row that somebody wants in a list: with its id when they know it. */
export type WantedRow = Text & { readonly id?: string }

/**
 * The rows wanted, each with an id. A row that names one of the list keeps it. Where no row names any (a form without
 * ids, an import), a row keeps the id of the one with the same words, else with the same words in one language, else at
 * the same place: what was said about it stays attached to it.
 */
export function rowsKept<Wanted extends WantedRow>(
  wanted: readonly Wanted[],
  before: readonly WantedRow[],
  make: () => string,
): (Wanted & { id: string })[] {
  const free = new Map(before.flatMap(({ id, en, fr }, place) => (id ? [[id, { en, fr, place }] as const] : [])))
  const taken = new Map<number, string>()
  const take = (place: number, id: string | undefined) => {
    if (id === undefined || taken.has(place)) return
    taken.set(place, id)
    free.delete(id)
  }
  const named = wanted.some(({ id }) => id !== undefined)
  wanted.forEach(({ id }, place) => {
    if (id !== undefined && free.has(id)) take(place, id)
  })
  if (!named)
    for (const same of alike)
      wanted.forEach((row, place) => {
        if (!taken.has(place)) take(place, [...free].find(([, old]) => same(old, row, place))?.[0])
      })
  return wanted.map((row, place) => ({ ...row, id: taken.get(place) ?? make() }))
}

type Old = Text & { readonly place: number }
const alike: readonly ((old: Old, row: Text, place: number) => boolean)[] = [
  (old, row) => old.en === row.en && old.fr === row.fr,
  (old, row) => (row.en !== '' && old.en === row.en) || (row.fr !== '' && old.fr === row.fr),
  (old, _, place) => old.place === place,
]
