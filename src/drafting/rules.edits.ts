import type { Actor } from '../accounts/rules.ts'
import { can, type Draft, type Opportunity } from '../opportunities/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { canonical, fieldNamed, markOf } from './rules.fields.ts'

/** A text longer than this is no text for a notice; it keeps one edit small. In characters. */
export const LONGEST = 20_000
/** The most changes sent at once: every field of a full statement, and room. */
export const MOST_AT_ONCE = 200

export type EditRefusal = 'not_allowed' | 'wrong_state' | 'too_long' | 'too_many'
export type SettleRefusal = 'not_allowed' | 'wrong_state' | 'already_settled' | 'changed_again' | 'too_long'

/** One change of one field: what it was typed over (its mark) and the new text. The key makes sending it twice harmless. */
export type Change = { readonly key: string; readonly name: string; readonly mark: string; readonly value: string }

/** The client and the program team write together, while it is a draft. */
export function edit(
  opportunity: Opportunity,
  actor: Actor,
  changes: readonly Pick<Change, 'value'>[],
): Decision<Draft, EditRefusal> {
  if (!can.write(actor, opportunity)) return no('not_allowed')
  if (opportunity.state !== 'draft') return no('wrong_state')
  if (changes.length > MOST_AT_ONCE) return no('too_many')
  if (changes.some(({ value }) => value.length > LONGEST)) return no('too_long')

  return yes(opportunity)
}

/**
 * What becomes of one change: `unchanged` when the field says so already, `applied` when it holds what the person read,
 * `conflict` when somebody else changed it meanwhile (nothing is overwritten), `unknown` when there is no such field.
 */
export function outcomeOf(
  { name, mark, value }: Change,
  current: string,
): 'applied' | 'unchanged' | 'conflict' | 'unknown' {
  if (!fieldNamed(name)) return 'unknown'
  if (canonical(name, current) === canonical(name, value)) return 'unchanged'
  return markOf(name, current) === mark ? 'applied' : 'conflict'
}

/**
 * Nobody stands against themselves: an answer was lost, and what was saved since the text with this mark was all written
 * by the same person. `applied` is what was taken over in the field, newest first.
 */
export function isOwn(
  { name, mark }: Pick<Change, 'name' | 'mark'>,
  actorId: string,
  current: string,
  applied: readonly { readonly base: string; readonly value: string; readonly madeBy: string }[],
): boolean {
  let now = canonical(name, current)
  for (const { base, value, madeBy } of applied) {
    if (madeBy !== actorId || canonical(name, value) !== now) return false
    if (markOf(name, base) === mark) return true
    now = canonical(name, base)
  }
  return false
}

/** Two changes of one page that overtook one another: keys of a page count up, so that the earlier one is known as late. */
export function isLate(key: string, lastKey: string | undefined): boolean {
  const [page = '', count] = key.split('_')
  const [lastPage, lastCount] = (lastKey ?? '').split('_')
  return page !== '' && page === lastPage && Number(count) < Number(lastCount)
}

/** Two texts for one field, and the choice: the saved one stays, the other is taken, or a third is written from both. */
export function settle(
  opportunity: Opportunity,
  actor: Actor,
  facts: { open: boolean; unchanged: boolean; text: string },
): Decision<Draft, SettleRefusal> {
  if (!can.write(actor, opportunity)) return no('not_allowed')
  if (opportunity.state !== 'draft') return no('wrong_state')
  if (!facts.open) return no('already_settled')
  if (!facts.unchanged) return no('changed_again')
  if (facts.text.length > LONGEST) return no('too_long')

  return yes(opportunity)
}
