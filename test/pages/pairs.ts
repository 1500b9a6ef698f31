import { readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { Text } from '../../src/platform/i18n.ts'
import type { Email, Letter } from '../../src/platform/mail.ts'
import { rootFolder } from '../../src/platform/root.ts'

/** A pair, and where it is written: `requests/texts.ts: requestTexts.head`. */
export type Written = { readonly where: string; readonly text: Text }

export type Pairs = {
  readonly files: readonly string[]
  readonly pairs: readonly Written[]
  /** Functions that gave a pair for none of the sample facts. */
  readonly silent: readonly string[]
}

/** Every file of src that holds texts: each feature's `texts…`, `emails…` and the closed list of events. */
const isTexts = (path: string): boolean =>
  /\.ts$/.test(path) &&
  !/\.test\.ts$/.test(path) &&
  /(^|\/)([a-z-]+\.)?(texts|emails|kinds)(\.[a-zA-Z-]+)?\.ts$/.test(path)

/** All pairs that these files export, however deep; functions of facts are asked with sample facts. */
export async function exportedPairs(): Promise<Pairs> {
  const source = join(rootFolder, 'src')
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(isTexts).sort()
  const pairs: Written[] = []
  const silent: string[] = []
  for (const [file, module] of Object.entries(await readAll(source, files)))
    for (const [name, value] of Object.entries(module))
      if (!isListed(value)) collect(value, `${file}: ${name}`, { pairs, silent })
  return { files, pairs, silent }
}

/** Bundled first, since Node reads no TSX and a long test runs without the test runner. */
async function readAll(source: string, files: readonly string[]): Promise<Record<string, Record<string, unknown>>> {
  const bundle = join(rootFolder, '.cache', 'run', `texts.${process.pid}.${Math.floor(performance.now())}.mjs`)
  await build({
    stdin: {
      contents: files.map((file, place) => `export * as t${place} from './${file}'`).join('\n'),
      ...{ resolveDir: source, loader: 'ts' },
    },
    ...{ outfile: bundle, bundle: true, packages: 'external', platform: 'node', format: 'esm', logLevel: 'warning' },
  })
  try {
    const all: Record<string, Record<string, unknown>> = await import(pathToFileURL(bundle).href)
    return Object.fromEntries(files.map((file, place) => [file, all[`t${place}`] ?? {}]))
  } finally {
    await rm(bundle, { force: true })
  }
}

/** A feature's list of its e-mails holds again what the file exports one by one. */
const isListed = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'object' && each && isEmail(each))

/** The pairs in a value: itself, its members, what a function makes of sample facts. */
export function collect(value: unknown, where: string, into: { pairs: Written[]; silent: string[] }, deep = 0): void {
  if (deep > 8 || value === null) return
  if (typeof value === 'function') {
    collectMade(value as Made, where, into, deep)
    return
  }
  if (typeof value !== 'object') return
  if (isPair(value)) {
    into.pairs.push({ where, text: value })
    return
  }
  if (isEmail(value)) {
    collectLetter(value, where, into)
    return
  }
  const { en, fr } = value as Record<string, unknown>
  if (typeof en === 'function' && typeof fr === 'function') {
    collectMade((...facts) => ({ en: en(...facts), fr: fr(...facts) }), where, into, deep)
    return
  }
  if (Array.isArray(en) && Array.isArray(fr)) {
    for (const [at, half] of en.entries()) collect({ en: half, fr: fr[at] }, `${where}.${at}`, into, deep + 1)
    return
  }
  for (const [name, member] of Object.entries(value)) collect(member, `${where}.${name}`, into, deep + 1)
}

type Made = (...facts: unknown[]) => unknown

