import { forStaff, type Routes } from '../accounts/routing.ts'
import { type Staff, scopeOf } from '../accounts/rules.ts'
import { workedForm } from '../opportunities/forms.ts'
import { decisionTexts } from '../opportunities/texts.decisions.ts'
import { refusals as fileRefusals } from '../opportunities/texts.ts'
import type { App } from '../platform/app.ts'
import { type Problem, type Problems, parseForm } from '../platform/forms.ts'
import { type Asked, content, type Form, page, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { attestTranslation } from './commands.attest.ts'
import { receiveImport, takeImport, translateSegments } from './commands.ts'
import { chosenIn, entriesIn, inputs } from './forms.ts'
import { aboutOf, importPage, leavingOf, type TranslationFacts, translationPage } from './pages.ts'
import type { Conflict } from './rules.ts'
import { readTable, writeTable } from './table.ts'
import { conflictTexts, refusals, translationTexts as texts } from './texts.ts'
import { ImportPage } from './views.import.tsx'
import { TranslationPage } from './views.tsx'
import { writeXliff } from './xliff.ts'
import { readXliff } from './xliffReading.ts'

type StaffRequest = Asked<Staff>

const translators = ['client', 'program_team'] as const

export const translationRoutes = {
  'GET /files/:id/translation': forStaff(translators, show),
  'POST /files/:id/translation': forStaff(translators, save),
  'GET /files/:id/translation.xlf': forStaff(translators, (app, request) => exported(app, request, 'xliff')),
  'GET /files/:id/translation.csv': forStaff(translators, (app, request) => exported(app, request, 'csv')),
  'POST /files/:id/translation/import': forStaff(translators, receive, { files: true }),
  'GET /files/:id/translation/import/:importId': forStaff(translators, (app, request) =>
    importShown(app, request, 200, []),
  ),
  'POST /files/:id/translation/import/:importId': forStaff(translators, take),
} satisfies Routes

async function show(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts || facts === 'closed') return away(request, facts)
  return translation(200, request, facts, {})
}

/** Saves what was typed; with the box ticked and its button pressed, attests it as well. */
async function save(app: App, request: StaffRequest): Promise<Reply> {
  const { actor, form } = request
  const id = idOf(request)
  const before = await factsFor(app, request)
  if (!before || before === 'closed') return away(request, before)
  const saved = await translateSegments(app, actor, { id, entries: entriesIn(form) })
  if (!saved.ok) return again(409, app, request, [{ field: '', text: refusals[saved.because] }])
  if (saved.value.conflicts.length > 0) return again(409, app, request, [], saved.value.conflicts)
  if (typed(form, 'do') !== 'attest') return seeOther(here(request))

  const worked = parseForm(workedForm, form)
  const problems: Problem[] = worked.ok ? [] : [...worked.problems]
  if (typed(form, 'attested') !== 'yes') problems.push({ field: 'attested', text: decisionTexts.attestTick })
  if (!worked.ok || problems.length > 0) return again(422, app, request, problems)
  const input = { id, seen: saved.value.version, workingDays: worked.value.working }
  const attested = await attestTranslation(app, actor, input)
  if (!attested.ok) return again(409, app, request, [{ field: '', text: fileRefusals[attested.because] }])
  return seeOther(path('/files/:id', request.language, { id }))
}

async function exported(app: App, request: StaffRequest, format: 'xliff' | 'csv'): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts || facts === 'closed') return away(request, facts)
  const about = aboutOf(facts.opportunity)
  const name = `${about.number}-${about.source}-${about.target}`
  return format === 'xliff'
    ? content('application/xliff+xml; charset=utf-8', writeXliff(about, leavingOf(facts)), `${name}.xlf`)
    : content('text/csv; charset=utf-8', writeTable(about, leavingOf(facts)), `${name}.csv`)
}

