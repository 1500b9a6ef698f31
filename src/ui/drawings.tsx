import { scaleLinear } from 'd3-scale'
import type { ComponentChildren } from 'preact'
import { formatNumber } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { type Across, Axis, Drawing, Legend, Outlined, percent, RowLabel } from './svg.tsx'
import { FoldTable } from './tables.tsx'
import { drawingTexts as texts } from './texts.ts'

export type ChartStep = {
  readonly name: string
  readonly estimate?: number | undefined
  readonly actual?: number | undefined
  readonly soleSource?: number | undefined
  readonly note?: string | undefined
}

/** Annex A: the days of each step, actual solid, estimate outlined, overrun red, sole source a dot; then the table. */
export function StepChart({
  language,
  id = 'steps',
  title,
  description,
  unit,
  steps,
  sum,
}: {
  language: Language
  id?: string
  title: string
  description: string
  unit: string
  steps: readonly ChartStep[]
  /** The last row of the table. */
  sum?: ChartStep | undefined
}) {
  const longest = Math.max(1, ...steps.flatMap((step) => [step.estimate ?? 0, step.actual ?? 0, step.soleSource ?? 0]))
  const across = scaleLinear().domain([0, longest]).nice(4).range([0, 100])
  const height = steps.length * ROW + AXIS
  const noted = [...steps, ...(sum ? [sum] : [])].some(({ note }) => note !== undefined)
  const row = ({ name, estimate, actual, soleSource, note }: ChartStep): ComponentChildren[] => [
    name,
    shownDays(estimate, language),
    shownDays(actual, language),
    <DaysDifference key="difference" of={actual} from={estimate} language={language} />,
    shownDays(soleSource, language),
    ...(noted ? [note ?? ''] : []),
  ]
  return (
    <>
      <figure>
        <Legend
          items={[
            { swatch: <rect class="g-act" y="1" width="24" height="12" rx="2" />, label: texts.actual[language] },
            { swatch: <rect class="g-bad" y="1" width="24" height="12" />, label: texts.pastEstimate[language] },
            { swatch: <Outlined />, label: texts.estimate[language] },
            { swatch: <circle class="g-lit" cx="12" cy="7" r="6" />, label: texts.soleSource[language] },
          ]}
        />
        <Drawing id={id} height={height} title={title} description={`${description} ${texts.tableBelow[language]}`}>
          <Axis across={across} bottom={height - 28} language={language} />
          {steps.map((step, place) => (
            <g key={step.name}>
              <RowLabel name={step.name} says={saysOf(step, language)} top={place * ROW} />
              <Bars top={place * ROW + 24} across={across} estimate={step.estimate} actual={step.actual} />
              {step.soleSource !== undefined && (
                <circle class="g-lit" cx={percent(across(step.soleSource))} cy={place * ROW + 34} r="6" />
              )}
            </g>
          ))}
        </Drawing>
        <figcaption>{unit}</figcaption>
      </figure>
      <FoldTable
        caption={title}
        captionHidden
        columns={[
          { label: texts.step[language] },
          { label: texts.estimate[language], numeric: true },
          { label: texts.actual[language], numeric: true },
          { label: texts.difference[language], numeric: true },
          { label: texts.soleSource[language], numeric: true },
          ...(noted ? [{ label: texts.note[language] }] : []),
        ]}
        rows={steps.map(row)}
        foot={sum && row(sum)}
      />
    </>
  )
}

/** How many remain at each stage, widest first. A count that may not be shown is a word. */
export function Funnel({
  language,
  id = 'funnel',
  title,
  description,
  stages,
}: {
  language: Language
  id?: string
  title: string
  description: string
  stages: readonly { readonly name: string; readonly count: number | string; readonly note?: string | undefined }[]
}) {
  const noted = stages.some(({ note }) => note !== undefined)
  const widest = Math.max(1, ...stages.map(({ count }) => (typeof count === 'number' ? count : 0)))
  return (
    <>
      <figure>
        <Drawing
          id={id}
          height={stages.length * FUNNEL_ROW}
          title={title}
          description={`${description} ${texts.tableBelow[language]}`}
        >
          {stages.map(({ name, count }, place) => (
            <g key={name}>
              <RowLabel name={name} says={String(count)} top={place * FUNNEL_ROW} strong />
              <rect class="g-mist" x="0" y={place * FUNNEL_ROW + 24} width="100%" height="14" rx="3" />
              {typeof count === 'number' && count > 0 && (
                <rect
                  class="g-act"
                  x="0"
                  y={place * FUNNEL_ROW + 24}
                  width={percent((count / widest) * 100)}
                  height="14"
                  rx="3"
                />
              )}
            </g>
          ))}
        </Drawing>
      </figure>
      <FoldTable
        caption={title}
        captionHidden
        columns={[
          { label: texts.stage[language] },
          { label: texts.count[language], numeric: true },
          ...(noted ? [{ label: texts.note[language] }] : []),
        ]}
        rows={stages.map(({ name, count, note }) => [name, count, ...(noted ? [note ?? ''] : [])])}
      />
    </>
  )
}

const ROW = 58
const AXIS = 34
const FUNNEL_ROW = 52

function Bars({
  top,
  across,
  estimate,
  actual,
}: {
  top: number
  across: Across
  estimate?: number | undefined
  actual?: number | undefined
}) {
  const within = actual === undefined ? 0 : Math.min(actual, estimate ?? actual)
  return (
    <>
      {estimate !== undefined && (
        <rect class="g-est" x="1" y={top} width={percent(across(estimate))} height="20" rx="3" />
      )}
      {within > 0 && <rect class="g-act" x="1" y={top + 4} width={percent(across(within))} height="12" rx="2" />}
      {actual !== undefined && actual > within && (
        <rect
          class="g-bad"
          x={percent(across(within))}
          y={top + 4}
          width={percent(across(actual) - across(within))}
          height="12"
        />
      )}
    </>
  )
}

/** Days more or fewer than planned, in words that a colour only repeats. */
export function DaysDifference({
  of,
  from,
  language,
}: {
  of?: number | undefined
  from?: number | undefined
  language: Language
}) {
  if (of === undefined || from === undefined) return <NotAvailable language={language} />
  const difference = Math.round((of - from) * 100) / 100
  const text = `${difference > 0 ? '+' : ''}${formatNumber(difference, language)}`
  return <span class={difference > 0 ? 'badt' : undefined}>{text}</span>
}

const NotAvailable = ({ language }: { language: Language }) => (
  <abbr title={texts.noFigure[language]}>{texts.notAvailable[language]}</abbr>
)

export const shownDays = (days: number | undefined, language: Language): ComponentChildren =>
  days === undefined ? <NotAvailable language={language} /> : formatNumber(days, language)

/** What stands beside the name of a step. */
export function saysOf(
  step: { actual?: number | undefined; estimate?: number | undefined },
  language: Language,
): string {
  const [actual, estimate] = [step.actual, step.estimate].map(
    (days) => days !== undefined && formatNumber(days, language),
  )
  if (actual && estimate) return texts.actualAndEstimate(actual, estimate)[language]
  if (estimate) return texts.onlyEstimate(estimate)[language]
  return actual || texts.notAvailable[language]
}
