import { forStaff, type Routes } from '../accounts/routing.ts'
import { type Staff, scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { type Asked, page, type Reply } from '../platform/http.ts'
import { observerPage } from './pages.observer.ts'
import { boardReaders } from './rules.board.ts'
import { observerTexts } from './texts.observer.ts'
import { ObserverPageView } from './views.observer.tsx'

export const observerRoutes = {
  'GET /observer': forStaff(boardReaders, showBought),
} satisfies Routes

async function showBought(app: App, { actor, language, query }: Asked<Staff>): Promise<Reply> {
  const bought = await app.read(scopeOf(actor), (tx) => observerPage(tx, actor, query))
  return page(200, observerTexts.title[language], <ObserverPageView page={bought} language={language} />)
}
