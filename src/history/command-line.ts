import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { DatabaseCommand } from '../command.ts'
import { isLanguage, type Language } from '../platform/i18n.ts'
import { checkpointKey, checkpointOrigin, checkpointsFile } from './sequencer.ts'
import { auditTexts, problemLine } from './texts.ts'
import { verifyHistory } from './verify.ts'

/** `audit verify`: exit code 0 when the record is whole, 1 when something is wrong, 2 when wrongly asked. */
export const auditCommand: DatabaseCommand = async ({ worker, config }, words, { out, err }) => {
  const asked = parse(words)
  if (!asked) {
    err(`${auditTexts.help.en}\n${auditTexts.help.fr}`)
    return 2
  }
  const { language, json } = asked
  if (asked.help) {
    out(auditTexts.help[language])
    return 0
  }
  const checkpoints = await readFile(asked.file ?? checkpointsFile({ config }), 'utf8').catch(() => undefined)
  if (checkpoints === undefined && asked.file !== undefined) {
    err(`${auditTexts.unreadable(asked.file)[language]}\n`)
    return 2
  }
  if (checkpoints === undefined) err(`${auditTexts.noFile[language]}\n`)

  const witness = { origin: checkpointOrigin(worker), publicKey: checkpointKey(worker), checkpoints }
  const { problems, events, checkpoints: signed } = await worker.read('everything', (tx) => verifyHistory(tx, witness))
  const whole = problems.length === 0
  if (json) out(`${JSON.stringify({ whole, events, checkpoints: signed, problems }, undefined, 2)}\n`)
  else if (whole) out(`${auditTexts.fine(events, signed)[language]}\n`)
  else
    out(
      [auditTexts.wrong(problems.length)[language], ...problems.map((one) => problemLine(one, language)), ''].join(
        '\n',
      ),
    )
  return whole ? 0 : 1
}

type Asked = { help: boolean; json: boolean; file: string | undefined; language: Language }

function parse(words: readonly string[]): Asked | undefined {
  const help = { type: 'boolean', default: false } as const
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { help, json: help, checkpoints: { type: 'string' }, language: { type: 'string', default: 'en' } },
    })
    const asksHelp = values.help || positionals.length === 0
    if (!isLanguage(values.language)) return undefined
    if (!values.help && (positionals.length !== 1 || positionals[0] !== 'verify')) return undefined
    return { help: asksHelp, json: values.json, file: values.checkpoints, language: values.language }
  } catch {
    return undefined // an unknown option, or one without its value
  }
}
