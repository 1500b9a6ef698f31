import { forStaff, type Routes } from '../accounts/routing.ts'
import { scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { type Reply, seeOther, unknown } from '../platform/http.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { opportunityOf } from '../requests/store.ts'
import { startStatement } from './commands.writing.ts'
import { amendmentRoutes } from './routes.amendments.tsx'
import { changeRoutes } from './routes.changes.tsx'
import { declarationRoutes } from './routes.declarations.tsx'
import type { StaffRequest } from './routes.file.tsx'
import { readinessRoutes } from './routes.readiness.tsx'
import { splittingFileRoutes } from './routes.splitting.tsx'
import { timelineRoutes } from './routes.timeline.tsx'

const writers = ['client', 'program_team'] as const

export const opportunityRoutes = {
  'POST /requests/:id/statement': forStaff(writers, start),
  ...readinessRoutes,
  ...amendmentRoutes,
  ...changeRoutes,
  ...declarationRoutes,
  ...splittingFileRoutes,
  ...timelineRoutes,
} satisfies Routes

async function start(app: App, request: StaffRequest): Promise<Reply> {
  const { actor, params, language } = request
  const requestId = params.id
  if (!isId(requestId)) return unknown
  const decision = await startStatement(app, actor, { requestId })
  if (decision.ok) return seeOther(path('/files/:id/statement', language, { id: decision.value.id }))
  if (decision.because !== 'already_started') return seeOther(path('/requests/:id', language, { id: requestId }))
  const id = await app.read(scopeOf(actor), (tx) => opportunityOf(tx, requestId))
  return id ? seeOther(path('/files/:id', language, { id })) : unknown
}
