import { forSupplier, type Routes } from '../accounts/routing.ts'
import { type Supplier, scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { type Asked, page, type Reply, unknown } from '../platform/http.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { fateOf, isTold } from './rules.ts'
import { ownResult } from './store.own.ts'
import { ownTexts } from './texts.own.ts'
import { OwnResultView } from './views.own.tsx'

/** An applicant’s own result, on the page as in the letter, and not before it. */
export const ownResultRoutes = { 'GET /applications/:id/result': forSupplier(showResult) } satisfies Routes

async function showResult(app: App, { actor, language, params: { id } }: Asked<Supplier>): Promise<Reply> {
  if (!isId(id)) return unknown
  const result = await app.read(scopeOf(actor), (tx) => ownResult(tx, id, actor.id))
  if (!result || !isTold(result.opportunity)) return unknown
  const fate = fateOf({ ...result, ranked: result.rank !== null }, result.opportunity) ?? 'offered'
  return page(200, ownTexts.title[language], <OwnResultView {...{ language, result, fate }} />, {
    crumbs: [{ label: ownTexts.applications[language], href: path('/applications', language) }],
  })
}
