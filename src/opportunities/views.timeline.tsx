import type { Staff } from '../accounts/rules.ts'
import { progressOf } from '../history/durations.ts'
import { formatDays, formatInstant } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { Empty, Facts } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { ProcurementTimeline, waitingOf } from '../ui/timeline.tsx'
import type { FilePageFacts } from './pages.ts'
import { fileTexts } from './texts.file.ts'
import { timelinePageTexts as texts } from './texts.timeline.ts'
import { hundredths, stepName, timelineSteps } from './timeline.ts'
import { FileHead, FileStatus, titleIn, titleOf } from './views.file.tsx'

/** The whole time of one file: how it stands against the plan, each step, each run of a step. */
export function TimelinePage({ facts, actor, language }: { facts: FilePageFacts; actor: Staff; language: Language }) {
  const steps = timelineSteps(facts, language)
  return (
    <>
      <FileHead facts={facts} language={language} title={texts.title[language]} />
      <p class="lead" lang={titleIn(facts, language)}>
        {titleOf(facts, language)}
      </p>
      <FileStatus facts={facts} actor={actor} language={language} here />
      <Sums facts={facts} language={language} />
      <p>{texts.lead[language]}</p>
      <ProcurementTimeline
        language={language}
        title={fileTexts.timeline[language]}
        description={fileTexts.timelineSays[language]}
        unit={fileTexts.unit[language]}
        steps={steps}
      />
      <section aria-labelledby="runs">
        <h2 id="runs">{texts.runs[language]}</h2>
        <Runs facts={facts} language={language} />
      </section>
    </>
  )
}

function Sums({ facts: { timeline }, language }: { facts: FilePageFacts; language: Language }) {
  const { actual, planned, whole } = progressOf(timeline)
  const recorded = timeline.filter(({ working }) => working !== null)
  const sum = (numbers: readonly number[]) => hundredths(numbers.reduce((total, number) => total + number, 0))
  const worked = sum(recorded.map(({ working }) => working ?? 0))
  const waited = sum(
    recorded.map((row) => waitingOf({ actual: row.actual ?? undefined, working: row.working ?? undefined }) ?? 0),
  )
  const days = (of: number) => formatDays(hundredths(of), language)
  return (
    <Facts
      items={[
        { label: texts.soFar[language], value: days(actual) },
        { label: texts.toHere[language], value: days(planned) },
        { label: texts.whole[language], value: days(whole) },
        {
          label: texts.worked[language],
          value: recorded.length > 0 ? days(worked) : texts.notRecorded[language],
        },
        ...(recorded.length > 0 ? [{ label: texts.waited[language], value: days(waited) }] : []),
      ]}
    />
  )
}

function Runs({ facts: { timeline, policy }, language }: { facts: FilePageFacts; language: Language }) {
  const runs = timeline.flatMap(({ step, runs: own }) => own.map((run) => ({ step, ...run })))
  if (runs.length === 0) return <Empty head={texts.noRuns[language]} />
  const instant = (at: Date) => formatInstant(at, policy.zone, language)
  return (
    <>
      <p>{texts.runsLead[language]}</p>
      <FoldTable
        caption={texts.runs[language]}
        captionHidden
        columns={[texts.step, texts.began, texts.ended].map((label) => ({ label: label[language] }))}
        rows={runs
          .toSorted((one, other) => one.from.getTime() - other.from.getTime())
          .map(({ step, from, to }) => [
            stepName(step, language),
            instant(from),
            to ? instant(to) : <strong key="to">{texts.running[language]}</strong>,
          ])}
      />
    </>
  )
}
