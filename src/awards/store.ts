import type { Selectable } from 'kysely'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import { cents } from '../platform/money.ts'
import type { Offers } from '../platform/tables.ts'
import { parseDay } from '../platform/time.ts'
import type { Acceptance, MadeOffer, Offer, SignOff } from './rules.ts'

/** Who was chosen, as their opened application says. */
export type Chosen = {
  readonly legalName: string
  readonly operatingName: string
  readonly workerName: string
  readonly signatoryName: string
  readonly publicServant: boolean
  readonly formerPublicServant: boolean
  /** With a federal pension, or a payment for leaving. */
  readonly formerPension: boolean
  /** Links to their public work, one a line; no evaluator saw them. */
  readonly repositories: string
  /** The address that signs in: the one we write to. */
  readonly email: string
}

/** All offers of an opportunity, in the order of the ranking. */
export async function offersOf(tx: Tx, opportunityId: string): Promise<Offer[]> {
  const rows = await offerRows(tx).where('o.opportunityId', '=', opportunityId).orderBy('o.rank').execute()
  return rows.map(fromRow)
}

export async function findOffer(tx: Tx, id: string): Promise<Offer | undefined> {
  const row = await offerRows(tx).where('o.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Holds the offer until the transaction ends. Lock its opportunity first: every act on an offer does. */
export async function lockOffer(tx: Tx, id: string): Promise<Offer> {
  return fromRow(await offerRows(tx).where('o.id', '=', id).forUpdate('o').executeTakeFirstOrThrow())
}

/** Offers that wait for this supplier, or that they signed, newest first. */
export async function offersTo(tx: Tx, supplierId: string): Promise<Offer[]> {
  const rows = await offerRows(tx).where('a.supplierId', '=', supplierId).orderBy('o.madeAt', 'desc').execute()
  return rows.map(fromRow)
}

export async function chosenOf(tx: Tx, applicationId: string): Promise<Chosen | undefined> {
  const row = await tx
    .selectFrom('applicationIdentities as i')
    .innerJoin('applications as a', 'a.id', 'i.applicationId')
    .innerJoin('people as p', 'p.id', 'a.supplierId')
    .select(['i.legalName', 'i.operatingName', 'i.workerName', 'i.signatoryName', 'p.email'])
    .select(['i.publicServant', 'i.formerPublicServant', 'i.formerPension', 'i.repositories'])
    .where('i.applicationId', '=', applicationId)
    .executeTakeFirst()
  return row
}

/** To whom an application belongs and in which language to write to them. */
export async function applicantOf(
  tx: Tx,
  applicationId: string,
): Promise<{ supplierId: string; address: string; language: Language; token: string }> {
  return tx
    .selectFrom('applications as a')
    .innerJoin('people as p', 'p.id', 'a.supplierId')
    .select(['a.supplierId', 'p.email as address', 'a.language', 'a.token'])
    .where('a.id', '=', applicationId)
    .executeTakeFirstOrThrow()
}

export async function insertOffer(tx: Tx, offer: MadeOffer & { readonly madeBy: string | null }): Promise<void> {
  const { id, departmentId, opportunityId, applicationId, rank, state, price, deliveryDay, madeAt, respondBy } = offer
  await tx
    .insertInto('offers')
    .values({
      ...{ id, departmentId, opportunityId, applicationId, rank, state, deliveryDay, madeAt, respondBy },
      ...{ priceCents: price, madeBy: offer.madeBy },
    })
    .execute()
}

export async function saveAccepted(
  tx: Tx,
  id: string,
  { payment, paymentDetail, taxNumber, signatory }: Acceptance,
  terms: { readonly version: string; readonly sha256: string },
  at: Date,
): Promise<void> {
  await tx
    .updateTable('offers')
    .set({
      ...{ state: 'accepted', answeredAt: at, paymentMethod: payment, paymentDetail, taxNumber },
      ...{ termsVersion: terms.version, termsSha256: terms.sha256, supplierSignedAt: at, supplierSignatory: signatory },
    })
    .where('id', '=', id)
    .execute()
}

export async function saveDeclined(tx: Tx, id: string, because: string, at: Date): Promise<void> {
  await tx
    .updateTable('offers')
    .set({ state: 'declined', answeredAt: at, declinedBecause: because })
    .where('id', '=', id)
    .execute()
}

export async function saveLapsed(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('offers').set({ state: 'lapsed' }).where('id', '=', id).execute()
}

export async function saveSignOff(tx: Tx, id: string, { by, at, reference }: SignOff): Promise<void> {
  await tx
    .updateTable('offers')
    .set({ signOffBy: by, signOffAt: at, signOffReference: reference })
    .where('id', '=', id)
    .execute()
}

/** Canada signed: both have. */
export async function saveCountersigned(tx: Tx, id: string, { by, at }: { by: string; at: Date }): Promise<void> {
  await tx
    .updateTable('offers')
    .set({ state: 'terms_signed', canadaSignatoryId: by, canadaSignedAt: at })
    .where('id', '=', id)
    .execute()
}

/** The contract that followed was terminated: the offer no longer keeps others from being made. */
export async function saveEnded(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('offers').set({ endedAt: at }).where('id', '=', id).execute()
}

const offerRows = (tx: Tx) =>
  tx
    .selectFrom('offers as o')
    .innerJoin('applications as a', 'a.id', 'o.applicationId')
    .selectAll('o')
    .select(['a.supplierId', 'a.token', 'a.language'])

type Row = Selectable<Offers> & { supplierId: string; token: string; language: Language }

function fromRow(row: Row): Offer {
  const { id, departmentId, opportunityId, applicationId, supplierId, token, language, rank, madeAt, respondBy } = row
  const common = {
    ...{ id, departmentId, opportunityId, applicationId, supplierId, token, language, rank, madeAt, respondBy },
    ...{ price: cents(row.priceCents), deliveryDay: present(parseDay(row.deliveryDay)) },
  }
  const { state } = row
  switch (state) {
    case 'made':
    case 'lapsed':
      return { ...common, state }
    case 'declined':
      return { ...common, state, ...answered(row), declinedBecause: present(row.declinedBecause) }
    case 'accepted':
      return { ...common, state, ...signedOf(row) }
    case 'terms_signed': {
      const canadaSignedAt = present(row.canadaSignedAt)
      const canadaSignatoryId = present(row.canadaSignatoryId)
      return { ...common, state, ...signedOf(row), canadaSignedAt, canadaSignatoryId, endedAt: row.endedAt }
    }
  }
}

const answered = (row: Row) => ({ answeredAt: present(row.answeredAt) })

const signedOf = (row: Row) => ({
  ...answered(row),
  payment: present(row.paymentMethod),
  paymentDetail: row.paymentDetail,
  taxNumber: row.taxNumber,
  terms: { version: present(row.termsVersion), sha256: present(row.termsSha256) },
  supplierSignedAt: present(row.supplierSignedAt),
  supplierSignatory: present(row.supplierSignatory),
  signOff:
    row.signOffBy !== null && row.signOffAt !== null
      ? { by: row.signOffBy, at: row.signOffAt, reference: row.signOffReference }
      : null,
})

function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('an offer lacks what its state promises')
  return value
}
