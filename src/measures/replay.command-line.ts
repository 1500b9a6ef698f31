import type { DatabaseCommand } from '../command.ts'
import { sequenceRecord } from '../history/sequencer.ts'
import { programmeFrom, readProgrammeFiles } from './programme.ts'
import { replay } from './replay.ts'
import { ActRefused } from './settling.ts'
import { commandTexts } from './texts.command-line.ts'

/** `replay FOLDER`: exit code 0 done or done before, 1 refused by a rule, 2 wrongly asked. */
export const replayCommand: DatabaseCommand = async (program, words, { out, err }) => {
  const [folder, ...more] = words
  if (folder === '--help') {
    out(`${commandTexts.replayHelp.en}\n${commandTexts.replayHelp.fr}`)
    return 0
  }
  if (folder === undefined || more.length > 0) {
    err(`${commandTexts.replayHelp.en}\n${commandTexts.replayHelp.fr}`)
    return 2
  }
  const files = await readProgrammeFiles(folder)
  const programme = files ? programmeFrom(files) : []
  if (!('department' in programme)) {
    const { en, fr } = commandTexts.noFolder(folder)
    err([en, fr, ...programme, ''].join('\n'))
    return 2
  }
  try {
    const { replayed } = await replay(program, programme, (line) => out(`${line}\n`))
    const { en, fr } = (replayed ? commandTexts.replayed : commandTexts.alreadyThere)(programme.department.code)
    out(`${en}\n${fr}\n`)
    if (replayed) await sequenceRecord(program.worker)
    return 0
  } catch (error) {
    if (!(error instanceof ActRefused)) throw error
    const { en, fr } = commandTexts.refused(error.act, error.because)
    err(`${en}\n${fr}\n`)
    return 1
  }
}
