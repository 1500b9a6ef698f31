import { z } from 'zod'
import type { Day } from '../platform/day.ts'
import { cleaned, formTexts, type Parsed, type Problem, parseForm, webAddress } from '../platform/forms.ts'
import { type Form, typed } from '../platform/http.ts'
import type { Text } from '../platform/i18n.ts'
import { isId } from '../platform/ids.ts'
import { type Cents, moneyRefusals, parseMoney } from '../platform/money.ts'
import { clockOf, dayOf, instantAt, parseClock, parseDay, type Zone } from '../platform/time.ts'
import { isLicence } from './licences.ts'
import { limits, mostRows } from './rules.limits.ts'
import { type ListFieldName, listFields, type PairFieldName, pairFields } from './rules.readiness.ts'
import type { Planned, Row, Statement, StatementFields } from './rules.ts'
import { formSentences } from './texts.form.ts'

export { limits, mostRows }

/** What stands in the fields of the builder, as text, under the names of the fields. */
export type Typed = Readonly<Record<string, string>>

/** The fields of the builder as they were typed, so that nothing is lost whatever is wrong. */
export function typedStatement(form: Form): Typed {
  return Object.fromEntries(Object.keys(form).map((name) => [name, typed(form, name)]))
}

/** A statement as the fields of the builder show it. */
export function statementTyped(statement: Statement, zone: Zone, money: (amount: Cents) => string): Typed {
  const pairOf = (name: string, text: Text) => ({ [`${name}_en`]: text.en, [`${name}_fr`]: text.fr })
  return {
    ...Object.assign({}, ...pairFields.map((field) => pairOf(field, statement[field]))),
    ...Object.assign(
      {},
      ...listFields.flatMap((field) =>
        rowsOf(statement, field).map(({ id, ...text }, index) => ({
          ...pairOf(`${field}.${index}`, text),
          ...(id ? { [`${field}.${index}_id`]: id } : {}),
        })),
      ),
    ),
    ...Object.assign(
      {},
      ...statement.provisions.map(({ dueDay }, index) => ({ [`provisions.${index}_day`]: dueDay ?? '' })),
    ),
    ...factsTyped(statement, zone, money),
  }
}

/** What a statement says beside its texts. */
export type StatementFacts = Omit<StatementFields & Planned, PairFieldName>

/** The facts of a statement as the fields of the builder show them. */
export function factsTyped(statement: StatementFacts, zone: Zone, money: (amount: Cents) => string): Typed {
  const { closesAt, repository, declared, price, hours } = statement
  const box = (ticked: boolean) => (ticked ? 'yes' : '')
  return {
    licence: statement.licence,
    repository_kind: repository.kind ?? '',
    repository_url: repository.url,
    has_interface: box(statement.hasInterface),
    hours: hours === null ? '' : String(hours),
    price: price === null ? '' : money(price),
    closing_day: closesAt ? dayOf(closesAt, zone) : '',
    closing_time: closesAt ? clockOf(closesAt, zone) : '',
    selection_day: statement.selectionDay ?? '',
    delivery_day: statement.deliveryDay ?? '',
    standalone: box(declared.standalone),
    no_capacity: box(declared.noCapacity),
    unclassified: box(declared.unclassified),
  }
}

const rowsOf = (statement: Statement, field: ListFieldName): readonly Row[] =>
  field === 'provisions'
    ? statement.provisions.map(({ id, text }) => ({ ...text, ...(id ? { id } : {}) }))
    : statement[field]

/** How many rows of a list were typed; the highest number in a name says so. Never more than a list may have. */
export function rowCount(fields: Typed, list: ListFieldName): number {
  const places = Object.keys(fields).flatMap((name) => {
    const found = new RegExp(`^${list}\\.(\\d{1,2})_(?:en|fr|day|id)$`).exec(name)
    return found ? [Number(found[1])] : []
  })
  return places.length === 0 ? 0 : Math.min(Math.max(...places) + 1, mostRows[list])
}

/**
 * A draft may be incomplete; what is there must be readable: not over-long, a day a day, an amount an amount. Rows that
 * are empty in both languages are left out.
 */
