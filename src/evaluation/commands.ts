import { type Actor, actorId, scopeOf } from '../accounts/rules.ts'
import { findPerson, holdersOf, type Person } from '../accounts/store.ts'
import type { EventKind } from '../history/kinds.ts'
import { type Facts, record } from '../history/record.ts'
import { startStep } from '../history/steps.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { lockOpportunity, setOpportunityState } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { formatInstant } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { type Email, type MailFacts, post } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import { heldDuties, takeDuty } from '../requests/duties.store.ts'
import { dueAt } from './due.ts'
import { type About, evaluatorNamedEmail, steppedDownEmail } from './emails.ts'
import { masked } from './masking.ts'
import type {
  DeclareRefusal,
  Evaluated,
  MarkRefusal,
  NameRefusal,
  RedactRefusal,
  StartRefusal,
  StepDownRefusal,
  Verdict,
} from './rules.ts'
import * as rules from './rules.ts'
import {
  applicantsOf,
  countUnopened,
  evaluatedFile,
  insertEvaluators,
  knownApplicants,
  ownAnswers,
  putMark,
  putRedaction,
  saveDeclaration,
  saveStepDown,
  whoSawIdentities,
} from './store.ts'

/**
 * Names the evaluators and begins: what gives an applicant away is hidden before anybody reads an answer, and the step
 * of selecting a supplier starts. Source: mission M15; closeout report, Annex A.
 */
export function startEvaluation(
  app: App,
  actor: Actor,
  input: { opportunityId: string; evaluators: readonly string[] },
): Promise<Decision<readonly string[], StartRefusal>> {
  return onFile(app, actor, input.opportunityId, async ({ tx, opportunity, file, now }) => {
    const { id: opportunityId, departmentId, requestId: fileId } = opportunity
    const applicants = await applicantsOf(tx, opportunityId)
    const decision = rules.start(file, {
      actor,
      named: input.evaluators,
      ...(await candidates(tx, opportunity, now)),
      opened: applicants.length,
      unopened: await countUnopened(tx, opportunityId),
    })
    if (!decision.ok) return decision

    await setOpportunityState(tx, opportunity, 'start_evaluation', { evaluationStartedAt: now })
    const hidden = await hideIdentities(tx, app, opportunity, now)
    await recordOn(tx, app, 'evaluation.started', opportunity, actor, now, { applicants: applicants.length, hidden })
    await addEvaluators(tx, app, opportunity, actor, decision.value, now)
    await startStep(tx, app.random, { departmentId, fileId, step: 'supplier-selected', actor, at: now })
    return decision
  })
}

/** Names more evaluators while results are open. */
export function nameEvaluators(
  app: App,
  actor: Actor,
  input: { opportunityId: string; evaluators: readonly string[] },
): Promise<Decision<readonly string[], NameRefusal>> {
  return onFile(app, actor, input.opportunityId, async ({ tx, opportunity, file, now }) => {
    const people = await candidates(tx, opportunity, now)
    const decision = rules.name(file, { actor, named: input.evaluators, ...people })
    if (!decision.ok) return decision
    await addEvaluators(tx, app, opportunity, actor, decision.value, now)
    return decision
  })
}

/** On an evaluator's first visit: no conflict of interest, and the languages they read. May be said again to correct the languages. */
export function declareNoConflict(
  app: App,
  actor: Actor,
  input: { opportunityId: string; reads: readonly Language[] },
): Promise<Decision<{ personId: string; firstTime: boolean }, DeclareRefusal>> {
  return onFile(app, actor, input.opportunityId, async ({ tx, opportunity, file, now }) => {
    const { id: opportunityId, departmentId, requestId } = opportunity
    const duties = await heldDuties(tx, requestId, opportunityId)
    const decision = rules.declare(file, { actor, reads: input.reads, duties })
    if (!decision.ok) return decision
    const { personId, firstTime } = decision.value

    await saveDeclaration(tx, { opportunityId, personId, reads: input.reads, at: now })
    if (firstTime)
      await takeDuty(tx, app, { departmentId, requestId, opportunityId, duty: 'evaluated', personId, at: now })
    await recordOn(tx, app, 'evaluation.no_conflict_declared', opportunity, actor, now, {
      readsEn: input.reads.includes('en'),
      readsFr: input.reads.includes('fr'),
    })
    return decision
  })
}

