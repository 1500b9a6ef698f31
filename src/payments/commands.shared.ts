import { type Actor, scopeOf } from '../accounts/rules.ts'
import { findDepartment } from '../accounts/store.ts'
import type { AcceptedOffer, Payment, SignedOffer } from '../awards/rules.ts'
import { findOffer } from '../awards/store.ts'
import type { Contract } from '../delivery/rules.ts'
import { findContract } from '../delivery/store.ts'
import type { EventKind } from '../history/kinds.ts'
import { type Facts, record } from '../history/record.ts'
import { endStep, type Step, startStep } from '../history/steps.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { lockOpportunity } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, no } from '../platform/decision.ts'
import { dayOf } from '../platform/time.ts'
import type { Policy } from '../policy/rules.ts'
import { policyOf } from '../policy/store.ts'
import { type Charges, chargesOn, placeOf } from './rules.charges.ts'
import type { Bounds, Invoice } from './rules.ts'
import { findInvoice, lockInvoice } from './store.ts'

/** What an act on an invoice works with. */
export type Act = {
  readonly app: App
  readonly tx: Tx
  readonly actor: Actor
  readonly opportunity: Opportunity
  readonly now: Date
}
export type OnInvoice = Act & { readonly invoice: Invoice; readonly contract: Contract; readonly policy: Policy }

/** One transaction on one invoice: its opportunity is locked first, so that two acts cannot both count. */
export function onInvoice<Value, Refusal extends string>(
  app: App,
  actor: Actor,
  id: string,
  act: (on: OnInvoice) => Promise<Decision<Value, Refusal | 'not_allowed'>>,
): Promise<Decision<Value, Refusal | 'not_allowed'>> {
  return app.transaction(scopeOf(actor), async (tx): Promise<Decision<Value, Refusal | 'not_allowed'>> => {
    const found = await findInvoice(tx, id)
    if (!found) return no('not_allowed')
    const opportunity = await lockOpportunity(tx, found.opportunityId)
    const invoice = await lockInvoice(tx, id)
    const now = await tx.now()
    const contract = await contractOf(tx, invoice)
    return act({
      app,
      tx,
      actor,
      opportunity,
      now,
      invoice,
      contract,
      policy: await policyOf(tx, invoice.departmentId, now),
    })
  })
}

export async function contractOf(tx: Tx, { contractId }: Pick<Invoice, 'contractId'>): Promise<Contract> {
  const contract = await findContract(tx, contractId)
  if (!contract) throw new Error(`contract ${contractId} has an invoice and is not there`)
  return contract
}

/** The terms that both signed: a contract has the id of its offer. */
export async function agreedOf(tx: Tx, { id }: Pick<Contract, 'id'>): Promise<AcceptedOffer | SignedOffer> {
  const offer = await findOffer(tx, id)
  if (offer?.state !== 'terms_signed' && offer?.state !== 'accepted') throw new Error(`contract ${id} was not agreed`)
  return offer
}

/** How the supplier asked to be paid. */
export const methodOf = async (tx: Tx, contract: Pick<Contract, 'id'>): Promise<Payment> =>
  (await agreedOf(tx, contract)).payment

export const boundsOf = ({ gates }: Pick<Opportunity, 'gates'>, { limitIncludingTax }: Policy): Bounds => ({
  reserved: gates.reservation?.amount ?? null,
  limit: limitIncludingTax,
})

/** The taxes on a price today, where the department receives services. */
export async function chargesToday(
  tx: Tx,
  {
    price,
    departmentId,
    taxNumber,
    policy,
    now,
  }: { taxNumber: string; policy: Policy; now: Date } & Pick<Invoice, 'price' | 'departmentId'>,
): Promise<Charges> {
  const department = await findDepartment(tx, departmentId)
  if (!department) throw new Error(`department ${departmentId} is unknown`)
  const place = placeOf(policy, department.postalAddress)
  const { exemptFrom, zone } = policy
  return chargesOn(price, { place, on: dayOf(now, zone), registered: taxNumber !== '', exemptFrom })
}

export function recordOn(
  { app, tx, actor, opportunity, now }: Act,
  kind: EventKind,
  invoiceId: string,
  facts: Facts = {},
): Promise<void> {
  const { departmentId, requestId: fileId } = opportunity
  const subject = { type: 'invoice', id: invoiceId }
  return record(tx, app.random, { departmentId, kind, subject, fileId, actor, at: now, facts })
}

export function stepStarts({ app, tx, actor, opportunity, now }: Act, step: Step): Promise<void> {
  const { departmentId, requestId: fileId } = opportunity
  return startStep(tx, app.random, { departmentId, fileId, step, actor, at: now })
}

export function stepEnds(
  { app, tx, actor, opportunity, now }: Act,
  step: Step,
  workingDays: number | null = null,
): Promise<void> {
  const { departmentId, requestId: fileId } = opportunity
  return endStep(tx, app.random, { departmentId, fileId, step, actor, at: now, workingDays })
}
