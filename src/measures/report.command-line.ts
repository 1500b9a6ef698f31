import { parseArgs } from 'node:util'
import { findDepartmentByCode } from '../accounts/store.ts'
import type { DatabaseCommand } from '../command.ts'
import { isLanguage, type Language } from '../platform/i18n.ts'
import { reportSheet } from './pages.ts'
import { reportJson, reportMarkdown } from './report.formats.ts'
import { reportHtml } from './report.html.tsx'
import { closeoutReport } from './report.ts'
import { commandTexts } from './texts.command-line.ts'

/** `report --department CODE`: exit code 0 done, 1 no such department, 2 wrongly asked. */
export const reportCommand: DatabaseCommand = async ({ worker }, words, { out, err }) => {
  const asked = parse(words)
  if (asked === 'pdf') {
    err(`${commandTexts.noPdf.en}\n${commandTexts.noPdf.fr}\n`)
    return 2
  }
  if (!asked) {
    err(`${commandTexts.reportHelp.en}\n${commandTexts.reportHelp.fr}`)
    return 2
  }
  if (asked.help) {
    out(commandTexts.reportHelp[asked.language])
    return 0
  }
  const { language, format } = asked
  const department = await worker.read('everything', (tx) => findDepartmentByCode(tx, asked.department))
  if (!department) {
    err(`${commandTexts.noDepartment(asked.department)[language]}\n`)
    return 1
  }
  const report = await closeoutReport(worker, department.id)
  const sheet = reportSheet(report, language)
  if (format === 'json') out(`${JSON.stringify(reportJson(report, language), undefined, 2)}\n`)
  else out(format === 'html' ? reportHtml(sheet, language) : reportMarkdown(sheet, language))
  return 0
}

const formats = ['html', 'md', 'json'] as const
type Format = (typeof formats)[number]

type Asked = { department: string; language: Language; format: Format; help: boolean }

function parse(words: readonly string[]): Asked | 'pdf' | undefined {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        department: { type: 'string' },
        language: { type: 'string', default: 'en' },
        format: { type: 'string', default: 'md' },
        help: { type: 'boolean', default: false },
      },
    })
    const { department = '', language, help } = values
    if (values.format === 'pdf') return 'pdf'
    const format = formats.find((each) => each === values.format)
    if (!isLanguage(language) || !format || (department === '' && !help)) return undefined
    return { department, language, format, help }
  } catch {
    return undefined // an unknown option, or one without its value
  }
}
