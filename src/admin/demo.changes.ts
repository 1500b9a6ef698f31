import { done } from '../measures/settling.ts'
import { amend } from '../opportunities/commands.changes.ts'
import { findOpportunity } from '../opportunities/store.ts'
import type { Text } from '../platform/i18n.ts'
import { receiveImport, translationOf } from '../translation/commands.ts'
import type { DemoFile } from './demo.stage.ts'

/** An act of the demonstration that is no stage of a file: on which business day from today, and what it does. */
type ChangeAct = {
  readonly day: number
  readonly clock: '15:10' | '15:20' | '15:30'
  readonly does: () => Promise<void>
}

/** One notice amended, one amendment that waits for procurement, and a translation that came back from an office. */
export function demoChanges(files: readonly DemoFile[]): ChangeAct[] {
  const on = (key: string, act: (file: DemoFile) => Promise<void>) => async () => {
    const file = files.find(({ planned }) => planned.key === key)
    if (file) await act(file)
  }
  return [
    { day: -1, clock: '15:10', does: on('ead3', rewordTeaser) },
    { day: -1, clock: '15:20', does: on('keyboard-trap', askForTests) },
    { day: -1, clock: '15:30', does: on('photo-descriptions', receiveTranslation) },
  ]
}

async function rewordTeaser(file: DemoFile): Promise<void> {
  const wanted = { teaser: more(file.written.teaser, spreadsheet) }
  const input = { id: file.id, seen: await versionOf(file), reason: format, wanted, step: 'post' } as const
  await done('amend', amend(file.app, file.staff.program, input))
}

async function askForTests(file: DemoFile): Promise<void> {
  const wanted = { work: more(file.written.work, third) }
  const input = { id: file.id, seen: await versionOf(file), reason: browser, wanted, step: 'submit' } as const
  await done('send the amendment', amend(file.app, file.staff.program2, input))
}

/** The office translated what is still missing. */
async function receiveTranslation(file: DemoFile): Promise<void> {
  const { app, staff, id, language, written } = file
  const { segments } = await app.read('everything', async (tx) => {
    const opportunity = await findOpportunity(tx, id)
    if (!opportunity) throw new Error(`file ${id} is not there`)
    return translationOf(tx, opportunity)
  })
  const target = language === 'en' ? 'fr' : 'en'
  const known: readonly Text[] = [written.title, written.teaser, written.background, ...written.criteria]
  const returned = segments.flatMap(({ key, source }) => {
    const text = known.find((each) => each[language] === source)
    return text ? [{ key, source, target: text[target] }] : []
  })
  const input = { id, fileName: 'retour-du-bureau.xlf', format: 'xliff', returned } as const
  await done('receive a translation', receiveImport(app, staff.program2, input))
}

const versionOf = ({ app, id }: DemoFile): Promise<number> =>
  app.read('everything', async (tx) => (await findOpportunity(tx, id))?.version ?? 0)

const more = (text: Text, added: Text): Text => ({ en: `${text.en} ${added.en}`, fr: `${text.fr} ${added.fr}` })

const spreadsheet: Text = {
  en: 'The plans stay in their spreadsheet.',
  fr: 'Les plans restent dans leur chiffrier.',
}
const format: Text = {
  en: 'People asked whether the spreadsheet goes away. It stays.',
  fr: 'On nous a demandé si le chiffrier disparaît. Il reste.',
}
const third: Text = { en: 'A third browser may be added.', fr: 'Un troisième navigateur peut s’ajouter.' }
const browser: Text = {
  en: 'A third browser is now supported by the department.',
  fr: 'Le ministère prend désormais en charge un troisième navigateur.',
}
