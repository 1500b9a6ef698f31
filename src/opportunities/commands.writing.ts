import type { Actor } from '../accounts/rules.ts'
import { scopeOf, system } from '../accounts/rules.ts'
import { findDepartment } from '../accounts/store.ts'
import type { Import } from '../backlog/rules.ts'
import { importOfRequest } from '../backlog/store.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { newId } from '../platform/ids.ts'
import { type Policy, statementApproval } from '../policy/rules.ts'
import { policyOf } from '../policy/store.ts'
import { heldDuties, takeDuty, voidDuty } from '../requests/duties.store.ts'
import { findRequest, lockRequest } from '../requests/store.ts'
import {
  type Act,
  askFor,
  compareFile,
  onOpportunity,
  recordOn,
  stepEnds,
  stepStarts,
  tellClient,
  whoActs,
} from './commands.file.ts'
import { openComments } from './comments.store.ts'
import { explanationsOf, saveExplanations } from './declarations.store.ts'
import { pifEmail, returnedEmail } from './emails.ts'
import { heldOf } from './held.store.ts'
import type { Explained } from './rules.declarations.ts'
import { filled } from './rules.filling.ts'
import { gateDone } from './rules.gates.ts'
import { readiness } from './rules.readiness.ts'
import { type Opportunity, opportunityLifecycle, type Statement } from './rules.ts'
import * as rules from './rules.writing.ts'
import { drawSample, lowerOf } from './sample.ts'
import { clearApprovals, postedBefore } from './store.gates.ts'
import { insertPosting, postingsOf, takeSlug } from './store.postings.ts'
import { readinessOf } from './store.readiness.ts'
import { saveListsOf } from './store.rows.ts'
import { lockOpportunity, saveStatementOf, setOpportunityState, statementOf } from './store.ts'
import { keepVersion } from './versions.store.ts'

/**
 * Starts the statement of an accepted request: a draft with the client's words where they belong. A request that was
 * started from an issue, a template or an earlier statement is filled from it, unless the client wrote the need anew.
 * `onAcceptance`: the program's acceptance started it, in the name of the client.
 */
export function startStatement(
  app: App,
  actor: Actor,
  input: { requestId: string; onAcceptance?: boolean },
): Promise<Decision<Opportunity, rules.StartRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    const request = await lockRequest(tx, input.requestId)
    if (!request) return no('not_allowed')
    const { id: requestId, departmentId, clientId, number, language, subject, team, need } = request
    const accepted = request.state === 'accepted'
    const go = request.state === 'accepted' ? (request.go?.said ?? null) : null
    const postings = (await postingsOf(tx, requestId)).length
    const decision = rules.start({ departmentId, clientId, accepted, go, postings }, actor)
    if (!decision.ok) return decision

    const now = await tx.now()
    const found = await importOfRequest(tx, requestId)
    // Words of a source that the client changed are the client's, in the language of the request.
    const asRead = found !== undefined && found.outline.need === need
    const source = asRead ? found.language : language
    const inSource = (text: string) => ({ en: '', fr: '', [source]: text })
    const begun = await insertPosting(tx, {
      ...{ id: newId(now, app.random), departmentId, requestId, clientId, number, posting: 1, repostedFrom: null },
      ...{ sourceLanguage: source, hours: null },
      title: inSource(subject.slice(0, 100)),
      team: { en: team, fr: team },
      work: inSource(asRead ? '' : need),
    })
    const opportunity = found ? await fillFrom(tx, app, begun, found, now, asRead) : begun
    const act = { app, tx, actor, opportunity, now }
    await takeWriting(act)
    await nameAddress(act, opportunity.title.en)
    const recorded = input.onAcceptance ? { ...act, actor: system } : act
    await recordOn(recorded, 'opportunity.drafted', { posting: 1, from: found?.kind ?? null })
    await compareFile(act, 'save')
    return yes(opportunity)
  })
}

