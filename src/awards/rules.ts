import { type Actor, holds, type Staff, type Supplier } from '../accounts/rules.ts'
import { type Opportunity, opportunityLifecycle, type PostedOpportunity } from '../opportunities/rules.ts'
import type { Day } from '../platform/day.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language } from '../platform/i18n.ts'
import type { Cents } from '../platform/money.ts'
import { lifecycle, type StatesOf } from '../platform/states.ts'
import type { PaymentMethod } from '../policy/rules.ts'

/** A chosen supplier answers once; until Canada signs, they may still step back. */
export const offerLifecycle = lifecycle({
  made: { accept: 'accepted', decline: 'declined', lapse: 'lapsed' },
  accepted: { countersign: 'terms_signed', decline: 'declined' },
  terms_signed: {},
  declined: {},
  lapsed: {},
})
export type OfferState = StatesOf<typeof offerLifecycle>

/** How the supplier is paid, as the offer keeps it; the policy says which of them a department has. */
export const payments = ['card', 'paypal', 'direct_deposit'] as const
export type Payment = (typeof payments)[number]
export const paymentOf: Record<PaymentMethod, Payment> = {
  'card-terminal': 'card',
  paypal: 'paypal',
  'direct-deposit': 'direct_deposit',
}

/** One place in the order that the draw gave. */
export type Ranked = { readonly rank: number; readonly applicationId: string; readonly token: string }

export type SignOff = { readonly by: string; readonly at: Date; readonly reference: string }

type Common = {
  readonly id: string
  readonly departmentId: string
  readonly opportunityId: string
  readonly applicationId: string
  readonly supplierId: string
  /** What names the application in public. */
  readonly token: string
  /** The language of the application: that of our letters. */
  readonly language: Language
  readonly rank: number
  readonly price: Cents
  readonly deliveryDay: Day
  readonly madeAt: Date
  readonly respondBy: Date
}
type Signed = {
  readonly answeredAt: Date
  readonly payment: Payment
  readonly paymentDetail: string
  /** The GST/HST number, or nothing for a small supplier that is not registered. */
  readonly taxNumber: string
  readonly terms: { readonly version: string; readonly sha256: string }
  readonly supplierSignedAt: Date
  readonly supplierSignatory: string
  readonly signOff: SignOff | null
}
export type MadeOffer = Common & { readonly state: 'made' }
export type AcceptedOffer = Common & Signed & { readonly state: 'accepted' }
export type SignedOffer = Common &
  Signed & {
    readonly state: 'terms_signed'
    readonly canadaSignedAt: Date
    readonly canadaSignatoryId: string
    /** The contract that followed was terminated. */
    readonly endedAt: Date | null
  }
export type Offer =
  | MadeOffer
  | AcceptedOffer
  | SignedOffer
  | (Common & { readonly state: 'declined'; readonly answeredAt: Date; readonly declinedBecause: string })
  | (Common & { readonly state: 'lapsed' })

/** Does this offer keep others from being made? */
export const stands = (offer: Offer): boolean =>
  offer.state === 'made' || offer.state === 'accepted' || (offer.state === 'terms_signed' && offer.endedAt === null)

type File = { readonly departmentId: string; readonly clientId: string }
const inDepartment = (actor: Actor, file: File): actor is Staff =>
  actor.kind === 'staff' && actor.departmentId === file.departmentId

export const can = {
  /** The system makes offers as soon as there is a ranking; the program team may when a job was lost. */
  makeOffer: (actor: Actor, file: { readonly departmentId: string }): boolean =>
    actor.kind === 'system' || (holds(actor, 'program_team') && actor.departmentId === file.departmentId),
  /** An offer is the supplier’s own. */
  answer: (actor: Actor, offer: Pick<Offer, 'supplierId'>): actor is Supplier =>
    actor.kind === 'supplier' && actor.id === offer.supplierId,
  recordSignOff: (actor: Actor, file: File): actor is Staff =>
    inDepartment(actor, file) && actor.roles.includes('program_team'),
  /** Who was chosen is named once they accept, to those who prepare the signature; to the rest once Canada signs. */
  seeName: (actor: Actor, file: File, state: OfferState): boolean => {
    if (!inDepartment(actor, file)) return false
    if (state === 'terms_signed') return actor.roles.some((role) => role !== 'client') || actor.id === file.clientId
    return state === 'accepted' && holds(actor, 'program_team', 'signatory')
  },
}

