import type { Staff } from '../accounts/rules.ts'
import type { Waiting } from '../accounts/waiting.ts'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { can } from './rules.ts'
import { type NamedFile, postedWithout, reservationsOf } from './store.ts'
import { approvalTexts as texts } from './texts.ts'

/** Postings to review afterwards for procurement, funds to release for finance. */
export async function waitingForApprovals(tx: Tx, actor: Staff, language: Language): Promise<Waiting[]> {
  const { departmentId } = actor
  const reviews = can.reviewLater(actor, actor) ? await postedWithout(tx, departmentId) : []
  const kept = can.releaseFunds(actor, actor) ? await reservationsOf(tx, departmentId, { unreleased: true }) : []
  return [
    ...reviews
      .filter(({ review }) => !review)
      .map((file) => ({
        ...{ text: texts.reviewWaiting, about: aboutOf(file), since: file.publishedAt, due: null },
        href: path('/files/:id/review', language, { id: file.id }),
      })),
    ...kept
      .filter(({ inUse }) => !inUse)
      .map(({ file, since }) => ({
        ...{ text: texts.releaseTitle, about: aboutOf(file), since, due: null },
        href: path('/files/:id/release', language, { id: file.id }),
      })),
  ]
}

const aboutOf = ({ number, title }: NamedFile) => ({
  en: `${number} – ${title.en || title.fr}`,
  fr: `${number} – ${title.fr || title.en}`,
})