export function parseStatement(fields: Typed, zone: Zone): Parsed<Statement> {
  const problems: Problem[] = []
  const wrong = <Value>(field: string, text: Text, value: Value): Value => {
    problems.push({ field, text })
    return value
  }
  const of = (name: string) => cleaned(fields[name] ?? '')
  const half = (name: string, most: number) => {
    const text = of(name)
    return text.length > most ? wrong(name, formTexts.tooLong(most), text) : text
  }
  const pairOf = (name: string, most: number): Text => ({ en: half(`${name}_en`, most), fr: half(`${name}_fr`, most) })
  const listOf = (list: ListFieldName) =>
    Array.from({ length: rowCount(fields, list) }, (_, place) => ({
      text: pairOf(`${list}.${place}`, limits[list]),
      named: namedBy(of(`${list}.${place}_id`)),
      place,
    })).filter(({ text }) => text.en !== '' || text.fr !== '')
  const dueDay = (name: string): Day | null => {
    const text = of(name)
    return text === '' ? null : (parseDay(text) ?? wrong(name, formSentences.day, null))
  }
  const { facts, problems: unread } = readFacts(fields, zone)
  const statement: Statement = {
    ...facts,
    title: pairOf('title', limits.title),
    teaser: pairOf('teaser', limits.teaser),
    team: pairOf('team', limits.team),
    background: pairOf('background', limits.background),
    work: pairOf('work', limits.work),
    workCriteria: listOf('workCriteria').map(({ text, named }) => ({ ...named, ...text })),
    applicationCriteria: listOf('applicationCriteria').map(({ text, named }) => ({ ...named, ...text })),
    skills: listOf('skills').map(({ text, named }) => ({ ...named, ...text })),
    provisions: listOf('provisions').map(({ text, named, place }) => ({
      ...named,
      text,
      dueDay: dueDay(`provisions.${place}_day`),
    })),
  }
  problems.push(...unread)
  return problems.length === 0 ? { ok: true, value: statement } : { ok: false, problems }
}

/** The facts of a statement from its fields, with what cannot be read; such a field has no value. */
export function readFacts(fields: Typed, zone: Zone): { facts: StatementFacts; problems: Problem[] } {
  const problems: Problem[] = []
  const wrong = <Value>(field: string, text: Text, value: Value): Value => {
    problems.push({ field, text })
    return value
  }
  const of = (name: string) => cleaned(fields[name] ?? '')
  const dayOrNothing = (name: string): Day | null => {
    const text = of(name)
    return text === '' ? null : (parseDay(text) ?? wrong(name, formSentences.day, null))
  }
  const price = (): Cents | null => {
    const text = of('price')
    if (text === '') return null
    const amount = parseMoney(text)
    if (!amount.ok) return wrong('price', moneyRefusals[amount.because], null)
    return amount.value > 0 && amount.value <= MOST_CENTS ? amount.value : wrong('price', formSentences.price, null)
  }
  const hours = (): number | null => {
    const text = of('hours')
    if (text === '') return null
    return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : wrong('hours', formSentences.hours, null)
  }
  const closesAt = (): Date | null => {
    const [day, time] = [of('closing_day'), of('closing_time')]
    if (day === '' && time === '') return null
    const [read, clock] = [parseDay(day), parseClock(time)]
    if (!read) wrong('closing_day', formSentences.day, null)
    if (!clock) wrong('closing_time', formSentences.time, null)
    return read && clock ? instantAt(read, clock, zone) : null
  }
  const licence = of('licence')
  if (licence !== '' && !isLicence(licence)) wrong('licence', formSentences.licence, null)
  const kind = of('repository_kind')
  const address = parseForm(z.object({ repository_url: webAddress('be empty') }), {
    repository_url: of('repository_url'),
  })
  if (!address.ok) problems.push(...address.problems)

  const facts: StatementFacts = {
    licence: isLicence(licence) ? licence : '',
    repository: {
      kind: kind === 'department' || kind === 'supplier' ? kind : null,
      url: address.ok ? address.value.repository_url : '',
    },
    hasInterface: of('has_interface') === 'yes',
    hours: hours(),
    price: price(),
    closesAt: closesAt(),
    selectionDay: dayOrNothing('selection_day'),
    deliveryDay: dayOrNothing('delivery_day'),
    declared: {
      standalone: of('standalone') === 'yes',
      noCapacity: of('no_capacity') === 'yes',
      unclassified: of('unclassified') === 'yes',
    },
  }
  return { facts, problems }
}

/** The hidden id of a row: what is no id is a row that has none yet. */
const namedBy = (id: string): { id?: string } => (isId(id) ? { id } : {})

/** No amount above this can be a micro-procurement; it also keeps the column within its type. */
const MOST_CENTS = 100_000_000

/** The version of the statement that was on the page; 0, which no statement has, when it cannot be read. */
export const seenVersion = (form: Form): number => {
  const text = typed(form, 'seen')
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
}
