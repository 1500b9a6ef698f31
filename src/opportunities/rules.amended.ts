import type { Day } from '../platform/day.ts'
import type { Text } from '../platform/i18n.ts'
import { cents } from '../platform/money.ts'
import { parseDay } from '../platform/time.ts'
import type { Row, Statement } from './rules.ts'

/** What an amendment may change; a row of a list has its place, a criterion its number: `workCriteria:2`. */
export const amendedFields = [
  ...(['title', 'teaser', 'team', 'background', 'work', 'skills', 'workCriteria', 'applicationCriteria'] as const),
  ...(['provisions', 'licence', 'repository', 'price', 'hours', 'closesAt', 'selectionDay', 'deliveryDay'] as const),
] as const
export type AmendedField = (typeof amendedFields)[number]

/**
 * What procurement approved as the need, its price and its terms is material: it goes back to them before it is posted.
 * Source: mission M11, and M6 for what procurement approves.
 */
export const isMaterial: Record<AmendedField, boolean> = {
  ...{ title: false, teaser: false, team: false, background: false },
  ...{ work: true, skills: true, workCriteria: true, applicationCriteria: true, provisions: true },
  ...{ licence: true, repository: true, price: true, hours: true, deliveryDay: true },
  // Later dates of the procedure take nothing from anybody; earlier ones are refused.
  ...{ closesAt: false, selectionDay: false },
}

/**
 * One thing that changes. Amounts stand in cents, days and instants as such, the same in both halves. A criterion that is
 * added has no words before; one that is taken away has none after.
 */
export type Change = { readonly field: string; readonly before: Text; readonly after: Text }

export const baseOfChange = (field: string): AmendedField | undefined =>
  amendedFields.find((name) => name === field.split(':')[0])

export const hasMaterial = (changes: readonly Change[]): boolean =>
  changes.some(({ field }) => {
    const base = baseOfChange(field)
    return base === undefined || isMaterial[base]
  })

/**
 * Everything that differs between two statements and that an amendment may change. Rows are compared by their place,
 * criteria by their number.
 */
export function changesBetween(before: Statement, after: Statement): Change[] {
  return fieldsOf(before, after).flatMap((field) => {
    const [from, to] = [valueIn(before, field), valueIn(after, field)]
    return from.en === to.en && from.fr === to.fr ? [] : [{ field, before: from, after: to }]
  })
}

const lists = ['skills', 'workCriteria', 'applicationCriteria', 'provisions'] as const
const isList = (name: string): name is (typeof lists)[number] => lists.some((list) => list === name)
const isDated = (field: AmendedField): boolean => field === 'closesAt'

export const criteriaLists = ['workCriteria', 'applicationCriteria'] as const
export type CriteriaList = (typeof criteriaLists)[number]
const isCriteria = (name: string): name is CriteriaList => criteriaLists.some((list) => list === name)

/** What an amendment does to a criterion; nothing for everything else it changes. */
export function onCriterion({
  field,
  before,
  after,
}: Change): { list: CriteriaList; number: number; does: 'add' | 'take_away' | 'reword' } | undefined {
  const [list = '', number] = field.split(':')
  if (!isCriteria(list)) return undefined
  const does =
    before.en === '' && before.fr === '' ? 'add' : after.en === '' && after.fr === '' ? 'take_away' : 'reword'
  return { list, number: Number(number), does }
}

/** The number of a criterion: the one it keeps, or its place while it has none. */
export const numberOf = ({ position }: Row, place: number): number => position ?? place + 1

/** Criteria that are new get the next numbers that were never given; `given` is the highest so far. */
export function numbered(rows: readonly Row[], before: readonly Row[], given: number): Row[] {
  const isOld = ({ id }: Row) => id !== undefined && before.some((row) => row.id === id)
  const named = rows.some(({ id }) => id !== undefined)
  let last = Math.max(given, ...before.map(numberOf))
  return rows.map((row, place) => {
    const old = named ? before.findIndex(({ id }) => isOld(row) && id === row.id) : place
    const found = before[old]
    if (found) return { ...row, position: numberOf(found, old), ...(found.id ? { id: found.id } : {}) }
    last += 1
    return { en: row.en, fr: row.fr, position: last }
  })
}

