import { forStaff, type Routes } from '../accounts/routing.ts'
import { scopeOf, staffRoles } from '../accounts/rules.ts'
import { peopleById } from '../accounts/store.ts'
import { amendmentsOf } from '../opportunities/amendments.store.ts'
import { buildNotice, departmentOf } from '../opportunities/notice.ts'
import { ceilingOf } from '../opportunities/rules.readiness.ts'
import { statementOf } from '../opportunities/store.ts'
import { decisionTexts } from '../opportunities/texts.decisions.ts'
import { fileTexts } from '../opportunities/texts.file.ts'
import { type Version, versionsOf } from '../opportunities/versions.store.ts'
import type { App } from '../platform/app.ts'
import { page, type Reply, seeOther, unknown } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { cents } from '../platform/money.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { fieldId } from '../ui/fields.tsx'
import { keptBeside, pressedIn } from './forms.ts'
import type { DraftFacts } from './pages.ts'
import { discuss, factsFor, type StaffRequest } from './routes.facts.ts'
import { can } from './rules.comments.ts'
import { comparedVersions, readStatement } from './rules.versions.ts'
import { editsOf } from './store.ts'
import { nameOfWhole, refusals, draftingTexts as texts } from './texts.ts'
import { CommentsPage, EarlierPage, PreviewPage, VersionsPage } from './views.reading.tsx'

/** Who reads and comments: those who write and those who decide before the posting. */
const commenters = ['client', 'program_team', 'procurement', 'section_32', 'finance'] as const

/** Pages that show the statement: as the public will read it, what was said of it, what it was before. */
export const readingRoutes = {
  'GET /files/:id/preview': forStaff(staffRoles, showPreview),
  'GET /files/:id/comments': forStaff(commenters, showComments),
  'POST /files/:id/comments': forStaff(commenters, say),
  'GET /files/:id/versions': forStaff(staffRoles, showVersions),
  'GET /files/:id/earlier': forStaff(commenters, showEarlier),
} satisfies Routes

/** The notice as the public will read it; while dates or the price are missing, with those suggested. */
async function showPreview(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const { language, actor } = request
  const { opportunity, policy, now, suggestions } = facts
  const suggested = {
    ...{ closesAt: suggestions.closesAt, selectionDay: suggestions.selectionDay },
    deliveryDay: suggestions.deliveryDay ?? suggestions.selectionDay,
    price: suggestions.price ?? cents(ceilingOf(policy, dayOf(now, policy.zone))),
  }
  const { notice, complete } = await app.read(scopeOf(actor), async (tx) => {
    const statement = await statementOf(tx, opportunity)
    const about = {
      ...{ opportunityId: opportunity.id, slug: opportunity.slug, number: opportunity.number },
      ...{ posting: opportunity.posting, policy, publishedAt: now, ended: null },
      department: await departmentOf(tx, opportunity.departmentId),
      amendments: await amendmentsOf(tx, opportunity.id),
    }
    const { price, closesAt, selectionDay, deliveryDay } = statement
    const filled = {
      ...statement,
      price: price ?? suggested.price,
      closesAt: closesAt ?? suggested.closesAt,
      selectionDay: selectionDay ?? suggested.selectionDay,
      deliveryDay: deliveryDay ?? suggested.deliveryDay,
    }
    const complete = price !== null && closesAt !== null && selectionDay !== null && deliveryDay !== null
    return { notice: buildNotice(filled, about), complete }
  })
  if (!notice) throw new Error('a notice that has everything could not be built')
  const body = <PreviewPage {...{ facts, language, notice, complete }} />
  return reading(facts, language, decisionTexts.previewTitle[language], body)
}

async function showComments(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts || !can.comment(request.actor, facts.opportunity)) return unknown
  return commentsPage(200, request, facts, {}, [])
}

