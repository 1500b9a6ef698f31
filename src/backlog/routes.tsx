import { forStaff, type Routes } from '../accounts/routing.ts'
import { type Staff, scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { readIssue } from '../platform/codeHosts.ts'
import type { Decision } from '../platform/decision.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { type Asked, page, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { askToRead, importIssue, importMarkdown, importStatement, importTemplate } from './commands.ts'
import { addressForm, earlierForm, pastedForm } from './forms.ts'
import { can, type ImportRefusal } from './rules.ts'
import { draftNumber, earlierStatements } from './store.statements.ts'
import { findImport, importsOf } from './store.ts'
import { isTemplateKey } from './templates.ts'
import { importRefusals, issueRefusals, limitedUntil, resultTexts, startTexts } from './texts.ts'
import { ImportPage } from './views.import.tsx'
import { type ForFile, StartPage } from './views.tsx'

const starters = ['client', 'program_team'] as const

export const backlogRoutes = {
  'GET /backlog/new': forStaff(starters, (app, request) => startPage(app, request, [])),
  'POST /backlog/new': forStaff(starters, start),
  'GET /backlog/:id': forStaff(starters, showImport),
} satisfies Routes

type Request = Asked<Staff>

/** How many of the person’s last readings lead back to what was read. */
const MOST_LAST = 5

async function startPage(app: App, request: Request, problems: Problems, status: 422 | 409 = 422): Promise<Reply> {
  const { actor, language, form } = request
  const forFile = await fileFor(app, request)
  const { earlier, last } = await app.read(scopeOf(actor), async (tx) => ({
    earlier: await earlierStatements(tx, actor, forFile?.id),
    last: await importsOf(tx, actor.id, MOST_LAST),
  }))
  const hosts = app.config.codeHosts.allowed
  const view = <StartPage {...{ language, hosts, earlier, last, forFile, problems }} values={form} />
  return page(problems.length > 0 ? status : 200, startTexts.title[language], view, {
    crumbs: crumbsTo(request, forFile),
  })
}

/** The button says which of the four ways was taken. */
async function start(app: App, request: Request): Promise<Reply> {
  const { actor, language, form } = request
  const from = typed(form, 'from')
  if (from === 'template') {
    const key = typed(form, 'template')
    return isTemplateKey(key) ? kept(app, request, await importTemplate(app, actor, { key, language })) : unknown
  }
  if (from === 'statement') {
    const asked = parseForm(earlierForm, form)
    if (!asked.ok) return startPage(app, request, asked.problems)
    const opportunityId = asked.value.earlier
    if (!isId(opportunityId)) return unknown
    return kept(app, request, await importStatement(app, actor, { opportunityId }), 'earlier')
  }
  if (from === 'text') {
    const asked = parseForm(pastedForm, form)
    if (!asked.ok) return startPage(app, request, asked.problems)
    const { pasted_title: title, text: body } = asked.value
    return kept(app, request, await importMarkdown(app, actor, { title, body, language }), 'text')
  }
  const asked = parseForm(addressForm, form)
  if (!asked.ok) return startPage(app, request, asked.problems)
  const allowed = await askToRead(app, actor)
  if (!allowed.ok) return startPage(app, request, [{ field: 'address', text: importRefusals[allowed.because] }], 409)
  const read = await readIssue(app.config.codeHosts, asked.value.address, app.clock())
  if (!read.ok) {
    const text = read.until ? limitedUntil(read.until, actor.timeZone) : issueRefusals[read.because]
    return startPage(app, request, [{ field: 'address', text }])
  }
  return kept(app, request, await importIssue(app, actor, { issue: read.value, language }), 'address')
}

async function kept(
  app: App,
  request: Request,
  decision: Decision<{ id: string }, ImportRefusal>,
  field = '',
): Promise<Reply> {
  if (!decision.ok) return startPage(app, request, [{ field, text: importRefusals[decision.because] }], 409)
  const forFile = await fileFor(app, request)
  const address = path('/backlog/:id', request.language, { id: decision.value.id })
  return seeOther(forFile ? `${address}?for=${forFile.id}` : address)
}

async function showImport(app: App, request: Request): Promise<Reply> {
  const { actor, language, params } = request
  const { id } = params
  if (!isId(id)) return unknown
  const found = await app.read(scopeOf(actor), (tx) => findImport(tx, id))
  if (!found || !can.use(actor, found)) return unknown
  const forFile = await fileFor(app, request)
  const view = <ImportPage language={language} found={found} forFile={forFile} />
  const crumbs = [
    ...crumbsTo(request, forFile),
    { label: startTexts.title[language], href: path('/backlog/new', language) + (forFile ? `?for=${forFile.id}` : '') },
  ]
  return page(200, `${resultTexts.title[language]} – ${found.outline.title}`, view, { crumbs })
}

/** The draft that this start is for, if this person writes it. */
async function fileFor(app: App, { actor, query, form }: Request): Promise<ForFile> {
  const id = typed(form, 'for') || query.for
  if (!isId(id)) return null
  const number = await app.read(scopeOf(actor), (tx) => draftNumber(tx, actor, id))
  return number === undefined ? null : { id, number }
}

const crumbsTo = ({ language }: Request, forFile: ForFile) => [
  forFile
    ? { label: forFile.number, href: path('/files/:id', language, { id: forFile.id }) }
    : { label: startTexts.requests[language], href: path('/requests', language) },
]
