import { type Actor, scopeOf } from '../accounts/rules.ts'
import { findDepartment, findPerson, signingLimit } from '../accounts/store.ts'
import { type Addressee, holdersOn } from '../awards/letters.ts'
import { applicantOf } from '../awards/store.ts'
import type { EventKind } from '../history/kinds.ts'
import { type Facts, record } from '../history/record.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { lockOpportunity } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import type { Day } from '../platform/day.ts'
import { enqueue, type Tx } from '../platform/db.ts'
import { type Decision, no } from '../platform/decision.ts'
import { addDays, instantAt } from '../platform/time.ts'
import type { Contract, Delegation } from './rules.ts'
import { findContract, lockContract } from './store.ts'

/** Looks again when the day of delivery is over. */
export async function watchDelivery(tx: Tx, contractId: string, deliveryDay: Day, zone: string): Promise<void> {
  const runAt = instantAt(addDays(deliveryDay, 1), '08:30', zone)
  await enqueue(tx, 'contract.check_late', { contractId }, { runAt, key: `contract.check_late ${contractId}` })
}

/** Up to how much this person signs for Canada on that day. */
export async function delegationOf(tx: Tx, actor: Actor, opportunity: Opportunity, day: Day): Promise<Delegation> {
  if (actor.kind !== 'staff') return undefined
  return signingLimit(tx, { personId: actor.id, role: 'signatory', departmentId: opportunity.departmentId, day })
}

export type OnContract = { readonly opportunity: Opportunity; readonly actor: Actor; readonly now: Date }

/** One transaction on one contract: its opportunity is locked first, so that two acts cannot both count. */
export function onContract<Value, Refusal extends string>(
  app: App,
  actor: Actor,
  id: string,
  act: (tx: Tx, contract: Contract, on: OnContract) => Promise<Decision<Value, Refusal | 'not_allowed'>>,
): Promise<Decision<Value, Refusal | 'not_allowed'>> {
  return app.transaction(scopeOf(actor), async (tx): Promise<Decision<Value, Refusal | 'not_allowed'>> => {
    const found = await findContract(tx, id)
    if (!found) return no('not_allowed')
    const opportunity = await lockOpportunity(tx, found.opportunityId)
    const contract = await lockContract(tx, id)
    return act(tx, contract, { opportunity, actor, now: await tx.now() })
  })
}

export const recordOn = (
  tx: Tx,
  app: App,
  kind: EventKind,
  contractId: string,
  { opportunity, actor, now }: OnContract,
  facts: Facts = {},
): Promise<void> =>
  record(tx, app.random, {
    ...{ departmentId: opportunity.departmentId, fileId: opportunity.requestId, actor, at: now, kind, facts },
    subject: { type: 'contract', id: contractId },
  })

type To = readonly Addressee[]

export async function tellSupplier(
  tx: Tx,
  { applicationId }: Pick<Contract, 'applicationId'>,
  write: (to: To) => Promise<void>,
): Promise<void> {
  await write([await applicantOf(tx, applicationId)])
}

/** The client whose need it is, and the program team. */
export async function clientAndProgram(tx: Tx, opportunity: Opportunity, now: Date): Promise<To> {
  const client = await findPerson(tx, opportunity.clientId)
  const team = await holdersOn(tx, opportunity, ['program_team'], now)
  return client ? [{ address: client.email, language: client.language }, ...team] : team
}

/** The address that the public writes to. */
export async function mailboxOf(tx: Tx, departmentId: string): Promise<string> {
  const department = await findDepartment(tx, departmentId)
  if (!department) throw new Error(`department ${departmentId} is unknown`)
  return department.mailbox
}
