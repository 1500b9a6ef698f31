import { type Actor, scopeOf } from '../accounts/rules.ts'
import { holdersOf, type Person, peopleById } from '../accounts/store.ts'
import type { Passage } from '../applications/identifying.kinds.ts'
import { identifyingPassages } from '../applications/identifying.ts'
import type { Criterion, Opportunity } from '../opportunities/rules.ts'
import { criteriaOf, findOpportunity } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import { dayOf } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import { dueAt } from './due.ts'
import {
  type Applicant,
  can,
  type Evaluated,
  evaluatorOf,
  everEvaluator,
  identityReaders,
  type Mark,
  passes,
  type Situation,
} from './rules.ts'
import { hidingCheckedAt } from './store.hiding.ts'
import {
  answersShown,
  applicantsOf,
  countUnopened,
  evaluatedFile,
  knownApplicants,
  marksOf,
  type OwnAnswer,
  ownAnswers,
  type ShownAnswer,
} from './store.ts'

export type EvaluationFacts = {
  readonly opportunity: Pick<Opportunity, 'id' | 'number' | 'title'>
  readonly file: Evaluated
  readonly situation: Situation
  /** When the program team said that nothing more must be hidden. */
  readonly hidingCheckedAt: Date | null
  readonly criteria: readonly Criterion[]
  readonly applicants: readonly Applicant[]
  readonly marks: readonly Mark[]
  readonly zone: string
  readonly due: Date | undefined
  readonly late: boolean
  /** Evaluators and who may be named, by id; their names only. */
  readonly people: ReadonlyMap<string, Pick<Person, 'name'>>
  readonly candidates: readonly Pick<Person, 'id' | 'name'>[]
}

/**
 * All that the evaluation's page says, for whoever has something to look at there; nothing for anybody else. What
 * applicants wrote and what was decided of it is asked in the evaluator's role, whoever asks.
 */
export async function evaluationFacts(app: App, actor: Actor, id: string): Promise<EvaluationFacts | undefined> {
  const found = await app.read(scopeOf(actor), async (tx) => {
    const opportunity = await findOpportunity(tx, id)
    if (!opportunity || !('closesAt' in opportunity) || !wasClosed(opportunity)) return undefined
    const file = await evaluatedFile(tx, opportunity)
    if (!can.see(actor, file) || endedBefore(file)) return undefined
    const now = await tx.now()
    const policy = await policyOf(tx, opportunity.departmentId, now)
    const on = { departmentId: opportunity.departmentId, day: dayOf(now, policy.zone) }
    const named = file.evaluators.map(({ personId }) => personId)
    const candidates = can.name(actor, file) ? await holdersOf(tx, ['client', 'program_team'], on) : []
    const readers = file.state === 'evaluating' ? await holdersOf(tx, identityReaders, on) : []
    const barred = [...named, ...readers.map((person) => person.id)]
    const due = dueAt(policy, opportunity)
    return {
      opportunity,
      file,
      unopened: await countUnopened(tx, id),
      hidingCheckedAt: await hidingCheckedAt(tx, id),
      criteria: await criteriaOf(tx, id, 'application'),
      zone: policy.zone,
      due,
      late: due !== undefined && now > due && (file.state === 'closed' || file.state === 'evaluating'),
      people: await peopleById(tx, named),
      candidates: candidates.filter((person) => !barred.includes(person.id)),
    }
  })
  if (!found) return undefined
  const { unopened, ...rest } = found
  const shown = await app.read(
    scopeOf(actor),
    async (tx) => ({ applicants: await applicantsOf(tx, id), marks: await marksOf(tx, id) }),
    'opportune_evaluator',
  )
  const missing = shown.applicants.length * rest.criteria.length - shown.marks.length
  const situation = situationOf(actor, rest.file, {
    opened: shown.applicants.length,
    unopened,
    missing,
    checked: rest.hidingCheckedAt !== null,
  })
  return { ...rest, ...shown, situation }
}

