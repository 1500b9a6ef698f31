import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rootFolder } from '../src/platform/root.ts'

type Published = {
  groups: { parts: { metrics: { id: string; target: unknown; result: unknown }[] }[] }[]
}
type AnnexColumn = 'soleSource' | 'estimate' | 'actualElapsed' | 'difference' | 'actualWorking'
type AnnexA = { phases: Record<string, (Record<AnnexColumn, unknown> & { step: string })[]> }
type Sum = Partial<Record<AnnexColumn, unknown>>

export type ReportJson = {
  metrics: readonly { id: string; target: unknown; result: unknown }[]
  steps: readonly (Record<AnnexColumn, unknown> & { step: string; phase: string })[]
  totals: Readonly<Record<string, Sum>>
}

/** Totals as printed, but for the working days: they add up to 26.25, and the report prints 26. */
const totals: readonly (readonly [total: string, column: AnnexColumn, figure: number])[] = [
  ['toReceiveWork', 'soleSource', 26],
  ['toReceiveWork', 'estimate', 23],
  ['toReceiveWork', 'actualElapsed', 57.75],
  ['toReceiveWork', 'actualWorking', 26.25],
  ['toCompletePayment', 'soleSource', 31],
  ['toCompletePayment', 'estimate', 7],
  ['overall', 'soleSource', 57],
  ['overall', 'estimate', 30],
]
const columns: readonly AnnexColumn[] = ['soleSource', 'estimate', 'actualElapsed', 'difference', 'actualWorking']

/** Every cell of the published report by its name: section 3, Annex A, totals. A question mark there is nothing here. */
export function publishedCells(): Map<string, unknown> {
  const cells = new Map<string, unknown>()
  for (const { id, target, result } of read<Published>('metrics.json').groups.flatMap(({ parts }) =>
    parts.flatMap(({ metrics }) => metrics),
  )) {
    cells.set(`${id} target`, target)
    cells.set(`${id} result`, result)
  }
  for (const [phase, rows] of Object.entries(read<AnnexA>('annex-a.json').phases))
    for (const row of rows) {
      cells.set(`${row.step} phase`, phase)
      for (const column of columns) cells.set(`${row.step} ${column}`, row[column] === 'unknown' ? null : row[column])
    }
  for (const [total, column, figure] of totals) cells.set(`${total} ${column}`, figure)
  return cells
}

/** The same cells as a report has them. */
export function cellsOf(report: ReportJson): Map<string, unknown> {
  const cells = new Map<string, unknown>()
  for (const { id, target, result } of report.metrics) {
    cells.set(`${id} target`, target)
    cells.set(`${id} result`, result)
  }
  for (const row of report.steps) {
    cells.set(`${row.step} phase`, row.phase)
    for (const column of columns) cells.set(`${row.step} ${column}`, row[column])
  }
  for (const [total, column] of totals) cells.set(`${total} ${column}`, report.totals[total]?.[column])
  return cells
}

/** Names of cells that differ. Figures are equal to nine places; nothing equals only nothing. */
export const differing = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((cell) => !same(one.get(cell), other.get(cell)))

function same(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) < 1e-9
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return one === other
  const pairs = Object.entries(one)
  const others: Record<string, unknown> = { ...other }
  return pairs.length === Object.keys(other).length && pairs.every(([key, value]) => same(value, others[key]))
}

const read = <Content>(name: string): Content =>
  JSON.parse(readFileSync(join(rootFolder, 'examples/pilot', name), 'utf8')) as Content
