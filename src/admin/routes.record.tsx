import { forStaff, type Routes } from '../accounts/routing.ts'
import { type Staff, type StaffRole, scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { type Asked, page, type Reply, unknown } from '../platform/http.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { recordLines } from './pages.record.ts'
import { findFileByNumber, findFileOf, listEvents } from './store.record.ts'
import { recordTexts } from './texts.record.ts'
import { FileHistoryPage, RecordPage } from './views.record.tsx'

const readers: readonly StaffRole[] = ['program_team', 'procurement', 'observer', 'administrator']
const PAGE = 50
/** A file has some hundred events; one that has more shows the newest. */
const WHOLE_FILE = 1_000

export const recordRoutes = {
  'GET /record': forStaff(readers, showRecord),
  'GET /files/:id/history': forStaff(readers, showFileHistory),
} satisfies Routes

async function showRecord(app: App, { actor, language, query }: Asked<Staff>): Promise<Reply> {
  const number = (query.file ?? '').trim().slice(0, 40)
  const before = isId(query.before) ? query.before : undefined
  const { lines, noSuchFile } = await app.read(scopeOf(actor), async (tx) => {
    const file = number === '' ? undefined : await findFileByNumber(tx, number)
    if (number !== '' && !file) return { lines: [], noSuchFile: true }
    const events = await listEvents(tx, {
      departmentId: actor.departmentId,
      most: PAGE,
      ...(file ? { fileId: file.id } : {}),
      ...(before ? { before } : {}),
    })
    return { lines: await recordLines(tx, actor, language, events), noSuchFile: false }
  })
  const last = lines.length === PAGE ? lines.at(-1) : undefined
  const older = last && `${path('/record', language)}?${new URLSearchParams({ file: number, before: last.id })}`
  const view = <RecordPage language={language} lines={lines} number={number} noSuchFile={noSuchFile} older={older} />
  return page(200, recordTexts.title[language], view)
}

async function showFileHistory(app: App, { actor, language, params }: Asked<Staff>): Promise<Reply> {
  const { id } = params
  if (!isId(id)) return unknown
  const found = await app.read(scopeOf(actor), async (tx) => {
    const file = await findFileOf(tx, id)
    if (!file) return undefined
    const events = await listEvents(tx, {
      departmentId: actor.departmentId,
      fileId: file.requestId,
      most: WHOLE_FILE,
    })
    return { file, lines: await recordLines(tx, actor, language, events) }
  })
  if (!found) return unknown
  const { file, lines } = found
  const title = language === 'en' ? file.titleEn : file.titleFr
  const view = <FileHistoryPage language={language} number={file.number} title={title} lines={lines} />
  const crumbs = [{ label: recordTexts.title[language], href: path('/record', language) }]
  return page(200, recordTexts.fileTitle(file.number)[language], view, { crumbs })
}
