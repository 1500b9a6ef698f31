import { formatDay, formatInstant, formatMoney, formatNumber, formatPercent } from '../platform/format.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { dollars } from '../platform/money.ts'
import { dayOf } from '../platform/time.ts'
import { type MetricFormat, type MetricId, metricGroups, metrics } from '../policy/metrics.ts'
import { phaseNames, phases, stepEstimates } from '../policy/steps.ts'
import type { AnnexSum } from './annex.ts'
import type { CloseoutReport, MeasuredMetric } from './report.ts'
import { type Result, SUPPRESSED } from './results.ts'
import { type Noted, type Total, totals } from './rules.ts'
import { figureTexts, labelNames, pageTexts, reportTexts, totalNames } from './texts.ts'

export type SheetMetric = {
  readonly id: MetricId
  readonly name: string
  readonly target: string
  readonly result: string
  readonly note: string
  readonly measured: MeasuredMetric
}
export type SheetGroup = {
  readonly question: string
  readonly parts: readonly { readonly name: string; readonly metrics: readonly SheetMetric[] }[]
}
/** Days as they are printed; the numbers themselves are in the report. */
export type SheetStep = {
  readonly name: string
  readonly soleSource: string
  readonly estimate: string
  readonly elapsed: string
  readonly difference: string
  readonly working: string
  readonly note: string
}
/** The report in one language: all that its page, its Markdown and its HTML say. */
export type ReportSheet = {
  readonly title: string
  readonly period: string | undefined
  readonly computed: string
  readonly simulated: string | undefined
  readonly groups: readonly SheetGroup[]
  readonly more: readonly { readonly name: string; readonly result: string }[]
  readonly phases: readonly { readonly name: string; readonly steps: readonly SheetStep[] }[]
  readonly totals: readonly SheetStep[]
  /** What was learned, oldest first. */
  readonly lessons: readonly string[]
}

/** Every figure of the report in words of one language. */
export function reportSheet(report: CloseoutReport, language: Language): ReportSheet {
  const { department, at, zone, period, notes, annex, facts } = report
  const noteOn = (subject: Noted) => notes.get(subject)?.[language] ?? ''
  const dayText = (instant: Date) => formatDay(dayOf(instant, zone), language, { weekday: false })
  return {
    title: reportTexts.titleOf(department.name[language])[language],
    period: period && pageTexts.period(dayText(period.from), dayText(period.to), department.name[language])[language],
    computed: reportTexts.computed(formatInstant(at, zone, language))[language],
    simulated: department.simulated ? reportTexts.simulated[language] : undefined,
    groups: metricGroups.map(({ question, parts }) => ({
      question: question[language],
      parts: parts.map((part) => ({
        name: part.name[language],
        metrics: part.metrics.map(({ id, name, targetName }) => {
          const measured = report.metrics.find((metric) => metric.id === id) ?? { id, ...unmeasured }
          const texts = { name: name[language], target: targetName[language], note: noteOn(id) }
          return { id, ...texts, result: resultText(id, measured.result, language), measured }
        }),
      })),
    })),
    more: [{ name: pageTexts.subscribers[language], result: formatNumber(facts.subscribers, language) }],
    phases: phases.map((phase) => ({
      name: phaseNames[phase][language],
      steps: stepEstimates.flatMap((estimate) => {
        const row = annex.steps.find(({ step }) => step === estimate.step)
        if (estimate.phase !== phase || !row) return []
        return [sheetStep(row, estimate.name[language], noteOn(estimate.step), language)]
      }),
    })),
    totals: totals.map((total: Total) =>
      sheetStep(annex.totals[total], totalNames[total][language], noteOn(total), language),
    ),
    lessons: report.lessons.map(({ text }) => text[language]),
  }
}

/** A result as it is printed: `4`, `50%`, `$6,500.00`, `N/A`, one figure for each label. */
export function resultText(id: MetricId, result: Result, language: Language): string {
  if (result === null) return figureTexts.notAvailable[language]
  if (result === SUPPRESSED) return figureTexts.suppressed[language]
  const format = metrics.find((metric) => metric.id === id)?.format ?? 'count'
  if (typeof result === 'number') return numberText(format, result, language)
  const lines = Object.entries(result).map(
    ([label, value]) =>
      `${labelText(label)[language]}${language === 'fr' ? '\u00a0' : ''}: ${formatNumber(value, language)}`,
  )
  return lines.join('; ')
}

export const labelText = (label: string): Text => labelNames[label] ?? { en: label, fr: label }

/** How many targets are met, missed, and without a figure to hold against them. */
export function targetCounts({ metrics: measured }: CloseoutReport): { met: number; missed: number; open: number } {
  const aimed = measured.filter(({ target }) => target !== null)
  return {
    met: aimed.filter(({ met }) => met === true).length,
    missed: aimed.filter(({ met }) => met === false).length,
    open: aimed.filter(({ met }) => met === null).length,
  }
}

/** What a note can be about, with its name: measures, steps, totals. */
export const notables = (language: Language): { value: Noted; label: string }[] => [
  ...metrics.map(({ id, name }) => ({ value: id, label: name[language] })),
  ...stepEstimates.map(({ step, name }) => ({ value: step, label: name[language] })),
  ...totals.map((total) => ({ value: total, label: totalNames[total][language] })),
]

const unmeasured = { target: null, result: null, met: null } as const

function numberText(format: MetricFormat, value: number, language: Language): string {
  switch (format) {
    case 'share':
      return formatPercent(value, language, 1)
    case 'money':
      return formatMoney(dollars(value), language)
    case 'hours':
      return figureTexts.hours(formatNumber(value, language))[language]
    case 'count':
    case 'accounts':
    case 'messages':
      return formatNumber(value, language)
  }
}

function sheetStep(row: AnnexSum, name: string, note: string, language: Language): SheetStep {
  const days = (number: number | null) =>
    number === null ? figureTexts.notAvailable[language] : formatNumber(number, language)
  return {
    name,
    soleSource: days(row.soleSource),
    estimate: days(row.estimate),
    elapsed: days(row.actualElapsed),
    difference: `${row.difference !== null && row.difference > 0 ? '+' : ''}${days(row.difference)}`,
    working: days(row.actualWorking),
    note,
  }
}