/** Writes what an import says into a draft that was just begun. What the client wrote in the request stays. */
async function fillFrom(tx: Tx, app: App, begun: Opportunity, found: Import, now: Date, asRead: boolean) {
  const { outline } = found
  const words = asRead ? found : { ...found, outline: { ...outline, background: '', work: '' }, other: null }
  const { statement } = filled(await statementOf(tx, begun), words, { replace: false })
  await saveStatementOf(tx, app, begun, statement, now)
  return lockOpportunity(tx, begun.id)
}

/** Saves a draft, complete or not. The version that was read decides: a later one by somebody else is never overwritten. */
export function saveStatement(
  app: App,
  actor: Actor,
  input: { id: string; seen: number; statement: Statement },
): Promise<Decision<{ version: number }, rules.SaveRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const decision = rules.save(act.opportunity, actor, input.seen)
    if (!decision.ok) return decision

    const version = await saveStatementOf(act.tx, app, act.opportunity, input.statement, act.now)
    await nameAddress(act, input.statement.title.en)
    await takeWriting(act)
    await recordOn(act, 'opportunity.edited', { version })
    await compareFile(act, 'save')
    return yes({ version })
  })
}

/** Freezes the statement and asks for its approval; the initiation form can be completed meanwhile. */
export function submitStatement(
  app: App,
  actor: Actor,
  input: { id: string; seen: number; workingDays?: number | null; explained?: Explained | undefined },
): Promise<Decision<Opportunity, rules.SubmitRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const { tx, opportunity, now } = act
    const policy = await policyOf(tx, opportunity.departmentId, now)
    const statement = await statementOf(tx, opportunity)
    const findings = readiness(statement, await readinessOf(tx, opportunity, statement, { policy, now }))
    const explained = input.explained ?? (await explanationsOf(tx, input.id))
    const unread = Object.keys(await heldOf(tx, input.id)).length
    const decision = rules.submit(opportunity, actor, {
      seen: input.seen,
      findings,
      go: await hasGo(act),
      explained,
      unread,
    })
    if (!decision.ok) return decision

    if (input.explained) {
      await saveExplanations(tx, input.id, input.explained)
      await recordOn(act, 'opportunity.declarations_explained')
    }

    const statementDigest = rules.digestOf(statement, opportunity.sourceLanguage)
    const draw = drawSample(app.keys.draft, { id: opportunity.id, at: now, digest: statementDigest })
    const sample = lowerOf(opportunity.sample, draw)
    await setOpportunityState(tx, opportunity, 'submit', {
      ...{ submittedAt: now, statementDigest, returnedBecause: '', sampleDrawn: sample.drawn, sampleKey: sample.key },
    })
    // Rows that were added and never filled in say nothing: they end here.
    await saveListsOf(tx, app, opportunity, statement, now)
    await keepVersion(tx, app, opportunity, { moment: 'submitted', by: whoActs(actor), at: now })
    await recordOn(act, 'opportunity.submitted', {
      version: opportunity.version,
      statement: statementDigest.toString('hex'),
      ...{ drawn: draw.drawn, key: draw.key },
    })
    await stepEnds(act, 'statement-written', input.workingDays ?? null)
    await stepStarts(act, 'pif-completed')
    const approval = await approvalOf({ ...act, opportunity: { ...opportunity, sample } }, policy)
    await askFor(act, 'statement', approval === 'before' ? 'procurement' : 'program_team')
    await tellClient(act, pifEmail, '/files/:id/initiation', {})
    await compareFile(act, 'submission')
    return yes(opportunity)
  })
}

