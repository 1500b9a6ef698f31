import { mayTake } from '../accounts/duties.ts'
import { forStaff, type Routes } from '../accounts/routing.ts'
import { scopeOf } from '../accounts/rules.ts'
import { signingLimit } from '../accounts/store.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { formatMoney } from '../platform/format.ts'
import { parseForm } from '../platform/forms.ts'
import { type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import { otherLanguage } from '../platform/i18n.ts'
import { dayOf } from '../platform/time.ts'
import { heldDuties } from '../requests/duties.store.ts'
import {
  attestTranslation,
  completePif,
  reserveFunds,
  saveTranslation,
  sendToFinance,
  signCommitment,
} from './commands.gates.ts'
import { approveStatement, returnStatement } from './commands.writing.ts'
import { parseStatement, seenVersion, statementTyped, type Typed } from './forms.statement.ts'
import { decisionForm, pifForm, reservationForm, workedForm } from './forms.ts'
import type { FilePageFacts } from './pages.ts'
import {
  again,
  everyRole,
  type FormPage,
  fileAddress,
  fileAsked,
  formPage,
  refused,
  type StaffRequest,
  shows,
  toFile,
} from './routes.file.tsx'
import { parityGaps } from './rules.readiness.ts'
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
import { TranslationPage } from './views.translation.tsx'

const approval: FormPage = { title: texts.approvalTitle, view: ApprovalPage }
const finance: FormPage = { title: texts.sendTitle, view: SendToFinancePage }
const reservation: FormPage = { title: texts.reserveTitle, view: ReservationPage }
const translation: FormPage = {
  title: texts.translationTitle,
  view: (props) => <TranslationPage {...props} gaps={parityGaps(props.facts.statement)} />,
  begun: fieldsOf,
}

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
  'GET /files/:id/translation': forStaff(['program_team'], shows('/files/:id/translation', translation)),
  'POST /files/:id/translation': forStaff(['program_team'], translate),
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

/** Saves the other language; with the box ticked and its button pressed, attests it as well. */
async function translate(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await fileAsked(app, request)
  if (!facts) return unknown
  const { actor, form } = request
  const id = request.params.id ?? ''
  const worked = parseForm(workedForm, form)
  const asked = parseStatement(translatedOver(facts, request), facts.policy.zone)
  const problems = [...(asked.ok ? [] : asked.problems), ...(worked.ok ? [] : worked.problems)]
  const attesting = typed(form, 'do') === 'attest'
  if (attesting && typed(form, 'attested') !== 'yes') problems.push({ field: 'attested', text: texts.attestTick })
  if (!asked.ok || !worked.ok || problems.length > 0) return again(422, app, request, translation, problems)

  const saved = await saveTranslation(app, actor, { id, seen: seenVersion(form), statement: asked.value })
  if (!saved.ok) return again(409, app, request, translation, refused(saved.because))
  if (!attesting) return seeOther(fileAddress(request, '/files/:id/translation'))

  const seen = saved.value.version
  const attested = await attestTranslation(app, actor, { id, seen, workingDays: worked.value.working })
  if (attested.ok) return toFile(request)
  // The words are saved: the form comes back with the version they became.
  const current = { ...request, form: { ...form, seen: String(seen) } }
  return again(409, app, current, translation, refused(attested.because))
}

/** The fields of the statement as they are, in the language of the page’s amounts. */
function fieldsOf({ statement, policy }: FilePageFacts): Typed {
  return statementTyped(statement, policy.zone, (amount) => formatMoney(amount, 'en'))
}

/** The other language as typed, over all that stays as it was frozen. */
function translatedOver(facts: FilePageFacts, { form }: StaffRequest): Typed {
  const target = `_${otherLanguage(facts.opportunity.sourceLanguage)}`
  const own = Object.keys(form).filter((name) => name.endsWith(target))
  return { ...fieldsOf(facts), ...Object.fromEntries(own.map((name) => [name, typed(form, name)])) }
}
