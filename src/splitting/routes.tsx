import { forStaff, type Routes } from '../accounts/routing.ts'
import { type Staff, scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { type Asked, page, type Reply } from '../platform/http.ts'
import { listedFlags } from './pages.ts'
import { rules } from './rules.compare.ts'
import { splittingTexts as texts } from './texts.pages.ts'
import { FlagsPage } from './views.tsx'

export const splittingRoutes = {
  'GET /splitting': forStaff(['program_team', 'procurement', 'observer'], listFlags),
} satisfies Routes

async function listFlags(app: App, { actor, language, query }: Asked<Staff>): Promise<Reply> {
  const show = query.show === 'all' ? 'all' : 'open'
  const rule = rules.find((known) => known === query.rule)
  const listed = await app.read(scopeOf(actor), (tx) => listedFlags(tx, actor, { show, rule }))
  const view = <FlagsPage language={language} zone={actor.timeZone} listed={listed} show={show} rule={rule} />
  return page(200, texts.listTitle[language], view)
}
