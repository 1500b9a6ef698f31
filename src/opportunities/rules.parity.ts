import type { Text } from '../platform/i18n.ts'
import { type ParityCode, type TextDifference, textDifferences } from '../platform/parity.ts'
import { type ListFieldName, listFields, type PairFieldName, pairFields } from './rules.readiness.ts'
import type { Statement } from './rules.ts'

/** What the two halves of one text of a statement do not both say. */
export type ParityFinding = TextDifference & {
  /** An amount or a date that stands in one language only blocks; the rest is for a person to judge. */
  readonly level: 'blocking' | 'advice'
  readonly field: PairFieldName | ListFieldName
  /** In a list, from 1. */
  readonly place: number | null
}

/** Where the English and the French of a statement do not say the same, field by field. An empty half: `parityGaps`. */
export function parityFindings(statement: Statement): ParityFinding[] {
  const rows = (list: ListFieldName): readonly Text[] =>
    list === 'provisions' ? statement.provisions.map(({ text }) => text) : statement[list]
  return [
    ...pairFields.flatMap((field) => compared(statement[field], field, null)),
    ...listFields.flatMap((field) => rows(field).flatMap((row, index) => compared(row, field, index + 1))),
  ]
}

const compared = (text: Text, field: ParityFinding['field'], place: number | null): ParityFinding[] =>
  textDifferences(text).map(({ code, only }) => ({ level: levelOf(code), code, field, place, only }))

const levelOf = (code: ParityCode): ParityFinding['level'] =>
  code === 'amounts_differ' || code === 'dates_differ' ? 'blocking' : 'advice'