export type OfferRefusal = 'not_allowed' | 'wrong_state' | 'offer_stands' | 'nobody_left' | 'delivery_in_past'
export type Next = { readonly entry: Ranked; readonly deliveryDay: Day }

/**
 * The work is offered down the ranking, to one supplier at a time, at the price and delivery date that were posted.
 * After a default the date is a new one. Source: mission M16, M17, M21.
 */
export function next(
  opportunity: Opportunity,
  {
    after,
    ranking,
    offers,
    deliveryDay,
    today,
  }: {
    after: 'draw' | 'default'
    ranking: readonly Ranked[]
    offers: readonly Offer[]
    deliveryDay?: Day | undefined
    today: Day
  },
): Decision<Next & { opportunity: PostedOpportunity }, Exclude<OfferRefusal, 'not_allowed'>> {
  const action = after === 'default' ? 'default' : opportunity.state === 'drawn' ? 'offer' : 'award'
  if (!opportunityLifecycle.allows(opportunity, action) || !('closedAt' in opportunity)) return no('wrong_state')
  if (offers.some(stands)) return no('offer_stands')
  const asked = new Set(offers.map(({ applicationId }) => applicationId))
  const entry = ranking.toSorted((a, b) => a.rank - b.rank).find(({ applicationId }) => !asked.has(applicationId))
  if (!entry) return no('nobody_left')
  if (deliveryDay !== undefined && deliveryDay <= today) return no('delivery_in_past')

  return yes({ opportunity, entry, deliveryDay: deliveryDay ?? opportunity.deliveryDay })
}

export type AcceptRefusal =
  | 'not_allowed'
  | 'already_answered'
  | 'too_late'
  | 'file_ended'
  | 'method_not_offered'
  | 'detail_missing'
  | 'card_number'
  | 'name_differs'
  | 'too_expensive'
  | 'terms_changed'

export type Acceptance = {
  readonly payment: Payment
  /** Where to pay: a PayPal.Me address, how the card terminal is reached, or whom to ask for deposit details. */
  readonly paymentDetail: string
  readonly taxNumber: string
  /** The name typed under the terms. */
  readonly signatory: string
  /** The digest of the terms that were on the page, when they were read on one. */
  readonly termsRead?: string | undefined
}

/**
 * The chosen supplier agrees to the date, the price and a way to be paid, and signs the terms by typing the name of the
 * person whom the application says may sign, before the answer is due. Source: mission M17.
 */
export function accept(
  offer: Offer,
  {
    actor,
    opportunity,
    acceptance,
    allowed,
    signatoryName,
    withinLimit,
    termsSha256,
    now,
  }: {
    actor: Actor
    opportunity: Pick<Opportunity, 'state'>
    acceptance: Acceptance
    allowed: readonly PaymentMethod[]
    signatoryName: string
    withinLimit: boolean
    /** The digest of the terms in force. */
    termsSha256: string
    now: Date
  },
): Decision<MadeOffer, AcceptRefusal> {
  if (!can.answer(actor, offer)) return no('not_allowed')
  if (offer.state === 'lapsed') return no('too_late')
  if (offer.state !== 'made') return no('already_answered')
  if (isDue(offer, now)) return no('too_late')
  if (opportunity.state !== 'offering') return no('file_ended')
  if (!allowed.some((method) => paymentOf[method] === acceptance.payment)) return no('method_not_offered')
  if (acceptance.payment === 'paypal' && acceptance.paymentDetail.trim() === '') return no('detail_missing')
  if (looksLikeCard(acceptance.paymentDetail)) return no('card_number')
  if (!withinLimit) return no('too_expensive')
  if ((acceptance.termsRead ?? termsSha256) !== termsSha256) return no('terms_changed')
  if (spoken(acceptance.signatory) !== spoken(signatoryName)) return no('name_differs')

  return yes(offer)
}

