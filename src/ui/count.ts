import { cleaned } from '../platform/cleaning.ts'
import { wordCount } from '../platform/words.ts'

export type Unit = 'words' | 'characters'

/** How much of a limit a text uses. The server and the browser count with this same function. */
export const countOf = (text: string, unit: Unit): number =>
  unit === 'words' ? wordCount(cleaned(text)) : cleaned(text).length

/** The line under a field: `{count}` and `{over}` filled in, `over` chosen when the limit is passed. */
export const countLine = (count: number, most: number, sentences: { within: string; over: string }): string =>
  (count > most ? sentences.over : sentences.within)
    .replace('{count}', String(count))
    .replace('{over}', String(count - most))
