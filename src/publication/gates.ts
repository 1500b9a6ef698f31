import { type PapersGate, papersAllow, papersGateRefusals } from '../approvals/gate.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { unresolvedMarks } from '../opportunities/store.readiness.ts'
import { statementOf } from '../opportunities/store.ts'
import { type ScanGate, scanRefusals } from '../opportunities/texts.scan.ts'
import { outreachAllows } from '../outreach/gate.ts'
import type { OutreachGate } from '../outreach/rules.ts'
import { gateRefusals } from '../outreach/texts.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Text } from '../platform/i18n.ts'
import type { Policy } from '../policy/rules.ts'
import { splittingAllows } from '../splitting/gate.ts'
import type { SplittingGate } from '../splitting/rules.ts'
import { gateRefusals as splittingRefusals } from '../splitting/texts.ts'

/** What other features ask of a posting at the instant when it goes out; each adds its refusals and its question here. */
export type PostingGate = PapersGate | OutreachGate | SplittingGate | ScanGate

export const gateTexts: Record<PostingGate, Text> = {
  ...papersGateRefusals,
  ...gateRefusals,
  ...splittingRefusals,
  ...scanRefusals,
}

/** The first gate that is not open, or yes. Asked again by whatever posts, at that instant. */
export async function askGates(
  tx: Tx,
  opportunity: Opportunity,
  on: { readonly policy: Policy; readonly now: Date },
): Promise<Decision<true, PostingGate>> {
  const marks = await unresolvedMarks(tx, opportunity, await statementOf(tx, opportunity))
  if (marks.length > 0) return no('unresolved_marks')
  const papers = await papersAllow(tx, opportunity.departmentId, on)
  if (!papers.ok) return papers
  const outreach = await outreachAllows(tx, opportunity, on)
  if (!outreach.ok) return outreach
  const splitting = await splittingAllows(tx, opportunity.id)
  if (!splitting.ok) return splitting
  return yes(true)
}
