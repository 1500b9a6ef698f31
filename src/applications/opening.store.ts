import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { Random } from '../platform/random.ts'
import { dayOf } from '../platform/time.ts'
import type { Content } from './content.ts'
import type { Posted } from './rules.ts'

export type SealedApplication = {
  readonly id: string
  readonly token: string
  readonly anonymousNumber: number | null
  readonly sealed: Buffer
  readonly sealedSha256: string
  readonly contentCommitment: string
}

/** What the closing left sealed, in the order of the numbers given. */
export const sealedApplications = (tx: Tx, opportunityId: string): Promise<SealedApplication[]> =>
  tx
    .selectFrom('applications as a')
    .innerJoin('applicationSeals as s', (on) => on.onRef('s.applicationId', '=', 'a.id').on('s.current', '=', true))
    .select(['a.id', 'a.token', 'a.anonymousNumber', 's.sealed', 's.sealedSha256', 's.contentCommitment'])
    .where('a.opportunityId', '=', opportunityId)
    .where('a.state', '=', 'submitted')
    .orderBy('a.anonymousNumber')
    .orderBy('a.token')
    .execute()

/** Every file that counts, as it was received, whatever became of it since. */
export const sealedFiles = (tx: Tx, opportunityId: string): Promise<{ token: string; sealed: Buffer }[]> =>
  tx
    .selectFrom('applications as a')
    .innerJoin('applicationSeals as s', (on) => on.onRef('s.applicationId', '=', 'a.id').on('s.current', '=', true))
    .select(['a.token', 's.sealed'])
    .where('a.opportunityId', '=', opportunityId)
    .where('a.state', '<>', 'withdrawn')
    .orderBy('a.token')
    .execute()

/** "Applicant 1" to "Applicant n", in the order given, after those that have a number already. */
export async function giveNumbers(tx: Tx, opportunityId: string, inOrder: readonly { id: string }[]): Promise<void> {
  const { last } = await tx
    .selectFrom('applications')
    .select(({ fn }) => fn.max('anonymousNumber').as('last'))
    .where('opportunityId', '=', opportunityId)
    .executeTakeFirstOrThrow()
  for (const [place, { id }] of inOrder.entries())
    await tx
      .updateTable('applications')
      .set({ anonymousNumber: (last ?? 0) + place + 1 })
      .where('id', '=', id)
      .execute()
}

export type OpenedFile = {
  readonly application: Pick<SealedApplication, 'id'>
  readonly posted: Posted
  readonly content: Content
  readonly salt: Buffer
  readonly at: Date
}

/** Identity in one table, answers in another; false when another run has opened it already. */
export async function writeOpened(
  tx: Tx,
  random: Random,
  { application, posted, content, salt, at }: OpenedFile,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('applications')
    .set({ state: 'opened', openedAt: at, language: content.language })
    .where('id', '=', application.id)
    .where('state', '=', 'submitted')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false

  const { departmentId } = posted
  const applicationId = application.id
  await tx
    .insertInto('applicationIdentities')
    .values({
      ...{ applicationId, departmentId },
      legalName: content.legalName,
      operatingName: content.operatingName,
      workerName: content.workerName,
      signatoryName: content.signatoryName,
      email: content.email,
      publicServant: content.publicService === 'yes',
      formerPublicServant: content.publicService === 'former' || content.publicService === 'former_pension',
      formerPension: content.publicService === 'former_pension',
      affiliates: content.affiliates,
      repositories: content.repositories,
      eligibilityVersion: content.eligibilityVersion,
      agreementsVersion: content.agreementsVersion,
      contentSalt: salt.toString('hex'),
    })
    .execute()
  const answers = posted.criteria.map((criterion) => ({
    id: newId(at, random),
    ...{ departmentId, applicationId, criterionId: criterion.id, language: content.language },
    answer: content.answers.find(({ position }) => position === criterion.position)?.answer ?? '',
  }))
  if (answers.length > 0) await tx.insertInto('applicationAnswers').values(answers).execute()
  return true
}

/** The department's program team on that day. */
export async function teamOf(tx: Tx, departmentId: string, at: Date) {
  const { timeZone } = await tx
    .selectFrom('departments')
    .select('timeZone')
    .where('id', '=', departmentId)
    .executeTakeFirstOrThrow()
  const today = dayOf(at, timeZone)
  return tx
    .selectFrom('roleGrants as g')
    .innerJoin('people as p', 'p.id', 'g.personId')
    .select(['p.email', 'p.language'])
    .distinct()
    .where('g.departmentId', '=', departmentId)
    .where('g.role', '=', 'program_team')
    .where('g.fromDay', '<=', today)
    .where((has) => has.or([has('g.untilDay', 'is', null), has('g.untilDay', '>=', today)]))
    .execute()
}
