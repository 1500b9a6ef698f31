import { type Decision, no, yes } from '../platform/decision.ts'

/** JSON as a checker may trust it: whole numbers only, and an object is a map in which no key stands twice. */
export type StrictJson = null | boolean | number | string | readonly StrictJson[] | ReadonlyMap<string, StrictJson>

export type JsonRefusal = 'not_json' | 'repeated_key' | 'line_break' | 'number_out_of_range' | 'nested_too_deep'

/**
 * Reads JSON and refuses what two readers could understand differently: a repeated key, a line break or another control
 * character inside a text, a number that is not a plain whole number, nesting deeper than 32. Never throws.
 */
export function parseStrictJson(text: string): Decision<StrictJson, JsonRefusal> {
  const found = valueAt({ text }, 0, 0)
  if (!found.ok) return found
  return blankEnd(text, found.value.end) === text.length ? yes(found.value.json) : no('not_json')
}

type Source = { readonly text: string }
type Found<Json extends StrictJson> = Decision<{ readonly json: Json; readonly end: number }, JsonRefusal>

const DEEPEST = 32
const BLANK = /[ \t\n\r]*/y
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y
const WHOLE = /^(?:0|-?[1-9][0-9]*)$/
const WORD = /true|false|null/y
const words = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
])

function valueAt(source: Source, from: number, depth: number): Found<StrictJson> {
  const start = blankEnd(source.text, from)
  switch (source.text.charAt(start)) {
    case '{':
      return depth < DEEPEST ? objectAt(source, start, depth + 1) : no('nested_too_deep')
    case '[':
      return depth < DEEPEST ? arrayAt(source, start, depth + 1) : no('nested_too_deep')
    case '"':
      return stringAt(source, start)
    default:
      return scalarAt(source, start)
  }
}

function objectAt(source: Source, start: number, depth: number): Found<StrictJson> {
  const members = new Map<string, StrictJson>()
  let at = blankEnd(source.text, start + 1)
  if (source.text.charAt(at) === '}') return yes({ json: members, end: at + 1 })
  for (;;) {
    const name = stringAt(source, blankEnd(source.text, at))
    if (!name.ok) return name
    const colon = blankEnd(source.text, name.value.end)
    if (source.text.charAt(colon) !== ':') return no('not_json')
    const value = valueAt(source, colon + 1, depth)
    if (!value.ok) return value
    if (members.has(name.value.json)) return no('repeated_key')
    members.set(name.value.json, value.value.json)

    at = blankEnd(source.text, value.value.end)
    if (source.text.charAt(at) === '}') return yes({ json: members, end: at + 1 })
    if (source.text.charAt(at) !== ',') return no('not_json')
    at += 1
  }
}

function arrayAt(source: Source, start: number, depth: number): Found<StrictJson> {
  const items: StrictJson[] = []
  let at = blankEnd(source.text, start + 1)
  if (source.text.charAt(at) === ']') return yes({ json: items, end: at + 1 })
  for (;;) {
    const item = valueAt(source, at, depth)
    if (!item.ok) return item
    items.push(item.value.json)

    at = blankEnd(source.text, item.value.end)
    if (source.text.charAt(at) === ']') return yes({ json: items, end: at + 1 })
    if (source.text.charAt(at) !== ',') return no('not_json')
    at += 1
  }
}

function stringAt({ text }: Source, start: number): Found<string> {
  const end = stringEnd(text, start)
  if (end === undefined) return no('not_json')
  const inside = text.slice(start + 1, end - 1)
  if (hasControl(inside)) return no('line_break')
  if (inside.replace(KNOWN_ESCAPE, '').includes('\\')) return no('not_json')
  const json = inside.replace(ESCAPE, (_, hex: string | undefined, letter: string | undefined) =>
    hex === undefined ? (letters.get(letter ?? '') ?? letter ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return hasControl(json) ? no('line_break') : yes({ json, end })
}

function scalarAt({ text }: Source, start: number): Found<StrictJson> {
  const wordEnd = matchEnd(WORD, text, start)
  if (wordEnd !== undefined) return yes({ json: words.get(text.slice(start, wordEnd)) ?? null, end: wordEnd })
  const end = matchEnd(NUMBER, text, start)
  if (end === undefined) return no('not_json')
  const digits = text.slice(start, end)
  if (!WHOLE.test(digits) || !Number.isSafeInteger(Number(digits))) return no('number_out_of_range')
  return yes({ json: Number(digits), end })
}

/** Only the escapes of RFC 8259. */
const KNOWN_ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/g
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(.))/g
const letters = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

/** Controls of ASCII and Latin-1, and the two line separators of Unicode. */
const hasControl = (text: string): boolean => /[\p{Cc}\u2028\u2029]/u.test(text)

/** A loop and not a pattern: a pattern runs out of stack on a text of many megabytes. */
function stringEnd(text: string, start: number): number | undefined {
  if (text.charAt(start) !== '"') return undefined
  for (let at = start + 1; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (letter === '"') return at + 1
    if (letter === '\\') at += 1
  }
  return undefined
}

const blankEnd = (text: string, start: number): number => matchEnd(BLANK, text, start) ?? start

function matchEnd(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start
  return pattern.test(text) ? pattern.lastIndex : undefined
}
