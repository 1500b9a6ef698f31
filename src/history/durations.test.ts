import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Calendar, weekdayCalendar } from '../platform/calendar.ts'
import { elapsedSoFar, fileTimeline, progressOf, type StepEvent, stepDurations } from './durations.ts'
import { type Step, steps } from './steps.ts'

const ZONE = 'America/Toronto'
type Planned = { step: Step; estimate: number; actualElapsed: number | null; actualWorking: number | 'unknown' | null }

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../examples/pilot/${name}`, import.meta.url), 'utf8'))
const timeline: { steps: { step: Step; start: string; end: string; workingDays: number | null }[] } =
  read('timeline.json')
const annexA: { phases: Record<string, Planned[]>; totals: { toReceiveWork: Record<string, number> } } =
  read('annex-a.json')
const published = Object.values(annexA.phases).flat()

const event = (kind: StepEvent['kind'], step: Step, at: string, working: number | null = null): StepEvent => ({
  kind,
  step,
  at: new Date(at),
  working,
})
const pilot = timeline.steps.flatMap(({ step, start, end, workingDays }) => [
  event('step.started', step, start),
  event('step.ended', step, end, workingDays),
])
const durationsOf = (events: readonly StepEvent[], calendar: Calendar = weekdayCalendar) =>
  stepDurations(events, calendar, ZONE)

test.each(timeline.steps.map(({ step }) => step))('the pilot’s %s takes what the report published', (step) => {
  const row = published.find((candidate) => candidate.step === step)
  const duration = durationsOf(pilot).get(step)
  expect(duration?.elapsed).toBe(row?.actualElapsed)
  expect(duration?.working).toBe(row?.actualWorking === 'unknown' ? null : row?.actualWorking)
})

test('the pilot’s whole is the report’s total, and its working days add to a quarter more than printed', () => {
  const durations = [...durationsOf(pilot).values()]
  const total = (of: (number | null)[]) => of.reduce<number>((sum, days) => sum + (days ?? 0), 0)
  expect(total(durations.map(({ elapsed }) => elapsed))).toBe(annexA.totals.toReceiveWork.actualElapsed)
  expect(total(durations.map(({ working }) => working))).toBe(annexA.totals.toReceiveWork.actualWorkingSum)
})

test('with Canada Day kept, the page was up 13 days instead of 14', () => {
  const calendar: Calendar = { isBusinessDay: (day) => weekdayCalendar.isBusinessDay(day) && day !== '2021-07-01' }
  expect(durationsOf(pilot, calendar).get('on-website')?.elapsed).toBe(13)
})

test('repeats are summed and an open step has no end', () => {
  const returned = [
    event('step.started', 'statement-written', '2026-11-02T08:30:00-05:00'),
    event('step.ended', 'statement-written', '2026-11-02T16:00:00-05:00', 0.5),
    event('step.started', 'statement-written', '2026-11-04T08:30:00-05:00'),
    event('step.ended', 'statement-written', '2026-11-05T16:00:00-05:00', 1),
    event('step.started', 'statement-written', '2026-11-09T08:30:00-05:00'),
  ]
  const duration = durationsOf(returned.toReversed()).get('statement-written')
  expect(duration).toMatchObject({ elapsed: 3, working: 1.5, openSince: new Date('2026-11-09T08:30:00-05:00') })
  expect(duration?.runs.map(({ to }) => to === null)).toEqual([false, false, true])
  if (!duration) throw new Error('the step is missing')
  expect(elapsedSoFar(duration, new Date('2026-11-09T12:15:00-05:00'), weekdayCalendar, ZONE)).toBe(3.5)
})

test('a step that never ended has no elapsed time, and one that nobody timed no working time', () => {
  const started = durationsOf([event('step.started', 'work-evaluated', '2026-11-02T10:00:00-05:00')])
  expect(started.get('work-evaluated')).toMatchObject({ elapsed: null, working: null })
  expect(started.has('paid-by-card')).toBe(false)
})

test('a skipped step took no time; its working time is what was said', () => {
  const skipped = durationsOf([
    event('step.skipped', 'contract-written', '2026-11-02T10:00:00-05:00', 0),
    event('step.skipped', 'sent-to-procurement', '2026-11-02T10:00:00-05:00', null),
  ])
  expect(skipped.get('contract-written')).toMatchObject({ elapsed: 0, working: 0, skipped: true })
  expect(skipped.get('sent-to-procurement')).toMatchObject({ elapsed: 0, working: null, skipped: true })
})

test('a start while the clock runs changes nothing, and an end without a start brings its working time only', () => {
  const doubled = durationsOf([
    event('step.started', 'translated', '2026-11-02T08:30:00-05:00'),
    event('step.started', 'translated', '2026-11-02T12:00:00-05:00'),
    event('step.ended', 'translated', '2026-11-02T16:00:00-05:00'),
    event('step.ended', 'translated', '2026-11-03T16:00:00-05:00', 2),
  ])
  expect(doubled.get('translated')).toMatchObject({ elapsed: 1, working: 2, openSince: null })
})

test('at one instant a clock at rest starts and ends, and a running one ends and starts again, in whatever order', () => {
  const noon = '2026-11-02T12:15:00-05:00'
  const both = [event('step.ended', 'translated', noon), event('step.started', 'translated', noon)]
  for (const together of [both, both.toReversed()]) {
    expect(durationsOf(together).get('translated')).toMatchObject({ elapsed: 0, openSince: null })
    const running = [event('step.started', 'translated', '2026-11-02T08:30:00-05:00'), ...together]
    expect(durationsOf(running).get('translated')).toMatchObject({ elapsed: 0.5, openSince: new Date(noon) })
  }
})

test('a file’s timeline leaves out the steps of another path and says where the file is', () => {
  const plan = steps.flatMap((step) => published.filter((row) => row.step === step))
  const halfway = pilot.filter(({ kind, step }) => step !== 'on-website' || kind === 'step.started').slice(0, 17)
  const now = new Date('2021-07-02T12:00:00-04:00')
  const rows = fileTimeline(plan, durationsOf(halfway), now, weekdayCalendar, ZONE)
  expect(rows.map(({ step }) => step)).not.toContain('contract-written')
  expect(rows.find(({ step }) => step === 'on-website')).toMatchObject({
    state: 'now',
    actual: 8,
    estimate: 5,
    to: null,
  })
  expect(rows.at(-1)).toMatchObject({ step: 'paid-by-card', state: 'later', actual: null })
  expect(progressOf(rows)).toEqual({ planned: 19, actual: 46.75, whole: 30 })
})
