import type { Day } from '../platform/day.ts'
import { type Language, otherLanguage, type Text } from '../platform/i18n.ts'
import { type Cents, cents } from '../platform/money.ts'
import { dayOf, fiscalYearOf } from '../platform/time.ts'
import { type ClosingWarning, closingWarnings, hoursPerWeek, postingDays, questionsCloseAt } from '../policy/posting.ts'
import type { Policy } from '../policy/rules.ts'
import { ceilingBeforeTax, taxOn } from '../policy/taxes.ts'
import { isLicence } from './licences.ts'
import type { Statement } from './rules.ts'

export const pairFields = ['title', 'teaser', 'team', 'background', 'work'] as const
export type PairFieldName = (typeof pairFields)[number]
export const listFields = ['skills', 'workCriteria', 'applicationCriteria', 'provisions'] as const
export type ListFieldName = (typeof listFields)[number]

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
  | 'licence_missing'
  | 'licence_unknown'
  | 'repository_missing'
  | 'repository_address_missing'
  | 'hours_missing'
  | 'price_missing'
  | 'closing_missing'
  | 'questions_closed'
  | 'selection_missing'
  | 'selection_before_closing'
  | 'delivery_missing'
  | 'delivery_before_selection'
  | 'delivery_in_next_year'
  | 'provision_without_day'
  | 'standalone_not_declared'
  | 'no_capacity_not_declared'
  | 'unclassified_not_declared'
  | 'social_insurance_number'
  | 'protected_marking'
  | 'criterion_licence_file'
  | 'criterion_requirements'
  | 'criterion_security'
  | 'criterion_accessibility'
  | ClosingWarning

/** What the readiness check found: where, how grave, and the facts of its sentence. */
export type Finding = {
  /** Blocks the submission; blocks the posting (the other language); or is advice. */
  readonly level: 'blocking' | 'before_posting' | 'advice'
  readonly field: StatementField
} & (
  | { readonly code: PlainCode }
  | { readonly code: 'missing'; readonly language: Language }
  | { readonly code: 'row_missing'; readonly language: Language; readonly place: number }
  | { readonly code: 'price_over_ceiling'; readonly ceiling: Cents }
  | { readonly code: 'rate_unusual'; readonly rate: Cents; readonly min: Cents; readonly max: Cents }
  | { readonly code: 'closing_too_soon'; readonly days: number; readonly minimum: number }
  | { readonly code: 'too_many_hours_a_week'; readonly hours: number; readonly most: number }
)

export type ReadinessContext = { readonly policy: Policy; readonly sourceLanguage: Language; readonly now: Date }

/**
 * All that is missing or unwise in a statement, in the order of the form. What the source language lacks blocks the
 * submission; what the translation lacks blocks the posting (missions M3, M4, M5, M7).
 */