async function say(app: App, request: StaffRequest): Promise<Reply> {
  const { actor, form, language } = request
  const facts = await factsFor(app, request)
  if (!facts || !can.comment(actor, facts.opportunity)) return unknown
  const { id } = facts.opportunity
  const pressed = pressedIn(form)
  const address = path('/files/:id/comments', language, { id })
  if (pressed.button !== 'comment' && pressed.button !== 'answer' && pressed.button !== 'resolve')
    return seeOther(address)

  const decision = await discuss(app, actor, id, pressed)
  const kept = keptBeside(form, pressed)
  const now = (await factsFor(app, request)) ?? facts
  if (!decision.ok) {
    const field = pressed.button === 'comment' ? `comment.${pressed.field}` : ''
    const own = pressed.button === 'comment' ? { [field]: pressed.body } : {}
    return commentsPage(409, request, now, { ...kept, ...own }, [{ field, text: refusals[decision.because] }])
  }
  if (Object.keys(kept).length > 0) return commentsPage(200, request, now, kept, [])
  return seeOther(`${address}#comments-${fieldId(decision.value.field)}`)
}

function commentsPage(
  status: 200 | 409,
  { actor, language }: StaffRequest,
  facts: DraftFacts,
  kept: Readonly<Record<string, string>>,
  problems: Parameters<typeof CommentsPage>[0]['problems'],
): Reply {
  const reader = { id: actor.id, resolves: can.resolve(actor, facts.opportunity) }
  const body = <CommentsPage {...{ facts, language, reader, kept, problems }} />
  return reading(facts, language, texts.comments[language], body, status)
}

/** The versions kept, and what changed between two of them; `now` is the statement as it stands. */
async function showVersions(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const { actor, language, query } = request
  const { versions, current, names } = await app.read(scopeOf(actor), async (tx) => {
    const versions = await versionsOf(tx, facts.opportunity.id)
    const people = await peopleById(tx, [...new Set(versions.map(({ madeBy }) => madeBy))])
    return {
      versions,
      current: await statementOf(tx, facts.opportunity),
      names: new Map([...people].map(([personId, { name }]) => [personId, name])),
    }
  })
  const last = versions.at(-1)
  const [from, to] = [query.from ?? String(last?.number ?? 'now'), query.to ?? 'now']
  const statementAt = (which: string) => {
    const version = versions.find(({ number }: Version) => String(number) === which)
    return version ? readStatement(version.statement) : current
  }
  const changes = versions.length > 0 ? comparedVersions(statementAt(from), statementAt(to), facts.policy.zone) : []
  const body = <VersionsPage {...{ facts, language, versions, names, from, to, changes }} />
  return reading(facts, language, texts.versions[language], body)
}

async function showEarlier(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await factsFor(app, request)
  const { actor, language, query } = request
  if (!facts || !can.comment(actor, facts.opportunity)) return unknown
  const field = query.field ?? ''
  const { edits, names } = await app.read(scopeOf(actor), async (tx) => {
    const edits = await editsOf(tx, facts.opportunity.id, field)
    const people = await peopleById(tx, [...new Set(edits.map(({ madeBy }) => madeBy))])
    return { edits, names: new Map([...people].map(([personId, { name }]) => [personId, name])) }
  })
  const name = edits.length > 0 ? nameOfWhole(field, facts.written.lists) : null
  const body = <EarlierPage {...{ facts, language, name, edits, names }} />
  return reading(facts, language, texts.earlier[language], body)
}

function reading(
  { opportunity }: DraftFacts,
  language: Language,
  title: string,
  body: Parameters<typeof page>[2],
  status: 200 | 409 = 200,
): Reply {
  const { id, number } = opportunity
  const named = opportunity.title[language] || opportunity.title[opportunity.sourceLanguage] || number
  return page(status, `${title} – ${named}`, body, {
    crumbs: [{ label: fileTexts.file(number)[language], href: path('/files/:id', language, { id }) }],
  })
}
