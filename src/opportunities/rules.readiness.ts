import type { Day } from '../platform/day.ts'
import { type Language, languages, otherLanguage, type Text } from '../platform/i18n.ts'
import { type Cents, cents } from '../platform/money.ts'
import { dayOf } from '../platform/time.ts'
import type { ClosingWarning } from '../policy/posting.ts'
import type { CriterionSubject, Policy } from '../policy/rules.ts'
import { ceilingBeforeTax, taxOn } from '../policy/taxes.ts'
import { type MarkKind, marksIn, type Resolution, withoutResolved } from '../scanning/rules.ts'
import { isLicence, isSameLicence } from './licences.ts'
import { doubtsOf, productWithoutEquivalent, speaksOf } from './rules.criteria.ts'
import { crossesYear, dates } from './rules.feasibility.ts'
import { type ListFieldName, listFields, type PairFieldName, pairFields } from './rules.fields.ts'
import { limits, mostRows } from './rules.limits.ts'
import { hardToRead } from './rules.plainness.ts'
import type { Statement } from './rules.ts'
import { rowKey, rowsOf, segmentsOf } from './segments.ts'

export { crossesYear, type ListFieldName, listFields, type PairFieldName, pairFields }

/** A part of the statement that a finding leads to. */
export type StatementField =
  | PairFieldName
  | ListFieldName
  | 'licence'
  | 'repository'
  | 'hours'
  | 'price'
  | 'closing'
  | 'selectionDay'
  | 'deliveryDay'
  | 'standalone'
  | 'noCapacity'
  | 'unclassified'

export type PlainCode =
  | 'no_skills'
  | 'no_work_criteria'
  | 'no_application_criteria'
  | 'no_provisions'
  | 'licence_missing'
  | 'licence_unknown'
  | 'repository_missing'
  | 'repository_address_missing'
  | 'repository_licence_unknown'
  | 'hours_missing'
  | 'price_missing'
  | 'closing_missing'
  | 'questions_closed'
  | 'selection_missing'
  | 'selection_before_closing'
  | 'selection_not_a_business_day'
  | 'delivery_missing'
  | 'delivery_before_selection'
  | 'delivery_not_a_business_day'
  | 'delivery_in_next_year'
  | 'standalone_not_declared'
  | 'no_capacity_not_declared'
  | 'unclassified_not_declared'
  | ClosingWarning

/** One row of a list: its place from 1, and how its fields are named: its id, or its index while it has none. */
export type AtRow = { readonly place: number; readonly row: string }
type RowCode = 'provision_without_day' | 'provision_after_delivery'

/** What the readiness check found: where, how grave, and the facts of its sentence. */
export type Finding = {
  /** Blocks the submission; blocks the posting (the other language); or is advice. */
  readonly level: 'blocking' | 'before_posting' | 'advice'
  readonly field: StatementField
} & (
  | { readonly code: PlainCode }
  | { readonly code: 'missing'; readonly language: Language }
  | ({ readonly code: 'row_missing'; readonly language: Language } & AtRow)
  | ({ readonly code: RowCode } & AtRow)
  | ({ readonly code: 'too_long'; readonly language: Language; readonly most: number } & (AtRow | { row?: never }))
  | { readonly code: 'too_many_rows'; readonly most: number }
  | { readonly code: 'subject_missing'; readonly subject: CriterionSubject }
  | ({ readonly code: 'criterion_vague'; readonly language: Language; readonly word: string } & AtRow)
  | ({ readonly code: 'criterion_without_verb'; readonly language: Language } & AtRow)
  | ({ readonly code: 'without_equivalent'; readonly language: Language; readonly product: string } & AtRow)
  | ({ readonly code: 'marked'; readonly language: Language; readonly kind: MarkKind } & (AtRow | { row?: never }))
  | { readonly code: 'hard_to_read'; readonly language: Language; readonly score: number; readonly sentence: string }
  | { readonly code: 'licence_differs'; readonly theirs: string }
  | { readonly code: 'link_dead'; readonly url: string }
  | { readonly code: 'price_over_ceiling'; readonly ceiling: Cents }
  | { readonly code: 'rate_unusual'; readonly rate: Cents; readonly min: Cents; readonly max: Cents }
  | { readonly code: 'closing_too_soon'; readonly days: number; readonly minimum: number }
  | { readonly code: 'too_many_hours_a_week'; readonly hours: number; readonly most: number }
)

export type ReadinessContext = {
  readonly policy: Policy
  readonly sourceLanguage: Language
  readonly now: Date
  /** The file, and the marks of the scan that somebody has given a reason for. */
  readonly about?: string
  readonly resolutions?: readonly Resolution[]
  /** The licence that the existing repository has, `none`, or null when nobody has said; absent when it is not asked. */
  readonly repositoryLicence?: string | null
  /** Links that answered nobody when they were tried. */
  readonly deadLinks?: readonly string[]
}

