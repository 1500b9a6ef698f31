import { forStaff, type Routes } from '../accounts/routing.ts'
import { type Staff, scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { type Asked, page, type Reply } from '../platform/http.ts'
import { path } from '../platform/paths.ts'
import { calendarOf } from '../policy/inForce.ts'
import { policyOf } from '../policy/store.ts'
import { funnelOf, yearOf, yearsOf } from './rules.funnel.ts'
import { funnelRequests } from './store.funnel.ts'
import { funnelTexts } from './texts.funnel.ts'
import { listTexts } from './texts.pages.ts'
import { FunnelPage } from './views.funnel.tsx'

export const funnelRoutes = {
  'GET /requests/funnel': forStaff(['program_team', 'procurement', 'observer', 'administrator'], showFunnel),
} satisfies Routes

async function showFunnel(app: App, { actor, language, query }: Asked<Staff>): Promise<Reply> {
  const { requests, policy, now } = await app.read(scopeOf(actor), async (tx) => {
    const at = await tx.now()
    return {
      requests: await funnelRequests(tx, actor.departmentId),
      policy: await policyOf(tx, actor.departmentId, at),
      now: at,
    }
  })
  const { zone } = policy
  const years = yearsOf(requests, zone)
  const year = years.find((each) => each === query.year)
  const counted = year ? requests.filter((request) => yearOf(request, zone) === year) : requests
  const figures = funnelOf(counted, { calendar: calendarOf(policy), zone, now })
  const view = <FunnelPage language={language} figures={figures} years={years} year={year} />
  // Administrators have no list of requests to go back to.
  const list = { label: listTexts.title[language], href: path('/requests', language) }
  const reads = actor.roles.some((role) => role !== 'administrator')
  return page(200, funnelTexts.title[language], view, { crumbs: reads ? [list] : [] })
}
