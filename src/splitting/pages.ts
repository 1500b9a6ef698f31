import type { Staff } from '../accounts/rules.ts'
import type { Tx } from '../platform/db.ts'
import type { Rule } from './rules.compare.ts'
import { type Flag, isUndecided } from './rules.ts'
import { flagsIn, type Named, namesOf } from './store.flags.ts'

export type ListedFlag = { readonly flag: Flag; readonly file: Named | undefined }
export type ShownFlags = 'open' | 'all'

/** The findings of the department, with the files that they are about; open ones only, unless all are wanted. */
export async function listedFlags(
  tx: Tx,
  actor: Staff,
  { show, rule }: { show: ShownFlags; rule: Rule | undefined },
): Promise<ListedFlag[]> {
  const flags = (await flagsIn(tx, actor.departmentId)).filter(
    (flag) => (show === 'all' || isListedOpen(flag)) && (rule === undefined || flag.rule === rule),
  )
  const files = await namesOf(
    tx,
    flags.flatMap(({ opportunityId }) => opportunityId ?? []),
  )
  return flags.map((flag) => ({ flag, file: flag.opportunityId === null ? undefined : files.get(flag.opportunityId) }))
}

/** What waits, what stops a file, and what is told for information. */
const isListedOpen = (flag: Flag): boolean =>
  isUndecided(flag) ||
  flag.state === 'merged' ||
  flag.state === 'stopped' ||
  (flag.rule === 'S6' && flag.state === 'raised')
