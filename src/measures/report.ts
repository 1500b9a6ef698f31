import { type Department, findDepartment } from '../accounts/store.ts'
import type { Lesson } from '../enquiries/rules.ts'
import { lessonsOf } from '../enquiries/store.ts'
import { type StepDuration, stepDurations } from '../history/durations.ts'
import type { Step } from '../history/steps.ts'
import { type OutreachFacts, outreachFacts } from '../outreach/store.ts'
import type { App } from '../platform/app.ts'
import { businessHours } from '../platform/calendar.ts'
import type { Tx } from '../platform/db.ts'
import type { Text } from '../platform/i18n.ts'
import { calendarOf } from '../policy/inForce.ts'
import { type MetricId, metrics } from '../policy/metrics.ts'
import type { Policy } from '../policy/rules.ts'
import { policyOf } from '../policy/store.ts'
import { countConfirmed } from '../subscribers/store.ts'
import { surveyCounts } from '../surveys/store.ts'
import { type Annex, annexOf } from './annex.ts'
import { isInCapitalRegion } from './capital.ts'
import { type Facts, isMet, type Result, resultsFrom } from './results.ts'
import type { Noted } from './rules.ts'
import {
  completedFiles,
  countedFacts,
  daysToPay,
  type FileStep,
  invoicedFrom,
  notesOf,
  periodOf,
  procurementPeople,
  stepEventsOf,
} from './store.ts'

export type MeasuredMetric = {
  readonly id: MetricId
  readonly target: number | string | null
  readonly result: Result
  /** Null without a target, or without a figure to hold against it. */
  readonly met: boolean | null
}

/** The closeout report of a department, at an instant, computed from what happened. */
export type CloseoutReport = {
  readonly department: Department
  readonly at: Date
  readonly zone: string
  readonly period: { readonly from: Date; readonly to: Date } | undefined
  readonly metrics: readonly MeasuredMetric[]
  readonly annex: Annex
  readonly notes: ReadonlyMap<Noted, Text>
  readonly facts: Facts
  readonly outreach: OutreachFacts
  readonly lessons: readonly Lesson[]
}

/**
 * The whole report. Two questions to the database: the department's rows and record, and, in a role that sees nothing
 * else, the surveys. An Error when there is no such department.
 */
export async function closeoutReport(app: App, departmentId: string): Promise<CloseoutReport> {
  const scope = { department: departmentId }
  const code = await app.read(scope, async (tx) => (await departmentOf(tx, departmentId)).code)
  const surveys = await app.read('nothing', (tx) => surveyCounts(tx, code), 'opportune_survey')
  return app.read(scope, (tx) => reportFrom(tx, departmentId, surveys))
}

async function reportFrom(tx: Tx, departmentId: string, surveys: Facts['surveys']): Promise<CloseoutReport> {
  const department = await departmentOf(tx, departmentId)
  const at = await tx.now()
  const policy = await policyOf(tx, departmentId, at)
  const stepEvents = await stepEventsOf(tx, departmentId)
  const files = durationsOf(stepEvents, policy)
  const places = await invoicedFrom(tx, departmentId)
  const facts: Facts = {
    ...(await countedFacts(tx, departmentId)),
    winners: { located: places.length, outsideCapital: places.filter((place) => !isInCapitalRegion(place)).length },
    payments: { days: await daysToPay(tx, departmentId), baselineDays: policy.paymentDays.soleSourceBaseline },
    officerHours: officerHours(stepEvents, {
      completed: await completedFiles(tx, departmentId),
      officers: await procurementPeople(tx, departmentId),
    }),
    surveys,
    subscribers: await countConfirmed(tx, departmentId),
  }
  const results = resultsFrom(facts)
  return {
    department,
    at,
    zone: policy.zone,
    period: await periodOf(tx, departmentId),
    metrics: metrics.map(({ id, target }) => ({ id, target, result: results[id], met: isMet(id, results[id]) })),
    annex: annexOf(files),
    notes: await notesOf(tx, departmentId),
    facts,
    outreach: await outreachFacts(tx, departmentId),
    lessons: await lessonsOf(tx, departmentId),
  }
}

/** The durations of each file, on the department's own calendar and clock. */
function durationsOf(events: readonly FileStep[], policy: Policy): ReadonlyMap<Step, StepDuration>[] {
  const calendar = calendarOf(policy)
  return [...Map.groupBy(events, ({ fileId }) => fileId).values()].map((own) =>
    stepDurations(own, calendar, policy.zone),
  )
}

/** For each completed file where they recorded any: the hours that procurement's people worked on it. */
function officerHours(
  events: readonly FileStep[],
  { completed, officers }: { completed: readonly string[]; officers: readonly string[] },
): number[] {
  const recorded = events.filter(
    ({ fileId, actorId, working }) =>
      working !== null && completed.includes(fileId) && actorId !== null && officers.includes(actorId),
  )
  const hoursADay = businessHours.seconds / 3_600
  return [...Map.groupBy(recorded, ({ fileId }) => fileId).values()].map((own) =>
    own.reduce((hours, { working }) => hours + (working ?? 0) * hoursADay, 0),
  )
}

async function departmentOf(tx: Tx, id: string): Promise<Department> {
  const department = await findDepartment(tx, id)
  if (!department) throw new Error(`there is no department ${id}`)
  return department
}
