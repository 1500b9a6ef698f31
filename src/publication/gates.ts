import type { Opportunity } from '../opportunities/rules.ts'
import { outreachAllows } from '../outreach/gate.ts'
import type { OutreachGate } from '../outreach/rules.ts'
import { gateRefusals } from '../outreach/texts.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, yes } from '../platform/decision.ts'
import type { Text } from '../platform/i18n.ts'
import type { Policy } from '../policy/rules.ts'
import { splittingAllows } from '../splitting/gate.ts'
import type { SplittingGate } from '../splitting/rules.ts'
import { gateRefusals as splittingRefusals } from '../splitting/texts.ts'

/** What other features ask of a posting at the instant when it goes out; each adds its refusals and its question here. */
export type PostingGate = OutreachGate | SplittingGate

export const gateTexts: Record<PostingGate, Text> = { ...gateRefusals, ...splittingRefusals }

/** The first gate that is not open, or yes. Asked again by whatever posts, at that instant. */
export async function askGates(
  tx: Tx,
  opportunity: Opportunity,
  on: { readonly policy: Policy; readonly now: Date },
): Promise<Decision<true, PostingGate>> {
  const outreach = await outreachAllows(tx, opportunity, on)
  if (!outreach.ok) return outreach
  const splitting = await splittingAllows(tx, opportunity.id)
  if (!splitting.ok) return splitting
  return yes(true)
}
