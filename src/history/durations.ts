import { businessDaysTouched, type Calendar, elapsedDays } from '../platform/calendar.ts'
import type { Zone } from '../platform/time.ts'
import { type Step, steps } from './steps.ts'

/** One event of a step's clock, as the record holds it. */
export type StepEvent = {
  readonly kind: 'step.started' | 'step.ended' | 'step.skipped' | 'step.worked'
  readonly step: Step
  readonly at: Date
  /** Days that a person says they worked; null when nobody said. */
  readonly working: number | null
}

/** From one start to its end; an open run has no end yet. */
export type Run = { readonly from: Date; readonly to: Date | null }

export type StepDuration = {
  readonly step: Step
  /** Days between starts and ends, repeats summed; null when the step never ended. A skipped step took 0. */
  readonly elapsed: number | null
  /** Days that people recorded, summed; null when nobody recorded any. */
  readonly working: number | null
  readonly runs: readonly Run[]
  /** Since when the clock runs; null when it does not. */
  readonly openSince: Date | null
  readonly skipped: boolean
}

/**
 * Pairs the events of one file, in any order, into days for each step that has some, in the order of Annex A.
 * Elapsed time is business seconds / 27,000; the step on-website counts the business days it touches, both ends included.
 * A second start while the clock runs changes nothing; an end without a start brings its working time only.
 * Source: closeout report, Annex A.
 */
export function stepDurations(
  events: readonly StepEvent[],
  calendar: Calendar,
  zone: Zone,
): ReadonlyMap<Step, StepDuration> {
  const ordered = events.toSorted((one, other) => one.at.getTime() - other.at.getTime())
  const found = steps.flatMap((step) => {
    const own = ordered.filter((event) => event.step === step)
    return own.length === 0 ? [] : [durationOf(step, own, calendar, zone)]
  })
  return new Map(found.map((duration) => [duration.step, duration]))
}

/** Days that the step took so far: ended runs, and the open one up to now. Null before it begins. */
export function elapsedSoFar(duration: StepDuration, now: Date, calendar: Calendar, zone: Zone): number | null {
  if (!duration.openSince) return duration.elapsed
  return (duration.elapsed ?? 0) + daysOf(duration.step, duration.openSince, now, calendar, zone)
}

/** What the plan says of one step: days, or nothing when the path does not have it. */
export type StepPlan = { readonly step: Step; readonly estimate: number }

export type TimelineRow = {
  readonly step: Step
  readonly estimate: number
  /** Days used, so far when it is under way; null before it begins. */
  readonly actual: number | null
  readonly working: number | null
  readonly state: 'past' | 'now' | 'later'
  readonly from: Date | null
  readonly to: Date | null
  /** Each time that its clock ran. */
  readonly runs: readonly Run[]
}

/**
 * One file from the request to the payment, estimate against actual, step by step in the plan's order.
 * A step of no estimate that took no time is left out: it belongs to another path.
 */
export function fileTimeline(
  plan: readonly StepPlan[],
  durations: ReadonlyMap<Step, StepDuration>,
  now: Date,
  calendar: Calendar,
  zone: Zone,
): readonly TimelineRow[] {
  return plan.flatMap(({ step, estimate }) => {
    const duration = durations.get(step)
    const actual = duration ? elapsedSoFar(duration, now, calendar, zone) : null
    if (estimate === 0 && !actual) return []
    const state = !duration ? 'later' : duration.openSince ? 'now' : 'past'
    const from = duration?.runs[0]?.from ?? null
    const to = duration?.runs.at(-1)?.to ?? null
    const runs = duration?.runs ?? []
    return [{ step, estimate, actual, working: duration?.working ?? null, state, from, to, runs } as const]
  })
}

/** Where a file stands against its estimate, in days. */
export type Progress = {
  /** The estimates of what is done, and of the open steps as far as they used theirs. */
  readonly planned: number
  readonly actual: number
  readonly whole: number
}

/** Days the plan gives to reach this point, days it took, and days the plan gives for the whole. */
export function progressOf(rows: readonly TimelineRow[]): Progress {
  const plannedIn = ({ state, estimate, actual }: TimelineRow): number =>
    state === 'past' ? estimate : state === 'now' ? Math.min(estimate, actual ?? 0) : 0
  return {
    planned: sum(rows.map(plannedIn)),
    actual: sum(rows.map(({ actual }) => actual ?? 0)),
    whole: sum(rows.map(({ estimate }) => estimate)),
  }
}

function durationOf(step: Step, events: readonly StepEvent[], calendar: Calendar, zone: Zone): StepDuration {
  const { runs, openSince } = runsOf(events)
  const skipped = events.some(({ kind }) => kind === 'step.skipped')
  const ended = runs.map(({ from, to }) => daysOf(step, from, to ?? from, calendar, zone))
  const worked = events.flatMap(({ working }) => (working === null ? [] : [working]))
  return {
    step,
    elapsed: ended.length > 0 || skipped ? sum(ended) : null,
    working: worked.length > 0 ? sum(worked) : null,
    runs: openSince ? [...runs, { from: openSince, to: null }] : runs,
    openSince,
    skipped,
  }
}

/**
 * Starts and ends paired. Of both at one instant, a running clock first ends and starts again, and one at rest starts
 * and ends: a step of no length.
 */
function runsOf(events: readonly StepEvent[]): { runs: readonly Run[]; openSince: Date | null } {
  const runs: Run[] = []
  let openSince: Date | null = null
  for (const instant of new Set(events.map(({ at }) => at.getTime()))) {
    const here = events.filter(({ at }) => at.getTime() === instant)
    const at = new Date(instant)
    const starts = here.some(({ kind }) => kind === 'step.started')
    const ends = here.some(({ kind }) => kind === 'step.ended')
    const ran = openSince !== null
    if (starts && !ran) openSince = at
    if (ends && openSince) {
      runs.push({ from: openSince, to: at })
      openSince = null
    }
    if (starts && ran && ends) openSince = at
  }
  return { runs, openSince }
}

const daysOf = (step: Step, from: Date, to: Date, calendar: Calendar, zone: Zone): number =>
  step === 'on-website' ? businessDaysTouched(calendar, from, to, zone) : elapsedDays(calendar, from, to, zone)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
