import { z } from 'zod'
import { type Request as AnyRequest, forStaff, open, type Routes } from '../accounts/routing.ts'
import type { Staff } from '../accounts/rules.ts'
import { refusals } from '../opportunities/texts.ts'
import type { App } from '../platform/app.ts'
import { formTexts, needed, optional, type Problems, parseForm, saying } from '../platform/forms.ts'
import { type Asked, type Form, page, type Reply, seeOther, unknown } from '../platform/http.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { clockOf, instantAt, parseClock, parseDay } from '../platform/time.ts'
import { certificatesOf } from './outage.store.ts'
import { keepRefusals, outageTexts as texts } from './outage.texts.ts'
import { extendForOutage, keepClosing, type OutageFile, outageFile } from './outage.ts'
import { CertificatePage, OutagePage } from './outage.views.tsx'

type Request = Asked<Staff>

async function showOutage(app: App, request: Request): Promise<Reply> {
  const file = await asked(app, request)
  return file ? outagePage(200, request, file, begun(file), []) : unknown
}

async function extend(app: App, request: Request): Promise<Reply> {
  const file = await asked(app, request)
  if (!file) return unknown
  const parsed = parseForm(extension, request.form)
  if (!parsed.ok) return outagePage(422, request, file, request.form, parsed.problems)
  const { closing_day, closing_time, reason_en: en, reason_fr: fr } = parsed.value
  const [day, clock] = [parseDay(closing_day), parseClock(closing_time)]
  if (!day || !clock) return outagePage(422, request, file, request.form, [])

  const closesAt = instantAt(day, clock, file.policy.zone)
  const decision = await extendForOutage(app, request.actor, { file, closesAt, reason: { en, fr } })
  if (!decision.ok) {
    const text = Object.entries(refusals).find(([name]) => name === decision.because)?.[1] ?? formTexts.required
    return outagePage(409, request, file, request.form, [{ field: 'closing_day', text }])
  }
  return seeOther(path('/files/:id', request.language, { id: file.opportunity.id }))
}

async function keep(app: App, request: Request): Promise<Reply> {
  const file = await asked(app, request)
  if (!file) return unknown
  const parsed = parseForm(keeping, request.form)
  if (!parsed.ok) return outagePage(422, request, file, begun(file), parsed.problems)
  const decision = await keepClosing(app, request.actor, { id: file.opportunity.id, reason: parsed.value.why })
  if (!decision.ok)
    return outagePage(409, request, file, begun(file), [{ field: 'why', text: keepRefusals[decision.because] }])
  return seeOther(path('/files/:id/outage', request.language, { id: file.opportunity.id }))
}

async function showCertificate(app: App, { params, language }: AnyRequest): Promise<Reply> {
  const certificates = await app.read('nothing', (tx) => certificatesOf(tx, params.slug ?? ''))
  const [first] = certificates
  if (!first) return unknown
  const body = <CertificatePage slug={params.slug ?? ''} certificates={certificates} language={language} />
  return page(200, `${texts.certificateTitle[language]} – ${first.number}`, body, {
    audience: 'public',
    description: texts.certificateLead[language],
  })
}

const seers = ['program_team', 'procurement', 'observer'] as const

export const outageRoutes = {
  'GET /opportunities/:slug/downtime': open(showCertificate, { cached: [] }),
  'GET /files/:id/outage': forStaff(seers, showOutage),
  'POST /files/:id/outage': forStaff(['program_team'], extend),
  'POST /files/:id/outage/decision': forStaff(['program_team'], keep),
} satisfies Routes

const valid = (parse: (text: string) => unknown) => (text: string) => parse(text) !== undefined
const extension = z.object({
  closing_day: needed(20).pipe(z.string().refine(valid(parseDay), saying(formTexts.required))),
  closing_time: needed(20).pipe(z.string().refine(valid(parseClock), saying(formTexts.required))),
  reason_en: needed(2_000),
  reason_fr: needed(2_000),
})
const keeping = z.object({ why: optional(2_000) })

const asked = async (app: App, { actor, params }: Request): Promise<OutageFile | undefined> =>
  isId(params.id) ? outageFile(app, actor, params.id) : undefined

const begun = ({ opportunity, policy, proposed }: OutageFile): Form => ({
  closing_day: proposed.closingDay,
  closing_time: clockOf(opportunity.closesAt, policy.zone),
  reason_en: proposed.reason.en,
  reason_fr: proposed.reason.fr,
})

function outagePage(
  status: 200 | 409 | 422,
  { actor, language }: Request,
  file: OutageFile,
  form: Form,
  errors: Problems,
): Reply {
  const crumbs = [
    {
      label: texts.file(file.opportunity.number)[language],
      href: path('/files/:id', language, { id: file.opportunity.id }),
    },
  ]
  const body = <OutagePage {...{ actor, language, file, form, errors }} />
  return page(status, texts.title[language], body, { crumbs })
}
