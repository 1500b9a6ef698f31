import type { Actor } from '../accounts/rules.ts'
import { listDepartments } from '../accounts/store.ts'
import { type StepDuration, stepDurations } from '../history/durations.ts'
import { stepEventsOf } from '../history/steps.store.ts'
import type { Step } from '../history/steps.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import type { Cents } from '../platform/money.ts'
import { dayOf } from '../platform/time.ts'
import { calendarOf, policyInForce } from '../policy/inForce.ts'
import type { Policy } from '../policy/rules.ts'
import { phasesToReceiveWork, stepEstimates } from '../policy/steps.ts'
import { policyOf } from '../policy/store.ts'
import { releasedFiles } from './store.funnel.ts'

/** Days until the work is received, and then until the payment; null where nothing is known. */
export type Days = { readonly toWork: number; readonly toPayment: number | null }
export type StepDays = {
  readonly step: Step
  readonly soleSource: number
  readonly estimate: number
  readonly actual: number | null
}
export type OptionTimes = {
  readonly soleSource: Days
  readonly estimate: Days
  /** What the department took so far, and on how many files; null without one. */
  readonly actual: (Days & { readonly files: number }) | null
  readonly steps: readonly StepDays[]
}

/**
 * The times of Annex A, and beside them those of the reader's department, or of the only one there is. They are read in
 * that department's scope: what comes out are means over its files, with nothing of any one of them.
 */
export async function optionTimes(app: App, actor: Actor): Promise<{ times: OptionTimes; limit: Cents }> {
  const departmentId = actor.kind === 'staff' ? actor.departmentId : await onlyDepartment(app)
  if (!departmentId) {
    const { limitIncludingTax } = policyInForce([], dayOf(app.clock(), 'UTC'))
    return { times: timesOf([]), limit: limitIncludingTax }
  }
  return app.read({ department: departmentId }, async (tx) => {
    const now = await tx.now()
    const policy = await policyOf(tx, departmentId, now)
    const times = await keptFor(app, departmentId, now, () => timesIn(tx, departmentId, policy))
    return { times, limit: policy.limitIncludingTax }
  })
}

async function timesIn(tx: Tx, departmentId: string, policy: Policy): Promise<OptionTimes> {
  const files = await stepEventsOf(tx, await releasedFiles(tx, departmentId))
  const calendar = calendarOf(policy)
  return timesOf([...files.values()].map((events) => stepDurations(events, calendar, policy.zone)))
}

/** Means over many files move slowly, and the page is open to everybody: each department's are kept for a while. */
const KEPT_MS = 10 * 60_000
const kept = new WeakMap<App, Map<string, { readonly at: number; readonly times: Promise<OptionTimes> }>>()

/** What was computed in the last minutes, by this process; many who ask at once wait for one computation. */
function keptFor(app: App, departmentId: string, now: Date, compute: () => Promise<OptionTimes>): Promise<OptionTimes> {
  const ours = kept.get(app) ?? new Map()
  kept.set(app, ours)
  const found = ours.get(departmentId)
  const age = found ? now.getTime() - found.at : KEPT_MS
  if (found && age >= 0 && age < KEPT_MS) return found.times
  const times = compute()
  ours.set(departmentId, { at: now.getTime(), times })
  times.catch(() => ours.delete(departmentId))
  return times
}

/** For each step the mean of the files that ended it, then their sums; a skipped step took no time. Source: closeout report, Annex A. */
export function timesOf(files: readonly ReadonlyMap<Step, StepDuration>[]): OptionTimes {
  const steps = stepEstimates.map(({ step, soleSource, estimate }): StepDays => {
    const ended = files.flatMap((file) => file.get(step)?.elapsed ?? [])
    return { step, soleSource, estimate, actual: ended.length === 0 ? null : sum(ended) / ended.length }
  })
  const received = new Set<Step>(
    stepEstimates.filter(({ phase }) => phasesToReceiveWork.includes(phase)).map(({ step }) => step),
  )
  const [before, after] = [
    steps.filter(({ step }) => received.has(step)),
    steps.filter(({ step }) => !received.has(step)),
  ]
  const actual = known(before)
  return {
    soleSource: {
      toWork: sum(before.map((each) => each.soleSource)),
      toPayment: sum(after.map((each) => each.soleSource)),
    },
    estimate: { toWork: sum(before.map((each) => each.estimate)), toPayment: sum(after.map((each) => each.estimate)) },
    actual: actual === null ? null : { toWork: actual, toPayment: known(after), files: files.length },
    steps,
  }
}

async function onlyDepartment(app: App): Promise<string | undefined> {
  const all = await app.read('nothing', (tx) => listDepartments(tx))
  return all.length === 1 ? all[0]?.id : undefined
}

const known = (steps: readonly StepDays[]): number | null => {
  const figures = steps.flatMap(({ actual }) => actual ?? [])
  return figures.length === 0 ? null : sum(figures)
}
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
