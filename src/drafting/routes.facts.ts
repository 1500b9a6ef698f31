import { type Staff, scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import type { Asked } from '../platform/http.ts'
import { isId } from '../platform/ids.ts'
import { answerComment, comment, resolveComment } from './commands.comments.ts'
import type { Pressed } from './forms.ts'
import { type DraftFacts, draftFacts } from './pages.ts'

export type StaffRequest = Asked<Staff>

/** The file of this address for this person; nothing when there is none, or none for them. */
export async function factsFor(app: App, { actor, params }: StaffRequest): Promise<DraftFacts | undefined> {
  const { id } = params
  return isId(id) ? app.read(scopeOf(actor), (tx) => draftFacts(tx, actor, id)) : undefined
}

/** A comment, an answer, or the end of one; from the builder and from the page of comments alike. */
export async function discuss(
  app: App,
  actor: Staff,
  id: string,
  pressed: Extract<Pressed, { button: 'comment' | 'answer' | 'resolve' }>,
) {
  if (pressed.button === 'answer') return answerComment(app, actor, { id, ...pressed })
  if (pressed.button === 'resolve') return resolveComment(app, actor, { id, ...pressed })
  const { field, body } = pressed
  const said = await comment(app, actor, { id, field, body })
  return said.ok ? ({ ok: true, value: { field } } as const) : said
}
