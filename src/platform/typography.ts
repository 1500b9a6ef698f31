import type { Text } from './i18n.ts'

const NBSP = '\u00a0'

/**
 * Canadian French spacing: a non-breaking space before `:` `%` `$` `»` and after `«`, none before `;` `?` `!`,
 * and curly apostrophes. Clocks (`08:30`) and addresses (`https://…`) are left alone.
 */
export function frenchSpacing(text: string): string {
  // One rule may make room for another (a space taken away brings two marks together): until nothing changes.
  const spaced = spacedOnce(text)
  return spaced === text ? text : frenchSpacing(spaced)
}

const spacedOnce = (text: string): string =>
  text
    .replaceAll(/(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}«])/gu, '’')
    .replaceAll(/[ \u00a0\u202f]+(?=[:%»])/g, NBSP)
    .replaceAll(/(?<=\d)[ \u202f]*(?=[$%])/g, NBSP)
    .replaceAll(/(?<=[\p{L}\p{N})])(?=:(?:\s|$))/gu, NBSP)
    .replaceAll(/(?<=[^\s])(?=»)/g, NBSP)
    .replaceAll(/«[ \u00a0\u202f]*/g, `«${NBSP}`)
    .replaceAll(/[ \u00a0\u202f]+(?=[;?!])/g, '')

/** What is wrong with the typography or the words of a French text; empty when nothing is. For tests of texts. */
export function frenchProblems(text: string): string[] {
  return problemsIn(text, [
    [/[ \u202f][:%»]/u, 'ordinary space before : % or »'],
    [/\d[ \u202f]\$/u, 'ordinary space before $'],
    [/[\p{L}\p{N})»]:(?=\s|$)/u, 'no space before :'],
    [/\d[%$]/u, 'no space before % or $'],
    [/[^\s\u00a0]»/u, 'no space before »'],
    [/«(?!\u00a0)/u, 'no non-breaking space after «'],
    [/[\s\u202f][;?!](?!\p{L})/u, 'space before ; ? or !'],
    [/'/u, 'straight apostrophe'],
    [/"/u, 'straight quotation mark'],
    [/opportunité/iu, 'anglicism: opportunité'],
    [/\bdate de fermeture\b/iu, 'anglicism: date de fermeture'],
  ])
}

/** What is wrong with the typography of an English text; empty when nothing is. For tests of texts. */
export function englishProblems(text: string): string[] {
  return problemsIn(text, [
    [/'/u, 'straight apostrophe'],
    [/"/u, 'straight quotation mark'],
    [/\s[:;?!](?!\p{L})/u, 'space before punctuation'],
    [/\d\s+%/u, 'space before %'],
  ])
}

/** Problems of both halves of a text, a missing half included. */
export function textProblems(text: Text): string[] {
  const missing = [text.en.trim() === '' && 'English is empty', text.fr.trim() === '' && 'French is empty']
  return [...missing.filter((problem) => problem !== false), ...englishProblems(text.en), ...frenchProblems(text.fr)]
}

function problemsIn(text: string, marks: readonly (readonly [RegExp, string])[]): string[] {
  return marks.flatMap(([pattern, problem]) => {
    const found = pattern.exec(text)
    if (!found) return []
    const around = text.slice(Math.max(0, found.index - 20), found.index + found[0].length + 20)
    return [`${problem}: …${around}…`]
  })
}
