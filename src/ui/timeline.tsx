import { scaleLinear } from 'd3-scale'
import type { Language } from '../platform/i18n.ts'
import { DaysDifference, saysOf, shownDays } from './drawings.tsx'
import { type Across, Axis, Drawing, Legend, Outlined, percent, RowLabel } from './svg.tsx'
import { FoldTable } from './tables.tsx'
import { drawingTexts as texts } from './texts.ts'

export type TimelineStep = {
  readonly name: string
  /** Days planned; nothing when there is no estimate. */
  readonly estimate?: number | undefined
  /** Days used, so far if it is under way; nothing before it begins. */
  readonly actual?: number | undefined
  /** Days of these that people say they worked; nothing when nobody said. */
  readonly working?: number | undefined
  readonly state: 'past' | 'now' | 'later'
  /** The dates in words. */
  readonly dates?: string | undefined
  readonly note?: string | undefined
}

/**
 * One procurement from the request to the payment: what was planned above what happened, step after step; hatched while
 * it runs, with a light line for the days that people worked: the rest of the bar is waiting.
 * `unit` says which days they are. `description` says in a sentence what the drawing shows.
 */
export function ProcurementTimeline({
  language,
  id = 'timeline',
  title,
  description,
  unit,
  steps,
}: {
  language: Language
  id?: string
  title: string
  description: string
  unit: string
  steps: readonly TimelineStep[]
}) {
  const planned = runs(steps.map((step) => step.estimate ?? 0))
  const happened = runs(steps.map((step) => step.actual ?? 0))
  const across = scaleLinear()
    .domain([0, Math.max(1, planned.end, happened.end)])
    .nice(5)
    .range([0, 100])
  const height = FIRST + steps.length * ROW + AXIS
  const runsNow = steps.some(({ state }) => state === 'now')
  const worked = steps.some(({ working }) => working !== undefined)
  return (
    <>
      <figure>
        <Legend
          items={[
            { swatch: <rect class="g-act" y="1" width="24" height="12" rx="2" />, label: texts.actual[language] },
            ...(worked ? [{ swatch: <Worked />, label: texts.workedPart[language] }] : []),
            ...(runsNow
              ? [{ swatch: <rect {...hatched(id, 'run')} y="1" width="24" height="12" />, label: texts.now[language] }]
              : []),
            { swatch: <rect class="g-bad" y="1" width="24" height="12" />, label: texts.pastEstimate[language] },
            { swatch: <Outlined />, label: texts.estimate[language] },
          ]}
        />
        <Drawing id={id} height={height} title={title} description={`${description} ${texts.tableBelow[language]}`}>
          {runsNow && <Hatches id={id} />}
          <Axis across={across} bottom={height - 28} language={language} />
          {steps.map((step, place) => (
            <TimelineRow
              key={step.name}
              id={id}
              step={step}
              top={place * ROW + FIRST}
              across={across}
              plannedFrom={planned.from[place] ?? 0}
              happenedFrom={happened.from[place] ?? 0}
              language={language}
            />
          ))}
        </Drawing>
        <figcaption>{unit}</figcaption>
      </figure>
      <TimelineTable language={language} title={title} steps={steps} />
    </>
  )
}

/** The same in numbers: the columns of dates, working and waiting only where some step has them. */
export function TimelineTable({
  language,
  title,
  steps,
}: {
  language: Language
  title: string
  steps: readonly TimelineStep[]
}) {
  const dated = steps.some(({ dates }) => dates !== undefined)
  const worked = steps.some(({ working }) => working !== undefined)
  return (
    <FoldTable
      caption={title}
      captionHidden
      columns={[
        { label: texts.step[language] },
        ...(dated ? [{ label: texts.dates[language] }] : []),
        { label: texts.estimate[language], numeric: true },
        { label: texts.actual[language], numeric: true },
        { label: texts.difference[language], numeric: true },
        ...(worked
          ? [
              { label: texts.working[language], numeric: true },
              { label: texts.waiting[language], numeric: true },
            ]
          : []),
        { label: texts.note[language] },
      ]}
      rows={steps.map(({ name, dates, estimate, actual, working, note, state }) => [
        name,
        ...(dated ? [dates ?? ''] : []),
        shownDays(estimate, language),
        state === 'later' ? '' : shownDays(actual, language),
        state === 'past' ? <DaysDifference of={actual} from={estimate} language={language} /> : '',
        ...(worked
          ? [
              state === 'later' ? '' : shownDays(working, language),
              state === 'later' ? '' : shownDays(waitingOf({ actual, working }), language),
            ]
          : []),
        note ?? (state === 'now' ? texts.now[language] : ''),
      ])}
    />
  )
}

