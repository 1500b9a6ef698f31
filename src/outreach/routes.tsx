import type { VNode } from 'preact'
import { forStaff, type Routes } from '../accounts/routing.ts'
import { type Staff, scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { cleaned, type Problems, parseForm } from '../platform/forms.ts'
import { type Asked, type Form, page, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { finishOutreach, planOutreach, redraftMessage, removeOutreach, writeMessage } from './commands.ts'
import { activityForm, doneForm, messageForm } from './forms.ts'
import { type Message, type OutreachPageFacts, outreachPage } from './pages.ts'
import type { Activity, OutreachRefusal } from './rules.ts'
import { outreachRefusals, outreachTexts } from './texts.ts'
import { DonePage, MessagePage, OutreachPage } from './views.tsx'

const readers = ['client', 'program_team', 'procurement', 'observer'] as const
const planners = ['client', 'program_team'] as const

export const outreachRoutes = {
  'GET /files/:id/outreach': forStaff(readers, (app, request) => planReply(app, request, 200, {})),
  'POST /files/:id/outreach': forStaff(planners, plan),
  'GET /files/:id/outreach/messages/:kind': forStaff(planners, (app, request) => messageReply(app, request, 200)),
  'POST /files/:id/outreach/messages/:kind': forStaff(planners, write),
  'GET /files/:id/outreach/:activity': forStaff(planners, (app, request) => doneReply(app, request, 200)),
  'POST /files/:id/outreach/:activity': forStaff(planners, finish),
  'POST /files/:id/outreach/:activity/withdrawal': forStaff(planners, remove),
} satisfies Routes

type Request = Asked<Staff>
type Status = 200 | 409 | 422

async function plan(app: App, request: Request): Promise<Reply> {
  const { actor, form, language } = request
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const asked = parseForm(activityForm, form)
  if (!asked.ok) return planReply(app, request, 422, form, asked.problems)

  const decision = await planOutreach(app, actor, { id: facts.opportunity.id, language, ...asked.value })
  if (!decision.ok) return planReply(app, request, 409, form, refused(decision.because))
  return toPlan(request)
}

async function finish(app: App, request: Request): Promise<Reply> {
  const { actor, form, language } = request
  const facts = await factsFor(app, request)
  const activity = facts && activityIn(facts, request)
  if (!facts || !activity) return unknown
  const asked = parseForm(doneForm, form)
  if (!asked.ok) return doneReply(app, request, 422, form, asked.problems)

  const input = { id: facts.opportunity.id, activityId: activity.id, language, ...asked.value }
  const decision = await finishOutreach(app, actor, input)
  if (!decision.ok) return doneReply(app, request, 409, form, refused(decision.because))
  return toPlan(request)
}

async function remove(app: App, request: Request): Promise<Reply> {
  const facts = await factsFor(app, request)
  const activity = facts && activityIn(facts, request)
  if (!facts || !activity) return unknown
  const input = { id: facts.opportunity.id, activityId: activity.id }
  const decision = await removeOutreach(app, request.actor, input)
  if (!decision.ok) return planReply(app, request, 409, {}, refused(decision.because))
  return toPlan(request)
}

async function write(app: App, request: Request): Promise<Reply> {
  const { actor, form } = request
  const facts = await factsFor(app, request)
  const message = facts && messageIn(facts, request)
  if (!facts || !message) return unknown
  const { id } = facts.opportunity
  const { kind } = message
  if (typed(form, 'do') === 'redraft') {
    const decision = await redraftMessage(app, actor, { id, kind })
    return decision.ok ? toPlan(request) : messageReply(app, request, 409, form, refused(decision.because))
  }
  const asked = parseForm(messageForm, form)
  if (!asked.ok) return messageReply(app, request, 422, form, asked.problems)

  const { text_en: en, text_fr: fr } = asked.value
  const decision = await writeMessage(app, actor, { id, kind, text: { en, fr } })
  if (decision.ok) return toPlan(request)
  const because = outreachRefusals[decision.because]
  const halves = (['en', 'fr'] as const).filter((half) =>
    decision.because === 'half_missing'
      ? cleaned(typed(form, `text_${half}`)) === ''
      : decision.because === 'social_too_long' && [...typed(form, `text_${half}`)].length > 280,
  )
  const problems = halves.length > 0 ? halves.map((half) => ({ field: `text_${half}`, text: because })) : undefined
  return messageReply(app, request, 409, form, problems ?? refused(decision.because))
}

async function planReply(
  app: App,
  request: Request,
  status: Status,
  form: Form,
  problems: Problems = [],
): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const { language } = request
  return reply(status, request, facts, <OutreachPage {...{ facts, language, form, problems }} />)
}

async function doneReply(
  app: App,
  request: Request,
  status: Status,
  form?: Form,
  problems: Problems = [],
): Promise<Reply> {
  const facts = await factsFor(app, request)
  const activity = facts && activityIn(facts, request)
  if (!facts || !activity) return unknown
  if (activity.done || !facts.records)
    return problems.length > 0 ? planReply(app, request, status, {}, problems) : toPlan(request)
  const { language } = request
  const values = form ?? { day: activity.plannedDay < facts.today ? activity.plannedDay : facts.today }
  const view = <DonePage {...{ facts, language, activity, problems }} form={values} />
  return reply(status, request, facts, view, outreachTexts.recordTitle[language])
}

async function messageReply(
  app: App,
  request: Request,
  status: Status,
  form?: Form,
  problems: Problems = [],
): Promise<Reply> {
  const facts = await factsFor(app, request)
  const message = facts && messageIn(facts, request)
  if (!facts || !message) return unknown
  if (!facts.plans && status === 200) return toPlan(request)
  const { language } = request
  const values = form ?? { text_en: message.text.en, text_fr: message.text.fr }
  const view = <MessagePage {...{ facts, language, message, problems }} form={values} />
  return reply(status, request, facts, view, outreachTexts.edit[language])
}

function reply(
  status: Status,
  { language }: Request,
  { opportunity: { id, number } }: OutreachPageFacts,
  view: VNode,
  below?: string,
): Reply {
  const title = `${below ?? outreachTexts.title[language]} – ${outreachTexts.eyebrow(number)[language]}`
  const file = { label: outreachTexts.eyebrow(number)[language], href: path('/files/:id', language, { id }) }
  const plan = { label: outreachTexts.title[language], href: path('/files/:id/outreach', language, { id }) }
  return page(status, title, view, { crumbs: below ? [file, plan] : [file] })
}

const factsFor = async (app: App, { actor, params: { id } }: Request): Promise<OutreachPageFacts | undefined> =>
  isId(id) ? app.read(scopeOf(actor), (tx) => outreachPage(tx, app, actor, id)) : undefined

const activityIn = ({ activities }: OutreachPageFacts, { params }: Request): Activity | undefined =>
  activities.find(({ id }) => id === params.activity)

const messageIn = ({ messages }: OutreachPageFacts, { params }: Request): Message | undefined =>
  messages.find(({ kind }) => kind === params.kind)

const toPlan = ({ language, params: { id = '' } }: Request): Reply =>
  seeOther(path('/files/:id/outreach', language, { id }))

/** At the field that it is about, where it is about one. */
const refused = (because: OutreachRefusal): Problems => [
  { field: fields[because] ?? '', text: outreachRefusals[because] },
]

const fields: Partial<Record<OutreachRefusal, string>> = {
  channel_not_offered: 'channel',
  name_missing: 'ownName',
  day_in_the_past: 'day',
  day_in_the_future: 'day',
}
