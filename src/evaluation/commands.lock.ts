import type { Actor } from '../accounts/rules.ts'
import { findPerson } from '../accounts/store.ts'
import { criteriaOf, setOpportunityState } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import { enqueue } from '../platform/db.ts'
import { type Decision, no } from '../platform/decision.ts'
import { heldDuties, takeDuty } from '../requests/duties.store.ts'
import { onFile, recordOn, write, writeToRoles } from './commands.ts'
import { countUndecided } from './duplicates.store.ts'
import { fewPassedEmail, resultsLockedEmail, resultsReturnedEmail } from './emails.ts'
import type { ConfirmRefusal, DuplicatesGate, LockRefusal, ReturnRefusal } from './rules.ts'
import * as rules from './rules.ts'
import { applicantsOf, insertLock, marksOf, removeLock, saveConfirmation, settleApplications } from './store.ts'

/** The first of two people: an evaluator says that the results are complete. Whoever may confirm is told. */
export function lockEvaluation(
  app: App,
  actor: Actor,
  input: { opportunityId: string },
): Promise<Decision<string, LockRefusal>> {
  return onFile(app, actor, input.opportunityId, async ({ tx, opportunity, file, now }) => {
    const { id: opportunityId, departmentId, requestId } = opportunity
    const applicants = await applicantsOf(tx, opportunityId)
    const criteria = await criteriaOf(tx, opportunityId, 'application')
    const marks = await marksOf(tx, opportunityId)
    const evaluated = new Set(applicants.map(({ id }) => id))
    const made = marks.filter(({ applicationId }) => evaluated.has(applicationId))
    const missing = applicants.length * criteria.length - made.length
    const duties = await heldDuties(tx, requestId, opportunityId)
    const decision = rules.lock(file, { actor, missing, duties })
    if (!decision.ok) return decision

    const personId = decision.value
    await takeDuty(tx, app, { departmentId, requestId, opportunityId, duty: 'locked_evaluation', personId, at: now })
    await insertLock(tx, { departmentId, opportunityId, at: now }, personId)
    await recordOn(tx, app, 'evaluation.locked', opportunity, actor, now, { marks: marks.length })
    await writeToRoles(tx, app, resultsLockedEmail, ['procurement'], opportunity, now, (about) => about)
    return decision
  })
}

/** Before confirmation, results that do not hold go back to the evaluators with a reason. */
export function returnEvaluation(
  app: App,
  actor: Actor,
  input: { opportunityId: string; reason: string },
): Promise<Decision<string, ReturnRefusal>> {
  return onFile(app, actor, input.opportunityId, async ({ tx, opportunity, file, now }) => {
    const duties = await heldDuties(tx, opportunity.requestId, opportunity.id)
    const decision = rules.sendBack(file, { actor, duties })
    if (!decision.ok) return decision

    await removeLock(tx, opportunity.id)
    await recordOn(tx, app, 'evaluation.returned', opportunity, actor, now, {})
    for (const { personId, steppedDownAt } of file.evaluators) {
      const person = steppedDownAt === null ? await findPerson(tx, personId) : undefined
      const { reason } = input
      if (person)
        await write(tx, app, resultsReturnedEmail, person, opportunity, now, (about) => ({ ...about, reason }))
    }
    return decision
  })
}

/**
 * The second of two people: results are final, once every pair of applications that are alike is decided. Applications pass or fail, the opportunity is locked, and the draw is
 * prepared. The program team is told when nobody, or only one, passed.
 */
export function confirmEvaluation(
  app: App,
  actor: Actor,
  input: { opportunityId: string },
): Promise<Decision<string, ConfirmRefusal | DuplicatesGate>> {
  return onFile<Decision<string, ConfirmRefusal | DuplicatesGate>>(app, actor, input.opportunityId, async (on) => {
    const { tx, opportunity, file, now } = on
    const { id: opportunityId, departmentId, requestId } = opportunity
    const duties = await heldDuties(tx, requestId, opportunityId)
    const decision = rules.confirm(file, { actor, duties })
    if (!decision.ok) return decision
    if ((await countUndecided(tx, opportunityId)) > 0) return no('duplicates_undecided')

    const personId = decision.value
    const marks = await marksOf(tx, opportunityId)
    const ids = (await applicantsOf(tx, opportunityId)).map(({ id }) => id)
    const passed = ids.filter((id) => rules.passes(marks.filter(({ applicationId }) => applicationId === id)))
    const failed = ids.filter((id) => !passed.includes(id))

    await takeDuty(tx, app, { departmentId, requestId, opportunityId, duty: 'confirmed_evaluation', personId, at: now })
    await saveConfirmation(tx, opportunityId, personId, now)
    await settleApplications(tx, 'pass', passed)
    await settleApplications(tx, 'fail', failed)
    await setOpportunityState(tx, opportunity, 'lock')
    const facts = { passed: passed.length, failed: failed.length }
    await recordOn(tx, app, 'evaluation.confirmed', opportunity, actor, now, facts)
    if (passed.length < 2)
      await writeToRoles(tx, app, fewPassedEmail, ['program_team'], opportunity, now, (about) => ({
        ...about,
        passed: passed.length,
      }))
    await enqueue(tx, 'draw.prepare', { opportunityId }, { key: `draw.prepare ${opportunityId}` })
    return decision
  })
}
