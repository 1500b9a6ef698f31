import { forStaff, type Routes } from '../accounts/routing.ts'
import { type Staff, scopeOf, staffRoles } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { type Asked, type Crumb, content, type Form, page, type Reply, seeOther } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { enterFigure, recordWork, writeVarianceNote } from './commands.ts'
import { figureForm, noteForm, workForm } from './forms.ts'
import { reportSheet } from './pages.ts'
import { reportMarkdown } from './report.formats.ts'
import { closeoutReport } from './report.ts'
import { can, isNoted, type MeasureRefusal } from './rules.ts'
import { newestFigures, notesOf } from './store.ts'
import { enterTexts, noteTexts, pageTexts, refusalFields, refusals, reportTexts, workTexts } from './texts.ts'
import { EnterPage, NotePage, WorkPage } from './views.forms.tsx'
import { MeasuresPage, ReportPage } from './views.tsx'

const readers = ['program_team', 'procurement', 'observer', 'administrator'] as const
const workers = staffRoles.filter((role) => role !== 'observer')
const writers = ['program_team', 'administrator'] as const

export const measureRoutes = {
  'GET /measures': forStaff(readers, showMeasures),
  'GET /measures/report': forStaff(readers, showReport),
  'GET /measures/report.md': forStaff(readers, downloadReport),
  'GET /measures/values': forStaff(writers, (app, request) => enterPage(app, request, 200, {}, [])),
  'POST /measures/values': forStaff(writers, createFigure),
  'GET /measures/work': forStaff(workers, async (_, request) => workPage(request, 200, {}, [])),
  'POST /measures/work': forStaff(workers, createWork),
  'GET /measures/notes': forStaff(writers, showNote),
  'POST /measures/notes': forStaff(writers, createNote),
} satisfies Routes

type Request = Asked<Staff>

async function showMeasures(app: App, { actor, language }: Request): Promise<Reply> {
  const report = await closeoutReport(app, actor.departmentId)
  const sheet = reportSheet(report, language)
  const view = <MeasuresPage report={report} sheet={sheet} language={language} writes={can.write(actor)} />
  return page(200, pageTexts.title[language], view)
}

async function showReport(app: App, { actor, language }: Request): Promise<Reply> {
  const sheet = reportSheet(await closeoutReport(app, actor.departmentId), language)
  const view = <ReportPage sheet={sheet} language={language} />
  return page(200, reportTexts.title[language], view, { crumbs: crumbsTo(language) })
}

async function downloadReport(app: App, { actor, language }: Request): Promise<Reply> {
  const report = await closeoutReport(app, actor.departmentId)
  const text = reportMarkdown(reportSheet(report, language), language)
  return content('text/markdown; charset=utf-8', text, `${report.department.code}-${language}.md`)
}

async function createFigure(app: App, request: Request): Promise<Reply> {
  const { actor, form, language } = request
  const asked = parseForm(figureForm, form)
  if (!asked.ok) return enterPage(app, request, 422, form, asked.problems)

  const decision = await enterFigure(app, actor, asked.value)
  if (!decision.ok) return enterPage(app, request, 409, form, refused(decision.because))

  return seeOther(path('/measures/values', language))
}

async function createWork(app: App, request: Request): Promise<Reply> {
  const { actor, form, language } = request
  const asked = parseForm(workForm, form)
  if (!asked.ok) return workPage(request, 422, form, asked.problems)

  const { file: number, step, days } = asked.value
  const decision = await recordWork(app, actor, { number, step, days })
  if (!decision.ok) return workPage(request, 409, form, refused(decision.because))

  return seeOther(path(can.read(actor) ? '/measures' : '/home', language))
}

/** The form, with the note that stands when the address says which figure. */
async function showNote(app: App, request: Request): Promise<Reply> {
  const { actor, query } = request
  const subject = query.about ?? ''
  if (!isNoted(subject)) return notePage(request, 200, {}, [])
  const notes = await app.read(scopeOf(actor), (tx) => notesOf(tx, actor.departmentId))
  const { en = '', fr = '' } = notes.get(subject) ?? {}
  return notePage(request, 200, { subject, note_en: en, note_fr: fr }, [])
}

async function createNote(app: App, request: Request): Promise<Reply> {
  const { actor, form, language } = request
  const asked = parseForm(noteForm, form)
  if (!asked.ok) return notePage(request, 422, form, asked.problems)

  const { subject, note_en: en, note_fr: fr } = asked.value
  const decision = await writeVarianceNote(app, actor, { subject, note: { en, fr } })
  if (!decision.ok) return notePage(request, 409, form, refused(decision.because))

  return seeOther(path('/measures', language))
}

async function enterPage(
  app: App,
  { actor, language }: Request,
  status: 200 | 409 | 422,
  values: Form,
  problems: Problems,
): Promise<Reply> {
  const entered = await app.read(scopeOf(actor), (tx) => newestFigures(tx, actor.departmentId))
  const view = <EnterPage language={language} values={values} problems={problems} entered={entered} />
  return page(status, enterTexts.title[language], view, { crumbs: crumbsTo(language) })
}

function workPage({ actor, language }: Request, status: 200 | 409 | 422, values: Form, problems: Problems): Reply {
  const view = <WorkPage language={language} values={values} problems={problems} />
  return page(status, workTexts.title[language], view, { crumbs: can.read(actor) ? crumbsTo(language) : [] })
}

function notePage({ language }: Request, status: 200 | 409 | 422, values: Form, problems: Problems): Reply {
  const view = <NotePage language={language} values={values} problems={problems} />
  return page(status, noteTexts.title[language], view, { crumbs: crumbsTo(language) })
}

const refused = (because: MeasureRefusal): Problems => [
  { field: refusalFields[because] ?? '', text: refusals[because] },
]

const crumbsTo = (language: Language): Crumb[] => [
  { label: pageTexts.title[language], href: path('/measures', language) },
]
