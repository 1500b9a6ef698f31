import type { Actor } from '../accounts/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { type FieldMark, isOf, type Resolution, scan } from '../scanning/rules.ts'
import { isLicence } from './licences.ts'
import { can, type Draft, type Opportunity, type OpportunityState } from './rules.ts'

export type ExplainMarkRefusal = 'not_allowed' | 'wrong_state' | 'no_such_mark' | 'reason_missing' | 'reason_marked'
export type SayLicenceRefusal = 'not_allowed' | 'wrong_state' | 'no_repository' | 'licence_unknown'
export type CheckLinksRefusal = 'not_allowed' | 'wrong_state'

/**
 * Until it is posted somebody may look at a mark and say why it may stay; whoever writes answers for it.
 * The reason is kept, so it never repeats what was marked.
 */
export function explainMark(
  opportunity: Opportunity,
  actor: Actor,
  { asked, marks, reason }: { asked: Resolution; marks: readonly FieldMark[]; reason: string },
): Decision<FieldMark, ExplainMarkRefusal> {
  if (!can.write(actor, opportunity)) return no('not_allowed')
  if (!isScanned(opportunity.state)) return no('wrong_state')
  const mark = marks.find((each) => isOf(each, asked))
  if (!mark) return no('no_such_mark')
  if (reason === '') return no('reason_missing')
  if (scan(reason).length > 0) return no('reason_marked')

  return yes(mark)
}

/** Whoever writes says which licence an existing repository has; `none` is an answer. */
export function sayLicence(
  opportunity: Opportunity,
  actor: Actor,
  licence: string,
): Decision<Draft, SayLicenceRefusal> {
  if (!can.write(actor, opportunity)) return no('not_allowed')
  if (opportunity.state !== 'draft') return no('wrong_state')
  if (opportunity.repository.kind !== 'department' || opportunity.repository.url === '') return no('no_repository')
  if (licence !== 'none' && !isLicence(licence)) return no('licence_unknown')

  return yes(opportunity)
}

/** Links are tried while the statement can still be repaired. */
export function checkLinks(opportunity: Opportunity, actor: Actor): Decision<Opportunity, CheckLinksRefusal> {
  if (!can.write(actor, opportunity)) return no('not_allowed')
  return isScanned(opportunity.state) ? yes(opportunity) : no('wrong_state')
}

/** States in which a statement is not public yet, or may still be amended. */
export const isScanned = (state: OpportunityState): boolean => scanned.includes(state)
const scanned: readonly OpportunityState[] = ['draft', 'in_review', 'in_approval', 'ready', 'open']
