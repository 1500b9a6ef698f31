import { forStaff, open, type Request, type Routes } from '../accounts/routing.ts'
import type { Staff } from '../accounts/rules.ts'
import { holds, scopeOf } from '../accounts/rules.ts'
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
import { publishedAnswers } from '../questions/store.ts'
import { heldDuties } from '../requests/duties.store.ts'
import { schedulePosting, unschedulePosting } from './commands.schedule.ts'
import { publish as publishCommand } from './commands.ts'
import { publicationForm, scheduleForm } from './forms.ts'
import { askGates } from './gates.ts'
import { GuidePage } from './guide.tsx'
import { asOf } from './pages.ts'
import { ProcessPage } from './process.tsx'
import { matches, publish as publishRule } from './rules.ts'
import { scheduleOf } from './store.schedule.ts'
import { closedPostings, findPosting, hasDraw, openPostings, type Posting, postingsWithResult } from './store.ts'
import { guideTexts } from './texts.guide.ts'
import { processTexts } from './texts.process.ts'
import { obstacleTexts } from './texts.schedule.ts'
import { staffTexts } from './texts.staff.ts'
import { detailTexts, homeTexts, resultsTexts } from './texts.ts'
import { OpportunityPage } from './views.detail.tsx'
import { type PublicationFacts, PublicationPage } from './views.staff.tsx'
import { HomePage, ResultsPage } from './views.tsx'

export const publicationRoutes = {
  'GET /opportunities': open(home),
  'GET /opportunities/:slug': open(opportunity),
  'GET /results': open(results),
  'GET /guide': open(async (_, { language }) =>
    page(200, guideTexts.title[language], <GuidePage language={language} />, {
      description: guideTexts.description[language],
    }),
  ),
  'GET /process': open(async (_, { language }) =>
    page(200, processTexts.title[language], <ProcessPage language={language} />, {
      description: processTexts.description[language],
    }),
  ),
  'GET /files/:id/publication': forStaff(['program_team'], (app, request) => publication(app, request, 200, [])),
  'POST /files/:id/publication': forStaff(['program_team'], post),
} satisfies Routes

/** How many closed ones a page lists. */
const CLOSED_A_PAGE = 20

async function home(app: App, { actor, language, query }: Request): Promise<Reply> {
  const searched = (query.q ?? '').trim().slice(0, 100)
  const before = instant(query.before)
  const { all, closed } = await app.read('nothing', async (tx) => {
    const now = await tx.now()
    return {
      all: await openPostings(tx, now),
      closed: await closedPostings(tx, { now, before, most: CLOSED_A_PAGE }).then(({ rows, total }) => ({
        rows: rows.map((posting) => asOf(posting, now)),
        total,
      })),
    }
  })
  const last = closed.rows.length === CLOSED_A_PAGE ? closed.rows.at(-1) : undefined
  const facts = {
    open: searched === '' ? all : all.filter((posting) => matches(searched, textsOf(posting))),
    openCount: all.length,
    searched,
    closed: closed.rows,
    closedCount: closed.total,
    browsing: before !== null,
    asks: actor.kind === 'visitor' || holds(actor, 'client', 'program_team'),
    older: last && `${path('/opportunities', language)}?before=${last.closesAt.toISOString()}`,
  }
  return page(200, homeTexts.title[language], <HomePage facts={facts} language={language} />, {
    description: homeTexts.description[language],
    layout: 'bleed',
  })
}

async function opportunity(app: App, { actor, language, params: { slug = '' } }: Request): Promise<Reply> {
  const found = await app.read('nothing', async (tx) => {
    const posting = await findPosting(tx, { slug })
    if (!posting) return undefined
    const answers = await publishedAnswers(tx, posting.notice.opportunityId)
    return { posting, answers, draw: await hasDraw(tx, slug), now: await tx.now() }
  })
  if (!found) return unknown
  const { posting, answers, draw, now } = found
  const applies = actor.kind !== 'staff'
  const view = <OpportunityPage {...{ posting: asOf(posting, now), answers, draw, now, applies, language }} />
  return page(200, posting.title[language], view, {
    description: posting.teaser[language],
    crumbs: [{ label: detailTexts.all[language], href: path('/opportunities', language) }],
  })
}

async function results(app: App, { language }: Request): Promise<Reply> {
  const postings = await app.read('nothing', postingsWithResult)
  return page(200, resultsTexts.title[language], <ResultsPage postings={postings} language={language} />, {
    description: resultsTexts.description[language],
  })
}

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

const textsOf = ({ title, teaser, department, notice }: Posting): string[] => [
  ...[title, teaser, department.name, notice.team, ...notice.skills].flatMap(({ en, fr }) => [en, fr]),
]

/** An instant from an address of ours; anything else is none. */
function instant(text: string | undefined): Date | null {
  const found = text !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) ? new Date(text) : null
  return found && !Number.isNaN(found.getTime()) ? found : null
}
