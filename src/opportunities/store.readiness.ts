import { importOfRequest } from '../backlog/store.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import type { Text } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'
import type { Reached } from '../platform/reach.ts'
import type { Policy } from '../policy/rules.ts'
import {
  type FieldMark,
  type MarkKind,
  markKinds,
  marksIn,
  type Resolution,
  withoutResolved,
} from '../scanning/rules.ts'
import { marksOfReason } from './publicReason.ts'
import type { ReadinessContext } from './rules.readiness.ts'
import type { Opportunity, Statement } from './rules.ts'
import { linksIn, segmentsOf } from './segments.ts'

/** What the readiness check asks about a file beyond its words. */
export async function readinessOf(
  tx: Tx,
  opportunity: Opportunity,
  statement: Statement,
  { policy, now }: { policy: Policy; now: Date },
): Promise<ReadinessContext> {
  const { id, sourceLanguage } = opportunity
  const links = await linksOf(tx, id, statement)
  return {
    ...{ policy, now, sourceLanguage, about: id },
    resolutions: await explanationsOfMarks(tx, id),
    repositoryLicence: await repositoryLicenceOf(tx, opportunity, statement.repository.url),
    deadLinks: links.flatMap(({ url, state }) => (state === 'dead' ? [url] : [])),
  }
}

/** Marks of the scan that nobody has given a reason for: while there is one, nothing is submitted, posted or amended. */
export async function unresolvedMarks(
  tx: Tx,
  { id }: Pick<Opportunity, 'id'>,
  statement: Statement,
): Promise<FieldMark[]> {
  const marks = marksIn(segmentsOf(statement), id)
  return marks.length === 0 ? [] : withoutResolved(marks, await explanationsOfMarks(tx, id))
}

/** Marks that a change of a posted notice would bring: not in what is posted, and without a reason. */
export async function marksBrought(
  tx: Tx,
  opportunity: Pick<Opportunity, 'id'>,
  before: Statement,
  after: Statement,
  reason: Text,
): Promise<FieldMark[]> {
  const posted = marksIn(segmentsOf(before), opportunity.id)
  const brought = [...(await unresolvedMarks(tx, opportunity, after)), ...marksOfReason(opportunity.id, reason)]
  return withoutResolved(brought, [...posted, ...(await explanationsOfMarks(tx, opportunity.id))])
}

/** Why a mark may stay, who said so and when. */
export type ExplainedMark = Resolution & { readonly reason: string; readonly by: string; readonly at: Date }

export async function explanationsOfMarks(tx: Tx, opportunityId: string): Promise<ExplainedMark[]> {
  const rows = await tx
    .selectFrom('scanResolutions')
    .select(['kind', 'field', 'digest', 'reason', 'resolvedBy', 'resolvedAt'])
    .where('opportunityId', '=', opportunityId)
    .orderBy('resolvedAt')
    .execute()
  return rows.map(({ kind, field, digest, reason, resolvedBy: by, resolvedAt: at }) => {
    return { kind: kindOf(kind), field, digest, reason, by, at }
  })
}

export async function saveExplanationOfMark(
  tx: Tx,
  app: Pick<App, 'random'>,
  { id: opportunityId, departmentId }: Pick<Opportunity, 'id' | 'departmentId'>,
  { kind, field, digest, reason, by: resolvedBy, at: resolvedAt }: ExplainedMark,
): Promise<void> {
  await tx
    .insertInto('scanResolutions')
    .values({
      ...{ id: newId(resolvedAt, app.random), departmentId, opportunityId },
      ...{ kind, field, digest, reason, resolvedBy, resolvedAt },
    })
    .onConflict((on) =>
      on.columns(['opportunityId', 'kind', 'field', 'digest']).doUpdateSet({ reason, resolvedBy, resolvedAt }),
    )
    .execute()
}

/** Reasons for marks that are no longer there: they go with the text that they stood for. */
export async function forgetExplanations(tx: Tx, opportunityId: string, gone: readonly Resolution[]): Promise<void> {
  for (const { kind, field, digest } of gone)
    await tx
      .deleteFrom('scanResolutions')
      .where('opportunityId', '=', opportunityId)
      .where('kind', '=', kind)
      .where('field', '=', field)
      .where('digest', '=', digest)
      .execute()
}

/** The licence of the repository at this address, as somebody said or as it was read with the issue; null when nobody knows. */
export async function repositoryLicenceOf(
  tx: Tx,
  { departmentId, requestId }: Pick<Opportunity, 'departmentId' | 'requestId'>,
  url: string,
): Promise<string | null> {
  if (url === '') return null
  const said = await tx
    .selectFrom('repositoryLicences')
    .select('licence')
    .where('departmentId', '=', departmentId)
    .where('url', '=', url)
    .executeTakeFirst()
  if (said) return said.licence
  const outline = (await importOfRequest(tx, requestId))?.outline
  return outline?.repositoryUrl === url ? outline.licence : null
}

export async function saveRepositoryLicence(
  tx: Tx,
  app: Pick<App, 'random'>,
  { departmentId }: Pick<Opportunity, 'departmentId'>,
  { url, licence, by: saidBy, at: saidAt }: { url: string; licence: string; by: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('repositoryLicences')
    .values({ id: newId(saidAt, app.random), departmentId, url, licence, saidBy, saidAt })
    .onConflict((on) => on.columns(['departmentId', 'url']).doUpdateSet({ licence, saidBy, saidAt }))
    .execute()
}

/** A link of the statement: what became of it when it was tried; `waiting` while it is, never tried while there is no instant. */
export type CheckedLink = { readonly url: string; readonly state: Reached | 'waiting'; readonly at: Date | null }

/** The links that a statement holds now, each with its last check. */
export async function linksOf(tx: Tx, opportunityId: string, statement: Statement): Promise<CheckedLink[]> {
  const urls = linksIn(statement)
  if (urls.length === 0) return []
  const rows = await tx
    .selectFrom('linkChecks')
    .select(['url', 'state', 'checkedAt'])
    .where('opportunityId', '=', opportunityId)
    .execute()
  return urls.map((url) => {
    const row = rows.find((each) => each.url === url)
    return row ? { url, state: row.state, at: row.checkedAt } : { url, state: 'unchecked', at: null }
  })
}

export async function saveLinkChecks(
  tx: Tx,
  app: Pick<App, 'random'>,
  { id: opportunityId, departmentId }: Pick<Opportunity, 'id' | 'departmentId'>,
  checks: readonly { readonly url: string; readonly state: Reached | 'waiting' }[],
  checkedAt: Date,
): Promise<void> {
  for (const { url, state } of checks)
    await tx
      .insertInto('linkChecks')
      .values({ id: newId(checkedAt, app.random), departmentId, opportunityId, url, state, checkedAt })
      .onConflict((on) => on.columns(['opportunityId', 'url']).doUpdateSet({ state, checkedAt }))
      .execute()
}

function kindOf(text: string): MarkKind {
  const kind = markKinds.find((each) => each === text)
  if (!kind) throw new Error(`an unknown kind of mark is on a file: ${text}`)
  return kind
}
