import { type Authority, authorityFor, holds, type Staff } from '../accounts/rules.ts'
import { authoritiesOn, peopleById } from '../accounts/store.ts'
import { type FilePageFacts, filePage } from '../opportunities/decisionPages.tsx'
import { buildNotice, departmentOf, type Notice, noticeOf } from '../opportunities/notice.ts'
import type { AskedGate } from '../opportunities/rules.gates.ts'
import { type Finding, parityGaps, readiness } from '../opportunities/rules.readiness.ts'
import { isPosted } from '../opportunities/rules.ts'
import { codesOfTeam, type Pif } from '../opportunities/store.gates.ts'
import { versionsOf } from '../opportunities/versions.store.ts'
import type { Tx } from '../platform/db.ts'
import { formatMoney } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { cents } from '../platform/money.ts'
import { dayOf } from '../platform/time.ts'
import { heldDuties } from '../requests/duties.store.ts'
import type { Flag } from '../splitting/rules.ts'
import { flagsOf } from '../splitting/store.flags.ts'
import { changesBetween, type StatementChange } from './rules.changes.ts'
import { type Standing, standing } from './rules.ts'
import { papersShown, type ShownPapers } from './showPapers.tsx'
import { type PostedLater, postedWithout } from './store.ts'

/** All that an approver needs on one page. */
export type DecisionFacts = {
  readonly file: FilePageFacts
  readonly standing: Standing
  /** Under which authority this person would sign; nothing for none. */
  readonly authority: Authority | undefined
  /** Names of people by their id: who decided, in whose place, who wrote. */
  readonly names: ReadonlyMap<string, string>
  /** Nothing while the price or a date is missing. */
  readonly notice: Notice | undefined
  readonly translated: boolean
  readonly advice: readonly Finding[]
  /** Against the submission before; nothing when this is the first. */
  readonly changes: readonly StatementChange[] | undefined
  readonly papers: ShownPapers
  /** What the check of contract splitting found, decided or not. */
  readonly flags: readonly Flag[]
  /** May this reader open the page that compares the files? */
  readonly comparesFiles: boolean
}

/** The page of one decision for whoever may see the file; nothing for anybody else. */
export async function decisionPage(
  tx: Tx,
  actor: Staff,
  { id, gate, language }: { id: string; gate: AskedGate; language: Language },
): Promise<DecisionFacts | undefined> {
  const file = await filePage(tx, actor, id)
  if (!file) return undefined
  const { opportunity, statement, policy, now, approval, value, names } = file
  const { departmentId, requestId, sourceLanguage } = opportunity
  const day = dayOf(now, policy.zone)
  const authorities = await authoritiesOn(tx, { personId: actor.id, role: 'section_32', departmentId, day })
  const held = await heldDuties(tx, requestId, id)
  const authority = authorityFor(authorities, value ?? 0)
  const findings = readiness(statement, { policy, now, sourceLanguage })
  const principals = [authority?.actingFor, opportunity.gates.s32?.actingFor].filter((person) => person != null)
  const more = await peopleById(tx, principals)
  return {
    ...{ file, authority },
    standing: standing(opportunity, actor, gate, { approval, held, authorities, value }),
    names: new Map([...names, ...[...more].map(([person, { name }]) => [person, name] as const)]),
    notice: await noticeShown(tx, file),
    translated: parityGaps(statement).length === 0,
    advice: findings.filter(({ level }) => level === 'advice'),
    changes: await changesOf(tx, id, language),
    papers: await papersShown(tx, departmentId, policy, day),
    comparesFiles: holds(actor, 'client', 'program_team', 'procurement', 'section_32', 'observer'),
    flags: (await flagsOf(tx, id)).filter(({ state }) => state !== 'lapsed'),
  }
}

async function noticeShown(
  tx: Tx,
  { opportunity, statement, policy, now }: FilePageFacts,
): Promise<Notice | undefined> {
  const { id: opportunityId, slug, number, posting, departmentId } = opportunity
  if (isPosted(opportunity)) return noticeOf(tx, opportunityId)
  const department = await departmentOf(tx, departmentId)
  const facts = { opportunityId, slug, number, posting, department, policy, publishedAt: now }
  return buildNotice(statement, { ...facts, amendments: [], ended: null })
}

async function changesOf(tx: Tx, id: string, language: Language): Promise<readonly StatementChange[] | undefined> {
  const submitted = (await versionsOf(tx, id)).filter(({ moment }) => moment === 'submitted')
  const [latest, before] = submitted.toReversed()
  return latest && before
    ? changesBetween(before.frozen, latest.frozen, (amount) => formatMoney(cents(amount), language))
    : undefined
}

/** What the initiation form is filled in with: what was typed for this team before. */
export async function knownCodes(
  tx: Tx,
  { opportunity }: FilePageFacts,
): Promise<Pick<Pif, 'costCentre' | 'account'> | undefined> {
  return codesOfTeam(tx, opportunity)
}

export type ReviewPage = {
  readonly decision: DecisionFacts
  readonly posted: PostedLater | undefined
  readonly reviewer: string | undefined
}

/** A posting that procurement looks at afterwards. */
export async function reviewPage(
  tx: Tx,
  actor: Staff,
  id: string,
  language: Language,
): Promise<ReviewPage | undefined> {
  const decision = await decisionPage(tx, actor, { id, gate: 'statement', language })
  if (!decision) return undefined
  const [posted] = await postedWithout(tx, decision.file.opportunity.departmentId, id)
  const people = await peopleById(tx, posted?.review ? [posted.review.by] : [])
  return { decision, posted, reviewer: [...people.values()][0]?.name }
}
