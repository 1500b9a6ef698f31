import { z } from 'zod'
import { type Request as AnyRequest, forStaff, open, type Routes } from '../accounts/routing.ts'
import type { Staff } from '../accounts/rules.ts'
import { reasonProblems } from '../opportunities/publicReason.ts'
import { refusals } from '../opportunities/texts.ts'
import type { App } from '../platform/app.ts'
import { formTexts, needed, optional, type Problems, parseForm } from '../platform/forms.ts'
import { type Asked, type Form, page, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
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
  if (!day || !clock) {
    const invalid = [
      ...(day ? [] : [{ field: 'closing_day', text: texts.invalidDay }]),
      ...(clock ? [] : [{ field: 'closing_time', text: texts.invalidTime }]),
    ]
    return outagePage(422, request, file, request.form, invalid)
  }

  const closesAt = instantAt(day, clock, file.policy.zone)
  const { id } = file.opportunity
  const decision = await extendForOutage(app, request.actor, { id, closesAt, reason: { en, fr } })
  if (!decision.ok) {
    const texts = Object.entries({ ...refusals, ...keepRefusals })
    const text = texts.find(([name]) => name === decision.because)?.[1] ?? formTexts.required
    const now = (await asked(app, request)) ?? file
    const inReason = decision.because === 'reason_marked' ? reasonProblems(id, { en, fr }, 'reason') : []
    const problems = inReason.length > 0 ? inReason : [{ field: 'closing_day', text }]
    return outagePage(409, request, now, request.form, problems)
  }
  return seeOther(path('/files/:id', request.language, { id: file.opportunity.id }))
}

async function keep(app: App, request: Request): Promise<Reply> {
  const file = await asked(app, request)
  if (!file) return unknown
  const parsed = parseForm(keeping, request.form)
  const typedIn = { ...begun(file), why: typed(request.form, 'why') }
  if (!parsed.ok) return outagePage(422, request, file, typedIn, parsed.problems)
  const { id } = file.opportunity
  const decision = await keepClosing(app, request.actor, { id, reason: parsed.value.why })
  if (!decision.ok) {
    const problems = [{ field: 'why', text: keepRefusals[decision.because] }]
    return outagePage(409, request, (await asked(app, request)) ?? file, typedIn, problems)
  }
  return seeOther(path(decision.value.atClosing ? '/files/:id' : '/files/:id/outage', request.language, { id }))
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

const extension = z.object({
  closing_day: needed(20),
  closing_time: needed(20),
  reason_en: needed(2_000),
  reason_fr: needed(2_000),
})
const keeping = z.object({ why: optional(2_000) })

const asked = async (app: App, { actor, params }: Request): Promise<OutageFile | undefined> =>
  isId(params.id) ? outageFile(app, actor, params.id) : undefined

const begun = ({ outage, policy, proposed }: OutageFile): Form => ({
  closing_day: proposed.closingDay,
  closing_time: clockOf(outage.closesAt, policy.zone),
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
  const title = file.outage.atClosing ? texts.titleHeld : texts.title
  return page(status, title[language], body, { crumbs })
}