/** Days of a step in which nobody says that they worked; nothing when nobody said how long they did. */
export function waitingOf({ actual, working }: Pick<TimelineStep, 'actual' | 'working'>): number | undefined {
  if (actual === undefined || working === undefined) return undefined
  return Math.round(Math.max(0, actual - working) * 100) / 100
}

/** Room above the first bar for a name in two lines. */
const FIRST = 14
const ROW = 62
/** Letters of a name that fit a line of a phone; the numbers are in the table. */
const LINE = 34
const AXIS = 34

function TimelineRow({
  id,
  step,
  top,
  across,
  plannedFrom,
  happenedFrom,
  language,
}: {
  id: string
  step: TimelineStep
  top: number
  across: Across
  plannedFrom: number
  happenedFrom: number
  language: Language
}) {
  const { estimate, actual, working, state } = step
  const within = actual === undefined ? 0 : Math.min(actual, estimate ?? actual)
  const wide = (days: number) => percent(across(days) - across(0))
  const worked = Math.min(working ?? 0, actual ?? 0)
  const running = state === 'now'
  return (
    <g>
      <g class="wide">
        <RowLabel name={step.name} says={saysOf(step, language)} top={top} />
      </g>
      <text class="tb halo thin" x="0">
        {inLines(step.name).map((line, place, { length }) => (
          <tspan key={line} x="0" y={top + 16 - (length - 1 - place) * 16}>
            {line}
          </tspan>
        ))}
      </text>
      {estimate !== undefined && estimate > 0 && (
        <rect class="g-est" x={percent(across(plannedFrom))} y={top + 23} width={wide(estimate)} height="10" rx="3" />
      )}
      {within > 0 && (
        <rect
          {...(running ? hatched(id, 'run') : { class: 'g-act' })}
          x={percent(across(happenedFrom))}
          y={top + 36}
          width={wide(within)}
          height="10"
          rx="2"
        />
      )}
      {actual !== undefined && actual > within && (
        <rect
          {...(running ? hatched(id, 'over') : { class: 'g-bad' })}
          x={percent(across(happenedFrom + within))}
          y={top + 36}
          width={wide(actual - within)}
          height="10"
        />
      )}
      {worked > 0 && (
        <rect class="g-work" x={percent(across(happenedFrom))} y={top + 39.5} width={wide(worked)} height="3" />
      )}
      {running && <circle class="g-lit" cx={percent(across(happenedFrom + (actual ?? 0)))} cy={top + 41} r="6" />}
    </g>
  )
}

/** Stripes say that a bar still grows; the colour only repeats it. */
const Hatches = ({ id }: { id: string }) => (
  <defs>
    {(['run', 'over'] as const).map((kind) => (
      <pattern
        key={kind}
        id={`${id}-${kind}`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class={kind === 'run' ? 'g-act' : 'g-bad'} width="3" height="6" />
      </pattern>
    ))}
  </defs>
)

/** A name in one line, or in two that break where words do. */
function inLines(name: string): string[] {
  if (name.length <= LINE) return [name]
  const at = name.lastIndexOf(' ', LINE)
  return at > 0 ? [name.slice(0, at), name.slice(at + 1)] : [name]
}

const hatched = (id: string, kind: 'run' | 'over') => ({ class: `g-${kind}`, fill: `url(#${id}-${kind})` })

const Worked = () => (
  <>
    <rect class="g-act" y="1" width="24" height="12" rx="2" />
    <rect class="g-work" y="5.5" width="14" height="3" />
  </>
)

/** Where each run begins when they follow one another, and where the last one ends. */
function runs(lengths: readonly number[]): { from: number[]; end: number } {
  const from: number[] = []
  let end = 0
  for (const length of lengths) {
    from.push(end)
    end += length
  }
  return { from, end }
}
