import { type MetricId, metrics } from '../policy/metrics.ts'
import type { SurveyCounts, Tally } from '../surveys/rules.ts'

/**
 * A figure, one figure for each label, a share of one, a count that is too small to be told, or nothing: null where
 * there is nothing to compute from, never a zero in disguise.
 */
export type Result = number | Readonly<Record<string, number>> | typeof SUPPRESSED | null
export const SUPPRESSED = 'suppressed'

/** Voluntary answers of suppliers are told from this many on: fewer could betray who answered. */
export const FEWEST_ANSWERS = 5

/** What happened in a department, counted. */
export type Facts = {
  readonly requests: { readonly received: number; readonly screened: number; readonly meeting: number }
  readonly opportunities: {
    readonly posted: number
    readonly closed: number
    /** Closed, and the chosen supplier signed the terms. */
    readonly termsSigned: number
    /** Posted, and ended or with its work accepted. */
    readonly ended: number
    readonly delivered: number
    readonly awarded: number
    /** Fixed prices before tax of what was awarded, in cents. */
    readonly awardedCents: number
  }
  readonly applications: { readonly received: number; readonly suppliers: number }
  readonly winners: { readonly located: number; readonly outsideCapital: number }
  readonly repositories: number
  readonly openResourceEntries: number
  readonly payments: { readonly days: readonly number[]; readonly baselineDays: number }
  /** For each completed procurement, the hours that its procurement partner recorded. */
  readonly officerHours: readonly number[]
  readonly surveys: SurveyCounts
  /** The newest figure of each label that a person entered. */
  readonly entered: Readonly<Partial<Record<string, Readonly<Record<string, number>>>>>
  readonly subscribers: number
  /** Numbers of posted files that procurement confirmed to split a contract. */
  readonly splitting: readonly string[]
}

/** Every measure of the report, by its definition. Source: closeout report, section 3. */
export function resultsFrom(facts: Facts): Readonly<Record<MetricId, Result>> {
  const { requests, opportunities, applications, winners, surveys, payments } = facts
  const { posted, closed } = opportunities
  return {
    'applications-per-opportunity': ratio(applications.received, closed),
    // How many different suppliers come back cannot be told from one opportunity.
    'unique-suppliers': closed < 2 ? null : applications.suppliers,
    followers: facts.entered.followers ?? null,
    'shares-per-opportunity': facts.entered['shares-per-opportunity'] ?? null,
    requests: requests.received,
    'requests-meeting-criteria': ratio(requests.meeting, requests.screened),
    'opportunities-posted': posted,
    'terms-signed-share': ratio(opportunities.termsSigned, closed),
    'delivered-share': ratio(opportunities.delivered, opportunities.ended),
    'clients-would-reuse-share': ratio(surveys.clientsAgain.yes, surveys.clientsAgain.answers),
    'suppliers-would-rebid-share': guarded(surveys.suppliersAgain),
    'flagged-splitting-share': ratio(confirmedSplitting(facts), posted),
    'total-value': posted === 0 ? null : opportunities.awardedCents / 100,
    'winners-new-to-government-share': guarded(surveys.winnersNew),
    'applicants-new-to-government-share': guarded(surveys.applicantsNew),
    'winners-outside-ncr-share': ratio(winners.outsideCapital, winners.located),
    'winners-under-represented-share': guarded(surveys.winnersUnderRepresented),
    'winners-small-or-freelance-share': guarded(surveys.winnersSmall),
    'new-repositories': facts.repositories,
    'open-resource-entries': facts.openResourceEntries,
    forks: facts.repositories === 0 ? 0 : sumOf(facts.entered.forks),
    'officer-hours-saved': hoursSaved(facts),
    stories: storiesOf(facts),
    'time-to-pay-decrease':
      payments.days.length === 0 ? null : (payments.baselineDays - mean(payments.days)) / payments.baselineDays,
  }
}

/** Is the target met? Nothing when there is no target, or no figure to hold against it. */
export function isMet(id: MetricId, result: Result): boolean | null {
  const metric = metrics.find((each) => each.id === id)
  if (!metric || metric.target === null || result === null || result === SUPPRESSED) return null
  const values = typeof result === 'number' ? [result] : Object.values(result)
  if (typeof metric.target === 'string') {
    const bound = Number(/\d+/.exec(metric.target)?.[0])
    // Followers of all accounts count together; each message is held against the bound for itself.
    return metric.format === 'accounts' ? sum(values) > bound : values.every((value) => value > bound)
  }
  return id === 'flagged-splitting-share'
    ? values.every((value) => value <= Number(metric.target))
    : values.every((value) => value >= Number(metric.target))
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** A share of voluntary answers of suppliers. What a client says of the service is said in office, and is not hidden. */
function guarded({ yes, answers }: Tally): Result {
  if (answers === 0) return null
  return answers < FEWEST_ANSWERS ? SUPPRESSED : yes / answers
}

/** Decisions on flags; a figure that a person entered for a file takes the place of its flag. */
function confirmedSplitting({ entered, splitting }: Facts): number {
  const byHand = entered['flagged-splitting-share'] ?? {}
  return (sumOf(byHand) ?? 0) + splitting.filter((number) => !(number in byHand)).length
}

/** The hours of a sole-source purchase, as somebody entered them, less what the officers recorded; completed ones only. */
function hoursSaved({ entered, officerHours }: Facts): number | null {
  const baselines = Object.values(entered['officer-hours-saved'] ?? {})
  return baselines.length === 0 || officerHours.length === 0 ? null : mean(baselines) - mean(officerHours)
}

function storiesOf({ surveys, entered }: Facts): number | null {
  const told = surveys.stories + (sumOf(entered.stories) ?? 0)
  return told === 0 ? null : told
}

const sumOf = (figures: Readonly<Record<string, number>> | undefined): number | null =>
  figures === undefined ? null : sum(Object.values(figures))

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length