/** An evaluator who has a conflict of interest, or recognizes an applicant, stops for good; the program team is told. */
export function stepDown(
  app: App,
  actor: Actor,
  input: { opportunityId: string },
): Promise<Decision<string, StepDownRefusal>> {
  return onFile(app, actor, input.opportunityId, async ({ tx, opportunity, file, now }) => {
    const decision = rules.stepDown(file, { actor })
    if (!decision.ok) return decision
    await saveStepDown(tx, opportunity.id, decision.value, now)
    await recordOn(tx, app, 'evaluation.stepped_down', opportunity, actor, now, {})
    await writeToRoles(tx, app, steppedDownEmail, ['program_team'], opportunity, now, (about) => about)
    return decision
  })
}

/** Hides what gives an applicant away in one answer, or shows again what the program hid too eagerly. */
export function redactAnswer(
  app: App,
  actor: Actor,
  input: { opportunityId: string; number: number; criterionId: string; redacted: string },
): Promise<Decision<string, RedactRefusal>> {
  return onFile(app, actor, input.opportunityId, async ({ tx, opportunity, file, now }) => {
    const { id: opportunityId, departmentId } = opportunity
    const applicant = (await applicantsOf(tx, opportunityId)).find(({ number }) => number === input.number)
    const answer = (await ownAnswers(tx, opportunityId)).find(
      ({ applicationId, criterionId }) => applicationId === applicant?.id && criterionId === input.criterionId,
    )
    const decision = rules.redact(file, { actor, answer: answer?.answer, redacted: input.redacted })
    if (!decision.ok) return decision
    if (!answer) return no('unknown_answer')

    const { applicationId, criterionId } = answer
    const redaction = { departmentId, applicationId, criterionId, redacted: decision.value }
    await putRedaction(tx, app, { ...redaction, by: actorId(actor), at: now })
    await recordOn(tx, app, 'evaluation.answer_redacted', opportunity, actor, now, { applicationId, criterionId })
    return decision
  })
}

export type MarkInput = Verdict & { readonly criterionId: string; readonly translated?: string }

/** Marks one criterion of one application: pass or fail, with a reason that the applicant reads word for word. */
export const markAnswer = (
  app: App,
  actor: Actor,
  { opportunityId, number, ...mark }: MarkInput & { opportunityId: string; number: number },
): Promise<Decision<number, MarkRefusal>> => markAnswers(app, actor, { opportunityId, number, marks: [mark] })

/** Marks several criteria of one application at once; all or none. Answers how many. */
export function markAnswers(
  app: App,
  actor: Actor,
  input: { opportunityId: string; number: number; marks: readonly MarkInput[] },
): Promise<Decision<number, MarkRefusal>> {
  return onFile(app, actor, input.opportunityId, async ({ tx, opportunity, file, now }) => {
    const { id: opportunityId, departmentId } = opportunity
    const applicant = (await applicantsOf(tx, opportunityId)).find(({ number }) => number === input.number)
    const answered = new Set(
      (await ownAnswers(tx, opportunityId))
        .filter(({ applicationId }) => applicationId === applicant?.id)
        .map(({ criterionId }) => criterionId),
    )
    const isAnswered = input.marks.every(({ criterionId }) => answered.has(criterionId))
    const decision = rules.mark(file, { actor, applicant, answered: isAnswered })
    if (!decision.ok) return decision

    const { personId: markedBy } = decision.value
    const { id: applicationId } = decision.value.applicant
    for (const { translated = '', ...mark } of input.marks) {
      await putMark(tx, app, { ...mark, translated, departmentId, applicationId, markedBy, at: now })
      const { criterionId, passed } = mark
      await recordOn(tx, app, 'evaluation.marked', opportunity, actor, now, { applicationId, criterionId, passed })
    }
    return yes(input.marks.length)
  })
}

type OnFile = { readonly tx: Tx; readonly opportunity: Opportunity; readonly file: Evaluated; readonly now: Date }

/** One transaction on one locked file. */
export function onFile<T>(app: App, actor: Actor, opportunityId: string, act: (on: OnFile) => Promise<T>): Promise<T> {
  return app.transaction(scopeOf(actor), async (tx) => {
    const opportunity = await lockOpportunity(tx, opportunityId)
    const now = await tx.now()
    return act({ tx, opportunity, file: await evaluatedFile(tx, opportunity), now })
  })
}

