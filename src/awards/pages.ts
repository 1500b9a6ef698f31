import type { Staff, Supplier } from '../accounts/rules.ts'
import { findDepartment } from '../accounts/store.ts'
import { rankingOf } from '../draws/store.ts'
import { can as canOnFile, type Opportunity } from '../opportunities/rules.ts'
import { findOpportunity } from '../opportunities/store.ts'
import type { Tx } from '../platform/db.ts'
import type { Cents } from '../platform/money.ts'
import { dayOf, type Zone } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import { mostWithTax } from './money.ts'
import { can, lacksSignOff, type Offer, offerLifecycle, type Payment, paymentOf, type Ranked, stands } from './rules.ts'
import { type TermsText, termsOn, termsSigned } from './signing.ts'
import { type Chosen, chosenOf, findOffer, offersOf } from './store.ts'

/** All that a supplier’s page of an offer says. */
export type OfferPage = {
  readonly offer: Offer
  readonly opportunity: Opportunity
  readonly chosen: Chosen
  readonly department: { readonly name: { en: string; fr: string }; readonly mailbox: string }
  readonly zone: Zone
  readonly withTax: Cents
  readonly limit: Cents
  readonly methods: readonly Payment[]
  readonly terms: TermsText
  readonly canAnswer: boolean
  readonly canDecline: boolean
}

/** The supplier’s own offer; anybody else’s is nothing. */
export async function offerPage(tx: Tx, actor: Supplier, id: string): Promise<OfferPage | undefined> {
  const offer = await findOffer(tx, id)
  if (!offer || !can.answer(actor, offer)) return undefined
  const opportunity = await findOpportunity(tx, offer.opportunityId)
  const chosen = await chosenOf(tx, offer.applicationId)
  const department = await findDepartment(tx, offer.departmentId)
  if (!opportunity || !chosen || !department) throw new Error(`offer ${id} lacks its file`)

  const now = await tx.now()
  const policy = await policyOf(tx, offer.departmentId, now)
  return {
    ...{ offer, opportunity, chosen, department, zone: policy.zone, limit: policy.limitIncludingTax },
    withTax: mostWithTax(policy, offer),
    methods: policy.paymentMethods.map((method) => paymentOf[method]),
    terms: 'terms' in offer ? termsSigned(offer.terms) : termsOn(dayOf(now, policy.zone)),
    canAnswer: offer.state === 'made' && now < offer.respondBy && opportunity.state === 'offering',
    canDecline: offerLifecycle.allows(offer, 'decline') && (offer.state !== 'made' || now < offer.respondBy),
  }
}

export type RankingRow = Ranked & { readonly offer: Offer | undefined }

/** All that the staff’s page of offers says. */
export type StaffOfferPage = {
  readonly opportunity: Opportunity
  readonly zone: Zone
  readonly rows: readonly RankingRow[]
  /** The offer that stands, if any. */
  readonly standing: Offer | undefined
  /** Who was chosen, for those who may know it. */
  readonly chosen: Chosen | undefined
  readonly canRecordSignOff: boolean
  readonly canRepost: boolean
}

/** The offers of a file; a file that this person may not see is nothing. */
export async function staffOfferPage(tx: Tx, actor: Staff, opportunityId: string): Promise<StaffOfferPage | undefined> {
  const opportunity = await findOpportunity(tx, opportunityId)
  if (!opportunity || !canOnFile.see(actor, opportunity)) return undefined
  const offers = await offersOf(tx, opportunityId)
  const ranking = await rankingOf(tx, opportunityId)
  const standing = offers.find(stands)
  const chosen = standing && (await chosenOf(tx, standing.applicationId))
  return {
    ...{ opportunity, zone: actor.timeZone, standing },
    rows: ranking.map(({ rank, applicationId, token }) => ({
      ...{ rank, applicationId, token },
      offer: offers.find((offer) => offer.applicationId === applicationId),
    })),
    chosen: standing && can.seeName(actor, opportunity, standing.state) ? chosen : undefined,
    canRecordSignOff:
      standing?.state === 'accepted' &&
      lacksSignOff(standing, chosen?.publicServant ?? false) &&
      can.recordSignOff(actor, opportunity),
    canRepost: opportunity.state === 'unsuccessful' && canOnFile.repost(actor, opportunity),
  }
}
