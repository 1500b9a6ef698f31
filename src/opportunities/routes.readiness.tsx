import { forStaff, type Routes } from '../accounts/routing.ts'
import { scopeOf } from '../accounts/rules.ts'
import { peopleById } from '../accounts/store.ts'
import type { App } from '../platform/app.ts'
import { cleaned, type Problems, parseForm } from '../platform/forms.ts'
import { page, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import { criterionSubjects } from '../policy/rules.ts'
import { markKinds, marksIn } from '../scanning/rules.ts'
import { addWorkedCriterion, askForLinks, explainMark, sayLicence } from './commands.readiness.ts'
import { submitStatement } from './commands.writing.ts'
import { asksToExplain, parseExplained } from './forms.declarations.ts'
import { seenVersion } from './forms.statement.ts'
import { workedForm } from './forms.ts'
import type { FilePageFacts } from './pages.ts'
import { crumbsOf, fileAddress, fileAsked, refused, type StaffRequest, toFile } from './routes.file.tsx'
import { isScanned } from './rules.marks.ts'
import { readiness } from './rules.readiness.ts'
import { can } from './rules.ts'
import { segmentsOf } from './segments.ts'
import { explanationsOfMarks, linksOf, readinessOf, repositoryLicenceOf } from './store.readiness.ts'
import { readinessTexts } from './texts.readiness.ts'
import {
  addCriterionRefusals,
  checkLinksRefusals,
  explainMarkRefusals,
  sayLicenceRefusals,
  scanTexts,
} from './texts.scan.ts'
import { builderTexts } from './texts.statement.ts'
import { titleOf } from './views.file.tsx'
import { ReadinessPage } from './views.readiness.tsx'
import { ScanPage } from './views.scan.tsx'

const writers = ['client', 'program_team'] as const

export const readinessRoutes = {
  'GET /files/:id/readiness': forStaff(writers, (app, request) => checkPage(app, request, 200, [])),
  'POST /files/:id/submission': forStaff(writers, submit),
  'POST /files/:id/readiness/criteria': forStaff(writers, addCriterion),
  'POST /files/:id/readiness/licence': forStaff(writers, recordLicence),
  'POST /files/:id/readiness/links': forStaff(writers, tryLinks),
  'GET /files/:id/scan': forStaff(writers, (app, request) => scanPage(app, request, 200, [])),
  'POST /files/:id/scan': forStaff(writers, keepMark),
} satisfies Routes

async function checkPage(app: App, request: StaffRequest, status: 200 | 409 | 422, problems: Problems): Promise<Reply> {
  const facts = await fileAsked(app, request)
  if (!facts) return unknown
  const { opportunity, statement } = facts
  if (opportunity.state !== 'draft' || !can.write(request.actor, opportunity)) return toFile(request)
  const { language, form } = request
  const [context, links, repositoryLicence] = await app.read(scopeOf(request.actor), async (tx) => [
    await readinessOf(tx, opportunity, statement, facts),
    await linksOf(tx, opportunity.id, statement),
    await repositoryLicenceOf(tx, opportunity, statement.repository.url),
  ])
  const findings = readiness(statement, context)
  const view = <ReadinessPage {...{ facts, language, findings, links, repositoryLicence, form, problems }} />
  return page(status, `${readinessTexts.title[language]} – ${titleOf(facts, language)}`, view, {
    crumbs: crumbsToBuilder(request, facts),
  })
}

async function submit(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await fileAsked(app, request)
  if (!facts) return unknown
  const { form } = request
  const asked = parseForm(workedForm, form)
  const said = asksToExplain(form) ? parseExplained(form, facts.opportunity.sourceLanguage) : undefined
  if (!asked.ok) return checkPage(app, request, 422, [...asked.problems, ...(said?.ok === false ? said.problems : [])])
  if (said?.ok === false) return checkPage(app, request, 422, said.problems)

  const seen = seenVersion(form)
  const input = { id: facts.opportunity.id, seen, workingDays: asked.value.working, explained: said?.value }
  const decision = await submitStatement(app, request.actor, input)
  if (!decision.ok) return checkPage(app, request, 409, refused(decision.because))
  return toFile(request)
}

async function addCriterion(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await fileAsked(app, request)
  const subject = criterionSubjects.find((each) => each === typed(request.form, 'subject'))
  if (!facts || !subject) return unknown
  const input = { id: facts.opportunity.id, seen: seenVersion(request.form), subject }
  const decision = await addWorkedCriterion(app, request.actor, input)
  if (!decision.ok) return checkPage(app, request, 409, [{ field: '', text: addCriterionRefusals[decision.because] }])
  return seeOther(fileAddress(request, '/files/:id/readiness'))
}

async function recordLicence(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await fileAsked(app, request)
  if (!facts) return unknown
  const input = { id: facts.opportunity.id, licence: typed(request.form, 'licence') }
  const decision = await sayLicence(app, request.actor, input)
  const { kind, url } = facts.opportunity.repository
  const field = kind === 'department' && url !== '' ? 'licence' : ''
  if (!decision.ok) return checkPage(app, request, 409, [{ field, text: sayLicenceRefusals[decision.because] }])
  return seeOther(fileAddress(request, '/files/:id/readiness'))
}

async function tryLinks(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await fileAsked(app, request)
  if (!facts) return unknown
  const decision = await askForLinks(app, request.actor, { id: facts.opportunity.id })
  if (!decision.ok) return checkPage(app, request, 409, [{ field: '', text: checkLinksRefusals[decision.because] }])
  return seeOther(`${fileAddress(request, '/files/:id/readiness')}#links`)
}

async function scanPage(app: App, request: StaffRequest, status: 200 | 409 | 422, problems: Problems): Promise<Reply> {
  const facts = await fileAsked(app, request)
  if (!facts) return unknown
  const { opportunity, statement } = facts
  if (!isScanned(opportunity.state) || !can.write(request.actor, opportunity)) return toFile(request)
  const { language, form, actor } = request
  const segments = segmentsOf(statement)
  const marks = marksIn(segments, opportunity.id)
  const [explained, names] = await app.read(scopeOf(actor), async (tx) => {
    const reasons = await explanationsOfMarks(tx, opportunity.id)
    const people = await peopleById(
      tx,
      reasons.map(({ by }) => by),
    )
    return [reasons, new Map([...people].map(([id, { name }]) => [id, name]))] as const
  })
  const view = <ScanPage {...{ facts, language, segments, marks, explained, names, form, problems }} />
  return page(status, `${scanTexts.title[language]} – ${titleOf(facts, language)}`, view, {
    crumbs:
      opportunity.state === 'draft' ? crumbsToBuilder(request, facts) : crumbsOf(facts, language, fileAddress(request)),
  })
}

async function keepMark(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await fileAsked(app, request)
  const { form } = request
  const kind = markKinds.find((each) => each === typed(form, 'kind'))
  if (!facts || !kind) return unknown
  const reason = cleaned(typed(form, `reason_${typed(form, 'place')}`)).slice(0, 500)
  const mark = { kind, field: typed(form, 'field'), digest: typed(form, 'digest') }
  const decision = await explainMark(app, request.actor, { id: facts.opportunity.id, mark, reason })
  if (!decision.ok) {
    const ofReason = decision.because === 'reason_missing' || decision.because === 'reason_marked'
    const problem = { field: ofReason ? 'reason' : '', text: explainMarkRefusals[decision.because] }
    return scanPage(app, request, ofReason ? 422 : 409, [problem])
  }
  return seeOther(fileAddress(request, '/files/:id/scan'))
}

const crumbsToBuilder = (request: StaffRequest, facts: FilePageFacts) => [
  ...crumbsOf(facts, request.language, fileAddress(request)),
  { label: builderTexts.title[request.language], href: fileAddress(request, '/files/:id/statement') },
]
