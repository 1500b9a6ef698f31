import { scopeOf, system } from '../accounts/rules.ts'
import { findDepartment } from '../accounts/store.ts'
import { findOpportunity } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import { addBusinessDays } from '../platform/calendar.ts'
import { dayOf } from '../platform/time.ts'
import { calendarOf } from '../policy/inForce.ts'
import { policyOf } from '../policy/store.ts'
import { resultLetters } from './emails.results.ts'
import { writeOn } from './letters.ts'
import { fateOf, isTold } from './rules.ts'
import { applicantsOf } from './store.results.ts'

/**
 * Tells each applicant who was not chosen, in their language, why; whom to ask; and until when they can complain.
 * Once each, however often it runs, and only when a supplier is found or the posting has ended.
 */
export async function tellAll(app: App, { opportunityId }: { opportunityId: string }): Promise<void> {
  await app.transaction(scopeOf(system), async (tx) => {
    const opportunity = await findOpportunity(tx, opportunityId)
    if (!opportunity || !isTold(opportunity)) return
    const department = await findDepartment(tx, opportunity.departmentId)
    if (!department) throw new Error(`department ${opportunity.departmentId} is unknown`)

    const now = await tx.now()
    const policy = await policyOf(tx, opportunity.departmentId, now)
    const complainBy = addBusinessDays(calendarOf(policy), dayOf(now, policy.zone), policy.complaintWorkingDays)
    for (const applicant of await applicantsOf(tx, opportunityId)) {
      const { applicationId, rank, unmet, ...state } = applicant
      const fate = fateOf({ ...state, ranked: rank !== null }, opportunity)
      if (!fate) continue
      await writeOn(tx, app, resultLetters[fate], {
        ...{ opportunity, to: [applicant], page: ['/applications/:id/result', { id: applicationId }], at: now },
        facts: ({ title, link }, language) => ({
          ...{ title, link, rank, complainBy, unmet: JSON.stringify(unmet) },
          ...{ department: department.name[language], mailbox: department.mailbox },
        }),
        once: applicationId,
      })
    }
  })
}
