import { type Request as AnyRequest, forStaff, open, type Routes } from '../accounts/routing.ts'
import type { Staff } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import type { Decision } from '../platform/decision.ts'
import type { Problems } from '../platform/forms.ts'
import { type Asked, content, type Form, page, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { confirmValue, enterValue, rejectValue } from './commands.ts'
import { missingValue, parseValue } from './forms.ts'
import { staffDraw, stageOf } from './pages.ts'
import type { DecideRefusal, EnterRefusal } from './rules.ts'
import { findPublicDraw } from './store.ts'
import { publicTexts, staffTexts } from './texts.pages.ts'
import { valueRefusals } from './texts.ts'
import { transcriptOf } from './transcript.ts'
import { StaffDrawPage } from './views.staff.tsx'
import { PublicDrawPage } from './views.tsx'

const deciders = ['program_team', 'procurement'] as const

export const drawRoutes = {
  'GET /draws/:slug': open(showPublicDraw, { cached: [] }),
  'GET /draws/:slug/verification': open(downloadDraw, { cached: [] }),
  'GET /files/:id/draw': forStaff(['client', ...deciders, 'observer'], (app, request) => drawReply(app, request, 200)),
  'POST /files/:id/draw/value': forStaff(['program_team'], createValue),
  'POST /files/:id/draw/confirmation': forStaff(deciders, createConfirmation),
  'POST /files/:id/draw/rejection': forStaff(deciders, createRejection),
} satisfies Routes

type Request = Asked<Staff>

async function showPublicDraw(app: App, { params, language }: AnyRequest): Promise<Reply> {
  const draw = await app.read('nothing', (tx) => findPublicDraw(tx, params.slug ?? ''))
  if (!draw) return unknown
  const stage = stageOf(draw)
  const title = `${publicTexts.titles[stage][language]} – ${language === 'en' ? draw.titleEn : draw.titleFr}`
  return page(200, title, <PublicDrawPage draw={draw} language={language} />, {
    audience: 'public',
    description: publicTexts.leads[stage][language],
  })
}

async function downloadDraw(app: App, { params }: AnyRequest): Promise<Reply> {
  const draw = await app.read('nothing', (tx) => findPublicDraw(tx, params.slug ?? ''))
  const transcript = draw && transcriptOf(draw)
  if (!draw || !transcript) return unknown
  return content('application/json; charset=utf-8', `${JSON.stringify(transcript, null, 1)}\n`, `${draw.slug}.json`)
}

async function createValue(app: App, request: Request): Promise<Reply> {
  const { actor, form, params } = request
  const draw = isId(params.id) ? await staffDraw(app, actor, params.id) : undefined
  if (!draw) return unknown
  const asked = parseValue(draw.file.manifest?.beaconRef ?? '', typed(form, 'value'))
  if (!asked.ok) return drawReply(app, request, 422, form, [missingValue()])

  return acted(app, request, (opportunityId) => enterValue(app, actor, { opportunityId, value: asked.value }))
}

function createConfirmation(app: App, request: Request): Promise<Reply> {
  return acted(app, request, (opportunityId) => confirmValue(app, request.actor, { opportunityId }))
}

function createRejection(app: App, request: Request): Promise<Reply> {
  return acted(app, request, (opportunityId) => rejectValue(app, request.actor, { opportunityId }))
}

async function acted(
  app: App,
  request: Request,
  act: (opportunityId: string) => Promise<Decision<unknown, EnterRefusal | DecideRefusal>>,
): Promise<Reply> {
  const { actor, form, language, params } = request
  const draw = isId(params.id) ? await staffDraw(app, actor, params.id) : undefined
  if (!draw) return unknown
  const { id } = draw.opportunity
  const decision = await act(id)
  if (decision.ok) return seeOther(path('/files/:id/draw', language, { id }))
  const field = decision.because.startsWith('bad_') ? 'value' : ''
  return drawReply(app, request, 409, form, [{ field, text: valueRefusals[decision.because] }])
}

async function drawReply(
  app: App,
  { actor, language, params }: Request,
  status: 200 | 409 | 422,
  values: Form = {},
  errors: Problems = [],
): Promise<Reply> {
  const draw = isId(params.id) ? await staffDraw(app, actor, params.id) : undefined
  if (!draw) return unknown
  const { id, number } = draw.opportunity
  return page(status, staffTexts.title[language], <StaffDrawPage {...{ actor, language, draw, values, errors }} />, {
    crumbs: [{ label: staffTexts.file(number)[language], href: path('/files/:id', language, { id }) }],
  })
}
