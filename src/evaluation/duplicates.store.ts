import { applicationLifecycle } from '../applications/rules.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { type Compared, type Judgement, type Pair, type Resemblance, type Sameness, sameness } from './duplicates.ts'

/** Opened applications with who sent them. Not granted to evaluators. */
export async function comparedApplications(
  tx: Tx,
  opportunityId: string,
): Promise<
  (Compared & { readonly number: number | null; readonly submittedAt: Date | null; readonly gone: boolean })[]
> {
  const rows = await tx
    .selectFrom('applications as a')
    .innerJoin('applicationIdentities as i', 'i.applicationId', 'a.id')
    .select(['a.id', 'a.anonymousNumber as number', 'a.submittedAt', 'a.state', 'i.legalName', 'i.operatingName'])
    .select(['i.workerName', 'i.signatoryName', 'i.email', 'i.affiliates', 'i.repositories'])
    .where('a.opportunityId', '=', opportunityId)
    .where('a.state', 'in', ['opened', 'passed', 'failed', 'excluded'])
    .orderBy('a.anonymousNumber')
    .execute()
  const answers = await tx
    .selectFrom('applicationAnswers as w')
    .innerJoin('applications as a', 'a.id', 'w.applicationId')
    .select(['w.applicationId', 'w.criterionId', 'w.answer'])
    .where('a.opportunityId', '=', opportunityId)
    .execute()
  return rows.map(({ state, ...row }) => ({
    ...row,
    gone: state === 'excluded',
    answers: answers.filter(({ applicationId }) => applicationId === row.id),
  }))
}

/** A pair that is known stays as it was judged. */
export async function addResemblances(
  tx: Tx,
  app: Pick<App, 'random'>,
  about: { departmentId: string; opportunityId: string; at: Date },
  pairs: readonly Pair[],
): Promise<number> {
  let added = 0
  for (const { same, ...pair } of pairs) {
    const { at: foundAt, ...file } = about
    const row = {
      id: newId(foundAt, app.random),
      ...file,
      ...pair,
      same: same.join(' '),
      foundAt,
      state: 'found' as const,
    }
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('resemblances')
      .values(row)
      .onConflict((conflict) => conflict.columns(['firstId', 'secondId']).doNothing())
      .executeTakeFirst()
    added += Number(numInsertedOrUpdatedRows ?? 0)
  }
  return added
}

export async function resemblancesOf(tx: Tx, opportunityId: string): Promise<Resemblance[]> {
  const rows = await tx
    .selectFrom('resemblances')
    .selectAll()
    .where('opportunityId', '=', opportunityId)
    .orderBy('likeness', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ same, ...row }) => ({ ...row, same: samenessFrom(same) }))
}

