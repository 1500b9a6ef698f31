import { holds, type Staff } from '../accounts/rules.ts'
import type { Waiting } from '../accounts/waiting.ts'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { can, isUndecided } from './rules.ts'
import { flagsIn, namesOf } from './store.flags.ts'
import { splittingTexts } from './texts.pages.ts'

/** Findings that wait for this person’s decision: one line for each file, since the oldest of them. */
export async function waitingForSplitting(tx: Tx, actor: Staff, language: Language): Promise<Waiting[]> {
  if (!holds(actor, 'procurement')) return []
  const flags = (await flagsIn(tx, actor.departmentId)).filter((flag) => isUndecided(flag) && can.decide(actor, flag))
  const files = await namesOf(
    tx,
    flags.flatMap(({ members }) => members),
  )
  const seen = new Set<string>()
  return flags.flatMap(({ opportunityId, members, raisedAt }) => {
    const file = opportunityId === null ? undefined : files.get(opportunityId)
    const isOwn = members.some((member) => files.get(member)?.clientId === actor.id)
    if (!file || isOwn || seen.has(file.id)) return []
    seen.add(file.id)
    const { id, number, title, titleIn } = file
    return [
      {
        text: splittingTexts.task,
        about: { en: `${number} – ${title.en}`, fr: `${number} – ${title.fr}` },
        aboutIn: titleIn,
        href: path('/files/:id/splitting', language, { id }),
        since: raisedAt,
        due: null,
      },
    ]
  })
}
