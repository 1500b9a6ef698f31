import type { Actor } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import type { Decision } from '../platform/decision.ts'
import { onFile, recordOn } from './commands.ts'
import * as rules from './rules.ts'
import { hidingCheckedAt, insertHidingCheck } from './store.hiding.ts'

/** Ends the program team's turn on a file under evaluation: everything that gives an applicant away is hidden. */
export function checkHiding(
  app: App,
  actor: Actor,
  input: { opportunityId: string },
): Promise<Decision<string, rules.CheckHidingRefusal>> {
  return onFile(app, actor, input.opportunityId, async ({ tx, opportunity, file, now }) => {
    const checked = (await hidingCheckedAt(tx, input.opportunityId)) !== null
    const decision = rules.checkHiding(file, { actor, checked })
    if (!decision.ok) return decision

    const { id: opportunityId, departmentId } = opportunity
    await insertHidingCheck(tx, { opportunityId, departmentId }, { id: decision.value, at: now })
    await recordOn(tx, app, 'evaluation.hiding_checked', opportunity, actor, now, {})
    return decision
  })
}
