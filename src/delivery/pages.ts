import type { Staff, Supplier } from '../accounts/rules.ts'
import { findDepartment, findPerson } from '../accounts/store.ts'
import { mostWithTax } from '../awards/money.ts'
import { can as canOnOffer, lacksSignOff, type Offer } from '../awards/rules.ts'
import { type TermsText, termsOn, termsSigned } from '../awards/signing.ts'
import { type Chosen, chosenOf, offersOf } from '../awards/store.ts'
import { rankingOf } from '../draws/store.ts'
import { type Criterion, can as canOnFile, type Opportunity } from '../opportunities/rules.ts'
import { criteriaOf, findOpportunity } from '../opportunities/store.ts'
import type { Day } from '../platform/day.ts'
import type { Tx } from '../platform/db.ts'
import type { Text } from '../platform/i18n.ts'
import type { Cents } from '../platform/money.ts'
import { dayOf, type Zone } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import { heldDuties } from '../requests/duties.store.ts'
import { delegationOf } from './commands.shared.ts'
import { type Extension, isLate } from './rules.exceptions.ts'
import { type Contract, can, contractLifecycle, maySign } from './rules.ts'
import { extensionsOf } from './store.exceptions.ts'
import { contractsOf, type Delivery, deliveriesOf, findContract } from './store.ts'

/** The work as both sides see it. */
export type Work = {
  readonly contract: Contract
  readonly opportunity: Opportunity
  readonly criteria: readonly Criterion[]
  readonly deliveries: readonly Delivery[]
  readonly extensions: readonly Extension[]
  /** The question about the date that waits for an answer. */
  readonly asked: Extension | undefined
  readonly late: boolean
  readonly today: Day
  readonly zone: Zone
}

export type SupplierWorkPage = Work & {
  readonly department: Text
  readonly client: { readonly name: string; readonly email: string }
  readonly canDeliver: boolean
  readonly canAsk: boolean
  readonly canSayUnable: boolean
}

/** The supplier’s own contract; anybody else’s is nothing. */
export async function supplierWorkPage(tx: Tx, actor: Supplier, id: string): Promise<SupplierWorkPage | undefined> {
  const contract = await findContract(tx, id)
  if (!contract || !can.work(actor, contract)) return undefined
  const opportunity = await findOpportunity(tx, contract.opportunityId)
  const department = await findDepartment(tx, contract.departmentId)
  if (!opportunity || !department) throw new Error(`contract ${id} lacks its file`)
  const client = await findPerson(tx, opportunity.clientId)
  const work = await workOf(tx, contract, opportunity)
  const canDeliver = contractLifecycle.allows(contract, 'deliver')
  return {
    ...work,
    department: department.name,
    client: { name: client?.name ?? '', email: client?.email ?? '' },
    canDeliver,
    canAsk: canDeliver && !work.asked,
    canSayUnable: canDeliver && !contract.unable,
  }
}

export type StaffWorkPage = {
  readonly opportunity: Opportunity
  readonly zone: Zone
  /** The newest contract; none before both have signed. */
  readonly work: Work | undefined
  /** Named once Canada has signed, while the contract runs or when it was fulfilled. */
  readonly supplier: Chosen | undefined
  readonly left: number
  readonly can: {
    readonly decide: boolean
    readonly askAboutLateness: boolean
    readonly decideExtension: boolean
    readonly terminate: boolean
    readonly decideNext: boolean
  }
}

