import { type HeldDuty, mayTake } from '../accounts/duties.ts'
import { type Actor, holds, type Staff, type StaffRole } from '../accounts/rules.ts'
import { type OpportunityState, opportunityLifecycle } from '../opportunities/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language } from '../platform/i18n.ts'
import { onlyHides } from './masking.ts'

export type Evaluator = {
  readonly personId: string
  /** No conflict of interest, declared on the first visit. */
  readonly declaredAt: Date | null
  readonly reads: readonly Language[]
  /** Somebody who knows an applicant stops, and stays out of the file. */
  readonly steppedDownAt: Date | null
}

/** Results as one person locks them and another confirms them. */
export type Lock = { readonly by: string; readonly at: Date; readonly confirmedAt: Date | null }

/** The file as every rule of evaluation looks at it. */
export type Evaluated = {
  readonly departmentId: string
  readonly clientId: string
  readonly state: OpportunityState
  readonly evaluators: readonly Evaluator[]
  readonly lock: Lock | undefined
}

/** An application without who sent it. `number` is random, and is all that an evaluator knows of it. */
export type Applicant = { readonly id: string; readonly number: number; readonly language: Language }

export type Verdict = { readonly passed: boolean; readonly rationale: string; readonly language: Language }
export type Mark = Verdict & {
  readonly applicationId: string
  readonly criterionId: string
  /** The reason in the applicant's language, when it was written in the other one; empty when nobody has translated it. */
  readonly translated: string
  readonly markedAt: Date
}

const inDepartment = (actor: Actor, file: Evaluated): actor is Staff =>
  actor.kind === 'staff' && actor.departmentId === file.departmentId

/** Was this person ever an evaluator of the file? Whoever stepped down still knows too much to act in another way. */
export const everEvaluator = (actor: Actor, file: Evaluated): boolean =>
  actor.kind === 'staff' && file.evaluators.some(({ personId }) => personId === actor.id)

/** The evaluator that this person is now, if any. */
export const evaluatorOf = (actor: Actor, file: Evaluated): Evaluator | undefined =>
  actor.kind === 'staff'
    ? file.evaluators.find(({ personId, steppedDownAt }) => personId === actor.id && steppedDownAt === null)
    : undefined

const programOrClient = (actor: Actor, file: Evaluated): boolean =>
  inDepartment(actor, file) &&
  (actor.roles.includes('program_team') || (actor.roles.includes('client') && actor.id === file.clientId))

export const can = {
  start: programOrClient,
  name: programOrClient,
  /** Answers without names: an evaluator who has declared no conflict of interest. */
  evaluate: (actor: Actor, file: Evaluated): boolean =>
    inDepartment(actor, file) && (evaluatorOf(actor, file)?.declaredAt ?? null) !== null,
  /** Names and what gives them away: the program team, but nobody who evaluates. */
  redact: (actor: Actor, file: Evaluated): boolean =>
    inDepartment(actor, file) && holds(actor, 'program_team') && !everEvaluator(actor, file),
  confirm: (actor: Actor, file: Evaluated): boolean =>
    inDepartment(actor, file) && holds(actor, 'procurement', 'program_team') && !everEvaluator(actor, file),
  /** Who has something to look at on the evaluation's page. */
  see: (actor: Actor, file: Evaluated): boolean =>
    programOrClient(actor, file) ||
    evaluatorOf(actor, file) !== undefined ||
    (inDepartment(actor, file) && holds(actor, 'procurement', 'observer')),
}

/** Whose pages show who applied, or what gives it away, while the evaluation is under way. */
export const identityReaders = ['program_team', 'procurement'] as const satisfies readonly StaffRole[]

/** What the evaluation's page is about for its reader. */
export type Situation =
  | 'to_start'
  | 'not_opened'
  | 'waits_to_start'
  | 'to_declare'
  | 'to_mark'
  | 'to_lock'
  | 'under_way'
  | 'to_check_hidden'
  | 'to_confirm'
  | 'waits_for_confirmation'
  | 'confirmed'

export type StartRefusal = NameRefusal | 'wrong_state' | 'not_opened' | 'none_to_evaluate'
export type NameRefusal =
  | 'not_allowed'
  | 'wrong_state'
  | 'no_evaluator'
  | 'not_eligible'
  | 'already_named'
  | 'has_seen_identities'
  | 'results_locked'
