import { holds, type Staff } from '../accounts/rules.ts'
import type { Waiting } from '../accounts/waiting.ts'
import type { Tx } from '../platform/db.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { policyOf } from '../policy/store.ts'
import { dueOf } from './pages.ts'
import { type ClientRequest, can } from './rules.ts'
import { openRequests } from './store.ts'
import { pageTexts } from './texts.pages.ts'

/** Requests that wait for this person: to screen, to decide on, or to write a statement for. */
export async function waitingForRequests(tx: Tx, actor: Staff, language: Language): Promise<Waiting[]> {
  if (!holds(actor, 'client', 'program_team', 'procurement')) return []
  const policy = await policyOf(tx, actor.departmentId, await tx.now())
  return (await openRequests(tx, actor.departmentId)).flatMap(({ request, hasStatement }) => {
    const task = taskOf(request, hasStatement, actor)
    if (!task) return []
    const { text, pattern, since } = task
    const about: Text = { en: `${request.number} – ${request.subject}`, fr: `${request.number} – ${request.subject}` }
    const href = path(pattern, language, { id: request.id })
    return [{ text, about, aboutIn: request.language, href, since, due: dueOf(request, policy) }]
  })
}

type Task = { readonly text: Text; readonly pattern: string; readonly since: Date }

function taskOf(request: ClientRequest, hasStatement: boolean, actor: Staff): Task | undefined {
  if (can.screen(actor, request))
    return { text: pageTexts.toScreening, pattern: '/requests/:id/screening', since: request.receivedAt }
  if (request.state !== 'accepted') return undefined
  if (!request.go && can.decideGo(actor, request))
    return { text: pageTexts.toGo, pattern: '/requests/:id/go', since: request.screening.at }
  if (request.go?.said === 'go' && request.clientId === actor.id && !hasStatement)
    return { text: pageTexts.startStatement, pattern: '/requests/:id', since: request.go.at }
  return undefined
}