export function recordOn(
  tx: Tx,
  app: App,
  kind: EventKind & `evaluation.${string}`,
  { id, departmentId, requestId: fileId }: Opportunity,
  actor: Actor,
  at: Date,
  facts: Facts,
): Promise<void> {
  return record(tx, app.random, { departmentId, kind, subject: { type: 'opportunity', id }, fileId, actor, at, facts })
}

/** Writes to everybody who holds one of these roles and does not evaluate the file. */
export async function writeToRoles<F extends MailFacts>(
  tx: Tx,
  app: App,
  kind: Email<F>,
  roles: Parameters<typeof holdersOf>[1],
  opportunity: Opportunity,
  now: Date,
  factsOf: (about: About, language: Language) => F,
): Promise<void> {
  const { departmentId } = opportunity
  const { zone } = await policyOf(tx, departmentId, now)
  const { evaluators } = await evaluatedFile(tx, opportunity)
  const people = await holdersOf(tx, roles, { departmentId, day: dayOf(now, zone) })
  for (const person of people) {
    if (!evaluators.some(({ personId }) => personId === person.id))
      await write(tx, app, kind, person, opportunity, now, factsOf)
  }
}

export async function write<F extends MailFacts>(
  tx: Tx,
  app: App,
  kind: Email<F>,
  person: Person,
  { id, departmentId, number, title }: Opportunity,
  at: Date,
  factsOf: (about: About, language: Language) => F,
): Promise<void> {
  const { language } = person
  const link = app.config.baseUrl + path('/files/:id/evaluation', language, { id })
  await post(tx, app.random, kind, {
    to: { address: person.email, language },
    departmentId,
    facts: factsOf({ number, title: title[language], link }, language),
    once: `${kind.kind} ${id} ${person.id} ${at.toISOString()}`,
    at,
  })
}

async function addEvaluators(
  tx: Tx,
  app: App,
  opportunity: Opportunity,
  actor: Actor,
  people: readonly string[],
  now: Date,
): Promise<void> {
  const { id: opportunityId, departmentId } = opportunity
  await insertEvaluators(tx, app, { departmentId, opportunityId, at: now }, people, actorId(actor))
  const policy = await policyOf(tx, departmentId, now)
  const due = dueAt(policy, opportunity)
  for (const personId of people) {
    await recordOn(tx, app, 'evaluation.evaluator_named', opportunity, actor, now, { personId })
    const person = await findPerson(tx, personId)
    if (!person) continue
    await write(tx, app, evaluatorNamedEmail, person, opportunity, now, (about, language) => ({
      ...about,
      by: due ? formatInstant(due, policy.zone, language) : '',
    }))
  }
}

/**
 * Who may be named, and who has already seen what others may not: from the start on, pages of the program team show what
 * gives an applicant away to everybody in it who does not evaluate, and one of procurement shows names side by side.
 */
async function candidates(tx: Tx, { id, departmentId, state }: Opportunity, now: Date) {
  const { zone } = await policyOf(tx, departmentId, now)
  const on = { departmentId, day: dayOf(now, zone) }
  const people = await holdersOf(tx, ['client', 'program_team'], on)
  const readers = state === 'evaluating' ? await holdersOf(tx, rules.identityReaders, on) : []
  const seen = [...(await whoSawIdentities(tx, id)), ...readers.map((person) => person.id)]
  return { eligible: people.map((person) => person.id), seen }
}

/** Answers how many answers had something to hide. */
async function hideIdentities(tx: Tx, app: App, { id, departmentId }: Opportunity, at: Date): Promise<number> {
  const known = await knownApplicants(tx, id)
  let hidden = 0
  for (const { applicationId, criterionId, answer } of await ownAnswers(tx, id)) {
    const applicant = known.get(applicationId)
    if (!applicant) throw new Error(`an opened application has no identity: ${applicationId}`)
    const redacted = masked(answer, applicant)
    if (redacted === answer.normalize('NFC')) continue
    await putRedaction(tx, app, { departmentId, applicationId, criterionId, redacted, by: null, at })
    hidden += 1
  }
  return hidden
}