/** The work of a file; a file that this person may not see is nothing. */
export async function staffWorkPage(tx: Tx, actor: Staff, opportunityId: string): Promise<StaffWorkPage | undefined> {
  const opportunity = await findOpportunity(tx, opportunityId)
  if (!opportunity || !canOnFile.see(actor, opportunity)) return undefined
  const [contract] = await contractsOf(tx, opportunityId)
  const left = (await rankingOf(tx, opportunityId)).length - (await offersOf(tx, opportunityId)).length
  const zone = actor.timeZone
  if (!contract) return { opportunity, zone, work: undefined, supplier: undefined, left, can: nothing }

  const work = await workOf(tx, contract, opportunity)
  const askedOn = contract.lateAskedAt && dayOf(contract.lateAskedAt, work.zone)
  const running = contractLifecycle.allows(contract, 'terminate')
  const named = canOnOffer.seeName(actor, opportunity, 'terms_signed')
  return {
    ...{ opportunity, zone, work, left },
    supplier: named ? await chosenOf(tx, contract.applicationId) : undefined,
    can: {
      decide: can.decideWork(actor, opportunity) && contractLifecycle.allows(contract, 'accept'),
      askAboutLateness:
        can.askAboutLateness(actor, opportunity) && work.late && (askedOn === null || askedOn <= contract.deliveryDay),
      decideExtension: can.decideExtension(actor, opportunity) && work.asked !== undefined && running,
      terminate: running && (await signsFor(tx, actor, opportunity, contract.price)),
      decideNext:
        can.decideNext(actor, opportunity) &&
        contract.state === 'terminated' &&
        opportunity.state === 'awarded' &&
        !contract.termination.percentage,
    },
  }
}

const nothing = { decide: false, askAboutLateness: false, decideExtension: false, terminate: false, decideNext: false }

export type TermsPage = {
  readonly opportunity: Opportunity
  readonly zone: Zone
  /** The offer that the supplier signed. */
  readonly offer: Extract<Offer, { state: 'accepted' | 'terms_signed' }> | undefined
  readonly chosen: Chosen | undefined
  readonly withTax: Cents
  readonly limit: Cents
  readonly terms: TermsText
  readonly lacksSignOff: boolean
  readonly canSign: boolean
}

/** Where Canada signs. */
export async function termsPage(tx: Tx, actor: Staff, opportunityId: string): Promise<TermsPage | undefined> {
  const opportunity = await findOpportunity(tx, opportunityId)
  if (!opportunity || !canOnFile.see(actor, opportunity)) return undefined
  const now = await tx.now()
  const policy = await policyOf(tx, opportunity.departmentId, now)
  const offers = await offersOf(tx, opportunityId)
  const found = offers.findLast(({ state }) => state === 'accepted' || state === 'terms_signed')
  const offer = found?.state === 'accepted' || found?.state === 'terms_signed' ? found : undefined
  const chosen = offer && (await chosenOf(tx, offer.applicationId))
  const withTax = offer ? mostWithTax(policy, offer) : policy.limitIncludingTax
  const lacking = offer?.state === 'accepted' && lacksSignOff(offer, chosen?.publicServant ?? false)
  return {
    ...{ opportunity, zone: actor.timeZone, offer, withTax, limit: policy.limitIncludingTax },
    chosen: offer && canOnOffer.seeName(actor, opportunity, offer.state) ? chosen : undefined,
    terms: offer ? termsSigned(offer.terms) : termsOn(dayOf(now, policy.zone)),
    lacksSignOff: lacking,
    canSign:
      offer?.state === 'accepted' &&
      opportunity.state === 'offering' &&
      !lacking &&
      (await signsFor(tx, actor, opportunity, withTax)),
  }
}

/** May this person sign that amount for Canada today? The same question begins the rule. */
async function signsFor(tx: Tx, actor: Staff, opportunity: Opportunity, amount: Cents): Promise<boolean> {
  const { zone } = await policyOf(tx, opportunity.departmentId, await tx.now())
  const delegation = await delegationOf(tx, actor, opportunity, dayOf(await tx.now(), zone))
  const held = await heldDuties(tx, opportunity.requestId, opportunity.id)
  return maySign(actor, { opportunity, amount, delegation, held }).ok
}

async function workOf(tx: Tx, contract: Contract, opportunity: Opportunity): Promise<Work> {
  const now = await tx.now()
  const { zone } = await policyOf(tx, contract.departmentId, now)
  const today = dayOf(now, zone)
  const extensions = await extensionsOf(tx, contract.id)
  return {
    ...{ contract, opportunity, extensions, today, zone },
    criteria: await criteriaOf(tx, opportunity.id, 'work'),
    deliveries: await deliveriesOf(tx, contract.id),
    asked: extensions.find(({ decided }) => decided === null),
    late: isLate(contract, today),
  }
}
