import type { Actor } from '../accounts/rules.ts'
import { outlineOfStatement } from '../backlog/rules.reuse.ts'
import type { Filling } from '../backlog/rules.rows.ts'
import { can as canImport } from '../backlog/rules.ts'
import { earlierWords } from '../backlog/store.statements.ts'
import { findImport } from '../backlog/store.ts'
import { isTemplateKey, templateOf, templateOutline } from '../backlog/templates.ts'
import { type Act, compareFile, onOpportunity, recordOn, whoActs } from '../opportunities/commands.file.ts'
import { nameAddress, takeWriting } from '../opportunities/commands.writing.ts'
import type { FilledPart } from '../opportunities/rules.filling.ts'
import type { Draft } from '../opportunities/rules.ts'
import { lockOpportunity } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import { type Decision, yes } from '../platform/decision.ts'
import { isId, newId } from '../platform/ids.ts'
import { policyOf } from '../policy/store.ts'
import * as rules from './rules.start.ts'
import { insertEdit, saveWritten, writtenOf } from './store.ts'

export type Filled = { readonly taken: readonly FilledPart[]; readonly kept: readonly FilledPart[] }

/**
 * Fills a draft from an import, a template or an earlier statement: only what is empty, unless `replace`. Each change
 * stands among the earlier versions of its field, so that nothing that was written is lost.
 */
export function fillDraft(
  app: App,
  actor: Actor,
  input: { id: string; seen: number; source: rules.Source; replace: boolean },
): Promise<Decision<Filled, rules.FillRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const { seen, replace, source } = input
    const from = await sourceOf(act, source)
    const decision = rules.fill(act.opportunity, actor, { seen, replace, from })
    if (!decision.ok) return decision

    const { draft } = decision.value
    const before = await writtenOf(act.tx, draft)
    const { written, taken, kept } = rules.filledDraft(before, decision.value.from, replace)
    if (taken.length > 0) {
      await takeWriting(act)
      const version = await saveWritten(act.tx, app, draft, [before, written], act.now)
      await keepEdits(act, draft, before)
      if (before.facts.title.en !== written.facts.title.en) await nameAddress(act, written.facts.title.en)
      await recordOn(act, 'opportunity.filled', { version, from: source.kind, parts: taken.length, replaced: replace })
      await compareFile(act, 'save')
    }
    return yes({ taken, kept })
  })
}

/** What the source says now, if this person may read it. */
async function sourceOf({ tx, actor, opportunity }: Act, { kind, key }: rules.Source): Promise<Filling | undefined> {
  if (kind === 'template') {
    if (!isTemplateKey(key)) return undefined
    const template = templateOf(key)
    return { language: 'en', outline: templateOutline(template, 'en'), other: templateOutline(template, 'fr') }
  }
  if (!isId(key) || actor.kind !== 'staff' || key === opportunity.id) return undefined
  if (kind === 'import') {
    const found = await findImport(tx, key)
    return found && canImport.use(actor, found) ? found : undefined
  }
  const words = await earlierWords(tx, actor, key)
  return words && outlineOfStatement(words)
}

type Before = Parameters<typeof rules.changesBetween>[0]

async function keepEdits({ app, tx, actor, now }: Act, draft: Draft, before: Before): Promise<void> {
  const { zone } = await policyOf(tx, draft.departmentId, now)
  // Read again: the rows have their ids only now.
  const saved = await writtenOf(tx, await lockOpportunity(tx, draft.id))
  for (const change of rules.changesBetween(before, saved, zone)) {
    const key = newId(now, app.random)
    await insertEdit(tx, app, draft, { ...change, key, applied: true }, { id: whoActs(actor), at: now })
  }
}
