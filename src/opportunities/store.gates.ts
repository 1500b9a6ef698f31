import type { ExpressionBuilder } from 'kysely'
import { z } from 'zod'
import type { App } from '../platform/app.ts'
import type { Day } from '../platform/day.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { Cents } from '../platform/money.ts'
import type { DB } from '../platform/tables.ts'
import type { BudgetKind } from './rules.ts'

/** What a person adds to the initiation form; the rest follows from the statement. */
export type Pif = { readonly costCentre: string; readonly account: string; readonly note: string }
const pifShape = z.object({ costCentre: z.string(), account: z.string(), note: z.string() })

export async function savePif(tx: Tx, id: string, pif: Pif, by: { id: string; at: Date }): Promise<void> {
  const fields = { pif: JSON.stringify(pif), pifCompletedBy: by.id, pifCompletedAt: by.at }
  await tx.updateTable('opportunities').set(fields).where('id', '=', id).execute()
}

export async function findPif(tx: Tx, id: string): Promise<Pif | undefined> {
  const row = await tx.selectFrom('opportunities').select('pif').where('id', '=', id).executeTakeFirst()
  return row?.pif ? pifShape.parse(JSON.parse(row.pif)) : undefined
}

/** The two codes that were typed last for this team: nobody types them twice. */
export async function codesOfTeam(
  tx: Tx,
  { departmentId, team }: { departmentId: string; team: { en: string; fr: string } },
): Promise<Pick<Pif, 'costCentre' | 'account'> | undefined> {
  const names = [team.en, team.fr].filter((name) => name !== '')
  if (names.length === 0) return undefined
  const row = await tx
    .selectFrom('opportunities')
    .select('pif')
    .where('departmentId', '=', departmentId)
    .where('pif', 'is not', null)
    .where((is) => is.or([is('teamEn', 'in', names), is('teamFr', 'in', names)]))
    .orderBy('pifCompletedAt', (order) => order.desc().nullsLast())
    .limit(1)
    .executeTakeFirst()
  return row?.pif ? pifShape.parse(JSON.parse(row.pif)) : undefined
}

export async function saveBudget(
  tx: Tx,
  id: string,
  { kind, reference }: { kind: BudgetKind; reference: string },
  by: { id: string; at: Date },
): Promise<void> {
  const fields = { budgetKind: kind, budgetReference: reference, budgetBy: by.id, budgetAt: by.at }
  await tx.updateTable('opportunities').set(fields).where('id', '=', id).execute()
}

export async function saveCommitment(
  tx: Tx,
  id: string,
  by: { id: string; at: Date; actingFor: string | null },
): Promise<void> {
  const fields = { s32SignedBy: by.id, s32SignedAt: by.at, s32ActingFor: by.actingFor }
  await tx.updateTable('opportunities').set(fields).where('id', '=', id).execute()
}

export async function saveSentToFinance(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('opportunities').set({ sentToFinanceAt: at }).where('id', '=', id).execute()
}

export type Reservation = { readonly number: string; readonly fiscalYear: number; readonly amount: Cents }

/**
 * Writes the reservation on the file, and keeps it until its money is spent or set free. The number of an earlier one on
 * the same file, such as before a return to draft, is that earlier one made anew.
 */
export async function saveReservation(
  tx: Tx,
  app: Pick<App, 'random'>,
  { id: opportunityId, departmentId }: { readonly id: string; readonly departmentId: string },
  { number, fiscalYear, amount, payableAtYearEnd }: Reservation & { payableAtYearEnd: boolean },
  by: { id: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('opportunities')
    .set({
      ...{ reservationNumber: number, reservationFiscalYear: fiscalYear, reservationCents: amount, payableAtYearEnd },
      ...{ reservedBy: by.id, reservedAt: by.at },
    })
    .where('id', '=', opportunityId)
    .execute()
  const kept = { fiscalYear, cents: amount, payableAtYearEnd, reservedBy: by.id, reservedAt: by.at }
  const { numUpdatedRows } = await tx
    .updateTable('fundReservations')
    .set(kept)
    .where('opportunityId', '=', opportunityId)
    .where('number', '=', number)
    .where('releasedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows > 0n) return
  const id = newId(by.at, app.random)
  await tx
    .insertInto('fundReservations')
    .values({ id, departmentId, opportunityId, number, ...kept })
    .execute()
}

export async function saveTranslated(tx: Tx, id: string, by: { id: string; at: Date }): Promise<void> {
  const fields = { translatedBy: by.id, translatedAt: by.at }
  await tx.updateTable('opportunities').set(fields).where('id', '=', id).execute()
}

/** A return to draft: nothing that was approved holds any more. How a budget was settled is about the client, and stays. */
export async function clearApprovals(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('opportunities')
    .set({
      ...{ submittedAt: null, statementDigest: null, statementApprovedBy: null, statementApprovedAt: null },
      ...{ pifCompletedBy: null, pifCompletedAt: null, s32SignedBy: null, s32SignedAt: null, sentToFinanceAt: null },
      ...{ reservationNumber: null, reservationFiscalYear: null, reservationCents: null, reservedBy: null },
      ...{
        reservedAt: null,
        translatedBy: null,
        translatedAt: null,
        scheduledAt: null,
        scheduledBy: null,
        s32ActingFor: null,
        payableAtYearEnd: false,
      },
      approvalMode: null,
    })
    .where('id', '=', id)
    .execute()
}

/** Moves the three dates; the version counts up, so that who edits beside it is told. */
export async function saveDates(
  tx: Tx,
  id: string,
  dates: { closesAt: Date; selectionDay: Day; deliveryDay: Day },
): Promise<void> {
  await tx
    .updateTable('opportunities')
    .set((values: ExpressionBuilder<DB, 'opportunities'>) => ({ ...dates, version: values('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** How many postings the department has made: by policy the first few are looked at more closely. */
export async function postedBefore(tx: Tx, departmentId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('opportunities')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('departmentId', '=', departmentId)
    .where('publishedAt', 'is not', null)
    .executeTakeFirstOrThrow()
  return count
}
