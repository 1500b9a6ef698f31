import type { Actor } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import type { Decision } from '../platform/decision.ts'
import { onOpportunity, recordOn } from './commands.file.ts'
import { explanationsOf, saveExplanations } from './declarations.store.ts'
import * as rules from './rules.declarations.ts'

/** Writes down why the work stands alone and why nobody inside does it. */
export function explainDeclarations(
  app: App,
  actor: Actor,
  input: { id: string; explained: rules.Explained },
): Promise<Decision<rules.Explained, rules.ExplainRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const before = await explanationsOf(act.tx, input.id)
    const decision = rules.explain(act.opportunity, actor, { before, after: input.explained })
    if (!decision.ok) return decision

    await saveExplanations(act.tx, input.id, decision.value)
    await recordOn(act, 'opportunity.declarations_explained')
    return decision
  })
}
