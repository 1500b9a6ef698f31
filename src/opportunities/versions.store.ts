import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { Opportunity } from './rules.ts'
import { digestOf, frozenText } from './rules.writing.ts'
import { statementOf } from './store.ts'

/** When a version was kept. */
export type Moment = 'submitted' | 'returned' | 'approved' | 'published'
export type Version = {
  readonly number: number
  readonly moment: Moment
  /** Every word and fact, both languages: the statement as JSON. */
  readonly statement: string
  /** The text that the digest was made of. */
  readonly frozen: string
  readonly digest: Buffer
  readonly madeBy: string
  readonly madeAt: Date
}

/** Keeps the statement as it is now, for good; answers the number of the version. The row of the file is locked by the act. */
export async function keepVersion(
  tx: Tx,
  app: Pick<App, 'random'>,
  opportunity: Opportunity,
  { moment, by, at }: { moment: Moment; by: string; at: Date },
): Promise<number> {
  const { id: opportunityId, departmentId, sourceLanguage } = opportunity
  const statement = await statementOf(tx, opportunity)
  const { last } = await tx
    .selectFrom('statementVersions')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('opportunityId', '=', opportunityId)
    .executeTakeFirstOrThrow()
  const number = (last ?? 0) + 1
  await tx
    .insertInto('statementVersions')
    .values({
      ...{ id: newId(at, app.random), departmentId, opportunityId, number, moment, madeBy: by, madeAt: at },
      statement: JSON.stringify(statement),
      frozen: frozenText(statement, sourceLanguage),
      digest: digestOf(statement, sourceLanguage),
    })
    .execute()
  return number
}

/** Every version kept, the first one first. */
export const versionsOf = (tx: Tx, opportunityId: string): Promise<Version[]> =>
  tx
    .selectFrom('statementVersions')
    .select(['number', 'moment', 'statement', 'frozen', 'digest', 'madeBy', 'madeAt'])
    .where('opportunityId', '=', opportunityId)
    .orderBy('number')
    .execute()
