import { open, type Request, type Routes } from '../accounts/routing.ts'
import type { App } from '../platform/app.ts'
import { page, type Reply } from '../platform/http.ts'
import { clockTexts } from './texts.clock.ts'
import { ClockPage } from './views.clock.tsx'

export const clockRoutes = { 'GET /clock': open(clock) } satisfies Routes

/** The clock of the database: the one by which everything closes. */
async function clock(app: App, { language }: Request): Promise<Reply> {
  const now = await app.read('nothing', (tx) => tx.now())
  return page(200, clockTexts.title[language], <ClockPage now={now} language={language} />, {
    description: clockTexts.description[language],
  })
}