/** Sends the statement back to its writers; what was approved so far is void, and running clocks stop. */
export function returnStatement(
  app: App,
  actor: Actor,
  input: { id: string; reasons: string },
): Promise<Decision<Opportunity, rules.ReturnRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const { tx, opportunity, now } = act
    const decision = rules.sendBack(opportunity, actor, input.reasons)
    if (!decision.ok) return decision

    const done = gateDone(opportunity.gates)
    await keepVersion(tx, app, opportunity, { moment: 'returned', by: whoActs(actor), at: now })
    const comments = await openComments(tx, input.id)
    await setOpportunityState(tx, opportunity, 'return', { returnedBecause: input.reasons })
    await clearApprovals(tx, opportunity.id)
    await voidDuty(tx, opportunity.id, 'approved_statement', now)
    await compareFile(act, 'save')
    await recordOn(act, 'opportunity.returned', { was: opportunity.state })
    if (!done.pif) await stepEnds(act, 'pif-completed')
    if (done.pif && !done.s32) await stepEnds(act, 's32-signed')
    if (done.s32 && !done.finance) await stepEnds(act, 'sent-to-finance')
    if (done.finance && !done.reservation) await stepEnds(act, 'funds-reserved')
    if (done.reservation && !done.translation) await stepEnds(act, 'translated')
    if (done.reservation && done.translation) await stepEnds(act, 'page-prepared')
    await stepStarts(act, 'statement-written')
    await tellClient(act, returnedEmail, '/files/:id/statement', {
      ...{ reasons: input.reasons, comments: comments.length, first: comments[0]?.body ?? '' },
    })
    return yes(opportunity)
  })
}

/** Approves the statement as it was frozen. */
export function approveStatement(
  app: App,
  actor: Actor,
  input: { id: string; seen?: string },
): Promise<Decision<Opportunity, rules.ApproveRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const { tx, opportunity, now } = act
    const { id, requestId, departmentId } = opportunity
    const policy = await policyOf(tx, departmentId, now)
    const approval = await approvalOf(act, policy)
    const held = await heldDuties(tx, requestId, id)
    const digest = rules.digestOf(await statementOf(tx, opportunity), opportunity.sourceLanguage)
    const decision = rules.approve(opportunity, actor, { approval, held, digest, seen: input.seen })
    if (!decision.ok) return decision

    const personId = whoActs(actor)
    await setOpportunityState(tx, opportunity, 'approve', {
      ...{ statementApprovedBy: personId, statementApprovedAt: now, approvalMode: approval },
    })
    await keepVersion(tx, app, opportunity, { moment: 'approved', by: personId, at: now })
    const duty = 'approved_statement'
    await takeDuty(tx, app, { departmentId, requestId, opportunityId: id, duty, personId, at: now })
    await recordOn(act, 'opportunity.statement_approved', { statement: digest.toString('hex'), policy: approval })
    if (opportunity.gates.pif) await askFor(act, 's32')
    return yes(opportunity)
  })
}

/** Has procurement said Go to the request of this file? */
async function hasGo({ tx, opportunity }: Act): Promise<boolean> {
  const request = await findRequest(tx, opportunity.requestId)
  return request?.state === 'accepted' && request.go?.said === 'go'
}

/** By policy: does procurement approve this one before it is posted? What was not drawn for the sample yet is in it. */
export const approvalFor = (
  policy: Policy,
  { sample }: Pick<Opportunity, 'sample'>,
  posted: number,
): 'before' | 'after' => statementApproval(policy, { postedBefore: posted, drawn: sample?.drawn ?? 0 })

async function approvalOf(
  { tx, opportunity }: Pick<Act, 'tx' | 'opportunity'>,
  policy: Policy,
): Promise<'before' | 'after'> {
  return approvalFor(policy, opportunity, await postedBefore(tx, opportunity.departmentId))
}

/** Whoever writes has taken part in the statement: once on the record of the file is enough. */
export async function takeWriting({ app, tx, actor, opportunity, now }: Act): Promise<void> {
  const { id, departmentId, requestId } = opportunity
  const personId = whoActs(actor)
  const held = await heldDuties(tx, requestId, id)
  if (held.some((act) => act.duty === 'wrote_statement' && act.personId === personId)) return
  const duty = 'wrote_statement'
  await takeDuty(tx, app, { departmentId, requestId, opportunityId: id, duty, personId, at: now })
}

/** The address of the notice follows its English title while it is a draft. */
export async function nameAddress({ tx, opportunity }: Act, titleEn: string): Promise<void> {
  const department = await findDepartment(tx, opportunity.departmentId)
  if (department && opportunityLifecycle.allows(opportunity, 'submit'))
    await takeSlug(tx, opportunity, titleEn, department.code)
}
