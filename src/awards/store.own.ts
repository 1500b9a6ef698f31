import type { Opportunity } from '../opportunities/rules.ts'
import type { Tx } from '../platform/db.ts'
import type { Language, Text } from '../platform/i18n.ts'

export type OwnMark = {
  readonly position: number
  readonly criterion: Text
  readonly passed: boolean
  readonly rationale: string
  /** The language in which the reason is shown. */
  readonly language: Language
}
export type OwnResult = {
  readonly id: string
  readonly token: string
  readonly passed: boolean
  readonly rank: number | null
  readonly offered: boolean
  readonly marks: readonly OwnMark[]
  readonly opportunity: {
    readonly state: Opportunity['state']
    readonly number: string
    readonly slug: string
    readonly title: Text
    readonly department: Text
    readonly mailbox: string
    /** A draw was published: nobody drew among one or none. */
    readonly drawn: boolean
  }
}

/** What became of somebody's own application, with the reason for each criterion; nothing of anybody else's. */
export async function ownResult(tx: Tx, id: string, supplierId: string): Promise<OwnResult | undefined> {
  const row = await tx
    .selectFrom('applications as a')
    .innerJoin('opportunities as p', 'p.id', 'a.opportunityId')
    .innerJoin('departments as d', 'd.id', 'a.departmentId')
    .leftJoin('drawRankings as r', 'r.applicationId', 'a.id')
    .leftJoin('offers as o', 'o.applicationId', 'a.id')
    .select(['a.id', 'a.token', 'a.state', 'a.language', 'r.rank', 'o.id as offerId'])
    .select(['p.state as posting', 'p.number', 'p.slug', 'p.titleEn', 'p.titleFr'])
    .select(['d.nameEn', 'd.nameFr', 'd.mailbox'])
    .where('a.id', '=', id)
    .where('a.supplierId', '=', supplierId)
    .where('a.state', 'in', ['passed', 'failed'])
    .executeTakeFirst()
  if (!row) return undefined
  const drawn = await tx.selectFrom('publication.draws').select('slug').where('slug', '=', row.slug).executeTakeFirst()
  return {
    id: row.id,
    token: row.token,
    passed: row.state === 'passed',
    rank: row.rank,
    offered: row.offerId !== null,
    marks: await marksOf(tx, row),
    opportunity: {
      ...{ state: row.posting, number: row.number, slug: row.slug, mailbox: row.mailbox },
      title: { en: row.titleEn, fr: row.titleFr },
      department: { en: row.nameEn, fr: row.nameFr },
      drawn: drawn !== undefined,
    },
  }
}

/** In the language of the application, translated where the evaluator wrote in the other. */
async function marksOf(tx: Tx, { id, language }: { id: string; language: Language }): Promise<OwnMark[]> {
  const marks = await tx
    .selectFrom('evaluationMarks as m')
    .innerJoin('opportunityCriteria as c', 'c.id', 'm.criterionId')
    .select(['m.passed', 'm.rationale', 'm.rationaleTranslated', 'm.language', 'c.position', 'c.textEn', 'c.textFr'])
    .where('m.applicationId', '=', id)
    .orderBy('c.position')
    .execute()
  return marks.map((mark) => {
    const translated = mark.language !== language && mark.rationaleTranslated !== ''
    return {
      position: mark.position,
      criterion: { en: mark.textEn, fr: mark.textFr },
      passed: mark.passed,
      rationale: translated ? mark.rationaleTranslated : mark.rationale,
      language: translated ? language : mark.language,
    }
  })
}
