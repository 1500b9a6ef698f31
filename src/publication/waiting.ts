import type { Staff } from '../accounts/rules.ts'
import type { Waiting } from '../accounts/waiting.ts'
import { unpostedFiles } from '../opportunities/store.postings.ts'
import type { Tx } from '../platform/db.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { can } from './rules.ts'
import { staffTexts } from './texts.staff.ts'

/** Files that are ready to be posted, for the program team. */
export async function waitingForPublication(tx: Tx, actor: Staff, language: Language): Promise<Waiting[]> {
  if (!can.publish(actor, actor)) return []
  const files = await unpostedFiles(tx, actor.departmentId)
  return files.flatMap((file) => {
    if (file.state !== 'ready' || file.departmentId !== actor.departmentId) return []
    const { reservation, translation } = file.gates
    const gates = [reservation?.at, translation?.at].filter((at) => at !== undefined)
    const about: Text = { en: `${file.number} – ${file.title.en}`, fr: `${file.number} – ${file.title.fr}` }
    return [
      {
        text: staffTexts.toPost,
        about,
        href: path('/files/:id/publication', language, { id: file.id }),
        since: gates.toSorted((a, b) => b.getTime() - a.getTime())[0] ?? file.submittedAt,
        due: null,
      },
    ]
  })
}
