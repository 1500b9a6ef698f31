import { statementTyped } from '../opportunities/forms.statement.ts'
import { type ListFieldName, listFields } from '../opportunities/rules.readiness.ts'
import type { Statement } from '../opportunities/rules.ts'
import { formatMoney } from '../platform/format.ts'
import type { Zone } from '../platform/time.ts'

/** One field that two versions say differently; a row that only one has is empty in the other. */
export type VersionChange = { readonly name: string; readonly before: string; readonly after: string }

/** A statement as it was kept: what the program itself wrote; its closing becomes an instant again. */
export function readStatement(kept: string): Statement {
  return JSON.parse(kept, (key, value: unknown) =>
    key === 'closesAt' && typeof value === 'string' ? new Date(value) : value,
  )
}

/** What changed from one version to the other, field by field, in the order of the builder. Rows are known by their id. */
export function comparedVersions(before: Statement, after: Statement, zone: Zone): VersionChange[] {
  const [old, next] = [named(before, zone), named(after, zone)]
  const names = [...new Set([...Object.keys(old), ...Object.keys(next)])]
  return names
    .map((name) => ({ name, before: old[name] ?? '', after: next[name] ?? '' }))
    .filter((each) => each.before !== each.after)
}

/** Fields by names that keep through a change of order: `skills.<id>_en`. */
function named(statement: Statement, zone: Zone): Readonly<Record<string, string>> {
  const placed = statementTyped(statement, zone, (amount) => formatMoney(amount, 'en'))
  return Object.fromEntries(
    Object.entries(placed).flatMap(([name, text]): [string, string][] => {
      if (name.endsWith('_id')) return []
      const [, list = '', place = '', half = ''] = /^([A-Za-z]+)\.(\d+)_(.+)$/.exec(name) ?? []
      const known = listFields.find((each) => each === list)
      return [[known ? `${known}.${idAt(statement, known, Number(place))}_${half}` : name, text]]
    }),
  )
}

const idAt = (statement: Statement, list: ListFieldName, place: number): string =>
  statement[list][place]?.id ?? String(place)
