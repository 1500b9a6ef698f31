import { forStaff, type Routes } from '../accounts/routing.ts'
import { scopeOf } from '../accounts/rules.ts'
import {
  completePif,
  reserveAnew,
  reserveFunds,
  sendToFinance,
  signCommitment,
} from '../opportunities/commands.gates.ts'
import { approveStatement, returnStatement } from '../opportunities/commands.writing.ts'
import {
  again,
  crumbsOf,
  everyRole,
  type FilePageFacts,
  type FormPage,
  fileAddress,
  fileAsked,
  refused,
  type StaffRequest,
  titleOf,
  toFile,
  underFile,
} from '../opportunities/decisionPages.tsx'
import { decisionForm, pifForm, reasonForm, reservationForm, workedForm } from '../opportunities/forms.ts'
import type { AskedGate } from '../opportunities/rules.gates.ts'
import { decisionTexts } from '../opportunities/texts.decisions.ts'
import type { OpportunityRefusal } from '../opportunities/texts.ts'
import type { App } from '../platform/app.ts'
import type { Decision as Decided } from '../platform/decision.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { content, type Form, page, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import type { Text } from '../platform/i18n.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { initiationPdf } from './initiation.pdf.ts'
import { type DecisionFacts, decisionPage, knownCodes } from './pages.ts'
import { approvalTexts as texts } from './texts.ts'
import { InitiationPage, SendToFinancePage } from './views.initiation.tsx'
import type { ApproverProps } from './views.parts.tsx'
import { ApprovalPage, CommitmentPage, NotForYouPage, ReservationPage } from './views.tsx'

/** The page of one approver: its address, its name, what it shows. */
type Approver = {
  readonly gate: AskedGate
  readonly title: Text
  readonly view: (props: ApproverProps) => ReturnType<typeof ApprovalPage>
}
const approval: Approver = { gate: 'statement', title: decisionTexts.approvalTitle, view: ApprovalPage }
const commitment: Approver = { gate: 's32', title: decisionTexts.signTitle, view: CommitmentPage }
const reservation: Approver = { gate: 'reservation', title: decisionTexts.reserveTitle, view: ReservationPage }
const finance: FormPage = { title: decisionTexts.sendTitle, view: SendToFinancePage }

/** Everybody on staff may follow a link: whoever cannot decide is told why. */
export const decisionRoutes = {
  'GET /files/:id/approval': forStaff(everyRole, shown(approval)),
  'POST /files/:id/approval': forStaff(everyRole, decideStatement),
  'GET /files/:id/commitment': forStaff(everyRole, shown(commitment)),
  'POST /files/:id/commitment': forStaff(everyRole, decideCommitment),
  'GET /files/:id/reservation': forStaff(everyRole, shown(reservation)),
  'POST /files/:id/reservation': forStaff(everyRole, reserve),
  'GET /files/:id/initiation': forStaff(everyRole, showInitiation),
  'GET /files/:id/initiation.pdf': forStaff(everyRole, printInitiation),
  'POST /files/:id/initiation': forStaff(['client', 'program_team'], completeInitiation),
  'GET /files/:id/finance': forStaff(['client', 'program_team'], showFinance),
  'POST /files/:id/finance': forStaff(['client', 'program_team'], send),
  'GET /not-for-you': forStaff(everyRole, showNotForYou),
} satisfies Routes

function shown(approver: Approver) {
  return (app: App, request: StaffRequest) => approverPage(200, app, request, approver, {}, [])
}

async function approverPage(
  status: 200 | 409 | 422,
  app: App,
  request: StaffRequest,
  { gate, title, view: View }: Approver,
  form: Form,
  problems: Problems,
): Promise<Reply> {
  const facts = await decisionAsked(app, request, gate)
  if (!facts) return notForYou(request)
  const { actor, language } = request
  const body = <View {...{ facts, actor, language, form, problems }} />
  return page(status, `${title[language]} – ${titleOf(facts.file, language)}`, body, {
    crumbs: crumbsOf(facts.file, language, fileAddress(request)),
  })
}

function decisionAsked(app: App, request: StaffRequest, gate: AskedGate): Promise<DecisionFacts | undefined> {
  const { actor, params, language } = request
  const { id } = params
  return isId(id)
    ? app.read(scopeOf(actor), (tx) => decisionPage(tx, actor, { id, gate, language }))
    : Promise.resolve(undefined)
}

async function decideStatement(app: App, request: StaffRequest): Promise<Reply> {
  return decide(app, request, approval, (id, seen) => approveStatement(app, request.actor, { id, ...seen }))
}

async function decideCommitment(app: App, request: StaffRequest): Promise<Reply> {
  return decide(app, request, commitment, (id, seen, workingDays) =>
    signCommitment(app, request.actor, { id, ...seen, workingDays }),
  )
}

