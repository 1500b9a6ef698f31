import { visitor } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import type { Decision } from '../platform/decision.ts'
import type { Language } from '../platform/i18n.ts'
import { isId } from '../platform/ids.ts'
import { dayOf } from '../platform/time.ts'
import { fitting, recordOn } from './commands.ts'
import type { Source } from './rules.sources.ts'
import * as rules from './rules.ts'
import { departmentsSeen, skillsSeen } from './store.postings.ts'
import { countSource, lockSubscriber, saveSourceAsked, saveWants } from './store.ts'
import { deleteWatch } from './store.watching.ts'

/** The months of the counts are those of the capital. */
const ZONE = 'America/Toronto'

export type Choosing = { readonly token: string; readonly language: Language; readonly wants: rules.Wants }

/** What comes, when, and in which language, from now on. The record says when that puts them on the list or takes them off. */
export function choosePreferences(
  app: App,
  { token, language, wants }: Choosing,
): Promise<Decision<rules.Confirmed, rules.PreferenceRefusal>> {
  return app.transaction('everything', async (tx) => {
    const found = await byLink(tx, app, token)
    const known = {
      skills: (await skillsSeen(tx)).map(({ key }) => key),
      departments: (await departmentsSeen(tx)).map(({ id }) => id),
    }
    const decision = rules.choose(found?.subscriber, { fits: found !== undefined, wants, known })
    if (!decision.ok || found?.subscriber.state !== 'confirmed') return decision

    const at = await tx.now()
    const [before, after] = [rules.isListed(found.subscriber), rules.isListed(decision.value)]
    await saveWants(tx, decision.value.id, { language, wants: decision.value.wants }, at)
    if (before !== after)
      await recordOn(tx, app, visitor, decision.value, after ? 'subscriber.confirmed' : 'subscriber.unsubscribed', at)
    return decision
  })
}

/** Ends one watch. Safe twice. */
export function stopWatching(
  app: App,
  { token, watchId }: { token: string; watchId: string },
): Promise<Decision<rules.Subscriber, rules.UnsubscribeRefusal>> {
  return app.transaction('nothing', async (tx) => {
    const found = await byLink(tx, app, token)
    const decision = rules.unsubscribe(found?.subscriber, { fits: found !== undefined })
    if (!decision.ok) return decision

    if (isId(watchId)) await deleteWatch(tx, { id: watchId, subscriberId: decision.value.id })
    return decision
  })
}

/** Counts how somebody heard of us, once; the count has no key to them. */
export function tellSource(
  app: App,
  { token, source }: { token: string; source: Source },
): Promise<Decision<rules.Subscriber, rules.UnsubscribeRefusal>> {
  return app.transaction('nothing', async (tx) => {
    const found = await byLink(tx, app, token)
    const decision = rules.unsubscribe(found?.subscriber, { fits: found !== undefined })
    if (!decision.ok) return decision

    const now = await tx.now()
    const first = await saveSourceAsked(tx, decision.value.id, now)
    if (first) await countSource(tx, { month: `${dayOf(now, ZONE).slice(0, 7)}-01`, source })
    return decision
  })
}

async function byLink(tx: Tx, app: App, token: string): Promise<{ subscriber: rules.Subscriber } | undefined> {
  const link = rules.readLinkToken(token)
  const subscriber = link && (await lockSubscriber(tx, link.id))
  return subscriber && fitting(app, link, rules.leavingSays(subscriber)) ? { subscriber } : undefined
}
