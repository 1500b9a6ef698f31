import { forStaff, open, type Request, type Routes } from '../accounts/routing.ts'
import { type Staff, scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import type { Decision } from '../platform/decision.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { type Asked, type Crumb, type Form, page, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { hasLocalMailbox } from '../platform/transports.ts'
import { pairNames } from '../ui/form.tsx'
import {
  answerEnquiry,
  closeEnquiry,
  confirmEnquiry,
  enquiryBy,
  giveBackEnquiry,
  learnFrom,
  proposeEntry,
  takeEnquiry,
  writeEnquiry,
} from './commands.ts'
import { answerForm, closeForm, entryForm, lessonForm, parseContact } from './forms.ts'
import { contactFacts, departmentFor, type EnquiryFacts, enquiryFacts, queueFacts } from './pages.ts'
import { pageSaid } from './rules.page.ts'
import { type ConfirmRefusal, can, confirm, type EnquiryRefusal } from './rules.ts'
import { contactTexts, enquiryRefusals, kindNames, queueTexts, useTexts } from './texts.ts'
import { EnquiryPage, QueuePage, refusedHere } from './views.queue.tsx'
import { BadLinkPage, ConfirmedPage, ConfirmPage, ContactPage, SentPage } from './views.tsx'
import { EntryPage, LessonPage } from './views.use.tsx'

const team = ['program_team'] as const

export const enquiryRoutes = {
  'GET /contact': open(showContact),
  'POST /contact': open(write),
  'GET /contact/sent': open(async (app, { language }) =>
    page(
      200,
      contactTexts.sentTitle[language],
      <SentPage language={language} mailbox={hasLocalMailbox(app.config)} />,
      listed(language),
    ),
  ),
  'GET /contact/confirmation/:token': open(showConfirmation, { personal: true }),
  'POST /contact/confirmation/:token': open(confirmed),
  'GET /enquiries': forStaff(team, queue),
  'GET /enquiries/:id': forStaff(team, (app, request) => one(app, request, 200)),
  'POST /enquiries/:id': forStaff(team, move),
  'POST /enquiries/:id/answer': forStaff(team, answer),
  'POST /enquiries/:id/end': forStaff(team, end),
  'GET /enquiries/:id/faq': forStaff(team, (app, request) => entry(app, request, 200)),
  'POST /enquiries/:id/faq': forStaff(team, propose),
  'GET /enquiries/:id/lesson': forStaff(team, (app, request) => lesson(app, request, 200)),
  'POST /enquiries/:id/lesson': forStaff(team, learn),
} satisfies Routes

type StaffRequest = Asked<Staff>
type Status = 200 | 409 | 422

/** The form, with the page that led here and the address of whoever is signed in. */
async function showContact(app: App, request: Request): Promise<Reply> {
  const { actor, query } = request
  const email = actor.kind === 'staff' || actor.kind === 'supplier' ? actor.email : ''
  const shown = pageSaid(query.page ?? '', actor.kind === 'staff' ? 'staff' : 'anybody')
  return contact(app, request, 200, [], { page: shown, email })
}

async function write(app: App, request: Request): Promise<Reply> {
  const { actor, form, language, origin } = request
  const asked = parseContact(form)
  if (!asked.ok) return contact(app, request, 422, asked.problems, form)

  const { department, ...wrote } = asked.value
  const departmentId = await app.read('nothing', (tx) => departmentFor(tx, department))
  const decision = await writeEnquiry(app, actor, { ...wrote, departmentId, language, origin })
  if (!decision.ok) {
    const field = decision.because === 'address_missing' ? 'email' : ''
    return contact(app, request, 429, [{ field, text: enquiryRefusals[decision.because] }], form)
  }
  return seeOther(path('/contact/sent', language))
}

async function contact(
  app: App,
  { language }: Request,
  status: 200 | 422 | 429,
  problems: Problems,
  values: Form,
): Promise<Reply> {
  const facts = await app.read('nothing', contactFacts)
  const view = <ContactPage {...facts} language={language} values={values} problems={problems} />
  return page(status, contactTexts.title[language], view, { description: contactTexts.description[language] })
}

async function showConfirmation(app: App, { language, params: { token = '' } }: Request): Promise<Reply> {
  const found = await enquiryBy(app, token)
  const decision = confirm(found?.enquiry, { fits: found?.fits ?? false, now: found?.now ?? app.clock() })
  if (!decision.ok) return badLink(language, decision.because)
  if (decision.value.confirmedAt !== null)
    return page(200, contactTexts.doneTitle[language], <ConfirmedPage language={language} />)
  const view = <ConfirmPage language={language} token={token} />
  return page(200, contactTexts.confirmTitle[language], view, listed(language))
}

async function confirmed(app: App, { actor, language, params: { token = '' } }: Request): Promise<Reply> {
  const decision = await confirmEnquiry(app, actor, { token })
  if (!decision.ok) return badLink(language, decision.because)
  return seeOther(path('/contact/confirmation/:token', language, { token }))
}

async function queue(app: App, { actor, language }: StaffRequest): Promise<Reply> {
  const facts = await app.read(scopeOf(actor), (tx) => queueFacts(tx, actor.departmentId))
  return page(200, queueTexts.title[language], <QueuePage facts={facts} actor={actor} language={language} />)
}

async function one(app: App, request: StaffRequest, status: Status, problems: Problems = []): Promise<Reply> {
  const { actor, language, form } = request
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const letter = form.text === undefined ? undefined : typed(form, 'text')
  const view = <EnquiryPage {...{ facts, actor, language, letter, problems }} />
  return page(status, kindNames[facts.enquiry.kind][language], view, { crumbs: crumbsTo(language) })
}

async function move(app: App, request: StaffRequest): Promise<Reply> {
  const { actor, form, params } = request
  if (!(await factsFor(app, request))) return unknown
  const id = params.id ?? ''
  const act = typed(form, 'do') === 'give_back' ? giveBackEnquiry : takeEnquiry
  return moved(app, request, await act(app, actor, { id }))
}

async function answer(app: App, request: StaffRequest): Promise<Reply> {
  const { actor, form, params } = request
  if (!(await factsFor(app, request))) return unknown
  const asked = parseForm(answerForm, form)
  if (!asked.ok) return one(app, request, 422, asked.problems)
  return moved(app, request, await answerEnquiry(app, actor, { id: params.id ?? '', ...asked.value }))
}

async function end(app: App, request: StaffRequest): Promise<Reply> {
  const { actor, form, params } = request
  if (!(await factsFor(app, request))) return unknown
  const asked = parseForm(closeForm, form)
  if (!asked.ok) return one(app, request, 422, asked.problems)
  return moved(app, request, await closeEnquiry(app, actor, { id: params.id ?? '', ...asked.value }))
}

const moved = (app: App, request: StaffRequest, decision: Decision<unknown, EnquiryRefusal>): Reply | Promise<Reply> =>
  decision.ok
    ? seeOther(path('/enquiries/:id', request.language, { id: request.params.id ?? '' }))
    : one(app, request, 409, refusedHere(decision.because))

async function propose(app: App, request: StaffRequest): Promise<Reply> {
  const { actor, form, language, params } = request
  if (!(await factsFor(app, request))) return unknown
  const asked = parseForm(entryForm, form)
  if (!asked.ok) return entry(app, request, 422, asked.problems)

  const { question_en, question_fr, answer_en, answer_fr } = asked.value
  const proposed = { question: { en: question_en, fr: question_fr }, answer: { en: answer_en, fr: answer_fr } }
  const decision = await proposeEntry(app, actor, { id: params.id ?? '', entry: proposed })
  if (!decision.ok) return entry(app, request, 409, refusedHere(decision.because))
  return seeOther(path('/content/:page', language, { page: 'faq' }))
}

async function entry(app: App, request: StaffRequest, status: Status, problems: Problems = []): Promise<Reply> {
  const { language } = request
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const { body, answer } = facts.enquiry
  const values = status === 200 ? inTheirs(facts, { question: body, answer: answer?.text ?? '' }) : request.form
  const view = <EntryPage enquiry={facts.enquiry} {...{ language, values, problems }} />
  return page(status, useTexts.faqTitle[language], view, { crumbs: crumbsTo(language, facts) })
}

async function learn(app: App, request: StaffRequest): Promise<Reply> {
  const { actor, form, language, params } = request
  if (!(await factsFor(app, request))) return unknown
  const asked = parseForm(lessonForm, form)
  if (!asked.ok) return lesson(app, request, 422, asked.problems)

  const { lesson_en: en, lesson_fr: fr } = asked.value
  const id = params.id ?? ''
  const decision = await learnFrom(app, actor, { id, text: { en, fr } })
  if (!decision.ok) return lesson(app, request, 409, refusedHere(decision.because))
  return seeOther(path('/enquiries/:id', language, { id }))
}

async function lesson(app: App, request: StaffRequest, status: Status, problems: Problems = []): Promise<Reply> {
  const { language } = request
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const values = status === 200 ? inTheirs(facts, { lesson: facts.enquiry.body }) : request.form
  const view = <LessonPage enquiry={facts.enquiry} {...{ language, values, problems }} />
  return page(status, useTexts.lessonTitle[language], view, { crumbs: crumbsTo(language, facts) })
}

/** What was written stands in the half of its language, to be said in other words; the other half is empty. */
const inTheirs = ({ enquiry }: EnquiryFacts, texts: Readonly<Record<string, string>>): Form =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [pairNames(name)[enquiry.language], text]))

async function factsFor(app: App, { actor, params: { id } }: StaffRequest): Promise<EnquiryFacts | undefined> {
  if (!isId(id)) return undefined
  const facts = await app.read(scopeOf(actor), (tx) => enquiryFacts(tx, id, actor.departmentId))
  return facts && can.see(actor, facts.enquiry) ? facts : undefined
}

const badLink = (language: Language, because: ConfirmRefusal): Reply =>
  page(409, contactTexts.badLinkTitle[language], <BadLinkPage language={language} because={because} />)

const listed = (language: Language) => ({
  crumbs: [{ label: contactTexts.title[language], href: path('/contact', language) }],
})

const crumbsTo = (language: Language, facts?: EnquiryFacts): Crumb[] => [
  { label: queueTexts.title[language], href: path('/enquiries', language) },
  ...(facts
    ? [
        {
          label: kindNames[facts.enquiry.kind][language],
          href: path('/enquiries/:id', language, { id: facts.enquiry.id }),
        },
      ]
    : []),
]
