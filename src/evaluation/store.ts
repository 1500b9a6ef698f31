import { type Selectable, sql } from 'kysely'
import type { Known } from '../applications/identifying.kinds.ts'
import { applicationLifecycle } from '../applications/rules.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'
import type { Evaluators } from '../platform/tables.ts'
import type { Applicant, Evaluated, Evaluator, Lock, Mark, Verdict } from './rules.ts'

/** The file as the rules look at it. Everything here may be asked in the evaluator's role. */
export async function evaluatedFile(tx: Tx, opportunity: Opportunity): Promise<Evaluated> {
  const { id, departmentId, clientId, state } = opportunity
  return { departmentId, clientId, state, evaluators: await evaluatorsOf(tx, id), lock: await lockOf(tx, id) }
}

/** Evaluators in the order in which they were named, those who stepped down included. */
export async function evaluatorsOf(tx: Tx, opportunityId: string): Promise<Evaluator[]> {
  const rows = await tx
    .selectFrom('evaluators')
    .selectAll()
    .where('opportunityId', '=', opportunityId)
    .orderBy('namedAt')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

export async function lockOf(tx: Tx, opportunityId: string): Promise<Lock | undefined> {
  const row = await tx
    .selectFrom('evaluationLocks')
    .select(['lockedBy', 'lockedAt', 'confirmedAt'])
    .where('opportunityId', '=', opportunityId)
    .executeTakeFirst()
  return row && { by: row.lockedBy, at: row.lockedAt, confirmedAt: row.confirmedAt }
}

/** Opened applications by their random number. Asks nothing that says who they are. */
export async function applicantsOf(tx: Tx, opportunityId: string): Promise<Applicant[]> {
  const rows = await tx
    .selectFrom('applications')
    .select(['id', 'anonymousNumber', 'language'])
    .where('opportunityId', '=', opportunityId)
    .where('state', 'in', ['opened', 'passed', 'failed'])
    .where('anonymousNumber', 'is not', null)
    .orderBy('anonymousNumber')
    .execute()
  return rows.flatMap(({ id, anonymousNumber: number, language }) =>
    number === null ? [] : [{ id, number, language }],
  )
}

/** Received and not yet opened, or opened without a number. */
export async function countUnopened(tx: Tx, opportunityId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('applications')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('opportunityId', '=', opportunityId)
    .where((row) =>
      row.or([
        row('state', '=', 'submitted'),
        row.and([row('state', '=', 'opened'), row('anonymousNumber', 'is', null)]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return count
}

export type ShownAnswer = {
  readonly criterionId: string
  readonly language: Language
  readonly text: string
  /** The criterion was added after the application was sent: its author could not know it. */
  readonly askedLater: boolean
}

/** One application's answers as an evaluator may read them: what was hidden never leaves the database. */
export async function answersShown(tx: Tx, applicationId: string): Promise<ShownAnswer[]> {
  return tx
    .selectFrom('applicationAnswers as a')
    .leftJoin('redactions as r', (on) =>
      on.onRef('r.applicationId', '=', 'a.applicationId').onRef('r.criterionId', '=', 'a.criterionId'),
    )
    .select((row) => [
      'a.criterionId',
      'a.language',
      'a.askedLater',
      row.fn.coalesce('r.redactedAnswer', 'a.answer').$castTo<string>().as('text'),
    ])
    .where('a.applicationId', '=', applicationId)
    .execute()
}

export async function marksOf(tx: Tx, opportunityId: string): Promise<Mark[]> {
  const rows = await tx
    .selectFrom('evaluationMarks as m')
    .innerJoin('applications as a', 'a.id', 'm.applicationId')
    .select([
      'm.applicationId',
      'm.criterionId',
      'm.passed',
      'm.rationale',
      'm.language',
      'm.rationaleTranslated',
      'm.markedAt',
    ])
    .where('a.opportunityId', '=', opportunityId)
    .execute()
  return rows.map(({ rationaleTranslated: translated, ...mark }) => ({ ...mark, translated }))
}

type About = { readonly departmentId: string; readonly opportunityId: string; readonly at: Date }

export async function insertEvaluators(
  tx: Tx,
  app: Pick<App, 'random'>,
  { departmentId, opportunityId, at }: About,
  people: readonly string[],
  namedBy: string | null,
): Promise<void> {
  const rows = people.map((personId) => ({ id: newId(at, app.random), personId, departmentId, opportunityId }))
  await tx
    .insertInto('evaluators')
    .values(rows.map((row) => ({ ...row, namedBy, namedAt: at })))
    .execute()
}

export async function saveDeclaration(
  tx: Tx,
  {
    opportunityId,
    personId,
    reads,
    at,
  }: { opportunityId: string; personId: string; reads: readonly Language[]; at: Date },
): Promise<void> {
  await tx
    .updateTable('evaluators')
    .set({ noConflictDeclaredAt: at, readsEn: reads.includes('en'), readsFr: reads.includes('fr') })
    .where('opportunityId', '=', opportunityId)
    .where('personId', '=', personId)
    .execute()
}

export async function saveStepDown(tx: Tx, opportunityId: string, personId: string, at: Date): Promise<void> {
  await tx
    .updateTable('evaluators')
    .set({ steppedDownAt: at })
    .where('opportunityId', '=', opportunityId)
    .where('personId', '=', personId)
    .execute()
}

/** Writes a mark, or over the one that stood: one pass or fail for each criterion of each application. */
export async function putMark(
  tx: Tx,
  app: Pick<App, 'random'>,
  mark: Verdict & {
    departmentId: string
    applicationId: string
    criterionId: string
    translated: string
    markedBy: string
    at: Date
  },
): Promise<void> {
  const { departmentId, applicationId, criterionId, passed, rationale, language, translated, markedBy, at } = mark
  const said = { passed, rationale, language, rationaleTranslated: translated, markedBy, markedAt: at }
  await tx
    .insertInto('evaluationMarks')
    .values({ id: newId(at, app.random), departmentId, applicationId, criterionId, ...said })
    .onConflict((conflict) => conflict.columns(['applicationId', 'criterionId']).doUpdateSet(said))
    .execute()
}

export type OwnAnswer = {
  readonly applicationId: string
  readonly criterionId: string
  readonly language: Language
  readonly answer: string
  /** As evaluators read it, when something is hidden. */
  readonly redacted: string | null
}

/** Answers as they were written, with what is hidden in them: for the program team, never for an evaluator. */
export const ownAnswers = (tx: Tx, opportunityId: string): Promise<OwnAnswer[]> =>
  tx
    .selectFrom('applicationAnswers as a')
    .innerJoin('applications as p', 'p.id', 'a.applicationId')
    .leftJoin('redactions as r', (on) =>
      on.onRef('r.applicationId', '=', 'a.applicationId').onRef('r.criterionId', '=', 'a.criterionId'),
    )
    .select(['a.applicationId', 'a.criterionId', 'a.language', 'a.answer', 'r.redactedAnswer as redacted'])
    .where('p.opportunityId', '=', opportunityId)
    .execute()

/** What we know of each applicant, to find it in their answers. Not granted to evaluators. */
export async function knownApplicants(tx: Tx, opportunityId: string): Promise<Map<string, Known>> {
  const rows = await tx
    .selectFrom('applicationIdentities as i')
    .innerJoin('applications as a', 'a.id', 'i.applicationId')
    .select([
      'i.applicationId',
      'i.email',
      'i.workerName',
      'i.signatoryName',
      'i.legalName',
      'i.operatingName',
      'i.affiliates',
      'i.repositories',
    ])
    .where('a.opportunityId', '=', opportunityId)
    .execute()
  return new Map(
    rows.map(
      ({ applicationId, email, workerName, signatoryName, legalName, operatingName, affiliates, repositories }) => [
        applicationId,
        {
          email,
          links: repositories.split('\n'),
          people: named([workerName, signatoryName]),
          organizations: named([legalName, operatingName, ...affiliates.split(/[\n;,]/)]),
        },
      ],
    ),
  )
}

export async function putRedaction(
  tx: Tx,
  app: Pick<App, 'random'>,
  redaction: {
    departmentId: string
    applicationId: string
    criterionId: string
    redacted: string
    /** Null: the program. */
    by: string | null
    at: Date
  },
): Promise<void> {
  const { departmentId, applicationId, criterionId, redacted, by, at } = redaction
  const said = { redactedAnswer: redacted, madeBy: by, madeAt: at }
  await tx
    .insertInto('redactions')
    .values({ id: newId(at, app.random), departmentId, applicationId, criterionId, ...said })
    .onConflict((conflict) => conflict.columns(['applicationId', 'criterionId']).doUpdateSet(said))
    .execute()
}

/** Who has worked on what gives an applicant of this posting away. */
export async function whoSawIdentities(tx: Tx, opportunityId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('redactions as r')
    .innerJoin('applications as a', 'a.id', 'r.applicationId')
    .select('r.madeBy')
    .distinct()
    .where('a.opportunityId', '=', opportunityId)
    .execute()
  return rows.flatMap(({ madeBy }) => (madeBy === null ? [] : [madeBy]))
}

/** Of two who lock at once the second finds the row of the opportunity held, then this lock. */
export async function insertLock(tx: Tx, { departmentId, opportunityId, at }: About, lockedBy: string): Promise<void> {
  await tx.insertInto('evaluationLocks').values({ opportunityId, departmentId, lockedBy, lockedAt: at }).execute()
}

export async function saveConfirmation(tx: Tx, opportunityId: string, confirmedBy: string, at: Date): Promise<void> {
  await tx
    .updateTable('evaluationLocks')
    .set({ confirmedBy, confirmedAt: at })
    .where('opportunityId', '=', opportunityId)
    .where('confirmedAt', 'is', null)
    .execute()
}

export async function removeLock(tx: Tx, opportunityId: string): Promise<void> {
  await tx
    .deleteFrom('evaluationLocks')
    .where('opportunityId', '=', opportunityId)
    .where('confirmedAt', 'is', null)
    .execute()
}

/** Writes what became of opened applications. */
export async function settleApplications(tx: Tx, outcome: 'pass' | 'fail', ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('applications')
    .set({ state: applicationLifecycle.after('opened', outcome) })
    .where('id', 'in', [...ids])
    .where('state', '=', 'opened')
    .execute()
}

/** Files whose evaluation may wait for somebody: closed and opened, or under way. */
export const filesUnderEvaluation = (tx: Tx, departmentId: string) =>
  tx
    .selectFrom('opportunities as o')
    .leftJoin('evaluationLocks as l', 'l.opportunityId', 'o.id')
    .leftJoin('redactionChecks as h', 'h.opportunityId', 'o.id')
    .select([
      ...(['o.id', 'o.number', 'o.titleEn', 'o.titleFr', 'o.state', 'o.clientId', 'o.closedAt', 'o.closesAt'] as const),
      ...(['o.evaluationStartedAt', 'l.lockedBy', 'l.lockedAt'] as const),
      'h.checkedAt as hidingCheckedAt',
    ])
    .select(
      sql<boolean>`exists (select from applications a where a.opportunity_id = o.id and a.state = 'opened')
      and not exists (select from applications a where a.opportunity_id = o.id and a.state = 'submitted')`.as('opened'),
    )
    .where('o.departmentId', '=', departmentId)
    .where('o.state', 'in', ['closed', 'evaluating'])
    .orderBy('o.closedAt')
    .execute()

/** Decisions still to make: each criterion of each opened application, less those made. */
export async function countMissing(tx: Tx, opportunityId: string): Promise<number> {
  const { rows } = await sql<{ missing: number }>`
    select (select count(*) from applications where opportunity_id = ${opportunityId} and state = 'opened')
         * (select count(*) from opportunity_criteria where opportunity_id = ${opportunityId} and kind = 'application')
         - (select count(*) from evaluation_marks m join applications a on a.id = m.application_id
            where a.opportunity_id = ${opportunityId} and a.state = 'opened') as missing`.execute(tx)
  return rows[0]?.missing ?? 0
}

const fromRow = (row: Selectable<Evaluators>): Evaluator => ({
  personId: row.personId,
  declaredAt: row.noConflictDeclaredAt,
  reads: [...(row.readsEn ? (['en'] as const) : []), ...(row.readsFr ? (['fr'] as const) : [])],
  steppedDownAt: row.steppedDownAt,
})

const named = (names: readonly string[]): string[] =>
  names.map((name) => name.trim()).filter((name) => name.length >= 3)
