import type { Opportunity } from '../opportunities/rules.ts'
import { outreachAllows } from '../outreach/gate.ts'
import type { OutreachGate } from '../outreach/rules.ts'
import { gateRefusals } from '../outreach/texts.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, yes } from '../platform/decision.ts'
import type { Text } from '../platform/i18n.ts'
import type { Policy } from '../policy/rules.ts'

/** What other features ask of a posting at the instant when it goes out; each adds its refusals and its question here. */
export type PostingGate = OutreachGate

export const gateTexts: Record<PostingGate, Text> = { ...gateRefusals }

/** The first gate that is not open, or yes. Asked again by whatever posts, at that instant. */
export async function askGates(
  tx: Tx,
  opportunity: Opportunity,
  on: { readonly policy: Policy; readonly now: Date },
): Promise<Decision<true, PostingGate>> {
  const outreach = await outreachAllows(tx, opportunity, on)
  if (!outreach.ok) return outreach
  return yes(true)
}