/** Facts of each usual shape. A function is asked with each until it gives pairs that hold no sign of a wrong fact. */
const day = '2026-05-04'
const anyFacts: object = new Proxy(
  {},
  { get: (_, name) => (name === Symbol.toPrimitive ? undefined : (factNamed(String(name)) ?? 'Ada')) },
)
/** A fact that is a pair for whoever wants a pair, and a word for others. */
const anyPairs: object = new Proxy({}, { get: () => ({ en: 'Ada', fr: 'Ada', toString: () => 'Ada' }) })
const anyLists = {
  beacon: { ref: 'Ada', value: 'Ada' },
  ranking: ['Ada'],
  commitment: 'Ada',
  rosterHash: 'Ada',
  manifestHash: 'Ada',
}
const samples: readonly (readonly unknown[])[] = [
  [3, 4, 5],
  ['Ada', 'Ada', 'Ada', 'Ada'],
  [{ en: 'Ada', fr: 'Ada' }, 'Ada', 3],
  ['Ada', 3, 4],
  [3, 'Ada', 'Ada'],
  [day, day, day],
  [anyFacts, anyFacts],
  [anyPairs, anyPairs],
  [anyLists, 'Ada'],
  ['en', 3, 4],
  [['Ada', 'Ada'], ['Ada']],
  [new Date('2026-05-04T14:00:00Z'), 'America/Toronto', 3],
  ['procurement', 'client', 'done'],
  [['client'], 'en'],
  [3, { en: 'Ada', fr: 'Ada' }, 3],
]

function collectMade(made: Made, where: string, into: { pairs: Written[]; silent: string[] }, deep: number): void {
  let answered = false
  for (const facts of samples) {
    const got: { pairs: Written[]; silent: string[] } = { pairs: [], silent: [] }
    try {
      collect(made(...facts), `${where}(…)`, got, deep + 1)
    } catch {
      continue
    }
    answered ||= got.pairs.length === 0
    if (got.pairs.length === 0 || got.pairs.some(({ text }) => isBroken(text.en) || isBroken(text.fr))) continue
    into.pairs.push(...got.pairs)
    return
  }
  if (!answered) into.silent.push(where)
}

/** The words of a letter, without those that a person typed, paired by place: a letter has the same parts in both languages, or its languages differ in content. */
function collectLetter({ write, sample, kind }: Email, where: string, into: { pairs: Written[] }): void {
  const typed = Object.values(sample).flatMap((fact) => typedIn(String(fact)))
  const ours = (half: string): string => typed.reduce((text, fact) => text.replaceAll(fact, 'Ada'), half)
  const [en, fr] = [wordsOf(write(sample, 'en')).map(ours), wordsOf(write(sample, 'fr')).map(ours)]
  const same = en.length === fr.length
  for (const [at, half] of en.entries())
    into.pairs.push({ where: `${where} (${kind}) ${at}`, text: { en: half, fr: same ? (fr[at] ?? '') : '' } })
}

/** Sentences among the facts are somebody’s; a fact may be a list of them, as JSON. */
const typedIn = (fact: string): string[] =>
  [fact, ...[...fact.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '')].filter((text) => /\s\S+\s/.test(text))

const wordsOf = ({ subject, preheader, paragraphs }: Letter): string[] => [
  subject,
  ...(preheader ? [preheader] : []),
  ...paragraphs.flatMap((paragraph) => {
    if (typeof paragraph === 'string') return [paragraph]
    return 'link' in paragraph ? [paragraph.label] : paragraph.facts.map(([label]) => label)
  }),
]

const isEmail = (value: object): value is Email =>
  typeof (value as Partial<Email>).write === 'function' && typeof (value as Partial<Email>).kind === 'string'

function factNamed(name: string): unknown {
  if (/day|date|By$|On$/i.test(name)) return day
  if (/count|number|most|least|cents|days|minutes|hours|place|total/i.test(name)) return 3
  if (/^(names|items|list|ranking)$/.test(name)) return ['Ada', 'Ada']
  return undefined
}

const isBroken = (text: string): boolean => /undefined|NaN|\[object|Invalid Date|function/.test(text)

const isPair = (value: object): value is Text => {
  const { en, fr, ...rest } = value as Record<string, unknown>
  return typeof en === 'string' && typeof fr === 'string' && Object.keys(rest).length === 0
}
