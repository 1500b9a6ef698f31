import { type Staff, scopeOf } from '../accounts/rules.ts'
import { record } from '../history/record.ts'
import type { App } from '../platform/app.ts'
import type { Decision } from '../platform/decision.ts'
import * as rules from './rules.mailings.ts'
import { lockOwnMailing, setMailingState } from './store.mailings.ts'

/** Holds a mailing, or lets it go on: from the next letter on. Safe twice, and by two at once. */
export function steerMailing(
  app: App,
  actor: Staff,
  { id, act }: { id: string; act: rules.MailingAct },
): Promise<Decision<{ state: rules.MailingState }, rules.MailingRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    const mailing = await lockOwnMailing(tx, id)
    const decision = rules.steer(mailing, actor, act)
    if (!decision.ok || !mailing || !decision.value.changed) return decision

    const at = await tx.now()
    await setMailingState(tx, id, act === 'hold' ? 'paused' : 'going', at)
    await record(tx, app.random, {
      departmentId: mailing.departmentId,
      kind: act === 'hold' ? 'mailing.held' : 'mailing.resumed',
      subject: { type: 'mailing', id },
      fileId: null,
      ...{ actor, at },
    })
    return decision
  })
}
