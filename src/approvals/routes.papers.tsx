import { forStaff, type Routes } from '../accounts/routing.ts'
import { type StaffRole, scopeOf } from '../accounts/rules.ts'
import { everyRole, type StaffRequest } from '../opportunities/decisionPages.tsx'
import type { App } from '../platform/app.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { content, type Form, page, type Reply, seeOther, unknown } from '../platform/http.ts'
import type { Text } from '../platform/i18n.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import { addPaper, recordReply, removePaper } from './commands.papers.ts'
import { paperForm, replyForm } from './forms.ts'
import { type AddPaperRefusal, missingPapers, type ReplyRefusal } from './rules.papers.ts'
import { approverRoles, can, delegationReaders, releaseReaders, reviewReaders } from './rules.ts'
import { fileOf, papersOf } from './store.papers.ts'
import { delegateTexts, delegationTexts } from './texts.delegations.ts'
import { paperRefusals, paperTexts as texts } from './texts.papers.ts'
import { approvalTexts } from './texts.ts'
import { PapersPage } from './views.papers.tsx'

const keepers: readonly StaffRole[] = ['administrator', 'program_team']

export const paperRoutes = {
  'GET /papers': forStaff(everyRole, (app, request) => papersPage(200, app, request, {}, [])),
  'POST /papers': forStaff(keepers, add, { files: true }),
  'GET /papers/:id/file': forStaff(everyRole, download),
  'POST /papers/:id/removal': forStaff(keepers, remove),
  'POST /papers/:id/reply': forStaff(keepers, reply),
} satisfies Routes

async function papersPage(
  status: 200 | 409 | 422,
  app: App,
  { actor, language }: StaffRequest,
  form: Form,
  problems: Problems,
  replying?: string,
): Promise<Reply> {
  const facts = await app.read(scopeOf(actor), async (tx) => {
    const now = await tx.now()
    const policy = await policyOf(tx, actor.departmentId, now)
    const papers = await papersOf(tx, actor.departmentId)
    const today = dayOf(now, policy.zone)
    return { papers, today, policy, missing: missingPapers(papers, policy, today) }
  })
  const links = related.filter(({ seenBy }) => seenBy.some((role) => actor.roles.includes(role)))
  const body = <PapersPage {...{ ...facts, language, form, problems, replying, links }} may={can.keepPapers(actor)} />
  return page(status, texts.title[language], body)
}

/** Pages that no other page leads everybody to. */
const related: readonly { pattern: string; label: Text; seenBy: readonly StaffRole[] }[] = [
  { pattern: '/delegations', label: delegationTexts.title, seenBy: delegationReaders },
  { pattern: '/delegates', label: delegateTexts.title, seenBy: approverRoles },
  { pattern: '/reviews', label: approvalTexts.reviewsTitle, seenBy: reviewReaders },
  { pattern: '/releases', label: approvalTexts.releasesTitle, seenBy: releaseReaders },
]

async function add(app: App, request: StaffRequest): Promise<Reply> {
  const { form, actor, files, language } = request
  const asked = parseForm(paperForm, form)
  if (!asked.ok) return papersPage(422, app, request, form, asked.problems)

  const file = files.find(({ field }) => field === 'file')
  const decision = await addPaper(app, actor, {
    ...asked.value,
    file: file && { name: named(file.name), bytes: file.bytes },
  })
  if (decision.ok) return seeOther(path('/papers', language))
  const problem = { field: fieldOf[decision.because] ?? '', text: paperRefusals[decision.because] }
  return papersPage(409, app, request, form, [problem])
}

const fieldOf: Partial<Record<AddPaperRefusal, string>> = {
  ends_before_dated: 'validUntil',
  dated_in_the_future: 'dated',
  link_or_file: 'link',
  not_pdf_or_png: 'file',
  too_large: 'file',
}

/** A name that is safe to save under: no folders, no signs that a shell or a header minds. */
const named = (name: string): string => name.replace(/[^\p{L}\p{N}._ -]+/gu, '-').slice(-100) || 'file'

async function remove(app: App, request: StaffRequest): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return unknown
  const decision = await removePaper(app, request.actor, { id })
  if (decision.ok) return seeOther(path('/papers', request.language))
  if (decision.because === 'no_such_paper') return unknown
  return papersPage(409, app, request, {}, [{ field: '', text: paperRefusals[decision.because] }])
}

async function reply(app: App, request: StaffRequest): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return unknown
  const known = await app.read(scopeOf(request.actor), (tx) => papersOf(tx, request.actor.departmentId))
  if (!known.some((paper) => paper.id === id)) return unknown
  const asked = parseForm(replyForm, request.form)
  if (!asked.ok) return papersPage(422, app, request, request.form, asked.problems, id)

  const { reply: text, replyDay: day } = asked.value
  const decision = await recordReply(app, request.actor, { id, text, day })
  if (decision.ok) return seeOther(path('/papers', request.language))
  const problem = { field: replyFieldOf[decision.because] ?? '', text: paperRefusals[decision.because] }
  return papersPage(409, app, request, request.form, [problem], id)
}

const replyFieldOf: Partial<Record<ReplyRefusal, string>> = { reply_before_notice: 'replyDay' }

/** Saved, never shown in place: whatever is in it, the browser does not run it. */
async function download(app: App, { actor, params }: StaffRequest): Promise<Reply> {
  const { id } = params
  if (!isId(id)) return unknown
  const file = await app.read(scopeOf(actor), (tx) => fileOf(tx, actor.departmentId, id))
  return file ? content(file.type, file.bytes, file.name) : unknown
}
