import type { StatementFacts, Typed } from '../opportunities/forms.statement.ts'
import { factsTyped, readFacts } from '../opportunities/forms.statement.ts'
import { limits } from '../opportunities/rules.limits.ts'
import { type ListFieldName, listFields, type PairFieldName, pairFields } from '../opportunities/rules.readiness.ts'
import type { Planned, Row, Statement, StatementFields } from '../opportunities/rules.ts'
import { formSentences } from '../opportunities/texts.form.ts'
import { formatMoney } from '../platform/format.ts'
import { cleaned, formTexts, type Problem } from '../platform/forms.ts'
import type { Language } from '../platform/i18n.ts'
import { isId } from '../platform/ids.ts'
import { type Cents, parseMoney } from '../platform/money.ts'
import { parseDay, type Zone } from '../platform/time.ts'
import { fingerprint } from '../ui/fingerprint.ts'

/** All that stands in the builder: what has a value, every row (empty ones too), and what cannot be read yet. */
export type Written = {
  readonly facts: StatementFields & Planned
  readonly lists: Lists
  /** By the name of the field. */
  readonly held: Typed
}
export type Lists = Pick<Statement, ListFieldName>

/** A field of the builder by what it is: half a text, half a row, the day of a row, or a fact. */
export type Field =
  | { readonly kind: 'pair'; readonly field: PairFieldName; readonly half: Language }
  | { readonly kind: 'row'; readonly list: ListFieldName; readonly id: string; readonly half: Language | 'day' }
  | { readonly kind: 'fact'; readonly field: FactName; readonly half: '' }

export const factNames = [
  'licence',
  'repository_kind',
  'repository_url',
  'has_interface',
  'hours',
  'price',
  'closing_day',
  'closing_time',
  'selection_day',
  'delivery_day',
  'standalone',
  'no_capacity',
  'unclassified',
] as const
export type FactName = (typeof factNames)[number]

/** What a name of the form means: `title_en`, `skills.<id>_fr`, `provisions.<id>_day`, `price`; nothing for any other. */
export function fieldNamed(name: string): Field | undefined {
  const fact = factNames.find((each) => each === name)
  if (fact) return { kind: 'fact', field: fact, half: '' }
  const [, base = '', half = ''] = /^(.+)_(en|fr|day)$/.exec(name) ?? []
  const pair = pairFields.find((each) => each === base)
  if (pair && (half === 'en' || half === 'fr')) return { kind: 'pair', field: pair, half }
  const [, listed = '', id] = /^([A-Za-z]+)\.(.+)$/.exec(base) ?? []
  const list = listFields.find((each) => each === listed)
  if (!list || !isId(id)) return undefined
  if (half === 'en' || half === 'fr' || (half === 'day' && list === 'provisions'))
    return { kind: 'row', list, id, half }
  return undefined
}

/** The field without its half: what comments, translations and earlier versions are about. */
export const wholeOf = (field: Field): string => (field.kind === 'row' ? `${field.list}.${field.id}` : field.field)

/** Is this a field without its half: `title`, `skills.<id>`, `price`? */
export const isWhole = (name: string): boolean =>
  fieldNamed(name)?.kind === 'fact' || (fieldNamed(`${name}_en`) !== undefined && !/_(en|fr|day)$/.test(name))

/** Every field by its name, as a person who reads in this language sees it, in the order suppliers read. */
export function typedOf({ facts, lists, held }: Written, zone: Zone, language: Language): Typed {
  const texts: [string, string][] = pairFields.flatMap((field) => [
    [`${field}_en`, facts[field].en],
    [`${field}_fr`, facts[field].fr],
  ])
  const rows: [string, string][] = listFields.flatMap((list) =>
    rowsOf(lists, list).flatMap(({ id = '', en, fr }): [string, string][] => [
      [`${list}.${id}_en`, en],
      [`${list}.${id}_fr`, fr],
    ]),
  )
  const days: [string, string][] = lists.provisions.map(({ id = '', dueDay }) => [`provisions.${id}_day`, dueDay ?? ''])
  const money = (amount: Cents) => formatMoney(amount, language)
  return { ...Object.fromEntries([...texts, ...rows, ...days]), ...factsTyped(facts, zone, money), ...held }
}

/** The mark of each field: whoever sends a change says with it over which text they typed. */
export const marksOf = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, markOf(name, text)]))
export const markOf = (name: string, text: string): string => fingerprint(canonical(name, text))

/** The same for what means the same: blanks at the ends, line ends, and an amount as either language writes it. */
export function canonical(name: string, text: string): string {
  const clean = cleaned(text)
  if (name !== 'price') return clean
  const amount = parseMoney(clean)
  return amount.ok ? formatMoney(amount.value, 'en') : clean
}

