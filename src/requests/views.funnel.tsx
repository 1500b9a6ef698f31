import { scaleLinear } from 'd3-scale'
import { formatDays, formatNumber } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Funnel } from '../ui/drawings.tsx'
import { Empty } from '../ui/parts.tsx'
import { Axis, Drawing, Legend, Outlined, percent, RowLabel, type Scale } from '../ui/svg.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { drawingTexts } from '../ui/texts.ts'
import type { FunnelFigures, StageFigures } from './rules.funnel.ts'
import { stageNames, funnelTexts as texts, toNextNames } from './texts.funnel.ts'
import { declineNames, withdrawNames } from './texts.ts'

/** From requests to postings: how many, how long between, and why others ended. */
export function FunnelPage({
  language,
  figures,
  years,
  year,
}: {
  language: Language
  figures: FunnelFigures
  years: readonly string[]
  /** The fiscal year that is shown; all of them without one. */
  year: string | undefined
}) {
  const { stages } = figures
  const total = stages[0]?.reached ?? 0
  return (
    <>
      <h1>{texts.title[language]}</h1>
      <p class="lead">{texts.lead[language]}</p>
      <Years language={language} years={years} year={year} />
      {total === 0 ? (
        <Empty head={texts.empty[language]} level={2} />
      ) : (
        <>
          <section aria-labelledby="counts">
            <h2 id="counts">{texts.countTitle[language]}</h2>
            <Funnel
              language={language}
              title={texts.countTitle[language]}
              description={`${stages.map(({ stage, reached }) => `${stageNames[stage][language]}: ${reached}`).join('; ')}.`}
              stages={stages.map(({ stage, reached }) => ({ name: stageNames[stage][language], count: reached }))}
            />
          </section>
          <section aria-labelledby="time">
            <h2 id="time">{texts.timeHead[language]}</h2>
            <StageTimes stages={stages} language={language} />
          </section>
          <Ended figures={figures} language={language} />
        </>
      )}
    </>
  )
}

function Years({ language, years, year }: { language: Language; years: readonly string[]; year: string | undefined }) {
  if (years.length < 2) return null
  const here = path('/requests/funnel', language)
  return (
    <nav aria-label={texts.years[language]}>
      <p class="row">
        <a href={here} aria-current={year === undefined ? 'page' : undefined}>
          {texts.all[language]}
        </a>
        {years.map((each) => (
          <a key={each} href={`${here}?year=${each}`} aria-current={year === each ? 'page' : undefined}>
            {each.replace('-', '–')}
          </a>
        ))}
      </p>
    </nav>
  )
}

/** Each stage with its median solid and its longest outlined; then the table. */
function StageTimes({ stages, language }: { stages: readonly StageFigures[]; language: Language }) {
  const rows = stages.flatMap((figures) =>
    figures.stage === 'posted' ? [] : [{ ...figures, name: toNextNames[figures.stage][language] }],
  )
  const across: Scale = scaleLinear()
    .domain([0, Math.max(1, ...rows.map(({ longest }) => longest ?? 0))])
    .nice(4)
    .range([0, 100])
  const height = rows.length * ROW + AXIS
  return (
    <>
      <figure>
        <Legend
          items={[
            { swatch: <rect class="g-act" y="1" width="24" height="12" rx="2" />, label: texts.median[language] },
            { swatch: <Outlined />, label: texts.longest[language] },
          ]}
        />
        <Drawing
          id="stage-times"
          height={height}
          title={texts.timeTitle[language]}
          description={`${rows.map(({ name, median }) => `${name}: ${daysOf(median, language)}`).join('; ')}. ${drawingTexts.tableBelow[language]}`}
        >
          <Axis across={across} bottom={height - 28} language={language} />
          {rows.map(({ stage, name, median, longest }, place) => (
            <g key={stage}>
              <RowLabel name={name} says={daysOf(median, language)} top={place * ROW} strong />
              {longest !== null && (
                <rect class="g-est" x="1" y={place * ROW + 24} width={percent(across(longest))} height="20" rx="3" />
              )}
              {median !== null && median > 0 && (
                <rect class="g-act" x="1" y={place * ROW + 28} width={percent(across(median))} height="12" rx="2" />
              )}
            </g>
          ))}
        </Drawing>
        <figcaption>{texts.pilot[language]}</figcaption>
      </figure>
      <FoldTable
        caption={texts.timeTitle[language]}
        captionHidden
        columns={[
          { label: drawingTexts.stage[language] },
          { label: texts.median[language], numeric: true },
          { label: texts.longest[language], numeric: true },
          { label: texts.here[language], numeric: true },
          { label: texts.waiting[language], numeric: true },
        ]}
        rows={rows.map(({ name, median, longest, here, waiting }) => [
          name,
          figure(median, language),
          figure(longest, language),
          here,
          figure(waiting, language),
        ])}
      />
    </>
  )
}

const ROW = 58
const AXIS = 34

function Ended({
  figures: { declined, withdrawn, meeting, stages },
  language,
}: {
  figures: FunnelFigures
  language: Language
}) {
  const total = stages[0]?.reached ?? 0
  const rows = [
    ...[...declined].map(([reason, count]) => [declineNames[reason][language], count] as const),
    ...[...withdrawn].map(([reason, count]) => [withdrawNames[reason][language], count] as const),
  ].toSorted(([, one], [, other]) => other - one)
  return (
    <section aria-labelledby="ended">
      <h2 id="ended">{texts.endedHead[language]}</h2>
      <p>
        {`${texts.meeting[language]}${language === 'fr' ? '\u00a0' : ''}: ${formatNumber(meeting, language)} / ${formatNumber(total, language)}`}
      </p>
      {rows.length === 0 ? (
        <p>{texts.noneEnded[language]}</p>
      ) : (
        <FoldTable
          caption={texts.endedHead[language]}
          captionHidden
          columns={[{ label: texts.reason[language] }, { label: texts.number[language], numeric: true }]}
          rows={rows}
        />
      )}
    </section>
  )
}

/** To the hundredth, as in Annex A. */
const rounded = (days: number): number => Math.round(days * 100) / 100
const daysOf = (days: number | null, language: Language): string =>
  days === null ? drawingTexts.notAvailable[language] : formatDays(rounded(days), language)
const figure = (days: number | null, language: Language) =>
  days === null ? (
    <abbr title={drawingTexts.noFigure[language]}>{drawingTexts.notAvailable[language]}</abbr>
  ) : (
    formatNumber(rounded(days), language)
  )
