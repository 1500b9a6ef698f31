import { type Actor, actorId, type Staff, scopeOf } from '../accounts/rules.ts'
import { record } from '../history/record.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language } from '../platform/i18n.ts'
import * as rules from './rules.ts'
import { deleteDraft, insertVersion, lockDraft, newestVersion, putDraft, shownVersion, versionsOf } from './store.ts'

/** Keeps the words of the next version; nobody outside the department sees them. Answers their revision. */
export function saveDraft(
  app: App,
  actor: Staff,
  { page, seen, ...words }: rules.Words & { page: rules.ContentPage; seen: number },
): Promise<Decision<number, rules.SaveRefusal>> {
  const { departmentId } = actor
  return app.transaction(scopeOf(actor), async (tx) => {
    const draft = await lockDraft(tx, page, departmentId)
    const decision = rules.save(actor, draft, { ...words, seen })
    if (!decision.ok) return decision

    await putDraft(tx, { departmentId, page }, decision.value, { by: actor.id, at: await tx.now() })
    return yes(decision.value.revision)
  })
}

/** Puts the draft before everybody, in both languages at one instant. Answers the number of the version. */
export function publishDraft(
  app: App,
  actor: Staff,
  { page, seen, note, language }: { page: rules.ContentPage; seen: number; note: string; language: Language },
): Promise<Decision<number, rules.PublishRefusal>> {
  const { departmentId } = actor
  return app.transaction(scopeOf(actor), async (tx) => {
    const draft = await lockDraft(tx, page, departmentId)
    const shown = await shownVersion(tx, page, departmentId)
    const decision = rules.publish(actor, draft, { shown, seen })
    if (!decision.ok) return decision

    const by = { by: actor.id, at: await tx.now() }
    const place = { departmentId, page }
    const version = await insertVersion(tx, app, place, decision.value, { ...by, note, noteLanguage: language })
    await deleteDraft(tx, page, departmentId)
    await recordPublished(tx, app, actor, { ...place, ...version, at: by.at })
    return yes(version.number)
  })
}

/** Takes an earlier version as the draft; the one that is shown needs none, so its draft goes. */
export function restoreVersion(
  app: App,
  actor: Staff,
  { page, number }: { page: rules.ContentPage; number: number },
): Promise<Decision<rules.Words, rules.RestoreRefusal>> {
  const { departmentId } = actor
  return app.transaction(scopeOf(actor), async (tx) => {
    const draft = await lockDraft(tx, page, departmentId)
    const version = (await versionsOf(tx, page, departmentId)).find((each) => each.number === number)
    const decision = rules.restore(actor, version)
    if (!decision.ok) return decision

    const revision = (draft?.revision ?? 0) + 1
    const shown = await shownVersion(tx, page, departmentId)
    if (rules.isSame(decision.value, shown)) await deleteDraft(tx, page, departmentId)
    else
      await putDraft(tx, { departmentId, page }, { ...decision.value, revision }, { by: actor.id, at: await tx.now() })
    return decision
  })
}

/** Adds a question and its answer to the draft of a page, for people to look at and publish. In the act’s transaction. */
export async function addEntry(
  tx: Tx,
  actor: Staff,
  { page, entry, at }: { page: rules.ContentPage; entry: rules.Entry; at: Date },
): Promise<Decision<number, 'not_allowed'>> {
  const { departmentId } = actor
  if (!rules.can.write(actor)) return no('not_allowed')
  const draft = await lockDraft(tx, page, departmentId)
  const words = rules.withEntry(draft ?? (await shownVersion(tx, page, departmentId)), entry)
  const revision = (draft?.revision ?? 0) + 1
  const { title, lead, text } = words
  await putDraft(tx, { departmentId, page }, { title, lead, text, revision }, { by: actor.id, at })
  return yes(revision)
}

/** Gives the words that the department shows to every department without its own. Answers the number of the version. */
export function shareVersion(
  app: App,
  actor: Staff,
  { page, seen, note, language }: { page: rules.ContentPage; seen: number; note: string; language: Language },
): Promise<Decision<number, rules.ShareRefusal>> {
  return app.transaction('everything', async (tx) => {
    await lockDraft(tx, page, actor.departmentId)
    const own = await newestVersion(tx, page, actor.departmentId)
    const decision = rules.share(actor, own, { common: await shownVersion(tx, page, null), seen })
    if (!decision.ok) return decision

    const place = { departmentId: null, page }
    const by = { by: actor.id, at: await tx.now(), note, noteLanguage: language }
    const version = await insertVersion(tx, app, place, decision.value, by)
    await recordPublished(tx, app, actor, { ...place, ...version, at: by.at })
    return yes(version.number)
  })
}

/** The installation’s own words, where several departments share one: by the system alone. Answers their number. */
export function publishForAll(
  app: App,
  actor: Actor,
  { page, words, note }: { page: rules.ContentPage; words: rules.Words; note: { text: string; language: Language } },
): Promise<Decision<number, 'not_allowed' | rules.WordsFinding['code']>> {
  return app.transaction('everything', async (tx) => {
    if (actor.kind !== 'system') return no('not_allowed')
    const [first] = rules.blocking(words)
    if (first) return no(first.code)

    const at = await tx.now()
    const place = { departmentId: null, page }
    const by = { by: actorId(actor), at, note: note.text, noteLanguage: note.language }
    const version = await insertVersion(tx, app, place, words, by)
    await recordPublished(tx, app, actor, { ...place, ...version, at })
    return yes(version.number)
  })
}

type Published = { departmentId: string | null; page: rules.ContentPage; id: string; number: number; at: Date }

const recordPublished = (
  tx: Tx,
  app: App,
  actor: Actor,
  { departmentId, page, id, number, at }: Published,
): Promise<void> =>
  record(tx, app.random, {
    ...{ departmentId, kind: 'content.published', actor, at, fileId: null },
    subject: { type: 'content', id },
    facts: { page, number },
  })
