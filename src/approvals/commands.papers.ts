import { type Actor, scopeOf } from '../accounts/rules.ts'
import type { EventKind } from '../history/kinds.ts'
import { type Facts, record } from '../history/record.ts'
import { whoActs } from '../opportunities/commands.file.ts'
import type { App } from '../platform/app.ts'
import type { Day } from '../platform/day.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'
import { dayOf } from '../platform/time.ts'
import type { PaperKind } from '../policy/rules.ts'
import { policyOf } from '../policy/store.ts'
import * as rules from './rules.papers.ts'
import { insertPaper, lockPaper, markRemoved, saveReply } from './store.papers.ts'

export type NewPaper = {
  readonly kind: PaperKind
  readonly title: string
  readonly language: Language
  readonly dated: Day
  readonly validUntil: Day | null
  /** Empty when there is a file. */
  readonly link: string
  readonly file?: { readonly name: string; readonly bytes: Buffer } | undefined
}

/** Records a paper on which the department’s authority rests. */
export function addPaper(
  app: App,
  actor: Actor,
  input: NewPaper,
): Promise<Decision<{ id: string }, rules.AddPaperRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    if (actor.kind !== 'staff') return no('not_allowed')
    const now = await tx.now()
    const { departmentId } = actor
    const { zone } = await policyOf(tx, departmentId, now)
    const { kind, title, language, dated, validUntil, link, file } = input
    const today = dayOf(now, zone)
    const decision = rules.addPaper(actor, { dated, validUntil, link, file, today })
    if (!decision.ok) return decision

    const id = newId(now, app.random)
    const { type } = decision.value
    const kept = file && type ? { name: rules.namedAs(type, file.name), type, bytes: file.bytes } : undefined
    await insertPaper(tx, departmentId, { id, kind, title, language, dated, validUntil, link }, kept, {
      ...{ id: actor.id, at: now },
    })
    await recordPaper(tx, app, actor, 'paper.added', { id, departmentId, at: now }, { kind, dated, validUntil })
    return yes({ id })
  })
}

/** Takes a paper off the list. */
export function removePaper(
  app: App,
  actor: Actor,
  input: { id: string },
): Promise<Decision<rules.Paper, rules.KeptPaperRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    const decision = rules.removePaper(await lockPaper(tx, input.id), actor)
    if (!decision.ok) return decision

    const { id, kind } = decision.value
    const now = await tx.now()
    await markRemoved(tx, id, { id: whoActs(actor), at: now })
    await recordPaper(tx, app, actor, 'paper.removed', { id, departmentId: departmentOf(actor), at: now }, { kind })
    return decision
  })
}

/** Records what a bargaining agent answered to a notice. */
export function recordReply(
  app: App,
  actor: Actor,
  input: { id: string; text: string; day: Day },
): Promise<Decision<rules.Paper, rules.ReplyRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    const { id, text, day } = input
    const decision = rules.recordReply(await lockPaper(tx, id), actor, { day })
    if (!decision.ok) return decision

    const at = await tx.now()
    await saveReply(tx, id, { text, day })
    await recordPaper(tx, app, actor, 'paper.reply_recorded', { id, departmentId: departmentOf(actor), at }, { day })
    return decision
  })
}

const departmentOf = (actor: Actor): string | null => (actor.kind === 'staff' ? actor.departmentId : null)

function recordPaper(
  tx: Tx,
  app: App,
  actor: Actor,
  kind: EventKind,
  { id, departmentId, at }: { id: string; departmentId: string | null; at: Date },
  facts: Facts,
): Promise<void> {
  return record(tx, app.random, { departmentId, kind, subject: { type: 'paper', id }, fileId: null, actor, at, facts })
}