async function receive(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts || facts === 'closed') return away(request, facts)
  const file = request.files.find(({ field }) => field === 'file')
  if (!file || file.bytes.length === 0)
    return translation(422, request, facts, { problems: [{ field: 'file', text: texts.fileMissing }] })

  const about = aboutOf(facts.opportunity)
  const format = looksLikeXml(file.name, file.bytes) ? 'xliff' : 'csv'
  const read = format === 'xliff' ? readXliff(file.bytes, about) : readTable(file.bytes, about)
  if (!read.ok) return translation(422, request, facts, { problems: [{ field: 'file', text: refusals[read.because] }] })

  const { actor, language } = request
  const id = idOf(request)
  const input = { id, fileName: file.name.slice(0, 200), format, returned: read.value } as const
  const received = await receiveImport(app, actor, input)
  if (!received.ok) return again(409, app, request, [{ field: '', text: refusals[received.because] }])
  return seeOther(path('/files/:id/translation/import/:importId', language, { id, ...received.value }))
}

async function take(app: App, request: StaffRequest): Promise<Reply> {
  const { actor, form, params } = request
  const id = idOf(request)
  if (!isId(id) || !isId(params.importId)) return unknown
  const before = await factsFor(app, request)
  if (!before || before === 'closed') return away(request, before)
  const decision = await takeImport(app, actor, { id, importId: params.importId, ...chosenIn(form) })
  if (!decision.ok) return importShown(app, request, 409, [{ field: '', text: refusals[decision.because] }])
  return seeOther(here(request))
}

async function importShown(app: App, request: StaffRequest, status: 200 | 409, problems: Problems): Promise<Reply> {
  const { actor, language, params } = request
  const id = idOf(request)
  const { importId } = params
  if (!isId(id) || !isId(importId)) return unknown
  const facts = await app.read(scopeOf(actor), (tx) => importPage(tx, actor, { id, importId }))
  if (!facts || facts === 'closed') return away(request, facts)
  const view = <ImportPage facts={facts} language={language} problems={problems} />
  return page(status, texts.importTitle[language], view, {
    crumbs: [
      ...crumbsOf(request, facts),
      { label: decisionTexts.translationTitle[language], href: path('/files/:id/translation', language, { id }) },
    ],
  })
}

async function again(
  status: 409 | 422,
  app: App,
  request: StaffRequest,
  problems: Problems,
  conflicts: readonly Conflict[] = [],
): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts || facts === 'closed') return away(request, facts)
  const said = conflicts.map(({ key, why }) => ({ field: inputs(key).text, text: conflictTexts[why] }))
  return translation(status, request, facts, { conflicts, problems: [...problems, ...said] })
}

function translation(
  status: 200 | 409 | 422,
  request: StaffRequest,
  facts: TranslationFacts,
  { problems = [], conflicts = [] }: { problems?: Problems; conflicts?: readonly Conflict[] },
): Reply {
  const { actor, language } = request
  const form: Form = status === 200 ? {} : request.form
  const view = <TranslationPage {...{ facts, actor, language, form, problems, conflicts }} />
  return page(status, decisionTexts.translationTitle[language], view, { crumbs: crumbsOf(request, facts) })
}

const crumbsOf = ({ language }: StaffRequest, { opportunity: { id, number } }: TranslationFacts) => [
  { label: texts.fileNumber(number)[language], href: path('/files/:id', language, { id }) },
]

async function factsFor(app: App, { actor, params }: StaffRequest): Promise<TranslationFacts | 'closed' | undefined> {
  const { id } = params
  return isId(id) ? app.read(scopeOf(actor), (tx) => translationPage(tx, actor, id)) : undefined
}

/** Whoever may see the file and not translate it now is led to it; for anybody else there is nothing here. */
const away = (request: StaffRequest, facts: 'closed' | undefined): Reply =>
  facts === 'closed' ? seeOther(path('/files/:id', request.language, { id: idOf(request) })) : unknown

const idOf = ({ params }: StaffRequest): string => params.id ?? ''
const here = (request: StaffRequest): string => path('/files/:id/translation', request.language, { id: idOf(request) })

/** By its name, or by its first character whatever the encoding. */
const looksLikeXml = (name: string, bytes: Buffer): boolean =>
  /\.(xlf|xliff|xml)$/i.test(name) || bytes.subarray(0, 8).includes(0x3c)
