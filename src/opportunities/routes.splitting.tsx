import { forStaff, type Routes } from '../accounts/routing.ts'
import { scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import { dayOf } from '../platform/time.ts'
import { sourceOn } from '../policy/inForce.ts'
import { settingRowsOf } from '../policy/store.ts'
import { flagFacts } from '../splitting/about.ts'
import { decisionForm, decisionTyped } from '../splitting/forms.ts'
import { flagsOf } from '../splitting/store.flags.ts'
import { splittingTexts as texts } from '../splitting/texts.pages.ts'
import { refusals } from '../splitting/texts.ts'
import { decideSplitting } from './commands.splitting.ts'
import { fileAddress, fileAsked, type StaffRequest, underFile } from './routes.file.tsx'
import { splittingReaders } from './rules.ts'
import { titleOf } from './views.file.tsx'
import { SplittingPage } from './views.splitting.tsx'

export const splittingFileRoutes = {
  'GET /files/:id/splitting': forStaff(splittingReaders, (app, request) => splittingPage(app, request, 200, [])),
  'POST /files/:id/splitting': forStaff(['procurement'], decide),
} satisfies Routes

async function decide(app: App, request: StaffRequest): Promise<Reply> {
  const { actor, form, params } = request
  if (!(await fileAsked(app, request))) return unknown
  const rule = typed(form, 'rule')
  const asked = parseForm(decisionForm, decisionTyped(form, rule))
  const at = (problems: Problems) => problems.map(({ field, text }) => ({ field: field && `${field}_${rule}`, text }))
  if (!asked.ok) return splittingPage(app, request, 422, at(asked.problems))

  const { flag: flagId, ...rest } = asked.value
  const decision = await decideSplitting(app, actor, { id: params.id ?? '', flagId, ...rest })
  if (decision.ok) return seeOther(fileAddress(request, '/files/:id/splitting'))
  const field = decision.because === 'rationale_missing' ? 'rationale' : ''
  return splittingPage(app, request, 409, at([{ field, text: refusals[decision.because] }]))
}

async function splittingPage(
  app: App,
  request: StaffRequest,
  status: 200 | 409 | 422,
  problems: Problems,
): Promise<Reply> {
  const facts = await fileAsked(app, request)
  if (!facts) return unknown
  const { actor, language, form } = request
  const { id, departmentId } = facts.opportunity
  const found = await app.read(scopeOf(actor), async (tx) => {
    const flags = await flagsOf(tx, id)
    const settings = await settingRowsOf(tx, departmentId)
    const isOwn = settings.some(({ setting }) => setting === 'splitting' || setting === 'limitIncludingTax')
    const source = isOwn ? sourceOn(settings, 'splitting', dayOf(facts.now, facts.policy.zone)) : null
    return { flags, source, about: await flagFacts(tx, flags) }
  })
  // A finding that lapsed, or that was never there, has no field to lead to.
  const rules = found.flags.map(({ rule }) => rule)
  const shown = problems.map(({ field, text }) => ({
    field: rules.some((rule) => field.endsWith(`_${rule}`)) ? field : '',
    text,
  }))
  const body = <SplittingPage {...{ facts, actor, language, form, ...found }} problems={shown} />
  return underFile(status, request, facts, `${texts.title[language]} – ${titleOf(facts, language)}`, body)
}
