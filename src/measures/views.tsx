import { lessonTexts } from '../enquiries/texts.ts'
import { outreachTexts } from '../outreach/texts.ts'
import { formatInstant, formatNumber } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { stepEstimates } from '../policy/steps.ts'
import { funnelTexts } from '../requests/texts.funnel.ts'
import { audienceTexts } from '../subscribers/texts.audience.ts'
import { type ChartStep, StepChart } from '../ui/drawings.tsx'
import { ActionBar, ButtonLink } from '../ui/form.tsx'
import { Note, type TagProps } from '../ui/parts.tsx'
import { FoldTable, type Metric, Metrics } from '../ui/tables.tsx'
import { type ReportSheet, type SheetMetric, type SheetStep, targetCounts } from './pages.ts'
import type { CloseoutReport } from './report.ts'
import { SUPPRESSED } from './results.ts'
import { measuredFrom, pageTexts, reportTexts, totalNames } from './texts.ts'

export type MeasuresProps = { report: CloseoutReport; sheet: ReportSheet; language: Language }

/** Every measure as a card beside its target, then the time of each step. */
export function MeasuresPage({ report, sheet, language, writes }: MeasuresProps & { writes: boolean }) {
  const { met, missed, open } = targetCounts(report)
  return (
    <>
      {sheet.period && <p class="eyebrow">{sheet.period}</p>}
      <h1>{pageTexts.title[language]}</h1>
      <p class="lead">
        {pageTexts.lead(formatInstant(report.at, report.zone, language))[language]}{' '}
        {pageTexts.counts(...count3(met, missed, open))[language]}
      </p>
      <ActionBar>
        <ButtonLink href={path('/measures/report', language)}>{pageTexts.report[language]}</ButtonLink>{' '}
        <ButtonLink href={path('/measures/report.md', language)} kind="plain" download>
          {pageTexts.markdown[language]}
        </ButtonLink>{' '}
        {writes && (
          <>
            <ButtonLink href={path('/measures/values', language)} kind="plain">
              {pageTexts.enter[language]}
            </ButtonLink>{' '}
            <ButtonLink href={path('/measures/notes', language)} kind="plain">
              {pageTexts.explain[language]}
            </ButtonLink>{' '}
            <ButtonLink href={path('/measures/work', language)} kind="plain">
              {pageTexts.work[language]}
            </ButtonLink>
          </>
        )}{' '}
        <ButtonLink href={path('/requests/funnel', language)} kind="plain">
          {funnelTexts.link[language]}
        </ButtonLink>{' '}
        <ButtonLink href={path('/audience', language)} kind="plain">
          {audienceTexts.link[language]}
        </ButtonLink>
      </ActionBar>
      {sheet.groups.map(({ question, parts }) => (
        <section key={question} aria-label={question}>
          <h2>{question}</h2>
          {parts.map(({ name, metrics }) => (
            <section key={name} aria-label={name}>
              <h3>{name}</h3>
              <Metrics items={metrics.map((metric) => cardOf(metric, language))} level={4} />
            </section>
          ))}
        </section>
      ))}
      <OutreachMeasured outreach={report.outreach} language={language} />
      <Lessons lessons={sheet.lessons} language={language} />
      <section aria-labelledby="steps-head">
        <h2 id="steps-head">{pageTexts.stepsHead[language]}</h2>
        <StepsChart report={report} language={language} />
      </section>
      <Note tone="info" head={pageTexts.notZeroHead[language]} level={2}>
        <p>{pageTexts.notZero[language]}</p>
      </Note>
    </>
  )
}

/** What people’s messages taught the program. */
const Lessons = ({ lessons, language }: { lessons: ReportSheet['lessons']; language: Language }) =>
  lessons.length === 0 ? null : (
    <section aria-labelledby="lessons">
      <h2 id="lessons">{lessonTexts.head[language]}</h2>
      <p>{lessonTexts.lead[language]}</p>
      <ul>
        {lessons.map((lesson) => (
          <li key={lesson}>{lesson}</li>
        ))}
      </ul>
    </section>
  )

/** What was done to make postings known: facts without a target. */
function OutreachMeasured({ outreach, language }: { outreach: CloseoutReport['outreach']; language: Language }) {
  const { posted, madeKnown, done, planned, reached } = outreach
  if (done === 0 && planned === 0) return null
  const number = (count: number) => formatNumber(count, language)
  const { measured, measuredText, counted } = outreachTexts
  return (
    <section aria-labelledby="outreach">
      <h2 id="outreach">{measured[language]}</h2>
      <p>
        {measuredText(number(done), number(madeKnown), number(posted), number(planned))[language]}{' '}
        {reached !== null && counted(number(reached))[language]}
      </p>
    </section>
  )
}

