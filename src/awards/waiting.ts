import type { Staff } from '../accounts/rules.ts'
import type { Waiting } from '../accounts/waiting.ts'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { missingSignOffs } from './store.waiting.ts'
import { awardWaiting } from './texts.pages.ts'

/** What waits for this person because of an offer: sign-offs to record, for the program team. */
export async function waitingForAwards(tx: Tx, actor: Staff, language: Language): Promise<Waiting[]> {
  if (!actor.roles.includes('program_team')) return []
  return (await missingSignOffs(tx, actor.departmentId)).map(({ id, number, title, since }) => ({
    text: awardWaiting.signOff,
    about: { en: `${number} – ${title.en}`, fr: `${number} – ${title.fr}` },
    href: path('/files/:id/offer', language, { id }),
    since,
    due: null,
  }))
}
