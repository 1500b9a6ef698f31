import type { Actor } from '../accounts/rules.ts'
import { endWithoutDelivery } from '../awards/commands.ending.ts'
import { offerAfterDefault } from '../awards/commands.ts'
import { writeOn } from '../awards/letters.ts'
import { offersOf, saveEnded } from '../awards/store.ts'
import { rankingOf } from '../draws/store.ts'
import { endStep } from '../history/steps.ts'
import { setPublicStatus } from '../opportunities/notice.ts'
import type { App } from '../platform/app.ts'
import type { Day } from '../platform/day.ts'
import { enqueue, type Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { dayOf } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import { heldDuties, takeDuty } from '../requests/duties.store.ts'
import {
  clientAndProgram,
  delegationOf,
  mailboxOf,
  type OnContract,
  onContract,
  recordOn,
  tellSupplier,
} from './commands.shared.ts'
import { terminatedForStaff, terminatedForSupplier } from './emails.exceptions.ts'
import type { NextRefusal, NextStep, TerminateRefusal } from './rules.exceptions.ts'
import * as rules from './rules.exceptions.ts'
import { type Contract, payableOf, type Termination, type TerminationKind } from './rules.ts'
import { saveTerminated } from './store.ts'

/**
 * Canada’s signatory ends the contract: for default, and nothing is paid; or for convenience, and the share of the work
 * done is. The supplier’s name leaves the public pages at once. The program team decides what comes next.
 */
export function terminateContract(
  app: App,
  actor: Actor,
  input: { contractId: string; kind: TerminationKind; because: string; percentage: number | null },
): Promise<Decision<{ contractId: string }, TerminateRefusal>> {
  return onContract(app, actor, input.contractId, async (tx, contract, on) => {
    const { contractId: id, kind, because, percentage } = input
    const { opportunity, now } = on
    const { zone } = await policyOf(tx, contract.departmentId, now)
    const today = dayOf(now, zone)
    const decision = rules.terminate(contract, {
      ...{ actor, opportunity, kind, percentage, today, amount: contract.price },
      delegation: await delegationOf(tx, actor, opportunity, today),
      held: await heldDuties(tx, opportunity.requestId, opportunity.id),
    })
    if (!decision.ok) return decision

    const { by } = decision.value
    const termination: Termination = { kind, because, at: now, by, percentage }
    const { departmentId } = contract
    const { id: opportunityId, requestId } = opportunity
    await saveTerminated(tx, id, termination)
    await saveEnded(tx, id, now)
    await takeDuty(tx, app, { departmentId, requestId, opportunityId, duty: 'signed_terms', personId: by, at: now })
    await setPublicStatus(tx, opportunityId, kind === 'default' ? 'closed' : 'ended_without_delivery', {
      ...{ winnerName: null, repositoryUrl: null },
    })
    await recordOn(tx, app, 'contract.terminated', id, on, { kind, percentage })
    if (contract.state === 'delivered')
      await endStep(tx, app.random, { departmentId, fileId: requestId, actor, at: now, step: 'work-evaluated' })
    if (payableOf({ ...contract, state: 'terminated', termination }) > 0)
      await enqueue(tx, 'invoice.draft', { contractId: id }, { key: `invoice.draft ${id}` })
    await tellOfTermination(tx, app, contract, { ...on, termination })
    return yes({ contractId: id })
  })
}

/** What came of a decision on what comes next. */
export type Decided = { readonly step: NextStep; readonly offerId: string | null }

/** After a termination the program team offers the work to the next in the ranking, posts it again, or ends the file. */
export function decideNext(
  app: App,
  actor: Actor,
  input: { contractId: string; step: NextStep; deliveryDay: Day | null },
): Promise<Decision<Decided, NextRefusal>> {
  return onContract(app, actor, input.contractId, async (tx, contract, on): Promise<Decision<Decided, NextRefusal>> => {
    const { step, deliveryDay } = input
    const { opportunity, now } = on
    const left = (await rankingOf(tx, opportunity.id)).length - (await offersOf(tx, opportunity.id)).length
    const decision = rules.decideNext(contract, { actor, opportunity, step, deliveryDay, left })
    if (!decision.ok) return decision
    if (step !== 'next' || deliveryDay === null) {
      await endWithoutDelivery(tx, app, { opportunity, outcome: 'ended_without_delivery', actor, now })
      return yes({ step, offerId: null })
    }

    const offered = await offerAfterDefault(tx, app, { opportunity, actor, deliveryDay })
    if (offered.ok) return yes({ step, offerId: 'offerId' in offered.value ? offered.value.offerId : null })
    const { because } = offered
    if (because === 'offer_stands') throw new Error(`contract ${contract.id} is terminated, its offer is not`)
    return no(because)
  })
}

async function tellOfTermination(
  tx: Tx,
  app: App,
  contract: Contract,
  { opportunity, now, termination }: OnContract & { termination: Termination },
): Promise<void> {
  const { id } = contract
  const { kind, because, percentage } = termination
  const said = { kind, because, percentage: percentage ?? 0 }
  const mailbox = await mailboxOf(tx, contract.departmentId)
  await tellSupplier(tx, contract, (to) =>
    writeOn(tx, app, terminatedForSupplier, {
      ...{ opportunity, to, page: ['/contracts/:id', { id }], once: id, at: now },
      facts: (about) => ({ ...about, ...said, mailbox }),
    }),
  )
  await writeOn(tx, app, terminatedForStaff, {
    ...{ opportunity, to: await clientAndProgram(tx, opportunity, now), once: id, at: now },
    ...{ page: ['/files/:id/work', { id: opportunity.id }], facts: (about) => ({ ...about, ...said }) },
  })
}