export type DeclineRefusal = 'not_allowed' | 'already_answered' | 'too_late'

/** A supplier may say no until the answer is due, and step back from a yes until Canada signs. */
export function decline(
  offer: Offer,
  { actor, now }: { actor: Actor; now: Date },
): Decision<MadeOffer | AcceptedOffer, DeclineRefusal> {
  if (!can.answer(actor, offer)) return no('not_allowed')
  if (offer.state === 'lapsed' || (offer.state === 'made' && isDue(offer, now))) return no('too_late')
  if (!offerLifecycle.allows(offer, 'decline')) return no('already_answered')

  return yes(offer)
}

export type LapseRefusal = 'already_answered' | 'not_due'

/** An offer without an answer lapses when the answer is due, and the next in the order is asked. */
export function lapse(offer: Offer, now: Date): Decision<MadeOffer, LapseRefusal> {
  if (!offerLifecycle.allows(offer, 'lapse')) return no('already_answered')
  if (!isDue(offer, now)) return no('not_due')

  return yes(offer)
}

/** The interval is half open: the instant itself is late. */
const isDue = (offer: Pick<Offer, 'respondBy'>, now: Date): boolean => now.getTime() >= offer.respondBy.getTime()

export type SignOffRefusal = 'not_allowed' | 'wrong_state' | 'not_needed' | 'already_recorded'

/** Is something missing before work may begin for somebody who is a public servant? Source: mission M18. */
export const lacksSignOff = (offer: AcceptedOffer, publicServant: boolean): boolean =>
  publicServant && offer.signOff === null

/** A public servant works for the government on the side only with their director general’s agreement. */
export function recordSignOff(
  offer: Offer,
  { actor, file, publicServant }: { actor: Actor; file: File; publicServant: boolean },
): Decision<AcceptedOffer, SignOffRefusal> {
  if (!can.recordSignOff(actor, file)) return no('not_allowed')
  if (offer.state !== 'accepted') return no('wrong_state')
  if (!publicServant) return no('not_needed')
  if (offer.signOff) return no('already_recorded')

  return yes(offer)
}

/** Thirteen digits in a row or more, however they are grouped: somebody is about to give us a card or an account. */
const looksLikeCard = (text: string): boolean => /\d(?:[ -]?\d){12,}/.test(text)

/** A name as it sounds: case, accents, spaces and points do not matter. */
const spoken = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s.'’-]+/g, ' ')
    .trim()
    .toLowerCase()

/** Why a candidate was not the one, as they are told. */
export type Fate = 'not_passed' | 'not_drawn' | 'not_ranked' | 'ended'

/** Is a supplier found, or has the posting ended? Applicants are told their result then, and not before. */
export const isTold = ({ state }: Pick<Opportunity, 'state'>): boolean =>
  state === 'awarded' || state === 'completed' || state === 'unsuccessful'

/**
 * What becomes of each applicant when a supplier is found or the posting ends; nothing for whoever was made an offer,
 * since they had their own letters.
 */
export function fateOf(
  applicant: { readonly passed: boolean; readonly ranked: boolean; readonly offered: boolean },
  opportunity: Pick<Opportunity, 'state'>,
): Fate | undefined {
  if (applicant.offered) return undefined
  if (!applicant.passed) return 'not_passed'
  if (opportunity.state === 'unsuccessful') return 'ended'
  return applicant.ranked ? 'not_drawn' : 'not_ranked'
}
