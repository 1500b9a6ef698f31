import { scaleLinear } from 'd3-scale'
import type { Progress } from '../history/durations.ts'
import { formatDays, formatNumber } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { type Across, Axis, Drawing, Legend, Outlined, percent, RowLabel } from '../ui/svg.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { drawingTexts } from '../ui/texts.ts'
import type { BoardRow } from './pages.rows.ts'
import { boardTexts, chartTexts as texts } from './texts.board.ts'

const ROW = 50
const AXIS = 34
const LONGEST_NAME = 26

/** Open files, one bar each: days used, red past what the estimate gives to this point, in the outline of the whole estimate. */
export function FilesChart({ rows, language }: { rows: readonly BoardRow[]; language: Language }) {
  const files = rows.filter(({ progress }) => progress.actual > 0 || progress.planned > 0)
  if (files.length === 0) return null
  const most = Math.max(...files.map(({ progress }) => Math.max(progress.whole, progress.actual)))
  const across = scaleLinear().domain([0, most]).nice(4).range([0, 100])
  const height = files.length * ROW + AXIS
  const title = texts.title(files.length)[language]
  const whole = formatDays(files[0]?.progress.whole ?? 0, language)
  return (
    <section aria-labelledby="chart">
      <h2 id="chart">{texts.head[language]}</h2>
      <figure>
        <Legend
          items={[
            { swatch: <rect class="g-act" width="24" height="14" rx="3" />, label: texts.used[language] },
            { swatch: <rect class="g-bad" width="24" height="14" />, label: texts.past[language] },
            { swatch: <line class="g-mark" x1="12" x2="12" y1="0" y2="14" />, label: texts.mark[language] },
            { swatch: <Outlined />, label: texts.whole(whole)[language] },
          ]}
        />
        <Drawing id="files" height={height} title={title} description={drawingTexts.tableBelow[language]}>
          <Axis across={across} bottom={height - 28} language={language} />
          {files.map(({ file, progress }, place) => (
            <FileBar
              key={file.number}
              name={shortened(`${file.number} ${file.title[language]}`)}
              progress={progress}
              top={place * ROW}
              across={across}
              language={language}
            />
          ))}
        </Drawing>
        <figcaption>{texts.caption[language]}</figcaption>
      </figure>
      <details>
        <summary>{drawingTexts.sameAsTable[language]}</summary>
        <FoldTable
          caption={title}
          captionHidden
          columns={[
            { label: boardTexts.file[language] },
            { label: texts.toHere[language], numeric: true },
            { label: texts.actual[language], numeric: true },
            { label: texts.difference[language], numeric: true },
          ]}
          rows={files.map(({ file, progress: { planned, actual } }) => [
            `${file.number} ${file.title[language]}`,
            formatDays(rounded(planned), language),
            formatDays(rounded(actual), language),
            signed(rounded(actual) - rounded(planned), language),
          ])}
        />
      </details>
    </section>
  )
}

function FileBar({
  name,
  progress: { planned, actual, whole },
  top,
  across,
  language,
}: {
  name: string
  progress: Progress
  top: number
  across: Across
  language: Language
}) {
  const within = Math.min(planned, actual)
  return (
    <g>
      <RowLabel name={name} says={standing(rounded(actual) - rounded(planned), language)} top={top} />
      <rect class="g-est" x="0" y={top + 24} width={percent(across(whole))} height="14" rx="3" />
      {within > 0 && <rect class="g-act" x="0" y={top + 24} width={percent(across(within))} height="14" rx="3" />}
      {actual > within && (
        <rect
          class="g-bad"
          x={percent(across(within))}
          y={top + 24}
          width={percent(across(actual - within))}
          height="14"
        />
      )}
      <line class="g-mark" x1={percent(across(planned))} x2={percent(across(planned))} y1={top + 20} y2={top + 42} />
    </g>
  )
}

function standing(difference: number, language: Language): string {
  if (difference === 0) return texts.onTime[language]
  const days = formatDays(Math.abs(difference), language)
  return (difference > 0 ? texts.behind(days) : texts.ahead(days))[language]
}

/** To the quarter of a day: nobody measures a file more finely. */
const rounded = (days: number): number => Math.round(days * 4) / 4
const signed = (days: number, language: Language): string => `${days > 0 ? '+' : ''}${formatNumber(days, language)}`
const shortened = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…` : name
