import type { Actor } from '../accounts/rules.ts'
import { scopeOf } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { enqueue } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Reached } from '../platform/reach.ts'
import type { CriterionSubject } from '../policy/rules.ts'
import { isOf, marksIn, type Resolution } from '../scanning/rules.ts'
import { onOpportunity, recordOn, whoActs } from './commands.file.ts'
import { saveStatement } from './commands.writing.ts'
import { workedCriteria } from './rules.criteria.ts'
import { mostRows } from './rules.limits.ts'
import * as rules from './rules.marks.ts'
import { can } from './rules.ts'
import type { SaveRefusal } from './rules.writing.ts'
import { linksIn, segmentsOf } from './segments.ts'
import {
  explanationsOfMarks,
  forgetExplanations,
  saveExplanationOfMark,
  saveLinkChecks,
  saveRepositoryLicence,
} from './store.readiness.ts'
import { findOpportunity, statementOf } from './store.ts'

/** Says why a mark of the scan may stay. The record keeps its kind and its field, never the text. */
export function explainMark(
  app: App,
  actor: Actor,
  input: { id: string; mark: Resolution; reason: string },
): Promise<Decision<Resolution, rules.ExplainMarkRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const { tx, opportunity, now } = act
    const { id } = opportunity
    const marks = marksIn(segmentsOf(await statementOf(tx, opportunity)), id)
    const decision = rules.explainMark(opportunity, actor, { asked: input.mark, marks, reason: input.reason })
    if (!decision.ok) return decision

    const { kind, field, digest } = decision.value
    const gone = (await explanationsOfMarks(tx, id)).filter((each) => !marks.some((mark) => isOf(mark, each)))
    await forgetExplanations(tx, id, gone)
    const explained = { kind, field, digest, reason: input.reason, by: whoActs(actor), at: now }
    await saveExplanationOfMark(tx, app, opportunity, explained)
    await recordOn(act, 'opportunity.mark_explained', { kind, field })
    return yes({ kind, field, digest })
  })
}

/** Adds a worked criterion about a subject, in both languages, at the end of the work criteria. */
export async function addWorkedCriterion(
  app: App,
  actor: Actor,
  input: { id: string; seen: number; subject: CriterionSubject },
): Promise<Decision<{ version: number }, SaveRefusal | 'too_many_rows'>> {
  const { id, seen, subject } = input
  const statement = await app.read(scopeOf(actor), async (tx) => {
    const opportunity = await findOpportunity(tx, id)
    return opportunity && can.write(actor, opportunity) ? statementOf(tx, opportunity) : undefined
  })
  if (!statement) return no('not_allowed')
  if (statement.workCriteria.length >= mostRows.workCriteria) return no('too_many_rows')
  const workCriteria = [...statement.workCriteria, workedCriteria[subject]]
  return saveStatement(app, actor, { id, seen, statement: { ...statement, workCriteria } })
}

/** Says which licence the existing repository has, so that the check can compare. */
export function sayLicence(
  app: App,
  actor: Actor,
  input: { id: string; licence: string },
): Promise<Decision<{ url: string }, rules.SayLicenceRefusal>> {
  return onOpportunity(app, actor, input.id, async ({ tx, opportunity, now }) => {
    const decision = rules.sayLicence(opportunity, actor, input.licence)
    if (!decision.ok) return decision

    const { url } = decision.value.repository
    await saveRepositoryLicence(tx, app, opportunity, { url, licence: input.licence, by: whoActs(actor), at: now })
    return yes({ url })
  })
}

/** Asks for the links of a statement to be tried: a job does it after the transaction, and the page shows it. */
export function askForLinks(
  app: App,
  actor: Actor,
  input: { id: string },
): Promise<Decision<{ count: number }, rules.CheckLinksRefusal>> {
  return onOpportunity(app, actor, input.id, async ({ tx, opportunity, now }) => {
    const decision = rules.checkLinks(opportunity, actor)
    if (!decision.ok) return decision

    const urls = linksIn(await statementOf(tx, opportunity))
    const waiting = urls.map((url) => ({ url, state: 'waiting' as const }))
    await saveLinkChecks(tx, app, opportunity, waiting, now)
    if (urls.length > 0)
      await enqueue(tx, 'opportunity.check_links', { opportunityId: input.id }, { key: `links:${input.id}` })
    return yes({ count: urls.length })
  })
}

/** Tries every link that the statement holds now, four at a time, and keeps what became of each. Asked again, it tries again. */
export async function checkLinks(
  app: App,
  { opportunityId }: { opportunityId: string },
  reach: (url: string) => Promise<Reached>,
): Promise<void> {
  const urls = await app.read('everything', async (tx) => {
    const opportunity = await findOpportunity(tx, opportunityId)
    return opportunity ? linksIn(await statementOf(tx, opportunity)) : []
  })
  const checks: { url: string; state: Reached }[] = []
  const left = [...urls]
  const worker = async (): Promise<void> => {
    for (let url = left.shift(); url !== undefined; url = left.shift()) checks.push({ url, state: await reach(url) })
  }
  await Promise.all(Array.from({ length: 4 }, worker))
  await app.transaction('everything', async (tx) => {
    const opportunity = await findOpportunity(tx, opportunityId)
    if (opportunity) await saveLinkChecks(tx, app, opportunity, checks, await tx.now())
  })
}