/** Yes, or back with reasons: parse, act, and either the file or the same page with what is wrong. */
async function decide(
  app: App,
  request: StaffRequest,
  approver: Approver,
  approve: (
    id: string,
    seen: { seen?: string },
    workingDays: number | null,
  ) => Promise<Decided<unknown, OpportunityRefusal>>,
): Promise<Reply> {
  if (!(await fileAsked(app, request))) return notForYou(request)
  const { form, actor, params } = request
  const asked = parseForm(decisionForm, form)
  if (!asked.ok) return approverPage(422, app, request, approver, form, asked.problems)

  const id = params.id ?? ''
  const { decision: said, reason, working } = asked.value
  const decision =
    said === 'yes'
      ? await approve(id, seenIn(form), working)
      : await returnStatement(app, actor, { id, reasons: reason })
  if (!decision.ok) return approverPage(409, app, request, approver, form, refused(decision.because))
  return toFile(request)
}

/** The digest that the page showed; a form that lost it decides on what stands. */
const seenIn = (form: Form): { seen?: string } => {
  const seen = typed(form, 'seen')
  return seen === '' ? {} : { seen }
}

async function reserve(app: App, request: StaffRequest): Promise<Reply> {
  if (!(await fileAsked(app, request))) return notForYou(request)
  const { form, actor, params } = request
  const id = params.id ?? ''
  if (typed(form, 'decision') === 'no') {
    const asked = parseForm(reasonForm, form)
    if (!asked.ok) return approverPage(422, app, request, reservation, form, asked.problems)
    const returned = await returnStatement(app, actor, { id, reasons: asked.value.reason })
    if (!returned.ok) return approverPage(409, app, request, reservation, form, refused(returned.because))
    return toFile(request)
  }

  const asked = parseForm(reservationForm, form)
  if (!asked.ok) return approverPage(422, app, request, reservation, form, asked.problems)
  const { number, fiscalYear, amount, payable, working } = asked.value
  const input = { id, reservation: { number, fiscalYear, amount }, payableAtYearEnd: payable }
  const decision =
    typed(form, 'decision') === 'anew'
      ? await reserveAnew(app, actor, input)
      : await reserveFunds(app, actor, { ...input, workingDays: working })
  if (!decision.ok) return approverPage(409, app, request, reservation, form, refused(decision.because))
  return toFile(request)
}

const mayComplete = (facts: FilePageFacts) => facts.acts.some(({ pattern }) => pattern === '/files/:id/initiation')

async function showInitiation(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await fileAsked(app, request)
  return facts ? initiationPage(200, app, request, facts, {}, []) : unknown
}

async function initiationPage(
  status: 200 | 409 | 422,
  app: App,
  request: StaffRequest,
  facts: FilePageFacts,
  form: Form,
  problems: Problems,
): Promise<Reply> {
  const { actor, language } = request
  const may = mayComplete(facts)
  const known = may ? await app.read(scopeOf(actor), (tx) => knownCodes(tx, facts)) : undefined
  const title = `${decisionTexts.pifTitle[language]} – ${titleOf(facts, language)}`
  const body = <InitiationPage {...{ facts, actor, language, form, problems, may, known }} />
  return underFile(status, request, facts, title, body)
}

async function printInitiation(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await fileAsked(app, request)
  if (!facts || facts.opportunity.state === 'draft') return unknown
  const { language } = request
  const name = `${path('/initiation', language).split('/').at(-1)}-${facts.opportunity.number}.pdf`
  return content('application/pdf', await initiationPdf(facts, language), name)
}

async function completeInitiation(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await fileAsked(app, request)
  if (!facts) return unknown
  const { form, actor, params } = request
  const asked = parseForm(pifForm, form)
  if (!asked.ok) return initiationPage(422, app, request, facts, form, asked.problems)

  const { working, ...pif } = asked.value
  const decision = await completePif(app, actor, { id: params.id ?? '', pif, workingDays: working })
  if (!decision.ok) return initiationPage(409, app, request, facts, form, refused(decision.because))
  return toFile(request)
}

async function showFinance(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await fileAsked(app, request)
  if (!facts) return unknown
  if (!facts.acts.some(({ pattern }) => pattern === '/files/:id/finance')) return toFile(request)
  const { actor, language } = request
  const body = <SendToFinancePage {...{ facts, actor, language }} form={{}} problems={[]} />
  return underFile(200, request, facts, `${finance.title[language]} – ${titleOf(facts, language)}`, body)
}

async function send(app: App, request: StaffRequest): Promise<Reply> {
  if (!(await fileAsked(app, request))) return unknown
  const asked = parseForm(workedForm, request.form)
  if (!asked.ok) return again(422, app, request, finance, asked.problems)

  const input = { id: request.params.id ?? '', workingDays: asked.value.working }
  const decision = await sendToFinance(app, request.actor, input)
  if (!decision.ok) return again(409, app, request, finance, refused(decision.because))
  return toFile(request)
}

/** The same for a file that one may not see and for one that is not there: nobody learns which. */
const notForYou = ({ language }: StaffRequest): Reply => seeOther(path('/not-for-you', language))

async function showNotForYou(_app: App, { actor, language }: StaffRequest): Promise<Reply> {
  const body = <NotForYouPage name={actor.name} roles={actor.roles} language={language} />
  return page(200, texts.notForYou[language], body)
}
