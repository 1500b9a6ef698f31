import { lessonTexts } from '../enquiries/texts.ts'
import type { Language } from '../platform/i18n.ts'
import type { ReportSheet, SheetStep } from './pages.ts'
import type { CloseoutReport } from './report.ts'
import { reportTexts as texts } from './texts.ts'

/** The report for machines: stable names. Shares are shares of one, money is dollars, null is "not available". */
export function reportJson({ department, at, metrics, annex, notes, facts }: CloseoutReport, language: Language) {
  return {
    department: department.code,
    computedAt: at.toISOString(),
    language,
    metrics: metrics.map(({ id, target, result }) => ({
      id,
      target,
      result,
      variance: notes.get(id)?.[language] ?? null,
    })),
    steps: annex.steps.map((row) => ({ ...row, variance: notes.get(row.step)?.[language] ?? null })),
    totals: annex.totals,
    more: { subscribers: facts.subscribers },
  }
}

/** The report as Markdown: the tables of section 3, then Annex A. */
export function reportMarkdown(sheet: ReportSheet, language: Language): string {
  const metricHead = [texts.metric, texts.target, texts.result, texts.variance].map((text) => text[language])
  const groups = sheet.groups.flatMap(({ question, parts }) => [
    `### ${question}`,
    ...parts.flatMap(({ name, metrics }) => [
      `#### ${name}`,
      table(
        metricHead,
        metrics.map((metric) => [metric.name, metric.target, metric.result, metric.note]),
      ),
    ]),
  ])
  const stepHead = [
    ...[texts.step, texts.soleSource, texts.estimate, texts.elapsed, texts.difference, texts.working, texts.variance],
  ].map((text) => text[language])
  const sections = [
    `# ${sheet.title}`,
    sheet.period,
    sheet.computed,
    sheet.simulated && `> ${sheet.simulated}`,
    `## ${texts.results[language]}`,
    ...groups,
    `### ${texts.more[language]}`,
    ...sheet.more.map(({ name, result }) => `- ${cell(name)}${language === 'fr' ? '\u00a0' : ''}: ${result}`),
    `## ${texts.annex[language]}`,
    texts.annexLead[language],
    ...sheet.phases.flatMap(({ name, steps }) => [`### ${name}`, table(stepHead, steps.map(stepCells))]),
    `### ${texts.totals[language]}`,
    table(stepHead, sheet.totals.map(stepCells)),
    ...(sheet.lessons.length > 0
      ? [`## ${lessonTexts.head[language]}`, sheet.lessons.map((lesson) => `- ${cell(lesson)}`).join('\n')]
      : []),
  ]
  return `${sections.filter((section) => section).join('\n\n')}\n`
}

const stepCells = (step: SheetStep): string[] => [
  ...[step.name, step.soleSource, step.estimate, step.elapsed, step.difference, step.working, step.note],
]

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

/** One line, and nothing in it that a table or a reader of Markdown would take for a mark. */
const cell = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ').replaceAll(/[\\|`*_[\]<>]/g, '\\$&')
