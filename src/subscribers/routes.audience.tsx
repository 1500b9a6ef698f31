import { forStaff, type Routes } from '../accounts/routing.ts'
import { holds, type Staff, scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { type Asked, page, type Reply } from '../platform/http.ts'
import { audiencePage } from './pages.audience.ts'
import * as store from './store.audience.ts'
import { skillsSeen } from './store.postings.ts'
import { audienceTexts as texts } from './texts.audience.ts'
import { AudiencePage } from './views.audience.tsx'

export const audienceRoutes = {
  'GET /audience': forStaff(['program_team', 'procurement', 'observer', 'administrator'], showAudience),
} satisfies Routes

const THIRTY_DAYS_IN_MS = 30 * 86_400_000

async function showAudience(app: App, { actor, language }: Asked<Staff>): Promise<Reply> {
  const { departmentId, timeZone } = actor
  const rows = await app.read(scopeOf(actor), async (tx) => {
    const now = await tx.now()
    return {
      standing: await store.standingOf(tx, departmentId),
      growth: await store.growthOf(tx, timeZone),
      languages: await store.languagesOf(tx, departmentId),
      cadences: await store.cadencesOf(tx, departmentId),
      domains: await store.domainsOf(tx, departmentId),
      skills: await store.skillsChosen(tx, departmentId),
      skillNames: await skillsSeen(tx),
      sources: await store.sourcesTold(tx),
      bounces: await store.bouncesSince(tx, departmentId, new Date(now.getTime() - THIRTY_DAYS_IN_MS)),
      shared: await store.openOf(tx, departmentId, now),
    }
  })
  const view = (
    <AudiencePage
      facts={audiencePage(rows, language)}
      language={language}
      shares={holds(actor, 'program_team', 'procurement', 'observer')}
      steers={holds(actor, 'program_team', 'administrator')}
    />
  )
  return page(200, texts.title[language], view)
}
