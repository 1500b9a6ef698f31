import { forStaff, type Routes } from '../accounts/routing.ts'
import type { App } from '../platform/app.ts'
import { type Reply, unknown } from '../platform/http.ts'
import { everyRole, fileAsked, type StaffRequest, underFile } from './routes.file.tsx'
import { timelinePageTexts } from './texts.timeline.ts'
import { titleOf } from './views.file.tsx'
import { TimelinePage } from './views.timeline.tsx'

export const timelineRoutes = {
  'GET /files/:id/timeline': forStaff(everyRole, showTimeline),
} satisfies Routes

async function showTimeline(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await fileAsked(app, request)
  if (!facts) return unknown
  const { actor, language } = request
  const title = `${timelinePageTexts.title[language]} – ${titleOf(facts, language)}`
  return underFile(200, request, facts, title, <TimelinePage facts={facts} actor={actor} language={language} />)
}