export type DeclareRefusal = 'not_an_evaluator' | 'wrong_state' | 'no_language' | 'separation_of_duties'
export type StepDownRefusal = 'not_an_evaluator' | 'wrong_state' | 'results_locked'
export type RedactRefusal =
  | 'not_allowed'
  | 'is_evaluator'
  | 'wrong_state'
  | 'results_locked'
  | 'unknown_answer'
  | 'changes_the_answer'
export type CheckHidingRefusal = 'not_allowed' | 'is_evaluator' | 'wrong_state' | 'results_locked' | 'already_checked'
export type MarkRefusal =
  | 'not_an_evaluator'
  | 'not_declared'
  | 'wrong_state'
  | 'results_locked'
  | 'unknown_answer'
  | 'cannot_read_language'
export type LockRefusal =
  | 'not_an_evaluator'
  | 'not_declared'
  | 'wrong_state'
  | 'results_locked'
  | 'marks_missing'
  | 'separation_of_duties'
export type ConfirmRefusal =
  | 'not_allowed'
  | 'is_evaluator'
  | 'already_confirmed'
  | 'wrong_state'
  | 'not_locked'
  | 'separation_of_duties'
export type ReturnRefusal = ConfirmRefusal
/** A duplicate is excluded before results are confirmed, and so before any manifest. */
export type DuplicatesGate = 'duplicates_undecided'
export type EvaluationRefusal =
  | StartRefusal
  | DeclareRefusal
  | StepDownRefusal
  | RedactRefusal
  | CheckHidingRefusal
  | MarkRefusal
  | LockRefusal
  | ConfirmRefusal
  | DuplicatesGate

type Named = {
  readonly actor: Actor
  readonly named: readonly string[]
  /** People of the department who may evaluate: clients and the program team. */
  readonly eligible: readonly string[]
  /** Whoever has worked on what gives an applicant away. */
  readonly seen: readonly string[]
}

/** Evaluation begins once every application has been opened, with at least one evaluator named. */
export function start(
  file: Evaluated,
  { opened, unopened, ...named }: Named & { opened: number; unopened: number },
): Decision<readonly string[], StartRefusal> {
  if (!can.start(named.actor, file)) return no('not_allowed')
  if (!opportunityLifecycle.allows(file, 'start_evaluation')) return no('wrong_state')
  if (unopened > 0) return no('not_opened')
  if (opened === 0) return no('none_to_evaluate')
  return chosen(file, named)
}

/** Another evaluator is named while results are open, as when one has stepped down. */
export function name(file: Evaluated, named: Named): Decision<readonly string[], NameRefusal> {
  if (!can.name(named.actor, file)) return no('not_allowed')
  if (file.state !== 'evaluating') return no('wrong_state')
  if (file.lock) return no('results_locked')
  return chosen(file, named)
}

function chosen(file: Evaluated, { named, eligible, seen }: Named): Decision<readonly string[], NameRefusal> {
  const people = [...new Set(named)]
  if (people.length === 0) return no('no_evaluator')
  if (!people.every((person) => eligible.includes(person))) return no('not_eligible')
  if (file.evaluators.some(({ personId }) => people.includes(personId))) return no('already_named')
  if (people.some((person) => seen.includes(person))) return no('has_seen_identities')
  return yes(people)
}

/** An evaluator declares that they have no conflict of interest, and which languages they read, before any answer is shown. */
export function declare(
  file: Evaluated,
  { actor, reads, duties }: { actor: Actor; reads: readonly Language[]; duties: readonly HeldDuty[] },
): Decision<{ personId: string; firstTime: boolean }, DeclareRefusal> {
  const evaluator = evaluatorOf(actor, file)
  if (!evaluator) return no('not_an_evaluator')
  if (file.state !== 'evaluating') return no('wrong_state')
  if (reads.length === 0) return no('no_language')
  const duty = mayTake('evaluated', evaluator.personId, duties)
  if (!duty.ok) return duty
  return yes({ personId: evaluator.personId, firstTime: evaluator.declaredAt === null })
}

