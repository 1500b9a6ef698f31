import { mayTake } from '../accounts/duties.ts'
import { forStaff, type Routes } from '../accounts/routing.ts'
import { scopeOf } from '../accounts/rules.ts'
import { signingLimit } from '../accounts/store.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { parseForm } from '../platform/forms.ts'
import { type Reply, unknown } from '../platform/http.ts'
import { dayOf } from '../platform/time.ts'
import { heldDuties } from '../requests/duties.store.ts'
import { completePif, reserveFunds, sendToFinance, signCommitment } from './commands.gates.ts'
import { approveStatement, returnStatement } from './commands.writing.ts'
import { decisionForm, pifForm, reservationForm, workedForm } from './forms.ts'
import type { FilePageFacts } from './pages.ts'
import {
  again,
  everyRole,
  type FormPage,
  fileAsked,
  formPage,
  refused,
  type StaffRequest,
  shows,
  toFile,
} from './routes.file.tsx'
import { decisionTexts as texts } from './texts.decisions.ts'
import type { refusals } from './texts.ts'
import {
  ApprovalPage,
  CommitmentPage,
  type DecisionProps,
  InitiationPage,
  ReservationPage,
  SendToFinancePage,
} from './views.decisions.tsx'

const approval: FormPage = { title: texts.approvalTitle, view: ApprovalPage }
const finance: FormPage = { title: texts.sendTitle, view: SendToFinancePage }
const reservation: FormPage = { title: texts.reserveTitle, view: ReservationPage }

export const gateRoutes = {
  'GET /files/:id/approval': forStaff(['procurement', 'program_team'], shows('/files/:id/approval', approval)),
  'POST /files/:id/approval': forStaff(['procurement', 'program_team'], decideStatement),
  'GET /files/:id/initiation': forStaff(everyRole, showInitiation),
  'POST /files/:id/initiation': forStaff(['client', 'program_team'], completeInitiation),
  'GET /files/:id/commitment': forStaff(['section_32'], showCommitment),
  'POST /files/:id/commitment': forStaff(['section_32'], decideCommitment),
  'GET /files/:id/finance': forStaff(['client', 'program_team'], shows('/files/:id/finance', finance)),
  'POST /files/:id/finance': forStaff(['client', 'program_team'], send),
  'GET /files/:id/reservation': forStaff(['finance'], shows('/files/:id/reservation', reservation)),
  'POST /files/:id/reservation': forStaff(['finance'], reserve),
} satisfies Routes

async function decideStatement(app: App, request: StaffRequest): Promise<Reply> {
  const asked = parseForm(decisionForm, request.form)
  if (!asked.ok) return again(422, app, request, approval, asked.problems)

  const id = request.params.id ?? ''
  if (!(await fileAsked(app, request))) return unknown
  const { decision: said, reason } = asked.value
  const decision =
    said === 'yes'
      ? await approveStatement(app, request.actor, { id })
      : await returnStatement(app, request.actor, { id, reasons: reason })
  if (!decision.ok) return again(409, app, request, approval, refused(decision.because))
  return toFile(request)
}

const initiation = (may: boolean): FormPage => ({
  title: texts.pifTitle,
  view: (props: DecisionProps) => <InitiationPage {...props} may={may} />,
})
const mayComplete = (facts: FilePageFacts) => facts.acts.some(({ pattern }) => pattern === '/files/:id/initiation')

async function showInitiation(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await fileAsked(app, request)
  return facts ? formPage(200, request, facts, initiation(mayComplete(facts)), {}, []) : unknown
}

async function completeInitiation(app: App, request: StaffRequest): Promise<Reply> {
  if (!(await fileAsked(app, request))) return unknown
  const asked = parseForm(pifForm, request.form)
  if (!asked.ok) return again(422, app, request, initiation(true), asked.problems)

  const { working, ...pif } = asked.value
  const decision = await completePif(app, request.actor, { id: request.params.id ?? '', pif, workingDays: working })
  if (!decision.ok) return again(409, app, request, initiation(true), refused(decision.because))
  return toFile(request)
}

async function showCommitment(app: App, request: StaffRequest): Promise<Reply> {
  return shows('/files/:id/commitment', await commitmentFor(app, request))(app, request)
}

async function decideCommitment(app: App, request: StaffRequest): Promise<Reply> {
  if (!(await fileAsked(app, request))) return unknown
  const asked = parseForm(decisionForm, request.form)
  if (!asked.ok) return again(422, app, request, await commitmentFor(app, request), asked.problems)

  const id = request.params.id ?? ''
  const { decision: said, reason, working } = asked.value
  const decision =
    said === 'yes'
      ? await signCommitment(app, request.actor, { id, workingDays: working })
      : await returnStatement(app, request.actor, { id, reasons: reason })
  if (!decision.ok) return again(409, app, request, await commitmentFor(app, request), refused(decision.because))
  return toFile(request)
}

/** The page says beforehand whether this person may sign; the command asks again at the moment of signing. */
async function commitmentFor(app: App, request: StaffRequest): Promise<FormPage> {
  const facts = await fileAsked(app, request)
  const covered = facts ? await app.read(scopeOf(request.actor), (tx) => coverage(tx, request, facts)) : null
  return { title: texts.signTitle, view: (props) => <CommitmentPage {...props} covered={covered} /> }
}

async function coverage(
  tx: Tx,
  { actor }: StaffRequest,
  { opportunity, value, policy, now }: FilePageFacts,
): Promise<keyof typeof refusals | null> {
  const { requestId, id, departmentId } = opportunity
  const duty = mayTake('signed_32', actor.id, await heldDuties(tx, requestId, id))
  if (!duty.ok) return duty.because
  const day = dayOf(now, policy.zone)
  const limit = await signingLimit(tx, { personId: actor.id, role: 'section_32', departmentId, day })
  if (limit === undefined) return 'no_delegation'
  return limit !== null && value !== null && limit < value ? 'delegation_too_low' : null
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

async function reserve(app: App, request: StaffRequest): Promise<Reply> {
  if (!(await fileAsked(app, request))) return unknown
  const asked = parseForm(reservationForm, request.form)
  if (!asked.ok) return again(422, app, request, reservation, asked.problems)

  const { number, fiscalYear, amount, payable, working } = asked.value
  const decision = await reserveFunds(app, request.actor, {
    id: request.params.id ?? '',
    reservation: { number, fiscalYear, amount },
    payableAtYearEnd: payable,
    workingDays: working,
  })
  if (!decision.ok) return again(409, app, request, reservation, refused(decision.because))
  return toFile(request)
}
