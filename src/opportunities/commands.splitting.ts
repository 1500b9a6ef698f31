import type { Actor } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { heldDuties, takeDuty } from '../requests/duties.store.ts'
import { goOnLater, recordFlag, tellClientOf } from '../splitting/commands.ts'
import * as rules from '../splitting/rules.ts'
import { findFlag, flagsAbout, insertDecision, lockFlags, namesOf, setFlagState } from '../splitting/store.flags.ts'
import { onOpportunity } from './commands.file.ts'
import { goOn } from './commands.gates.ts'

const kinds = {
  explain: 'splitting.explained',
  merge: 'splitting.merged',
  stop: 'splitting.stopped',
} as const satisfies Record<rules.FlagDecision, string>

/**
 * Procurement decides on a finding of contract splitting, with reasons. The same finding on the other files that it
 * compares is decided with it. A file that nothing bars any more goes on; one that stops is told to its client.
 */
export function decideSplitting(
  app: App,
  actor: Actor,
  input: { id: string; flagId: string; seen: number; decision: rules.FlagDecision; rationale: string },
): Promise<Decision<{ state: rules.FlagState }, rules.DecideRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const { tx, opportunity, now } = act
    const { id, departmentId, requestId } = opportunity
    const { decision: said, rationale, seen } = input
    await lockFlags(tx, departmentId)
    const flag = await findFlag(tx, input.flagId)
    if (flag?.opportunityId !== id) return no('not_allowed')
    const held = await heldDuties(tx, requestId, id)
    const owners = [...(await namesOf(tx, flag.members)).values()].map(({ clientId }) => clientId)
    const decision = rules.decide(flag, actor, { decision: said, rationale, seen, held, owners })
    if (!decision.ok) return decision

    const { by, state } = decision.value
    const decided = { decision: said, rationale, by, at: now }
    for (const each of [flag, ...(await sameFinding(tx, flag, said))]) {
      await setFlagState(tx, each, state)
      await insertDecision(tx, app, each, decided)
      await recordFlag(tx, app, kinds[said], each, { actor, at: now })
      if (said !== 'explain') await tellClientOf(tx, app, each, { decision: said, rationale, at: now })
      if (each.opportunityId !== null && each.opportunityId !== id) await goOnLater(tx, each.opportunityId)
    }
    const duty = 'decided_splitting'
    await takeDuty(tx, app, { departmentId, requestId, opportunityId: id, duty, personId: by, at: now })
    await goOn(act)
    return yes({ state })
  })
}

/** Flags of the same rule about the same files that this decision settles as well. */
async function sameFinding(tx: Tx, flag: rules.Flag, decision: rules.FlagDecision): Promise<rules.Flag[]> {
  const about = await flagsAbout(tx, flag.departmentId, flag.members)
  return about.filter(
    (other) =>
      other.id !== flag.id &&
      other.rule === flag.rule &&
      rules.decisionsOn(other).includes(decision) &&
      !rules.hasGrown(other, flag),
  )
}
