import { forStaff, type Routes } from '../accounts/routing.ts'
import type { App } from '../platform/app.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { type Form, type Reply, seeOther, unknown } from '../platform/http.ts'
import { path } from '../platform/paths.ts'
import { clockOf, dayOf, instantAt } from '../platform/time.ts'
import { cancelOpportunity, extendClosing, repost, withdrawOpportunity } from './commands.amendments.ts'
import { reschedule } from './commands.gates.ts'
import { returnStatement } from './commands.writing.ts'
import { datesForm, endForm, extensionForm, reasonForm } from './forms.ts'
import type { FilePageFacts } from './pages.ts'
import { reasonProblems } from './publicReason.ts'
import { again, type FormPage, fileAsked, formPage, refused, type StaffRequest, shows, toFile } from './routes.file.tsx'
import type { EndRefusal, ExtendRefusal } from './rules.amendments.ts'
import { readiness } from './rules.readiness.ts'
import { can, isPosted } from './rules.ts'
import { decisionTexts as texts } from './texts.decisions.ts'
import { findingText, inputOf } from './texts.readiness.ts'
import { DatesPage, EndPage, ExtensionPage, RepostingPage, ReturnPage } from './views.changes.tsx'

const returning: FormPage = { title: texts.returnTitle, view: ReturnPage }
const dating: FormPage = { title: texts.datesTitle, view: DatesPage, begun: datesOf }
const extending: FormPage = { title: texts.extendTitle, view: ExtensionPage, begun: datesOf }
const reposting: FormPage = { title: texts.repostTitle, view: RepostingPage }
const ending = (action: 'withdrawal' | 'cancellation'): FormPage => ({
  title: action === 'withdrawal' ? texts.withdrawTitle : texts.cancelTitle,
  view: (props) => <EndPage {...props} action={action} posted={isPosted(props.facts.opportunity)} />,
})

const team = ['program_team'] as const
const returners = ['program_team', 'procurement', 'section_32', 'finance'] as const
const writers = ['client', 'program_team'] as const

export const changeRoutes = {
  'GET /files/:id/return': forStaff(returners, shows('/files/:id/return', returning)),
  'POST /files/:id/return': forStaff(returners, sendBack),
  'GET /files/:id/dates': forStaff(team, shows('/files/:id/dates', dating)),
  'POST /files/:id/dates': forStaff(team, setDates),
  'GET /files/:id/extension': forStaff(team, showExtension),
  'POST /files/:id/extension': forStaff(team, extend),
  'GET /files/:id/withdrawal': forStaff(team, shows('/files/:id/withdrawal', ending('withdrawal'))),
  'POST /files/:id/withdrawal': forStaff(team, (app, request) => end(app, request, 'withdrawal')),
  'GET /files/:id/cancellation': forStaff(writers, shows('/files/:id/cancellation', ending('cancellation'))),
  'POST /files/:id/cancellation': forStaff(writers, (app, request) => end(app, request, 'cancellation')),
  'GET /files/:id/reposting': forStaff(writers, shows('/files/:id/reposting', reposting)),
  'POST /files/:id/reposting': forStaff(writers, postAgain),
} satisfies Routes

async function sendBack(app: App, request: StaffRequest): Promise<Reply> {
  if (!(await fileAsked(app, request))) return unknown
  const asked = parseForm(reasonForm, request.form)
  if (!asked.ok) return again(422, app, request, returning, asked.problems)

  const input = { id: request.params.id ?? '', reasons: asked.value.reason }
  const decision = await returnStatement(app, request.actor, input)
  if (!decision.ok) return again(409, app, request, returning, refused(decision.because))
  return toFile(request)
}

async function setDates(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await fileAsked(app, request)
  if (!facts) return unknown
  const asked = parseForm(datesForm, request.form)
  if (!asked.ok) return again(422, app, request, dating, asked.problems)

  const dates = { ...newDates(asked.value, facts) }
  const decision = await reschedule(app, request.actor, { id: request.params.id ?? '', ...dates })
  if (decision.ok) return toFile(request)
  const problems = decision.because === 'not_ready' ? dateProblems(facts, dates) : refused(decision.because)
  return again(409, app, request, dating, problems)
}

