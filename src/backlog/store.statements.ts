import type { Staff } from '../accounts/rules.ts'
import { holds } from '../accounts/rules.ts'
import type { Tx } from '../platform/db.ts'
import type { Text } from '../platform/i18n.ts'
import type { EarlierWords } from './rules.reuse.ts'

export type EarlierStatement = {
  readonly id: string
  readonly number: string
  readonly title: Text
  readonly posted: boolean
}

/** Enough to choose from; older ones are found on their own page. */
const MOST_LISTED = 12

/**
 * Statements of the department that this person may read and start from, newest first: their own, what was posted, and
 * for the program team every one. Those without a word about the work are nothing to start from.
 */
export async function earlierStatements(tx: Tx, actor: Staff, except?: string): Promise<EarlierStatement[]> {
  const rows = await readable(tx, actor)
    .select(['id', 'number', 'titleEn', 'titleFr', 'publishedAt'])
    .$if(except !== undefined, (query) => query.where('id', '!=', except ?? ''))
    .where((is) => is.or([is('workEn', '!=', ''), is('workFr', '!=', '')]))
    .orderBy('id', 'desc')
    .limit(MOST_LISTED)
    .execute()
  return rows.map(({ id, number, titleEn, titleFr, publishedAt }) => ({
    ...{ id, number, title: { en: titleEn, fr: titleFr }, posted: publishedAt !== null },
  }))
}

/** The words of one of those statements; nothing when this person may not read it. */
export async function earlierWords(
  tx: Tx,
  actor: Staff,
  id: string,
): Promise<(EarlierWords & { readonly number: string }) | undefined> {
  const row = await readable(tx, actor).selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const criteria = await tx
    .selectFrom('opportunityCriteria')
    .select(['kind', 'textEn as en', 'textFr as fr'])
    .where('opportunityId', '=', id)
    .orderBy('position')
    .execute()
  const skills = await tx
    .selectFrom('opportunitySkills')
    .select(['nameEn as en', 'nameFr as fr'])
    .where('opportunityId', '=', id)
    .orderBy('position')
    .execute()
  const provisions = await tx
    .selectFrom('opportunityProvisions')
    .select(['textEn as en', 'textFr as fr'])
    .where('opportunityId', '=', id)
    .orderBy('position')
    .execute()
  const ofKind = (kind: 'work' | 'application'): Text[] =>
    criteria.filter((each) => each.kind === kind).map(({ en, fr }) => ({ en, fr }))
  const { number, sourceLanguage, licence, repositoryUrl, hasInterface, hours } = row
  return {
    ...{ number, sourceLanguage, licence, repositoryUrl, hasInterface, hours, skills, provisions },
    title: { en: row.titleEn, fr: row.titleFr },
    teaser: { en: row.teaserEn, fr: row.teaserFr },
    background: { en: row.backgroundEn, fr: row.backgroundFr },
    work: { en: row.workEn, fr: row.workFr },
    workCriteria: ofKind('work'),
    applicationCriteria: ofKind('application'),
  }
}

/** What a later feature writes and this one reads: rows of the person's own department alone. */
const readable = (tx: Tx, actor: Staff) =>
  tx
    .selectFrom('opportunities')
    .where('departmentId', '=', actor.departmentId)
    .$if(!holds(actor, 'program_team'), (query) =>
      query.where((is) => is.or([is('clientId', '=', actor.id), is('publishedAt', 'is not', null)])),
    )

/** The number of a draft that this person writes; nothing for any other file. */
export async function draftNumber(tx: Tx, actor: Staff, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('opportunities')
    .select('number')
    .where('id', '=', id)
    .where('departmentId', '=', actor.departmentId)
    .where('state', '=', 'draft')
    .$if(!holds(actor, 'program_team'), (query) => query.where('clientId', '=', actor.id))
    .executeTakeFirst()
  return row?.number
}