/** The builder with another text in one field. A row that is not there is not made here. */
export function withText(written: Written, name: string, text: string, zone: Zone): Written {
  const field = fieldNamed(name)
  if (!field) return written
  const value = canonical(name, text)
  switch (field.kind) {
    case 'pair': {
      const pair = { ...written.facts[field.field], [field.half]: value }
      return { ...written, facts: { ...written.facts, [field.field]: pair } }
    }
    case 'row':
      return field.half === 'day' ? withDay(written, name, field.id, value) : withWords(written, field, value)
    case 'fact': {
      const typed = { ...typedOf(written, zone, 'en'), [name]: value }
      const { facts, problems } = readFacts(typed, zone)
      return {
        ...written,
        facts: { ...written.facts, ...facts },
        held: heldAfter(written.held, typed, facts, problems),
      }
    }
  }
}

/** What is typed and has no value yet, or is too long for the notice, each with the sentence that says how to repair it. */
export function problemsIn(written: Written, zone: Zone): Problem[] {
  const typed = typedOf(written, zone, 'en')
  const unread = readFacts(typed, zone).problems.filter(({ field }) => (written.held[field] ?? '') !== '')
  const days = Object.keys(written.held).filter((name) => name.endsWith('_day') && name.includes('.'))
  const long = Object.entries(typed).flatMap(([name, text]): Problem[] => {
    const field = fieldNamed(name)
    if (!field || field.kind === 'fact' || field.half === 'day') return []
    const most = limits[field.kind === 'row' ? field.list : field.field]
    return text.length > most ? [{ field: name, text: formTexts.tooLong(most) }] : []
  })
  return [...long, ...unread, ...days.map((field) => ({ field, text: formSentences.day }))]
}

/** The rows of a list as words; a provision has a day beside. */
export const rowsOf = (lists: Lists, list: ListFieldName): readonly Row[] =>
  list === 'provisions' ? lists.provisions.map(({ id, text }) => ({ ...text, ...(id ? { id } : {}) })) : lists[list]

export const hasRow = (lists: Lists, list: ListFieldName, id: string): boolean =>
  rowsOf(lists, list).some((row) => row.id === id)

/** A list without one of its rows. */
export function withoutRow(written: Written, list: ListFieldName, id: string): Written {
  const lists = { ...written.lists, [list]: written.lists[list].filter((row) => row.id !== id) }
  const held = Object.fromEntries(Object.entries(written.held).filter(([name]) => !name.startsWith(`${list}.${id}_`)))
  return { ...written, lists, held }
}

/** A list with one more row at its end. */
export function withRow(written: Written, list: ListFieldName, row: { id: string; en: string; fr: string }): Written {
  const { id, en, fr } = row
  const lists =
    list === 'provisions'
      ? { ...written.lists, provisions: [...written.lists.provisions, { id, text: { en, fr }, dueDay: null }] }
      : { ...written.lists, [list]: [...written.lists[list], row] }
  return { ...written, lists }
}

function withWords(written: Written, { list, id, half }: Field & { kind: 'row' }, value: string): Written {
  if (list === 'provisions') {
    const provisions = written.lists.provisions.map((row) =>
      row.id === id ? { ...row, text: { ...row.text, [half]: value } } : row,
    )
    return { ...written, lists: { ...written.lists, provisions } }
  }
  const rows = written.lists[list].map((row) => (row.id === id ? { ...row, [half]: value } : row))
  return { ...written, lists: { ...written.lists, [list]: rows } }
}

function withDay(written: Written, name: string, id: string, value: string): Written {
  const dueDay = parseDay(value) ?? null
  const provisions = written.lists.provisions.map((row) => (row.id === id ? { ...row, dueDay } : row))
  const { [name]: _, ...held } = written.held
  return {
    ...written,
    lists: { ...written.lists, provisions },
    held: dueDay === null && value !== '' ? { ...held, [name]: value } : held,
  }
}

/** A closing is one value in two fields: while one of them is missing, the other is held. */
function heldAfter(before: Typed, typed: Typed, facts: StatementFacts, problems: readonly Problem[]): Typed {
  const unread = new Set(problems.map(({ field }) => field))
  if (facts.closesAt === null) for (const name of ['closing_day', 'closing_time']) unread.add(name)
  const days = Object.entries(before).filter(([name]) => name.includes('.'))
  const held = factNames.flatMap((name): [string, string][] =>
    unread.has(name) && typed[name] ? [[name, typed[name]]] : [],
  )
  return Object.fromEntries([...days, ...held])
}