/**
 * All that is missing or unwise in a statement, in the order of the form. What the source language lacks blocks the
 * submission; what the translation lacks blocks the posting (missions M3, M4, M5, M7).
 */
export function readiness(statement: Statement, context: ReadinessContext): Finding[] {
  return [
    ...pairsMissing(statement, context.sourceLanguage),
    ...listsMissing(statement, context.sourceLanguage),
    ...tooLong(statement),
    ...licenceAndRepository(statement, context),
    ...priceAndHours(statement, context),
    ...dates(statement, context),
    ...declarations(statement),
    ...marked(statement, context),
    ...criteriaMissing(statement, context.policy),
    ...criteriaAdvice(statement),
    ...hardToRead(statement, context.policy),
    ...deadLinks(context),
  ]
}

/** May it be submitted? */
export const mayBeSubmitted = (findings: readonly Finding[]): boolean =>
  findings.every(({ level }) => level !== 'blocking')

/** The gate of both languages: no empty half anywhere, hence as many criteria in each (mission M7). */
export const parityGaps = (statement: Statement): Finding[] =>
  [...pairsMissing(statement, 'en'), ...listsMissing(statement, 'en')].filter(
    ({ code }) => code === 'missing' || code === 'row_missing',
  )

/** The price with the highest tax that may apply: what section 32 commits. */
export const expectedValue = (policy: Policy, on: Day, price: Cents): Cents =>
  taxOn(policy.placeOfSupply, on, price, { exemptFrom: policy.exemptFrom }).withTax

/** The highest price that leaves room for the tax. */
export const ceilingOf = (policy: Policy, on: Day): Cents =>
  ceilingBeforeTax(policy.placeOfSupply, on, policy.limitIncludingTax, { exemptFrom: policy.exemptFrom })

function pairsMissing(statement: Statement, source: Language): Finding[] {
  return pairFields.flatMap((field) =>
    halves(statement[field], source).map((half) => ({ field, code: 'missing', ...half }) as const),
  )
}

function listsMissing(statement: Statement, source: Language): Finding[] {
  const empty: Finding[] = []
  if (statement.skills.length === 0) empty.push({ level: 'blocking', field: 'skills', code: 'no_skills' })
  if (statement.workCriteria.length === 0)
    empty.push({ level: 'blocking', field: 'workCriteria', code: 'no_work_criteria' })
  if (statement.applicationCriteria.length === 0)
    empty.push({ level: 'blocking', field: 'applicationCriteria', code: 'no_application_criteria' })
  if (statement.provisions.length === 0) empty.push({ level: 'advice', field: 'provisions', code: 'no_provisions' })
  const gaps = listFields.flatMap((field) =>
    rowsOf(statement, field).flatMap((row, index) =>
      halves(row, source).map((half) => ({ field, code: 'row_missing', ...at(row, index), ...half }) as const),
    ),
  )
  return [...empty, ...gaps]
}

const at = (row: { readonly id?: string }, index: number): AtRow => ({ place: index + 1, row: rowKey(row, index) })

/** Forms refuse what is too long; what came from elsewhere is measured here. */
function tooLong(statement: Statement): Finding[] {
  const pairs = pairFields.flatMap((field) =>
    languages.flatMap((language): Finding[] =>
      statement[field][language].length > limits[field]
        ? [{ level: 'blocking', field, code: 'too_long', language, most: limits[field] }]
        : [],
    ),
  )
  const rows = listFields.flatMap((field): Finding[] => [
    ...(rowsOf(statement, field).length > mostRows[field]
      ? [{ level: 'blocking', field, code: 'too_many_rows', most: mostRows[field] } as const]
      : []),
    ...rowsOf(statement, field).flatMap((row, index) =>
      languages.flatMap((language): Finding[] =>
        row[language].length > limits[field]
          ? [{ level: 'blocking', field, code: 'too_long', language, most: limits[field], ...at(row, index) }]
          : [],
      ),
    ),
  ])
  return [...pairs, ...rows]
}

function halves(text: Text, source: Language) {
  const other = otherLanguage(source)
  const gaps: { level: 'blocking' | 'before_posting'; language: Language }[] = []
  if (text[source] === '') gaps.push({ level: 'blocking', language: source })
  if (text[other] === '') gaps.push({ level: 'before_posting', language: other })
  return gaps
}

