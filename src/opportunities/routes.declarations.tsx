import { forStaff, type Routes } from '../accounts/routing.ts'
import type { App } from '../platform/app.ts'
import { type Reply, seeOther, unknown } from '../platform/http.ts'
import { explainDeclarations } from './commands.declarations.ts'
import { explainedTyped, explainFields, OWN, parseExplained } from './forms.declarations.ts'
import { again, type FormPage, fileAddress, fileAsked, type StaffRequest, shows } from './routes.file.tsx'
import { explainedNames } from './rules.declarations.ts'
import { declarationTexts, explainRefusals } from './texts.declarations.ts'
import { DeclarationsPage } from './views.declarations.tsx'

const writers = ['client', 'program_team'] as const

const declarations: FormPage = {
  title: declarationTexts.title,
  view: DeclarationsPage,
  begun: ({ opportunity, explained }) => explainedTyped(explained, opportunity.state === 'draft'),
}

export const declarationRoutes = {
  'GET /files/:id/declarations': forStaff(writers, shows('/files/:id/declarations', declarations)),
  'POST /files/:id/declarations': forStaff(writers, explain),
} satisfies Routes

const ownWords = Object.fromEntries(explainedNames.map((name) => [explainFields(name).reason, OWN]))

async function explain(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await fileAsked(app, request)
  if (!facts) return unknown
  const { id, state, sourceLanguage } = facts.opportunity
  // Once submitted, the reasons stand: only the other language is asked for.
  const form = state === 'draft' ? request.form : { ...request.form, ...ownWords }
  const asked = parseExplained(form, sourceLanguage)
  if (!asked.ok) return again(422, app, request, declarations, asked.problems)

  const decision = await explainDeclarations(app, request.actor, { id, explained: asked.value })
  if (!decision.ok)
    return again(409, app, request, declarations, [{ field: '', text: explainRefusals[decision.because] }])
  return seeOther(fileAddress(request, state === 'draft' ? '/files/:id/readiness' : '/files/:id'))
}
