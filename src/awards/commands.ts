import { type Actor, actorId, scopeOf } from '../accounts/rules.ts'
import { rankingOf } from '../draws/store.ts'
import { record } from '../history/record.ts'
import { endStep, startStep } from '../history/steps.ts'
import type { Opportunity, PostedOpportunity } from '../opportunities/rules.ts'
import { findOpportunity, lockOpportunity, setOpportunityState } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import { addBusinessDays } from '../platform/calendar.ts'
import type { Day } from '../platform/day.ts'
import type { Tx } from '../platform/db.ts'
import { enqueue } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { newId } from '../platform/ids.ts'
import { dayOf, instantAt } from '../platform/time.ts'
import { calendarOf } from '../policy/inForce.ts'
import type { Policy } from '../policy/rules.ts'
import { policyOf } from '../policy/store.ts'
import { endWithoutDelivery } from './commands.ending.ts'
import { offerMade } from './emails.ts'
import { writeOn } from './letters.ts'
import type { MadeOffer, Next, OfferRefusal } from './rules.ts'
import * as rules from './rules.ts'
import { applicantOf, insertOffer, offersOf } from './store.ts'

/** What came of asking the next one: an offer, or the end of a file whose ranking holds nobody else. */
export type Asked = { readonly offerId: string } | { readonly ended: 'none_accepted' }

/** Offers the work to the next supplier in the ranking; with nobody left, ends the file. Running twice offers once. */
export function makeOffer(
  app: App,
  actor: Actor,
  input: { opportunityId: string },
): Promise<Decision<Asked, OfferRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    if (!(await findOpportunity(tx, input.opportunityId))) return no('not_allowed')
    const opportunity = await lockOpportunity(tx, input.opportunityId)
    if (!rules.can.makeOffer(actor, opportunity)) return no('not_allowed')
    return offerNext(tx, app, { opportunity, actor })
  })
}

/** The same inside another act, on a locked opportunity: after an answer that was a no, or no answer. */
export async function offerNext(
  tx: Tx,
  app: App,
  { opportunity, actor }: { opportunity: Opportunity; actor: Actor },
): Promise<Decision<Asked, Exclude<OfferRefusal, 'not_allowed'>>> {
  const { now, policy, ...asked } = await askedOf(tx, opportunity)
  const decision = rules.next(opportunity, { after: 'draw', ...asked })
  if (decision.ok) return yes(await offerTo(tx, app, { ...decision.value, actor, now, policy, after: 'draw' }))
  if (decision.because !== 'nobody_left') return decision

  await endWithoutDelivery(tx, app, { opportunity, outcome: 'none_accepted', actor, now })
  return yes({ ended: 'none_accepted' })
}

/** After a default, on a locked opportunity whose offer has ended: the next is offered the work with a new delivery date. */
export async function offerAfterDefault(
  tx: Tx,
  app: App,
  { opportunity, actor, deliveryDay }: { opportunity: Opportunity; actor: Actor; deliveryDay: Day },
): Promise<Decision<Asked, Exclude<OfferRefusal, 'not_allowed'>>> {
  const { now, policy, ...asked } = await askedOf(tx, opportunity)
  const decision = rules.next(opportunity, { after: 'default', deliveryDay, ...asked })
  if (!decision.ok) return decision
  return yes(await offerTo(tx, app, { ...decision.value, actor, now, policy, after: 'default' }))
}

async function askedOf(tx: Tx, opportunity: Opportunity) {
  const now = await tx.now()
  const policy = await policyOf(tx, opportunity.departmentId, now)
  const ranking = await rankingOf(tx, opportunity.id)
  return { now, policy, ranking, offers: await offersOf(tx, opportunity.id), today: dayOf(now, policy.zone) }
}

type Offering = Next & {
  readonly opportunity: PostedOpportunity
  readonly actor: Actor
  readonly now: Date
  readonly policy: Policy
  readonly after: 'draw' | 'default'
}

async function offerTo(tx: Tx, app: App, offering: Offering): Promise<{ offerId: string }> {
  const { opportunity, entry, deliveryDay, actor, now, policy, after } = offering
  const { id: opportunityId, departmentId, requestId, price } = opportunity
  const { applicationId, rank } = entry
  const applicant = await applicantOf(tx, applicationId)
  const lastDay = addBusinessDays(calendarOf(policy), dayOf(now, policy.zone), policy.offerAnswerBusinessDays)
  const respondBy = instantAt(lastDay, '23:59:59', policy.zone)
  const { supplierId, language, token } = applicant
  const offer: MadeOffer = {
    ...{ id: newId(now, app.random), departmentId, opportunityId, applicationId, supplierId, token, language, rank },
    ...{ price, deliveryDay, madeAt: now, respondBy, state: 'made' },
  }

  await stepsOf(tx, app, offering)
  if (after === 'default') await setOpportunityState(tx, opportunity, 'default')
  else if (opportunity.state === 'drawn') await setOpportunityState(tx, opportunity, 'offer')
  await insertOffer(tx, { ...offer, madeBy: actor.kind === 'staff' ? actorId(actor) : null })
  await record(tx, app.random, {
    ...{
      departmentId,
      fileId: requestId,
      actor,
      at: now,
      kind: 'offer.made',
      subject: { type: 'offer', id: offer.id },
    },
    facts: { rank, price, deliveryDay, respondBy: respondBy.toISOString() },
  })
  await enqueue(tx, 'offer.lapse', { offerId: offer.id }, { runAt: respondBy, key: `offer.lapse ${offer.id}` })
  await writeOn(tx, app, offerMade, {
    opportunity,
    to: [applicant],
    page: ['/offers/:id', { id: offer.id }],
    facts: (about) => ({
      ...about,
      ...{ priceCents: price, deliveryDay, respondBy: respondBy.toISOString(), zone: policy.zone },
    }),
    once: offer.id,
    at: now,
  })
  return { offerId: offer.id }
}

/** The choice is made with the first offer; agreeing on terms starts then, and again after a default. */
async function stepsOf(tx: Tx, app: App, { opportunity, actor, now, after }: Offering): Promise<void> {
  const act = { departmentId: opportunity.departmentId, fileId: opportunity.requestId, actor, at: now }
  const first = opportunity.state === 'drawn'
  if (first) await endStep(tx, app.random, { ...act, step: 'supplier-selected' })
  if (first || after === 'default') await startStep(tx, app.random, { ...act, step: 'terms-agreed' })
}
