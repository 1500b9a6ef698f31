import { type Actor, holds, type Staff, staffRoles } from '../accounts/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Text } from '../platform/i18n.ts'
import { isMetricId, type MetricId } from '../policy/metrics.ts'
import { isStepId, type StepId } from '../policy/steps.ts'

/**
 * Figures that no act of ours can tell, entered by a person, newest first for each label: accounts and their followers,
 * messages and their shares, repositories and their forks, stories, files found to split a contract, and the hours that a
 * sole-source purchase takes an officer (the baseline of the hours saved).
 */
export const enteredMetrics = [
  'followers',
  'shares-per-opportunity',
  'forks',
  'stories',
  'flagged-splitting-share',
  'officer-hours-saved',
] as const satisfies readonly MetricId[]
export type EnteredMetric = (typeof enteredMetrics)[number]
export const isEnteredMetric = (text: string): text is EnteredMetric => enteredMetrics.some((id) => id === text)

export const totals = ['toReceiveWork', 'toCompletePayment', 'overall'] as const
export type Total = (typeof totals)[number]

/** What a note can be about: a measure, a step, or a total of Annex A. */
export type Noted = MetricId | StepId | Total
export const isNoted = (text: string): text is Noted =>
  isMetricId(text) || isStepId(text) || totals.some((total) => total === text)

/** Who sees measures, and who writes what only a person can know. */
export const can = {
  read: (actor: Actor): actor is Staff => holds(actor, 'program_team', 'procurement', 'observer', 'administrator'),
  write: (actor: Actor): actor is Staff => holds(actor, 'program_team', 'administrator'),
  /** Everybody who works on files may say how long they worked; an observer looks on. */
  recordWork: (actor: Actor): actor is Staff => holds(actor, ...staffRoles.filter((role) => role !== 'observer')),
}

export type WorkRefusal = 'not_allowed' | 'unknown_step' | 'not_begun' | 'not_days'
export type EnterRefusal = 'not_allowed' | 'computed' | 'label_missing' | 'not_a_count'
export type NoteRefusal = 'not_allowed' | 'unknown_subject' | 'not_bilingual'
export type MeasureRefusal = EnterRefusal | NoteRefusal | WorkRefusal

export type Figure = { readonly metric: string; readonly label: string; readonly value: number }

/** A figure entered by hand stands beside what is computed and never instead of it. */
export function enterFigure(
  actor: Actor,
  { metric, label, value }: Figure,
): Decision<{ metric: EnteredMetric; departmentId: string }, EnterRefusal> {
  if (!can.write(actor)) return no('not_allowed')
  if (!isEnteredMetric(metric)) return no('computed')
  if (label === '') return no('label_missing')
  const whole = metric === 'officer-hours-saved' || Number.isInteger(value)
  if (!whole || !Number.isFinite(value) || value < 0) return no('not_a_count')

  return yes({ metric, departmentId: actor.departmentId })
}

/** Whoever explains a figure explains it in both languages: the report exists in both. */
export function writeNote(
  actor: Actor,
  { subject, note }: { subject: string; note: Text },
): Decision<{ subject: Noted; departmentId: string }, NoteRefusal> {
  if (!can.write(actor)) return no('not_allowed')
  if (!isNoted(subject)) return no('unknown_subject')
  if (note.en === '' || note.fr === '') return no('not_bilingual')

  return yes({ subject, departmentId: actor.departmentId })
}

/** The most that a person may record at once: more is a slip. */
export const MOST_DAYS = 60

/**
 * Working time on a step that has begun, where no form of theirs ends the step: choosing a supplier, the time on the
 * website. Recorded again, it adds up.
 */
export function recordWork(
  actor: Actor,
  { step, days, begun }: { step: string; days: number; begun: readonly string[] },
): Decision<{ step: StepId; departmentId: string }, WorkRefusal> {
  if (!can.recordWork(actor)) return no('not_allowed')
  if (!isStepId(step)) return no('unknown_step')
  if (!begun.includes(step)) return no('not_begun')
  if (!(days > 0 && days <= MOST_DAYS)) return no('not_days')

  return yes({ step, departmentId: actor.departmentId })
}
