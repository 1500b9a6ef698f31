import type { Actor } from '../accounts/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { type Language, languages, type Text } from '../platform/i18n.ts'
import { can, type Opportunity, opportunityLifecycle } from './rules.ts'

/** What the client declares and must explain: an observer reads both explanations (mission M31). */
export const explainedNames = ['standalone', 'noCapacity'] as const
export type ExplainedName = (typeof explainedNames)[number]
export type Explained = Readonly<Record<ExplainedName, Text>>

/** The name of an explanation among the texts of a file that are translated. */
export const explainedField = (name: ExplainedName) => `${name}Because` as const

export type ExplainRefusal = 'not_allowed' | 'wrong_state' | 'explanation_missing' | 'source_changed'

/** Which explanations lack one of these languages. */
export const gapsIn = (explained: Explained, needed: readonly Language[] = languages): ExplainedName[] =>
  explainedNames.filter((name) => needed.some((language) => explained[name][language].trim() === ''))

/**
 * The writers explain what they declare. Once the statement is submitted, the words of its language stand; the other
 * language may follow until both are attested.
 */
export function explain(
  opportunity: Opportunity,
  actor: Actor,
  { before, after }: { before: Explained; after: Explained },
): Decision<Explained, ExplainRefusal> {
  if (!can.write(actor, opportunity)) return no('not_allowed')
  if (!mayExplain(opportunity)) return no('wrong_state')
  const source = opportunity.sourceLanguage
  if (gapsIn(after, [source]).length > 0) return no('explanation_missing')
  const changed = explainedNames.some((name) => before[name][source] !== after[name][source])
  if (opportunity.state !== 'draft' && changed) return no('source_changed')

  return yes(after)
}

/** A draft; or submitted, with its translation still to attest. */
export const mayExplain = (opportunity: Opportunity): boolean =>
  opportunity.state === 'draft' ||
  (opportunityLifecycle.allows(opportunity, 'return') && !opportunity.gates.translation)
