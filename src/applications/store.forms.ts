import type { Tx } from '../platform/db.ts'

export type SavedMapping = { readonly formId: string; readonly mapping: string }

export const findMapping = (tx: Tx, opportunityId: string): Promise<SavedMapping | undefined> =>
  tx
    .selectFrom('formMappings')
    .select(['formId', 'mapping'])
    .where('opportunityId', '=', opportunityId)
    .executeTakeFirst()

export async function putMapping(
  tx: Tx,
  on: { opportunityId: string; departmentId: string },
  { formId, mapping }: SavedMapping,
  savedAt: Date,
): Promise<void> {
  const said = { formId, mapping, savedAt }
  await tx
    .insertInto('formMappings')
    .values({ ...on, ...said })
    .onConflict((conflict) => conflict.column('opportunityId').doUpdateSet(said))
    .execute()
}

export type ReadSubmission = {
  readonly opportunityId: string
  readonly departmentId: string
  readonly name: string
  readonly outcome: 'saved' | 'refused'
  readonly because: string | null
  readonly applicationId: string | null
  readonly readAt: Date
}

/** What became of a submission; read again, the newer outcome stands. */
export async function putSubmission(tx: Tx, submission: ReadSubmission): Promise<void> {
  const { outcome, because, applicationId, readAt } = submission
  await tx
    .insertInto('formSubmissions')
    .values(submission)
    .onConflict((conflict) =>
      conflict.columns(['opportunityId', 'name']).doUpdateSet({ outcome, because, applicationId, readAt }),
    )
    .execute()
}

export async function markTold(tx: Tx, opportunityId: string, name: string, toldAt: Date): Promise<void> {
  await tx
    .updateTable('formSubmissions')
    .set({ toldAt })
    .where('opportunityId', '=', opportunityId)
    .where('name', '=', name)
    .execute()
}

/** Was this application taken over from the department's form, by this submission or another? */
export async function isImported(tx: Tx, applicationId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('formSubmissions')
    .select('name')
    .where('applicationId', '=', applicationId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The submission by which an application was taken over was saved already. */
export async function savedSubmission(tx: Tx, opportunityId: string, name: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('formSubmissions')
    .select('applicationId')
    .where('opportunityId', '=', opportunityId)
    .where('name', '=', name)
    .where('outcome', '=', 'saved')
    .executeTakeFirst()
  return row?.applicationId ?? undefined
}
