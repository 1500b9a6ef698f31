import type { Tx } from '../platform/db.ts'
import type { Language } from '../platform/i18n.ts'

export type UnmetCriterion = { readonly position: number; readonly criterion: string; readonly rationale: string }

/** One applicant whose application was opened, and what they are told when the choice is made. */
export type Applicant = {
  readonly applicationId: string
  readonly address: string
  readonly language: Language
  readonly passed: boolean
  readonly rank: number | null
  readonly offered: boolean
  /** Criteria that were not met, with the reason in the applicant’s language. */
  readonly unmet: readonly UnmetCriterion[]
}

/** Everybody whose application was evaluated, with rank, offer and reasons: three statements, however many there are. */
export async function applicantsOf(tx: Tx, opportunityId: string): Promise<Applicant[]> {
  const rows = await tx
    .selectFrom('applications as a')
    .innerJoin('people as p', 'p.id', 'a.supplierId')
    .leftJoin('drawRankings as r', 'r.applicationId', 'a.id')
    .leftJoin('offers as o', 'o.applicationId', 'a.id')
    .select(['a.id', 'a.state', 'a.language', 'p.email', 'r.rank', 'o.id as offerId'])
    .where('a.opportunityId', '=', opportunityId)
    .where('a.state', 'in', ['passed', 'failed'])
    .orderBy('a.token')
    .execute()
  const marks = await tx
    .selectFrom('evaluationMarks as m')
    .innerJoin('applications as a', 'a.id', 'm.applicationId')
    .innerJoin('opportunityCriteria as c', 'c.id', 'm.criterionId')
    .select(['m.applicationId', 'm.rationale', 'm.rationaleTranslated', 'm.language'])
    .select(['c.position', 'c.textEn', 'c.textFr'])
    .where('a.opportunityId', '=', opportunityId)
    .where('m.passed', '=', false)
    .orderBy('c.position')
    .execute()
  return rows.map(({ id, state, language, email, rank, offerId }) => ({
    applicationId: id,
    address: email,
    language,
    passed: state === 'passed',
    rank,
    offered: offerId !== null,
    unmet: marks
      .filter(({ applicationId }) => applicationId === id)
      .map((mark) => ({
        position: mark.position,
        criterion: language === 'en' ? mark.textEn : mark.textFr,
        rationale: mark.language === language ? mark.rationale : mark.rationaleTranslated || mark.rationale,
      })),
  }))
}
