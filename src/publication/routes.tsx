import { forStaff, open, type Routes } from '../accounts/routing.ts'
import type { Staff } from '../accounts/rules.ts'
import { scopeOf } from '../accounts/rules.ts'
import { findPerson } from '../accounts/store.ts'
import { buildNotice, departmentOf, noticeOf } from '../opportunities/notice.ts'
import { parityGaps } from '../opportunities/rules.readiness.ts'
import { can as canOnFile, isPosted } from '../opportunities/rules.ts'
import { findOpportunity, statementOf } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import type { Decision } from '../platform/decision.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { type Asked, page, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { instantAt } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import { heldDuties } from '../requests/duties.store.ts'
import { schedulePosting, unschedulePosting } from './commands.schedule.ts'
import { publish as publishCommand } from './commands.ts'
import { publicationForm, scheduleForm } from './forms.ts'
import { askGates } from './gates.ts'
import { ProcessPage } from './process.tsx'
import { publish as publishRule } from './rules.ts'
import { scheduleOf } from './store.schedule.ts'
import { processTexts } from './texts.process.ts'
import { obstacleTexts } from './texts.schedule.ts'
import { staffTexts } from './texts.staff.ts'
import { type PublicationFacts, PublicationPage } from './views.staff.tsx'

export const publicationRoutes = {
  'GET /process': open(
    async (_, { language }) =>
      page(200, processTexts.title[language], <ProcessPage language={language} />, {
        description: processTexts.description[language],
      }),
    { cached: [] },
  ),
  'GET /files/:id/publication': forStaff(['program_team'], (app, request) => publication(app, request, 200, [])),
  'POST /files/:id/publication': forStaff(['program_team'], post),
} satisfies Routes

/** Posts now; or, from the other form, plans the posting for later or takes the plan away. */
async function post(app: App, request: Asked<Staff>): Promise<Reply> {
  const { actor, params, form } = request
  const id = params.id ?? ''
  const said = await facts(app, actor, id)
  if (!said) return unknown
  if (typed(form, 'do') === 'unschedule') return posted(app, request, await unschedulePosting(app, actor, { id }))
  if (typed(form, 'do') === 'schedule') {
    const asked = parseForm(scheduleForm, form)
    if (!asked.ok) return publication(app, request, 422, asked.problems)
    const at = instantAt(asked.value.day, asked.value.time, said.notice.zone)
    return posted(app, request, await schedulePosting(app, actor, { id, at }))
  }
  const asked = parseForm(publicationForm, form)
  if (!asked.ok) return publication(app, request, 422, asked.problems)
  return posted(app, request, await publishCommand(app, actor, { id, ...asked.value }))
}

const posted = (
  app: App,
  request: Asked<Staff>,
  decision: Decision<unknown, keyof typeof obstacleTexts>,
): Promise<Reply> | Reply =>
  decision.ok
    ? seeOther(path('/files/:id/publication', request.language, { id: request.params.id ?? '' }))
    : publication(app, request, 409, [{ field: '', text: obstacleTexts[decision.because] }])

async function publication(
  app: App,
  { actor, language, params: { id = '' }, form }: Asked<Staff>,
  status: 200 | 409 | 422,
  problems: Problems,
): Promise<Reply> {
  const said = await facts(app, actor, id)
  if (!said) return unknown
  const view = <PublicationPage facts={said} language={language} form={form} problems={problems} />
  const crumbs = [
    { label: staffTexts.files[language], href: path('/board', language) },
    { label: said.notice.number, href: path('/files/:id', language, { id }) },
  ]
  return page(status, staffTexts.title[language], view, { crumbs })
}

async function facts(app: App, actor: Staff, id: string): Promise<PublicationFacts | undefined> {
  if (!isId(id)) return undefined
  return app.read(scopeOf(actor), (tx) => publicationFacts(tx, actor, id))
}

/** What the page of the decision says; nothing when there is no such file, or nothing to show yet. */
async function publicationFacts(tx: Tx, actor: Staff, id: string): Promise<PublicationFacts | undefined> {
  const file = await findOpportunity(tx, id)
  if (!file || !canOnFile.see(actor, file)) return undefined
  const now = await tx.now()
  const policy = await policyOf(tx, file.departmentId, now)
  const minimumDays = policy.postingDays.minimum
  const planned = await scheduleOf(tx, id)
  const plannedBy = planned && (await findPerson(tx, planned.by))
  const schedule = planned ? { at: planned.at, name: plannedBy?.name ?? '' } : null
  const common = { id, minimumDays, gates: file.gates, schedule }
  if (isPosted(file)) return { ...common, notice: await noticeOf(tx, id), stands: 'posted', obstacle: null }

  const statement = await statementOf(tx, file)
  const { slug, number, posting } = file
  const department = await departmentOf(tx, file.departmentId)
  const preview = { slug, number, posting, department, policy, publishedAt: now, amendments: [], ended: null }
  const notice = buildNotice(statement, { opportunityId: id, ...preview })
  if (!notice) return undefined
  const held = await heldDuties(tx, file.requestId, id)
  const decision = publishRule(file, actor, { held, gaps: parityGaps(statement), policy, now })
  const stands = file.state === 'ready' ? 'ready' : 'not_ready'
  const gates = decision.ok ? await askGates(tx, file, { policy, now }) : decision
  return { ...common, notice, stands, obstacle: gates.ok ? null : gates.because }
}
