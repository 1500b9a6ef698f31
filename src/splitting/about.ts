import { peopleById } from '../accounts/store.ts'
import type { Tx } from '../platform/db.ts'
import type { Flag } from './rules.ts'
import { type Named, namesOf } from './store.flags.ts'

/** All that a page says of flags: the files they name and who decided. */
export type FlagFacts = { readonly files: ReadonlyMap<string, Named>; readonly people: ReadonlyMap<string, string> }

export async function flagFacts(tx: Tx, flags: readonly Flag[]): Promise<FlagFacts> {
  const people = await peopleById(
    tx,
    flags.flatMap(({ decided }) => decided?.by ?? []),
  )
  return {
    files: await namesOf(
      tx,
      flags.flatMap(({ members }) => members),
    ),
    people: new Map([...people].map(([id, { name }]) => [id, name])),
  }
}
