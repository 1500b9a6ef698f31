import { parseArgs } from 'node:util'
import { findDepartmentByCode } from '../accounts/store.ts'
import type { DatabaseCommand } from '../command-line.ts'
import { isLanguage, type Language } from '../platform/i18n.ts'
import { commandTexts } from './texts.command-line.ts'

/** `report --department CODE`: exit code 0 done, 1 no such department, 2 wrongly asked. */
export const reportCommand: DatabaseCommand = async ({ worker }, words, { out, err }) => {
  const asked = parse(words)
  if (!asked) {
    err(`${commandTexts.reportHelp.en}\n${commandTexts.reportHelp.fr}`)
    return 2
  }
  if (asked.help) {
    out(commandTexts.reportHelp[asked.language])
    return 0
  }
  const department = await worker.read('everything', (tx) => findDepartmentByCode(tx, asked.department))
  if (!department) {
    err(`${commandTexts.noDepartment(asked.department)[asked.language]}\n`)
    return 1
  }
  return 0
}

type Asked = { department: string; language: Language; format: string; help: boolean }

function parse(words: readonly string[]): Asked | undefined {
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
    const { department = '', language, format, help } = values
    if (!isLanguage(language) || (department === '' && !help)) return undefined
    return { department, language, format, help }
  } catch {
    return undefined // an unknown option, or one without its value
  }
}
