import { type Decision, no, yes } from '../platform/decision.ts'
import type { DrawInput, Received, Ticket } from './grammar.ts'
import { type JsonRefusal, parseStrictJson, type StrictJson } from './strict-json.ts'

/** A draw as it is written in a file: what goes in, and, for a check, the ranking and what the reader received. */
export type DrawFile = DrawInput & {
  readonly ranking?: readonly Ticket[]
  readonly published?: { readonly commitment?: string; readonly rosterHash?: string; readonly manifestHash?: string }
}

export type DrawJsonRefusal =
  | JsonRefusal
  | 'not_an_object'
  | 'bad_slug'
  | 'bad_draw_number'
  | 'bad_previous'
  | 'bad_seed'
  | 'bad_received'
  | 'bad_eligible'
  | 'bad_beacon'
  | 'bad_ranking'
  | 'bad_published'

/**
 * Text in, a draw of the right types out; whether it is within the grammar is for `rankDraw` to say.
 * Keys that the method does not know are passed over, but no key may stand twice and no text may break a line.
 */
export function parseDrawJson(text: string): Decision<DrawFile, DrawJsonRefusal> {
  const parsed = parseStrictJson(text)
  if (!parsed.ok) return parsed
  const file = parsed.value
  if (!isObject(file)) return no('not_an_object')

  const slug = file.get('slug')
  const draw = file.get('draw')
  const previous = file.get('previous')
  const seed = file.get('seed')
  if (typeof slug !== 'string') return no('bad_slug')
  if (typeof draw !== 'number') return no('bad_draw_number')
  if (typeof previous !== 'string') return no('bad_previous')
  if (typeof seed !== 'string') return no('bad_seed')

  const received = listOf(file.get('received'), receivedRow)
  const eligible = listOf(file.get('eligible'), (item) => (typeof item === 'string' ? item : undefined))
  const beacon = textsOf(file.get('beacon'), 'ref', 'value')
  if (!received) return no('bad_received')
  if (!eligible) return no('bad_eligible')
  if (!beacon) return no('bad_beacon')

  const ranking = file.has('ranking') ? listOf(file.get('ranking'), rankingRow) : []
  const published = file.has('published') ? publishedIn(file.get('published')) : {}
  if (!ranking) return no('bad_ranking')
  if (!published) return no('bad_published')

  return yes({
    slug,
    draw,
    previous,
    seed,
    received,
    eligible,
    beacon: { ref: beacon[0], value: beacon[1] },
    ...(file.has('ranking') && { ranking }),
    ...(file.has('published') && { published }),
  })
}

type JsonObject = ReadonlyMap<string, StrictJson>

const isObject = (value: StrictJson | undefined): value is JsonObject => value instanceof Map

function receivedRow(item: StrictJson): Received | undefined {
  const row = textsOf(item, 'token', 'sealedHash')
  return row && { token: row[0], sealedHash: row[1] }
}

function rankingRow(item: StrictJson): Ticket | undefined {
  const row = textsOf(item, 'token', 'ticket')
  return row && { token: row[0], ticket: row[1] }
}

function publishedIn(value: StrictJson | undefined): DrawFile['published'] | undefined {
  if (!isObject(value)) return undefined
  const given: { commitment?: string; rosterHash?: string; manifestHash?: string } = {}
  for (const name of ['commitment', 'rosterHash', 'manifestHash'] as const) {
    const hash = value.get(name)
    if (hash === undefined) continue
    if (typeof hash !== 'string') return undefined
    given[name] = hash
  }
  return given
}

function textsOf(value: StrictJson | undefined, first: string, second: string): [string, string] | undefined {
  if (!isObject(value)) return undefined
  const [a, b] = [value.get(first), value.get(second)]
  return typeof a === 'string' && typeof b === 'string' ? [a, b] : undefined
}

function listOf<Item>(
  value: StrictJson | undefined,
  itemIn: (item: StrictJson) => Item | undefined,
): readonly Item[] | undefined {
  if (!Array.isArray(value)) return undefined
  const items: Item[] = []
  for (const entry of value) {
    const item = itemIn(entry)
    if (item === undefined) return undefined
    items.push(item)
  }
  return items
}