/** What is wrong with these dates, at their fields, in the words of the readiness check. */
function dateProblems(facts: FilePageFacts, dates: ReturnType<typeof newDates>): Problems {
  const { statement, policy, now, opportunity } = facts
  const { sourceLanguage } = opportunity
  return readiness({ ...statement, ...dates }, { policy, now, sourceLanguage })
    .filter(({ level, field }) => level === 'blocking' && ['closing', 'selectionDay', 'deliveryDay'].includes(field))
    .map((finding) => ({ field: inputOf(finding, sourceLanguage), text: findingText(finding) }))
}

async function showExtension(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await fileAsked(app, request)
  if (!facts) return unknown
  if (facts.opportunity.state !== 'open' || !can.extend(request.actor, facts.opportunity)) return toFile(request)
  return formPage(200, request, facts, extending, datesOf(facts), [])
}

async function extend(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await fileAsked(app, request)
  if (!facts) return unknown
  const asked = parseForm(extensionForm, request.form)
  if (!asked.ok) return again(422, app, request, extending, asked.problems)

  const reason = { en: asked.value.reason_en, fr: asked.value.reason_fr }
  const input = { id: request.params.id ?? '', reason, ...newDates(asked.value, facts) }
  const decision = await extendClosing(app, request.actor, input)
  if (!decision.ok)
    return again(409, app, request, extending, reasonOr(decision.because, reasonProblems(input.id, reason, 'reason')))
  return toFile(request)
}

async function end(app: App, request: StaffRequest, action: 'withdrawal' | 'cancellation'): Promise<Reply> {
  if (!(await fileAsked(app, request))) return unknown
  const asked = parseForm(endForm, request.form)
  if (!asked.ok) return again(422, app, request, ending(action), asked.problems)

  const { reason, public_en: en, public_fr: fr } = asked.value
  const input = { id: request.params.id ?? '', reason, publicReason: { en, fr } }
  const act = action === 'withdrawal' ? withdrawOpportunity : cancelOpportunity
  const decision = await act(app, request.actor, input)
  if (!decision.ok)
    return again(
      409,
      app,
      request,
      ending(action),
      reasonOr(decision.because, reasonProblems(input.id, { en, fr }, 'public')),
    )
  return toFile(request)
}

/** What the scan found in a public reason is said at the half where it stands. */
const reasonOr = (because: ExtendRefusal | EndRefusal, inReason: Problems): Problems =>
  because === 'reason_marked' ? inReason : refused(because)

async function postAgain(app: App, request: StaffRequest): Promise<Reply> {
  if (!(await fileAsked(app, request))) return unknown
  const decision = await repost(app, request.actor, { id: request.params.id ?? '' })
  if (!decision.ok) return again(409, app, request, reposting, refused(decision.because))
  return seeOther(path('/files/:id/statement', request.language, { id: decision.value.id }))
}

function newDates(
  typedDates: {
    closing_day: Parameters<typeof instantAt>[0]
    closing_time: Parameters<typeof instantAt>[1]
    selection_day: Parameters<typeof instantAt>[0]
    delivery_day: Parameters<typeof instantAt>[0]
  },
  { policy }: FilePageFacts,
) {
  return {
    closesAt: instantAt(typedDates.closing_day, typedDates.closing_time, policy.zone),
    selectionDay: typedDates.selection_day,
    deliveryDay: typedDates.delivery_day,
  }
}

function datesOf({ opportunity, policy }: FilePageFacts): Form {
  const { closesAt, selectionDay, deliveryDay } = opportunity
  return {
    closing_day: closesAt ? dayOf(closesAt, policy.zone) : '',
    closing_time: closesAt ? clockOf(closesAt, policy.zone) : '',
    selection_day: selectionDay ?? '',
    delivery_day: deliveryDay ?? '',
  }
}
