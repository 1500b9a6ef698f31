import { sql } from 'kysely'
import type { App } from '../../src/platform/app.ts'
import { oneLine } from './markup.ts'

/** Every sentence that people of this database typed, longest first: theirs to word, in the language they chose. */
export async function typedTexts(app: App): Promise<string[]> {
  const texts = new Set<string>()
  await app.read('everything', async (tx) => {
    const columns = await sql<{ place: string; name: string }>`
      select format('%I.%I', table_schema, table_name) as place, quote_ident(column_name) as name
      from information_schema.columns
      where table_schema in ('public', 'publication') and data_type in ('text', 'jsonb', 'json')
        and has_column_privilege(format('%I.%I', table_schema, table_name), column_name, 'select')`.execute(tx)
    for (const { place, name } of columns.rows) {
      const { rows } = await sql<{ value: string }>`
        select distinct ${sql.raw(name)}::text as value from ${sql.raw(place)}
        where ${sql.raw(name)}::text like '% %'`.execute(tx)
      for (const { value } of rows) for (const text of sentencesIn(value)) texts.add(text)
    }
  })
  return [...texts].toSorted((one, other) => other.length - one.length)
}

/** What is left of a text of a page when the words that somebody typed are taken out, an X in their place; nothing when it is part of theirs. */
export function withoutTyped(text: string, typed: readonly string[]): string {
  const own = typed.find((each) => each.includes(text))
  if (own !== undefined) return ''
  return oneLine(typed.reduce((left, each) => (left.includes(each) ? left.replaceAll(each, 'X') : left), text))
}

/** The strings of a value: itself, or those of a JSON object. Markdown loses its marks, as it does on pages. */
function sentencesIn(value: string): string[] {
  const strings = /^[[{]/.test(value)
    ? [...value.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => unescaped(match[1] ?? ''))
    : [value]
  return strings
    .flatMap((text) => text.split(/\n+/))
    .map((text) => oneLine(text.replace(/[*_`#>]|^[-\d.]+ |\[|\]\([^)]*\)/g, '')))
    .filter((text) => text.length > 7 && text.includes(' '))
}

const unescaped = (text: string): string => {
  try {
    return String(JSON.parse(`"${text}"`))
  } catch {
    return text
  }
}