function fieldsOf(before: Statement, after: Statement): string[] {
  return amendedFields
    .filter((field) => !isDated(field))
    .flatMap((field) => {
      if (!isList(field)) return [field]
      if (!isCriteria(field)) return before[field].map((_, place) => `${field}:${place + 1}`)
      const numbers = new Set([...before[field].map(numberOf), ...after[field].map(numberOf)])
      return [...numbers].toSorted((one, other) => one - other).map((number) => `${field}:${number}`)
    })
}

/** What a statement says in a field, as an amendment writes it. */
export function valueIn(statement: Statement, field: string): Text {
  const [name = '', place] = field.split(':')
  const same = (value: string | number | null): Text => ({ en: String(value ?? ''), fr: String(value ?? '') })
  if (isList(name)) {
    const at = Number(place) - 1
    const row = name === 'provisions' ? statement.provisions[at]?.text : rowAt(statement[name], name, at)
    return { en: row?.en ?? '', fr: row?.fr ?? '' }
  }
  switch (name) {
    case 'title':
    case 'teaser':
    case 'team':
    case 'background':
    case 'work':
      return statement[name]
    case 'licence':
      return same(statement.licence)
    case 'repository':
      return same(statement.repository.url)
    case 'price':
    case 'hours':
    case 'selectionDay':
    case 'deliveryDay':
      return same(statement[name])
    default:
      return same(statement.closesAt?.toISOString() ?? '')
  }
}

const rowAt = (rows: readonly Row[], name: string, at: number): Row | undefined =>
  isCriteria(name) ? rows.find((row, place) => numberOf(row, place) === at + 1) : rows[at]

/**
 * The statement with the changes made. Rows keep their ids and criteria their numbers: what was answered to a criterion
 * stays with it.
 */
export function amended(statement: Statement, changes: readonly Change[]): Statement {
  const after = (field: string): Text | undefined => changes.find((change) => change.field === field)?.after
  const row =
    <Row extends Text>(list: string) =>
    (each: Row, place: number): Row => ({
      ...each,
      ...after(`${list}:${place + 1}`),
    })
  const criteria = (list: CriteriaList): Row[] => {
    const kept = statement[list].map((each, place) => ({
      ...each,
      ...after(`${list}:${numberOf(each, place)}`),
    }))
    const numbers = statement[list].map(numberOf)
    const added = changes.flatMap(({ field, after: words }) => {
      const [name, number] = [field.split(':')[0], Number(field.split(':')[1])]
      return name === list && !numbers.includes(number) ? [{ ...words, position: number }] : []
    })
    return [...kept, ...added].filter(({ en, fr }) => en !== '' || fr !== '')
  }
  const number = (field: 'price' | 'hours') => after(field)?.en
  return {
    ...statement,
    title: after('title') ?? statement.title,
    teaser: after('teaser') ?? statement.teaser,
    team: after('team') ?? statement.team,
    background: after('background') ?? statement.background,
    work: after('work') ?? statement.work,
    skills: statement.skills.map(row('skills')),
    workCriteria: criteria('workCriteria'),
    applicationCriteria: criteria('applicationCriteria'),
    provisions: statement.provisions.map((each, place) => ({
      ...each,
      text: after(`provisions:${place + 1}`) ?? each.text,
    })),
    licence: after('licence')?.en ?? statement.licence,
    repository: { ...statement.repository, url: after('repository')?.en ?? statement.repository.url },
    price: number('price') ? cents(Number(number('price'))) : statement.price,
    hours: number('hours') === undefined ? statement.hours : Number(number('hours')) || null,
    selectionDay: dayIn(changes, 'selectionDay') ?? statement.selectionDay,
    deliveryDay: dayIn(changes, 'deliveryDay') ?? statement.deliveryDay,
  }
}

/** The day that these changes give a date; nothing where they leave it. */
export const dayIn = (changes: readonly Change[], field: string): Day | undefined =>
  parseDay(changes.find((change) => change.field === field)?.after.en ?? '')
