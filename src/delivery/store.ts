import type { Selectable } from 'kysely'
import type { App } from '../platform/app.ts'
import type { Day } from '../platform/day.ts'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'
import { cents } from '../platform/money.ts'
import type { Contracts } from '../platform/tables.ts'
import { parseDay } from '../platform/time.ts'
import type { Contract, ContractState, Mark, Termination } from './rules.ts'

export async function findContract(tx: Tx, id: string): Promise<Contract | undefined> {
  const row = await contractRows(tx).where('c.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Holds the contract until the transaction ends. Lock its opportunity first: every act on a contract does. */
export async function lockContract(tx: Tx, id: string): Promise<Contract> {
  return fromRow(await contractRows(tx).where('c.id', '=', id).forUpdate('c').executeTakeFirstOrThrow())
}

/** The contracts of a file, the newest first: after a default there may be several. */
export async function contractsOf(tx: Tx, opportunityId: string): Promise<Contract[]> {
  const rows = await contractRows(tx)
    .where('c.opportunityId', '=', opportunityId)
    .orderBy('c.startedAt', 'desc')
    .orderBy('c.id', 'desc')
    .execute()
  return rows.map(fromRow)
}

/** A supplier’s own contracts, the newest first. */
export async function contractsTo(tx: Tx, supplierId: string): Promise<Contract[]> {
  const rows = await contractRows(tx).where('c.supplierId', '=', supplierId).orderBy('c.startedAt', 'desc').execute()
  return rows.map(fromRow)
}

export type NewContract = Pick<
  Contract,
  'id' | 'departmentId' | 'opportunityId' | 'supplierId' | 'price' | 'deliveryDay' | 'startedAt'
>

export async function insertContract(tx: Tx, contract: NewContract): Promise<void> {
  const { price, ...rest } = contract
  await tx
    .insertInto('contracts')
    .values({
      ...rest,
      ...{ offerId: contract.id, state: 'in_progress', priceCents: price, introducedAt: contract.startedAt },
    })
    .execute()
}

/** Writes the state that followed, and the new date when there is one. */
export async function saveContractState(
  tx: Tx,
  id: string,
  state: Exclude<ContractState, 'terminated'>,
  more: { readonly deliveryDay?: Day; readonly acceptedAt?: Date } = {},
): Promise<void> {
  await tx
    .updateTable('contracts')
    .set({ ...more, state })
    .where('id', '=', id)
    .execute()
}

export async function saveDeliveryDay(tx: Tx, id: string, deliveryDay: Day): Promise<void> {
  await tx.updateTable('contracts').set({ deliveryDay }).where('id', '=', id).execute()
}

export async function saveLateAsked(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('contracts').set({ lateAskedAt: at }).where('id', '=', id).execute()
}

export async function saveUnable(tx: Tx, id: string, because: string, at: Date): Promise<void> {
  await tx
    .updateTable('contracts')
    .set({ supplierUnableAt: at, supplierUnableBecause: because })
    .where('id', '=', id)
    .execute()
}

export async function saveTerminated(tx: Tx, id: string, termination: Termination): Promise<void> {
  const { kind, because, at, by, percentage } = termination
  await tx
    .updateTable('contracts')
    .set({
      ...{ state: 'terminated', terminatedKind: kind, terminatedBecause: because },
      ...{ terminatedAt: at, terminatedBy: by, percentageDone: percentage },
    })
    .where('id', '=', id)
    .execute()
}

export type Delivery = {
  readonly id: string
  /** From 1. */
  readonly number: number
  readonly repositoryUrl: string
  readonly pullRequestUrl: string
  readonly note: string
  readonly language: Language
  readonly deliveredAt: Date
  readonly answer: { readonly said: 'accepted' | 'revision_asked'; readonly at: Date; readonly by: string } | null
  readonly marks: readonly Mark[]
}

/** What was delivered, in order, with how each was answered. */
export async function deliveriesOf(tx: Tx, contractId: string): Promise<Delivery[]> {
  const rows = await tx
    .selectFrom('deliveries')
    .selectAll()
    .where('contractId', '=', contractId)
    .orderBy('number')
    .execute()
  const marks = await tx
    .selectFrom('acceptanceMarks as m')
    .innerJoin('deliveries as d', 'd.id', 'm.deliveryId')
    .innerJoin('opportunityCriteria as c', 'c.id', 'm.criterionId')
    .select(['m.deliveryId', 'm.criterionId', 'm.met', 'm.comment'])
    .where('d.contractId', '=', contractId)
    .orderBy('c.position')
    .execute()
  return rows.map((row) => {
    const { id, number, repositoryUrl, pullRequestUrl, note, language, deliveredAt, answer, answeredAt, answeredBy } =
      row
    return {
      ...{ id, number, repositoryUrl, pullRequestUrl, note, language, deliveredAt },
      answer: answer && answeredAt && answeredBy ? { said: answer, at: answeredAt, by: answeredBy } : null,
      marks: marks.filter(({ deliveryId }) => deliveryId === id),
    }
  })
}

export type Delivered = Pick<Delivery, 'repositoryUrl' | 'pullRequestUrl' | 'note' | 'language'>

/** Adds the next delivery of a locked contract and answers its number. */
export async function insertDelivery(
  tx: Tx,
  app: Pick<App, 'random'>,
  { id: contractId, departmentId }: Pick<Contract, 'id' | 'departmentId'>,
  delivered: Delivered,
  at: Date,
): Promise<number> {
  const { last } = await tx
    .selectFrom('deliveries')
    .select((made) => made.fn.max('number').as('last'))
    .where('contractId', '=', contractId)
    .executeTakeFirstOrThrow()
  const number = (last ?? 0) + 1
  const id = newId(at, app.random)
  await tx
    .insertInto('deliveries')
    .values({ id, departmentId, contractId, number, ...delivered, deliveredAt: at })
    .execute()
  return number
}

/** Answers the delivery that waits, criterion by criterion. */
export async function saveAnswer(
  tx: Tx,
  app: Pick<App, 'random'>,
  delivery: Pick<Delivery, 'id'> & Pick<Contract, 'departmentId'>,
  answered: { said: 'accepted' | 'revision_asked'; marks: readonly Mark[]; by: string; at: Date },
): Promise<void> {
  const { said, marks, by, at } = answered
  const { id: deliveryId, departmentId } = delivery
  await tx
    .updateTable('deliveries')
    .set({ answer: said, answeredAt: at, answeredBy: by })
    .where('id', '=', deliveryId)
    .execute()
  const rows = marks.map((mark) => ({
    ...{ ...mark, id: newId(at, app.random), departmentId, deliveryId, markedBy: by, markedAt: at },
  }))
  if (rows.length > 0) await tx.insertInto('acceptanceMarks').values(rows).execute()
}

const contractRows = (tx: Tx) =>
  tx
    .selectFrom('contracts as c')
    .innerJoin('offers as o', 'o.id', 'c.offerId')
    .innerJoin('applications as a', 'a.id', 'o.applicationId')
    .selectAll('c')
    .select(['o.applicationId', 'a.language'])

type Row = Selectable<Contracts> & { applicationId: string; language: Language }

function fromRow(row: Row): Contract {
  const { id, departmentId, opportunityId, applicationId, supplierId, language, startedAt, lateAskedAt } = row
  const common = {
    ...{ id, departmentId, opportunityId, applicationId, supplierId, language, startedAt, lateAskedAt },
    price: cents(row.priceCents),
    deliveryDay: present(parseDay(row.deliveryDay)),
    unable: row.supplierUnableAt && { at: row.supplierUnableAt, because: row.supplierUnableBecause },
  }
  const { state } = row
  switch (state) {
    case 'in_progress':
    case 'delivered':
    case 'revision_asked':
      return { ...common, state }
    case 'accepted':
      return { ...common, state, acceptedAt: present(row.acceptedAt) }
    case 'terminated':
      return {
        ...common,
        state,
        termination: {
          kind: present(row.terminatedKind),
          because: present(row.terminatedBecause),
          at: present(row.terminatedAt),
          by: row.terminatedBy ?? '',
          percentage: row.percentageDone,
        },
      }
  }
}

function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('a contract lacks what its state promises')
  return value
}
