import { type Actor, scopeOf } from '../accounts/rules.ts'
import { findPerson } from '../accounts/store.ts'
import { writeOn } from '../awards/letters.ts'
import { mostWithTax } from '../awards/money.ts'
import { applicantOf, chosenOf, lockOffer, offersOf, saveCountersigned } from '../awards/store.ts'
import { endStep, skipStep, startStep } from '../history/steps.ts'
import { compareFile } from '../opportunities/commands.file.ts'
import { setPublicStatus } from '../opportunities/notice.ts'
import { criteriaOf, findOpportunity, lockOpportunity, setOpportunityState } from '../opportunities/store.ts'
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
  type OnContract,
  onContract,
  recordOn,
  tellSupplier,
  watchDelivery,
} from './commands.shared.ts'
import { revisionAsked, startedForClient, startedForSupplier, workAccepted, workDelivered } from './emails.ts'
import type { Contract, CountersignRefusal, DecideWorkRefusal, DeliverRefusal, Mark } from './rules.ts'
import * as rules from './rules.ts'
import { type Delivered, deliveriesOf, insertContract, insertDelivery, saveAnswer, saveContractState } from './store.ts'

/**
 * Canada signs the terms: the contract begins, client and supplier are introduced, the winner is named in public and
 * the others are told why. The steps of a sole-source purchase that this replaces are recorded as not needed.
 */
export function countersignTerms(
  app: App,
  actor: Actor,
  input: { opportunityId: string; workingDays?: number | null },
): Promise<Decision<{ contractId: string }, CountersignRefusal>> {
  return app.transaction(scopeOf(actor), async (tx): Promise<Decision<{ contractId: string }, CountersignRefusal>> => {
    if (!(await findOpportunity(tx, input.opportunityId))) return no('not_allowed')
    const opportunity = await lockOpportunity(tx, input.opportunityId)
    const standing = (await offersOf(tx, opportunity.id)).find(({ state }) => state === 'accepted' || state === 'made')
    if (!standing) return no('not_accepted')
    const offer = await lockOffer(tx, standing.id)
    const now = await tx.now()
    const policy = await policyOf(tx, opportunity.departmentId, now)
    const chosen = await chosenOf(tx, offer.applicationId)
    if (!chosen) throw new Error(`application ${offer.applicationId} was offered the work unopened`)
    const decision = rules.countersign(offer, {
      ...{ actor, opportunity, publicServant: chosen.publicServant, withTax: mostWithTax(policy, offer) },
      delegation: await delegationOf(tx, actor, opportunity, dayOf(now, policy.zone)),
      held: await heldDuties(tx, opportunity.requestId, opportunity.id),
    })
    if (!decision.ok) return decision

    const { by } = decision.value
    const { id, departmentId, supplierId, price, deliveryDay } = offer
    const on: OnContract = { opportunity, actor, now }
    await saveCountersigned(tx, id, { by, at: now })
    await insertContract(tx, {
      ...{ id, departmentId, opportunityId: opportunity.id, supplierId, price, deliveryDay, startedAt: now },
    })
    await setOpportunityState(tx, opportunity, 'award')
    await compareFile({ app, tx, actor, opportunity, now }, 'award')
    const taken = { departmentId, requestId: opportunity.requestId, opportunityId: opportunity.id, at: now }
    await takeDuty(tx, app, { ...taken, duty: 'signed_terms', personId: by })
    await setPublicStatus(tx, opportunity.id, 'awarded', { winnerName: chosen.operatingName || chosen.legalName })

    await recordOn(tx, app, 'terms.signed_by_canada', id, on, { version: decision.value.offer.terms.version })
    await recordOn(tx, app, 'contract.started', id, on, { price, deliveryDay })
    const step = { departmentId, fileId: opportunity.requestId, actor, at: now }
    await endStep(tx, app.random, { ...step, step: 'terms-agreed', workingDays: input.workingDays ?? null })
    for (const skipped of ['contract-written', 'vendor-profile-created', 'purchase-order-created'] as const)
      await skipStep(tx, app.random, { ...step, step: skipped, workingDays: 0 })
    await introduce(tx, app, { ...on, contractId: id, deliveryDay, applicationId: offer.applicationId, chosen })
    await watchDelivery(tx, id, deliveryDay, policy.zone)
    await enqueue(tx, 'award.tell_all', { opportunityId: opportunity.id }, { key: `award.tell_all ${opportunity.id}` })
    return yes({ contractId: id })
  })
}

/** The supplier hands in the work: links and a note. The client is asked to check it. */
export function deliverWork(
  app: App,
  actor: Actor,
  input: { contractId: string } & Delivered,
): Promise<Decision<{ number: number }, DeliverRefusal>> {
  return onContract(app, actor, input.contractId, async (tx, contract, on) => {
    const decision = rules.deliver(contract, actor)
    if (!decision.ok) return decision

    const { contractId, ...delivered } = input
    const { opportunity, now } = on
    const number = await insertDelivery(tx, app, contract, delivered, now)
    await saveContractState(tx, contractId, 'delivered')
    await recordOn(tx, app, 'contract.delivered', contractId, on, { number })
    const step = { departmentId: contract.departmentId, fileId: opportunity.requestId, actor, at: now }
    await startStep(tx, app.random, { ...step, step: 'work-evaluated' })
    await writeOn(tx, app, workDelivered, {
      ...{ opportunity, to: await clientAndProgram(tx, opportunity, now), facts: (about) => about, at: now },
      ...{ page: ['/files/:id/work', { id: opportunity.id }], once: `${contractId}:${number}` },
    })
    return yes({ number })
  })
}

