import { languages, type Text } from '../platform/i18n.ts'
import type { Segment } from '../scanning/rules.ts'
import { type ListFieldName, listFields, pairFields } from './rules.fields.ts'
import type { Statement } from './rules.ts'

/** How a row is named in addresses of fields: by its id, or by its index while it has none. */
export const rowKey = (row: { readonly id?: string }, index: number): string => row.id ?? String(index)

/** The texts of a list with their ids, whatever else its rows hold. */
export const rowsOf = (statement: Statement, list: ListFieldName): readonly (Text & { readonly id?: string })[] =>
  list === 'provisions'
    ? statement.provisions.map(({ id, text }) => ({ ...text, ...(id === undefined ? {} : { id }) }))
    : statement[list]

/** Every half of every text of a statement that says something, named as its field is: `work`, `skills.<row>`. */
export const segmentsOf = (statement: Statement): Segment[] =>
  [
    ...pairFields.map((field) => ({ field: field as string, text: statement[field] })),
    ...listFields.flatMap((list) =>
      rowsOf(statement, list).map((row, index) => ({ field: `${list}.${rowKey(row, index)}`, text: row })),
    ),
  ].flatMap(({ field, text }) =>
    languages.flatMap((language) => (text[language] === '' ? [] : [{ field, language, text: text[language] }])),
  )

/** Every web address that a statement names, once each, in their order; at most 30 are tried. */
export function linksIn(statement: Statement): string[] {
  const named = segmentsOf(statement).flatMap(({ text }) => text.match(/https?:\/\/[^\s<>()[\]"'`«»]+/g) ?? [])
  const bare = [statement.repository.url, ...named].map((url) => url.replace(/[.,;:!?*_]+$/, ''))
  return [...new Set(bare.filter((url) => URL.canParse(url) && url.length <= 500))].slice(0, 30)
}