/** Whoever recognizes an applicant, or has a conflict of interest, steps down for good. */
export function stepDown(file: Evaluated, { actor }: { actor: Actor }): Decision<string, StepDownRefusal> {
  const evaluator = evaluatorOf(actor, file)
  if (!evaluator) return no('not_an_evaluator')
  if (file.state !== 'evaluating') return no('wrong_state')
  if (file.lock) return no('results_locked')
  return yes(evaluator.personId)
}

/** The program team hides what gives an applicant away, and changes nothing else of the answer. */
export function redact(
  file: Evaluated,
  { actor, answer, redacted }: { actor: Actor; answer: string | undefined; redacted: string },
): Decision<string, RedactRefusal> {
  if (everEvaluator(actor, file)) return no('is_evaluator')
  if (!can.redact(actor, file)) return no('not_allowed')
  if (file.state !== 'evaluating') return no('wrong_state')
  if (file.lock) return no('results_locked')
  if (answer === undefined) return no('unknown_answer')
  if (!onlyHides(answer, redacted)) return no('changes_the_answer')
  return yes(redacted)
}

/** The program team says that nothing more must be hidden: its turn on the file ends there, though it may still hide. */
export function checkHiding(
  file: Evaluated,
  { actor, checked }: { actor: Actor; checked: boolean },
): Decision<string, CheckHidingRefusal> {
  if (everEvaluator(actor, file)) return no('is_evaluator')
  if (actor.kind !== 'staff' || !can.redact(actor, file)) return no('not_allowed')
  if (file.state !== 'evaluating') return no('wrong_state')
  if (file.lock) return no('results_locked')
  if (checked) return no('already_checked')
  return yes(actor.id)
}

/** A mark is pass or fail with a reason, by an evaluator who reads the applicant's language, until results are locked. */
export function mark(
  file: Evaluated,
  { actor, applicant, answered }: { actor: Actor; applicant: Applicant | undefined; answered: boolean },
): Decision<{ personId: string; applicant: Applicant }, MarkRefusal> {
  const evaluator = evaluatorOf(actor, file)
  if (!evaluator) return no('not_an_evaluator')
  if (!can.evaluate(actor, file)) return no('not_declared')
  if (file.state !== 'evaluating') return no('wrong_state')
  if (file.lock) return no('results_locked')
  if (!applicant || !answered) return no('unknown_answer')
  if (!evaluator.reads.includes(applicant.language)) return no('cannot_read_language')
  return yes({ personId: evaluator.personId, applicant })
}

/** An evaluator locks the results when each criterion of each application has a mark. */
export function lock(
  file: Evaluated,
  { actor, missing, duties }: { actor: Actor; missing: number; duties: readonly HeldDuty[] },
): Decision<string, LockRefusal> {
  const evaluator = evaluatorOf(actor, file)
  if (!evaluator) return no('not_an_evaluator')
  if (!can.evaluate(actor, file)) return no('not_declared')
  if (file.lock) return no('results_locked')
  if (file.state !== 'evaluating') return no('wrong_state')
  if (missing > 0) return no('marks_missing')
  const duty = mayTake('locked_evaluation', evaluator.personId, duties)
  return duty.ok ? yes(evaluator.personId) : duty
}

/** Another person, who did not evaluate, confirms locked results. After that nobody changes them. */
export function confirm(
  file: Evaluated,
  { actor, duties }: { actor: Actor; duties: readonly HeldDuty[] },
): Decision<string, ConfirmRefusal> {
  if (everEvaluator(actor, file)) return no('is_evaluator')
  if (actor.kind !== 'staff' || !can.confirm(actor, file)) return no('not_allowed')
  if (file.lock?.confirmedAt) return no('already_confirmed')
  if (!opportunityLifecycle.allows(file, 'lock')) return no('wrong_state')
  if (!file.lock) return no('not_locked')
  const duty = mayTake('confirmed_evaluation', actor.id, duties)
  return duty.ok ? yes(actor.id) : duty
}

/** Results that do not hold (a reason that says nothing, a criterion read too widely) go back to the evaluators. */
export const sendBack: typeof confirm = confirm

/** An application passes when it passes each criterion. */
export const passes = (marks: readonly Pick<Mark, 'passed'>[]): boolean =>
  marks.length > 0 && marks.every(({ passed }) => passed)
