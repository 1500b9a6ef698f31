import type { Actor } from '../accounts/rules.ts'
import { onOpportunity, recordOn, stepEnds, stepStarts, whoActs } from '../opportunities/commands.file.ts'
import { goOn, type Worked } from '../opportunities/commands.gates.ts'
import { explanationsOf } from '../opportunities/declarations.store.ts'
import * as rules from '../opportunities/rules.gates.ts'
import { parityFindings } from '../opportunities/rules.parity.ts'
import { parityGaps } from '../opportunities/rules.readiness.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { saveTranslated } from '../opportunities/store.gates.ts'
import { statementOf } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import type { Decision } from '../platform/decision.ts'
import { takeDuty } from '../requests/duties.store.ts'
import { translationOf } from './commands.ts'
import { progressOf } from './rules.segments.ts'

/** A named person attests that both languages are of equal quality; what is left to judge is counted in the record. */
export function attestTranslation(
  app: App,
  actor: Actor,
  input: { id: string; seen: number } & Worked,
): Promise<Decision<Opportunity, rules.AttestRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const { tx, opportunity, now } = act
    const { id, departmentId, requestId } = opportunity
    const statement = await statementOf(tx, opportunity)
    const { stale } = progressOf((await translationOf(tx, opportunity)).segments)
    const findings = parityFindings(statement)
    const differing = findings.filter(({ level }) => level === 'blocking').length
    const explained = await explanationsOf(tx, id)
    const facts = { seen: input.seen, gaps: parityGaps(statement), explained, stale, differing }
    const decision = rules.attest(opportunity, actor, facts)
    if (!decision.ok) return decision

    const personId = whoActs(actor)
    await saveTranslated(tx, id, { id: personId, at: now })
    await takeDuty(tx, app, { departmentId, requestId, opportunityId: id, duty: 'translated', personId, at: now })
    await recordOn(act, 'opportunity.translated', { version: opportunity.version, remarks: findings.length })
    // Done before the funds were reserved: it took from the approval, or from the submission, until now.
    const { reservation, statement: approved } = opportunity.gates
    if (!reservation) await stepStarts(act, 'translated', approved?.at ?? decision.value.submittedAt)
    await stepEnds(act, 'translated', input.workingDays ?? null)
    await goOn(act)
    return decision
  })
}