function licenceAndRepository({ licence, repository }: Statement, context: ReadinessContext): Finding[] {
  const found: Finding[] = []
  const blocking = 'blocking'
  if (licence === '') found.push({ level: blocking, field: 'licence', code: 'licence_missing' })
  else if (!isLicence(licence)) found.push({ level: blocking, field: 'licence', code: 'licence_unknown' })
  if (repository.kind === null) found.push({ level: blocking, field: 'repository', code: 'repository_missing' })
  if (repository.kind === 'department' && repository.url === '')
    found.push({ level: blocking, field: 'repository', code: 'repository_address_missing' })
  const theirs = repository.kind === 'department' && repository.url !== '' ? context.repositoryLicence : undefined
  if (theirs === null) found.push({ level: 'advice', field: 'repository', code: 'repository_licence_unknown' })
  if (theirs && theirs !== 'none' && licence !== '' && !isSameLicence(theirs, licence))
    found.push({ level: 'advice', field: 'licence', code: 'licence_differs', theirs })
  return found
}

function priceAndHours({ price, hours }: Statement, { policy, now }: ReadinessContext): Finding[] {
  if (price === null) return [{ level: 'blocking', field: 'price', code: 'price_missing' }]
  const found: Finding[] = []
  const today = dayOf(now, policy.zone)
  if (expectedValue(policy, today, price) > policy.limitIncludingTax)
    found.push({ level: 'blocking', field: 'price', code: 'price_over_ceiling', ceiling: ceilingOf(policy, today) })
  if (hours === null) return [...found, { level: 'advice', field: 'hours', code: 'hours_missing' }]

  const rate = hourlyRateOf(price, hours, policy)
  const { min, max } = policy.hourlyRate
  if (rate < min || rate > max) found.push({ level: 'advice', field: 'price', code: 'rate_unusual', rate, min, max })
  return found
}

/** What an hour pays when the hours of the supplier's administration are counted, to the cent. */
export const hourlyRateOf = (price: Cents, hours: number, policy: Policy): Cents =>
  cents(Math.round(price / (hours + policy.adminHours)))

function declarations({ declared }: Statement): Finding[] {
  const found: Finding[] = []
  if (!declared.standalone) found.push({ level: 'blocking', field: 'standalone', code: 'standalone_not_declared' })
  if (!declared.noCapacity) found.push({ level: 'blocking', field: 'noCapacity', code: 'no_capacity_not_declared' })
  if (!declared.unclassified)
    found.push({ level: 'blocking', field: 'unclassified', code: 'unclassified_not_declared' })
  return found
}

/** What the scan marks and nobody has given a reason for: blocks the submission and the posting (mission M5). */
function marked(statement: Statement, { about = '', resolutions = [] }: ReadinessContext): Finding[] {
  return withoutResolved(marksIn(segmentsOf(statement), about), resolutions).map(({ field, language, kind }) => {
    const [name = '', row] = field.split('.')
    const list = listFields.find((each) => each === name)
    const found = { level: 'blocking', code: 'marked', language, kind } as const
    if (!list || row === undefined) return { ...found, field: pairFields.find((each) => each === name) ?? 'work' }
    const index = rowsOf(statement, list).findIndex((each, place) => rowKey(each, place) === row)
    return { ...found, field: list, place: index + 1, row }
  })
}

/** Subjects that no work criterion speaks of, by the policy of the day. Source: closeout report, section 5. */
function criteriaMissing({ workCriteria, hasInterface }: Statement, { readiness: { subjects } }: Policy): Finding[] {
  return subjects
    .filter((subject) => subject !== 'accessibility' || hasInterface)
    .filter((subject) => !speaksOf(workCriteria, subject))
    .map((subject) => ({ level: 'blocking', field: 'workCriteria', code: 'subject_missing', subject }) as const)
}

/** Can each work criterion be answered yes or no, and does each application criterion leave room for what is alike? */
function criteriaAdvice({ workCriteria, applicationCriteria }: Statement): Finding[] {
  return [
    ...workCriteria.flatMap((row, index) =>
      doubtsOf(row).map((doubt) => ({ level: 'advice', field: 'workCriteria', ...doubt, ...at(row, index) }) as const),
    ),
    ...applicationCriteria.flatMap((row, index): Finding[] => {
      const product = productWithoutEquivalent(row)
      if (product === undefined) return []
      const language = row.en.includes(product) ? 'en' : 'fr'
      const found = { level: 'advice', field: 'applicationCriteria', code: 'without_equivalent' } as const
      return [{ ...found, language, product, ...at(row, index) }]
    }),
  ]
}

const deadLinks = ({ deadLinks: urls = [] }: ReadinessContext): Finding[] =>
  urls.map((url) => ({ level: 'advice', field: 'work', code: 'link_dead', url }) as const)