/** The closeout report as one page to read or to print. */
export function ReportPage({ sheet, language }: { sheet: ReportSheet; language: Language }) {
  return (
    <>
      {sheet.period && <p class="eyebrow">{sheet.period}</p>}
      <h1>{sheet.title}</h1>
      <p class="lead">{sheet.computed}</p>
      {sheet.simulated && <p>{sheet.simulated}</p>}
      <h2>{reportTexts.results[language]}</h2>
      {sheet.groups.map(({ question, parts }) => (
        <section key={question} aria-label={question}>
          <h3>{question}</h3>
          {parts.map(({ name, metrics }) => (
            <MetricTable key={name} name={name} metrics={metrics} language={language} />
          ))}
        </section>
      ))}
      <p>
        {sheet.more.map(({ name, result }) => (
          <span key={name}>
            {name}
            {language === 'fr' && '\u00a0'}: {result}
          </span>
        ))}
      </p>
      <h2>{reportTexts.annex[language]}</h2>
      <p>{reportTexts.annexLead[language]}</p>
      {sheet.phases.map(({ name, steps }) => (
        <StepTable key={name} name={name} steps={steps} language={language} />
      ))}
      <StepTable name={reportTexts.totals[language]} steps={sheet.totals} language={language} />
      <Lessons lessons={sheet.lessons} language={language} />
    </>
  )
}

function MetricTable({
  name,
  metrics,
  language,
}: {
  name: string
  metrics: readonly SheetMetric[]
  language: Language
}) {
  return (
    <FoldTable
      caption={name}
      columns={[
        { label: reportTexts.metric[language] },
        { label: reportTexts.target[language] },
        { label: reportTexts.result[language] },
        { label: reportTexts.variance[language] },
      ]}
      rows={metrics.map((metric) => [
        metric.name,
        metric.target,
        <strong key="result">{metric.result}</strong>,
        metric.note,
      ])}
    />
  )
}

function StepTable({ name, steps, language }: { name: string; steps: readonly SheetStep[]; language: Language }) {
  return (
    <FoldTable
      caption={name}
      columns={[
        { label: reportTexts.step[language] },
        { label: reportTexts.soleSource[language], numeric: true },
        { label: reportTexts.estimate[language], numeric: true },
        { label: reportTexts.elapsed[language], numeric: true },
        { label: reportTexts.difference[language], numeric: true },
        { label: reportTexts.working[language], numeric: true },
        { label: reportTexts.variance[language] },
      ]}
      rows={steps.map((step) => [
        ...[step.name, step.soleSource, step.estimate, step.elapsed, step.difference, step.working, step.note],
      ])}
    />
  )
}

function StepsChart({ report, language }: { report: CloseoutReport; language: Language }) {
  const { steps, totals } = report.annex
  const measured = steps.filter(({ actualElapsed }) => actualElapsed !== null)
  const over = measured.filter(({ difference }) => difference !== null && difference > 0)
  const noted = (subject: Parameters<typeof report.notes.get>[0]) => report.notes.get(subject)?.[language]
  const sum = totals.toReceiveWork
  return (
    <StepChart
      language={language}
      title={pageTexts.stepsTitle[language]}
      description={
        pageTexts.stepsSay(formatNumber(over.length, language), formatNumber(measured.length, language))[language]
      }
      unit={pageTexts.stepsUnit[language]}
      steps={steps.map(
        ({ step, soleSource, estimate, actualElapsed }): ChartStep => ({
          name: stepEstimates.find((each) => each.step === step)?.name[language] ?? step,
          estimate,
          soleSource,
          actual: actualElapsed ?? undefined,
          note: noted(step),
        }),
      )}
      sum={{
        name: totalNames.toReceiveWork[language],
        estimate: sum.estimate,
        soleSource: sum.soleSource,
        actual: sum.actualElapsed ?? undefined,
        note: noted('toReceiveWork'),
      }}
    />
  )
}

const cardOf = ({ id, name, target, result, note, measured }: SheetMetric, language: Language): Metric => ({
  label: name,
  value: result,
  basis: [measured.result === SUPPRESSED ? pageTexts.tooFew[language] : measuredFrom[id][language], note]
    .filter((text) => text !== '')
    .join(' '),
  target: measured.target === null ? target : pageTexts.target(target)[language],
  result: tagOf(measured, language),
})

function tagOf({ target, result, met }: SheetMetric['measured'], language: Language): TagProps | undefined {
  if (result === SUPPRESSED) return { label: pageTexts.suppressed[language], tone: 'none' }
  if (target === null) return undefined
  if (met === null) return { label: pageTexts.noFigure[language], tone: 'none' }
  return met ? { label: pageTexts.met[language], tone: 'ok' } : { label: pageTexts.missed[language], tone: 'bad' }
}

const count3 = (met: number, missed: number, open: number): [string, string, string] => [
  String(met),
  String(missed),
  String(open),
]