export function readiness(statement: Statement, context: ReadinessContext): Finding[] {
  return [
    ...pairsMissing(statement, context.sourceLanguage),
    ...listsMissing(statement, context.sourceLanguage),
    ...licenceAndRepository(statement),
    ...priceAndHours(statement, context),
    ...dates(statement, context),
    ...declarations(statement),
    ...secrets(statement),
    ...criteriaAdvice(statement),
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

/** Does the work end in a later fiscal year than the one it is committed in? */
export const crossesYear = (from: Day, deliveryDay: Day): boolean =>
  fiscalYearOf(from).name !== fiscalYearOf(deliveryDay).name

function pairsMissing(statement: Statement, source: Language): Finding[] {
  return pairFields.flatMap((field) =>
    halves(statement[field], source).map((half) => ({ field, code: 'missing', ...half }) as const),
  )
}

function listsMissing(statement: Statement, source: Language): Finding[] {
  const rowsOf = (field: ListFieldName): readonly Text[] =>
    field === 'provisions' ? statement.provisions.map(({ text }) => text) : statement[field]
  const empty: Finding[] = []
  if (statement.skills.length === 0) empty.push({ level: 'blocking', field: 'skills', code: 'no_skills' })
  if (statement.workCriteria.length === 0)
    empty.push({ level: 'blocking', field: 'workCriteria', code: 'no_work_criteria' })
  if (statement.applicationCriteria.length === 0)
    empty.push({ level: 'blocking', field: 'applicationCriteria', code: 'no_application_criteria' })
  const gaps = listFields.flatMap((field) =>
    rowsOf(field).flatMap((row, index) =>
      halves(row, source).map((half) => ({ field, code: 'row_missing', place: index + 1, ...half }) as const),
    ),
  )
  return [...empty, ...gaps]
}

function halves(text: Text, source: Language) {
  const other = otherLanguage(source)
  const gaps: { level: 'blocking' | 'before_posting'; language: Language }[] = []
  if (text[source] === '') gaps.push({ level: 'blocking', language: source })
  if (text[other] === '') gaps.push({ level: 'before_posting', language: other })
  return gaps
}

function licenceAndRepository({ licence, repository }: Statement): Finding[] {
  const found: Finding[] = []
  const blocking = 'blocking'
  if (licence === '') found.push({ level: blocking, field: 'licence', code: 'licence_missing' })
  else if (!isLicence(licence)) found.push({ level: blocking, field: 'licence', code: 'licence_unknown' })
  if (repository.kind === null) found.push({ level: blocking, field: 'repository', code: 'repository_missing' })
  if (repository.kind === 'department' && repository.url === '')
    found.push({ level: blocking, field: 'repository', code: 'repository_address_missing' })
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

function dates(statement: Statement, context: ReadinessContext): Finding[] {
  const { policy, now } = context
  const { closesAt, selectionDay, deliveryDay } = statement
  const found: Finding[] = []
  if (closesAt === null) found.push({ level: 'blocking', field: 'closing', code: 'closing_missing' })
  else found.push(...closing(closesAt, context))

  if (selectionDay === null) found.push({ level: 'blocking', field: 'selectionDay', code: 'selection_missing' })
  else if (closesAt !== null && selectionDay <= dayOf(closesAt, policy.zone))
    found.push({ level: 'blocking', field: 'selectionDay', code: 'selection_before_closing' })

  if (deliveryDay === null) found.push({ level: 'blocking', field: 'deliveryDay', code: 'delivery_missing' })
  else found.push(...delivery(statement, deliveryDay, policy, dayOf(now, policy.zone)))

  if (statement.provisions.some(({ dueDay }) => dueDay === null))
    found.push({ level: 'advice', field: 'provisions', code: 'provision_without_day' })
  return found
}

function closing(closesAt: Date, { policy, now }: ReadinessContext): Finding[] {
  const found: Finding[] = []
  const days = postingDays(policy, now, closesAt)
  const { minimum } = policy.postingDays
  if (days < minimum || closesAt <= now)
    found.push({ level: 'blocking', field: 'closing', code: 'closing_too_soon', days: Math.max(0, days), minimum })
  else if (questionsCloseAt(policy, closesAt) <= now)
    found.push({ level: 'blocking', field: 'closing', code: 'questions_closed' })
  return [
    ...found,
    ...closingWarnings(policy, closesAt).map((code) => ({ level: 'advice', field: 'closing', code }) as const),
  ]
}

function delivery({ selectionDay, hours }: Statement, deliveryDay: Day, policy: Policy, today: Day): Finding[] {
  if (selectionDay === null) return []
  if (deliveryDay <= selectionDay)
    return [{ level: 'blocking', field: 'deliveryDay', code: 'delivery_before_selection' }]
  const found: Finding[] = []
  const weekly = hours === null ? 0 : hoursPerWeek(hours, selectionDay, deliveryDay)
  const most = policy.deliveryHoursPerWeek
  if (weekly > most)
    found.push({ level: 'blocking', field: 'deliveryDay', code: 'too_many_hours_a_week', hours: weekly, most })
  if (crossesYear(today, deliveryDay))
    found.push({ level: 'advice', field: 'deliveryDay', code: 'delivery_in_next_year' })
  return found
}

function declarations({ declared }: Statement): Finding[] {
  const found: Finding[] = []
  if (!declared.standalone) found.push({ level: 'blocking', field: 'standalone', code: 'standalone_not_declared' })
  if (!declared.noCapacity) found.push({ level: 'blocking', field: 'noCapacity', code: 'no_capacity_not_declared' })
  if (!declared.unclassified)
    found.push({ level: 'blocking', field: 'unclassified', code: 'unclassified_not_declared' })
  return found
}

/** Each text of the statement with the part it stands in. */
function textsIn(statement: Statement): { field: PairFieldName | ListFieldName; text: string }[] {
  const of = (field: PairFieldName | ListFieldName, { en, fr }: Text) => [
    { field, text: en },
    { field, text: fr },
  ]
  return [
    ...pairFields.flatMap((field) => of(field, statement[field])),
    ...statement.skills.flatMap((text) => of('skills', text)),
    ...statement.workCriteria.flatMap((text) => of('workCriteria', text)),
    ...statement.applicationCriteria.flatMap((text) => of('applicationCriteria', text)),
    ...statement.provisions.flatMap(({ text }) => of('provisions', text)),
  ]
}

/** A scan for what must never be posted: social insurance numbers and protected markings (mission M5). */
function secrets(statement: Statement): Finding[] {
  const texts = textsIn(statement)
  const first = (code: 'social_insurance_number' | 'protected_marking', isIn: (text: string) => boolean): Finding[] => {
    const found = texts.find(({ text }) => isIn(text))
    return found ? [{ level: 'blocking', field: found.field, code }] : []
  }
  return [
    ...first('social_insurance_number', holdsSocialInsuranceNumber),
    ...first('protected_marking', (text) =>
      /\b(?:PROTECTED|Protected|PROTÉGÉ|Protégé) [ABC]\b|\bTOP SECRET\b|\bTRÈS SECRET\b/u.test(text),
    ),
  ]
}

/** Nine digits in threes, whose last one checks the others (Luhn). */
export function holdsSocialInsuranceNumber(text: string): boolean {
  return [...text.matchAll(/(?<!\d|\d[ .-])(\d{3})([ -])(\d{3})\2(\d{3})(?!\d|[ .-]\d)/g)].some(
    ([, a = '', , b = '', c = '']) => {
      const digits = [...`${a}${b}${c}`].map(Number)
      const sum = digits.reduce((total, digit, place) => {
        const counted = place % 2 === 1 ? digit * 2 : digit
        return total + (counted > 9 ? counted - 9 : counted)
      }, 0)
      return sum > 0 && sum % 10 === 0
    },
  )
}

/** What the criteria for the work should not forget; advice only. Source: closeout report, section 5. */
function criteriaAdvice({ workCriteria, hasInterface }: Statement): Finding[] {
  if (workCriteria.length === 0) return []
  const says = (pattern: RegExp) => workCriteria.some(({ en, fr }) => pattern.test(en) || pattern.test(fr))
  const missing: PlainCode[] = []
  if (!says(/licen[cs]e/iu)) missing.push('criterion_licence_file')
  if (!says(/requirement|exigence|read ?me|lisez-moi|documentation/iu)) missing.push('criterion_requirements')
  if (!says(/securit|sécurit|vulnerab|vulnérab/iu)) missing.push('criterion_security')
  if (hasInterface && !says(/accessib|wcag|screen reader|lecteur d.écran|keyboard|clavier/iu))
    missing.push('criterion_accessibility')
  return missing.map((code) => ({ level: 'advice', field: 'workCriteria', code }) as const)
}
