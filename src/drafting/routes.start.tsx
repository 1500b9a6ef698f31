import { forStaff, type Routes } from '../accounts/routing.ts'
import { scopeOf } from '../accounts/rules.ts'
import { can as canImport } from '../backlog/rules.ts'
import { earlierStatements } from '../backlog/store.statements.ts'
import { findImport, importsOf } from '../backlog/store.ts'
import { isTemplateKey } from '../backlog/templates.ts'
import { type FilledPart, filledParts } from '../opportunities/rules.filling.ts'
import { can } from '../opportunities/rules.ts'
import { fileTexts } from '../opportunities/texts.file.ts'
import { builderTexts } from '../opportunities/texts.statement.ts'
import type { App } from '../platform/app.ts'
import type { Problems } from '../platform/forms.ts'
import { type Form, page, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { fillDraft } from './commands.start.ts'
import { factsFor, type StaffRequest } from './routes.facts.ts'
import { sourceIn } from './rules.start.ts'
import { fillRefusals, fillTexts } from './texts.start.ts'
import { FillPage } from './views.start.tsx'

const writers = ['client', 'program_team'] as const

export const startRoutes = {
  'GET /files/:id/start': forStaff(writers, (app, request) => fillPage(app, request, 200, begun(request), [])),
  'POST /files/:id/start': forStaff(writers, fill),
} satisfies Routes

/** How many of the person’s own imports are offered. */
const MOST_IMPORTS = 8

async function fillPage(
  app: App,
  request: StaffRequest,
  status: 200 | 409 | 422,
  values: Form,
  problems: Problems,
): Promise<Reply> {
  const { actor, language } = request
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const { opportunity } = facts
  const { id, number, version } = opportunity
  const file = path('/files/:id', language, { id })
  if (opportunity.state !== 'draft' || !can.write(actor, opportunity)) return seeOther(file)
  const { imports, earlier } = await app.read(scopeOf(actor), async (tx) => {
    const chosen = sourceIn(typed(values, 'source'))
    const own = await importsOf(tx, actor.id, MOST_IMPORTS)
    const named = chosen?.kind === 'import' && isId(chosen.key) ? await findImport(tx, chosen.key) : undefined
    const others = named && canImport.use(actor, named) && !own.some((each) => each.id === named.id) ? [named] : []
    return { imports: [...others, ...own], earlier: await earlierStatements(tx, actor, id) }
  })
  const view = (
    <FillPage {...{ language, id, number, imports, earlier, values, problems }} seen={version} done={doneIn(request)} />
  )
  return page(status, `${fillTexts.title[language]} – ${number}`, view, {
    crumbs: [
      { label: fileTexts.file(number)[language], href: file },
      { label: builderTexts.title[language], href: path('/files/:id/statement', language, { id }) },
    ],
  })
}

async function fill(app: App, request: StaffRequest): Promise<Reply> {
  const { actor, language, form, params } = request
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const source = sourceIn(typed(form, 'source'))
  if (!source) return fillPage(app, request, 422, form, [{ field: 'source', text: fillRefusals.source_gone }])
  const id = params.id ?? ''
  const seen = /^\d{1,9}$/.test(typed(form, 'seen')) ? Number(typed(form, 'seen')) : 0
  const decision = await fillDraft(app, actor, { id, seen, source, replace: typed(form, 'replace') === 'yes' })
  if (!decision.ok) {
    const field = decision.because === 'source_gone' ? 'source' : ''
    return fillPage(app, request, 409, form, [{ field, text: fillRefusals[decision.because] }])
  }
  const { taken, kept } = decision.value
  const said = new URLSearchParams({ taken: taken.join(' '), kept: kept.join(' ') })
  return seeOther(`${path('/files/:id/start', language, { id })}?${said}`)
}

/** What the page that showed an import, or a link, chose beforehand. */
function begun({ query }: StaffRequest): Form {
  if (isId(query.import)) return { source: `import:${query.import}` }
  return query.template && isTemplateKey(query.template) ? { source: `template:${query.template}` } : {}
}

/** The address says what the filling did; only names that we know are read. */
function doneIn({ query }: StaffRequest) {
  if (query.taken === undefined) return null
  return { taken: partsIn(query.taken), kept: partsIn(query.kept ?? '') }
}

function partsIn(text: string): FilledPart[] {
  const named = text.split(' ')
  return filledParts.filter((part) => named.includes(part))
}
