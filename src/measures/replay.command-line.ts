import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseCommand } from '../command-line.ts'
import { commandTexts } from './texts.command-line.ts'

/** `replay FOLDER`: exit code 0 done, 1 refused, 2 wrongly asked. */
export const replayCommand: DatabaseCommand = async (_program, words, { out, err }) => {
  const [folder, ...more] = words
  if (folder === '--help' || folder === undefined || more.length > 0) {
    const help = `${commandTexts.replayHelp.en}\n${commandTexts.replayHelp.fr}`
    if (folder === '--help') out(help)
    else err(help)
    return folder === '--help' ? 0 : 2
  }
  const facts = await readFile(join(folder, 'pilot.json'), 'utf8').catch(() => undefined)
  if (facts === undefined) {
    const { en, fr } = commandTexts.noFolder(folder)
    err(`${en}\n${fr}\n`)
    return 2
  }
  return 0
}