/** Pairs that keep results from being confirmed: to be judged, to be confirmed, or asked to be taken back. */
export async function countUndecided(tx: Tx, opportunityId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('resemblances as r')
    .innerJoin('applications as one', 'one.id', 'r.firstId')
    .innerJoin('applications as other', 'other.id', 'r.secondId')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('r.opportunityId', '=', opportunityId)
    .where((row) =>
      row.or([
        row.and([row('r.state', '=', 'excluded'), row('r.takenBackBy', 'is not', null)]),
        row.and([
          row('r.state', 'in', ['found', 'proposed']),
          row('one.state', '<>', 'excluded'),
          row('other.state', '<>', 'excluded'),
        ]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return count
}

/** Files under evaluation with pairs that wait: to be judged, or to be confirmed. */
export const filesWithPairs = (tx: Tx, departmentId: string, state: 'found' | 'proposed') =>
  tx
    .selectFrom('resemblances as r')
    .innerJoin('opportunities as o', 'o.id', 'r.opportunityId')
    .innerJoin('applications as one', 'one.id', 'r.firstId')
    .innerJoin('applications as other', 'other.id', 'r.secondId')
    .select(['o.id', 'o.number', 'o.titleEn', 'o.titleFr', 'o.clientId'])
    .select(({ fn }) => fn.min('r.foundAt').as('since'))
    .where('r.departmentId', '=', departmentId)
    .where('r.state', '=', state)
    .where('o.state', '=', 'evaluating')
    .where('one.state', '<>', 'excluded')
    .where('other.state', '<>', 'excluded')
    .groupBy(['o.id', 'o.number', 'o.titleEn', 'o.titleFr', 'o.clientId'])
    .execute()

/** Files under evaluation with an exclusion that somebody asks to take back. */
export const filesToTakeBack = (tx: Tx, departmentId: string) =>
  tx
    .selectFrom('resemblances as r')
    .innerJoin('opportunities as o', 'o.id', 'r.opportunityId')
    .select(['o.id', 'o.number', 'o.titleEn', 'o.titleFr', 'o.clientId'])
    .select(({ fn, ref }) => fn.coalesce(fn.min('r.takenBackAt'), fn.min(ref('r.foundAt'))).as('since'))
    .where('r.departmentId', '=', departmentId)
    .where('r.state', '=', 'excluded')
    .where('r.takenBackBy', 'is not', null)
    .where('o.state', '=', 'evaluating')
    .groupBy(['o.id', 'o.number', 'o.titleEn', 'o.titleFr', 'o.clientId'])
    .execute()

const nothingBack = { takenBackBy: null, takenBackAt: null, takenBackBecause: '' }

/** Asked, or no longer asked, to be taken back. */
export const saveAskedBack = (tx: Tx, id: string, asked: { by: string; because: string; at: Date } | null) =>
  tx
    .updateTable('resemblances')
    .set(
      asked === null ? nothingBack : { takenBackBy: asked.by, takenBackAt: asked.at, takenBackBecause: asked.because },
    )
    .where('id', '=', id)
    .execute()

/** The pair is to be judged anew, and the application is back among those that are evaluated; answers who has to be told. */
export async function readmit(tx: Tx, { id, excludedId }: { id: string; excludedId: string }) {
  await tx
    .updateTable('resemblances')
    .set({ ...judgedAnew, confirmedBy: null, confirmedAt: null })
    .where('id', '=', id)
    .execute()
  await tx
    .updateTable('applications')
    .set({ state: applicationLifecycle.after('excluded', 'readmit') })
    .where('id', '=', excludedId)
    .where('state', '=', 'excluded')
    .execute()
  return applicantOf(tx, excludedId)
}

export const saveJudgement = (tx: Tx, id: string, judgement: Judgement, judgedBy: string, judgedAt: Date) =>
  tx
    .updateTable('resemblances')
    .set({
      ...{ note: judgement.note, judgedBy, judgedAt, ...nothingBack },
      ...(judgement.says === 'distinct'
        ? { state: 'distinct' as const }
        : { state: 'proposed' as const, excludedId: judgement.excludedId, because: judgement.because }),
    })
    .where('id', '=', id)
    .execute()

const judgedAnew = {
  ...{ state: 'found' as const, excludedId: null, because: null, note: '', judgedBy: null, judgedAt: null },
}

/** Back to be judged anew. */
export const saveReturn = (tx: Tx, id: string) =>
  tx.updateTable('resemblances').set(judgedAnew).where('id', '=', id).execute()

/** The application leaves the evaluation; answers who has to be told. */
export async function exclude(
  tx: Tx,
  { id, excludedId }: { id: string; excludedId: string },
  confirmedBy: string,
  confirmedAt: Date,
) {
  await tx
    .updateTable('resemblances')
    .set({ state: 'excluded', confirmedBy, confirmedAt })
    .where('id', '=', id)
    .execute()
  await tx
    .updateTable('applications')
    .set({ state: applicationLifecycle.after('opened', 'exclude') })
    .where('id', '=', excludedId)
    .where('state', '=', 'opened')
    .execute()
  return applicantOf(tx, excludedId)
}

const applicantOf = (tx: Tx, id: string) =>
  tx
    .selectFrom('applications as a')
    .innerJoin('people as p', 'p.id', 'a.supplierId')
    .select(['a.token', 'a.language', 'p.email'])
    .where('a.id', '=', id)
    .executeTakeFirstOrThrow()

const samenessFrom = (text: string): Sameness[] => sameness.filter((each) => text.split(' ').includes(each))
