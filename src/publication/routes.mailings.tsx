import { forStaff, type Routes } from '../accounts/routing.ts'
import { type Staff, scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { type Asked, page, type Reply, seeOther, unknown } from '../platform/http.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { steerMailing } from './commands.mailings.ts'
import { can, type MailingAct, type MailingRefusal } from './rules.mailings.ts'
import { mailingsOf } from './store.mailings.ts'
import { mailingTexts } from './texts.mailings.ts'
import { MailingsPage } from './views.mailings.tsx'

const readers = ['program_team', 'administrator'] as const
const MOST_LISTED = 50

export const mailingRoutes = {
  'GET /mailings': forStaff(readers, (app, request) => mailingsPage(app, request, 200, null)),
  'POST /mailings/:id/hold': forStaff(readers, (app, request) => steer(app, request, 'hold')),
  'POST /mailings/:id/resumption': forStaff(readers, (app, request) => steer(app, request, 'go_on')),
} satisfies Routes

async function mailingsPage(
  app: App,
  { actor, language }: Asked<Staff>,
  status: 200 | 409,
  refusal: MailingRefusal | null,
): Promise<Reply> {
  const mailings = await app.read(scopeOf(actor), (tx) => mailingsOf(tx, actor.departmentId, MOST_LISTED))
  const facts = {
    ...{ mailings, refusal, zone: actor.timeZone, steers: can.steerMailings(actor) },
    perSecond: app.config.mail.kind === 'local' ? null : app.config.mailPerSecond,
  }
  return page(status, mailingTexts.title[language], <MailingsPage facts={facts} language={language} />)
}

async function steer(app: App, request: Asked<Staff>, act: MailingAct): Promise<Reply> {
  const { actor, language, params } = request
  const { id } = params
  if (!isId(id)) return unknown
  const decision = await steerMailing(app, actor, { id, act })
  if (decision.ok) return seeOther(path('/mailings', language))
  return decision.because === 'unknown_mailing' ? unknown : mailingsPage(app, request, 409, decision.because)
}