function situationOf(
  actor: Actor,
  file: Evaluated,
  { opened, unopened, missing, checked }: { opened: number; unopened: number; missing: number; checked: boolean },
): Situation {
  if (file.state === 'closed') {
    if (unopened > 0 || opened === 0) return 'not_opened'
    return can.start(actor, file) ? 'to_start' : 'waits_to_start'
  }
  if (file.state !== 'evaluating') return 'confirmed'
  if (file.lock) return can.confirm(actor, file) ? 'to_confirm' : 'waits_for_confirmation'
  const evaluator = evaluatorOf(actor, file)
  if (!evaluator) return can.redact(actor, file) && !checked ? 'to_check_hidden' : 'under_way'
  if (!evaluator.declaredAt) return 'to_declare'
  return missing > 0 ? 'to_mark' : 'to_lock'
}

/** May this reader see decisions and their reasons now? */
export const seesResults = (actor: Actor, { file, situation }: EvaluationFacts): boolean =>
  situation === 'confirmed' || situation === 'to_confirm' || (file.lock !== undefined && everEvaluator(actor, file))

export type ApplicantFacts = {
  readonly applicant: Applicant
  readonly answers: readonly ShownAnswer[]
  readonly marks: readonly Mark[]
}

/** One application as an evaluator reads it, asked in the evaluator's role. */
export async function applicantFacts(
  app: App,
  actor: Actor,
  facts: EvaluationFacts,
  number: number,
): Promise<ApplicantFacts | undefined> {
  const applicant = facts.applicants.find((one) => one.number === number)
  const reads = can.evaluate(actor, facts.file) || seesResults(actor, facts)
  if (!applicant || !reads) return undefined
  const answers = await app.read(scopeOf(actor), (tx) => answersShown(tx, applicant.id), 'opportune_evaluator')
  return { applicant, answers, marks: facts.marks.filter(({ applicationId }) => applicationId === applicant.id) }
}

export type HiddenAnswer = OwnAnswer & { readonly passages: readonly Passage[]; readonly position: number }
export type HiddenFacts = { readonly applicant: Applicant; readonly answers: readonly HiddenAnswer[] }

/** Answers as they were written, with what gives their author away: for the program team, never for an evaluator. */
export async function hiddenFacts(app: App, actor: Actor, facts: EvaluationFacts): Promise<HiddenFacts[]> {
  const { opportunity, file, applicants, criteria } = facts
  if (!can.redact(actor, file) || file.state !== 'evaluating') return []
  return app.read(scopeOf(actor), async (tx) => {
    const known = await knownApplicants(tx, opportunity.id)
    const answers = await ownAnswers(tx, opportunity.id)
    return applicants.map((applicant) => {
      const who = known.get(applicant.id) ?? { email: '', people: [], organizations: [] }
      const own = answers.filter(({ applicationId }) => applicationId === applicant.id)
      return {
        applicant,
        answers: criteria.flatMap(({ id, position }) => {
          const answer = own.find(({ criterionId }) => criterionId === id)
          return answer ? [{ ...answer, position, passages: identifyingPassages(answer.answer, who) }] : []
        }),
      }
    })
  })
}

export const progressOf = ({ marks, criteria }: EvaluationFacts, applicant: Applicant) => ({
  done: marks.filter(({ applicationId }) => applicationId === applicant.id).length,
  of: criteria.length,
})

/** How many pass as the marks stand. */
export const passing = ({ applicants, marks }: EvaluationFacts): number =>
  applicants.filter(({ id }) => passes(marks.filter(({ applicationId }) => applicationId === id))).length

/** Cancelled or withdrawn before there were results. */
const endedBefore = ({ state, lock }: Evaluated): boolean =>
  state !== 'closed' && state !== 'evaluating' && !lock?.confirmedAt

const wasClosed = (opportunity: Opportunity): boolean => 'closedAt' in opportunity && opportunity.closedAt !== null
