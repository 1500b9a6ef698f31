import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Staff } from '../accounts/rules.ts'
import type { Tx } from '../platform/db.ts'
import type { Text } from '../platform/i18n.ts'
import { cents } from '../platform/money.ts'
import type { Invoices } from '../platform/tables.ts'
import type { Charges, TaxCharged } from './rules.charges.ts'
import type { Invoice, InvoiceState, Paid, Signed } from './rules.ts'

export async function findInvoice(tx: Tx, id: string): Promise<Invoice | undefined> {
  const row = await tx.selectFrom('invoices').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Holds the invoice until the transaction ends. Lock its opportunity first: every act on an invoice does. */
export async function lockInvoice(tx: Tx, id: string): Promise<Invoice> {
  return fromRow(await tx.selectFrom('invoices').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow())
}

/** The invoice of a file, if there is one: after a default nothing is paid, so there is never a second. */
export async function invoiceOn(tx: Tx, opportunityId: string): Promise<Invoice | undefined> {
  const row = await tx
    .selectFrom('invoices')
    .selectAll()
    .where('opportunityId', '=', opportunityId)
    .orderBy('draftedAt', 'desc')
    .executeTakeFirst()
  return row && fromRow(row)
}

export async function invoiceOfContract(tx: Tx, contractId: string): Promise<Invoice | undefined> {
  const row = await tx.selectFrom('invoices').selectAll().where('contractId', '=', contractId).executeTakeFirst()
  return row && fromRow(row)
}

export type NewInvoice = Charges &
  Pick<
    Invoice,
    | 'id'
    | 'departmentId'
    | 'opportunityId'
    | 'contractId'
    | 'supplierId'
    | 'taxNumber'
    | 'reservationNumber'
    | 'draftedAt'
  >

export async function insertInvoice(tx: Tx, { price, taxes, total, ...rest }: NewInvoice): Promise<void> {
  await tx
    .insertInto('invoices')
    .values({ ...rest, state: 'drafted', ...columnsOf({ price, taxes, total }) })
    .execute()
}

export async function saveSent(
  tx: Tx,
  id: string,
  { charges, ...said }: { invoiceNumber: string; taxNumber: string; postalCode: string; charges: Charges },
  at: Date,
): Promise<void> {
  await save(tx, id, { ...said, ...columnsOf(charges), state: 'sent', sentAt: at, returnedBecause: null })
}

export const saveReturned = (tx: Tx, id: string, because: string): Promise<void> =>
  save(tx, id, { state: 'returned', returnedBecause: because })

export const saveCertified = (tx: Tx, id: string, { by, at }: Signed): Promise<void> =>
  save(tx, id, { state: 'certified', certifiedBy: by, certifiedAt: at })

export const saveEntered = (tx: Tx, id: string, { by, at }: Signed): Promise<void> =>
  save(tx, id, { state: 'entered', enteredBy: by, enteredAt: at })

export const saveCardDocument = (tx: Tx, id: string, number: string, at: Date): Promise<void> =>
  save(tx, id, { cardDocument: number, cardDocumentAt: at })

export const savePaid = (tx: Tx, id: string, { by, at, method, reference }: Paid): Promise<void> =>
  save(tx, id, { state: 'paid', paidBy: by, paidAt: at, paymentMethod: method, paymentReference: reference })

export const saveConfirmed = (tx: Tx, id: string, at: Date): Promise<void> => save(tx, id, { supplierConfirmedAt: at })

async function save(tx: Tx, id: string, fields: Partial<Selectable<Invoices>>): Promise<void> {
  await tx.updateTable('invoices').set(fields).where('id', '=', id).execute()
}

export type OpenInvoice = {
  readonly invoice: Invoice
  readonly number: string
  readonly title: Text
}

/** Invoices of the department in these states, oldest first. */
export async function invoicesIn(
  tx: Tx,
  { departmentId }: Pick<Staff, 'departmentId'>,
  states: readonly InvoiceState[],
): Promise<OpenInvoice[]> {
  const rows = await tx
    .selectFrom('invoices as i')
    .innerJoin('opportunities as o', 'o.id', 'i.opportunityId')
    .selectAll('i')
    .select(['o.number', 'o.titleEn', 'o.titleFr'])
    .where('i.departmentId', '=', departmentId)
    .where('i.state', 'in', [...states])
    .orderBy('i.sentAt')
    .execute()
  return rows.map(({ number, titleEn, titleFr, ...row }) => ({
    ...{ invoice: fromRow(row), number, title: { en: titleEn, fr: titleFr } },
  }))
}

const columnsOf = ({ price, taxes, total }: Charges) => ({
  priceCents: price,
  totalCents: total,
  taxLines: JSON.stringify(taxes),
})

const taxLines = z.array(
  z.object({
    tax: z.enum(['gst', 'hst', 'qst', 'pst', 'rst', 'highest']),
    rate: z.number(),
    cents: z.number().transform(cents),
  }),
)

/** One row as the state it is in. The table's checks say which facts are there; a row that breaks them is a surprise. */
function fromRow(row: Selectable<Invoices>): Invoice {
  const taxes: readonly TaxCharged[] = taxLines.parse(JSON.parse(row.taxLines))
  const { id, departmentId, opportunityId, contractId, supplierId, invoiceNumber, taxNumber, postalCode } = row
  const common = {
    ...{ id, departmentId, opportunityId, contractId, supplierId, invoiceNumber, taxNumber, postalCode, taxes },
    ...{ price: cents(row.priceCents), total: cents(row.totalCents) },
    ...{ reservationNumber: row.reservationNumber, draftedAt: row.draftedAt },
  }
  const { state } = row
  if (state === 'drafted') return { ...common, state }
  const sent = { ...common, sentAt: present(row.sentAt) }
  switch (state) {
    case 'sent':
      return { ...sent, state }
    case 'returned':
      return { ...sent, state, returnedBecause: row.returnedBecause ?? '' }
    case 'certified':
      return { ...sent, state, certified: certifiedOf(row) }
    case 'entered':
      return { ...sent, state, certified: certifiedOf(row), ...enteredOf(row) }
    case 'paid': {
      const paid = {
        ...{ by: present(row.paidBy), at: present(row.paidAt) },
        ...{ method: present(row.paymentMethod), reference: present(row.paymentReference) },
      }
      const confirmedAt = row.supplierConfirmedAt
      return { ...sent, state, certified: certifiedOf(row), ...enteredOf(row), paid, confirmedAt }
    }
  }
}

const certifiedOf = (row: Selectable<Invoices>): Signed => ({
  by: present(row.certifiedBy),
  at: present(row.certifiedAt),
})

const enteredOf = (row: Selectable<Invoices>) => ({
  entered: { by: present(row.enteredBy), at: present(row.enteredAt) },
  cardDocument: row.cardDocument && row.cardDocumentAt ? { number: row.cardDocument, at: row.cardDocumentAt } : null,
})

function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('an invoice lacks what its state promises')
  return value
}