export type Answered = { readonly answer: 'accepted' | 'revision_asked' }

/** The client, or the program team, answers a delivery criterion by criterion: accepted, or a revision with a new date. */
export function decideWork(
  app: App,
  actor: Actor,
  input: { contractId: string; marks: readonly Mark[]; newDay: Day | null; workingDays?: number | null },
): Promise<Decision<Answered, DecideWorkRefusal>> {
  return onContract(
    app,
    actor,
    input.contractId,
    async (tx, contract, on): Promise<Decision<Answered, DecideWorkRefusal>> => {
      const { opportunity, now } = on
      const { zone } = await policyOf(tx, contract.departmentId, now)
      const criteria = await criteriaOf(tx, opportunity.id, 'work')
      const decision = rules.decideWork(contract, {
        ...{ actor, opportunity, criteria: criteria.map(({ id }) => id), marks: input.marks, newDay: input.newDay },
        ...{ today: dayOf(now, zone), held: await heldDuties(tx, opportunity.requestId, opportunity.id) },
      })
      if (!decision.ok) return decision

      const { by, ...decided } = decision.value
      const waiting = (await deliveriesOf(tx, contract.id)).find(({ answer }) => answer === null)
      if (!waiting) throw new Error(`contract ${contract.id} is delivered without a delivery`)
      const { id, departmentId } = contract
      await saveAnswer(
        tx,
        app,
        { id: waiting.id, departmentId },
        { said: decided.answer, marks: input.marks, by, at: now },
      )
      const step = { departmentId, fileId: opportunity.requestId, actor, at: now }
      await endStep(tx, app.random, { ...step, step: 'work-evaluated', workingDays: input.workingDays ?? null })
      if (decided.answer === 'accepted') {
        await acceptWork(tx, app, contract, { ...on, by, repositoryUrl: waiting.repositoryUrl })
        return yes({ answer: 'accepted' })
      }

      const { deliveryDay } = decided
      await saveContractState(tx, id, 'revision_asked', { deliveryDay })
      const unmet = input.marks.filter(({ met }) => !met).length
      await recordOn(tx, app, 'contract.revision_asked', id, on, { number: waiting.number, unmet, deliveryDay })
      await watchDelivery(tx, id, deliveryDay, zone)
      await tellSupplier(tx, contract, (to) =>
        writeOn(tx, app, revisionAsked, {
          ...{ opportunity, to, page: ['/contracts/:id', { id }], once: waiting.id, at: now },
          facts: (about) => ({ ...about, deliveryDay }),
        }),
      )
      return yes({ answer: 'revision_asked' })
    },
  )
}

async function acceptWork(
  tx: Tx,
  app: App,
  { id, departmentId, ...contract }: Contract,
  on: OnContract & { by: string; repositoryUrl: string },
): Promise<void> {
  const { opportunity, actor, now, by, repositoryUrl } = on
  const { id: opportunityId, requestId } = opportunity
  await saveContractState(tx, id, 'accepted', { acceptedAt: now })
  await takeDuty(tx, app, { departmentId, requestId, opportunityId, duty: 'accepted_work', personId: by, at: now })
  await setPublicStatus(tx, opportunityId, 'delivered', { repositoryUrl })
  await recordOn(tx, app, 'contract.accepted', id, on)
  await startStep(tx, app.random, { departmentId, fileId: requestId, actor, at: now, step: 'invoice-received' })
  await enqueue(tx, 'invoice.draft', { contractId: id }, { key: `invoice.draft ${id}` })
  await tellSupplier(tx, contract, (to) =>
    writeOn(tx, app, workAccepted, {
      ...{ opportunity, to, page: ['/contracts/:id', { id }], facts: (about) => about, once: id, at: now },
    }),
  )
}

/** Client and supplier are told who the other is, each in their language. */
async function introduce(
  tx: Tx,
  app: App,
  on: OnContract & {
    contractId: string
    deliveryDay: Day
    applicationId: string
    chosen: { legalName: string; operatingName: string; email: string }
  },
): Promise<void> {
  const { opportunity, now, contractId, deliveryDay, chosen } = on
  const client = await findPerson(tx, opportunity.clientId)
  if (!client) throw new Error(`the client of file ${opportunity.number} is not there`)
  await writeOn(tx, app, startedForSupplier, {
    ...{ opportunity, to: [await applicantOf(tx, on.applicationId)], page: ['/contracts/:id', { id: contractId }] },
    ...{ facts: (about) => ({ ...about, name: client.name, email: client.email, deliveryDay }) },
    ...{ once: contractId, at: now },
  })
  await writeOn(tx, app, startedForClient, {
    ...{ opportunity, to: [{ address: client.email, language: client.language }] },
    ...{ page: ['/files/:id/work', { id: opportunity.id }], once: contractId, at: now },
    facts: (about) => ({
      ...{ ...about, name: chosen.operatingName || chosen.legalName, email: chosen.email, deliveryDay },
    }),
  })
}
