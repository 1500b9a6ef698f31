import { forStaff, type Routes } from '../accounts/routing.ts'
import { type Staff, scopeOf } from '../accounts/rules.ts'
import { findDepartment } from '../accounts/store.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { type Asked, type Form, page, type Reply, seeOther, unknown } from '../platform/http.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { decideReferral } from './commands.referrals.ts'
import { referralForm } from './forms.ts'
import { can, type Referral } from './rules.referrals.ts'
import { findReferral, referralsTo } from './store.referrals.ts'
import { listTexts } from './texts.pages.ts'
import { referralRefusals, referralTexts } from './texts.questions.ts'
import { type ReferralFacts, ReferralPage, ReferralsPage } from './views.referrals.tsx'

const readers = ['program_team', 'observer'] as const

export const referralRoutes = {
  'GET /requests/referrals': forStaff(readers, listReferrals),
  'GET /requests/referrals/:id': forStaff(readers, (app, request) => referralPage(app, request, 200, {}, [])),
  'POST /requests/referrals/:id': forStaff(['program_team'], decide),
} satisfies Routes

type Request = Asked<Staff>

async function listReferrals(app: App, { actor, language }: Request): Promise<Reply> {
  const rows = await app.read(scopeOf(actor), async (tx) => {
    const facts: ReferralFacts[] = []
    for (const referral of await referralsTo(tx, actor.departmentId)) facts.push(await factsOf(tx, actor, referral))
    return facts
  })
  const view = <ReferralsPage language={language} rows={rows} />
  return page(200, referralTexts.title[language], view, { crumbs: [crumbToRequests(language)] })
}

async function decide(app: App, request: Request): Promise<Reply> {
  const { actor, form, language } = request
  const { id = '' } = request.params
  if (!isId(id)) return unknown
  const asked = parseForm(referralForm, form)
  if (!asked.ok) return referralPage(app, request, 422, form, asked.problems)

  const decision = await decideReferral(app, actor, { id, ...asked.value })
  if (decision.ok) return seeOther(path('/requests/referrals/:id', language, { id }))
  const field = decision.because === 'note_missing' ? 'note' : ''
  return referralPage(app, request, 409, form, [{ field, text: referralRefusals[decision.because] }])
}

async function referralPage(
  app: App,
  { actor, language, params: { id = '' } }: Request,
  status: 200 | 409 | 422,
  values: Form,
  problems: Problems,
): Promise<Reply> {
  if (!isId(id)) return unknown
  const facts = await app.read(scopeOf(actor), async (tx) => {
    const referral = await findReferral(tx, id)
    return referral && can.read(actor, referral) ? factsOf(tx, actor, referral) : undefined
  })
  if (!facts) return unknown
  const view = <ReferralPage language={language} values={values} problems={problems} facts={facts} actor={actor} />
  const list = { label: referralTexts.title[language], href: path('/requests/referrals', language) }
  return page(status, facts.referral.subject, view, { crumbs: [crumbToRequests(language), list] })
}

async function factsOf(tx: Tx, { timeZone }: Staff, referral: Referral): Promise<ReferralFacts> {
  const from = (await findDepartment(tx, referral.fromDepartmentId))?.name ?? { en: '', fr: '' }
  return { referral, from, zone: timeZone }
}

const crumbToRequests = (language: Request['language']) => ({
  label: listTexts.title[language],
  href: path('/requests', language),
})
