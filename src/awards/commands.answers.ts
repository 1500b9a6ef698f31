import { type Actor, type Supplier, scopeOf, system } from '../accounts/rules.ts'
import type { EventKind } from '../history/kinds.ts'
import { type Facts, record } from '../history/record.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { lockOpportunity } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { dayOf } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import { withinLimit } from '../policy/taxes.ts'
import { offerNext } from './commands.ts'
import { offerAccepted, offerDeclined, offerLapsed, termsToSign } from './emails.ts'
import { holdersOn, writeOn } from './letters.ts'
import type { Acceptance, AcceptRefusal, DeclineRefusal, LapseRefusal, Offer, SignOffRefusal } from './rules.ts'
import * as rules from './rules.ts'
import { termsOn } from './signing.ts'
import {
  applicantOf,
  chosenOf,
  findOffer,
  lockOffer,
  saveAccepted,
  saveDeclined,
  saveLapsed,
  saveSignOff,
} from './store.ts'

/**
 * The supplier agrees to date and price, says how they are paid, and signs the terms of that day: their exact text is
 * recorded by version and digest. Canada’s signatory is asked next.
 */
export function acceptOffer(
  app: App,
  actor: Actor,
  input: { offerId: string } & Acceptance,
): Promise<Decision<{ offerId: string }, AcceptRefusal>> {
  return onOffer(app, actor, input.offerId, async (tx, { offer, opportunity, now }) => {
    const policy = await policyOf(tx, offer.departmentId, now)
    const chosen = await chosenOf(tx, offer.applicationId)
    if (!chosen) throw new Error(`application ${offer.applicationId} was offered the work unopened`)
    const { offerId, ...acceptance } = input
    const limit = withinLimit(offer.price, policy.placeOfSupply, offer.deliveryDay, policy.limitIncludingTax)
    const { version, sha256 } = termsOn(dayOf(now, policy.zone))
    const decision = rules.accept(offer, {
      ...{ actor, opportunity, acceptance, now, allowed: policy.paymentMethods, termsSha256: sha256 },
      ...{ signatoryName: chosen.signatoryName, withinLimit: limit.ok },
    })
    if (!decision.ok) return decision

    await saveAccepted(tx, offerId, acceptance, { version, sha256 }, now)
    const registered = acceptance.taxNumber !== ''
    await recordOn(
      tx,
      app,
      'offer.accepted',
      { offer, opportunity, actor, now },
      { payment: acceptance.payment, registered },
    )
    await recordOn(tx, app, 'terms.signed_by_supplier', { offer, opportunity, actor, now }, { version, sha256 })
    await tellSupplier(tx, app, offerAccepted, { offer, opportunity, now })
    await writeOn(tx, app, termsToSign, {
      ...{ opportunity, to: await holdersOn(tx, opportunity, ['signatory', 'program_team'], now), at: now },
      ...{ page: ['/files/:id/terms', { id: opportunity.id }], once: offerId },
      facts: (about) => ({ ...about, signOffNeeded: chosen.publicServant }),
    })
    return yes({ offerId })
  })
}

/** The supplier says no, and the next in the order is asked at once. */
export function declineOffer(
  app: App,
  actor: Actor,
  input: { offerId: string; because: string },
): Promise<Decision<{ offerId: string }, DeclineRefusal>> {
  return onOffer(app, actor, input.offerId, async (tx, { offer, opportunity, now }) => {
    const decision = rules.decline(offer, { actor, now })
    if (!decision.ok) return decision

    await saveDeclined(tx, offer.id, input.because, now)
    await recordOn(tx, app, 'offer.declined', { offer, opportunity, actor, now }, { after: offer.state })
    await tellSupplier(tx, app, offerDeclined, { offer, opportunity, now })
    await askNext(tx, app, opportunity)
    return yes({ offerId: offer.id })
  })
}

/** Without an answer in time the offer lapses, and the next in the order is asked at once. A job does it when it is due. */
export function lapseOffer(
  app: App,
  actor: Actor,
  input: { offerId: string },
): Promise<Decision<{ offerId: string }, LapseRefusal | 'not_allowed'>> {
  return onOffer(app, actor, input.offerId, async (tx, { offer, opportunity, now }) => {
    if (actor.kind !== 'system') return no('not_allowed')
    const decision = rules.lapse(offer, now)
    if (!decision.ok) return decision

    await saveLapsed(tx, offer.id)
    await recordOn(tx, app, 'offer.lapsed', { offer, opportunity, actor, now })
    await tellSupplier(tx, app, offerLapsed, { offer, opportunity, now })
    await askNext(tx, app, opportunity)
    return yes({ offerId: offer.id })
  })
}

/** The program team records that a public servant’s director general agreed; Canada signs only after it. */
export function recordSignOff(
  app: App,
  actor: Actor,
  input: { offerId: string; reference: string },
): Promise<Decision<{ offerId: string }, SignOffRefusal>> {
  return onOffer(app, actor, input.offerId, async (tx, { offer, opportunity, now }) => {
    const publicServant = (await chosenOf(tx, offer.applicationId))?.publicServant ?? false
    const decision = rules.recordSignOff(offer, { actor, file: opportunity, publicServant })
    if (!decision.ok) return decision

    if (actor.kind !== 'staff') return no('not_allowed')
    await saveSignOff(tx, offer.id, { by: actor.id, at: now, reference: input.reference })
    await recordOn(tx, app, 'offer.sign_off_recorded', { offer, opportunity, actor, now })
    return yes({ offerId: offer.id })
  })
}

type OnOffer = { readonly offer: Offer; readonly opportunity: Opportunity; readonly now: Date }

/** One transaction on one offer: its opportunity is locked first, so that two answers cannot both count. */
function onOffer<Value, Refusal extends string>(
  app: App,
  actor: Actor,
  id: string,
  act: (tx: Tx, on: OnOffer) => Promise<Decision<Value, Refusal | 'not_allowed'>>,
): Promise<Decision<Value, Refusal | 'not_allowed'>> {
  return app.transaction(scopeOf(actor), async (tx): Promise<Decision<Value, Refusal | 'not_allowed'>> => {
    const found = await findOffer(tx, id)
    if (!found) return no('not_allowed')
    const opportunity = await lockOpportunity(tx, found.opportunityId)
    const offer = await lockOffer(tx, id)
    return act(tx, { offer, opportunity, now: await tx.now() })
  })
}

/** A file that ended meanwhile asks nobody. */
async function askNext(tx: Tx, app: App, opportunity: Opportunity): Promise<void> {
  if (opportunity.state === 'offering') await offerNext(tx, app, { opportunity, actor: system })
}

async function tellSupplier(
  tx: Tx,
  app: App,
  letter: typeof offerAccepted,
  { offer, opportunity, now }: OnOffer,
): Promise<void> {
  await writeOn(tx, app, letter, {
    ...{ opportunity, to: [await applicantOf(tx, offer.applicationId)], page: ['/offers/:id', { id: offer.id }] },
    ...{ facts: (about) => about, once: offer.id, at: now },
  })
}

const recordOn = (
  tx: Tx,
  app: App,
  kind: EventKind,
  { offer, opportunity, actor, now }: OnOffer & { actor: Supplier | Actor },
  facts: Facts = {},
): Promise<void> =>
  record(tx, app.random, {
    ...{ departmentId: offer.departmentId, fileId: opportunity.requestId, actor, at: now, kind },
    ...{ subject: { type: 'offer', id: offer.id }, facts: { rank: offer.rank, ...facts } },
  })
